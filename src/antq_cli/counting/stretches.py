"""Households and organisations: who was in the register on a day, and where. One row is one stretch."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import compress
from typing import NamedTuple

from antq_cli.core import called
from antq_cli.core.manifest import HOUSEHOLD, ORGANISATION
from antq_cli.core.names import ORGANISATION_KINDS
from antq_cli.core.values import Named
from antq_cli.counting import bulk
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.sources import Reason, RowBehind, Trail
from antq_cli.counting.unread_rows import may_be_of, may_be_there, over, unit_meant
from antq_cli.reading.tables import Table
from antq_cli.units.regrouping import Regrouping


class StretchColumns(NamedTuple):
    """What the columns of a register of stretches are called."""

    code: str
    place: str
    first: str
    last: str
    excluded: str | None
    # How one says that a stretch has ended.
    ended: Reason


class Present(NamedTuple):
    """Who is in a register on a day, the sites of their stretches, and why these are excluded or blank."""

    subjects: list[int]
    places: list[int | None]
    excluded: list[str]


HOUSEHOLDS = StretchColumns("household", "area", "joined", "left", "excluded", "left")
ORGANISATIONS = StretchColumns("code", "unit", "opened", "closed", None, "closed")


def stretches_of(dataset: Dataset, subject: str, *, of: str | None = None, needed: bool = True) -> "Stretches":
    """Return the households or the organisations of a book; several measures may be of the same.

    ``of`` asks for the organisations of a kind. A register that is ``needed`` and that the book does not have is a
    finding (F019).
    """
    households = subject == HOUSEHOLD
    table = dataset.book.table("households", needed=needed) if households else dataset.organisations(needed=needed)
    names = HOUSEHOLDS if households else ORGANISATIONS
    return dataset.share(("stretches", names.code, of), lambda: Stretches(dataset, table, names, of))


def called_on(dataset: Dataset, code: str, day: date, unit: int | None) -> Named:
    """Return a ``unit``, or else the organisation that has a code on a day, as a finding names it.

    By the code alone where neither is known.
    """
    if unit is not None:
        return dataset.atlas.called(unit, code)
    organisations = stretches_of(dataset, ORGANISATION, needed=False)
    there = organisations.there(code, day.isoformat())
    return (
        Named(code, None, None) if there is None else called.unit(code, bulk.cell(organisations.table, there, "name"))
    )


class Stretches:
    """A register of stretches as columns. Days are compared as ISO text, which sorts as the days do.

    Where only those ``of`` a kind are asked, the stretches of the others are excluded.
    """

    def __init__(self, dataset: Dataset, table: Table, names: StretchColumns, of: str | None = None) -> None:
        self.dataset = dataset
        self.table = table
        self.names = names
        self.codes = bulk.column(table, names.code)
        self.first = bulk.column(table, names.first)
        self.last = bulk.column(table, names.last)
        self.of = of
        self.excluded: Sequence[str] = bulk.column(table, names.excluded) if names.excluded else [""] * len(table)
        if of is not None:
            self.excluded = ["" if kind == of else kind for kind in bulk.column(table, "kind")]
        self.places = dataset.places(table, names.place, names.first)
        # Who a code is, is known by one of its rows: looking up a number costs a fraction of looking up a text.
        self.subjects = bulk.last_rows(table)
        # The day that was asked for last: kinds are counted one after the other on the same one.
        self._last: tuple[str, Present] | None = None

    @cached_property
    def subject(self) -> Sequence[int]:
        """For each row whom it is of: the number of the last row that has its code."""
        of = list(range(len(self.table)))
        for subject, rows in self._several.items():
            for row in rows:
                of[row] = subject
        return of

    @cached_property
    def _several(self) -> dict[int, Sequence[int]]:
        """Return the rows of those who have several, by whom they are of; nearly everyone has one."""
        return {self.subjects[code]: rows for code, rows in self.table.several.items()}

    @cached_property
    def sometimes(self) -> set[int]:
        """Return who is not in the register on every day; nearly all are."""
        stretches = zip(self.subject, self.first, self.last, strict=True)
        return {subject for subject, first, last in stretches if first or last}

    @cached_property
    def others(self) -> set[int]:
        """Return who is, in some stretch, of another kind than is asked."""
        return {subject for row, subject in enumerate(self.subject) if not self.is_of(row)} if self.of else set()

    def is_of(self, row: int) -> bool:
        """Return whether a stretch is of the kind that is asked, if one is."""
        return self.of is None or not self.excluded[row]

    def borders(self) -> Iterator[tuple[str, int]]:
        """Yield each day on which a stretch begins or ends, and whose it is."""
        for days in (self.first, self.last):
            yield from ((day, subject) for day, subject in zip(days, self.subject, strict=True) if day)

    def row_on(self, subject: int, day: str) -> int | None:
        """Return the stretch of somebody in which a day lies, or None."""
        # Asked thousands of times: a generator, or a call for the rows, costs as much as the loop.
        for row in self._several.get(subject) or (subject,):
            if self.first[row] <= day and (not self.last[row] or day < self.last[row]):
                return row
        return None

    def there(self, code: str, day: str) -> int | None:
        """Return the stretch in which a day lies of who bears a code, or None."""
        subject = self.subjects.get(code)
        return None if subject is None else self.row_on(subject, day)

    def site(self, subject: int, day: str) -> int | None:
        """Where somebody is on a day; None where they are not in the register on it, or it is not known where."""
        row = self.row_on(subject, day)
        return None if row is None else self.places[row]

    def _of(self, subject: int) -> Sequence[int]:
        return self._several.get(subject) or (subject,)

    @cached_property
    def unreadable(self) -> dict[str, list[Mapping[str, str]]]:
        """The rows that were left out in reading, as far as they can be read, by code ("" where they have none)."""
        rows: dict[str, list[Mapping[str, str]]] = {}
        for row in self.table.broken:
            rows.setdefault(row.get(self.names.code, ""), []).append(row)
        return rows

    def place(self, code: str, day: date) -> int | None:
        """Return the unit of the last stretch that a code began by a day, else of its first.

        Of a code that no row has which could be read, the unit that the others name; None where they do not agree.
        """
        if code in self.subjects:
            rows = sorted(self._of(self.subjects[code]), key=self.first.__getitem__)
            begun = [row for row in rows if self.first[row] <= day.isoformat()]
            return self.places[begun[-1] if begun else rows[0]]
        named = {self._named(row, day) for row in self.unreadable.get(code, ())}
        return named.pop() if len(named) == 1 else None

    def _named(self, row: Mapping[str, str], day: date) -> int | None:
        return unit_meant(self.dataset, row, self.names.place, self.names.first, day)

    def starts_after(self, subject: int, day: str) -> bool:
        """Return whether somebody was not yet in the register on a day."""
        return all(self.first[row] > day for row in self._of(subject))

    def on(self, day: str) -> Present:
        """Who is in the register on a day, the sites of their stretches, and why these are excluded or blank."""
        if self._last is None or self._last[0] != day:
            days = zip(self.first, self.last, strict=True)
            there = [first <= day and (not last or day < last) for first, last in days]
            subjects, places = list(compress(self.subject, there)), list(compress(self.places, there))
            self._last = day, Present(subjects, places, list(compress(self.excluded, there)))
        return self._last[1]

    def of_kind(self, kind: str, day: date) -> Iterator[int]:
        """Yield the rows of the organisations of a kind that are open on a day."""
        written = day.isoformat()
        for row in bulk.where(self.table, "kind", (kind,)):
            if self.first[row] <= written and (not self.last[row] or written < self.last[row]):
                yield row

    def left_out(self, day: date, kind: str | None = None) -> Iterator[int | None]:
        """Yield, for each row left out in reading that may have mattered on a day, the unit that it names.

        With a ``kind`` only those of organisations that may be of it.
        """
        kind = kind or self.of
        for row in self.table.broken:
            concerns = kind is None or may_be_of(row, "kind", kind, ORGANISATION_KINDS)
            if concerns and may_be_there(row, self.names.first, self.names.last, day):
                yield self._named(row, day)

    def behind(
        self, regrouping: Regrouping, counted: Callable[[int], RowBehind], kind: str | None = None
    ) -> Iterator[RowBehind]:
        """Yield every row behind a measure of who is there: ``counted`` says what one does that is asked.

        With a ``kind`` only the organisations that are of it are asked.
        """
        trail, day = Trail(self.table.register.name, regrouping), regrouping.day.isoformat()
        kind = kind or self.of
        kinds = bulk.column(self.table, "kind") if kind else ()
        for row, (first, last) in enumerate(zip(self.first, self.last, strict=True)):
            if kind and kinds[row] != kind:
                yield trail.skip(row, self.places[row], "other-kind")
            elif first > day or (last and last <= day):
                yield trail.skip(row, self.places[row], "not-yet" if first > day else self.names.ended)
            else:
                yield trail.skip(row, self.places[row], "excluded") if self.excluded[row] else counted(row)
        for number, cells in enumerate(self.table.broken):
            yield self._unread(trail, number, cells, regrouping.day, kind)

    def _unread(self, trail: Trail, number: int, cells: Mapping[str, str], day: date, kind: str | None) -> RowBehind:
        site = self._named(cells, day)
        if kind and not may_be_of(cells, "kind", kind, ORGANISATION_KINDS):
            return trail.skip(number, site, "other-kind", unread=True)
        why_not = over(cells, self.names.first, self.names.last, day, self.names.ended)
        if why_not:
            return trail.skip(number, site, why_not, unread=True)
        return trail.leave_out(number, site, unread=True)
