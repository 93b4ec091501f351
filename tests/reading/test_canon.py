"""The hash of a book: the same however the book is written, another as soon as it says anything else."""

import csv
import hashlib
import json
import tomllib
from collections.abc import Mapping, Sequence
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from hypothesis import assume, given
from hypothesis import strategies as st

from antq_cli.core import canon
from antq_cli.core.canon import Hashes, book_hash, manifest_hash
from antq_cli.core.registers import REGISTERS
from antq_cli.reading import book as reading_book
from antq_cli.reading.book import Book, open_book
from tests.cli.harness import PUBLISHED, SAMPLE
from tests.reading.books import MANIFEST, book_of
from tests.reading.helpers import BOM, COLUMNS, KINDS, NFD, Row, Sheet, sheets, typed, wrong_sheets
from tests.reading.test_toml import trees, typed_tables
from tests.thinned import tries

Files = Mapping[str, str | bytes]


def read_whole(book: Book) -> Hashes:
    for name in REGISTERS:
        book.table(name)
    return book.hashes()


def hashes(files: Files, *, fast: bool = True) -> Hashes:
    """The hashes of a whole book in memory."""
    return read_whole(book_of(files, fast=fast))


# ----------------------------------------------------------------------------------------------------- the two books

PINNED = {
    PUBLISHED: "sha256:ed77c6af9905ed5c1e618f25ff6c4ee7d567646a27a195b9ddde6918e47104ca",
    SAMPLE: "sha256:2e1ab0235d1896bb846993211eae6557c1cb850b6cd9989f3a1cc5d914fd6435",
}


def sha256(text: str) -> str:
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def by_the_page(register: str, rows: Sequence[Row]) -> str:
    """The hash of a register as docs/output.md has it, with nothing of the program."""
    columns = [column.partition(":")[0] for column in COLUMNS[register].split()]
    holding = [column for column in columns if any(row.get(column) for row in rows)]
    lines = sorted("\0".join(row.get(column, "") for column in holding) for row in rows)
    return sha256("\r".join(["\0".join(holding), *lines]))


def rows_in(book: Path, register: str) -> list[Row]:
    texts = [
        file.read_text("utf-8")
        for file in (book / f"{register}.csv", *sorted(book.glob(f"{register}/*.csv")))
        if file.exists()
    ]
    return [row for text in texts for row in csv.DictReader(text.split("\n"))]


@pytest.mark.parametrize("folder", PINNED, ids=lambda folder: folder.name)
def test_the_hash_of_a_whole_book_is_that_of_the_page_and_never_changes(folder: Path) -> None:
    found = read_whole(open_book(str(folder), folder))
    registers = {name: by_the_page(name, rows) for name in REGISTERS if (rows := rows_in(folder, name))}
    assert {name: each for name, each in found.registers.items() if each is not None} == registers
    assert found.registers.keys() == REGISTERS.keys()
    assert found.manifest == sha256(compact(tomllib.loads((folder / "antq.toml").read_text("utf-8"))))
    assert found.content == sha256(compact({"manifest": found.manifest, "registers": registers}))
    assert found.content == PINNED[folder]


# --------------------------------------------------------------------------------------------- what changes nothing


@st.composite
def dressed(draw: st.DrawFn, sheet: Sheet) -> Files:
    """Draw the files of a register with the rows of a sheet: in other orders, blank columns, parts and formats."""
    rows, name = draw(st.permutations(sheet.rows)), sheet.register
    ends = sorted(draw(st.lists(st.integers(0, len(rows)), max_size=2)))
    files = {}
    for number, (start, end) in enumerate(zip([0, *ends], [*ends, len(rows)], strict=True)):
        blank = [column for column in KINDS[name] if column not in sheet.columns and draw(st.booleans())]
        columns = draw(st.permutations([*sheet.columns, *blank]))
        part = Sheet(name, columns, [{column: row.get(column, "") for column in columns} for row in rows[start:end]])
        form = draw(st.sampled_from(["csv", "CSV", "toml"]))
        written = typed_tables(part, bare=False) if form == "toml" else typed(part)
        plain = form != "toml" and draw(st.booleans())
        files[f"{number}.{form}"] = typed_as(part).encode() if plain else draw(written).raw
    if len(files) == 1 and draw(st.booleans()):
        return {f"{name}{Path(path).suffix}": raw for path, raw in files.items()}
    return {f"{name}/{path}": raw for path, raw in files.items()}


any_sheets = sheets(max_rows=5) | wrong_sheets().map(lambda drawn: drawn[0])


