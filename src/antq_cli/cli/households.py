"""`antq households`: those who come, move, leave, or are not counted."""

from collections.abc import Callable
from datetime import date
from functools import partial

from antq_cli.cli.changing import Plan, change
from antq_cli.cli.commands import COMMANDS
from antq_cli.cli.entering import dataset_of, day_of, file_of, plan_of, unit_of
from antq_cli.cli.options import COUNTED_AGAIN, OPTIONS, Request
from antq_cli.cli.usage import usage
from antq_cli.core.outcomes import Note, Outcome
from antq_cli.core.registers import REGISTERS
from antq_cli.core.values import Said
from antq_cli.counting.dataset import Dataset
from antq_cli.reading.book import Book
from antq_cli.writing import households
from antq_cli.writing.entering import Entry, enter

# So many households come at once.
MOST = 10_000
# What comes of a word on a day, given the file that was asked for: entries, and what is told beside them.
_Does = Callable[[Dataset, str, date, str | None], tuple[list[Entry], list[Note]]]


def add(request: Request) -> Outcome:
    """Enter households that come into an area."""
    many = 1 if request.number is None else request.number
    if many > MOST:
        raise usage("U119", value=str(many), most=MOST)

    def does(dataset: Dataset, word: str, day: date, into: str | None) -> tuple[list[Entry], list[Note]]:
        area, notes = unit_of(dataset, word, day)
        unseen = [] if request.values else [Note("talk.codes-unseen")]
        return households.arrivals(dataset, area, day, many, into), [*notes, *unseen]

    return _run(request, does)


def move(request: Request) -> Outcome:
    """Enter that a household lives in another area."""
    to = _needed(request, "to")

    def does(dataset: Dataset, word: str, day: date, into: str | None) -> tuple[list[Entry], list[Note]]:
        area, notes = unit_of(dataset, to, day)
        return [households.move(dataset, word, area, day, into)], notes

    return _run(request, does)


def leave(request: Request) -> Outcome:
    """Enter that a household is no longer there."""
    return _run(request, lambda dataset, word, day, _: ([households.leave(dataset, word, day)], []))


def exclude(request: Request) -> Outcome:
    """Enter that a household is not counted, or is again."""
    why = _needed(request, "reason").replace(COUNTED_AGAIN, "")
    return _run(request, lambda dataset, word, day, into: ([households.exclude(dataset, word, why, day, into)], []))


def _needed(request: Request, name: str) -> str:
    """Return the value of an option that has to be written; raises :class:`Refused` (U118)."""
    value: str | None = getattr(request, name)
    if value is None:
        raise usage("U118", value=f"antq {request.command}", options=[OPTIONS[name].flags[-1]])
    return value


def _run(request: Request, does: _Does) -> Outcome:
    """Enter what comes of the one word of a request; raises :class:`Refused` (U005, U120)."""
    if not request.words:
        word = Said("metavar", str(COMMANDS[request.command].words))
        raise usage("U120", value=f"antq {request.command}", word=word)
    if len(request.words) > 1:
        raise usage("U005", value=request.words[1])
    day, notes = day_of(request)
    return change(request, partial(_plan, request, does, day, notes))


def _plan(request: Request, does: _Does, day: date, notes: list[Note], book: Book) -> Plan:
    dataset = dataset_of(book, "households", "pledges")
    entries, said = does(dataset, request.words[0].strip(), day, file_of(request, book, "households"))
    return plan_of(request, enter(book, REGISTERS["households"], entries), [*notes, *said])
