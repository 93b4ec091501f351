"""Text in lines of a width, and bars on their tracks."""

import pytest

from antq_cli.render.folding import folded, indented, places
from antq_cli.render.text import bar, on_track

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    ("text", "width", "hang", "lines"),
    [
        ("no word is broken", 8, "", ["no word", "is", "broken"]),
        ("  → do this and then that", 12, "    ", ["  → do this", "    and then", "    that"]),
        ("see /a/long/path/of/a/file.csv now", 10, "  ", ["see", "  /a/long/path/of/a/file.csv", "  now"]),
        ("日本 日本語 x", 6, "", ["日本", "日本語", "x"]),
        ("", 10, "  ", [""]),
    ],
)
def test_a_sentence_is_folded_at_blanks_and_hangs_on_its_indent(
    text: str, width: int, hang: str, lines: list[str]
) -> None:
    assert folded(text, width, hang) == lines


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("decided-against-criteria", 12, ["decided-", "against-", "criteria"]),
        ("30/11/2020–30/11/2021", 12, ["30/11/2020–", "30/11/2021"]),
        ("│  ├─ Thôn Đồng Chạ của xã", 16, ["│  ├─ Thôn Đồng", "│  │  Chạ của xã"]),
        ("   └─ Thôn Đồng Chạ", 15, ["   └─ Thôn Đồng", "      Chạ"]),
        ("  ký trong kỳ", 11, ["  ký trong", "  kỳ"]),
        ("漢字漢字漢字", 5, ["漢字", "漢字", "漢字"]),
    ],
)
def test_a_cell_is_folded_within_a_word_where_that_alone_is_too_wide(text: str, width: int, lines: list[str]) -> None:
    assert [*map(str.rstrip, indented(text, width))] == lines
    assert all(places(line) <= width for line in indented(text, width))


@pytest.mark.parametrize(
    ("num", "target", "drawn"),
    [
        (0, None, "░░░░░░░░░░"),
        (1, None, "▏░░░░░░░░░"),
        (500, None, "█████░░░░░"),
        (1000, None, "██████████"),
        (0, 9_500, "░░░░░░░░░┃"),
        (550, 7_000, "█████▌░┃░░"),
        (800, 7_000, "███████┃░░"),
        (1000, 7_000, "███████┃██"),
        (1000, 1, "┃█████████"),
    ],
)
def test_a_bar_has_a_track_and_a_mark_at_its_target(num: int, target: int | None, drawn: str) -> None:
    assert on_track(bar(num, 1000, 10), 10, target) == drawn
