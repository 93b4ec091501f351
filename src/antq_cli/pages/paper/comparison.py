"""Annex IV: the pledges of each unit beside those of another period, with what happened within the period."""

from collections.abc import Callable, Iterator, Mapping

from antq_cli.core.figures import Change, Figure, Key, Kind, Summary
from antq_cli.core.measures import FLOWS, Measure, parse_figure
from antq_cli.core.paper import Paper
from antq_cli.core.report import Pieces, Table, Text
from antq_cli.pages.paper.cells import EMPTY, UNKNOWN, Found, derived, filled, number
from antq_cli.pages.paper.layout import Formula, Part, Place, Told, first_columns, laid_out
from antq_cli.pages.paper.notes import notes
from antq_cli.pages.paper.places import places
from antq_cli.pages.paper.pledges import leading, name_of
from antq_cli.pages.paper.teams import of_measure
from antq_cli.words.speech import Speech, lowered, speech


def comparisons(paper: Paper, lang: str) -> list[Table]:
    """Return a table for each kind that has a target, or else for the leading one; none where nothing is compared."""
    first = leading(paper)
    kinds = [kind for kind in paper.kinds("pledges") if kind.target is not None or kind == first]
    several = [
        _comparison(paper, summary, kind, speech(lang))
        for summary in paper.of_family("pledges")
        for kind in kinds
        if summary.before is not None
    ]
    return [table for table in several if table is not None]


def _comparison(paper: Paper, summary: Summary, kind: Kind, speech: Speech) -> Table | None:
    columns = Compared(summary, kind, speech)
    lines = places(paper, [summary], [kind.measure], speech)
    parts = [Part(name_of(kind, speech), list(columns.told()), [kind.measure], kind)]
    sheet = laid_out(lines, parts, first_columns(speech))
    if sheet is None or not {columns.group_now, columns.group_then} <= {column.group for column in sheet.columns}:
        return None  # of two numbers of which one is not known there is nothing to compare
    beneath = [*notes(paper, columns.now, sheet, speech), *columns.beneath(paper)]
    called = title(paper, speech, lowered(name_of(kind, speech)))
    return sheet.table(beneath, called, speech.say("sheet.comparison"))


def title(paper: Paper, speech: Speech, kind: str = "") -> str:
    """Return what the comparison is called: of which kind, and with the same period of the year before, or another."""
    key = "annex.title.compared-of" if kind else "annex.title.compared"
    return speech.say(key, kind=kind, then=compared_with(paper, speech))


def compared_with(paper: Paper, speech: Speech) -> str:
    """Return what it is compared with, within a sentence: the same period a year before, or another by its name."""
    before = paper.before
    if before is None or paper.same_period_a_year_before:
        return speech.say("annex.year-before")
    if before.name is None:
        return speech.say("title.days", first=before.first, last=before.last)
    name = speech.period(before.name)
    return lowered(name) if speech.lang == "vi" else name  # tháng 8/2021, but Q3 2021


class Compared:
    """The columns of a kind: now, then, by how much it changed, and what happened meanwhile."""

    def __init__(self, summary: Summary, kind: Kind, speech: Speech) -> None:
        assert summary.before is not None
        self.summary, self.kind, self.speech, self.before = summary, kind, speech, summary.before
        self.now = Found([summary], speech.lang)
        self.then = Found([summary.before], speech.lang)
        self.changes: Mapping[Key, Change] = summary.changes
        self.group_now, self.group_then = (
            speech.say("column.stood", day=day) for day in (summary.as_of, summary.before.as_of)
        )

    def told(self) -> Iterator[Told]:
        """Yield the columns in their groups."""
        yield from self._stock("now", self.now, self.group_now)
        yield from self._stock("then", self.then, self.group_then)
        group = self.speech.say("annex.changes")
        for part, header in (
            ("num", self.speech.say("column.signed")),
            ("den", self.speech.say("annex.total")),
            ("points", self.speech.say("annex.points")),
        ):
            yield Told(f"change.{part}", header, self._change(part), group, formula=_FORMULAS.get(part))
        group = self.speech.say("annex.within")
        for flow in FLOWS if self.kind.lapses else FLOWS[:2]:
            header = self.speech.say(f"annex.flow.{flow}")
            yield Told(f"flow.{flow}", header, of_measure(self.now, self.kind.measure.of(flow)), group)

    def _stock(self, key: str, found: Found, group: str) -> Iterator[Told]:
        headers = {"den": self.speech.say("annex.total"), "num": self.speech.say("column.signed")}
        headers["percent"] = self.speech.say("annex.rate")
        for part, header in headers.items():
            formula = Formula("/", [f"{key}.num", f"{key}.den"]) if part == "percent" else None
            yield Told(f"{key}.{part}", header, _part(found, self.kind.measure, part), group, formula=formula)

    def _change(self, part: str) -> Callable[[Place], Pieces]:
        return lambda place: self._changed(self.now.at(self.kind.measure, place.unit, place.level), part)

    def _changed(self, figure: Figure | None, part: str) -> Pieces:
        """Return by how much a figure changed; nobody's rate cannot have changed."""
        changed = None if figure is None else self.changes.get(figure.key)
        if figure is None or changed is None:
            return EMPTY
        value = getattr(changed, part)
        if value is None:
            was = self.then.figures.get(figure.key)
            nobody = part == "points" and (figure.den == 0 or (was is not None and was.den == 0))
            return EMPTY if nobody or figure.rest else UNKNOWN
        return (number((self._id(figure), None), part, value, self.speech.lang, signed=True),)

    def _id(self, figure: Figure) -> str:
        """Return the id of a change: that of the figure, with both days, from the first to the last."""
        own = self.now.id(figure)
        named = parse_figure(derived(str(figure.measure), own))
        assert named is not None
        above = ".above" if figure.rest else ""
        days = str(named._replace(first=self.before.as_of)) if self.before.as_of <= named.last else own
        return derived(f"{figure.measure}.change{above}", days)

    def beneath(self, paper: Paper) -> Iterator[Pieces]:
        """Yield what is to be said of what it is compared with, and of which map both are on."""
        figure = self.then.at(self.kind.measure, paper.where.code, paper.where.level.id)
        if figure is not None and figure.state == "partial":
            counts = {part: self.then.number(figure, part) for part in ("reported", "expected")}
            yield filled(self.speech, "annex.partial-before", **counts)
        if figure is not None and figure.left_out:
            yield filled(self.speech, "annex.left-out-before", n=self.then.number(figure, "left_out"))
        if any(row.regrouped is not None for row in self.before.figures):
            # On the day of the merger the units became what they are: that is the day that all of the report names.
            merger = paper.merger
            yield (Text(self.speech.say("annex.basis", day=self.before.basis if merger is None else merger.day)),)


_FORMULAS = {"num": Formula("-", ["now.num", "then.num"]), "den": Formula("-", ["now.den", "then.den"])}


def _part(found: Found, measure: Measure, part: str) -> Callable[[Place], Pieces]:
    return lambda place: found.cell(found.at(measure, place.unit, place.level), part)
