"""Which files make a book, and what is said where they do not."""

from pathlib import Path

import pytest

from antq_cli.core.findings import Finding, Refused, Uncountable
from antq_cli.core.registers import REGISTERS
from antq_cli.reading.book import Book, find_book, open_book, read_book
from antq_cli.words.speech import suggestion
from tests.helpers import reported, shown
from tests.permissions import HELD
from tests.reading.books import MANIFEST, Refusing, all_findings, book_at, write

UNITS = "code,name,level\nT,Top,district\n"
HEADER = "code,name,level\n"
ROW = HEADER + "{},x,area\n"
TOML = '[[units]]\ncode = "{}"\nname = "x"\nlevel = "area"\n'


def found(book: Book, name: str = "units") -> list[Finding]:
    """What reading a register finds."""
    book.table(name)
    return [finding for finding in reported(book.collector) if finding.register == name]


def codes(book: Book, name: str = "units") -> list[str]:
    return [finding.rule.code for finding in found(book, name)]


def refusal(folder: str | Path | None, here: Path = Path()) -> Finding:
    with pytest.raises(Refused) as caught:
        open_book(None if folder is None else str(folder), here)
    (finding,) = caught.value.findings
    return finding


# ------------------------------------------------------------------------------------------------ finding the book


def test_the_nearest_book_upward_is_found(tmp_path: Path) -> None:
    write(tmp_path, {"antq.toml": MANIFEST, "inner/antq.toml": MANIFEST, "inner/a/b/x.txt": ""})
    (tmp_path / "inner/a/antq.toml").mkdir()  # a folder is no manifest
    assert find_book(None, tmp_path / "inner/a/b") == tmp_path / "inner"


def test_the_book_that_is_asked_for_goes_before_the_nearest(tmp_path: Path) -> None:
    write(tmp_path, {"one/antq.toml": MANIFEST, "other/antq.toml": MANIFEST})
    assert find_book(str(tmp_path / "one"), tmp_path / "other") == tmp_path / "one"


@pytest.mark.parametrize("asked", ["nowhere", "x" * 5000, "file.txt", "a\0b", "empty"])
def test_no_book(tmp_path: Path, asked: str, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"file.txt": "", "empty/x": ""})
    monkeypatch.chdir(tmp_path)
    finding = refusal(asked)
    assert (finding.rule.code, finding.place.path) == ("F001", asked)


def test_no_book_upward(tmp_path: Path) -> None:
    assert refusal(None, tmp_path).rule.code == "F001"


# ---------------------------------------------------------------------------------------------- the forms of a register


@pytest.mark.parametrize(
    "files",
    [
        {"units.csv": UNITS},
        {"units.CSV": UNITS},
        {"units.toml": '[[units]]\ncode = "T"\nname = "Top"\nlevel = "district"\n'},
        {"units/1.csv": UNITS},
        {"units/1.CSV": UNITS},
        {"units/1.csv": UNITS, "units/2.csv": HEADER, "units/.hidden.csv": "x"},
        {"units/1.toml": '[[units]]\ncode = "T"\nname = "Top"\nlevel = "district"\n', "units/2.csv": HEADER},
    ],
    ids="+".join,
)
def test_a_register_has_several_forms(tmp_path: Path, files: dict[str, str]) -> None:
    table = (book := book_at(tmp_path, files)).table("units", needed=True)
    assert (table.columns["code"], table.columns["name"], found(book)) == (["T"], ["Top"], [])


@pytest.mark.parametrize(
    ("files", "forms"),
    [
        (("units.csv", "units.toml"), ["units.csv", "units.toml"]),
        (("units.csv", "units/x.csv"), ["units.csv", "units/"]),
        (("units.csv", "units.toml", "units/x.csv"), ["units.csv", "units.toml", "units/"]),
        pytest.param(
            ("units.csv", "units.CSV"),
            ["units.CSV", "units.csv"],
            marks=pytest.mark.skipif(Path(__file__.upper()).exists(), reason="capitals are not told apart here"),
        ),
    ],
)
def test_two_forms_at_once_are_refused(tmp_path: Path, files: tuple[str, ...], forms: list[str]) -> None:
    table = (book := book_at(tmp_path, dict.fromkeys(files, UNITS))).table("units")
    ((code, place, values),) = [(finding.rule.code, finding.place.path, finding.values) for finding in found(book)]
    assert (code, place, values["forms"]) == ("F003", forms[0], forms)
    assert table.refused
    assert len(table) == 0


def test_parts_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    files = {"units/b.csv": ROW.format("B"), "units/c.toml": TOML.format("C"), "units/a.csv": ROW.format("A")}
    assert book_at(tmp_path, files).table("units").columns["code"] == ["A", "B", "C"]


