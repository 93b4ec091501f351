"""A change of a book: its ledger and its files; and the log of all changes."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from antq_cli.core.changes import FORMS, Changed, Log, Logged, Mended, MendedColumn, Recorded, Rows, Splice, Taken
from antq_cli.core.outcomes import Outcome
from antq_cli.pages.cells import BLANK, Joined, Message, OnDay, PageCell, Verbatim, Whole
from antq_cli.pages.model import Fits, Line, Page, PageColumn, PageTable, Records, number_columns, text_columns, titled
from antq_cli.words.speech import Speech


class Moment(NamedTuple):
    """A point in time, as the clock on the wall shows it."""

    at: datetime

    def text(self, speech: Speech) -> str:
        """Return the day and the minute, in the time zone of the machine."""
        here = self.at.astimezone()
        return f"{speech.day(here.date())} {here:%H:%M}"


def page(outcome: Outcome, _fits: Fits) -> Page:
    """Return what a change did or would do, or the log."""
    found = outcome.result
    if isinstance(found, Log):
        return _of_one(outcome, found.changes[0], values=found.values) if found.one else _of_log(outcome, found)
    assert isinstance(found, Changed)
    return _of_change(outcome, found)


# What was put right of a file beside its coding, its separator and its columns.
PUT_RIGHT = ("composed", "headings", "titles", "blank", "behind")


# A change ------------------------------------------------------------------------------------------------------


def _of_change(outcome: Outcome, found: Changed) -> Page:
    what = Verbatim(f"antq {found.command}")
    if found.record is not None and found.record.dropped:
        return _of_one(outcome, Logged(found.record, "dropped"), values=False)
    if found.record is not None:
        title = Message("title.change", id=Whole(found.record, "id"), command=what)
    else:
        title = Message("title.change-dry" if found.dry_run else "title.change-none", command=what)
    tables = [*_ledger(found.taken), *_mended(found.mended), *_files(found.files), *_lines(found.files)]
    return Page(*titled(outcome, title), tables, [_summed(found.rows)])


def _ledger(taken: Sequence[Taken]) -> list[PageTable]:
    """Return what came of each thing that was asked for; what was typed only where it may be shown."""
    if not taken:
        return []
    columns = [*number_columns("number"), *text_columns("outcome")]
    lines: list[list[PageCell]] = [[Whole(each, "number"), Message(f"taken.{each.outcome}")] for each in taken]
    if any(each.why for each in taken):
        columns += text_columns("broken")
        for line, each in zip(lines, taken, strict=True):
            line.append(Verbatim(each.why) if each.why else BLANK)
    if any(each.value for each in taken):
        columns.insert(1, *text_columns("typed"))
        for line, each in zip(lines, taken, strict=True):
            line.insert(1, Verbatim(each.value))
    return [PageTable(columns, [*map(Line, lines)])]


def _mended(several: Sequence[Mended]) -> list[PageTable]:
    """Return how files were written, and the columns of each that were written otherwise."""
    if not several:
        return []
    lines = [
        Line(
            [
                Verbatim(each.path),
                Message(f"coding.{each.coding}"),
                Message(f"separator.{each.separator}"),
                Joined([_counted(each, name) for name in PUT_RIGHT], " · "),
            ]
        )
        for each in several
    ]
    columns = [_mended_column(each.path, column) for each in several for column in each.columns]
    tables = [PageTable(text_columns("file", "coding", "separator", "mended"), lines)]
    if columns:
        heads = [*text_columns("file", "column", "form"), *number_columns("cells"), *text_columns("earliest", "latest")]
        tables.append(PageTable(heads, columns))
    return tables


def _counted(each: Mended, name: str) -> PageCell:
    return Message(f"mended.{name}", n=Whole(each, name)) if getattr(each, name) else BLANK


def _mended_column(path: str, column: MendedColumn) -> Line:
    # How it was written is said where that is not how days are written anyway.
    ends = [
        Joined([OnDay(column, name), Verbatim(getattr(column, f"{name}_written"))], ", ", once=True)
        for name in ("first", "last")
    ]
    return Line([Verbatim(path), Verbatim(column.name), _form(column.form), Whole(column, "cells"), *ends])


def _form(form: str) -> PageCell:
    return Message(f"form-of.{form}") if form in FORMS else Verbatim(form)


def _files(files: Sequence[Recorded]) -> list[PageTable]:
    if not files:
        return []
    lines = [Line([Verbatim(file.path), Message(f"file.{file.fate}")]) for file in files]
    return [PageTable(text_columns("file", "fate"), lines)]


def _summed(rows: Rows) -> PageCell:
    """Return how many rows were added, changed and removed, those of which there are any."""
    if not any(rows):
        return Message("rows.none")
    told = [Message(f"rows.{name}", n=Whole(rows, name)) for name in rows._fields if getattr(rows, name)]
    return Joined(told, " · ")


# The log -------------------------------------------------------------------------------------------------------


def _of_log(outcome: Outcome, found: Log) -> Page:
    columns = [
        *number_columns("change"),
        PageColumn(Message("column.moment"), whole=True),
        *text_columns("command"),
        *number_columns("added", "changed", "removed"),
        *text_columns("file"),
        PageColumn(Message("column.fate"), beneath=True),
    ]
    # The newest change is what is looked for.
    lines = [Line(_logged(each)) for each in reversed(found.changes)]
    return Page(*titled(outcome, Message("title.log")), [PageTable(columns, lines)])


def _logged(each: Logged) -> list[PageCell]:
    record = each.record
    one = record.touched == 1
    files: PageCell = Verbatim(record.files[0].path) if one else Message("log.files", n=Whole(record, "touched"))
    return [
        Whole(record, "id"),
        Moment(record.at),
        Verbatim(f"antq {record.command}"),
        *(Whole(record.rows, name) for name in record.rows._fields),
        files if record.files else BLANK,
        _state(each),
    ]


def _state(each: Logged) -> PageCell:
    """Return what has become of a change; of an undo, of which change it is one."""
    of = each.record.of
    back = BLANK if of is None else Message("log.undo-of", id=Whole(each.record, "of"))
    state = BLANK if each.state == "made" else Message(f"log.{each.state}")
    return Joined([back, state], ", ")


def _of_one(outcome: Outcome, each: Logged, *, values: bool) -> Page:
    record = each.record
    title = Message("title.change", id=Whole(record, "id"), command=Verbatim(f"antq {record.command}"))
    said: list[PageCell] = [
        title,
        Moment(record.at),
        *([] if each.state == "made" and record.of is None else [_state(each)]),
    ]
    tables = [*_files(record.files), *(_lines(record.files) if values else [])]
    return Page(*titled(outcome, *said), tables, [_summed(record.rows)])


def _lines(files: Iterable[Recorded]) -> list[PageTable]:
    """Return the bytes that files lost and got, line by line; of those of which they are known."""
    return [
        PageTable(
            [PageColumn(), PageColumn(Verbatim(file.path))],
            [Line([Verbatim(sign), Verbatim(text)]) for sign, text in _signed(file.splices)],
        )
        for file in files
        if file.splices is not None
    ]


def _signed(splices: Iterable[Splice]) -> Iterable[tuple[str, str]]:
    for splice in splices:
        for sign, content in (("-", splice.old), ("+", splice.new)):
            yield from ((sign, line) for line in content.decode(errors="replace").splitlines())


# For machines --------------------------------------------------------------------------------------------------


def records(found: Changed | Log) -> Records:
    """Return the ledger of a change, or the changes of the log, a row each."""
    if isinstance(found, Log):
        columns = ("id", "at", "command", "tool", "added", "changed", "removed", "of", "state")
        return Records([_entry(each, values=found.one and found.values) for each in found.changes], columns)
    ledger = [each._asdict() | {"value": each.value or None} for each in found.taken]
    more = {
        "id": found.record and found.record.id,
        "command": found.command,
        "dry_run": found.dry_run,
        "of": found.record and found.record.of,
        "files": [_file(file) for file in found.files],
        "rows": found.rows._asdict(),
        "ledger": ledger,
    }
    if found.mended:
        more["mended"] = [
            {**each._asdict(), "columns": [column._asdict() for column in each.columns]} for each in found.mended
        ]
    return Records(ledger, ("number", "value", "outcome", "why"), more=more)


def _entry(each: Logged, *, values: bool) -> dict[str, Any]:
    record = each.record
    said = {"id": record.id, "at": record.at.isoformat(), "command": record.command, "tool": record.tool}
    files = [_file(file if values else file._replace(splices=None)) for file in record.files]
    return {**said, **record.rows._asdict(), "of": record.of, "state": each.state, "files": files}


def _file(file: Recorded) -> dict[str, Any]:
    """Return a file with its hashes; and the lines that it lost and got, where they are to be shown."""
    said = {"path": file.path, "before": file.before, "after": file.after}
    if file.splices is None:
        return said
    return said | {"lines": [{"sign": sign, "text": text} for sign, text in _signed(file.splices)]}
