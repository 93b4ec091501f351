"""Teams and models: how many of a kind there are on a day, from their register, and whom they reach."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property

from antq_cli.core.findings import Finding
from antq_cli.core.manifest import ORGANISATION, TeamKind
from antq_cli.core.registers import Model, Team
from antq_cli.counting.amounts import Amount, OwnAmounts
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.rules import RULES
from antq_cli.counting.stretches import stretches_of
from antq_cli.counting.unread_rows import may_be_of, may_be_there, unit_meant, units_left_out
from antq_cli.units.regrouping import Regrouping

REGISTERS: dict[str, type[Team] | type[Model]] = {"teams": Team, "models": Model}


class TeamsModels:
    """The register of teams or that of models: what exists for a time in a unit."""

    def __init__(self, dataset: Dataset, family: str) -> None:
        self.dataset = dataset
        self.kinds: dict[str, TeamKind] = dict(getattr(dataset.manifest, family))
        self._rows: Sequence[Team | Model] = dataset.book.rows(REGISTERS[family], needed=True)
        self._table = dataset.book.table(family)
        self._places = dataset.places(self._table, "unit", "established")

    @cached_property
    def findings(self) -> list[Finding]:
        """Find the rows of no kind (X201), those outside the days of their kind (X206), and unknown hosts (X207)."""
        return [finding for number, row in enumerate(self._rows) for finding in self._judged(number, row)]

    def _judged(self, number: int, row: Team | Model) -> Iterator[Finding]:
        kind = self.kinds.get(row.kind)
        if kind is None:
            yield self._table.finding(RULES["X201"], number, "kind", allowed=[*self.kinds])
        elif _begins_early(row, kind):
            yield self._table.finding(RULES["X206"], number, "established", kind=row.kind, day=kind.opened)
        elif _ends_late(row, kind):
            yield self._table.finding(RULES["X206"], number, "dissolved", kind=row.kind, day=kind.closed)
        if isinstance(row, Model) and row.host is not None and not self._hosts(row.host, row.established):
            yield self._table.finding(RULES["X207"], number, "host")

    def _hosts(self, code: str, day: date | None) -> bool:
        """Return whether an organisation was there on a day; without a day, whether it ever was."""
        organisations = stretches_of(self.dataset, ORGANISATION, needed=False)
        if organisations.table.refused:
            return True  # nobody can tell
        if day is None or code in organisations.unreadable:
            return code in organisations.subjects or code in organisations.unreadable
        return organisations.there(code, str(day)) is not None

    def amounts(self, kind: str, part: str | None, regrouping: Regrouping) -> OwnAmounts:
        """Return what exists of a kind on a day, by the unit it is in; the members of it; or whom it reaches."""
        if part == "reach":
            return self._reach(kind, regrouping)
        amounts = OwnAmounts(regrouping, self.findings)
        for row, site in self._existing(kind, regrouping.day):
            amounts.put(site, _members(row) if part == "members" else Amount(1, None))
        self._leave_out(amounts, kind, regrouping.day)
        return amounts

    @cached_property
    def _by_kind(self) -> dict[str, list[tuple[Team | Model, int | None]]]:
        """Return the rows and where they lie, by kind, whether the manifest declares it or not."""
        found: dict[str, list[tuple[Team | Model, int | None]]] = {}
        for row, site in zip(self._rows, self._places, strict=True):
            found.setdefault(row.kind, []).append((row, site))
        return found

    def _existing(self, kind: str, day: date) -> Iterator[tuple[Team | Model, int | None]]:
        return ((row, site) for row, site in self._by_kind.get(kind, ()) if exists(row, day))

    def _leave_out(self, amounts: OwnAmounts, kind: str, day: date) -> None:
        """Leave out the rows that may be of a kind and a day: of no kind, without a place, or not to be read."""
        for nameless in self._by_kind.keys() - self.kinds.keys():
            for _, site in self._existing(nameless, day):
                amounts.leave_out(site)
        for cells in self._table.broken:
            concerns = may_be_of(cells, "kind", kind, self.kinds)
            if concerns and may_be_there(cells, "established", "dissolved", day):
                amounts.leave_out(unit_meant(self.dataset, cells, "unit", "established", day))

    def _reach(self, kind: str, regrouping: Regrouping) -> OwnAmounts:
        """Return the units of a level in which there is at least one, or the organisations that host one."""
        reach = self.dataset.manifest.reach(self.kinds[kind])
        if self.dataset.manifest.is_level(reach):
            return self._reached_units(kind, reach, regrouping)
        hosts = {row.host for row, _ in self._existing(kind, regrouping.day) if isinstance(row, Model)}
        organisations = stretches_of(self.dataset, ORGANISATION)
        amounts = OwnAmounts(regrouping, self.findings)
        for row in organisations.of_kind(reach, regrouping.day):
            amounts.put(organisations.places[row], Amount(int(organisations.codes[row] in hosts), 1))
        for place in organisations.left_out(regrouping.day, reach):
            amounts.leave_out(place)
        self._leave_out(amounts, kind, regrouping.day)
        return amounts

    def _reached_units(self, kind: str, level: str, regrouping: Regrouping) -> OwnAmounts:
        map_ = regrouping.map
        placed = {map_.place(site) for _, site in self._existing(kind, regrouping.day)}
        reached = {above for unit in placed if unit is not None for above in map_.paths[unit]}
        amounts = OwnAmounts(regrouping, [*self.findings, *map_.why_lost(map_.detached(level))])
        for number in map_.level(level):
            amounts.put(number, Amount(int(number in reached), 1), itself=True)
        for _, site in self._existing(kind, regrouping.day):
            if map_.place(site) is None:
                amounts.leave_out(site)
        for place in units_left_out(self.dataset, level, regrouping.day):
            amounts.leave_out(place)
        self._leave_out(amounts, kind, regrouping.day)
        return amounts


def _members(row: Team | Model) -> Amount:
    """Return the members of a team; who does not say how many has not reported them."""
    members = row.members if isinstance(row, Team) else None
    return Amount(members or 0, None, int(members is not None), 1)


def exists(row: Team | Model, day: date) -> bool:
    """Return whether a team or a model exists on a day."""
    return (row.established is None or row.established <= day) and (row.dissolved is None or day < row.dissolved)


def _begins_early(row: Team | Model, kind: TeamKind) -> bool:
    """Return whether a row says that something existed before there was its kind; a blank day says: always."""
    return kind.opened is not None and (row.established is None or row.established < kind.opened)


def _ends_late(row: Team | Model, kind: TeamKind) -> bool:
    """Return whether a row says that something exists when there is its kind no longer."""
    return kind.closed is not None and (row.dissolved is None or kind.closed < row.dissolved)
