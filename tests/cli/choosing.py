"""What the options of `antq check` do that choose rules, count findings, and know a baseline."""

from pathlib import Path

from tests.cli.behaviours import AREAS, behaviour, refused
from tests.cli.harness import BOOKS, run

BAD = "-b tests/books/bad"


def told(line: str) -> set[tuple[str, str]]:
    """The codes and registers of what is found."""
    return {(row["code"], row["register"]) for row in run(f"{line} -f json").json["rows"]}


@behaviour
def select(path: str, _: Path) -> None:
    line = f"{path} {BAD}"
    everything = told(line)
    values = {pair for pair in everything if pair[0][0] == "D"}
    assert set() < values < everything
    assert told(f"{line} --select D") == told(f"{line} --select d") == values
    assert told(f"{line} --select D1 --select D2,D3") == values
    assert told(f"{line} --select D,X --ignore D1") == {pair for pair in everything if pair[0][:2] in ("D2", "D3")} | {
        pair for pair in everything if pair[0][0] == "X"
    }
    unknown = run(f"{line} --lang en --select D999")
    assert refused(unknown, "U026")
    assert refused(run(f"{line} --lang en --select D,"), "U026")
    nothing = run(f"{path} {AREAS} --lang en --select R301 --register teams")
    assert (nothing.code, nothing.stdout) == (3, "")


@behaviour
def ignore(path: str, _: Path) -> None:
    line = f"{path} {BAD}"
    everything = told(line)
    assert told(f"{line} --ignore D --ignore x") == {pair for pair in everything if pair[0][0] not in "DX"}
    assert told(f"{line} --select D --ignore D104") == {
        pair for pair in everything if pair[0][0] == "D" and pair[0] != "D104"
    }
    assert told(f"{line} --ignore D --select D104") == {pair for pair in everything if pair[0] == "D104"}
    assert refused(run(f"{line} --lang en --ignore D9"), "U026")
    # What refuses a file cannot be ignored.
    kept = run(f"{path} -b tests/books/refused --ignore F,S -f json")
    assert kept.code == 2
    assert {row["code"][0] for row in kept.json["rows"]} <= {"F", "S"}


@behaviour
def register(path: str, _: Path) -> None:
    line = f"{path} {BAD}"
    everything = told(line)
    assert told(f"{line} --register returns") == {pair for pair in everything if pair[1] == "returns"}
    assert told(f"{line} --register returns --register teams") == {
        pair for pair in everything if pair[1] in ("returns", "teams")
    }
    unknown = run(f"{line} --lang en --register return")
    assert refused(unknown, "U004")
    assert "Did you mean returns?" in unknown.stderr
    assert run(f"{path} {AREAS} --register book").code == 0


@behaviour
def examples(path: str, _: Path) -> None:
    line = f"{path} {BAD} --lang en"
    plain, one, none = (run(f"{line}{more}") for more in ("", " --examples 1", " --examples 0"))
    assert plain.code == one.code == none.code == 1
    assert plain.err == one.err == none.err
    assert len(none.out) < len(one.out) < len(plain.out)
    assert len(run(f"{line} --examples 0 -f json").json["rows"]) == 0
    for wrong in ("-1", "x", "1.5", "１"):
        assert refused(run(f"{line} --examples={wrong}"), "U027"), wrong


@behaviour
def statistics(path: str, folder: Path) -> None:
    line = f"{path} {BAD} --lang en"
    listed, counted = run(f"{line} -f json").json, run(f"{line} --statistics -f json").json
    assert listed["findings"] == counted["findings"]
    assert sum(row["found"] for row in counted["rows"]) == len(listed["rows"])
    assert {(row["code"], row["register"]) for row in counted["rows"] if row["found"]} == told(f"{path} {BAD}")
    assert run(f"{line} --statistics").code == 1
    assert refused(run(f"{line} --statistics -f concise"), "U004")
    assert run(f"{line} --statistics -f sarif").code == 2
    for suffix in (".sarif", ".xml", ".jsonl"):  # the suffix asks for the format as well
        assert run([*line.split(), "--statistics", "-o", folder / f"found{suffix}"]).code == 2
    assert [*folder.iterdir()] == []


@behaviour
def hashes(path: str, folder: Path) -> None:
    """It says which book was checked, unless it is to be quiet; of large registers: test_hashes.py."""
    line = f"{path} {AREAS} --lang en"
    plain, told = run(line), run(f"{line} --hashes")
    content = run(f"{line} -f json").json["book"]["content"]
    assert (told.code, told.out) == (plain.code, plain.out)
    assert told.stderr == f"book tests/books/areas, {content}\n{plain.stderr}"
    assert run(f"{line} --hashes -f json").out == run(f"{line} -f json").out
    assert run(f"{line} --hashes -q").err == run(f"{line} -q").err
    assert run(f"{line} --hashes -v").err == run(f"{line} -v").err


@behaviour
def baseline(path: str, folder: Path) -> None:
    file = folder / "known.toml"
    line = [*path.split(), "-b", BOOKS / "bad", "--lang", "en"]
    assert run([*line, "--write-baseline", file]).code == 0
    known = run([*line, "--baseline", file])
    assert (known.code, known.out) == (0, b"")
    assert run([*line, "--baseline", file, "-f", "json"]).json["known"] > 0
    assert refused(run([*line, "--baseline", folder / "missing.toml"]), "U028")
    assert refused(run([*line, "--baseline", BOOKS / "bad" / "antq.toml"]), "U029")


@behaviour
def write_baseline(path: str, folder: Path) -> None:
    file = folder / "known.toml"
    line = [*path.split(), "-b", BOOKS / "bad", "--lang", "en"]
    found = run([*line, "-f", "json"]).json
    written = run([*line, "--write-baseline", file])
    assert written.code == 0
    assert f"Findings written to the baseline {file}: {len(found['rows'])}.\n" in written.stderr
    first = file.read_bytes()
    assert run([*line, "--baseline", file, "--write-baseline", file]).code == 0
    assert file.read_bytes() == first  # what was known stays known
    assert b"h-99" not in first
    assert refused(run([*line, "--write-baseline", BOOKS / "bad" / "units.csv"]), "U014")
    assert refused(run([*line, "--write-baseline", folder / "missing" / "known.toml"]), "U010")
    assert refused(run([*line, "--write-baseline", BOOKS / "bad" / "known.toml"]), "U014")  # it would be a stray (F018)
    report = folder / "known.md"
    assert refused(run([*line, "--write-baseline", report, "-o", report]), "U032")
    assert not report.exists()
    assert refused(run([*line, "--write-baseline", file, "--select", "D"]), "U031")
    unread = [*path.split(), "-b", BOOKS / "refused", "--lang", "en", "--write-baseline", file]
    assert run(unread).code == 2
    assert "No baseline was written to" in run(unread).stderr
    assert file.read_bytes() == first
