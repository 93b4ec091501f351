"""Periods: a row each, with its first and its last day."""

from antq_cli.core.calendars import Periods
from antq_cli.core.outcomes import Outcome
from antq_cli.pages.cells import Bracketed, CalendarName, Capital, Message, OnDay, PeriodName, Verbatim, Whole
from antq_cli.pages.model import Fits, Line, Page, PageTable, Records, number_columns, text_columns, titled


def page(outcome: Outcome, _fits: Fits) -> Page:
    """The year and its parts, a row each; the days of the year stand in the title as well."""
    found = outcome.result
    assert isinstance(found, Periods)
    name = Capital(CalendarName(found.calendar, found.vi, found.en))
    title = [Message("title.periods", calendar=Bracketed(name, Verbatim(found.calendar)))]
    title += [
        Message("title.within", first=OnDay(year, "first"), last=OnDay(year, "last")) for year in found.periods[:1]
    ]
    columns = [*text_columns("period"), *number_columns("first-day", "last-day", "days")]
    lines = [
        Line([PeriodName(each), OnDay(each, "first"), OnDay(each, "last"), Whole(each, "days")])
        for each in found.periods
    ]
    return Page(*titled(outcome, *title), [PageTable(columns, lines)])


def records(found: Periods) -> Records:
    """The periods with both days and how many days that are, the year first."""
    columns = ("name", "calendar", "first", "last", "days")
    rows = [{name: getattr(period, name) for name in columns} for period in found.periods]
    return Records(rows, columns, more={"calendar": found.calendar})
