"""The way back from a row to its bytes: the digest of a file, and of each row its line and its bytes."""

import tomllib
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_cli.core.registers import REGISTERS
from antq_cli.reading.files import read_parts
from antq_cli.reading.parts import Part
from tests.reading.helpers import BOM, Sheet, any_files, sheets, strictly_read, typed, wrong_sheets
from tests.reading.test_toml import typed_tables
from tests.thinned import tries

NO_COLUMN = "?"  # its place is that of the row


def part_of(register: str, path: str, raw: bytes, *, fast: bool = True) -> Part:
    (part,) = read_parts(REGISTERS[register], {path: raw}, fast=fast)
    return part


def rows_of(part: Part, raw: bytes) -> list[bytes]:
    """The bytes of each row, after what holds of every part was held against it."""
    assert part.digest == sha256(raw).hexdigest()
    ends = [place for span in part.spans for place in span]
    assert ends == sorted(ends)
    assert all(start < end for start, end in part.spans)
    assert len(part.spans) == len(part) + len(part.broken)
    records = range(len(part.spans))
    assert part.lines() == [part.where.locate(record, NO_COLUMN)[0] for record in records]
    assert part.lines() == [raw[: part.spans[record].start].count(b"\n") + 1 for record in records]
    return [raw[start:end] for start, end in part.spans]


def is_line(row: bytes, *, last: bool) -> bool:
    return row.endswith(b"\n") or last


# ---------------------------------------------------------------------------------------------------------------- CSV


@tries(80)
@given(st.data(), wrong_sheets(), st.booleans(), st.booleans())
def test_the_rows_of_a_csv_file(data: st.DataObject, drawn: tuple[Sheet, set[object]], cut: bool, fast: bool) -> None:
    """Each is what was typed between two line ends, whatever stands in quotes, and all of them are the file."""
    sheet, _ = drawn
    file = data.draw(typed(sheet))
    raw = file.raw.removesuffix(b"\n").removesuffix(b"\r") if cut else file.raw
    part = part_of(sheet.register, "x.csv", raw, fast=fast)
    rows = rows_of(part, raw)
    header = raw[: part.spans[0].start]
    assert header + b"".join(rows) == raw
    assert all(is_line(row, last=cut and row is rows[-1]) for row in (header, *rows))
    assert [strictly_read(header + row) for row in rows] == [[row] for row in sheet.rows]
    assert part.lines() == [file.places[record, sheet.columns[0]][0] for record in range(len(rows))]


@tries(80)
@given(st.data(), sheets())
def test_the_rows_of_any_file(data: st.DataObject, sheet: Sheet) -> None:
    """Damaged files as well: all of their rows, or none."""
    raw = data.draw(any_files(sheet))
    part = part_of(sheet.register, "x.csv", raw)
    rows = rows_of(part, raw)
    if part.refused:
        assert rows == []
    elif rows:
        assert raw[: part.spans[0].start] + b"".join(rows) == raw


@pytest.mark.parametrize("bom", ["", BOM])
@pytest.mark.parametrize("eol", ["\n", "\r\n"])
@pytest.mark.parametrize("last", ["", "\n", "\r\n"])
def test_some_rows_of_a_csv_file(bom: str, eol: str, last: str) -> None:
    rows = ["code,name,level", 'Đ 1,"x\r\n""y"",\u2028",l', "B,đ,l", '"C",z,l']
    raw = (bom + eol.join(rows) + last).encode()
    part = part_of("units", "units.csv", raw)
    assert rows_of(part, raw) == [row.encode() for row in (rows[1] + eol, rows[2] + eol, rows[3] + last)]
    assert (part.lines(), list(part.records), len(part.broken)) == ([2, 4, 5], [1, 2], 1)


@pytest.mark.parametrize("text", ["code,name,level", "code,name,level\n", BOM + "code,name,level\r\n"])
def test_a_header_is_no_row(text: str) -> None:
    assert rows_of(part_of("units", "units.csv", text.encode()), text.encode()) == []


# --------------------------------------------------------------------------------------------------------------- TOML


@tries(60)
@given(st.data(), wrong_sheets())
def test_the_rows_of_a_toml_file(data: st.DataObject, drawn: tuple[Sheet, set[object]]) -> None:
    sheet, _ = drawn
    raw = data.draw(typed_tables(sheet, bare=False)).raw
    below = f"[[{sheet.register}]]\n".encode() in raw
    rows = rows_of(part_of(sheet.register, "x.toml", raw), raw)
    tables = [tomllib.loads(row.decode() if below else f"{sheet.register} = [{row.decode()}]") for row in rows]
    assert tables == [{sheet.register: [row]} for row in sheet.rows]
    assert all(row.endswith(b"\n" if below else b"}") for row in rows)


TABLES = [
    '[[units]]\ncode = "A"\n',
    '[[ units ]] # one\n  code = \'Đ\' # """\n  # between\n\n  name = """\n[[units]]\n# no comment""" # after\n',
    "\t[['units']]\n",
    "[[units]]\ncode.x = 1\ncode.y = [ # ]\n 2,\n]\n",
    '[[units]]\nname = "x"\n[units.code]\nn = 1\n# within\n[units.code.o]\np = {q = "2"}\n[[units.level]]\n',
    "[[units]]\nopened = 2021-01-01\nclosed = 2021-01-01 00:00:00\n",
]
BETWEEN = ["", "\n", "# [[units]]\n", "  \n\n# Đ\n"]


@tries(80)
@given(
    st.lists(st.tuples(st.sampled_from(TABLES), st.sampled_from(BETWEEN)), max_size=5),
    st.sampled_from(BETWEEN),
    st.sampled_from(["", BOM]),
    st.booleans(),
    st.booleans(),
)
def test_tables_of_every_kind(tables: list[tuple[str, str]], before: str, bom: str, crlf: bool, cut: bool) -> None:
    """A table is whole lines, from its header to the end of what stands in it last; what is between is of none."""
    text = bom + before + "".join(table + after for table, after in tables)
    expected = [table for table, _ in tables]
    if cut and tables and not tables[-1][1]:
        text, expected[-1] = text.removesuffix("\n"), expected[-1].removesuffix("\n")
    ends = "\r\n" if crlf else "\n"
    raw = text.replace("\n", ends).encode()
    rows = rows_of(part_of("units", "units.toml", raw), raw)
    assert [row.decode() for row in rows] == [table.replace("\n", ends) for table in expected]


def test_tables_in_braces() -> None:
    text = f"{BOM}units = [ # {{\r\n{{code = 'Đ', name = '}}'}}, {{code = [\r\n1]}} ,\r\n  {{}}\r\n]\r\n"
    rows = rows_of(part_of("units", "units.toml", text.encode()), text.encode())
    assert [row.decode() for row in rows] == ["{code = 'Đ', name = '}'}", "{code = [\r\n1]}", "{}"]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "units = []\n", "[[units]]\nphone = 1\n"])
def test_without_tables_there_are_no_rows(text: str) -> None:
    part = part_of("units", "units.toml", text.encode())
    assert rows_of(part, text.encode()) == []
