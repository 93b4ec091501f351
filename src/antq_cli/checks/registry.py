"""Every rule of the program, gathered from the rooms that declare them."""

from antq_cli.answers.rules import RULES as ANSWERS
from antq_cli.checks.imports import RULES as IMPORTS
from antq_cli.checks.rules import CALENDARS, LETTERS, PLAUSIBLE, PRIVACY, TIMELY, TWINS, WAIVERS
from antq_cli.core.findings import STAGES, Rule
from antq_cli.counting.rules import RULES as COUNTING
from antq_cli.reading.rules import RULES as READING
from antq_cli.reading.sheets.rules import RULES as SHEETS
from antq_cli.units.rules import RULES as UNITS

# What a clerk with spreadsheets from many communes meets most, the most frequent first; the docs begin with these.
MET_MOST = (
    *("D104", "D102", "F011", "F012", "F010", "F004", "F013", "F014", "D105", "D106", "D101"),
    *("X101", "X202", "D301", "D302", "D202", "T104", "T103", "R201", "R101", "X203", "Q102", "T101", "P203"),
)


_ROOMS = (
    *(READING, SHEETS, UNITS, COUNTING, ANSWERS, CALENDARS, WAIVERS, LETTERS, TWINS, TIMELY, PLAUSIBLE, PRIVACY),
    IMPORTS,
)
# The family of rules by which no book is judged, but a sheet that comes into one.
_OF_SHEETS = "I"


def of_books() -> dict[str, Rule]:
    """Return the rules by which books are judged, by code, in their order."""
    return {code: rule for code, rule in registry().items() if code[0] != _OF_SHEETS}


def registry() -> dict[str, Rule]:
    """Return all rules by code, in the order in which they are judged: by stage, then by code.

    A code that two rooms declare is a fault of the program. Usage rules (U) are not about a book, so not among them.
    """
    rules: dict[str, Rule] = {}
    for room in _ROOMS:
        for code, rule in room.items():
            if code in rules:
                raise ValueError(code)
            rules[code] = rule
    stages = [*STAGES]
    return dict(sorted(rules.items(), key=lambda item: (stages.index(item[0][0]), item[0])))
