"""What is remembered of bulk rows that were held: their answers, so that another view of the book need not read them.

A book that can be held is counted as it always is, and what its rows answered is noted (:class:`Noted`). Where nothing
at all was found in them that is remembered, by the bytes of their files. The next command takes the rows as counted
apart; what it asks that is not known has it hold them again.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from antq_cli.core.manifest import HOUSEHOLD
from antq_cli.core.registers import REGISTERS
from antq_cli.core.values import UnansweredError
from antq_cli.counting import bulk
from antq_cli.counting.large.basis import NO_ENTRY, answer_in, basis, elsewhere_in
from antq_cli.memory import witness
from antq_cli.memory.store import TALLIES, Store, store_of
from antq_cli.reading.apart import BULK, Answer, Apart, Noted, Question
from antq_cli.reading.book import Book
from antq_cli.reading.parts import Part, Whereabouts
from antq_cli.reading.pieces import Remains, header_of
from antq_cli.reading.tables import Elsewhere, Table
from antq_cli.units.atlas import Atlas

_MAP = ("units", "crosswalk")
# So many rows of no household may stand among the pledges, and so many numbers may an entry hold.
_MOST_LEFT, _MOST = 2_000, 100_000


class Recalled(Apart):
    """Rows of which everything that is known was found out before; raises :class:`UnansweredError` for all else."""

    recalled = True

    def __init__(self, book: Book, entry: Mapping[str, Any], contents: Mapping[str, bytes]) -> None:
        super().__init__(sum(map(len, contents.values())))
        self.entry = entry
        self.elsewhere = {name: elsewhere_in(entry["elsewhere"][name]) for name in BULK}
        units = len(book.table("units"))
        self._known = {question: answer_in(written, units) for question, written in entry["answers"].items()}
        self.hashes = dict(entry["hashes"])
        self.contents = contents
        self.tables = {name: self._table(book, name, contents) for name in BULK}
        self._judged = frozenset(entry["judged"])
        self.holds = book.holds_household

    def _table(self, book: Book, name: str, contents: Mapping[str, bytes]) -> Table:
        left = self.entry["left"]
        parts = [_part(name, path, contents[path], left.get(path, ())) for path in book.files(name)]
        return Table(REGISTERS[name], parts, None, book.begins, self)

    def answer(self, question: Question) -> Answer:
        """Return what the rows answer; raises :class:`UnansweredError` where nobody knows."""
        known = self._known.get(repr(question))
        if known is None:
            raise UnansweredError
        return known

    def judge(self, what: str) -> None:
        """See that nothing was found in these rows; raises :class:`UnansweredError` where nobody knows."""
        if what not in self._judged:
            raise UnansweredError

    def suspect(self, *_: object) -> None:
        """Raise :class:`UnansweredError`: what is to be looked at is known of rows that are held."""
        raise UnansweredError

    def hold_together(self) -> None:
        """Raise :class:`UnansweredError`, as of what is to be looked at."""
        raise UnansweredError


def _part(name: str, path: str, raw: bytes, left: Sequence[Sequence[int]]) -> Part:
    """Return what is left of a file, given where that stands in its bytes; raises ValueError where it cannot be."""
    if not left:
        return Part(path, None, Whereabouts())
    header = header_of(raw)
    rows = {row: raw[at : at + length].decode().split(",") for row, at, length in left}
    if any(len(cells) != len(header) for cells in rows.values()):
        raise ValueError(path)
    return Remains(header, rows).part(REGISTERS[name], path)


def recall(book: Book, noted: Noted) -> Recalled | None:
    """Return what is remembered of the bulk rows of a book, None where that is nothing; note where it is looked for."""
    noted.place = found = _place(book, noted.sizes)
    if found is None:
        return None
    store, name = found
    entry = _entry(store, name)
    if entry is None:
        return None
    contents: dict[str, bytes] = {}
    for path in noted.sizes:
        hashed = book.hashed(path)
        if hashed is None or hashed[1] != entry["files"].get(path):
            return None
        contents[path] = hashed[0]
    try:
        recalled = Recalled(book, entry, contents)
    except NO_ENTRY:
        store.drop(name)
        return None
    store.used(name)
    return recalled


def _place(book: Book, sizes: Mapping[str, int]) -> tuple[Store, str] | None:
    """Return where an entry of a book is; None where there can be none."""
    store = store_of(TALLIES)
    parts = [part for name in _MAP for part in book.table(name).parts]
    by = basis(book.manifest, {part.path: str(part.digest) for part in parts}) if store else None
    if store is None or by is None or any(part.raw is None for part in parts):
        return None
    return store, witness.told(json.dumps(["book", by, [*sizes.items()]]).encode())


def _entry(store: Store, name: str) -> Mapping[str, Any] | None:
    """Return an entry, None where there is none of ours."""
    body = store.get(name)
    if body is None:
        return None
    try:
        entry = json.loads(body)
        if entry["of"] != name or not all(type(entry[key]) is kind for key, kind in _FORM.items()):
            raise ValueError(name)
        _check(entry)
    except NO_ENTRY:
        store.drop(name)
        return None
    found: Mapping[str, Any] = entry
    return found


_FORM = {"files": dict, "answers": dict, "elsewhere": dict, "judged": list, "left": dict, "hashes": dict}


def _check(entry: Mapping[str, Any]) -> None:
    """Raise ValueError or TypeError where an entry is not of the form in which it is written."""
    texts = (*entry["judged"], *entry["hashes"].values(), *entry["files"].values())
    numbers = (number for rows in entry["left"].values() for row in rows for number in row)
    if not all(isinstance(each, str) for each in texts) or not all(type(each) is int and each >= 0 for each in numbers):
        raise ValueError(entry["of"])


def keep(book: Book) -> None:
    """Remember what the bulk rows of a book answered that were held, if nothing was found in any of them."""
    if book.apart is not None and book.apart.recalled:
        _keep_hashes(book)
    noted = book.noted
    if noted is None or not (noted.sound and noted.answers and all(map(book.was_read, BULK))):
        return
    tables = {name: book.table(name) for name in BULK}
    left = _left(book, tables["pledges"])
    lines = _lines(tables["pledges"], left)
    if lines is None or not all(map(_is_whole, tables.values())):
        return
    answers = {repr(question): _written(*answer) for question, answer in noted.answers.items()}
    entry = {
        "files": {part.path: part.digest for table in tables.values() for part in table.parts},
        "answers": answers,
        "elsewhere": {name: _elsewhere(table, left if name == "pledges" else ()) for name, table in tables.items()},
        "judged": sorted(noted.judged),
        "left": lines,
        "hashes": book.bulk_hashes,
    }
    found: tuple[Store, str] | None = noted.place or _place(book, noted.sizes)
    if found is not None:
        _put(*found, entry)


def _put(store: Store, name: str, entry: Mapping[str, Any]) -> None:
    """Keep an entry, with what is known already of the same files, as far as there is room for it."""
    before = _entry(store, name)
    if before is not None and before["files"] == entry["files"]:
        both: dict[str, Any] = {key: {**before[key], **entry[key]} for key in ("answers", "hashes")}
        both["judged"] = sorted({*before["judged"], *entry["judged"]})
        if _numbers(both["answers"]) <= _MOST:
            entry = {**entry, **both}
    if _numbers(entry["answers"]) <= _MOST:
        store.put(name, json.dumps({"of": name, **entry}, separators=(",", ":")).encode())


def _keep_hashes(book: Book) -> None:
    """Remember the hashes of registers that were found out beside what is remembered."""
    assert isinstance(book.apart, Recalled)
    entry, store = book.apart.entry, store_of(TALLIES)
    if store is not None and book.bulk_hashes != entry["hashes"]:
        _put(store, entry["of"], {**entry, "hashes": {**entry["hashes"], **book.bulk_hashes}})


def _numbers(answers: Mapping[str, Sequence[object]]) -> int:
    return sum(map(len, answers.values()))


def _is_whole(table: Table) -> bool:
    """Return whether a register has files, and every row of them counts."""
    parts = table.parts
    return bool(parts) and not table.broken and len(table) == sum(map(len, parts)) and all(part.raw for part in parts)


def _left(book: Book, pledges: Table) -> Sequence[int]:
    """Return the rows of kinds that no household signs: they are left as they stand."""
    manifest = book.manifest
    known = {kind for kind in manifest.pledges if manifest.subject(kind) == HOUSEHOLD}
    others = {kind for kind in bulk.distinct(pledges, "kind") if kind not in known}
    return [*bulk.where(pledges, "kind", others)] if others else []


def _lines(table: Table, rows: Sequence[int]) -> Mapping[str, Sequence[Sequence[int]]] | None:
    """Return where the lines of some rows stand in the bytes of their files, by path: the row, the place, the length.

    None where they are too many, or where one does not stand there as it is.
    """
    found: dict[str, list[Sequence[int]]] = {}
    at: dict[str, int] = {}
    for row in rows if len(rows) <= _MOST_LEFT else ():
        part, record = table.origin(row)
        line = ",".join(bulk.cell(table, row, name) for name in part.header).encode()
        place = (part.raw or b"").find(b"\n" + line, at.get(part.path, 0)) + 1
        if not (place and line and (part.path in at or _is_by_lines(part))):
            return None
        at[part.path] = place
        found.setdefault(part.path, []).append((record, place, len(line)))
    return found if len(rows) <= _MOST_LEFT else None


def _is_by_lines(part: Part) -> bool:
    """Return whether each row of a file is a line of its own, below a header that is one without quotation marks."""
    raw = part.raw or b""
    by_lines = raw.count(b"\n") + (not raw.endswith(b"\n")) == 1 + len(part)
    return by_lines and b'"' not in raw.partition(b"\n")[0]


def _elsewhere(table: Table, left: Collection[int]) -> Elsewhere:
    """Return what is known of the rows of a table but for those that are left."""
    about, column = table.register.model.about, table.register.model.happened
    subjects = bulk.of_how_many(table) - len({bulk.cell(table, row, about) for row in left})
    first = None if column is None else bulk.earliest(table, column)
    return Elsewhere(len(table) - len(left), subjects, {} if first is None else {str(column): first})


def _written(atlas: Atlas, answer: Answer) -> list[list[Any]]:
    """Return an answer as what JSON can hold, with sites as every atlas of the map can tell them."""
    return [[_portable(atlas, site), *others, n] for (site, *others), n in answer.items()]


def _portable(atlas: Atlas, site: int | None) -> tuple[int, str] | None:
    if site is None:
        return None
    number, since = atlas.unit_of(site)
    return number, "" if since is None else since.isoformat()
