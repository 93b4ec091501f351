"""Returns: what units reported. A figure is the latest return on or before a day; a parent's is the sum."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property

from antq_cli.core.findings import Finding
from antq_cli.core.measures import parse_measure
from antq_cli.core.registers import Return
from antq_cli.counting.amounts import Amount, Spread
from antq_cli.counting.ground import Ground
from antq_cli.counting.rules import RULES
from antq_cli.reading.tables import Table


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

    def spread(self, measure: str, grain: str, day: date) -> Spread:
        """Return what each unit of the grain that is open on a day reported, and which of them did not."""
        map_ = self.ground.map(day)
        spread = Spread(findings=[*self.findings, *map_.why_lost(map_.detached(grain))])
        latest = self._latest(measure, day)
        unread, lost = self._unread(measure, day)
        for number in map_.level(grain, map_.top) if map_.top is not None else ():
            found = latest.get(number)
            if number in unread and (found is None or found.date <= unread[number]):
                spread.add(number, Amount(expected=1, left_out=1))
            elif found is None:
                spread.add(number, Amount(expected=1))
            else:
                spread.add(number, Amount(found.count, found.total, 1, 1, found.date, found.date))
        spread.lost = Amount(left_out=lost + len(map_.detached(grain)))
        return spread

    def _latest(self, measure: str, day: date) -> dict[int, Return]:
        """Return the latest return of each unit that is open on a day; a return goes along with ``same`` only."""
        latest: dict[int, Return] = {}
        map_ = self.ground.map(day)
        for row, reporter in zip(self.rows, self.reporters, strict=True):
            if row.measure == measure and row.date <= day:
                unit = map_.place(reporter, own=True)
                if unit is not None and (unit not in latest or latest[unit].date < row.date):
                    latest[unit] = row
        return latest

    def _unread(self, measure: str, day: date) -> tuple[dict[int, date], int]:
        """Return the units with a return that could not be read, with its day, and how many are of no known unit.

        Where the day cannot be read either, it is the last of all days: such a return may be newer than any other.
        """
        units: dict[int, date] = {}
        lost = sum(
            reporter is None and row.measure == measure and row.date <= day
            for row, reporter in zip(self.rows, self.reporters, strict=True)
        )
        for dated, unit in self._broken(measure, day):
            if unit is None:
                lost += 1
            else:
                units[unit] = max(units.get(unit, date.min), dated)
        return units, lost

    def _broken(self, measure: str, day: date) -> Iterator[tuple[date, int | None]]:
        for row in self._table.broken:
            if parse_measure(row.get("measure", "")) is not None and row["measure"] != measure:
                continue
            try:
                dated = date.fromisoformat(row.get("date", ""))
            except ValueError:
                dated = date.max
            if dated <= day or dated == date.max:
                sent = self.ground.atlas.bearer(row.get("unit", ""), min(dated, day))
                yield dated, self.ground.map(day).place(sent, own=True)


def known_measures(ground: Ground) -> list[str]:
    """Return the measures of which a book may hold returns."""
    manifest = ground.manifest
    pledges = [f"pledges.{kind}" for kind in manifest.pledges]
    teams = [f"teams.{kind}" for kind in manifest.teams]
    models = [f"models.{kind}" for kind in manifest.models]
    return [*pledges, *teams, *models, "households", *(f"units.{level.id}" for level in manifest.levels)]
