"""What a heading of a sheet says that its column holds: the words of offices, in both languages, whatever their case.

Nothing is guessed: a heading that could be of several measures is of none, and has to be mapped.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from antq_cli.core.folding import fold
from antq_cli.core.manifest import Manifest
from antq_cli.core.measures import Measure, parse_measure
from antq_cli.core.registers import REGISTERS
from antq_cli.reading.headings import column_meant
from antq_cli.words.office_tables import (
    CALLED,
    COLUMNS,
    COUNTS,
    GLUE,
    IN_BRACKETS,
    NUMBERING,
    PARTICIPANTS,
    PARTS,
    RATE,
    TOTALS,
)
from antq_cli.words.speech import LANGUAGES, speech
from antq_cli.writing.importing.forms import COUNT, TOTAL, Form

BY = " / "


class Role(NamedTuple):
    """What a column of a sheet holds.

    A ``column`` of the register; a ``value``: a part of a measure, of which "" is the one that the row names; a
    ``rate`` of a measure, to be compared; nothing that is asked (``ignored``). What is ``untold`` is not known, and
    ``may_be`` are the measures between which nobody can tell.
    """

    use: Literal["column", "value", "rate", "ignored", "untold"]
    column: str = ""
    measure: str = ""
    part: str = ""
    may_be: Sequence[str] = ()


UNTOLD, IGNORED = Role("untold"), Role("ignored")
_RATE_SIGN = re.compile(r"\(\s*%\s*\)|%")
_BRACKETS = re.compile(r"\s*\((?P<inside>[^()]*)\)\s*$")
_SIGNS = re.compile(r"(?:\b[0-9]{1,2}\b|\b[a-z]\b|[=+:/*. -])+")


def is_numbering(path: Sequence[str]) -> bool:
    """Return whether the lines of a heading are of a column in which rows are numbered: STT."""
    return " ".join(map(fold, path)) in NUMBERING


def key_of(heading: str) -> str:
    """Return what headings have in common that differ in case, in blanks or in where a tone stands."""
    return BY.join(part.strip() for part in fold(heading).split("/"))


class Headings:
    """The words that a book has for what a register counts, beside those that all offices have."""

    def __init__(self, form: Form, manifest: Manifest) -> None:
        self._form = form
        self._manifest = manifest

    def role(self, path: Sequence[str]) -> Role:
        """Return what a column holds, given the lines of its heading from above.

        A line may be several that somebody joined as mappings join them: "Hộ gia đình / Đã ký".
        """
        folded = [part for line in path for part in fold(line).split(BY)]
        whole = " ".join(folded)
        if not whole:
            return UNTOLD
        if whole in NUMBERING:
            return IGNORED
        segments = [part for part in folded if part not in GLUE] or folded
        if RATE.fullmatch(segments[-1]) or _RATE_SIGN.search(segments[-1]):
            measures = self._named(" ".join(segments))
            return Role("rate", measure=measures[0] if len(measures) == 1 else "")
        plain = [_BRACKETS.sub(_if_more, part) for part in segments]
        plain = [part for part in plain if part] or segments
        return self._column(plain) or self._value(plain)

    # Columns of the register -----------------------------------------------------------------------------------

    def _column(self, plain: Sequence[str]) -> Role | None:
        """Return the column of the register, of a heading in one line; None where it names none."""
        if len({*plain}) != 1:
            return None
        word = plain[0]
        own = next((name for name in self._form.columns if word in self._words.get(name, ())), None)
        if own is not None:
            return Role("column", own)
        meant = column_meant(REGISTERS[self._form.register], word)
        if meant in self._form.columns:
            return Role("column", str(meant))
        if meant in self._form.parts:
            return self._of_the_only_one(str(meant))
        return None

    @cached_property
    def _words(self) -> Mapping[str, set[str]]:
        levels = {fold(name) for level in self._manifest.levels for name in (level.vi, level.en) if name}
        words = {name: {fold(each) for each in several} for name, several in COLUMNS.items()}
        return words | {"unit": words["unit"] | levels - {fold(each) for each in self._phrases}}

    # Counts ----------------------------------------------------------------------------------------------------

    def _value(self, plain: Sequence[str]) -> Role:
        text = " ".join(plain)
        found = {(measure, part) for measure in self._named(text) for part in self._parts_in(text, measure)}
        if len(found) == 1:
            ((measure, part),) = found
            return Role("value", measure=measure, part=part)
        if found:
            return Role("untold", may_be=sorted({measure for measure, _ in found}))
        for part, words in ((COUNT, COUNTS), (TOTAL, TOTALS), ("participants", PARTICIPANTS)):
            if text in words and part in self._form.parts:
                return self._of_the_only_one(part)
        return UNTOLD

    def _of_the_only_one(self, part: str) -> Role:
        """Return a part of the one pledge that the book has; of which one it is where there are several is not said."""
        measures = [
            each for each in self._form.measures(self._manifest) if each.startswith(("pledges.", "activities."))
        ]
        return Role("value", measure=measures[0] if len(measures) == 1 else "", part=part)

    def _named(self, text: str) -> list[str]:
        """Return the measures that a text names by the longest of the names in it."""
        held = [phrase for phrase in self._phrases if _holds(text, phrase)]
        longest = max(map(len, held), default=0)
        return sorted({each for phrase in held if len(phrase) == longest for each in self._phrases[phrase]})

    def _parts_in(self, text: str, measure: str) -> Iterator[str]:
        """Yield the parts that are told by what a heading says beside the name of a measure."""
        rests = {
            _without(text, phrase) for phrase, of in self._phrases.items() if measure in of and _holds(text, phrase)
        }
        parts = self._form.parts_of(measure)
        if TOTAL in parts:
            if rests & {*COUNTS}:
                yield COUNT
            elif rests & {*TOTALS}:
                yield TOTAL
        elif rests & {"", *TOTALS, *COUNTS}:
            yield COUNT
        elif "participants" in parts and rests & {*PARTICIPANTS}:
            yield "participants"

    @cached_property
    def _phrases(self) -> Mapping[str, list[str]]:
        """The names, each with the measures that it is one of."""
        found: dict[str, dict[str, None]] = {}
        for measure in self._form.measures(self._manifest):
            for name in self._names(measure):
                found.setdefault(fold(name), {})[measure] = None
        return {name: [*measures] for name, measures in found.items()}

    def _names(self, written: str) -> Iterable[str]:
        measure = parse_measure(written)
        if measure is None or measure.family in ("households", "units"):  # a number of households is a total as well
            return ()
        whole = self._names_of(measure.of(None))
        if measure.part is None:
            return (*whole, *CALLED.get(written, ()))
        return [f"{word} {name}" for name in whole for word in PARTS.get(measure.part, ())] + [
            f"{name} {word}" for name in whole for word in PARTS.get(measure.part, ())
        ]

    def _names_of(self, measure: Measure) -> list[str]:
        kind = self._manifest.kinds(measure.family).get(measure.kind or "")
        if kind is None:
            return []
        names = [speech(lang).kind(str(measure), kind.vi, kind.en) for lang in LANGUAGES]
        return list(dict.fromkeys([*names, str(measure)]))

    # Cells that name what is counted ---------------------------------------------------------------------------

    def measure(self, text: str) -> str | list[str]:
        """Return the measure that a cell names, by its id or a name; where it is none, those that it could be."""
        measures = self._form.measures(self._manifest)
        for each in measures:
            if text in (each, self._form.written(each)):
                return each
        named = self._phrases.get(fold(text), [])
        return named[0] if len(named) == 1 else named


def _if_more(brackets: re.Match[str]) -> str:
    """Return what stands in brackets behind a heading if it says what is counted: (hộ) and (1) do not, (nghèo) does."""
    inside = brackets["inside"].strip()
    return "" if not inside or IN_BRACKETS.fullmatch(inside) or _SIGNS.fullmatch(inside) else brackets[0]


def _holds(text: str, phrase: str) -> bool:
    return f" {phrase} " in f" {text} "


def _without(text: str, phrase: str) -> str:
    return " ".join(f" {text} ".replace(f" {phrase} ", " ", 1).split())
