"""The lines of the tables of a report: units by code, what is held above them, and all of them together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from antq_cli.core.figures import Summary
from antq_cli.core.measures import Measure
from antq_cli.core.paper import Paper
from antq_cli.pages.paper.layout import Place
from antq_cli.words.speech import Speech

# What stands behind the name of a unit that is put together on the map of another day.
REGROUPED = "*"


def places(paper: Paper, summaries: Sequence[Summary], measures: Iterable[Measure], speech: Speech) -> list[Place]:
    """Return the lines of some measures; that of the unit alone where nothing of them is known below it.

    What is held above the units has a line only where it tells anything.
    """
    shown = frozenset(measures)
    rows = [row for each in summaries for row in each.rows if row.measure in shown]
    below = [row for row in rows if row.level is not None]
    if paper.by is None or all(row.state == "below-grain" for row in below):
        return [itself(paper, speech)]
    names = {row.unit: row.unit_name for row in below}
    anew = {row.unit for row in below if row.regrouped is not None}
    above = {code: name for each in summaries for code, name in each.above.items()}
    units = _Units(paper, speech, above)
    listed = [
        units.place(code, name, number, f" {REGROUPED}" if code in anew else "")
        for number, (code, name) in enumerate(names.items(), 1)
    ]
    rest = any(row.rest and row.tells for row in rows)
    return [*listed, *beneath(paper, speech, rest=rest)]


def units_of(paper: Paper, units: Mapping[str, str], above: Mapping[str, str], speech: Speech) -> list[Place]:
    """Return a line for each of some units, which are told by code and name."""
    named = _Units(paper, speech, above)
    return [named.place(code, name, number) for number, (code, name) in enumerate(units.items(), 1)]


def itself(paper: Paper, speech: Speech) -> Place:
    """Return the line of the unit that a report is of, where it is the only one."""
    where = paper.where
    return Place(where.code, where.level.id, _called(where.name, where.kind, speech), 1)


def beneath(paper: Paper, speech: Speech, *, rest: bool) -> Iterator[Place]:
    """Yield the lines behind those of the units."""
    where = paper.where
    if rest:
        yield Place(where.code, None, speech.say("row.held-above"), style="rest")
    yield Place(where.code, where.level.id, speech.say("annex.all"), style="total")


class _Units:
    """Names units: by what they call themselves, and where several bear a name by what they lie in."""

    def __init__(self, paper: Paper, speech: Speech, above: Mapping[str, str]) -> None:
        assert paper.by is not None
        self._level, self._kinds, self._speech, self._above = paper.by.id, paper.unit_kinds, speech, above

    def place(self, code: str, name: str, number: int, mark: str = "") -> Place:
        called = _called(name, self._kinds.get(code), self._speech)
        inside = self._above.get(code)
        return Place(code, self._level, f"{called}{'' if inside is None else f' ({inside})'}{mark}", number)


def _called(name: str, kind: str | None, speech: Speech) -> str:
    """Return a name with what the unit calls itself before it, which is a word of the book's own language."""
    if kind is None or speech.lang != "vi" or name.lower().startswith(kind.lower()):
        return name
    return f"{kind[:1].upper()}{kind[1:]} {name}"
