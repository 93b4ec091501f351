"""How many lines a text needs: enough for its words, and for what is too long for one."""

import pytest

from antq_cli.reports.measuring import lines, width


@pytest.mark.parametrize(
    ("text", "wide", "expected"),
    [
        ("", 1000, 1),
        ("Hộ", 10, -(-width("Hộ", 11) // 10)),  # not one letter fits: as many lines as its width needs
        ("Hộ gia đình", width("Hộ gia đình", 11), 1),
        ("Hộ gia đình", width("Hộ gia đình", 11) - 1, 2),
        ("Hộ gia đình", width("đình", 11), 3),
        ("x" * 100, width("x" * 50, 11), 2),
        ("x" * 101, width("x" * 50, 11), 3),
        ("Hộ " + "x" * 100, width("x" * 50, 11), 3),
    ],
)
def test_a_text_has_as_many_lines_as_it_needs(text: str, wide: int, expected: int) -> None:
    assert lines(text, wide, 11) == expected


def test_letters_that_are_not_bold_need_less_room() -> None:
    text = "Tính đến ngày 31/12/2021, số ký cam kết toàn huyện. " * 9
    assert lines(text, 6000, 11, bold=False) < lines(text, 6000, 11)
