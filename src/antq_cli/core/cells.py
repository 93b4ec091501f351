"""The grammar of a cell: every kind of cell has one pattern, matched before anything converts it.

pydantic alone reads ``25.000`` as 25, ``1_000`` as 1000 and the date ``0`` as 1970; nothing here leaves it the choice.
A cell is text. A blank cell is ``None`` where the column may be blank, and a fault where it may not.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

from antq_cli.core.days import DAY, day_written
from antq_cli.core.measures import meant, parse_figure, parse_measure
from antq_cli.core.ratio import RATE

CODE = re.compile(r"[A-Za-z0-9-]+")
COUNT = re.compile(r"0|[1-9][0-9]{0,8}")
YEAR = re.compile(r"[0-9]{4}")
# What somebody publishes: a count, a ratio of counts, a percentage with its decimals.
VALUE = re.compile(rf"(?P<num>{COUNT.pattern})(?:/(?P<den>{COUNT.pattern}))?|{RATE}")


def fault(code: str, **values: object) -> PydanticCustomError:
    """A judgement on a cell: the code of the rule it breaks and what the message needs to say so."""
    # pydantic only carries it: what is read are the sentences in `words`.
    return PydanticCustomError(code, "{code}", {"code": code, **values})


def filled(cell: object) -> str:
    """Return the text of a cell that may not be blank (D105), in NFC (D107)."""
    if not isinstance(cell, str) or cell == "":
        raise fault("D105")
    return text(cell)


def worded(cell: object) -> str:
    """Return the text of a cell that may not be blank to the eye: nothing, or nothing but white space (D105)."""
    cell = filled(cell)
    if cell.isspace():
        raise fault("D105")
    return cell


def text(cell: str) -> str:
    """Return the text of a cell if it is in Unicode's composed form (D107)."""
    if not (cell.isascii() or unicodedata.is_normalized("NFC", cell)):
        raise fault("D107")
    return cell


def day(cell: object) -> date:
    """Return an ISO day: the shape (D102), then that the calendar has it (D103)."""
    if type(cell) is date:  # not a datetime, which is a date as well
        return cell
    written = day_written(cell) if isinstance(cell, str) else None
    if written is not None:  # nearly always, and a register has thousands
        return written
    raise fault("D103" if DAY.fullmatch(filled(cell)) else "D102")


def count(cell: object) -> int:
    """Return a count: a whole number from 0 to 999,999,999 without sign, separator or leading zero (D104)."""
    if type(cell) is int:  # not a bool, which is an int as well
        return cell
    cell = filled(cell)
    if not COUNT.fullmatch(cell):
        raise fault("D104")
    return int(cell)


def measure(cell: object) -> str:
    """Take the id of a measure; a text that is none is a fault (D108), as is a blank (D105)."""
    cell = filled(cell)
    if parse_measure(cell) is None:
        raise fault("D108", meant=meant(cell))
    return cell


def _shaped(pattern: re.Pattern[str], code: str) -> Callable[[object], str]:
    def shaped(cell: object) -> str:
        cell = filled(cell)
        if not pattern.fullmatch(cell):
            raise fault(code)
        return cell

    return shaped


def figure(cell: object) -> str:
    """Take the id of a figure; a text that is none is a fault (D110), as is a blank (D105)."""
    cell = filled(cell)
    if parse_figure(cell) is None:
        raise fault("D110", meant=meant(cell))
    return cell


def _optional(judge: Callable[[Any], Any]) -> Callable[[object], Any]:
    def blank_or(cell: object) -> Any:
        return None if cell is None or cell == "" else judge(cell)

    return blank_or


def _one_of(*allowed: str) -> Callable[[object], str]:
    def one_of(cell: object) -> str:
        cell = filled(cell)
        if cell not in allowed:
            raise fault("D106", allowed=allowed)
        return cell

    return one_of


def choice(*allowed: str) -> BeforeValidator:
    """Return the judge of a cell that holds one of a few words (D106)."""
    return BeforeValidator(_one_of(*allowed))


def optional_choice(*allowed: str) -> BeforeValidator:
    """Return the judge of a cell that is blank or holds one of a few words (D106)."""
    return BeforeValidator(_optional(_one_of(*allowed)))


Text = Annotated[str, BeforeValidator(worded)]
# Codes are the one kind of cell of which a register may hold a different one in each of a million rows, so pydantic's
# native pattern judges them; `judging` gives its error the code of the rule (D101, or D105 where the cell is blank).
Code = Annotated[str, StringConstraints(strict=True, pattern=rf"^(?:{CODE.pattern})$")]
Day = Annotated[date, BeforeValidator(day)]
Count = Annotated[int, BeforeValidator(count)]
MeasureCell = Annotated[str, BeforeValidator(measure)]
FigureCell = Annotated[str, BeforeValidator(figure)]
Value = Annotated[str, BeforeValidator(_shaped(VALUE, "D111"))]
Year = Annotated[str, BeforeValidator(_shaped(YEAR, "D112"))]
OptionalText = Annotated[str | None, BeforeValidator(_optional(text))]
OptionalCode = Annotated[Code | None, BeforeValidator(lambda cell: cell or None)]
OptionalDay = Annotated[date | None, BeforeValidator(_optional(day))]
OptionalCount = Annotated[int | None, BeforeValidator(_optional(count))]
