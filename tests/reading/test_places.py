"""Every finding stands where an editor puts the cursor."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_cli.core.registers import REGISTERS
from antq_cli.reading.files import read_parts
from antq_cli.reading.tables import Table
from tests.reading.helpers import BOM, Expected, Sheet, marked, opened_at, typed, wrong_sheets
from tests.thinned import tries


@tries(250)
@given(st.data(), wrong_sheets())
def test_a_wrong_cell_is_found_where_it_was_typed(data: st.DataObject, drawn: tuple[Sheet, set[Expected]]) -> None:
    sheet, expected = drawn
    file = data.draw(typed(sheet))
    (part,) = read_parts(REGISTERS[sheet.register], {"x.csv": file.raw})
    found = [finding for finding in part.findings if not finding.rule.code.startswith("D2")]  # days in the wrong order
    assert {(finding.place[1:], finding.values["column"], finding.cell, finding.rule.code) for finding in found} == {
        (file.places[record, column], column, cell, code) for record, column, cell, code in expected
    }
    for finding in part.findings:
        rest = opened_at(file.raw, finding).replace("\r\n", "\n")
        assert rest.startswith((finding.cell or "", (finding.cell or "").replace('"', '""')))


@tries(100)
@given(st.data(), st.booleans(), st.sampled_from(["code", "opened", "closed"]))
def test_what_the_table_finds_is_found_where_it_was_typed(data: st.DataObject, fast: bool, last: str) -> None:
    """A repeated key and an overlap, in the second of two files, whatever stands before them and around them."""
    rows = [{"code": "A", "opened": "2021-01-01", "closed": ""}, {"code": "B", "opened": "", "closed": "2021-05-01"}]
    again = [{**rows[0]}, {"code": "B", "opened": "2021-02-02", "closed": "2021-03-03"}]
    columns = ["name", "level", *(column for column in ("code", "opened", "closed") if column != last), last]
    files = [
        data.draw(typed(Sheet("units", columns, [{"name": "x", "level": "l", **row} for row in some])))
        for some in (rows, again)
    ]
    parts = read_parts(REGISTERS["units"], {f"{n}.csv": file.raw for n, file in enumerate(files)}, fast=fast)
    table = Table(REGISTERS["units"], parts)
    assert [(finding.rule.code, finding.cell, *finding.place) for finding in table.findings] == [
        ("D301", "A", "1.csv", *files[1].places[0, "code"]),
        ("D303", "2021-02-02", "1.csv", *files[1].places[1, "opened"]),
    ]
    assert [finding.values["first"] for finding in table.findings] == [
        f"0.csv:{files[0].places[0, 'code'][0]}",
        f"0.csv:{files[0].places[1, 'opened'][0]}",
    ]
    assert table.findings[1].values["last_day"] == "2021-05-01"


HEADER = "code,name,level,act"
STRUCTURE = {
    "nul": ("F005", f"{HEADER}\nA,x¦\0y,l,\n"),
    "lone cr": ("F006", f"{HEADER}\nA,x¦\ry,l,\n"),
    "cr at the end": ("F006", f"{HEADER}\nA,x,l,¦\r"),
    "cr in quotes": ("F006", f'{HEADER}\nA,"x\r\n\u2028y¦\rz\r\n",l,\nB,"y",l,\n'),
    "bom inside": ("F007", f"{BOM}{HEADER}\nA,x,l,\n¦{BOM}A,x,l,\n"),
    "quote in a cell": ("F008", f'{BOM}{HEADER}\r\nA,x¦"y,l,\r\n'),
    "text after a quote": ("F008", f'{HEADER}\nA,"x\ny"¦z,l,\n'),
    "quote in the header": ("F008", 'code,na¦"me,level,act\nA,x,l,\nB,y,l,\n'),
    "unclosed": ("F009", f'{HEADER}\nA,¦"x,l,\nB,y,l,\n'),
    "empty": ("F010", "¦"),
    "only a bom": ("F010", f"{BOM}¦"),
    "blank first line": ("F021", f"¦\n{HEADER}\nA,x,l,\n"),
    "no header": ("F010", "¦A,x,l,\nB,y,l,\n"),
    "semicolons": ("F020", "code¦;name;level;act\nA;x;l;\n"),
    "semicolons and quotes": ("F020", '"code"¦;"name";"level"\n"A";"x";"l"\n'),
    "tabs": ("F020", "code¦\tname\tlevel\n"),
    "a title": ("F021", f"¦DANH SÁCH, 2021\n{HEADER}\nA,x,l,\n"),
    "headings in Vietnamese": ("F022", "¦Mã,Tên,Cấp\nA,x,l\n"),
    "two versions": ("F023", f"{HEADER}\n¦<<<<<<< HEAD\nA,x,l,\n=======\nA,y,l,\n>>>>>>> theirs\n"),
    "short": ("F011", f'{HEADER}\n"A\n👩‍🌾",x¦\r\nB,y,l,\n'),
    "short by an empty cell": ("F011", f"{HEADER}\nA,x,l¦\n"),
    "blank line": ("F011", f"{HEADER}\nA,x,l,\n¦\nB,y,l,\n"),
    "long": ("F012", f"{HEADER}\nA,x\u2028,l,𐍈,¦z,\n"),
    "long by an empty cell": ("F012", f"{HEADER}\nA,x,l,,¦\n"),
    "unknown column": ("F013", "code,name,level,¦phone\nA,x,l,1\n"),
    "unknown column in quotes": ("F013", f'{BOM}code,name,level,"¦phone"\n'),
    "missing column": ("F014", "¦code,name,act\nA,x,\n"),
    "repeated column": ("F015", "code,name,level,¦name\nA,x,l,y\n"),
}


@pytest.mark.parametrize(("code", "text"), STRUCTURE.values(), ids=STRUCTURE)
def test_a_fault_of_structure_is_the_only_one_and_in_its_place(code: str, text: str) -> None:
    text, place = marked(text)
    (part,) = read_parts(REGISTERS["units"], {"units.csv": text.encode()})
    assert [(finding.rule.code, finding.place[1:]) for finding in part.findings] == [(code, place)]
    assert part.refused


@pytest.mark.parametrize(
    ("before", "value"),
    [(b"code,name\nA,x\n\xef\xbb\xbf", "0xFF"), ("đ\u2028".encode(), "0xC3"), (BOM.encode(), "0xE1")],
)
def test_the_first_wrong_byte_is_in_its_place(before: bytes, value: str) -> None:
    text = before.decode().removeprefix(BOM)
    (part,) = read_parts(REGISTERS["units"], {"units.csv": before + bytes([int(value, 16)]) + b" \xff"})
    ((code, place, values),) = [(found.rule.code, found.place, found.values) for found in part.findings]
    assert (code, values["value"], place[1:]) == ("F004", value, marked(text + "¦")[1])


def test_utf_16_is_guessed() -> None:
    (part,) = read_parts(REGISTERS["units"], {"units.csv": "code,name,level\n".encode("utf-16")})
    assert [(finding.rule.code, str(finding.values["guess"])) for finding in part.findings] == [("F004", "utf-16")]


def test_all_faults_come_out_in_one_run() -> None:
    text = 'code,name,level\nA,x\n"B"b,y,l\nC,z\rz,l\nD,y,l,k\nE,"\0",l\nF,"f,l\n'
    (part,) = read_parts(REGISTERS["units"], {"units.csv": text.encode()})
    assert [finding.rule.code for finding in part.findings] == ["F008", "F006", "F005", "F009", "F011", "F012"]


def test_the_line_of_a_finding_is_shown() -> None:
    text = 'code,name,level\r\nA,"x\r\nA 1",l\r\nB 2,y,l\r\n'
    (part,) = read_parts(REGISTERS["units"], {"units.csv": text.encode()})
    assert [(finding.excerpt, finding.restricted) for finding in part.findings] == [("B 2,y,l", False)]
    (part,) = read_parts(REGISTERS["units"], {"units.csv": (text + "C\r\n").encode()})
    assert [finding.excerpt for finding in part.findings] == ["C"]


@pytest.mark.parametrize("name", ["households", "pledges"])
def test_a_line_that_names_a_household_is_not_shown(name: str) -> None:
    texts = {
        "households": "household,area,joined\nH-1,A,31/08/2021\nH-2,A,2021-01-01\nH-2,A,2021-01-01\nH 3,A,\n",
        "pledges": "date,kind,pledger,event\n2021-1-1,k,H-1,signed\n"
        "2021-01-01,k,H-2,signed\n2021-01-01,k,H-2,signed\n2021-01-01,k,H 3,signed\n",
    }
    table = Table(REGISTERS[name], read_parts(REGISTERS[name], {"x.csv": texts[name].encode()}))
    assert sorted(finding.rule.code for finding in table.findings) == ["D101", "D102", "D301"]
    for finding in table.findings:
        shown = [] if finding.restricted else [finding.cell, finding.excerpt, *finding.values.values()]
        assert not any(code in str(text) for text in shown for code in ("H-1", "H-2", "H 3"))
