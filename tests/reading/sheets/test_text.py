"""Tables as text: coding and separator are told by the bytes, or the file is refused."""

import csv
import unicodedata
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_cli.core.findings import Finding
from antq_cli.core.sheets import Sheet
from antq_cli.reading.coding import Encoding
from antq_cli.reading.sheets.opening import read_sheets
from antq_cli.reading.sheets.separated import SEPARATORS, Separator
from antq_cli.words.syllables import all_possible, words

TABLE = "Đơn vị;Số hộ;Đã ký\nXã Cẩm Thủy;1.908;1.850\nThị trấn Phong Sơn;4.120;4.001\nXã Cẩm Quý;2.210;2.199\n"
# The same in the codings of old fonts, as such fonts have their letters.
TCVN3 = b"\xa7\xacn v\xde;S\xe8 h\xe9;\xa7\xb7 k\xfd\nX\xb7 C\xc8m Th\xf1y;1.908;1.850\n"
VNI = b"\xd1\xf4n v\xf2;So\xe1 ho\xe4;\xd1a\xf5 ky\xf9\nXa\xf5 Ca\xe5m Thu\xfby;1.908;1.850\n"


def rows(raw: bytes, encoding: Encoding | None = None, separator: Separator | None = None) -> list[list[object]] | str:
    """The rows of a text, or the rule for which it is refused."""
    found = read_sheets("biểu 01.csv", raw, encoding, separator)
    if isinstance(found, Finding):
        return found.rule.code
    (sheet,) = found
    assert sheet == Sheet("biểu 01.csv", "biểu 01", sheet.rows)
    assert [row.number for row in sheet.rows] == [*range(1, len(sheet.rows) + 1)]
    return [[cell.content for cell in row.cells] for row in sheet.rows]


RIGHT = [line.split(";") for line in TABLE.splitlines()]


def old_windows(text: str) -> bytes:
    """A text in windows-1258, which has letters with their marks of quality, and tones apart."""
    apart = unicodedata.normalize("NFD", text)
    for mark in "\u0302\u0306\u031b":
        for letter in "AEOUaeou":
            apart = apart.replace(letter + mark, unicodedata.normalize("NFC", letter + mark))
            for tone in "\u0323":  # which canonical order puts before them
                apart = apart.replace(letter + tone + mark, unicodedata.normalize("NFC", letter + mark) + tone)
    return apart.encode("cp1258")


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1258"])
def test_the_coding_is_told_by_the_bytes(coding: str) -> None:
    raw = old_windows(TABLE) if coding == "windows-1258" else TABLE.encode(coding)
    assert rows(raw) == RIGHT
    assert rows(("\ufeff" + TABLE).encode("utf-16-be")) == RIGHT


@pytest.mark.parametrize("raw", [TCVN3, VNI, b"\x00\x01\x02;\x03\n", "a;b\n".encode("utf-32"), b"\xff;\xfe\n"])
def test_what_is_in_no_coding_that_can_be_told_is_refused(raw: bytes) -> None:
    assert rows(raw) == "I007"


def test_a_coding_may_be_named_and_then_has_to_fit() -> None:
    assert rows(b"caf\xe9;1\nth\xe9;2\n", "windows-1258") == [["café", "1"], ["thé", "2"]]
    assert rows(old_windows(TABLE), "utf-8") == "I007"
    assert rows(TABLE.encode("utf-16-le"), "utf-8") == "I007"
    assert rows(TABLE.encode("utf-16"), "utf-16") == RIGHT
    assert rows(b"a;b\n", "utf-16") == "I007"
    assert rows(b"", "utf-16") == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1258"])
def test_a_mark_says_more_than_anybody(encoding: Encoding) -> None:
    """An option is for all files of an import, and some of them may be in another coding."""
    for coding in ("utf-8-sig", "utf-16"):
        assert rows(TABLE.encode(coding), encoding) == RIGHT


def test_windows_1258_has_to_be_proven_for_a_sheet_as_for_a_file_that_is_mended() -> None:
    """Words without a tone, or one that is none, could be in another coding as well: then somebody has to say it."""
    for table in ("Thôn;Tân\nLâm;Sơn\n", "Cẩm Thủy;Đắk\nTổ;Phố\n"):
        assert rows(old_windows(table)) == "I007"
        assert rows(old_windows(table), "windows-1258") == [line.split(";") for line in table.splitlines()]