@tries(80)
@given(st.data(), any_sheets, st.booleans())
def test_how_a_register_is_written_changes_nothing(data: st.DataObject, sheet: Sheet, fast: bool) -> None:
    found = hashes(data.draw(dressed(sheet)), fast=fast)
    assert found.registers[sheet.register] == by_the_page(sheet.register, sheet.rows)
    registers = {sheet.register: by_the_page(sheet.register, sheet.rows)}
    assert found.content == book_hash(manifest_hash(tomllib.loads(MANIFEST)), registers)


@tries(60)
@given(st.data(), st.dictionaries(st.text("ab.é#[\"' ", max_size=3), trees, max_size=4), st.booleans())
def test_how_a_manifest_is_written_changes_nothing(data: st.DataObject, tree: dict[str, Any], lines: bool) -> None:
    def shuffled(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: shuffled(value[key]) for key in data.draw(st.permutations([*value]))}
        return [shuffled(each) for each in value] if isinstance(value, list) else value

    other = tomli_w.dumps(shuffled(tree), multiline_strings=lines)
    comments = "# seen\n" + (other if lines else other.replace("\n", " # [x]\r\n"))
    assert manifest_hash(tomllib.loads(comments)) == manifest_hash(tree)


def test_the_order_of_keys_comments_and_dress_of_the_manifest_of_a_book_change_nothing() -> None:
    plain = hashes({})
    pledges, rest = "[pledges.household]\n", MANIFEST.replace("[pledges.household]\n", "")
    inline = rest.replace(
        'title.vi = "Chiến dịch"\ntitle.en = "Campaign"\n', "title = {en = 'Campaign', vi = 'Chiến dịch'}\n"
    )
    for manifest in (
        "# seen\n" + MANIFEST.replace("\n", "\r\n"),
        inline + pledges,
        "schema = 0x1 # one\n" + MANIFEST[11:],
    ):
        assert hashes({"antq.toml": manifest}) == plain
    assert hashes({"antq.toml": f"{rest}[pledges]\nhousehold = {{}}\n"}) == plain
    assert hashes({"antq.toml": f"{MANIFEST}[teams]\n"}) != plain


HOUSEHOLDS = "household,area,joined,left,excluded\n"
ROWS = ["H1,A,,2021-01-01,", "H1,B,2021-01-01,,absent", "H2,A,,,", "H3,A,,,", "H3,A,,,"]


def text(rows: Sequence[str], header: str = HOUSEHOLDS) -> str:
    return header + "".join(row + "\n" for row in rows)


SAME: dict[str, Files] = {
    "crlf": {"households.csv": text(ROWS).replace("\n", "\r\n")},
    "some crlf": {"households.csv": text(ROWS).replace("\n", "\r\n", 2)},
    "bom": {"households.csv": BOM + text(ROWS)},
    "no last line end": {"households.csv": text(ROWS).removesuffix("\n")},
    "rows in another order": {"households.csv": text(ROWS[::-1])},
    "columns in another order": {
        "households.csv": "excluded,household,area,joined,left\n,H1,A,,2021-01-01\nabsent,H1,B,2021-01-01,\n"
        ",H2,A,,\n,H3,A,,\n,H3,A,,\n"
    },
    "another blank column": {"households.csv": text([row + "," for row in ROWS], HOUSEHOLDS.strip() + ",note\n")},
    "quotes": {"households.csv": text([row.replace("A", '"A"') for row in ROWS])},
    "capitals": {"households.CSV": text(ROWS)},
    "parts": {"households/1.csv": text(ROWS[:2]), "households/2.csv": text(ROWS[2:])},
    "parts in another order": {"households/1.csv": text(ROWS[2:]), "households/2.csv": text(ROWS[:2])},
    "a part without rows": {"households/1.csv": text([]), "households/2.csv": text(ROWS)},
    "toml": {
        "households.toml": '[[households]]\nhousehold = "H1"\narea = "A"\nleft = 2021-01-01\n'
        "[[households]]\nhousehold = 'H1'\narea = 'B'\njoined = '2021-01-01'\nexcluded = 'absent'\n"
        + "".join(f'[[households]]\nhousehold = "{code}"\narea = "A"\n' for code in ("H2", "H3", "H3"))
    },
    "what is no register": {"households.csv": text(ROWS), "notes.txt": "x", "docs/households.csv": "x"},
}


@pytest.mark.parametrize("files", SAME.values(), ids=SAME)
@pytest.mark.parametrize("fast", [True, False])
def test_the_same_rows_have_the_same_hash(files: Files, fast: bool) -> None:
    assert hashes(files, fast=fast) == hashes({"households.csv": text(ROWS)})


