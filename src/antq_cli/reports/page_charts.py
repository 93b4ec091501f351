"""Charts as SVG: lengths are percentages of the width there is, so that letters keep their size on every screen.

Each bar and each point bears the number that it is drawn of. No picture needs a script or a style of its own.
"""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from markupsafe import Markup

from antq_cli.core.report import Chart, Mark, Number, Tile
from antq_cli.core.unseen import visible

_WHOLE, _HUNDREDTH = Decimal(100), Decimal("0.01")
# Heights in pixels: of a bar with its name above it, of a bar; of the room for a line, and of what is around it.
_ROW, _BAR, _NAME = 38, 10, 14
_ROOM, _ABOVE, _BELOW = 200, 24, 28
# So many names of periods have room beneath a line on the screen of a phone.
_NAMES = 6


def meter(tile: Tile) -> Markup:
    """Return the rate of a headline figure as a bar with the target on it; the numbers stand beside it."""
    if tile.rate is None:
        return Markup()
    most = _scale([tile.rate], tile.target)
    bar = _rect(tile.rate, most, 0, _BAR, _reached(tile.rate, tile.target))
    parts = [_track(0), bar, *([_upright(tile.target, most, 0, _BAR)] if tile.target is not None else [])]
    return Markup('<svg class="meter" width="100%" height="{}" aria-hidden="true">{}</svg>').format(
        _BAR, Markup("").join(parts)
    )


def bars(chart: Chart, name: str) -> Markup:
    """Return a chart of bars one below the other, each with its name and its rate above it; ``name`` is its own."""
    most = _scale([mark.rate for mark in chart.marks if mark.rate is not None], chart.target)
    height = _ROW * len(chart.marks)
    parts = [part for row, mark in enumerate(chart.marks) for part in _bar(mark, chart.target, most, row * _ROW)]
    return _picture(chart, name, height, parts)


def curve(chart: Chart, name: str) -> Markup:
    """Return a chart of a line over time; what is not known at the end of a period is a gap in it."""
    most = _scale([mark.rate for mark in chart.marks if mark.rate is not None], chart.target)
    line = _Line(chart, most)
    parts = [*line.grid(), *line.target(), *line.segments(), *line.points(), *line.names()]
    return _picture(chart, name, _ABOVE + _ROOM + _BELOW, parts)


def _picture(chart: Chart, name: str, height: int, parts: list[Markup]) -> Markup:
    """Return the drawing with its title and what it shows in words, for who cannot see it."""
    drawn = Markup(
        '<svg class="chart" role="img" aria-labelledby="{name}-t {name}-d" width="100%" height="{height}">'
        '<title id="{name}-t">{title}</title><desc id="{name}-d">{told}</desc>{parts}</svg>'
    )
    title, told = visible(chart.title), visible(chart.described)
    return drawn.format(name=name, height=height, title=title, told=told, parts=Markup("").join(parts))


# Lengths -----------------------------------------------------------------------------------------------------------


def _scale(rates: list[Number], target: Number | None) -> Decimal:
    """Return the rate that takes all the room: the whole, or the highest where more signed than there are."""
    return max([_WHOLE, *(Decimal(rate.value) for rate in (*rates, target) if rate is not None)])


def _share(value: Decimal, most: Decimal) -> Decimal:
    """Return how much of the room a rate takes, in percent with two decimals."""
    return (value * _WHOLE / most).quantize(_HUNDREDTH, ROUND_HALF_UP)


def _reached(rate: Number, target: Number | None) -> str:
    """Return the class of a bar: whether the rate reaches the target, where there is one."""
    return "bar" if target is None else "reached" if Decimal(rate.value) >= Decimal(target.value) else "short"


def _drawn_of(number: Number) -> Markup:
    said = Markup('data-value="{}" data-figure="{}" data-part="{}"')
    return said.format(number.value, visible(number.id), number.part)


# Bars --------------------------------------------------------------------------------------------------------------


def _bar(mark: Mark, target: Number | None, most: Decimal, top: int) -> Iterator[Markup]:
    name = Markup('<text x="0" y="{}">{}</text>')
    yield name.format(top + _NAME, visible(mark.name))
    if mark.rate is not None:
        rate = Markup('<text class="rate" x="100%" y="{}" text-anchor="end">{}</text>')
        yield rate.format(top + _NAME, mark.rate.text)
        yield _track(top + _NAME + 6)
        yield _rect(mark.rate, most, top + _NAME + 6, _BAR, _reached(mark.rate, target))
    if target is not None:
        yield _upright(target, most, top + _NAME + 3, _BAR + 6)


