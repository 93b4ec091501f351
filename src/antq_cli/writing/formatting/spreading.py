"""From the old lines of a file to new ones, as splices of as few of them as their order allows."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from antq_cli.core.changes import Splice
from antq_cli.reading.parts import Span


class Piece(NamedTuple):
    """A row of the new file: the number of the row of the old one that it is, and its bytes."""

    old: int
    new: bytes


class Spread(NamedTuple):
    """The splices that bring rows into another order and form, and how many of the rows they change or move."""

    splices: Sequence[Splice]
    changed: int


def spread(raw: bytes, spans: Sequence[Span], pieces: Sequence[Piece]) -> Spread:
    """Return how rows come into another order and form.

    ``spans`` are those of all old rows, one behind the other to the end of the file; ``pieces`` are the same rows in
    their new order. The most that keep their order stay where they are; the others are taken out, and put in where
    they belong.
    """
    staying = _rising([piece.old for piece in pieces])
    edits = [
        (span.start, _OUT, Splice(span.start, raw[span.start : span.end], b""))
        for number, span in enumerate(spans)
        if number not in staying
    ]
    moved, at = len(edits), spans[0].start if spans else len(raw)
    for piece in pieces:
        span = spans[piece.old]
        old = raw[span.start : span.end]
        if piece.old not in staying:
            edits.append((at, _IN, Splice(at, b"", piece.new)))
            continue
        if old != piece.new:
            moved += 1
            edits.append((span.start, _OUT, Splice(span.start, old, piece.new)))
        at = span.end
    found = [*_together(splice for _, _, splice in sorted(edits, key=lambda edit: edit[:2]))]
    return Spread(found, moved)


# What comes in at a place stands before what was there.
_IN, _OUT = range(2)


def _rising(numbers: Sequence[int]) -> set[int]:
    """Return the numbers of a longest run of them, not all of them neighbours, that rises."""
    ends: list[int] = []
    at: list[int] = []
    before = [-1] * len(numbers)
    for place, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before[place] = at[length - 1] if length else -1
        ends[length : length + 1] = [number]
        at[length : length + 1] = [place]
    found, place = set(), at[-1] if at else -1
    while place >= 0:
        found.add(numbers[place])
        place = before[place]
    return found


def _together(splices: Iterable[Splice]) -> Iterator[Splice]:
    """Yield splices; those that touch each other are one."""
    last: Splice | None = None
    for splice in splices:
        if last is not None and last.end == splice.at:
            last = Splice(last.at, last.old + splice.old, last.new + splice.new)
        else:
            yield from () if last is None else [last]
            last = splice
    yield from () if last is None else [last]