def test_which_of_two_equal_rows_comes_first_does_not_matter() -> None:
    rows = ["H1,A,,,,x", "H1,A,,,,y"]
    header = HOUSEHOLDS.strip() + ",note\n"
    assert len({hashes({"households.csv": text(order, header)}).content for order in permutations(rows)}) == 1


# ----------------------------------------------------------------------------------------- what changes everything


@tries(80)
@given(st.data(), any_sheets, st.booleans())
def test_another_cell_or_row_is_another_register(data: st.DataObject, sheet: Sheet, fast: bool) -> None:
    """Whatever is wrong with it: what is left out of the figures stands in the files."""
    assume(sheet.rows)
    plain = hashes({f"{sheet.register}.csv": typed_as(sheet)}, fast=fast)
    row = data.draw(st.sampled_from(range(len(sheet.rows))))
    column = data.draw(st.sampled_from(sheet.columns))
    cells = sheet.rows[row]
    other = data.draw(st.sampled_from(["", "x", " ", "2021-03-01", NFD, "a,b", 'a"', "a\nb", cells[column] + "\n"]))
    assume(other != cells[column])
    changes = {
        "a cell": [*sheet.rows[:row], {**cells, column: other}, *sheet.rows[row + 1 :]],
        "a row less": [*sheet.rows[:row], *sheet.rows[row + 1 :]],
        "a row twice": [*sheet.rows, cells],
    }
    for rows in changes.values():
        changed = hashes({f"{sheet.register}.csv": typed_as(Sheet(sheet.register, sheet.columns, rows))}, fast=fast)
        assert changed.registers[sheet.register] not in (None, plain.registers[sheet.register])
        assert changed.content not in (None, plain.content)
        assert changed.manifest == plain.manifest


def typed_as(sheet: Sheet) -> str:
    """A sheet as CSV with every cell in quotes, but for a plain one, as the fast path takes it."""
    cells = [cell for row in sheet.rows for cell in row.values()]
    if not any(set(cell) & set(',"\n') for cell in cells):
        return sheet.text()
    lines = [sheet.columns, *([row[column] for column in sheet.columns] for row in sheet.rows)]
    return "".join(",".join('"' + cell.replace('"', '""') + '"' for cell in line) + "\n" for line in lines)


@tries(60)
@given(st.data(), trees, trees)
def test_another_value_is_another_manifest(data: st.DataObject, one: Any, other: Any) -> None:
    assume(compact(one) != compact(other))
    assert manifest_hash({"a": one}) != manifest_hash({"a": other})
    assert manifest_hash({"a": one}) != manifest_hash({"b": one})
    assert manifest_hash({"a": [one, other]}) != manifest_hash({"a": [other, one]})


DIFFERENT = {
    "another area": text(["H1,C,,2021-01-01,", *ROWS[1:]]),
    "another day": text(["H1,A,,2020-12-31,", *ROWS[1:]]),
    "one row less": text(ROWS[:-1]),
    "the last row is gone": text([*ROWS[:2], *ROWS[3:]]),
    "a note": text([f"{row},{'x' if row[1] == '2' else ''}" for row in ROWS], HOUSEHOLDS.strip() + ",note\n"),
    "cells exchanged": text(["A,H1,,2021-01-01,", *ROWS[1:]]),
    "columns exchanged": text(ROWS, "area,household,joined,left,excluded\n"),
    "a day that there is not": text([*ROWS, "H4,A,1/1/2021,,"]),
    "another such day": text([*ROWS, "H4,A,2/1/2021,,"]),
    "a row of blanks": text([*ROWS, ",,,,"]),
    "two rows of blanks": text([*ROWS, ",,,,", ",,,,"]),
    "no row": text([]),
    "one row, of blanks": text([",,,,"]),
    "two rows, of blanks": text([",,,,", ",,,,"]),
}


def test_other_rows_have_other_hashes() -> None:
    files = [{}, *({"households.csv": changed} for changed in (text(ROWS), *DIFFERENT.values()))]
    assert len({hashes(each).content for each in files}) == len(files)
    assert len({hashes(each, fast=False).content for each in files}) == len(files)


BROKEN = '[[households]]\nhousehold = "H"\narea = {}\n'


