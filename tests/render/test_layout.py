"""How a table gets on a narrow terminal: what is folded, what goes beneath its row, what is left out and said so."""

import pytest

from antq_cli.pages.cells import Bar, Message, PageCell, Verbatim
from antq_cli.pages.model import DISPENSABLE, Line, PageColumn, PageTable, number_columns, text_columns
from antq_cli.render.console import console_for, drawn
from antq_cli.render.drawing import Drawing
from antq_cli.render.layout import Sheet
from antq_cli.words.speech import speech

ENGLISH = speech("en")
REMARK = [PageColumn(Message("column.remark"), beneath=True)]
COLUMNS = [*text_columns("code", "unit"), *number_columns("signed", "percent"), PageColumn(bar=True)]
TABLE = PageTable(
    [*COLUMNS, *number_columns("missing", "needed"), *REMARK],
    [
        Line(
            [
                *map(Verbatim, ("15127-01", "Thôn Đồng Chạ", "4,418/5,106", "86.53%")),
                Bar({"num": 4418, "den": 5106}),
                *map(Verbatim, ("688", "433", "10 of 13 reported")),
            ]
        )
    ],
)


def at(table: PageTable, width: int, monkeypatch: pytest.MonkeyPatch) -> tuple[list[str], list[str]]:
    """What is drawn at a width, and which columns are left out."""
    monkeypatch.setenv("COLUMNS", str(width))
    sheet, console = Sheet(table, ENGLISH), console_for(None)
    layout = sheet.fitted(width)
    told = [table.columns[number].name.text(ENGLISH) for number in layout.left_out]
    return drawn(console, Drawing(sheet, layout).lines(width)).splitlines(), told


@pytest.mark.parametrize(
    ("width", "left_out", "beneath"),
    [(120, [], False), (74, [], False), (64, [], True), (54, ["Code"], True), (40, ["Code", "Missing"], True)],
)
def test_columns_go_in_the_order_of_what_a_table_can_do_without(
    width: int, left_out: list[str], beneath: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines, told = at(TABLE, width, monkeypatch)
    assert told == left_out
    assert max(map(len, lines)) <= width
    heads = next(number for number, line in enumerate(lines) if set(line) == {"─"})
    shown = {word for line in lines[:heads] for word in line.split()}
    assert shown - {"Remark"} == {"Code", "Unit", "Signed", "Rate", "Missing", "Needed"} - set(left_out)
    assert ("  10 of 13 reported" in lines) is beneath
    assert " ".join(lines).count("reported") == 1


def test_what_tells_rows_apart_and_what_is_counted_is_never_left_out() -> None:
    kept = {"column.unit", "column.on", "column.criterion", "column.claim", "column.rule"}
    kept |= {"column.signed", "column.met", "column.teams", "column.models", "column.needed", "column.book"}
    assert kept & set(DISPENSABLE) == set()
    assert len(DISPENSABLE) == len(set(DISPENSABLE))
    parts = {key for key in DISPENSABLE if key.startswith(("annex.", "month.", "trend."))}  # several of one answer
    assert all(ENGLISH.knows(key) for key in {*DISPENSABLE} - parts)


def test_of_a_series_the_first_goes_first_and_the_last_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of three hundred months as many of the last ones are shown as there is room for, and the name of the row is."""
    names = [f"{2000 + n // 12}-{n % 12 + 1:02}" for n in range(300)]
    *earlier, last = [PageColumn(Verbatim(name), "right", series=True) for name in names]
    columns = [*text_columns("code", "unit"), *(each._replace(part="trend.earlier") for each in earlier), last]
    line = Line([Verbatim("15127"), Verbatim("Phong Sơn"), *([Verbatim("12.59%")] * 300)])
    for width, shown in ((80, 7), (40, 2), (30, 1), (3000, 300)):
        lines, told = at(PageTable(columns, [line]), width, monkeypatch)
        assert lines[0].split()[-shown:] == names[-shown:]
        assert (lines[2].split()[:2], told) == (["15127", "Phong"], names[:-shown])
        assert lines[2].count("12.59%") == shown


def test_what_is_extra_goes_before_anything_is_folded(monkeypatch: pytest.MonkeyPatch) -> None:
    source = PageColumn(Message("column.source"), extra=True)
    cells: list[PageCell] = [Verbatim("a name of many words"), Verbatim("1/2"), Verbatim("a newspaper of the province")]
    table = PageTable([*text_columns("unit"), *number_columns("signed"), source], [Line(cells)])
    lines, told = at(table, 50, monkeypatch)
    assert (lines[2], told) == ("a name of many words     1/2", ["Source"])
    assert at(table, 80, monkeypatch)[1] == []


def test_a_bar_is_left_out_in_silence_and_a_line_over_time_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    assert at(TABLE, 74, monkeypatch)[1] == []
    line = PageColumn(bar=True, called=Message("column.line"))
    table = TABLE._replace(columns=[line if column.bar else column for column in TABLE.columns])
    assert at(table, 74, monkeypatch)[1] == ["the line over time"]


def test_a_word_that_is_too_wide_beside_the_numbers_stands_above_them(monkeypatch: pytest.MonkeyPatch) -> None:
    columns = [PageColumn(Message("column.claim"), whole=True), *number_columns("claimed", "book")]
    cells: list[PageCell] = [Verbatim("2021-08-organisations"), Verbatim("25,915/29,853"), Verbatim("25,915/29,853")]
    lines, told = at(PageTable(columns, [Line(cells)]), 40, monkeypatch)
    assert (lines[0], lines[3:], told) == ("Claim", ["2021-08-organisations", "25,915/29,853  25,915/29,853"], [])
    assert at(PageTable(columns, [Line(cells)]), 60, monkeypatch)[0][2].split() == [
        "2021-08-organisations",
        "25,915/29,853",
        "25,915/29,853",
    ]


def test_a_code_that_is_wider_than_the_terminal_is_broken_and_a_number_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    columns = [PageColumn(Message("column.claim"), whole=True), *number_columns("signed")]
    table = PageTable(columns, [Line([Verbatim("x" * 60), Verbatim("999,999,999/999,999,999")])])
    lines, _ = at(table, 40, monkeypatch)
    assert max(map(len, lines)) == 40
    assert "999,999,999/999,999,999" in lines[2]
    assert "".join(line.split()[0] for line in lines[2:]) == "x" * 60
