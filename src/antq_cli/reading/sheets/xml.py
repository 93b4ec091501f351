"""The XML of a workbook's parts, which anybody may have written: nothing in it is fetched, and nothing multiplied."""

from collections.abc import Iterator, Mapping
from xml.parsers.expat import ExpatError, ParserCreate, XMLParserType

Element = tuple[str, Mapping[str, str]]
_PIECE = 1 << 16


class DoctypeError(ValueError):
    """A document type stands in the XML: it may define entities that grow without end, or lead out of the file."""


def parser() -> XMLParserType:
    """Return a parser that refuses document types."""
    made = ParserCreate()
    made.StartDoctypeDeclHandler = _refuse
    return made


def _refuse(*_: object) -> None:
    raise DoctypeError("document type")


def run(made: XMLParserType, part: bytes, *, last: bool = True) -> None:
    """Let a parser go through a part, or a piece of one; :class:`ValueError` where it is no XML."""
    try:
        made.Parse(part, last)
    except (ExpatError, LookupError) as error:  # LookupError: a coding that nobody knows
        raise ValueError("no XML") from error


def elements(part: bytes) -> Iterator[Element]:
    """Yield the beginnings of all elements of a part, names and attributes without their prefixes.

    The part is gone through piece by piece: it may hold more elements than could be kept.
    """
    found: list[Element] = []
    made = parser()
    made.StartElementHandler = lambda name, held: found.append((local(name), {local(key): held[key] for key in held}))
    for at in range(0, len(part), _PIECE):
        run(made, part[at : at + _PIECE], last=False)
        yield from found
        found.clear()
    run(made, b"")
    yield from found


def local(name: str) -> str:
    """Return a name without its prefix."""
    return name.rpartition(":")[2]


def flag(held: Mapping[str, str], name: str) -> bool:
    """Whether an attribute says yes."""
    return held.get(name) in {"1", "true"}
