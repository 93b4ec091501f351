"""Several units, patterns of them, and the levels of a tree: each unit is answered as if it were asked for alone."""

from typing import Any

import pytest

from tests.cli.behaviours import AREAS, JOURNAL, PUBLISHED, refused
from tests.cli.harness import run

Rows = list[dict[str, Any]]
SAMPLE = "-b data/cam-thuy-sample"


def told(line: str, part: str = "rows") -> Rows:
    ran = run(f"{line} -f json")
    assert ran.code == 0, ran.stderr
    return list(ran.json[part])


def plain(rows: Rows) -> Rows:
    return [{name: row[name] for name in row if name != "under"} for row in rows]


def standing(line: str, unit: str, within: tuple[str, ...] = ()) -> Rows:
    """The rows of a unit that is asked for alone, without those of units that lie in it and are asked for as well."""
    nearer = {row["figure"] for inner in within for row in told(f"{line} --unit {inner}")} - {None}
    return [row for row in told(f"{line} --unit {unit}") if row["figure"] not in nearer]


@pytest.mark.parametrize(
    "line",
    [
        *(f"pledges summary {JOURNAL} --period 2022 --vs 2021", f"teams summary {JOURNAL} --as-of 2022-06-30"),
        *(f"pledges summary {JOURNAL} --as-of 2022-12-31", f"models summary {JOURNAL} --basis 2022-12-31"),
        f"pledges trend {JOURNAL} --kind household --every year --as-of 2022-12-31",
    ],
)
def test_each_is_answered_as_if_asked_alone_and_in_that_order(line: str) -> None:
    def of_points(rows: Rows) -> Rows:
        """A trend goes from day to day, all units on each of them."""
        return sorted(rows, key=lambda row: row["period"]["last"]) if "trend" in line else rows

    alone = [row for unit in ("20", "1", "10-01") for row in told(f"{line} --unit {unit}")]
    assert told(f"{line} --unit 20 --unit 1 --unit 10-01 --unit 20") == of_points(alone)
    assert told(f"{line} --unit 20 --unit 1", "totals") == []
    of_areas = [row for unit in ("20", "10") for row in told(f"{line} --by area --unit {unit}")]
    both = run(f"{line} --by area --unit 20 --unit 10 -f json").json
    assert plain(both["rows"]) == of_points(of_areas)
    assert {row["under"] for row in both["rows"] if row["unit"][:2] == "20"} == {"20"}
    totals = [row for unit in ("20", "10") for row in told(f"{line} --by area --unit {unit}", "totals")]
    assert plain(both["totals"]) == of_points(totals)


@pytest.mark.parametrize("command", ["pledges summary", "teams summary", "models summary", "pledges gaps"])
def test_of_two_of_which_one_lies_in_the_other_the_nearer_has_the_rows(command: str) -> None:
    line = f"{command} {AREAS} --by area"
    ran = run(f"{line} --unit 1 --unit 102 -f json --lang en")
    rows, totals = ran.json["rows"], ran.json["totals"]
    without = [name for name in (rows or [{}])[0] if name not in ("under", "rank")]

    def numbers(several: Rows) -> Rows:
        """A rank is one among the rows that stand together."""
        return [{name: row[name] for name in without} for row in several]

    assert numbers(rows) == numbers([*standing(line, "1", ("102",)), *standing(line, "102")])
    assert {row["under"] for row in rows if row["unit"][:3] == "102"} == {"102"}
    assert {row["under"] for row in rows if row["unit"][:3] != "102"} == {"1"}
    ids = [row["figure"] for row in rows if row["figure"]]
    assert len(ids) == len(set(ids)) > 0
    assert [row["unit"] for row in totals] == sorted((row["unit"] for row in totals), key=["1", "102"].index)
    alone = [row for unit in ("1", "102") for row in told(f"{line} --unit {unit}", "totals")]
    assert plain(totals) == alone
    assert {row["under"] for row in totals} == {None}
    assert "each row counts for the nearest one" in ran.stderr
    assert "nearest" not in run(f"{line} --unit 101 --unit 102 --lang en").stderr


