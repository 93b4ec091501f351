"""What commands have in common: the language, the book, the day, the unit, each from the first that says so."""

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

from antq_cli.cli.environment import Environment, environment
from antq_cli.cli.options import Request
from antq_cli.cli.usage import usage
from antq_cli.core.findings import Refused
from antq_cli.core.outcomes import BookLabel, Note
from antq_cli.counting.ground import Ground
from antq_cli.reading.book import Book, find_book, open_book
from antq_cli.reading.files import belongs_to_book
from antq_cli.words.speech import LANGUAGES, PSEUDO

_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_PAPER = re.compile(r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})")


class Desk(NamedTuple):
    """An opened book and the day to count on; ``today`` is set where that is today for want of another."""

    book: Book
    label: BookLabel
    as_of: date
    notes: tuple[Note, ...]
    today: date | None = None


def language(request: Request, of_book: str | None = None) -> str:
    """Return the language: the option, ANTQ_LANG, the book's, the locale's. Raises :class:`Refused` (U004)."""
    said = environment()
    option, asked = ("--lang", request.lang) if request.lang else ("ANTQ_LANG", said.lang)
    if asked not in (None, *LANGUAGES, PSEUDO):
        raise usage("U004", value=asked, option=option, allowed=LANGUAGES)
    return asked or of_book or ("vi" if said.locale.lower().startswith("vi") else "en")


def day(written: str) -> date:
    """Return a day written as 2021-08-31 or 31/08/2021; raises :class:`Refused` (U009)."""
    found = _ISO.fullmatch(written) or _PAPER.fullmatch(written)
    if found is not None:
        try:
            return date(int(found["year"]), int(found["month"]), int(found["day"]))
        except ValueError:
            found = None
    raise usage("U009", value=written)


def today(said: Environment) -> date:
    """Return today: ANTQ_TODAY, else the system's date."""
    return day(said.today) if said.today else date.today()  # noqa: DTZ011 - the day of the place where it runs


def sit_down(request: Request) -> Desk:
    """Open the book that a request asks for and settle the day; raises :class:`Refused`."""
    said = environment()
    book = open_book(request.book or said.book, Path.cwd())
    if request.output is not None and belongs_to_book(book.folder, Path(request.output)):
        raise usage("U014", value=request.output)
    as_of, origin = _as_of(request, book, said)
    notes = (
        Note("talk.book", {"path": str(book.folder), "content": label(book).content}, verbose=True),
        Note(f"talk.as-of.{origin}", {"day": as_of}, verbose=True),
    )
    return Desk(book, label(book), as_of, notes, as_of if origin == "today" else None)


def _as_of(request: Request, book: Book, said: Environment) -> tuple[date, str]:
    if request.as_of is not None:
        return day(request.as_of), "option"
    if book.manifest.campaign.as_of is not None:
        return book.manifest.campaign.as_of, "manifest"
    return today(said), "today"


def nearby(asked: str | None) -> tuple[str, BookLabel | None]:
    """Return the folder of the book that a refused line meant, "" for none, and what can be said of the book."""
    folder = ""
    try:
        folder = str(find_book(asked or environment().book, Path.cwd()))
        return folder, label(open_book(folder, Path.cwd()))
    except Refused:
        return folder, None


def label(book: Book) -> BookLabel:
    """Return what outputs say of a book."""
    campaign = book.manifest.campaign
    title = campaign.title
    return BookLabel(
        campaign.id, campaign.data, title.vi, title.en, campaign.lang, str(book.folder), lambda: book.content
    )


def unit(ground: Ground, as_of: date, code: str | None) -> int:
    """Return the unit to count on a day: the one with a code, else the top; raises :class:`Refused` (U007, U011)."""
    map_ = ground.map(as_of)
    if map_.top is None:
        raise usage("U011", value=ground.manifest.campaign.top, day=as_of)
    if code is None:
        return map_.top
    found = map_.unit(code)
    if found is None:
        units = [ground.atlas.units[number] for number in map_.paths]
        named = [unit.code for unit in units if unit.name.casefold() == code.casefold()]
        raise usage("U007", value=code, day=as_of, meant=named, allowed=[unit.code for unit in units])
    return found


def one_of(value: str, option: str, allowed: list[str]) -> None:
    """See that a value is one of a few; raises :class:`Refused` (U004)."""
    if value not in allowed:
        raise usage("U004", value=value, option=option, allowed=allowed)
