"""JSON as text, piece by piece: nobody has to hold all that it is of, nor the whole of what it becomes."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from itertools import chain

# What a terminal would obey and JSON does not escape by itself: C1 controls, DEL, formats and marks of direction; and
# what is no character at all.
_OBEYED = re.compile(r"[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff\ud800-\udfff]")


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
    if isinstance(value, dict):
        return any(map(_streams, value.values()))
    return any(map(_streams, value)) if isinstance(value, (list, tuple)) else isinstance(value, Iterator)


def _text(value: object, line: str, step: str) -> str:
    """Return a value without iterators; where nothing in it has lines of its own, the encoder lays out its lines."""
    if not isinstance(value, (dict, list, tuple)):
        return _encoder(", ").encode(value)
    if not value:
        return "{}" if isinstance(value, dict) else "[]"
    inner = line + step
    held = value.values() if isinstance(value, dict) else value
    if not any(isinstance(each, (dict, list, tuple)) for each in held):
        text = _encoder(f",{inner}").encode(value)
        return f"{text[0]}{inner}{text[1:-1]}{line}{text[-1]}"
    if isinstance(value, dict):
        lines = (f"{_text(name, inner, step)}: {_text(each, inner, step)}" for name, each in sorted(value.items()))
        return f"{{{inner}{f',{inner}'.join(lines)}{line}}}"
    return f"[{inner}{f',{inner}'.join(_text(each, inner, step) for each in value)}{line}]"


@cache
def _encoder(between: str) -> json.JSONEncoder:
    return json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(between, ": "), default=plain)


def _inert(text: str) -> str:
    """Return a JSON text in which a terminal finds nothing to obey."""
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
