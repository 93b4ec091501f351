"""The names of the registers, for who needs no more of them: their models take long to load."""

from typing import Literal, get_args

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
REGISTER_NAMES: tuple[RegisterName, ...] = get_args(RegisterName)
