"""Every rule of the program, gathered from the rooms that declare them."""

from antq_cli.checks.calendars import RULES as CALENDARS
from antq_cli.checks.plausible import RULES as PLAUSIBLE
from antq_cli.checks.privacy import RULES as PRIVACY
from antq_cli.checks.timely import RULES as TIMELY
from antq_cli.checks.waivers import RULES as WAIVERS
from antq_cli.core.findings import STAGES, Rule
from antq_cli.counting.rules import RULES as COUNTING
from antq_cli.reading.rules import RULES as READING
from antq_cli.units.rules import RULES as UNITS


def registry() -> dict[str, Rule]:
    """Return all rules by code, in the order in which they are judged: by stage, then by code. A code that two rooms declare is a fault of the program.

    Usage rules (U) are not among them: they are not about a book.
    """
    rules: dict[str, Rule] = {}
    for room in (READING, UNITS, COUNTING, CALENDARS, WAIVERS, TIMELY, PLAUSIBLE, PRIVACY):
        for code, rule in room.items():
            if code in rules:
                raise ValueError(code)
            rules[code] = rule
    stages = [*STAGES]
    return dict(sorted(rules.items(), key=lambda item: (stages.index(item[0][0]), item[0])))
