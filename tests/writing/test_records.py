"""A record is read as it was written, and refused where it is not what antq wrote."""

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_cli.core.changes import ABSENT, Record, Recorded, Rows, Splice
from antq_cli.reading.records import RecordError, read_record
from antq_cli.reading.steady import digest
from antq_cli.writing.records import record_bytes
from tests.thinned import tries

NUMBERS = st.integers(0, 2**40)
HASHES = st.one_of(st.just(ABSENT), st.binary(max_size=3).map(digest))
NAMES = st.text(st.characters(codec="utf-8", exclude_characters="/\\:\0"), min_size=1).filter(
    lambda each: each[0] != "."
)
SPLICES = st.lists(
    st.builds(Splice, NUMBERS, st.binary(), st.one_of(st.binary(), st.text().map(str.encode))), max_size=3
)
FILES = st.builds(
    Recorded,
    st.lists(NAMES, min_size=1, max_size=3).map("/".join),
    HASHES,
    HASHES,
    st.one_of(st.none(), SPLICES.map(tuple)),
)
RECORDS = st.builds(
    Record,
    st.integers(1, 10**9),
    st.text(),
    st.datetimes(timezones=st.just(UTC)).map(lambda at: at.replace(microsecond=0)),
    st.text(),
    st.builds(Rows, NUMBERS, NUMBERS, NUMBERS),
    st.lists(FILES, max_size=3).map(tuple),
    st.one_of(st.none(), st.integers(1, 99)),
    st.booleans(),
)


@tries(300)
@given(RECORDS)
def test_any_record_is_read_as_it_was_written(record: Record) -> None:
    """Also bytes that are no text, NUL, a lone CR, and what TOML has a meaning for."""
    assert read_record(record_bytes(record)) == record


def test_every_byte_comes_back() -> None:
    every = bytes(range(256))
    texts = [every[:128], every, "Đoài\r\n\t\"\\'''\u2028\ufeff".encode(), b"\r", b""]
    splices = tuple(Splice(at, old, new) for at, (old, new) in enumerate(zip(texts, texts[::-1], strict=True)))
    record = whole(splices)
    assert read_record(record_bytes(record)) == record


def whole(splices: tuple[Splice, ...] = (Splice(3, b"", b"x\n"),), path: str = "pledges/15127.csv") -> Record:
    file = Recorded(path, digest(b"a"), digest(b"b"), splices)
    return Record(12, "pledges record", datetime(2026, 11, 27, 6, tzinfo=UTC), "0.2.0", Rows(1), (file,))


def test_it_can_be_read_by_eye() -> None:
    text = record_bytes(whole()).decode()
    assert text.startswith('schema = 1\nid = 12\ncommand = "pledges record"\nat = 2026-11-27 06:00:00+00:00\n')
    assert all(len(line) < 120 for line in text.splitlines())
    assert '"x\\n"' in text


EDITS = [
    ("schema = 1", "schema = 2"),
    ("schema = 1", 'schema = "1"'),
    ("schema = 1", ""),
    ("id = 12", "id = 0"),
    ("id = 12", "id = 12.0"),
    ("added = 1", "added = -1"),
    ("added = 1", "added = true"),
    ('command = "pledges record"', ""),
    ("at = 2026", "at = 9999999"),
    ("at = 3", "at = -3"),
    ("before = ", "were = "),
    ("sha256:", "md5:"),
    ('old = ""', ""),
    ('old = ""', 'old = "", old64 = ""'),
    ('new = "x\\n"', 'new64 = "eA="'),
    ('new = "x\\n"', 'new64 = "!!!!"'),
    ('new = "x\\n"', 'new = "x\\n", note = "mine"'),
    ("[rows]", "[rows]\nmoved = 1"),
    ("[[files]]", "[files]"),
]


@pytest.mark.parametrize(("old", "new"), EDITS)
def test_one_that_was_edited_is_refused(old: str, new: str) -> None:
    text = record_bytes(whole()).decode()
    assert re.search(re.escape(old), text)
    with pytest.raises(RecordError):
        read_record(text.replace(old, new, 1).encode())


@pytest.mark.parametrize("raw", [b"", b"\xff", b"\0", b"schema = 1", b"[" * 10_000, b"a.b" * 100, b"schema = 1\n" * 2])
def test_what_is_no_record_at_all(raw: bytes) -> None:
    with pytest.raises(RecordError):
        read_record(raw)


@pytest.mark.parametrize(
    "path",
    [
        *("", "/etc/passwd", "../other/units.csv", "pledges/../../x.csv", "pledges//x.csv", "./units.csv", "pledges/"),
        *(".git/config", "pledges/.git/hooks/x", ".antq/lock", ".antq/log/000001.toml", ".bashrc"),
        *("C:/x.csv", "c:x.csv", "pledges\\x.csv", "units.csv:stream", "x\0.csv"),
    ],
)
def test_a_record_names_no_file_that_is_none_of_a_book(path: str) -> None:
    """What a record names is written: a book from elsewhere is to have no say in what git or a shell will do."""
    with pytest.raises(RecordError):
        read_record(record_bytes(whole(path=path)))
    assert read_record(record_bytes(whole(path="pledges/Đoài..csv"))).files[0].path == "pledges/Đoài..csv"
