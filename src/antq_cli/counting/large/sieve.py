"""The sieve: of a piece of the bulk registers it counts what is right by itself, and leaves what has to be looked at.

A piece is the households of a place with what they signed. It is judged as a book of its own, by the rules that judge
every book. Whoever anything is found of is left, with all rows; so are pledges of kinds that no household signs. What
is left of all pieces is a small book again, in which everything is found and placed as it always is.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import compress
from pathlib import Path
from typing import Any, NamedTuple

from antq_cli.core.codes import zeroless
from antq_cli.core.collector import Collector
from antq_cli.core.manifest import HOUSEHOLD
from antq_cli.core.registers import REGISTERS, Register
from antq_cli.counting import bulk
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.journal import journal_of
from antq_cli.counting.large.basis import answer_in, elsewhere_in
from antq_cli.counting.stretches import HOUSEHOLDS
from antq_cli.reading.apart import BULK, Answer, Question, Suspicion
from antq_cli.reading.book import read_book
from antq_cli.reading.folders import NAME
from antq_cli.reading.pieces import Leaf, Piece, Remains, Spots
from antq_cli.reading.source import Nothing, Overlaid
from antq_cli.reading.tables import Elsewhere, Table
from antq_cli.units.atlas import Atlas


class Frame(NamedTuple):
    """By what pieces are judged and counted: the files of the manifest and of the map, and what is asked.

    ``alike`` says that codes count as one that differ in capitals or zeros alone.
    """

    files: Mapping[str, bytes]
    questions: Sequence[Question] = ()
    suspicions: Sequence[Suspicion] = ()
    alike: bool = False

    def map_files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the path and the bytes of each file of the map, in the order in which units are numbered."""
        yield from ((path, raw) for path, raw in self.files.items() if path != NAME)

    def keys(self, codes: Sequence[str]) -> Sequence[str]:
        """Return by what each of some codes is told from others."""
        return zeroless("\0".join(codes)).split("\0") if self.alike and codes else codes


class Tally(NamedTuple):
    """What a piece comes to: its answers in the order of the questions, and how much was counted. Tallies add up."""

    answers: Sequence[Answer]
    elsewhere: Mapping[str, Elsewhere]

    def written(self) -> list[Any]:
        """Return it as what JSON can hold."""
        counted = {name: [*each[:2], {**each.first}] for name, each in self.elsewhere.items()}
        return [[[[*key, n] for key, n in answer.items()] for answer in self.answers], counted]

    @classmethod
    def read(cls, written: Sequence[Any], units: int) -> "Tally":
        """Return the tally that was written, of a map of so many units; raises ValueError or TypeError else."""
        answers, counted = written
        found = [answer_in(answer, units) for answer in answers]
        return cls(found, {name: elsewhere_in(counted[name]) for name in BULK})


class Sifted(NamedTuple):
    """What came of a piece: its tally, and what is left of each of its files.

    ``span`` are the least and the greatest of the keys of the households that were counted; ``strange`` are the keys
    of those that something was found of; ``digests`` tell the bytes of each file. ``spots`` are where the codes of the
    span stand in the file, if they do.
    """

    tally: Tally
    remains: Mapping[str, Remains]
    span: tuple[str, str] | None
    strange: frozenset[str]
    digests: Mapping[str, bytes]
    spots: Spots | None = None


def total(tallies: Iterable[Tally], questions: int) -> Tally:
    """Return the sum of some tallies, which do not depend on their order."""
    answers: list[Answer] = [Counter() for _ in range(questions)]
    found: dict[str, list[Elsewhere]] = {name: [] for name in BULK}
    for tally in tallies:
        for whole, answer in zip(answers, tally.answers, strict=True):
            whole.update(answer)
        for name, elsewhere in tally.elsewhere.items():
            found[name].append(elsewhere)
    return Tally(answers, {name: _together(several) for name, several in found.items()})


def _together(several: Sequence[Elsewhere]) -> Elsewhere:
    columns = {column for each in several for column in each.first}
    first = {column: min(each.first[column] for each in several if column in each.first) for column in columns}
    return Elsewhere(sum(each.rows for each in several), sum(each.subjects for each in several), first)


