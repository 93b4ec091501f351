"""Papers of a book in states that it is not in: nobody, everybody, nothing known, not all reported, old numbers."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from antq_cli.answers.gaps import gaps
from antq_cli.answers.paper import Wanted, level_of_report, paper
from antq_cli.answers.query import Query
from antq_cli.core.calendars import Calendar, Period, parse_span
from antq_cli.core.collector import Collector
from antq_cli.core.figures import Figure, Summary
from antq_cli.core.measures import FAMILIES
from antq_cli.core.paper import Paper
from antq_cli.core.ratio import Ratio
from antq_cli.core.reporting import Arrival, Expected
from antq_cli.core.standards import UnitResults
from antq_cli.counting.asking import Figures
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.families import registers_of
from antq_cli.reading.book import open_book

State = Callable[[Figure], Figure]
DATA = Path(__file__).parents[2] / "data"


@cache
def _figures(book: str) -> Figures:
    opened = open_book(str(DATA / book), Path())
    kinds = [(family, kind) for family in FAMILIES for kind in opened.manifest.kinds(family)]
    needed = [name for family, kind in kinds for name in registers_of(opened.manifest, family, kind)]
    return Figures(Dataset(opened, list(dict.fromkeys(needed)), Collector(opened.collector)))


@cache
def counted(book: str, span: str | None, vs: str | None = None, unit: str | None = None) -> Paper:
    """The paper of a book of `data` over a period, beside another one, of a unit by its code."""
    figures = _figures(book)
    dataset = figures.dataset
    calendar = dataset.manifest.calendar("calendar")
    period, before = (_period(calendar, name) for name in (span, vs))
    day = dataset.manifest.campaign.as_of if period is None else period.last
    assert day is not None
    number = None if unit is None else dataset.map(day).unit(unit)
    asked = Query(day, number, None, basis=day, period=period)
    asked = asked._replace(by=level_of_report(figures, asked))
    return paper(figures, Wanted(asked, before, calendar), {})


def _period(calendar: Calendar, name: str | None) -> Period | None:
    span = parse_span(name or "")
    return None if span is None else calendar.period(span)


def sample() -> Paper:
    """The sample of August 2021 beside March."""
    return counted("cam-thuy-sample", "2021-08", "2021-03")


def published() -> Paper:
    """What was published in August 2021: one number for the whole district, and nothing of much."""
    return counted("cam-thuy-2021", "2021-08")


# States ----------------------------------------------------------------------------------------------------------


def nobody(row: Figure) -> Figure:
    """Nobody of those who are to be: who has a result of the standard need not meet it."""
    return row if row.measure.part in ("not-met", "pending") or row.measure.kind is None else of_number(row, 0)


def everybody(row: Figure) -> Figure:
    """Everybody who is to be; what has no denominator stays."""
    if row.measure.part in ("not-met", "pending", "lapsed"):
        return of_number(row, 0)
    return row if row.den is None else of_number(row, row.den)


def of_number(row: Figure, num: int) -> Figure:
    """The figure with another numerator."""
    ratio = Ratio(num, row.den)
    return row._replace(num=num, percent=ratio.percent(), remaining=ratio.remaining)


def nothing(row: Figure) -> Figure:
    """Nothing is known."""
    without = row._replace(num=None, den=None, percent=None, remaining=None)
    return without._replace(state="not-reported", reported=0, expected=17)


def not_all(row: Figure) -> Figure:
    """Not all of those who are to report have done so."""
    return row._replace(state="partial", reported=15, expected=17, remaining=None)


def old(row: Figure) -> Figure:
    """Some of those who reported have sent nothing new."""
    return row._replace(reported=17, expected=17, old=3)


STATES: dict[str, State] = {
    "some": lambda row: row,
    "none": nobody,
    "all": everybody,
    "unknown": nothing,
    "partial": not_all,
    "old": old,
}


def put(found: Paper, state: State, *, earlier: bool = False) -> Paper:
    """A paper all figures of which are in another state, those of the earlier period too where that is asked for."""
    summaries = [_summary(each, state, earlier=earlier) for each in found.summaries]
    subjects = [each._replace(units=[_mapped(unit, state) for unit in each.units]) for each in found.standards.subjects]
    with_target = [] if summaries[0].by is None else [each for each in gaps(summaries[0]).kinds if each.kind.target]
    return found._replace(
        summaries=summaries,
        standards=found.standards._replace(subjects=subjects),
        gaps=with_target,
        units=[*map(state, found.units)],
        households=found.households and state(found.households),
    )


def _mapped(unit: UnitResults, state: State) -> UnitResults:
    assessed, met, not_met, pending = (state(row) for row in (unit.assessed, unit.met, unit.not_met, unit.pending))
    return UnitResults(assessed, met, not_met, pending, unit.exempt)


def _summary(each: Summary, state: State, *, earlier: bool) -> Summary:
    put_ = each._replace(rows=[*map(state, each.rows)], totals=[*map(state, each.totals)])
    if each.before is None:
        return put_
    then = _summary(each.before, state, earlier=True) if earlier else each.before
    return put_.since(then)


def returned(found: Paper, how: Arrival) -> Paper:
    """A paper of which all returns came in one way: on-time, late, undated, missing."""
    assert found.returns is not None
    return found._replace(returns=found.returns._replace(kinds=[_arrived(each, how) for each in found.returns.kinds]))


def _arrived(each: Expected, how: Arrival) -> Expected:
    on_time, received = (each.expected if which else 0 for which in (how == "on-time", how != "missing"))
    return each._replace(
        received=received,
        on_time=on_time,
        late=each.expected if how == "late" else 0,
        on_time_of_expected=Ratio(on_time, each.expected).percent(),
        on_time_of_received=Ratio(on_time, received).percent(),
        reporters=[reporter._replace(arrival=how) for reporter in each.reporters],
    )
