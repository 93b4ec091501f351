"""`antq pledges record` and `antq pledges withdraw`: signatures into the journal, code by code."""

from functools import partial
from typing import NamedTuple

from antq_cli.cli.changing import CHANGE, Plan, change
from antq_cli.cli.desk import label, opened
from antq_cli.cli.entering import codes_of, dataset_of, day_of, file_of, plan_of
from antq_cli.cli.options import Request
from antq_cli.cli.usage import usage
from antq_cli.core.changes import Changed
from antq_cli.core.exits import Exit
from antq_cli.core.manifest import Manifest
from antq_cli.core.outcomes import Note, Outcome
from antq_cli.core.registers import REGISTERS
from antq_cli.reading.book import Book
from antq_cli.writing.entering import enter
from antq_cli.writing.judging import journals
from antq_cli.writing.signing import Asked, Event, Signing, sign


class _Entering(NamedTuple):
    """What is known before the book is locked."""

    asked: list[Asked]
    signing: Signing
    notes: list[Note]


def record(request: Request) -> Outcome:
    """Enter signatures."""
    return _enter(request, "signed")


def withdraw(request: Request) -> Outcome:
    """Enter withdrawals."""
    return _enter(request, "withdrawn")


def _enter(request: Request, event: Event) -> Outcome:
    asked, (day, notes) = codes_of(request), day_of(request)
    if not asked:
        book, note = opened(request)
        result = Changed(request.command, dry_run=request.dry_run)
        return Outcome(CHANGE, Exit.NOTHING, result, (), [note, Note("nothing.codes")], label(book))
    more = {} if request.sheet is None else {"sheet": request.sheet}
    return change(request, partial(_plan, request, _Entering(asked, Signing(event, day, more=more), notes)))


def _plan(request: Request, entering: _Entering, book: Book) -> Plan:
    kind = _kind(request, book.manifest)
    dataset = dataset_of(book, "pledges", "households", "organisations")
    signing = entering.signing._replace(kind=kind, into=file_of(request, book, "pledges"))
    entries = sign(dataset, entering.asked, signing)
    entered = enter(book, REGISTERS["pledges"], entries, partial=request.partial)
    return plan_of(request, entered, entering.notes)


def _kind(request: Request, manifest: Manifest) -> str | None:
    """Return the kind that is named, None where none is; raises :class:`Refused` of one without a journal (U004)."""
    if not request.kind:
        return None
    from antq_cli.cli.named import kinds

    first, *others = kinds(request.kind, manifest, ["pledges"])
    if others:
        raise usage("U034", value=others[-1], first=first, option="--kind")
    kept = [str(measure.kind) for measure in journals(manifest)]
    if first not in kept:
        raise usage("U004", value=first, option="--kind", allowed=kept)
    return first