@pytest.mark.parametrize("command", ["pledges summary", "teams summary", "models summary", "standards summary"])
def test_a_tree_has_the_rows_of_its_lowest_level_and_a_subtotal_for_each_unit_above_them(command: str) -> None:
    line = f"{command} {AREAS}"
    tree = run(f"{line} --by commune,area -f json").json
    for same in ("area,commune", "'khu dân cư, xã'", "commune,area,commune"):
        assert run(f"{line} --by {same} -f json").json == tree, same
    areas, communes = told(f"{line} --by area"), told(f"{line} --by commune")
    assert [row for row in plain(tree["rows"]) if row["level"]] == [row for row in areas if row["level"]]
    whole = told(f"{line} --by commune", "totals")
    subtotals = [row for row in tree["totals"] if row["under"] == "1"]
    assert [row for row in plain(tree["totals"]) if row not in plain(subtotals)] == whole
    assert plain(subtotals) == [row for row in communes if row["level"]]
    for total in tree["totals"]:
        under = [*tree["rows"], *subtotals]
        parts = [r for r in under if (r["under"], r["measure"]) == (total["unit"], total["measure"])]
        known = [row["num"] for row in parts if row["num"] is not None]
        assert sum(known) == (total["num"] or 0), total["figure"]
    out = run(f"{line} --by commune,area -f csv").stdout
    assert out.count("\n") == len(tree["rows"]) + 1
    assert ",under," in out.partition("\n")[0]


def test_a_grid_has_the_rows_of_each_unit_and_the_subtotals_of_a_tree() -> None:
    line = f"pledges trend {SAMPLE} --kind household --every quarter --columns --lang en"

    def lines(more: str) -> list[str]:
        return [" ".join(line.split()) for line in run(f"{line} {more}").stdout.split("\n") if "%" in line]

    both = lines("--unit 15133 --unit 15175")
    rates = ["6.87% 59.96% 85.56%", "7.45% 75.80% 95.96%"]
    assert both == [f"15133 Cẩm Thành {rates[0]}", f"15175 Cẩm Yên {rates[1]}"]
    assert [lines(f"--unit {unit}") for unit in ("15133", "15175")] == [[f"Households {each}"] for each in rates]
    tree = lines("--by commune,area")
    assert [each for each in tree if each.startswith("15133")] == [
        f"15133 Cẩm Thành {rates[0]}",
        *(each for each in lines("--by area --unit 15133") if each.startswith("15133")),
    ]
    rows = run(f"{line} --by area --unit 15133 --unit 15175 -f csv").stdout.split("\n")
    assert rows[0].split(",")[:5] == ["measure", "unit", "unit_name", "level", "under"]
    assert {(row.split(",")[1][:5], row.split(",")[4]) for row in rows[1:-1]} == {("15133",) * 2, ("15175",) * 2}


@pytest.mark.parametrize("order", ["rate", "-missing", "name"])
def test_an_order_is_that_of_the_units_in_each_total_and_of_the_subtotals_in_theirs(order: str) -> None:
    line = f"pledges summary {SAMPLE} --kind household"
    tree = run(f"{line} --by commune,area --sort {order} --top 2 -f json").json
    communes = [row["unit"] for row in told(f"{line} --by commune --sort {order}") if row["level"]]
    assert [row["unit"] for row in tree["totals"]] == ["390", *communes]
    for commune in communes[:: 1 if order == "rate" else 8]:
        alone = run(f"{line} --by area --unit {commune} --sort {order} --top 2 -f json").json
        for part in ("rows", "omitted"):
            assert plain([row for row in tree[part] if row["under"] == commune]) == plain(alone[part]), commune


def test_units_that_are_asked_for_are_ordered_too() -> None:
    line = f"pledges summary {SAMPLE} --kind household --unit 'Cẩm T*'"
    asked, ordered = (told(f"{line} {more}") for more in ("", "--sort missing"))
    assert [row["remaining"] for row in ordered] == sorted((row["remaining"] for row in asked), reverse=True)
    assert refused(run(f"{line} --top 2 --lang en"), "U045")  # one may lie in another: their sum would have it twice


def test_several_trees() -> None:
    line = f"pledges summary {AREAS} --kind household --by commune,area"
    ran = run(f"{line} --unit 1 --unit 102 -f json").json
    assert [(row["unit"], row["under"]) for row in ran["totals"]] == [("1", None), ("101", "1"), ("102", None)]
    assert [row["under"] for row in ran["rows"]] == ["101"] * 3 + ["102"] * 3


