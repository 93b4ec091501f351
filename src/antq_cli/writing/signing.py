"""Pledges into the journal: of which kind a code signs, whether it can on the day, and what is there already."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from antq_cli.core.cells import CODE
from antq_cli.core.changes import Taken
from antq_cli.core.findings import COMMAND_LINE
from antq_cli.core.measures import REGISTRATION, Measure
from antq_cli.core.names import ORGANISATION_KINDS
from antq_cli.counting import bulk
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.journal import Journal
from antq_cli.counting.stretches import stretches_of
from antq_cli.writing.entering import Entry
from antq_cli.writing.filing import Filing
from antq_cli.writing.judging import journals
from antq_cli.writing.rows import Added
from antq_cli.writing.rules import refusal

Event = Literal["signed", "withdrawn"]
_KEY = ("date", "kind", "pledger", "event")


class Asked(NamedTuple):
    """A code as it was typed: the number of its argument, or of its line, from 1."""

    number: int
    code: str


class Signing(NamedTuple):
    """What is to be entered of each code: the event, its day, its kind (None: the one that is meant), more cells.

    ``into`` is the path of the file, None for the one that is found.
    """

    event: Event
    day: date
    kind: str | None = None
    more: Mapping[str, str] = {}
    into: str | None = None


class Signers:
    """Those who sign one kind: households, organisations (of a kind), or the units of a level."""

    def __init__(self, dataset: Dataset, kind: str) -> None:
        subject = dataset.manifest.subject(kind)
        self._atlas = dataset.atlas
        self._level = subject
        of = subject if subject in ORGANISATION_KINDS else None
        keeps = Journal.keeps(dataset.manifest, Measure("pledges", kind))
        self._stretches = stretches_of(dataset, subject, of=of) if keeps else None

    def known(self, code: str) -> bool:
        """Return whether a code is, or once was, that of somebody who signs the kind."""
        if self._stretches is None:
            return any(self._atlas.units[each].level == self._level for each in self._atlas.bearers(code))
        number = self._stretches.subjects.get(code)
        return number is not None and (self._stretches.is_of(number) or number in self._stretches.sometimes)

    def place(self, code: str, day: date) -> str | None:
        """Return the code of the unit in which somebody is on a day; None who is not among those who sign then."""
        if self._stretches is None:
            number = self._atlas.bearer(code, day)
            return code if number is not None and self._atlas.units[number].level == self._level else None
        row = self._stretches.there(code, day.isoformat())
        if row is None or not self._stretches.is_of(row):
            return None
        return bulk.cell(self._stretches.table, row, self._stretches.names.place)


def sign(dataset: Dataset, asked: Sequence[Asked], signing: Signing) -> list[Entry]:
    """Return an entry for each code, in their order; raises :class:`Refused` where nobody can tell the kind (U110).

    A code that is written twice is refused the second time: one of both is another one that was mistyped.
    """
    kinds = [str(measure.kind) for measure in journals(dataset.manifest)]
    names = kinds if signing.kind is None else [signing.kind]
    signers = {kind: Signers(dataset, kind) for kind in names}
    there = _there(dataset, {each.code for each in asked})
    filing = Filing(dataset, "pledges", signing.into)
    seen: set[str] = set()
    entries = []
    for each in asked:
        entry = Entry(Taken(each.number, each.code, "new"))
        kind = _kind(signers, each.code)
        place = kind and signers[kind].place(each.code, signing.day)
        key = (signing.day.isoformat(), kind or "", each.code, signing.event)
        if (why := _why_not(each.code, seen, kind, place)) is not None:
            entry = entry.refuse(why)
        elif key in there:
            entry = Entry(entry.taken._replace(outcome="same"))
        else:
            path = filing.file(str(place), signing.day)
            entry = entry._replace(added=[Added(path, {**dict(zip(_KEY, key, strict=True)), **signing.more})])
        seen.add(each.code)
        entries.append(entry)
    return entries


def _why_not(code: str, seen: set[str], kind: str | None, place: str | None) -> str | None:
    """Return the rule that does not let a code in, None where none does."""
    if not CODE.fullmatch(code):
        return "D101"
    if code in seen:
        return "D301"
    if kind is None:
        return "X202"
    return "X203" if place is None else None


def _kind(signers: Mapping[str, Signers], code: str) -> str | None:
    """Return the kind that a code signs, None where it is of nobody who signs; raises :class:`Refused` (U110).

    The standard's own registration, another act than the campaign's pledge, is meant where it is named, or where
    nothing else can be.
    """
    several = [kind for kind, those in signers.items() if those.known(code)]
    plain = [kind for kind in several if kind != REGISTRATION.kind] or several
    if len(plain) > 1:
        raise refusal("U110", COMMAND_LINE, value="--kind", allowed=plain)
    return plain[0] if plain else None


def _there(dataset: Dataset, codes: set[str]) -> set[tuple[str, ...]]:
    """Return the keys of the events of some codes that the journal has."""
    table = dataset.book.table("pledges")
    rows = list(bulk.where(table, "pledger", codes))
    return {*zip(*(bulk.some(table, rows, name) for name in _KEY), strict=True)}
