"""The pledges at the end of each period: within the text as few columns as can be read, in an annex all of them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from antq_cli.core.calendars import Every, Period
from antq_cli.core.figures import Figure, Kind
from antq_cli.core.paper import Paper
from antq_cli.core.report import Pieces, Table, Text
from antq_cli.core.trends import Point, Trend
from antq_cli.pages.paper.cells import UNKNOWN, Found, filled
from antq_cli.pages.paper.layout import Formula, Part, Place, Sheet, Told, laid_out, unsigned
from antq_cli.pages.paper.notes import notes
from antq_cli.pages.paper.pledges import is_of_units, leading, name_of
from antq_cli.pages.paper.plots import trend_plot
from antq_cli.words.speech import Speech, lowered, speech

_HEADERS: Mapping[Every, str] = {"month": "column.month", "quarter": "column.quarter", "year": "column.year"}


def trend(paper: Paper, lang: str) -> Table | None:
    """Return a line for each period; None where nobody asked for any, or nothing is known at the end of any."""
    return None if paper.trend is None else _Trend(paper, paper.trend, speech(lang)).whole()


def short_trend(paper: Paper, lang: str) -> Table | None:
    """Return the same for the text: how many signed, of each kind that is no unit and does not lapse, and one rate."""
    return None if paper.trend is None else _Trend(paper, paper.trend, speech(lang)).short()


def by_day(trend: Trend) -> dict[str, Point]:
    """Return the points of a trend by their days; of two years that overlap, and are cut at one day, the later one."""
    return {str(point.period.last): point for point in trend.points}


class _Trend:
    def __init__(self, paper: Paper, trend: Trend, speech: Speech) -> None:
        self.paper, self.trend, self.speech = paper, trend, speech
        self.points = by_day(trend)
        self.found = {day: Found([point.summary], speech.lang) for day, point in self.points.items()}

    def whole(self) -> Table | None:
        """Return all that is known of each kind, with the day on which it is."""
        parts = [
            Part(name_of(kind, self.speech), list(self._columns(kind)), [kind.measure], kind) for kind in self._kinds
        ]
        on = {day: self.speech.day(point.period.last) for day, point in self.points.items()}
        day = Told("day", self.speech.say("column.on"), lambda place: (Text(on[place.unit]),), numeric=False, kept=True)
        sheet = laid_out(self._lines(), parts, [self._period(), day])
        return None if sheet is None else self._table(sheet)

    def short(self) -> Table | None:
        """Return how many signed, kind by kind, and of the leading one the rate; columns have no signs."""
        first = leading(self.paper)
        kinds = [kind for kind in self._kinds if not is_of_units(self.paper, kind) and not kind.lapses]
        parts = [
            Part(name_of(kind, self.speech), list(self._few(kind, rate=kind == first)), [kind.measure], kind)
            for kind in sorted(kinds, key=lambda kind: kind != first)
        ]
        sheet = laid_out(self._lines(), parts, [self._period()])
        if sheet is None:
            return None
        return self._table(unsigned(sheet))

    @property
    def _kinds(self) -> Sequence[Kind]:
        return self.trend.last.kinds

    def _table(self, sheet: Sheet) -> Table:
        kind, say = leading(self.paper), self.speech.say
        plot = None if kind is None else trend_plot(sheet, kind, self.speech)
        return sheet.table(self._notes(sheet), say("title.trend"), say("sheet.trend"), plot)

    # Lines and columns

    def _lines(self) -> list[Place]:
        return [Place(day, None, self._name(point.period)) for day, point in self.points.items()]

    def _name(self, period: Period) -> str:
        """Return what a period is called; of days in a row without a name, which days they are."""
        if period.name is None:
            return self.speech.say("title.days", first=period.first, last=period.last)
        return self.speech.period(period.name)

    def _period(self) -> Told:
        """Return the column of the periods: what each of them is stands in its header, and not at every line."""
        header = self.speech.say(_HEADERS[self.trend.every])
        return Told(
            "period",
            header,
            lambda place: (Text(place.name.removeprefix(f"{header} ")),),
            numeric=False,
            kept=True,
        )

    def _columns(self, kind: Kind) -> Iterator[Told]:
        group, total, signed = name_of(kind, self.speech), f"{kind.measure}.den", f"{kind.measure}.num"
        yield Told(total, self.speech.say("annex.total"), self._cell(kind, "den"), group)
        yield Told(signed, self.speech.say("column.signed"), self._cell(kind, "num"), group)
        yield self._rate(kind)._replace(group=group, formula=Formula("/", [signed, total]))

    def _few(self, kind: Kind, *, rate: bool) -> Iterator[Told]:
        header = self.speech.say("annex.signed-itself", kind=name_of(kind, self.speech))
        yield Told(f"{kind.measure}.num", header, self._cell(kind, "num"))
        if rate:
            yield self._rate(kind)

    def _rate(self, kind: Kind) -> Told:
        return Told(f"{kind.measure}.percent", self.speech.say("annex.rate"), self._cell(kind, "percent"))

    def _cell(self, kind: Kind, part: str) -> Callable[[Place], Pieces]:
        return lambda place: self._at(place.unit, kind, part)

    def _at(self, day: str, kind: Kind, part: str) -> Pieces:
        """Return a part of the figure at the end of a period; a dash before anything of the kind was recorded."""
        figure = self._figure(day, kind)
        return UNKNOWN if figure is None else self.found[day].cell(figure, part)

    def _figure(self, day: str, kind: Kind) -> Figure | None:
        return self.found[day].at(kind.measure, self.paper.where.code, self.paper.where.level.id)

    # What is said beneath

    def _notes(self, sheet: Sheet) -> Iterator[Pieces]:
        """Yield what is to be said of the last day, of those before, and by whose map all is counted."""
        *_, last = self.points
        yield from notes(self.paper, self.found[last], sheet, self.speech)
        kinds = [part.kind for part in sheet.shown if part.kind is not None]
        yield from self._begun(kinds)
        for kind in kinds:
            yield from self._partial(kind)
        days = [point.summary for point in self.points.values()]
        if any(each.as_of != each.basis and row.regrouped is not None for each in days for row in each.rows):
            yield (Text(self.speech.say("annex.basis", day=days[-1].basis)),)

    def _begun(self, kinds: Sequence[Kind]) -> Iterator[Pieces]:
        """Say before which period nothing was recorded of a kind; of what is reported nobody knows what was before."""
        first: dict[str, list[str]] = {}
        for kind in kinds:
            known = [day for day in self.points if self._figure(day, kind) is not None]
            if kind.source != "returns" and known and known[0] != next(iter(self.points)):
                first.setdefault(known[0], []).append(name_of(kind, self.speech))
        for day, names in first.items():
            period = self._within(self.points[day].period)
            yield (Text(self.speech.say("annex.not-begun", period=period, kinds=names)),)

    def _partial(self, kind: Kind) -> Iterator[Pieces]:
        """Say of which periods but the last a figure is that of some units; of periods in a row it is said once."""
        *days, _ = self.points
        figures = [(day, self._figure(day, kind)) for day in days]
        for _, found in groupby(figures, lambda one: one[1] and (one[1].state, one[1].reported, one[1].expected)):
            several = [*found]
            day, figure = several[0]
            if figure is not None and figure.state == "partial":
                names = [self._within(self.points[each].period) for each, _ in (several[0], several[-1])]
                counts = {part: self.found[day].number(figure, part) for part in ("reported", "expected")}
                name = f"{name_of(kind, self.speech)}, {' - '.join(dict.fromkeys(names))}"
                yield filled(self.speech, "annex.partial", kind=name, **counts)

    def _within(self, period: Period) -> str:
        """Return what a period is called within a sentence."""
        name = self._name(period)
        return lowered(name) if self.speech.lang == "vi" else name
