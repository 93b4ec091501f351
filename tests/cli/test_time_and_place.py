"""Figures over time and on the map of another day, asked for as their users ask for them."""

from functools import cache
from itertools import pairwise
from math import ceil
from typing import Any

import pytest

from tests.cli.harness import TODAY, Ran, run

SAMPLE = "-b data/cam-thuy-sample"
JOURNAL = "-b tests/books/journal"
AREAS = "-b tests/books/areas"
HOUSEHOLDS = "--kind household"
# The communes of the resolution of 2025, in the order of their codes.
MERGED = {
    "15127": ("Cẩm Thủy", ["15127", "15169"]),
    "15142": ("Cẩm Thạch", ["15133", "15142", "15145", "15151"]),
    "15148": ("Cẩm Tú", ["15136", "15139", "15148", "15154"]),
    "15163": ("Cẩm Vân", ["15160", "15163", "15175", "15184"]),
    "15178": ("Cẩm Tân", ["15172", "15178", "15181"]),
}
Row = dict[str, Any]


@cache
def asked(line: str, today: str = TODAY) -> Any:
    """The document of a line that must end well; several tests ask the same of it, and none changes it."""
    ran = run(f"{line} -f json", ANTQ_TODAY=today)
    assert ran.code == 0, ran.stderr
    return ran.json


def refusals(ran: Ran) -> list[str]:
    """The codes of the findings for which a line was refused."""
    assert ran.code == ran.json["exit_code"] == 2
    assert ran.json["rows"] == []
    return [problem["code"] for problem in ran.json["problems"]]


def pairs(rows: list[Row]) -> dict[str, tuple[int, int]]:
    return {row["unit"]: (row["num"], row["den"]) for row in rows}


def summed(rows: list[Row]) -> tuple[int, int]:
    return sum(row["num"] for row in rows), sum(row["den"] for row in rows)


# The map of another day ------------------------------------------------------------------------------------------


def test_the_figures_of_2021_on_the_map_of_2025() -> None:
    line = f"{SAMPLE} pledges summary {HOUSEHOLDS} --by commune"
    then, after = asked(line), asked(f"{line} --basis 2025-07-01")
    assert {row["unit"]: row["unit_name"] for row in after["rows"]} == {code: MERGED[code][0] for code in MERGED}
    assert summed(after["rows"]) == summed(after["totals"]) == summed(then["rows"]) == (25915, 29853)
    before = pairs(then["rows"])
    for row in after["rows"]:
        assert row["regrouped"] == MERGED[row["unit"]][1]
        assert (row["num"], row["den"]) == tuple(
            map(sum, zip(*(before[code] for code in row["regrouped"]), strict=True))
        )
        assert row["figure"] == f"pledges.household@{row['unit']}:2021-08-31~2025-07-01"
    assert (after["as_of"], after["basis"]) == ("2021-08-31", "2025-07-01")
    assert [row["unit"] for row in after["totals"]] == ["cam-thuy"]
    proof = {"measure": "pledges.household", "day": "2021-08-31", "then": "390", "shown": "cam-thuy"}
    assert after["control"] == [proof | {"num": 25915, "den": 29853}]


def test_a_day_after_the_merger_and_back() -> None:
    line = f"{SAMPLE} pledges summary {HOUSEHOLDS} --by commune --as-of 2026-06-30"
    after, back = asked(line), asked(f"{line} --basis 2021-08-31")
    assert ([row["unit"] for row in after["rows"]], after["totals"][0]["unit"]) == ([*MERGED], "cam-thuy")
    assert (len(back["rows"]), back["totals"][0]["unit"]) == (17, "390")
    assert sorted(row["unit"] for row in back["rows"]) == sorted(code for _, codes in MERGED.values() for code in codes)
    assert summed(back["rows"]) == summed(after["rows"]) == summed(back["totals"])


