"""What the sections of the manifest share: ids, days, percentages, names in both languages."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StrictStr
from pydantic_core import PydanticCustomError

from antq_cli.core.cells import CODE, day, fault
from antq_cli.core.ratio import hundredths_of
from antq_cli.core.values import Said

_MOST_MONTHS = 1200  # a hundred years: more is a slip
_MOST_DAYS = 3660  # ten years


def _local_day(value: object) -> object:
    """Refuse what pydantic would turn into a day: a time, a number, a string."""
    if type(value) is not date:
        raise fault("S006")
    return value


def _id(value: str) -> str:
    if not CODE.fullmatch(value):
        raise fault("S007")
    return value


def every_year(value: str) -> str:
    """Refuse what is not the month and the day of a day that every year has."""
    try:
        day(f"2001-{value}")  # a year without a 29 February
    except PydanticCustomError:
        raise fault("S002", expected=Said("expected", "month-day")) from None
    return value


def percentage(value: str) -> str:
    """Refuse what is not a percentage above 0 and up to 100, such as 95%."""
    if hundredths_of(value) is None or not value.endswith("%"):
        raise fault("S002", expected=Said("expected", "percentage"))
    return value


def some_months(value: int) -> int:
    """Refuse a number of months that nobody means."""
    if not 1 <= value <= _MOST_MONTHS:
        raise fault("S002", expected=Said("expected", "months"))
    return value


def some_days(value: int) -> int:
    """Refuse a number of days that nobody means."""
    if not 0 <= value <= _MOST_DAYS:
        raise fault("S002", expected=Said("expected", "days"))
    return value


LocalDay = Annotated[date, BeforeValidator(_local_day)]
Id = Annotated[StrictStr, AfterValidator(_id)]
MonthDay = Annotated[StrictStr, AfterValidator(every_year)]


class Section(BaseModel):
    """A section: what it does not know is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class Names(Section):
    """A name in both languages."""

    vi: StrictStr
    en: StrictStr


class Named(Section):
    """A kind whose names may be left to the program."""

    vi: StrictStr | None = None
    en: StrictStr | None = None

    def name(self, lang: str) -> str | None:
        """Return the name in a language, in the other where only that is given, or None."""
        return (self.vi or self.en) if lang == "vi" else (self.en or self.vi)
