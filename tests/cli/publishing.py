"""What the options of `report` do: what was asked for, every default filled in, stands in the provenance."""

import csv
import io
from pathlib import Path
from typing import Any

from antq_cli.core.names import TEMPLATE_NAMES
from tests.cli.behaviours import AREAS, JOURNAL, behaviour, of, own, refused
from tests.cli.harness import Ran, run


def asked(ran: Ran) -> dict[str, Any]:
    """The request of a report as it was understood."""
    assert ran.code == 0, ran.stderr
    request: dict[str, Any] = ran.json["provenance"]["request"]
    return request


@own("report")
def unit(path: str, _: Path) -> None:
    line = f"{path} {AREAS} --lang en -f json"
    ran = run(f"{line} --unit 102")
    assert (asked(ran)["unit"], asked(ran)["by"]) == ("102", "area")
    assert "102" in {row["unit"] for row in ran.json["rows"]}
    assert not {row["unit"] for row in ran.json["rows"]} & {"1", "101"}
    for written in ("--unit 'xã Hòa Lạc'", "--unit 102 --unit 'Hòa Lạc'", "--unit 'hòa*'"):
        assert run(f"{line} {written}").out == ran.out, written
    assert run(f"{line} --unit 1").out == run(line).out
    for several, code in (("--unit 102 --unit 101", "U034"), ("--unit 10*", "U020"), ("--unit 103", "U007")):
        assert refused(run(f"{path} {AREAS} --lang en {several}"), code), several


@own("report")
def by(path: str, _: Path) -> None:
    line = f"{path} {AREAS} --lang en"
    assert asked(run(f"{line} -f json"))["by"] == "commune"
    ran = run(f"{line} -f json --by area")
    assert asked(ran)["by"] == "area"
    assert run(f"{line} -f json --by 'khu dân cư'").out == ran.out
    assert refused(run(f"{line} --by comune"), "U004")
    assert refused(run(f"{line} --by commune,area"), "U034")
    assert refused(run(f"{line} --by school"), "U004")


@own("report")
def basis(path: str, _: Path) -> None:
    line = f"{path} {JOURNAL} -f json"
    then, other, now = (run(f"{line} --basis {day}", ANTQ_TODAY="2022-06-01") for day in ("then", "01/06/2022", "now"))
    assert then.out == run(line).out
    assert (asked(then)["basis"], asked(other)["basis"]) == ("2023-12-31", "2022-06-01")
    assert (now.json["today"], now.json["provenance"]) == ("2022-06-01", other.json["provenance"])
    assert {row["figure"].partition("~")[2] for row in other.json["rows"]} == {"2022-06-01"}
    assert refused(run(f"{path} {JOURNAL} --lang en --basis soon"), "U018")


@own("report")
def vs(path: str, _: Path) -> None:
    """By default a year before where the book has figures of it, else the period before, else nothing."""
    line = f"{path} {JOURNAL} -f json"

    def before(written: str) -> Any:
        found = asked(run(f"{line} {written}"))["vs"]
        return found and found["name"]

    assert before("--period 2022-Q3 --vs 2022-Q1") == "2022-Q1"
    assert before("--period 2022-Q3") == "2021-Q3"
    assert before("--period 2021-Q2") == "2021-Q1"  # of the year before there is nothing
    assert before("") is None
    assert before("--vs 2022") == "2022"
    cut = asked(run(f"{line} --period 2022-Q3 --as-of 2022-08-15"))["vs"]
    assert (cut["first"], cut["last"], cut["cut"]) == ("2021-07-01", "2021-08-15", True)
    days = asked(run(f"{line} --period 2022-07-01..2022-09-30"))["vs"]
    assert (days["first"], days["last"]) == ("2021-07-01", "2021-09-30")
    assert refused(run(f"{path} {JOURNAL} --lang en --vs before"), "U016")


@own("report")
def period(path: str, _: Path) -> None:
    line = f"{path} {JOURNAL} -f json"
    ran = run(f"{line} --period 2022-Q3")
    days = {"first": "2022-07-01", "last": "2022-09-30", "name": "2022-Q3", "calendar": "calendar", "cut": False}
    assert (ran.json["as_of"], ran.json["period"], asked(ran)["period"]) == ("2022-09-30", days, days)
    assert run(f"{line} --period 'Quý III/2022'").out == ran.out
    assert asked(run(line))["period"] is None
    kinds = {
        "2022-08": "monthly",
        **dict.fromkeys(("2022-Q3", "2022-H1", "9T-2022", "2022-01-01..2022-03-31"), "quarterly"),
        **dict.fromkeys(("2022", "2021-03-01..2022-02-28"), "yearly"),
        "2022-08-15": "monthly",
    }
    assert {span: asked(run(f"{line} --period {span}"))["template"] for span in kinds} == kinds
    assert asked(run(line))["template"] == "yearly"
    assert refused(run(f"{path} {JOURNAL} --lang en --period 2022-Q5"), "U016")
    assert refused(run(f"{path} {JOURNAL} --lang en --period 2022-Q3 --as-of 2022-10-01"), "U017")


@behaviour
def title(path: str, _: Path) -> None:
    ran = run(f"{path} {AREAS} -f json --title 'Of <areas>'")
    assert (ran.json["title"], asked(ran)["title"]) == ("BÁO CÁO Of <areas>", "Of <areas>")
    assert r"Of \<areas\>" in run(f"{path} {AREAS} --title 'Of <areas>'").stdout
    assert asked(run(f"{path} {AREAS} -f json"))["title"] is None


