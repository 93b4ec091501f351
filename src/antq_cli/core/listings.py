"""What `antq periods` returns."""

from collections.abc import Sequence
from typing import NamedTuple

from antq_cli.core.calendars import Period


class Periods(NamedTuple):
    """The periods of a year of a calendar: the year first, then its parts."""

    calendar: str
    periods: Sequence[Period]
