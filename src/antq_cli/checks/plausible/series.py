"""The returns of a book as the rules of plausibility look at them: over time, and on one day."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import NamedTuple

from antq_cli.checks.rules import PLAUSIBLE
from antq_cli.checks.site import NotJudged, RowsJudged, Site
from antq_cli.checks.timely import top_of
from antq_cli.core import called
from antq_cli.core.checked import WhyNot
from antq_cli.core.findings import Finding
from antq_cli.core.manifest import ORGANISATION
from antq_cli.core.registers import Return
from antq_cli.core.values import Named
from antq_cli.counting.returns import returns_of
from antq_cli.counting.stretches import called_on, stretches_of
from antq_cli.units.daymap import DayMap

RULES = PLAUSIBLE


class Sent(NamedTuple):
    """A return: its number in the register, and the row."""

    number: int
    row: Return


class Series:
    """The returns of a book: those of one sender and measure over time, and those of one day and measure."""

    def __init__(self, site: Site) -> None:
        self.site = site
        returns = returns_of(site.dataset)
        self.sent = [Sent(*each) for each in enumerate(returns.rows)]
        self._sites = returns.reporters

    @cached_property
    def over_time(self) -> list[list[Sent]]:
        """Return the returns of each sender and measure by day.

        A unit that took in another one is another sender from that day on: it has a site of its own.
        """
        series: dict[tuple[int | str, str], list[Sent]] = {}
        for each, site in zip(self.sent, self._sites, strict=True):
            who = site if site is not None else self._body(each.row)
            if who is not None:
                series.setdefault((who, each.row.measure), []).append(each)
        return [sorted(several, key=lambda each: each.row.date) for several in series.values()]

    def _body(self, row: Return) -> str | None:
        """Return the code of the organisation that sent a return, None where there was none."""
        there = stretches_of(self.site.dataset, ORGANISATION, needed=False).there(row.unit, row.date.isoformat())
        return None if there is None else row.unit

    @cached_property
    def of_a_day(self) -> dict[tuple[date, str], dict[int, Sent]]:
        """Return the returns of units by day and measure, each with the number of its unit on the map of that day."""
        days: dict[tuple[date, str], dict[int, Sent]] = {}
        for each, site in zip(self.sent, self._sites, strict=True):
            unit = None if site is None else self.site.dataset.atlas.unit_of(site)[0]
            if unit is not None and top_of(self.site) is not None and unit in self.map(each.row.date).paths:
                days.setdefault((each.row.date, each.row.measure), {})[unit] = each
        return days

    def of_nobody(self) -> Iterator[NotJudged]:
        """Yield which rules cannot be judged because nobody knows which organisations sent the returns."""
        if None in self._sites and self.site.book.table("organisations").refused:
            for code in ("Q101", "Q102", "Q103"):
                yield NotJudged(RULES[code], "returns", "not-evaluated", "needs", "organisations")

    def map(self, day: date) -> DayMap:
        """The map of a day; the dataset makes each once."""
        return self.site.dataset.map(day)

    def finding(self, code: str, sent: Sent, column: str, **values: object) -> Finding:
        """The finding on a cell of a return, with who sent it, of what and of which day."""
        row = sent.row
        measure = called.measure(self.site.dataset.manifest, row.measure)
        values = {"unit": self._sender(sent), "measure": measure, "day": row.date, **values}
        return self.site.book.table("returns").finding(RULES[code], sent.number, column, **values)

    def _sender(self, sent: Sent) -> Named:
        """Return who sent a return, by the name that it had on the day."""
        return called_on(self.site.dataset, sent.row.unit, sent.row.date, self.unit(sent))

    def unit(self, sent: Sent) -> int | None:
        """Return the unit that sent a return, None where it was none."""
        site = self._sites[sent.number]
        return None if site is None else self.site.dataset.atlas.unit_of(site)[0]

    def looked(self, code: str, rows: int, why: WhyNot = "too-few") -> RowsJudged | NotJudged:
        """Return how many returns a rule judged, or, if none, why it could not be; of no return there is nothing to."""
        if rows:
            return RowsJudged(RULES[code], "returns", rows)
        if not self.sent:
            return NotJudged(RULES[code], "returns", "skipped", "no-rows")
        return NotJudged(RULES[code], "returns", "not-evaluated", why)
