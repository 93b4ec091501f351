"""`antq report`: several files from one count, a clerk's sentences that are never lost, and where it all comes from."""

import csv
import json
import re
import shutil
import time
from pathlib import Path

import docx
import pytest

from antq_cli import __version__
from antq_cli.cli.examples import BEGINNING
from antq_cli.core.canon import hash_of_json
from antq_cli.core.registers import REGISTERS
from antq_cli.reading.book import open_book
from antq_cli.reports.page import mark_of
from tests.cli.behaviours import AREAS, JOURNAL, refused
from tests.cli.harness import BOOKS, PUBLISHED, SAMPLE, Ran, environment, run, spawn, tree
from tests.helpers import manifest, units, write_book
from tests.permissions import HELD


def report(*words: object, book: object = BOOKS / "areas", **said: str) -> Ran:
    return run(["report", "-b", book, "--lang", "en", *words], env=said)


def to(*files: Path) -> list[object]:
    return [word for file in files for word in ("-o", file)]


# The story of a clerk -------------------------------------------------------------------------------------------


def test_what_a_clerk_has_written_is_never_lost(tmp_path: Path) -> None:
    """The report, a gap filled in, once more (as a process of its own), what has not changed, by force."""
    paper, numbers = tmp_path / "báo cáo.md", tmp_path / "numbers.json"
    line = ["report", *AREAS.split(), "--lang", "vi", *to(paper, numbers)]
    assert run(line).code == 0
    first = paper.read_bytes()
    filled = first.replace("[…]".encode(), "Số 12/BC-UBND".encode(), 1)
    paper.write_bytes(filled)
    numbers.unlink()

    again = spawn(line)
    assert (again.code, again.out) == (5, b"")
    assert (f"{paper}" in again.stderr, " U064 " in again.stderr) == (True, True)
    assert tree(tmp_path) == {paper.name: filled}  # not even the other file

    assert run([*line, "--if-changed"]).code == 0
    assert tree(tmp_path).keys() == {paper.name, numbers.name}
    assert paper.read_bytes() == filled

    assert run([*line, "--force"]).code == 0
    assert paper.read_bytes() == first
    assert [file for file in tmp_path.iterdir() if file.name.startswith(".")] == []


def test_what_a_clerk_has_typed_into_a_document_is_never_lost(tmp_path: Path) -> None:
    """The same in an office program: a gap is filled in, and the file saved by a program that is not antq."""
    paper = tmp_path / "bao-cao-2021-08.docx"
    line = ["report", "-b", PUBLISHED, "--period", "2021-08", *to(paper)]
    assert run(line).code == 0
    first = paper.read_bytes()
    document = docx.Document(str(paper))
    gap = next(run for one in document.paragraphs for run in one.runs if run.text == "[cơ quan nhận báo cáo]")
    gap.text = "UBND tỉnh Thanh Hóa"
    document.save(str(paper))
    filled = paper.read_bytes()

    again = spawn(line)
    assert (again.code, again.out) == (5, b"")
    assert (f"{paper}" in again.stderr, " U064 " in again.stderr) == (True, True)
    assert tree(tmp_path) == {paper.name: filled}
    kept = run([*line, "--if-changed"])
    assert (kept.code, tree(tmp_path)) == (0, {paper.name: filled})
    assert run([*line, "--force"]).code == 0
    assert paper.read_bytes() == first
    assert run(line).code == 0  # untouched, it may be replaced


def test_what_somebody_has_written_into_a_page_is_never_lost(tmp_path: Path) -> None:
    """The same with an editor of text: an edited page is kept, one of somebody else as well; others are replaced."""
    page = tmp_path / "trang.html"
    line = ["report", "-b", PUBLISHED, "--period", "2021-08", *to(page)]
    assert run(line).code == 0
    first = page.read_bytes()
    filled = first.replace(b"</main>", "<p>Đã xem.</p></main>".encode())
    page.write_bytes(filled)
    again = spawn(line)
    assert (again.code, again.out, " U064 " in again.stderr) == (5, b"", True)
    assert tree(tmp_path) == {page.name: filled}
    assert (run([*line, "--if-changed"]).code, tree(tmp_path)) == (0, {page.name: filled})
    assert run([*line, "--force"]).code == 0
    assert page.read_bytes() == first
    page.write_bytes(first.replace(b"\n", b"\r\n"))  # carried over by a program that turns ends of lines
    assert run(line).code == 0
    assert page.read_bytes() == first
    page.write_text("<!DOCTYPE html><title>of somebody else</title>", "utf-8")
    foreign = run([*line, "--lang", "en"])
    assert (foreign.code, " U063 " in foreign.stderr) == (5, True)