class Sieve:
    """Sifts the pieces of a book one by one; it holds the map, and nothing of the pieces."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self.book = read_book(Overlaid(Nothing(), frame.files), Path())
        self.atlas = Atlas(self.book)
        manifest = self.book.manifest
        self.kinds = {kind for kind in manifest.pledges if manifest.subject(kind) == HOUSEHOLD}

    def sift(self, piece: Piece, without: Collection[str] = ()) -> Sifted | None:
        """Return what comes of a piece, counted but for the keys in ``without``; None if it is not proven."""
        leaves = piece.leaves()
        return None if leaves is None else self.sift_leaves(leaves, without)._replace(digests=piece.digests)

    def sift_leaves(self, leaves: Mapping[str, Leaf], without: Collection[str]) -> Sifted:
        """Return what comes of the files of a piece, or of some of their rows, but for the hashes of the bytes."""
        strange = self._of_no_kind(leaves.get("pledges"))
        out = strange.union(without)
        while True:
            kept = {name: self._kept(name, leaf, out) for name, leaf in leaves.items()}
            dataset = self._dataset(kept)
            found = self._strange(dataset, leaves) - out
            if not found:
                break
            dataset.forget()
            strange |= found
            out |= found
        remains = {name: leaf.without(kept[name]) for name, leaf in leaves.items()}
        keys = self._keys_in(dataset)
        span = (min(keys), max(keys)) if keys else None
        sifted = Sifted(self._tally(dataset), remains, span, frozenset(strange), {})
        dataset.forget()
        return sifted

    def _of_no_kind(self, pledges: Leaf | None) -> set[str]:
        """Return the keys of those who have pledges of which nobody knows the kind: they are missed where they live."""
        known = self.book.manifest.pledges
        if pledges is None or pledges.holds_only("kind", known):
            return set()
        rows = zip(pledges.column("pledger"), pledges.column("kind"), strict=True)
        return {*self._frame.keys([code for code, kind in rows if kind not in known])}

    def _kept(self, name: str, leaf: Leaf, out: Collection[str]) -> Leaf:
        """Return a file without those that are left out, and without what is of no kind that households sign."""
        others = name == "pledges" and not leaf.holds_only("kind", self.kinds)
        if not (out or others):
            return leaf
        kept = [key not in out for key in self._frame.keys(leaf.column(REGISTERS[name].model.about))]
        if others:
            kept = [there and kind in self.kinds for there, kind in zip(kept, leaf.column("kind"), strict=True)]
        return leaf if all(kept) else leaf.only([*compress(range(len(kept)), kept)])

    def _dataset(self, leaves: Mapping[str, Leaf]) -> Dataset:
        """Return a dataset that has some files for its bulk registers, and judge their rows."""
        tables = {name: self._table(REGISTERS[name], leaves.get(name)) for name in BULK}
        dataset = Dataset(self.book.holding(tables), collector=Collector(), atlas=self.atlas)
        dataset.places(tables["households"], HOUSEHOLDS.place, HOUSEHOLDS.first)
        for kind in self.kinds:
            journal_of(dataset, kind)
        return dataset

    def _table(self, register: Register, leaf: Leaf | None) -> Table:
        begins = self.book.begins
        return Table(register, [], begins=begins) if leaf is None else leaf.table(register, begins)

    def _strange(self, dataset: Dataset, leaves: Mapping[str, Leaf]) -> set[str]:
        """Return the keys of those that anything was found of in judging a dataset, or that are to be looked at."""
        tables = [dataset.book.table(name) for name in BULK]
        found = [finding for table in tables for finding in table.hand_over()]
        found += [entry.finding for entry in dataset.collector.entries()]
        codes = {leaves[finding.register].code(finding, REGISTERS[finding.register]) for finding in found}
        for each in self._frame.suspicions:
            codes.update(_suspected(dataset.book.table(each.register), each))
        times = Counter(self._keys_in(dataset)) if self._frame.alike else {}
        return {*self._frame.keys([*codes]), *(key for key, n in times.items() if n > 1)}

    def _keys_in(self, dataset: Dataset) -> Sequence[str]:
        """Return the keys of the households of a dataset, those that are alike several times."""
        return self._frame.keys(bulk.distinct(dataset.book.table("households"), HOUSEHOLDS.code))

    def _tally(self, dataset: Dataset) -> Tally:
        tables = {name: dataset.book.table(name) for name in BULK}
        answers = [self.portable(question.of(dataset)) for question in self._frame.questions]
        return Tally(answers, {name: _elsewhere(table) for name, table in tables.items()})

    def portable(self, answer: Answer) -> Answer:
        """Return an answer with sites as every atlas of the book can tell them."""
        return Counter({(self._portable_site(site), *key): n for (site, *key), n in answer.items()})

    def _portable_site(self, site: int | None) -> tuple[int, str] | None:
        if site is None:
            return None
        number, since = self.atlas.unit_of(site)
        return number, "" if since is None else since.isoformat()


def _suspected(table: Table, suspicion: Suspicion) -> Iterator[str]:
    """Yield the codes in the rows of a table that have a cell which is to be looked at."""
    picked = suspicion.picks(bulk.distinct(table, suspicion.column))
    for row in bulk.where(table, suspicion.column, picked) if picked else ():
        yield bulk.cell(table, row, table.register.model.about)


def _elsewhere(table: Table) -> Elsewhere:
    column = table.register.model.happened
    first = None if column is None else bulk.earliest(table, column)
    return Elsewhere(len(table), bulk.of_how_many(table), {} if first is None else {str(column): first})
