"""What an office program makes of a workbook: it calculates what is printed, and saves what was written.

Left out by default: `.ci/office`, where a skipped test is a failed one.
"""

import random
import re
from pathlib import Path
from typing import Any

import pytest

from antq_cli.core.ratio import Ratio
from antq_cli.core.report import DASH, Annex, Line, Pieces, Plot, Text
from antq_cli.reports.packing import Unpacked, pack
from antq_cli.reports.xlsx import mark_of, write
from tests.reports import made
from tests.reports.office import Office
from tests.reports.test_whole import PAPERS, written, wrong_in_workbook
from tests.reports.test_xlsx import NAME, NAUGHTY, SEVENTEEN, TOTAL, count, line, report, shown, units
from tests.reports.workbook_reader import HIDDEN, Sheets

pytestmark = pytest.mark.office


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("office"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("papers")


def cells(data: bytes) -> dict[tuple[str, str], Any]:
    """What stands in the cells of the sheets that are seen; white space at either end is no part of it."""
    told = Sheets(data)
    found = {(name, cell): value for name in told.visible for cell, value in told.cells(name).items()}
    return {key: value.strip() if isinstance(value, str) else value for key, value in found.items()}


def uncalculated(data: bytes) -> bytes:
    """The same workbook in which nothing comes of a formula but a number that is wrong."""
    file = Unpacked(data)
    parts = {name: file.part(name) for name in file.names}
    for name in (each for each in parts if each.startswith("xl/worksheets/sheet")):
        parts[name] = re.sub(rb"</f><v>[^<]*</v>", b"</f><v>7919</v>", parts[name])
        parts[name] = re.sub(rb'(<c [^>]*) t="str"(?=[^>]*><f>)', rb"\1", parts[name])
    return pack(parts)


@pytest.fixture(scope="module")
def calculated(folder: Path, office: Office) -> dict[str, bytes]:
    """Every workbook, in which nothing right came of a formula, after the program has calculated it."""
    papers = {name_of(*paper): uncalculated(written(*paper, folder).workbook) for paper in PAPERS}
    return office.all_calculated(papers)


def name_of(book: Path, period: str, lang: str) -> str:
    return f"{book.name}-{period}-{lang}"


@pytest.mark.parametrize(("book", "period", "lang"), PAPERS)
def test_every_formula_comes_to_what_is_printed(
    book: Path, period: str, lang: str, folder: Path, calculated: dict[str, bytes]
) -> None:
    paper, again = written(book, period, lang, folder), calculated[name_of(book, period, lang)]
    assert cells(again) == cells(paper.workbook)
    assert wrong_in_workbook(again, paper) == []
    assert [value for value in cells(again).values() if str(value).startswith(("#", "Err:"))] == []
    mark = mark_of(again)
    assert mark is not None
    assert mark.untouched


def test_a_rate_that_is_nearly_all_or_nothing_is_calculated_as_it_is_printed(office: Office) -> None:
    chosen = random.Random(7)
    pairs = [(29_999, 30_000), (30_001, 30_000), (1, 999_999_999), (12_345, 100_000), (0, 9), (9, 9), (0, 0), (7, 3)]
    pairs += [(chosen.randrange(10 ** chosen.randint(1, 9)), chosen.randrange(1, 10**9)) for _ in range(400)]
    lines = [line(nth, f"xã {nth}", num, den) for nth, (num, den) in enumerate(pairs, 1)]
    dashes: list[tuple[Pieces, Pieces, Pieces]] = [
        ((DASH,), count("9", "num", 3), (DASH,)),
        (count("9", "den", 3), (DASH,), (DASH,)),
    ]
    lines += [Line([(Text("0", 0),), (Text("xã"),), *each, ()]) for each in dashes]
    data = office.calculated("rates", uncalculated(write(report(units(*lines)))))
    rates = Sheets(data).column(NAME, "3=2/1")[: len(lines)]
    printed = [Ratio(num, den).percent() for num, den in pairs]
    assert rates == [*("—" if rate is None else float(rate) for rate in printed), "—", "—"]


def test_texts_are_texts_also_after_it_has_saved_them(office: Office) -> None:
    table = units(*(line(nth, naughty, 1, 2, note=[Text(naughty)]) for nth, naughty in enumerate(NAUGHTY, 1)))
    plotted = table._replace(plot=Plot("=1+1", 1, 4, range(len(NAUGHTY)), note="=1+1"))
    data = write(made.report([], [Annex("Phụ lục I", "=1+1", [Text("=1+1")], [plotted])]))
    again = office.calculated("naughty", data)
    first = Sheets(again).column(NAME, "B")[: len(NAUGHTY)]
    assert [str(each).strip() for each in first] == [shown(naughty).strip() for naughty in NAUGHTY]
    mark = mark_of(again)
    assert mark is not None
    assert mark.untouched


def test_however_often_it_is_saved_the_map_is_kept_and_the_mark(office: Office) -> None:
    plot = Plot("Tỷ lệ", 1, 4, range(17), target="95.00", aim="Mức phấn đấu 95%")
    data = write(report(units(*SEVENTEEN, TOTAL, plot=plot)))
    expected = [*Sheets(data).numbers()]
    for nth in range(3):
        data = office.calculated(f"saved-{nth}", data)
        assert [*Sheets(data).numbers()] == expected
        mark = mark_of(data)
        assert mark is not None
        assert (mark.source, mark.untouched) == (made.provenance().source, True)
    states = re.findall(rb'<sheet name="([^"]*)"[^>]*state="(\w+)"', Unpacked(data).part("xl/workbook.xml"))
    assert {name.decode(): state for name, state in states}[HIDDEN] == b"hidden"


def test_pages_are_as_wide_as_paper_and_have_the_head_of_the_table_each(office: Office) -> None:
    wide = made.annex(120)
    tables = [table._replace(name="Ký") for table in wide.tables]
    pages = office.pages("printed", write(made.report([], [wide._replace(tables=tables)])), "xlsx")
    of_annex = [page for page in pages if "Khu dân cư" in page]
    assert len(of_annex) >= 2
    assert all(re.search(r"\bA +B +1 +2 .* 14 +15\b", page) for page in of_annex)  # nothing is cut off
    assert sum(len(re.findall(r"(?:xã|thị trấn) [A-ZĐ]", page)) for page in pages) >= 120
    assert all(made.WARNING in page for page in pages)
    assert all(re.search(rf"\b{nth}/{len(pages)}\b", page) for nth, page in enumerate(pages, 1))


def test_no_number_is_too_wide_for_its_column(office: Office) -> None:
    lines = [line(1, "xã", 999_999_998, 999_999_999), line(0, "Tổng", 999_999_998, 999_999_999, style="total")]
    pages = "".join(office.pages("wide", write(report(units(*lines))), "xlsx"))
    assert "999,999,998" in pages
    assert "###" not in pages