def test_a_page_is_the_same_later_elsewhere_and_whatever_the_clock_says(tmp_path: Path) -> None:
    """More than two seconds apart, which is as exactly as a zip file or a disk of old may tell the time."""
    words = ["report", "-b", SAMPLE, "--period", "2021-08", "--lang", "vi", "-f", "html"]
    first = spawn(words, env={**environment(), "PYTHONHASHSEED": "1", "TZ": "Asia/Ho_Chi_Minh"})
    time.sleep(2.1)
    again = spawn(
        words, env={**environment(), "PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}, cwd=tmp_path
    )
    assert (first.code, again.code) == (0, 0)
    assert first.out == again.out
    assert first.out.startswith(b"<!DOCTYPE html>")


def test_several_formats_are_written_from_one_count_and_the_page_among_them(tmp_path: Path) -> None:
    files = [tmp_path / f"a.{suffix}" for suffix in ("html", "docx", "json")]
    assert report(*to(*files)).code == 0
    sources = {json.loads(files[2].read_text("utf-8"))["provenance"]["source"], mark_of(files[0].read_bytes()).source}  # type: ignore[union-attr]
    assert len(sources) == 1
    before = tree(tmp_path)
    ran = report(*to(*files), "--if-changed")
    assert (ran.code, ran.stderr.count("left as it is"), tree(tmp_path)) == (0, 3, before)


def test_a_page_may_go_to_the_screen() -> None:
    assert report("-f", "html").stdout.startswith("<!DOCTYPE html>")


def test_what_only_hides_small_numbers_is_refused_until_it_does() -> None:
    for line in ("report", "pledges summary", "check"):
        ran = run(f"{line} {AREAS} --lang en --public")
        assert refused(ran, "U066"), line
        assert "Small numbers cannot be hidden as yet: --public is not built." in ran.stderr
    assert refused(run(f"report {AREAS} --lang en --publish"), "U002")  # another word is no promise


def test_a_finding_of_a_template_leads_to_its_file(tmp_path: Path) -> None:
    for file in (tmp_path / "book" / "reports" / "mine.md", tmp_path / "t.md"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("::say nothing\n", "utf-8")
    write_book(tmp_path / "book", {})
    shutil.copytree(BOOKS / "areas", tmp_path / "book", dirs_exist_ok=True)
    for asked, shown in (("mine", "book/reports/mine.md"), ("./t.md", "t.md"), (tmp_path / "t.md", "t.md")):
        ran = run(["report", "-b", "book", "--template", asked], cwd=tmp_path)
        assert (ran.code, f"{shown}:1:7 U073" in ran.stderr) == (2, True), ran.stderr


def test_a_template_of_the_book_is_not_written_over(tmp_path: Path) -> None:
    book = shutil.copytree(BOOKS / "areas", tmp_path / "book")
    (book / "reports").mkdir()
    ran = report("-o", book / "reports" / "own.md", book=book)
    assert (ran.code, " U014 " in ran.stderr) == (2, True)
    assert report("-o", book / "reports" / "own.json", book=book).code == 0


def test_what_is_no_text_of_the_system_is_written_as_an_escape() -> None:
    ran = report("--title", "\udcff")
    assert (ran.code, r"\udcff" in ran.stdout.replace("\\\\", "\\")) == (0, True)
    assert (report("--title", "  ").code, " U003 " in report("--title", "  ").stderr) == (2, True)


def test_another_calendar_is_another_report() -> None:
    line = f"report -b {SAMPLE} -f json --template yearly --period 2021-01-01..2021-12-31"
    several = {run(f"{line}{more}").json["provenance"]["source"] for more in ("", " --calendar report")}
    assert len(several) == 2


@pytest.mark.parametrize("content", ["", "# Notes of the clerk\n", "\udcff"])
def test_a_file_that_antq_did_not_write_stays(content: str, tmp_path: Path) -> None:
    file = tmp_path / "report.md"
    file.write_bytes(content.encode("utf-8", "surrogateescape"))
    ran = report(*to(file))
    assert (ran.code, " U063 error\n" in ran.stderr) == (5, True)
    assert f"The file {file} is unchanged.\n" in ran.stderr
    assert file.read_bytes() == content.encode("utf-8", "surrogateescape")
    document = report(*to(file), "--if-changed")
    assert document.code == 5
    assert report(*to(file), "--force").code == 0
    assert report(*to(file)).code == 0  # it is antq's now


def test_every_file_that_is_kept_is_named(tmp_path: Path) -> None:
    files = [tmp_path / "a.md", tmp_path / "b.md"]
    for file in files:
        file.write_text("mine", "utf-8")
    ran = report(*to(*files, tmp_path / "c.json"))
    assert (ran.code, ran.stderr.count(" U063 ")) == (5, 2)
    assert not (tmp_path / "c.json").exists()


def test_what_is_the_same_is_left_alone_file_by_file(tmp_path: Path) -> None:
    files = [tmp_path / f"report.{form}" for form in ("md", "json", "csv")]
    assert report(*to(*files)).code == 0
    before = {file: file.stat().st_mtime_ns for file in files}
    files[2].write_text("others", "utf-8")
    files[1].write_text("{}", "utf-8")
    ran = report(*to(*files), "--if-changed", "-v")
    assert ran.code == 0
    assert (ran.stderr.count("was left as it is"), ran.stderr.count("written: ")) == (1, 2)
    assert {file: file.stat().st_mtime_ns == before[file] for file in files} == {
        files[0]: True,
        files[1]: False,
        files[2]: False,
    }
    assert "written: " not in report(*to(*files), "--if-changed", "-v").stderr
    assert "written: " in report(*to(*files), "-v").stderr


# What cannot be written -----------------------------------------------------------------------------------------


def test_no_file_is_named_twice_however_it_is_spelt(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    file = tmp_path / "a.md"
    for other in (file, tmp_path / "sub" / ".." / "a.md"):
        assert refused(report("-o", file, "-o", other), "U060"), other
    (tmp_path / "b.md").symlink_to(file)
    assert refused(report(*to(file, tmp_path / "b.md")), "U060")
    assert not file.exists()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        *(("a.pdf", "U008"), ("a", "U008"), ("a.md.txt", "U008"), ("no/such/a.md", "U010"), ("folder.md", "U010")),
        *(("file/a.md", "U010"), (f"{'a' * 300}.md", "U010")),
    ],
)
def test_a_target_that_cannot_be_is_refused_before_anything_is_counted(name: str, code: str, tmp_path: Path) -> None:
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "file").write_text("", "utf-8")
    ran = report(*to(tmp_path / "good.json", tmp_path / name), book=BOOKS / "refused")
    assert refused(ran, code)
    assert tree(tmp_path) == {"file": b""}


