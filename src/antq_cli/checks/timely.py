"""The rules of time (T1): days that lie ahead, and returns that came early, late, or not at all."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from antq_cli.answers.query import Query
from antq_cli.answers.reporting import reporting
from antq_cli.checks.rules import PAST, SENDERS, TIMELY
from antq_cli.checks.site import NotJudged, RowsJudged, Site
from antq_cli.core import called
from antq_cli.core.checked import WhyNot
from antq_cli.core.days import earlier
from antq_cli.core.findings import Finding, Rule
from antq_cli.core.manifest import ORGANISATION, Manifest, Reported
from antq_cli.core.measures import FAMILIES
from antq_cli.core.registers import Return
from antq_cli.core.reporting import Expected, Reporter
from antq_cli.core.values import Said
from antq_cli.counting import bulk
from antq_cli.counting.returns import returns_of
from antq_cli.counting.stretches import stretches_of
from antq_cli.reading.tables import Table

RULES = TIMELY
Unjudged = Literal["not-evaluated", "skipped"]
_REPORTING = tuple(RULES[code] for code in ("T103", "T104", "T105"))


def find(site: Site) -> Iterator[Finding | RowsJudged | NotJudged]:
    """Yield what the rules of time find in a book, and which of them could not be judged in a register."""
    for name, columns in PAST.items():
        for column in columns:
            yield from _ahead(site, name, column)
    yield from _too_early(site)
    why = _not_judged(site)
    yield from _reports(site) if why is None else (mark for rule in _REPORTING for mark in _marks(rule, *why))


@dataclass(frozen=True)
class _After:
    """Picks the days after another one."""

    today: str

    def __call__(self, cells: Collection[str]) -> Collection[str]:
        return {cell for cell in cells if cell > self.today}


def top_of(site: Site) -> int | None:
    """Return the top of the map of the day; None where the book has none such."""
    return site.dataset.map(site.day).top if site.dataset.atlas.countable else None


def _ahead(site: Site, name: str, column: str) -> Iterator[Finding]:
    """Find the days of a column that are after today (T101); ISO days sort as text."""
    table = site.book.table(name)
    late = bulk.picked(table, column, _After(site.today.isoformat()))
    for row in bulk.where(table, column, late) if late else ():
        yield table.finding(RULES["T101"], row, column, today=site.today)


def _too_early(site: Site) -> Iterator[Finding]:
    """Find the returns that were received before the day that they are of (T102)."""
    table = site.book.table("returns")
    for row, (of, received) in enumerate(table.cells("date", "received")):
        if received and received < of:
            yield table.finding(RULES["T102"], row, "received", other=of)


def _marks(rule: Rule, judged: Unjudged, why: WhyNot, other: str = "") -> Iterator[NotJudged]:
    for register in rule.of:
        yield NotJudged(rule, register, judged, why, other)


def _not_judged(site: Site) -> tuple[Unjudged, WhyNot, str] | None:
    """Return why it cannot be said who reported in time, or None where it can."""
    table = site.book.table("returns")
    if not _with_rhythm(site.dataset.manifest):
        return "skipped", "no-rhythm", ""
    if table.refused or not table.parts:
        return "not-evaluated", "needs" if table.refused else "without", "returns"
    return ("not-evaluated", "no-top", "") if top_of(site) is None else None


def _with_rhythm(manifest: Manifest) -> list[Reported]:
    """Return the kinds that are reported and of which the manifest says how often."""
    kinds = [kind for name in (*FAMILIES, "households") for kind in manifest.kinds(name).values()]
    reported = [kind for kind in kinds if kind.source == "returns" or kind.grain is not None]
    return [kind for kind in reported if kind.every is not None or "returns" in manifest.model_fields_set]


def _reports(site: Site) -> Iterator[Finding | RowsJudged | NotJudged]:
    """Find who was to report in the last period that had ended, and was late, has not, or not for long."""
    manifest, top = site.dataset.manifest, top_of(site)
    assert top is not None
    if manifest.returns.due is None:
        yield from _marks(RULES["T103"], "skipped", "no-due")
    if manifest.returns.stale is None:
        yield from _marks(RULES["T105"], "skipped", "no-stale")
    reported = [_Measure(site, each) for each in reporting(site.figures, Query(site.day, top), over=True).kinds]
    reported = [measure for measure in reported if measure.declared in _with_rhythm(manifest)]
    bodies = not all(manifest.is_level(manifest.grain(kind)) for kind in _with_rhythm(manifest))
    lost = bodies and site.book.table("organisations").refused
    if not lost and not any(measure.expected.expected for measure in reported):
        yield from (mark for rule in _REPORTING for mark in _marks(rule, "skipped", "nobody-reports"))
        return
    for rule in _REPORTING if lost else ():
        registers = (register for register in rule.of if register != "units")
        yield from (NotJudged(rule, register, "not-evaluated", "needs", "organisations") for register in registers)
    told = [measure for measure in reported if measure.of_units or not lost]
    for measure in told:
        yield from measure.find()
    yield from _of_no_sender(site, told, lost=lost)
    if manifest.returns.due is not None:
        yield _received(told)


class _Measure:
    """What was expected of a measure, and where in the book its returns and their senders stand."""

    def __init__(self, site: Site, expected: Expected) -> None:
        manifest = site.dataset.manifest
        self.site = site
        self.expected = expected
        self.declared = manifest.kinds(expected.kind.measure.family)[expected.kind.id]
        self.grain = manifest.grain(self.declared)
        self.of_units = manifest.is_level(self.grain)

    def find(self) -> Iterator[Finding]:
        """Yield what is late (T103), missing (T104) or old (T105); who is told the second is not told the third."""
        period = self.expected.period
        # Nobody is missing for as long as there is time.
        over = not period.cut and self.site.today > (self.expected.due or period.last)
        for reporter in self.expected.reporters:
            if reporter.arrival == "late":
                row = self._row(reporter, min(self.site.day, period.last))
                yield self._on_return("T103", row, "received", reporter, due=self.expected.due)
            if not reporter.sent and over:
                days = {"first": period.first, "last_day": period.last, **_latest(reporter)}
                yield self._on_sender("T104", reporter, **days)
            elif reporter.stale and self._silent(reporter):
                yield self._stale(reporter)

    def _stale(self, reporter: Reporter) -> Finding:
        days = {**_latest(reporter), "day": self.site.day, "n": self.site.dataset.manifest.returns.stale}
        if reporter.last is None:
            return self._on_sender("T105", reporter, **days)
        return self._on_return("T105", self._row(reporter, self.site.day), "date", reporter, **days)

    def _on_return(self, code: str, row: int, column: str, reporter: Reporter, **values: object) -> Finding:
        return self.site.book.table("returns").finding(RULES[code], row, column, **self._named(reporter), **values)

    def _on_sender(self, code: str, reporter: Reporter, **values: object) -> Finding:
        table, row = self._sender(reporter)
        return table.finding(RULES[code], row, "code", **self._named(reporter), **values)

    def _named(self, reporter: Reporter) -> dict[str, object]:
        measure = called.measure(self.site.dataset.manifest, str(self.expected.kind.measure))
        return {"unit": called.unit(reporter.unit, reporter.unit_name), "measure": measure}

    def _sender(self, reporter: Reporter) -> tuple[Table, int]:
        """Return the register of who was to report, and the row there: the number of a unit is that of its row."""
        dataset, last = self.site.dataset, self.expected.period.last
        if self.of_units:
            row = dataset.map(last).unit(reporter.unit)
        else:
            row = stretches_of(dataset, ORGANISATION).there(reporter.unit, last.isoformat())
        assert row is not None
        return dataset.book.table("units" if self.of_units else "organisations"), row

    def _silent(self, reporter: Reporter) -> bool:
        """Return whether a sender whose latest return is too old could have sent a newer one, and should have.

        Who reports once a year is not silent for as long as the year runs; who has just opened has had no time.
        """
        if reporter.last is not None and self.expected.period.first <= reporter.last:
            return False
        table, row = self._sender(reporter)
        opened, closed = bulk.cell(table, row, "opened"), bulk.cell(table, row, "closed")
        since = earlier(self.site.day, self.site.dataset.manifest.returns.stale or 0)
        return opened < since.isoformat() and (not closed or self.site.day.isoformat() < closed)

    def _row(self, reporter: Reporter, day: date) -> int:
        """Return the row of the latest return by a day of somebody who has sent one."""
        who = self._sender(reporter)[1] if self.of_units else reporter.unit
        sent, _ = self._latest(day)[who]
        return next(row for row, each in enumerate(returns_of(self.site.dataset).rows) if each is sent)

    def _latest(self, day: date) -> Mapping[int | str, tuple[Return, int | None]]:
        if day not in self._sent:
            returns = returns_of(self.site.dataset)
            self._sent[day] = returns.latest(str(self.expected.kind.measure), self.grain, day)
        return self._sent[day]

    @cached_property
    def _sent(self) -> dict[date, Mapping[int | str, tuple[Return, int | None]]]:
        return {}


def _latest(reporter: Reporter) -> dict[str, object]:
    """Return of which day somebody's latest return is, as a sentence says it."""
    return {"latest": Said("latest", "never" if reporter.last is None else "day"), "last": reporter.last}


