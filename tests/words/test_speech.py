"""Messages: values are put into words, and nobody's code unasked."""

from datetime import date
from pathlib import Path

import pytest

from antq_cli.checks.runner import Inquiry, check
from antq_cli.core.findings import Finding, Place, Rule, Shown, Withheld
from antq_cli.core.values import Decimal, Named, Said, Share
from antq_cli.words.speech import LANGUAGES, PSEUDO, closest, speech, suggestion
from tests.counting.villages import HEADERS, UNITS
from tests.helpers import DAY, TODAY, codes, found_in, manifest, open_at, padded, shown, units, write_book

# ------------------------------------------------------------------------------------------- what is withheld

SECRETS = [f"HO-{n}X" for n in range(1, 10)]
LINES = {
    "households": (
        "HO-1X,1-1",
        "HO-1X,2-1",  # contradicts it
        "HO-2X,1-1",
        "HO-2X,2-1,2021-01-01",  # overlaps it
        "HO-3X,9-9",
        "HO-4X,1-1,,,away",
        "HO-5X,1-1,2021-02-02,2021-01-01",
        "HO-6X ,1-1",
        "HO-7X,1-1,2021-05-01",
        "HO-7X,1-1,2021-05-01",
    ),
    "pledges": (
        "2021-06-01,household,HO-8X,signed",
        "2021-04-01,household,HO-7X,signed",
        "2021-06-01,household,HO-7X,signd",
        "2021-06-01,houshold,HO-7X,signed",
        "2021-06-01,commune,HO-9X,signed",
        "2021-06-01,household,HO-7X,signed",
        "2021-06-01,household,HO-7X,signed",
        "2021-06-01,commune,1-1,signed",
        "x,household,HO-9X,signed",
        "2021-06-01,household,HO 9X,signed",
    ),
}


def everything(folder: Path, *, values: bool = False) -> list[Shown]:
    files = {name: padded(HEADERS[name], *some) for name, some in LINES.items()}
    kinds = "\n[pledges.household]\n[pledges.commune]\n"
    book = open_at(write_book(folder, {"antq.toml": manifest(kinds), "units": units(*UNITS), **files}))
    return list(check(book, Inquiry(DAY, TODAY, values=values)).findings)


