"""What commands have in common: the book and the day, each from the first that says so, and how a command ends."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from antq_cli.cli.days import today
from antq_cli.cli.environment import environment
from antq_cli.cli.opening import Opening
from antq_cli.cli.options import BODIES, Request
from antq_cli.cli.usage import usage
from antq_cli.cli.when import Timing, when
from antq_cli.core.collector import Collector
from antq_cli.core.exits import Exit, FailOn, exit_for
from antq_cli.core.findings import Finding, Refused, Rule, Shown
from antq_cli.core.outcomes import BookLabel, Note, Outcome

if TYPE_CHECKING:  # who is refused waits for no models
    from antq_cli.core.manifest import Manifest
    from antq_cli.reading.book import Book


def always(_: Finding) -> bool:
    """Tell whatever was found: so it is where the result itself says none of it."""
    return True


class Told(NamedTuple):
    """What was found, as anybody may see it, in the order of the places; the rules of it; how much the book waives."""

    findings: Collection[Shown] = ()
    rules: Collection[Rule] = ()
    waived: int = 0


def read_out(
    collector: Collector,
    book: "Book | None",
    *,
    tells: Callable[[Finding], bool] = always,
    reason: Callable[[Finding], str | None] = lambda _: None,
) -> Told:
    """Return what a collector has that is to be told, and for which there is no reason to waive it.

    None of it shows an identity, a telephone number or whose a household of the book is.
    """
    if not collector:
        return Told()
    from antq_cli.core.settling import Terms, settle  # only what went wrong pays for it
    from antq_cli.core.shield import Shield

    shield = Shield() if book is None else Shield(names_household=book.names_household)
    settled = settle(collector, Terms(shield, tells, reason))
    rules = {rule for (rule, _), counts in settled.counts.items() if counts.told}
    return Told(settled.told, rules, len(settled.waived))


class Answer(NamedTuple):
    """What a command comes to: its result, whether that holds anything, whether rows are missing from it.

    ``tells`` is whether something that was found is to be told beside the result, and does not stand in it. Of a day
    that is too ``early`` for anything only errors are told.
    """

    result: object
    anything: bool
    left_out: bool = False
    early: bool = False
    tells: Callable[[Finding], bool] = always

    def concerns(self, found: Finding) -> bool:
        """Whether what was found is to be told; on a day before everything only errors are."""
        return self.tells(found) and (not self.early or found.rule.severity == "error")

    def exit(self, told: Told, fail_on: FailOn = "error") -> Exit:
        """The exit code, by the rules of what is told; what the book waives is none of that."""
        return exit_for(told.rules, anything=self.anything, left_out=self.left_out, fail_on=fail_on)


class _Heeded(NamedTuple):
    """Why a finding is waived, None where it is not; and today, where that decides about it."""

    reason: Callable[[Finding], str | None] = lambda _: None
    today: date | None = None

    def of_counted(self, found: Finding) -> str | None:
        """Return why a finding is waived that leaves nothing out; what is missing from a figure is told in any case."""
        return self.reason(found) if found.rule.counted else None


_NONE = _Heeded()


class Desk(NamedTuple):
    """An opened book, when to count, and where is collected what is found in answering what is asked.

    Only ``fresh`` returns are counted where that is asked for.
    """

    book: "Book"
    label: BookLabel
    when: Timing
    notes: tuple[Note, ...]
    collector: Collector
    fresh: bool = False

    @property
    def as_of(self) -> date:
        """The day that is counted; a period that is asked for is counted up to it."""
        return self.when.as_of

    def waives(self, found: Finding) -> str | None:
        """Return why the book waives a finding, None where it does not."""
        return _heeded(self).reason(found)

    def outcome(self, command: str, answer: Answer, notes: Sequence[Note] = ()) -> Outcome:
        """Return the end of a command that was asked for at this desk."""
        heeded = _heeded(self) if self.collector else _NONE
        told = read_out(self.collector, self.book, tells=answer.concerns, reason=heeded.of_counted)
        answer = answer._replace(left_out=answer.left_out and (not answer.early or bool(told.rules)))
        said = [*notes, *_waived(told)]
        ended = self.ended(command, answer.exit(told), answer.result, told.findings, said)
        return ended._replace(left_out=answer.left_out, today=heeded.today or ended.today)

    def ended(
        self, command: str, code: Exit, result: object, findings: Collection[Shown] = (), notes: Sequence[Note] = ()
    ) -> Outcome:
        """Return the end of a command, of which it is settled what is told."""
        when = self.when
        said = (*self.notes, *notes)
        outcome = Outcome(
            command, code, result, findings, said, self.label, when.as_of, when.today, when.basis, when.period
        )
        return outcome._replace(fresh=self.fresh)


def opened(request: Request) -> "tuple[Book, Note]":
    """Open the book that a request asks for, and say which it is; raises :class:`Refused`."""
    book = request.book.open()
    from antq_cli.reading.book import belongs_to_book

    for file in request.files:
        if belongs_to_book(book.folder, Path(file)):
            raise usage("U014", value=file)
    said = {"path": request.book.called(), "content": partial(_content, label(book, large=request.hashes))}
    return book, Note("talk.book", said, verbose=not request.hashes)


def sit_down(request: Request) -> Desk:
    """Open the book that a request asks for and settle the days; raises :class:`Refused`."""
    book, note = opened(request)
    days = when(request, book.manifest)
    of_day = Note(f"talk.as-of.{days.origin}", {"day": days.as_of}, verbose=True)
    notes = (note, of_day, *([Note("talk.fresh")] if request.fresh else []))
    return Desk(book, label(book, large=request.hashes), days, notes, Collector(book.collector), request.fresh)


def nearby(opening: Opening, *, labelled: bool) -> tuple[str, BookLabel | None]:
    """Return the folder of the book that a refused line meant, "" for none, and what can be said of the book, if asked.

    Whether somebody changes it meanwhile is of no concern for that.
    """
    folder = opening.folder()
    if folder is None or not labelled:
        return str(folder or ""), None
    try:
        return str(folder), label(opening.opened or opening.as_it_is())
    except Refused:
        return str(folder), None


def label(book: "Book", *, large: bool = False) -> BookLabel:
    """Return what outputs say of a book; ``large`` registers are hashed only if that is asked for."""
    campaign = book.manifest.campaign
    title, levels, hashes = campaign.title, book.manifest.levels, partial(book.hashes, large=large)
    named = {id_: book.manifest.names_of(id_) for id_ in book.manifest.calendar_ids}
    folder = str(book.folder)
    return BookLabel(campaign.id, campaign.data, title.vi, title.en, campaign.lang, folder, levels, hashes, named)


def _content(book: BookLabel) -> str | Note:
    """Return the hash of the whole book, or how many of its registers were hashed."""
    hashes = book.hashes()
    return hashes.content or Note("talk.hashed", {"n": hashes.hashed})


def compared(request: Request, desk: Desk, command: str, answer: Answer, notes: Sequence[Note] = ()) -> Outcome:
    """Return the end of a command that compares numbers: what the book waives is counted aloud and fails nothing."""
    heeded = _heeded(desk)
    told = read_out(desk.collector, desk.book, tells=answer.concerns, reason=heeded.reason)
    said = [*notes, *_waived(told)]
    outcome = desk.ended(command, answer.exit(told, request.fail_on), answer.result, told.findings, said)
    return outcome._replace(left_out=answer.left_out, today=heeded.today or outcome.today)


def _heeded(desk: Desk) -> _Heeded:
    """What the book waives; today is told only where some waiver ends on a day, so that today decides."""
    waivers = desk.book.manifest.waivers
    if not waivers:
        return _NONE
    from antq_cli.checks.waivers import Waiving  # only a book that waives something pays for it

    now = today(environment())
    dated = any(waiver.until is not None for waiver in waivers)
    return _Heeded(Waiving(waivers, now).reason, now if dated else None)


def _waived(told: Told) -> list[Note]:
    return [Note("talk.waived", {"n": told.waived})] if told.waived else []


def meant(request: Request, manifest: "Manifest", *families: str) -> Request:
    """Return a request with the ids of the level and the kinds that it names, kinds of any of some families.

    What some commands tell unit by unit they tell organisation by organisation as well.

    Raises :class:`Refused` (U004).
    """
    if request.by is None and not request.kind:
        return request
    from antq_cli.cli import named  # only who asks for some pays for it

    bodies = request.command in BODIES
    levels = [] if request.by is None else named.levels(request.by, manifest, bodies=bodies)
    request = request._replace(by=levels[-1] if levels else None, tree=levels[:-1])
    return request._replace(kind=named.kinds(request.kind, manifest, families))
