"""From a measure to its spread over the map: one place that knows which source each measure has."""

from collections.abc import Sequence
from datetime import date

from antq_cli.core.calendars import Period
from antq_cli.core.figures import Kind
from antq_cli.core.findings import Finding
from antq_cli.core.manifest import HOUSEHOLD, ORGANISATION, UNTIL_WITHDRAWN, Manifest, PledgeKind, TeamKind
from antq_cli.counting.amounts import Spread
from antq_cli.counting.ground import Ground
from antq_cli.counting.journal import Journal, unknown_kinds
from antq_cli.counting.levels import LevelJournal
from antq_cli.counting.returns import Returns
from antq_cli.counting.teams import Teams
from antq_cli.units.basis import Chart


class Family:
    """Counts the measures of one family, ``pledges`` or ``teams``; what several of them need is read once."""

    def __init__(self, ground: Ground, family: str) -> None:
        self.ground = ground
        self.family = family
        kinds: dict[str, PledgeKind | TeamKind] = getattr(ground.manifest, family)
        self.declared = kinds
        self._returns: Returns | None = None
        self._journals: dict[str, Journal | LevelJournal] = {}
        self._teams: Teams | None = None

    def kinds(self, asked: Sequence[str]) -> list[Kind]:
        """Return the kinds of the family in the order of the manifest, or those asked for."""
        return [
            Kind(f"{self.family}.{id_}", id_, kind.vi, kind.en, kind.source, lapses=_lapses(kind))
            for id_, kind in self.declared.items()
            if not asked or id_ in asked
        ]

    def grain(self, kind: Kind) -> str | None:
        """Return the level whose units report a kind; None where it is not reported."""
        return self.ground.manifest.grain(self.declared[kind.id]) if kind.source == "returns" else None

    def needs(self, kind: Kind) -> list[str]:
        """Return the registers that a kind is counted from, beside the units."""
        return registers_of(self.ground.manifest, self.family, kind.id)

    def spread(self, kind: Kind, chart: Chart) -> Spread:
        """Return a kind's own part of each unit on a day."""
        if kind.source == "returns":
            grain = self.ground.manifest.grain(self.declared[kind.id])
            return self.returns().spread(kind.measure, grain, chart)
        if kind.source == "register":
            return self.teams().spread(kind.id, chart)
        return self.journal(kind.id).spread(chart)

    def flow(self, kind: Kind, part: str, period: Period, chart: Chart) -> Spread | None:
        """Return what happened within a period, by where it is on its last day; None of what is only reported."""
        if kind.source == "returns":
            return None
        journal = self.journal(kind.id)
        return journal.lapsed(period, chart) if part == "lapsed" else journal.flow(part, period, chart)

    def begins(self, kind: Kind) -> date | None:
        """Return the day of the first row of the journal or the returns that is of a kind; None of what has no days."""
        if kind.source == "register":
            return None
        if kind.source == "returns":
            return min((row.date for row in self.returns().rows if row.measure == kind.measure), default=None)
        dates = self.ground.book.table("pledges").columns["date"]
        first = min((dates[row] for row in self.ground.rows_of_kind(kind.id)), default=None)
        return None if first is None else date.fromisoformat(first)

    def returns(self) -> Returns:
        """Return the returns of the book."""
        if self._returns is None:
            self._returns = Returns(self.ground)
        return self._returns

    def teams(self) -> Teams:
        """Return the register of teams."""
        if self._teams is None:
            self._teams = Teams(self.ground)
        return self._teams

    def journal(self, kind: str) -> Journal | LevelJournal:
        """Return the journal of a pledge kind."""
        if kind not in self._journals:
            people = self.ground.manifest.subject(kind) in (HOUSEHOLD, ORGANISATION)
            self._journals[kind] = Journal(self.ground, kind) if people else LevelJournal(self.ground, kind)
        return self._journals[kind]

    def reference_findings(self) -> list[Finding]:
        """Return what is wrong with the kinds named in the journal, where the journal was read."""
        return unknown_kinds(self.ground) if self._journals else []


def _lapses(kind: PledgeKind | TeamKind) -> bool:
    return isinstance(kind, PledgeKind) and kind.validity != UNTIL_WITHDRAWN


def registers_of(manifest: Manifest, family: str, kind: str) -> list[str]:
    """Return the registers that a kind of a family is counted from, beside the units."""
    source = getattr(manifest, family)[kind].source
    if source != "journal":
        return ["returns" if source == "returns" else "teams"]
    pledgers = {HOUSEHOLD: ["households"], ORGANISATION: ["organisations"]}
    return ["pledges", *pledgers.get(manifest.subject(kind), [])]
