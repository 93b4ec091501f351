"""`antq returns record` and its likes: one row, known by its key, from the options of its columns."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import NamedTuple

from antq_cli.cli.changing import Plan, change
from antq_cli.cli.days import today
from antq_cli.cli.entering import dataset_of, file_of, not_to_come, plan_of, unit_of
from antq_cli.cli.environment import environment
from antq_cli.cli.named import kinds
from antq_cli.cli.options import OPTIONS, Request
from antq_cli.cli.usage import usage
from antq_cli.core.days import day_written
from antq_cli.core.names import column_named
from antq_cli.core.outcomes import Note, Outcome
from antq_cli.core.registers import REGISTERS
from antq_cli.counting.dataset import Dataset
from antq_cli.reading.book import Book
from antq_cli.writing.entering import enter
from antq_cli.writing.filing import Filing
from antq_cli.writing.keeping import Kept, keep


class Form(NamedTuple):
    """How the columns of a register are asked for: the option of each that is not called like it.

    ``day`` is the column of the day on whose map the unit is looked for; those of ``past`` cannot be still to come.
    ``bodies`` says that organisations stand where units do.
    """

    register: str
    day: str
    past: tuple[str, ...]
    options: Mapping[str, str] = {}
    bodies: bool = False

    def option(self, column: str) -> str:
        """Return the name of the option that fills a column."""
        return self.options.get(column, _FIELDS.get(column, column))


# Where an option's name in the request is not that of the column.
_FIELDS = {"count": "amount", "name": "called"}
FORMS = {
    "returns record": Form("returns", "date", ("date", "received"), {"date": "on"}, bodies=True),
    "activities record": Form("activities", "first", ("first", "last")),
    "teams record": Form("teams", "established", ("established",)),
    "organisations record": Form("organisations", "opened", ()),
}


def run(request: Request) -> Outcome:
    """Enter one row, or say what stands in its place."""
    form = FORMS[request.command]
    _said_once(request)
    cells = dict(_cells(request, form))
    return change(request, partial(_plan, request, form, cells))


def _said_once(request: Request) -> None:
    """See that of what other commands take several times one is named; raises :class:`Refused` (U034)."""
    for flag, several in (("--unit", request.unit), ("--kind", request.kind)):
        first, *others = several or ("",)
        if others:
            raise usage("U034", value=others[-1], first=first, option=flag)


def _cells(request: Request, form: Form) -> Iterator[tuple[str, str]]:
    """Yield the columns that are filled, each with its text; raises :class:`Refused` for a day to come (U113)."""
    register = REGISTERS[form.register]
    for column in register.columns:
        value = getattr(request, form.option(column.name), None)
        if isinstance(value, date) and column.name in form.past:
            not_to_come(value)
        if isinstance(value, tuple):
            value = value[0] if value else None
        if value is not None:
            yield column.name, str(value)


def _plan(request: Request, form: Form, cells: Mapping[str, str], book: Book) -> Plan:
    dataset = dataset_of(book, form.register, "organisations")
    meant, notes = _meant(form, dataset, cells)
    into = file_of(request, book, form.register)
    place, day = meant.get("unit", dataset.manifest.campaign.top), _day(form, meant)
    table = book.table(form.register)
    path = Filing(dataset, form.register, into).file(place, day) if "unit" in meant else ""
    kept = keep(table, path, meant, replace=request.replace)
    _refuse_incomplete(form, kept)
    entered = enter(book, REGISTERS[form.register], [kept.entry])
    return plan_of(request, entered, [*notes, *_told(form, kept)])


def _day(form: Form, cells: Mapping[str, str]) -> date:
    return date.fromisoformat(cells[form.day]) if form.day in cells else today(environment())


def _meant(form: Form, dataset: Dataset, cells: Mapping[str, str]) -> tuple[dict[str, str], list[Note]]:
    """Return the cells with the code of the unit and the id of the kind that are meant; raises :class:`Refused`."""
    meant, notes = dict(cells), list[Note]()
    if "unit" in meant:
        meant["unit"], notes = unit_of(dataset, meant["unit"], _day(form, meant), bodies=form.bodies)
    if "kind" in meant:
        (meant["kind"],) = kinds([meant["kind"]], dataset.manifest, [form.register])
    return meant, notes


def _refuse_incomplete(form: Form, kept: Kept) -> None:
    """Raise :class:`Refused` where a new row lacks what it has to have (U118)."""
    if kept.missing:
        flags = [OPTIONS[form.option(column)].flags[-1] for column in kept.missing]
        raise usage("U118", value=f"antq {form.register} record", options=flags)


def _told(form: Form, kept: Kept) -> list[Note]:
    """Return what a row says already, beside what it is to say."""
    key = "talk.stands" if kept.entry.refused else "talk.replaced"
    return [
        Note(key, {"column": column_named(form.register, each.column), "old": _cell(each.old), "new": _cell(each.new)})
        for each in kept.differences
    ]


def _cell(cell: str) -> object:
    """Return a cell as a sentence has it: a day is one, and nothing is a dash."""
    return (day_written(cell) or cell) if cell else "—"