@HELD
def test_a_folder_that_may_not_be_written_into(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o500)
    assert refused(report(*to(tmp_path / "a.md", folder / "b.md")), "U010")
    assert not (tmp_path / "a.md").exists()


def test_no_part_of_the_book_is_written_over(tmp_path: Path) -> None:
    book = shutil.copytree(BOOKS / "areas", tmp_path / "book")
    before = tree(book)
    for name in ("units.csv", "UNITS.CSV", "new.csv", "units/a.md", "units/a.json"):
        assert refused(report(*to(tmp_path / "a.md", book / name), book=book), "U014") or name.startswith("units/")
    assert tree(book) == before
    assert report(*to(book / "report.md"), book=book).code == 0  # it is taken for nothing


def test_a_document_needs_a_file_and_what_writes_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert refused(report("-f", "docx"), "U061")
    assert refused(report("-f", "docx", "-o", "-"), "U061")
    monkeypatch.setattr("antq_cli.cli.targets.find_spec", lambda _: None)
    for name, package, extra in (("docx", "python-docx", "office"), ("html", "Jinja2", "html")):
        ran = report("-o", tmp_path / f"a.{name}")
        assert refused(ran, "U062")
        assert f"{name} needs {package}" in ran.stderr
        assert f'python -m pip install "antq-cli[{extra}]"' in ran.stderr
    assert report("-o", tmp_path / "a.md").code == 0


