"""TOML: every scalar's place, registers as arrays of tables, and values that are taken as they are written."""

import tomllib
from itertools import count
from typing import Any

import pytest
import tomli_w
from hypothesis import assume, example, given
from hypothesis import strategies as st

from antq_cli.core.registers import REGISTERS
from antq_cli.reading.files import read_parts
from antq_cli.reading.toml_places import Path, Places
from tests.reading.helpers import BOM, KINDS, Expected, Sheet, Typed, Typist, all_rows, marked, sheets, wrong_sheets
from tests.thinned import tries

# ---------------------------------------------------------------------------------------------- places of documents


def scalars(value: Any, path: Path = ()) -> list[tuple[Path, Any]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    return [(path, value)] if inner is None else [found for key, item in inner for found in scalars(item, (*path, key))]


def reads_as(written: str, value: object) -> bool:
    try:
        return repr(tomllib.loads(f"x = {written}\n")) == repr({"x": value})
    except tomllib.TOMLDecodeError:
        return False


def assert_places(text: str) -> None:
    """See that each scalar stands at its offset: what is cut out there, with its quotes, reads as the scalar."""
    document = tomllib.loads(text)
    places = Places(text)
    for path, value in scalars(document):
        start, end = places.offsets[path], places.ends[path]
        quotes = [(0, 0), (1, 1), (3, 3), (4, 3), (5, 3)] if isinstance(value, str) else [(0, 0)]
        assert any(reads_as(text[start - before : end + after], value) for before, after in quotes), (path, value)
        for size in range(1, len(path) + 1):
            key, at = path[size - 1], places.keys.get(path[:size])
            if isinstance(key, str):
                assert at is not None
                assert text.startswith(key, at) or "\\" in text[at - 1 : at + len(key)]


DOCUMENTS = [
    "a = 1\nb.c = 2\nb.d.e = 3\n[t]\nf = 4\ng.h = 5\n[t.u]\ni = 6\n[v.w.x]\nj = 7\n[v]\nk = 8\n",
    "[[a]]\nx = 1\n[[a]]\nx = 2\n[[a.b]]\ny = 3\n[[a.b]]\ny = 4\n[a.b.c]\nz = 5\n[[a]]\n[[a.b]]\ny = 6\n[a.d]\nz = 7\n",
    'a = {b = 1, c.d = 2, "e f" = {g = "3"}}\nh = [{i = 4}, {i = 5, j = [6, 7]}]\n',
    'a = [ # [ not this ]\n  1, # "2"\n  [2, 3],\n\n  ["4", \'5\',],\n] # ]\nb = 6\n',
    '"a.b" = 1\n\'c d\'.e = 2\n"" = 3\n["f#g"."h]i"]\nj = 4\n[ k . l ]\nm = 5\n[[ "n" ]]\no = 6\n',
    'a = """1"""\nb = """\n2"""\nc = """\r\n3 ""quoted"" \\"""\r\n"""\n',
    "a = '''\n1 ''x'' \n'''\nb = \"\"\"2\"\"\"\"\"\nc = 3\n",
    'a = "1 # \\" ] }"\nb = \'2 # " ] }\'\nc = "" # x\nd = """"""\ne = \'\'\nf = "\\u00e9\\\\"\ng = 7\n',
    "a = 2021-01-01\nb = 2021-01-01 00:00:00 # 1\nc = 2021-01-01T00:00:00.5+07:00\nd = 4\n",
    "a = [2021-01-02 01:02:03z, 2021-01-03 ]\nb = 07:32:00\nc = { d = 2021-01-04 }\ne = 5\n",
    "a = 1_000\nb = +5\nc = -0\nd = 0x1F\ne = 1e5\nf = 25.000\ng = inf\nh = nan\ni = true\nj = [false]\nk = -inf\n",
    "a=1\nb  =\t2\n  [c]  # x\n  d =  3  \n[e]#y\n[[f]]#z\ng = 4\n",
    "a = 'x\u2028y' # \u2028 [\nb = '👩‍🌾'\nc = 3\n",
    "\r\n# x\r\na = 1\r\n[b]\r\nc = [\r\n2,\r\n]\r\n",
    "[fruit]\nname = 1\n[[fruit.kinds]]\nname = 2\n[[fruit.kinds]]\nname = 3\n[fruit.kinds.size]\ncm = 4\n",
]


@pytest.mark.parametrize("text", DOCUMENTS)
def test_every_scalar_of_a_document_is_in_its_place(text: str) -> None:
    assert_places(text)


KEYS = ["a", "b-c", "1", '"d.e"', "'f g'", '"#["', "h_i"]
numbers = (str(number) for number in count(1000))


@st.composite
def values(draw: st.DrawFn, depth: int = 2) -> str:
    """Draw a value as TOML; numbers that stand nowhere else make each scalar another."""
    n = next(numbers)
    scalar = [
        n, f"+{n}.5", f"{n[0]}_{n[1:]}", f'"{n}"', f"'{n} # ]'", "2021-03-01 01:02:03", "2021-03-01", "true", f"0x{n}",
        f'"""\n{n} \\" ""\n"""', f"'''{n}\n''x'''", f'"{n}\\\\"', f'"""{n}"""""',
    ]  # fmt: skip
    kind = draw(st.sampled_from(["scalar", "scalar", "array", "table"] if depth else ["scalar"]))
    if kind == "scalar":
        return draw(st.sampled_from(scalar))
    items = draw(st.lists(values(depth - 1), max_size=3))
    if kind == "array":
        blank = st.sampled_from(["", " ", "\n", " # ] [\n", "\r\n"])
        comma = draw(st.sampled_from(["", ","])) if items else ""
        return f"[{draw(blank)}{','.join(draw(blank) + item + draw(blank) for item in items)}{comma}{draw(blank)}]"
    keys = draw(st.lists(st.sampled_from(KEYS), min_size=len(items), max_size=len(items), unique=True))
    return "{" + ",".join(f" {key} = {item} " for key, item in zip(keys, items, strict=True)) + "}"


@st.composite
def documents(draw: st.DrawFn) -> str:
    lines = []
    for _ in range(draw(st.integers(1, 6))):
        keys = draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=3))
        header = draw(st.sampled_from([".", " . "])).join(keys)
        lines += draw(st.sampled_from([[], [f"[{header}]"], [f"[[{header}]] # ]]"], [" # [x]", "", f"  [{header}]"]]))
        for _ in range(draw(st.integers(0, 3))):
            key = ".".join(draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=2)))
            lines.append(f"{key} = {draw(values())}{draw(st.sampled_from(['', ' # = [']))}")
    return draw(st.sampled_from(["\n", "\r\n"])).join(lines)


