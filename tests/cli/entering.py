"""What each option does of the commands by which rows are entered."""

import csv
import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from antq_cli.cli.commands import COMMANDS
from tests.cli.behaviours import BEHAVIOURS, OWN, WRITTEN, Behaviour, refused
from tests.cli.harness import TODAY, Line, Ran, run, tree, words
from tests.helpers import manifest, table, units, write_book

KINDS = """
[pledges.household]
vi = "Hộ gia đình"
source = "journal"
[pledges.registration]
subject = "household"
source = "journal"
[pledges.area]
source = "journal"
[pledges.student]
source = "returns"
grain = "school"
[teams.antt]
vi = "tổ an ninh trật tự"
[activities.talk]
"""
BOOK = {
    "antq.toml": manifest(KINDS),
    "units": units("D,Cẩm Thủy,district", "C1,Cẩm Tú,commune,D", "A1,An Phú,area,C1", "A2,An Lộc,area,C1"),
    "households/c1": table("household,area,joined,left,excluded", "A1-001,A1,,,", "A1-002,A1,,,", "A2-001,A2,,,"),
    "organisations": table("code,name,kind,unit,opened,closed,exempt,note", "s1,S,school,C1,,,,"),
    "pledges/c1": table("date,kind,pledger,event,sheet", "2021-03-01,household,A1-001,signed,"),
    "returns": table(
        "date,unit,measure,count,total,received,sheet,source,note", "2021-05-01,s1,pledges.student,5,6,,,,"
    ),
    "teams": table("code,kind,unit,established,dissolved,members,note", "t1,antt,A1,,,,"),
    "activities": table("first,last,unit,kind,count,participants,sheet,note", "2021-05-01,2021-05-31,C1,talk,3,,,"),
}


class Form(NamedTuple):
    """How a command is asked: its words, its options with values, and the register whose rows it enters."""

    register: str
    words: tuple[str, ...] = ()
    options: Mapping[str, str] = {}

    def line(self, path: str, **other: str | None) -> list[str]:
        """Return the words of a line, with some options written otherwise, or left out."""
        options = {**self.options, **{f"--{name}": value for name, value in other.items()}}
        said = [word for flag, value in options.items() if value is not None for word in (flag, value)]
        return [*path.split(), *self.words, *said]