@pytest.mark.parametrize("kind", ["household", "commune"])
@pytest.mark.parametrize("book", ["-b data/cam-thuy-2021", SAMPLE, JOURNAL, AREAS])
def test_a_basis_takes_nothing_from_the_total(book: str, kind: str) -> None:
    """What was reported of the whole campaign is known of it on any map."""
    line = f"{book} pledges summary --kind {kind} --by commune"
    then, after = asked(line), asked(f"{line} --basis 2025-07-01")
    assert [row["num"] for row in after["totals"]] == [row["num"] for row in then["totals"]]
    assert sum(row["num"] or 0 for row in after["rows"]) == after["totals"][0]["num"]


def test_the_basis_now_is_today_and_says_so() -> None:
    line = f"{SAMPLE} pledges summary {HOUSEHOLDS} --by commune --basis"
    now = asked(f"{line} now", today="2025-07-01")
    assert (now["today"], now["basis"], now["as_of"]) == ("2025-07-01", "2025-07-01", "2021-08-31")
    fixed = asked(f"{line} 2025-07-01")
    assert now["rows"] == fixed["rows"]
    assert "today" not in fixed
    assert len(asked(f"{line} now", today="2025-06-30")["rows"]) == 17


@pytest.mark.parametrize("name", ["Cẩm Giang", "cẩm giang", "xã Cẩm Giang", "x. Cẩm Giang"])
def test_a_unit_by_its_name_on_the_basis(name: str) -> None:
    line = f"{SAMPLE} pledges summary {HOUSEHOLDS} --unit '{name}'"
    assert pairs(asked(line)["rows"]) == {"15148": (1024, 1115)}
    assert refusals(run(f"{line} --basis 2025-07-01 -f json")) == ["U007"]


def test_the_same_name_is_another_unit_on_another_basis() -> None:
    line = f"{SAMPLE} pledges summary {HOUSEHOLDS} --unit 'Cẩm Tú'"
    then, after = asked(line), asked(f"{line} --basis 2025-07-01")
    assert ([*pairs(then["rows"])], [*pairs(after["rows"])]) == (["15154"], ["15148"])
    assert after["rows"][0]["den"] > then["rows"][0]["den"]


def test_a_name_of_several_units_is_refused_and_so_is_one_without_diacritics() -> None:
    several = run(f"{SAMPLE} pledges summary --unit 'Thôn 1' -f json --lang en")
    assert refusals(several) == ["U020"]
    assert "15136-01" in several.json["problems"][0]["remedy"]
    bare = run(f"{SAMPLE} pledges summary --unit 'Cam Tam' -f json")
    assert refusals(bare) == ["U007"]
    assert bare.json["problems"][0]["suggestion"] == "xã Cẩm Tâm (15163)"  # and never its neighbour Cẩm Tân


def test_a_kind_that_is_written_is_kept() -> None:
    """In 2021 a district and no commune was called Cẩm Thủy, and no town was called Cẩm Giang."""
    line = f"{SAMPLE} pledges summary --kind household -f json"
    for written, meant in (
        ("xã Cẩm Thủy", "huyện Cẩm Thủy (390)"),
        ("thôn Cẩm Thủy", "huyện Cẩm Thủy (390)"),
        ("x.Cẩm Thủ*", "huyện Cẩm Thủy (390)"),
        ("TT. Cẩm Giang", "xã Cẩm Giang (15148)"),
    ):
        other = run(f"{line} --unit '{written}'")
        assert refusals(other) == ["U007"]
        assert other.json["problems"][0]["suggestion"] == meant
    for written, code in (("huyện Cẩm Thủy", "390"), ("x. Cẩm Giang", "15148"), ("KDC Đồng Chạ", "15127-11")):
        assert [row["unit"] for row in run(f"{line} --unit '{written}'").json["rows"]] == [code]
    after = run(f"{line} --unit 'xã Cẩm Thủy' --basis 2025-07-01")
    assert [row["unit"] for row in after.json["rows"]] == ["15127"]


@pytest.mark.parametrize("command", ["pledges summary", "pledges trend", "pledges gaps", "teams summary"])
def test_a_basis_out_of_reach_names_the_units_and_their_places(command: str) -> None:
    ran = run(f"{SAMPLE} {command} --basis 2019-01-01 -f json --lang en")
    assert set(refusals(ran)) == {"U015"}
    problems = ran.json["problems"]
    assert {problem["path"] for problem in problems} == {"units.csv"}
    assert all(problem["line"] and problem["column"] for problem in problems)
    assert "Tân An (15127-01)" in problems[0]["what"]
    assert "01/12/2019" in problems[0]["what"]


