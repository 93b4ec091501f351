"""From a measure to its amounts over the map: one place that knows which source each measure has."""

from collections.abc import Mapping, Sequence
from datetime import date

from antq_cli.core.calendars import Period
from antq_cli.core.figures import Kind
from antq_cli.core.findings import Finding
from antq_cli.core.manifest import (
    HOUSEHOLD,
    ORGANISATION,
    UNTIL_WITHDRAWN,
    Level,
    Manifest,
    PledgeKind,
    Reported,
    TeamKind,
)
from antq_cli.core.measures import FLOWS, Measure, parts_of
from antq_cli.counting.amounts import Amount, OwnAmounts
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.journal import Journal, unknown_kinds
from antq_cli.counting.levels import LevelJournal
from antq_cli.counting.returns import Returns, returns_of
from antq_cli.counting.standards import assessments_of, window_of
from antq_cli.counting.stretches import stretches_of
from antq_cli.counting.teams_models import TeamsModels
from antq_cli.counting.unread_rows import units_left_out
from antq_cli.units.regrouping import Regrouping

HOUSEHOLDS, UNITS = "households", "units"


class Family:
    """Counts the measures of one family, such as ``pledges`` or ``teams``; what several need is read once."""

    def __init__(self, dataset: Dataset, family: str) -> None:
        self.dataset = dataset
        self.family = family
        self.declared: Mapping[str, Reported] = {} if family == UNITS else dataset.manifest.kinds(family)
        self._journals: dict[str, Journal | LevelJournal] = {}

    def kinds(self, asked: Sequence[str]) -> list[Kind]:
        """Return the kinds of the family in the order of the manifest, or those asked for."""
        if self.family == UNITS:
            levels = [level for level in self.dataset.manifest.levels if not asked or level.id in asked]
            return [Kind(Measure(UNITS, level.id), level.id, level.vi, level.en, "register") for level in levels]
        return [self._kind(id_, kind) for id_, kind in self.declared.items() if not asked or id_ in asked]

    def _kind(self, id_: str, declared: Reported) -> Kind:
        kind = Kind(
            Measure(self.family, id_ or None), id_, declared.vi, declared.en, declared.source, _lapses(declared)
        )
        if not isinstance(declared, TeamKind):
            return kind
        manifest = self.dataset.manifest
        reach = manifest.reach(declared)
        level = manifest.level(reach) if manifest.is_level(reach) else Level(id=reach)
        return kind._replace(reach=level, opened=declared.opened, closed=declared.closed, law=declared.law)

    def measured(self, kinds: Sequence[Kind], period: Period | None) -> list[Kind]:
        """Return the measures of some kinds: each with its parts on a day, and with a period what flowed within it."""
        parts = () if self.family in (HOUSEHOLDS, UNITS) else parts_of(self.family)
        parts = FLOWS if self.family == "pledges" and period is not None else parts
        return [
            each for kind in kinds for each in (kind, *(kind._replace(measure=kind.measure.of(part)) for part in parts))
        ]

    def grain(self, kind: Kind) -> str | None:
        """Return who reports a kind, a level or a kind of organisation; None where it is not counted from reports."""
        return self.dataset.manifest.grain(self.declared[kind.id]) if kind.source == "returns" else None

    def needs(self, kind: Kind) -> list[str]:
        """Return the registers that a kind is counted from, beside the units."""
        return registers_of(self.dataset.manifest, self.family, kind.id)

    def amounts(self, kind: Kind, regrouping: Regrouping, period: Period | None = None) -> OwnAmounts | None:
        """Return a measure's own part of each unit on a day, or within a period; None where there can be no such."""
        measure = kind.measure
        if kind.source == "returns":
            return None if measure.flow else self._reported(kind, regrouping)
        if measure.flow:
            assert period is not None
            journal = self.journal(kind.id)
            lapsed = measure.part == "lapsed"
            return journal.lapsed(period, regrouping) if lapsed else journal.flow(str(measure.part), period, regrouping)
        return self._recorded(kind.id, measure.part, regrouping)

    def _reported(self, kind: Kind, regrouping: Regrouping) -> OwnAmounts:
        """Return what was reported of a measure; of the standard only what was reported since its window began."""
        window = window_of(self.dataset.manifest, kind.id, regrouping.day) if self.family == "standards" else None
        since = window.period.first if window else None
        return self.returns().amounts(
            str(kind.measure), self.dataset.manifest.grain(self.declared[kind.id]), regrouping, since
        )

    def _recorded(self, kind: str, part: str | None, regrouping: Regrouping) -> OwnAmounts:
        """Return what the journal or the registers hold of a measure on a day."""
        if self.family == "pledges":
            return self.journal(kind).amounts(regrouping)
        if self.family == "standards":
            return assessments_of(self.dataset).amounts(kind, part, regrouping)
        if self.family == HOUSEHOLDS:
            return _households(self.dataset, regrouping)
        if self.family == UNITS:
            return _units(self.dataset, kind, regrouping)
        return self.teams_models().amounts(kind, part, regrouping)

    def begins(self, kind: Kind) -> date | None:
        """Return the day of the first row of the journal or the returns that is of a kind; None of what has no days."""
        if kind.source == "register":
            return None
        if kind.source == "returns":
            return min((row.date for row in self.returns().rows if row.measure == str(kind.measure)), default=None)
        dates = self.dataset.book.table("pledges").columns["date"]
        first = min((dates[row] for row in self.dataset.rows_of_kind(kind.id)), default=None)
        return None if first is None else date.fromisoformat(first)

    def returns(self) -> Returns:
        """Return the returns of the book."""
        return returns_of(self.dataset)

    def teams_models(self) -> TeamsModels:
        """Return the register of the family's teams or models."""
        return self.dataset.share(self.family, lambda: TeamsModels(self.dataset, self.family))

    def journal(self, kind: str) -> Journal | LevelJournal:
        """Return the journal of a pledge kind."""
        if kind not in self._journals:
            people = self.dataset.manifest.subject(kind) in (HOUSEHOLD, ORGANISATION)
            self._journals[kind] = Journal(self.dataset, kind) if people else LevelJournal(self.dataset, kind)
        return self._journals[kind]

    def reference_findings(self) -> list[Finding]:
        """Return what is wrong with the kinds named in the journal, where the journal was read."""
        return unknown_kinds(self.dataset) if self._journals else []


