"""The safety standard: who was assessed in a window under the regime of the day, and with which result.

Sources: Thông tư 23/2012/TT-BCA, Thông tư 124/2021/TT-BCA; what they say stands in the manifest.
"""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from antq_cli.core import called
from antq_cli.core.calendars import Period, Span
from antq_cli.core.days import YEAR
from antq_cli.core.findings import Finding, Rule
from antq_cli.core.manifest import ORGANISATION, Manifest
from antq_cli.core.measures import Measure
from antq_cli.core.regimes import JudgedSubject
from antq_cli.core.registers import Assessment
from antq_cli.counting import bulk
from antq_cli.counting.amounts import NOTHING, Amount, OwnAmounts
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.registered import units_behind
from antq_cli.counting.returns import Returns
from antq_cli.counting.rules import RULES
from antq_cli.counting.sources import Reason, RowBehind, Source, Trail
from antq_cli.counting.stretches import Stretches, called_on, stretches_of
from antq_cli.counting.unread_rows import dated, may_be_there, over, unit_meant, units_left_out
from antq_cli.units.regrouping import Regrouping

_YEAR = re.compile(r"[0-9]{4}")
# Beside the parts of the measure: how many a regime leaves out.
EXEMPT = "exempt"


# The rules that name the subject: it is known.
_NAMING = ("X304", "X305")
# The rule that is broken, the column, and values.
WhyUncounted = tuple[str, str, Mapping[str, object]]


class Window(NamedTuple):
    """A year in which a kind of subject is judged: the id of the regime, how it judges, the days."""

    regime: str
    judged: JudgedSubject
    period: Period


class HeldAssessment(NamedTuple):
    """An assessment of a subject that is known: the number of a unit, or the code of an organisation."""

    number: int
    row: Assessment
    unit: int | None


class Stray(NamedTuple):
    """An assessment that does not count: the kind of its subject, if that is known, and where it would have been."""

    number: int
    row: Assessment
    kind: str | None
    site: int | None


def window_of(manifest: Manifest, subject: str, day: date) -> Window | None:
    """Return the window in which a kind of subject is judged on a day: of two that overlap, the one that is ending.

    None where no regime in force on the day judges it, and on a day between two years.
    """
    for id_, regime in manifest.regimes.items():
        if regime.in_force(day) and subject in regime.subjects:
            judged = regime.subjects[subject]
            years = manifest.calendar(judged.calendar).years_of(day)
            return Window(id_, judged, years[0]) if years else None
    return None


def window_named(manifest: Manifest, subject: str, name: str, day: date) -> Window | None:
    """Return the window of a name in which a kind of subject is judged: that of the day, if it has that name.

    Else the one whose regime is in force on its last day.
    """
    running = window_of(manifest, subject, day)
    if running is not None and running.period.name == name:
        return running
    for id_, regime in manifest.regimes.items():
        if subject in regime.subjects:
            judged = regime.subjects[subject]
            year = manifest.calendar(judged.calendar).period(Span(int(name), 0, YEAR))
            if year is not None and regime.in_force(year.last):
                return Window(id_, judged, year)
    return None


def windows_ended(manifest: Manifest, subject: str, period: Period) -> list[Window]:
    """Return the windows of a kind of subject whose last day lies within a period, in their order.

    Each is that of its last day: of two regimes, the one that is in force then.
    """
    found: list[Window] = []
    for regime in manifest.regimes.values():
        if subject in regime.subjects:
            calendar = manifest.calendar(regime.subjects[subject].calendar)
            for number in range(period.first.year, period.last.year + 1):
                year = calendar.period(Span(number, 0, YEAR))
                window = None if year is None else window_of(manifest, subject, year.last)
                if (
                    year is not None
                    and window is not None
                    and window.period == year
                    and period.holds(year.last, year.last)
                ):
                    found += [] if window in found else [window]
    return sorted(found, key=lambda each: each.period.last)


