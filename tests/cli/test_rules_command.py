"""`antq rules`: all rules, those of a family, one in full, in every format and both languages."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from antq_cli.checks.registry import registry
from antq_cli.core.registers import REGISTERS
from antq_cli.pages.rules import OTHER_SLOTS
from antq_cli.words.speech import LANGUAGES, speech
from tests.cli.behaviours import refused
from tests.cli.harness import ROOT, run

ROW = {"code", "name", "severity", "stage", "since", "registers", "holds", "why", "remedy", "docs", "fixtures"}


def codes(line: str) -> list[str]:
    return [row["code"] for row in run(f"{line} -f json").json["rows"]]


# ------------------------------------------------------------------------------------------------------- which rules


def test_all_rules_in_the_order_in_which_they_are_judged() -> None:
    assert codes("rules") == [*registry()]


# Every eighth rule: what is shown of one is shown of all by the same lines; the document below has them all.
SOME = [*registry()][::8]


@pytest.mark.parametrize("asked", ["X2", "x2", "D1", "f", "T10"])
def test_the_rules_of_a_family(asked: str) -> None:
    assert codes(f"rules {asked}") == [code for code in registry() if code.startswith(asked.upper())] != []


@pytest.mark.parametrize("code", SOME)
def test_one_rule(code: str) -> None:
    assert codes(f"rules {code.lower()}") == [code]


@pytest.mark.parametrize("asked", ["D999", "Z", "D1033", "no-such-day", "Ｄ103", "D10*"])
def test_a_code_that_no_rule_has(asked: str) -> None:
    ran = run(["rules", asked, "--lang", "en"])
    assert refused(ran, "U026")
    assert f"No rule has a code that is or begins with {asked}" in ran.stderr


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("X1O1", "X101"),
        ("dl03", "D103"),
        ("no-such-day", "D103"),
        ("No-such-dya", "D103"),
        ("D999", None),
        ("X1x1", None),
    ],
)
def test_the_rule_that_was_probably_meant(asked: str, meant: str | None) -> None:
    """A letter that looks like a digit, or the name of a rule; another code that looks alike is no advice."""
    told = run(f"rules {asked} --lang en").stderr
    assert ("Did you mean" in told) == (meant is not None)
    assert meant is None or f"Did you mean {meant}?" in told


@pytest.mark.parametrize("asked", ["U", "U0", "U004", "u010", "U015"])
def test_codes_of_the_command_line_are_no_rules_of_a_book(asked: str) -> None:
    ran = run(f"rules {asked} --lang en")
    assert refused(ran, "U030")
    assert f"{asked} is about the command line, not about books" in ran.stderr


def test_a_word_too_many() -> None:
    assert refused(run("rules D103 D104 --lang en"), "U005")


def test_no_book_is_needed_and_none_is_looked_for(tmp_path: Path) -> None:
    ran = run("rules", cwd=tmp_path, ANTQ_BOOK="no/such/book")
    assert (ran.code, ran.err) == (0, b"")
    named = run("rules R101 -b tests/books/areas -f json").json
    assert (named["book"]["id"], named["lang"]) == ("areas", "vi")  # a book that is named gives its language
    for book in (tmp_path, tmp_path / "nowhere"):
        assert run(["rules", "R101", "-b", book, "--lang", "en"]).out == run("rules R101 --lang en").out
    (tmp_path / "antq.toml").write_text("schema = 2\n", "utf-8")  # of what is wrong with it one may read up
    assert run(["rules", "S003", "-b", tmp_path]).code == 0
    assert refused(run("rules -b tests/books/areas -o tests/books/areas/units.csv --lang en"), "U014")


# ------------------------------------------------------------------------------------------------------ what is said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_document_says_everything_of_every_rule(lang: str) -> None:
    document = run("rules -f json", ANTQ_LANG=lang).json
    assert (document["schema"], document["book"], document["lang"]) == ("antq/rules/1", None, lang)
    assert (document["status"], document["exit_code"]) == ("ok", 0)
    said = speech(lang).say
    for row, rule in zip(document["rows"], registry().values(), strict=True):
        assert row.keys() == ROW
        assert (row["code"], row["name"], row["severity"], row["since"]) == (*rule[:3], rule.since)
        assert (row["stage"], row["registers"]) == (rule.stage, [*rule.of])
        assert (row["holds"], row["why"]) == (said(f"{rule.code}.holds"), said(f"{rule.code}.why"))
        assert row["docs"] == f"docs/rules.md#{rule.code.lower()}-{rule.name}"
        assert (ROOT / row["fixtures"]).is_dir()
        assert row["remedy"]
        assert not re.search(r"[{}]", "".join(map(str, (row["holds"], row["why"], row["remedy"]))))


def test_csv_has_the_same_cells_and_no_origin_of_data() -> None:
    rows = run("rules -f json", ANTQ_LANG="vi").json["rows"]
    header, *lines = csv.reader(io.StringIO(run("rules -f csv", ANTQ_LANG="vi").stdout, newline=""))
    assert {*header} == ROW
    flat = [{**row, "registers": " ".join(row["registers"])} for row in rows]
    assert [dict(zip(header, line, strict=True)) for line in lines] == flat


@pytest.mark.parametrize("form", ["table", "md"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_list_names_every_rule_under_its_stage(lang: str, form: str) -> None:
    text = run(f"rules -f {form}", 400, ANTQ_LANG=lang).stdout.replace("\\", "")
    places = [text.index(code) for code in registry()]
    assert places == sorted(places)
    said = speech(lang)
    for rule in registry().values():
        line = next(line for line in text.split("\n") if rule.code in line)
        for part in (
            said.say(f"{rule.code}.name"),
            said.say(f"severity.{rule.severity}"),
            said.say(f"{rule.code}.holds"),
        ):
            assert part in line, (rule.code, part)
    titles = list(dict.fromkeys(said.say(f"stage.{rule.stage}").capitalize() for rule in registry().values()))
    stages = [text.lower().index(f"\n{'**' if form == 'md' else ''}{title.lower()}") for title in titles]
    assert stages == sorted(stages)


@pytest.mark.parametrize("code", SOME)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_rule_in_full(lang: str, code: str) -> None:
    text, said, rule = run(f"rules {code}", 1000, ANTQ_LANG=lang).stdout, speech(lang), registry()[code]
    assert text.startswith(
        f"{code} {said.say(f'{code}.name')}\n{said.say('rules.holds', said=said.say(f'{code}.holds'))}\n"
    )
    parts = [said.say(f"{code}.why"), said.say(f"severity.{rule.severity}"), said.say(f"stage.{rule.stage}")]
    page = "docs/vi/quy-tac.md#" if lang == "vi" else f"docs/rules.md#{code.lower()}-{rule.name}"
    parts += [", ".join(rule.of), rule.since, page, f"tests/gallery/{code}"]
    assert [part for part in parts if part not in text] == []
    assert not re.search(r"[{}]", text)


def test_a_value_that_only_a_finding_has_stands_as_what_it_is() -> None:
    vi, en = (run(f"rules F014 --lang {lang}", 200).stdout for lang in ("vi", "en"))
    assert "The column ‹column› is missing." in en
    assert "Add the column ‹column›." in en
    assert "Thiếu cột ‹tên cột›." in vi
    assert run("rules F014 -f json --lang en").json["rows"][0]["remedy"] == "Add the column ‹column›."


@pytest.mark.parametrize(
    ("code", "vi", "en"),
    [
        ("S003", "Thiếu mục ‹tên mục›.", "The key ‹key› is missing."),
        ("X101", "không có đơn vị nào mang mã ‹mã›.", "no unit has the code ‹code›."),
        ("T104", "kỳ từ ‹ngày đầu› đến ‹ngày cuối›;", "for ‹first day› to ‹last day›;"),
        ("D301", "Dòng trùng với ‹dòng ghi trước›:", "The row repeats ‹first of the two rows›:"),
        ("D104", "‹giá trị đã ghi› không phải là số nguyên", "‹what is written› is not a count."),
    ],
)
def test_a_value_is_told_by_what_it_is_in_that_rule(code: str, vi: str, en: str) -> None:
    for lang, said in (("vi", vi), ("en", en)):
        assert said in run(f"rules {code} --lang {lang}", 500).stdout


def test_values_that_are_told_otherwise_stand_in_a_sentence_of_their_rule() -> None:
    told = {f"{code}.{name}" for code in registry() for name in re.findall(r"{(\w+)}", "".join(sentences(code)))}
    assert {value for values in OTHER_SLOTS.values() for value in values} - told == set()


def sentences(code: str) -> Iterator[str]:
    """What is said of a finding of a rule, and how to repair it, with the names of its values."""
    return (speech("en").template(f"{code}.{part}") for part in ("what", "fix"))


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_fits(lang: str, columns: int) -> None:
    for line in ("rules", "rules D103", "rules T105"):
        assert max(map(len, run(line, columns, ANTQ_LANG=lang).stdout.split("\n"))) <= columns


@pytest.mark.parametrize("line", ["rules", *(f"rules {code}" for code in SOME)])
def test_every_word_comes_from_the_catalogue(line: str) -> None:
    text = run(f"{line} --lang pseudo", 1000).stdout
    while re.search("⟦[^⟦⟧]*⟧", text):
        text = re.sub("⟦[^⟦⟧]*⟧", " ", text)
    for rule in registry().values():
        for data in (f"docs/rules.md#{rule.code.lower()}-{rule.name}", f"tests/gallery/{rule.code}", rule.code):
            text = text.replace(data, " ")
    named = {rule.name for rule in registry().values()} | {*REGISTERS, "book"}
    assert [word for word in re.findall(r"[^\W\d_][\w-]*", text) if word not in named] == []
