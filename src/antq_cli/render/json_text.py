"""JSON as text, piece by piece: nobody has to hold all that it is of, nor the whole of what it becomes."""

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache

# What a terminal would obey and JSON does not escape by itself: C1 controls, DEL, formats and marks of direction; and
# what is no character at all.
_OBEYED = re.compile(r"[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff\ud800-\udfff]")


def plain(value: object) -> str:
    """Return a day as JSON has it."""
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value))


def on_one_line(value: object) -> str:
    """Return a value on a line of its own."""
    return _inert(f"{_encoder(', ').encode(value)}\n")


def written(value: object, *, indent: int) -> Iterator[str]:
    """Yield a value over several lines, the keys in order; an iterator is written as a list, thing by thing."""
    yield from map(_inert, _pieces(value, "\n", " " * indent))
    yield "\n"


def _pieces(value: object, line: str, step: str) -> Iterator[str]:
    """Yield a value in as many pieces as the iterators in it have things; ``line`` begins each of its lines."""
    if not _streams(value):
        yield _text(value, line, step)
        return
    things: Iterator[tuple[str, object]]
    if isinstance(value, dict):
        opening, closing = "{", "}"
        things = ((f"{_text(name, line, step)}: ", each) for name, each in sorted(value.items()))
    else:
        assert isinstance(value, (list, tuple, Iterator))
        opening, closing = "[", "]"
        things = (("", each) for each in value)
    before = opening
    for name, each in things:
        yield f"{before}{line}{step}{name}"
        yield from _pieces(each, line + step, step)
        before = ","
    yield f"{line}{closing}" if before == "," else f"{opening}{closing}"


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
