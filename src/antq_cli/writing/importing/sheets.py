"""One sheet: from its cells to the rows of the register that stand in it, every row of the sheet accounted for."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain

from antq_cli.core import called
from antq_cli.core.findings import Finding
from antq_cli.core.imported import ClassedRow, SheetLedger, UsedColumn
from antq_cli.core.personal import looks_personal
from antq_cli.core.sheets import Area, Sheet, SheetCell, SheetRow, letters
from antq_cli.writing.importing.asked import Asked
from antq_cli.writing.importing.cells import Unread, days, days_until, fault
from antq_cli.writing.importing.findings import found
from antq_cli.writing.importing.forms import COUNT
from antq_cli.writing.importing.headings import is_numbering, key_of
from antq_cli.writing.importing.heads import Column, Head, find_head, head_at
from antq_cli.writing.importing.layout import Layout, Reading, Sum, layout
from antq_cli.writing.importing.mapping import Day, position
from antq_cli.writing.importing.names import Body, OnDay
from antq_cli.writing.importing.rows import Common, Row, RowsOfData
from antq_cli.writing.importing.sums import compare, counts_of
from antq_cli.writing.importing.texts import Grid, by_column, grid_of, text_of

_ENOUGH = 2  # columns that say what they hold make a header of what else could be anything


class _RefusedError(Exception):
    """Nothing of a sheet is looked at, for these reasons."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(*(each.rule.code for each in findings))
        self.findings = findings


def read_sheet(sheet: Sheet, asked: Asked) -> SheetLedger:
    """Return what stands in a sheet, every row of it classed; its rows of the register are not yet held to the book."""
    remarks = [*_hidden(sheet)]
    if sheet.hidden:
        return SheetLedger(sheet.source, sheet.name, remarks=remarks)
    whole, sheet = sheet, _within(sheet, asked.area)
    if not any(by_column(row) for row in sheet.rows):
        rows = [ClassedRow(row.number, "blank", row.hidden) for row in sheet.rows]
        blank = SheetLedger(sheet.source, sheet.name, rows, remarks=[*remarks, found("I113", sheet, "")])
        return _accounted(whole, blank)
    try:
        ledger = _Reader(sheet, asked).ledger()
    except _RefusedError as refused:
        ledger = SheetLedger(sheet.source, sheet.name, refused=refused.findings)
    return _accounted(whole, ledger._replace(remarks=[*remarks, *ledger.remarks]))


def _accounted(whole: Sheet, ledger: SheetLedger) -> SheetLedger:
    """Return a ledger with every row of a sheet, those at which nobody has looked as well."""
    known = {row.number: row for row in ledger.rows}
    rows = [known.get(row.number) or _unread(row) for row in whole.rows]
    return ledger._replace(rows=rows)


def _unread(row: SheetRow) -> ClassedRow:
    return ClassedRow(row.number, "unread" if by_column(row) else "blank", row.hidden)


def _within(sheet: Sheet, area: Area | None) -> Sheet:
    """Return the part of a sheet that is asked for."""
    if area is None:
        return sheet
    rows = [
        row._replace(cells=[cell for cell in row.cells if area.holds(cell.row, cell.column)])
        for row in sheet.rows
        if area.first_row <= row.number <= area.last_row
    ]
    return sheet._replace(rows=rows)


def _hidden(sheet: Sheet) -> Iterator[Finding]:
    """Tell what of a sheet nobody sees who opens it: it is read all the same, but for a sheet that is hidden itself."""
    if sheet.hidden:
        yield found("I109", sheet, "")
    rows = [row.number for row in sheet.rows if row.hidden]
    columns = [letters(number) for number in sheet.hidden_columns]
    if rows or columns:
        yield found("I108", sheet, "", rows=[*map(str, rows)] or ["—"], columns=columns or ["—"])
    if sheet.macros:
        yield found("I112", sheet, "")


