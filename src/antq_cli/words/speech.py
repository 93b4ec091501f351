"""Speaking: one catalogue, one way to fill a message, and a pseudo-language that shows what was not said.

An entry of the catalogue has the English text and beside it the Vietnamese; its module is loaded when one is needed.
The pseudo-language wraps every message in ⟦⟧; human text outside the brackets never went through the catalogue.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from importlib import import_module
from types import NoneType
from typing import Any, NamedTuple

from antq_cli.core.calendars import parse_span
from antq_cli.core.days import day_written
from antq_cli.core.findings import STAGES, Shown, Withheld
from antq_cli.core.measures import parse_measure
from antq_cli.core.names import column_named, register_named
from antq_cli.core.values import Decimal, Name, Named, Said, Share
from antq_cli.words import numbers

LANGUAGES = ("vi", "en")
PSEUDO = "pseudo"
# The modules of the catalogue with the first words of their keys. The sentences of a rule stand in that of its stage,
# in `rules`; everything else in `pages`.
_MODULES = {
    "annexes": ("annex",),
    "imports": ("blank-form", "import", "outcome", "row-class", "use"),
    "check": ("check", "judged", "rules", "stage", "why-not"),
    "findings": (
        *("alike", "asked", "choice", "claimed", "damage", "did-you-mean", "doubt", "expected", "field", "file-kind"),
        *("form", "gone", "guess", "in_use", "instead", "latest", "near", "no-row", "no_measure", "no_use", "reach"),
        *("read-as", "register", "separated", "separator", "severity", "slot", "toml", "why", "withheld"),
    ),
    "examples": ("example",),
    "help": ("command", "help", "metavar", "panel"),
    "options": ("option",),
    "highlights": ("page",),
    "paper": ("head", "foot"),
    "legends": ("dashes", "legend", "state"),
    "origin": ("origin", "plot", "sheet"),
    "talk": ("below-grain", "nothing", "talk"),
    "writing": ("coding", "file", "form-of", "log", "mended", "rows", "taken"),
}
_HOME = {group: module for module, groups in _MODULES.items() for group in groups}
# Rules of how something is written, or typed: they quote it; others say a day as people do.
_AS_WRITTEN = ("D1", "F", "I2", "S", "U")
_OF_DAYS = ("S015",)  # of which day comes first, and not of how one is written
# The values of findings that are such words.
_OF_WORDS = ("allowed", "choices", "right")
# Rules of a stage whose sentences stand in a module of their own, by the beginning of their codes.
_APART = {"X3": "assessed", "U1": "writing", "I1": "sheets", "I2": "sheet_cells", "I3": "sheet_sums"}


@cache
def _texts(group: str) -> Mapping[str, tuple[str, str]]:
    """Return the texts among which those of a group stand, a group being the first word of a key."""
    stage = STAGES.get(group[:1])
    module = _HOME.get(group, "pages") if stage is None else f"rules.{_APART.get(group[:2], stage)}"
    texts: Mapping[str, tuple[str, str]] = import_module(f"antq_cli.words.{module}").TEXTS
    return texts


class Prose(NamedTuple):
    """A finding in words: what is wrong, and one sentence with the remedy."""

    what: str
    remedy: str


class _Words(NamedTuple):
    """Words of a register, of the manifest or of an option, one of which has to be written."""

    words: Sequence[object]


class _Shown:
    """Values as a message shows them, put into words when it names them: a list may be of every code in a book."""

    def __init__(self, speech: "Speech", values: Mapping[str, object]) -> None:
        self._speech = speech
        self._values = values

    def __getitem__(self, name: str) -> str:
        value = self._values[name]
        if isinstance(value, Said):
            return self._speech.say(value.key, **self._values)
        show = _SHOWN.get(type(value))
        return str(value) if show is None else show(self._speech, value)


class Speech:
    """The messages, numbers and days of one language."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._side = 1 if lang == "vi" else 0

    def say(self, key: str, /, **values: object) -> str:
        """Return a message with its values filled in; KeyError where the catalogue lacks it."""
        filled = self.template(key).format_map(_Shown(self, values))
        return f"⟦{filled}⟧" if self.lang == PSEUDO else filled

    def template(self, key: str) -> str:
        """Return a message with the names of its values in braces; KeyError where the catalogue lacks it."""
        return _texts(key.partition(".")[0])[key][self._side]

    def rules(self) -> Iterator[tuple[str, str]]:
        """Yield the codes of the rules that the catalogue tells of, each with what has to hold; U has none."""
        for group in (*STAGES, *_APART):
            for key, entry in _texts(group).items():
                code, _, sentence = key.partition(".")
                if sentence == "holds":
                    yield code, entry[self._side]

    def item(self, value: object) -> str:
        """Return one of several values as it is said in their list, or what stands in its place."""
        if isinstance(value, Named):
            name = self._name(value)
            return value.id if name is None or name.lower() == value.id else f"{value.id} ({lowered(name)})"
        if isinstance(value, Decimal):
            return self.factor(value)
        return self.say("withheld") if isinstance(value, Withheld) else str(value)

    def word(self, value: object) -> str:
        """Return a word that may be written with what it means, or else what an item of a list is said as."""
        return self.item(Named(value, None, None, f"choice.{value}") if type(value) is str else value)

    def called(self, value: Named) -> str:
        """Return what is named within a sentence: by its name, with the id in brackets; by its id where it has none."""
        name = self._name(value)
        if name is None or name.lower() == value.id:
            return value.id
        measure = parse_measure(value.id) if value.key.startswith("kind.") else None
        if measure is not None and measure.part is not None and self.knows(f"part-of.{measure.part}"):
            name = self.say(f"part-of.{measure.part}", kind=name)
        return f"{lowered(name) if value.key else name} ({value.id})"

    def _name(self, value: Named) -> str | None:
        """Return the name that the book gives, or else the catalogue; None where neither has one."""
        name = self.named(value.vi, value.en)
        return self.say(value.key) if name is None and value.key and self.knows(value.key) else name

    def knows(self, key: str) -> bool:
        """Whether the catalogue has a message; where it may lack it, ask before saying it."""
        return key in _texts(key.partition(".")[0])

    def count(self, number: int | None) -> str:
        """A whole number with its thousands grouped (vi: 25.915); a dash for None."""
        return numbers.count(number, self.lang)

    def percent(self, written: str | None) -> str:
        """A percentage that is given with a point, with the language's mark and a sign; a dash for None."""
        return numbers.percent(written, self.lang)

    def ratio(self, num: int | None, den: int | None) -> str:
        """``num/den`` with thousands grouped; the numerator alone without a denominator, a dash where it is None."""
        return numbers.ratio(num, den, self.lang)

    def share(self, share: Share) -> str:
        """Return how many of how many, and in brackets the percentage where it is to be told."""
        if share.num is None:
            return self.percent(share.percent)
        ratio = self.ratio(share.num, share.den)
        return ratio if share.percent is None else f"{ratio} ({self.percent(share.percent)})"

    def factor(self, written: str | None) -> str:
        """A number that is given with a point, with the language's marks; a dash for None."""
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
        """A day as dd/mm/yyyy, as offices write it in both languages."""
        return numbers.day(value)

    def period(self, name: str) -> str:
        """Return a period as offices write it (Quý III/2021), by the name that machines read, which all else is."""
        span = parse_span(name)
        return name if span is None else self.say(f"period.{span.part}", year=f"{span.year:04}", n=span.end)

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
        remedy = self.say(f"{code}.fix", **said)
        hint = self._hint(finding)
        return Prose(self.say(f"{code}.what", **said), f"{remedy} {hint}" if hint else remedy)

    def _values(self, finding: Shown) -> dict[str, Any]:
        """Return a finding's values as its sentences say them."""
        said = dict(finding.values)
        if finding.rule.code in _OF_DAYS or not finding.rule.code.startswith(_AS_WRITTEN):
            texts = ((name, value) for name, value in said.items() if type(value) is str)  # what is withheld is none
            said |= {name: day for name, text in texts if (day := day_written(text)) is not None}
        register, column, value = said.get("register"), said.get("column"), said.get("value")
        if type(column) is str:
            said["column"] = column_named(finding.register, column)
        said |= {name: _Words(said[name]) for name in _OF_WORDS if type(said.get(name)) in (list, tuple)}
        if type(register) is str:
            said["in_"] = register_named(register)
        if not (value is None or isinstance(value, Withheld) or (str(value).strip() or None) == str(value)):
            said["value"] = f'"{value}"'  # blanks at its ends could not be seen
        return said

    def _hint(self, finding: Shown) -> str | None:
        meant = suggestion(finding)
        return None if meant is None else self.say("did-you-mean", value=meant)


