"""The law: the fast path and the slow path give the same on every input, and neither takes what it should not."""

from itertools import compress
from operator import not_

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antq_cli.core.registers import REGISTERS
from antq_cli.reading import files
from antq_cli.reading.fast import take
from antq_cli.reading.files import read_parts
from antq_cli.reading.tables import Table
from tests.reading.helpers import (
    BAD,
    COLUMNS,
    KINDS,
    Sheet,
    all_rows,
    any_files,
    damaged,
    plain_files,
    required,
    right_row,
    said,
    sheets,
    strictly_read,
    typed,
)
from tests.thinned import tries


def assert_law(name: str, sources: dict[str, bytes]) -> None:
    register = REGISTERS[name]
    fast, slow = (read_parts(register, sources, fast=fast) for fast in (True, False))
    assert [said(part) for part in fast] == [said(part) for part in slow]
    assert [(part.digest, part.spans, part.lines()) for part in fast] == [
        (part.digest, part.spans, part.lines()) for part in slow
    ]
    one, other = Table(register, fast), Table(register, slow)
    assert one.findings == other.findings
    assert (one.columns, one.broken, one.several, len(one)) == (other.columns, other.broken, other.several, len(other))
    assert (one.refused, one.hash) == (other.refused, other.hash)


@tries(250)
@given(st.data(), sheets())
def test_the_law_on_one_file(data: st.DataObject, sheet: Sheet) -> None:
    assert_law(sheet.register, {"x.csv": data.draw(any_files(sheet))})


@tries(120)
@given(st.data(), st.sampled_from([*KINDS]))
def test_the_law_on_several_files(data: st.DataObject, name: str) -> None:
    parts = data.draw(st.lists(sheets([name], max_rows=4), min_size=2, max_size=4))
    files = [data.draw(any_files(sheet) if data.draw(st.booleans()) else plain_files(sheet)) for sheet in parts]
    assert_law(name, {f"{name}/{number}.csv": raw for number, raw in enumerate(files)})


@pytest.mark.parametrize("name", COLUMNS)
def test_the_law_on_every_bad_cell(name: str) -> None:
    good = {
        column: "2021-03-01" if kind == "day" else "A"
        for column, kind in KINDS[name].items()
        if column in required(name)
    }
    for column, kind in KINDS[name].items():
        for cell in BAD[kind.rstrip("?")]:
            row = {**good, column: cell}
            raw = f"{','.join(row)}\n{','.join(row.values())}\n{','.join(row.values())}".encode()
            assert_law(name, {"x.csv": raw})


HEADER = "code,name,level,opened,closed"
ENEMIES = {
    "nul": "A,a\0b,l,,",
    "bom": "A,a\ufeffb,l,,",
    "two boms": "\ufeffA,a,l,,",
    "lone cr": "A,a\rb,l,,",
    "cr cr lf": "A,a,l,,\r\r",
    "cr in quotes": '"A","a\rb",l,,',
    "lf in quotes": '"A","a\nb",l,,',
    "crlf in quotes": '"A","a\r\nb",l,,',
    "quote inside": 'A,a"b,l,,',
    "text after quote": 'A,"a"b,l,,',
    "two rows in one": "A,a,l,,B,b,l,,",
    "row over two lines": "A,a\nl,,",
    "one cell moved to the next row": "A,a,l,\nB,b,l,,,",
    "short by an empty cell": "A,a,l,",
    "long by an empty cell": "A,a,l,,,",
    "blank line": "\n",
    "days in the wrong order": "A,a,l,2021-03-01,2021-03-01",
    "not nfc": "A,e\u0301,l,,",
}
HEADERS = {
    "repeated": "code,name,level,opened,opened",
    "unknown": "code,name,level,opened,colour",
    "missing": "code,name,opened,closed,act",
    "capitals": "Code,Name,Level,Opened,Closed",
    "blank": "",
    "quoted": '"code",name,level,opened,closed',
    "semicolons": "code;name;level;opened;closed",
    "attribute": "code,name,level,opened,model_config",
}


