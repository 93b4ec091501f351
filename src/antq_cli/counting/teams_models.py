"""Teams and models: how many of a kind there are on a day, from their register, and whom they reach."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from antq_cli.core import called
from antq_cli.core.calendars import Period
from antq_cli.core.findings import Finding
from antq_cli.core.manifest import ORGANISATION, Manifest, TeamKind
from antq_cli.core.measures import Measure
from antq_cli.core.registers import Model, Team
from antq_cli.counting.amounts import NOTHING, Amount, OwnAmounts
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.registered import units_behind
from antq_cli.counting.rules import RULES
from antq_cli.counting.sources import Reason, RowBehind, Source, Trail
from antq_cli.counting.stretches import stretches_of
from antq_cli.counting.unread_rows import may_be_of, may_be_there, over, unit_meant, units_left_out
from antq_cli.units.regrouping import Regrouping

REGISTERS: dict[str, type[Team] | type[Model]] = {"teams": Team, "models": Model}


class TeamsModelsRegister:
    """The register of teams or that of models: what exists for a time in a unit."""

    def __init__(self, dataset: Dataset, family: str) -> None:
        self.dataset = dataset
        self.family = family
        self.kinds: dict[str, TeamKind] = dict(getattr(dataset.manifest, family))
        self.rows: Sequence[Team | Model] = dataset.book.rows(REGISTERS[family], needed=True)
        self.table = dataset.book.table(family)
        self.places = dataset.places(self.table, "unit", "established")
        dataset.report(found for number, row in enumerate(self.rows) for found in self._judged(number, row))

    def _judged(self, number: int, row: Team | Model) -> Iterator[Finding]:
        """Find that a row is of no kind (X201), outside the days of its kind (X206), or of an unknown host (X207)."""
        kind = self.kinds.get(row.kind)
        if kind is None:
            yield self.table.finding(RULES["X201"], number, "kind", allowed=[*self.kinds])
        elif _begins_early(row, kind):
            yield self._outside(number, "established", kind.opened)
        elif _ends_late(row, kind):
            yield self._outside(number, "dissolved", kind.closed)
        if isinstance(row, Model) and row.host is not None and not self._hosts(row.host, row.established):
            yield self.table.finding(RULES["X207"], number, "host")

    def _outside(self, number: int, column: str, day: date | None) -> Finding:
        """Return the finding on a row that is there on days on which its kind is not: before or after the ``day``."""
        kind = called.measure(self.dataset.manifest, f"{self.family}.{self.rows[number].kind}")
        return self.table.finding(RULES["X206"], number, column, kind=kind, day=day)

    def _hosts(self, code: str, day: date | None) -> bool:
        """Return whether an organisation was there on a day; without a day, whether it ever was."""
        organisations = stretches_of(self.dataset, ORGANISATION, needed=False)
        if organisations.table.refused:
            return True  # nobody can tell
        if day is None or code in organisations.unreadable:
            return code in organisations.subjects or code in organisations.unreadable
        return organisations.there(code, str(day)) is not None

    @cached_property
    def by_kind(self) -> dict[str, list[int]]:
        """Return the rows by kind, whether the manifest declares it or not."""
        found: dict[str, list[int]] = {}
        for number, row in enumerate(self.rows):
            found.setdefault(row.kind, []).append(number)
        return found

    def existing(self, kind: str, day: date) -> Iterator[int]:
        """Yield the rows of a kind that exist on a day."""
        return (number for number in self.by_kind.get(kind, ()) if exists(self.rows[number], day))

    def left_out(self, kind: str, day: date) -> Iterator[int | None]:
        """Yield the place of each row that may be of a kind and a day: of no kind, or not to be read."""
        for nameless in self.by_kind.keys() - self.kinds.keys():
            yield from (self.places[number] for number in self.existing(nameless, day))
        for cells in self.table.broken:
            concerns = may_be_of(cells, "kind", kind, self.kinds)
            if concerns and may_be_there(cells, "established", "dissolved", day):
                yield self.meant(cells, day)

    def meant(self, cells: Mapping[str, str], day: date) -> int | None:
        """Return the unit that a row names that could not be read."""
        return unit_meant(self.dataset, cells, "unit", "established", day)


def teams_models_of(dataset: Dataset, family: str) -> TeamsModelsRegister:
    """The teams or the models of a book, judged when they are first asked for and shared by all kinds."""
    return dataset.share(family, lambda: TeamsModelsRegister(dataset, family))


class TeamsModels(Source):
    """A kind of team or of model, from their register."""

    @staticmethod
    def reads(manifest: Manifest, measure: Measure) -> Sequence[str]:
        """Return the register, and the organisations where models are to reach those."""
        kind = manifest.kinds(measure.family)[str(measure.kind)]
        hosted = isinstance(kind, TeamKind) and not manifest.is_level(manifest.reach(kind))
        return (measure.family, "organisations") if hosted else (measure.family,)

    @property
    def _register(self) -> TeamsModelsRegister:
        return teams_models_of(self.dataset, self.measure.family)

    @cached_property
    def _reached(self) -> str:
        """Return whom a kind is to reach: a level or a kind of organisation."""
        return self.dataset.manifest.reach(self._register.kinds[self.kind])

    def amounts(self, part: str | None, regrouping: Regrouping, period: Period | None = None) -> OwnAmounts:
        """Return what exists on a day, by the unit it is in; the members of it; or whom it reaches."""
        if part == "reach":
            return self._reach(regrouping)
        register, amounts = self._register, OwnAmounts(regrouping)
        for number in register.existing(self.kind, regrouping.day):
            amounts.put(register.places[number], _amount(register.rows[number], part))
        return self._leave_out(amounts)

    def _leave_out(self, amounts: OwnAmounts) -> OwnAmounts:
        for place in self._register.left_out(self.kind, amounts.regrouping.day):
            amounts.leave_out(place)
        return amounts

    def _reach(self, regrouping: Regrouping) -> OwnAmounts:
        """Return the units of a level in which there is at least one, or the organisations that host one.

        One that has no place is left out, and reaches nothing either.
        """
        map_, register, day = regrouping.map, self._register, regrouping.day
        amounts = OwnAmounts(regrouping)
        there = self._reaching(regrouping)
        for number in register.existing(self.kind, day):
            if map_.place(register.places[number]) is None:
                amounts.put(register.places[number], NOTHING)
        if self.dataset.manifest.is_level(self._reached):
            amounts.miss(map_.detached(self._reached))
            for number in map_.level(self._reached):
                amounts.put(number, Amount(int(number in there), 1), itself=True)
            missed = units_left_out(self.dataset, self._reached, day)
        else:
            organisations = stretches_of(self.dataset, ORGANISATION)
            for row in organisations.of_kind(self._reached, day):
                amounts.put(organisations.places[row], Amount(int(organisations.codes[row] in there), 1))
            missed = organisations.left_out(day, self._reached)
        for place in missed:
            amounts.leave_out(place)
        return self._leave_out(amounts)

    def _reaching(self, regrouping: Regrouping) -> dict[int | str, list[int]]:
        """Return the units in or below which something of the kind lies, or who hosts it, each with the rows."""
        register, map_ = self._register, regrouping.map
        there: dict[int | str, list[int]] = {}
        for number in register.existing(self.kind, regrouping.day):
            place, row = map_.place(register.places[number]), register.rows[number]
            above: Iterable[int | str] = () if place is None else map_.paths[place]
            if place is not None and not self.dataset.manifest.is_level(self._reached):
                above = (row.host,) if isinstance(row, Model) and row.host is not None else ()
            for each in above:
                there.setdefault(each, []).append(number)
        return there

    def behind(self, part: str | None, regrouping: Regrouping, period: Period | None) -> Iterator[RowBehind]:
        """Yield every row of the register; of the reach also whoever is to be reached."""
        reaching = set[int]()
        if part == "reach":
            there = self._reaching(regrouping)
            for found, who in self._to_be_reached(regrouping, there):
                yield found
                reaching.update(there.get(who, ()) if who is not None and found.effect.den else ())
        trail, register = Trail(self.measure.family, regrouping), self._register
        for number, (row, site) in enumerate(zip(register.rows, register.places, strict=True)):
            if row.kind != self.kind and row.kind in register.kinds:
                yield trail.skip(number, site, "other-kind")
            elif not exists(row, regrouping.day):
                early = row.established is not None and regrouping.day < row.established
                yield trail.skip(number, site, "not-yet" if early else "closed")
            elif row.kind != self.kind:
                yield trail.leave_out(number, site)
            else:
                yield self._existing_behind(trail, number, part, reaching)
        for number, cells in enumerate(register.table.broken):
            yield self._unread_behind(trail, number, cells, regrouping.day)

    def _to_be_reached(
        self, regrouping: Regrouping, there: Container[int | str]
    ) -> Iterator[tuple[RowBehind, int | str | None]]:
        """Yield every row of the register of those who are to be reached, and who that is."""
        by_units = self.dataset.manifest.is_level(self._reached)
        organisations = None if by_units else stretches_of(self.dataset, ORGANISATION)
        trail = Trail("units" if by_units else "organisations", regrouping)

        def asked(row: int) -> RowBehind:
            who, place = (row, row) if organisations is None else (organisations.codes[row], organisations.places[row])
            reached = who in there
            reason: Reason = "counted" if reached else "missing"
            return trail.put(row, place, Amount(int(reached), 1), reason, itself=by_units)

        if organisations is None:
            found = units_behind(self.dataset, self._reached, regrouping, asked)
        else:
            found = organisations.behind(regrouping, asked, self._reached)
        for each in found:
            who = None if each.unread else each.number if organisations is None else organisations.codes[each.number]
            yield each, who

    def _existing_behind(self, trail: Trail, number: int, part: str | None, reaching: Container[int]) -> RowBehind:
        row, site = self._register.rows[number], self._register.places[number]
        if part == "reach":
            return trail.witness(number, site, "reaches" if number in reaching else "reaches-none")
        amount = _amount(row, part)
        return trail.put(number, site, amount, "missing" if amount.reported < amount.expected else "counted")

    def _unread_behind(self, trail: Trail, number: int, cells: Mapping[str, str], day: date) -> RowBehind:
        site = self._register.meant(cells, day)
        why_not = over(cells, "established", "dissolved", day, "closed")
        if not may_be_of(cells, "kind", self.kind, self._register.kinds):
            why_not = "other-kind"
        if why_not:
            return trail.skip(number, site, why_not, unread=True)
        return trail.leave_out(number, site, unread=True)


def _amount(row: Team | Model, part: str | None) -> Amount:
    """Return one, or the members of a team or a model; who does not say how many has not reported them."""
    if part is None:
        return Amount(1, None)
    return Amount(row.members or 0, None, int(row.members is not None), 1)


def exists(row: Team | Model, day: date) -> bool:
    """Whether it exists on a day: on the day it is dissolved it does not; a blank first day says that it always did."""
    return (row.established is None or row.established <= day) and (row.dissolved is None or day < row.dissolved)


def _begins_early(row: Team | Model, kind: TeamKind) -> bool:
    """Return whether a row says that something existed before there was its kind; a blank day says: always."""
    return kind.opened is not None and (row.established is None or row.established < kind.opened)


def _ends_late(row: Team | Model, kind: TeamKind) -> bool:
    """Return whether a row says that something exists when there is its kind no longer."""
    return kind.closed is not None and (row.dissolved is None or kind.closed < row.dissolved)
