"""The scanner accounts for every character of every text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_cli.core.registers import REGISTERS
from antq_cli.reading.files import read_parts
from antq_cli.reading.scanner import Lines, Record, scan
from tests.reading.helpers import KINDS, damaged, plain_files, sheets
from tests.thinned import tries

nasty = st.text('a,"\r\n\0\ufeff\u2028é', max_size=40)
APART = ("F006", "F008", "F009")  # the faults after which nobody can tell the cells of a line apart


def quoted(text: str, at: int) -> tuple[str, int]:
    """Read a cell in quotes by hand: its text, and where it ends."""
    out = ""
    at += 1
    while text[at] != '"' or text[at + 1 : at + 2] == '"':
        out += text[at]
        at += 2 if text[at] == '"' else 1
    return out.replace("\r\n", "\n"), at + 1


def assert_record(text: str, record: Record) -> None:
    at = record.start
    for number, cell in enumerate(record.cells):
        if number:
            assert text[at] == ","
            at += 1
        if text.startswith('"', at):
            assert cell.offset == at + 1
            read, at = quoted(text, at)
            assert cell.text == read
        else:
            assert (cell.offset, cell.text) == (at, text[at : at + len(cell.text)])
            assert not set(cell.text) & set(',"\r\n')
            at += len(cell.text)
    assert at == record.end


def assert_accounted(text: str) -> None:
    records, faults = scan(text)
    assert [fault.offset for fault in faults] == sorted(fault.offset for fault in faults)
    at = 0
    for record in [*records, Record([], len(text), len(text))]:
        if at < record.start:  # lines that gave no record
            assert any(at <= fault.offset < record.start for fault in faults if fault.code in APART)
            assert text[record.start - 1] == "\n" or record.start == len(text)
        assert_record(text, record)
        ends = [end for end in ("\r\n", "\n", "") if text.startswith(end, record.end)]
        at = record.end + len(ends[0])
        assert ends[0] or at == len(text)
    for character, code in (("\0", "F005"), ("\ufeff", "F007")):
        found = [(fault.offset, fault.values) for fault in faults if fault.code == code]
        assert found == ([(text.index(character), {"n": text.count(character)})] if character in text else [])


@tries(600)
@given(nasty)
def test_every_character_is_accounted_for(text: str) -> None:
    assert_accounted(text)


@tries(100)
@given(st.data())
def test_every_character_of_a_damaged_file_is_accounted_for(data: st.DataObject) -> None:
    raw = data.draw(damaged(data.draw(plain_files(data.draw(sheets(max_rows=4))))))
    assert_accounted(raw.decode("utf-8", "replace"))


@tries(200)
@given(
    st.sampled_from([*KINDS]),
    nasty.map(str.encode) | st.binary(max_size=40),
    st.booleans(),
    st.sampled_from(["x.csv", "x.toml"]),
)
def test_no_bytes_make_reading_fail(name: str, rest: bytes, header: bool, path: str) -> None:
    raw = (",".join(KINDS[name]).encode() + b"\n" if header else b"") + rest
    for fast in (True, False):
        (part,) = read_parts(REGISTERS[name], {path: raw}, fast=fast)
        assert part.refused <= bool(part.findings)


@pytest.mark.parametrize("size", [10_000])
@pytest.mark.parametrize("piece", ['"', '""', ',"', '"a"b\n', "\r", '"\r', "a\rb\n", "\n", '"\n', ",\n"])
def test_no_text_takes_long(piece: str, size: int) -> None:
    assert_accounted(piece * size)


@tries(200)
@given(st.text("ab\r\n\u2028", max_size=20))
def test_lines_are_those_of_an_editor(text: str) -> None:
    lines = Lines(text)
    for offset in range(len(text) + 1):
        line, column = lines.at(offset)
        assert text.split("\n")[line - 1][column - 1 :] == text[offset:].split("\n", maxsplit=1)[0]
        assert lines.line(line) == text.split("\n")[line - 1].removesuffix("\r")
