"""Speaking: one catalogue a language, one way to fill a message, and a pseudo-language that shows what was not said.

The pseudo-language wraps every message in ⟦⟧; human text outside the brackets never went through a catalogue.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, lru_cache
from importlib import import_module
from typing import Any, NamedTuple

from antq_cli.core.findings import Shown, Withheld
from antq_cli.words import numbers

# How pydantic lists what a value may be: 'real', 'published' or 'synthetic'.
_QUOTED = re.compile(r"'([^']*)'")
LANGUAGES = ("vi", "en")
PSEUDO = "pseudo"


class Prose(NamedTuple):
    """A finding in words: what is wrong, and one sentence with the remedy."""

    what: str
    remedy: str


class _Shown:
    """Values as a message shows them, put into words when it names them: a list may be of every code in a book."""

    def __init__(self, show: Callable[[object], str], values: Mapping[str, object]) -> None:
        self._show = show
        self._values = values

    def __getitem__(self, name: str) -> str:
        return self._show(self._values[name])


class Speech:
    """The messages, numbers and days of one language."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.texts: dict[str, str] = import_module(f"antq_cli.words.{'en' if lang == PSEUDO else lang}").TEXTS

    def say(self, key: str, /, **values: object) -> str:
        """Return a message with its values filled in; KeyError where the catalogue lacks it."""
        filled = self.texts[key].format_map(_Shown(self._shown, values))
        return f"⟦{filled}⟧" if self.lang == PSEUDO else filled

    def knows(self, key: str) -> bool:
        """Return whether the catalogue has a message."""
        return key in self.texts

    def _shown(self, value: object) -> str:
        if value is None:
            return numbers.MISSING
        if isinstance(value, Withheld):
            return self.say("withheld")
        if isinstance(value, int) and not isinstance(value, bool):
            return self.count(value)
        if isinstance(value, date):
            return numbers.day(value)
        if isinstance(value, (list, tuple)):
            return _listed([self.say("withheld") if isinstance(item, Withheld) else str(item) for item in value])
        return str(value)

    def count(self, number: int | None) -> str:
        """Return a whole number as the language groups it."""
        return numbers.count(number, self.lang)

    def percent(self, written: str | None) -> str:
        """Return a percentage as the language writes it."""
        return numbers.percent(written, self.lang)

    def ratio(self, num: int | None, den: int | None) -> str:
        """Return ``num/den`` as the language writes it."""
        return numbers.ratio(num, den, self.lang)

    def tenths(self, num: int | None, den: int | None) -> str:
        """Return how many there are to each one, with one decimal, rounded half up; a dash where it is not known."""
        return numbers.tenths(num, den, self.lang)

    def factor(self, written: str | None) -> str:
        """Return a factor as the language writes it."""
        return numbers.decimal(written, self.lang)

    def named(self, vi: str | None, en: str | None) -> str | None:
        """Return a name that the manifest gives, in the other language where only that is given, or None."""
        return (vi or en) if self.lang == "vi" else (en or vi)

    def change(self, number: int | None) -> str:
        """Return by how many something changed, with a sign; a dash where it is not known."""
        return f"{'+' if number and number > 0 else ''}{self.count(number)}"

    def points(self, written: str | None) -> str:
        """Return a change in percentage points as the language writes it, with its sign."""
        return numbers.points(written, self.lang)

    def day(self, value: date) -> str:
        """Return a day as dd/mm/yyyy."""
        return numbers.day(value)

    def kind(self, measure: str, vi: str | None, en: str | None) -> str:
        """Return the name of what a measure counts: the manifest's, else the catalogue's, else its id.

        It begins a line or a column, so it has a capital.
        """
        given = (vi or en) if self.lang == "vi" else (en or vi)
        key = f"kind.{measure}"
        name = given or (self.say(key) if self.knows(key) else measure.partition(".")[2])
        return name[:1].upper() + name[1:]

    def describe(self, finding: Shown) -> Prose:
        """Return a finding in words; of what is withheld it says so."""
        said = self._values(finding)
        code = finding.rule.code
        if "asked" in said:
            said["asked"] = said["asked"] or self.say("upward")
        if "why" in said:
            said["why"] = self._why(code, str(said["why"]), str(said["detail"]))
        remedy = self.say(f"{code}.fix", **said)
        hint = self._hint(finding)
        return Prose(self.say(f"{code}.what", **said), f"{remedy} {hint}" if hint else remedy)

    def _values(self, finding: Shown) -> dict[str, Any]:
        """Return a finding's values as its sentences say them."""
        said: dict[str, Any] = {"register": "", "column": "", "value": ""}
        # Days as they are in the files, so that they can be looked for there.
        said |= {name: str(value) if isinstance(value, date) else value for name, value in finding.values.items()}
        value = finding.values.get("value")
        if not (value is None or isinstance(value, Withheld) or (str(value).strip() or None) == str(value)):
            said["value"] = f'"{value}"'
        if "expected" in said and self.knows(f"expected.{said['expected']}"):
            choices = _QUOTED.findall(said.get("choices", ""))
            said["expected"] = self.say(f"expected.{said['expected']}", choices=choices)
        for said_by_key in ("guess", "reach", "no_use", "damage"):
            if said_by_key in said:
                said[said_by_key] = self.say(f"{said_by_key}.{said[said_by_key]}", **said)
        self._phrase(said)
        return said

    def _phrase(self, said: dict[str, Any]) -> None:
        """Put those values into words that have some of their own."""
        for decimal in ("z", "median"):
            if isinstance(said.get(decimal), str):
                said[decimal] = self.factor(said[decimal])
        if "num" in said:
            said["has"] = self._has(said["num"], said.get("den"), said.get("percent"))
        for result in ("recorded", "computed"):
            if result in said:
                said[result] = self.say(f"result.{said[result]}")
        if "reason" in said:
            said["reason"] = self.say(f"unverifiable.{said['reason']}", **said)

    def _has(self, num: int | None, den: int | None, percent: str | None) -> str:
        ratio = self.ratio(num, den)
        return ratio if percent is None else f"{ratio} ({self.percent(percent)})"

    def _why(self, code: str, name: str, detail: str) -> str:
        """Return what the system says was wrong with a file, in words of the catalogue where it has some."""
        keys = (f"why.{name}.{code}", f"why.{name}")
        return next((self.say(key) for key in keys if self.knows(key)), None) or self.say("why.other", detail=detail)

    def _hint(self, finding: Shown) -> str | None:
        meant = suggestion(finding)
        return None if meant is None else self.say("did-you-mean", value=meant)


