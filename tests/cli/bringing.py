"""What each option does of the commands by which sheets come in."""

import csv
import json
import shutil
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from antq_cli import __version__
from antq_cli.cli.commands import COMMANDS
from tests.cli.behaviours import BEHAVIOURS, OWN, WRITTEN, Behaviour, refused
from tests.cli.entering import FORMS
from tests.cli.harness import Ran, run, tree
from tests.helpers import manifest, table, units, write_book

KINDS = """
[pledges.household]
source = "returns"
grain = "commune"
[activities.talk]
vi = "Tuyên truyền"
en = "Outreach"
[calendars]
report = { first = "12-15", vi = "kỳ báo cáo" }
"""
BOOK = {
    "antq.toml": manifest(KINDS),
    "units": units("D,Cẩm Thủy,district", "C1,Cẩm Tú,commune,D", "C2,Cẩm Tâm,commune,D", "A1,An Phú,area,C1"),
    "returns": table("date,unit,measure,count,total", "2021-08-31,C2,pledges.household,4,9"),
    "activities": table("first,last,unit,kind,count,participants", "2021-08-01,2021-08-31,C2,talk,4,9"),
}
# Lines of which there are pictures: what good and bad sheets would come to.
BROUGHT = [
    "-b data/cam-thuy-sample import returns data/sheets/bieu-01.csv",
    "-b data/cam-thuy-sample import returns tests/sheets/bieu-hong.csv --compare",
    "-b data/cam-thuy-sample import activities data/sheets/hoat-dong.csv --period 2022-01",
    "-b data/cam-thuy-2021 import returns tests/sheets/toan-huyen.csv --on 31/8/2021 --replace",
]
NOT_BROUGHT = [
    "-b data/cam-thuy-sample import returns data/sheets/bieu-01.csv --sheet 2",
    "-b data/cam-thuy-sample import activities",
]
HEAD = {"returns": "Đơn vị,Đã ký,Tổng số", "activities": "Đơn vị,Số lượng,Người tham gia"}
DAYS = {"returns": ("--on", "2021-08-31"), "activities": ("--period", "2021-08")}
BRINGING = [path for path, command in COMMANDS.items() if command.named == "import"]


def of(path: str) -> str:
    return path.split()[1]


def put(path: str, folder: Path, *lines: str, name: str = "s.csv") -> Path:
    """A fresh book, and beside it a sheet of which the lines below the header are given."""
    shutil.rmtree(folder / "b", ignore_errors=True)
    write_book(folder / "b", BOOK)
    rows = lines or ("Cẩm Tú,8,10",)
    (folder / name).write_text("\n".join([HEAD[of(path)], *rows]) + "\n", "utf-8")
    return folder


def brought(path: str, folder: Path, *more: object, days: Sequence[str] | None = None) -> Ran:
    """Run the import of the sheet, with the day of its command unless others are given."""
    said = DAYS[of(path)] if days is None else days
    return run([*path.split(), "s.csv", *said, "-b", "b", "--lang", "en", *more], cwd=folder)


def rows(path: str, folder: Path) -> list[dict[str, str]]:
    with (folder / "b" / f"{of(path)}.csv").open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


def told(ran: Ran) -> list[tuple[str, str]]:
    return [(row["outcome"], row["rules"] or "") for row in ran.json["rows"]]


def of_import(test: Behaviour) -> Behaviour:
    """Register the test of an option of both commands, and of the option where nothing else takes it."""
    name = test.__name__.strip("_")
    taking = [path for path, command in COMMANDS.items() if name in command.options]
    OWN.update({(path, name): test for path in taking if path in BRINGING})
    if {*taking} <= {*BRINGING}:
        BEHAVIOURS[name] = test
    elif {*taking} <= {*BRINGING, *FORMS, "fmt"}:
        BEHAVIOURS.setdefault(name, test)
    return test


# Which sheet, which cells, which columns ------------------------------------------------------------------------


@of_import
def sheet(path: str, folder: Path) -> None:
    put(path, folder)
    for named in ("s", "1", "*"):
        assert brought(path, folder, "--sheet", named).code == 0
    assert refused(brought(path, folder, "--sheet", "x"), "U151")


@of_import
def cells(path: str, folder: Path) -> None:
    put(path, folder, "Cẩm Tú,8,10", "nowhere,1,2")
    assert brought(path, folder).code == 1
    ran = brought(path, folder, "--range", "A1:C2", "-f", "json")
    assert (ran.code, told(ran), ran.json["sheets"][0]["rows"]["unread"]) == (0, [("new", "")], ["3"])
    for wrong in ("A1", "C2:A1", "1:2", "A1:"):
        assert refused(brought(path, folder, "--range", wrong), "U152"), wrong