def _may_be_in(window: Window, cells: Mapping[str, str]) -> bool:
    """Return whether a row is of a window, or of no year at all and so perhaps of this one."""
    named = cells.get("window", "")
    return named == window.period.name or not _YEAR.fullmatch(named)


class AssessmentsRegister:
    """The register of assessments."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.rows: Sequence[Assessment] = dataset.book.rows(Assessment, needed=True)
        self.table = dataset.book.table("assessments")
        self.strays: list[Stray] = []
        # By kind of subject, regime and window.
        self.held: dict[tuple[str, str, str], list[HeldAssessment]] = {}
        for number, row in enumerate(self.rows):
            self._file(number, row)
        dataset.report(self._unknown_exemptions())

    def _unknown_exemptions(self) -> Iterator[Finding]:
        """Find the reasons for being left out that no regime knows (X208): who has one is to be assessed."""
        if all(self.dataset.manifest.is_level(subject) for subject in self.dataset.manifest.standards):
            return
        regimes = self.dataset.manifest.regimes.values()
        known = list(dict.fromkeys(word for regime in regimes for word in regime.exempt))
        table = self.organisations.table
        for number, word in enumerate(bulk.column(table, "exempt")):
            judged = any(bulk.cell(table, number, "kind") in regime.subjects for regime in regimes)
            if word and word not in known and judged:
                yield table.finding(RULES["X208"], number, "exempt", allowed=known)

    @cached_property
    def organisations(self) -> Stretches:
        """The register of organisations, which the book may do without."""
        return stretches_of(self.dataset, ORGANISATION, needed=False)

    def _file(self, number: int, row: Assessment) -> None:
        """Put an assessment to those of its subject, or, with a finding, to those that do not count."""
        unit = self.dataset.atlas.bearer(row.subject, row.date)
        stretch = None if unit is not None else self.organisations.there(row.subject, str(row.date))
        kind = self._kind(unit, stretch)
        fault = self._fault(row, kind, stretch)
        if fault is None and kind is not None:
            self.held.setdefault((kind, row.regime, row.window), []).append(HeldAssessment(number, row, unit))
            return
        site = unit if stretch is None else self.organisations.places[stretch]
        self.strays.append(Stray(number, row, kind, site))
        if fault is not None:
            code, column, values = fault
            named = {"unit": called_on(self.dataset, row.subject, row.date, unit)} if code in _NAMING else {}
            self.dataset.report([self.table.finding(RULES[code], number, column, **values, **named)])

    def _kind(self, unit: int | None, stretch: int | None) -> str | None:
        if unit is not None:
            return self.dataset.atlas.units[unit].level
        return None if stretch is None else bulk.cell(self.organisations.table, stretch, "kind")

    def _fault(  # noqa: PLR0911 - one reason after the other, in the order in which they can be told
        self, row: Assessment, kind: str | None, stretch: int | None
    ) -> WhyUncounted | None:
        """Return why an assessment does not count, or None where it does.

        It cannot be told of a subject whose own row could not be read, which is a finding already.
        """
        manifest = self.dataset.manifest
        regime = manifest.regimes.get(row.regime)
        if regime is None:
            return "X301", "regime", {"allowed": [*manifest.regimes]}
        if not regime.in_force(row.date):
            return "X302", "date", {"regime": called.regime(manifest, row.regime)}
        if kind is None:
            return None if self._untold(row.subject) else ("X303", "subject", {})
        if stretch is None and not manifest.is_level(kind):
            return None  # a unit of a level that the manifest does not know is a finding already
        judged = regime.subjects.get(kind)
        if judged is None:
            return (
                "X304",
                "subject",
                {"kind": called.level(manifest, kind), "regime": called.regime(manifest, row.regime)},
            )
        if stretch is not None and self.exempt(stretch, regime.exempt):
            return "X305", "subject", {"reason_given": bulk.cell(self.organisations.table, stretch, "exempt")}
        return self._outside(row, judged)

    def _untold(self, code: str) -> bool:
        """Return whether nobody can tell if there is a subject: its own row, or the whole register, cannot be read."""
        organisations = self.organisations
        return self.dataset.atlas.unreadable(code) or code in organisations.unreadable or organisations.table.refused

    def _outside(self, row: Assessment, judged: JudgedSubject) -> WhyUncounted | None:
        """Return how the day of an assessment misses its window."""
        year = self.dataset.manifest.calendar(judged.calendar).period(Span(int(row.window), 0, YEAR))
        if year is not None and year.first <= row.date <= year.last:
            return None
        first, last = (None, None) if year is None else (year.first, year.last)
        return "X306", "date", {"window": row.window, "first": first, "last": last}

    def exempt(self, stretch: int, reasons: Container[str]) -> bool:
        """Return whether an organisation is left out for one of some reasons."""
        return bulk.cell(self.organisations.table, stretch, "exempt") in reasons

    def latest(self, subject: str, window: Window, regrouping: Regrouping) -> dict[int | str, HeldAssessment]:
        """Return the latest assessment by a day of each unit of the map, or of each organisation."""
        latest: dict[int | str, HeldAssessment] = {}
        for held in self.held.get((subject, window.regime, str(window.period.name)), ()):
            if held.row.date <= regrouping.day:
                who = held.row.subject if held.unit is None else regrouping.map.place(held.unit, own=True)
                found = None if who is None else latest.get(who)
                if who is not None and (found is None or found.row.date < held.row.date):
                    latest[who] = held
        for who, day in self._unread(window, regrouping):
            if who in latest and (day is None or latest[who].row.date <= day):
                del latest[who]  # nobody knows what the newer one says
        return latest

    def _unread(self, window: Window, regrouping: Regrouping) -> Iterator[tuple[int | str, date | None]]:
        """Yield whom an assessment is of that could not be read and may be of a window and a day, and its day."""
        for cells in self.table.broken:
            code = cells.get("subject", "")
            if _may_be_in(window, cells) and may_be_there(cells, "date", None, regrouping.day):
                unit = regrouping.map.place(
                    unit_meant(self.dataset, cells, "subject", "date", regrouping.day), own=True
                )
                yield code if unit is None else unit, dated(cells, "date")

    def finding(self, rule: Rule, held: HeldAssessment, **values: object) -> Finding:
        """The finding on an assessment, at the cell of its result."""
        return self.table.finding(rule, held.number, "result", **values)

    def left_out(self, subject: str, window: Window, day: date) -> Iterator[int | None]:
        """Yield the place of each assessment that does not count, and may be of a subject, a window and a day."""
        yield from (stray.site for stray in self.strays if self.why_not(stray, subject, window, day) is None)
        for cells in self.table.broken:
            if self.why_not_read(cells, subject, window, day) is None:
                yield self.meant(cells, day)

    def why_not(self, stray: Stray, subject: str, window: Window, day: date) -> Reason | None:
        """Return why an assessment that does not count is not missed either; None where it is."""
        if stray.kind not in (None, subject):
            return "other-kind"
        if stray.row.window != window.period.name:
            return "other-days"
        return "not-yet" if day < stray.row.date else None

    def why_not_read(self, cells: Mapping[str, str], subject: str, window: Window, day: date) -> Reason | None:
        """Return why an assessment that could not be read is not missed; None where it is."""
        if not _may_be_in(window, cells):
            return "other-days"
        return over(cells, "date", None, day, "not-yet") or (
            None if self._may_be(cells.get("subject", ""), subject) else "other-kind"
        )

    def meant(self, cells: Mapping[str, str], day: date) -> int | None:
        """Return where the subject of an assessment that could not be read lies."""
        code = cells.get("subject", "")
        if self.dataset.atlas.known(code):
            return unit_meant(self.dataset, cells, "subject", "date", day)
        return self.organisations.place(code, day)

    def _may_be(self, code: str, subject: str) -> bool:
        """Return whether a code may be one of a subject's: of an unreadable row more cannot be told."""
        if self.dataset.atlas.known(code):
            number = self.dataset.atlas.bearer(code, None)
            return number is not None and self.dataset.atlas.units[number].level == subject
        organisation = self.organisations.subjects.get(code)
        if organisation is not None:
            return bulk.cell(self.organisations.table, organisation, "kind") == subject
        return True


