"""Messages: both languages say the same things, and nobody's code unasked."""

import string
from pathlib import Path

import pytest

from antq_cli.checks.registry import registry
from antq_cli.checks.runner import Inquiry, check
from antq_cli.core.findings import Finding, Place, Rule, Shown
from antq_cli.words.speech import LANGUAGES, PSEUDO, closest, speech, suggestion
from tests.counting.villages import HEADERS, UNITS
from tests.helpers import DAY, TODAY, codes, found_in, manifest, open_at, padded, shown, units, write_book

VI, EN = speech("vi").texts, speech("en").texts


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_catalogues_have_the_same_messages() -> None:
    assert [*VI] == [*EN]


def test_a_message_names_the_same_values_in_both_languages() -> None:
    assert [key for key in EN if fields(VI[key]) != fields(EN[key]) or EN[key] != EN[key].strip()] == []


def test_each_rule_has_a_sentence_and_a_remedy() -> None:
    assert [code for code in registry() for part in ("what", "fix") if f"{code}.{part}" not in EN] == []


def test_each_sentence_belongs_to_a_rule() -> None:
    said = {key.partition(".")[0] for key in EN if key.endswith((".what", ".fix"))}
    assert {code for code in said if code[0] in "FSDXTRPQ"} == {*registry()}


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


def a_finding(code: str = "X103", **values: object) -> Shown:
    return shown(Finding(Rule(code, ""), Place("units.csv", 1, 1), values))


@pytest.mark.parametrize(
    ("finding", "meant"),
    [
        (a_finding(value="comune", allowed=["district", "commune"]), "commune"),
        (a_finding("F013", register="units", column="parant", allowed=("code", "parent")), "parent"),
        (a_finding(value="comune"), None),
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


def test_a_cell_with_braces_is_shown_as_it_is() -> None:
    assert speech("en").say("did-you-mean", value="{x}{0}") == "Did you mean {x}{0}?"


def test_the_pseudo_language_wraps_every_message() -> None:
    assert speech(PSEUDO).say("did-you-mean", value="x") == "⟦Did you mean x?⟧"
    assert speech(PSEUDO).describe(a_finding("X104", value="x")).what.startswith("⟦")


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