@of_import
def encoding(path: str, folder: Path) -> None:
    put(path, folder)
    text = (folder / "s.csv").read_text("utf-8")
    (folder / "s.csv").write_bytes(text.encode("utf-16-le"))
    assert brought(path, folder, "--encoding", "utf-16").code == 0
    assert "I007" in brought(path, folder, "--encoding", "utf-8").stdout
    assert refused(brought(path, folder, "--encoding", "latin-1"), "U004")


@of_import
def separator(path: str, folder: Path) -> None:
    put(path, folder)
    text = (folder / "s.csv").read_text("utf-8")
    for sign, name in ((";", "semicolon"), ("\t", "tab"), (",", "comma")):
        (folder / "s.csv").write_text(text.replace(",", sign), "utf-8")
        assert brought(path, folder, "--separator", name).code == 0
    assert "I101" in brought(path, folder, "--separator", "semicolon").stdout
    assert refused(brought(path, folder, "--separator", "|"), "U004")


@of_import
def mapping(path: str, folder: Path) -> None:
    put(path, folder)
    (folder / "s.csv").write_text("Nơi nào,Bao nhiêu,Khác\nCẩm Tú,8,10\n", "utf-8")
    assert "I101" in brought(path, folder).stdout
    measure = {"returns": "pledges.household", "activities": "activities.talk"}[of(path)]
    text = f'schema = 1\ntable = "{of(path)}"\nunit = {{ header = "Nơi nào" }}\n[[columns]]\nheader = "Bao nhiêu"\n'
    (folder / "m.toml").write_text(f'{text}measure = "{measure}"\npart = "count"\n', "utf-8")
    ran = brought(path, folder, "--mapping", "m.toml", "-f", "json")
    assert (ran.code, told(ran), ran.json["rows"][0]["count"]) == (0, [("new", "")], 8)
    assert [each["code"] for each in ran.json["sheets"][0]["remarks"]] == ["I106"]
    (folder / "m.toml").write_text(f'{text}mesure = "{measure}"\n', "utf-8")
    wrong = brought(path, folder, "--mapping", "m.toml")
    assert refused(wrong, "S001")
    assert "Did you mean measure?" in wrong.stderr
    assert refused(brought(path, folder, "--mapping", "no.toml"), "U154")


@of_import
def save_mapping(path: str, folder: Path) -> None:
    put(path, folder)
    assert brought(path, folder, "--save-mapping", "imports/m.toml").code == 0
    saved = tomllib.loads((folder / "imports" / "m.toml").read_text("utf-8"))
    assert (saved["table"], saved["unit"]) == (of(path), {"header": "Đơn vị"})
    plain, mapped = (brought(path, folder, *more, "-f", "json") for more in ((), ("--mapping", "imports/m.toml")))
    assert mapped.json["rows"] == plain.json["rows"]
    assert refused(brought(path, folder, "--save-mapping", "imports/m.toml"), "U156")


# Of which day and whose -----------------------------------------------------------------------------------------


@of_import
def on(path: str, folder: Path) -> None:
    put(path, folder)
    ran = brought(path, folder, "--on", "3/8/2021", "-f", "json", days=())
    assert [row["day"] for row in ran.json["rows"]] == ["2021-08-03"]
    assert "I110" in brought(path, folder, days=()).stdout
    assert refused(brought(path, folder, "--on", "2026-08-02", days=()), "U113")
    assert refused(brought(path, folder, "--on", "never", days=()), "U009")


def period(path: str, folder: Path) -> None:
    put(path, folder)
    ran = brought(path, folder, "--period", "2021-07", "-f", "json", days=())
    assert [(row["day"], row["last_day"]) for row in ran.json["rows"]] == [("2021-07-01", "2021-07-31")]
    assert refused(brought(path, folder, "--on", "2021-08-01"), "U053")
    assert refused(brought(path, folder, "--period", "soon", days=()), "U016")


def calendar(path: str, folder: Path) -> None:
    put(path, folder)
    ran = brought(path, folder, "--calendar", "report", "-f", "json")
    assert [(row["day"], row["last_day"]) for row in ran.json["rows"]] == [("2021-07-15", "2021-08-14")]
    assert refused(brought(path, folder, "--calendar", "raport"), "U004")
    assert refused(brought(path, folder, "--calendar", "report", days=("--on", "2021-08-03")), "U055")


OWN["import activities", "period"] = period
OWN["import activities", "calendar"] = calendar


