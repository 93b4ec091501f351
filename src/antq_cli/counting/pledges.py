"""What the journals of pledges have in common, whoever signs: their rows, and which of their parts answers what."""

from abc import abstractmethod
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import NamedTuple

from antq_cli.core.calendars import Period
from antq_cli.core.findings import Finding
from antq_cli.core.measures import Measure
from antq_cli.counting import bulk
from antq_cli.counting.amounts import OwnAmounts
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.rules import RULES
from antq_cli.counting.sources import Reason, RowBehind, Source, Trail
from antq_cli.counting.unread_rows import dated, may_be_of, may_be_there, over
from antq_cli.units.regrouping import Regrouping


class Event(NamedTuple):
    """A row of the journal: its number, its day, who, and what."""

    row: int
    date: str
    pledger: str
    event: str


class Flow(NamedTuple):
    """What is counted of the journal within a period: the events of a word."""

    word: str
    period: Period

    def why_not(self, word: str, day: date | None) -> Reason | None:
        """Return why an event is not counted, or may not be where its word or its day cannot be read; else None."""
        if day is not None and not self.period.first <= day <= self.period.last:
            return "not-yet" if self.period.last < day else "other-days"
        return None if word == self.word or word not in ("signed", "withdrawn") else "other-word"


class PledgeSource(Source):
    """The journal of one pledge kind: who is in force, who lapsed, what was signed and withdrawn, the rows behind."""

    def __init__(self, dataset: Dataset, measure: Measure) -> None:
        super().__init__(dataset, measure)
        report_unknown_kinds(dataset)

    def amounts(self, part: str | None, regrouping: Regrouping, period: Period | None = None) -> OwnAmounts:
        """Return who is asked and whose pledge is in force, by unit; or a flow."""
        if part is None:
            return self._in_force(regrouping)
        assert period is not None
        return self._lapsed(period, regrouping) if part == "lapsed" else self._flow(part, period, regrouping)

    def behind(self, part: str | None, regrouping: Regrouping, period: Period | None) -> Iterator[RowBehind]:
        """Yield every row of the journal and of the register of those who sign."""
        flow = None
        if part is None or period is None:
            yield from self._standing_behind(regrouping, None)
        elif part == "lapsed":
            yield from self._standing_behind(regrouping, period)
        else:
            flow = Flow(part, period)
            yield from self._flow_behind(flow, regrouping)
        site = partial(self._site_of, regrouping=regrouping, flow=flow)
        yield from _others_behind(self.dataset, self.kind, regrouping, flow, site)

    @abstractmethod
    def _in_force(self, regrouping: Regrouping) -> OwnAmounts: ...

    @abstractmethod
    def _lapsed(self, period: Period, regrouping: Regrouping) -> OwnAmounts: ...

    @abstractmethod
    def _flow(self, word: str, period: Period, regrouping: Regrouping) -> OwnAmounts: ...

    @abstractmethod
    def _standing_behind(self, regrouping: Regrouping, period: Period | None) -> Iterator[RowBehind]: ...

    @abstractmethod
    def _flow_behind(self, flow: Flow, regrouping: Regrouping) -> Iterator[RowBehind]: ...

    @abstractmethod
    def _site_of(self, cells: Mapping[str, str], regrouping: Regrouping, flow: Flow | None) -> int | None:
        """Return where a row of the journal would lie of which nobody can tell more than its cells."""


def _others_behind(
    dataset: Dataset,
    kind: str,
    regrouping: Regrouping,
    flow: Flow | None,
    site: Callable[[Mapping[str, str]], int | None],
) -> Iterator[RowBehind]:
    """Yield the rows of the journal that are not of a kind, or of which nobody can tell."""
    table, kinds, trail = dataset.book.table("pledges"), dataset.manifest.pledges, Trail("pledges", regrouping)

    def lost(number: int, cells: Mapping[str, str], *, unread: bool) -> RowBehind:
        why_not = over(cells, "date", None, regrouping.day, "not-yet")
        if why_not is None and flow is not None:
            why_not = flow.why_not(cells.get("event", ""), dated(cells, "date"))
        if why_not is not None:
            return trail.skip(number, None, why_not, unread=unread)
        return trail.leave_out(number, site(cells), unread=unread)

    for name in sorted({*dataset.named_kinds} - {kind}):
        for row in dataset.rows_of_kind(name):
            known = name in kinds
            yield trail.skip(row, None, "other-kind") if known else lost(row, table.row_cells(row), unread=False)
    for number, cells in enumerate(table.broken):
        concerns = may_be_of(cells, "kind", kind, kinds)
        yield lost(number, cells, unread=True) if concerns else trail.skip(number, None, "other-kind", unread=True)


def unread_within(dataset: Dataset, kind: str, word: str, period: Period) -> Iterator[Mapping[str, str]]:
    """Yield the rows of the journal that were left out and may be of a kind, of a word and of a period."""
    for row in unread(dataset, kind, period.last):
        day = dated(row, "date")
        if may_be_of(row, "event", word, ("signed", "withdrawn")) and (day is None or period.first <= day):
            yield row


def events_of(dataset: Dataset, kind: str) -> Iterator[Event]:
    """The rows of the journal that are of a kind, in the order of the files, which says nothing of the time."""
    table, rows = dataset.book.table("pledges", needed=True), dataset.rows_of_kind(kind)
    yield from map(Event, rows, *(bulk.some(table, rows, name) for name in ("date", "pledger", "event")))


def report_unknown_kinds(dataset: Dataset) -> None:
    """Report the rows of the journal whose kind the manifest does not name (X201)."""
    # Shared for what it does: every measure asks, and it is told once.
    dataset.share("unknown-kinds", lambda: dataset.report(_unknown_kinds(dataset)))


def _unknown_kinds(dataset: Dataset) -> Iterator[Finding]:
    table = dataset.book.table("pledges")
    kinds = dataset.manifest.pledges
    nameless = {kind for kind in dataset.named_kinds if kind not in kinds}
    for row in bulk.where(table, "kind", nameless) if nameless else ():
        yield table.finding(RULES["X201"], row, "kind", allowed=[*kinds])


def unread(dataset: Dataset, kind: str, day: date) -> Iterator[Mapping[str, str]]:
    """Yield the rows of the journal that were left out and may be of a kind and a day: unreadable, or of no kind."""
    table = dataset.book.table("pledges")
    kinds = dataset.manifest.pledges
    for broken in table.broken:
        if may_be_of(broken, "kind", kind, kinds) and may_be_there(broken, "date", None, day):
            yield broken
    for nameless in dataset.named_kinds - kinds.keys():
        for row in dataset.rows_of_kind(nameless):
            if bulk.cell(table, row, "date") <= day.isoformat():
                yield table.row_cells(row)
