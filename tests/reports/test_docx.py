"""A report as a document: the decree's table read back, every number found again, nothing that is not the book's."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from time import process_time
from unittest import mock
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph as DocxParagraph

from antq_cli.core.report import Gap, Heading, Paragraph, Report, Table, Text
from antq_cli.reports import MissingOfficeError
from antq_cli.reports.docx import ReadNumber, mark_of, read_numbers, write
from antq_cli.reports.docx_text import Reader, lines_of
from antq_cli.reports.measuring import width
from antq_cli.reports.packing import pack
from tests.cli.harness import ROOT
from tests.reports import made

TEXT = "word/document.xml"


@cache
def paper() -> bytes:
    return write(made.report())


def opened(data: bytes) -> Document:
    return docx.Document(BytesIO(data))


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def changed(data: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """The same document with one part changed, as somebody's hand would have changed it."""
    own = parts(data)
    before = own[name].decode()
    after = change(before)
    assert after != before
    return pack(own | {name: after.encode()})


def placed(report: Report) -> list[ReadNumber]:
    return [ReadNumber(place, each.id, each.part, each.text) for place, each in report.placed()]


# The layout -----------------------------------------------------------------------------------------------------

CENTRED, JUSTIFIED, LEFT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY, WD_ALIGN_PARAGRAPH.LEFT
# NĐ 30/2020/NĐ-CP, Phụ lục I: what stands there, its size, bold, italic, capitals, where.
DECREE = [
    ("Cộng hòa", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, True, False, True, CENTRED),
    ("Tiêu ngữ", "Độc lập - Tự do - Hạnh phúc", 13, True, False, False, CENTRED),
    ("superior", "Ủy ban nhân dân tỉnh Thanh Hóa", 12, False, False, True, CENTRED),
    ("body", "huyện Cẩm Thủy", 12, True, False, True, CENTRED),
    ("number", "Số: [số]/BC-UBND", 13, False, False, False, CENTRED),
    ("place and date", "Cẩm Thủy, ngày […] tháng […] năm 2021", 13, False, True, False, CENTRED),
    ("type", "Báo cáo", 14, True, False, True, CENTRED),
    ("subject", "“Toàn dân bảo vệ an ninh Tổ quốc” tháng 8/2021", 14, True, False, False, CENTRED),
    ("to", "Kính gửi: [UBND tỉnh; Công an tỉnh]", 14, False, False, False, CENTRED),
    ("text", "[nhiệm vụ khác]./.", 14, False, False, False, JUSTIFIED),
    ("heading I.", "III. Phương hướng", 14, True, False, True, JUSTIFIED),
    ("heading 1.", "1. Kết quả ký cam kết", 14, True, False, False, JUSTIFIED),
    ("authority", "TM. Ủy ban nhân dân", 14, True, False, True, CENTRED),
    ("signatory", "[họ và tên]", 14, True, False, False, CENTRED),
    ("Nơi nhận", "Nơi nhận:", 12, True, True, False, LEFT),
    ("recipients", "- Lưu: VT, CA.", 11, False, False, False, LEFT),
    ("annex", "Phụ lục I", 14, True, False, False, CENTRED),
    ("title of the annex", "Kết quả ký cam kết", 14, True, False, True, CENTRED),
    (
        "attached",
        "(Kèm theo Báo cáo số […]/BC-UBND của Ủy ban nhân dân huyện Cẩm Thủy)",
        14,
        False,
        True,
        False,
        CENTRED,
    ),
]


def everything(document: Document) -> Iterator[DocxParagraph]:
    """Every paragraph in reading order, those of tables too."""
    for element in document.element.body.iter(qn("w:p")):
        yield DocxParagraph(element, document._body)


def said(document: Document, text: str) -> DocxParagraph:
    return next(paragraph for paragraph in everything(document) if paragraph.text == text)


def kept(paragraph: DocxParagraph) -> bool:
    return paragraph._p.find(f".//{qn('w:keepNext')}") is not None


def look(paragraph: DocxParagraph) -> tuple[object, ...]:
    """How a paragraph looks: its style alone says it, no run has anything but a highlight of its own."""
    assert paragraph.style is not None
    assert {child.tag for properties in paragraph._p.iter(qn("w:rPr")) for child in properties} <= {qn("w:highlight")}
    font = paragraph.style.font
    assert font.size is not None
    form = paragraph.style.paragraph_format
    return font.size.pt, bool(font.bold), bool(font.italic), bool(font.all_caps), form.alignment