@of_import
def unit(path: str, folder: Path) -> None:
    put(path, folder, "Cẩm Tú,8,10", "Cẩm Tâm,4,9")
    ran = brought(path, folder, "--unit", "Cẩm Tú", "-f", "json")
    assert told(ran) == [("new", ""), ("refused", "I206")]
    assert refused(brought(path, folder, "--unit", "nowhere"), "U007")
    (folder / "s.csv").write_text("\n".join(line.partition(",")[2] for line in [HEAD[of(path)], "C,8,10"]), "utf-8")
    ran = brought(path, folder, "--unit", "Cẩm Tú", "-f", "json")
    assert [row["unit"] for row in ran.json["rows"]] == ["C1"]


# What is done with it -------------------------------------------------------------------------------------------


@of_import
def write(path: str, folder: Path) -> None:
    put(path, folder)
    before = tree(folder / "b")
    shown = brought(path, folder, "-f", "json")
    assert (shown.code, shown.json["dry_run"], shown.json["change"]) == (0, True, None)
    assert tree(folder / "b") == before
    written = brought(path, folder, "--write", "-f", "json")
    assert (written.code, written.json["change"], written.json["changes"]) == (0, 1, shown.json["changes"])
    assert written.json["rows"] == shown.json["rows"]
    assert [row["count"] for row in rows(path, folder) if row["unit"] == "C1"] == ["8"]
    assert run("undo -b b", cwd=folder).code == 0
    assert len(rows(path, folder)) == 1


@of_import
def partial(path: str, folder: Path) -> None:
    put(path, folder, "Cẩm Tú,8,10", "nowhere,1,2")
    ran = brought(path, folder, "--write", "-f", "json")
    assert (ran.code, ran.json["blocked"], ran.json["change"]) == (1, True, None)
    ran = brought(path, folder, "--write", "--partial", "-f", "json")
    assert (ran.code, ran.json["blocked"], ran.json["change"]) == (1, False, 1)
    assert {row["unit"] for row in rows(path, folder)} == {"C1", "C2"}


@of_import
def ignore(path: str, folder: Path) -> None:
    put(path, folder, "Cẩm Tú,8,10", "Tổng cộng,9,10")
    ran = brought(path, folder, "--write", "--partial")
    assert (ran.code, "I301" in ran.stdout, len(rows(path, folder))) == (1, True, 1)
    ran = brought(path, folder, "--write", "--ignore", "I301")
    assert (ran.code, "I301" in ran.stdout, len(rows(path, folder))) == (0, False, 2)
    for wrong, code in (("I206", "U155"), ("I3", "U155"), ("I999", "U026")):
        assert refused(brought(path, folder, "--ignore", wrong), code), wrong


@of_import
def replace(path: str, folder: Path) -> None:
    put(path, folder, "Cẩm Tâm,5,9")
    ran = brought(path, folder, "--write", "-f", "json")
    assert (ran.code, told(ran)) == (1, [("refused", "I303")])
    ran = brought(path, folder, "--write", "--replace", "-f", "json")
    assert (ran.code, told(ran), ran.json["rows"][0]["old_count"]) == (0, [("changed", "")], 4)
    assert [row["count"] for row in rows(path, folder)] == ["5"]


@of_import
def compare(path: str, folder: Path) -> None:
    put(path, folder)
    assert brought(path, folder, "-f", "json").json["only_in_book"] is None
    (only,) = brought(path, folder, "--compare", "-f", "json").json["only_in_book"]
    assert (only["unit"], only["count"]) == ("C2", "4")
    assert "In the book, and not in the sheets" in brought(path, folder, "--compare").stdout


@of_import
def into(path: str, folder: Path) -> None:
    put(path, folder)
    assert brought(path, folder, "--write", "--into", f"{of(path)}.csv").code == 0
    for wrong in ("units.csv", "../x.csv", "antq.toml"):
        assert refused(brought(path, folder, "--into", wrong), "U116"), wrong


@of_import
def wait(path: str, folder: Path) -> None:
    from antq_cli.writing.pen import held

    put(path, folder)
    with held(folder / "b"):
        ran = brought(path, folder, "--write", "--wait", "0")
        assert brought(path, folder).code == 0  # who only looks need not wait
    assert (ran.code, "U130 error\n" in ran.stderr, len(rows(path, folder))) == (5, True, 1)
    assert refused(brought(path, folder, "--wait", "soon"), "U027")


@of_import
def values(path: str, folder: Path) -> None:
    """What looks like somebody's number is withheld unless it is asked for."""
    put(path, folder, "012345678901,8,10")
    assert "012345678901" not in brought(path, folder, "-f", "json").json["sheets"][0]["remarks"]
    hidden, open_ = (brought(path, folder, *more).stdout for more in ((), ("--values",)))
    assert "no unit is called 012345678901" in open_
    assert "no unit is called 012345678901" not in hidden


