"""Where everything that is found in a book is reported, by whoever finds it, whenever that is."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from antq_cli.core.findings import PERSONAL_COLUMN, Finding
from antq_cli.core.spool import Spool


class Reported(NamedTuple):
    """A finding, and how many its part had reported at the same place by the same rule before."""

    before: int
    finding: Finding


def _order(entry: Reported) -> tuple[tuple[str, int, int, str], int]:
    return entry.finding.order, entry.before


class Collector:
    """A sink for findings: it takes in as many as there are without ever holding them all, and gives each back once.

    What was reported to ``base`` counts as reported here as well: what reading finds is found by whatever is asked of
    the book, what a question finds on its day is of that question alone.
    """

    def __init__(self, base: "Collector | None" = None) -> None:
        self._base = base
        self._entries = Spool(_order)
        self._exposed: set[str] = set()

    def __bool__(self) -> bool:
        """Whether anything was reported, here or to the base."""
        return len(self._entries) > 0 or bool(self._base)

    def report(self, findings: Iterable[Finding]) -> None:
        """Take the findings of a part in the order in which it tells them; parts may come in any order.

        A part is what one judge finds: in a file, of a measure, by a rule.
        """
        place, before = None, 0
        for finding in findings:
            before = before + 1 if finding.order == place else 0
            place = finding.order
            self._entries.add(Reported(before, finding))
            if finding.rule.code == PERSONAL_COLUMN:
                self._exposed.add(finding.place.path)

    def exposed(self, path: str) -> bool:
        """Whether a personal column was found in a file (P101): then no row of it may be shown."""
        return path in self._exposed or (self._base is not None and self._base.exposed(path))

    def lines(self) -> Iterator[list[Finding]]:
        """Yield the findings on one line of a file after the other, in the order of the places, each once."""
        for _, several in groupby(self.entries(), key=lambda entry: entry.finding.place[:2]):
            yield [*_once(several)]

    def entries(self) -> Iterator[Reported]:
        """Yield all that was reported, in order; what was told several times stands together."""
        if self._base is None:
            return iter(self._entries)
        from heapq import merge  # only a check asks

        return merge(self._base.entries(), self._entries, key=_order)


def _once(entries: Iterable[Reported]) -> Iterator[Finding]:
    """Yield findings in order, those that say the same at one place once: several kinds may meet the same row.

    What stands at one place by one rule is in the order of its part. Where several parts told it, what is told earlier
    in one of them comes first, then what says the less, such as the earlier day: whatever the order of the parts, it is
    the same.
    """
    for _, several in groupby(entries, key=lambda entry: entry.finding.order):
        first, *others = several
        if all(other.finding.values == first.finding.values for other in others):
            yield min((first, *others), key=_preferred).finding if others else first.finding
            continue
        alike: dict[str, list[Reported]] = {}
        for entry in (first, *others):
            alike.setdefault(str(entry.finding.values), []).append(entry)
        told = [min(same, key=_preferred)._replace(before=min(each.before for each in same)) for same in alike.values()]
        yield from (entry.finding for entry in sorted(told, key=_content))


def _content(entry: Reported) -> tuple[int, list[str], str]:
    values = entry.finding.values
    return entry.before, [*map(str, values.values())], str(values)


def _preferred(entry: Reported) -> tuple[bool, bool, str]:
    """Return what one of several findings that say the same is chosen by: it shows the least."""
    finding = entry.finding
    return not finding.restricted, finding.excerpt is not None, str((finding.cell, finding.excerpt, finding.subject))