def test_hidden_files_are_ignored_and_others_are_pointed_out(tmp_path: Path) -> None:
    files = {"units/1.csv": UNITS, "units/.1.csv.swp": "x", "units/~$1.xlsx": "x", "units/deep/2.csv": ROW.format("B")}
    table = (book := book_at(tmp_path, files)).table("units")
    assert [(finding.rule.code, finding.place.path) for finding in found(book)] == [
        ("F018", "units/deep"),
        ("F018", "units/~$1.xlsx"),
    ]
    assert (table.columns["code"], table.refused) == (["T"], False)


def test_strange_names_beside_the_registers(tmp_path: Path) -> None:
    files = {
        "Units.csv": UNITS,
        "unit.csv": "x",
        "claims.csv": "x",
        "notes.txt": "x",
        "x.toml": "",
        "directives/1.csv": "",
    }
    book = book_at(tmp_path, files)
    assert [(f.rule.code, f.place.path) for f in book.stray_files()] == [("F018", "unit.csv"), ("F018", "x.toml")]
    assert book.table("units").columns["code"] == ["T"]


@pytest.mark.parametrize(
    ("folder", "meant"),
    [
        ("Claims/x.csv", "claims"),
        ("CLAIMS/2021.toml", "claims"),
        ("claim/x.CSV", "claims"),
        ("Household/x.csv", "households"),
        ("organizations/x.csv", "organisations"),
        ("claim/readme.txt", None),  # nothing that could be read
        ("claim/2021/x.csv", None),
        ("directives/x.csv", None),  # a register's own name
        ("docs/x.csv", None),  # what people keep in a book
        ("baocao/x.csv", None),
        ("reports/x.csv", None),
        ("cu/claims.csv", None),
        ("claims-2020/x.csv", None),
        (".claims/x.csv", None),
        (".git/config.toml", None),
    ],
)
def test_folders_that_are_nearly_called_like_a_register(folder: str, meant: str | None, tmp_path: Path) -> None:
    book = book_at(tmp_path, {"units.csv": UNITS, folder: "x"})
    found = [(f.rule.code, f.place.path, suggestion(shown(f))) for f in book.stray_files()]
    assert found == ([] if meant is None else [("F018", folder.partition("/")[0], meant)])


@pytest.mark.parametrize("name", ["units.csv", "units/1.csv", "units.toml"])
def test_a_folder_where_a_file_should_be(tmp_path: Path, name: str) -> None:
    write(tmp_path, {f"{name}/x": ""})
    table = (book := book_at(tmp_path, {})).table("units")
    assert [(finding.rule.code, finding.place.path) for finding in found(book)] == [("F002", name)]
    assert table.refused


def test_a_manifest_that_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "antq.toml").mkdir()
    finding = refusal(tmp_path)
    assert (finding.rule.code, finding.place.path) == ("F002", "antq.toml")


def test_a_link_to_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"units/1.csv": UNITS})
    (tmp_path / "units/2.csv").symlink_to(tmp_path / "gone.csv")
    table = (book := book_at(tmp_path, {})).table("units")
    assert [(finding.rule.code, finding.place.path, str(finding.values["why"])) for finding in found(book)] == [
        ("F002", "units/2.csv", "FileNotFoundError")
    ]
    assert table.refused
    assert table.columns["code"] == ["T"]


@pytest.mark.parametrize(
    ("name", "refused"),
    [("units.csv", "units.csv"), ("units/1.csv", "units"), ("units/1.csv", "units/1.csv"), ("", "")],
)
def test_permission_refused(tmp_path: Path, name: str, refused: str) -> None:
    write(tmp_path, {"antq.toml": MANIFEST} | ({name: UNITS} if name else {}))
    book = read_book(Refusing(tmp_path, refused), tmp_path)
    table = book.table("units")
    ((code, place, why),) = [(one.rule.code, one.place.path, str(one.values["why"])) for one in found(book)]
    assert (code, place, why) == ("F002", refused or ".", "PermissionError")
    assert book.stray_files() == []
    assert table.refused


@HELD
@pytest.mark.parametrize(
    ("closed", "place"), [("book/units.csv", "units.csv"), ("book/units", "units"), ("apart", "units")]
)
def test_permission_refused_by_the_system(tmp_path: Path, closed: str, place: str) -> None:
    """A file, a folder, and a link to a folder that lies where nobody may look."""
    write(tmp_path, {"book/antq.toml": MANIFEST, "apart/units/1.csv": UNITS})
    if closed == "apart":
        (tmp_path / "book/units").symlink_to(tmp_path / "apart/units")
    else:
        write(tmp_path, {closed if closed.endswith(".csv") else f"{closed}/1.csv": UNITS})
    (tmp_path / closed).chmod(0)
    try:
        table = (book := open_book(str(tmp_path / "book"), tmp_path)).table("units")
    finally:
        (tmp_path / closed).chmod(0o700)
    assert [(finding.rule.code, finding.place.path) for finding in found(book)] == [("F002", place)]
    assert table.refused