def test_units_of_one_parent_are_out_of_reach_in_one_line() -> None:
    """Of Phong Sơn 16 areas, all opened on one day; of the others, opened then or on other days, each its own line."""
    lines = {
        lang: run(f"{SAMPLE} pledges summary --basis 2019-01-01 --kind area --lang {lang}") for lang in ("vi", "en")
    }
    assert lines["vi"].stderr.count("U015") == lines["en"].stderr.count("U015") == 1
    assert (
        "Không quy đổi được 16 đơn vị thuộc Phong Sơn (15127), như Tân An (15127-01), về địa giới" in lines["vi"].stderr
    )
    assert "each of 16 units of Phong Sơn (15127), such as Tân An (15127-01), has no place" in lines["en"].stderr
    opened = [row for row in asked(f"{SAMPLE} units --on 2021-08-31")["rows"] if row["opened"] == "2019-12-01"]
    assert [row["parent"] for row in opened if row["level"] == "area"] == ["15127"] * 16


def test_history_of_a_code_that_two_units_bore() -> None:
    found = asked(f"{SAMPLE} units 15148")["rows"]
    assert [(row["name"], row["opened"], row["closed"]) for row in found] == [
        ("Cẩm Giang", None, "2025-07-01"),
        ("Cẩm Tú", "2025-07-01", None),
    ]
    assert [each["code"] for each in found[1]["before"]] == MERGED["15148"][1]
    for day, name, inside in (("2021-08-31", "Cẩm Giang", 5), ("01/07/2025", "Cẩm Tú", 25)):
        assert [(row["name"], row["inside"]) for row in asked(f"{SAMPLE} units 15148 --on {day}")["rows"]] == [
            (name, inside)
        ]
    assert refusals(run(f"{SAMPLE} units Cẩm Giang --on 2025-07-01 -f json")) == ["U022"]
    assert refusals(run(f"{SAMPLE} units Cẩm Gianh -f json")) == ["U023"]


def test_a_part_of_a_name_is_told_as_one() -> None:
    ran = run(f"{SAMPLE} units Cẩm Gian -f json --lang en")
    assert [row["name"] for row in ran.json["rows"]] == ["Cẩm Giang"]
    assert "No unit is called “Cẩm Gian”. These units have it in their names.\n" in ran.stderr
    assert refusals(run(f"{SAMPLE} units Cẩm Gian --on 2025-07-01 -f json")) == ["U023"]
    assert "in their names" not in run(f"{SAMPLE} units 'Cẩm Gian*' --lang en").stderr


def test_the_words_of_a_name_are_one_name() -> None:
    apart, together = (run(f"{SAMPLE} units {name} -f json") for name in ("Cẩm Tú", "'Cẩm Tú'"))
    assert apart.out == together.out
    assert [row["code"] for row in apart.json["rows"]] == ["15148", "15154"]


# Periods and calendars -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "calendar", "first", "last"),
    [
        ("Q1-2026", "report", "2025-12-15", "2026-03-14"),
        ("2026-Q1", "report", "2025-12-15", "2026-03-14"),
        ("6T-2026", "report", "2025-12-15", "2026-06-14"),
        ("H1-2026", "report", "2025-12-15", "2026-06-14"),
        ("2026-H2", "report", "2026-06-15", "2026-12-14"),
        ("9T-2026", "report", "2025-12-15", "2026-09-14"),
        ("2026", "report", "2025-12-15", "2026-12-14"),
        ("2021-08", "report", "2021-07-15", "2021-08-14"),
        ("8/2021", "calendar", "2021-08-01", "2021-08-31"),
        ("2026", "area-standard", "2025-11-01", "2026-10-31"),
        ("2026", "commune-standard", "2025-11-16", "2026-11-15"),
        ("2026", "team-rating", "2025-11-15", "2026-11-14"),
        ("2021", "tt23-area", "2020-10-31", "2021-10-31"),
        ("2021", "tt23-commune", "2020-11-30", "2021-11-30"),
    ],
)
def test_the_days_of_a_period(written: str, calendar: str, first: str, last: str) -> None:
    document = asked(f"{SAMPLE} teams summary --kind anxh --period {written} --calendar {calendar}")
    assert (document["period"]["first"], document["period"]["last"]) == (first, last)
    assert (document["period"]["calendar"], document["as_of"]) == (calendar, last)
    periods = asked(f"{SAMPLE} periods --period {written} --calendar {calendar}")
    name = document["period"]["name"]
    row = next(row for row in periods["rows"] if row["name"] == name)
    assert (row["first"], row["last"]) == (first, last)


