"""What commands have in common: the book, the day, the unit, each from the first that says so."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from antq_cli.cli.days import today
from antq_cli.cli.environment import environment
from antq_cli.cli.opening import Opening
from antq_cli.cli.options import BODIES, Request
from antq_cli.cli.usage import usage
from antq_cli.cli.when import Timing, when
from antq_cli.core.collector import Collector
from antq_cli.core.exits import Exit, FailOn, exit_for
from antq_cli.core.findings import Finding, Refused, Rule, Shown
from antq_cli.core.folding import read
from antq_cli.core.manifest import Manifest
from antq_cli.core.outcomes import BookLabel, Note, Outcome
from antq_cli.core.patterns import ANYTHING
from antq_cli.counting.dataset import Dataset
from antq_cli.reading.book import Book, belongs_to_book
from antq_cli.units.daymap import DayMap

_MOST_NAMED = 6  # units are named in one sentence


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
    book: Book | None,
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

    book: Book
    label: BookLabel
    when: Timing
    notes: tuple[Note, ...]
    collector: Collector
    fresh: bool = False

    @property
    def as_of(self) -> date:
        """The day that is counted; a period that is asked for is counted up to it."""
        return self.when.as_of

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


def opened(request: Request) -> tuple[Book, Note]:
    """Open the book that a request asks for, and say which it is; raises :class:`Refused`."""
    book = request.book.open()
    if request.output is not None and belongs_to_book(book.folder, Path(request.output)):
        raise usage("U014", value=request.output)
    said = {"path": request.book.called(), "content": partial(_content, label(book, large=request.hashes))}
    return book, Note("talk.book", said, verbose=not request.hashes)


def sit_down(request: Request) -> Desk:
    """Open the book that a request asks for and settle the days; raises :class:`Refused`."""
    book, note = opened(request)
    days = when(request, book.manifest)
    of_day = Note(f"talk.as-of.{days.origin}", {"day": days.as_of}, verbose=True)
    notes = (note, of_day, *([Note("talk.fresh")] if request.fresh else []))
    return Desk(book, label(book, large=request.hashes), days, notes, Collector(book.collector), request.fresh)


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


def unit(dataset: Dataset, desk: Desk, asked: Sequence[str]) -> tuple[int, list[Note]]:
    """Return the one unit to count, as :func:`units` does; raises :class:`Refused` where several are meant (U034)."""
    found, notes = units(dataset, desk, asked)
    if len(found) == 1:
        return found[0], notes
    if len(set(asked)) == 1:
        map_ = dataset.map(desk.when.basis)
        raise usage("U020", value=asked[0], day=map_.day, units=few(_described(map_, number) for number in found))
    first, *_, last = dict.fromkeys(asked)
    raise usage("U034", value=last, first=first, option="--unit")


def units(dataset: Dataset, desk: Desk, asked: Sequence[str]) -> tuple[list[int], list[Note]]:
    """Return the units to count, by code, name or pattern on the basis, else the top; and how names were read.

    They stand in the order asked, those of a pattern by code, each once. Raises :class:`Refused` (U007 unknown,
    U011 no top, U020 several of the name).
    """
    # Of every day that comes into it, the top has to be there: it may have opened after the one to compare with.
    for each in (desk.as_of, desk.when.basis, desk.when.vs.last if desk.when.vs else desk.as_of):
        if dataset.map(each).top is None:
            raise usage("U011", value=dataset.manifest.campaign.top, day=each)
    map_ = dataset.map(desk.when.basis)
    if not asked:
        assert map_.top is not None
        return [map_.top], []
    found: list[int] = []
    notes: list[Note] = []
    for written in asked:
        several, said = _patterned(map_, written) if ANYTHING in written else _one(map_, written)
        found, notes = [*found, *several], [*notes, *said]
    return list(dict.fromkeys(found)), notes


def units_of(dataset: Dataset, desk: Desk, request: Request) -> tuple[list[int], list[Note]]:
    """Return the units to count, as :func:`units` does; one alone where organisations are listed (U034)."""
    if request.by is None or dataset.manifest.is_level(request.by):
        return units(dataset, desk, request.unit)
    number, notes = unit(dataset, desk, request.unit)
    return [number], notes


def _one(map_: DayMap, asked: str) -> tuple[list[int], list[Note]]:
    found = map_.unit(asked)
    number, notes = (found, []) if found is not None else _named(map_, asked)
    return [number], notes


def _patterned(map_: DayMap, asked: str) -> tuple[list[int], list[Note]]:
    """Return the units of a pattern by code; raises :class:`Refused` where there are none (U007)."""
    from antq_cli.units.names import matching  # who asks for no pattern does not need it

    units = map_.atlas.units
    told = matching(asked, {number: units[number] for number in map_.paths})
    if not told.found:
        raise _unknown(map_, asked, told.suggested)
    seen = told.normalised
    notes = [] if seen is None else [Note("talk.read-as", {"value": asked, "read": seen})]
    return sorted(told.found, key=lambda number: units[number].code), notes


def _unknown(map_: DayMap, asked: str, suggested: Iterable[int]) -> Refused:
    """Return the refusal of what no unit is called, with what is suggested."""
    named = (map_.atlas.units[number] for number in suggested)
    meant = few(sorted({f"{unit.name} ({unit.code})" for unit in named}))
    return usage("U007", value=asked, day=map_.day, meant=meant)


def nearest(map_: DayMap, asked: Collection[int]) -> list[Note]:
    """Return that rows stand under the nearer of two units, if one of those asked for lies in another one."""
    within = any(not set(asked).isdisjoint(map_.paths[unit][1:]) for unit in asked)
    return [Note("talk.nearest")] if within else []


def few(told: Iterable[str]) -> list[str]:
    """The first six of what may be many, and an ellipsis where there are more: they go into one sentence."""
    several = list(told)
    return [*several[:_MOST_NAMED], *(["…"] if several[_MOST_NAMED:] else [])]


def _named(map_: DayMap, asked: str) -> tuple[int, list[Note]]:
    from antq_cli.units.names import Ladder  # who names a unit by its code does not need it

    # A code that was pasted with something unseen in it is a code all the same.
    if (number := map_.unit(read(asked))) is not None:
        return number, []
    units = {number: map_.atlas.units[number] for number in map_.paths}
    ladder = Ladder(units)
    told = ladder.match(asked)
    if len(told.found) == 1:
        seen = told.normalised
        return told.found[0], [] if seen is None else [Note("talk.read-as", {"value": asked, "read": seen})]
    if told.found:
        raise usage("U020", value=asked, day=map_.day, units=sorted(_described(map_, number) for number in told.found))
    # A number alone is a part of far too many names: Thôn 1, Thôn 10, Thôn 11.
    raise _unknown(map_, asked, told.suggested or (ladder.parts(asked) if any(map(str.isalpha, asked)) else ()))


def _described(map_: DayMap, number: int) -> str:
    """Return the code of a unit, with its kind and what it lies in, which is what tells units of one name apart."""
    units = map_.atlas.units
    above = [units[each].name for each in map_.paths[number][1:2]]
    return f"{units[number].code} ({', '.join(filter(None, (units[number].kind, *above)))})"


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


def meant(request: Request, manifest: Manifest, *families: str) -> Request:
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
