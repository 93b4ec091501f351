"""Returns: what units reported. A figure is the latest return on or before a day; a parent's is the sum.

Who reports is a unit of the grain, or an organisation where the grain is a kind of those, such as a school.
"""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple

from antq_cli.core.calendars import Period
from antq_cli.core.findings import Finding
from antq_cli.core.manifest import ORGANISATION, Manifest
from antq_cli.core.measures import Measure, parse_measure
from antq_cli.core.registers import Return
from antq_cli.core.values import Said
from antq_cli.counting import bulk
from antq_cli.counting.amounts import Amount, OwnAmounts
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.registered import units_behind
from antq_cli.counting.rhythms import rhythm_of
from antq_cli.counting.rules import RULES
from antq_cli.counting.sources import Reason, RowBehind, Source, Trail
from antq_cli.counting.stretches import stretches_of
from antq_cli.counting.unread_rows import dated, may_be_there, over, unit_meant, units_left_out
from antq_cli.counting.unused_returns import UnusedReturns
from antq_cli.reading.tables import Table
from antq_cli.units.daymap import DayMap
from antq_cli.units.regrouping import Regrouping
from antq_cli.units.rules import RULES as UNITS

# Why there are no returns of a measure: the manifest has none, or it is recorded in a register of its own.
NoMeasure = Literal["undeclared", "activities"]

# A return that was left out: its number in the table or, unread, among what was left out in reading; who sent it; when.
Lost = tuple[int, bool, "int | str | None", date]


