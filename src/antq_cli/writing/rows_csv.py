"""Rows into a CSV file: where they go, how their cells are written, and which bytes of other rows change.

Only minimal quotes are written: around what holds a comma, a quote or a line end.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import itemgetter

from antq_cli.core.changes import Splice
from antq_cli.core.registers import Register
from antq_cli.reading.parts import Part, Span
from antq_cli.reading.scanner import scan

Cells = Mapping[str, str]
# What a cell holds only in quotes.
_QUOTED = frozenset(',"\n\r')
# Of splices at one place: rows that go before one, its own cells, cells behind it, rows behind the last one.
_BEFORE, _WITHIN, _BEHIND, _LAST = range(4)
_Ranked = tuple[int, int, Splice]


def csv_file(register: Register, rows: Sequence[Cells]) -> bytes:
    """Return a new file of rows: its columns are those that are required or filled, in the order of the contract."""
    filled = {name for row in rows for name, cell in row.items() if cell}
    names = [column.name for column in register.columns if column.required or column.name in filled]
    lines = [names, *(_line(names, row) for row in sorted(rows, key=lambda row: key_in(register, row)))]
    return b"".join(written(line) + b"\n" for line in lines)


def csv_splices(register: Register, part: Part, added: Sequence[Cells], altered: Mapping[int, Cells]) -> list[Splice]:
    """Return the splices by which a file gets rows, and by which some of its rows get other cells."""
    assert part.raw is not None
    filled = {name for row in (*added, *altered.values()) for name, cell in row.items() if cell}
    more = [column.name for column in register.columns if column.name in filled - {*part.header}]
    ranked = [
        *_widened(part, more, altered),
        *(each for record, cells in altered.items() for each in _changed(part, record, cells)),
        *_inserted(register, part, [*part.header, *more], added),
    ]
    return [splice for _, _, splice in sorted(ranked, key=lambda each: each[:2])]


def written(cells: Iterable[str]) -> bytes:
    """Return cells as a row of CSV, without its line end."""
    several = [*cells]
    if not _QUOTED.isdisjoint("".join(several)):
        several = [*map(_cell, several)]
    return ",".join(several).encode()


def _cell(text: str) -> str:
    if _QUOTED.isdisjoint(text):
        return text
    quoted = text.replace('"', '""')
    return f'"{quoted}"'


def key_in(register: Register, row: Cells) -> tuple[str, ...]:
    """Return the key of a row; what is blank in it sorts first."""
    return tuple([row.get(name, "") for name in register.model.key])


def _line(names: Sequence[str], row: Cells) -> list[str]:
    return [row.get(name, "") for name in names]


# Rows that are added --------------------------------------------------------------------------------------------


def _inserted(register: Register, part: Part, names: Sequence[str], rows: Sequence[Cells]) -> Iterator[_Ranked]:
    """Yield the splices by which rows come in: each at its place where the file is in order, else behind the last."""
    assert part.raw is not None
    keys = part.cells(*register.model.key) if rows else []
    in_order = all(one <= other for one, other in pairwise(keys))
    places: dict[int, list[Cells]] = {}
    keyed = [(key_in(register, row), row) for row in rows]
    for key, row in sorted(keyed, key=itemgetter(0)) if in_order else keyed:
        number = bisect_right(keys, key) if in_order else len(keys)
        at = part.spans[part.records[number]].start if number < len(keys) else len(part.raw)
        places.setdefault(at, []).append(row)
    for at, several in places.items():
        end = line_end(part.raw, at)
        new = b"".join(written(_line(names, row)) + end for row in several)
        last = at == len(part.raw)
        lacks = last and not part.raw.endswith(b"\n")
        yield at, _LAST if last else _BEFORE, Splice(at, b"", end + new if lacks else new)


def line_end(raw: bytes, at: int) -> bytes:
    """Return the line end of the line before an offset; where that has none, the first one of the file."""
    before = raw[:at] if raw[:at].endswith(b"\n") else raw.partition(b"\n")[0] + b"\n" * (b"\n" in raw)
    return b"\r\n" if before.endswith(b"\r\n") else b"\n"


# Columns that are added, cells that change ----------------------------------------------------------------------


def _widened(part: Part, more: Sequence[str], altered: Mapping[int, Cells]) -> Iterator[_Ranked]:
    """Yield the splices by which a file gets columns behind those it has, blank where a row says nothing of them."""
    if not more:
        return
    assert part.raw is not None
    header = Span(0, part.spans[0].start if part.spans else len(part.raw))
    at = _content_end(part.raw, header)
    yield at, _BEHIND, Splice(at, b"", b"," + written(more))
    for record, span in enumerate(part.spans):
        at = _content_end(part.raw, span)
        yield at, _BEHIND, Splice(at, b"", b"," + written(_line(more, altered.get(record, {}))))


def _content_end(raw: bytes, span: Span) -> int:
    """Return where a row ends, without its line end."""
    row = raw[span.start : span.end]
    return span.start + len(row.removesuffix(b"\n").removesuffix(b"\r") if row.endswith(b"\n") else row)


def _changed(part: Part, record: int, cells: Cells) -> Iterator[_Ranked]:
    """Yield the splices by which cells of a row become others; those that say what they are to say stay as they are."""
    assert part.raw is not None
    span = part.spans[record]
    text = part.raw[span.start : _content_end(part.raw, span)].decode()
    found = scan(text)[0][0].cells
    begins = [cell.offset - text.startswith('"', cell.offset - 1) * (cell.offset > 0) for cell in found]
    ends = [*(begin - 1 for begin in begins[1:]), len(text)]
    for name, cell, begin, end in zip(part.header, found, begins, ends, strict=True):
        if name in cells and cells[name] != cell.text:
            at = span.start + len(text[:begin].encode())
            yield at, _WITHIN, Splice(at, text[begin:end].encode(), _cell(cells[name]).encode())
