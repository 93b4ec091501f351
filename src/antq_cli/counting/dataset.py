"""What counting stands on: an opened book, its atlas, and the maps of the days that are asked for."""

from collections import Counter
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from antq_cli.core.collector import Collector
from antq_cli.core.findings import Finding
from antq_cli.core.manifest import Manifest
from antq_cli.counting import bulk
from antq_cli.counting.rules import RULES
from antq_cli.reading.book import Book
from antq_cli.reading.tables import Table
from antq_cli.units.atlas import Atlas, unknown
from antq_cli.units.daymap import DayMap
from antq_cli.units.regrouping import Regrouping

if TYPE_CHECKING:
    from antq_cli.reading.apart import Answer, Question

T = TypeVar("T")


class Dataset:
    """A book with its map, for one question or several of which the findings are told together.

    What is wrong with rows is reported to ``collector``, once, however often it is asked. What holds on a day alone,
    why something has no place on its map, is reported to ``of_days``, which is the same unless another is given.
    The registers ``needed`` are read before the map is made: where that is refused, their faults are told as well.
    ``atlas`` is that of the book, where it is made already.
    Where it is to be ``fresh``, returns that are old on the day that is counted are as if they had not been sent.
    """

    def __init__(
        self,
        book: Book,
        needed: Iterable[str] = (),
        collector: Collector | None = None,
        of_days: Collector | None = None,
        *,
        fresh: bool = False,
        atlas: Atlas | None = None,
    ) -> None:
        for name in needed:
            book.table(name, needed=True)
        self.book = book
        self.collector = Collector(book.collector) if collector is None else collector
        self.of_days = self.collector if of_days is None else of_days
        self.atlas = Atlas(book) if atlas is None else atlas
        self.fresh = fresh
        self._maps: dict[date, DayMap] = {}
        self._places: dict[str, list[int | None]] = {}
        # What several measures are counted from, made once: registers of stretches, journals, returns.
        self._shared: dict[object, Any] = {}
        self._told_shared_codes = False

    @property
    def manifest(self) -> Manifest:
        """The manifest: without a good one no book is opened."""
        return self.book.manifest

    def map(self, day: date) -> DayMap:
        """The map of a day, made once; raises :class:`Uncountable` without a top, or with levels in disorder."""
        if day not in self._maps:
            self._maps[day] = DayMap(self.atlas, day)
        return self._maps[day]

    def regrouping(self, day: date, basis: date | None = None) -> Regrouping:
        """Return the map on a day with the map by which its figures are grouped: that of the basis, else its own."""
        return Regrouping(self.map(day), self.map(basis or day))

    def places(self, table: Table, unit: str, first: str, others: Container[str] = ()) -> list[int | None]:
        """Return for each row of a register the site of the unit that its code meant on its first day.

        ``unit`` and ``first`` name the columns. None where no unit bore the code (X101), or not on that day (X102);
        ``others`` are codes that need not be those of units.
        """
        name = table.register.name
        if table.register.model.bulk:
            self.book.judge(name)
        if name not in self._places:
            self._places[name] = places = bearers(self.atlas, bulk.column(table, unit), bulk.column(table, first))
            if None in places:
                self.report(self._unplaced(table, (unit, first), places, others))
        return self._places[name]

    def rows_of_kind(self, kind: str) -> Sequence[int]:
        """Return the rows of the journal that are of a pledge kind."""
        return self._rows_by_kind.get(kind, ())

    @property
    def named_kinds(self) -> Collection[str]:
        """Return the kinds that the rows of the journal name, whether the manifest declares them or not."""
        return self._rows_by_kind.keys()

    @cached_property
    def _rows_by_kind(self) -> Mapping[str, Sequence[int]]:
        return bulk.rows_by(self.book.table("pledges", needed=True), "kind")

    def _unplaced(
        self, table: Table, names: tuple[str, str], places: Sequence[int | None], others: Container[str]
    ) -> Iterator[Finding]:
        unit, first = names
        for row, place in enumerate(places):
            if place is None and bulk.cell(table, row, unit) not in others:
                day = bulk.cell(table, row, first)
                yield from unknown(self.atlas, table, row, unit, date.fromisoformat(day) if day else None)

    def organisations(self, *, needed: bool = True) -> Table:
        """Return the register of organisations; a code that a unit bears as well is a finding (X204)."""
        table = self.book.table("organisations", needed=needed)
        if not self._told_shared_codes:
            self._told_shared_codes = True
            shared = [row for row, code in enumerate(bulk.column(table, "code")) if self.atlas.known(code)]
            self.report(table.finding(RULES["X204"], row, "code") for row in shared)
        return table

    def elsewhere(self, question: "Question") -> "Answer":
        """Return what the rows answer that are counted piece by piece, with sites as the atlas numbers them."""
        apart = self.book.apart
        if apart is None:
            return Counter()
        return Counter({(where and self._here(*where), *key): n for (where, *key), n in apart.answer(question).items()})

    def altogether(self, question: "Question", here: "Answer") -> "Answer":
        """Return what all rows answer, given the answer of those that are ``here``; it is not to be changed."""
        if self.book.noted is not None:
            self.book.noted.answers.setdefault(question, (self.atlas, here))
        return here if self.book.apart is None else here + self.elsewhere(question)

    def _here(self, number: int, since: str) -> int:
        return self.atlas.site(number, date.fromisoformat(since) if since else None)

    def report(self, findings: Iterable[Finding]) -> None:
        """Report what is wrong with rows of the book, or does not hold that they say."""
        self.collector.report(findings if self.book.noted is None else self.book.noted.heard(findings))

    def forget(self) -> None:
        """Let go of what measures share: that knows the dataset, and while the collector rests nobody frees both."""
        self._shared.clear()

    def share(self, key: object, make: Callable[[], T]) -> T:
        """Return what several measures are counted from, made when it is first asked for."""
        if key not in self._shared:
            self._shared[key] = make()
        found: T = self._shared[key]
        return found


def bearers(atlas: Atlas, codes: Sequence[str], days: Sequence[str]) -> list[int | None]:
    """Return the site of the unit that each code meant on its day; most codes meant one unit on every day."""
    always = {code: atlas.only_bearer(code) for code in set(codes)}
    places = list(map(always.__getitem__, codes))
    if None in always.values():
        bearer = cache(lambda code, first: _bearer(atlas, code, first))
        for row, place in enumerate(places):
            if place is None:
                places[row] = bearer(codes[row], days[row])
    return places


def _bearer(atlas: Atlas, code: str, first: str) -> int | None:
    day = date.fromisoformat(first) if first else None
    number = atlas.bearer(code, day)
    return None if number is None else atlas.site(number, day)
