"""The month's page answers on its first screen; the annex has of each unit what every command has of it."""

import csv
import io
import re
import shutil
from pathlib import Path

import pytest

from tests.cli.harness import BOOKS, ROOT, run

SAMPLE, PUBLISHED, AREAS = "-b data/cam-thuy-sample", "-b data/cam-thuy-2021", "-b tests/books/areas"
AUGUST = f"{SAMPLE} summary --period 2021-08"
ASKED = {
    "vi": [
        "Hộ gia đình  ",
        "(theo sổ cam kết), chưa gửi báo cáo đối chiếu 1/17: Cẩm Yên",
        "xa mức 95% nhất: Cẩm Lương 78,66%",
        "không khớp: Hộ gia đình, Phong Sơn: 4.436/5.106, bộ sổ",
    ],
    "en": [
        "Households  ",
        "(from the journal), returns to compare not sent by 1/17: Cẩm Yên",
        "furthest from 95%: Cẩm Lương 78.66%",
        "that differ: Households, Phong Sơn: 4,436/5,106, in the book",
    ],
}


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_what_a_superior_asks_stands_on_the_first_screen_in_this_order(lang: str) -> None:
    lines = run(f"{AUGUST} --lang {lang}").stdout.splitlines()[:24]
    found = [next(n for n, line in enumerate(lines) if said in line) for said in ASKED[lang]]
    assert found == sorted(found)
    assert any(
        "86" in line and "2021-12-rate" in " ".join(lines[n - 1 : n + 1]) for n, line in enumerate(lines[-3:], 21)
    )


def test_the_numbers_of_the_page_are_those_of_the_commands() -> None:
    page = run(f"{AUGUST} -f json").json
    gaps = run(f"{SAMPLE} pledges gaps --kind household --period 2021-08 -f json").json["rows"]
    returns = run(f"{SAMPLE} returns summary --period 2021-08 -f json").json
    by_rate = sorted((row for row in gaps if row["rank"]), key=lambda row: float(row["percent"]))
    assert [row["figure"] for row in page["furthest"]] == [row["figure"] for row in by_rate[:3]]
    assert [row["needed"] for row in page["furthest"]] == [row["needed"] for row in by_rate[:3]] == [134, 251, 244]
    missing = [row for row in returns["totals"] if row["missing"]]
    told = [{name: silent[name] for name in total} for silent, total in zip(page["silent"], missing, strict=True)]
    assert told == missing
    assert [each["unit"] for silent in page["silent"] for each in silent["reporters"]] == ["15175"]
    assert [row["id"] for row in page["claims"]] == ["2021-09-town", "2021-12-rate"]
    assert (page["vs"]["as_of"], page["vs"]["period"]["name"]) == ("2021-07-31", "2021-07")


def test_what_has_no_content_has_no_line() -> None:
    """Neither a kind that there is not, nor who is silent, far from a target or wrong where nobody is."""
    said = run(f"{SAMPLE} summary --period 2021-06 --kind models.clan --kind teams.bvantt --lang en").stdout
    assert len(said.splitlines()) == 9
    assert "Self-managed clan" in said
    assert run(f"{PUBLISHED} summary --period 2021-08 --lang en").stdout.count("furthest") == 0
    area = run(f"{SAMPLE} summary --unit 15127-01 --period 2021-Q3 --lang en").stdout
    assert " 0/0 " not in area  # nobody is to sign there
    assert "furthest" not in area  # and nothing lies in it
    assert "Models (kinds: 5)" in area  # of which there are none
    assert (
        "On 31/08"
        not in run(f"{SAMPLE} summary --unit 15127 --period 2021-09 --kind antt --lang en --vs 2021-07").stdout
    )
    assert "2021-09-town" not in run(f"{AUGUST} --unit 15127").stdout  # claims are those of the whole book
    assert "2021-09-town" not in run(f"{SAMPLE} summary --period 2021-07").stdout  # and of the day or before


def test_without_a_period_before_there_is_nothing_to_compare_with(tmp_path: Path) -> None:
    """Neither where none is asked for, nor where the campaign had no top by then."""
    plain = run(f"{AREAS} summary --kind household -f json").json
    book = shutil.copytree(BOOKS / "areas", tmp_path / "book")
    head, top, *rows = (book / "units.csv").read_text("utf-8").splitlines()
    told = [f"{head},opened,closed", f"{top},2024-01-01,", *(f"{row},," for row in rows)]
    (book / "units.csv").write_text("\n".join([*told, ""]), "utf-8")
    early = run(["summary", "-b", book, "--period", "2024-12", "--basis", "2024-12-31", "-f", "json"]).json
    first = run(["summary", "-b", book, "--period", "2024", "-f", "json"]).json
    assert "vs" in early
    for document in (plain, first):
        assert document["rows"]
        assert "vs" not in document
        assert all(row.keys() & {"before", "change"} == set() for row in document["rows"])