class ReturnsRegister:
    """The returns of a book, whatever they are of."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.rows: Sequence[Return] = dataset.book.rows(Return, needed=True)
        self._lost: dict[str, Sequence[int]] = {}
        dataset.report(self._found())

    @property
    def table(self) -> Table:
        """The register as a table."""
        return self.dataset.book.table("returns")

    @cached_property
    def reporters(self) -> list[int | None]:
        """Return for each return the site of the unit that sent it; None of what an organisation sent."""
        return self.dataset.places(self.table, "unit", "date", others=self._bodies)

    @cached_property
    def _bodies(self) -> frozenset[str]:
        """Return the codes of organisations that sent a return, if any did."""
        if all(self.dataset.atlas.known(code) for code in bulk.distinct(self.table, "unit")):
            return frozenset()
        organisations = stretches_of(self.dataset, ORGANISATION, needed=False)
        return frozenset(organisations.subjects) | frozenset(organisations.unreadable)

    @property
    def _untold(self) -> frozenset[str]:
        """Return the codes of organisations with a row that could not be read: nobody knows when they were open."""
        return (
            frozenset(stretches_of(self.dataset, ORGANISATION, needed=False).unreadable)
            if self._bodies
            else frozenset()
        )

    @cached_property
    def senders(self) -> list[str | None]:
        """Return for each return the code of the organisation that sent it; None of a unit, or of who was not there."""
        if not self._bodies:
            return [None] * len(self.rows)
        organisations = stretches_of(self.dataset, ORGANISATION, needed=False)
        there = (organisations.there(row.unit, str(row.date)) for row in self.rows)
        return [row.unit if found is not None else None for row, found in zip(self.rows, there, strict=True)]

    @cached_property
    def _first(self) -> Mapping[str, date]:
        """Return the day of the first return of each measure of which there are any."""
        first: dict[str, date] = {}
        for row in self.rows:
            first[row.measure] = min(row.date, first.get(row.measure, row.date))
        return first

    def begins(self, measure: str) -> date | None:
        """Return the day of the first return of a measure; None where there is none."""
        return self._first.get(measure)

    def asked(self, measure: Measure, day: date, period: Period | None = None, *, over: bool = False) -> Period:
        """Return the period of a measure that is asked about on a day: a return from before it is old.

        ``over`` asks about the last one that has ended also where nobody wrote how often there is one.
        """
        rhythm = rhythm_of(self.dataset.manifest, measure)
        rhythm = rhythm._replace(written=rhythm.written or over)
        return rhythm.asked(day, period, self.begins(str(measure)))

    def _unknown(self, number: int, written: str, kinds: Collection[str]) -> Finding:
        """Return the finding on a measure of which there are no returns, with those of which there are."""
        measure = parse_measure(written)
        why: NoMeasure = "activities" if measure is not None and measure.family == "activities" else "undeclared"
        meant = {} if why == "activities" else {"allowed": kinds}
        return self.table.finding(RULES["X205"], number, "measure", no_measure=Said("no_measure", why), **meant)

    def _found(self) -> Iterator[Finding]:
        """Find unknown measures (X205), organisations that were not open (X102), and returns of no use (X209)."""
        kinds = self.dataset.manifest.measures()
        for number, row in enumerate(self.rows):
            if row.measure not in kinds:
                yield self._unknown(number, row.measure, kinds)
        senders = zip(self.rows, self.senders, self.reporters, strict=True)
        known = self._bodies - self._untold
        for number, (row, *sent) in enumerate(senders):
            if sent == [None, None] and row.unit in known:
                yield self.table.finding(UNITS["X102"], number, "unit")
        yield from UnusedReturns(self.dataset, self.rows).findings(self.reporters, self.senders)

    def latest(self, measure: str, grain: str, day: date) -> dict[int | str, tuple[Return, int | None]]:
        """Return the latest return by a day of each who reports a measure, a unit of the map or an organisation.

        With each stands where it lies: the site of who sent it.
        """
        if self.dataset.manifest.is_level(grain):
            # Another dict, for one whose keys are numbers is to mypy none whose keys may be codes.
            return {unit: found for unit, found in self.latest_of_units(measure, day, None).items()}  # noqa: C416
        organisations = stretches_of(self.dataset, ORGANISATION)
        sent = self.latest_of_bodies(measure, day, None)
        return {code: (found, organisations.place(code, day)) for code, found in sent.items()}

    def latest_of_bodies(self, measure: str, day: date, since: date | None) -> dict[str, Return]:
        """Return the latest return by a day, and not before another, of each organisation that has sent one."""
        latest: dict[str, Return] = {}
        for row, code in zip(self.rows, self.senders, strict=True):
            if code is not None and _counts(row, measure, day, since):
                found = latest.get(code)
                latest[code] = row if found is None or found.date < row.date else found
        return latest

    def unread_of_bodies(self, measure: str, day: date) -> Iterator[Lost]:
        """Yield the returns left out that may be of a measure and by a day, but for those of units that are known.

        A day that cannot be read is the last of all: such a return may be newer than any other.
        """
        for number in self._nobodys(measure, day):
            yield number, False, self.senders[number], self.rows[number].date
        for number, cells in self._broken(measure, day):
            code = cells.get("unit", "")
            if not self.dataset.atlas.known(code):
                yield number, True, code if code in self._bodies else None, dated(cells, "date") or date.max

    def latest_of_units(self, measure: str, day: date, since: date | None) -> dict[int, tuple[Return, int]]:
        """Return the latest return of each unit that is open on a day, and the site of who sent it.

        A return goes along with ``same`` only.
        """
        latest: dict[int, tuple[Return, int]] = {}
        map_ = self.dataset.map(day)
        for row, reporter in zip(self.rows, self.reporters, strict=True):
            if _counts(row, measure, day, since):
                unit = map_.place(reporter, own=True)
                if unit is not None and reporter is not None:
                    found = latest.get(unit)
                    latest[unit] = (row, reporter) if found is None or found[0].date < row.date else found
        return latest

    def unread_of_units(self, measure: str, day: date) -> Iterator[Lost]:
        """Yield the returns left out that may be of a measure and by a day, with the unit of the map that sent them.

        Those of a unit that went into another have no part in its figure. A day that cannot be read is the last of all.
        """
        map_ = self.dataset.map(day)
        for number in self._nobodys(measure, day):
            yield from _of_unit(map_, (number, False, self.reporters[number], self.rows[number].date))
        for number, cells in self._broken(measure, day):
            sender = unit_meant(self.dataset, cells, "unit", "date", day)
            yield from _of_unit(map_, (number, True, sender, dated(cells, "date") or date.max))

    def _nobodys(self, measure: str, day: date) -> Iterator[int]:
        """Return the numbers of the returns by a day of which nobody knows who sent them, or what they are of."""
        if measure not in self._lost:  # whatever the day
            found = (n for n, row in enumerate(self.rows) if not self.is_of(n, measure))
            self._lost[measure] = [n for n in found if self.may_be(self.rows[n].measure, measure)]
        return (number for number in self._lost[measure] if self.rows[number].date <= day)

    def _broken(self, measure: str, day: date) -> Iterator[tuple[int, Mapping[str, str]]]:
        for number, cells in enumerate(self.table.broken):
            if self.may_be(cells.get("measure", ""), measure) and may_be_there(cells, "date", None, day):
                yield number, cells

    def is_of(self, number: int, measure: str) -> bool:
        """Whether a return is of a measure, and was sent by somebody who is known to have been there."""
        sent = self.reporters[number] is not None or self.senders[number] is not None
        return sent and self.rows[number].measure == measure

    def may_be(self, written: str, measure: str) -> bool:
        """Return whether a cell is a measure, or cannot be read, or is of a kind that the manifest does not name."""
        found, wanted = parse_measure(written), parse_measure(measure)
        if found is None or wanted is None or found == wanted:
            return True
        return found.family == wanted.family and found.kind not in self.dataset.manifest.kinds(wanted.family)


def _counts(row: Return, measure: str, day: date, since: date | None) -> bool:
    return row.measure == measure and row.date <= day and (since is None or since <= row.date)


def _of_unit(map_: DayMap, lost: Lost) -> Iterator[Lost]:
    """Yield a return that was left out with the unit that its sender is on a map; none where it went into another."""
    number, unread, sender, day = lost
    unit = map_.place(sender, own=True) if isinstance(sender, int) else None
    if sender is None or unit is not None:
        yield number, unread, unit, day


def returns_of(dataset: Dataset) -> ReturnsRegister:
    """The returns of a book, judged when they are first asked for and shared by all measures."""
    return dataset.share("returns", lambda: ReturnsRegister(dataset))


class _Reporters(NamedTuple):
    """Who is to report on a day: the register they are in; by its rows who that is, and where who sent nothing lies.

    With them the latest return of each, where that was sent, and the returns that were left out, by who sent them.
    Returns from before the ``first`` day are old; where ``fresh`` ones are asked for, they are as if nobody sent them.
    """

    register: str
    who: Mapping[int, int | str]
    sites: Mapping[int, int | None]
    latest: Mapping[int | str, tuple[Return, int | None]]
    unread: Mapping[int | str | None, Sequence[Lost]]
    # Where rows of their register were left out.
    missed: Iterable[int | None]
    first: date = date.min
    fresh: bool = False

    def of(self, row: int) -> tuple[Return | None, int | None, Sequence[Lost]]:
        """Return the latest return of one of them, where it lies, and those left out that may be newer."""
        who = self.who[row]
        found, site = self.latest.get(who, (None, self.sites[row]))
        newer = [lost for lost in self.unread.get(who, ()) if found is None or found.date <= lost[3]]
        if found is not None and self.too_old(found):
            found, site = None, self.sites[row]
        # What cannot be read may say anything: the one before it is not the latest, and not the answer.
        return (None if newer else found), site, newer

    def too_old(self, found: Return) -> bool:
        """Return whether a return is not to be counted because it is old."""
        return self.fresh and found.date < self.first

    def reported(self, found: Return | None, newer: int) -> Amount:
        """Return what was reported, unless returns that cannot be read are newer."""
        if found is None:
            return Amount(expected=1, left_out=newer)
        return Amount(found.count, found.total, 1, 1, found.date, found.date, 0, int(found.date < self.first))


class Returns(Source):
    """A kind that is counted from what units of its grain, or organisations of that kind, reported."""

    @staticmethod
    def reads(manifest: Manifest, measure: Measure) -> Sequence[str]:
        """The returns; the organisations as well, where the grain is a kind of those."""
        grain = manifest.grain(manifest.kinds(measure.family)[measure.kind or ""])
        return ("returns",) if manifest.is_level(grain) else ("returns", "organisations")

    @staticmethod
    def is_of_bodies(manifest: Manifest, measure: Measure, body: str) -> bool:
        """Whether this kind of organisation is the grain, which is who reports."""
        return manifest.grain(manifest.kinds(measure.family)[measure.kind or ""]) == body

    @property
    def _register(self) -> ReturnsRegister:
        return returns_of(self.dataset)

    def begins(self) -> date | None:
        """The day of the first return of the kind itself, none of its parts; None where there is none."""
        return self._register.begins(str(self.measure))

    def since(self, day: date) -> date | None:
        """Return the day before which returns no longer count on another; None where they always do."""
        return None

    @cached_property
    def _grain(self) -> str:
        return self.dataset.manifest.grain(self.dataset.manifest.kinds(self.measure.family)[self.kind])

    @property
    def _by_units(self) -> bool:
        return self.dataset.manifest.is_level(self._grain)

    def amounts(self, part: str | None, regrouping: Regrouping, period: Period | None = None) -> OwnAmounts | None:
        """Return what each who is there on a day reported, and which of them did not; there are no flows of returns.

        The period is what is asked about where the manifest has no rhythm: what is from before it is old.
        """
        measure, map_ = self.measure.of(part), regrouping.map
        if measure.flow:
            return None
        amounts = OwnAmounts(regrouping)
        amounts.miss(map_.detached(self._grain) if self._by_units else ())
        reporters = self._reporters(measure, regrouping.day, period)
        for row in reporters.who:
            found, site, newer = reporters.of(row)
            amounts.put(site, reporters.reported(found, len(newer)))
        amounts.leave_out(None, len(reporters.unread.get(None, ())))
        for place in reporters.missed:
            amounts.leave_out(place)
        return amounts

    def _reporters(self, measure: Measure, day: date, period: Period | None) -> _Reporters:
        found = self._units(str(measure), day) if self._by_units else self._bodies(str(measure), day)
        return found._replace(first=self._register.asked(measure, day, period).first, fresh=self.dataset.fresh)

    def _units(self, measure: str, day: date) -> _Reporters:
        numbers = self.dataset.map(day).level(self._grain)
        return _Reporters(
            "units",
            {number: number for number in numbers},
            # A return is of all that its sender held on its day, of what had come into it until then as well.
            {number: self.dataset.atlas.site(number, day) for number in numbers},
            dict(self._register.latest_of_units(measure, day, self.since(day)).items()),
            _by_sender(self._register.unread_of_units(measure, day)),
            units_left_out(self.dataset, self._grain, day),
        )

    def _bodies(self, measure: str, day: date) -> _Reporters:
        organisations = stretches_of(self.dataset, ORGANISATION)
        who: dict[int, int | str] = {row: organisations.codes[row] for row in organisations.of_kind(self._grain, day)}
        lies = {code: organisations.places[row] for row, code in who.items()}
        sent = self._register.latest_of_bodies(measure, day, self.since(day))
        return _Reporters(
            "organisations",
            who,
            {row: organisations.places[row] for row in who},
            {code: (found, lies.get(code)) for code, found in sent.items()},
            _by_sender(self._register.unread_of_bodies(measure, day)),
            organisations.left_out(day, self._grain),
        )

    def behind(self, part: str | None, regrouping: Regrouping, period: Period | None) -> Iterator[RowBehind]:
        """Yield every return, and every row of the register of those who report."""
        measure, day = self.measure.of(part), regrouping.day
        if measure.flow:
            return
        reporters = self._reporters(measure, day, period)
        senders, sent = Trail(reporters.register, regrouping), Trail("returns", regrouping)
        # By identity: which of the rows it is, and not what it says.
        numbers = {id(row): number for number, row in enumerate(self._register.rows)}
        told: dict[tuple[int, bool], RowBehind] = {}

        def asked(row: int) -> RowBehind:
            found, site, newer = reporters.of(row)
            reason: Reason = "missing" if found is None else "counted"
            behind = senders.put(row, site, Amount(expected=1), reason)
            if found is not None:
                number, amount = numbers[id(found)], reporters.reported(found, 0)._replace(expected=0)
                told[number, False] = sent.hang(number, behind, amount, "counted")
            for number, unread, _, _ in newer:
                told[number, unread] = sent.hang(number, behind, Amount(left_out=1), "left-out", unread=unread)
            return behind

        if self._by_units:
            yield from units_behind(self.dataset, self._grain, regrouping, asked)
        else:
            yield from stretches_of(self.dataset, ORGANISATION).behind(regrouping, asked, self._grain)
        told |= dict(self._unread_behind(sent, reporters, told))
        yield from self._sent_behind(sent, str(measure), day, reporters, told)

    def _unread_behind(
        self, sent: Trail, reporters: _Reporters, told: Container[tuple[int, bool]]
    ) -> Iterator[tuple[tuple[int, bool], RowBehind]]:
        """Yield the returns left out that take nobody's place: of nobody known, older, or of who does not report."""
        who = set(reporters.who.values())
        for sender, lost in reporters.unread.items():
            for number, unread, _, _ in lost:
                if sender is None:
                    yield (number, unread), sent.leave_out(number, None, unread=unread)
                elif (number, unread) not in told:
                    why_not: Reason = "older" if sender in who else "not-the-grain"
                    yield (number, unread), sent.skip(number, None, why_not, unread=unread)

    def _sent_behind(
        self,
        sent: Trail,
        measure: str,
        day: date,
        reporters: _Reporters,
        told: Mapping[tuple[int, bool], RowBehind],
    ) -> Iterator[RowBehind]:
        """Yield all returns: as they are told, and the others with the reason why they do nothing."""
        register, who = self._register, set(reporters.who.values())
        for number, row in enumerate(register.rows):
            reason = self._why_not(number, measure, day, who)
            reason = "old" if reason == "older" and reporters.too_old(row) else reason
            yield told.get((number, False)) or sent.skip(number, register.reporters[number], reason)
        for number, cells in enumerate(register.table.broken):
            concerns = register.may_be(cells.get("measure", ""), measure)
            reason = (over(cells, "date", None, day, "not-yet") or "closed") if concerns else "other-kind"
            yield told.get((number, True)) or sent.skip(number, None, reason, unread=True)

    def _why_not(self, number: int, measure: str, day: date, who: Container[int | str]) -> Reason:
        """Return why a return does not count that is neither the latest of who reports nor left out."""
        row, register, since = self._register.rows[number], self._register, self.since(day)
        if row.measure != measure and not register.may_be(row.measure, measure):
            return "other-kind"
        if day < row.date or (since is not None and row.date < since):
            return "not-yet" if day < row.date else "other-days"
        unit = self.dataset.map(day).place(register.reporters[number], own=True)
        sender = unit if self._by_units else register.senders[number]
        return "older" if sender in who else "not-the-grain"


def _by_sender(lost: Iterable[Lost]) -> Mapping[int | str | None, Sequence[Lost]]:
    by_sender: dict[int | str | None, list[Lost]] = {}
    for each in lost:
        by_sender.setdefault(each[2], []).append(each)
    return by_sender
