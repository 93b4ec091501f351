"""What each option of `antq fmt` does, in a small book with files to be formatted and one to be mended."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from antq_cli.cli.commands import COMMANDS
from antq_cli.writing.pen import held
from tests.cli.behaviours import BEHAVIOURS, OWN, WRITTEN, Behaviour, refused
from tests.cli.harness import Line, Ran, run, tree, words
from tests.helpers import manifest, write_book

KINDS = '[pledges.household]\nsource = "journal"\n[pledges.student]\nsource = "returns"\n[teams.antt]\n'
BOOK = {
    "antq.toml": manifest(KINDS),
    "units.csv": "code,name,level\nD,Cẩm Thủy,district\n",
    "teams.csv": "kind,code,unit\nantt,2,D\nantt,1,D\n",
    "households.csv": "household,area\n1-2,D\n1-1,D\n",
    "returns.csv": "date;unit;measure;count\n01/08/2021;D;pledges.student;25.915\n",
}
FORMATTED = {
    "teams.csv": "code,kind,unit\n1,antt,D\n2,antt,D\n",
    "households.csv": "household,area\n1-1,D\n1-2,D\n",
}
MENDED = "date,unit,measure,count\n2021-08-01,D,pledges.student,25915\n"
# What mends the register of returns.
MEND = "fmt --mend returns.csv --dates dmy"


def book_in(folder: Path, **others: str) -> Path:
    """A fresh copy of the small book, some of its files with another text."""
    if (folder / "b").exists():
        shutil.rmtree(folder / "b")
    return write_book(folder / "b", BOOK | {f"{name}.csv": text for name, text in others.items()})


def formatted(folder: Path, line: Line) -> Ran:
    """Run a line on the book in a folder."""
    return run([*words(line), "-b", folder / "b", "--lang", "en"])


def content(folder: Path) -> Mapping[str, str]:
    """The files of the book that are not as they were."""
    files = {name: raw.decode() for name, raw in tree(folder / "b").items() if not name.startswith(".antq/")}
    return {name: text for name, text in files.items() if BOOK.get(name) != text}


def of_fmt(test: Behaviour) -> Behaviour:
    """Register the test of an option of `fmt`, which other commands may take as well."""
    name = test.__name__.strip("_")
    OWN["fmt", name] = test
    if all(name not in command.options or path == "fmt" for path, command in COMMANDS.items()):
        BEHAVIOURS[name] = test
    return test


# As somebody may write each option that no other command takes.
WRITTEN |= {
    "check": "--check",
    "diff": "--diff",
    "mend": "--mend",
    "dates": "--dates dmy",
    "encoding": "--encoding utf-8",
    "write": "--write",
}


# What `fmt` alone takes -----------------------------------------------------------------------------------------


@of_fmt
def check(path: str, folder: Path) -> None:
    book = book_in(folder)
    before = tree(book)
    ran = formatted(folder, f"{path} --check -f json")
    assert (ran.code, ran.json["dry_run"], ran.json["id"]) == (1, True, None)
    assert [file["path"] for file in ran.json["files"]] == ["households.csv", "teams.csv"]
    assert formatted(folder, f"{path} --check units").code == 0
    assert tree(book) == before
    assert formatted(folder, f"{path} teams households").code == 0
    assert content(folder) == FORMATTED
    assert formatted(folder, f"{path} --check teams households").code == 0


@of_fmt
def diff(path: str, folder: Path) -> None:
    book = book_in(folder)
    before = tree(book)
    ran = formatted(folder, f"{path} --diff teams")
    assert ran.code == 1
    assert ran.stdout == (
        "--- teams.csv\n+++ teams.csv\n@@ -1,3 +1,3 @@\n"
        "-kind,code,unit\n-antt,2,D\n-antt,1,D\n+code,kind,unit\n+1,antt,D\n+2,antt,D\n"
    )
    assert formatted(folder, f"{path} --diff units").stdout == ""
    assert tree(book) == before
    assert formatted(folder, f"{path} --diff teams -f json").json["dry_run"] is True


@of_fmt
def mend(path: str, folder: Path) -> None:
    book = book_in(folder)
    before = tree(book)
    ran = formatted(folder, f"{MEND} -f json")
    assert (ran.code, ran.json["dry_run"], ran.json["id"]) == (0, True, None)
    (told,) = ran.json["mended"]
    assert (told["path"], told["coding"], told["separator"]) == ("returns.csv", "utf-8", "semicolon")
    assert [(column["name"], column["form"], column["cells"]) for column in told["columns"]] == [
        ("date", "dd/mm/yyyy", 1),
        ("count", "grouped", 1),
    ]
    assert "Nothing was written; --write writes this." in ran.stderr
    assert tree(book) == before
    # As a shell completes the name of a file, from where one stands.
    assert run(["fmt", "--mend", "b/returns.csv", "--dates", "dmy", "-b", "b"], cwd=folder).code == 0
    for wrong, code in (("nothing.csv", "U101"), ("antq.toml", "U101"), ("../b", "U101"), ("", "U003")):
        assert refused(formatted(folder, f"{path} --mend {wrong}"), code), wrong
    for flag in ("--check", "--diff"):
        assert refused(formatted(folder, f"{MEND} {flag}"), "U053")
    assert "There is nothing to mend." in formatted(folder, f"{path} --mend units.csv").stderr


@of_fmt
def dates(path: str, folder: Path) -> None:
    book_in(folder)
    ran = formatted(folder, f"{path} --mend returns.csv -f json")
    assert (ran.code, [each["code"] for each in ran.json["problems"]]) == (2, ["U106"])
    for order, day in (("dmy", "2021-08-01"), ("mdy", "2021-01-08")):
        ran = formatted(folder, f"{path} --mend returns.csv --dates {order} -f json")
        assert [column["first"] for column in ran.json["mended"][0]["columns"]] == [day, None]
    assert refused(formatted(folder, f"{path} --mend returns.csv --dates serial"), "U106")
    assert refused(formatted(folder, f"{path} --mend returns.csv --dates ymd"), "U004")
    assert refused(formatted(folder, f"{path} --dates dmy"), "U053")


@of_fmt
def encoding(path: str, folder: Path) -> None:
    book = book_in(folder)
    raw = BOOK["returns.csv"].replace("01/08", "31/08").replace("D;", "Ph\N{LATIN SMALL LETTER U WITH ACUTE};")
    (book / "returns.csv").write_bytes(raw.encode("cp1258"))
    line = f"{path} --mend returns.csv"
    assert refused(formatted(folder, line), "U103")
    assert refused(formatted(folder, f"{line} --encoding utf-8"), "U104")
    assert refused(formatted(folder, f"{line} --encoding utf-16"), "U104")
    assert refused(formatted(folder, f"{line} --encoding tcvn3"), "U004")
    assert refused(formatted(folder, f"{path} --encoding utf-8"), "U053")
    ran = formatted(folder, f"{line} --encoding windows-1258 --write -f json")
    assert (ran.code, ran.json["mended"][0]["coding"]) == (0, "windows-1258")
    assert "Phú" in content(folder)["returns.csv"]


@of_fmt
def write(path: str, folder: Path) -> None:
    book_in(folder)
    ran = formatted(folder, f"{MEND} --write -f json")
    assert (ran.code, ran.json["id"], ran.json["rows"]) == (0, 1, {"added": 0, "changed": 1, "removed": 0})
    assert content(folder) == {"returns.csv": MENDED}
    assert formatted(folder, "undo").code == 0
    assert content(folder) == {}
    assert refused(formatted(folder, f"{path} --write"), "U053")


# What others take as well ---------------------------------------------------------------------------------------


@of_fmt
def wait(path: str, folder: Path) -> None:
    book = book_in(folder)
    with held(book):
        ran = formatted(folder, f"{path} teams --wait 0")
        assert (ran.code, "U130 error\n" in ran.stderr) == (5, True)
        assert formatted(folder, f"{path} teams --check").code == 1  # who writes nothing waits for nobody
    assert content(folder) == {}
    assert refused(formatted(folder, f"{path} --wait soon"), "U027")


@of_fmt
def values(path: str, folder: Path) -> None:
    book_in(folder)
    told = formatted(folder, f"{path} --diff households").stdout
    assert "1-1" not in told
    assert "+…,…\n" in told
    assert "+1-1,D\n" in formatted(folder, f"{path} --diff households --values").stdout
    assert "1-1" not in formatted(folder, f"{path} --check households -f json").stdout
    lines = formatted(folder, f"{path} --check households -f json --values").json["files"][0]["lines"]
    assert "1-1,D" in json.dumps(lines)


@of_fmt
def book(path: str, folder: Path) -> None:
    there = book_in(folder)
    for ran in (run([path, "--check", "--book", there]), run([path, "--check"], ANTQ_BOOK=str(there))):
        assert (ran.code, "teams.csv" in ran.stdout) == (1, True)
    assert refused(run([path, "-b", folder, "--lang", "en"]), "F001")


@of_fmt
def format_(path: str, folder: Path) -> None:
    book_in(folder)
    document = formatted(folder, f"{MEND} --format json").json
    assert (document["schema"], document["command"]) == ("antq/change/1", path)
    assert formatted(folder, f"{MEND} -f csv").stdout.splitlines()[0] == "number,value,outcome,why,data"
    assert formatted(folder, f"{MEND} -f md").stdout.startswith("**B**\n")
    assert refused(formatted(folder, f"{MEND} -f sarif"), "U004")


@of_fmt
def output(path: str, folder: Path) -> None:
    book_in(folder)
    ran = formatted(folder, [*words(MEND), "--output", folder / "a.json"])
    assert (ran.code, ran.out) == (0, b"")
    assert json.loads((folder / "a.json").read_text("utf-8"))["command"] == path
    assert refused(formatted(folder, [*words(MEND), "-o", folder / "b" / "units.csv"]), "U014")


@of_fmt
def excel(path: str, folder: Path) -> None:
    book_in(folder)
    assert formatted(folder, f"{path} --check --excel").stdout.startswith("\ufeffnumber;value;outcome;why;data\r\n")


@of_fmt
def lang(path: str, folder: Path) -> None:
    there = book_in(folder)
    for language, word in (("vi", "sửa"), ("en", "changed")):
        assert f"teams.csv       {word}\n" in run([path, "--check", "-b", there, "--lang", language]).stdout


@of_fmt
def quiet(path: str, folder: Path) -> None:
    book_in(folder)
    loud, silent = (formatted(folder, f"{MEND}{more}") for more in ("", " -q"))
    assert (silent.out, silent.err) == (loud.out, b"")
    assert loud.err


@of_fmt
def verbose(path: str, folder: Path) -> None:
    book_in(folder)
    assert "book " in formatted(folder, f"{path} --check teams -v").stderr


@of_fmt
def help_(path: str, folder: Path) -> None:
    for flag in ("-h", "--help"):
        ran = run([path, flag, "--lang", "en"], columns=400)
        assert (ran.code, ran.stdout.splitlines()[2].startswith(f"Usage: antq {path} [REGISTER")) == (0, True)
    assert "5 " in ran.stdout.partition("Exit codes")[2]
