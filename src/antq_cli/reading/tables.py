"""A register as a whole: the rows of its parts together, its keys and stretches judged across them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from antq_cli.core.canon import register_hash
from antq_cli.core.findings import Finding, Place, Rule
from antq_cli.core.registers import EARLIEST, Register, Row
from antq_cli.reading.columns import Columns
from antq_cli.reading.judging import adapter
from antq_cli.reading.parts import At, Part, cell_finding, merged
from antq_cli.reading.rules import RULES

if TYPE_CHECKING:
    from antq_cli.reading.apart import Apart  # only who counts very much loads it

R = TypeVar("R", bound=Row)


class Lost(NamedTuple):
    """A row of a file that is none of its register: where it stands, and its cells."""

    part: Part
    record: int
    row: Mapping[str, str]


class Elsewhere(NamedTuple):
    """Rows of a register that are counted where they stand, and are in no table: how many, and of how many subjects.

    ``first`` is the earliest day of each column that has any.
    """

    rows: int = 0
    subjects: int = 0
    first: Mapping[str, str] = MappingProxyType({})


_NOWHERE = Elsewhere()


class Table:
    """The rows of a register that could be read, as columns of cells.

    ``findings`` says what was left out and why, until that is handed over. ``refused_for`` is what keeps it from being
    read at all, None where nothing does; ``strange`` are the columns that no register has. ``broken`` holds the cells
    of the rows that were left out: who counts must know that they existed. Rows that are counted ``apart`` are in none
    of this; it is None where there can be no such.
    """

    def __init__(
        self,
        register: Register,
        parts: Sequence[Part],
        columns: Columns | None = None,
        begins: date = EARLIEST,
        apart: "Apart | None" = None,
    ) -> None:
        self.register = register
        self.apart = apart
        self.findings = [finding for part in parts for finding in part.findings]
        self.parts = [replace(part, findings=[]) if part.findings else part for part in parts]
        self.refused_for = next((found for found in self.findings if found.rule.refuses), None)
        self.strange = [found for found in self.findings if found.rule.code == "F013"]
        self.broken = [row for part in parts for row in part.broken]
        # ``_all`` stays what stands in the files, for the hash.
        self.columns = self._all = merged(register, parts) if columns is None else columns
        self._rows: Sequence[int] = range(sum(len(part) for part in parts))
        # Where the rows of ``broken`` stand: the number of each in its part.
        self._broken_at = [(part, record) for part in self.parts for record in part.unread]
        self._leave_out(*before(self, begins), unknown=register.model.happened)
        self._leave_out(*repeated_keys(self))
        self._leave_out(*overlapping_stretches(self))

    def __len__(self) -> int:
        """How many rows count; ``written`` has those that were left out as well."""
        return len(self._rows)

    @property
    def refused(self) -> bool:
        """Whether it cannot be read at all, or has to be there and is not (F019)."""
        return self.refused_for is not None

    def hand_over(self) -> list[Finding]:
        """Return what was found in reading, once: it may be much, and whoever takes it need not keep it."""
        found, self.findings = self.findings, []
        return found

    def cells(self, *names: str) -> list[tuple[str, ...]]:
        """The cells of some columns, a tuple a row, in the order in which the columns are named."""
        return list(zip(*(self.columns[name] for name in names), strict=True))

    def models(self, model: type[R]) -> tuple[R, ...]:
        """Return the rows as models; for registers that are not bulk."""
        assert model is self.register.model
        names = [column.name for column in self.register.columns]
        rows = [dict(zip(names, cells, strict=True)) for cells in self.cells(*names)]
        return tuple(adapter(model).validate_python(rows))  # all at once takes less than half of one by one

    def finding(self, rule: Rule, row: int, column: str, **values: object) -> Finding:
        """The finding on a cell of a row that counts; it knows by the register what of it may be shown."""
        part, record = self.origin(row)
        at = At(record, column, self.row_cells(row))
        return cell_finding(self.register, rule, part.path, part.where, at, **values)

    def place(self, row: int, column: str) -> Place:
        """Where a cell of a row stands; of a column that the file leaves out, where the row begins."""
        part, record = self.origin(row)
        line, character, _ = part.where.locate(record, column)
        return Place(part.path, line, character)

    def broken_place(self, number: int) -> Place:
        """Return the place of one of the rows that were left out."""
        part, record = self._broken_at[number]
        line, character, _ = part.where.locate(record, self.register.model.about)
        return Place(part.path, line, character)

    def origin(self, row: int) -> tuple[Part, int]:
        """Return in which file a row that counts stands, and its number there."""
        number = self._rows[row]
        for part in self.parts:
            if number < len(part):
                return part, part.records[number]
            number -= len(part)
        raise IndexError(row)

    def row_cells(self, row: int) -> dict[str, str]:
        """All cells of a row by column, "" where they are blank."""
        return {name: cells[row] for name, cells in self.columns.items()}

    def _leave_out(
        self, rows: Iterable[int], findings: Iterable[Finding], broken: Iterable[int], unknown: str | None = None
    ) -> None:
        """Take rows out; those in ``broken`` are rows whose loss the figures have to show.

        ``unknown`` is a column of which nothing may be believed in these, such as the day.
        """
        out = set(rows)
        if not out:
            return
        self.findings += findings
        blank = {} if unknown is None else {unknown: ""}
        self.broken += [self.row_cells(row) | blank for row in sorted(broken)]
        self._broken_at += [self.origin(row) for row in sorted(broken)]
        kept = [row for row in range(len(self._rows)) if row not in out]
        self.columns = self.columns.rows(kept)
        self._rows = [self._rows[row] for row in kept]

    @property
    def written(self) -> int:
        """Return how many rows stand in the files, those that were left out as well."""
        return self._here + self.elsewhere.rows

    @property
    def elsewhere(self) -> Elsewhere:
        """Return what is known of the rows that are counted apart; there are none in most registers."""
        return _NOWHERE if self.apart is None else self.apart.elsewhere.get(self.register.name, _NOWHERE)

    @property
    def _here(self) -> int:
        return sum(len(part) + len(part.broken) for part in self.parts)

    def lost(self) -> Iterator[Lost]:
        """Yield the rows of the files that are not among those of the table: unreadable ones, and repeated ones.

        Each is given with its part, the number of its record there, and its cells.
        """
        if len(self) == self._here:
            return
        kept, before = set(self._rows), 0
        for part in self.parts:
            yield from (Lost(part, record, row) for record, row in zip(part.unread, part.broken, strict=True))
            again = [row for row in range(len(part)) if before + row not in kept]
            columns = dict(part.columns.items()) if again else {}
            for row in again:
                yield Lost(part, part.records[row], {name: cells[row] for name, cells in columns.items()})
            before += len(part)

    @cached_property
    def hash(self) -> str | None:
        """Return the hash of the rows that stand in the files; None where there are none, or not all can be seen."""
        if self.refused or not self.parts:
            return None
        names = [column.name for column in self.register.columns if self._holds(column.name)]
        return register_hash(names, chain.from_iterable(part.canonical(names) for part in self.parts))

    def _holds(self, name: str) -> bool:
        """Return whether anything stands in a column, also of rows that were left out."""
        return any(self._all[name]) or any(row.get(name) for part in self.parts for row in part.broken)

    @property
    def several(self) -> dict[str, list[int]]:
        """Return, for each subject that has several rows, these rows."""
        return self.columns.several


Omission = tuple[set[int], list[Finding], set[int]]


def before(table: Table, begins: date) -> Omission:
    """Find what is said to have happened before the campaign (T003): a digit of the year was lost, or mistyped.

    Nobody knows the day, so the row may be missed on any.
    """
    column, first = table.register.model.happened, begins.isoformat()
    if column is None or all(cell >= first for cell in table.columns.distinct(column)):
        return set(), [], set()
    early = {row for row, cell in enumerate(table.columns[column]) if cell < first}
    findings = [table.finding(RULES["T003"], row, column, begins=begins) for row in sorted(early)]
    return early, findings, early


def repeated_keys(table: Table) -> Omission:
    """Find rows whose key stands more than once.

    Rows that say the same in every column that is counted are one row (D301), and the first counts. Rows that say
    different things cannot all be true (D302); nobody can tell which is, so none of them counts, whatever their order.
    """
    if _all_differ(table):
        return set(), [], set()
    # A key has its subject in it: only who has several rows can have two with one key.
    again = [row for rows in table.several.values() for row in rows]
    keys = list(zip(*(map(table.columns[name].__getitem__, again) for name in table.register.model.key), strict=True))
    groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for row, key in zip(again, keys, strict=True) if len(set(keys)) < len(keys) else ():
        groups[key].append(row)
    out: set[int] = set()
    broken: set[int] = set()
    findings = []
    for rows in groups.values():
        if len(rows) > 1:
            same = len({_counted(table, row) for row in rows}) == 1
            findings += [_repeated(table, row, rows[0], same=same) for row in rows[1:]]
            out.update(rows[1:] if same else rows)
            broken.update(() if same else rows)
    return out, findings, broken


def _all_differ(table: Table) -> bool:
    """Return whether surely no key stands more than once, in a register that asks for nothing else of a subject's rows.

    Keys that are the same have one hash; that two others have one as well costs the long way, and no more.
    """
    model = table.register.model
    if model.stretch is not None:
        return False
    keys = zip(*(table.columns[name] for name in model.key), strict=True)
    return len(set(map(hash, keys))) == len(table)


def _counted(table: Table, row: int) -> tuple[str, ...]:
    # Nothing is counted by these: who enters a return again, off another sheet, has entered it twice.
    remarks = {"note", "sheet", "source", "act", "received"}
    return tuple(cell for name, cell in table.row_cells(row).items() if name not in remarks)


def _repeated(table: Table, row: int, first: int, *, same: bool) -> Finding:
    column = table.register.model.about  # a key names it, and is withheld with it
    first_place = table.place(first, column)
    where = f"{first_place.path}:{first_place.line}"
    rule = RULES["D301" if same else "D302"]
    return table.finding(rule, row, column, key=" ".join(_key(table, row)), first=where)


def _key(table: Table, row: int) -> list[str]:
    return [table.columns[name][row] or "—" for name in table.register.model.key]


def overlapping_stretches(table: Table) -> Omission:
    """Find stretches of one code that begin before the one before them has ended (D303); the later one is left out."""
    if table.register.model.stretch is None:
        return set(), [], set()
    first, last = table.register.model.stretch
    out: set[int] = set()
    findings = []
    for stretches in table.several.values():
        # A blank first day sorts before all others, which is what it means.
        before, *later = sorted(stretches, key=table.columns[first].__getitem__)
        for row in later:
            end = table.columns[last][before]
            if end == "" or table.columns[first][row] < end:
                out.add(row)
                column = first if table.columns[first][row] else table.register.model.about
                findings.append(_overlap(table, row, before, column))
            else:
                before = row
    return out, findings, out


def _overlap(table: Table, row: int, before: int, column: str) -> Finding:
    assert table.register.model.stretch is not None
    place = table.place(before, column)
    values: dict[str, Any] = {"first": f"{place.path}:{place.line}", "last_day": _shown(table, before)}
    return table.finding(RULES["D303"], row, column, **values)


def _shown(table: Table, row: int) -> str:
    assert table.register.model.stretch is not None
    return table.columns[table.register.model.stretch[1]][row] or "—"
