"""The XML of a workbook's parts, which anybody may have written: nothing in it is fetched, and nothing multiplied."""

from collections.abc import Iterator, Mapping
from xml.parsers.expat import ExpatError, ParserCreate, XMLParserType

Element = tuple[str, Mapping[str, str]]


class DoctypeError(ValueError):
    """A document type stands in the XML: it may define entities that grow without end, or lead out of the file."""


def parser() -> XMLParserType:
    """Return a parser that refuses document types."""
    made = ParserCreate()
    made.StartDoctypeDeclHandler = _refuse
    return made


def _refuse(*_: object) -> None:
    raise DoctypeError("document type")


def run(made: XMLParserType, part: bytes) -> None:
    """Let a parser go through a part; :class:`ValueError` where it is no XML."""
    try:
        made.Parse(part, True)  # noqa: FBT003 - the last piece of it; expat takes it only so
    except (ExpatError, LookupError) as error:  # LookupError: a coding that nobody knows
        raise ValueError("no XML") from error


def elements(part: bytes) -> Iterator[Element]:
    """Return the beginnings of all elements of a small part, names and attributes without their prefixes."""
    found: list[Element] = []
    made = parser()
    made.StartElementHandler = lambda name, held: found.append((local(name), {local(key): held[key] for key in held}))
    run(made, part)
    return iter(found)


def local(name: str) -> str:
    """Return a name without its prefix."""
    return name.rpartition(":")[2]


def prefix(name: str) -> str:
    """Return what stands before the name of an element, with the colon."""
    return name[: len(name) - len(local(name))]


def flag(held: Mapping[str, str], name: str) -> bool:
    """Whether an attribute says yes."""
    return held.get(name) in {"1", "true"}
