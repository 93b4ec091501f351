"""The kinds of a random book: what its manifest says is counted, and from what."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.independent.occupants import FOR_EVER, Rule
from tests.independent.validity import UNTIL_WITHDRAWN


@dataclass(frozen=True)
class Kind:
    """A kind of a family in the manifest; `households` is a family that is its only kind."""

    family: str
    id: str
    source: str
    subject: str = ""
    grain: str = ""
    rule: Rule = FOR_EVER
    reach: str = ""
    opened: date | None = None
    closed: date | None = None
    every: str = ""

    @property
    def measure(self) -> str:
        """What is counted of the kind itself."""
        return f"{self.family}.{self.id}" if self.id else self.family


NAMES = {"teams": ("tổ", "team"), "models": ("mô hình", "model"), "standards": ("an toàn", "safe")}
NAMES |= {"activities": ("việc", "work")}
CALENDARS: dict[str, Any] = {
    "duong-lich": "01-01",
    "nam-thi-dua": "12-15",
    "xet-duyet": {"first": "10-31", "last": "10-31"},
    "cua-so": {"first": "11-16", "last": "11-15"},
}


def choose_kinds(rng: random.Random, levels: list[str]) -> list[Kind]:
    """The kinds of pledges and teams of a book, each there or not."""
    grain = rng.choice(levels)
    level = rng.choice(levels)
    wanted = [
        (0.9, Kind("pledges", "household", "journal", "household")),
        (0.4, Kind("pledges", "registration", "journal", "household")),
        (0.4, Kind("pledges", "organisation", "journal", "organisation")),
        (0.3, Kind("pledges", "co-quan", "journal", "organisation")),
        *((0.4, Kind("pledges", one, "journal", one)) for one in levels),
        (0.3, Kind("pledges", "cam-ket-2", "journal", level)),
        (0.6, Kind("pledges", "student", "returns", "student", levels[-1])),
        (0.5, Kind("pledges", "ho-bao-cao", "returns", "household", grain)),
        (0.2, Kind("pledges", "don-vi-bao-cao", "returns", level, levels[-2])),
        (0.7, Kind("teams", "antt", "register")),
        (0.3, Kind("teams", "dan-phong", "register")),
        (0.5, Kind("teams", "anxh", "returns", "", rng.choice(levels))),
    ]
    return [kind for chance, kind in wanted if rng.random() < chance]


def choose_rule(rng: random.Random) -> Rule:
    """How long the pledges of a kind are in force."""
    months = {"months": rng.choice([1, 2, 3, 6, 12, 13, 24])}
    name = rng.choice(sorted(CALENDARS))
    year = Rule({"lapses": "year", "calendar": name}, {name: CALENDARS[name]})
    return rng.choice([FOR_EVER, Rule(months), Rule(months | {"lapses": "months"}), year, year])


def settings(rng: random.Random, kind: Kind, last: str) -> list[str]:
    """The lines of one kind; what is the default is left out half of the time."""
    lines = []
    default = {"source": "register", "grain": last, "reach": last}
    if kind.family == "pledges":
        default = {"source": "journal", "subject": kind.id, "grain": last}
    elif kind.id:
        word = NAMES[kind.family]
        lines = [f'vi = "{word[0]} {kind.id}"', f'en = "{word[1]} {kind.id}"']
    if kind.family == "activities":
        return lines
    for key in ("subject", "source", "grain", "reach"):
        value = str(getattr(kind, key))
        if value and (value != default.get(key) or rng.random() < 0.5):
            lines.append(f'{key} = "{value}"')
    if kind.source == "journal" and (kind.rule.validity != UNTIL_WITHDRAWN or rng.random() < 0.3):
        lines.append(f"validity = {inline(kind.rule.validity)}")
    lines += [f"{key} = {day}" for key, day in (("opened", kind.opened), ("closed", kind.closed)) if day]
    return [*lines, f'every = "{kind.every}"'] if kind.every else lines


def inline(value: Any) -> str:
    """A value as TOML has it on one line."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {inline(one)}" for key, one in value.items()) + " }"
    return json.dumps(value)
