"""Every rule of the program, gathered from the rooms that declare them."""

from antq_cli.checks.calendars import RULES as CALENDARS
from antq_cli.core.findings import Rule
from antq_cli.counting.rules import RULES as COUNTING
from antq_cli.reading.rules import RULES as READING
from antq_cli.units.rules import RULES as UNITS


def registry() -> dict[str, Rule]:
    """Return all rules by code, in the order of their codes. A code that two rooms declare is a fault of the program.

    Usage rules (U) are not among them: they are not about a book.
    """
    rules: dict[str, Rule] = {}
    for room in (READING, UNITS, COUNTING, CALENDARS):
        for code, rule in room.items():
            if code in rules:
                raise ValueError(code)
            rules[code] = rule
    return dict(sorted(rules.items()))
