"""Teams: how many of a kind there are on a day, from their register."""

from collections.abc import Iterator
from datetime import date

from antq_cli.core.findings import Finding
from antq_cli.core.registers import Team
from antq_cli.counting.amounts import Amount, Spread
from antq_cli.counting.ground import Ground
from antq_cli.counting.left_out import may_be_of, may_be_there, unit_meant
from antq_cli.counting.rules import RULES
from antq_cli.units.basis import Chart


class Teams:
    """The register of teams."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._rows = ground.book.rows(Team, needed=True)
        self._table = ground.book.table("teams")
        self._places = ground.places(self._table, "unit", "established")

    @property
    def findings(self) -> list[Finding]:
        """Find the teams whose kind the manifest does not name (X201)."""
        kinds = [*self.ground.manifest.teams]
        return [
            self._table.finding(RULES["X201"], number, "kind", allowed=kinds)
            for number, row in enumerate(self._rows)
            if row.kind not in kinds
        ]

    def spread(self, kind: str, chart: Chart) -> Spread:
        """Return the teams of a kind that exist on a day, by the unit they are in."""
        spread = Spread(chart, self.findings)
        for row, site in zip(self._rows, self._places, strict=True):
            if self._concerns(row, kind) and _exists(row, chart.day):
                spread.put(site, Amount(1, None) if row.kind == kind else Amount(left_out=1))
        for site in self._left_out(kind, chart.day):
            spread.leave_out(site)
        return spread

    def _concerns(self, row: Team, kind: str) -> bool:
        return row.kind == kind or row.kind not in self.ground.manifest.teams

    def _left_out(self, kind: str, day: date) -> Iterator[int | None]:
        """Yield, for each row left out in reading that may be of a kind and a day, the unit that it names."""
        for row in self._table.broken:
            concerns = may_be_of(row, "kind", kind, self.ground.manifest.teams)
            if concerns and may_be_there(row, "established", "dissolved", day):
                yield unit_meant(self.ground, row, "unit", "established", day)


def _exists(row: Team, day: date) -> bool:
    return (row.established is None or row.established <= day) and (row.dissolved is None or day < row.dissolved)