FORMS = {
    "pledges record": Form("pledges", ("A1-002",), {"--on": "2021-08-02"}),
    "pledges withdraw": Form("pledges", ("A1-001",), {"--on": "2021-08-02"}),
    "returns record": Form(
        "returns",
        options={"--unit": "s1", "--measure": "pledges.student", "--count": "7", "--total": "9", "--on": "2021-06-01"},
    ),
    "activities record": Form(
        "activities",
        options={"--unit": "C1", "--kind": "talk", "--count": "2", "--first": "2021-06-01", "--last": "2021-06-30"},
    ),
    "teams record": Form("teams", options={"--code": "t2", "--kind": "antt", "--unit": "A2"}),
    "organisations record": Form(
        "organisations", options={"--code": "s2", "--name": "T", "--kind": "school", "--unit": "C1"}
    ),
    "households add": Form("households", ("A1",), {"--on": "2021-08-02"}),
    "households move": Form("households", ("A1-001",), {"--on": "2021-08-02", "--to": "A2"}),
    "households leave": Form("households", ("A1-002",), {"--on": "2021-08-02"}),
    "households exclude": Form("households", ("A1-001",), {"--on": "2021-08-02", "--as": "vacant"}),
}
# The commands that can be asked without a word more, and write nothing by that.
ALONE = [path for path in COMMANDS if path not in (*FORMS, "fmt") and COMMANDS[path].named != "import"]
# Lines of which there are pictures: what entering rows would do, and why it would do nothing.
ENTERING = [
    "-b data/cam-thuy-sample pledges record 15127-07-0031 15154 390-A02 --on 2021-08-02 --dry-run",
    "-b data/cam-thuy-sample pledges record 15127-07-0031 nobody 15127-07-0031 --dry-run",
    "-b data/cam-thuy-sample pledges withdraw 15127-07-0031 --on 2020-08-02 --partial --dry-run",
    "-b data/cam-thuy-sample returns record --unit 390 --measure x --count 1 --on 1/8/2021 --dry-run",
    "-b data/cam-thuy-sample teams record --code antt-15127-01 --members 9 --dry-run",
    "-b data/cam-thuy-sample teams record --code antt-15127-01 --members 9 --replace --dry-run",
    "-b data/cam-thuy-sample teams record --code x1 --kind antt --unit 15127-01 --dry-run",
    "-b data/cam-thuy-sample organisations record --code 15127-E01 --closed 1/7/2026 --replace --dry-run",
    "-b data/cam-thuy-sample households add 15148-01 -n 3 --dry-run",
    "-b data/cam-thuy-sample households move 15127-07-0031 --to 15127-08 --dry-run",
    "-b data/cam-thuy-sample households leave 15127-07-0031 --on 2021-01-01 --dry-run",
    "-b data/cam-thuy-sample households exclude 15127-07-0031 --as vacant --dry-run",
]
NOT_ENTERED = [
    "-b data/cam-thuy-sample returns record --unit 15127 --measure teams.antt --on 31/8/2021 --dry-run",
    "-b data/cam-thuy-sample activities record --unit 390 --kind tips --first 1/7/2026 --dry-run",
    "-b data/cam-thuy-sample organisations record --code 15127-E01 --name '=1' --dry-run",
    "-b data/cam-thuy-sample households exclude nobody --as vacant --dry-run",
    "-b data/cam-thuy-sample households leave 15127-07-0031 --on 2026-08-02 --dry-run",
    "-b data/cam-thuy-sample pledges record 15127-07-0031 --into units.csv --dry-run",
    "-b data/cam-thuy-sample pledges record",
    "-b data/cam-thuy-sample households add",
]
# Of an option that fills a column: the column, what is written, what stands in the file.
FILLS = {
    "unit": ("unit", "An Phú", "A1"),
    "measure": ("measure", "pledges.household", "pledges.household"),
    "amount": ("count", "4", "4"),
    "total": ("total", "12", "12"),
    "received": ("received", "5/6/2021", "2021-06-05"),
    "sheet": ("sheet", "S-12", "S-12"),
    "source": ("source", "báo cáo, tháng 6", "báo cáo, tháng 6"),
    "note": ("note", 'gọi là "A"', 'gọi là "A"'),
    "first": ("first", "2/6/2021", "2021-06-02"),
    "last": ("last", "2021-06-29", "2021-06-29"),
    "participants": ("participants", "70", "70"),
    "code": ("code", "x9", "x9"),
    "called": ("name", "Trường Cẩm Tú", "Trường Cẩm Tú"),
    "established": ("established", "1/7/2021", "2021-07-01"),
    "dissolved": ("dissolved", "2022-07-01", "2022-07-01"),
    "members": ("members", "6", "6"),
    "opened": ("opened", "2021-07-01", "2021-07-01"),
    "closed": ("closed", "2022-07-01", "2022-07-01"),
    "exempt": ("exempt", "pre-school", "pre-school"),
}
# What is no value of an option, by how its values are read.
WRONG = {"unit": ("nowhere", "U007"), "measure": ("pledges.pupil", "X205")}
NO_NUMBER, NO_DAY, NO_TEXT = ("1.000", "U027"), ("yesterday", "U009"), ("=1+1", "U115")
WRONG |= dict.fromkeys(("amount", "total", "participants", "members"), NO_NUMBER)
WRONG |= dict.fromkeys(("received", "first", "last", "established", "dissolved", "opened", "closed"), NO_DAY)
WRONG |= dict.fromkeys(("sheet", "source", "note", "code", "called", "exempt"), NO_TEXT)
FLAGS = {"amount": "count", "called": "name", "reason": "as"}


def book_in(folder: Path) -> Path:
    """A fresh copy of the small book."""
    if (folder / "b").exists():
        shutil.rmtree(folder / "b")
    return write_book(folder / "b", BOOK)


def entered(folder: Path, line: Line) -> Ran:
    """Run a line on the book in a folder."""
    return run([*words(line), "-b", folder / "b", "--lang", "en"])


def rows(folder: Path, register: str) -> list[dict[str, str]]:
    """The rows of a register as its CSV files have them."""
    book = folder / "b"
    files = [book / f"{register}.csv", *sorted((book / register).glob("*.csv"))]
    found: list[dict[str, str]] = []
    for file in files:
        if file.is_file():
            with file.open(encoding="utf-8", newline="") as text:
                found += csv.DictReader(text)
    return found


