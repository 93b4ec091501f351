"""What both languages tell of returns: who was to send which, who did and when, who is to be reminded."""

from collections.abc import Sequence
from typing import NamedTuple

from antq_cli.core.figures import Kind
from antq_cli.core.measures import Measure
from antq_cli.core.paper import Paper
from antq_cli.core.reporting import Expected


class OfFamily(NamedTuple):
    """Kinds of a family; ``whole`` says that they are all that there are, and several."""

    family: str
    kinds: Sequence[Kind]
    whole: bool


class Sent(NamedTuple):
    """Kinds of which the same units sent returns for the same periods, in the same way; one of them stands for all.

    ``each`` is what was expected, period by period.
    """

    kinds: Sequence[Kind]
    each: Sequence[Expected]

    @property
    def grain(self) -> str:
        """Of what level or kind of organisation those are who report."""
        return self.each[0].grain

    @property
    def when(self) -> str:
        """The days of all periods together, as ids have them."""
        return f"{self.each[0].period.first}..{self.each[-1].period.last}"

    def how_many(self, part: str) -> int | None:
        """Return how many returns were ``expected``, ``received``, ``on_time``; None where no day is set for them."""
        numbers = [getattr(each, part) for each in self.each]
        return None if None in numbers else sum(numbers)

    @property
    def perfect(self) -> bool:
        """Whether all were sent and none is known to be late."""
        received, expected, on_time = (self.how_many(part) for part in ("received", "expected", "on_time"))
        return received == expected and on_time in (None, expected)

    def alone(self, paper: Paper) -> bool:
        """Return whether the unit that the report is of is the only one that was to report."""
        return all([reporter.unit for reporter in each.reporters] == [paper.where.code] for each in self.each)

    def families(self, paper: Paper) -> list[OfFamily]:
        """Return the kinds by their families, each once."""
        found: dict[str, list[Kind]] = {}
        for kind in self.kinds:
            several = found.setdefault(kind.measure.family, [])
            if all(kind.measure.of(None) != other.measure.of(None) for other in several):
                several.append(kind)
        return [OfFamily(family, kinds, _all(paper, family, kinds)) for family, kinds in found.items()]


def _all(paper: Paper, family: str, kinds: Sequence[Kind]) -> bool:
    """Return whether these are all kinds of a family, and more than one."""
    there = {kind.measure.of(None) for each in paper.of_family(family) for kind in each.kinds}
    return len(kinds) > 1 and there <= {kind.measure.of(None) for kind in kinds}


def arrived(expected: Expected, arrival: str) -> list[str]:
    """Return the names of those whose return arrived in some way, by code; with what they lie in, of two of a name."""
    several = (each for each in expected.reporters if each.arrival == arrival)
    return [each.unit_name if each.above is None else f"{each.unit_name} - {each.above}" for each in several]


def silent(paper: Paper) -> dict[str, list[str]]:
    """Return the names of those who owe a return, each once, by what they are; the unit need not be asked itself."""
    found: dict[str, dict[str, str]] = {}
    for each in (one for several in sent(paper) for one in several.each):
        owing = {reporter.unit: reporter.unit_name for reporter in each.silent if reporter.unit != paper.where.code}
        if owing:
            found.setdefault(each.grain, {}).update(owing)
    return {grain: [names[code] for code in sorted(names)] for grain, names in found.items()}


def sent(paper: Paper) -> list[Sent]:
    """Return the kinds that are reported, grouped by what was sent; who is expected to send nothing is left out."""
    by_kind: dict[Measure, list[Expected]] = {}
    for each in () if paper.returns is None else paper.returns.kinds:
        if each.expected:
            by_kind.setdefault(each.kind.measure, []).append(each)
    found: dict[object, list[list[Expected]]] = {}
    for several in by_kind.values():
        found.setdefault(tuple(map(_how, several)), []).append(several)
    return [Sent([each[0].kind for each in kinds], kinds[0]) for kinds in found.values()]


def _how(each: Expected) -> object:
    """Return all that can be said of a return, but for its kind."""
    return each.period, each.due, tuple((reporter.unit, reporter.arrival) for reporter in each.reporters)