@pytest.mark.parametrize("separator", SEPARATORS)
def test_the_separator_is_the_one_that_makes_a_rectangle(separator: Separator) -> None:
    assert rows(TABLE.replace(";", separator).encode()) == RIGHT


@pytest.mark.parametrize(
    "above",
    ["BIỂU TỔNG HỢP\n", "BIỂU 01, tính đến ngày 31/8/2021\n\n", "BIỂU 01;;\n;;\n", "UBND huyện, tỉnh\nBiểu 01, 02\n"],
)
def test_a_title_above_and_a_note_below_are_no_rows_of_the_rectangle(above: str) -> None:
    found = rows((above + TABLE + "Người lập, ký tên\n").encode())
    assert isinstance(found, list)
    assert [row for row in found if len(row) == 3 and row[0] and row[1]] == RIGHT


@pytest.mark.parametrize("text", ["a;b,c\nd;e,f\n", "1,5;2,5\n3,5;4,5\n", "a;b\nc,d\ne\nf\ng\n"])
def test_where_two_separators_would_do_or_none_it_is_asked_for(text: str) -> None:
    assert rows(text.encode()) == "I008"
    assert rows(text.encode(), None, ";") == [line.split(";") for line in text.splitlines()]


def test_a_text_without_a_separator_has_one_column() -> None:
    assert rows("Đơn vị\nXã Cẩm Quý\n".encode()) == [["Đơn vị"], ["Xã Cẩm Quý"]]
    assert rows(b"") == rows(b"\n\n") == rows(b";;\n;;\n") == []


@pytest.mark.parametrize("text", ['a;"b\nc;d\n', 'a;"b"c\nd;e\n'])
def test_quotes_that_do_not_pair_are_refused(text: str) -> None:
    assert rows(text.encode()) == "I009"


def test_a_cell_may_have_several_lines_and_an_error_is_one() -> None:
    assert rows(b'a;"b\nc"\nd;#REF!\n') == [["a", "b\nc"], ["d", None]]
    found = read_sheets("x.csv", b"a;#REF!\nb;x #REF!\n")
    assert not isinstance(found, Finding)
    assert [row.cells[1].error for row in found[0].rows] == ["#REF!", ""]


CELLS = st.text(st.sampled_from("aạỷ ;,\t\"'\n=#0"), max_size=5)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=6), st.sampled_from(SEPARATORS))
def test_what_was_written_comes_back(table: list[tuple[str, str, str]], separator: Separator) -> None:
    made = StringIO()
    csv.writer(made, delimiter=separator, lineterminator="\r\n").writerows(table)
    while table and not any(cell.strip() for cell in table[-1]):
        table.pop()
    for coding in ("utf-8-sig", "utf-16"):
        found = rows(made.getvalue().encode(coding), None, separator)
        assert found == [[cell or None for cell in row] for row in table]


@pytest.mark.parametrize(
    "text",
    [
        *("Ủy ban nhân dân huyện Cẩm Thủy", "Nguyễn Trường Quyên giữ gìn khuỷu nghiêng ngoằn ngoèo xoong rượu bướu"),
        *("Bá Thước – Quan Hóa “khu phố 3”", "Thanh Hoá, thuở, quẩy, khuya, yểng, giếng, quốc, gịa, uống"),
    ],
)
def test_vietnamese_is_told_as_such(text: str) -> None:
    assert all_possible(words(text))


@pytest.mark.parametrize("text", ["Thþ trÊn", "tæng sè", "Thò traán", "Hép ñ", "ắắ", "Ðơn vị", "naïve", "Łódź"])
def test_other_letters_are_not(text: str) -> None:
    assert not all_possible(words(text))


KINDS = {
    b"%PDF-1.7\n": "pdf",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600): "xls",
    b"\n <html><table><tr><td>1</td></tr></table>": "html",
    b'\xef\xbb\xbf<?xml version="1.0"?><Workbook/>': "xml",
    b"{\\rtf1}": "rtf",
    b"\x89PNG\r\n": "image",
}


@pytest.mark.parametrize("raw", KINDS)
def test_a_file_of_another_kind_is_called_by_its_kind(raw: bytes) -> None:
    found = read_sheets("bieu.xlsx", raw)
    assert isinstance(found, Finding)
    assert (found.rule.code, str(found.values["kind"])) == ("I001", KINDS[raw])


def test_an_old_container_with_a_password_is_told() -> None:
    raw = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(100)
    found = read_sheets("bieu.xlsx", raw)
    assert isinstance(found, Finding)
    assert found.rule.code == "I002"