@tries(120)
@given(documents())
def test_every_scalar_of_any_document_is_in_its_place(text: str) -> None:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        assume(False)
    assert_places(text)


plain = (
    st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=5)
    | st.integers()
    | st.booleans()
    | st.dates()
)
trees = st.recursive(
    plain,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("a.b\"' é#", max_size=3), inner, max_size=3),
)


@tries(100)
@given(st.dictionaries(st.text("a.b\"' é#[", max_size=3), trees, max_size=4), st.booleans())
@example({"a": [{"b": "x\ny"}, {"b": ["z"]}]}, True)
def test_every_scalar_that_a_writer_writes_is_in_its_place(tree: dict[str, Any], multiline: bool) -> None:
    assert_places(tomli_w.dumps(tree, multiline_strings=multiline))


# -------------------------------------------------------------------------------------------------------- registers


def strings(cell: str) -> list[tuple[str, str, str]]:
    """Return the ways to write a string, as what stands before the text, the text, and what stands after it."""
    escaped = "".join(f"\\u{ord(c):04x}" if c < " " and c != "\n" else f"\\{c}" if c in '"\\' else c for c in cell)
    ways = [('"""\n', escaped, '"""'), ('"', escaped.replace("\n", "\\n"), '"')]
    if not set(cell) & set("'\x1b"):
        ways += [("'''", cell, "'''")] if not cell.startswith("\n") else []
        ways += [("'", cell, "'")] if "\n" not in cell else []
    return ways


