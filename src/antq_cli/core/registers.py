"""The registers of a book: one pydantic model a row, with its key, its restricted columns and its rules."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Annotated, Any, ClassVar, NamedTuple, get_args

from pydantic import BaseModel, ConfigDict, Field

from antq_cli.core import cells
from antq_cli.core.cells import (
    Code,
    Count,
    Day,
    FigureCell,
    MeasureCell,
    OptionalCode,
    OptionalCount,
    OptionalDay,
    OptionalText,
    Text,
    Value,
    Year,
)
from antq_cli.core.days import earlier
from antq_cli.core.names import ORGANISATION_KINDS, RegisterName, column_named
from antq_cli.core.values import Named

# Nothing that is counted happened before: an earlier year has lost a digit.
EARLIEST = date(1900, 1, 1)


class RowRule(NamedTuple):
    """What must hold between cells of one row. ``holds`` takes the values of ``columns``; the last one is shown."""

    code: str
    columns: tuple[str, ...]
    holds: Callable[..., bool]


def _in_order(first: date | None, last: date | None) -> bool:
    return first is None or last is None or first < last


def _within(part: int, whole: int | None) -> bool:
    return whole is None or part <= whole


class Row(BaseModel):
    """A row of a register. ``note`` may stand in each."""

    # Put off until it is needed: of eleven models a command uses a few, and building all would be felt.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, populate_by_name=True)

    key: ClassVar[tuple[str, ...]]
    # The column that says whom or what a row is about.
    about: ClassVar[str]
    # The first and the last day of a register whose rows are stretches of its subjects: they may not overlap.
    stretch: ClassVar[tuple[str, str] | None] = None
    # The column of the day on which something happened: it lies in the time of the campaign. Others may lie before it.
    happened: ClassVar[str | None] = None
    # Columns whose cells are not shown unasked: they say something about one household.
    restricted: ClassVar[tuple[str, ...]] = ()
    # Whether a nation has millions of its rows: they stay columns, and are hashed only where that is asked for.
    bulk: ClassVar[bool] = False
    rules: ClassVar[tuple[RowRule, ...]] = ()

    note: OptionalText = None


class Unit(Row):
    """A place in the hierarchy, as it was from ``opened`` until the day before ``closed``."""

    key = ("code", "opened")
    about = "code"
    stretch = ("opened", "closed")
    rules = (RowRule("D201", ("opened", "closed"), _in_order),)

    code: Code
    name: Text
    level: Code
    kind: OptionalText = None
    parent: OptionalCode = None
    opened: OptionalDay = None
    closed: OptionalDay = None
    act: OptionalText = None

    @property
    def last(self) -> date | None:
        """Return the last day on which it is open; None where it has not closed."""
        return self.closed and earlier(self.closed)


class Crossing(Row):
    """What a unit that closes goes into: everything (``same``), what lies in it (``whole``), or neither (``part``).

    ``land`` is territory in which nobody is counted: it carries nothing, and is in nobody's way.
    """

    key = ("date", "from", "to")
    about = "from"

    event: Text
    date: Day
    from_: Annotated[Code, Field(alias="from")]
    to: Code
    part: Annotated[str, cells.choice("same", "whole", "part", "land")]
    act: Text


class Household(Row):
    """One stretch of a household: an area, and whether it is counted there."""

    key = ("household", "joined")
    about = "household"
    stretch = ("joined", "left")
    restricted = ("household",)
    bulk = True
    rules = (RowRule("D201", ("joined", "left"), _in_order),)

    household: Code
    area: Code
    joined: OptionalDay = None
    left: OptionalDay = None
    excluded: Annotated[str | None, cells.optional_choice("absent", "vacant", "temporary")] = None


class Organisation(Row):
    """One stretch of an agency, enterprise, school or armed-forces unit."""

    key = ("code", "opened")
    about = "code"
    stretch = ("opened", "closed")
    rules = (RowRule("D201", ("opened", "closed"), _in_order),)

    code: Code
    name: Text
    kind: Annotated[str, cells.choice(*ORGANISATION_KINDS)]
    unit: Code
    opened: OptionalDay = None
    closed: OptionalDay = None
    exempt: OptionalText = None


class Pledge(Row):
    """An event of the journal. Rows are added, never changed."""

    key = ("date", "kind", "pledger", "event")
    about = "pledger"
    happened = "date"
    restricted = ("pledger",)
    bulk = True

    date: Day
    kind: Code
    pledger: Code
    event: Annotated[str, cells.choice("signed", "withdrawn")]
    sheet: OptionalText = None


class Return(Row):
    """A count that a unit reported: a stock on a date. A blank ``total`` means that it is not known."""

    key = ("date", "unit", "measure")
    about = "unit"
    happened = "date"
    # The total first, for the last one is what is shown: the count that is too high.
    rules = (RowRule("D202", ("total", "count"), lambda total, count: _within(count, total)),)

    date: Day
    unit: Code
    measure: MeasureCell
    count: Count
    total: OptionalCount = None
    received: OptionalDay = None
    sheet: OptionalText = None
    source: OptionalText = None


class Team(Row):
    """A team of a kind, in a unit."""

    key = ("code",)
    about = "code"
    rules = (RowRule("D201", ("established", "dissolved"), _in_order),)

    code: Code
    kind: Code
    unit: Code
    established: OptionalDay = None
    dissolved: OptionalDay = None
    members: OptionalCount = None


class Model(Row):
    """An instance of a kind of self-managed model, in a unit; some live in an organisation, such as a school."""

    key = ("code",)
    about = "code"
    rules = (RowRule("D201", ("established", "dissolved"), _in_order),)

    code: Code
    kind: Code
    unit: Code
    host: OptionalCode = None
    established: OptionalDay = None
    dissolved: OptionalDay = None
    members: OptionalCount = None


class Activity(Row):
    """What was done of a kind within some days, the first and the last one counted, and how many took part."""

    key = ("first", "last", "unit", "kind")
    about = "unit"
    happened = "first"
    rules = (RowRule("D203", ("first", "last"), lambda first, last: first <= last),)

    first: Day
    last: Day
    unit: Code
    kind: Code
    count: Count
    participants: OptionalCount = None
    sheet: OptionalText = None


class Assessment(Row):
    """What was decided on a day of a unit or an organisation, under a regime of the safety standard, for a window."""

    key = ("date", "subject", "regime", "window")
    about = "subject"
    happened = "date"

    date: Day
    subject: Code
    regime: Code
    window: Year
    result: Annotated[str, cells.choice("met", "not-met", "pending")]
    decision: OptionalText = None


class Claim(Row):
    """A figure that somebody published."""

    key = ("id",)
    about = "id"

    id: Code
    figure: FigureCell
    value: Value
    source: Text


class Directive(Row):
    """A paper that the campaign rests on."""

    key = ("number",)
    about = "number"

    number: Text
    date: OptionalDay = None
    issuer: Text
    title: Text


class Partner(Row):
    """A body that the campaign works with, from ``joined`` until the day before ``left``."""

    key = ("code", "joined")
    about = "code"
    stretch = ("joined", "left")
    rules = (RowRule("D201", ("joined", "left"), _in_order),)

    code: Code
    name: Text
    joined: OptionalDay = None
    left: OptionalDay = None

    def there(self, day: date) -> bool:
        """Return whether the campaign works with it on a day; on the day on which it leaves it does not."""
        return (self.joined is None or self.joined <= day) and (self.left is None or day < self.left)


class Column(NamedTuple):
    """A column of a register: its name in the file, whether it may be left out, and the type that judges its cells."""

    name: str
    required: bool
    judge: Any

    @property
    def kind(self) -> type:
        """Return what its cells are judged to be: ``int``, ``date`` or ``str``."""
        judged = get_args(self.judge)[0]
        return next((kind for kind in (int, date) if kind in (judged, *get_args(judged))), str)


@dataclass(frozen=True)
class Register:
    """A register: its name (that of its file) and the model of its rows."""

    name: RegisterName
    model: type[Row]

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns in the order of the contract, ``note`` last, whatever the order in a file."""
        return _columns(self.model)

    @property
    def explained(self) -> list[Named]:
        """Return the names of the columns, for each of which ``words`` may say what it means."""
        return [column_named(self.name, column.name) for column in self.columns]


def _columns(model: type[Row]) -> tuple[Column, ...]:
    fields = model.model_fields
    # What is inherited comes first in pydantic, and the remark is to be last.
    names = [name for name in fields if name != "note"] + ["note"]
    return tuple(
        Column(
            fields[name].alias or name,
            fields[name].is_required(),
            Annotated[(fields[name].annotation, *fields[name].metadata)],
        )
        for name in names
    )


REGISTERS: dict[str, Register] = {
    register.name: register
    for register in (
        Register("units", Unit),
        Register("crosswalk", Crossing),
        Register("households", Household),
        Register("organisations", Organisation),
        Register("pledges", Pledge),
        Register("returns", Return),
        Register("teams", Team),
        Register("models", Model),
        Register("activities", Activity),
        Register("assessments", Assessment),
        Register("claims", Claim),
        Register("directives", Directive),
        Register("partners", Partner),
    )
}