def _listed(words: list[str]) -> str:
    """Return words as a list; names such as "Xã, thị trấn" hold commas themselves."""
    return ("; " if any("," in word for word in words) else ", ").join(words)


def suggestion(finding: Shown) -> str | None:
    """Return what was probably meant: what the finding says itself, or the allowed word that is most like the written.

    A number that is like another says nothing: the code of a neighbour is no advice.
    """
    value = finding.values.get("value")
    if isinstance(finding.cell, Withheld) or isinstance(value, Withheld):
        return None  # it would give away what is withheld
    if meant := finding.values.get("meant"):
        return _listed(meant)
    allowed = finding.values.get("allowed", ())
    written = str(value or finding.values.get("column") or "")
    return closest(written, tuple(allowed)) if allowed and any(map(str.isalpha, written)) else None


@lru_cache(maxsize=4096)  # many rows may name the same unknown unit
def closest(written: str, allowed: tuple[str, ...], likeness: float = 0.7) -> str | None:
    """Return the one of a few words that is most like the written one, or None where none is so like it."""
    from difflib import get_close_matches  # only what went wrong pays for it

    return next(iter(get_close_matches(written, allowed, n=1, cutoff=likeness)), None)


@cache
def speech(lang: str) -> Speech:
    """Return the speech of a language, ``vi``, ``en`` or the pseudo-language."""
    return Speech(lang)
