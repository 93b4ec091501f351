"""`antq log`: what was changed in the book; finishing what somebody else has come between, forgetting what was."""

from collections.abc import Sequence
from datetime import UTC, datetime, time

from antq_cli.cli.changing import pen_of, told_of
from antq_cli.cli.desk import label, opened
from antq_cli.cli.options import Request
from antq_cli.cli.undo import asked
from antq_cli.cli.usage import usage
from antq_cli.core.changes import Log, Logged, Record, undone
from antq_cli.core.exits import Exit
from antq_cli.core.outcomes import Note, Outcome
from antq_cli.reading.book import Book
from antq_cli.reading.history import History, history_of
from antq_cli.reading.steady import pending_in


def run(request: Request) -> Outcome:
    """Show the log, or one change of it; with ``--finish`` and ``--forget`` the log itself is changed first."""
    if not request.forget and (request.before or request.all):
        raise usage("U053", value="--before" if request.before else "--all", option="antq log")
    if not request.forget and len(request.words) > 1:
        raise usage("U005", value=request.words[1])
    notes = [*(_finished(request, request.book.as_it_is()) if request.finish else [])]
    request.book.again()
    book, note = opened(request)
    notes = [note, *notes, *(_forgotten(request, book) if request.forget else [])]
    history = history_of(book.folder)
    taken_back = undone(history.records)
    one = request.words and not request.forget
    records = [asked(request.words[0], history)] if one else history.records
    logged = [_logged(each, history, taken_back) for each in records]
    found = [finding for refused in history.unreadable.values() for finding in refused.findings]
    notes += [] if logged else [Note("nothing.log")]
    result = Log(logged, bool(one), request.values)
    code = Exit.REFUSED if found else Exit.OK if logged else Exit.NOTHING
    return Outcome("log", code, result, told_of(book, found), notes, label(book))


def _logged(record: Record, history: History, taken_back: set[int]) -> Logged:
    if record.id == history.unfinished:
        return Logged(record, "pending")
    if record.dropped:
        return Logged(record, "dropped")
    if record.id in taken_back:
        return Logged(record, "undone")
    return Logged(record, "made" if record.undoable else "bare")


def _finished(request: Request, book: Book) -> list[Note]:
    """Finish the change that did not come to its end, with the files that are named as they are."""
    pending = pending_in(book.folder)
    if pending is None:
        return [Note("nothing.pending")]
    names = [file.path for file in pending.files]
    for file in request.finish:
        if file not in names:
            raise usage("U004", value=file, option="--finish", allowed=names)
    with pen_of(request, book, finish=False) as pen:
        record = pen.finish(request.finish)
    if record is None:  # somebody else has finished it meanwhile
        return [Note("nothing.pending")]
    return [Note("talk.finished", {"id": record.id, "command": f"antq {record.command}"})]


def _forgotten(request: Request, book: Book) -> list[Note]:
    """Forget the bytes of the changes that are asked for; that there were changes stays known."""
    if not (request.words or request.before or request.all):
        raise usage("U003", value="--forget", command="antq log")
    several = _meant(request, history_of(book.folder))
    if several:
        with pen_of(request, book) as pen:
            for record in several:
                pen.forget(record)
    return [Note("talk.forgotten", {"n": len(several)})] if several else []


def _meant(request: Request, history: History) -> Sequence[Record]:
    if request.words:
        return [asked(word, history) for word in request.words]
    if request.before is None:
        return history.records
    first = datetime.combine(request.before, time()).astimezone(UTC)
    return [record for record in history.records if record.at < first]
