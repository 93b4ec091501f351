"""What completes a value: the words that its option declares, or what the book at hand holds.

Completion must not be felt, so the book is read with tomllib and csv alone, without models, and no more of it than is
asked for. What cannot be read so offers nothing: completion is no place to complain.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from antq_cli.cli.commands import COMMANDS, Command
from antq_cli.cli.environment import language
from antq_cli.cli.opening import Opening
from antq_cli.cli.options import BODIES, CLEAR
from antq_cli.core.calendars import CIVIL
from antq_cli.core.findings import BOOK, Refused
from antq_cli.core.measures import FAMILIES
from antq_cli.core.names import ORGANISATION_KINDS, REGISTER_NAMES, TEMPLATE_NAMES
from antq_cli.core.ordering import SORTINGS
from antq_cli.reading.folders import NAME
from antq_cli.render.writers import FORMATS
from antq_cli.words.speech import LANGUAGES, PSEUDO, Speech, speech

# What may stand in a line as it is: every code, id and word of antq, and nothing that a shell would obey.
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*")


class Offer(NamedTuple):
    """A value that could stand at the cursor, and what shells that have room for it say of it."""

    text: str
    about: str = ""


class Sight:
    """What is seen from the cursor: the command, the options as they are written, the book, the language."""

    def __init__(self, path: str, given: Mapping[str, str]) -> None:
        self.path = path
        self.given = given

    @property
    def command(self) -> Command | None:
        """The command; None before its name."""
        return COMMANDS.get(self.path)

    @cached_property
    def folder(self) -> Path:
        """The folder of the book; raises FileNotFoundError, or RuntimeError for the home of nobody."""
        asked = os.path.expandvars(self.given.get("book", ""))  # the shell has yet to read what is typed
        folder = Opening(str(Path(asked).expanduser()) if asked else None).folder()
        if folder is None:
            raise FileNotFoundError
        return folder

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """The manifest as TOML has it; raises what tomllib raises, and TypeError where it is of no campaign."""
        from antq_cli.reading.limits import loads

        found = loads(_text(self.folder / NAME))
        if not isinstance(found.get("campaign"), dict):
            raise TypeError
        return found

    @cached_property
    def speech(self) -> Speech:
        """The language in which the line would be answered."""
        asked = self.given.get("lang")
        try:
            return speech(language(asked if asked in (*LANGUAGES, PSEUDO) else None, self.of_book()))
        except Refused:
            return speech("en")

    @property
    def has_book(self) -> bool:
        """Whether there is a book, whatever is in it."""
        try:
            return self.folder.is_dir()
        except (OSError, RuntimeError):
            return False

    def of_book(self) -> str | None:
        """Return the language of the book; None where it has none, or cannot be read."""
        try:
            of_book = self.manifest["campaign"].get("lang")
        except Exception:  # noqa: BLE001 - whatever is wrong with the book, commands that open it say so
            return None
        return of_book if of_book in LANGUAGES else None

    def files(self, register: str) -> list[Path]:
        """The files of a register; none where it is not there, or there twice."""
        forms = [entry for entry in self.folder.iterdir() if _is_of(entry, register)]
        if len(forms) != 1:
            return []
        if not forms[0].is_dir():
            return forms
        parts = sorted(part for part in forms[0].iterdir() if not part.name.startswith("."))
        return [part for part in parts if part.suffix.lower() in (".csv", ".toml")]

    def rows(self, register: str) -> Iterator[Mapping[str, str]]:
        """The rows of a register; raises what csv and tomllib raise."""
        import csv
        import io

        from antq_cli.reading.limits import loads

        for file in self.files(register):
            if file.suffix.lower() == ".toml":
                yield from loads(_text(file))[register]
            else:
                yield from csv.DictReader(io.StringIO(_text(file)))


def _is_of(entry: Path, register: str) -> bool:
    forms = (f"{register}.csv", f"{register}.toml")
    return entry.is_dir() if entry.name == register else entry.name.lower() in forms


def _text(file: Path) -> str:
    """Return the text of a file; a pipe or a device, which may never end, is no file, and NUL is in no text."""
    if not file.is_file():
        raise FileNotFoundError
    text = file.read_text("utf-8-sig")
    if "\0" in text:
        raise ValueError
    return text


def _units(sight: Sight) -> Iterator[Offer]:
    names: dict[str, dict[str, None]] = {}
    for row in sight.rows("units"):
        names.setdefault(row["code"], {})[row["name"]] = None
    return (Offer(code, " / ".join(borne)) for code, borne in names.items())


def _levels(sight: Sight) -> Iterator[Offer]:
    """Offer the levels; behind a comma, in a tree, those that are not named before it."""
    *named, _ = sight.given.get("by", "").split(",")
    for level in sight.manifest["levels"]:
        if level["id"] not in named:
            yield Offer(level["id"], sight.speech.named(level.get("vi"), level.get("en")) or "")
    if not named and sight.path in BODIES and sight.files("organisations"):
        for kind in ORGANISATION_KINDS:
            yield Offer(kind, sight.speech.kind(f"organisations.{kind}", None, None))


def _kinds(sight: Sight) -> Iterator[Offer]:
    family = sight.path.partition(" ")[0]
    for kind in ORGANISATION_KINDS if family == "organisations" else ():
        yield Offer(kind, sight.speech.kind(f"organisations.{kind}", None, None))
    if family == "organisations":
        return
    for each in (family,) if family in FAMILIES else FAMILIES:
        for id_, kind in sight.manifest.get(each, {}).items():
            yield Offer(id_, sight.speech.kind(f"{each}.{id_}", kind.get("vi"), kind.get("en")))


def _measures(sight: Sight) -> Iterator[Offer]:
    """Offer what units report: the measures whose kinds have a rhythm, or are counted from returns."""
    for family in FAMILIES:
        for id_, kind in sight.manifest.get(family, {}).items():
            yield Offer(f"{family}.{id_}", sight.speech.kind(f"{family}.{id_}", kind.get("vi"), kind.get("en")))


def _calendars(sight: Sight) -> Iterator[Offer]:
    for id_, years in sight.manifest.get("calendars", {}).items():
        names = (years.get("vi"), years.get("en")) if isinstance(years, dict) else (None, None)
        yield Offer(id_, sight.speech.named(*names) or "")
    if CIVIL.id not in sight.manifest.get("calendars", {}):
        yield Offer(CIVIL.id, sight.speech.say("calendar.civil"))


def _registers(sight: Sight) -> Iterator[Offer]:
    """Offer those that the book has; without a manifest that can be read there is no book."""
    present = [name for name in REGISTER_NAMES if sight.manifest and sight.files(name)]
    return map(Offer, (BOOK, *present))


def _rules(sight: Sight) -> Iterator[Offer]:
    """Offer the rules that the catalogue tells of: they are those of the registry, which takes long to load."""
    return (Offer(code, told) for code, told in sight.speech.rules())


def _words_of_cache(_: Sight) -> Iterator[Offer]:
    return map(Offer, (CLEAR,))


def _formats(sight: Sight) -> Iterator[Offer]:
    own = sight.command and sight.command.formats_of(statistics="statistics" in sight.given)
    return map(Offer, own or FORMATS)


def _orders(sight: Sight) -> Iterator[Offer]:
    return map(Offer, sight.command.orders if sight.command else SORTINGS)


def _bases(_: Sight) -> Iterator[Offer]:
    return map(Offer, ("then", "now"))


def _templates(sight: Sight) -> Iterator[Offer]:
    """Offer the outlines that antq has, then those of the book."""
    yield from map(Offer, TEMPLATE_NAMES)
    if sight.has_book:
        yield from (Offer(file.stem) for file in sorted((sight.folder / "reports").glob("*.md")))


# By what help calls the value; other values are the words that the option declares, or nobody can know them.
_OFFERS: dict[str, Callable[[Sight], Iterable[Offer]]] = {
    "UNIT": _units,
    "AREA": _units,
    "MEASURE": _measures,
    "LEVEL": _levels,
    "KIND": _kinds,
    "CALENDAR": _calendars,
    "REGISTER": _registers,
    "CODE": _rules,
    "CLEAR": _words_of_cache,
    "FORMAT": _formats,
    "BASIS": _bases,
    "ORDER": _orders,
    "TEMPLATE": _templates,
}


def offers(metavar: str, choices: Iterable[str], sight: Sight) -> list[Offer]:
    """Return what could be meant by a value, each once; nothing where the book is missing or broken."""
    source = _OFFERS.get(metavar)
    try:
        offered = map(Offer, choices) if source is None else source(sight)
        found = [offer for offer in offered if _PLAIN.fullmatch(offer.text)]
    except Exception:  # noqa: BLE001 - whatever is wrong with the book, somebody is still typing
        return []
    # Of a text that is offered twice what was said first stays.
    return list({offer.text: offer for offer in reversed(found)}.values())[::-1]
