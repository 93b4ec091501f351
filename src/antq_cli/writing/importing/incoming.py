"""Files that come in: which of their sheets are read, and what all of them together come to in a book."""

from collections.abc import Sequence
from typing import NamedTuple

from antq_cli.core.blank_form import LISTED
from antq_cli.core.findings import COMMAND_LINE, Finding, Place, Refused
from antq_cli.core.folding import fold
from antq_cli.core.imported import SheetLedger
from antq_cli.core.sheets import Sheet
from antq_cli.reading.coding import Encoding
from antq_cli.reading.sheets.opening import read_sheets
from antq_cli.reading.sheets.separated import Separator
from antq_cli.writing.importing.asked import Asked
from antq_cli.writing.importing.plan import Planned, plan
from antq_cli.writing.importing.sheets import read_sheet
from antq_cli.writing.importing.texts import by_column
from antq_cli.writing.rules import RULES

# Asks for all sheets of a file.
ALL = "*"


class File(NamedTuple):
    """A file as it came: what it is called, and its bytes."""

    name: str
    raw: bytes


class Way(NamedTuple):
    """How files are read: the sheet that is asked for, and of a text its coding and separator, where these are said."""

    sheet: str | None = None
    encoding: Encoding | None = None
    separator: Separator | None = None


def bring_in(asked: Asked, files: Sequence[File], way: Way, *, replace: bool, into: str | None) -> Planned:
    """Return what files come to in a book; raises :class:`Refused` (U150, U151) where it is not said which sheet."""
    ledgers = [ledger for file in files for ledger in _of_file(asked, file, way)]
    return plan(asked.dataset, asked.form, ledgers, replace=replace, into=into)


def _of_file(asked: Asked, file: File, way: Way) -> list[SheetLedger]:
    read = read_sheets(file.name, file.raw, way.encoding, way.separator)
    if isinstance(read, Finding):
        return [SheetLedger(file.name, "", refused=[read])]
    wanted = way.sheet or (asked.mapping.sheet if asked.mapping else None)
    chosen = _chosen(file.name, read, wanted)
    # A hidden sheet is not read, and is told all the same; so are others that nobody asked for, in what is listed.
    told = [sheet for sheet in read if sheet in chosen or (sheet.hidden and sheet.name != LISTED)]
    return [read_sheet(sheet, asked) for sheet in told]


def _chosen(name: str, sheets: Sequence[Sheet], wanted: str | None) -> list[Sheet]:
    """Return the sheets of a file that are asked for: by name, by number, all; the only one where nothing is asked."""
    visible = [sheet for sheet in sheets if not sheet.hidden]
    if wanted == ALL:
        return visible
    if wanted is None:
        filled = [sheet for sheet in visible if any(by_column(row) for row in sheet.rows)] or visible[:1]
        if len(filled) > 1:
            raise _refusal("U150", name, [sheet.name for sheet in filled])
        return filled
    named = [sheet for sheet in sheets if fold(sheet.name) == fold(wanted)]
    if not named and wanted.isascii() and wanted.isdigit():
        named = [*sheets[int(wanted) - 1 : int(wanted)]] if int(wanted) else []
    if not named:
        raise _refusal("U151", wanted, [sheet.name for sheet in sheets], file=name)
    return named


def _refusal(code: str, value: str, allowed: Sequence[str], **more: str) -> Refused:
    return Refused(Finding(RULES[code], Place(COMMAND_LINE), {"value": value, "allowed": [*allowed], **more}))
