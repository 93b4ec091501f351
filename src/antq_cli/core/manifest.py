"""The manifest ``antq.toml``: the campaign, its levels, its kinds. It is data and can never run code."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, Discriminator, Field, StrictInt, StrictStr, Tag

from antq_cli.core.calendars import CIVIL, Calendar, Every, Period
from antq_cli.core.issuers import Reports
from antq_cli.core.measures import WORDS
from antq_cli.core.names import ORGANISATION_KINDS
from antq_cli.core.regimes import Criterion, Regime
from antq_cli.core.sections import Id, LocalDay, MonthDay, Named, Names, Section, percentage, some_days, some_months
from antq_cli.core.settings import RuleCode, RuleSetting, Waiver

# The schema that this version reads.
SCHEMA = 1

Lang = Literal["vi", "en"]
# Subjects of a pledge that are not levels of the hierarchy.
HOUSEHOLD, STUDENT, ORGANISATION = "household", "student", "organisation"


class Level(Named):
    """A level of the hierarchy; the order of the levels in the manifest is from the top down."""

    id: Id


class Months(Section):
    """A pledge lapses on the same day some months on, or on the 1st of the month after where that month lacks it."""

    lapses: Literal["months"] = "months"
    months: Annotated[StrictInt, AfterValidator(some_months)]


class Yearly(Section):
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


class Reported(Named):
    """A kind that may be reported: ``grain`` is the level, or the kind of organisation, that does, ``every`` how often.

    Where the source is not the returns, those that are expected stand beside it, to be reconciled.
    """

    source: Literal["journal", "register", "returns"]
    grain: Id | None = None
    every: Every | None = None


class PledgeKind(Reported):
    """A pledge regime: who signs, and where its figures come from."""

    subject: Id | None = None
    source: Literal["journal", "returns"] = "journal"
    validity: Validity = UNTIL_WITHDRAWN
    target: Annotated[StrictStr, AfterValidator(percentage)] | None = None


class Registered(Reported):
    """What is counted from a register of its own, or from returns."""

    source: Literal["register", "returns"] = "register"


class TeamKind(Registered):
    """A kind of team, the days between which the kind exists, and the law that begins or ends it.

    ``reach`` is the level of whose units each is to have one; the lowest where it is not given.
    """

    opened: LocalDay | None = None
    closed: LocalDay | None = None
    law: StrictStr | None = None
    reach: Id | None = None


class ModelKind(TeamKind):
    """A kind of self-managed model; its ``reach`` may be a kind of organisation, such as schools, that host one."""


class ActivityKind(Reported):
    """A kind of what is done within days; ``counts`` says of what there are so many: sessions, reports, cameras.

    It is counted from its register alone: what is reported is how things stand on a day.
    """

    source: Literal["register"] = "register"
    grain: None = None
    every: None = None
    counts: Names | None = None


class StandardKind(Registered):
    """A subject of the safety standard, a level or a kind of organisation; assessments are its register."""


class Households(Registered):
    """Where the number of households comes from."""


class ReturnRhythm(Section):
    """When units report, unless a kind says otherwise: how often, on which calendar, until when, and when it is old.

    ``due`` and ``stale`` are days: after the last day of a period, and after the day of a return.
    """

    every: Every = "month"
    calendar: Id | None = None
    due: Annotated[StrictInt, AfterValidator(some_days)] | None = None
    stale: Annotated[StrictInt, AfterValidator(some_days)] | None = None


class YearWindow(Named):
    """Years that have a name, or that do not end on the day before they begin (TT 23/2012 ran from 31/10 to 31/10).

    Without a ``last`` day they follow on each other.
    """

    first: MonthDay
    last: MonthDay | None = None


def _form(value: object) -> str:
    return "window" if isinstance(value, (dict, YearWindow)) else "day"


# The first day of the year; or the first and the last, where the years do not follow on each other.
Years = Annotated[Annotated[MonthDay, Tag("day")] | Annotated[YearWindow, Tag("window")], Discriminator(_form)]


class Campaign(Section):
    """The campaign that the book is of; what is dated before it ``begins`` is an error."""

    id: Id
    title: Names
    top: Id
    data: Literal["real", "published", "synthetic"]
    as_of: LocalDay | None = None
    begins: LocalDay | None = None
    calendar: Id | None = None
    lang: Lang | None = None


class Manifest(Section):
    """The whole of ``antq.toml``."""

    # BaseModel has a ``schema`` of its own.
    schema_: Annotated[StrictInt, Field(alias="schema")]
    campaign: Campaign
    # TOML's arrays come as lists, which pydantic takes for tuples only where it need not be strict.
    levels: Annotated[tuple[Level, ...], Field(strict=False, min_length=1)]
    calendars: dict[Id, Years] = Field(default_factory=dict)
    pledges: dict[Id, PledgeKind] = Field(default_factory=dict)
    teams: dict[Id, TeamKind] = Field(default_factory=dict)
    models: dict[Id, ModelKind] = Field(default_factory=dict)
    activities: dict[Id, ActivityKind] = Field(default_factory=dict)
    standards: dict[Id, StandardKind] = Field(default_factory=dict)
    regimes: dict[Id, Regime] = Field(default_factory=dict)
    households: Households = Field(default_factory=Households)
    returns: ReturnRhythm = Field(default_factory=ReturnRhythm)
    report: Reports = Field(default_factory=Reports)
    rules: dict[RuleCode, RuleSetting] = Field(default_factory=dict)
    waivers: Annotated[tuple[Waiver, ...], Field(strict=False)] = ()

    def level(self, id_: str) -> Level:
        """Return the level with an id; KeyError where there is none."""
        return {level.id: level for level in self.levels}[id_]

    def levels_held(self, above: str, below: str) -> tuple[Level, Level] | None:
        """Return the levels of what lies directly in a unit of one, and in none of another; None where one lacks."""
        known = self.is_level(above) and self.is_level(below)
        return (self.level(above), self.level(below)) if known else None

    def depth(self, id_: str) -> int:
        """Return how far below the top a level stands, from 0; ValueError where there is none."""
        return [level.id for level in self.levels].index(id_)

    def subject(self, kind: str) -> str:
        """Return who signs a pledge kind: a household, a student, an organisation (of a kind), or a unit of a level."""
        return self.pledges[kind].subject or kind

    def calendar(self, id_: str) -> Calendar:
        """Return the calendar with an id; KeyError where there is none. The civil one need not be declared."""
        if id_ == CIVIL.id and id_ not in self.calendars:
            return CIVIL
        declared = self.calendars[id_]
        if isinstance(declared, YearWindow):
            return Calendar(id_, declared.first, declared.last)
        return Calendar(id_, declared)

    def within(self, family: str, day: date, calendar: Calendar | None = None) -> Period | None:
        """Return the days over which a family is counted that is asked for on a day; None of what is there on a day.

        Of a family that is flows alone they are the year up to the day, on a calendar, else on the campaign's.
        """
        if not WORDS[family].flowing:
            return None
        return (calendar or self.calendar(self.campaign.calendar or CIVIL.id)).year_to(day)

    def names_of(self, calendar: str) -> tuple[str | None, str | None]:
        """Return what a calendar is called in both languages; None where the manifest gives it no name."""
        declared = self.calendars.get(calendar)
        return (declared.vi, declared.en) if isinstance(declared, YearWindow) else (None, None)

    def year_of(self, criterion: Criterion) -> Calendar:
        """Return the calendar of whose years a criterion names a part: that from January on, if it names none."""
        return CIVIL if criterion.calendar is None else self.calendar(criterion.calendar)

    @property
    def calendar_ids(self) -> list[str]:
        """The ids of the calendars as they are declared, and last the civil one, where it is not among them."""
        return list(dict.fromkeys((*self.calendars, CIVIL.id)))

    def kinds(self, family: str) -> Mapping[str, Reported]:
        """Return the kinds of a family of measures (``pledges``, ``teams`` …) by id: declared, or there in any book."""
        if family == "households":
            return {"": self.households}
        if family == "units":
            return {level.id: Registered(vi=level.vi, en=level.en) for level in self.levels}
        if family == "organisations":
            return dict.fromkeys(ORGANISATION_KINDS, Registered())
        declared: Mapping[str, Reported] = getattr(self, family)
        return declared

    def grain(self, kind: Reported) -> str:
        """Return who reports a kind, a level or a kind of organisation; the lowest level where it is not said."""
        return kind.grain or self.levels[-1].id

    def reach(self, kind: TeamKind) -> str:
        """Return the level, or the kind of organisation, that a kind of team or model is to reach."""
        return kind.reach or self.levels[-1].id

    def is_level(self, id_: str) -> bool:
        """Whether an id is that of a level, and not, as it may be in its place, of a kind of organisation."""
        return any(level.id == id_ for level in self.levels)

    def measures(self) -> list[str]:
        """Return every measure that the book can count and of which it may hold returns: stocks, no flows."""
        return [
            ".".join(word for word in (family, kind, part) if word)
            for family, words in WORDS.items()
            for kind in self.kinds(family)
            for part in words.told(within=False)
        ]
