"""What the commands have in common by which rows are entered: what was typed, the day, the file, what is told of it."""

import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path, PurePosixPath

from antq_cli.cli.changing import Plan
from antq_cli.cli.days import today
from antq_cli.cli.environment import environment
from antq_cli.cli.options import Request
from antq_cli.cli.usage import usage
from antq_cli.cli.where import few, one
from antq_cli.core.changes import Taken
from antq_cli.core.names import register_named
from antq_cli.core.outcomes import Note
from antq_cli.core.unseen import visible
from antq_cli.counting import bulk
from antq_cli.counting.dataset import Dataset
from antq_cli.reading.book import Book, register_of
from antq_cli.reading.files import SUFFIXES
from antq_cli.writing.entering import Entered
from antq_cli.writing.signing import Asked

# Asks for the codes on stdin.
STDIN = "-"
# Of what is refused by this rule is told what it says now.
_TOLD = {"D302"}
# With these a spreadsheet begins a formula.
_FORMULA = ("=", "+", "-", "@")


# What was typed -------------------------------------------------------------------------------------------------


def codes_of(request: Request) -> list[Asked]:
    """Return the codes of the arguments, or of stdin, one a line; raises :class:`Refused` (U005, U111, U112)."""
    words = request.words
    if not words:
        raise usage("U111", value=f"antq {request.command}")
    if STDIN not in words:
        return [Asked(number, word.strip()) for number, word in enumerate(words, 1)]
    if len(words) > 1:
        raise usage("U005", value=STDIN)
    lines = enumerate(_stdin().decode("utf-8-sig", "surrogateescape").split("\n"), 1)
    return [Asked(number, line.strip()) for number, line in lines if line.strip()]


def _stdin() -> bytes:
    try:
        if sys.stdin is None:
            raise OSError  # noqa: TRY301 - as where it is closed later on
        return sys.stdin.buffer.read()
    except (OSError, ValueError) as error:
        raise usage("U112", value=STDIN) from error


def one_line(written: str, flag: str) -> str:
    """Return a text as a cell may hold it, in NFC; raises :class:`Refused` (U003, U114, U115)."""
    text = unicodedata.normalize("NFC", written.strip())
    if not text:
        raise usage("U003", value=flag, command="antq")
    if visible(text) != text:
        raise usage("U114", value=written, option=flag)
    if text.startswith(_FORMULA):
        raise usage("U115", value=written, option=flag)
    return text


def day_of(request: Request) -> tuple[date, list[Note]]:
    """Return the day on which it happened, today where none is written; raises :class:`Refused` (U113)."""
    if request.on is not None:
        return not_to_come(request.on), []
    day = today(environment())
    return day, [Note("talk.entered-today", {"day": day})]


def not_to_come(day: date) -> date:
    """Return a day on which something has happened; raises :class:`Refused` where it is still to come (U113)."""
    now = today(environment())
    if day > now:
        raise usage("U113", value=day.isoformat(), day=day, today=now)
    return day


# The book -------------------------------------------------------------------------------------------------------


def dataset_of(book: Book, *names: str) -> Dataset:
    """Return a book with its map, some registers read; raises :class:`Uncountable` where one cannot be read."""
    for name in names:
        book.table(name)
    dataset = Dataset(book)
    book.refuse_if_unreadable("units", "crosswalk", *names)
    return dataset


def unit_of(dataset: Dataset, written: str, day: date, *, bodies: bool = False) -> tuple[str, list[Note]]:
    """Return the code of the unit that is meant on a day, by its code or its name, or with ``bodies`` an organisation.

    Raises :class:`Refused` (U007, U020).
    """
    if bodies and written in bulk.distinct(dataset.book.table("organisations"), "code"):
        return written, []
    (number,), notes = one(dataset.map(day), written)
    return dataset.atlas.units[number].code, notes


def file_of(request: Request, book: Book, register: str) -> str | None:
    """Return the path in the book of the file that ``--into`` names, None without it.

    It is written as in the book, or as from where one stands. Raises :class:`Refused` (U116) where it would be no file
    of the register.
    """
    if request.into is None:
        return None
    there = book.files(register)
    for path in _paths(request.into, book):
        if path in there or _may_be_made(path, book, register):
            return path
    allowed = few(there) or [f"{register}.csv"]
    raise usage("U116", value=request.into, register=register_named(register), allowed=allowed)


def _paths(written: str, book: Book) -> Iterator[str]:
    """Yield what a file may be called in the book."""
    yield PurePosixPath(Path(written).as_posix()).as_posix()
    inside, folder = Path(written).resolve(), book.folder.resolve()
    if folder in inside.parents:
        yield inside.relative_to(folder).as_posix()


def _may_be_made(path: str, book: Book, register: str) -> bool:
    """Return whether a file that is not there would be read as one of the register, beside all that are."""
    if PurePosixPath(path).suffix not in SUFFIXES or register_of(path) != register or ".." in path.split("/"):
        return False
    would = book.changed({path: b""}).files(register)
    return path in would and {*book.files(register)} <= {*would}


# What came of it ------------------------------------------------------------------------------------------------


def plan_of(request: Request, entered: Entered, notes: Sequence[Note] = ()) -> Plan:
    """Return what is planned by what was entered; what was typed is only told where values were asked for."""
    taken = [each if request.values else each._replace(value="") for each in entered.ledger]
    told = [*notes, *_refusals(entered, partial=request.partial)]
    return Plan(entered.rewrites, entered.rows, taken, entered.findings, partial=request.partial, notes=told)


def _refusals(entered: Entered, *, partial: bool) -> list[Note]:
    """Return how many were refused by each rule, and that nothing was written for their sake."""
    why = Counter(each.why for each in entered.ledger if each.outcome == "refused" and each.why)
    told = {found.rule.code for found in entered.findings} | _TOLD
    notes = [
        Note("talk.not-entered", {"n": n, "rule": code, "holds": _why(code)})
        for code, n in sorted(why.items())
        if code not in told
    ]
    return notes + ([Note("talk.all-or-nothing")] if why and _others(entered.ledger) and not partial else [])


def _why(code: str) -> Note:
    """Return what a rule holds of a code; a row that stands twice is here a code that was written twice."""
    return Note("talk.doubled") if code == "D301" else Note(f"{code}.holds")


def _others(ledger: Sequence[Taken]) -> bool:
    return any(each.outcome in ("new", "changed") for each in ledger)