def test_every_line_of_the_decrees_table_is_read_back() -> None:
    document = opened(paper())
    seen = {name: look(said(document, text)) for name, text, *_ in DECREE}
    assert seen == {name: tuple(expected) for name, _, *expected in DECREE}


def test_the_letters_are_times_new_roman_in_every_script_and_black() -> None:
    own = parts(paper())
    fonts = opened(paper()).styles.element.findall(f".//{qn('w:rFonts')}")
    assert len(fonts) == 2  # the default of the document, and that of its style
    names = {qn(f"w:{script}") for script in ("ascii", "hAnsi", "cs", "eastAsia")}
    assert all(dict(each.attrib) == dict.fromkeys(names, "Times New Roman") for each in fonts)
    assert b"rFonts" not in own[TEXT]
    assert {each.get(qn("w:val")) for each in opened(paper()).styles.element.iter(qn("w:color"))} == {"000000"}


def test_a_paragraph_has_its_indent_and_its_spacing() -> None:
    style = said(opened(paper()), "[nhiệm vụ khác]./.").style
    assert style is not None
    form = style.paragraph_format
    assert form.first_line_indent is not None
    assert form.space_after is not None
    assert (round(form.first_line_indent.mm, 1), form.space_after.pt) == (12.7, 6)
    assert isinstance(form.line_spacing, float)
    assert 1.0 <= form.line_spacing <= 1.5


def test_pages_have_the_size_and_the_margins_of_the_decree() -> None:
    pages = [
        [
            round(length.mm)
            for length in (s.page_width, s.page_height, s.top_margin, s.bottom_margin, s.left_margin, s.right_margin)
            if length
        ]
        for s in opened(paper()).sections
    ]
    assert pages == [[210, 297, 25, 20, 35, 20], [297, 210, 25, 20, 30, 15], [297, 210, 25, 20, 30, 15]]
    turned = [section.orientation for section in opened(paper()).sections]
    assert turned == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.LANDSCAPE]


def test_the_text_is_numbered_from_its_second_page_and_an_annex_from_its_first() -> None:
    text, *annexes = opened(paper()).sections
    assert text.different_first_page_header_footer
    assert not text.header.is_linked_to_previous
    assert [paragraph.text for paragraph in text.first_page_header.paragraphs] == [made.WARNING]
    number, warning = text.header.paragraphs
    assert number._p.xml.count(" PAGE ") == 1
    assert (look(number)[0], look(number)[-1], warning.text) == (14, CENTRED, made.WARNING)
    # What it was made from stands at the foot of every page, and is not the last thing behind who signs.
    made_from = made.provenance().line
    for foot in (text.footer, text.first_page_footer):
        assert [paragraph.text for paragraph in foot.paragraphs] == [made_from]
    assert made_from not in [paragraph.text for paragraph in everything(opened(paper()))]
    # What parts two sections is as low as can be, or it might fill a page of its own.
    parting = [one for one in everything(opened(paper())) if one._p.find(f".//{qn('w:sectPr')}") is not None]
    assert [one.paragraph_format.line_spacing for one in parting] == [Pt(1)] * 2
    for annex in annexes:
        assert annex.header.is_linked_to_previous
        assert annex.footer.is_linked_to_previous
        assert not annex.different_first_page_header_footer
        names = [child.tag.rpartition("}")[2] for child in annex._sectPr]
        assert names == ["pgSz", "pgMar", "pgNumType"]
        assert annex._sectPr[-1].get(qn("w:start")) == "1"


def test_a_head_has_rules_as_long_as_the_decree_says() -> None:
    document = opened(paper())
    inside = [8788 * 0.41, 8788 * 0.59, 8788]
    rules = [paragraph for paragraph in everything(document) if paragraph._p.find(f".//{qn('w:pBdr')}") is not None]
    indents = [rule.paragraph_format.left_indent for rule in rules]
    assert [rule.paragraph_format.right_indent for rule in rules] == indents
    body, motto, subject = (wide - 2 * indent.twips for wide, indent in zip(inside, indents, strict=True) if indent)
    assert 1 / 3 < body / width("HUYỆN CẨM THỦY", 12) < 1 / 2
    assert motto == pytest.approx(width("Độc lập - Tự do - Hạnh phúc", 13), abs=3)
    assert 1 / 3 < subject / width(DECREE[7][1], 14) < 1 / 2


