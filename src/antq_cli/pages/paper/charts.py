"""Charts of a page, each with the table of its numbers: rates unit by unit, and the rate over time."""

from collections.abc import Iterator, Mapping, Sequence

from antq_cli.core.figures import Figure, Kind
from antq_cli.core.paper import Paper
from antq_cli.core.report import Chart, Mark, Number, Pieces, Table
from antq_cli.pages.paper.cells import EMPTY, UNKNOWN, Found, filled, number
from antq_cli.pages.paper.layout import Part, Place, Told, first_columns, laid_out, unsigned
from antq_cli.pages.paper.notes import notes
from antq_cli.pages.paper.places import places
from antq_cli.pages.paper.pledges import counted_columns, leading, name_of
from antq_cli.pages.paper.trend import by_day, short_trend
from antq_cli.words.passages import called, numbers, picked
from antq_cli.words.passages.telling import Teller
from antq_cli.words.speech import Speech

# More bars than this nobody reads: then those are shown that stand lowest.
MOST, LOWEST = 60, 30


def coverage(paper: Paper, speech: Speech) -> list[Chart]:
    """Return a chart for each kind that has a target, else for the leading one; none where no two units have rates."""
    first = leading(paper)
    kinds = [kind for kind in picked.pledged(paper) if kind.target is not None or kind == first]
    return [chart for kind in kinds if (chart := _Coverage(paper, kind, speech).chart()) is not None]


class _Coverage:
    """The rates of a kind at the units, the highest first."""

    def __init__(self, paper: Paper, kind: Kind, speech: Speech) -> None:
        self.paper, self.kind, self.speech = paper, kind, speech
        self.found = Found(paper.of_family("pledges"), speech.lang)
        self.teller = Teller(paper, speech.lang)
        rows = [row for row in paper.by_unit(kind.measure) if row.state in ("counted", "partial") and row.den]
        self.ranked = sorted((row for row in rows if row.num is not None), key=lambda row: -picked.exact(row))
        self.shown = self.ranked if len(self.ranked) <= MOST else self.ranked[-LOWEST:]
        self.gaps = next((each for each in paper.gaps if each.kind == kind), None)

    def chart(self) -> Chart | None:
        """Return the chart; None where there is nothing to be compared."""
        table = self._table() if len(self.shown) > 1 else None
        if table is None:
            return None
        kind = called(self.kind, self.paper, self.speech.lang)
        lines = {place.unit: place.name for place in self._places()}
        marks = [Mark(lines[row.unit], self._rate(row)) for row in self.shown]
        title = self.speech.say("page.rates", kind=kind)
        return Chart("bars", title, self._described(marks), marks, self._target(), table)

    def _rate(self, row: Figure) -> Number | None:
        rate = numbers.percent(row, self.speech.lang, when=self.teller.when)
        return rate if isinstance(rate, Number) else None

    def _target(self) -> Number | None:
        target = self.kind.target
        return None if target is None else self.teller.target(f"{self.kind.measure}.target", target)

    def _described(self, marks: Sequence[Mark]) -> str:
        ends = {"best": marks[0].name, "worst": marks[-1].name}
        rates = {"most": marks[0].rate, "least": marks[-1].rate}
        values = {**ends, **{name: "" if rate is None else rate.text for name, rate in rates.items()}}
        counts = {"shown": len(self.shown), "known": len(self.ranked)}
        said = self.speech.say("page.bars" if self.shown == self.ranked else "page.lowest", **values, **counts)
        target = self._target()
        return said if target is None else f"{said} {self.speech.say('page.aimed', target=target.text)}"

    # The table beside it

    def _places(self) -> list[Place]:
        """Return the lines: the units of the bars in their order, those without a rate, what is not in any unit."""
        several = places(self.paper, self.paper.of_family("pledges"), [self.kind.measure], self.speech)
        order = {row.unit: number for number, row in enumerate(self.shown)}
        ranked = {row.unit for row in self.ranked}
        units = [place for place in several if not place.style]
        first = sorted((place for place in units if place.unit in order), key=lambda place: order[place.unit])
        apart = [place for place in units if place.unit not in ranked] if self.shown == self.ranked else []
        return [*first, *apart, *(place for place in several if place.style)]

    def _table(self) -> Table | None:
        lines = self._places()
        counted = counted_columns(self.found, self.kind, self.speech, missing=True)
        den, num, *compared = (each._replace(group="") for each in counted)
        columns = [*compared, *self._needed(), num, den]  # what units are compared by stands first: a phone is narrow
        part = Part(name_of(self.kind, self.speech), columns, [self.kind.measure], self.kind)
        (_, unit) = first_columns(self.speech)
        sheet = laid_out(lines, [part], [unit])
        if sheet is None:
            return None
        sheet = unsigned(sheet)
        return sheet.table([*self._partly(), *notes(self.paper, self.found, sheet, self.speech)], "")

    def _needed(self) -> Iterator[Told]:
        """Yield the column of how many more have to sign to reach the target; none where no target is set."""
        if self.gaps is not None:
            several = (*self.gaps.ranked, *self.gaps.apart)
            needed = {(gap.figure.unit, gap.figure.level): gap.needed for gap in several}
            needed |= {(self.gaps.total.figure.unit, self.gaps.total.figure.level): self.gaps.total.needed}
            yield Told("needed", self.speech.say("page.needed"), lambda place: self._short(place, needed))

    def _short(self, place: Place, needed: Mapping[tuple[str, str | None], int | None]) -> Pieces:
        """Return how many are missing to the target; nothing where it is reached."""
        key = place.unit, place.level
        if key not in needed or place.level is None:
            return EMPTY
        value = needed[key]
        if value is None:
            return UNKNOWN
        id_ = self.teller.id(f"{self.kind.measure}.target", place.unit)
        return (number((id_, None), "needed", value, self.speech.lang),) if value else EMPTY

    def _partly(self) -> Iterator[Pieces]:
        """Yield that not all units are shown."""
        if self.shown != self.ranked:
            id_ = self.teller.id(f"{self.kind.measure}.charted")
            counts = {"shown": len(self.shown), "known": len(self.ranked)}
            values = {part: number((id_, None), part, value, self.speech.lang) for part, value in counts.items()}
            yield filled(self.speech, "page.known", **values)