@st.composite
def typed_tables(draw: st.DrawFn, sheet: Sheet, bare: bool = True) -> Typed:
    """Draw a register typed as TOML: tables below each other or in one array; right days and counts also bare."""
    typist = Typist()
    places: dict[tuple[int, str], tuple[int, int]] = {}
    below = draw(st.booleans()) or not sheet.rows
    typist.put(draw(st.sampled_from(["", "# [[x]]\n"])) + ("" if below else f"{sheet.register} = [\n"))
    for record, row in enumerate(sheet.rows):
        typist.put(f"[[{sheet.register}]]\n" if below else "{ ")
        for number, (column, cell) in enumerate(row.items()):
            typist.put(", " * (number > 0 and not below) + draw(st.sampled_from([column, f'"{column}"'])) + " = ")
            ways = strings(cell)
            if KINDS[sheet.register][column].rstrip("?") in ("day", "count") and cell and bare:
                ways.append(("", cell, ""))
            before, text, after = draw(st.sampled_from(ways))
            typist.put(before)
            places[record, column] = typist.put(text)
            typist.put(after + ("  # ]\n" if below else ""))
        typist.put("" if below else "}, \n")
    typist.put("" if below else "]")
    return Typed((draw(st.sampled_from(["", BOM])) + typist.text).encode(), places)


@tries(120)
@given(st.data(), wrong_sheets())
def test_a_wrong_cell_is_found_where_it_was_typed(data: st.DataObject, drawn: tuple[Sheet, set[Expected]]) -> None:
    sheet, expected = drawn
    file = data.draw(typed_tables(sheet, bare=False))
    (part,) = read_parts(REGISTERS[sheet.register], {"x.toml": file.raw})
    found = [finding for finding in part.findings if not finding.rule.code.startswith("D2")]
    assert {(finding.place[1:], finding.values["column"], finding.cell, finding.rule.code) for finding in found} == {
        (file.places[record, column], column, cell, code) for record, column, cell, code in expected
    }


@tries(80)
@given(st.data(), sheets(max_rows=3))
def test_a_register_reads_the_same_from_toml(data: st.DataObject, sheet: Sheet) -> None:
    register = REGISTERS[sheet.register]
    (part,) = read_parts(register, {"x.toml": data.draw(typed_tables(sheet)).raw})
    (other,) = read_parts(register, {"x.csv": sheet.text().encode()})
    assert not part.findings
    assert all_rows(part) == all_rows(other)


ROW = '[[returns]]\ndate = 2021-01-01\nunit = "A"\nmeasure = "households"\n'
WRONG = {
    "float": ("D109", "¦25.000", f"{ROW}count = ¦25.000\n"),
    "exponent": ("D109", "1e5", f"{ROW}count = ¦1e5\n"),
    "true": ("D109", "true", f"{ROW}count = ¦true\n"),
    "array": ("D109", "[ 1,\n 2 ]", f"{ROW}count = ¦[ 1,\n 2 ]\n"),
    "inline table": ("D109", "{ n = 1 }", f"{ROW}count = ¦{{ n = 1 }}\n"),
    "dotted": ("D109", "count.n = 1", f"{ROW}¦count.n = 1\n"),
    "subtable": ("D109", "[returns.count]", f"{ROW}¦[returns.count]\nn = 1\n"),
    "underscore": ("D104", "1_000", f"{ROW}count = ¦1_000 # a thousand\n"),
    "plus": ("D104", "+5", f"{ROW}count = ¦+5\n"),
    "minus": ("D104", "-3", f"{ROW}count = ¦-3\n"),
    "hexadecimal": ("D104", "0x1F", f"{ROW}count = ¦0x1F\n"),
    "long": ("D104", "1000000000", f"{ROW}count = ¦1000000000\n"),
    "string": ("D104", " 12 ", f'{ROW}count = "¦ 12 "\n'),
    "day for a count": ("D109", "2021-01-01", f"{ROW}count = ¦2021-01-01\n"),
    "moment": ("D109", "2021-01-01T00:00:00", ROW.replace("2021-01-01", "¦2021-01-01T00:00:00") + "count = 1\n"),
    "apart": ("D109", "2021-01-01 01:02:03z", ROW.replace("2021-01-01", "¦2021-01-01 01:02:03z") + "count = 1\n"),
    "number for a day": ("D109", "1609459200", ROW.replace("2021-01-01", "¦1609459200") + "count = 1\n"),
    "number for a code": ("D109", "390", ROW.replace('"A"', "¦390") + "count = 1\n"),
    "number for a text": ("D109", "12", f"{ROW}count = 1\nsheet = ¦12\n"),
    "missing": ("D105", "", f"¦{ROW}"),
    "blank": ("D105", "", f'{ROW}count = "¦"\n'),
}  # fmt: skip


