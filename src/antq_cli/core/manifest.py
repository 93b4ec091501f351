"""The manifest ``antq.toml``: the campaign, its levels, its kinds. It is data and can never run code."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Final, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StrictInt,
    StrictStr,
    Tag,
)
from pydantic_core import PydanticCustomError

from antq_cli.core.calendars import Calendar
from antq_cli.core.cells import CODE, day, fault
from antq_cli.core.ratio import hundredths_of

# The schema that this version reads.
SCHEMA = 1

Lang = Literal["vi", "en"]
_MOST_MONTHS = 1200
# Subjects of a pledge that are not levels of the hierarchy.
HOUSEHOLD, STUDENT, ORGANISATION = "household", "student", "organisation"


def _local_day(value: object) -> object:
    """Refuse what pydantic would turn into a day: a time, a number, a string."""
    if type(value) is not date:
        raise fault("S006")
    return value


def _id(value: str) -> str:
    if not CODE.fullmatch(value):
        raise fault("S007")
    return value


def _every_year(value: str) -> str:
    """Refuse what is not the month and the day of a day that every year has."""
    try:
        day(f"2001-{value}")  # a year without a 29 February
    except PydanticCustomError:
        raise fault("S002", expected="month-day") from None
    return value


def _percentage(value: str) -> str:
    if hundredths_of(value) is None or not value.endswith("%"):
        raise fault("S002", expected="percentage")
    return value


def _some_months(value: int) -> int:
    if not 1 <= value <= _MOST_MONTHS:
        raise fault("S002", expected="months")
    return value


LocalDay = Annotated[date, BeforeValidator(_local_day)]
Id = Annotated[StrictStr, AfterValidator(_id)]
MonthDay = Annotated[StrictStr, AfterValidator(_every_year)]


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class Names(_Section):
    """A name in both languages."""

    vi: StrictStr
    en: StrictStr


class Named(_Section):
    """A kind whose names may be left to the program."""

    vi: StrictStr | None = None
    en: StrictStr | None = None

    def name(self, lang: str) -> str | None:
        """Return the name in a language, in the other where only that is given, or None."""
        return (self.vi or self.en) if lang == "vi" else (self.en or self.vi)


class Level(Named):
    """A level of the hierarchy; the order of the levels in the manifest is from the top down."""

    id: Id


class Months(_Section):
    """A pledge lapses on the same day some months on, or on the 1st of the month after where that month lacks it."""

    lapses: Literal["months"] = "months"
    months: Annotated[StrictInt, AfterValidator(_some_months)]


class Yearly(_Section):
    """A pledge lapses with the year of a calendar in which it was signed."""

    lapses: Literal["year"]
    calendar: Id


def _lapses(value: object) -> str:
    """Return which of the rules a value is to be, by a name that no key can have."""
    if isinstance(value, (Months, Yearly)):
        return f"({value.lapses})"
    if not isinstance(value, dict):
        return "(never)"
    return "(months)" if "months" in value or value.get("lapses") == "months" else "(year)"


UNTIL_WITHDRAWN: Final = "until-withdrawn"
Validity = Annotated[
    Annotated[Literal["until-withdrawn"], Tag("(never)")]
    | Annotated[Months, Tag("(months)")]
    | Annotated[Yearly, Tag("(year)")],
    Discriminator(_lapses),
]


class PledgeKind(Named):
    """A pledge regime: who signs, and where its figures come from."""

    subject: Id | None = None
    source: Literal["journal", "returns"] = "journal"
    grain: Id | None = None
    validity: Validity = UNTIL_WITHDRAWN
    target: Annotated[StrictStr, AfterValidator(_percentage)] | None = None


class TeamKind(Named):
    """A kind of team, the law it rests on, and the days between which the kind exists."""

    source: Literal["register", "returns"] = "register"
    grain: Id | None = None
    opened: LocalDay | None = None
    closed: LocalDay | None = None
    law: StrictStr | None = None


class ModelKind(Named):
    """A kind of self-managed model. Kinds are named; instances are counted from returns or a register."""


class Window(_Section):
    """A year that does not end on the day before it begins (TT 23/2012 ran from 31/10 to 31/10)."""

    first: MonthDay
    last: MonthDay


def _form(value: object) -> str:
    return "window" if isinstance(value, (dict, Window)) else "day"


# The first day of the year; or the first and the last, where the years do not follow on each other.
Years = Annotated[Annotated[MonthDay, Tag("day")] | Annotated[Window, Tag("window")], Discriminator(_form)]


class Campaign(_Section):
    """The campaign that the book is of."""

    id: Id
    title: Names
    top: Id
    data: Literal["real", "published", "synthetic"]
    as_of: LocalDay | None = None
    calendar: Id | None = None
    lang: Lang | None = None


class Manifest(_Section):
    """The whole of ``antq.toml``."""

    schema_: Annotated[StrictInt, Field(alias="schema")]
    campaign: Campaign
    levels: Annotated[tuple[Level, ...], Field(strict=False, min_length=1)]
    calendars: dict[Id, Years] = {}
    pledges: dict[Id, PledgeKind] = {}
    teams: dict[Id, TeamKind] = {}
    models: dict[Id, ModelKind] = {}

    def level(self, id_: str) -> Level:
        """Return the level with an id; KeyError where there is none."""
        return {level.id: level for level in self.levels}[id_]

    def depth(self, id_: str) -> int:
        """Return how far below the top a level stands, from 0; ValueError where there is none."""
        return [level.id for level in self.levels].index(id_)

    def subject(self, kind: str) -> str:
        """Return who signs a pledge kind: a household, a student, an organisation or a unit of a level."""
        return self.pledges[kind].subject or kind

    def calendar(self, id_: str) -> Calendar:
        """Return the calendar with an id; KeyError where there is none."""
        declared = self.calendars[id_]
        if isinstance(declared, Window):
            return Calendar(id_, declared.first, declared.last)
        return Calendar(id_, declared)

    def grain(self, kind: PledgeKind | TeamKind) -> str:
        """Return the level whose units report a kind; the lowest where the manifest does not say."""
        return kind.grain or self.levels[-1].id


Loc = tuple[str | int, ...]
# What pydantic puts at the end of the place of an error that is in a key.
KEY = "[key]"


def contradictions(manifest: Manifest) -> Iterator[tuple[Loc, str, dict[str, Any]]]:
    """Yield what a manifest says that its other parts do not bear out: the place, the rule's code, values.

    A place is that of a value, or ends with :data:`KEY` where the key is meant.
    """
    levels = [level.id for level in manifest.levels]
    for number, level in enumerate(levels):
        if level in levels[:number]:
            yield ("levels", number, "id"), "S008", {}
    if manifest.campaign.calendar not in (None, *manifest.calendars):
        yield ("campaign", "calendar"), "S004", {"allowed": [*manifest.calendars]}
    yield from _validities(manifest)
    yield from _unknown_grains(manifest, levels)
    yield from _unknown_subjects(manifest, levels)


def _validities(manifest: Manifest) -> Iterator[tuple[Loc, str, dict[str, Any]]]:
    for id_, kind in manifest.pledges.items():
        if kind.source == "returns" and kind.validity != UNTIL_WITHDRAWN:
            yield ("pledges", id_, "validity", KEY), "S011", {}
        elif isinstance(kind.validity, Yearly) and kind.validity.calendar not in manifest.calendars:
            yield ("pledges", id_, "validity", "calendar"), "S004", {"allowed": [*manifest.calendars]}


def _unknown_grains(manifest: Manifest, levels: list[str]) -> Iterator[tuple[Loc, str, dict[str, Any]]]:
    for family in ("pledges", "teams"):
        kinds: dict[str, PledgeKind | TeamKind] = getattr(manifest, family)
        for id_, kind in kinds.items():
            if kind.grain is not None and kind.grain not in levels:
                yield (family, id_, "grain"), "S004", {"allowed": levels}


def _unknown_subjects(manifest: Manifest, levels: list[str]) -> Iterator[tuple[Loc, str, dict[str, Any]]]:
    allowed = [HOUSEHOLD, STUDENT, ORGANISATION, *levels]
    for id_, kind in manifest.pledges.items():
        subject = manifest.subject(id_)
        if subject not in allowed:
            yield ("pledges", id_, "subject" if kind.subject else KEY), "S004", {"allowed": allowed}
        elif subject == STUDENT and kind.source == "journal":
            yield ("pledges", id_, KEY), "S009", {}
