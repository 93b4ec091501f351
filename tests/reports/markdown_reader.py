"""Reading the numbers of a report out of its Markdown again, by their places, and holding them against the report."""

import re
from collections.abc import Iterator, Sequence

from antq_cli.core.report import Number, Pieces, Report
from antq_cli.core.unseen import visible

_TOKEN = re.compile(r"[+-]?\d+(?:[.,/]\d+)*%?")
_COMMENT = re.compile(r"<!-- .* -->")


class WrongError(AssertionError):
    """A number that does not stand where it should."""


def tokens(text: str) -> list[str]:
    """The numbers of a text, each with what belongs to it: 25.915/29.853, +0,51%."""
    return _TOKEN.findall(text)


def plain(text: str) -> str:
    """A text without what makes it Markdown."""
    return re.sub(r"\\(.)", r"\1", text.replace("**", ""))


def cells(text: str) -> dict[str, str]:
    """The cells of the tables by their places; neither the header nor the line beneath it is counted."""
    found: dict[str, str] = {}
    table = row = 0
    for line in text.split("\n"):
        if not line.startswith("|"):
            row = -2
            continue
        table += row == -2
        row += 1
        if row > 0:
            several = re.split(r"(?<!\\)\|", line)[1:-1]
            found |= {f"antq_t{table:02}:{row}:{n}": plain(cell).strip() for n, cell in enumerate(several, 1)}
    return found


def sentences(text: str) -> list[str]:
    """The numbers of what stands in no table, in the order in which they are read."""
    lines = (line for line in _COMMENT.sub("", text).split("\n") if not line.startswith("|"))
    return [token for line in lines for token in tokens(plain(line))]


def hold(text: str, report: Report) -> int:
    """Hold every number of a text against those of the report, and return how many they were.

    Of each paragraph all numbers stand beside each other in their order, those that are none of the book's as well.
    """
    rest, held = sentences(text), 0
    for pieces in report.paragraphs():
        expected = _expected(pieces)
        at = next((n for n in range(len(rest) + 1) if rest[n : n + len(expected)] == expected), None)
        if at is None:
            raise WrongError(expected)
        rest = rest[at + len(expected) :]
        held += sum(isinstance(piece, Number) for piece in pieces)
    return held + _hold_cells(cells(text), report)


def _expected(pieces: Pieces) -> list[str]:
    return [token for piece in pieces for token in tokens(visible(piece.text))]


def _hold_cells(found: dict[str, str], report: Report) -> int:
    several = [*in_cells(report)]
    for place, numbers in several:
        shown = found.get(place, "")
        if not set(numbers) <= set(tokens(shown)):
            raise WrongError((place, numbers, shown))
    return sum(len(numbers) for _, numbers in several)


def in_cells(report: Report) -> Iterator[tuple[str, Sequence[str]]]:
    """The numbers of each cell that has any, by its place."""
    together: dict[str, list[str]] = {}
    for place, number in report.placed():
        if ":" in place:
            together.setdefault(":".join(place.split(":")[:3]), []).append(number.text)
    yield from together.items()
