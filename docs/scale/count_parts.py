"""Count one kind of pledge of a book by several machines: Dask maps one function over its parts, the tallies add up.

Run it as ``python docs/scale/count_parts.py BOOK KIND DAY``: two workers are started on this machine. With
``--scheduler ADDRESS`` the workers of that scheduler do it: each finds the book at the same path, on a disk that they
share, and has the same antq. It needs ``pip install "antq-cli[cluster]"``. Where the parts cannot simply be added up it
says why, and ends with 1 and no figure: then one machine counts the book (``antq pledges summary``).
"""

import argparse
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

from distributed import Client

import antq_cli
from antq_cli.core.findings import Refused
from antq_cli.counting.journal import Standings
from antq_cli.counting.large.piecewise import frame_of, paired, read_piece
from antq_cli.counting.large.sieve import Frame, Sieve, Sifted, Tally, total
from antq_cli.counting.validity import IN_FORCE
from antq_cli.reading.book import Book, open_book
from antq_cli.units.daymap import DayMap

Paths = Mapping[str, str]
ONE_MACHINE = "Let one machine count it, with antq: it looks at what is left, and says what is wrong."


class Counting:
    """What every worker gets once: by what parts are judged, what is asked of them, and where they lie."""

    def __init__(self, folder: Path, frame: Frame) -> None:
        self.folder = folder
        self.frame = frame
        self._made: tuple[Book, Sieve] | None = None  # by each worker for itself, once: the map takes a while

    def made(self) -> tuple[Book, Sieve]:
        """Return the book, and what sifts its parts."""
        if self._made is None:
            self._made = open_book(str(self.folder), self.folder), Sieve(self.frame)
        return self._made


def count_part(paths: Paths, counting: Counting) -> Sifted | None:
    """Return what the files of one part come to; None where they cannot be read, or are not proven to be right.

    This is the function that is mapped. A worker is told paths, reads the files itself, and sends back a small tally.
    """
    book, sieve = counting.made()
    piece = read_piece(book, paths)
    return piece and sieve.sift(piece)


def asked_of(book: Book, kind: str, day: date) -> Frame:
    """Return what the parts are judged by, and asked."""
    pledges = book.manifest.pledges
    if kind not in pledges or book.manifest.subject(kind) != "household" or pledges[kind].source != "journal":
        raise SystemExit(f"{kind}: no kind of pledge that households sign in a journal.")
    return frame_of(book, [Standings(kind, day.isoformat())])


def version() -> str:
    """Return the version of antq of the process that is asked."""
    return antq_cli.__version__


def count(client: Client, counting: Counting, parts: Sequence[Paths]) -> Sequence[Sifted | None]:
    """Return what comes of each part; the frame goes to every worker once, before the first task."""
    if {*client.run(version).values()} != {version()}:
        raise SystemExit(f"Not every worker has antq {version()}.")
    everywhere = client.scatter(counting, broadcast=True)
    found: Sequence[Sifted | None] = client.gather(client.map(count_part, parts, counting=everywhere))
    return found


def whole(sifted: Sequence[Sifted | None], parts: Sequence[Paths]) -> Tally:
    """Return the sum of all tallies, or end where that is not the whole."""
    unproven = [path for paths, each in zip(parts, sifted, strict=True) if each is None for path in paths.values()]
    if unproven or not parts:
        raise SystemExit(f"Not proven, or not there: {', '.join(unproven) or 'any part'}. {ONE_MACHINE}")
    proven = [each for each in sifted if each is not None]
    if left := {key for each in proven for key in each.strange}:
        raise SystemExit(f"Households left to be looked at: {len(left)}. {ONE_MACHINE}")
    if any(later[0] <= earlier[1] for earlier, later in pairwise(sorted(each.span for each in proven if each.span))):
        raise SystemExit(f"The codes of two parts overlap, so a household may have rows in both. {ONE_MACHINE}")
    return total((each.tally for each in proven), 1)


def figure(tally: Tally, map_: DayMap) -> tuple[int, int]:
    """Return the pledges in force and the households that are asked, all of which have a place on the map."""
    first = tally.elsewhere["pledges"].first.get("date")
    if first is None or map_.day.isoformat() < first:
        raise SystemExit("No pledge in the parts is as old as that day: nothing is known of it.")
    num, den = 0, 0
    for (where, excluded, state), n in tally.answers[0].items():
        if not has_place(where, map_):
            raise SystemExit(f"Households without a place on the map of the day: {n}. {ONE_MACHINE}")
        if not excluded:
            num, den = num + n * (state == IN_FORCE), den + n
    return num, den


def has_place(where: tuple[int, str] | None, map_: DayMap) -> bool:
    """Return whether a unit, by its number and the day since when it is meant, lies in one of the map."""
    if where is None:
        return False
    number, since = where
    return map_.place(map_.atlas.site(number, date.fromisoformat(since) if since else None)) is not None


def counted(asked: argparse.Namespace) -> tuple[int, int]:
    """Open the book, start two workers or go to those of a scheduler, and return the figure."""
    folder = asked.book.resolve()
    book = open_book(str(folder), folder)
    frame, parts = asked_of(book, asked.kind, asked.day), paired(book)
    map_ = DayMap(Sieve(frame).atlas, asked.day)
    here = {"n_workers": 2, "threads_per_worker": 1, "processes": True, "dashboard_address": None}
    with Client(asked.scheduler) if asked.scheduler else Client(**here) as client:
        sifted = count(client, Counting(folder, frame), parts)
    return figure(whole(sifted, parts), map_)


def main() -> None:
    """Read the command line, count, and print the figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("book", type=Path)
    parser.add_argument("kind")
    parser.add_argument("day", type=date.fromisoformat)
    parser.add_argument("--scheduler", help="the address of a scheduler that has workers; else two are started here")
    try:
        num, den = counted(parser.parse_args())
    except Refused as refused:
        raise SystemExit(f"antq refuses the book: {refused}. {ONE_MACHINE}") from refused
    print(f"{num}/{den}")


if __name__ == "__main__":
    main()