@pytest.mark.parametrize("lang", [*LANGUAGES, PSEUDO])
def test_no_household_is_named_unasked(lang: str, tmp_path: Path) -> None:
    found = everything(tmp_path)
    assert " ".join(sorted(codes(found))) == "D101 D102 D106 D201 D301 D302 D303 X101 X201 X202 X203"
    said = [" ".join(speech(lang).describe(finding)) for finding in found]
    assert not [text for text in said if any(secret[:4] in text for secret in SECRETS)]
    assert not [finding for finding in found if "HO-" in str(finding)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_whoever_asks_is_told(lang: str, tmp_path: Path) -> None:
    said = " ".join(speech(lang).describe(finding).what for finding in everything(tmp_path, values=True))
    assert {secret for secret in SECRETS if secret in said} == {"HO-1X", "HO-6X", "HO-7X", "HO-8X", "HO-9X"}


@pytest.mark.parametrize("line", ["HO-1X,1-1,,,,,", "HO-1X", '"HO-1X,1-1', 'HO"-1X,1-1', "HO-1X,1-1,\r,,"])
@pytest.mark.parametrize("suffix", ["", "\0"], ids=["", "nul"])
def test_no_household_is_named_where_the_file_is_refused(line: str, suffix: str, tmp_path: Path) -> None:
    files = {"antq.toml": manifest("\n[pledges.household]\n"), "units": units(*UNITS), "pledges": HEADERS["pledges"]}
    files["households"] = f"{HEADERS['households']}\n{line}{suffix}\n"
    found = found_in(write_book(tmp_path, files))
    assert found
    said = [text for each in map(shown, found) for text in (*speech("en").describe(each), each.excerpt or "")]
    assert not [text for text in said if "HO" in text]


# ------------------------------------------------------------------------------------------------- suggestions


@pytest.mark.parametrize(
    ("written", "meant"),
    [("comune", "commune"), ("area", "area"), ("arae", "area"), ("xyz", None), ("", None)],
)
def test_the_word_that_was_probably_meant(written: str, meant: str | None) -> None:
    assert closest(written, ("district", "commune", "area")) == meant


@pytest.mark.parametrize(
    ("written", "allowed", "meant"),
    [
        ("--period", ("--version", "--help"), None),  # only the dashes are alike
        ("--sort", ("--format",), None),
        ("--outptu", ("--output",), "--output"),
        ("pledges.atgt", ("pledges.student", "pledges.household"), None),  # the same family is no likeness
        ("pledges.houshold", ("pledges.student", "pledges.household"), "pledges.household"),
        ("pledge.household", ("pledges.household",), "pledges.household"),
        ("pledges.household.sined", ("pledges.household", "pledges.household.signed"), "pledges.household.signed"),
    ],
)
def test_what_all_have_in_common_makes_none_like_another(
    written: str, allowed: tuple[str, ...], meant: str | None
) -> None:
    assert closest(written, allowed) == meant


def a_finding(code: str = "X103", **values: object) -> Shown:
    return shown(Finding(Rule(code, ""), Place("units.csv", 1, 1), values))


@pytest.mark.parametrize(
    ("finding", "meant"),
    [
        (a_finding(value="comune", allowed=["district", "commune"]), "commune"),
        (a_finding("F013", register="units", column="parant", allowed=("code", "parent")), "parent"),
        (a_finding(value="comune"), None),
        (a_finding(value="khu dan cư", allowed=[Named("area", "khu dân cư", None)]), "area"),
        (a_finding(value="", allowed=["district"]), None),
    ],
)
def test_a_remedy_ends_with_a_suggestion_where_there_is_one(finding: Shown, meant: str | None) -> None:
    assert suggestion(finding) == meant
    remedy = speech("en").describe(a_finding(finding.rule.code, **{"allowed": [], **finding.values})).remedy
    assert remedy.endswith(f"Did you mean {meant}?") == (meant is not None)


def test_a_restricted_value_is_not_given_away_by_a_suggestion() -> None:
    values = {"register": "pledges", "column": "pledger", "value": "HO-1", "allowed": ["HO-10", "pledger"]}
    finding = Finding(Rule("X202", ""), Place("pledges.csv", 1, 1), values, restricted=True)
    assert not any(word in " ".join(speech("en").describe(shown(finding))) for word in ("HO-1", "mean"))
    assert "HO-10" in speech("en").describe(shown(finding, values=True)).remedy


# ------------------------------------------------------------------------------------------------------ filling in


def test_values_are_put_into_words_only_where_a_message_names_them() -> None:
    class Unseen:
        def __str__(self) -> str:
            raise AssertionError

    assert speech("en").say("withheld", value=Unseen())
    with pytest.raises(KeyError):
        speech("en").say("did-you-mean")
    with pytest.raises(KeyError):
        speech("en").say("no-such-message")


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        ("25915", "25915", "25915"),
        (None, "—", "—"),
        (True, "True", "True"),
        (25915, "25.915", "25,915"),
        (date(2021, 8, 31), "31/08/2021", "31/08/2021"),
        (Decimal("-1234.50"), "-1.234,50", "-1,234.50"),
        (Share(25915, 29853, "86.81"), "25.915/29.853 (86,81%)", "25,915/29,853 (86.81%)"),
        (Share(25915, 29853), "25.915/29.853", "25,915/29,853"),
        (Share(None, None), "—", "—"),
        (Said("result", "not-met"), "không đạt", "not met"),
        (["Xã", "thị trấn"], "Xã, thị trấn", "Xã, thị trấn"),
        (("Xã, thị trấn", "huyện"), "Xã, thị trấn; huyện", "Xã, thị trấn; huyện"),
    ],
)
def test_a_value_is_shown_by_what_it_is(value: object, vi: str, en: str) -> None:
    assert [speech(lang).say("talk.written", path=value).partition(": ")[2] for lang in LANGUAGES] == [vi, en]