class _Reader:
    """One sheet as it is read."""

    def __init__(self, sheet: Sheet, asked: Asked) -> None:
        self._sheet = sheet
        self._asked = asked
        mapping = asked.mapping
        by_sheet = mapping is not None and mapping.unit is not None and mapping.unit.sheet_name
        self._unit = sheet.name if by_sheet else ""
        self._any = asked.names(asked.grains)

    def ledger(self) -> SheetLedger:
        """Return all that stands in the sheet; :class:`_RefusedError` where it cannot be told."""
        head = self._head()
        self._refuse_columns(head)
        head = head.without_lonely()
        common = Common(self._days(head), self._whose(head))
        grid = grid_of(self._sheet.rows)
        laid = self._laid(head, grid, whose=bool(common.unit))
        reader = RowsOfData(self._sheet, head, self._asked, common)
        read = [*self._read(reader, grid, laid)]
        laid, data = self._without_holders(laid, read)
        slots = reader.slots
        imported = list(chain.from_iterable(reader.imported(row, slots) for row in data))
        rated = {row.number for row in data} | {each.row for each in laid.sums}
        compared = compare(self._sheet, head, grid, laid.sums, sorted(rated))
        remarks = [
            *self._untold(laid),
            *self._swallowing(head, grid, laid),
            *self._unused(head, grid, laid),
            *_once(data),
            *compared.findings,
        ]
        if not data:
            remarks.append(found("I113", self._sheet, ""))
        days_ = sorted({day for row in data for day in row.days.values()} or {*common.days.values()})
        absent = self._absent(head, data)
        columns = [self._used(head, column) for column in head.columns]
        made = SheetLedger(self._sheet.source, self._sheet.name, laid.rows, columns, days_, compared.totals, imported)
        return made._replace(remarks=remarks, absent=absent)

    def _read(self, reader: RowsOfData, grid: Grid, laid: Layout) -> Iterator[Row]:
        """Yield the rows of data, each with the groups that it stands in.

        A unit that does not report, in a row without numbers, heads those that follow, up to a sum or another one.
        """
        headed: Sequence[str] = ()
        for each in laid.rows:
            if each.is_ == "data":
                row = reader.row(each.number, grid[each.number], [*laid.under.get(each.number, ()), *headed])
                if self._may_hold(row) and not reader.counts(row):
                    headed = [row.name]
                yield row
            elif each.is_ not in ("blank", "repeated-header"):
                headed = ()

    # The header ------------------------------------------------------------------------------------------------

    def _head(self) -> Head:
        mapping, roles = self._asked.mapping, self._asked.roles
        if mapping is not None and mapping.header is not None:
            head: Head | None = head_at(self._sheet, mapping.header, roles)
        else:
            head = find_head(self._sheet, roles, whose=bool(self._unit or self._asked.unit or self._is_unit()))
        if head is None or not head.columns:
            raise _RefusedError(found("I101", self._sheet, ""))
        return head

    def _is_unit(self) -> bool:
        """Return whether the sheet is called like a unit."""
        return self._any.ever(self._sheet.name)

    def _refuse_columns(self, head: Head) -> None:
        """Refuse a sheet of which a column is missing, or is there twice, or is nobody's business."""
        personal = [each for each in head.columns if each.role.use != "column" and looks_personal(each.heading)]
        refused = [
            found("I107", self._sheet, f"{each.letters}{head.rows[-1]}", value=each.heading) for each in personal
        ]
        refused += [*self._missing(head), *self._twice(head), *self._ambiguous(head)]
        if refused:
            raise _RefusedError(*refused)

    def _missing(self, head: Head) -> Iterator[Finding]:
        known = {key_of(each.heading) for each in head.columns}
        headings = [each.heading for each in head.columns]
        missing = [header for header in self._asked.roles.asked if key_of(header) not in known]
        for header in missing:
            yield found("I104", self._sheet, "", value=header, allowed=headings)
        if not any(each.role.part == COUNT for each in head.values) and not missing:
            named = any(each.role.may_be for each in head.columns)
            if not named:
                yield found("I101", self._sheet, "")

    def _twice(self, head: Head) -> Iterator[Finding]:
        seen: dict[object, Column] = {}
        for each in head.columns:
            role = each.role
            if role.use not in ("column", "value"):
                continue
            # Several columns may say whose a row is, from the larger unit to the smaller, each called otherwise.
            key = (role, each.heading) if role.column == "unit" else role
            if key in seen:
                values = {"value": each.heading, "first": seen[key].letters, "second": each.letters}
                yield found("I105", self._sheet, f"{each.letters}{head.rows[-1]}", **values)
            seen.setdefault(key, each)

    def _ambiguous(self, head: Head) -> Iterator[Finding]:
        """Find the columns of counts of which nobody can tell what they count."""
        named = bool(head.of("column", self._asked.form.subject))
        manifest = self._asked.manifest
        for each in head.columns:
            role = each.role
            unnamed = role.use == "value" and not role.measure and not named
            if unnamed or role.may_be:
                allowed = [called.measure(manifest, measure) for measure in role.may_be or self._asked.reported]
                address = f"{each.letters}{head.rows[-1]}"
                yield found("I111", self._sheet, address, value=each.heading, measures=allowed)

    # Days and whose it is --------------------------------------------------------------------------------------

    def _days(self, head: Head) -> Mapping[str, date]:
        """Return the days that are told once for the whole sheet; those in a column are told row by row."""
        told = dict(self._asked.days)
        columns = self._asked.form.days
        for place, name in enumerate(columns):
            if name not in told and not head.of("column", name):
                told[name] = self._day(place, head)
                if told[name] > self._asked.today:
                    values = {"value": told[name], "today": self._asked.today}
                    raise _RefusedError(found("I213", self._sheet, "", **values))
        return told

    def _day(self, place: int, head: Head) -> date:
        mapping = self._asked.mapping
        said = None if mapping is None else mapping.day(self._asked.form.days[place])
        if said is not None and said.on is not None:
            return said.on
        if said is not None and said.cell is not None:
            return self._in_cell(said, place)
        return self._in_titles(place, head)

    def _in_cell(self, said: Day, place: int) -> date:
        at = position(str(said.cell))
        cell = next((each for row in self._sheet.rows for each in row.cells if (each.row, each.column) == at), None)
        read = Unread("I205") if cell is None or cell.blank else days(cell)
        wanted = len(self._asked.form.days)
        if isinstance(read, Unread) or len(read) not in (1, wanted):
            readings = read.readings if isinstance(read, Unread) else [*map(str, read)]
            code = read.code if isinstance(read, Unread) else "I205"
            values = {"value": text_of(cell), "readings": [*readings]}
            raise _RefusedError(found(code, self._sheet, str(said.cell), **values))
        return read[min(place, len(read) - 1)]

    def _in_titles(self, place: int, head: Head) -> date:
        """Return the one day up to which the rows above the header say that is counted."""
        wanted = len(self._asked.form.days)
        above = [cell for row in self._sheet.rows if row.number < head.rows[0] for cell in row.cells]
        said = [read for cell in above if (read := days_until(cell))]
        if len(said) != 1 or len(said[0]) != wanted:
            raise _RefusedError(found("I110", self._sheet, ""))
        return said[0][place]

    def _whose(self, head: Head) -> str:
        """Return what the unit is called that all rows are of, or lie in; "" where each row says it."""
        if self._unit or head.of("column", "unit"):
            return self._unit
        if self._asked.unit:
            return self._asked.unit
        return self._sheet.name

    # The rows --------------------------------------------------------------------------------------------------

    def _laid(self, head: Head, grid: Grid, *, whose: bool) -> Layout:
        by_unit = whose and not head.of("column", "unit")
        laid = layout(self._sheet, grid, head, Reading(self._any.ever, self._begins_table, by_unit))
        if laid.second is not None:
            raise _RefusedError(found("I102", self._sheet, f"{laid.second}:{laid.second}", value=laid.second))
        return laid

    def _begins_table(self, row: SheetRow) -> bool:
        """Return whether a row is the header of a table by itself."""
        cells = by_column(row)
        if len(cells) < _ENOUGH or not all(isinstance(cell.content, str) for cell in cells.values()):
            return False
        roles = [self._asked.roles.role([text_of(cell)]) for cell in cells.values()]
        uses = [role.use for role in roles]
        known = sum(use in ("column", "value", "rate") for use in uses)
        if len(cells) > _ENOUGH and any(map(self._heads_units, cells.values())):
            return True  # whatever is counted under it: it is not what stands above
        return known >= _ENOUGH and ("value" in uses or "rate" in uses) and "column" in uses

    def _heads_units(self, cell: SheetCell) -> bool:
        """Return whether a cell is the heading of units, and the name of none."""
        said = text_of(cell)
        return self._asked.roles.heads_units(said) and not self._any.ever(said)

    def _without_holders(self, laid: Layout, data: Sequence[Row]) -> tuple[Layout, Sequence[Row]]:
        """Return a layout in which those are sums that hold others of the sheet and do not report themselves."""
        over = {row.number: self._held(row, data) for row in data if self._may_hold(row)}
        over = {number: held for number, held in over.items() if held}
        if not over:
            return laid, data
        rows = [row._replace(is_="subtotal") if row.number in over else row for row in laid.rows]
        kept = [each._replace(over=[row for row in each.over if row not in over]) for each in laid.sums]
        sums = [*kept, *(Sum(number, whole=False, over=held) for number, held in over.items())]
        return Layout(rows, sums), [row for row in data if row.number not in over]

    def _may_hold(self, row: Row) -> bool:
        return row.body is not None and bool(self._asked.grains) and not self._reports(row.body)

    def _reports(self, body: Body) -> bool:
        return body.level in self._asked.grains.values()

    def _held(self, above: Row, data: Sequence[Row]) -> list[int]:
        assert above.body is not None
        there = self._on(above)
        return [
            row.number for row in data if row.body and self._reports(row.body) and there.holds(above.body, row.body)
        ]

    def _on(self, row: Row) -> OnDay:
        return self._any.on(row.days[self._asked.form.days[0]])

    # What is told beside ---------------------------------------------------------------------------------------

    def _untold(self, laid: Layout) -> Iterator[Finding]:
        for number in laid.of("untold"):
            yield found("I103", self._sheet, f"{number}:{number}", value=number)

    def _swallowing(self, head: Head, grid: Grid, laid: Layout) -> Iterator[Finding]:
        """Yield the numbers of rows that have several lines: a quotation mark too many took other rows into them."""
        numbering = [each.number for each in head.columns if is_numbering(each.path)]
        for row in laid.of("data"):
            for number in numbering:
                cell = grid[row].get(number)
                if cell is not None and (unread := fault(cell)) is not None and unread.code == "I204":
                    yield found("I204", self._sheet, cell.address, value=text_of(cell))

    def _unused(self, head: Head, grid: Grid, laid: Layout) -> Iterator[Finding]:
        """Tell of the columns in which something stands in rows of data, and that are not looked at."""
        known = {each.number for each in head.columns}
        for each in head.columns:
            if each.role.use == "untold":
                yield found("I106", self._sheet, f"{each.letters}{head.rows[-1]}", value=each.heading)
        nameless = sorted({number for row in laid.of("data") for number in grid[row]} - known)
        for number in nameless:
            yield found("I106", self._sheet, f"{letters(number)}:{letters(number)}", value=letters(number))

    def _used(self, head: Head, column: Column) -> UsedColumn:
        role = column.role
        if role.use in ("column", "value"):
            of = role.column or role.measure or self._asked.form.subject
            return UsedColumn(column.letters, column.heading, "used", of, role.part)
        if role.use == "rate":
            pair = counts_of(head, column)
            measure = role.measure if pair is None else pair[0].role.measure
            return UsedColumn(column.letters, column.heading, "compared", measure)
        return UsedColumn(column.letters, column.heading, "ignored" if role.use == "ignored" else "untold")

    def _absent(self, head: Head, data: Sequence[Row]) -> list[tuple[str, str]]:
        """Return those who report what the sheet counts, and of whom it has no row, on the days of the sheet."""
        measures = {each.role.measure for each in head.values} & self._asked.grains.keys()
        first = self._asked.form.days[0]
        days_ = {row.days[first] for row in data if first in row.days}
        named = {row.body.code for row in data if row.body}
        if not head.of("column", "unit") or len(days_) != 1 or not measures:
            return []
        there = self._any.on(days_.pop())
        expected = {
            body.code: body
            for grain in {self._asked.grains[each] for each in measures}
            for body in there.expected(grain)
        }
        return [(code, body.name) for code, body in sorted(expected.items()) if code not in named]


def _once(data: Sequence[Row]) -> list[Finding]:
    """Return what is told of names, each name once."""
    told = {str(each.values["value"]): each for row in reversed(data) for each in row.remarks}
    return [*reversed(told.values())]