# Over time --------------------------------------------------------------------------------------------------------


def over_time(paper: Paper, speech: Speech) -> list[Chart]:
    """Return the rate of the leading kind at the end of each period; none where it is known of fewer than two."""
    kind, table = leading(paper), short_trend(paper, speech.lang)
    if kind is None or table is None or paper.trend is None:
        return []
    marks = list(_marks(paper, kind, speech, table))
    known = [mark for mark in marks if mark.rate is not None]
    if len(known) <= 1:
        return []
    title = speech.say("page.rates", kind=called(kind, paper, speech.lang))
    target = None if kind.target is None else Teller(paper, speech.lang).target(f"{kind.measure}.target", kind.target)
    chart = Chart("line", title, _described(known, target, speech), marks, target, table._replace(caption=""))
    return [chart]


def _marks(paper: Paper, kind: Kind, speech: Speech, table: Table) -> Iterator[Mark]:
    """Yield a point for each line of the table, which has a line for each period."""
    assert paper.trend is not None
    for point, line in zip(by_day(paper.trend).values(), table.lines, strict=True):
        found = Found([point.summary], speech.lang)
        figure = found.at(kind.measure, paper.where.code, paper.where.level.id)
        rate = numbers.percent(figure, speech.lang)
        yield Mark(line.cells[0][0].text, rate if isinstance(rate, Number) else None)


def _described(known: Sequence[Mark], target: Number | None, speech: Speech) -> str:
    first, last = known[0], known[-1]
    assert first.rate is not None
    assert last.rate is not None
    said = speech.say("page.line", first=first.name, then=first.rate.text, last=last.name, now=last.rate.text)
    return said if target is None else f"{said} {speech.say('page.aimed-level', target=target.text)}"
