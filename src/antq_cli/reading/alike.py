"""Faults that are told as one: cells of a column that are all written in the same other form, rows that are none."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from antq_cli.core.findings import Withheld
from antq_cli.core.folding import as_heading
from antq_cli.core.registers import Register
from antq_cli.core.values import Said
from antq_cli.reading.forms import MEANT, Form, Meant
from antq_cli.reading.judging import Verdict
from antq_cli.reading.parts import may_be_code

Cells = Mapping[str, str]
# What a row may be that is none of its register.
NoRow = Literal["total", "blank"]
_TOTAL = ("tongcong", "congtong", "grandtotal")
_TOTALS = frozenset({"tong", "tongso", "cong", "total", "sum", *_TOTAL})


class RowFault(NamedTuple):
    """A verdict on a row, which is told by its number in the file."""

    record: int
    verdict: Verdict


def no_row(cells: Cells) -> NoRow | None:
    """Return what a row that cannot be read is instead: one of totals, or of commas alone; None where it is neither."""
    if not any(cell.strip() for cell in cells.values()):
        return "blank"
    words = [as_heading(cell).rstrip(":") for cell in cells.values()]
    return "total" if any(word in _TOTALS or word.startswith(_TOTAL) for word in words) else None


def rows_that_are_none(register: Register, kinds: Mapping[int, NoRow]) -> Iterator[RowFault]:
    """Yield the one fault of each kind of such rows: at the first, with how many there are."""
    numbers: dict[NoRow, list[int]] = {}
    for record, kind in kinds.items():
        numbers.setdefault(kind, []).append(record)
    for kind, records in numbers.items():
        values = {"row": Said("no-row", kind), "n": len(records)}
        yield RowFault(records[0], Verdict("D116", register.model.about, values))


def told_together(register: Register, rows: Sequence[Cells], faults: Iterable[RowFault]) -> Iterator[RowFault]:
    """Yield faults, with those that say the same of several cells of a column as one (D115), at the first of them.

    What a cell was meant to be is told with it, where that can be told.
    """
    columns: dict[tuple[str, str], list[RowFault]] = {}
    for fault in faults:
        columns.setdefault((fault.verdict.code, fault.verdict.column), []).append(fault)
    for (code, column), several in columns.items():
        if code not in MEANT:
            yield from several
            continue
        cells = [rows[fault.record].get(column, "") for fault in several]
        meant = MEANT[code](cells)
        forms: dict[Form | None, list[RowFault]] = {}
        for fault, cell in zip(several, cells, strict=True):
            forms.setdefault(meant[cell].form if cell in meant else None, []).append(fault)
        yield from forms.pop(None, ())
        for same in forms.values():
            cell = rows[same[0].record][column]
            # A column of numbers may be one of households that has changed places.
            withheld = bool(register.model.restricted) and may_be_code(cell)
            yield _as_one(same, meant[cell], Withheld(meant[cell].text) if withheld else meant[cell].text)


def _as_one(same: Sequence[RowFault], meant: Meant, right: str) -> RowFault:
    """Return the fault of cells that are written alike; of a single one its own, with what was meant."""
    record, verdict = same[0]
    if len(same) == 1:
        return RowFault(record, verdict._replace(values={**verdict.values, "meant": [right]}))
    values = {"n": len(same), "form": Said("form", meant.form), "right": right}
    return RowFault(record, Verdict("D115", verdict.column, values))