def test_a_calendar_whose_years_overlap_says_so_and_has_years_only() -> None:
    ran = run("-b data/cam-thuy-2021 periods --calendar tt23-area --lang en")
    assert ran.code == 0
    assert ran.stderr == "Findings waived in antq.toml: 1.\n"  # it is the law that has the years so
    told = run("-b data/cam-thuy-2021 check --select T001 -f json").json
    assert [(each["code"], each["reason"] != "") for each in told["waived"]][:1] == [("T001", True)]
    assert [row["name"] for row in run("-b data/cam-thuy-2021 periods --calendar tt23-area -f json").json["rows"]] == [
        "2021"
    ]
    assert refusals(run(f"{SAMPLE} pledges summary --period 2021-Q1 --calendar tt23-area -f json")) == ["U019"]


@pytest.mark.parametrize(
    "command",
    [
        *("summary", "summary --by commune", "pledges summary", "pledges trend", "pledges gaps --by area"),
        *("pledges summary --by school", "teams summary", "teams summary --vs 2009", "models summary --by commune"),
        *("standards summary", "standards summary --criteria", "returns summary --by commune", "reconcile"),
    ],
)
def test_a_day_before_everything_is_one_sentence(command: str) -> None:
    """No unit in which something lies has opened by then: that is what the day is like, and nothing left out."""
    ran = run(f"{SAMPLE} {command} --as-of 2010-01-01 --lang en")
    said = "01/01/2010 is earlier than the first day in the registers counted here.\n"
    assert (ran.code, ran.stdout, ran.stderr) == (3, "", said)
    assert command != "summary" or run(f"{SAMPLE} {command} --as-of 2010-01-01 --lang en -q").stderr == ran.stderr
    told = run(f"{SAMPLE} {command} --as-of 2010-01-01 -f json").json
    assert (told["status"], told["findings"]) == ("nothing", {"error": 0, "warning": 0})


def test_each_command_looks_at_the_registers_that_it_counts() -> None:
    """The first model of the sample is of 2019, the first pledge of November 2020."""
    for command, code in (("models summary", 0), ("summary", 0), ("pledges summary", 3)):
        assert run(f"{SAMPLE} {command} --as-of 2020-01-01 -f json").code == code


@pytest.mark.parametrize("command", ["summary", "pledges summary"])
def test_what_is_wrong_is_told_also_of_a_day_before_everything(command: str) -> None:
    ran = run(f"-b tests/books/bad {command} --as-of 1990-01-01 --lang en")
    assert ran.code == 1
    assert " D10" in ran.stderr


@pytest.mark.parametrize("book", [JOURNAL, AREAS, SAMPLE, "-b data/cam-thuy-2021"])
def test_a_period_never_fails_whatever_the_source(book: str) -> None:
    """Flows of a returns source are not known, which is no failure."""
    document = asked(f"{book} pledges summary --period 2021-08-01..2024-12-31 --by commune")
    flows = [row for row in document["rows"] if row["measure"].count(".") == 2 and row["reported"] is not None]
    assert all(row["num"] is None for row in flows)