def lowered(name: str) -> str:
    """Return a name as it stands within a line: one that begins with a capital for standing at its begin has none."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]  # UBND stays UBND


def begun(text: str) -> str:
    """Return words as they begin a sentence, or a line."""
    return text[:1].upper() + text[1:]


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
    if not (allowed and any(map(str.isalpha, written))):
        return None
    forms = {form: str(each) for each in allowed for form in (each[:3] if isinstance(each, Named) else (each,)) if form}
    return forms.get(closest(written, tuple(forms)) or "")


# How a value is shown, by what it is; anything else as it is written.
_SHOWN: Mapping[type, Callable[[Speech, Any], str]] = {
    NoneType: lambda _speech, _none: numbers.MISSING,
    int: Speech.count,
    date: Speech.day,
    list: lambda speech, items: _listed([*map(speech.item, items)]),
    tuple: lambda speech, items: _listed([*map(speech.item, items)]),
    _Words: lambda speech, several: _listed([*map(speech.word, several.words)]),
    Named: Speech.called,
    Name: lambda speech, name: speech.named(name.vi, name.en) or name.id,
    Withheld: Speech.item,
    Decimal: Speech.factor,
    Share: Speech.share,
}


@lru_cache(maxsize=4096)  # many rows may name the same unknown unit
def closest(written: str, allowed: tuple[str, ...], likeness: float = 0.7) -> str | None:
    """Return the one of a few words that is most like the written one, or None where none is so like it.

    What all options begin with makes none like another; of what has parts between points, each part has to be like.
    """
    from difflib import SequenceMatcher, get_close_matches  # only what went wrong pays for it

    forms = {word.removeprefix("--"): word for word in allowed}
    parts = written.removeprefix("--").split(".")
    for near in get_close_matches(".".join(parts), forms, n=3, cutoff=likeness):
        others = near.split(".")
        pairs = zip(parts, others, strict=False) if len(parts) == len(others) else ()
        if all(SequenceMatcher(None, other, part).ratio() >= likeness for part, other in pairs):
            return forms[near]
    return None


@cache
def speech(lang: str) -> Speech:
    """Return the speech of a language, ``vi``, ``en`` or the pseudo-language."""
    return Speech(lang)