@pytest.mark.parametrize(("code", "cell", "text"), WRONG.values(), ids=WRONG)
def test_a_value_is_judged_as_it_is_written(code: str, cell: str, text: str) -> None:
    text, place = marked(text)
    (part,) = read_parts(REGISTERS["returns"], {"x.toml": text.encode()})
    assert [(finding.rule.code, finding.cell, finding.place[1:]) for finding in part.findings] == [
        (code, cell.strip("¦"), place)
    ]
    assert (len(part), len(part.broken)) == (0, 1)


def test_a_row_of_a_wrong_type_is_judged_to_its_end() -> None:
    text = '[[teams]]\ncode = "1 2"\nkind = 3\nunit = "A"\nmembers = 25.0\nestablished = "x"\n[[teams]]\ncode = "1"\n'
    (part,) = read_parts(REGISTERS["teams"], {"x.toml": (text + 'kind = "a"\nunit = "A"\n').encode()})
    assert [
        (finding.rule.code, finding.place.line) for finding in sorted(part.findings, key=lambda found: found.order)
    ] == [
        ("D101", 2),
        ("D109", 3),
        ("D109", 5),
        ("D102", 6),
    ]
    assert (part.columns["code"], list(part.records), len(part.broken)) == (["1"], [1], 1)


REFUSED = {
    "nul": ("F005", '[[units]]\ncode = "¦A\\u0000"\n'),
    "cr": ("F006", '[[units]]\ncode = "¦A\\rB"\n'),
    "bom": ("F007", f'[[units]]\ncode = "¦A{BOM}"\n'),
    "unknown key": ("F013", "[[units]]\ncode = 'A'\n¦phone = 1\n"),
    "unknown quoted key": ("F013", "[[units]]\ncode = 'A'\n'¦a phone' = 1\n"),
    "unknown dotted key": ("F013", "[[units]]\n¦phone.home = 1\n"),
    "unknown inline key": ("F013", "units = [{code = 'A', ¦phone = 1}]\n"),
    "no value": ("F016", "[[units]]\ncode = ¦\n"),
    "no such day": ("F016", "[[units]]\nopened = 2021¦-13-45\n"),
    "leading zero": ("F016", "[[units]]\nopened = 0¦012\n"),
    "twice": ("F016", "[[units]]\ncode = 'A'\ncode = 'B'¦\n"),
    "cut off": ("F016", "[[units]]\r\ncode = [1,\r\n¦"),
    "too deep": ("F016", f"x = {'[' * 5000}¦"),
    "too many digits": ("F016", f"x = {'9' * 5000}\n¦"),
    "another table": ("F017", "[[units]]\n[¦teams]\n"),
    "one table": ("F017", "[¦units]\ncode = 'A'\n"),
    "a key": ("F017", "¦code = 'A'\n"),
    "no tables": ("F017", "¦units = [1]\n"),
}


@pytest.mark.parametrize(("code", "text"), REFUSED.values(), ids=REFUSED)
def test_a_refused_document_says_where(code: str, text: str) -> None:
    text, place = marked(text)
    (part,) = read_parts(REGISTERS["units"], {"x.toml": text.encode()})
    assert [(finding.rule.code, finding.place[1:]) for finding in part.findings] == [(code, place)]
    assert part.refused


@pytest.mark.parametrize(
    "text",
    ["household = 'H-1'\n", "[[households]]\nhousehold = 'H-1' = 2\n", "[[households]]\nhousehold = 'H-1\\u0000'"],
)
def test_a_line_that_names_a_household_is_not_shown(text: str) -> None:
    (part,) = read_parts(REGISTERS["households"], {"x.toml": text.replace("'", '"').encode()})
    assert part.findings
    assert not any("H-1" in str(finding) for finding in part.findings)


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "units = []\n"])
def test_a_document_without_tables_has_no_rows(text: str) -> None:
    (part,) = read_parts(REGISTERS["units"], {"x.toml": text.encode()})
    assert (len(part), part.findings, part.refused) == (0, [], False)
