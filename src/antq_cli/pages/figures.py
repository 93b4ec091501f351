"""What the pages of figures have in common: titles, and the columns and cells of units, ratios, changes, remarks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Literal, TypeGuard

from antq_cli.core.calendars import Period
from antq_cli.core.figures import OF_BODIES, Change, Figure, Kind, OfUnits, Summary
from antq_cli.core.measures import REGISTRATION, WORDS
from antq_cli.core.outcomes import Outcome
from antq_cli.pages.called import NAMED, called
from antq_cli.pages.cells import (
    BLANK,
    Bar,
    Bracketed,
    CalendarName,
    Datum,
    Indented,
    Joined,
    KindName,
    Marked,
    Message,
    OnDay,
    PageCell,
    Percent,
    PeriodName,
    Points,
    Share,
    Signed,
    UnitName,
    Verbatim,
    Whole,
    held_in,
    joined,
)
from antq_cli.pages.model import PageColumn, PageTable, Style, number_columns, text_columns

_NO_NAMES: Mapping[str, str] = MappingProxyType({})
# Since when a change is told, where it is not said otherwise.
_SINCE = Message("legend.since-compared")
# What stands behind a change that rests on an old number.
OLD = "†"
# What stands behind a number in a grid that not all have reported.
PARTLY = "‡"
# What stands behind a sum in a grid beside which rows lie that are in its period only in part.
STRADDLES = "¶"
# What the catalogue calls it to sign where that is to register for the standard.
REGISTERED = "registered"
# What stands behind the name of a period that had not ended by the day.
UNENDED = "§"
# Families of measures that have neither a denominator nor a rate.
UNRATED = tuple(family for family, words in WORDS.items() if None not in words.rated)

NUMBERS = ("state", "num", "den", "percent")
# The columns of a figure in a CSV file.
FIGURE = (
    *("figure", "measure", "unit", "unit_name", "level", *NUMBERS, "remaining"),
    *("reported", "expected", "counted_from", "counted_to", "left_out", "regrouped", "old"),
)
# That of sums alone: the rows that lie in their days in part.
STRADDLING = ("straddling",)
# Those of what it is compared with, and of the change.
BEFORE = tuple(f"before_{name}" for name in ("figure", *NUMBERS, "left_out", "regrouped", "old"))
CHANGE = ("change_points", "change_num", "change_den", "change_old")


def figure_columns(summary: Summary) -> tuple[str, ...]:
    """Return the columns of the figures of a summary in a CSV file.

    Of several totals there is that under which a row stands, among organisations their kind, and what they lie in.
    """
    own = STRADDLING if summary.flowing else ()
    return (*FIGURE, *own, *(["under"] if summary.grouped else []), *(OF_BODIES if summary.bodies else ()))


def several(found: OfUnits) -> dict[str, Any]:
    """Return the units that are asked for as machines read them, where they are several."""
    return {"units": [each._asdict() for each in found.asked]} if len(found.asked) > 1 else {}


def recorded(summary: Summary, figures: Iterable[Figure]) -> list[dict[str, Any]]:
    """Figures as machines read them, with the fields that the form of the summary calls for."""
    return [row.record(grouped=summary.grouped, bodies=summary.bodies, flowing=summary.flowing) for row in figures]


def subjects(summaries: Sequence[Summary], outcome: Outcome, title: str, days: PageCell) -> Iterator[PageCell]:
    """Yield what a page of figures is of: the measure, the place, the days, and by whose map."""
    summary = summaries[-1]
    yield Message(title)
    yield places(summary)
    yield days
    if (before := summary.before) is not None:
        yield versus(before)
    if outcome.basis != outcome.as_of or regroups(summaries):
        yield Message("title.basis", day=OnDay(summary, "basis"))


def versus(before: Summary) -> PageCell:
    """Return with what a summary is compared: a day, or the days of a period."""
    if before.period is None:
        return Message("title.vs", then=OnDay(before, "as_of"))
    return Message("title.vs-period", first=OnDay(before.period, "first"), last=OnDay(before, "as_of"))


def rests_on(figures: Iterable[Figure], outcome: Outcome) -> Iterator[PageCell]:
    """Yield of which days the returns are that were counted, where they are several, and if only fresh ones were."""
    reported = [row for row in figures if row.counted_on is not None]
    if reported:
        first = min(reported, key=lambda row: str(row.counted_from))
        last = max(reported, key=lambda row: str(row.counted_to))
        if first.counted_from != last.counted_to:
            yield Message("title.counted", first=OnDay(first, "counted_from"), last=OnDay(last, "counted_to"))
    if outcome.fresh:
        yield Message("title.fresh")


def place(code: str, name: str, above: str | None = None) -> PageCell:
    """Return a unit as a title names it, with what it lies in if that has to be told."""
    told = Verbatim(code) if above is None else Joined([Verbatim(code), Verbatim(above)], ", ")
    return Bracketed(UnitName(code, name), told)


def places(found: OfUnits) -> PageCell:
    """Return the units that are asked for as a title names them: each where they are few, else how many there are."""
    if found.how_many > NAMED:
        return Message("title.places", n=Whole(found, "how_many"))
    return joined([place(*each) for each in found.asked], ", ")


def counted(outcome: Outcome, day: PageCell, *, within: bool) -> PageCell:
    """Return the days as a title says them: the day that is counted, of a period its last one, and what it is called.

    Where something is counted ``within`` the period, from its first day on, both days are told.
    """
    period = outcome.period
    if period is None:
        return Message("title.on", day=day)
    first, last = OnDay(period, "first"), OnDay(period, "last")
    days = Message("title.within", first=first, last=last) if within else Message("title.on", day=last)
    return days if period.name is None else Bracketed(days, period_of(period, outcome))


def period_of(period: Period, outcome: Outcome) -> PageCell:
    """Return the name of a period, or of what it is a part of, and of its calendar."""
    names = {} if outcome.book is None else outcome.book.calendars
    id_ = str(period.calendar)
    name: PageCell = PeriodName(period)
    name = Message("title.part-of", name=name) if period.cut else name
    return Joined([name, CalendarName(id_, *names.get(id_, (None, None)))], ", ")


def regroups(summaries: Iterable[Summary]) -> bool:
    """Return whether any unit is put together on the map of another day."""
    return any(row.regrouped is not None for each in summaries for row in each.figures)


def legend(tables: Sequence[PageTable], basis: PageCell, since: PageCell = _SINCE) -> list[PageCell]:
    """Return ``since`` when changes are told in the tables, and what their marks mean, where there are any."""
    signs = _signs(tables)
    lines = moved_told(tables, since)
    lines += [Message("legend.regrouped", day=basis)] if "*" in signs else []
    lines += old_told(tables)
    lines += [Message("legend.partly")] if PARTLY in signs else []
    lines += [Message("legend.straddling")] if STRADDLES in signs else []
    return [*lines, *held_told(tables)]


def old_told(tables: Iterable[PageTable]) -> list[PageCell]:
    """Return what the mark of an old number means, where any number in tables bears it."""
    return [Message("legend.old")] if OLD in _signs(tables) else []


def _signs(tables: Iterable[PageTable]) -> set[str]:
    cells = (cell for table in tables for line in table.lines for cell in line.cells)
    return {cell.sign for cell in cells if isinstance(cell, Marked)}


def whose_targets(targets: Iterable[tuple[Kind, int | None]]) -> dict[int, list[PageCell]]:
    """Return the kinds that are to reach each target; nothing where all have the same one."""
    several = list(dict.fromkeys(targets))
    found: dict[int, list[PageCell]] = {}
    for kind, target in several:
        if target is not None:
            found.setdefault(target, []).append(KindName(kind))
    return found if len({target for _, target in several}) > 1 else {}


def act_of(kind: Kind, flow: str) -> str:
    """Return what the catalogue calls a flow of a kind: who registers for the standard signs no pledge."""
    return REGISTERED if flow == "signed" and kind.measure.of(None) == REGISTRATION else flow


def flow_name(kind: Kind, flow: str) -> PageCell:
    """Return what a flow of a kind is called."""
    return Message(f"flow.{act_of(kind, flow)}")


def measure_name(kind: Kind) -> PageCell:
    """Return what a measure is called: the kind, and the part of it that is counted, if it is one.

    Whom the standard judges may sign pledges as well: beside those it is said that its results are meant.
    """
    name = KindName(kind._replace(measure=kind.measure.of(None)))
    if kind.measure.part is None:
        return Message("standard.results", kind=name) if kind.measure.family == "standards" else name
    return Message(f"part-of.{kind.measure.part}", kind=name)


def tells(figure: Figure) -> bool:
    """Return whether a row tells something: not one below the level of the reports, nor a rest of nothing at all."""
    return figure.tells and figure.state != "below-grain"


def unit_columns() -> list[PageColumn]:
    """Return the columns that say which unit a line is of."""
    return text_columns("code", "unit")


def unit_cells(
    figure: Figure, *, total: bool = False, marked: bool = False, above: Mapping[str, str] = _NO_NAMES
) -> list[PageCell]:
    """Return the code and the name of what a line is of, marked if it is put together anew.

    Where several units bear the name, ``above`` has that of what it lies in.
    """
    if figure.rest:
        return [BLANK, rest_name(figure)]
    inside = figure.above or above.get(figure.unit)
    name: PageCell = Message("row.total") if total else called(figure.unit, figure.unit_name, inside)
    if figure.units is not None:
        name = Message("row.others", n=Whole(figure, "units"))
    # The code of the whole stands in the title.
    code = BLANK if total or figure.units is not None else Verbatim(figure.unit)
    return [code, Marked(name) if marked or figure.regrouped is not None else name]


def rest_name(figure: Figure) -> PageCell:
    """Return what is told beside the units of a level, or beside organisations."""
    if figure.others:
        return Message("row.beside")
    return Message("row.held-above") if figure.held is None else held_in(*figure.held)


def held_told(tables: Iterable[PageTable]) -> list[PageCell]:
    """Return of which level those are not that lie directly in one above it, where any such line stands in tables."""
    cells = (_bare(cell) for table in tables for line in table.lines for cell in line.cells)
    held = {(cell.values["above"], cell.values["below"]): cell for cell in cells if _is_held(cell)}
    return [Message("legend.held-in", row=cell, below=below) for (_, below), cell in held.items()]


def _is_held(cell: PageCell) -> TypeGuard[Message]:
    return isinstance(cell, Message) and cell.key == "row.held-in"


def _bare(cell: PageCell) -> PageCell:
    return _bare(cell.cell) if isinstance(cell, (Indented, Marked)) else cell


def row_style(figure: Figure, *, total: bool = False) -> Style:
    """Return how the line of a figure looks: what is no unit of the level stands apart."""
    if figure.rest or figure.units is not None:
        return "rest"
    return "total" if total else ""


def ratio_columns(*, unrated: str | None = None, missing: bool = True, kind: Kind | None = None) -> list[PageColumn]:
    """Return the columns of numbers; a family that is ``unrated``, such as teams, has neither denominator nor rate.

    All numbers may be of one ``kind``, whose act is called by its own name.
    """
    if unrated is not None:
        return number_columns(unrated)
    act = "signed" if kind is None else act_of(kind, "signed")
    columns = [*number_columns(act, "percent"), PageColumn(bar=True)]
    return [*columns, *number_columns("missing")] if missing else columns


def bar(figure: Figure, target: int | None = None) -> PageCell:
    """Return the bar of a figure with a mark at the target, if there is one; blank where it has no rate."""
    return Bar(figure, target=target) if figure.num is not None and figure.den else BLANK


def ratio_cells(figure: Figure, target: int | None = None, *, missing: bool = True) -> list[PageCell]:
    """Return the numbers of a figure; of a flow nothing is missing."""
    if figure.measure.family in UNRATED:
        return [Whole(figure, "num")]
    cells: list[PageCell] = [Share(figure), Percent(figure, "percent"), bar(figure, target)]
    return [*cells, Whole(figure, "remaining")] if missing else cells


def flow_cells(figure: Figure) -> list[PageCell]:
    """Return the numbers of a flow: a rate only of those that lapsed, and nothing that is missing."""
    return [Share(figure), Percent(figure, "percent") if figure.measure.rated else BLANK, BLANK]


def change_columns(*, unrated: str | None = None) -> list[PageColumn]:
    """Return the columns of a change: points, numerator, denominator; of what is ``unrated`` only the number."""
    return moved_columns(*(("points", "num", "den") if unrated is None else (unrated,)))


def moved_columns(*keys: str) -> list[PageColumn]:
    """Return columns of changes, by what follows ``change.`` in the catalogue."""
    return [PageColumn(Message(f"change.{key}"), "right") for key in keys]


def moved_told(tables: Iterable[PageTable], since: PageCell = _SINCE) -> list[PageCell]:
    """Return ``since`` when the changes in tables are told, and what a point is, where there are any."""
    headers = (column.header for table in tables for column in table.columns)
    keys = {header.key for header in headers if isinstance(header, Message) and header.key.startswith("change.")}
    points = [Message("legend.points")] if "change.points" in keys else []
    return [Joined([since, *points], "; ")] if keys else []


def change_cells(change: Change, *, rated: bool = True) -> list[PageCell]:
    """Return by how much a figure changed, with a mark at what rests on an old number."""
    parts = (
        (Points(change, "points"), Signed(change, "num"), Signed(change, "den")) if rated else (Signed(change, "num"),)
    )
    return [dated(part, old=change.old) for part in parts]


def dated(part: Datum, *, old: bool) -> PageCell:
    """Return a part of a change, with a mark where it is known and rests on an old number."""
    return Marked(part, OLD) if old and part.value is not None else part


def unreachable(summaries: Sequence[Summary], basis: PageCell) -> list[PageCell]:
    """Return of which kinds nothing can be told on a basis that has no place for all there is of them, if of any."""
    kinds = [measure_name(shown(kind)) for summary in summaries for kind in summary.unreachable]
    return [Message("legend.unreachable", day=basis, kinds=kinds)] if kinds else []


def shown(kind: Kind) -> Kind:
    """Return the measure of a kind that stands for it: of the standard, who meets it."""
    return kind._replace(measure=kind.measure.of("met")) if kind.measure.family == "standards" else kind


def unreachable_measures(summaries: Iterable[Summary]) -> dict[str, list[str]]:
    """Return what JSON tells of such kinds; nothing where there are none."""
    found = [str(kind.measure) for summary in summaries for kind in summary.unreachable]
    return {"unreachable": found} if found else {}


def remark(figure: Figure, *, briefly: bool = False) -> PageCell:
    """Return what has to be said of a figure beside its numbers: its state, and rows left out. 0/0 says it itself.

    Of a unit in which nobody was to report nothing is missing. What a straddling row counts in is told ``briefly``
    where a line beneath says it for all of them.
    """
    said: list[PageCell] = []
    if figure.state != "counted" and figure.den != 0 and figure.expected != 0:
        said.append(_state(figure))
    said.append(aged(figure))
    if figure.straddling:
        rows = Whole(figure, "straddling")
        said.append(Message("month.straddling", n=rows) if briefly else Message("state.straddling", n=rows))
    if figure.left_out:
        said.append(Message("state.left-out", n=Whole(figure, "left_out")))
    return joined(said, ", ")


def _state(figure: Figure) -> PageCell:
    """Return the state of a figure; of a standard that nobody is to report it is that nobody was assessed."""
    if (figure.measure.family, figure.state, figure.expected) == ("standards", "not-reported", None):
        return Message("state.not-assessed")
    counts = {name: Whole(figure, name) for name in ("reported", "expected")}
    return Message(f"state.{figure.state}", **counts)


def aged(figure: Figure, which: Literal["", "-before"] = "") -> PageCell:
    """Return how old the numbers are of which a figure is made, that of the day or one before; blank where none is."""
    if not figure.old:
        return BLANK
    if figure.old == figure.reported and figure.counted_from == figure.counted_to:
        return Message(f"state.old{which}", day=OnDay(figure, "counted_from"))
    return Message(f"state.some-old{which}", old=Whole(figure, "old"), reported=Whole(figure, "reported"))


def aged_part(name: PageCell, part: Figure | None, beside: Figure) -> PageCell:
    """Return how old the numbers of a part of a figure are; blank where they are as those of the figure itself."""
    ages = ("old", "reported", "counted_on")
    if part is None or not part.old or all(getattr(part, age) == getattr(beside, age) for age in ages):
        return BLANK
    return Message("state.part", part=name, said=aged(part))