def of_all(folder: Path) -> dict[str, list[dict[str, str]]]:
    """All rows of the registers that are entered."""
    return {form.register: rows(folder, form.register) for form in FORMS.values()}


def news(path: str, folder: Path, line: Line) -> list[dict[str, str]]:
    """Run a line on a fresh book, and return the rows that are new in the register of the command."""
    book_in(folder)
    before = rows(folder, FORMS[path].register)
    ran = entered(folder, line)
    assert ran.code == 0, ran.stderr
    return [row for row in rows(folder, FORMS[path].register) if row not in before]


def of_every(name: str) -> Callable[[Behaviour], Behaviour]:
    """Register the test of an option of every command by which rows are entered and that takes it."""

    def register(test: Behaviour) -> Behaviour:
        taking = [path for path, command in COMMANDS.items() if name in command.options]
        OWN.update({(path, name): test for path in taking if path in FORMS})
        if {*taking} <= {*FORMS}:  # no other command takes it
            BEHAVIOURS[name] = test
        return test

    return register


def _fills(name: str) -> None:
    column, written, cell = FILLS[name]
    flag = FLAGS.get(name, name)

    def test(path: str, folder: Path) -> None:
        (row,) = news(path, folder, FORMS[path].line(path, **{flag: written}))
        assert row[column] == cell
        wrong, code = WRONG[name]
        before = tree(folder / "b")
        ran = entered(folder, FORMS[path].line(path, **{flag: wrong}))
        assert (ran.code, f"{code} error\n" in ran.stderr) == (1 if code[0] == "X" else 2, True)
        assert {name: raw for name, raw in tree(folder / "b").items() if ".antq" not in name} == {
            name: raw for name, raw in before.items() if ".antq" not in name
        }

    of_every(name)(test)


for each in FILLS:
    _fills(each)


@of_every("kind")
def kind(path: str, folder: Path) -> None:
    expected = {
        "pledges record": ("Hộ gia đình", "household"),
        "pledges withdraw": ("registration", "registration"),
        "activities record": ("talk", "talk"),
        "teams record": ("tổ an ninh trật tự", "antt"),
        "organisations record": ("agency", "agency"),
    }
    written, cell = expected[path]
    (row,) = news(path, folder, FORMS[path].line(path, kind=written))
    assert row["kind"] == cell
    assert refused(entered(folder, FORMS[path].line(path, kind="nothing")), "U004")
    twice = [*FORMS[path].line(path, kind=cell), "--kind", next(iter({"area", "school", "nothing"} - {cell}))]
    assert entered(folder, twice).code == 2


@of_every("on")
def on(path: str, folder: Path) -> None:
    day = {"pledges": "date", "returns": "date"}.get(FORMS[path].register, "joined")
    found = news(path, folder, FORMS[path].line(path, on="3/8/2021"))
    day = "left" if path == "households leave" else day
    assert {row[day] for row in found if row[day]} == {"2021-08-03"}
    if path == "returns record":  # nobody reports as of today
        assert "U118" in entered(folder, FORMS[path].line(path, on=None)).stderr
    else:
        found = news(path, folder, FORMS[path].line(path, on=None))
        assert {row[day] for row in found if row[day]} == {TODAY}
        book_in(folder)
        ran = entered(folder, FORMS[path].line(path, on=None))
        assert "The day is today, 01/08/2026." in ran.stderr
    assert refused(entered(folder, FORMS[path].line(path, on="2026-08-02")), "U113")
    assert refused(entered(folder, FORMS[path].line(path, on="never")), "U009")


@of_every("number")
def number(path: str, folder: Path) -> None:
    assert [row["household"] for row in news(path, folder, FORMS[path].line(path))] == ["A1-003"]
    found = news(path, folder, [*FORMS[path].line(path), "-n", "3"])
    assert [(row["household"], row["area"]) for row in found] == [(f"A1-00{n}", "A1") for n in (3, 4, 5)]
    for wrong, code in (("0", "U051"), ("many", "U051"), ("10001", "U119")):
        assert refused(entered(folder, [*FORMS[path].line(path), "-n", wrong]), code)


