"""Text that is not what the eye sees: look-alikes (D113), lost letters, controls and blanks at the ends (D114)."""

from pathlib import Path

import pytest

from tests.counting.villages import village
from tests.helpers import found_in, padded, units, write_book

UNITS = ("D,Huyện,district", "1,Xã Một,commune,D", "1-1,Thôn 1,area,1")


def told(folder: Path, files: dict[str, str]) -> list[tuple[str, str, object]]:
    """What is told of text: the rule, the place, and the letter."""
    found = found_in(write_book(folder, files))
    return [
        (each.rule.code, f"{each.place.path}:{each.place.line}:{each.place.column}", each.values["letter"])
        for each in found
        if each.rule.code in ("D113", "D114")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Xã Đồi", []),
        ("Xã \u00d0ồi", ["D113 U+00D0"]),
        ("Xã\u00a0Đồi", ["D113 U+00A0"]),
        ("Xã\u3000Đồi", ["D113 U+3000"]),
        ("số \uff11\uff12", ["D113 U+FF11"]),
        ("\uff38ã", ["D113 U+FF38"]),
        ("H\u0430i", ["D113 U+0430"]),  # Cyrillic а
        ("\u0410n Phú", ["D113 U+0410"]),
        ("Th\u03bfn", ["D113 U+03BF"]),  # Greek ο
        ("khu\u0421", ["D113 U+0421"]),
        ("\u0421\u0421\u0421\u0420 2", []),  # a word of its own alphabet
        ("\u0421\u0421\u0421\u0420-Đồi", []),
        ("25 \u03bcm, \u03b2-caroten", []),  # letters that look like no Latin one
        ("thôn d\u2019Ea", ["D113 U+2019"]),
        ("\u201cĐồi\u201d \u2019", []),
        ("M\ufffdt", ["D114 U+FFFD"]),
        ("a\tb", ["D114 U+0009"]),
        ("a\x07b", ["D114 U+0007"]),
        ("\x1b[31m", ["D114 U+001B"]),
        ("a\x7fb", ["D114 U+007F"]),
        ("a\x85b", ["D114 U+0085"]),
        ("a\u2028b", ["D114 U+2028"]),
        (" a", ["D114 U+0020"]),
        ("a ", ["D114 U+0020"]),
        ("  ", ["D114 U+0020"]),
        ('"a\n\n"', ["D114 U+000A"]),
        ('"a\nb\n"', []),  # a text of several lines ends with a line break
        ('"\r\na"', ["D114 U+000A"]),
        ('"a\nb"', []),
        ('"a\r\nb"', []),
        ('"a \n b"', []),
        ("Ba \ufffd\u00a0 ", ["D113 U+00A0", "D114 U+FFFD"]),  # one thing of each rule
    ],
    ids=ascii,
)
def test_what_is_wrong_with_a_text(text: str, expected: list[str], tmp_path: Path) -> None:
    files = village() | {"directives.csv": f"number,issuer,title,note\n1/CT,UBND,Chỉ thị,{text}\n"}
    assert [f"{code} {letter}" for code, _, letter in told(tmp_path, files)] == expected


@pytest.mark.parametrize("bad", ["\u00d0ồi", "Đồi "])
def test_rows_that_are_left_out_are_judged_as_well(bad: str, tmp_path: Path) -> None:
    """Unreadable ones, those that contradict each other, and those that say the same again."""
    letter = "U+00D0" if bad[0] == "\u00d0" else "U+0020"
    code = "D113" if bad[0] == "\u00d0" else "D114"
    lines = (
        *("t1,antt,1-1,2021-13-01,,,", "t2,antt,1-1,2021-01-01,,3,", "t3,antt,1-1,2021-01-01,,3,x"),
        *("t4,antt,1-1,,,3,", "t4,antt,1-1,,,4,"),
    )
    header = "code,kind,unit,established,dissolved,members,note"
    for number, line in enumerate(lines, 2):
        told_of = [*lines[: number - 2], line.rpartition(",")[0] + f",{bad}", *lines[number - 1 :]]
        files = village("\n[pledges.household]\n[teams.antt]\n") | {"teams.csv": "\n".join([header, *told_of, ""])}
        column = len(line.rpartition(",")[0]) + 2
        assert told(tmp_path / str(number), files) == [(code, f"teams.csv:{number}:{column}", letter)]
    again = "\n".join([header, lines[1], f"{lines[1]}{bad}", ""])
    files = village("\n[pledges.household]\n[teams.antt]\n") | {"teams.csv": again}
    assert told(tmp_path / "again", files) == [(code, f"teams.csv:3:{len(lines[1]) + 1}", letter)]


def test_rows_that_are_left_out_of_several_parts(tmp_path: Path) -> None:
    parts = {"units/1.csv": units(*UNITS[:2]), "units/2.csv": units(UNITS[2], "2-1,Xóm\u00a0Núi,area,1,2021-13-01")}
    files = {name: text for name, text in village().items() if name != "units"}
    assert told(tmp_path, {**files, **parts}) == [("D113", "units/2.csv:3:5", "U+00A0")]


def test_codes_and_words_are_told_of_by_their_own_rules_alone(tmp_path: Path) -> None:
    kinds = "\n[pledges.household]\n[teams.antt]\n"
    files = village(kinds, teams=("t1 ,antt,1-1", "t2,antt\u00a0,1-1"), organisations=("s1,Trường,school ,1",))
    assert told(tmp_path, files) == []


def test_a_name_that_is_blank_to_the_eye_is_told_of_once(tmp_path: Path) -> None:
    files = village() | {"directives.csv": padded("number,issuer,title", "1/CT, ,Chỉ thị")}
    assert told(tmp_path, files) == []


def test_a_long_word_takes_no_time(tmp_path: Path) -> None:
    text = "a" * 200_000 + " \u2019"
    assert told(tmp_path, village() | {"directives.csv": f"number,issuer,title\n1,b,{text}\n"}) == []
