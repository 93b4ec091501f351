"""Number formats: which of them show a number as a day, and the day that a number is then."""

import re
from datetime import date, datetime, time
from typing import NamedTuple

from antq_cli.core.days import earlier, later

# The formats that have a number of their own and stand in no file; 0 is the general one.
_NUMBERS = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?"}
_NEGATIVES = {
    37: "#,##0 ;(#,##0)",
    38: "#,##0 ;[Red](#,##0)",
    39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;[Red](#,##0.00)",
}
_DAYS = {14: "m/d/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 22: "m/d/yyyy h:mm"}
_HOURS = {18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mmss.0"}
_REST = {13: "# ??/??", 48: "##0.0E+0", 49: "@"}
BUILT_IN = _NUMBERS | _NEGATIVES | _DAYS | _HOURS | _REST
# What is shown as it is: in quotation marks, in brackets that are no time passed, behind a sign that says so.
_AS_IT_IS = re.compile(r'"[^"]*"?|\[(?!(?:h+|m+|s+)\])[^\]]*\]?|\\.|_.|\*.', re.IGNORECASE)
_TIMES = re.compile(r"AM/PM|A/P|[hs]|\[m+\]", re.IGNORECASE)
# Days are counted from the eve of 1900, which is taken for a leap year: its 29 February, day 60, was none.
_EVE, _LEAP = date(1899, 12, 31), 60
_FIRST_OF_1904 = date(1904, 1, 1)
_DAY = 86_400_000  # in milliseconds, of which a fraction of a day keeps no more than these
_SECOND, _SIXTY = 1000, 60


class Form(NamedTuple):
    """A number format as it is written, "" for the general one, and whether it shows a number as a day."""

    written: str = ""
    day: bool = False

    @classmethod
    def of(cls, written: str) -> "Form":
        """Return a number format as it is written."""
        if written.casefold() == "general":
            return cls()
        letters = _AS_IT_IS.sub("", written).casefold()
        return cls(written, bool(set("dy") & {*letters}) or ("m" in letters and not _TIMES.search(letters)))


GENERAL = Form()


def day_of(number: float, *, from_1904: bool) -> date | datetime | None:
    """Return the day, with its time where it has one, that a number is shown as; None where it is none."""
    whole, rest = divmod(round(number * _DAY), _DAY)
    if from_1904:
        first = _FIRST_OF_1904
    elif whole < 1 or whole == _LEAP:
        return None
    else:
        first = earlier(_EVE) if whole > _LEAP else _EVE
    if not 0 <= whole <= (date.max - first).days:
        return None
    day = later(first, whole)
    return datetime.combine(day, _time(rest)) if rest else day


def _time(milliseconds: int) -> time:
    seconds, rest = divmod(milliseconds, _SECOND)
    minutes, second = divmod(seconds, _SIXTY)
    return time(*divmod(minutes, _SIXTY), second, rest * _SECOND)