def test_synthetic_data_says_so_beneath_the_subject_and_real_data_says_nothing() -> None:
    real = made.report()._replace(head=made.HEAD._replace(warning=""))
    for report, times in ((made.report(), 1), (real, 0)):
        document = opened(write(report))
        assert sum(paragraph.text == made.WARNING for paragraph in everything(document)) == times
        heads = (document.sections[0].header, document.sections[0].first_page_header)
        assert sum(made.WARNING in [paragraph.text for paragraph in head.paragraphs] for head in heads) == 2 * times
    assert look(said(opened(paper()), made.WARNING))[1:3] == (True, False)


def test_gaps_are_yellow_and_nothing_else_is() -> None:
    found = [run for paragraph in everything(opened(paper())) for run in paragraph.runs if run.font.highlight_color]
    gaps = sorted(gap.text for gap in made.report().gaps())
    assert sorted(run.text for run in found) == gaps
    assert len(gaps) > 10


def test_an_open_place_of_the_paper_is_not_marked() -> None:
    whole = made.report()
    undated = whole._replace(head=whole.head._replace(dated=[Text("Cẩm Thủy, "), Gap("ngày … tháng … năm …")]))
    (place,) = (one for one in everything(opened(write(undated))) if one.text == "Cẩm Thủy, ngày … tháng … năm …")
    assert [run.font.highlight_color for run in place.runs] == [None, None]


def test_a_plain_report_has_no_head_of_the_state() -> None:
    document = opened(write(made.plain()))
    texts = [paragraph.text for paragraph in everything(document)]
    assert texts[0] == "Report"
    assert not {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Nơi nhận:"} & {*texts}
    assert look(said(document, "Report")) == (14, True, False, True, CENTRED)


def test_a_heading_and_the_last_paragraph_are_kept_with_what_follows() -> None:
    document = opened(write(made.report([*made.blocks(), Heading(1, [Text("V. Cuối")]), Paragraph([Text("Hết./.")])])))
    for level in (1, 2):
        form = document.styles[f"Heading {level}"].paragraph_format
        assert (form.keep_with_next, form.keep_together) == (True, True)
    for text in ("Hết./.", "Không tính 3 dòng chưa đọc được."):
        form = said(document, text).paragraph_format
        assert (form.keep_with_next, form.keep_together) == (True, True), text
    assert said(document, "[nhiệm vụ khác]./.").paragraph_format.keep_with_next is None


def test_who_signs_has_room_to_and_a_gap_for_whose_authority_stands_at_the_top() -> None:
    """Level with those who receive it."""
    whole = made.report()
    unknown = whole._replace(signature=whole.signature._replace(authority=[], signatory=[Gap("[ai ký]")]))
    for report, expected in (
        (whole, ["TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch", *[""] * 5, "[họ và tên]"]),
        (unknown, ["[ai ký]"]),
    ):
        cell = next(table for table in opened(write(report)).tables if "Nơi nhận" in table.rows[0].cells[0].text)
        signed = cell.rows[0].cells[1].paragraphs
        assert [paragraph.text for paragraph in signed] == expected
        assert look(signed[-1])[-1] == CENTRED


# Numbers --------------------------------------------------------------------------------------------------------


def test_every_number_is_found_with_its_figure_its_part_and_its_text() -> None:
    expected = placed(made.report())
    assert read_numbers(paper()) == expected
    assert len(expected) > 180
    assert [each.place for each in expected if each.text in ("16", "17") and ":" in each.place][:2] == [
        "antq_t02:8:17",
        "antq_t02:8:17:2",
    ]


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [
        (">25.917<", ">25.918<", "antq_0013"),
        (">1.036<", ">1.063<", "antq_t02:1:4"),
        (">17<", ">18<", "antq_t02:8:17:2"),
    ],
)
def test_a_planted_wrong_number_is_caught(before: str, after: str, place: str) -> None:
    planted = changed(paper(), TEXT, lambda text: text.replace(before, after, 1))
    wrong = [
        each for each, expected in zip(read_numbers(planted), placed(made.report()), strict=True) if each != expected
    ]
    assert [(each.place, each.text) for each in wrong] == [(place, after[1:-1])]


def test_a_number_whose_bookmark_is_gone_is_not_found() -> None:
    gone = changed(paper(), TEXT, lambda text: text.replace("antq_0002", "mine").replace("antq_t01", "mine_too"))
    missing = {each.place for each in placed(made.report())} - {each.place for each in read_numbers(gone)}
    assert missing == {"antq_0002", "antq_t01:1:2", "antq_t01:1:3"}