def assessments_of(dataset: Dataset) -> AssessmentsRegister:
    """The assessments of a book, judged when they are first asked for and shared by all subjects."""
    return dataset.share("assessments", lambda: AssessmentsRegister(dataset))


class Assessments(Source):
    """A subject of the standard, from the assessments of the window of the day."""

    @staticmethod
    def reads(manifest: Manifest, measure: Measure) -> Sequence[str]:
        """Return the assessments, and the organisations where those are judged."""
        return ("assessments",) if manifest.is_level(str(measure.kind)) else ("assessments", "organisations")

    @staticmethod
    def is_of_bodies(manifest: Manifest, measure: Measure, body: str) -> bool:
        """Whether the subject is this kind of organisation itself."""
        return measure.kind == body

    @property
    def _register(self) -> AssessmentsRegister:
        return assessments_of(self.dataset)

    def amounts(self, part: str | None, regrouping: Regrouping, period: Period | None = None) -> OwnAmounts:
        """Return who is to be assessed on a day, and of whom there is a result: any, or the one that is asked for.

        The part :data:`EXEMPT` asks for those that the regime leaves out.
        """
        amounts = OwnAmounts(regrouping)
        window = window_of(self.dataset.manifest, self.kind, regrouping.day)
        if window is None:
            return amounts
        results = self._register.latest(self.kind, window, regrouping)
        if self.dataset.manifest.is_level(self.kind):
            self._put_units(amounts, part, results)
        else:
            self._put_organisations(amounts, part, results, window)
        for site in self._register.left_out(self.kind, window, regrouping.day):
            amounts.leave_out(site)
        return amounts

    def _put_units(self, amounts: OwnAmounts, part: str | None, results: Mapping[int | str, HeldAssessment]) -> None:
        map_ = amounts.regrouping.map
        amounts.miss(map_.detached(self.kind))
        for number in map_.level(self.kind) if part != EXEMPT else ():
            amounts.put(number, _result(results.get(number), part), itself=True)
        for place in units_left_out(self.dataset, self.kind, map_.day):
            amounts.leave_out(place)

    def _put_organisations(
        self, amounts: OwnAmounts, part: str | None, results: Mapping[int | str, HeldAssessment], window: Window
    ) -> None:
        organisations, day = self._register.organisations, amounts.regrouping.day
        reasons = self.dataset.manifest.regimes[window.regime].exempt
        for stretch in organisations.of_kind(self.kind, day):
            site, left_out = organisations.places[stretch], self._register.exempt(stretch, reasons)
            if part == EXEMPT:
                amounts.put(site, Amount(int(left_out), None))
            elif not left_out:
                amounts.put(site, _result(results.get(organisations.codes[stretch]), part))
        for place in organisations.left_out(day, self.kind):
            amounts.leave_out(place)

    def behind(self, part: str | None, regrouping: Regrouping, period: Period | None) -> Iterator[RowBehind]:
        """Yield every assessment, and every row of the register of those who are judged."""
        register, trail, day = self._register, Trail("assessments", regrouping), regrouping.day
        window = window_of(self.dataset.manifest, self.kind, day)
        if window is None:
            yield from self._of_no_window(trail)
            return
        latest = register.latest(self.kind, window, regrouping)
        stood: dict[int | str, RowBehind] = {}
        yield from self._subjects_behind(part, regrouping, latest, stood)
        held = {each.number: each for listed in register.held.values() for each in listed}
        strays = {each.number: each for each in register.strays}
        of_window = {each.number for each in register.held.get((self.kind, window.regime, str(window.period.name)), ())}
        for number, row in enumerate(register.rows):
            if number in strays:
                why_not = register.why_not(strays[number], self.kind, window, day)
                site = strays[number].site
                yield trail.skip(number, site, why_not) if why_not else trail.leave_out(number, site)
            elif number not in of_window or row.date > day:
                yield trail.skip(number, held[number].unit, "not-yet" if number in of_window else "other-days")
            else:
                yield self._held_behind(trail, part, held[number], latest, stood, regrouping)
        for number, cells in enumerate(register.table.broken):
            why_not, site = register.why_not_read(cells, self.kind, window, day), register.meant(cells, day)
            skipped = why_not and trail.skip(number, site, why_not, unread=True)
            yield skipped or trail.leave_out(number, site, unread=True)

    def _of_no_window(self, trail: Trail) -> Iterator[RowBehind]:
        table = self._register.table
        yield from (trail.skip(number, None, "other-days") for number in range(len(table)))
        yield from (trail.skip(number, None, "other-days", unread=True) for number in range(len(table.broken)))

    def _subjects_behind(
        self,
        part: str | None,
        regrouping: Regrouping,
        latest: Mapping[int | str, HeldAssessment],
        stood: dict[int | str, RowBehind],
    ) -> Iterator[RowBehind]:
        """Yield those who are judged; what each of them does is put into ``stood``."""
        by_units, organisations = self.dataset.manifest.is_level(self.kind), self._register.organisations
        trail = Trail("units" if by_units else "organisations", regrouping)
        window = window_of(self.dataset.manifest, self.kind, regrouping.day)
        reasons = self.dataset.manifest.regimes[window.regime].exempt if window else ()

        def asked(row: int) -> RowBehind:
            who, site = (row, row) if by_units else (organisations.codes[row], organisations.places[row])
            left_out = not by_units and self._register.exempt(row, reasons)
            if part == EXEMPT:
                reason: Reason = "counted" if left_out else "other-word"
                amount = Amount(int(left_out), None)
                stood[who] = trail.skip(row, site, reason) if by_units else trail.put(row, site, amount, reason)
            elif left_out:
                stood[who] = trail.skip(row, site, "exempt")
            else:
                amount = Amount(0, 1, 0, 0 if part is None else 1)
                stood[who] = trail.put(row, site, amount, "counted" if who in latest else "missing", itself=by_units)
            return stood[who]

        if by_units:
            yield from units_behind(self.dataset, self.kind, regrouping, asked)
        else:
            yield from organisations.behind(regrouping, asked, self.kind)

    def _held_behind(
        self,
        trail: Trail,
        part: str | None,
        held: HeldAssessment,
        latest: Mapping[int | str, HeldAssessment],
        stood: Mapping[int | str, RowBehind],
        regrouping: Regrouping,
    ) -> RowBehind:
        """Return what an assessment of the window does: the latest one of a subject that is judged is its result."""
        who = held.row.subject if held.unit is None else regrouping.map.place(held.unit, own=True)
        if who is None or who not in stood:
            return trail.skip(held.number, held.unit, "closed")
        on = stood[who]
        if part == EXEMPT or on.reason == "exempt":
            return trail.hang(held.number, on, NOTHING, "other-word" if part == EXEMPT else "exempt")
        if latest.get(who) is not held:
            return trail.hang(held.number, on, NOTHING, "older")
        amount = _result(held, part)
        effect = Amount(amount.num, 0, amount.reported, 0)
        return trail.hang(held.number, on, effect, "counted" if amount.num else "other-word")


class PublishedResults(Returns):
    """A subject of the standard as others published it: only what was reported since the window of the day began."""

    def since(self, day: date) -> date | None:
        """The first day of the window: what is from before is of another. None on a day that is in no window."""
        window = window_of(self.dataset.manifest, self.kind, day)
        return window.period.first if window else None


def _result(held: HeldAssessment | None, part: str | None) -> Amount:
    """Return whether a subject has a result, or the one that is asked for; of a certain one it also matters if any."""
    if part is None:
        return Amount(int(held is not None), 1)
    return Amount(int(held is not None and part == held.row.result), 1, int(held is not None), 1)
