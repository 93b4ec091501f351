"""JSON as text, piece by piece: nobody has to hold all that it is of, nor the whole of what it becomes."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, lru_cache
from itertools import chain
from types import NoneType

# What a terminal would obey and JSON does not escape by itself: C1 controls, DEL, formats and marks of direction; and
# what is no character at all.
_OBEYED = re.compile(r"[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff\ud800-\udfff]")

# What surely holds nothing else.
_PLAIN = frozenset((str, int, bool, date, NoneType))


def plain(value: object) -> str:
    """A day in ISO's form, for the encoder, which knows none; TypeError for what JSON cannot have."""
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value))


def on_one_line(value: object) -> str:
    """A value and its line end, its keys in order; TypeError for what JSON cannot have."""
    return _inert(f"{_encoder(', ').encode(value)}\n")


def written(value: object, *, indent: int) -> Iterator[str]:
    """Yield a value over several lines, its keys in order; an iterator, which holds none, is written as a list."""
    yield from map(_inert, _pieces(value, "\n", " " * indent))
    yield "\n"


def _pieces(value: object, line: str, step: str) -> Iterator[str]:
    """Yield a value in as many pieces as the iterators in it have things; ``line`` begins each of its lines."""
    inner = line + step
    if isinstance(value, Iterator):
        yield from _enclosed("[]", line, step, ((_text(each, inner, step),) for each in value))
    elif not _streams(value):
        yield _text(value, line, step)
    elif isinstance(value, dict):
        named = ((f"{_text(name, inner, step)}: ", each) for name, each in sorted(value.items()))
        yield from _enclosed("{}", line, step, (chain((name,), _pieces(each, inner, step)) for name, each in named))
    elif isinstance(value, (list, tuple)):
        yield from _enclosed("[]", line, step, (_pieces(each, inner, step) for each in value))


def _enclosed(signs: str, line: str, step: str, things: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield things, each in its pieces, on lines between two signs."""
    before = signs[0]
    for thing in things:
        yield f"{before}{line}{step}"
        yield from thing
        before = ","
    yield f"{line}{signs[1]}" if before == "," else signs


def _streams(value: object) -> bool:
    """Return whether there is an iterator in a value."""
    held = value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else ()
    return isinstance(value, Iterator) or any(_streams(each) for each in held if type(each) not in _PLAIN)


def _text(value: object, line: str, step: str) -> str:
    """Return a value without iterators over several lines.

    The encoder writes all that has no lines of its own at once: no text of such has a line end, so each is a line of
    what it writes.
    """
    leaves: list[object] = []
    _gather((value,), leaves)
    texts = iter(_encoder("\n").encode(leaves)[1:-1].split("\n"))
    return _laid_out((value,), texts, line, step)[0]


def _gather(values: Iterable[object], leaves: list[object]) -> None:
    """Gather what has no lines of its own in some values, in the order in which it stands in the text."""
    for each in values:
        if type(each) in _PLAIN or not isinstance(each, (dict, list, tuple)):
            leaves.append(each)
        else:
            _gather(map(each.__getitem__, _shape(tuple(each), "", "")[0]) if isinstance(each, dict) else each, leaves)


def _laid_out(values: Iterable[object], texts: Iterator[str], line: str, step: str) -> list[str]:
    """Return each of some values, of which ``line`` begins each line, made of the texts of what they hold."""
    laid = []
    for each in values:
        if type(each) in _PLAIN or not isinstance(each, (dict, list, tuple)):
            laid.append(next(texts))
        elif isinstance(each, dict):
            names, form = _shape(tuple(each), line, step)
            laid.append(form % tuple(_laid_out(map(each.__getitem__, names), texts, line + step, step)))
        else:
            held = f",{line}{step}".join(_laid_out(each, texts, line + step, step))
            laid.append(f"[{line}{step}{held}{line}]" if each else "[]")
    return laid


@lru_cache(maxsize=256)  # the rows of a table have the same names
def _shape(names: tuple[str, ...], line: str, step: str) -> tuple[list[str], str]:
    """Return the names of a dictionary in order, and its text with a gap for each value."""
    ordered = sorted(names)
    lines = (f"{line}{step}{_encoder(', ').encode(name).replace('%', '%%')}: %s" for name in ordered)
    return ordered, f"{{{','.join(lines)}{line}}}" if names else "{}"


@cache
def _encoder(between: str) -> json.JSONEncoder:
    return json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(between, ": "), default=plain)


def _inert(text: str) -> str:
    """Return a JSON text in which a terminal finds nothing to obey."""
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
