"""How a command changes a book: the one way, whatever is changed.

A command says what it plans, given the book; here the book is locked and read, and the plan is shown or carried out.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import NamedTuple

from antq_cli.cli.desk import label, opened, read_out
from antq_cli.cli.environment import language
from antq_cli.cli.options import Request
from antq_cli.core.canon import Hashes
from antq_cli.core.changes import Changed, Mended, Recorded, Rewrite, Rows, Taken
from antq_cli.core.collector import Collector
from antq_cli.core.exits import Exit, exit_for
from antq_cli.core.findings import Finding, Shown
from antq_cli.core.outcomes import Note, Outcome
from antq_cli.reading.book import Book
from antq_cli.reading.steady import digest
from antq_cli.render import streams
from antq_cli.words.speech import speech
from antq_cli.writing.pen import Pen, held, too_large

# Seconds for which somebody else's change is waited for.
WAIT = 60
# The JSON schema of every command that changes a book: antq/change/1.
CHANGE = "change"


class Plan(NamedTuple):
    """What a command would change, and why not, where it may not.

    ``refused`` are new errors that the change would bring: with one of them nothing is written, unless the plan was
    made without what they are of (``partial``). ``told`` is what else is wrong, which refuses nothing. ``of`` is the
    change that is taken back.
    """

    rewrites: Sequence[Rewrite] = ()
    rows: Rows = Rows()
    taken: Sequence[Taken] = ()
    refused: Sequence[Finding] = ()
    partial: bool = False
    told: Sequence[Finding] = ()
    notes: Sequence[Note] = ()
    of: int | None = None
    mended: Sequence[Mended] = ()


def change(request: Request, plan: Callable[[Book], Plan]) -> Outcome:
    """Carry out what a command plans, or show it where that is asked for (``--dry-run``); raises :class:`Refused`.

    The book is read under the lock: where nobody but antq changes it, it is what the plan was made for.
    """
    book, note = opened(request)
    if request.dry_run:
        return _outcome(request, book, plan(book), [note])
    with pen_of(request, book) as pen:
        request.book.again()  # what had not come to an end is written by now
        book, note = opened(request)
        planned = plan(book)
        if not planned.rewrites or (planned.refused and not planned.partial):
            return _outcome(request, book, planned, [note])
        return written(request, pen, planned, [note])


def written(request: Request, pen: Pen, planned: Plan, notes: Sequence[Note] = ()) -> Outcome:
    """Write what is planned, and return the end of the command; raises :class:`Refused`, then nothing is written."""
    book = request.book.open()
    if too_large(planned.rewrites):
        spoken = speech(language(request.lang, book.manifest.campaign.lang))
        streams.write_stderr(f"{spoken.say('talk.too-large')}\n")
    # Nothing of the book is read once it is written: whoever finds it changed begins anew, and would write twice.
    outcome = _outcome(request, book, planned, notes)
    assert isinstance(outcome.result, Changed)
    assert outcome.book is not None
    record = pen.write(request.command, planned.rewrites, planned.rows, planned.of)
    # The book is another one now; nobody has read it to say its hash.
    label_now = outcome.book._replace(hashes=Hashes)
    return outcome._replace(result=outcome.result._replace(record=record), book=label_now)


def pen_of(request: Request, book: Book, *, finish: bool = True) -> AbstractContextManager[Pen]:
    """Return the pen of a book, held as long as somebody is in it; whoever waits for it is told so after a while."""
    spoken = speech(language(request.lang, book.manifest.campaign.lang))
    wait = WAIT if request.wait is None else request.wait

    def waiting() -> None:
        streams.write_stderr(f"{spoken.say('talk.waiting', seconds=wait)}\n")

    return held(book.folder, wait=wait, waiting=waiting, finish=finish)


def _outcome(request: Request, book: Book, planned: Plan, notes: Sequence[Note]) -> Outcome:
    """Return the end of a command that plans this; what the plan brings by new errors is told."""
    files = tuple(
        Recorded(each.path, digest(each.before), digest(each.after), each.splices if request.values else None)
        for each in planned.rewrites
    )
    refused = bool(planned.refused) and not planned.partial
    result = Changed(
        request.command,
        () if refused else files,
        Rows() if refused else planned.rows,
        planned.taken,
        dry_run=request.dry_run,
        mended=planned.mended,
    )
    told = told_of(book, [*planned.refused, *planned.told])
    code = exit_for((found.rule for found in planned.refused), anything=True)
    code = Exit.FINDINGS if any(each.outcome == "refused" for each in planned.taken) and code is Exit.OK else code
    return Outcome(CHANGE, code, result, told, [*notes, *planned.notes], label(book))


def told_of(book: Book, findings: Sequence[Finding]) -> Sequence[Shown]:
    """Return findings as anybody may see them."""
    if not findings:
        return ()
    collector = Collector()
    collector.report(findings)
    return [*read_out(collector, book).findings]