# ------------------------------------------------------------------------------------------------- little or nothing


@pytest.mark.parametrize(
    ("content", "expected"), [("", ["F010"]), ("\ufeff", ["F010"]), (HEADER, []), (HEADER.strip(), [])]
)
@pytest.mark.parametrize("fast", [True, False])
def test_an_empty_file_is_refused_and_a_header_is_enough(
    tmp_path: Path, content: str, expected: list[str], fast: bool
) -> None:
    book = book_at(tmp_path, {"units.csv": content}, fast=fast)
    assert (codes(book), len(book.table("units")), book.table("units").refused) == (expected, 0, bool(expected))


@pytest.mark.parametrize("name", ["units", "crosswalk"])
def test_a_register_may_be_missing_unless_it_is_needed(tmp_path: Path, name: str) -> None:
    book = book_at(tmp_path, {})
    assert codes(book, name) == []
    assert book.rows(REGISTERS[name].model) == ()
    assert codes(book, name) == []
    book.table(name, needed=True)
    book.table(name, needed=True)
    assert codes(book, name) == ["F019"]
    assert book.table(name).refused
    assert [*book.table(name).columns.values()] == [[]] * len(book.table(name).columns)


def test_an_empty_folder_is_no_register(tmp_path: Path) -> None:
    (tmp_path / "units").mkdir()
    assert book_at(tmp_path, {}).table("units", needed=True).refused


def test_a_register_is_read_once_and_only_when_it_is_asked_for(tmp_path: Path) -> None:
    book = book_at(tmp_path, {"units.csv": UNITS})
    assert not book.was_read("units")
    assert book.table("units") is book.table("units", needed=True)
    assert (book.was_read("units"), book.was_read("teams"), bool(book.collector)) == (True, False, False)


def test_what_cannot_be_read_refuses_with_all_that_was_found(tmp_path: Path) -> None:
    book = book_at(tmp_path, {"units.csv": "code,name,level\nA\n", "teams.csv": "code,kind,unit\nA,b c,d\n"})
    book.table("teams")
    book.table("units")
    book.refuse_if_unreadable("teams")
    with pytest.raises(Uncountable) as caught:
        book.refuse_if_unreadable()
    assert [finding.rule.code for finding in caught.value.findings] == ["F011"]
    assert [finding.rule.code for finding in reported(book.collector)] == ["D101", "F011"]


def test_fast_and_slow_find_the_same_in_a_whole_book(tmp_path: Path) -> None:
    files = {
        "antq.toml": MANIFEST,
        "units/1.csv": UNITS,
        "units/2.csv": UNITS + "U,e\u0301,area\n",
        "units/3.toml": TOML.format("U 1"),
        "households/1.csv": "household,area,joined\nH,T,\nH,T,2021-01-01\n",
        "returns.csv": "date,unit,measure,count,total\n2021-01-01,T,households,9,8\n",
        "teams.csv": "code,kind,unit\n1,a\n",
        "stray.csv": "",
    }
    write(tmp_path, files)
    assert [*all_findings(tmp_path)] == [*all_findings(tmp_path, fast=False)]
    assert sorted(finding.rule.code for finding in all_findings(tmp_path)) == [
        "D101", "D107", "D202", "D301", "D303", "F011", "F018",
    ]  # fmt: skip


# ------------------------------------------------------------------------------------------------------------ copies


@pytest.mark.parametrize(
    "copy", ["a (1)", "a - Copy", "a - Sao chép (2)", "a copy", "a_copy 2", "Copy of a", "Bản sao của a"]
)
def test_of_a_file_and_its_copy_the_copy_is_blamed(copy: str, tmp_path: Path) -> None:
    (one,) = found(book_at(tmp_path, {"units/a.csv": UNITS, f"units/{copy}.csv": UNITS}))
    assert (one.rule.code, one.place.path, one.values["first"]) == ("D301", f"units/{copy}.csv", "units/a.csv:2")


def test_what_is_called_like_a_copy_of_nothing_stands_where_its_name_is(tmp_path: Path) -> None:
    files = {"units/a (1).csv": ROW.format("A"), "units/b.csv": ROW.format("B")}
    assert book_at(tmp_path, files).table("units").columns["code"] == ["A", "B"]


def test_a_copy_beside_a_register_is_not_told_to_take_its_name(tmp_path: Path) -> None:
    book = book_at(tmp_path, {"units.csv": UNITS, "units (1).csv": UNITS, "unit.csv": UNITS})
    assert [(each.place.path, suggestion(shown(each))) for each in book.stray_files()] == [
        ("unit.csv", "units"),
        ("units (1).csv", None),
    ]
