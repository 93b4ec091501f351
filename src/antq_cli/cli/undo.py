"""`antq undo`: taking the last change back, or the one that is named; an undo that is named makes its change again."""

from antq_cli.cli.changing import Plan, change, pen_of, written
from antq_cli.cli.desk import label, opened
from antq_cli.cli.options import Request
from antq_cli.cli.usage import usage
from antq_cli.core.changes import Changed, Record
from antq_cli.core.exits import Exit
from antq_cli.core.outcomes import Note, Outcome
from antq_cli.reading.book import Book
from antq_cli.reading.folders import STATE
from antq_cli.reading.history import History, history_of
from antq_cli.reading.steady import Steady
from antq_cli.writing.rules import refusal
from antq_cli.writing.undoing import back, meant

_LONGEST = 9  # digits of an id


def run(request: Request) -> Outcome:
    """Take a change back; which one is settled before anybody is waited for."""
    if len(request.words) > 1:
        raise usage("U005", value=request.words[1])
    book, note = opened(request)
    if request.pending:
        return _drop(request, book)
    history = history_of(book.folder)
    record = asked(request.words[0], history) if request.words else meant(history.records)
    if record is None:
        result = Changed(request.command, dry_run=request.dry_run)
        return Outcome("change", Exit.NOTHING, result, (), [note, Note("nothing.undo")], label(book))
    if request.dry_run:
        return change(request, lambda _: _plan(book, record, history))
    with pen_of(request, book) as pen:
        if pen.newest != history.newest:
            raise refusal("U132", STATE, id=history.newest, newest=pen.newest)
        planned = _plan(book, record, history_of(book.folder))
        request.book.again()
        return written(request, pen, planned, [note])


def asked(written_: str, history: History) -> Record:
    """Return the record of the change that is named; raises :class:`Refused` (U143, U141)."""
    if not (written_.isascii() and written_.isdigit() and len(written_) <= _LONGEST):
        raise usage("U143", value=written_)
    record = history.find(int(written_))
    if record is None:
        raise usage("U141", value=written_)
    return record


def _plan(book: Book, record: Record, history: History) -> Plan:
    source = Steady(book.folder)

    def content(path: str) -> bytes | None:
        try:
            return source.read(path)
        except FileNotFoundError:
            return None

    rewrites = back(record, history.records, content)
    said = {"id": record.id, "command": f"antq {record.command}"}
    again = record.of is not None
    return Plan(rewrites, -record.rows, notes=[Note("talk.redone" if again else "talk.undone", said)], of=record.id)


def _drop(request: Request, book: Book) -> Outcome:
    """Take back a change that did not come to its end."""
    if request.words:
        raise usage("U053", value="--pending", option=request.words[0])
    with pen_of(request, book, finish=False) as pen:
        record = pen.pending() if request.dry_run else pen.drop()
    result = Changed(request.command, dry_run=request.dry_run)
    if record is None:
        return Outcome("change", Exit.NOTHING, result, (), [Note("nothing.pending")], label(book))
    notes = [Note("talk.dropped", {"id": record.id, "command": f"antq {record.command}"})]
    return Outcome("change", Exit.OK, result._replace(record=record._replace(dropped=True)), (), notes, label(book))
