"""What the options do that say which rows are wanted, and in what order."""

import csv
import io
from pathlib import Path
from typing import Any

from antq_cli.words.speech import speech
from tests.cli.behaviours import AREAS, JOURNAL, behaviour, refused, rows
from tests.cli.harness import run

SAMPLE = "-b data/cam-thuy-sample"
# The sample at its communes, by one kind: the first units of each order, and those of the other way round.
FIRST: dict[str, tuple[str, dict[str, tuple[str, str]]]] = {
    "pledges summary": (
        "--kind household",
        {
            "code": ("15127", "15184"),
            "name": ("15151", "15127"),
            "rate": ("15175", "15139"),
            "missing": ("15127", "15175"),
        },
    ),
    "pledges gaps": (
        "--kind household",
        {
            "code": ("15127", "15184"),
            "name": ("15151", "15127"),
            "rate": ("15148", "15139"),
            "missing": ("15127", "15148"),
        },
    ),
    "teams summary": (
        "--kind anxh",
        {
            "code": ("15127", "15184"),
            "name": ("15151", "15127"),
            "rate": ("15127", "15127"),
            "missing": ("15127", "15127"),
        },
    ),
    "models summary": (
        "--kind veterans",
        {
            "code": ("15127", "15184"),
            "name": ("15151", "15127"),
            "rate": ("15136", "15127"),
            "missing": ("15127", "15139"),
        },
    ),
    "activities summary": (
        "--kind outreach",
        {"code": ("15127", "15184"), "name": ("15151", "15127")},
    ),
    "standards summary": (
        "--kind area",
        {
            "code": ("15127", "15184"),
            "name": ("15151", "15127"),
            "rate": ("15175", "15139"),
            "missing": ("15127", "15175"),
        },
    ),
    "summary": (
        "--kind pledges.household",
        {
            "code": ("15127", "15184"),
            "name": ("15151", "15127"),
            "rate": ("15175", "15139"),
            "missing": ("15127", "15175"),
        },
    ),
}


def units(found: list[dict[str, Any]]) -> list[str]:
    return list(dict.fromkeys(row["unit"] for row in found if row["level"]))


@behaviour
def sort(path: str, _: Path) -> None:
    """Each order, written in three ways, and turned round; JSON says which, and by whose numbers."""
    kind, first = FIRST[path]
    line = f"{path} {SAMPLE} {kind} --by commune -f json"
    plain = run(line).json
    for by, (ahead, behind) in first.items():
        forward, back = run(f"{line} --sort {by}"), run(f"{line} --sort=-{by}")
        assert (units(rows(forward))[0], units(rows(back))[0]) == (ahead, behind), by
        assert by != "rate" or run(f"{line} --sort -{by}").out == run(f"--sort -{by} {line}").out == back.out
        assert {*units(rows(forward))} == {*units(rows(back))}
        assert forward.json["totals"] == plain["totals"]
        order = back.json["order"]
        assert (order["by"], order["reversed"], back.json["omitted"]) == (by, True, [])
        assert (order["measure"] is None) == (by in ("code", "name") or path in ("pledges gaps", "standards summary"))
    assert "order" not in plain
    told = run(f"{path} {SAMPLE} {kind} --by commune --sort -rate --lang en")
    # What has no rate has no order by it.
    assert "the lowest first." in " ".join(told.stdout.split()) if "rate" in first else refused(told, "U045")
    if path == "pledges gaps":  # whose rows are numbered
        assert "Ordered by code." in run(f"{path} {SAMPLE} {kind} --sort code --lang en").stdout
    assert path == "pledges gaps" or rows(run(f"{line} --sort code")) == plain["rows"]
    assert refused(run(f"{line} --lang en --sort best -f table"), "U004")
    assert "Did you mean rate?" in run(f"{line} --lang en --sort ratte -f table").stderr
    if path != "pledges gaps":  # whose rows are always units
        bare = run(f"{path} {SAMPLE} --lang en --sort name")
        assert refused(bare, "U045")
        assert "Write --by LEVEL with it." in bare.stderr
    _of_the_journal(path)
    _by_change(path)


def _by_change(path: str) -> None:
    line = f"{path} {JOURNAL} --by commune --as-of 2022-12-31 --lang en --sort -change"
    if path in ("pledges gaps", "standards summary"):  # which are compared with nothing
        wrong = run(line)
        assert refused(wrong, "U004")
        assert "change" not in wrong.stderr.partition("→")[2].partition("\n")[0].removeprefix("--sort -change")
        return
    assert refused(run(line), "U050")
    ran = run(f"{line.replace('--sort -change', '--sort change')} --vs 2021 -f json")
    measure = ran.json["order"]["measure"]
    cells = [row[measure] if path == "summary" else row for row in rows(ran) if row["level"]]
    moved = [cell["change"] for cell in cells if cell["measure"] == measure]
    part = "points" if path in ("summary", "pledges summary") else "num"
    told = [float(each[part]) for each in moved if each[part] is not None]
    assert told == sorted(told, reverse=True)
    assert len({*told}) > 1 or path == "models summary"


