"""A page as text: what it may do, what is escaped, how it is drawn, what it says of itself."""

import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise

import pytest

from antq_cli.core.report import (
    Annex,
    Block,
    Chart,
    Column,
    Gap,
    Heading,
    Highlights,
    Line,
    Mark,
    Number,
    Paragraph,
    Piece,
    Report,
    Section,
    Table,
    Text,
    Tile,
    Tiles,
)
from antq_cli.core.unseen import visible
from antq_cli.reports.page import mark_of, write
from tests.reports import made
from tests.reports.page_reader import Page

NASTY = (
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "]]> --> <!-- &amp; &lt;b&gt;",
    '" onmouseover="alert(1)" \' {{ 7 * 7 }} {% raw %}',
    "=1+1 +A1 -A1 @SUM(A1)",
    "a\x00b\x1b[31m\u202ec\u2028d",
    "x" * 300,
)


def rate(text: str, unit: str = "390", part: str = "percent") -> Number:
    return Number(f"pledges.household@{unit}:2021-08-31", part, text.replace(",", "."), f"{text}%")


TARGET = Number("pledges.household.target@390:2021-08-31", "target", "95.00", "95%")


def chart(*rates: str | None, form: str = "bars", target: Number | None = TARGET) -> Chart:
    marks = [Mark(f"Xã {place}", None if each is None else rate(each)) for place, each in enumerate(rates)]
    lines = [Line([[Text(mark.name)], [] if mark.rate is None else [mark.rate]]) for mark in marks]
    table = Table([Column("Đơn vị"), Column("Tỷ lệ", numeric=True)], lines)
    return Chart("bars" if form == "bars" else "line", "Tỷ lệ", "Từ cao đến thấp.", marks, target, table)


def shown(*blocks: Chart | Tiles | Table | Paragraph) -> Report:
    highlights = Highlights([Section("part", "Phần", blocks)], made.blocks(1))
    return made.report()._replace(highlights=highlights)


def page(report: Report) -> Page:
    return Page(write(report))


# What it may do ---------------------------------------------------------------------------------------------------


def test_its_policy_lets_its_own_style_and_script_run_and_nothing_else() -> None:
    read = page(shown(chart("96,00", "80,00")))
    (policy,) = [value for value in read.values("content") if value.startswith("default-src")]
    style, script = read.inside["style"][0], read.inside["script"][0]
    hashes = [b64encode(sha256(text.encode()).digest()).decode() for text in (style, script)]
    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{hashes[0]}'",
        f"script-src 'sha256-{hashes[1]}'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    assert len(read.inside["style"]) == 1
    assert [value for value in read.values("type") if value != "application/json"] == []


def test_nothing_in_it_is_fetched_and_no_element_has_a_style_or_a_script_of_its_own() -> None:
    text = write(shown(chart("96,00"), chart("96,00", form="line")))
    read = Page(text)
    names = {name for _, name, _ in read.attributes}
    assert not {name for name in names if name.startswith("on")} | ({"style", "src", "srcset", "action"} & names)
    assert {value for value in read.values("href") if not value.startswith("#")} == {"data:,"}
    assert not {"iframe", "object", "embed", "img", "form", "base"} & read.tags.keys()
    assert re.findall(r"@import|url\(|https?:", text.partition("</style>")[0]) == []


def test_every_place_has_one_name_and_every_link_leads_to_one() -> None:
    read = page(shown(chart("96,00"), chart("90,00", form="line")))
    ids = read.values("id")
    assert len(ids) == len({*ids})
    links = [value.removeprefix("#") for value in read.values("href") if value.startswith("#")]
    assert {*links, *(name for value in read.values("aria-labelledby") for name in value.split())} <= {*ids}
    assert links == ["part", "text", "annexes"]


# What is escaped --------------------------------------------------------------------------------------------------


