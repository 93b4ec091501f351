"""What is entered into a book, thing by thing: what came of each, and all of it as one change of files."""

from collections.abc import Sequence
from typing import NamedTuple

from antq_cli.core.changes import Rewrite, Rows, Taken
from antq_cli.core.findings import COMMAND_LINE, Finding, Place
from antq_cli.core.registers import Register
from antq_cli.reading.book import Book
from antq_cli.reading.parts import key_of
from antq_cli.writing.judging import new_errors
from antq_cli.writing.rows import Added, Altered, Edits, rewrites


class Entry(NamedTuple):
    """One thing that was asked for, what came of it, and what it does to the rows of the register: nothing, or more."""

    taken: Taken
    added: Sequence[Added] = ()
    altered: Sequence[Altered] = ()

    @property
    def refused(self) -> bool:
        """Whether it may not be entered."""
        return self.taken.outcome == "refused"

    def refuse(self, code: str) -> "Entry":
        """Return the entry as one that a rule does not let in."""
        return Entry(self.taken._replace(outcome="refused", why=code))


class Entered(NamedTuple):
    """What entering comes to: nothing is written where ``rewrites`` is empty.

    ``findings`` are the errors that the change would bring, as they are found on the rows that were asked for.
    """

    entries: Sequence[Entry]
    rewrites: Sequence[Rewrite] = ()
    rows: Rows = Rows()
    findings: Sequence[Finding] = ()

    @property
    def ledger(self) -> list[Taken]:
        """What came of each thing, in the order in which they were asked for."""
        return [entry.taken for entry in self.entries]


def enter(book: Book, register: Register, entries: Sequence[Entry], *, partial: bool = False) -> Entered:
    """Return what entering comes to: all of it or, where that is not asked for, what may be entered.

    Which errors it would bring is judged here, and what would bring one is refused.
    """
    findings: list[Finding] = []
    while partial or not any(entry.refused for entry in entries):
        edits = _together(entries)
        files = rewrites(register, book.table(register.name).parts, edits)
        found = new_errors(book, files, edits) if files else []
        if not found:
            return Entered(entries, files, edits.rows, findings)
        findings += map(_as_asked, found)
        entries = _without(book, register, entries, found)
    return Entered(entries, findings=findings)


def _together(entries: Sequence[Entry]) -> Edits:
    entered = [entry for entry in entries if not entry.refused]
    return Edits(
        [row for entry in entered for row in entry.added],
        [row for entry in entered for row in entry.altered],
    )


def _without(book: Book, register: Register, entries: Sequence[Entry], found: Sequence[Finding]) -> list[Entry]:
    """Return the entries with those refused that bring an error: each by its own, all where it is of another row."""
    codes = {each.key: each.rule.code for each in reversed(found) if each.register == register.name}
    own = [_code_of(book, register, entry, codes) for entry in entries]
    # Of what is found on no row that is entered nobody can tell which of them brings it.
    others = {each.key for each in found} - {key for entry in entries for key in keys(book, register, entry)}
    other = next((each.rule.code for each in found if each.key in others), None)
    if other is None and not any(own):
        other = found[0].rule.code
    why = [code or other for code in own]
    return [
        entry if code is None or entry.taken.outcome == "same" else entry.refuse(code)
        for entry, code in zip(entries, why, strict=True)
    ]


def _code_of(book: Book, register: Register, entry: Entry, codes: dict[str, str]) -> str | None:
    return next((codes[key] for key in keys(book, register, entry) if key in codes), None)


def keys(book: Book, register: Register, entry: Entry) -> list[str]:
    """Return the keys of the rows that an entry adds or changes, as they will be."""
    found = [key_of(register, new.cells) for new in entry.added]
    parts = {part.path: part for part in book.table(register.name).parts}
    for old in entry.altered:
        part = parts[old.path]
        found.append(key_of(register, part.row(part.records.index(old.record)) | dict(old.cells)))
    return found


def _as_asked(found: Finding) -> Finding:
    """Return a finding without its place: the line is not in the file, and is not going to be."""
    return found._replace(place=Place(COMMAND_LINE), excerpt=None)