def test_the_map_lies_in_the_first_free_item_and_says_what_it_is() -> None:
    own = parts(paper())
    assert b"urn:antq:report:1" in own["customXml/item2.xml"]
    assert b"urn:antq:report:1" in own["customXml/itemProps2.xml"]
    assert b"itemProps2.xml" in own["customXml/_rels/item2.xml.rels"]
    assert b"../customXml/item2.xml" in own["word/_rels/document.xml.rels"]
    assert b"/customXml/itemProps2.xml" in own["[Content_Types].xml"]
    assert own[TEXT].count(b"bookmarkStart") == own[TEXT].count(b"bookmarkEnd") < 60


# What a name may be ---------------------------------------------------------------------------------------------

NAUGHTY = [
    "<script>alert(1)</script> & ]]>",
    '=HYPERLINK("x") +1 -1 @SUM',
    "a\x00b\x1bc\x85d\ufffee\ud800f",
    "xã \u202eĐảo\u2066 \u200b",
    "W" * 300,
    "  hai  dấu\tcách\n",
]
SHOWN = [*NAUGHTY[:2], r"a\x00b\x1bc\x85d\ufffee\ud800f", r"xã \u202eĐảo\u2066 \u200b", NAUGHTY[4], "  hai  dấu cách "]


def naughty() -> Report:
    lines = [
        made.line(nth, f"x{nth}", name, [Text(name), made.number("390", "num", "5"), Text(name)])
        for nth, name in enumerate(NAUGHTY, 1)
    ]
    annex = made.annex()._replace(title=NAUGHTY[0], tables=[Table(made.columns(), lines)])
    blocks = [Paragraph([Text(name), made.number("390", "num", "25.915"), Text(name)]) for name in NAUGHTY]
    whole = made.report(blocks, [annex])._replace(title=NAUGHTY[2] + NAUGHTY[4])
    record = {"as_of": made.DAY, "title": NAUGHTY[2] + NAUGHTY[0]}
    return whole._replace(provenance=made.provenance('"<&')._replace(record=record))


def test_names_of_every_sort_are_text_and_break_nothing() -> None:
    data = write(naughty())
    document = opened(data)
    texts = [paragraph.text for paragraph in everything(document)]
    for shown in SHOWN:
        assert f"{shown}25.915{shown}" in texts
        assert f"{shown}5{shown}" in texts
    assert read_numbers(data) == placed(naughty())
    mark = mark_of(data)
    assert mark is not None
    assert (mark.source, mark.untouched) == ('"<&', True)
    xml = parts(data)[TEXT]
    assert lines_of(xml.decode()) == Reader(xml).lines


# Bytes and marks ------------------------------------------------------------------------------------------------


