"""Returns in time: who was to report, who did, and when."""

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from antq_cli.core.calendars import Period
from antq_cli.core.figures import Asked, Kind
from antq_cli.core.manifest import Level

# On time; after the due day; received on a day that nobody wrote down; not sent; not sent, and there is still time.
Arrival = Literal["on-time", "late", "undated", "missing", "not-due"]


class Reporter(NamedTuple):
    """One of those who were to report: what was sent for the period, and how old the latest return of all is.

    ``arrival`` of who sent something is ``undated`` where the day is not known, or no due day is set. ``last`` is the
    day of the latest return, for this period or before; ``stale`` says that it is older than the book allows, None
    where the book sets no limit. ``reported`` is what was reported: 0 is a report of nothing, None is no report; it is
    of a ``total``, None where that is not known.
    ``above`` is the name of the unit in which it lies, None where nobody else who was to report bears its own name.
    """

    unit: str
    unit_name: str
    arrival: Arrival
    dated: date | None
    received: date | None
    reported: int | None
    last: date | None
    stale: bool | None
    above: str | None = None
    total: int | None = None

    @property
    def sent(self) -> bool:
        """Whether anything was sent for the period."""
        return self.arrival not in ("missing", "not-due")


class Expected(NamedTuple):
    """The returns of a kind that were expected for a period: whole numbers, and who they are of.

    ``due`` is the last day on which a return is on time, None where the book sets none; then ``on_time`` and ``late``
    are None. ``zero`` are reports of nothing, ``zero_of_zero`` those of them whose total is 0 too. ``completeness`` is
    received of expected; timeliness is of those expected and of those received. They are percentages, None where there
    is nothing to divide by. ``over`` says that there was no time left to send it, on the last day of which anything is
    known: who sent nothing until then is missing.
    ``grain`` is of what level or kind of organisation the reporters are.
    """

    kind: Kind
    period: Period
    due: date | None
    expected: int
    received: int
    completeness: str | None
    on_time: int | None
    on_time_of_expected: str | None
    on_time_of_received: str | None
    late: int | None
    undated: int
    zero: int
    stale: int | None
    reporters: Sequence[Reporter]
    grain: str = ""
    over: bool = True
    zero_of_zero: int = 0

    @property
    def missing(self) -> int:
        """How many of those expected sent nothing, and have no time left; who was late is not missing."""
        return self.expected - self.received if self.over else 0

    @property
    def not_due(self) -> int:
        """How many of those expected have sent nothing yet, and still have time."""
        return 0 if self.over else self.expected - self.received

    @property
    def silent(self) -> list[Reporter]:
        """Who sent nothing for the period, with time left or not, in the order of the reporters, which is by code."""
        return [reporter for reporter in self.reporters if not reporter.sent]

    def closed(self) -> "Expected":
        """Return the same with no time left: who sent nothing is missing."""
        told = [each if each.sent else each._replace(arrival="missing") for each in self.reporters]
        return self._replace(reporters=told, over=True)


class PartExpected(NamedTuple):
    """The returns that were expected in a unit of a level.

    ``level`` is None of what lies in none of that level, and ``held`` has the level of the unit in which it lies, and
    that one, if antq.toml has both.
    """

    unit: str
    unit_name: str
    level: str | None
    expected: Expected
    held: tuple[Level, Level] | None = None


class ReturnsInTime(NamedTuple):
    """The returns that were expected at a unit, kind by kind; ``others`` are further units that were asked for.

    Of two units of which one lies in the other only that has the reporters of both; what is counted is that of each.
    ``by`` a level each kind is told also in its ``parts``. ``stale`` are the days after which a return is old, None
    where antq.toml sets no limit.
    """

    kinds: Sequence[Expected]
    as_of: date
    unit: str
    unit_name: str
    by: str | None = None
    parts: Sequence[Sequence[PartExpected]] = ()
    others: "Sequence[ReturnsInTime]" = ()
    stale: int | None = None

    @property
    def each(self) -> "list[ReturnsInTime]":
        """Return the returns of each unit that was asked for."""
        return [self, *self.others]

    @property
    def zero_of_zero(self) -> int:
        """How many returns of 0 are of nobody at all, of all kinds and units asked for."""
        return sum(kind.zero_of_zero for found in self.each for kind in found.kinds)

    @property
    def later(self) -> bool:
        """Whether returns count that were received after the day of the numbers, as most are."""
        reporters = (each for found in self.each for kind in found.kinds for each in kind.reporters)
        return any(each.received is not None and each.received > self.as_of for each in reporters)

    @property
    def asked(self) -> list[Asked]:
        """The units that were asked for, this one and the ``others``."""
        return [Asked(each.unit, each.unit_name) for each in self.each]

    @property
    def how_many(self) -> int:
        """How many units were asked for: a title has no room for the names of very many."""
        return len(self.each)
