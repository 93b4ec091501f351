"""Vietnamese as offices write it: the tone where it has always stood, days as on paper, names before ids.

What units, titles, sources and the books of others are called is theirs: nothing of it is looked at here.
"""

import csv
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from antq_cli.core.calendars import Span, parse_span
from antq_cli.core.registers import REGISTERS
from antq_cli.words.speech import speech
from tests.words.catalogue import CATALOGUE

ROOT = Path(__file__).parents[2]
PUBLISHED = ROOT / "data" / "cam-thuy-2021"

# The place of the tone ------------------------------------------------------------------------------------------

# An open syllable with oa, oe or uy has its tone on the first of the two: hóa, khỏe, thủy; after qu there is but one.
_NEW = re.compile(r"\w*(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])\b", re.IGNORECASE)


def of_the_new_way(text: str) -> list[str]:
    """The words whose tone stands on the second letter; what stands in backticks is typed, and may be either way."""
    return _NEW.findall(re.sub("`[^`]*`", "", unicodedata.normalize("NFC", text)))


def test_the_new_place_of_a_tone_is_seen_and_only_that() -> None:
    assert of_the_new_way("hoá khoá tuỳ luỹ xoè uỷ HOẠ") == ["hoá", "khoá", "tuỳ", "luỹ", "xoè", "uỷ", "HOẠ"]
    assert of_the_new_way("hóa khóa tùy lũy xòe ủy HỌA quý quỳ quỷ hoàn toán huỳnh khoác quá") == []


def texts() -> Iterator[tuple[str, str]]:
    """Every text of the project that is Vietnamese, or may have some, with where it stands."""
    yield from ((key, f"{en} {vi}") for key, (en, vi) in CATALOGUE.items())
    pages = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
    # The sample is what its script makes, byte for byte.
    made = [*sorted((ROOT / "data").rglob("*.py")), *sorted((ROOT / "data").glob("*/antq.toml"))]
    yield from ((path.name, path.read_text("utf-8")) for path in (*pages, *made))
    for path in sorted(PUBLISHED.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            yield from ((path.name, row.get("note") or "") for row in csv.DictReader(file))


def test_tones_stand_where_they_have_always_stood() -> None:
    assert [(where, words) for where, text in texts() if (words := of_the_new_way(text))] == []


# What was never translated -------------------------------------------------------------------------------------

# Texts that are the same in both languages, or have no Vietnamese letter, and why that is right.
SAME = {
    *(
        "help.verbatim",
        "month.done",
        "month.done-more",
        "month.remarks",
        "overview.claim",
        "state.part",
    ),  # only the values that they are filled with
    *("metavar.N", "metavar.SHELL", "metavar.CLEAR"),  # a letter, a program, and what is to be typed
    *("coding.utf-8", "coding.utf-16", "coding.windows-1258"),  # names
    *("column.rank", "column.number"),  # TT and STT, as every table of an office has them
    *(
        "instead.help",
        "instead.period",
        "U001.fix",
        "U003.fix",
        "U012.fix",
        "U120.fix",
    ),  # "Xem", "Ghi", and what is to be typed
    *("U002.fix", "U037.fix", "U045.fix"),  # only the value
    *("file-kind.html", "slot.byte"),  # words without a mark, as in English
}


def never_translated(en: str, vi: str) -> bool:
    """Whether a Vietnamese text is the English one, or has no letter that English lacks beside what is typed."""
    return en == vi or re.sub(r"\{[^}]*\}|`[^`]*`", "", vi).isascii()


def test_every_text_was_translated() -> None:
    assert {key for key, sides in CATALOGUE.items() if never_translated(*sides)} == SAME


# Which book ------------------------------------------------------------------------------------------------------

# "sổ" is the book of a campaign, one of its registers, or the journal: which one has to be said. The header of a column
# says "Theo sổ", and what explains it quotes it; what has named a crosswalk may say "sổ này".
_BARE = re.compile(r"(?<!bộ )\bsổ(?! (?:đăng ký|cam kết|sắp xếp))\b", re.IGNORECASE)


def test_which_book_is_meant_is_said() -> None:
    bare = {key for key, (_, vi) in CATALOGUE.items() if _BARE.search(vi)}
    of_annexes = {"annex.claims-differ", "annex.title.claims", "annex.claims-tally"}
    assert bare == {"column.book", "legend.factor", "U015.fix", *of_annexes}


# Periods ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "vi", "en"),
    [
        ("2021", "Năm 2021", "2021"),
        ("2021-H1", "6 tháng đầu năm 2021", "H1 2021"),
        ("2021-H2", "6 tháng cuối năm 2021", "H2 2021"),
        ("9T-2021", "9 tháng năm 2021", "9 months of 2021"),
        ("2021-Q3", "Quý III/2021", "Q3 2021"),
        ("2021-08", "Tháng 8/2021", "8/2021"),
        ("2021-12", "Tháng 12/2021", "12/2021"),
        ("mùa thu", "mùa thu", "mùa thu"),  # no name of a period
    ],
)
def test_a_period_is_said_as_people_write_it(name: str, vi: str, en: str) -> None:
    assert [speech(lang).period(name) for lang in ("vi", "en")] == [vi, en]