def test_a_day_is_shown_as_on_paper_unless_the_finding_is_of_how_it_is_written() -> None:
    finding = a_finding("T101", column="date", value="2099-01-01", today=date(2021, 8, 31))
    assert "01/01/2099 sau ngày hôm nay, 31/08/2021" in speech("vi").describe(finding).what
    assert "2099-02-30" in speech("vi").describe(a_finding("T101", column="date", value="2099-02-30", today=None)).what
    assert "2099-01-01" in speech("vi").describe(a_finding("D102", column="date", value="2099-01-01")).what


@pytest.mark.parametrize("code", ["20210831", "2021-W35-2", "2021W352"])
def test_a_code_in_which_python_reads_a_day_is_said_as_it_is(code: str) -> None:
    what = speech("vi").describe(a_finding("X101", column="unit", value=code)).what
    assert what == f"Cột đơn vị (unit): không có đơn vị nào mang mã {code}."
    early = a_finding("T003", column="date", value="2021-08-31", begins=None)
    assert "31/08/2021 trước" in speech("vi").describe(early).what


def test_columns_registers_and_words_are_told_with_what_they_mean_in_vietnamese_alone() -> None:
    values = {"register": "crosswalk", "column": "event", "allowed": ["absent", "vacant", "elsewhere"], "value": "x"}
    found = a_finding("D106", **values)
    vi, en = (speech(lang).describe(found) for lang in ("vi", "en"))
    assert vi.what.startswith("Cột đợt sắp xếp (event): x ")
    assert vi.remedy == "Ghi một trong các giá trị: absent (vắng), vacant (nhà bỏ trống), elsewhere."
    assert en.what.startswith("Column event: x ")
    assert en.remedy == "Write one of: absent, vacant, elsewhere."
    missing = speech("vi").describe(a_finding("F019", register="units"))
    assert missing.what.startswith("Thiếu sổ đăng ký đơn vị (units): ")
    assert missing.remedy.startswith("Thêm units.csv, ")  # what is typed stays as it is


def test_a_column_that_nobody_knows_is_told_as_it_is_written() -> None:
    found = a_finding("F013", register="teams", column="leader", allowed=[])
    assert speech("vi").describe(found).what == "Không có cột leader trong sổ đăng ký tổ (teams)."


@pytest.mark.parametrize("value", ["", " ", "x ", "\t"])
def test_blanks_at_the_ends_of_a_value_are_shown(value: str) -> None:
    assert f'"{value}"' in speech("en").describe(a_finding("X303", value=value)).what


def test_a_text_within_a_sentence_names_the_other_values_and_none_that_is_withheld() -> None:
    values = {"unit": Withheld("HO-1"), "measure": "pledges.area", "grain": "area", "sender": "commune"}
    found = Finding(
        Rule("X209", ""), Place("returns.csv", 2, 1), {**values, "no_use": Said("no_use", "sender")}, restricted=True
    )
    asked, told = (speech("en").describe(shown(found, values=asked)).what for asked in (True, False))
    assert asked.endswith("with it: figures use returns of area, and HO-1 is of the kind commune.")
    assert told.endswith("with it: figures use returns of area, and ‹withheld› is of the kind commune.")


def test_a_cell_with_braces_is_shown_as_it_is() -> None:
    assert speech("en").say("did-you-mean", value="{x}{0}") == "Did you mean {x}{0}?"


def test_the_pseudo_language_wraps_every_message() -> None:
    assert speech(PSEUDO).say("did-you-mean", value="x") == "⟦Did you mean x?⟧"
    assert speech(PSEUDO).describe(a_finding("X303", value="x")).what.startswith("⟦")


@pytest.mark.parametrize(
    ("names", "vi", "en"),
    [
        ((None, None), "Hộ gia đình", "Households"),
        (("hộ", None), "Hộ", "Hộ"),
        ((None, "homes"), "Homes", "Homes"),
        (("đội", "teams"), "Đội", "Teams"),
    ],
)
def test_a_kind_has_the_manifests_name_else_ours(names: tuple[str | None, str | None], vi: str, en: str) -> None:
    assert [speech(lang).kind("pledges.household", *names) for lang in LANGUAGES] == [vi, en]


def test_a_kind_that_nobody_named_has_its_id() -> None:
    assert speech("en").kind("pledges.cam-ket-2", None, None) == "Cam-ket-2"