def test_the_flows_of_a_period_lead_from_one_stock_to_the_next() -> None:
    """The pledges of those who stay in the register; who came, moved or left is the difference."""
    line = f"{SAMPLE} pledges summary --kind area --as-of"
    before, after = (asked(f"{line} {day}")["rows"][0]["num"] for day in ("2021-03-31", "2021-06-30"))
    flows = {
        row["measure"]: row["num"] for row in asked(f"{SAMPLE} pledges summary --kind area --period 2021-Q2")["rows"]
    }
    assert flows["pledges.area"] == after
    assert after - before == flows["pledges.area.signed"] - flows["pledges.area.withdrawn"]
    assert "pledges.area.lapsed" not in flows or flows["pledges.area.lapsed"] == 0


def test_a_pledge_of_a_year_lapses_with_it() -> None:
    line = f"{SAMPLE} pledges summary --kind registration --as-of"
    last, first = (asked(f"{line} {day}")["rows"][0] for day in ("2021-10-31", "2021-11-01"))
    assert (last["num"], first["num"] < last["num"]) == (1500, True)
    flows = asked(f"{SAMPLE} pledges summary --kind registration --period 2021-11-01..2021-11-30")["rows"]
    lapsed = next(row for row in flows if row["measure"].endswith(".lapsed"))
    assert lapsed["num"] <= lapsed["den"] <= last["num"]
    assert lapsed["num"] > 0


# Trends, comparisons and gaps ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("every", "more"),
    [
        *(("year", more) for more in ("", "--by commune", "--unit 15148", "--basis 2025-07-01 --by commune")),
        *(("month", "--unit 15148"), ("quarter", "--by commune")),
    ],
)
def test_the_last_point_of_a_trend_is_the_summary(every: str, more: str) -> None:
    summary = asked(f"{SAMPLE} pledges summary {HOUSEHOLDS} {more}")
    trend = asked(f"{SAMPLE} pledges trend {HOUSEHOLDS} --every {every} {more}")
    for part in ("rows", "totals"):
        last = [row for row in trend[part] if row["period"]["last"] == "2021-08-31"]
        assert [{name: row[name] for name in row.keys() - {"period", "change"}} for row in last] == summary[part]


def test_every_point_of_a_trend_is_a_summary_on_its_basis() -> None:
    for row in asked(f"{JOURNAL} pledges trend {HOUSEHOLDS} --every quarter --unit 30")["rows"]:
        day = row["period"]["last"]
        summary = asked(f"{JOURNAL} pledges summary {HOUSEHOLDS} --unit 30 --as-of {day} --basis 2023-12-31")["rows"][0]
        assert {name: row[name] for name in summary} == summary


def test_the_change_of_a_trend_is_that_since_the_point_before() -> None:
    rows = asked(f"{SAMPLE} pledges trend {HOUSEHOLDS}")["rows"]
    assert rows[0]["change"] is None
    for before, after in pairwise(rows):
        assert after["change"]["num"] == after["num"] - before["num"]
        assert after["change"]["den"] == after["den"] - before["den"]
        moved = 100 * (after["num"] / after["den"] - before["num"] / before["den"])
        assert float(after["change"]["points"]) == pytest.approx(moved, abs=0.005001)


@pytest.mark.parametrize("more", ["--by commune", "--unit 15139"])
def test_a_change_is_the_difference_of_two_summaries(more: str) -> None:
    line = f"{SAMPLE} pledges summary {HOUSEHOLDS} {more}"
    now, before = asked(line), asked(f"{line} --as-of 2021-06-30 --basis 2021-08-31")
    compared = asked(f"{line} --vs 2021-Q2")
    for part in ("rows", "totals"):
        for row, after, was in zip(compared[part], now[part], before[part], strict=True):
            assert {name: row[name] for name in after} == after
            assert row["before"] == was
            assert (row["change"]["num"], row["change"]["den"]) == (
                after["num"] - was["num"],
                after["den"] - was["den"],
            )


def test_a_comparison_across_the_merger_is_on_one_map() -> None:
    line = f"{SAMPLE} pledges summary {HOUSEHOLDS} --by commune --as-of 2026-06-30 --vs 2021-08-31"
    document = asked(line)
    assert [row["unit"] for row in document["rows"]] == [*MERGED]
    assert all(row["before"]["unit"] == row["unit"] for row in document["rows"])
    assert sum(row["before"]["num"] for row in document["rows"]) == 25915
    assert document["basis"] == "2026-06-30"