def _track(top: int) -> Markup:
    return Markup('<rect class="track" x="0" y="{}" width="100%" height="{}" rx="3"/>').format(top, _BAR)


def _rect(number: Number, most: Decimal, top: int, height: int, kind: str) -> Markup:
    rect = Markup('<rect class="{}" {} x="0" y="{}" width="{}%" height="{}" rx="3"/>')
    return rect.format(kind, _drawn_of(number), top, _share(Decimal(number.value), most), height)


def _upright(target: Number, most: Decimal, top: int, height: int) -> Markup:
    at = _share(Decimal(target.value), most)
    line = Markup('<line class="target" {} x1="{at}%" x2="{at}%" y1="{}" y2="{}"/>')
    return line.format(_drawn_of(target), top, top + height, at=at)


# A line over time --------------------------------------------------------------------------------------------------


class _Line:
    """Where the points of a line lie: across as shares of the width, down in pixels."""

    def __init__(self, chart: Chart, most: Decimal) -> None:
        self._marks, self._target, self._most = chart.marks, chart.target, most

    def _across(self, place: int) -> Decimal:
        return _share(Decimal(2 * place + 1), Decimal(2 * len(self._marks)))

    def _down(self, rate: Decimal) -> Decimal:
        return (_ABOVE + _ROOM * (1 - rate / self._most)).quantize(_HUNDREDTH, ROUND_HALF_UP)

    def grid(self) -> Iterator[Markup]:
        """Yield lines at nothing, a half and all; what they stand for is their name, and no number of the book."""
        for rate in (0, 50, 100):
            down = self._down(Decimal(rate))
            yield Markup('<line class="grid" x1="0" x2="100%" y1="{y}" y2="{y}"/>').format(y=down)
            yield Markup('<text class="axis" x="0" y="{}">{}%</text>').format(down - 4, rate)

    def target(self) -> Iterator[Markup]:
        """Yield the level line of the target, if there is one."""
        if self._target is not None:
            line = Markup('<line class="target" {} x1="0" x2="100%" y1="{y}" y2="{y}"/>')
            yield line.format(_drawn_of(self._target), y=self._down(Decimal(self._target.value)))

    def segments(self) -> Iterator[Markup]:
        """Yield the line from each point to the next, where both are known."""
        segment = Markup('<line class="curve" x1="{}%" y1="{}" x2="{}%" y2="{}"/>')
        for (place, one), (_, other) in pairwise(enumerate(self._marks)):
            if one.rate is not None and other.rate is not None:
                ends = self._down(Decimal(one.rate.value)), self._down(Decimal(other.rate.value))
                yield segment.format(self._across(place), ends[0], self._across(place + 1), ends[1])

    def points(self) -> Iterator[Markup]:
        """Yield a point for each rate that is known; the first and the last say theirs."""
        known = [place for place, mark in enumerate(self._marks) if mark.rate is not None]
        point = Markup('<circle class="point" {} cx="{}%" cy="{}" r="4"/>')
        said = Markup('<text class="rate" x="{}%" y="{}" text-anchor="middle">{}</text>')
        for place in known:
            rate = self._marks[place].rate
            assert rate is not None
            across, down = self._across(place), self._down(Decimal(rate.value))
            yield point.format(_drawn_of(rate), across, down)
            if place in (known[0], known[-1]):
                yield said.format(across, down + self._beside(down), rate.text)

    def _beside(self, down: Decimal) -> int:
        """Return how far from its point a rate stands: above it, but beneath where it would be on the target's line."""
        above, beneath = -9, 20
        if self._target is None:
            return above
        gap = down - self._down(Decimal(self._target.value))
        return beneath if 0 <= gap <= _ABOVE + beneath - above else above

    def names(self) -> Iterator[Markup]:
        """Yield the names of some periods, the last one among them: as many as have room."""
        name = Markup('<text class="axis" x="{}%" y="{}" text-anchor="middle">{}</text>')
        step = -(-len(self._marks) // _NAMES)
        for place in range(len(self._marks) - 1, -1, -step):
            yield name.format(self._across(place), _ABOVE + _ROOM + _BELOW - 8, visible(self._marks[place].name))
