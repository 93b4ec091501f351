"""The names of the registers, for who needs no more of them: their models take long to load."""

from typing import Literal, get_args

from antq_cli.core.values import Named

RegisterName = Literal[
    "units",
    "crosswalk",
    "households",
    "organisations",
    "pledges",
    "returns",
    "teams",
    "models",
    "activities",
    "assessments",
    "claims",
    "directives",
    "partners",
]
ORGANISATION_KINDS = ("agency", "enterprise", "school", "armed-forces")
# The outlines of reports that antq has.
TEMPLATE_NAMES = ("monthly", "quarterly", "yearly", "festival")
# Columns that mean something else than those of the same name in other registers.
OTHERWISE = {
    ("crosswalk", "event"): "crosswalk-event",
    ("partners", "joined"): "partners-joined",
    ("partners", "left"): "partners-left",
}
REGISTER_NAMES: tuple[RegisterName, ...] = get_args(RegisterName)


def column_named(register: str, column: str) -> Named:
    """Return a column of a register, for which ``words`` may say what it means."""
    return Named(column, None, None, f"field.{OTHERWISE.get((register, column), column)}")


def register_named(name: str) -> Named:
    """Return a register, or what is of the manifest (``book``), for which ``words`` has a name."""
    return Named(name, None, None, f"register.{name}")
