"""Letters that look like others (D113): two spellings that no eye can tell apart, and no program takes for one."""

import re
from collections.abc import Iterator

from antq_cli.checks.site import Site
from antq_cli.core.findings import Finding, Rule
from antq_cli.reading.rules import ALL

RULES = {"D113": Rule("D113", "look-alike", "warning", of=ALL)}
# Facts: conventions, "Identity of text". Icelandic Ð and African Ɖ for Đ, Ƣ for Ư, ’ for ', spaces that do not break
# or have no width, marks of direction. Codes cannot hold them (D101).
_LOOK_ALIKE = re.compile(
    "[\u00d0\u00f0\u0189\u01a2\u01a3\u00a0\u00ad\u2007\u202f\u200b-\u200f\u202a-\u202e\u2060-\u2064]"
    "|(?<=\\w)\u2019(?=\\w)"
)
_TEXTS = (
    *("name", "kind", "note", "sheet", "source", "act", "event", "exempt", "decision"),
    *("number", "issuer", "title"),
)


def find(site: Site) -> Iterator[Finding]:
    """Find the cells of text in which a letter or a space is not the one that it looks like."""
    for name in ALL:
        if site.book.was_read(name):
            table = site.book.table(name)
            for column in (column for column in _TEXTS if column in table.columns):
                wrong = {
                    cell: found[0] for cell in table.columns.distinct(column) if (found := _LOOK_ALIKE.search(cell))
                }
                for row, cell in enumerate(table.columns[column]) if wrong else ():
                    if cell in wrong:
                        yield table.finding(RULES["D113"], row, column, letter=f"U+{ord(wrong[cell]):04X}")