@of_every("to")
def to(path: str, folder: Path) -> None:
    found = news(path, folder, FORMS[path].line(path, to="An Lộc"))
    assert [(row["area"], row["left"]) for row in found] == [("A1", "2021-08-02"), ("A2", "")]
    assert refused(entered(folder, FORMS[path].line(path, to="nowhere")), "U007")
    assert refused(entered(folder, FORMS[path].line(path, to=None)), "U118")


@of_every("reason")
def reason(path: str, folder: Path) -> None:
    form = FORMS[path]
    for why in ("absent", "vacant", "temporary"):
        found = news(path, folder, form.line(path, **{"as": why}))
        assert [(row["excluded"], row["left"]) for row in found] == [("", "2021-08-02"), (why, "")]
    again = form.line(path, **{"as": "counted", "on": "2021-08-03"})
    assert entered(folder, again).code == 0
    assert [row["excluded"] for row in rows(folder, "households") if row["joined"] == "2021-08-03"] == [""]
    assert refused(entered(folder, form.line(path, **{"as": "gone"})), "U004")
    assert refused(entered(folder, form.line(path, **{"as": None})), "U118")


@of_every("into")
def into(path: str, folder: Path) -> None:
    form = FORMS[path]
    book = book_in(folder)
    there = (book / f"{form.register}.csv").is_file()
    file = f"{form.register}.csv" if there else f"{form.register}/other.csv"
    before = {name: len(raw.splitlines()) for name, raw in tree(book).items()}
    assert entered(folder, form.line(path, into=file)).code == 0
    lines = {name: len(raw.splitlines()) for name, raw in tree(book).items()}
    assert lines[file] == before.get(file, 1) + 1  # a new one has a header
    # As a shell completes it, from where one stands.
    book_in(folder)
    line = [*form.line(path, into=f"b/{file}"), "-b", "b", "--lang", "en"]
    assert run(line, cwd=folder).code == 0
    for wrong in ("units.csv", "../x.csv", f"{form.register}/x.txt", f"{form.register}.toml", "antq.toml"):
        assert refused(entered(folder, form.line(path, into=wrong)), "U116"), wrong


@of_every("partial")
def partial(path: str, folder: Path) -> None:
    line = [*FORMS[path].line(path), "nobody"]
    book = book_in(folder)
    before = tree(book)
    ran = entered(folder, [*line, "-f", "json"])
    assert (ran.code, ran.json["ledger"][1]["why"], ran.json["id"]) == (1, "X202", None)
    assert {name: raw for name, raw in tree(book).items() if name in before} == before
    ran = entered(folder, [*line, "--partial", "-f", "json"])
    assert (ran.code, [row["outcome"] for row in ran.json["ledger"]]) == (1, ["new", "refused"])
    assert len(rows(folder, "pledges")) == 2


@of_every("replace")
def replace(path: str, folder: Path) -> None:
    form = FORMS[path]
    column, flag, old, new = {
        "returns record": ("count", "count", "7", "8"),
        "activities record": ("count", "count", "2", "8"),
        "teams record": ("members", "members", "", "8"),
        "organisations record": ("name", "name", "T", "Trường Cẩm Tú"),
    }[path]
    news(path, folder, form.line(path))
    other = form.line(path, **{flag: new})
    ran = entered(folder, [*other, "-f", "json"])
    assert (ran.code, [row["why"] for row in ran.json["ledger"]]) == (1, ["D302"])
    assert f"The row says {old or '—'} under {column}, and not {new}" in ran.stderr
    count = len(rows(folder, form.register))
    ran = entered(folder, [*other, "--replace", "-f", "json"])
    assert (ran.code, ran.json["rows"]) == (0, {"added": 0, "changed": 1, "removed": 0})
    assert f"{column}: {old or '—'} was replaced by {new}." in ran.stderr
    assert len(rows(folder, form.register)) == count
    assert new in [row[column] for row in rows(folder, form.register)]
    assert entered(folder, other).code == 0  # it is there already


@of_every("dry_run")
def dry_run(path: str, folder: Path) -> None:
    book = book_in(folder)
    before = tree(book)
    ran = entered(folder, [*FORMS[path].line(path), "--dry-run", "-f", "json"])
    assert (ran.code, ran.json["dry_run"], ran.json["id"]) == (0, True, None)
    assert tree(book) == before
    told = ran.json
    written = entered(folder, [*FORMS[path].line(path), "-f", "json"]).json
    assert written["id"] == 1
    for same in ("files", "rows", "ledger"):
        assert told[same] == written[same]


