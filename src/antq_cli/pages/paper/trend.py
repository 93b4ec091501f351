"""The pledges at the end of each period, kind by kind."""

from collections.abc import Callable, Iterator, Mapping

from antq_cli.core.calendars import Period
from antq_cli.core.figures import Kind
from antq_cli.core.paper import Paper
from antq_cli.core.report import Pieces, Table, Text
from antq_cli.core.trends import Point
from antq_cli.pages.paper.cells import UNKNOWN, Found
from antq_cli.pages.paper.layout import Formula, Part, Place, Sheet, Told, laid_out
from antq_cli.pages.paper.notes import notes
from antq_cli.pages.paper.pledges import name_of
from antq_cli.words.speech import Speech, speech


def trend(paper: Paper, lang: str) -> Table | None:
    """Return a line for each period; None where nobody asked for any, or nothing is known at the end of any."""
    if paper.trend is None:
        return None
    told, points = speech(lang), {str(point.period.last): point for point in paper.trend.points}
    found = {day: Found([point.summary], lang) for day, point in points.items()}
    lines = [Place(day, None, _name(point.period, told)) for day, point in points.items()]
    on = {day: told.day(point.period.last) for day, point in points.items()}
    parts = [_part(paper, found, kind, told) for kind in paper.trend.last.kinds]
    sheet = laid_out(lines, parts, list(_first(on, told)))
    if sheet is None:
        return None
    return sheet.table(_notes(paper, found, sheet, points, told), told.say("title.trend"))


def _first(days: Mapping[str, str], speech: Speech) -> Iterator[Told]:
    yield Told("period", speech.say("column.period"), lambda place: (Text(place.name),), numeric=False, kept=True)
    yield Told("day", speech.say("column.on"), lambda place: (Text(days[place.unit]),), numeric=False, kept=True)


def _name(period: Period, speech: Speech) -> str:
    """Return what a period is called; of days in a row without a name, which days they are."""
    if period.name is None:
        return speech.say("title.days", first=period.first, last=period.last)
    return speech.period(period.name)


def _part(paper: Paper, found: Mapping[str, Found], kind: Kind, speech: Speech) -> Part:
    group, measure = name_of(kind, speech), kind.measure

    def cell(part: str) -> Callable[[Place], Pieces]:
        return lambda place: _at(paper, found[place.unit], kind, part)

    total, signed = f"{measure}.den", f"{measure}.num"
    columns = [
        Told(total, speech.say("annex.total"), cell("den"), group),
        Told(signed, speech.say("column.signed"), cell("num"), group),
        Told(
            f"{measure}.percent",
            speech.say("annex.rate"),
            cell("percent"),
            group,
            formula=Formula("/", [signed, total]),
        ),
    ]
    return Part(group, columns, [measure], kind)


def _at(paper: Paper, found: Found, kind: Kind, part: str) -> Pieces:
    """Return a part of the figure at the end of a period; a dash before anything of the kind was recorded."""
    figure = found.at(kind.measure, paper.where.code, paper.where.level.id)
    return UNKNOWN if figure is None else found.cell(figure, part)


def _notes(
    paper: Paper, found: Mapping[str, Found], sheet: Sheet, points: Mapping[str, Point], speech: Speech
) -> Iterator[Pieces]:
    """Yield what is to be said of the last day, and by whose map all is counted."""
    days = [point.summary for point in points.values()]
    yield from notes(paper, [*found.values()][-1], sheet, speech)
    if any(each.as_of != each.basis and row.regrouped is not None for each in days for row in each.rows):
        yield (Text(speech.say("annex.basis", day=days[-1].basis)),)
