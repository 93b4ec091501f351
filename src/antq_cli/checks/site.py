"""What the checks that need several rooms are given, and how they say that a rule could not be judged."""

from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple

from antq_cli.answers.reconcile import reconcile
from antq_cli.core.checked import WhyNot
from antq_cli.core.findings import Rule
from antq_cli.core.reconciled import Reconciled
from antq_cli.counting.asking import Figures
from antq_cli.counting.dataset import Dataset
from antq_cli.reading.book import Book


class Site:
    """A book, the day that is counted, and today; the dataset is there where the map can be read."""

    def __init__(self, book: Book, dataset: Dataset | None, day: date, today: date) -> None:
        self.book = book
        self._dataset = dataset
        self.day = day
        self.today = today

    @property
    def mapped(self) -> bool:
        """Return whether the map can be read; if not, only what needs no map can be judged."""
        return self._dataset is not None

    @property
    def dataset(self) -> Dataset:
        """What counting stands on; it is there only where the map can be read (``mapped``)."""
        assert self._dataset is not None
        return self._dataset

    @cached_property
    def figures(self) -> Figures:
        """Return the figures of the book; what several checks count is counted once."""
        return Figures(self.dataset)

    @cached_property
    def reconciled(self) -> Reconciled | None:
        """Return the returns of the book beside what it counts on the day; None where it has no top then.

        Raises :class:`Refused` where a register cannot be read.
        """
        top = self.dataset.map(self.day).top
        return None if top is None else reconcile(self.figures, top, self.day, None, ())


class NotJudged(NamedTuple):
    """A rule that was not judged in a register, and why.

    ``not-evaluated`` is what should have been judged and could not be; ``skipped`` is where there was nothing to judge.
    ``other`` is the register that the reason names.
    """

    rule: Rule
    register: str
    judged: Literal["not-evaluated", "skipped"]
    why: WhyNot
    other: str = ""


class RowsJudged(NamedTuple):
    """How many rows of a register a rule judged, where that is not all of them; several of one rule add up."""

    rule: Rule
    register: str
    rows: int
