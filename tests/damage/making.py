"""What ways of damaging a book are made of: changes of whole files, of tables, of cells, of the manifest."""

import re
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Literal, NamedTuple

Files = dict[str, "str | bytes | Path"]  # a path is a link to what is no file
Truth = Literal["flagged", "harmless"]
Damage = Callable[[Random, dict[str, str]], "Files | None"]


class Way(NamedTuple):
    """A way: what it is called, what must come of it, and what it does; None where it can do nothing there.

    ``told`` is a rule that must be among those that tell of it, where one is meant.
    """

    name: str
    truth: Truth
    damage: Damage
    told: str = ""


REGISTERS = (
    *("units", "households", "organisations", "pledges", "returns", "teams"),
    *("models", "assessments", "claims", "crosswalk", "directives", "activities", "partners"),
)


def rows_of(text: str) -> list[list[str]]:
    """The cells of a file without quotation marks; the header is the first row."""
    return [line.split(",") for line in text.rstrip("\n").split("\n")]


def text_of(rows: list[list[str]], separator: str = ",") -> str:
    return "\n".join(separator.join(row) for row in rows) + "\n"


def whole(change: Callable[[Random, str], "str | bytes"], *names: str) -> Damage:
    """Change the text of a file, of whatever register or of one of some."""

    def damage(rng: Random, files: dict[str, str]) -> Files | None:
        name = f"{rng.choice(names or REGISTERS)}.csv"
        changed = change(rng, files[name])
        return None if changed == files[name] else {**files, name: changed}

    return damage


def table(change: Callable[[Random, list[list[str]]], "list[list[str]] | None"], *names: str) -> Damage:
    """Change the rows of a file."""

    def damage(rng: Random, files: dict[str, str]) -> Files | None:
        name = f"{rng.choice(names or REGISTERS)}.csv"
        rows = change(rng, rows_of(files[name]))
        return None if rows is None or rows == rows_of(files[name]) else {**files, name: text_of(rows)}

    return damage


def cell(change: Callable[[Random, str], str], *columns: tuple[str, str]) -> Damage:
    """Change a cell that is not blank, in one of some columns."""

    def damage(rng: Random, files: dict[str, str]) -> Files | None:
        register, column = rng.choice(columns)
        rows = rows_of(files[f"{register}.csv"])
        at = rows[0].index(column)
        filled = [row for row in rows[1:] if row[at]]
        row = rng.choice(filled)
        was, row[at] = row[at], change(rng, row[at])
        return None if row[at] == was else {**files, f"{register}.csv": text_of(rows)}

    return damage


def to(written: str, *columns: tuple[str, str]) -> Damage:
    """Put a text, with {} for what was there, into a cell."""
    return cell(lambda _, was: written.replace("{}", was), *columns)


def manifest(pattern: str, becomes: str) -> Damage:
    """Change one of the places of the manifest that a pattern finds."""

    def damage(rng: Random, files: dict[str, str]) -> Files | None:
        found = rng.choice([*re.finditer(pattern, files["antq.toml"], re.MULTILINE)])
        text = files["antq.toml"]
        return {**files, "antq.toml": text[: found.start()] + found.expand(becomes) + text[found.end() :]}

    return damage


def swapped(first: str, second: str) -> Callable[[Random, list[list[str]]], list[list[str]]]:
    def change(_: Random, rows: list[list[str]]) -> list[list[str]]:
        names = {first: second, second: first}
        return [[names.get(name, name) for name in rows[0]], *rows[1:]]

    return change


def done_until(last: str, unit: str = "") -> Callable[[Random, list[list[str]]], list[list[str]]]:
    """Let some row of what a unit did go on until a later day."""

    def change(rng: Random, rows: list[list[str]]) -> list[list[str]]:
        of_unit = [row for row in rows[1:] if row[2] == (unit or "01") and row[1] != last]
        gone_on = of_unit[-1] if unit else rng.choice(of_unit)
        return [[row[0], last, *row[2:]] if row is gone_on else row for row in rows]

    return change


def overlapping(rng: Random, rows: list[list[str]]) -> list[list[str]]:
    """Somebody who moved in June is still there in July."""
    rng.choice([row for row in rows[1:] if row[3]])[3] = "2021-07-15"
    return rows


def without(column: str) -> Callable[[Random, list[list[str]]], list[list[str]]]:
    def change(_: Random, rows: list[list[str]]) -> list[list[str]]:
        at = rows[0].index(column)
        return [row[:at] + row[at + 1 :] for row in rows]

    return change