def _of_no_sender(site: Site, measures: Sequence[_Measure], *, lost: bool) -> Iterator[NotJudged]:
    """Yield why nobody of a register was missing or silent (T104, T105), where nothing was expected of it.

    ``lost`` says that organisations cannot be read: nobody knows what was expected of them.
    """
    manifest = site.dataset.manifest
    for register in ("units",) if lost else SENDERS:
        units = register == "units"
        if not any(measure.expected.expected for measure in measures if measure.of_units == units):
            declared = any(manifest.is_level(manifest.grain(kind)) == units for kind in _with_rhythm(manifest))
            why: WhyNot = "nobody-reports" if declared else "no-kind"
            other = "" if declared else register
            yield from (NotJudged(RULES[code], register, "skipped", why, other) for code in ("T104", "T105"))


def _received(measures: Iterable[_Measure]) -> RowsJudged | NotJudged:
    """Return of how many returns of the period the day is known on which they came (T103), or why of none."""
    arrivals = Counter(reporter.arrival for measure in measures for reporter in measure.expected.reporters)
    if arrivals["on-time"] or arrivals["late"]:
        return RowsJudged(RULES["T103"], "returns", arrivals["on-time"] + arrivals["late"])
    if arrivals["undated"]:
        return NotJudged(RULES["T103"], "returns", "not-evaluated", "no-received")
    return NotJudged(RULES["T103"], "returns", "skipped", "none-sent")