@behaviour
def template(path: str, folder: Path) -> None:
    line = f"{path} {AREAS} -f json --template"
    told = {name: run(f"{line} {name}") for name in TEMPLATE_NAMES}
    assert [asked(ran)["template"] for ran in told.values()] == [*TEMPLATE_NAMES]
    assert len({ran.json["provenance"]["template"] for ran in told.values()}) == len(told)
    file = folder / "own.md"
    file.write_text("# I.\n\n::say pledges\n", "utf-8")
    written = run(f"{line} {file}")
    assert asked(written)["template"] == "own"
    assert str(folder) not in written.stdout
    assert run(f"{path} {AREAS} --template montly").code == 2
    assert run(f"{path} {AREAS} --template {folder / 'other.md'}").code == 2


@behaviour
def dated(path: str, _: Path) -> None:
    """The day of signing is a gap for the clerk, unless it is said."""
    line = f"{path} {AREAS} --lang en"
    plain, ran = run(f"{line} -f json"), run(f"{line} -f json --dated 09/01/2025")
    assert (asked(plain)["dated"], asked(ran)["dated"]) == (None, "2025-01-09")
    gaps = [each.json["provenance"]["gaps"]["open"] for each in (plain, ran)]
    assert gaps[1] < gaps[0]
    assert plain.json["provenance"]["source"] != ran.json["provenance"]["source"]
    assert refused(run(f"{line} --dated soon"), "U009")


def edited(line: str, folder: Path) -> Path:
    """A report into which a clerk has written something."""
    file = folder / "report.md"
    assert run([*line.split(), "-o", file]).code == 0
    text = file.read_text("utf-8")
    file.write_text(text.replace("[…]", "filled in", 1), "utf-8")
    assert file.read_text("utf-8") != text
    return file


@behaviour
def force(path: str, folder: Path) -> None:
    line = f"{path} {AREAS} --lang en"
    file = edited(line, folder)
    assert run([*line.split(), "-o", file]).code == 5
    assert run([*line.split(), "-o", file, "--force"]).code == 0
    assert file.read_bytes() == run(line).out
    assert asked(run(f"{line} -f json --force")) == asked(run(f"{line} -f json"))  # it is no part of what was asked


@behaviour
def strict(path: str, folder: Path) -> None:
    """With an error nothing is written and the findings are those of a check; without, it is the same report."""
    line = of(path, "bad")
    assert run([*line.split(), "-o", folder / "a.md"]).code == 1
    ran = run([*line.split(), "-o", folder / "b.md", "--strict", "--lang", "en"])
    checked = run(f"{of('check', 'bad')} --lang en -f json").json["findings"]
    assert (ran.code, [file.name for file in folder.iterdir()]) == (1, ["a.md"])
    assert f"errors: {checked['error']}, warnings: {checked['warning']}\n" in ran.stderr
    document = run(f"{line} --strict -f json").json
    assert (document["status"], document["rows"], document["findings"]) == ("findings", [], checked)
    assert run(f"{path} {JOURNAL} --strict").out == run(f"{path} {JOURNAL}").out


@behaviour
def if_changed(path: str, folder: Path) -> None:
    line = f"{path} {AREAS} --lang en"
    file = edited(line, folder)
    before = file.read_bytes()
    ran = run([*line.split(), "-o", file, "--if-changed"])
    assert (ran.code, file.read_bytes()) == (0, before)
    assert f"The file {file} is of the same figures" in ran.stderr
    assert run([*line.split(), "-o", file, "--if-changed", "--as-of", "2024-06-30"]).code == 5
    assert file.read_bytes() == before


@own("report")
def output(path: str, folder: Path) -> None:
    bad = of(path, "bad").split()
    files = [folder / f"result.{form}" for form in ("md", "json", "csv")]
    written = run([*bad, "--lang", "en", *(word for file in files for word in ("-o", file))])
    assert (written.code, written.out) == (1, b"")
    for file in files:
        assert file.read_bytes() == run([*bad, "-f", file.suffix[1:], "--lang", "en"]).out
    line = [*of(path, "areas").split(), "--lang", "en", "-o"]
    for name in ("result.pdf", "result", "result.txt"):
        assert refused(run([*line, folder / name]), "U008"), name
    assert refused(run([*line, folder / "new.md", "-f", "json"]), "U006")
    assert refused(run([*line, folder / "missing" / "result.md"]), "U010")
    (folder / "folder.md").mkdir()
    assert refused(run([*line, folder / "folder.md"]), "U010")
    assert {file.name for file in folder.iterdir()} == {"folder.md", *(file.name for file in files)}


@own("report")
def excel(path: str, folder: Path) -> None:
    """It is the hand of the CSV among the files."""
    line = f"{of(path, 'bad')} --lang en"
    plain, ran = run(f"{line} -f csv"), run(f"{line} --excel")
    assert ran.stdout.startswith("\ufeff")
    told = csv.reader(io.StringIO(ran.stdout.removeprefix("\ufeff"), newline=""), delimiter=";")
    assert [len(row) for row in told] == [len(row) for row in csv.reader(io.StringIO(plain.stdout))]
    run([*line.split(), "--excel", "-o", folder / "a.csv", "-o", folder / "a.md"])
    assert (folder / "a.csv").read_bytes() == ran.out
    assert (folder / "a.md").read_bytes() == run(line).out
    assert refused(run([*line.split(), "--excel", "-o", folder / "b.md"]), "U040")
    assert refused(run(f"{line} --excel -f md"), "U040")