def test_the_screen_and_a_file_do_not_go_together(tmp_path: Path) -> None:
    assert refused(report("-o", "-", "-o", tmp_path / "a.md"), "U053")
    assert report("-o", "-").out == report().out


def test_a_name_that_may_not_be_taken_tells_what_was_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [tmp_path / name for name in ("a.json", "b.csv")]
    replace = Path.replace

    def refuse(beside: Path, target: Path) -> Path:
        if target.name == "b.csv":
            raise PermissionError(13, "Permission denied")
        return replace(beside, target)

    monkeypatch.setattr(Path, "replace", refuse)
    ran = report(*to(*files))
    assert refused(ran, "U065")
    assert f"Replaced before it: {files[0]}." in ran.stderr
    assert tree(tmp_path).keys() == {"a.json"}


@pytest.mark.parametrize(
    ("book", "words", "code"),
    [
        ("refused", [], 2),
        ("areas", ["--unit", "7"], 2),
        ("areas", ["--as-of", "1990-01-01"], 3),
        ("bad", ["--strict"], 1),
        ("bad", ["--strict", "--as-of", "1990-01-01"], 1),
        ("refused", ["--strict"], 2),
    ],
)
def test_what_comes_to_nothing_writes_nothing(book: str, words: list[str], code: int, tmp_path: Path) -> None:
    (tmp_path / "old.json").write_text("{}", "utf-8")
    ran = report(*to(tmp_path / "a.md", tmp_path / "old.json"), *words, book=BOOKS / book)
    assert (ran.code, ran.out) == (code, b"")
    assert ran.stderr
    assert tree(tmp_path) == {"old.json": b"{}"}


def test_a_book_without_returns_has_nothing_to_report(tmp_path: Path) -> None:
    book = write_book(tmp_path / "book", {"antq.toml": manifest(), "units.csv": units("D,Huyện,district")})
    ran = report(*to(tmp_path / "a.md"), "-q", book=book)
    assert (ran.code, ran.stderr.count("\n"), [*tmp_path.glob("*.md")]) == (3, 1, [])


# What is written ------------------------------------------------------------------------------------------------


def test_rows_that_are_left_out_are_told_in_a_note_and_no_finding_is() -> None:
    note = "*Rows that could not be read or placed, and are not counted: number of households 4; households 7;"
    for line in ("-b tests/books/bad", JOURNAL):
        ran = run(f"report {line} --lang en")
        assert (ran.code, note in ran.stdout) == ((1, True) if "bad" in line else (0, False))
        assert " error" not in ran.stdout.partition("<!--")[0]
    document = run("report -b tests/books/bad -f json").json
    assert (document["status"], document["exit_code"]) == ("findings", 1)
    assert document["provenance"]["findings"] == document["findings"] != {"error": 0, "warning": 0}


def test_nothing_that_somebody_calls_a_place_or_a_report_is_obeyed(tmp_path: Path) -> None:
    name, title = "=<script>|`x`]]>*--\u202e", "--> <!-- ]]> [a](b) \u202e"
    files = {**BEGINNING, "units.csv": BEGINNING["units.csv"].replace("Thôn Thượng", name)}
    book = write_book(tmp_path / "book", {**files, "antq.toml": files["antq.toml"].replace("Bình Minh", "x")})
    paper, table = tmp_path / "a.md", tmp_path / "a.csv"
    line = (*to(paper, table), "--title", title)
    assert report(*line, book=book).code == 0
    text = paper.read_text("utf-8")
    assert r"=\<script\>" in text
    assert len(re.findall(r"(?<!\\)<", text)) == 1  # that of the comment
    assert re.search(r"(?<!\\)\]\(|(?<!\\)`|\u202e", text.partition("<!-- antq")[0]) is None
    assert all(row["unit_name"][:1] != "=" for row in csv.DictReader(table.read_text("utf-8").splitlines()))
    paper_of_yesterday = paper.read_bytes()
    assert report(*line, book=book).code == 0  # its mark is found whatever it is called
    assert paper.read_bytes() == paper_of_yesterday


def test_a_pipe_or_what_swallows_all_is_written_into(tmp_path: Path) -> None:
    assert report("-f", "json", "-o", "/dev/null").code == 0
    assert refused(report("-o", "/dev/null"), "U008")
    assert report("-f", "json", "-o", tmp_path / "a.json", "-o", "/dev/null").code == 0
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))["schema"] == "antq/report/1"