@of_import
def template(path: str, folder: Path) -> None:
    put(path, folder)
    for words in (("--template", "form.xlsx"), ("--template", "-o", "other.xlsx")):
        ran = run([*path.split(), *words, *DAYS["returns"], "-b", "b", "--lang", "en"], cwd=folder)
        assert (ran.code, ran.out) == (0, b"")
        name = words[-1]
        (folder / name).rename(folder / "s.csv")  # what a file is, is told by what is in it
        back = brought(path, folder, "-f", "json", days=())
        # Rows for both communes, in which nothing is filled in as yet.
        assert (back.code, back.json["sheets"][0]["classes"]["data"], back.json["findings"]["error"]) == (3, 2, 0)
    assert refused(run([*path.split(), "--template", "form.csv", "-b", "b", "--lang", "en"], cwd=folder), "U157")
    (folder / "there.xlsx").write_bytes(b"")
    assert refused(run([*path.split(), "--template", "there.xlsx", "-b", "b", "--lang", "en"], cwd=folder), "U159")


# What every command takes ---------------------------------------------------------------------------------------


@of_import
def book(path: str, folder: Path) -> None:
    put(path, folder)
    line = [*path.split(), "s.csv", *DAYS[of(path)]]
    for ran in (run([*line, "--book", "b"], cwd=folder), run(line, cwd=folder, ANTQ_BOOK=str(folder / "b"))):
        assert ran.code == 0
    assert refused(run([*line, "-b", "none", "--lang", "en"], cwd=folder), "F001")


@of_import
def format_(path: str, folder: Path) -> None:
    put(path, folder)
    document: Any = brought(path, folder, "--format", "json").json
    assert (document["schema"], document["register"]) == ("antq/import/1", of(path))
    lines = brought(path, folder, "-f", "csv").stdout.splitlines()
    assert lines[0].startswith("file,sheet,address,row,name,unit,subject,outcome,count,")
    assert len(lines) == 1 + len(document["rows"])
    assert brought(path, folder, "-f", "md").stdout.startswith("**B**\n")
    assert refused(brought(path, folder, "-f", "sarif"), "U004")


@of_import
def output(path: str, folder: Path) -> None:
    put(path, folder)
    ran = brought(path, folder, "--output", "a.json")
    assert (ran.code, ran.out) == (0, b"")
    assert json.loads((folder / "a.json").read_text("utf-8"))["register"] == of(path)
    assert refused(brought(path, folder, "-o", "b/units.csv"), "U014")


@of_import
def excel(path: str, folder: Path) -> None:
    put(path, folder)
    assert brought(path, folder, "--excel").stdout.startswith("\ufefffile;sheet;address;")


@of_import
def lang(path: str, folder: Path) -> None:
    put(path, folder)
    line = [*path.split(), "s.csv", *DAYS[of(path)], "-b", "b", "--lang"]
    for language, word in (("vi", "Các dòng của biểu"), ("en", "Rows of the sheets")):
        assert word in run([*line, language], cwd=folder).stdout


@of_import
def quiet(path: str, folder: Path) -> None:
    put(path, folder)
    loud, silent = (brought(path, folder, *more) for more in ((), ("-q",)))
    assert (silent.out, silent.err) == (loud.out, b"")


@of_import
def verbose(path: str, folder: Path) -> None:
    put(path, folder)
    assert "book b" in brought(path, folder, "-v").stderr


@of_import
def debug(path: str, folder: Path) -> None:
    put(path, folder)
    plain, debugged = (brought(path, folder, *more) for more in ((), ("--debug",)))
    assert (plain.out, plain.err, plain.code) == (debugged.out, debugged.err, debugged.code)


@of_import
def no_cache(path: str, folder: Path) -> None:
    put(path, folder)
    plain, told = (brought(path, folder, *more) for more in ((), ("--no-cache",)))
    assert (plain.out, plain.err, plain.code) == (told.out, told.err, told.code)


@of_import
def version(path: str, _: Path) -> None:
    assert run(f"{path} --version").stdout == f"antq {__version__}\n"


@of_import
def help_(path: str, _: Path) -> None:
    for flag in ("-h", "--help"):
        ran = run([*path.split(), flag, "--lang", "en"], columns=400)
        assert (ran.code, ran.stdout.splitlines()[2].startswith(f"Usage: antq {path}")) == (0, True)


WRITTEN |= {
    "mapping": "--mapping m.toml",
    "save_mapping": "--save-mapping m.toml",
    "cells": "--range A1:B2",
    "encoding": "--encoding utf-8",
    "separator": "--separator semicolon",
    "compare": "--compare",
    "write": "--write",
}