def _of_the_journal(path: str) -> None:
    """In the annex ranks go from the highest rate, whichever way the rows do; what has no rate is last without one."""
    if path != "summary":
        return
    line = f"{path} {JOURNAL} -f json --by area"
    for order, ranks in (("rate", [1, 2, 2, 2]), ("-rate", [2, 2, 2, 1])):
        found = rows(run(f"{line} --sort {order}"))
        assert [row["rank"] for row in found if row["level"]] == ranks
        assert [row["number"] for row in found] == [1, 2, 3, 4, None]
    organisations = rows(run(f"{line} --kind organisation --sort -rate"))
    assert [row["rank"] for row in organisations if row["level"]] == [1, None, None, None]
    wrong = run(f"{path} {JOURNAL} --by area --sort rate --kind antt --lang en")
    assert refused(wrong, "U045")
    assert "Choose a --kind" in wrong.stderr


@behaviour
def top(path: str, _: Path) -> None:
    """The first ones, the sum of the others, and the totals of all."""
    kind, first = FIRST[path]
    line = f"{path} {SAMPLE} {kind} --by commune"
    by = "rate" if "rate" in first else "name"
    whole, cut = run(f"{line} -f json --sort {by}").json, run(f"{line} -f json --sort {by} --top 3").json
    assert units(cut["rows"]) == units(whole["rows"])[:3]
    assert cut["totals"] == whole["totals"]
    (omitted, *_) = cut["omitted"]
    assert (omitted["units"], omitted["unit"]) == (len(units(whole["rows"])) - 3, None)
    figures = [_figure(row, path) for row in (*cut["rows"], omitted)]
    assert (
        path == "pledges gaps" or sum(each["num"] for each in figures if each) == _figure(cut["totals"][0], path)["num"]
    )
    assert units(rows(run(f"{line} -f json --top 1"))) == [first["missing" if path == "pledges gaps" else "code"][0]]
    assert "omitted" not in run(f"{line} -f json").json
    for lang, said in (("en", f"Other units: {omitted['units']}"), ("vi", f"và {omitted['units']} đơn vị khác")):
        assert said in " ".join(run(f"{line} --top 3 --lang {lang}", columns=200).stdout.split())
    for wrong in ("0", "000", "-1", "1.5", "three", "", "9999999999"):
        ran = run([*line.split(), "--lang", "en", f"--top={wrong}"])
        assert ran.code == 2, wrong
        assert ran.stdout == ""
        assert refused(ran, "U051") is bool(wrong), wrong
    if path != "pledges gaps":
        assert refused(run(f"{path} {SAMPLE} --lang en --top 3"), "U045")
    if path == "standards summary":  # cards have no order
        assert refused(run(f"{line} --lang en --criteria --top 3"), "U045")
        enterprises = rows(run(f"{path} {SAMPLE} --by commune --kind enterprise --top 3 -f json"))
        assert units(enterprises) == ["15127", "15136", "15142"]  # between them are communes without any


def _figure(row: dict[str, Any], path: str) -> dict[str, Any]:
    if path == "summary":
        return dict(row["pledges.household"] or {})
    return row if row["measure"].count(".") == 1 else {}


@behaviour
def below_target(path: str, _: Path) -> None:
    """Only units that are surely below; how many of how many; none of them is no failure, and no target is refused."""
    line = f"{path} {SAMPLE} --by commune --kind household"
    found = run(f"{line} -f json --below-target").json
    assert found["below_target"] == {"measure": "pledges.household", "target": "95.00", "below": 16, "known": 17}
    assert len(found["rows"]) == 16
    assert all(float(row["percent"]) < 95 for row in found["rows"])
    assert found["totals"] == run(f"{line} -f json").json["totals"]
    told = run(f"{line} --below-target --lang en").stdout
    assert "Households: 16 of 17 units are below 95%; only these are shown." in told
    assert "15175" not in told
    none = run(f"{path} {SAMPLE} --unit 15175 --by area --kind household --below-target --lang en --as-of 2021-12-31")
    assert none.code == 0
    assert " of 4 units are below 95%" in none.stdout
    assert refused(run(f"{path} {SAMPLE} --lang en --below-target"), "U045")
    without = run(f"{path} {AREAS} --lang en --by area --below-target --kind student")
    assert refused(without, "U052")


@behaviour
def columns(path: str, _: Path) -> None:
    """The same figures, a row a unit and kind: in CSV all numbers of each period, on a page the rates; JSON stays."""
    line = f"{path} {JOURNAL} --by area --every quarter --kind household"
    plain = run(f"{line} -f json")
    assert run(f"{line} -f json --columns").out == plain.out
    found = rows(plain)
    names = list(dict.fromkeys(row["period"]["name"] for row in found))
    grid = list(csv.DictReader(io.StringIO(run(f"{line} -f csv --columns").stdout)))
    assert [row["unit"] for row in grid] == list(dict.fromkeys(row["unit"] for row in found))
    for row in found:
        (told,) = (each for each in grid if (each["unit"], each["level"]) == (row["unit"], row["level"] or ""))
        for part in ("state", "num", "den", "percent"):
            value = row[part]
            assert told[f"{row['period']['name']}_{part}"] == ("" if value is None else str(value))
    assert {name.rpartition("_")[0] for name in grid[0] if name[:2] == "20"} == {*names}
    page = run(f"{line} -f md --columns --lang en").stdout
    said = [speech("en").period(name) for name in names]
    assert f"| Code | Unit | {' | '.join(said)} |" in page.replace(" | Remark |", " |")
    # On a narrow page the newest stay, and it is told which are not there.
    narrow = run(f"{line} --columns --lang en", columns=40).stdout
    assert said[-1] in narrow
    assert f"No room for: {said[0]}–" in narrow
    assert max(map(len, narrow.split("\n"))) <= 40
