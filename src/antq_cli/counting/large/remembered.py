"""What is remembered of rows that were counted: the tallies of proven pieces of a book, by the bytes of their files.

A tally stands on the bytes alone, on what of the manifest and of the map they were judged by, and on what was asked.
Whoever asks the same of the same bytes needs their hash. No code of a household is in an entry.
"""

import json
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from hashlib import sha256
from typing import Any

from antq_cli.counting.large.basis import NO_ENTRY, basis
from antq_cli.counting.large.sieve import Frame, Sifted, Tally
from antq_cli.memory import witness
from antq_cli.memory.store import TALLIES, Store, store_of
from antq_cli.reading.book import Book
from antq_cli.reading.files import is_toml
from antq_cli.reading.pieces import Remains, header_of

# Hashing leaves the interpreter to others.
_THREADS = 2
# Of a count of which the tallies hold more numbers than this nothing is kept: a nation by areas on eight days.
_MOST = 2_000_000

Paths = Mapping[str, str]


class Tallies:
    """The tallies of the pieces of a book, as they were found before and as they are to be remembered."""

    def __init__(self, store: Store, basis: str, questions: Sequence[object]) -> None:
        self._store = store
        # A piece that is asked nothing is counted all the same.
        asked = [repr(question) for question in questions] or [""]
        self._names = [witness.told(json.dumps(["pieces", basis, each]).encode()) for each in asked]
        self._questions = len(questions)

    def find(self, book: Book, pieces: Sequence[Paths]) -> dict[int, Sifted]:
        """Return what is known of some pieces of a book, by their numbers; the bytes of each are looked at."""
        bodies = self._bodies()
        if bodies is None:
            return {}
        pool = ThreadPoolExecutor(_THREADS)
        try:
            found = [*pool.map(partial(self._found, book, bodies), pieces)]
        except _NotOursError:
            for name in self._names:
                self._store.drop(name)
            return {}
        finally:
            pool.shutdown(cancel_futures=True)
        for name in self._names:
            self._store.used(name)
        return {number: sifted for number, sifted in enumerate(found) if sifted is not None}

    def _bodies(self) -> Sequence[Mapping[str, Any]] | None:
        """Return what each question was answered of each piece; None where one of them was never asked."""
        bodies = []
        for name in self._names:
            body = self._store.get(name)
            if body is None:
                return None
            try:
                entry = json.loads(body)
                if entry["of"] != name or not isinstance(entry["pieces"], dict):
                    raise ValueError(name)
            except NO_ENTRY:
                self._store.drop(name)
                return None
            bodies.append(entry["pieces"])
        return bodies

    def _found(self, book: Book, bodies: Sequence[Mapping[str, Any]], paths: Paths) -> Sifted | None:
        contents = {name: None if is_toml(path) else book.hashed(path) for name, path in paths.items()}
        files = {name: each for name, each in contents.items() if each is not None}
        key = _key({name: digest for name, (_, digest) in files.items()})
        if len(files) < len(contents) or not all(key in body for body in bodies):
            return None
        try:
            return self._sifted([body[key] for body in bodies], files, len(book.table("units")))
        except NO_ENTRY as error:
            raise _NotOursError from error

    def _sifted(self, records: Sequence[Any], files: Mapping[str, tuple[bytes, str]], units: int) -> Sifted:
        tallies, spotted = zip(*((Tally.read(written, units), spots) for written, spots in records), strict=True)
        spots, elsewhere = spotted[0], tallies[0].elsewhere
        if any(each != spots for each in spotted) or any(each.elsewhere != elsewhere for each in tallies):
            raise ValueError(records)
        answers = [answer for tally in tallies for answer in tally.answers]
        remains = {name: Remains(header_of(raw), {}) for name, (raw, _) in files.items()}
        digests = {name: bytes.fromhex(digest) for name, (_, digest) in files.items()}
        span = None
        if spots is not None:
            first, long, last, as_long = spots
            raw, _ = files["households"]
            span = raw[first : first + long].decode(), raw[last : last + as_long].decode()
        if len(answers) != self._questions:
            raise ValueError(records)
        return Sifted(Tally(answers, elsewhere), remains, span, frozenset(), digests, spots)

    def keep(self, sifted: Sequence[Sifted]) -> None:
        """Remember what came of some pieces, of which nothing was left."""
        kept = [each for each in sifted if _is_whole(each)]
        if sum(len(answer) for each in kept for answer in each.tally.answers) > _MOST:
            return
        for number, name in enumerate(self._names):
            pieces = {_key_of(each): [_only(each.tally, number).written(), each.spots] for each in kept}
            body = json.dumps({"of": name, "pieces": pieces}, separators=(",", ":"))
            self._store.put(name, body.encode())


class _NotOursError(Exception):
    """An entry is whole, and no antq of this form has written it."""


def tallies_of(book: Book, frame: Frame) -> Tallies | None:
    """Return the tallies of a book for what is asked of its pieces; None where nothing is to be remembered.

    What is to be looked at is known by code alone, and whose codes are alike by all pieces together.
    """
    store = store_of(TALLIES) if book.remembers else None
    if store is None or frame.suspicions or frame.alike:
        return None
    by = basis(book.manifest, {path: witness.told(raw) for path, raw in frame.map_files()})
    return None if by is None else Tallies(store, by, frame.questions)


def _is_whole(sifted: Sifted) -> bool:
    """Return whether nothing was left of a piece, and it can be told where its codes lie without naming them."""
    left = sifted.strange or any(remains.rows for remains in sifted.remains.values())
    return not left and (sifted.span is None) == (sifted.spots is None)


def _only(tally: Tally, number: int) -> Tally:
    return Tally(tally.answers[number : number + 1], tally.elsewhere)


def _key(digests: Mapping[str, str]) -> str:
    """Return by what a piece is known: the bytes of its files."""
    return sha256(repr(sorted(digests.items())).encode()).hexdigest()


def _key_of(sifted: Sifted) -> str:
    return _key({name: digest.hex() for name, digest in sifted.digests.items()})
