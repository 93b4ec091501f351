"""Sifting with polars: what is plain in some pieces is counted at once.

It never explains, and leaves nobody out. Whoever is not plain (:mod:`antq_cli.counting.large.plain`) is left to the
sieve with all rows, as a small piece; pieces that are not proven are left to it whole.
"""

from collections import Counter
from collections.abc import Collection, Sequence

from polars.exceptions import PanicException, PolarsError

from antq_cli.core.registers import REGISTERS
from antq_cli.counting.large.scale.lot import Lot, PlainOf
from antq_cli.counting.large.scale.numbered import numbers
from antq_cli.counting.large.sieve import Frame, Sieve, Sifted, Tally, total
from antq_cli.reading.apart import BULK, Answer, Question
from antq_cli.reading.fast import Outline, outline
from antq_cli.reading.pieces import Piece, Remains
from antq_cli.reading.tables import Elsewhere

# How polars fails: what it says, and where it gives up, which is no ``Exception``.
FAILURES: tuple[type[BaseException], ...] = (PolarsError, PanicException)


class ScaleSieve:
    """Sifts pieces of a book, several at once; what comes of each is what :class:`Sieve` makes of it.

    Making one fails where polars is there in part; sifting raises one of FAILURES where polars fails.
    """

    def __init__(self, frame: Frame, sieve: Sieve) -> None:
        numbers()  # without its binary part polars can be loaded, but has no types
        self._frame = frame
        self._sieve = sieve

    def sift(self, pieces: Sequence[Piece], without: Sequence[Collection[str]]) -> list[Sifted | None]:
        """Return what comes of some pieces, each counted but for some keys; None where one is not proven."""
        lot = self._lot(pieces, without)
        if lot is not None:
            each = enumerate(zip(pieces, without, strict=True))
            return [self._sifted(lot, number, piece, keys) for number, (piece, keys) in each]
        if len(pieces) == 1:
            return [self._sieve.sift(pieces[0], without[0])]
        return [self.sift([piece], [keys])[0] for piece, keys in zip(pieces, without, strict=True)]

    def _lot(self, pieces: Sequence[Piece], without: Sequence[Collection[str]]) -> Lot | None:
        """Return some pieces together; None where not all are proven, or their headers are not the same."""
        found = [_outlines(piece) for piece in pieces]
        proven = [each for each in found if each is not None]
        headers = {tuple(tuple(one.names) for one in each) for each in proven}
        if len(proven) < len(found) or len(headers) > 1:
            return None
        lot = Lot(self._frame, self._sieve, proven, {key for keys in without for key in keys})
        return lot if lot.clean else None

    def _sifted(self, lot: Lot, number: int, piece: Piece, without: Collection[str]) -> Sifted:
        """Return what comes of a piece: those who are not plain in it are sifted as a piece of their own."""
        plain = PlainOf(lot, number)
        tally = Tally(
            [self._answer(plain, each) for each in self._frame.questions],
            lot.counted.get(number, {name: Elsewhere(0, 0, {}) for name in BULK}),
        )
        span, leaves = lot.spans.get(number), lot.others(number, piece)
        if leaves is None:
            remains = {name: Remains(rows.outlines[number].names, {}) for name, rows in lot.rows.items()}
            return Sifted(tally, remains, span, frozenset(), piece.digests)
        rest = self._sieve.sift_leaves(leaves, without)
        ends = [end for each in (span, rest.span) if each for end in each]
        span = (min(ends), max(ends)) if ends else None
        tally = total([tally, rest.tally], len(self._frame.questions))
        return rest._replace(tally=tally, span=span, digests=piece.digests)

    def _answer(self, plain: PlainOf, question: Question) -> Answer:
        found: Answer = Counter()
        for key, n in question.of_plain(plain):
            found[key] += n
        return self._sieve.portable(found)


def _outlines(piece: Piece) -> list[Outline] | None:
    """Return the structure of the two files of a piece; None where there are not both, or one is not proven."""
    files = [piece.files.get(name) if piece.is_csv else None for name in BULK]
    found = [file and outline(REGISTERS[name], file[1]) for name, file in zip(BULK, files, strict=True)]
    proven = [each for each in found if each]
    return proven if len(proven) == len(BULK) else None
