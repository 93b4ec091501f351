"""English names within a sentence: what is counted, where, when."""

from collections.abc import Sequence

from antq_cli.core.calendars import Period
from antq_cli.core.figures import Figure, Kind
from antq_cli.core.manifest import Level
from antq_cli.core.measures import REGISTRATION
from antq_cli.core.names import ORGANISATION_KINDS
from antq_cli.core.report import Gap, Piece, Text
from antq_cli.words.passages.telling import Teller
from antq_cli.words.speech import lowered

STANDARD = "the standard “Safe in security and order”"
UNITS = "units"


def noun(t: Teller, kind: Kind) -> str:
    """Return what a kind counts, as several of them."""
    level = t.level(kind.measure.kind)
    if level is not None and not (kind.vi or kind.en):
        return of_level(level)
    if kind.measure == REGISTRATION:  # whatever a column calls it
        return "households registered to build a safe residential area"
    return plural(t.kind(kind))


def plural(name: str) -> str:
    """Return a name as several of them are called; the book may give it so."""
    if name.endswith("s"):
        return name
    return f"{name[:-1]}ies" if name.endswith("y") and name[-2:-1] not in "aeiou" else f"{name}s"


def singular(name: str) -> str:
    """Return the name of several as one of them is called."""
    return f"{name[:-3]}y" if name.endswith("ies") else name.removesuffix("s")


def many(number: int | None, name: str) -> str:
    """Return the name of so many: one of them is called otherwise."""
    first, registered, rest = name.partition(" registered ")
    return f"{singular(first)}{registered}{rest}" if number == 1 else name


def of_level(level: Level) -> str:
    """Return what the units of a level are called; of groups of something the first word tells how many they are."""
    first, of, rest = lowered(level.name("en") or level.id).partition(" of ")
    return f"{plural(first)}{of}{rest}"


def units(t: Teller) -> str:
    """Return what the units below are called."""
    return UNITS if t.paper.by is None else of_level(t.paper.by)


def own_kind(t: Teller) -> str:
    """Return the unit as one that does something itself: the commune."""
    return f"the {lowered(t.paper.where.level.name('en') or t.paper.where.level.id)}"


def reporters_of(t: Teller, figure: Figure) -> str:
    """Return what those are called who report a figure: schools."""
    kind = t.paper.kind(figure.measure)
    return UNITS if kind is None or kind.grain is None else reporters(t, kind.grain)


def reached(t: Teller, kind: Kind) -> str:
    """Return what teams or models of a kind are to reach: a level, or a kind of organisation."""
    level = kind.reach
    if level is None:
        return UNITS
    return t.speech.say(f"subject.{level.id}") if level.id in ORGANISATION_KINDS else of_level(level)


def reporters(t: Teller, grain: str) -> str:
    """Return who reports: the units of a level, or a kind of organisation."""
    level = t.level(grain)
    if level is not None:
        return of_level(level)
    return t.speech.say(f"subject.{grain}") if grain in ORGANISATION_KINDS else UNITS


def titled(t: Teller) -> str:
    """Return the unit with its level, as a sentence begins: the name, and in brackets district."""
    return f"{t.paper.where.name} ({lowered(t.paper.where.level.name('en') or t.paper.where.level.id)})"


def whole(t: Teller) -> str:
    """Return the unit as a whole: the whole district."""
    return f"the whole {lowered(t.paper.where.level.name('en') or t.paper.where.level.id)}"


def issuer(t: Teller) -> Piece:
    """Return who issues the report, or a gap for it."""
    name = None if t.paper.issuer is None else t.paper.issuer.name
    return Gap("[name of the office]") if name is None else Text(name)


def within(t: Teller, period: Period) -> str:
    """Return the days of a period, the last one counted."""
    return f"from {t.day(period.first)} to the end of {t.day(period.last)}"


def meanwhile(t: Teller) -> str:
    """Return within what something was done, as a sentence begins: In Q3 2021."""
    period = t.paper.period
    assert period is not None
    name = t.within()
    return f"In {name}" if name else f"Within the period ({within(t, period)})"


def of_period(t: Teller) -> str:
    """Return the period of the report by its name, or by its days; nothing without one."""
    period = t.paper.period
    return "" if period is None else t.period(period) or within(t, period)


def since(t: Teller) -> str:
    """Return what is compared with, at the beginning of a sentence."""
    paper, before = t.paper, t.paper.before
    assert before is not None
    merger = paper.merger
    moved = merger is not None and before.last < merger.day
    put = f" (put on the map of {t.day(merger.day)})" if merger is not None and moved else ""
    if paper.same_period_a_year_before:
        return f"Compared with the same period of {before.last.year}{put}"
    name = None if paper.period is None else t.period(before)
    return f"Compared with {name or t.day(before.last)}{put}"


def listed(names: Sequence[str]) -> str:
    """Return names one after the other; where one holds a comma itself, they are parted by semicolons."""
    return ("; " if any("," in name for name in names) else ", ").join(names)


def noun_of_organisations(t: Teller, figure: Figure) -> str:
    """Return what organisations of a kind are called."""
    return many(figure.num, lowered(t.speech.kind(str(figure.measure), None, None)))
