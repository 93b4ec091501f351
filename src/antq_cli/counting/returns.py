"""Returns: what units reported. A figure is the latest return on or before a day; a parent's is the sum.

Who reports is a unit of the grain, or an organisation where the grain is a kind of those, such as a school.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property

from antq_cli.core.findings import Finding
from antq_cli.core.manifest import ORGANISATION
from antq_cli.core.measures import parse_measure
from antq_cli.core.registers import Return
from antq_cli.counting.amounts import Amount, OwnAmounts
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.rules import RULES
from antq_cli.counting.stretches import stretches_of
from antq_cli.counting.unread_rows import dated, may_be_there, unit_meant, units_left_out
from antq_cli.counting.unused_returns import UnusedReturns
from antq_cli.reading.tables import Table
from antq_cli.units.regrouping import Regrouping
from antq_cli.units.rules import RULES as UNITS


class Returns:
    """The returns of a book."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.rows: Sequence[Return] = dataset.book.rows(Return, needed=True)

    @property
    def _table(self) -> Table:
        return self.dataset.book.table("returns")

    @cached_property
    def reporters(self) -> list[int | None]:
        """Return for each return the site of the unit that sent it; None of what an organisation sent."""
        return self.dataset.places(self._table, "unit", "date", others=self._bodies)

    @cached_property
    def _bodies(self) -> frozenset[str]:
        """Return the codes of organisations that sent a return, if any did."""
        if all(self.dataset.atlas.known(code) for code in set(self._table.columns["unit"])):
            return frozenset()
        organisations = stretches_of(self.dataset, ORGANISATION, needed=False)
        return frozenset(organisations.subjects) | frozenset(organisations.unreadable)

    @property
    def _untold(self) -> frozenset[str]:
        """Return the codes of organisations with a row that could not be read: nobody knows when they were open."""
        return (
            frozenset(stretches_of(self.dataset, ORGANISATION, needed=False).unreadable)
            if self._bodies
            else frozenset()
        )

    @cached_property
    def _senders(self) -> list[str | None]:
        """Return for each return the code of the organisation that sent it; None of a unit, or of who was not there."""
        if not self._bodies:
            return [None] * len(self.rows)
        organisations = stretches_of(self.dataset, ORGANISATION, needed=False)
        there = (organisations.there(row.unit, str(row.date)) for row in self.rows)
        return [row.unit if found is not None else None for row, found in zip(self.rows, there, strict=True)]

    @cached_property
    def findings(self) -> list[Finding]:
        """Find unknown measures (X205), organisations that were not open (X102), and returns of no use (X209)."""
        kinds = self.dataset.manifest.measures()
        unknown = [
            self._table.finding(RULES["X205"], number, "measure", allowed=kinds)
            for number, row in enumerate(self.rows)
            if row.measure not in kinds
        ]
        senders = zip(self.rows, self._senders, self.reporters, strict=True)
        known = self._bodies - self._untold
        absent = (n for n, (row, *sent) in enumerate(senders) if sent == [None, None] and row.unit in known)
        useless = UnusedReturns(self.dataset, self.rows).findings(self.reporters, self._senders)
        return [*unknown, *(self._table.finding(UNITS["X102"], number, "unit") for number in absent), *useless]

    def amounts(self, measure: str, grain: str, regrouping: Regrouping, since: date | None = None) -> OwnAmounts:
        """Return what each unit of the grain that is open on a day reported, and which of them did not.

        Returns of before a day ``since`` do not count.
        """
        if not self.dataset.manifest.is_level(grain):
            return self._amounts_of_bodies(measure, grain, regrouping, since)
        map_, day = regrouping.map, regrouping.day
        amounts = OwnAmounts(regrouping, [*self.findings, *map_.why_lost(map_.detached(grain))])
        latest = self._latest(measure, day, since)
        unread = self._unread(measure, day)
        for number in map_.level(grain):
            # A return is of all that its sender held on its day, of what had come into it until then as well.
            found, site = latest.get(number, (None, self.dataset.atlas.site(number, day)))
            amounts.put(site, _reported(found, unread.get(number, ())))
        amounts.leave_out(None, len(unread.get(None, ())))
        for place in units_left_out(self.dataset, grain, day):
            amounts.leave_out(place)
        return amounts

    def _amounts_of_bodies(self, measure: str, kind: str, regrouping: Regrouping, since: date | None) -> OwnAmounts:
        """Return what each organisation of a kind that is open on a day reported, where it is."""
        organisations = stretches_of(self.dataset, ORGANISATION)
        amounts = OwnAmounts(regrouping, self.findings)
        latest, unread = (
            self._latest_of_bodies(measure, regrouping.day, since),
            self._unread_of_bodies(measure, regrouping.day),
        )
        for row in organisations.of_kind(kind, regrouping.day):
            code = organisations.codes[row]
            amounts.put(organisations.places[row], _reported(latest.get(code), unread.get(code, ())))
        amounts.leave_out(None, len(unread.get(None, ())))
        for place in organisations.left_out(regrouping.day, kind):
            amounts.leave_out(place)
        return amounts

    def latest(self, measure: str, grain: str, day: date) -> dict[int | str, tuple[Return, int | None]]:
        """Return the latest return by a day of each who reports a measure, a unit of the map or an organisation.

        With each stands where it lies: the site of who sent it.
        """
        if self.dataset.manifest.is_level(grain):
            return {unit: found for unit, found in self._latest(measure, day, None).items()}  # noqa: C416 - wider keys
        organisations = stretches_of(self.dataset, ORGANISATION)
        sent = self._latest_of_bodies(measure, day, None)
        return {code: (found, organisations.place(code, day)) for code, found in sent.items()}

    def _latest_of_bodies(self, measure: str, day: date, since: date | None) -> dict[str, Return]:
        latest: dict[str, Return] = {}
        for row, code in zip(self.rows, self._senders, strict=True):
            if code is not None and _counts(row, measure, day, since):
                found = latest.get(code)
                latest[code] = row if found is None or found.date < row.date else found
        return latest

    def _unread_of_bodies(self, measure: str, day: date) -> dict[str | None, list[date]]:
        """Return the days of the returns left out that may be of a measure and by a day, by who sent them."""
        days: dict[str | None, list[date]] = {}
        for row, reporter, sender in zip(self.rows, self.reporters, self._senders, strict=True):
            counts = row.measure == measure and (sender is not None or reporter is not None)
            if row.date <= day and not counts and self._may_be(row.measure, measure):
                days.setdefault(sender, []).append(row.date)
        for cells in self._table.broken:
            if self._may_be(cells.get("measure", ""), measure) and may_be_there(cells, "date", None, day):
                code = cells.get("unit", "")
                if not self.dataset.atlas.known(code):
                    days.setdefault(code if code in self._bodies else None, []).append(dated(cells, "date") or date.max)
        return days

    def _latest(self, measure: str, day: date, since: date | None) -> dict[int, tuple[Return, int]]:
        """Return the latest return of each unit that is open on a day, and the site of who sent it.

        A return goes along with ``same`` only.
        """
        latest: dict[int, tuple[Return, int]] = {}
        map_ = self.dataset.map(day)
        for row, reporter in zip(self.rows, self.reporters, strict=True):
            if _counts(row, measure, day, since):
                unit = map_.place(reporter, own=True)
                if unit is not None and reporter is not None:
                    found = latest.get(unit)
                    latest[unit] = (row, reporter) if found is None or found[0].date < row.date else found
        return latest

    def _unread(self, measure: str, day: date) -> dict[int | None, list[date]]:
        """Return the days of the returns left out that may be of a measure and by a day, by the unit that sent them.

        Those of no known unit are at None; those of a unit that went into another have no part in its figure. A day
        that cannot be read is the last of all: such a return may be newer than any other.
        """
        map_ = self.dataset.map(day)
        days: dict[int | None, list[date]] = {}
        for sender, sent in self._left_out(measure, day):
            unit = map_.place(sender, own=True)
            if sender is None or unit is not None:
                days.setdefault(unit, []).append(sent)
        return days

    def _left_out(self, measure: str, day: date) -> Iterator[tuple[int | None, date]]:
        """Yield the sender and the day of each row that could not be read, or of which nobody knows who or what."""
        for row, reporter, sender in zip(self.rows, self.reporters, self._senders, strict=True):
            counts = row.measure == measure and (reporter is not None or sender is not None)
            if row.date <= day and not counts and self._may_be(row.measure, measure):
                yield reporter, row.date
        for cells in self._table.broken:
            if self._may_be(cells.get("measure", ""), measure) and may_be_there(cells, "date", None, day):
                yield unit_meant(self.dataset, cells, "unit", "date", day), dated(cells, "date") or date.max

    def _may_be(self, written: str, measure: str) -> bool:
        """Return whether a cell is a measure, or cannot be read, or is of a kind that the manifest does not name."""
        found, wanted = parse_measure(written), parse_measure(measure)
        if found is None or wanted is None or found == wanted:
            return True
        return found.family == wanted.family and found.kind not in self.dataset.manifest.kinds(wanted.family)


def _counts(row: Return, measure: str, day: date, since: date | None) -> bool:
    return row.measure == measure and row.date <= day and (since is None or since <= row.date)


def _reported(found: Return | None, unread: Sequence[date]) -> Amount:
    """Return what was reported, unless a return that cannot be read is newer."""
    newer = sum(found is None or found.date <= sent for sent in unread)
    if found is None or newer:
        return Amount(expected=1, left_out=newer)
    return Amount(found.count, found.total, 1, 1, found.date, found.date)


def returns_of(dataset: Dataset) -> Returns:
    """Return the returns of a book."""
    return dataset.share("returns", lambda: Returns(dataset))
