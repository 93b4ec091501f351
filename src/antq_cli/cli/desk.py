"""What commands have in common: the book, the day, the unit, each from the first that says so."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from antq_cli.cli.days import today
from antq_cli.cli.environment import environment
from antq_cli.cli.opening import Opening
from antq_cli.cli.options import Request
from antq_cli.cli.usage import usage
from antq_cli.cli.when import Timing, when
from antq_cli.core.exits import Exit, exit_for
from antq_cli.core.findings import COMMAND_LINE, Finding, Refused, Shown, as_typed
from antq_cli.core.manifest import Manifest
from antq_cli.core.measures import FAMILIES
from antq_cli.core.outcomes import BookLabel, Note, Outcome
from antq_cli.counting.dataset import Dataset
from antq_cli.reading.book import Book, belongs_to_book
from antq_cli.units.daymap import DayMap


class Desk(NamedTuple):
    """An opened book, and when to count."""

    book: Book
    label: BookLabel
    when: Timing
    notes: tuple[Note, ...]

    @property
    def as_of(self) -> date:
        """Return the day to count on."""
        return self.when.as_of

    def outcome(
        self, command: str, code: Exit, result: object, findings: Sequence[Finding] = (), notes: Sequence[Note] = ()
    ) -> Outcome:
        """Return the end of a command that was asked for at this desk."""
        when = self.when
        said = (*self.notes, *notes)
        return Outcome(
            command,
            code,
            result,
            shown(findings, self.book),
            said,
            self.label,
            when.as_of,
            when.today,
            when.basis,
            when.period,
        )


def shown(findings: Iterable[Finding], book: Book | None) -> list[Shown]:
    """Return findings as anybody may see them: none shows an identity, a telephone number or whose a household is."""
    several = list(findings)
    if all(found.place.path == COMMAND_LINE for found in several):
        return list(map(as_typed, several))
    from antq_cli.core.shield import Shield  # only what went wrong pays for it

    shield = Shield() if book is None else Shield(names_household=book.names_household)
    return [shield.shown(found) for each in several for found in shield.over([each])]


class Compared(NamedTuple):
    """What a command that compares numbers comes to; whether its result holds anything, whether rows are missing."""

    result: object
    findings: Sequence[Finding]
    anything: bool
    left_out: bool


def opened(request: Request) -> tuple[Book, Note]:
    """Open the book that a request asks for, and say which it is; raises :class:`Refused`."""
    book = request.book.open()
    if request.output is not None and belongs_to_book(book.folder, Path(request.output)):
        raise usage("U014", value=request.output)
    said = {"path": str(book.folder), "content": partial(_content, label(book, large=request.hashes))}
    return book, Note("talk.book", said, verbose=not request.hashes)


def sit_down(request: Request) -> Desk:
    """Open the book that a request asks for and settle the days; raises :class:`Refused`."""
    book, note = opened(request)
    days = when(request, book.manifest)
    of_day = Note(f"talk.as-of.{days.origin}", {"day": days.as_of}, verbose=True)
    return Desk(book, label(book, large=request.hashes), days, (note, of_day))


def nearby(opening: Opening) -> tuple[str, BookLabel | None]:
    """Return the folder of the book that a refused line meant, "" for none, and what can be said of the book."""
    try:
        return str(opening.folder() or ""), label(opening.open())
    except Refused:
        return str(opening.folder() or ""), None


def label(book: Book, *, large: bool = False) -> BookLabel:
    """Return what outputs say of a book; ``large`` registers are hashed only if that is asked for."""
    campaign = book.manifest.campaign
    title, levels, hashes = campaign.title, book.manifest.levels, partial(book.hashes, large=large)
    return BookLabel(campaign.id, campaign.data, title.vi, title.en, campaign.lang, str(book.folder), levels, hashes)


def _content(book: BookLabel) -> str | Note:
    """Return the hash of the whole book, or how many of its registers were hashed."""
    hashes = book.hashes()
    return hashes.content or Note("talk.hashed", {"n": hashes.hashed})


def unit(dataset: Dataset, desk: Desk, asked: str | None) -> tuple[int, list[Note]]:
    """Return the unit to count, by its code or its name on the basis, else the top; and how the name was read.

    Raises :class:`Refused` (U007 unknown, U011 no top, U020 several of the name).
    """
    for each in (desk.as_of, desk.when.basis, desk.when.vs.last if desk.when.vs else desk.as_of):
        if dataset.map(each).top is None:
            raise usage("U011", value=dataset.manifest.campaign.top, day=each)
    map_ = dataset.map(desk.when.basis)
    if asked is None:
        assert map_.top is not None
        return map_.top, []
    found = map_.unit(asked)
    return (found, []) if found is not None else _named(map_, asked)


def _named(map_: DayMap, asked: str) -> tuple[int, list[Note]]:
    from antq_cli.units.names import match, read  # who names a unit by its code does not need it

    if (number := map_.unit(read(asked))) is not None:
        return number, []
    units = {number: map_.atlas.units[number] for number in map_.paths}
    told = match(asked, units)
    if len(told.found) == 1:
        seen = told.normalised
        return told.found[0], [] if seen is None else [Note("talk.read-as", {"value": asked, "read": seen})]
    if told.found:
        raise usage("U020", value=asked, day=map_.day, units=sorted(_described(map_, number) for number in told.found))
    meant = list(dict.fromkeys(f"{units[number].name} ({units[number].code})" for number in told.suggested))
    raise usage("U007", value=asked, day=map_.day, meant=meant)


def _described(map_: DayMap, number: int) -> str:
    """Return the code of a unit, with its kind and what it lies in, which is what tells units of one name apart."""
    units = map_.atlas.units
    above = [units[each].name for each in map_.paths[number][1:2]]
    return f"{units[number].code} ({', '.join(filter(None, (units[number].kind, *above)))})"


def compared(request: Request, desk: Desk, command: str, found: Compared, notes: Sequence[Note] = ()) -> Outcome:
    """Return the end of a command that compares numbers: what the book waives is counted aloud and fails nothing."""
    from antq_cli.checks.waivers import Waiving  # only commands that compare have what can be waived

    waivers, now = desk.book.manifest.waivers, today(environment())
    waiving = Waiving(waivers, now)
    told = [each for each in found.findings if waiving.reason(each) is None]
    waived = len(found.findings) - len(told)
    code = exit_for(told, anything=found.anything, left_out=found.left_out, fail_on=request.fail_on)
    said = [*notes, *([Note("talk.waived", {"n": waived})] if waived else [])]
    outcome = desk.outcome(command, code, found.result, told, said)
    dated = any(waiver.until is not None for waiver in waivers)
    return outcome._replace(left_out=found.left_out, today=now if dated else outcome.today)


def one_of(value: str, option: str, allowed: list[str]) -> None:
    """See that a value is one of a few; raises :class:`Refused` (U004)."""
    if value not in allowed:
        raise usage("U004", value=value, option=option, allowed=allowed)


def kinds_of(request: Request, manifest: Manifest) -> None:
    """See that the kinds that are asked for are declared, in whatever family; raises :class:`Refused` (U004)."""
    declared = list(dict.fromkeys(kind for family in FAMILIES for kind in manifest.kinds(family)))
    for kind in request.kind:
        one_of(kind, "--kind", declared)
