"""The laws of splices, and of what is undone."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_cli.core.changes import Record, Rewrite, Rows, Splice, SpliceError, inverse, spliced, undone
from tests.thinned import tries

Pieces = Sequence[tuple[bytes, bytes, bytes]]
PIECES = st.lists(st.tuples(st.binary(max_size=5), st.binary(max_size=5), st.binary(max_size=5)), max_size=6)


def of(pieces: Pieces) -> tuple[bytes, bytes, list[Splice]]:
    """A file and what it becomes: after what is kept stands what is replaced, and by what."""
    before, after, splices = b"", b"", list[Splice]()
    for kept, old, new in pieces:
        splices.append(Splice(len(before) + len(kept), old, new))
        before, after = before + kept + old, after + kept + new
    return before, after, splices


@tries(200)
@given(PIECES, st.binary(max_size=5))
def test_a_splice_replaces_what_it_says_and_its_inverse_brings_it_back(pieces: Pieces, tail: bytes) -> None:
    before, after, splices = of(pieces)
    assert spliced(before + tail, splices) == after + tail
    assert spliced(after + tail, inverse(splices)) == before + tail
    assert inverse(inverse(splices)) == tuple(splices)


@tries(200)
@given(PIECES, st.integers(0, 80), st.integers(0, 255))
def test_other_bytes_are_not_replaced(pieces: Pieces, at: int, byte: int) -> None:
    """Where one byte of what is replaced is another one the splice is refused, and elsewhere that byte stays."""
    before, after, splices = of(pieces)
    if not before:
        return
    at %= len(before)
    other = before[:at] + bytes([byte]) + before[at + 1 :]
    touched = any(splice.at <= at < splice.end for splice in splices)
    if touched and other != before:
        with pytest.raises(SpliceError):
            spliced(other, splices)
    else:
        found = spliced(other, splices)
        assert len(found) == len(after)
        assert spliced(found, inverse(splices)) == other


@pytest.mark.parametrize(
    "splices",
    [
        [Splice(2, b"c", b""), Splice(1, b"b", b"")],  # not in their order
        [Splice(0, b"ab", b""), Splice(1, b"b", b"")],  # a byte in two
        [Splice(2, b"cd", b"")],  # beyond the end
        [Splice(4, b"", b"x")],  # nowhere
    ],
)
def test_splices_that_cannot_be(splices: list[Splice]) -> None:
    with pytest.raises(SpliceError):
        spliced(b"abc", splices)


def test_what_a_rewrite_makes() -> None:
    assert Rewrite("a", b"x\r\n", [Splice(3, b"", b"y\r\n")]).after == b"x\r\ny\r\n"
    assert Rewrite("a", None, [Splice(0, b"", b"new")]).after == b"new"
    assert Rewrite("a", b"new", [Splice(0, b"new", b"")], gone=True).after is None


def record(id_: int, of: int | None = None) -> Record:
    return Record(id_, "x", datetime(2026, 1, 1, tzinfo=UTC), "0", Rows(), (), of)


def test_an_undo_that_is_undone_makes_the_change_again() -> None:
    """And so on: each takes back the one before, and all that hang on it turn over."""
    records = [record(1), record(2), record(3, of=1)]
    assert undone(records) == {1}
    assert undone([*records, record(4, of=3)]) == {3}
    assert undone([*records, record(4, of=3), record(5, of=4)]) == {1, 4}
    assert undone([*records, record(4, of=3), record(5, of=1)]) == {1, 3}
    assert undone(records[:2]) == set()
    assert undone([record(4, of=3)]) == {3}  # those before were taken away, being old