@of_every("wait")
def wait(path: str, folder: Path) -> None:
    from antq_cli.writing.pen import held

    book = book_in(folder)
    before = {name: raw for name, raw in tree(book).items() if ".antq" not in name}
    with held(book):
        ran = entered(folder, [*FORMS[path].line(path), "--wait", "0"])
    assert (ran.code, "U130 error\n" in ran.stderr) == (5, True)
    assert {name: raw for name, raw in tree(book).items() if ".antq" not in name} == before
    assert refused(entered(folder, [*FORMS[path].line(path), "--wait", "soon"]), "U027")


@of_every("values")
def values(path: str, folder: Path) -> None:
    book_in(folder)
    line = [*FORMS[path].line(path), "--dry-run", "-f", "json"]
    assert [row["value"] for row in entered(folder, line).json["ledger"]] == [None]
    word = "A1-003" if path == "households add" else (*FORMS[path].words, None)[0]
    assert [row["value"] for row in entered(folder, [*line, "--values"]).json["ledger"]] == [word]


# As somebody may write each option that no other command takes.
WRITTEN |= {
    **{name: f"--{FLAGS.get(name, name)} '{written}'" for name, (_, written, _) in FILLS.items() if name != "unit"},
    "number": "-n 3",
    "to": "--to A2",
    "reason": "--as vacant",
    "into": "--into pledges.csv",
    "partial": "--partial",
    "replace": "--replace",
}


# What every command takes ---------------------------------------------------------------------------------------


def asked(path: str) -> list[str]:
    return [*FORMS[path].line(path), "--dry-run"]


@of_every("book")
def book(path: str, folder: Path) -> None:
    there = book_in(folder)
    for ran in (run([*asked(path), "--book", there]), run(asked(path), ANTQ_BOOK=str(there))):
        assert (ran.code, "B\n" in ran.stdout or "S\n" in ran.stdout) == (0, True)
    assert refused(run([*asked(path), "-b", folder, "--lang", "en"]), "F001")


@of_every("format")
def format_(path: str, folder: Path) -> None:
    book_in(folder)
    document = entered(folder, [*asked(path), "--format", "json"]).json
    assert document["schema"] == "antq/change/1"
    assert document["command"] == path
    lines = entered(folder, [*asked(path), "-f", "csv"]).stdout.splitlines()
    assert lines[0] == "number,value,outcome,why,data"
    assert len(lines) == 1 + len(document["ledger"])
    assert entered(folder, [*asked(path), "-f", "md"]).stdout.startswith("**B**\n")
    assert refused(entered(folder, [*asked(path), "-f", "sarif"]), "U004")


@of_every("output")
def output(path: str, folder: Path) -> None:
    book_in(folder)
    ran = entered(folder, [*asked(path), "--output", folder / "a.json"])
    assert (ran.code, ran.out) == (0, b"")
    assert json.loads((folder / "a.json").read_text("utf-8"))["command"] == path
    assert refused(entered(folder, [*asked(path), "-o", folder / "b" / "units.csv"]), "U014")


@of_every("excel")
def excel(path: str, folder: Path) -> None:
    book_in(folder)
    assert entered(folder, [*asked(path), "--excel"]).stdout.startswith("\ufeffnumber;value;outcome;why;data\r\n")


@of_every("lang")
def lang(path: str, folder: Path) -> None:
    there = book_in(folder)
    for language, word in (("vi", "Kết quả"), ("en", "What came of it")):
        assert word in run([*asked(path), "-b", there, "--lang", language]).stdout


@of_every("quiet")
def quiet(path: str, folder: Path) -> None:
    book_in(folder)
    loud, silent = (entered(folder, [*asked(path), *more]) for more in ((), ("-q",)))
    assert (silent.out, silent.err) == (loud.out, b"")


@of_every("verbose")
def verbose(path: str, folder: Path) -> None:
    book_in(folder)
    assert "book " in entered(folder, [*asked(path), "-v"]).stderr


@of_every("help")
def help_(path: str, folder: Path) -> None:
    for flag in ("-h", "--help"):
        ran = run([*path.split(), flag, "--lang", "en"], columns=400)
        assert (ran.code, ran.stdout.splitlines()[2].startswith(f"Usage: antq {path}")) == (0, True)
    assert "5 " in ran.stdout.partition("Exit codes")[2]
