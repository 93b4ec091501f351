"""What the rows of sheets come to in a book: new, there already, changed or refused; and all of it as one change."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from antq_cli.checks.imports import RULES
from antq_cli.core.changes import Rewrite, Rows
from antq_cli.core.findings import Finding, Place
from antq_cli.core.imported import BookOnly, ImportedRow, SheetLedger
from antq_cli.core.registers import REGISTERS, Register
from antq_cli.core.values import Share
from antq_cli.counting.dataset import Dataset
from antq_cli.reading.parts import Part, key_of
from antq_cli.reading.tables import Table
from antq_cli.writing.filing import Filing
from antq_cli.writing.importing.forms import COUNT, TOTAL, Form
from antq_cli.writing.judging import new_errors
from antq_cli.writing.rows import Added, Altered, Edits, rewrites
from antq_cli.writing.rows_csv import key_in

Key = tuple[str, ...]
# A row of the register in a sheet: the number of the sheet, and of the row in its ledger.
_At = tuple[int, int]


class Planned(NamedTuple):
    """What an import comes to: the ledgers with what becomes of each row, and what is to be written.

    What of the rows that are not refused would bring an error into the book is refused as well.
    """

    sheets: Sequence[SheetLedger]
    rewrites: Sequence[Rewrite]
    rows: Rows


class _Held(NamedTuple):
    """A row that the book has: its file, its number in it, its cells."""

    path: str
    record: int
    cells: Mapping[str, str]


def plan(dataset: Dataset, form: Form, sheets: Sequence[SheetLedger], *, replace: bool, into: str | None) -> Planned:
    """Hold the rows of sheets against a book, and return what is to be written of them.

    What stands there with another number is refused, unless it is to be ``replace``d; ``into`` is the file for new
    rows, None where their neighbours say it. Raises :class:`Refused` where nobody can tell (U117), or the register
    cannot be read.
    """
    return _Plan(dataset, form, sheets, replace=replace, into=into).made()


class _Plan:
    """The rows of all sheets, and what has become of each up to now."""

    def __init__(
        self, dataset: Dataset, form: Form, sheets: Sequence[SheetLedger], *, replace: bool, into: str | None
    ) -> None:
        self._dataset = dataset
        self._register = REGISTERS[form.register]
        self._form = form
        self._table = dataset.book.table(form.register)
        dataset.book.refuse_if_unreadable(form.register)
        self._sheets = sheets
        self._rows: dict[_At, ImportedRow] = {
            (number, at): row for number, sheet in enumerate(sheets) for at, row in enumerate(sheet.imported)
        }
        # Only what is new in the sheets is held against anything.
        self._keys: dict[_At, Key] = {
            at: key_in(self._register, row.cells) for at, row in self._rows.items() if row.outcome == "new"
        }
        self._remarks: dict[int, list[Finding]] = defaultdict(list)
        self._replace = replace
        self._filing = Filing(dataset, form.register, into)
        self._held = _index(self._table)

    def made(self) -> Planned:
        """Return what it all comes to."""
        self._hold_together()
        self._hold_to_book()
        while True:
            edits = self._edits()
            files = rewrites(self._register, self._table.parts, edits)
            found = new_errors(self._dataset.book, files, edits) if files else []
            if not found:
                return Planned(self._ledgers(), files, edits.rows)
            self._refuse(found)

    # Among themselves ------------------------------------------------------------------------------------------

    def _hold_together(self) -> None:
        """Let of equal rows the first one count, and of those that say different things none."""
        by_key: dict[Key, list[_At]] = defaultdict(list)
        for at, key in self._keys.items():
            by_key[key].append(at)
        for several in by_key.values():
            if len(several) > 1:
                self._again(several)

    def _again(self, several: Sequence[_At]) -> None:
        first = self._rows[several[0]]
        alike = all(self._rows[at].cells == first.cells for at in several)
        for at in several:
            if alike and at == several[0]:
                continue
            other = several[0] if at != several[0] else several[1]
            said = self._found("I304" if alike else "I305", at, first=self._whole_address(other))
            if alike:
                self._rows[at] = self._rows[at]._replace(outcome="same")
                self._remarks[at[0]].append(said)
            else:
                self._because(at, said)

    def _address(self, at: _At) -> str:
        sheet = self._sheets[at[0]]
        return f"{sheet.name}!{self._rows[at].address}"

    def _whole_address(self, at: _At) -> str:
        """Return the address of a row with its file, where there are several: their sheets are all called the same."""
        several = len({sheet.file for sheet in self._sheets}) > 1
        return f"{self._sheets[at[0]].file} · {self._address(at)}" if several else self._address(at)

    def _found(self, code: str, at: _At, **values: object) -> Finding:
        row = self._rows[at]
        said = {"sheet": self._sheets[at[0]].name, "address": row.address, "value": row.name, **values}
        return Finding(RULES[code], Place(self._address(at)), said)

    def _because(self, at: _At, *why: Finding) -> None:
        row = self._rows[at]
        self._rows[at] = row._replace(outcome="refused", why=[*row.why, *why])

    # Against the book ------------------------------------------------------------------------------------------

    def _hold_to_book(self) -> None:
        for at, key in self._keys.items():
            row, held = self._rows[at], self._held.get(key)
            if held is None or row.outcome != "new":
                continue
            old = {name: held.cells[name] for name in row.cells}
            if old == row.cells:
                self._rows[at] = row._replace(outcome="same")
            elif self._replace:
                self._rows[at] = row._replace(outcome="changed", old=old)
            else:
                self._rows[at] = row._replace(old=old)
                had, has = _differing(old, row.cells, _others(self._rows[at]))
                self._because(at, self._found("I303", at, old=had, new=has))

    def _edits(self) -> Edits:
        added = [Added(self._path(row), row.cells) for row in self._rows.values() if row.outcome == "new"]
        altered = [
            Altered(held.path, held.record, {name: row.cells[name] for name in _others(row)})
            for at, row in self._rows.items()
            if row.outcome == "changed" and (held := self._held[self._keys[at]])
        ]
        return Edits(added, altered)

    def _path(self, row: ImportedRow) -> str:
        return self._filing.file(row.cells["unit"], date.fromisoformat(row.cells[self._form.days[0]]))

    def _refuse(self, found: Sequence[Finding]) -> None:
        """Refuse the rows that bring errors: each by its own; all of them where nobody can tell which it is."""
        by_key = _by_key(found, self._register.name)
        own = [at for at, row in self._entered() if key_of(self._register, row.cells) in by_key]
        for at in own:
            self._because(at, *map(_as_asked, by_key[key_of(self._register, self._rows[at].cells)]))
        if not own:
            for at, _ in self._entered():
                self._because(at, _as_asked(found[0]))

    def _entered(self) -> list[tuple[_At, ImportedRow]]:
        return [(at, row) for at, row in self._rows.items() if row.outcome in ("new", "changed")]

    def _ledgers(self) -> list[SheetLedger]:
        return [
            sheet._replace(
                imported=[self._rows[number, at] for at in range(len(sheet.imported))],
                remarks=[*sheet.remarks, *self._remarks[number]],
            )
            for number, sheet in enumerate(self._sheets)
        ]


def _others(row: ImportedRow) -> list[str]:
    """Return the columns in which the book says something else."""
    return [name for name, cell in row.cells.items() if row.old[name] != cell]


def _differing(old: Mapping[str, str], new: Mapping[str, str], names: Sequence[str]) -> tuple[object, object]:
    """Return what a row says and what it is to say: the counts where these differ, else what else does."""
    if not {COUNT, TOTAL}.isdisjoint(names):
        return _share(old), _share(new)
    return [old.get(name) or "—" for name in names], [new[name] for name in names]


def _share(cells: Mapping[str, str]) -> Share:
    return Share(_number(cells.get(COUNT)), _number(cells.get(TOTAL)))


def _number(cell: str | None) -> int | None:
    return int(cell) if cell else None


def _index(table: Table) -> Mapping[Key, _Held]:
    """Return the rows that the files of a register hold by their keys; of a repeated one the first."""
    found: dict[Key, _Held] = {}
    for part in table.parts:
        for key, held in _of_part(table.register, part):
            found.setdefault(key, held)
    return found


def _of_part(register: Register, part: Part) -> Iterator[tuple[Key, _Held]]:
    for place, record in enumerate(part.records):
        cells = part.row(place)
        yield tuple(cells[name] for name in register.model.key), _Held(part.path, record, cells)


def _by_key(found: Iterable[Finding], register: str) -> Mapping[str, list[Finding]]:
    by_key: dict[str, list[Finding]] = defaultdict(list)
    for each in found:
        if each.register == register:
            by_key[each.key].append(each)
    return by_key


def _as_asked(found: Finding) -> Finding:
    """Return a finding without its place in a file: the line is not there, and is not going to be."""
    return found._replace(place=Place(found.register), excerpt=None)


def only_in_book(dataset: Dataset, form: Form, sheets: Sequence[SheetLedger], scope: int | None) -> list[BookOnly]:
    """Return the rows of the book of the days and the measures of some sheets, and of units that no sheet has.

    ``scope`` is the unit below which the sheets are, None the top.
    """
    table = dataset.book.table(form.register)
    named = {key_in(table.register, row.cells) for sheet in sheets for row in sheet.imported}
    subjects = {row.cells.get(form.subject, "") for sheet in sheets for row in sheet.imported}
    days = {row.cells.get(form.days[0], "") for sheet in sheets for row in sheet.imported}
    found = []
    for key, held in _index(table).items():
        cells = held.cells
        if cells[form.subject] in subjects and cells[form.days[0]] in days and key not in named:
            body = _within(dataset, cells["unit"], date.fromisoformat(cells[form.days[0]]), scope)
            if body is not None:
                found.append(BookOnly(cells["unit"], body, {name: cell for name, cell in cells.items() if cell}))
    return sorted(found, key=lambda each: [each.cells[name] for name in table.register.model.key])


def _within(dataset: Dataset, code: str, day: date, scope: int | None) -> str | None:
    """Return what a unit is called that lies in another one on a day; None where it does not. Bodies are in none."""
    map_ = dataset.map(day)
    number = map_.unit(code)
    if number is None:
        return "" if scope is None else None
    lies = scope is None or scope in map_.paths[number]
    return dataset.atlas.units[number].name if lies else None
