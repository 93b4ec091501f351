"""What of a table can be drawn: the rates of units beside their target, and a rate over time."""

from collections.abc import Sequence

from antq_cli.core.figures import Kind
from antq_cli.core.ratio import written
from antq_cli.core.report import Line, Plot, text_of
from antq_cli.core.workings import alone
from antq_cli.pages.paper.layout import Sheet
from antq_cli.words.speech import Speech, lowered

# More bars than this nobody can tell apart, nor read what they are of.
_MOST = 60
# A bar beside no other compares nothing, a point is no line.
_LEAST = 2


def rate_plot(sheet: Sheet, kind: Kind, speech: Speech) -> Plot | None:
    """Return the rates of a kind by the units of a table; None where they are too few, or too many, to be drawn."""
    units = [place for place, line in enumerate(sheet.lines) if not line.style]
    if len(units) > _MOST:
        return None
    plot = _plot(sheet, units, "unit", kind)
    if plot is None:
        return None
    title = speech.say("plot.rate", kind=_name(kind, speech))
    if kind.target is None:
        return _named(plot, sheet, units, title, speech)
    target = written(kind.target)
    aim = speech.say("plot.target", target=speech.percent(target.removesuffix(".00")))
    return _named(plot, sheet, units, title, speech)._replace(target=target, aim=aim)


def trend_plot(sheet: Sheet, kind: Kind, speech: Speech) -> Plot | None:
    """Return the rate of a kind over the periods of a table; None where it is known at the end of fewer than two."""
    periods = range(len(sheet.lines))
    plot = _plot(sheet, periods, "period", kind)
    if plot is None:
        return None
    title = speech.say("plot.trend", kind=_name(kind, speech))
    return _named(plot, sheet, periods, title, speech)._replace(over_time=True)


def _plot(sheet: Sheet, places: Sequence[int], labels: str, kind: Kind) -> Plot | None:
    key = f"{kind.measure}.percent"
    if key not in sheet.keys:
        return None
    values = sheet.keys.index(key)
    lines = [place for place in places if _has_number(sheet.lines[place], values)]
    return Plot("", sheet.keys.index(labels), values, lines) if len(lines) >= _LEAST else None


def _named(plot: Plot, sheet: Sheet, places: Sequence[int], title: str, speech: Speech) -> Plot:
    """Return a plot with its title, and a note on the lines that have no rate."""
    without = [text_of(sheet.lines[place].cells[plot.labels]) for place in places if place not in set(plot.lines)]
    note = speech.say("plot.without", names=without) if without else ""
    return plot._replace(title=title, note=note)


def _has_number(line: Line, column: int) -> bool:
    return alone(line.cells[column]) is not None


def _name(kind: Kind, speech: Speech) -> str:
    return lowered(speech.kind(str(kind.measure), kind.vi, kind.en))