def test_the_same_report_is_the_same_file_whoever_writes_it_where(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "7",
        "TZ": "Asia/Ho_Chi_Minh",
        "LC_ALL": "C",
        "PYTHONPATH": str(ROOT),
    }
    program = (
        "import os, sys; os.umask(0o077)\n"
        "from antq_cli.reports.docx import write; from tests.reports import made\n"
        "sys.stdout.buffer.write(write(made.report()))"
    )
    other = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment, capture_output=True, check=True
    )
    assert sha256(other.stdout).digest() == sha256(paper()).digest()
    with ZipFile(BytesIO(paper())) as file:
        assert file.namelist() == sorted(file.namelist())
        assert {about.date_time for about in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_file_says_the_day_of_its_figures_and_of_nobody() -> None:
    about = opened(paper()).core_properties
    day = datetime.fromisoformat(made.DAY)
    assert {each.date() for each in (about.created, about.modified) if each} == {day.date()}
    assert (about.author, about.last_modified_by, about.comments) == ("", "", "")
    assert (about.title, about.language) == ("Kết quả ký cam kết tháng 8/2021", "vi")
    everywhere = b"".join(parts(paper()).values())
    assert not [word for word in (b"python-docx", b"Macintosh", b"thumbnail", b"2013") if word in everywhere]


PICTURE = "<w:r><w:drawing/></w:r></w:p>"
_MATHS = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def put(inside: str) -> Callable[[str], str]:
    """A change that puts something at the end of the last paragraph."""
    return lambda text: f"{inside}</w:p>".join(text.rsplit("</w:p>", 1))


def field(told: str, shown: str) -> str:
    """A field as programs write it in parts."""
    kinds = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    begin, separate, end = kinds
    return f"{begin}<w:r><w:instrText>{told}</w:instrText></w:r>{separate}<w:r><w:t>{shown}</w:t></w:r>{end}"


# What people put into a text that is none, or none of the usual kind.
PUT = {
    "symbol": '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
    "equation": f'<m:oMath xmlns:m="{_MATHS}"><m:r><m:t>25+30=55</m:t></m:r></m:oMath>',
    "tick": '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>'
    '</w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
    "field": field("EQ \\f(1;2)", ""),
    "words-for-a-page": field("PAGE", "đã duyệt"),
    "hyphen": "<w:r><w:noBreakHyphen/></w:r>",
    "foreign": '<w:r><x:y xmlns:x="urn:x"/></w:r>',
}


@pytest.mark.parametrize(
    ("name", "change"),
    [
        (TEXT, lambda text: text.replace("[nhiệm vụ khác]", "Tiếp tục vận động")),
        (TEXT, lambda text: text.replace("[họ và tên]", "")),
        ("word/footer1.xml", lambda text: text.replace("31/08", "30/09")),
        (TEXT, lambda text: PICTURE.join(text.rsplit("</w:p>", 1))),
        *((TEXT, put(inside)) for inside in PUT.values()),
        ("word/header2.xml", lambda text: text.replace("MINH HỌA", "THẬT")),
    ],
    ids=["filled", "emptied", "foot", "picture", *PUT, "head"],
)
def test_a_clerks_change_is_noticed(name: str, change: Callable[[str], str]) -> None:
    mark = mark_of(changed(paper(), name, change))
    assert mark is not None
    assert not mark.untouched


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace(">25.917<", ">25.</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>917<"),
        put(field("PAGE", "17")),
        lambda text: text.replace("</w:p>", "</w:p><w:p/>", 1).replace("hộ gia đình, đạt ", "hộ  gia đình,\n đạt "),
    ],
    ids=["split", "page", "spaced"],
)
def test_what_an_office_program_does_is_no_change(change: Callable[[str], str]) -> None:
    data = changed(paper(), TEXT, change)
    mark = mark_of(data)
    assert mark is not None
    assert (mark.source, mark.untouched) == ("sha256:" + "5" * 64, True)
    assert read_numbers(data) == placed(made.report())


def foreign() -> Iterator[tuple[str, bytes]]:
    buffer = BytesIO()
    docx.Document().save(buffer)
    yield "another document", buffer.getvalue()
    yield from ((f"cut at {nth}", paper()[: len(paper()) * nth // 10]) for nth in range(10))
    yield "damaged", paper()[:2000] + b"\0" * 2000 + paper()[4000:]
    own = parts(paper())
    yield "no text", pack({name: part for name, part in own.items() if name != TEXT})
    yield "entities", pack(own | {TEXT: b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'})
    yield "no XML", pack(own | {TEXT: b"<w"})
    yield "no encoding", pack(own | {TEXT: b'<?xml version="1.0" encoding="UTF-18"?><a/>'})
    item = "customXml/item2.xml"
    yield "no map", pack(own | {item: b'<report xmlns="urn:antq:report:1" source="" text=""/>'})
    broken = own[item].replace(b'"headers"', b'"header"').replace(b'"patterns"', b'"pattern"')
    yield "half a map", pack(own | {item: broken, TEXT: b"<a/>"})
    bomb = BytesIO()
    with ZipFile(bomb, "w", ZIP_DEFLATED) as file:
        file.writestr(item, own[item])
        file.writestr(TEXT, b" " * 40_000_000)
    yield "bomb", bomb.getvalue()


def test_what_is_none_of_ours_has_no_mark_and_no_numbers() -> None:
    for name, data in foreign():
        assert read_numbers(data) == [], name
        if name != "half a map":
            assert mark_of(data) is None, name


def test_without_the_extra_it_is_said_what_is_missing() -> None:
    with mock.patch.dict(sys.modules, {"docx": None}), pytest.raises(MissingOfficeError, match="python-docx"):
        write(made.report())


# How long it takes ----------------------------------------------------------------------------------------------


def seconds(rows: int) -> float:
    """How long it takes to write a paper with an annex of some rows, the quicker of two times."""
    report = made.report([], [made.annex(rows)])
    times = []
    for _ in range(2):
        start = process_time()
        write(report)
        times.append(process_time() - start)
    return min(times)


@pytest.mark.parametrize("rows", [300, pytest.param(3321, marks=pytest.mark.long)])
def test_ten_times_the_rows_take_eleven_times_the_time_at_most(rows: int) -> None:
    assert seconds(10 * rows) <= 11 * seconds(rows)
