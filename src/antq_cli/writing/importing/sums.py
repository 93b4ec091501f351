"""Totals and rates that stand in a sheet, held against its rows: what differs is told, and never mended."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from antq_cli.core.findings import Finding
from antq_cli.core.imported import Agreement, ComparedTotal
from antq_cli.core.ratio import Ratio
from antq_cli.core.sheets import Sheet, SheetCell
from antq_cli.core.values import Decimal
from antq_cli.writing.importing.cells import Unread, count, rate_agrees
from antq_cli.writing.importing.findings import found
from antq_cli.writing.importing.forms import COUNT, TOTAL
from antq_cli.writing.importing.heads import Column, Head
from antq_cli.writing.importing.layout import Sum
from antq_cli.writing.importing.texts import Grid, text_of


class Compared(NamedTuple):
    """What was compared, and what is told of it."""

    totals: Sequence[ComparedTotal] = ()
    findings: Sequence[Finding] = ()


def compare(sheet: Sheet, head: Head, grid: Grid, sums: Sequence[Sum], rated: Sequence[int]) -> Compared:
    """Compare the rows that sum up others, column by column, and the rates of some rows with their counts.

    ``grid`` has the cells that show anything by their row and column.
    """
    totals, findings = list[ComparedTotal](), list[Finding]()
    together = [*_of_sums(sheet, head, grid, sums), *_of_rates(sheet, head, grid, rated)]
    for total, finding in sorted(together, key=lambda each: each[0].row):
        totals.append(total)
        findings += [finding] if finding else []
    return Compared(totals, findings)


# Sums ----------------------------------------------------------------------------------------------------------


def _of_sums(
    sheet: Sheet, head: Head, grid: Grid, sums: Sequence[Sum]
) -> Iterator[tuple[ComparedTotal, Finding | None]]:
    for column in head.values if sums else ():
        read = {row: count(cells.get(column.number)) for row, cells in grid.items()}
        for each in sums:
            cell = grid.get(each.row, {}).get(column.number)
            if cell is not None:
                yield _of_sum(sheet, column, each, cell, read)


def _of_sum(
    sheet: Sheet, column: Column, each: Sum, cell: SheetCell, read: Mapping[int, int | Unread | None]
) -> tuple[ComparedTotal, Finding | None]:
    stated, summands = read[each.row], [read.get(row) for row in each.over]
    known = [number for number in summands if isinstance(number, int)]
    unread = [row for row, number in zip(each.over, summands, strict=True) if isinstance(number, Unread)]
    values = {"value": text_of(cell), "heading": column.heading}
    finding, agreement, summed = None, "agrees", str(sum(known))
    if not isinstance(stated, int) or unread:
        agreement, summed = "not-compared", None  # type: ignore[assignment]
        where = cell.address if not isinstance(stated, int) else f"{column.letters}{unread[0]}"
        finding = found("I306", sheet, cell.address, **values, at=where)
    elif stated != sum(known):
        agreement = "differs"
        finding = found("I301", sheet, cell.address, **values, total=stated, sum=sum(known), n=len(each.over))
    of: Agreement = agreement  # type: ignore[assignment]
    told = str(stated) if isinstance(stated, int) else text_of(cell)
    is_ = "total" if each.whole else "subtotal"
    made = ComparedTotal(each.row, cell.address, is_, column.role.measure, column.role.part, told, summed, of)  # type: ignore[arg-type]
    return made, finding


# Rates ---------------------------------------------------------------------------------------------------------


def _of_rates(
    sheet: Sheet, head: Head, grid: Grid, rows: Sequence[int]
) -> Iterator[tuple[ComparedTotal, Finding | None]]:
    for column in head.of("rate"):
        pair = counts_of(head, column)
        if pair is None:
            continue
        for row in rows:
            cell = grid.get(row, {}).get(column.number)
            if cell is not None:
                counts = [count(grid[row].get(each.number)) for each in pair]
                yield _of_rate(sheet, column, cell, pair[0].role.measure, counts)


def counts_of(head: Head, rate: Column) -> tuple[Column, Column] | None:
    """Return the columns of which a rate is; without a measure of its own it is of those that stand before it."""
    before = [each for each in head.values if each.number < rate.number] or head.values
    measure = rate.role.measure or (before[-1].role.measure if before else "")
    parts = {each.role.part: each for each in head.values if each.role.measure == measure}
    return (parts[COUNT], parts[TOTAL]) if COUNT in parts and TOTAL in parts else None


def _of_rate(
    sheet: Sheet, column: Column, cell: SheetCell, measure: str, counts: Sequence[int | Unread | None]
) -> tuple[ComparedTotal, Finding | None]:
    num, den = counts
    made = ComparedTotal(cell.row, cell.address, "rate", measure, "", text_of(cell), None, "not-compared")
    if not isinstance(num, int) or not isinstance(den, int) or den == 0:
        return made, None
    percent = Ratio(num, den).percent()
    agrees = rate_agrees(cell, num, den)
    made = made._replace(
        summed=percent, agreement="not-compared" if agrees is None else "agrees" if agrees else "differs"
    )
    if agrees is None or agrees:
        return made, None
    values = {"value": text_of(cell), "heading": column.heading, "num": num, "den": den}
    return made, found("I302", sheet, cell.address, **values, percent=Decimal(percent or ""))
