"""What an office program makes of a document: its pages, and every number again after it has saved it.

Left out by default: `.ci/office`, where a skipped test is a failed one.
"""

import re

import pytest

from antq_cli.core.report import Report
from antq_cli.reports.docx import ReadNumber, mark_of, read_numbers, write
from antq_cli.reports.packing import Unpacked, pack
from tests.reports import made
from tests.reports.office import Office

pytestmark = pytest.mark.office


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("office"))


def placed(report: Report) -> list[ReadNumber]:
    return [ReadNumber(place, each.id, each.part, each.text) for place, each in report.placed()]


def head(page: str) -> list[str]:
    """The lines of a page as far as the warning, which stands at the head of every page."""
    lines = [line.strip() for line in page.splitlines() if line.strip()]
    return lines[: lines.index(made.WARNING) + 1]


def test_pages_are_numbered_from_the_second_on_and_those_of_each_annex_from_one(office: Office) -> None:
    report = made.report(made.blocks(12), [made.annex(60), made.annex(4, "II")])
    pages = office.pages("numbered", write(report))
    annexes = [nth for nth, page in enumerate(pages) if re.search(r"Phụ lục I+$", page, re.MULTILINE)]
    first, second = annexes
    numbers = ["", *map(str, range(2, first + 1)), *map(str, range(1, second - first + 1)), "1"]
    assert [head(page) for page in pages] == [
        [number, made.WARNING] if number else [made.WARNING] for number in numbers
    ]
    assert (first >= 3, second - first >= 2, len(pages)) == (True, True, second + 1)


def test_the_head_of_a_table_is_on_each_of_its_pages_and_no_page_is_empty(office: Office) -> None:
    pages = office.pages("repeated", write(made.report([], [made.annex(60)])))
    of_annex = pages[1:]
    assert len(of_annex) >= 2
    assert all(re.search(r"Khu dân cư +Hộ gia đình +Học sinh", page) for page in of_annex)
    assert all("xã Cẩm" in page for page in of_annex)


def test_no_page_is_empty_and_no_total_or_note_alone_however_long_an_annex_is(office: Office) -> None:
    """Those of up to 24 units are on one page; of more, at least two of them are on each."""
    rows = range(12, 30)
    pages = office.pages("annexes", write(made.report([], [made.annex(each) for each in rows])))
    units = [len(re.findall(r"(?:xã|thị trấn) [A-ZĐ]", page)) for page in pages[1:]]
    beginnings = [nth for nth, page in enumerate(pages[1:]) if "Phụ lục I" in page]
    parted = [units[begin:end] for begin, end in zip(beginnings, [*beginnings[1:], len(units)], strict=True)]
    assert [sum(each) for each in parted] == [*rows]
    assert [len(each) for each in parted] == [1 if each <= 24 else 2 for each in rows]
    assert min(units) >= 2


def test_capitals_are_printed_as_capitals(office: Office) -> None:
    first, *_ = office.pages("capitals", write(made.report()))
    for text in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "HUYỆN CẨM THỦY", "BÁO CÁO", "I. ĐẶC ĐIỂM, TÌNH HÌNH"):
        assert text in first


def test_every_number_is_there_again_however_often_it_is_saved_and_nothing_is_changed(office: Office) -> None:
    report = made.report(made.blocks(6))
    data = write(report)
    for nth in range(3):
        data, _ = office.saved(f"saved-{nth}", data)
        assert read_numbers(data) == placed(report)
        mark = mark_of(data)
        assert mark is not None
        assert (mark.source, mark.untouched) == (report.provenance.source, True)


def unmarked(data: bytes) -> bytes:
    """The same document without bookmarks."""
    file = Unpacked(data)
    parts = {name: file.part(name) for name in file.names}
    text = re.sub(rb"<w:bookmark(?:Start|End)[^>]*/>", b"", parts["word/document.xml"])
    return pack(parts | {"word/document.xml": text})


def test_so_it_is_with_every_commune_within_three_times_of_a_document_without_bookmarks(office: Office) -> None:
    # Of five columns: LibreOffice takes time that grows with the square of the cells of a table, with or without marks.
    report = made.report(None, [made.narrow(made.annex(3321), 5)])
    data = write(report)
    _, without = office.saved("unmarked", unmarked(data))
    again, seconds = office.saved("marked", data)
    expected = placed(report)
    assert read_numbers(again) == expected
    assert len(expected) > 9_900
    assert seconds <= 3 * without
