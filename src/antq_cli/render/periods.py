"""Periods: a row each, with its first and its last day."""

from antq_cli.core.calendars import Periods
from antq_cli.core.outcomes import Outcome
from antq_cli.render.grid import Column, Grid, Row
from antq_cli.render.pages import Page, Records, Room, titled
from antq_cli.words.speech import Speech


def page(outcome: Outcome, speech: Speech, _room: Room) -> Page:
    """Return the page of the periods of a year."""
    found = outcome.result
    assert isinstance(found, Periods)
    title = [speech.say("title.periods", calendar=found.calendar)]
    title += [speech.say("title.within", first=year.first, last=year.last) for year in found.periods[:1]]
    columns = [Column(speech.say("column.period"))]
    columns += [Column(speech.say(f"column.{name}"), "right") for name in ("first-day", "last-day", "days")]
    rows = [
        Row([each.name or "", speech.day(each.first), speech.day(each.last), speech.count(each.days)])
        for each in found.periods
    ]
    return Page(*titled(outcome, speech, *title), [Grid(columns, rows)])


def records(found: Periods) -> Records:
    """Return the periods of a year, the year first."""
    columns = ("name", "calendar", "first", "last", "days")
    rows = [{name: getattr(period, name) for name in columns} for period in found.periods]
    return Records(rows, columns, more={"calendar": found.calendar})