def test_a_unit_of_the_level_of_the_tree_is_no_subtotal_of_its_own() -> None:
    line = f"pledges summary {AREAS} --kind household --unit 101"
    tree = run(f"{line} --by district,commune,area -f json").json
    assert plain(tree["rows"]) == told(f"{line} --by area")
    assert plain(tree["totals"]) == told(f"{line} --by area", "totals")


@pytest.mark.parametrize("command", ["pledges summary", "teams summary", "standards summary"])
def test_a_pattern_finds_everything_or_what_it_says_by_code(command: str) -> None:
    line = f"{command} {AREAS}"
    every = list(dict.fromkeys(row["unit"] for row in told(f"{line} --unit '*'")))
    assert every == sorted(row["code"] for row in told(f"units {AREAS}"))
    assert told(f"{line} --unit '101-*'") == told(f"{line} --unit 101-01 --unit 101-02 --unit 101-03")
    assert told(f"{line} --unit 'Xóm B*' --unit Xóm*") == told(f"{line} --unit 102-02 --unit 102-01 --unit 102-03")


def test_gaps_of_several_units_are_at_the_level_below_each() -> None:
    line = f"pledges gaps {AREAS} --kind household"
    rows, totals = ([row for unit in ("1", "101") for row in told(f"{line} --unit {unit}", part)] for part in PARTS)
    assert plain(told(f"{line} --unit 1 --unit 101")) == rows
    assert plain(told(f"{line} --unit 1 --unit 101", "totals")) == totals
    assert [row["under"] for row in told(f"{line} --unit 1 --unit 101")] == ["1", "1", "101", "101"]


PARTS = ("rows", "totals")


def test_returns_of_several_units_and_their_reporters_once() -> None:
    line = f"returns summary {AREAS} --kind household"
    ran = run(f"{line} --unit 1 --unit 102 -f json").json
    assert [(row["unit"], row["under"]) for row in ran["rows"]] == [
        *((f"101-0{n}", "1") for n in (1, 2, 3)),
        *((f"102-0{n}", "102") for n in (1, 2, 3)),
    ]
    assert [(row["unit"], row["expected"]) for row in ran["totals"]] == [("1", 6), ("102", 3)]


def test_the_standard_of_several_units() -> None:
    line = f"standards summary {AREAS} --kind commune"
    alone = [row for unit in ("102", "101") for row in told(f"{line} --unit {unit}")]
    assert told(f"{line} --unit 102 --unit 101") == alone
    cards = told(f"{line} --unit 102 --unit 101 --criteria")
    assert cards == [row for unit in ("102", "101") for row in told(f"{line} --unit {unit} --criteria")]


def test_a_unit_that_is_not_there_on_the_basis() -> None:
    line = f"teams summary {PUBLISHED} --lang en --unit 390"
    assert run(f"{line} --unit 15154").code == 0
    assert refused(run(f"{line} --unit cam-thuy"), "U007")
    assert refused(run(f"{line} --unit 'cam-*'"), "U007")
    assert refused(run(f"{line} --unit cam-thuy --basis 2025-07-01"), "U007")


def test_the_proof_of_a_basis_stands_once_for_each_measure() -> None:
    line = f"pledges summary {SAMPLE} --basis 2025-07-01 --kind household"
    one, two = (run(f"{line} {units} -f json").json for units in ("--unit 15148", "--unit 15148 --unit 15163"))
    assert one["control"] == two["control"]
    assert len(one["control"]) == 1


def test_where_nothing_is_known_of_several_units_they_are_named() -> None:
    said = run(f"pledges summary {AREAS} --kind commune --unit 101 --unit 102 --lang en").stderr
    assert "Reported only down to district, so there are no figures of An Phú, Hòa Lạc alone: Communes." in said


def test_where_nobody_knows_what_they_would_be_ordered_by_that_is_said_and_they_stand_by_code() -> None:
    line = "-b data/cam-thuy-2021 pledges summary --kind student --by district --lang en"
    said = "No unit has a number to be ordered by: they stand by code."
    assert run(f"{line} --sort missing").stdout.splitlines()[-1] == said
    assert said not in run(f"{line} --sort code").stdout
