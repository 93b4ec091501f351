"""`antq periods`."""

from datetime import date

from antq_cli.checks.calendars import joints_of
from antq_cli.cli.desk import Answer, sit_down
from antq_cli.cli.options import Request
from antq_cli.cli.when import calendar
from antq_cli.core import called
from antq_cli.core.calendars import Calendar, Periods, Span, parse_span
from antq_cli.core.outcomes import Note, Outcome

# The year, halves, nine months, quarters and months, as months of the year from which and up to which they go.
_PARTS = (
    *((0, 12), (0, 6), (6, 12), (0, 9)),
    *((begin, begin + 3) for begin in range(0, 12, 3)),
    *((begin, begin + 1) for begin in range(12)),
)


def run(request: Request) -> Outcome:
    """Show the periods of the year in which the day lies, or of the year of the period that is asked for."""
    desk = sit_down(request)
    held = calendar(request, desk.book.manifest)
    span = parse_span(request.period) if request.period else None
    year = _year(held, desk.as_of) if span is None else span.year
    found = [period for part in _PARTS if (period := held.period(Span(year, *part))) is not None]
    desk.collector.report(joints_of(desk.book, held.id))
    notes = [] if found else [Note("nothing.periods", {"calendar": called.calendar(desk.book.manifest, held.id)})]
    result = Periods(held.id, found, *desk.book.manifest.names_of(held.id))
    return desk.outcome("periods", Answer(result, bool(found)), notes)


def _year(held: Calendar, day: date) -> int:
    """Return the year in which a day lies; of a day between two years, the one that ends next."""
    year = held.year_of(day)
    if year is not None:
        return int(str(year.name))
    this = held.period(Span(day.year, 0, 12))
    return day.year if this is not None and this.last >= day else day.year + 1
