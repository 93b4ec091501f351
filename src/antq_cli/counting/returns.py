"""Returns: what units reported. A figure is the latest return on or before a day; a parent's is the sum."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property

from antq_cli.core.findings import Finding
from antq_cli.core.measures import parse_measure
from antq_cli.core.registers import Return
from antq_cli.counting.amounts import Amount, Spread
from antq_cli.counting.ground import Ground
from antq_cli.counting.left_out import dated, may_be_there, unit_meant, units_left_out
from antq_cli.counting.rules import RULES
from antq_cli.reading.tables import Table
from antq_cli.units.basis import Chart


class Returns:
    """The returns of a book."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.rows: Sequence[Return] = ground.book.rows(Return, needed=True)

    @property
    def _table(self) -> Table:
        return self.ground.book.table("returns")

    @cached_property
    def reporters(self) -> list[int | None]:
        """Return for each return the unit that sent it."""
        return self.ground.places(self._table, "unit", "date")

    @cached_property
    def findings(self) -> list[Finding]:
        """Find the measures that the manifest does not name (X205)."""
        kinds = known_measures(self.ground)
        return [
            self._table.finding(RULES["X205"], number, "measure", allowed=kinds)
            for number, row in enumerate(self.rows)
            if row.measure not in kinds and not row.measure.startswith("standards.")
        ]

    def spread(self, measure: str, grain: str, chart: Chart) -> Spread:
        """Return what each unit of the grain that is open on a day reported, and which of them did not."""
        map_, day = chart.map, chart.day
        spread = Spread(chart, [*self.findings, *map_.why_lost(map_.detached(grain))])
        latest = self._latest(measure, day)
        unread = self._unread(measure, day)
        for number in map_.level(grain):
            # A return is of all that its sender held on its day, of what had come into it until then as well.
            found, site = latest.get(number, (None, self.ground.atlas.site(number, day)))
            newer = sum(found is None or found.date <= sent for sent in unread.get(number, ()))
            if found is None or newer:
                spread.put(site, Amount(expected=1, left_out=newer))
            else:
                spread.put(site, Amount(found.count, found.total, 1, 1, found.date, found.date))
        spread.leave_out(None, len(unread.get(None, ())))
        for place in units_left_out(self.ground, grain, day):
            spread.leave_out(place)
        return spread

    def _latest(self, measure: str, day: date) -> dict[int, tuple[Return, int]]:
        """Return the latest return of each unit that is open on a day, and the site of who sent it.

        A return goes along with ``same`` only.
        """
        latest: dict[int, tuple[Return, int]] = {}
        map_ = self.ground.map(day)
        for row, reporter in zip(self.rows, self.reporters, strict=True):
            if row.measure == measure and row.date <= day:
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
        map_ = self.ground.map(day)
        days: dict[int | None, list[date]] = {}
        for sender, sent in self._left_out(measure, day):
            unit = map_.place(sender, own=True)
            if sender is None or unit is not None:
                days.setdefault(unit, []).append(sent)
        return days

    def _left_out(self, measure: str, day: date) -> Iterator[tuple[int | None, date]]:
        """Yield the sender and the day of each row that could not be read, or of which nobody knows who or what."""
        for row, reporter in zip(self.rows, self.reporters, strict=True):
            counts = row.measure == measure and reporter is not None
            if row.date <= day and not counts and self._may_be(row.measure, measure):
                yield reporter, row.date
        for cells in self._table.broken:
            if self._may_be(cells.get("measure", ""), measure) and may_be_there(cells, "date", None, day):
                yield unit_meant(self.ground, cells, "unit", "date", day), dated(cells, "date") or date.max

    def _may_be(self, written: str, measure: str) -> bool:
        """Return whether a cell is a measure, or cannot be read, or is of a kind that the manifest does not name."""
        found, wanted = parse_measure(written), parse_measure(measure)
        if found is None or wanted is None or found == wanted:
            return True
        return found.family == wanted.family and found.kind not in getattr(self.ground.manifest, wanted.family)


def known_measures(ground: Ground) -> list[str]:
    """Return the measures of which a book may hold returns."""
    manifest = ground.manifest
    pledges = [f"pledges.{kind}" for kind in manifest.pledges]
    teams = [f"teams.{kind}{part}" for kind in manifest.teams for part in ("", ".members", ".reach")]
    models = [f"models.{kind}{part}" for kind in manifest.models for part in ("", ".reach")]
    return [*pledges, *teams, *models, "households", *(f"units.{level.id}" for level in manifest.levels)]
