"""What is found in a sheet: a rule, the place as office programs write it, and values."""

from collections.abc import Sequence
from typing import Any, Literal

from antq_cli.checks.imports import RULES
from antq_cli.core.findings import Finding, Place
from antq_cli.core.sheets import Sheet
from antq_cli.core.values import Said

# Whether there is anything that a cell could mean, or that a name is like.
Found = Literal["some", "none"]


def any_of(group: str, several: Sequence[object]) -> Said:
    """Return the word for whether there are several, or any."""
    word: Found = "some" if several else "none"
    return Said(group, word)


def found(code: str, sheet: Sheet, address: str, /, **values: Any) -> Finding:
    """Return the finding at a cell of a sheet, or at a row or a column; its place is written as office programs do.

    ``sheet`` and ``address`` say where in it.
    """
    readings = values.get("readings")
    if readings is not None:
        values["read_as"] = any_of("read-as", readings)
    where = f"{sheet.name}!{address}" if address else sheet.name
    cell = values.get("value")
    said = {"sheet": sheet.name, "address": address, **values}
    return Finding(RULES[code], Place(where), said, cell=cell if isinstance(cell, str) else None)