@pytest.mark.parametrize("target", [None, "87,5%", "99.99%"])
def test_what_is_needed_reaches_the_target_and_one_less_does_not(target: str | None) -> None:
    option = f" --target {target}" if target else ""
    document = asked(f"{SAMPLE} pledges gaps {HOUSEHOLDS} --by area{option}")
    whole = {None: 9500, "50%": 5000, "87,5%": 8750, "95%": 9500, "99.99%": 9999, "100%": 10000}[target]
    every = asked(f"{SAMPLE} pledges summary {HOUSEHOLDS} --by area")["rows"]
    below = {row["unit"]: -(-whole * row["den"] // 10000) - row["num"] for row in every}
    assert {row["unit"]: row["needed"] for row in document["rows"]} == {unit: n for unit, n in below.items() if n > 0}
    assert all(row["needed"] == ceil(whole * row["den"] / 10000) - row["num"] for row in document["rows"])
    assert document["totals"][0]["below"] + document["totals"][0]["reached"] == 119


def test_units_that_need_the_same_share_a_rank() -> None:
    rows = asked(f"{SAMPLE} pledges gaps {HOUSEHOLDS} --by area")["rows"]
    assert [row["needed"] for row in rows] == sorted((row["needed"] for row in rows), reverse=True)
    for row in rows:
        assert row["rank"] == 1 + sum(other["needed"] > row["needed"] for other in rows)
    assert len({row["rank"] for row in rows}) < len(rows)
    alike = [row["unit"] for row in rows if row["needed"] == rows[-1]["needed"]]
    assert alike == sorted(alike)


def test_units_of_which_it_is_not_known_are_apart() -> None:
    rows = asked(f"{AREAS} pledges gaps {HOUSEHOLDS} --by area")["rows"]
    ranked = [(row["unit"], row["rank"], row["needed"]) for row in rows if row["rank"] is not None]
    assert ranked == [("101-03", 1, 90), ("101-01", 2, 20), ("102-01", 3, 5)]
    apart = {row["unit"]: row["state"] for row in rows if row["rank"] is None and row["level"]}
    assert apart == {"102-02": "no-denominator", "102-03": "not-reported"}
    assert [row["rank"] is None for row in rows] == sorted(row["rank"] is None for row in rows)  # after the others
    assert all(row["needed"] is None for row in rows if row["rank"] is None)


@pytest.mark.parametrize("book", [AREAS, "-b data/cam-thuy-2021"])
def test_a_rest_of_nothing_is_no_gap(book: str) -> None:
    """What is held above the level is told apart where there is any, and not as a unit that did not report."""
    for row in asked(f"{book} pledges gaps")["rows"]:
        assert row["level"] or row["num"] is not None or row["expected"], row


# Nobody is listed -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["pledges summary", "pledges trend", "pledges gaps", "teams summary"])
@pytest.mark.parametrize("level", ["household", "households", "hộ"])
def test_no_command_goes_down_to_households(command: str, level: str) -> None:
    assert refusals(run(f"{JOURNAL} {command} --by {level} -f json")) == ["U004"]


@pytest.mark.parametrize("form", ["table", "json", "csv", "md"])
@pytest.mark.parametrize(
    "command",
    [
        *("pledges summary --by area --period 2022 --vs 2021", "pledges trend --by area", "pledges gaps --by area -v"),
        *("units", "units 10-02", "periods"),
    ],
)
def test_no_household_is_shown(command: str, form: str) -> None:
    ran = run(f"{JOURNAL} {command} -f {form}")
    assert ran.code == 0
    assert "h-0" not in ran.stdout + ran.stderr
    assert "h-1" not in ran.stdout + ran.stderr


def test_a_household_is_no_unit() -> None:
    assert refusals(run(f"{JOURNAL} units h-01 -f json")) == ["U023"]
    assert refusals(run(f"{JOURNAL} pledges gaps --unit h-01 -f json")) == ["U007"]
