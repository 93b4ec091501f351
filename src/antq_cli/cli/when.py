"""Which day is counted, over which period, on whose map, and against what: each from the first that says so."""

from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from antq_cli.cli.commands import COMMANDS
from antq_cli.cli.days import day, day_of, today, within_reach
from antq_cli.cli.environment import Environment, environment
from antq_cli.cli.options import Request
from antq_cli.cli.usage import usage
from antq_cli.core import called
from antq_cli.core.calendars import CIVIL, Calendar, Period, parse_span

if TYPE_CHECKING:  # who is refused waits for no models
    from antq_cli.core.manifest import Manifest

# Commands that tell of periods also where none is asked for; to all others a calendar says nothing without one.
_IN_PERIODS = ("pledges trend", "activities summary", "periods")
# What says which day is counted.
Origin = Literal["option", "period", "manifest", "today"]


class Timing(NamedTuple):
    """The day to count on, why it is that, and what else time has to say.

    ``period`` ends on the day; ``basis`` is the day of the map; ``today`` is set where today's date was used.
    """

    as_of: date
    origin: Origin
    basis: date
    period: Period | None = None
    vs: Period | None = None
    today: date | None = None


def calendar(request: Request, manifest: "Manifest") -> Calendar:
    """Return the calendar: the option's, the campaign's, the civil one; raises :class:`Refused` (U004)."""
    if request.calendar is not None and request.calendar not in manifest.calendar_ids:
        from antq_cli.cli import named  # only who asks for one by its name pays for it

        return manifest.calendar(named.calendar(request.calendar, manifest))
    return manifest.calendar(request.calendar or manifest.campaign.calendar or CIVIL.id)


def period(written: str, calendar: Calendar, manifest: "Manifest") -> Period:
    """Return a period by its name on a calendar, FIRST..LAST, or a day.

    Raises :class:`Refused` (U016, U019, U033, U036).
    """
    first, dots, last = written.partition("..")
    days = [day_of(first), day_of(last) if dots else day_of(first)]
    if days[0] is not None and days[1] is not None and days[0] <= days[1]:
        return Period(days[0], days[1])
    span = parse_span(written)
    found = None if span is None else calendar.period(span)
    if found is not None:
        within_reach(found.first, written)
        within_reach(found.last, written)
        return found
    if span is not None and calendar.windows and not span.whole:
        raise usage("U019", value=written, calendar=called.calendar(manifest, calendar.id))
    raise usage("U016", value=written)


def no_calendar(request: Request) -> None:
    """Refuse a calendar where nothing is asked of a period of it (U055)."""
    if request.calendar is not None:
        raise usage("U055", value="--calendar")


def when(request: Request, manifest: "Manifest") -> Timing:
    """Settle the days that a request is about; raises :class:`Refused`."""
    said = environment()
    held = calendar(request, manifest)
    if not (request.period or request.vs or request.command in _IN_PERIODS):
        no_calendar(request)
    asked = period(request.period, held, manifest) if request.period else None
    as_of, origin = _as_of(request, manifest, said, asked)
    if asked is not None and not asked.first <= as_of <= asked.last:
        raise usage("U017", value=str(request.as_of), first=asked.first, last=asked.last)
    return Timing(
        as_of,
        origin,
        as_of if request.basis in (None, "then") else _basis(str(request.basis), said),
        asked and asked.until(as_of),
        period(request.vs, held, manifest) if request.vs else None,
        # Told where it decides: tomorrow the same line says something else.
        today(said) if origin == "today" or request.basis == "now" else None,
    )


def _basis(written: str, said: Environment) -> date:
    if written == "now":
        return today(said)
    found = day_of(written)
    if found is None:
        raise usage("U018", value=written)
    return found


def _as_of(request: Request, manifest: "Manifest", said: Environment, asked: Period | None) -> tuple[date, Origin]:
    if request.as_of is not None:
        return day(request.as_of, periods="period" in COMMANDS[request.command].options), "option"
    if asked is not None:
        return asked.last, "period"
    if (as_of := manifest.campaign.as_of) is not None:
        return within_reach(as_of, str(as_of)), "manifest"
    return today(said), "today"
