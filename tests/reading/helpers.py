"""What the tests of reading share: cells and files of every register, damage, and an editor that goes to places.

The grammars stand here a second time on purpose: nothing in this module asks the program what is right.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from hypothesis import assume
from hypothesis import strategies as st

from antq_cli.core.findings import Finding
from antq_cli.reading.parts import Part

BOM = "\ufeff"
NFD = unicodedata.normalize("NFD", "Cẩm Thủy")
Row = dict[str, str]

# The columns of every register with the kind of their cells; "?" marks those that may be blank or left out.
COLUMNS = {
    "units": "code:code name:text level:code kind:text? parent:code? opened:day? closed:day? act:text? note:text?",
    "crosswalk": "event:text date:day from:code to:code part:part act:text note:text?",
    "households": "household:code area:code joined:day? left:day? excluded:excluded? note:text?",
    "organisations": "code:code name:text kind:organisation unit:code opened:day? closed:day? exempt:text? note:text?",
    "pledges": "date:day kind:code pledger:code event:event sheet:text? note:text?",
    "returns": "date:day unit:code measure:measure count:count total:count? received:day? sheet:text? source:text? "
    "note:text?",
    "teams": "code:code kind:code unit:code established:day? dissolved:day? members:count? note:text?",
    "models": "code:code kind:code unit:code host:code? established:day? dissolved:day? members:count? note:text?",
    "activities": "first:day last:day unit:code kind:code count:count participants:count? sheet:text? note:text?",
    "assessments": "date:day subject:code regime:code window:year result:result decision:text? note:text?",
    "claims": "id:code figure:figure value:value source:text note:text?",
    "directives": "number:text date:day? issuer:text title:text note:text?",
    "partners": "code:code name:text joined:day? left:day? note:text?",
}
KINDS: dict[str, dict[str, str]] = {
    name: dict(column.split(":") for column in columns.split()) for name, columns in COLUMNS.items()
}
STRETCHES = {("opened", "closed"), ("joined", "left"), ("established", "dissolved")}
CHOICES = {
    "part": ("same", "whole", "part"),
    "excluded": ("absent", "vacant", "temporary"),
    "organisation": ("agency", "enterprise", "school", "armed-forces"),
    "event": ("signed", "withdrawn"),
    "result": ("met", "not-met", "pending"),
}

GOOD: dict[str, Sequence[str]] = {
    "code": ["A", "b-1", "15127-01-0001", "0", "-", "390"],
    "text": [
        "x",
        "Cẩm Thủy",
        "a b ",
        "=1+1",
        "[/]",
        "Hội [nhà thờ]",
        ":smile:",
        "x\u2028đ",
        "👩‍🌾",
        "\x1b[31m",
        "\u202ea",
    ],
    "day": ["2021-03-01", "2021-08-31", "2024-02-29", "0001-01-01", "9999-12-31"],
    "count": ["0", "7", "25915", "999999999"],
    "measure": ["households", "pledges.household", "teams.antt.members", "standards.commune.not-met", "units.area"],
    "year": ["2021", "0001", "9999"],
    "figure": [
        "households@390:2021-08-31",
        "pledges.household.signed@15127-01:2021-01-01..2021-12-31",
        "standards.area.not-met@D:2024-02-29~2025-07-01",
        "teams.antt.reach@1:2021-01-01..2021-01-01",
    ],
    "value": [
        "0",
        "9855",
        "25915/29853",
        "7/0",
        "90%",
        "0%",
        "100%",
        "99.9999%",
        "0.5%",
        "100.00%",
        "86.81 %",
        "104.5%",
    ],
    **CHOICES,
}
# For each kind the wrong cells, by the rule that they break; a blank cell breaks D105 where it may not be blank.
_WRONG: dict[str, dict[str, str]] = {
    "code": {"D101": "a b|é| A|A |A_1|Ａ|15127.01| |a\u200b|A\n"},
    "text": {"D105": " |\u00a0\u2028|\t", "D107": NFD},
    "day": {
        "D102": "2021-01-01T00:00:00|1609459200|0|-3|31/08/2021|2021-1-1| 2021-01-01|2021-01-01 |２０２１-０１-０１"
        "|2021-W01-1|2021-01-01\n|20210101| |2021-01",
        "D103": "2021-13-45|2021-02-29|0000-01-01|2021-00-01|2021-06-31",
    },
    "count": {
        "D104": "-3|+5|0012|00|1e5|1_000|25.000|25,000|25.91|5.0| 12 |12 |\u00a012"
        "|１２|٣|½|0x1F|1000000000|inf|true|-0| |12\n"
    },
    "measure": {"D108": "pledges|Pledges.x|pledges.x.y|x.y|households.x|teams.antt.signed|pledges.hộ"},
    "year": {"D112": "21|20210|2021 |２０２１|-021|2021-2022|+202| 2021|MMXX"},
    "figure": {
        "D110": "households|households@390|households@390:2021|households@390:2021-02-30|households@3 9:2021-08-31"
        "|pledges@390:2021-08-31|households@390:2021-08-31..2021-08-30|households@390:2021-08-31~"
        "|households@390:2021-08-31~2021-08-31|households@390:2021-08-31 |households@390:2021-08-31..x"
        "|Households@390:2021-08-31|households@:2021-08-31|teams.antt.signed@390:2021-08-31"
    },
    "value": {
        "D111": "10000%|0104%|90;5%|90  %|090%|1.000|25 915|-3|+5|5/|/5|5/6/7|5/6%|90.12345%|.5%|5.%|1e5|five|٣"
        "|1000000000|100.00000%|90%%|00%|0012| 12"
    },
    **{kind: {"D106": "Signed| same|schools|absent "} for kind in CHOICES},
}
BAD: dict[str, dict[str, str]] = {
    kind: {"": "D105", **{cell: code for code, cells in wrong.items() for cell in cells.split("|")}}
    for kind, wrong in _WRONG.items()
}
_PATTERNS = {
    "code": r"[A-Za-z0-9\-]+",
    "text": r"(?s:.)*\S(?s:.)*",
    "day": r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
    "count": r"0|[1-9][0-9]{0,8}",
    "measure": r"households|pledges\.[A-Za-z0-9\-]+(\.(signed|withdrawn|lapsed))?"
    r"|teams\.[A-Za-z0-9\-]+(\.(members|reach))?|models\.[A-Za-z0-9\-]+(\.(members|reach))?"
    r"|activities\.[A-Za-z0-9\-]+(\.participants)?"
    r"|standards\.[A-Za-z0-9\-]+(\.(met|not-met|pending))?|units\.[A-Za-z0-9\-]+",
    "year": r"[0-9]{4}",
    "value": r"(0|[1-9][0-9]{0,8})(/(0|[1-9][0-9]{0,8}))?"
    r"|(0|[1-9][0-9]{0,3})([.,][0-9]{1,4})?[ \u00a0]?%",
    **{kind: "|".join(words) for kind, words in CHOICES.items()},
}


def right_cell(kind: str, cell: str) -> bool:
    """Judge a cell, with nothing of the program."""
    if cell == "":
        return kind.endswith("?")
    if kind == "text?":
        return unicodedata.is_normalized("NFC", cell)
    base = kind.rstrip("?")
    if base == "figure":
        return _right_figure(cell)
    if not re.fullmatch(_PATTERNS[base], cell, re.NOFLAG if base == "text" else re.ASCII):
        return False
    if base == "day":
        year, month, day = map(int, cell.split("-"))
        leap = (year % 4 == 0 and year % 100 != 0) or year % 400 == 0
        long = {2: 29 if leap else 28, 4: 30, 6: 30, 9: 30, 11: 30}
        return year > 0 and 1 <= month <= 12 and 1 <= day <= long.get(month, 31)
    return unicodedata.is_normalized("NFC", cell)


def _right_figure(cell: str) -> bool:
    """Judge the id of a figure: a measure, a unit, one day or two in order, and a basis only where it is another."""
    measure, at, rest = cell.partition("@")
    unit, colon, when = rest.partition(":")
    when, tilde, basis = when.partition("~")
    first, dots, last = when.partition("..")
    days = [first, *([last] if dots else []), *([basis] if tilde else [])]
    shaped = [right_cell("measure", measure), right_cell("code", unit), *(right_cell("day", day) for day in days)]
    in_order = not dots or first <= last
    return bool(at and colon) and all(shaped) and in_order and not (tilde and basis == (last or first))


def right_row(register: str, row: Mapping[str, str]) -> bool:
    """Judge a row, with nothing of the program: every cell, and the order of its days."""
    cells = all(right_cell(kind, row.get(column, "")) for column, kind in KINDS[register].items())
    if register == "activities" and row["first"] > row["last"]:
        return False
    return cells and all(not row.get(last) or row.get(first, "") < row[last] for first, last in STRETCHES)


def required(register: str) -> list[str]:
    return [column for column, kind in KINDS[register].items() if not kind.endswith("?")]


# ------------------------------------------------------------------------------------------------- clean files


@dataclass
class Sheet:
    """A file before it is written: its columns and its rows."""

    register: str
    columns: list[str]
    rows: list[Row]

    def text(self, eol: str = "\n") -> str:
        lines = [self.columns, *([row[column] for column in self.columns] for row in self.rows)]
        return "".join(",".join(line) + eol for line in lines)


@cache
def good_cells(kind: str) -> st.SearchStrategy[str]:
    cells = st.sampled_from(GOOD[kind.rstrip("?")])
    if kind == "code":  # a register has thousands
        cells |= st.text("AZaz09-", min_size=1, max_size=4)
    return st.just("") | cells if kind.endswith("?") else cells


def _in_order(row: Row) -> Row:
    for first, last in STRETCHES:
        if row.get(last) and row.get(first, "") >= row[last]:
            row = {**row, last: ""}
    if "first" in row:
        row = {**row, **dict(zip(("first", "last"), sorted((row["first"], row["last"])), strict=True))}
    if row.get("total") and int(row["total"]) < int(row["count"]):
        row = {**row, "total": ""}
    return row


@st.composite
def sheets(draw: st.DrawFn, registers: Sequence[str] = tuple(KINDS), max_rows: int = 6) -> Sheet:
    """Draw a clean sheet: some of the columns that may be left out, in any order."""
    register = draw(st.sampled_from(registers))
    optional = [column for column in KINDS[register] if column not in required(register)]
    columns = draw(st.permutations(required(register) + draw(st.lists(st.sampled_from(optional), unique=True))))
    row = st.fixed_dictionaries({column: good_cells(KINDS[register][column]) for column in columns}).map(_in_order)
    return Sheet(register, columns, draw(st.lists(row, max_size=max_rows)))


@st.composite
def plain_files(draw: st.DrawFn, sheet: Sheet) -> bytes:
    """Draw what the fast path has to take: a BOM or none, LF or CRLF line by line, a last line end or none."""
    lines = sheet.text().split("\n")[:-1]
    ends = [draw(st.sampled_from(["\n", "\r\n"])) for _ in lines]
    text = "".join(map(str.__add__, lines, ends))
    if draw(st.booleans()):
        text = text.removesuffix(ends[-1])
    return (draw(st.sampled_from(["", BOM])) + text).encode()


# ------------------------------------------------------------------------------------------------------- damage

_NASTY = [",", '"', '""', "\n", "\r", "\r\n", "\n\n", "\0", BOM, "\u2028", "\x1b", " ", ";", "é", "e\u0301", "-", "0"]
_BYTES = [b"\xff", b"\xc3", b"\x80", b"\xef\xbb", b"\xed\xa0\x80", b'"', b"\r"]


@st.composite
def _edited(draw: st.DrawFn, raw: bytes) -> bytes:
    """Insert, overwrite or cut out some bytes."""
    at = draw(st.integers(0, len(raw)))
    put = draw(st.sampled_from([*(nasty.encode() for nasty in _NASTY), *_BYTES, b""]))
    return raw[:at] + put + raw[at + draw(st.integers(0, 3)) :]


_CELLS = [*{cell: 0 for kind in BAD.values() for cell in kind}, "0001-01-01", "9999-12-31"]
_QUOTED = ['"x"', '"a,b"', '"a\nb"', '"a\r\nb"', '"a\rb"', '"a""b"', '"a"b', '"', '"2021-03-01"', '""']


@st.composite
def _wrong_cell(draw: st.DrawFn, raw: bytes) -> bytes:
    """Put a bad cell between two commas of a row, or one in quotes."""
    lines = raw.split(b"\n")
    at = draw(st.integers(min(1, len(lines) - 1), max(1, len(lines) - 2)))
    cells = lines[at : at + 1] and lines[at].split(b",")
    if cells:
        wrong = draw(st.sampled_from(_CELLS) | st.sampled_from(_QUOTED))
        cells[draw(st.integers(0, len(cells) - 1))] = wrong.encode()
        lines[at] = b",".join(cells)
    return b"\n".join(lines)


@st.composite
def _moved_lines(draw: st.DrawFn, raw: bytes) -> bytes:
    """Repeat, drop or exchange lines, the header among them."""
    lines = raw.split(b"\n")
    at, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
    what = draw(st.sampled_from(["repeat", "drop", "exchange", "blank"]))
    if what == "exchange":
        lines[at], lines[other] = lines[other], lines[at]
    else:
        lines[at : at + 1] = {"repeat": [lines[at]] * 2, "drop": [], "blank": [lines[at], b""]}[what]
    return b"\n".join(lines)


@st.composite
def _wrong_header(draw: st.DrawFn, raw: bytes) -> bytes:
    header, newline, rest = raw.partition(b"\n")
    names = header.split(b",")
    at = draw(st.integers(0, len(names) - 1))
    names[at] = draw(st.sampled_from([b"", b"name", b"Code", b'"code"', b"colour", b"note", names[-1]]))
    return b",".join(names) + newline + rest


def _recoded(raw: bytes) -> st.SearchStrategy[bytes]:
    text = raw.decode("utf-8", "ignore")
    wrong = [text.encode("utf-16"), text.encode("cp1258", "ignore"), b"", raw[: len(raw) // 2], raw + raw]
    return st.sampled_from([*wrong, raw.replace(b"\n", b"\r"), raw.replace(b"\n", b"\r\n"), raw.replace(b",", b";")])


@st.composite
def damaged(draw: st.DrawFn, raw: bytes) -> bytes:
    """Draw a file with one to three kinds of damage."""
    for _ in range(draw(st.sampled_from([1, 1, 2, 3]))):
        damage = draw(st.sampled_from([*[_wrong_cell] * 5, _edited, _edited, _moved_lines, _wrong_header, _recoded]))
        raw = draw(damage(raw))
    return raw


@st.composite
def any_files(draw: st.DrawFn, sheet: Sheet) -> bytes:
    raw = draw(plain_files(sheet))
    return draw(st.just(raw) | damaged(raw))


# --------------------------------------------------------------------------------------------------- comparison


def said(part: Part) -> tuple[object, ...]:
    """Return all that a part says, as plain values."""
    columns = {name: list(cells) for name, cells in part.columns.items()}
    return part.path, columns, list(part.records), part.broken, part.findings, part.refused


def all_rows(part: Part) -> list[Row]:
    """Return the rows of a part, those that could be read first."""
    kept = [dict(zip(part.columns, cells, strict=True)) for cells in zip(*part.columns.values(), strict=True)]
    return kept + [{name: row.get(name, "") for name in part.columns} for row in part.broken]


def strictly_read(raw: bytes) -> list[Row]:
    """Read a file with the csv module; raises where that finds fault."""
    text = raw.decode("utf-8").removeprefix(BOM)
    assert BOM not in text
    assert "\0" not in text
    header, *records = csv.reader(io.StringIO(text, newline=""), strict=True)
    return [{name: cell.replace("\r\n", "\n") for name, cell in zip(header, record, strict=True)} for record in records]


# ------------------------------------------------------------------------------------------------------- places


class Typist:
    """Types a text as one does in an editor, which shows at every moment the line and the column of the cursor."""

    def __init__(self) -> None:
        self.text = ""
        self.cursor = (1, 1)

    def put(self, piece: str) -> tuple[int, int]:
        """Type something, and return where the cursor was before."""
        before = self.cursor
        self.text += piece
        for character in piece:
            line, column = self.cursor
            self.cursor = (line + 1, 1) if character == "\n" else (line, column + 1)
        return before


class Typed(NamedTuple):
    """A file as it was typed: its bytes, and the line and column at which each cell of each record begins."""

    raw: bytes
    places: dict[tuple[int, str], tuple[int, int]]


@st.composite
def typed(draw: st.DrawFn, sheet: Sheet) -> Typed:
    """Draw a file that is typed cell by cell, some in quotes."""
    places: dict[tuple[int, str], tuple[int, int]] = {}
    typist = Typist()
    ends = st.sampled_from(["\n", "\r\n"])
    for record, cells in enumerate([{name: name for name in sheet.columns}, *sheet.rows], start=-1):
        for number, name in enumerate(sheet.columns):
            cell = cells[name]
            quoted = any(character in cell for character in ',"\n') or draw(st.booleans())
            typist.put("," * bool(number) + '"' * quoted)
            places[record, name] = typist.put(cell.replace('"', '""').replace("\n", draw(ends)) if quoted else cell)
            typist.put('"' * quoted)
        typist.put(draw(ends))
    return Typed((draw(st.sampled_from(["", BOM])) + typist.text).encode(), places)


class Expected(NamedTuple):
    """A finding on a cell that has to come out."""

    record: int
    column: str
    cell: str
    code: str


def bad_cells(kind: str) -> dict[str, str]:
    """Return the cells that are wrong in a column, with the rule that each breaks."""
    bad = BAD[kind.rstrip("?")]
    if not kind.endswith("?"):
        return bad
    return {cell: code for cell, code in bad.items() if cell and not (kind == "text?" and cell.isspace())}


@st.composite
def wrong_sheets(draw: st.DrawFn) -> tuple[Sheet, set[Expected]]:
    """Draw a sheet with text of every kind and some wrong cells, and what has to be found.

    In no column stand two days or two counts of another form, and no row is blank: those are told together.
    """
    sheet = draw(sheets(max_rows=4).filter(lambda sheet: sheet.rows))
    expected = set()
    told: set[tuple[str, str]] = set()
    for record, row in enumerate(sheet.rows):
        for column, kind in KINDS[sheet.register].items():
            if column in row and kind.rstrip("?") == "text" and draw(st.booleans()):
                row[column] = draw(st.sampled_from(["a\nb", 'say ""x"', "a,b", "x\u2028y", "x\u0323", "𐍈👩‍🌾", '"']))
            elif column in row and draw(st.integers(0, 3)) == 0:
                bad = [(cell, code) for cell, code in bad_cells(kind).items() if (column, code) not in told]
                if not bad:
                    continue
                row[column], code = draw(st.sampled_from(bad))
                told |= {(column, code)} & {(column, together) for together in ("D102", "D104")}
                expected.add(Expected(record, column, row[column], code))
        assume(any(map(str.strip, row.values())))
    return sheet, expected


def marked(text: str, mark: str = "¦") -> tuple[str, tuple[int, int]]:
    """Take the mark out of a text, and return the line and the column of what stood behind it."""
    before, _, after = text.partition(mark)
    assert mark not in after
    lines = before.removeprefix(BOM).split("\n")
    return before + after, (len(lines), len(lines[-1]) + 1)


def opened_at(raw: bytes, finding: Finding) -> str:
    """Return the text of a file from where an editor puts the cursor for a finding."""
    lines = raw.decode("utf-8").removeprefix(BOM).split("\n")
    rest = [lines[finding.place.line - 1][finding.place.column - 1 :], *lines[finding.place.line :]]
    assert 1 <= finding.place.column <= len(lines[finding.place.line - 1]) + 1
    return "\n".join(rest)