def _households(dataset: Dataset, regrouping: Regrouping) -> OwnAmounts:
    """Return the households that are in a stretch without exclusion on a day, by the unit they are in."""
    households, amounts = stretches_of(dataset, HOUSEHOLD), OwnAmounts(regrouping)
    tally: dict[int | None, int] = {}
    present = households.on(regrouping.day.isoformat())
    for site, excluded in zip(present.places, present.excluded, strict=True):
        if not excluded:
            tally[site] = tally.get(site, 0) + 1
    for site, n in tally.items():
        amounts.put(site, Amount(n, None), rows=n)
    for site in households.left_out(regrouping.day):
        amounts.leave_out(site)
    return amounts


def _units(dataset: Dataset, level: str, regrouping: Regrouping) -> OwnAmounts:
    """Return the units of a level that are open on a day, each where it is itself."""
    amounts = OwnAmounts(regrouping, regrouping.map.why_lost(regrouping.map.detached(level)))
    for number in regrouping.map.level(level):
        amounts.put(number, Amount(1, None), itself=True)
    for place in units_left_out(dataset, level, regrouping.day):
        amounts.leave_out(place)
    return amounts


def _lapses(kind: Reported) -> bool:
    return isinstance(kind, PledgeKind) and kind.validity != UNTIL_WITHDRAWN


def registers_of(manifest: Manifest, family: str, kind: str) -> list[str]:
    """Return the registers that a kind of a family is counted from, beside the units."""
    if family == UNITS:
        return []
    declared = manifest.kinds(family)[kind]
    source = declared.source
    if source == "returns":
        return ["returns", *([] if manifest.is_level(manifest.grain(declared)) else ["organisations"])]
    if family == "standards":
        return ["assessments", *([] if manifest.is_level(kind) else ["organisations"])]
    if family != "pledges":
        hosted = family == "models" and not manifest.is_level(manifest.reach(manifest.models[kind]))
        return [family, *(["organisations"] if hosted else [])]
    pledgers = {HOUSEHOLD: ["households"], ORGANISATION: ["organisations"]}
    return ["pledges", *pledgers.get(manifest.subject(kind), [])]
