"""The annex: a row a unit, and beside each other what every family has of it, as offices lay it out."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from antq_cli.core.annex import Annex, AnnexRow
from antq_cli.core.figures import Figure
from antq_cli.core.measures import Measure
from antq_cli.core.outcomes import Outcome
from antq_cli.pages import arranged, summaries
from antq_cli.pages.called import called
from antq_cli.pages.cells import (
    BLANK,
    Bracketed,
    Marked,
    Message,
    OnDay,
    PageCell,
    Percent,
    Share,
    Signed,
    Whole,
    joined,
)
from antq_cli.pages.figures import (
    UNRATED,
    dated,
    legend,
    measure_name,
    place,
    remark,
    rest_name,
    rests_on,
    tells,
    unreachable,
    unreachable_measures,
)
from antq_cli.pages.model import (
    Fits,
    Line,
    Page,
    PageColumn,
    PageTable,
    Records,
    Style,
    number_columns,
    text_columns,
    titled,
    with_remarks,
)


def page(outcome: Outcome, _fits: Fits) -> Page:
    """The annex with its marks explained; it has no table where units have nothing of any measure."""
    found = outcome.result
    assert isinstance(found, Annex)
    laid_out = _Annex(found)
    table = laid_out.table()
    parts = [
        Message("title.annex"),
        place(found.unit, found.unit_name),
        Message("title.on", day=OnDay(found, "as_of")),
    ]
    if laid_out.before is not None:
        parts.append(Message("title.vs", then=OnDay(laid_out.before, "as_of")))
    if found.basis != found.as_of:
        parts.append(Message("title.basis", day=OnDay(found, "basis")))
    parts += rests_on((row for each in found.summaries for row in each.figures), outcome)
    basis = OnDay(found, "basis")
    told = [*arranged.ordering_told(found.ordering), *unreachable(found.summaries, basis), *legend([table], basis)]
    return Page(*titled(outcome, *parts), [table] if found.measures else [], told)


def records(found: Annex) -> Records:
    """Return a row a unit; the record of each figure stands under its measure."""
    told = [summaries.records(summary) for summary in found.summaries]
    of_all = [row for each in told for row in (*each.rows, *each.totals, *each.more.get("omitted", ()))]
    figures = {(row["measure"], row["unit"] or "", row["level"]): row for row in of_all}
    measures = [str(measure) for measure in found.measures]

    def record(row: AnnexRow) -> dict[str, Any]:
        own = {measure: figures.get((measure, row.unit, row.level)) for measure in measures}
        told = {**row._asdict(), **own}
        if row.units is None:
            del told["units"]
            return told
        return {**told, "unit": None, "unit_name": None}

    control = [proof for each in told for proof in each.more.get("control", ())]
    more: dict[str, Any] = {"measures": measures, **({"control": control} if control else {})}
    first = next((each.more["vs"] for each in told if "vs" in each.more), None)
    more |= unreachable_measures(found.summaries) | ({} if first is None else {"vs": first})
    more |= arranged.record(found.ordering)
    if found.ordering is not None:
        more["omitted"] = [] if found.omitted is None else [record(found.omitted)]
    own = [f"{measure}_{part}" for measure in found.measures for part in _parts(measure, compared=first is not None)]
    columns = ("number", "rank", "unit", "unit_name", "above", "level", *own, "models")
    heads = _heads(found, compared=first is not None)
    return Records([*map(record, found.rows)], columns, [*map(record, found.totals)], more, heads=heads)


def _heads(found: Annex, *, compared: bool) -> dict[str, PageCell]:
    """Return what people call the columns, as the page calls those that it has."""
    told = dict(_HEADS)
    for measure in found.measures:
        name = measure_name(found.kinds[measure]._replace(measure=measure))
        beside = _BESIDE | (_BESIDE_PLEDGES if measure.family == "pledges" else {})
        for part in _parts(measure, compared=compared):
            told[f"{measure}_{part}"] = Bracketed(beside[part], name) if part in beside else name
    return told


# What people call the columns that every annex has, and those that stand beside the number of a measure.
_HEADS: Mapping[str, PageCell] = {
    "number": Message("column.number"),
    "rank": Message("column.place"),
    "unit": Message("column.code"),
    "unit_name": Message("column.unit"),
    "above": Message("column.within"),
    "level": Message("place.level"),
    "models": Message("column.models-together"),
    "data": Message("column.data"),
}
_BESIDE = {
    "state": Message("column.state"),
    "den": Message("column.total"),
    "percent": Message("column.percent"),
    "change_num": Message("change.number"),
    "change_points": Message("change.points"),
}
_BESIDE_PLEDGES = {"change_num": Message("change.num")}


def _parts(measure: Measure, *, compared: bool) -> Sequence[str]:
    parts = ("state", "num", "den", "percent") if measure.rated else ("state", "num")
    changes = ("change_points", "change_num") if measure.rated else ("change_num",)
    return (*parts, *changes) if compared else parts


# What the annex is for: the first kind of all and its rate are never left out.
_FIRST = "annex.first"


class _Annex:
    """Lays out an annex: the columns of each measure, left out family by family where there is no room."""

    def __init__(self, found: Annex) -> None:
        self.found = found
        self.before = next((each.before for each in found.summaries if each.before is not None), None)
        self._figures = {row.key: row for summary in found.summaries for row in summary.figures}
        self._changes = {key: moved for summary in found.summaries for key, moved in summary.changes.items()}
        self._models = [measure for measure in found.measures if measure.family == "models"]
        together = len(self._models) > 1
        self._measures = [each for each in found.measures if not (together and each.family == "models")]
        self._together = together

    def table(self) -> PageTable:
        """Lay out a row a unit, and the unit above them last."""
        units = [row for row in self.found.rows if row.level is not None]
        omitted = [] if self.found.omitted is None else [self.found.omitted]
        rows = [*units, *omitted, *self.found.rows[len(units) :]]
        lines = [self._line(row, total=False) for row in rows]
        lines += [self._line(row, total=True) for row in self.found.totals]
        rows += self.found.totals
        return with_remarks(list(self._columns()), lines, [self._remark(row) for row in rows])

    def _columns(self) -> Iterator[PageColumn]:
        yield from number_columns("number")
        yield from number_columns("place") if self.found.ranked else ()
        yield from text_columns("unit")
        kinds, first = self.found.kinds, True
        for measure in self._measures:
            family = measure.family
            name = measure_name(kinds[measure]._replace(measure=measure))
            yield PageColumn(name, "right", part=_FIRST if first else f"annex.{family}")
            if family == "pledges":
                yield self._beside(Message("column.percent"), name, _FIRST if first else "annex.percent")
                if self.before is not None:
                    yield self._beside(Message("change.num"), name, "annex.change")
            first = False
        if self._together:
            yield PageColumn(Message("column.models-together"), "right", part="annex.models")

    def _beside(self, header: Message, name: PageCell, part: str) -> PageColumn:
        """Return a column that belongs to the one of a kind; where it is left out that has to be said."""
        return PageColumn(header, "right", part=part, called=Bracketed(header, name))

    def _line(self, row: AnnexRow, *, total: bool) -> Line:
        cells: list[PageCell] = [BLANK if row.number is None else Whole(row, "number")]
        if self.found.ranked:
            cells.append(BLANK if row.rank is None else Whole(row, "rank"))
        cells.append(self._name(row, total=total))
        for measure in self._measures:
            cells += self._cells(self._figures.get((measure, row.unit, row.level)), measure)
        cells += [Whole(row, "models")] if self._together else []
        style: Style = "rest" if row.level is None or row.units else "total" if total else ""
        return Line(cells, style)

    def _name(self, row: AnnexRow, *, total: bool) -> PageCell:
        if row.level is None:
            figures = (self._figures.get((measure, row.unit, None)) for measure in self._measures)
            return next((rest_name(figure) for figure in figures if figure is not None), Message("row.held-above"))
        name = Message("row.total") if total else called(row.unit, row.unit_name, row.above)
        name = Message("row.others", n=Whole(row, "units")) if row.units else name
        figures = (self._figures.get((measure, row.unit, row.level)) for measure in self._measures)
        anew = any(figure is not None and figure.regrouped is not None for figure in figures)
        return Marked(name) if anew else name

    def _cells(self, figure: Figure | None, measure: Measure) -> list[PageCell]:
        """Return the numbers of a figure; of what is not known of a unit nothing stands there."""
        width = 1 if measure.family != "pledges" else 2 if self.before is None else 3
        if figure is None or not figure.tells:
            return [BLANK] * width
        number: PageCell = Whole(figure, "num")
        if measure.family not in UNRATED and figure.num is not None:
            number = Share(figure)
        if measure.family != "pledges":
            return [number]
        cells = [number, Percent(figure, "percent")]
        if self.before is not None:
            change = self._changes[figure.key]
            cells.append(dated(Signed(change, "num"), old=change.old))
        return cells

    def _remark(self, row: AnnexRow) -> PageCell:
        """Return what has to be said of a unit, kind by kind."""
        kinds = self.found.kinds
        said: list[PageCell] = []
        for measure in self.found.measures:
            figure = self._figures.get((measure, row.unit, row.level))
            if figure is not None and tells(figure) and (told := remark(figure)) is not BLANK:
                said.append(Bracketed(told, measure_name(kinds[measure]._replace(measure=measure))))
        return joined(said, "; ")
