"""What a cell says: what could be read in two ways is read in none, and the ways are told."""

from datetime import date, datetime
from typing import Any

import pytest

from antq_cli.core.sheets import SheetCell
from antq_cli.writing.importing.cells import Unread, count, day, days_until, rate_agrees


def cell(content: Any, **more: Any) -> SheetCell:
    return SheetCell(1, 1, content, **more)


@pytest.mark.parametrize(
    ("content", "read"),
    [
        (25915, 25915),
        (25915.0, 25915),
        ("25.915", 25915),
        ("25915", 25915),
        ("25 915", 25915),
        ("1\u00a0908", 1908),
        ("1.025.915", 1025915),
        (0, 0),
        ("0", 0),
        (" 7 ", 7),
        ("", None),
        ("  ", None),
        (None, None),
    ],
    ids=repr,
)
def test_a_count_is_read(content: Any, read: int | None) -> None:
    assert count(cell(content)) == read
    assert type(count(cell(content))) is type(read)


@pytest.mark.parametrize(
    ("content", "readings"),
    [
        ("25.91", ["25.91", "2591", "25910"]),
        ("25,915", ["25.915", "25915"]),
        (25.915, ["25.915", "25915"]),
        (0.5, ["0.5", "5", "500"]),
        ("-", ["0", "—"]),
        ("007", ["7"]),
        ("-5", []),
        (-5, []),
        (True, []),
        (date(2021, 8, 31), []),
        ("khoảng 300", []),
        ("86,8681", ["86.8681"]),
        (1_000_000_000, []),
        ("25.915.1", ["25915.1", "259151", "25915100"]),
        ("12%", []),
        ("٣", []),
    ],
    ids=repr,
)
def test_what_is_no_count_says_how_it_could_be_read(content: Any, readings: list[str]) -> None:
    read = count(cell(content))
    assert isinstance(read, Unread)
    assert (read.code, [*read.readings]) == ("I201", readings)


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (cell(None, error="#REF!"), "I202"),
        (cell(0, formula=True, stale=True), "I203"),
        (cell(None, formula=True, stale=True), "I203"),
        (cell("12\n13"), "I204"),
    ],
    ids=repr,
)
def test_what_a_cell_does_not_say_is_no_blank(made: SheetCell, code: str) -> None:
    for read in (count(made), day(made)):
        assert isinstance(read, Unread)
        assert read.code == code


def test_a_formula_that_was_calculated_is_what_came_out() -> None:
    assert count(cell(12, formula=True)) == 12


@pytest.mark.parametrize(
    "content",
    [
        "31/08/2021",
        "31/8/2021",
        "31-8-2021",
        "2021-08-31",
        44439,
        "44439",
        date(2021, 8, 31),
        datetime(2021, 8, 31, 7, 30),  # noqa: DTZ001 - as sheets have it
        "ngày 31 tháng 08 năm 2021",
        "Số liệu tính đến ngày 31/8/2021",
        "(Tính đến hết ngày 31 tháng 8 năm 2021)",
    ],
    ids=repr,
)
def test_a_day_is_read(content: Any) -> None:
    assert day(cell(content)) == date(2021, 8, 31)


@pytest.mark.parametrize(
    "content",
    [2021, "2021", "8/2021", "31/02/2021", 44439.5, "từ 01/08/2021 đến 31/08/2021", "tháng 8", 7, True, "31/8/21"],
    ids=repr,
)
def test_what_is_no_day_is_not_read(content: Any) -> None:
    read = day(cell(content))
    assert isinstance(read, Unread)
    assert read.code == "I205"


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("(Tính đến ngày 31/8/2021)", [31]),
        ("Số liệu tính đến 17h00 ngày 31/8/2021", [31]),
        ("đến hết ngày 31 tháng 8 năm 2021", [31]),
        ("ĐẾN NGÀY: 31-8-2021", [31]),
        ("Số liệu gửi Công an huyện, tính đến ngày 31/8/2021", [31]),
        ("Từ ngày 01/8/2021 đến ngày 31/8/2021", [1, 31]),
        ("Gửi đến Công an huyện trước ngày 05/8/2021", []),
        ("Hạn nộp: đến ngày 05/8/2021", []),
        ("Kèm theo Công văn gửi đến ngày 05/8/2021", []),
        ("Đường Đền, ngày 05/8/2021", []),
        ("Số liệu đến ngày 31/8/2021 (kèm Công văn ngày 05/8/2021)", []),
    ],
    ids=repr,
)
def test_a_title_says_up_to_which_day_was_counted(title: str, found: list[int]) -> None:
    assert [each.day for each in days_until(cell(title))] == found


@pytest.mark.parametrize(
    ("made", "agrees"),
    [
        (cell(0.8681, form="0.00%"), True),
        (cell("86,81%"), True),
        (cell("86,81"), True),
        (cell(86.81), True),
        (cell(87), True),
        (cell(25915 / 29853, formula=True, form="0%"), True),
        (cell(0.8681), True),
        (cell("86,8 %"), True),
        (cell("86,82%"), False),
        (cell(0.88), False),
        (cell(0.8681, form="0.00"), True),
        (cell(86.81, form="0%"), False),
        (cell("gần hết"), None),
        (cell(None, error="#DIV/0!"), None),
    ],
    ids=repr,
)
def test_a_rate_is_held_against_the_counts(made: SheetCell, agrees: bool | None) -> None:
    assert rate_agrees(made, 25915, 29853) is agrees
