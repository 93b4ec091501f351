"""The safety standard: who was assessed in a window under the regime of the day, and with which result.

Sources: Thông tư 23/2012/TT-BCA, Thông tư 124/2021/TT-BCA; what they say stands in the manifest.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from antq_cli.core.calendars import YEAR, Period, Span
from antq_cli.core.findings import Finding, Rule
from antq_cli.core.manifest import ORGANISATION, Manifest
from antq_cli.core.regimes import JudgedSubject
from antq_cli.core.registers import Assessment
from antq_cli.counting.amounts import Amount, OwnAmounts
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.rules import RULES
from antq_cli.counting.stretches import Stretches, stretches_of
from antq_cli.counting.unread_rows import dated, may_be_of, may_be_there, unit_meant, units_left_out
from antq_cli.units.regrouping import Regrouping

_YEARS = frozenset(f"{year:04}" for year in range(10_000))
# Beside the parts of the measure: how many a regime leaves out.
EXEMPT = "exempt"


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


class Assessments:
    """The register of assessments."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self._rows: Sequence[Assessment] = dataset.book.rows(Assessment, needed=True)
        self._table = dataset.book.table("assessments")
        self.findings: list[Finding] = []
        self._strays: list[Stray] = []
        # By kind of subject, regime and window.
        self._held: dict[tuple[str, str, str], list[HeldAssessment]] = {}
        for number, row in enumerate(self._rows):
            self._file(number, row)
        self.findings += self._unknown_exemptions()

    def _unknown_exemptions(self) -> Iterator[Finding]:
        """Find the reasons for being left out that no regime knows (X208): who has one is to be assessed."""
        if all(self.dataset.manifest.is_level(subject) for subject in self.dataset.manifest.standards):
            return
        regimes = self.dataset.manifest.regimes.values()
        known = list(dict.fromkeys(word for regime in regimes for word in regime.exempt))
        table = self._organisations.table
        for number, word in enumerate(table.columns["exempt"]):
            judged = any(table.columns["kind"][number] in regime.subjects for regime in regimes)
            if word and word not in known and judged:
                yield table.finding(RULES["X208"], number, "exempt", allowed=known)

    @cached_property
    def _organisations(self) -> Stretches:
        return stretches_of(self.dataset, ORGANISATION, needed=False)

    def _file(self, number: int, row: Assessment) -> None:
        """Put an assessment to those of its subject, or, with a finding, to those that do not count."""
        unit = self.dataset.atlas.bearer(row.subject, row.date)
        stretch = None if unit is not None else self._organisations.there(row.subject, str(row.date))
        kind = self._kind(unit, stretch)
        fault = self._fault(row, kind, stretch)
        if fault is None and kind is not None:
            self._held.setdefault((kind, row.regime, row.window), []).append(HeldAssessment(number, row, unit))
            return
        site = unit if stretch is None else self._organisations.places[stretch]
        self._strays.append(Stray(row, kind, site))
        if fault is not None:
            code, column, values = fault
            self.findings.append(self._table.finding(RULES[code], number, column, **values))

    def _kind(self, unit: int | None, stretch: int | None) -> str | None:
        if unit is not None:
            return self.dataset.atlas.units[unit].level
        return None if stretch is None else self._organisations.table.columns["kind"][stretch]

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
            return "X302", "date", {"regime": row.regime}
        if kind is None:
            return None if self._untold(row.subject) else ("X303", "subject", {})
        if stretch is None and not manifest.is_level(kind):
            return None  # a unit of a level that the manifest does not know is a finding already
        judged = regime.subjects.get(kind)
        if judged is None:
            return "X304", "subject", {"kind": kind, "regime": row.regime}
        if stretch is not None and self._exempt(stretch, regime.exempt):
            return "X305", "subject", {"reason_given": self._organisations.table.columns["exempt"][stretch]}
        return self._outside(row, judged)

    def _untold(self, code: str) -> bool:
        """Return whether nobody can tell if there is a subject: its own row, or the whole register, cannot be read."""
        organisations = self._organisations
        return self.dataset.atlas.unreadable(code) or code in organisations.unreadable or organisations.table.refused

    def _outside(self, row: Assessment, judged: JudgedSubject) -> WhyUncounted | None:
        """Return how the day of an assessment misses its window."""
        year = self.dataset.manifest.calendar(judged.calendar).period(Span(int(row.window), 0, YEAR))
        if year is not None and year.first <= row.date <= year.last:
            return None
        first, last = (None, None) if year is None else (year.first, year.last)
        return "X306", "date", {"window": row.window, "first": first, "last": last}

    def _exempt(self, stretch: int, reasons: Container[str]) -> bool:
        return self._organisations.table.columns["exempt"][stretch] in reasons

    def amounts(self, subject: str, part: str | None, regrouping: Regrouping) -> OwnAmounts:
        """Return who is to be assessed on a day, and of whom there is a result: any, or the one that is asked for.

        The part :data:`EXEMPT` asks for those that the regime leaves out.
        """
        amounts = OwnAmounts(regrouping, self.findings)
        window = window_of(self.dataset.manifest, subject, regrouping.day)
        if window is None:
            return amounts
        results = self.latest(subject, window, regrouping)
        if self.dataset.manifest.is_level(subject):
            self._put_units(amounts, subject, part, results)
        else:
            self._put_organisations(amounts, subject, part, results, window)
        for site in self._left_out(subject, window, regrouping.day):
            amounts.leave_out(site)
        return amounts

    def _put_units(
        self, amounts: OwnAmounts, level: str, part: str | None, results: Mapping[int | str, HeldAssessment]
    ) -> None:
        map_ = amounts.regrouping.map
        amounts.add_findings(map_.why_lost(map_.detached(level)))
        for number in map_.level(level) if part != EXEMPT else ():
            amounts.put(number, _result(results.get(number), part), itself=True)
        for place in units_left_out(self.dataset, level, map_.day):
            amounts.leave_out(place)

    def _put_organisations(
        self,
        amounts: OwnAmounts,
        kind: str,
        part: str | None,
        results: Mapping[int | str, HeldAssessment],
        window: Window,
    ) -> None:
        organisations, day = self._organisations, amounts.regrouping.day
        reasons = self.dataset.manifest.regimes[window.regime].exempt
        for stretch in organisations.of_kind(kind, day):
            site, left_out = organisations.places[stretch], self._exempt(stretch, reasons)
            if part == EXEMPT:
                amounts.put(site, Amount(int(left_out), None))
            elif not left_out:
                amounts.put(site, _result(results.get(organisations.codes[stretch]), part))
        for place in organisations.left_out(day, kind):
            amounts.leave_out(place)

    def latest(self, subject: str, window: Window, regrouping: Regrouping) -> dict[int | str, HeldAssessment]:
        """Return the latest assessment by a day of each unit of the map, or of each organisation."""
        latest: dict[int | str, HeldAssessment] = {}
        for held in self._held.get((subject, window.regime, str(window.period.name)), ()):
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
        for cells in self._table.broken:
            code = cells.get("subject", "")
            named = may_be_of(cells, "window", str(window.period.name), _YEARS)
            if named and may_be_there(cells, "date", None, regrouping.day):
                unit = regrouping.map.place(
                    unit_meant(self.dataset, cells, "subject", "date", regrouping.day), own=True
                )
                yield code if unit is None else unit, dated(cells, "date")

    def finding(self, rule: Rule, held: HeldAssessment, **values: object) -> Finding:
        """Return the finding on the result of an assessment."""
        return self._table.finding(rule, held.number, "result", **values)

    def _left_out(self, subject: str, window: Window, day: date) -> Iterator[int | None]:
        """Yield the place of each assessment that does not count, and may be of a subject, a window and a day."""
        for row, kind, site in self._strays:
            if kind in (None, subject) and row.window == window.period.name and row.date <= day:
                yield site
        for cells in self._table.broken:
            code = cells.get("subject", "")
            named = may_be_of(cells, "window", str(window.period.name), _YEARS)
            if named and may_be_there(cells, "date", None, day) and self._may_be(code, subject):
                known = self.dataset.atlas.known(code)
                yield (
                    unit_meant(self.dataset, cells, "subject", "date", day)
                    if known
                    else self._organisations.place(code, day)
                )

    def _may_be(self, code: str, subject: str) -> bool:
        """Return whether a code may be one of a subject's: of an unreadable row more cannot be told."""
        if self.dataset.atlas.known(code):
            number = self.dataset.atlas.bearer(code, None)
            return number is not None and self.dataset.atlas.units[number].level == subject
        organisation = self._organisations.subjects.get(code)
        if organisation is not None:
            return self._organisations.table.columns["kind"][organisation] == subject
        return True


def _result(held: HeldAssessment | None, part: str | None) -> Amount:
    """Return whether a subject has a result, or the one that is asked for; of a certain one it also matters if any."""
    if part is None:
        return Amount(int(held is not None), 1)
    return Amount(int(held is not None and part == held.row.result), 1, int(held is not None), 1)


def assessments_of(dataset: Dataset) -> Assessments:
    """Return the assessments of a book."""
    return dataset.share("assessments", lambda: Assessments(dataset))