def test_values_that_no_column_takes_are_part_of_it_as_they_are_written() -> None:
    values = ["nan", "+nan", "inf", "1.0", "1", "true", "2021-01-01", "2021-01-01 00:00:00", "[1,\n2]", "{n = 1}"]
    texts = [BROKEN.format(value) for value in (*values, '"x"')] + ["[[households]]\n", "[[households]]\n" * 2]
    assert len({hashes({"households.toml": each}).content for each in texts}) == len(texts)
    for each in texts:
        crlf = hashes({"households.toml": each.replace("\n", "\r\n")})
        assert crlf == hashes({"households.toml": each}), each


def test_no_cell_can_pretend_to_be_two() -> None:
    for separator in ("\x1f", "\x1e", "\x1d", "\t", "|", ",", "\n", "\r", "\r\n", "\x00", BOM, "\\u0000"):
        rows = [("A", f"x{separator}", "y"), ("A", "x", f"{separator}y")]
        texts = [f'code,name,level,act,note\n"{code}",n,l,"{act}","{note}"\n' for code, act, note in rows]
        one, other = (hashes({"units.csv": each}).registers["units"] for each in texts)
        assert one != other or one is None, separator
        assert (one is None) == (separator in {"\r", "\x00", BOM})


def test_no_row_can_pretend_to_be_two() -> None:
    header = "code,name,level\n"
    for separator in ("\n", "\r\n", "\x1e", "\u2028"):
        one = hashes({"units.csv": f'{header}A,"b","l{separator}B"\nC,d,l\n'})
        other = hashes({"units.csv": f'{header}A,b,l\nB,"{separator}C",l\n'})
        assert one.content != other.content


# ------------------------------------------------------------------------------------------------- what has no hash


def test_what_was_not_read_has_no_hash() -> None:
    book = book_of({"units.csv": "code,name,level\n", "teams.csv": "code,kind,unit\n"})
    assert book.hashes()[1:] == ({}, None)
    book.table("units")
    book.table("claims")
    assert ({*book.hashes().registers}, book.hashes().content) == ({"units", "claims"}, None)
    assert book.hashes().registers["claims"] is None
    book.table("teams")
    found = book.hashes()
    assert found.content == hashes({"units.csv": "code,name,level\n", "teams/1.csv": "code,kind,unit\n"}).content
    assert (found.hashed, found.registers["claims"], found.content is None) == (2, None, False)


REFUSED: dict[str, Files] = {
    "two forms": {"teams.csv": "code,kind,unit\n", "teams.toml": ""},
    "a file of two": {"teams/1.csv": "code,kind,unit\n", "teams/2.csv": "code,kind,unit\nA\n"},
    "a folder": {"teams.csv/x": ""},
    "no utf-8": {"teams.csv": b"\xff\xfe"},
    "no toml": {"teams.toml": "x"},
}


@pytest.mark.parametrize("files", REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize("read", [False, True])
def test_what_cannot_be_read_has_no_hash(files: Files, read: bool) -> None:
    """Nor has the book, also where nobody has tried to read it."""
    book = book_of({"units.csv": "code,name,level\n", **files})
    for name in ("units", "teams") if read else ("units",):
        book.table(name)
    found = book.hashes()
    assert (found.content, found.hashed) == (None, 1)
    assert found.registers.get("teams") is None


def test_a_register_that_the_book_lacks_and_needs_leaves_the_book_whole() -> None:
    book = book_of({"teams.csv": "code,kind,unit\n"})
    book.table("units", needed=True)
    book.table("teams")
    found = book.hashes()
    assert (found.registers["units"], found.content) == (None, hashes({"teams.csv": "code,kind,unit\n"}).content)


@pytest.mark.parametrize("name", REGISTERS)
@pytest.mark.parametrize("fast", [True, False])
def test_a_large_register_is_hashed_only_where_that_is_asked_for(
    name: str, fast: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If it is a bulk register; so many rows stand in the files, whichever of them can be read."""
    monkeypatch.setattr(reading_book, "LARGE", 3)
    columns = list(KINDS[name])
    header, broken = ",".join(columns) + "\n", "," * (len(columns) - 1) + "\n"
    for rows in (3, 4):
        book = book_of({f"{name}/1.csv": header + broken, f"{name}/2.csv": header + broken * (rows - 1)}, fast=fast)
        unasked, asked = read_whole(book), book.hashes(large=True)
        left_out = rows > 3 and name in {"households", "pledges"}
        assert (unasked.registers[name] is None, unasked.content is None) == (left_out, left_out)
        assert None not in (asked.registers[name], asked.content)
        assert left_out or unasked == asked


def test_so_many_rows_are_large() -> None:
    assert canon.LARGE == 200_000