@pytest.mark.parametrize("length", [1, 3, 6, 9, 12])
def test_what_is_said_of_a_period_can_be_written_on_the_command_line(length: int) -> None:
    for begin in range(0, 12 - length + 1, length):
        span = Span(2021, begin, begin + length)
        assert parse_span(speech("vi").period(span.name)) == span


# Screens ---------------------------------------------------------------------------------------------------------

_KEPT = ROOT / "tests" / "cli" / "__snapshots__" / "test_screens"
_QUOTED = re.compile(r"^ *(\$ .*|\d* +\| .*|antq .*|…[^|]*)$", re.MULTILINE)  # what was typed, and lines of files
_FIGURE = re.compile(r"\S+@\S+")
_ISO = re.compile(r"(?<!\d)\d{4}-\d\d-\d\d(?![\d-])")


@cache
def ids() -> re.Pattern[str]:
    """What is an id of a book of `data`, or an English word of a register: measures, levels, kinds, calendars."""
    words = {"area", "cluster", "commune", "district", "household", "organisation", "school", "student", "calendar"}
    words |= {"agency", "enterprise", "armed-forces", "report", r"tt23-\w+", "tt124-2021", "journal", "register"}
    families = "|".join(sorted({"pledges", "teams", "models", "standards", *REGISTERS}))
    # In brackets behind a name, or with the name in brackets behind it; not in a path or an option.
    return re.compile(
        rf"(?<![\w(./@=“-])((?:{families})\.(?!csv|toml)[a-z-]+|{'|'.join(sorted(words))})(?![\w=./-])(?!\s+\()"
    )


def screens() -> dict[str, str]:
    """The screens of both books in Vietnamese, without what was typed and what is quoted: a day of a line of a file."""
    found = {}
    for path in sorted(_KEPT.glob("*.ambr")):
        for entry in re.split(r"^# name: ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
            name, _, body = entry.partition("\n")
            # A usage error says what was typed, and what to type.
            if "data/cam-thuy" in name and name.endswith("-vi]") and not name.startswith("test_usage_error"):
                text = re.sub(r"^  ", "", body, flags=re.MULTILINE)
                days = {*_ISO.findall("".join(map("".join, _QUOTED.findall(text))))}
                plain = _FIGURE.sub("", _QUOTED.sub("", text))
                found[name] = re.sub("|".join(days) or "$^", "", plain)
    return found


def test_no_screen_has_an_iso_day_a_bare_id_or_a_tone_of_the_new_way() -> None:
    shown = screens()
    assert len(shown) > 80
    wrong = {name: [*_ISO.findall(text), *ids().findall(text), *of_the_new_way(text)] for name, text in shown.items()}
    assert {name: words for name, words in wrong.items() if words} == {}


def test_no_note_has_the_code_of_a_unit_by_itself() -> None:
    notes = {name: text.partition("--- stderr\n")[2] for name, text in screens().items()}
    assert {name for name, text in notes.items() if re.search(r"(?<![\d(,.])\d{5}(?![\d,.])", text)} == set()


def test_an_iso_day_and_a_bare_id_are_seen() -> None:
    assert _ISO.findall("đến ngày 2021-08-31.") == ["2021-08-31"]
    assert ids().findall("Báo cáo pledges.household của commune") == ["pledges.household", "commune"]
    assert ids().findall("Hộ gia đình (pledges.household), commune (cấp xã), --by=area, units.csv:3") == []
