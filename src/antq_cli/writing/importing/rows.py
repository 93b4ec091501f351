"""The rows of a register that stand in a sheet: of each row of data one for every measure that it has a number of."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from antq_cli.core import called
from antq_cli.core.findings import Finding, Withheld
from antq_cli.core.imported import ImportedRow
from antq_cli.core.personal import holds_number, names_somebody
from antq_cli.core.sheets import Content, Sheet, SheetCell
from antq_cli.writing.importing import cells
from antq_cli.writing.importing.asked import Asked
from antq_cli.writing.importing.cells import Unread
from antq_cli.writing.importing.findings import any_of, found
from antq_cli.writing.importing.forms import COUNT
from antq_cli.writing.importing.heads import Column, Head
from antq_cli.writing.importing.names import Body
from antq_cli.writing.importing.texts import Cells, merged_above, normalised_text, text_of


class Slot(NamedTuple):
    """A place of a row for one number: the columns of its parts, and the measure; "" where the row names it.

    ``numbers`` are those of the columns, ``letters`` what that of the count is called.
    """

    measure: str
    parts: Mapping[str, Column]
    numbers: frozenset[int]
    letters: str


class Common(NamedTuple):
    """What a sheet says once for all its rows: days, by the columns of the register, and a unit, "" for none."""

    days: Mapping[str, date]
    unit: str = ""


class Row(NamedTuple):
    """A row of data: its cells, whose it is and of which days, and what keeps it from being known."""

    number: int
    cells: Cells
    name: str
    body: Body | None
    days: Mapping[str, date]
    why: Sequence[Finding] = ()
    remarks: Sequence[Finding] = ()


class RowsOfData:
    """The rows of data of a sheet, read one by one."""

    def __init__(self, sheet: Sheet, head: Head, asked: Asked, common: Common) -> None:
        self._sheet = sheet
        self._head = head
        self._asked = asked
        self._common = common
        self._names = asked.names({each.role.measure for each in head.values})
        self._units = head.of("column", "unit")
        # The only column of names, 0 where there is none, or several; what stands in it, and needs no second look.
        self._unit = self._units[0].number if len(self._units) == 1 else 0
        self._plain_names: dict[Content, str] = {}
        self._days = [(name, column.number) for name in asked.form.days for column in head.of("column", name)]
        self._beside = [
            column for column in head.of("column") if column.role.column in (*asked.form.texts, *asked.form.dates)
        ]
        self._subjects = head.of("column", asked.form.subject)
        self._larger = ""  # the unit that a blank cell in the first column of several goes on with
        self._merged = merged_above(sheet, [each.number for each in self._units])
        # Every row is of one of a few measures, and many are of one day.
        self._written, self._iso = cache(asked.form.written), cache(date.isoformat)

    @property
    def slots(self) -> list[Slot]:
        """The places for numbers that each row has."""
        parts: dict[str, dict[str, Column]] = {}
        for column in self._head.values:
            parts.setdefault(column.role.measure, {})[column.role.part] = column
        return [
            Slot(measure, columns, frozenset(each.number for each in columns.values()), columns[COUNT].letters)
            for measure, columns in parts.items()
            if COUNT in columns
        ]

    # Whose it is, and of which day -----------------------------------------------------------------------------

    def row(self, number: int, found_: Cells, under: Sequence[str] = ()) -> Row:
        """Return a row of data with what is known of it; ``under`` are the names of the groups that it stands in."""
        plain = None if under else self._plain(number, found_)
        return plain or self.at_length(number, found_, under)

    def _plain(self, number: int, found_: Cells) -> Row | None:
        """Return a row of which nothing is to be told, as of most: its only name was met before, its days are plain."""
        cell, days = found_.get(self._unit), self._plain_days(found_)
        name = None if cell is None or cell.stale else self._plain_names.get(cell.content)
        if name is None or self._asked.form.days[0] not in days:
            return None
        met = self._names.on(days[self._asked.form.days[0]]).find([name])
        return None if met.code else Row(number, found_, name, met.body, days)

    def _plain_days(self, found_: Cells) -> Mapping[str, date]:
        """Return the days of a row where each is said once, and none is to come; none of others."""
        if not self._days:
            return self._common.days
        days: dict[str, date] = {}
        for name, column in self._days:
            read = cells.day(found_.get(column))
            if not isinstance(read, date) or read > self._asked.today or name in days or name in self._common.days:
                return {}
            days[name] = read
        return {**self._common.days, **days} if self._common.days else days

    def at_length(self, number: int, found_: Cells, under: Sequence[str] = ()) -> Row:
        """Return a row of data, each of its cells looked at; what it is called may be plain in others."""
        why: list[Finding] = []
        days = {**self._common.days}
        for name, column in self._days:
            if (cell := found_.get(column)) is not None:
                why += self._day(name, cell, days)
        named = [*self._named(number, found_)]
        why += [self._fault(cell, unread) for cell in named if (unread := cells.fault(cell))]
        said = [text_of(cell) for cell in named]
        own = [self._common.unit, *said] if self._common.unit else said
        row = Row(number, found_, said[-1] if said else self._common.unit, None, days, why)
        if why or not own:
            return row
        row = self._met(row, [*under, *self._going_on(named), *own], len(own), named)
        self._go_on(row, named)
        if row.body and not (row.remarks or under) and own == said and isinstance(named[-1].content, str):
            self._plain_names[named[-1].content] = row.name
        return row

    def _going_on(self, named: Sequence[SheetCell]) -> list[str]:
        """Return the larger unit that was named last, where a row says nothing in its column and something beside."""
        begins = bool(named) and named[0].column == self._units[0].number
        return [] if begins or not named or not self._larger else [self._larger]

    def _go_on(self, row: Row, named: Sequence[SheetCell]) -> None:
        """Note the larger unit that a row names, if it does: a code beside the name of the same unit is none."""
        if self._units[1:] and named and named[0].column == self._units[0].number:
            said, first = text_of(named[0]), self._asked.form.days[0]
            holds = row.body is not None and (
                len(named) == 1 or self._names.on(row.days[first]).find([said]).body != row.body
            )
            self._larger = said if holds else ""

    def _named(self, number: int, found_: Cells) -> Iterator[SheetCell]:
        """Yield the cells that say whose a row is, also those that are merged with cells above."""
        for column in self._units:
            cell = found_.get(column.number) or self._merged.get((number, column.number))
            if cell is not None:
                yield cell

    def _day(self, name: str, cell: SheetCell, days: dict[str, date]) -> Iterator[Finding]:
        """Note the day in a cell among those of its row; yield what is wrong with it."""
        read, told = cells.day(cell), days.get(name)
        if isinstance(read, Unread):
            yield self._fault(cell, read)
        elif read is not None:
            days[name] = read
            if read > self._asked.today:
                yield found("I213", self._sheet, cell.address, value=read, today=self._asked.today)
            if told not in (None, read):
                yield found("I211", self._sheet, cell.address, value=text_of(cell), day=told)

    def _met(self, row: Row, texts: Sequence[str], own: int, named: Sequence[SheetCell]) -> Row:
        """Return a row with whose it is, on the map of its first day; the last ``own`` of its texts are its own.

        What others are called that it stands under counts as far as they are units: a group may be called anything.
        """
        first = self._asked.form.days[0]
        if first not in row.days:
            return row
        there = self._names.on(row.days[first])
        met = there.find([*filter(there.knows, texts[:-own]), *texts[-own:]])
        # Where a unit is looked for somebody may stand; what is no unit is not told then.
        value = Withheld(texts[-1]) if met.body is None and names_somebody(texts[-1]) else texts[-1]
        remarks = [
            found("I209", self._sheet, cell.address, value=cell.content, read=seen)
            for cell in named
            if isinstance(cell.content, str)
            and (seen := normalised_text(cell.content.strip()))
            and not isinstance(value, Withheld)
        ]
        if not met.code:
            return row._replace(body=met.body, remarks=remarks)
        address = named[-1].address if named else f"{row.number}:{row.number}"
        near = any_of("near", met.units)
        values = {"value": value, "day": row.days[first], "units": met.units, "near": near}
        return row._replace(why=[*row.why, found(met.code, self._sheet, address, **values)], remarks=remarks)

    def _fault(self, cell: SheetCell, unread: Unread) -> Finding:
        said = text_of(cell)
        value = Withheld(said) if names_somebody(said) else said
        values = {"value": value, "readings": [*unread.readings]}
        return found(unread.code, self._sheet, cell.address, **values)

    def counts(self, row: Row) -> bool:
        """Return whether a row has anything where counts stand."""
        return any(column.number in row.cells for column in self._head.values)

    # What it counts --------------------------------------------------------------------------------------------

    def imported(self, row: Row, slots: Sequence[Slot]) -> Iterator[ImportedRow]:
        """Yield the rows of the register that a row of data is, one for each place in which something stands."""
        texts, why = self._texts(row)
        for slot in slots:
            if len(slots) == 1 or not slot.numbers.isdisjoint(row.cells):
                yield self._imported(row, slot, texts, why)

    def _imported(self, row: Row, slot: Slot, texts: Mapping[str, str], why: Sequence[Finding]) -> ImportedRow:
        subject, of_subject = self._subject(row, slot)
        counts, of_counts = self._counts(row, slot)
        said = {name: self._iso(day) for name, day in row.days.items()}
        if row.body:
            said["unit"] = row.body.code
        if subject:
            said[self._asked.form.subject] = self._written(subject)
        said |= counts
        said |= texts
        all_why = [*row.why, *why, *of_subject, *of_counts, *self._missing_days(row)]
        outcome = "refused" if all_why else "new" if COUNT in counts else "blank"
        address = f"{slot.letters}{row.number}"
        unit = said.get("unit", "")
        return ImportedRow(row.number, address, row.name, unit, subject, said, outcome, {}, all_why)  # type: ignore[arg-type]

    def _missing_days(self, row: Row) -> list[Finding]:
        if all(map(row.days.__contains__, self._asked.form.days)):
            return []
        told = any(each.rule.code in ("I205", "I202", "I203", "I204") for each in row.why)
        return [] if told else [found("I110", self._sheet, f"{row.number}:{row.number}")]

    def _subject(self, row: Row, slot: Slot) -> tuple[str, list[Finding]]:
        """Return the measure of a place, which the row may name."""
        if slot.measure:
            return slot.measure, []
        for column in self._subjects:
            cell = row.cells.get(column.number)
            if cell is not None:
                told = self._asked.roles.measure(text_of(cell))
                if isinstance(told, str):
                    return told, []
                measures = told or self._asked.reported
                allowed = [called.measure(self._asked.manifest, each) for each in measures]
                return "", [found("I212", self._sheet, cell.address, value=text_of(cell), allowed=allowed)]
        return "", [found("I212", self._sheet, f"{row.number}:{row.number}", value="—", allowed=[])]

    def _counts(self, row: Row, slot: Slot) -> tuple[dict[str, str], list[Finding]]:
        counts: dict[str, str] = {}
        why: list[Finding] = []
        for part, column in slot.parts.items():
            cell = row.cells.get(column.number)
            read = cells.count(cell)
            if isinstance(read, int):
                counts[part] = str(read)
            elif cell is not None and isinstance(read, Unread):
                why.append(self._fault(cell, read))
        return counts, why

    def _texts(self, row: Row) -> tuple[dict[str, str], list[Finding]]:
        """Return what stands beside the counts of a row in columns of the register, and what may not."""
        texts: dict[str, str] = {}
        why: list[Finding] = []
        for column in self._beside:
            name, cell = column.role.column, row.cells.get(column.number)
            if cell is None:
                continue
            read = cells.day(cell) if name in self._asked.form.dates else cells.text(cell)
            if isinstance(read, Unread):
                why.append(self._fault(cell, read))
            elif isinstance(read, str) and (holds_number(read) or names_somebody(read)):
                why.append(found("I210", self._sheet, cell.address, heading=column.heading))
            elif read:
                texts[name] = str(read)
        return texts, why
