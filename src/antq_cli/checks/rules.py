"""The rules of the checks, as data alone: who reads up on a rule waits for nothing that judges by it."""

from collections.abc import Iterable

from antq_cli.core.findings import BOOK, PERSONAL_COLUMN, Rule
from antq_cli.core.names import REGISTER_NAMES

# Days of what has happened, by register. Those of units, crossings, teams, models, organisations are decided in
# advance, as are those of partners.
PAST = {
    "households": ("joined", "left"),
    "pledges": ("date",),
    "returns": ("date", "received"),
    "activities": ("last",),
    "assessments": ("date",),
    "directives": ("date",),
}
# The registers whose codes are given in the book, each with the column of the code.
CODED = {
    **dict.fromkeys(("units", "organisations", "teams", "models", "partners"), "code"),
    "households": "household",
}
# The registers of those from whom returns are expected.
SENDERS = ("units", "organisations")


def _by_code(rules: Iterable[Rule]) -> dict[str, Rule]:
    return {rule.code: rule for rule in rules}


CALENDARS = _by_code(
    (
        Rule("T001", "overlapping-years", "warning", of=(BOOK,), counted=True),
        Rule("T002", "gap-between-years", "warning", of=(BOOK,), counted=True),
    )
)
WAIVERS = _by_code(
    (
        Rule("S017", "expired-waiver", "warning", of=(BOOK,)),
        Rule("S018", "unused-waiver", "warning", of=(BOOK,)),
        Rule("S019", "not-to-be-waived", of=(BOOK,)),
    )
)
LETTERS = _by_code(
    (
        Rule("D113", "look-alike", "warning", of=REGISTER_NAMES),
        Rule("D114", "damaged-text", "warning", of=REGISTER_NAMES),
    )
)
TWINS = _by_code((Rule("D117", "twin-codes", "warning", of=tuple(CODED)),))
TIMELY = _by_code(
    (
        Rule("T101", "future-day", of=tuple(PAST)),
        Rule("T102", "received-before-its-day", "warning", of=("returns",)),
        Rule("T103", "late-return", "warning", of=("returns",)),
        Rule("T104", "missing-return", "warning", of=SENDERS),
        Rule("T105", "stale-return", "warning", of=("returns", *SENDERS)),
    )
)
PLAUSIBLE = _by_code(
    (
        Rule("Q101", "outlier", "warning", of=("returns",)),
        Rule("Q102", "jump", "warning", of=("returns",)),
        Rule("Q103", "growth", "warning", of=("returns", "units")),
        Rule("Q104", "parent-not-sum", "warning", of=("returns",)),
        Rule("Q105", "too-even", "warning", of=("returns", "units")),
    )
)
PRIVACY = _by_code(
    (
        Rule(PERSONAL_COLUMN, "personal-column", of=REGISTER_NAMES),
        Rule("P201", "identity-number", of=REGISTER_NAMES),
        Rule("P202", "phone-number", of=REGISTER_NAMES),
        Rule("P203", "person-name", "warning", of=REGISTER_NAMES),
    )
)
