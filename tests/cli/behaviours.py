"""What the options of the whole campaign do; those that most commands have are in test_options.py."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from antq_cli.cli.commands import COMMANDS
from tests.cli.harness import Ran, run
from tests.thinned import spread

AREAS = "-b tests/books/areas"
JOURNAL = "-b tests/books/journal"
STANDARD = "-b tests/books/standard"
PUBLISHED = "-b data/cam-thuy-2021"

Behaviour = Callable[[str, Path], None]
BEHAVIOURS: dict[str, Behaviour] = {}


def behaviour(test: Behaviour) -> Behaviour:
    """Register the test of the option whose name the function bears; it takes a command and an empty folder."""
    BEHAVIOURS[test.__name__.strip("_")] = test
    return test


# What an option does of a command whose result is unlike those of others.
OWN: dict[tuple[str, str], Behaviour] = {}


def own(path: str) -> Callable[[Behaviour], Behaviour]:
    """Register the test of an option of one command, as :func:`behaviour` does that of all."""

    def register(test: Behaviour) -> Behaviour:
        OWN[path, test.__name__.strip("_")] = test
        return test

    return register


# The commands that are about what antq has written, and how they are asked without writing more.
OF_KEPT = {"log": "log", "undo": "undo --dry-run"}


def of(path: str, book: str) -> str:
    """A command asked of a small book; the rules, which are those of every book, are a few."""
    if path in OF_KEPT:
        return f"{OF_KEPT[path]} -b tests/books/kept"
    more = {"rules": " X1", "fmt": " --check"}  # the books of the tests stay what they are
    return f"{path} -b tests/books/{book}{more.get(path, '')}"


def schema_of(path: str) -> str:
    """What the JSON schema of a command is called: those that change a book have one."""
    return "change" if path in CHANGING else path.replace(" ", "-")


# The commands that change a book.
CHANGING = {"undo"}


def some(path: str, *written: str) -> Sequence[str]:
    """Of what can be written in many ways, what is by default tried with a command: all commands try all of it."""
    return spread(written, [*COMMANDS].index(path))


def refused(ran: Ran, code: str) -> bool:
    return ran.code == 2 and ran.stdout == "" and f" {code} error\n" in ran.stderr


def rows(ran: Ran) -> list[dict[str, Any]]:
    assert ran.code == 0
    return list(ran.json["rows"])


# By the first word of a command: a book, and two kinds of it with their measures, in the order of the manifest.
KINDS = {
    "pledges": (AREAS, "pledges.household", "pledges.student"),
    "teams": (AREAS, "teams.antt", "teams.anxh"),
    "models": (AREAS, "models.veterans", "models.school-gate"),
    "activities": (AREAS, "activities.outreach", "activities.tips"),
    "standards": (AREAS, "standards.area", "standards.commune"),
    "returns": (AREAS, "pledges.household", "pledges.student"),
    "reconcile": (f"{JOURNAL} --as-of 2022-12-31", "pledges.household", "teams.antt"),
}


def _of_every_family() -> None:
    """A measure, or a kind of every family that has it, by its id or its name; what a family has first stands first."""
    line = f"summary {AREAS} -f json"

    def told(kinds: str) -> list[str]:
        return list(
            dict.fromkeys(row["measure"] for row in rows(run(f"{line} {kinds}")) if row["measure"].count(".") < 2)
        )

    assert told("--kind pledges.household") == ["pledges.household"]
    assert told("--kind commune") == told("--kind 'cấp xã'") == ["pledges.commune", "standards.commune"]
    assert told("--kind standards.commune --kind pledges.household") == ["pledges.household", "standards.commune"]
    for written in ("teams.household", "pledges.nothing", "nothing", "pledges."):
        assert refused(run(f"summary {AREAS} --lang en --kind {written}"), "U004"), written
    assert "pledges.household" in run(f"summary {AREAS} --kind pledges.nothing").stderr


@behaviour
def kind(path: str, _: Path) -> None:
    if path == "summary":
        _of_every_family()
        return
    book, *measures = KINDS[path.partition(" ")[0]]
    line = f"{path} {book} -f json"
    first, second = (measure.partition(".")[2] for measure in measures)

    def told(kinds: str) -> list[str]:
        """The kinds of the rows; teams and models have a row for each of several measures of a kind."""
        found = (row["measure"].split(".") for row in rows(run(f"{line} {kinds}")))
        return list(dict.fromkeys(".".join(measure[:2]) for measure in found))

    assert told(f"--kind {second}") == measures[1:]
    assert told(f"--kind {second} --kind {first}") == measures
    assert set(told("")) >= set(measures)
    for lang in ("vi", "en"):
        offered = run(f"{path} {book} --lang {lang} --kind nothing").stderr.partition("→")[2]
        name = re.search(rf"\b{first} \(([^)]*)\)", " ".join(offered.split()))
        assert name is None or told(f"--kind '{name[1]}'") == told(f"--kind {first}")
        assert name is not None or lang == "en"  # where it may be the id
    assert refused(run(f"{path} {book} --lang en --kind {first} --kind nothing"), "U004")


OverPeriod = Callable[[list[dict[str, Any]], list[dict[str, Any]]], None]


def _flows_are_added(found: list[dict[str, Any]], on_the_day: list[dict[str, Any]]) -> None:
    flows = [row for row in found if row["measure"].count(".") == 2]
    assert [row for row in found if row not in flows] == on_the_day
    told = {row["measure"]: row["num"] for row in flows}
    assert (told["pledges.household.signed"], told["pledges.household.withdrawn"]) == (1, 0)
    assert {row["figure"].partition("@")[2] for row in flows} == {"1:2022-07-01..2022-09-30"}


def _points_are_within(found: list[dict[str, Any]], on_the_day: list[dict[str, Any]]) -> None:
    assert list(dict.fromkeys(row["period"]["name"] for row in found)) == ["2022-07", "2022-08", "2022-09"]
    last = [row for row in found if row["period"]["name"] == "2022-09"]
    assert last == [row for row in on_the_day if row["period"]["name"] == "2022-09"]


def _counted_on_the_last_day(found: list[dict[str, Any]], on_the_day: list[dict[str, Any]]) -> None:
    assert found == on_the_day


def _summed_within_it(found: list[dict[str, Any]], on_the_day: list[dict[str, Any]]) -> None:
    """Without a period they are of the year up to the day, and the row across its beginning is in neither."""
    told = [
        {row["measure"]: (row["num"], row["straddling"]) for row in rows if "participants" not in row["measure"]}
        for rows in (found, on_the_day)
    ]
    assert told[0] == {"activities.outreach": (3, 0), "activities.tips": (0, 0)}
    assert told[1] == {"activities.outreach": (12, 1), "activities.tips": (0, 0)}
    assert {row["figure"].partition("@")[2] for row in found} == {"1:2022-07-01..2022-09-30"}


def _expected_in_it(found: list[dict[str, Any]], _: list[dict[str, Any]]) -> None:
    assert [(row["unit"], row["period"]["name"], row["arrival"]) for row in found] == [
        ("10", "2022-Q3", "missing"),
        ("20", "2022-Q3", "missing"),
    ]


def _all_that_were_sent_in_it(found: list[dict[str, Any]], on_the_day: list[dict[str, Any]]) -> None:
    """Without a period it is the latest of each unit, however old."""
    assert [(row["date"], row["unit"]) for row in found] == [("2022-08-20", "20")] * 2
    assert [row for row in on_the_day if row["unit"] == "20"] == found
    assert {row["date"] for row in on_the_day} == {"2022-03-25", "2022-08-20"}


def _of_the_year(found: list[dict[str, Any]], _: list[dict[str, Any]]) -> None:
    assert {row["name"][-4:] if row["name"][:2] == "9T" else row["name"][:4] for row in found} == {"2022"}
    assert len(found) == 1 + 2 + 1 + 4 + 12


def _beside_the_period_before(found: list[dict[str, Any]], on_the_day: list[dict[str, Any]]) -> None:
    plain = [{name: row[name] for name in row if name not in {"before", "change"}} for row in found]
    stocks = [row for row in plain if not row["measure"].startswith("activities.")]
    assert stocks == [row for row in on_the_day if not row["measure"].startswith("activities.")]
    days = {"2022-06-30~2022-09-30", "2022-04-01..2022-06-30~2022-09-30"}
    assert {row["before"]["figure"].partition(":")[2] for row in found} == days


OVER_A_PERIOD: dict[str, OverPeriod] = {
    "summary": _beside_the_period_before,
    "pledges summary": _flows_are_added,
    "pledges trend": _points_are_within,
    "pledges gaps": _counted_on_the_last_day,
    "teams summary": _counted_on_the_last_day,
    "models summary": _counted_on_the_last_day,
    "activities summary": _summed_within_it,
    "returns summary": _expected_in_it,
    "reconcile": _all_that_were_sent_in_it,
    "periods": _of_the_year,
}


@behaviour
def period(path: str, _: Path) -> None:
    line = f"{path} {JOURNAL} -f json"
    ran = run(f"{line} --period 2022-Q3")
    days = {"first": "2022-07-01", "last": "2022-09-30", "name": "2022-Q3", "calendar": "calendar", "cut": False}
    assert (ran.json["as_of"], ran.json["period"]) == ("2022-09-30", days)
    for written in some(path, "q3-2022", "Q3-2022", "Q3/2022", "'Quý III/2022'", "'quý 3 năm 2022'", "'quy iii 2022'"):
        assert run(f"{line} --period {written}").out == ran.out, written
    OVER_A_PERIOD[path](rows(ran), rows(run(f"{line} --as-of 2022-09-30")) if path != "periods" else [])
    between = run(f"{line} --period 2022-07-01..30/09/2022")
    assert between.json["period"] == {**days, "name": None, "calendar": None}
    assert run(f"{line} --period 2022-09-30").json["period"]["first"] == "2022-09-30"
    assert refused(run(f"{path} {JOURNAL} --lang en --period 2022-09-31"), "U036")
    strange = ("2022-Q5", "Q3", "2022-13", "2022-09-30..2022-07-01", "quý 3", "quý V/2022", "..2022-07-01")
    for written in some(path, *strange):
        assert refused(run(f"{path} {JOURNAL} --lang en --period '{written}'"), "U016"), written
    if path != "periods":
        assert run(f"{line} --period 2022-Q3 --as-of 2022-08-15").json["period"] == {
            **days,
            "last": "2022-08-15",
            "cut": True,
        }
        assert refused(run(f"{path} {JOURNAL} --lang en --period 2022-Q3 --as-of 2022-10-01"), "U017")


@behaviour
def fresh(path: str, _: Path) -> None:
    """On the day nobody has reported for long; that all numbers are old ends in exit code 3 without them."""
    book = f"{PUBLISHED} --as-of 2021-10-01" if path == "standards summary" else f"{AREAS} --as-of 2025-03-31"
    line = f"{path} {book} --lang en"
    plain, ran = run(f"{line} -f json").json, run(f"{line} -f json --fresh")
    document = ran.json
    assert (document.get("fresh"), plain.get("fresh")) == (True, None)
    assert "counts as not reported" in ran.stderr
    figures = {row["figure"]: row for row in (*plain["rows"], *plain["totals"])}
    of_both = [(row, figures[row["figure"]]) for row in (*document["rows"], *document["totals"]) if row["figure"]]
    assert any(was["old"] for _, was in of_both)
    for row, was in of_both:
        assert row["old"] in (0, None)
        assert (row["reported"] or 0) == (was["reported"] or 0) - (was["old"] or 0)
    assert "without old numbers" in " ".join(run(f"{line} --fresh").stdout.split())


@behaviour
def window(path: str, _: Path) -> None:
    line = f"{path} {JOURNAL} -f json"
    whole = run(f"{line} --window 2022")
    assert (whole.json["as_of"], {row["window"] for row in rows(whole)}) == ("2022-12-31", {"2022"})
    assert whole.out == run(f"{line} --as-of 2022-12-31").out
    assert run(f"{line} --window 2023").out == run(line).out
    early = run(f"{line} --window 2022 --as-of 2022-06-30")
    assert early.out == run(f"{line} --as-of 30/06/2022").out
    met = [
        {row["measure"]: row["num"] for row in rows(ran)}["standards.area.not-met"] for ran in (early, whole)
    ]  # one area was assessed anew in November
    assert met == [1, 0]
    for day in ("2021-12-31", "2023-01-01"):
        assert refused(run(f"{path} {JOURNAL} --lang en --window 2022 --as-of {day}"), "U017"), day
    for written in ("22", "2022-Q1", "２０２２", "2022-12-31", "all"):
        assert refused(run(f"{path} {JOURNAL} --lang en --window {written}"), "U024"), written
    assert refused(run(f"{path} {STANDARD} --lang en --window 1999"), "U024")  # before the regime
    assert refused(run(f"{path} {PUBLISHED} --lang en --window 2030"), "U024")  # and after it


@behaviour
def criteria(path: str, _: Path) -> None:
    line = f"{path} {JOURNAL} -f json --criteria"
    (area,) = rows(run(f"{line} --unit 10-01"))
    assert (area["num"], area["den"], area["needed"], area["short"], area["met"]) == (1, 2, 1, 0, True)
    assert (area["computed"], area["recorded"], area["agrees"]) == ("met", "met", True)
    communes = rows(run(f"{line} --by commune"))
    assert [(row["unit"], row["num"], row["den"], row["recorded"]) for row in communes] == [("30", 3, 4, "pending")]
    # Nobody judges the district: these are the units of the highest level below it that is judged.
    assert rows(run(line)) == communes
    assert rows(run(f"{line} --kind area")) == rows(run(f"{line} --kind area --by area"))
    assert refused(run(f"{path} {JOURNAL} --lang en --criteria --by district"), "U025")
    assert refused(run(f"{path} {JOURNAL} --lang en --criteria --unit 10-01 --kind commune"), "U025")


WARNED = {
    "check": PUBLISHED,
    "claims": PUBLISHED,
    "reconcile": STANDARD,
    "standards summary": f"{STANDARD} --unit 10 --criteria",
}


@behaviour
def fail_on(path: str, _: Path) -> None:
    line = f"{path} {WARNED[path]} --lang en"
    plain = run(line)
    assert plain.code == 0
    assert "errors: 0, warnings: " in plain.stderr
    for severity, code in {"error": 0, "warning": 1, "never": 0}.items():
        ran = run(f"{line} --fail-on {severity}")
        assert (ran.code, ran.out, ran.err) == (code, plain.out, plain.err), severity
    assert run(f"{line} --fail-on warning -f json").json["exit_code"] == 1
    wrong = [run(f"{path} -b tests/books/bad --fail-on {severity}").code for severity in ("error", "warning", "never")]
    assert wrong[:2] == [1, 1]
    assert wrong[2] in {0, 3}  # 3 where every row was left out
    assert run(f"{path} -b tests/books/refused --fail-on never").code == 2
    unknown = run(f"{line} --fail-on warnings")
    assert refused(unknown, "U004")
    assert "Did you mean warning?" in unknown.stderr


def of_each_part(path: str) -> None:
    """Sums within the parts of a period, cut where that is; beside nothing else, and in no order of their own."""
    line = f"{path} {JOURNAL} -f json --kind outreach"

    def sums(asked: str) -> dict[str, int]:
        found = rows(run(f"{line} {asked}"))
        return {row["period"]["name"]: row["num"] for row in found if row["measure"] == "activities.outreach"}

    assert sums("--every quarter --period 2022") == {"2022-Q1": 4, "2022-Q2": 5, "2022-Q3": 3, "2022-Q4": 0}
    assert sums("--every year --period 2021-04-01..2022-12-31") == {"2021": 1, "2022": 12}
    assert list(sums("--every month --as-of 2022-03-15")) == ["2022-01", "2022-02", "2022-03"]
    (cut,) = rows(run(f"{line} --every year --period 2021-04-01..2021-12-31"))[:1]
    assert (cut["figure"], cut["straddling"]) == ("activities.outreach@1:2021-04-01..2021-12-31~2021-12-31"[:-11], 1)
    grid = run(f"{path} {JOURNAL} --every quarter --period 2022 --by commune --kind outreach --lang en").stdout
    assert [row.split()[-4:] for row in grid.splitlines() if "An Phú" in row] == [["0", "0", "2", "0"]] or "¶" in grid
    for option in ("--vs 2021", "--sort name --by commune", "--top 1 --by commune"):
        assert refused(run(f"{path} {JOURNAL} --lang en --every year {option}"), "U053"), option


# How each option may be written.
WRITTEN = {
    "book": "-b tests/books/journal",
    "as_of": "--as-of 2022-03-01",
    "on": "--on 2022-03-01",
    "period": "--period 2022-Q3",
    "calendar": "--calendar calendar --period 2022-Q3",
    "every": "--every quarter",
    "unit": "--unit 30",
    "by": "--by area",
    "kind": "--kind {kind}",
    "basis": "--basis 2022-12-31",
    "vs": "--vs 2022-Q1",
    "fresh": "--fresh",
    "target": "--target 60%",
    "sort": "--sort -rate --by commune",
    "top": "--top 1 --by commune",
    "below_target": "--below-target --by commune -b data/cam-thuy-sample",
    "columns": "--columns",
    "window": "--window 2022",
    "criteria": "--criteria --by commune",
    "fail_on": "--fail-on never",
    "select": "--select D",
    "ignore": "--ignore D",
    "register": "--register units",
    "examples": "--examples 1",
    "statistics": "--statistics",
    "hashes": "--hashes",
    "excel": "--excel",
    "dry_run": "--dry-run",
    "wait": "--wait 5",
    "pending": "--pending",
    "finish": "--finish returns.csv",
    "forget": "--forget --all",
    "before": "--forget --before 2021-01-01",
    "all": "--all --forget",
    "title": "--title Title",
    "template": "--template monthly",
    "dated": "--dated 2022-09-01",
    "force": "--force",
    "strict": "--strict",
    "if_changed": "--if-changed",
    "baseline": "--baseline {folder}/known.toml",
    "write_baseline": "--write-baseline {folder}/written.toml",
    "format": "-f json",
    "lang": "--lang pseudo",
    "values": "--values",
    "quiet": "-q",
    "verbose": "-v",
    "no_cache": "--no-cache",
    "debug": "--debug",
    "version": "--version",
    "show_completion": "--show-completion bash",
    "help": "-h",
}
