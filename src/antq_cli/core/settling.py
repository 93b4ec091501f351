"""Reading out what was collected: what is told, what is waived, what is known, and how much of it is kept.

Everything is decided here in one pass in the order of the places, whoever reported it and when: so what comes out does
not depend on that, and takes no more memory than what is kept.
"""

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from antq_cli.core.checked import Waived
from antq_cli.core.collector import Collector
from antq_cli.core.findings import Finding, Rule, Shown
from antq_cli.core.shield import Shield
from antq_cli.core.spool import Spool


class Terms(NamedTuple):
    """What decides what becomes of a finding: if nothing else is said, it is told.

    ``tells`` is whether it was asked for, ``reason`` why the book waives it (None where it does not), ``is_known``
    whether a baseline has it. Of each rule in a register only the first ``limit`` are kept, None for all.
    """

    shield: Shield
    tells: Callable[[Finding], bool] = lambda _: True
    reason: Callable[[Finding], str | None] = lambda _: None
    is_known: Callable[[Finding], bool] = lambda _: False
    limit: int | None = None


@dataclass(slots=True)
class Counts:
    """How many findings of a rule in a register are told, waived and known, however many are kept."""

    told: int = 0
    waived: int = 0
    known: int = 0


class Settled:
    """What became of the findings: how many there are, and those that are kept, in the order of their places."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self.counts: dict[tuple[Rule, str], Counts] = {}
        self.told: Spool[Shown] = Spool(attrgetter("order"))
        self.waived: Spool[Waived] = Spool(attrgetter("finding.order"))
        self.known: Spool[Shown] = Spool(attrgetter("order"))

    def take(self, found: Finding) -> None:
        """Decide what becomes of one finding more."""
        if not self._terms.tells(found):
            return
        counts = self.counts.setdefault((found.rule, found.register), Counts())
        if (reason := self._terms.reason(found)) is not None:
            counts.waived += 1
            self.waived.add(Waived(self._terms.shield.shown(found), reason))
        elif self._terms.is_known(found):
            counts.known += 1
            self.known.add(self._terms.shield.shown(found))
        else:
            counts.told += 1
            if self._kept(found, counts.told):
                self.told.add(self._terms.shield.shown(found))

    def _kept(self, found: Finding, number: int) -> bool:
        """Return whether a finding is kept: what refuses the whole is the reason of the refusal, so always is."""
        return self._terms.limit is None or number <= self._terms.limit or found.rule.refuses


def settle(collector: Collector, terms: Terms) -> Settled:
    """Decide what becomes of all that was reported; the collector keeps it, to be settled on other terms."""
    settled = Settled(terms)
    for line in collector.lines():
        for found in terms.shield.over(line, exposed=collector.exposed(line[0].place.path)):
            settled.take(found)
    return settled
