"""The packaged outlines: headings, passages, tables, annexes, gaps and text; nothing that is not known."""

import re
from pathlib import Path

import pytest

import antq_cli
from antq_cli.core.outline import PASSAGES, TABLES

FOLDER = Path(antq_cli.__file__).parent / "words" / "outlines"
NAMES = ("monthly", "quarterly", "yearly", "festival")
OUTLINES = {file.stem: file.read_text("utf-8").splitlines() for file in sorted(FOLDER.glob("*.md"))}
KNOWN = {"say": PASSAGES, "table": TABLES, "annex": TABLES}
SEE = "::see "


def named(name: str, what: str) -> list[str]:
    """What an outline says, or places, in its order."""
    return [line.removeprefix(f"::{what} ") for line in OUTLINES[name] if line.startswith(f"::{what} ")]


def test_each_language_has_all_of_them() -> None:
    assert {*OUTLINES} == {f"{lang}-{name}" for lang in ("vi", "en") for name in NAMES}


@pytest.mark.parametrize("name", OUTLINES)
def test_an_outline_names_only_what_there_is_and_each_once(name: str) -> None:
    lines = OUTLINES[name]
    for what, known in KNOWN.items():
        found = named(name, what)
        assert len(found) == len({*found})
        assert {*found} <= {*known}
    forms = re.compile(r"|::(say|table|annex) [a-z-]+|::see [a-z -]+|##? [^\[\]{}:]+|\[[^\[\]{}]+\]")
    assert [line for line in lines if not forms.fullmatch(line)] == []


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_have_the_same_parts(name: str) -> None:
    def parts(lang: str) -> list[str]:
        lines = OUTLINES[f"{lang}-{name}"]
        return [re.sub(r"(?<=^#)[# ].*|(?<=^\[).*", "", line) for line in lines]

    assert parts("vi") == parts("en")


@pytest.mark.parametrize("name", OUTLINES)
def test_every_annex_is_referred_to_and_no_other_one(name: str) -> None:
    seen = {each for line in OUTLINES[name] if line.startswith(SEE) for each in line.removeprefix(SEE).split()}
    assert seen == {*named(name, "annex")}


def test_no_gap_asks_for_what_books_count_as_activities() -> None:
    """What was done within days is in the register of activities: outreach, tips, awards, cameras."""
    words = re.compile(r"tuyên truyền|tin báo|camera|hòa giải|tập thể|cá nhân|số tin|tips|cameras|persons|articles")
    gaps = [line for lines in OUTLINES.values() for line in lines if line.startswith("[")]
    assert len(gaps) > len(OUTLINES)
    assert [line for line in gaps if words.search(line)] == []


def test_what_offices_expect_of_each_is_there() -> None:
    assert named("vi-monthly", "annex") == ["pledges"]
    assert named("vi-quarterly", "annex") == ["pledges", "teams", "standard", "comparison"]
    assert named("vi-yearly", "annex") == ["pledges", "teams", "standard", "comparison", "returns", "by-hand"]
    assert (named("vi-yearly", "table"), named("vi-quarterly", "table")) == (["trend"], [])
    assert {*named("vi-yearly", "say")} == {*PASSAGES}
    assert {*PASSAGES} - {*named("vi-monthly", "say")} == {
        *("place", "activities", "partners", "achieved", "lacking", "to-do"),
    }
    assert named("vi-festival", "say")[-1] == "closing"


def test_headings_are_numbered_without_a_hole() -> None:
    for name, lines in OUTLINES.items():
        below = 0
        for line in (line for line in lines if line.startswith("#")):
            below = 0 if line.startswith("# ") else below + 1
            assert below == 0 or line.startswith(f"## {below}. "), (name, line)
        above = [line.split()[1] for line in lines if line.startswith("# ")]
        assert above == ["I.", "II.", "III.", "IV.", "V."][: len(above)], name


def test_vietnamese_outlines_are_in_vietnamese_alone() -> None:
    for name, lines in OUTLINES.items():
        if name.startswith("vi-"):
            said = " ".join(line for line in lines if not line.startswith("::")).lower()
            assert not re.search(r"[fjwz]|\b(?:the|and|of)\b|(?:oá|oà|uý|uỷ)\b", said), name
