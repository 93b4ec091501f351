"""`antq undo`: taking the last change back, or the one that is named; an undo that is named makes its change again."""

from antq_cli.cli.changing import CHANGE, Plan, change, pen_of, written
from antq_cli.cli.desk import label, opened
from antq_cli.cli.options import Request
from antq_cli.cli.usage import usage
from antq_cli.core.changes import Changed, Record
from antq_cli.core.exits import Exit
from antq_cli.core.outcomes import Note, Outcome
from antq_cli.reading.book import Book
from antq_cli.reading.folders import STATE
from antq_cli.reading.history import History, history_of
from antq_cli.reading.steady import Steady, pending_in
from antq_cli.writing.rules import refusal
from antq_cli.writing.undoing import back, meant

_LONGEST = 9  # digits of an id


def run(request: Request) -> Outcome:
    """Take a change back; which one is settled before anybody is waited for."""
    if len(request.words) > 1:
        raise usage("U005", value=request.words[1])
    if request.pending:
        return _drop(request)
    book, note = opened(request)
    history = history_of(book.folder)
    record = asked(request.words[0], history) if request.words else meant(history.records)
    history.refuse_if_unknown(0 if record is None else record.id)
    if record is None:
        result = Changed(request.command, dry_run=request.dry_run)
        return Outcome(CHANGE, Exit.NOTHING, result, (), [note, Note("nothing.undo")], label(book))
    if request.dry_run:
        return change(request, lambda _: _plan(request, book, record, history))
    _plan(request, book, record, history)  # what is in the way already is told before anybody is waited for
    with pen_of(request, book) as pen:
        if pen.newest != history.newest:
            raise refusal("U132", STATE, id=history.newest, newest=pen.newest)
        planned = _plan(request, book, record, history_of(book.folder))
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


def _plan(request: Request, book: Book, record: Record, history: History) -> Plan:
    source = Steady(book.folder)

    def content(path: str) -> bytes | None:
        try:
            return source.read(path)
        except FileNotFoundError:
            return None

    rewrites = back(record, history.records, content)
    said = {"id": record.id, "command": f"antq {record.command}", "by": history.newest + 1}
    done = Note("talk.undone" if record.of is None else "talk.redone", said)
    notes = [Note("talk.would-undo", said) if request.dry_run else done]
    return Plan(rewrites, -record.rows, notes=notes, of=record.id)


def _drop(request: Request) -> Outcome:
    """Take back a change that did not come to its end."""
    if request.words:
        raise usage("U053", value="--pending", option=request.words[0])
    book = request.book.as_it_is()
    result = Changed(request.command, dry_run=request.dry_run)
    record = pending_in(book.folder)
    if record is not None and not request.dry_run:
        with pen_of(request, book, finish=False) as pen:
            record = pen.drop()
    if record is None:  # or somebody else has finished it meanwhile
        return Outcome(CHANGE, Exit.NOTHING, result, (), [Note("nothing.pending")], label(book))
    result = result if request.dry_run else result._replace(record=record._replace(dropped=True))
    said = {"id": record.id, "command": f"antq {record.command}"}
    notes = [Note("talk.would-drop" if request.dry_run else "talk.dropped", said)]
    return Outcome(CHANGE, Exit.OK, result, (), notes, label(book))