@pytest.mark.parametrize("enemy", ENEMIES)
@pytest.mark.parametrize("eol", ["\n", "\r\n"])
@pytest.mark.parametrize("last", [False, True])
def test_the_law_on_known_enemies(enemy: str, eol: str, last: bool) -> None:
    lines = [HEADER, "X,x,l,,", ENEMIES[enemy], "Y,y,l,,"]
    raw = eol.join(lines[: 3 if last else 4]).encode()
    assert take(REGISTERS["units"], {"x.csv": raw}) is None
    assert_law("units", {"x.csv": raw})
    assert_law("units", {"x.csv": f"{HEADER}{eol}".encode(), "y.csv": raw})


@pytest.mark.parametrize("header", HEADERS.values(), ids=HEADERS)
def test_the_law_on_wrong_headers(header: str) -> None:
    raw = f"{header}\nA,a,l,,\n".encode()
    assert take(REGISTERS["units"], {"x.csv": raw}) is None
    assert_law("units", {"x.csv": raw})


# The law alone would hold if both were one path, if the fast one declined everything, or if both were wrong together.


def test_the_two_paths_are_two(monkeypatch: pytest.MonkeyPatch) -> None:
    sources = {f"{name}.csv": f"{HEADER}\n{name},x,l,,\n".encode() for name in "AB"}
    with monkeypatch.context() as patched:
        patched.delattr(files, "read_slow")
        assert [len(part) for part in read_parts(REGISTERS["units"], sources)] == [1, 1]
    monkeypatch.delattr(files, "take")
    assert [len(part) for part in read_parts(REGISTERS["units"], sources, fast=False)] == [1, 1]


@tries(150)
@given(st.data(), sheets())
def test_the_fast_path_takes_every_clean_file(data: st.DataObject, sheet: Sheet) -> None:
    raw = data.draw(plain_files(sheet))
    taken = take(REGISTERS[sheet.register], {"x.csv": raw})
    assert taken is not None
    assert all_rows(taken[0][0]) == [
        {column: row.get(column, "") for column in KINDS[sheet.register]} for row in sheet.rows
    ]


@tries(60)
@given(st.data(), st.sampled_from([*KINDS]))
def test_the_fast_path_takes_several_clean_files_at_once(data: st.DataObject, name: str) -> None:
    parts = data.draw(st.lists(sheets([name], max_rows=4), min_size=2, max_size=4))
    taken = take(
        REGISTERS[name], {f"{number}.csv": data.draw(plain_files(sheet)) for number, sheet in enumerate(parts)}
    )
    assert taken is not None
    assert [len(part) for part in taken[0]] == [len(sheet.rows) for sheet in parts]


@tries(250)
@given(st.data(), sheets())
def test_nothing_is_taken_with_another_meaning(data: st.DataObject, sheet: Sheet) -> None:
    """What a damaged file is read as is what the csv module reads, and each row is kept only if it is right."""
    raw = data.draw(damaged(data.draw(plain_files(sheet))))
    (part,) = read_parts(REGISTERS[sheet.register], {"x.csv": raw})
    if part.refused:
        assert part.findings
        assert not part.columns
        return
    rows = [{column: row.get(column, "") for column in KINDS[sheet.register]} for row in strictly_read(raw)]
    right = [right_row(sheet.register, row) for row in rows]
    assert all_rows(part) == [*compress(rows, right), *compress(rows, map(not_, right))]
    assert len(part.broken) <= len(part.findings)


@tries(100)
@given(st.data(), sheets(max_rows=3))
def test_quotes_and_line_ends_do_not_change_what_is_read(data: st.DataObject, sheet: Sheet) -> None:
    (part,) = read_parts(REGISTERS[sheet.register], {"x.csv": data.draw(typed(sheet)).raw})
    assert not part.findings
    assert all_rows(part) == [{column: row.get(column, "") for column in KINDS[sheet.register]} for row in sheet.rows]


def test_the_damage_is_worth_the_name() -> None:
    """Of the damaged files most are not clean any more, many are refused, and many lose rows."""
    seen = {"clean": 0, "refused": 0, "broken": 0}

    @settings(deadline=None, max_examples=200, database=None, derandomize=True)
    @given(st.data(), sheets(max_rows=4))
    def count(data: st.DataObject, sheet: Sheet) -> None:
        raw = data.draw(damaged(data.draw(plain_files(sheet))))
        (part,) = read_parts(REGISTERS[sheet.register], {"x.csv": raw})
        seen["refused" if part.refused else "broken" if part.broken else "clean"] += 1

    count()
    assert seen["refused"] > 40
    assert seen["broken"] > 20
    assert seen["clean"] > 20
