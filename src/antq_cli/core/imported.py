"""What becomes of sheets that come in: the ledger of every row of each, and of every row of the register in them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

from antq_cli.core.changes import Record, Recorded, Rows
from antq_cli.core.findings import Finding

# What a row of a sheet is. What cannot be told is ``untold``; of a sheet that is refused nothing is looked at.
RowClass = Literal[
    "title",
    "header",
    "signs",
    "repeated-header",
    "group",
    "subtotal",
    "total",
    "data",
    "note",
    "blank",
    "untold",
    "unread",
]
ROW_CLASSES: tuple[RowClass, ...] = get_args(RowClass)
# What becomes of a row of the register; of what is ``blank`` a sheet has the place and no number.
RowOutcome = Literal["new", "same", "changed", "refused", "blank"]
ROW_OUTCOMES: tuple[RowOutcome, ...] = get_args(RowOutcome)
Use = Literal["used", "compared", "ignored", "untold"]
Agreement = Literal["agrees", "differs", "not-compared"]


class ClassedRow(NamedTuple):
    """A row of a sheet, by its number from 1, and what it is."""

    number: int
    is_: RowClass
    hidden: bool = False


class UsedColumn(NamedTuple):
    """A column of a sheet: its letters, its heading, what is done with it, and what it is taken for.

    ``of`` is a column of the register, or a measure, with the ``part`` of it that stands there.
    """

    letters: str
    heading: str
    use: Use
    of: str = ""
    part: str = ""


class ComparedTotal(NamedTuple):
    """A total of a sheet, or a rate, beside what it should be; None where it cannot be said.

    ``stated`` is what stands there. ``is_`` says what it is.
    """

    row: int
    address: str
    is_: Literal["subtotal", "total", "rate"]
    measure: str
    part: str
    stated: str
    summed: str | None
    agreement: Agreement


class ImportedRow(NamedTuple):
    """A row of the register that stands in a sheet, or would: where, what it says, and what becomes of it.

    ``name`` is who it is of as the sheet has it; ``unit`` the code that is meant, "" where that cannot be told. ``old``
    are these cells as the book has them, where some are others there. ``why`` are the reasons for which it is refused.
    """

    row: int
    address: str
    name: str
    unit: str
    subject: str
    cells: Mapping[str, str]
    outcome: RowOutcome
    old: Mapping[str, str] = {}
    why: Sequence[Finding] = ()


class SheetLedger(NamedTuple):
    """What became of one sheet: every row of it, its columns, its totals, and the rows of the register.

    ``refused`` says why nothing of it was looked at. ``remarks`` are what was met beside the rows. ``absent`` are
    the units of which it could hold rows and does not, each with its name.
    """

    file: str
    name: str
    rows: Sequence[ClassedRow] = ()
    columns: Sequence[UsedColumn] = ()
    days: Sequence[date] = ()
    totals: Sequence[ComparedTotal] = ()
    imported: Sequence[ImportedRow] = ()
    remarks: Sequence[Finding] = ()
    refused: Sequence[Finding] = ()
    absent: Sequence[tuple[str, str]] = ()

    @property
    def by_class(self) -> Counter[RowClass]:
        """How many rows of the sheet there are of each class; together they are all its rows."""
        return Counter(row.is_ for row in self.rows)

    @property
    def by_outcome(self) -> Counter[RowOutcome]:
        """How many rows of the register there are of each outcome."""
        return Counter(row.outcome for row in self.imported)

    @property
    def differing(self) -> list[ComparedTotal]:
        """The totals that differ from their sums."""
        return [total for total in self.totals if total.agreement == "differs"]

    @property
    def findings(self) -> list[Finding]:
        """All that was found, in the order of the rows."""
        return [*self.refused, *self.remarks, *(found for row in self.imported for found in row.why)]


class SheetSums(NamedTuple):
    """Sums over sheets: rows of the sheets, rows of the register by outcome, totals and rates by agreement.

    ``entered`` are the rows of the register, places without a number (``blank``) apart. ``classes`` are the rows of the
    sheets by class, which together are all of them. ``absent`` is how many units there could be rows of and are none;
    ``first`` and ``last`` are the ends of the days that the sheets are of, None where they say none.
    """

    rows: int
    data: int
    entered: int
    new: int
    same: int
    changed: int
    refused: int
    blank: int
    agrees: int
    differs: int
    not_compared: int
    absent: int
    first: date | None
    last: date | None
    classes: Mapping[str, int]


def sums_of(sheets: Sequence[SheetLedger]) -> SheetSums:
    """Add up the ledgers of some sheets."""
    classes, outcomes, totals = Counter[str](), Counter[str](), Counter[str]()
    for sheet in sheets:
        classes.update(sheet.by_class)
        outcomes.update(sheet.by_outcome)
        totals.update(total.agreement.replace("-", "_") for total in sheet.totals)
    days = sorted(day for sheet in sheets for day in sheet.days)
    return SheetSums(
        rows=classes.total(),
        data=classes["data"],
        entered=outcomes.total() - outcomes["blank"],
        **{each: outcomes[each] for each in ROW_OUTCOMES},
        agrees=totals["agrees"],
        differs=totals["differs"],
        not_compared=totals["not_compared"],
        absent=len(absent_from(sheets)),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        classes={each: classes[each] for each in ROW_CLASSES},
    )


def absent_from(sheets: Sequence[SheetLedger]) -> dict[str, str]:
    """Return the units of which some of the sheets could hold rows and none does: names by code."""
    named = {row.unit for sheet in sheets for row in sheet.imported}
    return {code: name for sheet in sheets for code, name in sheet.absent if code not in named}


class BookOnly(NamedTuple):
    """A row of the register of a day and a measure of the sheets, and of a unit that no sheet has."""

    unit: str
    name: str
    cells: Mapping[str, str]


class Imported(NamedTuple):
    """The result of an import: what was done, or would be, and the ledger of every sheet.

    ``rows`` are those of the register that are added and changed. ``blocked`` says that nothing is written for the sake
    of what is refused or differs. ``only`` is what the book has and the sheets have not, None where that was not asked.
    ``sums`` are those of each sheet, and ``all`` those of all of them.
    ``lang`` is the language in which reasons are told, ``names`` are those that the book gives what is counted, in
    both.
    """

    register: str
    sheets: Sequence[SheetLedger]
    sums: Sequence[SheetSums]
    all: SheetSums
    rows: Rows = Rows()
    files: Sequence[Recorded] = ()
    record: Record | None = None
    dry_run: bool = True
    blocked: bool = False
    only: Sequence[BookOnly] | None = None
    lang: str = "en"
    names: Mapping[str, tuple[str | None, str | None]] = MappingProxyType({})
