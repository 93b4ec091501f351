"""Pieces of a sentence: numbers that know what they are, and gaps where there is none; words between them."""

from collections.abc import Iterable, Sequence

from antq_cli.core.figures import Figure
from antq_cli.core.outline import Part
from antq_cli.core.paper import Resolved
from antq_cli.core.ratio import Ratio
from antq_cli.core.report import Gap, Number, Piece, Pieces, Text
from antq_cli.words import numbers

# A number that is not known, within a sentence: a clerk may fill it in.
UNKNOWN = Gap("[…]", missing=True)
_WHOLE = "100.00"
_TWO_DIGITS = range(1, 10)


def number(figure: Figure | None, part: str, lang: str, *, small: bool = False, when: str = "") -> Number | Gap:
    """Return a part of a figure's record as it is printed, a gap where it is not known.

    ``small`` writes numbers below ten with two digits, as sentences in Vietnamese have them (tables do not). What is
    held above the units has no id of its own; ``when`` is the day, or the days, of that which is made up for it.
    """
    value = None if figure is None else getattr(figure, part)
    if figure is None or value is None:
        return UNKNOWN
    text = rate(value, lang) if part == "percent" else whole(value, lang, small=small)
    if figure.figure is not None:
        return Number(figure.figure, part, value, text, figure)
    return Number(f"{figure.measure}.above@{figure.unit}:{when}", part, value, text)


def share(figure: Figure | None, lang: str, *, small: bool = False, when: str = "") -> list[Piece]:
    """Return how many of how many; the numerator alone where there is no denominator, a gap where it is not known."""
    num = number(figure, "num", lang, small=small, when=when)
    if figure is None or figure.num is None or figure.den is None:
        return [num]
    # 03/05, but 0/5: what nobody has done is not padded.
    return [num, Text("/"), number(figure, "den", lang, small=small and figure.num != 0, when=when)]


def percent(figure: Figure | None, lang: str, *, when: str = "") -> Number | Gap:
    """Return the rate of a figure with its sign, 100% without decimals; a gap where it has none."""
    return number(figure, "percent", lang, when=when)


def derived(id_: str, part: str, value: int | None, lang: str, *, small: bool = False) -> Number | Gap:
    """Return a whole number that is put together of several figures; ``id_`` is ``name@unit:when``."""
    return UNKNOWN if value is None else Number(id_, part, value, whole(value, lang, small=small))


def derived_decimal(id_: str, part: str, value: str | None, lang: str) -> Number | Gap:
    """Return a number with decimals, given with a point, that is put together of several figures."""
    return UNKNOWN if value is None else Number(id_, part, value, numbers.decimal(value, lang))


def by_how_many(id_: str, part: str, value: int, lang: str, *, small: bool = False) -> Number:
    """Return by how many something changed: words say the direction, so the text has no sign; the value keeps it."""
    return Number(id_, part, value, whole(abs(value), lang, small=small))


def by_points(id_: str, part: str, value: str, lang: str) -> Number:
    """Return by how many percentage points a rate changed, as ``core.ratio.points`` does; the text has no sign."""
    size = value.lstrip("+-")
    return Number(id_, part, value, "100" if size == _WHOLE else numbers.points(size, lang))


def by_percent(id_: str, part: str, before: int, change: int, lang: str) -> Number | None:
    """Return by how many percent a number changed, with one decimal; None where there was nothing before."""
    if before <= 0:
        return None
    size = _tenths(abs(change), before)
    sign = "+" if change > 0 else "-" if change else ""
    return Number(id_, part, f"{sign}{size}", f"{numbers.decimal(size, lang)}%")


def _tenths(change: int, before: int) -> str:
    """Return a share as a percentage with one decimal: 0 only where it is nothing, 100 only where it is all."""
    size = Ratio(100 * change, before).each()
    if size == "0.0" and change:
        return "0.1"
    if size == "100.0" and change != before:
        return "99.9" if change < before else "100.1"
    assert size is not None
    return size


def whole(value: int, lang: str, *, small: bool = False) -> str:
    """Return a whole number in words of a language; ``small`` ones of two digits in Vietnamese, but never 0."""
    return f"{value:02}" if small and lang == "vi" and value in _TWO_DIGITS else numbers.count(value, lang)


def rate(value: str, lang: str) -> str:
    """Return a percentage with its sign: 86,81%, and 100% where it is the whole."""
    return "100%" if value == _WHOLE else numbers.percent(value, lang)


def pieces(*parts: str | Piece | Pieces) -> list[Piece]:
    """Return words, pieces and several pieces one after the other; what is empty says nothing."""
    found: list[Piece] = []
    for part in parts:
        each = [Text(part)] if isinstance(part, str) else [part] if isinstance(part, (Text, Number, Gap)) else part
        for piece in each:
            _add(found, piece)
    return found


def _add(found: list[Piece], piece: Piece) -> None:
    last = found[-1] if found else None
    if isinstance(piece, Text) and isinstance(last, Text):
        found[-1] = Text(last.text + piece.text)
    elif piece.text:
        found.append(piece)


def joined(several: Iterable[str | Piece | Pieces], between: str, last: str | None = None) -> list[Piece]:
    """Return several things with something between them, before the last one another thing, if that is given."""
    each: Sequence[list[Piece]] = [pieces(one) for one in several]
    found: list[Piece] = []
    for place, one in enumerate(each):
        mark = "" if not place else between if last is None or place < len(each) - 1 else last
        found = pieces(found, mark, one)
    return found


def asked(found: Resolved, part: Part, lang: str) -> Pieces:
    """Return the part of a number that a template asks for; a day, which is no number of the book, as words."""
    figure, change = found.figure, found.change
    match part:
        case "ratio":
            return share(figure, lang)
        case "percent":
            return [percent(figure, lang)]
        case "day":
            return [Text(numbers.day(figure.counted_to))] if figure.counted_to else [UNKNOWN]
        case "change" | "change-percent":
            value = None if change is None else change.num if part == "change" else change.points
            return [UNKNOWN if value is None else _signed(_changed(found, part), part, value, lang)]
        case _:
            return [number(figure, part, lang)]


def _changed(found: Resolved, part: str) -> str:
    """Return the id of a change: of what, where, from which days on to which."""
    figure, before = found.now or found.figure, found.before
    _, _, now = (figure.figure or "").partition("@")
    then = (before.figure if before is not None and before.figure else "").partition(":")[2].partition("~")[0]
    return f"{figure.measure}.{part}@{now.partition(':')[0]}:{then}..{now.partition(':')[2]}"


def _signed(id_: str, part: str, value: int | str, lang: str) -> Number:
    """Return a change with its sign: of a number, or of a rate in percentage points."""
    if isinstance(value, str):
        return Number(id_, part, value, numbers.points(value, lang))
    return Number(id_, part, value, f"{'+' if value > 0 else ''}{numbers.count(value, lang)}")