def test_names_that_several_bear_are_told_with_what_they_lie_in() -> None:
    """In all of the district there are many of the name Thôn 1, in one commune one."""
    far = run(f"{SAMPLE} summary --by area --kind pledges.household --lang en", 200).stdout
    assert re.search(r"\bThôn 1 \(Cẩm Lương\) +102/173", far)
    assert "Thôn 1 (" not in run(f"{SAMPLE} summary --by area --unit 15139 --lang en", 200).stdout
    document = run(f"{SAMPLE} summary --by area --kind pledges.household -f json").json
    named = [(row["unit_name"], row["above"]) for row in document["rows"] if row["level"]]
    names = [name for name, _ in named]
    assert all((above is not None) == (names.count(name) > 1) for name, above in named)


def test_so_are_those_who_did_not_report(tmp_path: Path) -> None:
    book = shutil.copytree(BOOKS / "areas", tmp_path / "book")
    units = (book / "units.csv").read_text("utf-8")
    (book / "units.csv").write_text(units.replace("Thôn Đoài", "Thôn Đông"), "utf-8")
    said = run(["summary", "-b", book, "--period", "2024-12", "--lang", "en", "--kind", "household"]).stdout
    assert "not reported by 6/6: Thôn Đông (An Phú), Thôn Đông (An Phú), Thôn Trung, …" in " ".join(said.split())


@pytest.mark.parametrize(("family", "part"), [("pledges", ""), ("teams", ""), ("models", ""), ("standards", ".met")])
def test_the_annex_has_the_figures_of_every_command(family: str, part: str) -> None:
    annex = run(f"{SAMPLE} summary --by commune -f json").json
    rows = {(row["unit"], row["level"]): row for row in (*annex["rows"], *annex["totals"])}
    of_command = run(f"{SAMPLE} {family} summary --by commune -f json").json
    told = [row for row in (*of_command["rows"], *of_command["totals"]) if row["measure"] in annex["measures"]]
    wanted = {row["measure"] for row in told}
    assert wanted == {measure for measure in annex["measures"] if measure.startswith(family)}
    assert all(measure.count(".") == 1 + part.count(".") for measure in wanted)
    for row in told:
        names = rows["390", "district"][row["measure"]].keys()
        assert rows[row["unit"], row["level"]][row["measure"]] == {name: row[name] for name in names}
    numbers = [row["num"] for row in of_command["totals"] if row["measure"].count(".") == 1]
    assert family != "models" or annex["totals"][0]["models"] == sum(numbers) == 20


def test_the_annex_is_whole_in_markdown_and_csv_and_says_what_a_terminal_lacks() -> None:
    line = f"{SAMPLE} summary --by commune --lang en"
    header, *rows = csv.reader(io.StringIO(run(f"{line} -f csv").stdout))
    assert len(rows) == 17 + 1  # and what is held above them
    assert len(header) == 6 + 6 * 4 + (7 + 4) * 2 + 5 * 4 + 1 + 1
    table = [row for row in run(f"{line} -f md").stdout.splitlines() if row.startswith("|")]
    assert len(table) == 2 + 17 + 2
    assert "Lights" not in table[0]  # models are one number
    assert table[0].count("|") == 1 + 2 + 6 * 2 + 2 + 4 + 5 + 1 + 1
    left_out = [run(line, columns).stdout.partition("No room for: ")[2].replace("\n", " ") for columns in (250, 80)]
    assert [name for name in left_out[0].split("; ")[0].split(", ") if not name.startswith("Rate (")] == []
    assert "Schools: met" in left_out[1]
    assert "Households" not in left_out[1]
    assert "Không đủ chỗ" not in run(f"{SAMPLE} summary --by commune --lang vi", 250).stdout


def test_an_annex_of_nothing_is_no_table() -> None:
    ran = run(f"{PUBLISHED} summary --by commune --lang en")
    assert (ran.code, len(ran.stdout.splitlines())) == (3, 3)
    assert "no figures by commune" in ran.stderr


def test_without_any_of_them_it_is_the_page_of_the_campaign() -> None:
    kept = (ROOT / "tests/cli/__snapshots__/test_screens/summary.ambr").read_text("utf-8")
    for lang in ("vi", "en"):
        said = run(f"{SAMPLE} summary", ANTQ_LANG=lang).stdout
        assert "\n".join(f"  {line}" if line else "  " for line in said.splitlines()) in kept