def nasty(text: str) -> Report:
    """A report that says something wherever a report can say anything."""
    piece, note = [Text(text)], Paragraph([Text(text)], note=True)
    odd = Number(f"{text}@390", "num", text, text)
    table = Table(
        [Column(text, text), Column(text, text, numeric=True)], [Line([piece, [odd]], "total")] * 2, [note], text
    )
    drawn = Chart("bars", text, text, [Mark(text, rate("90,00")._replace(id=text))], TARGET, table)
    tile = Tile(text, [odd], rate("90,00"), TARGET, [piece])
    blocks: list[Block] = [Heading(1, piece), Paragraph([*piece, Gap(f"[{text}]", missing=True)]), table]
    base = made.report(blocks, [Annex(text, text, piece, [table])])
    head = base.head._replace(subject=[text], warning=text)
    provenance = base.provenance._replace(line=text, record={"title": text})
    highlights = Highlights([Section("part", text, [Tiles([tile]), drawn, table, note])], blocks, whose=text)
    return base._replace(title=text, head=head, notes=[note], provenance=provenance, highlights=highlights)


@pytest.mark.parametrize("text", NASTY)
def test_whatever_a_book_says_comes_back_as_itself_and_is_nothing_else(text: str) -> None:
    read, plain = page(nasty(text)), page(nasty("plain"))
    assert read.tags == plain.tags
    assert [(tag, name) for tag, name, _ in read.attributes] == [(tag, name) for tag, name, _ in plain.attributes]
    said = re.sub(r"\s+", " ", visible(text))
    assert read.text.count(said) == plain.text.count("plain")
    assert {number.text for number in read.numbers} == {visible(text), "90,00%", "95%"}
    assert read.provenance["provenance"]["title"] == text
    assert mark_of(write(nasty(text)).encode()) is not None


# What is drawn ----------------------------------------------------------------------------------------------------


def test_a_bar_is_as_long_as_its_rate_and_says_whether_it_reaches_the_target() -> None:
    read = page(shown(chart("96,00", "95,00", "80,25", None)))
    bars = [each for each in read.drawn if each.tag == "rect"]
    assert [(each.value, each.attributes["width"], each.attributes["class"]) for each in bars] == [
        ("96.00", "96.00%", "reached"),
        ("95.00", "95.00%", "reached"),
        ("80.25", "80.25%", "short"),
    ]
    assert {each.attributes["x1"] for each in read.drawn if each.tag == "line"} == {"95.00%"}


def test_where_more_signed_than_there_are_the_longest_bar_takes_all_the_room() -> None:
    read = page(shown(chart("125,00", "50,00", target=None)))
    assert [each.attributes["width"] for each in read.drawn] == ["100.00%", "40.00%"]
    assert {each.attributes["class"] for each in read.drawn} == {"bar"}


def test_a_line_rises_with_the_rate_and_has_a_gap_where_nothing_is_known() -> None:
    text = write(shown(chart("0,00", "50,00", None, "100,00", form="line", target=None)))
    points = [each.attributes for each in Page(text).drawn if each.tag == "circle"]
    heights = [float(each["cy"]) for each in points]
    assert [each["cx"] for each in points] == ["12.50%", "37.50%", "87.50%"]
    assert heights[0] - heights[1] == heights[1] - heights[2] > 0
    assert text.count('class="curve"') == 1


def test_periods_are_named_as_far_as_there_is_room_the_last_one_in_any_case() -> None:
    for many in (2, 6, 7, 24):
        text = write(shown(chart(*["50,00"] * many, form="line")))
        names = re.findall(r'class="axis" x="[^"]+" y="[^"]+" text-anchor="middle">Xã (\d+)<', text)
        assert 1 < len(names) <= 6 or many == 2
        assert names[0] == f"{many - 1}"


def test_a_rate_stands_where_the_line_of_the_target_is_not() -> None:
    def y(last: str) -> tuple[float, float]:
        text = write(shown(chart("10,00", last, form="line")))
        point = re.findall(r'<circle[^>]+cy="([^"]+)"', text)[-1]
        label = re.findall(r'class="rate" x="[^"]+" y="([^"]+)"', text)[-1]
        return float(point), float(label)

    assert all(label > point for point, label in map(y, ("90,00", "95,00")))
    assert all(label < point for point, label in map(y, ("20,00", "99,00")))


# Tables -----------------------------------------------------------------------------------------------------------


