"""Text that is not what the eye sees: letters that look like others (D113), and characters that are no text (D114).

Two spellings that no eye can tell apart are two names to a program. Codes cannot hold any of this (D101).
"""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Literal, NamedTuple, get_args

from antq_cli.checks.rules import LETTERS
from antq_cli.checks.site import Site
from antq_cli.core.cells import OptionalText, Text
from antq_cli.core.findings import Finding
from antq_cli.core.registers import Register
from antq_cli.core.values import Said
from antq_cli.counting import bulk
from antq_cli.reading.parts import At, cell_finding
from antq_cli.reading.rules import ALL
from antq_cli.reading.tables import Lost, Table

RULES = LETTERS
# What is no text: a letter was lost, a control character, a blank at an edge.
Damage = Literal["lost", "control", "blank"]


class _Flaw(NamedTuple):
    """What is wrong with a cell: the code of the rule, the character that shows it, and what that is of D114."""

    code: str
    letter: str
    damage: Damage | None = None


# ------------------------------------------------------------------------------------------------------ characters

# Facts: conventions, "Identity of text". Icelandic Ð and African Ɖ for Đ, Ƣ for Ư, spaces that do not break, have
# another width or none, marks of direction, and the letters and digits of full width that Asian keyboards make.
_ALWAYS = "\u00d0\u00f0\u0189\u01a2\u01a3\u00a0\u00ad\u2000-\u200f\u202a-\u202f\u2060-\u2064\u3000\uff01-\uff5e"
_LOOK_ALIKE = re.compile(f"[{_ALWAYS}]|(?<=\\w)\u2019(?=\\w)")  # and ’ for '
# Greek and Cyrillic letters that look like Latin ones; in a word of their own alphabet they are what they look like.
_STRANGE = (
    "\u0391\u0392\u0395-\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
    "\u03b1\u03b9\u03ba\u03bd\u03bf\u03c1\u03c4\u03c5\u03c7\u03f2\u03f3"
    "\u0405\u0406\u0408\u0410\u0412\u0415\u041a\u041c-\u041e\u0420-\u0423\u0425"
    "\u0430\u0435\u043a\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458"
    "\u04ae\u04af\u04ba\u04bb\u04c0\u04cf\u0501\u051a-\u051d"
)
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_WORD, _AMONG, _IN_LATIN = re.compile(r"\w+"), re.compile(f"[{_STRANGE}]"), re.compile(f"[{_LATIN}]")
# What no keyboard writes: U+FFFD stands where a letter was lost; controls, and the line ends of no file. A line break
# may stand within a cell that is quoted; a lone CR may not stand in a file at all (F006).
_CONTROLS = "\x01-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029"
_NO_TEXT = re.compile(f"[{_CONTROLS}\ufffd]")
_BLANK = " \n"
# One look at all cells of a column together says whether any of them has to be looked at: nearly never.
_SUSPECT = re.compile(f"[{_CONTROLS}\ufffd{_ALWAYS}\u2019{_STRANGE}]")
_EDGES = ("\0 ", " \0", "\0\n", "\n\0")


def _faults(cell: str) -> Iterator[_Flaw]:
    """Yield what is wrong with a cell, of each rule one thing."""
    if found := _LOOK_ALIKE.search(cell):
        yield _Flaw("D113", found[0])
    elif strange := _strange(cell):
        yield _Flaw("D113", strange)
    if found := _NO_TEXT.search(cell):
        yield _Flaw("D114", found[0], "lost" if found[0] == "\ufffd" else "control")
    elif cell.removesuffix("\n").strip(_BLANK) != cell.removesuffix("\n"):  # a text of several lines ends with one
        yield _Flaw("D114", cell[0] if cell[0] in _BLANK else cell[-1], "blank")


def _strange(cell: str) -> str | None:
    """Return the first letter of another alphabet that stands in a word with Latin letters."""
    words = (word for word in _WORD.findall(cell) if _IN_LATIN.search(word))
    return next((found[0] for word in words if (found := _AMONG.search(word))), None)


def _wrong(cells: Collection[str]) -> dict[str, list[_Flaw]]:
    """Return the cells that are at fault, and with what; the cells of a column are looked at in one go."""
    together = "\0".join(["", *cells, ""])  # no cell can hold a NUL (F005)
    if _SUSPECT.search(together) is None and not any(edge in together for edge in _EDGES):
        return {}
    return {cell: faults for cell in cells if (faults := [*_faults(cell)])}


# ----------------------------------------------------------------------------------------------------------- cells

_FREE = (*get_args(Text)[1:], *get_args(OptionalText)[1:])


def _texts(register: Register) -> Iterator[str]:
    """Yield the columns of a register in which any text may stand."""
    for column in register.columns:
        if any(judge in _FREE for judge in get_args(column.judge)[1:]):
            yield column.name


def find(site: Site) -> Iterator[Finding]:
    """Find the cells of text that are not what they look like; rows that were left out are repaired as well."""
    for name in ALL:
        if site.book.was_read(name):
            table = site.book.table(name)
            lost = list(table.lost())
            for column in _texts(table.register):
                yield from _in_rows(table, column)
                yield from _in_lost(table, column, lost)


def _in_rows(table: Table, column: str) -> Iterator[Finding]:
    wrong = _wrong(bulk.picked(table, column, _wrong))
    for row in bulk.where(table, column, wrong) if wrong else ():
        for fault in wrong[bulk.cell(table, row, column)]:
            yield table.finding(RULES[fault.code], row, column, **_values(fault))


def _in_lost(table: Table, column: str, lost: Iterable[Lost]) -> Iterator[Finding]:
    """Yield what is wrong in rows that were left out; of a cell that is blank to the eye that is told already."""
    for part, record, row in lost:
        cell = row.get(column, "")
        for fault in () if cell.isspace() else _wrong([cell]).get(cell, ()):
            at = At(record, column, row)
            yield cell_finding(table.register, RULES[fault.code], part.path, part.where, at, **_values(fault))


def _values(fault: _Flaw) -> dict[str, object]:
    letter: dict[str, object] = {"letter": f"U+{ord(fault.letter):04X}"}
    return letter | ({"damage": Said("damage", fault.damage)} if fault.damage else {})