def test_every_figure_is_a_row_and_every_number_has_its_place() -> None:
    document = run(f"report {JOURNAL} -f json --period 2022").json
    rows, numbers = document["rows"], document["numbers"]
    ids = [row["figure"] for row in rows]
    assert len(set(ids)) == len(ids) > 3
    assert {number["figure"] for number in numbers} >= set(ids)
    assert len({number["place"] for number in numbers}) == len(numbers)
    of_figure = {row["figure"]: row for row in rows}
    held = [each for each in numbers if each["figure"] in of_figure and each["part"] in ("num", "den", "percent")]
    assert held
    for number in held:
        assert of_figure[number["figure"]][number["part"]] == number["value"], number
    header, *told = csv.reader(run(f"report {JOURNAL} -f csv --period 2022").stdout.splitlines())
    assert [dict(zip(header, row, strict=True))["figure"] for row in told] == ids
    gaps = document["provenance"]["gaps"]
    assert gaps == {
        "open": sum(not gap["missing"] for gap in document["gaps"]),
        "missing": sum(gap["missing"] for gap in document["gaps"]),
    }


def test_gaps_are_counted_and_listed_for_who_asks() -> None:
    document = report("-f", "json").json
    gaps = document["provenance"]["gaps"]
    told = f"Gaps to fill in: {gaps['open']}; numbers that the book does not have: {gaps['missing']}.\n"
    assert report().stderr.endswith(told)
    assert report("-v").stderr.count("\nto fill in: ") == len(document["gaps"]) > 0
    assert report("-q").err == b""


def test_without_a_period_it_is_a_stock() -> None:
    left_out = re.search("nothing to say here, and left out: (.*)", report("-v").stderr)
    assert left_out is not None
    assert {"period", "compared", "returns-late", "comparison"} <= {*left_out[1].split(", ")}
    within = re.search("nothing to say here, and left out: (.*)", report("-v", "--period", "2024").stderr)
    assert within is not None
    assert "period" not in within[1].split(", ")


# Provenance -----------------------------------------------------------------------------------------------------


def test_it_says_from_what_it_was_made_and_nothing_of_where() -> None:
    whole = report("-f", "json", "--title", "T").json
    said = whole["provenance"]
    book = open_book(str(BOOKS / "areas"), Path())
    for name in REGISTERS:
        book.table(name)
    hashes = book.hashes()
    assert (said["book"]["content"], said["book"]["manifest"]) == (hashes.content, hashes.manifest)
    assert said["book"]["registers"] == {name: each for name, each in hashes.registers.items() if each is not None}
    assert (said["book"]["id"], said["book"]["data"]) == ("areas", "synthetic")
    assert said["tool"] == {"name": "antq", "version": __version__}
    beside = ("source", "tool", "commit", "clean")
    assert said["source"] == hash_of_json({name: value for name, value in said.items() if name not in beside})
    assert str(BOOKS) not in json.dumps(whole)
    line = report().stdout.partition("<!--")[0].split("\n")
    content = str(hashes.content).partition(":")[2]
    assert f"*Figures of 31/12/2024; book {content[:12]}; antq {__version__}*" in line


def test_it_is_the_same_wherever_the_same_is_asked(tmp_path: Path) -> None:
    """From a copy with CRLF and its rows in another order, elsewhere, at another time: but for the commit."""
    copy = shutil.copytree(BOOKS / "journal", tmp_path / "elsewhere")
    for file in copy.glob("*.csv"):
        header, *rows = file.read_bytes().splitlines()
        file.write_bytes(b"".join(row + b"\r\n" for row in (header, *reversed(rows))))
    here = report("-f", "json", "--period", "2022", book=BOOKS / "journal", ANTQ_TODAY="2024-01-01").json
    there = report("-f", "json", "--period", "2022", book=copy, ANTQ_TODAY="2025-01-01", TZ="Asia/Tokyo").json
    for document in (here, there):
        document["provenance"].pop("commit", None)
        document["provenance"].pop("clean", None)
    assert here == there


def test_the_bytes_do_not_depend_on_where_it_runs() -> None:
    line = f"report {JOURNAL} --period 2022 --lang vi"
    ran = spawn(line, env={**environment(), "PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"})
    assert ran.out == run(line).out