def test_a_table_has_as_many_columns_in_its_head_as_in_its_lines_and_names_its_lines() -> None:
    text = write(shown(made.annex(3).tables[0]))
    table = text[text.index("<table") : text.index("</table>")]
    read = Page(table + "</table>")
    first, second, *lines = read.rows
    spans = [int(value) for value in read.values("colspan")]
    assert sum(spans) == len(second) == 3 * len(made.KINDS)
    assert {len(line) for line in lines} == {len(made.columns())} == {len(first) - len(spans) + len(second)}
    assert [sorted({*map(int, read.values("data-column"))})] == [[*range(len(made.columns()))]]
    # The number of a line is not its name, and what stays beneath is no line that changes its place.
    assert [[place for place, (tag, _) in enumerate(line) if tag == "th"] for line in lines] == [[1]] * 5
    assert table.index("<tfoot>") < table.index("Trực thuộc cấp trên") < table.index("Tổng cộng")


def test_a_number_alone_in_a_cell_needs_no_class_and_one_among_words_has_one() -> None:
    cells: list[list[Piece]] = [[rate("90,00")], [rate("90,00"), Text(" %")], [Text("-")], []]
    lines = [Line([[Text("Hộ")], cell, cell]) for cell in cells]
    text = write(shown(Table([Column("a"), Column("b", numeric=True), Column("c")], lines)))
    body = text[text.index("<tbody>") : text.index("</tbody>")]
    assert re.findall(r"<td([^>]*)>", body) == [*[""] * 2, *[' class="number"', ' class="words"'] * 2, *[""] * 2]


def test_what_has_one_line_is_not_to_be_sorted() -> None:
    def sortable(many: int) -> int:
        bare = shown(chart(*["90,00"] * many).table)._replace(annexes=())
        return page(bare._replace(highlights=bare.highlights._replace(text=()))).values("class").count("sortable")

    assert [sortable(many) for many in (1, 2)] == [0, 1]


def test_a_wide_annex_is_printed_on_its_side() -> None:
    narrow = made.report(annexes=[made.narrow(made.annex(), 5)])
    assert ['class="annex wide"' in write(each) for each in (made.report(), narrow)] == [True, False]


def test_headings_go_down_step_by_step() -> None:
    text = write(shown(Tiles([Tile("Hộ", [Text("1")])]), chart("90,00")))
    levels = [int(level) for level in re.findall(r"<h(\d)", text)]
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))
    assert levels.count(1) == 1


# What it says of itself --------------------------------------------------------------------------------------------


def test_a_page_knows_from_what_it_was_made_and_whether_it_was_edited() -> None:
    text = write(shown(chart("96,00")))
    mark = mark_of(text.encode())
    assert mark is not None
    assert (mark.source, mark.untouched) == (made.provenance().source, True)
    turned = mark_of(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert turned is not None
    assert turned.untouched
    for edited in (text.replace("96,00", "96,01", 1), text.replace("<h1>", "<h1 >"), text + "more"):
        found = mark_of(edited.encode())
        assert found is not None
        assert not found.untouched


@pytest.mark.parametrize("content", [b"", b"<html></html>", b"\xff\xfe", b'<script id="antq-report-1">{}</script>'])
def test_of_what_is_none_of_ours_nothing_is_said(content: bytes) -> None:
    assert mark_of(content) is None


def test_a_plain_report_has_neither_an_issuer_nor_a_warning_that_it_lacks() -> None:
    bare = made.plain()
    read = page(bare._replace(head=bare.head._replace(warning=""), annexes=(), blocks=()))
    assert {"issuer", "warning"} & {*read.values("class")} == set()
    assert read.tags["section"] == 0


# Many units --------------------------------------------------------------------------------------------------------


def test_a_page_is_as_long_as_it_has_units_and_of_every_commune_below_four_megabytes() -> None:
    sizes = [len(write(made.report(annexes=[made.narrow(made.annex(rows), 12)])).encode()) for rows in (332, 3321)]
    assert sizes[1] < 4_000_000
    assert sizes[1] < 11 * sizes[0]
