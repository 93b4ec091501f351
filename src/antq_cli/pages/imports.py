"""An import: its sheets, what each of their rows is, what becomes of each row of the register, and why."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from antq_cli.core.changes import ABSENT
from antq_cli.core.findings import Finding, Shown
from antq_cli.core.imported import (
    ROW_CLASSES,
    ROW_OUTCOMES,
    BookOnly,
    ComparedTotal,
    Imported,
    ImportedRow,
    SheetLedger,
    SheetSums,
    UsedColumn,
    absent_from,
)
from antq_cli.core.names import column_named, register_named
from antq_cli.core.outcomes import Outcome
from antq_cli.core.values import Named
from antq_cli.pages.cells import BLANK, Bracketed, Joined, Message, OnDay, PageCell, Verbatim, Whole
from antq_cli.pages.model import Fits, Line, Page, PageColumn, PageTable, Records, number_columns, text_columns, titled
from antq_cli.words.speech import Speech, speech

# So many rows of the register are shown, first what somebody has to look at; machines get all.
_SHOWN = 60
_OTHERS = ("changed", "new", "blank")
_NAMED = 6


class Reason(NamedTuple):
    """Why a row is refused, or what is to be looked at: what is wrong, and what to do."""

    found: Finding

    def text(self, told: Speech) -> str:
        """Return both sentences, behind the code of the rule."""
        prose = told.describe(Shown(self.found))  # as the shield has let it through
        return f"{self.found.rule.code} {prose.what} {prose.remedy}"


class Called(NamedTuple):
    """What is named, with its id."""

    named: Named

    def text(self, told: Speech) -> str:
        """Return the name, and the id in brackets."""
        return told.called(self.named)


class Stated(Whole):
    """A whole number as a cell of a register has it, in digits."""

    @property
    def value(self) -> Any:
        """Return the number."""
        return int(super().value)


class Subject(NamedTuple):
    """A measure, with the names that the book gives it, if any."""

    id: str
    names: Mapping[str, tuple[str | None, str | None]]

    def text(self, told: Speech) -> str:
        """Return the name of what is counted; of what nobody knows nothing."""
        return told.kind(self.id, *self.names.get(self.id, (None, None))) if self.id else ""


def page(outcome: Outcome, _fits: Fits) -> Page:
    """Return the ledger of an import as a page."""
    found = outcome.result
    assert isinstance(found, Imported)
    tables = [
        _sheets(found),
        _classes(found),
        *_columns(found),
        *_remarks(found),
        *_register(found),
        *_only(found),
    ]
    return Page(*titled(outcome, _title(found)), tables, [*_legend(found)])


def _title(found: Imported) -> PageCell:
    register = Called(register_named(found.register))
    if found.record is None:
        return Message("import.title", register=register)
    return Message("import.title-written", register=register, id=Whole(found.record, "id"))


# The sheets ----------------------------------------------------------------------------------------------------


def _sheets(found: Imported) -> PageTable:
    """Return a line for each sheet: how many rows it has, how many of the register, and what becomes of these."""
    outcomes = [each for each in ROW_OUTCOMES if getattr(found.all, each)]
    numbers = ("rows", "rows-of-data", *(f"outcome.{each}" for each in outcomes), "differing")
    columns = [*text_columns("imported-sheet"), _beneath("day"), *number_columns(*numbers)]
    lines = [
        Line([_name(sheet), _days(sums), *_numbers(sums, outcomes)])
        for sheet, sums in zip(found.sheets, found.sums, strict=True)
    ]
    if len(lines) > 1:
        lines.append(Line([Message("import.all"), BLANK, *_numbers(found.all, outcomes)], "total"))
    return PageTable(columns, lines, Message("import.sheets"))


def _beneath(key: str) -> PageColumn:
    return PageColumn(Message(f"column.{key}"), beneath=True)


def _days(sums: SheetSums) -> PageCell:
    ends = ("first",) if sums.first == sums.last else ("first", "last")
    return Joined([OnDay(sums, end) for end in ends], "–") if sums.first else BLANK


def _name(sheet: SheetLedger) -> PageCell:
    return Joined([Verbatim(sheet.file), Verbatim(sheet.name)], " · ", once=True)


def _numbers(sums: SheetSums, outcomes: Sequence[str]) -> list[PageCell]:
    return [Whole(sums, each) for each in ("rows", "data", *outcomes, "differs")]


def _classes(found: Imported) -> PageTable:
    """Return how many rows of all sheets there are of each class."""
    classes = found.all.classes
    columns = [*text_columns("row-class"), *number_columns("rows")]
    lines = [Line([Message(f"row-class.{each}"), Whole(classes, each)]) for each in ROW_CLASSES if classes[each]]
    return PageTable(columns, lines, Message("import.rows"))


def _columns(found: Imported) -> Iterator[PageTable]:
    """Yield what is done with each column; sheets of one form are told once."""
    seen: list[object] = []
    forms = [sheet for sheet in found.sheets if sheet.columns]
    for sheet in forms:
        if sheet.columns in seen:
            continue
        seen.append(sheet.columns)
        lines = [Line(_used(found, each)) for each in sheet.columns]
        alike = all(other.columns == sheet.columns for other in forms)
        name = Message("import.columns") if alike else Message("import.columns-of", sheet=_name(sheet))
        yield PageTable(text_columns("letters", "heading", "use", "taken-for"), lines, name)


def _used(found: Imported, each: UsedColumn) -> list[PageCell]:
    use = Message(f"use.{each.use}")
    return [Verbatim(each.letters), Verbatim(each.heading), use, _of(found, each.of, each.part)]


def _of(found: Imported, of: str, part: str) -> PageCell:
    """Return what a column is taken for: a measure and a part of it, or a column of the register."""
    if not of and not part:
        return BLANK
    said: PageCell = Subject(of, found.names) if "." in of else Called(_column(found.register, of))
    return Joined([said, Message(f"import.part.{part}") if part else BLANK], ": ")


def _column(register: str, name: str) -> Named:
    return column_named(register, name)


# What was met ---------------------------------------------------------------------------------------------------


def _place(found: Imported, sheet: SheetLedger, place: PageCell) -> PageCell:
    """Return where something is: the cell as office programs write it, behind the file where there are several."""
    several = len({each.file for each in found.sheets}) > 1
    return Joined([Verbatim(sheet.file), place], " · ") if several else place


def _address(sheet: SheetLedger, row: ImportedRow) -> PageCell:
    return Joined([Verbatim(sheet.name), Verbatim(row.address)], "!")


def _cells(found: Imported, *keys: str) -> list[PageColumn]:
    """Return columns of texts, the first of places: an address is not folded, the name of a file before it may be."""
    first, *others = text_columns("cell", *keys)
    return [first._replace(whole=len({each.file for each in found.sheets}) == 1), *others]


def _remarks(found: Imported) -> Iterator[PageTable]:
    lines = [
        Line([_place(found, sheet, Verbatim(each.place.path)), Message(f"severity.{each.rule.severity}"), Reason(each)])
        for sheet in found.sheets
        for each in (*sheet.refused, *sheet.remarks)
    ]
    if lines:
        yield PageTable(_cells(found, "severity", "reason"), lines, Message("import.remarks"))


# The rows of the register --------------------------------------------------------------------------------------


def _register(found: Imported) -> Iterator[PageTable]:
    """Yield the rows that are not there already: those that are refused, with why, and the others."""
    refused = _those(found, "refused")
    if refused:
        lines = [Line(_refused(found, sheet, row, each)) for sheet, row in refused for each in row.why]
        yield PageTable(_cells(found, "unit-name", "reason"), lines[:_SHOWN], Message("import.refused"))
    others = _those(found, *_OTHERS)
    if others:
        columns = [*_cells(found, "unit-name"), _beneath("measure"), *number_columns("count"), _beneath("came-of-it")]
        lines = [Line(_imported(found, sheet, row)) for sheet, row in others[:_SHOWN]]
        yield PageTable(columns, lines, Message("import.register"))


def _refused(found: Imported, sheet: SheetLedger, row: ImportedRow, why: Finding) -> list[PageCell]:
    """Return why a row is refused, at the cell that is at fault; what is of the row as a whole at its number."""
    place = Verbatim(why.place.path) if why.rule.stage == "importing" else _address(sheet, row)
    return [_place(found, sheet, place), Verbatim(row.name), Reason(why)]


def _those(found: Imported, *outcomes: str) -> list[tuple[SheetLedger, ImportedRow]]:
    """Return the rows of which some outcomes came, each with its sheet."""
    return [
        (sheet, row) for each in outcomes for sheet in found.sheets for row in sheet.imported if row.outcome == each
    ]


def _imported(found: Imported, sheet: SheetLedger, row: ImportedRow) -> list[PageCell]:
    name = Verbatim(row.name)
    called: PageCell = Bracketed(name, Verbatim(row.unit)) if row.unit else name
    return [
        _place(found, sheet, _address(sheet, row)),
        called,
        Subject(row.subject, found.names),
        _ratio(row.cells),
        Message("import.old", old=_ratio(row.old)) if row.outcome == "changed" else Message(f"outcome.{row.outcome}"),
    ]


def _ratio(cells: Mapping[str, str]) -> PageCell:
    """Return count and total of a row, as far as it has them."""
    parts = [Stated(cells, name) for name in ("count", "total") if cells.get(name)]
    return Joined(parts, "/") if parts else BLANK


def _only(found: Imported) -> Iterator[PageTable]:
    if found.only is None:
        return
    if not found.only:
        yield PageTable([], [], Message("import.only"), Message("import.none-only"))
        return
    columns = [*text_columns("code", "unit-name", "measure"), *number_columns("count")]
    yield PageTable(columns, [Line(_book_only(found, each)) for each in found.only[:_SHOWN]], Message("import.only"))


def _book_only(found: Imported, each: BookOnly) -> list[PageCell]:
    subject = each.cells.get("measure") or f"activities.{each.cells.get('kind', '')}"
    return [Verbatim(each.unit), Verbatim(each.name), Subject(subject, found.names), _ratio(each.cells)]


# The sums ------------------------------------------------------------------------------------------------------


def _legend(found: Imported) -> Iterator[PageCell]:
    """Yield the sums: all rows of the sheets, and all of the register; what is not there; and what to do next."""
    sums = found.all
    yield Message("import.sum-sheet", n=Whole(sums, "rows"))
    said = {each: Whole(sums, each) for each in ROW_OUTCOMES}
    yield Message("import.sum-register", n=Whole(sums, "entered"), **said)
    agreements = ("agrees", "differs", "not_compared")
    if any(getattr(sums, each) for each in agreements):
        yield Message("import.compared", **{each: Whole(sums, each) for each in agreements})
    absent = absent_from(found.sheets)
    if absent:
        names = [Verbatim(name) for name in [*absent.values()][:_NAMED]]
        more = [Verbatim("…")] if len(absent) > _NAMED else []
        yield Message("import.absent", n=Whole(sums, "absent"), names=[*names, *more])
    if max(sums.refused, sums.changed + sums.new + sums.blank) > _SHOWN:
        yield Message("import.more", shown=Whole({"n": _SHOWN}, "n"))
    yield _next(found)


def _next(found: Imported) -> PageCell:
    if found.record is not None:
        return Message("import.undo", id=Whole(found.record, "id"))
    if found.blocked:
        return Message("import.blocked")
    return Message("import.to-write" if any(found.rows) else "import.nothing")


# For machines --------------------------------------------------------------------------------------------------


def records(found: Imported) -> Records:
    """Return the rows of the register in the sheets, and the ledger of each sheet."""
    told = speech(found.lang)
    rows = [_row(sheet, row, told) for sheet in found.sheets for row in sheet.imported]
    more = {
        "register": found.register,
        "dry_run": found.dry_run,
        "blocked": found.blocked,
        "change": found.record and found.record.id,
        "changes": found.rows._asdict(),
        "files": [{"path": each.path, "made": each.before == ABSENT} for each in found.files],
        "sums": _sums(found.all),
        "sheets": [_ledger(*each, told) for each in zip(found.sheets, found.sums, strict=True)],
        "only_in_book": None if found.only is None else [_only_row(each) for each in found.only],
    }
    columns = ("file", "sheet", "address", "row", "name", "unit", "subject", "outcome", "count", "total")
    return Records(
        rows,
        (*columns, "participants", "day", "last_day", "old_count", "old_total", "rules", "why", "remedy"),
        more=more,
    )


def _sums(sums: SheetSums) -> dict[str, Any]:
    return {**sums._asdict(), "first": sums.first and str(sums.first), "last": sums.last and str(sums.last)}


def _row(sheet: SheetLedger, row: ImportedRow, told: Speech) -> dict[str, Any]:
    day = row.cells.get("date") or row.cells.get("first")
    prose = [told.describe(Shown(each)) for each in row.why]
    return {
        "file": sheet.file,
        "sheet": sheet.name,
        "address": row.address,
        "row": row.row,
        "name": row.name,
        "unit": row.unit or None,
        "subject": row.subject or None,
        "outcome": row.outcome,
        **{name: _number(row.cells.get(name)) for name in ("count", "total", "participants")},
        "day": day,
        "last_day": row.cells.get("last"),
        "old_count": _number(row.old.get("count")),
        "old_total": _number(row.old.get("total")),
        "findings": [_remark(each, told) for each in row.why],
        "rules": " ".join(each.rule.code for each in row.why) or None,
        "why": " ".join(each.what for each in prose) or None,
        "remedy": " ".join(each.remedy for each in prose) or None,
    }


def _number(cell: str | None) -> int | None:
    return int(cell) if cell else None


def _ledger(sheet: SheetLedger, sums: SheetSums, told: Speech) -> dict[str, Any]:
    return {
        "file": sheet.file,
        "sheet": sheet.name,
        "sums": _sums(sums),
        "rows": {each: _ranges(row.number for row in sheet.rows if row.is_ == each) for each in ROW_CLASSES},
        "hidden_rows": [row.number for row in sheet.rows if row.hidden],
        "classes": {each: sheet.by_class[each] for each in ROW_CLASSES},
        "outcomes": {each: sheet.by_outcome[each] for each in ROW_OUTCOMES},
        "columns": [each._asdict() for each in sheet.columns],
        "days": [str(day) for day in sheet.days],
        "totals": [_total(each) for each in sheet.totals],
        "remarks": [_remark(each, told) for each in sheet.remarks],
        "refused": [_remark(each, told) for each in sheet.refused],
        "absent": [{"unit": code, "unit_name": name} for code, name in sheet.absent],
    }


def _ranges(numbers: Iterable[int]) -> list[str]:
    """Return numbers in their order as single ones and ranges: 1, 3-5."""
    found: list[list[int]] = []
    for number in numbers:
        if found and found[-1][-1] == number - 1:
            found[-1][1:] = [number]
        else:
            found.append([number])
    return ["-".join(map(str, each)) for each in found]


def _total(each: ComparedTotal) -> dict[str, Any]:
    said = each._asdict()
    said["kind"] = said.pop("is_")
    return said


def _remark(each: Finding, told: Speech) -> dict[str, Any]:
    prose = told.describe(Shown(each))
    return {
        "code": each.rule.code,
        "severity": each.rule.severity,
        "place": each.place.path,
        "what": prose.what,
        "remedy": prose.remedy,
    }


def _only_row(each: BookOnly) -> dict[str, Any]:
    return {"unit": each.unit, "unit_name": each.name, **each.cells}
