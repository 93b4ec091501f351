"""`antq report`: the paper of a unit on a day, or over a period, in every format that is asked for."""

from collections.abc import Sequence
from typing import NamedTuple

from antq_cli import __version__
from antq_cli.checks.runner import Inquiry, Judged
from antq_cli.cli.commands import COMMANDS
from antq_cli.cli.counting import below_grain, of_summaries, proofs
from antq_cli.cli.days import today
from antq_cli.cli.desk import Answer, Desk, label, sit_down
from antq_cli.cli.environment import environment, language, variables
from antq_cli.cli.options import Request
from antq_cli.cli.papers import Counted, counted
from antq_cli.cli.run import format_of
from antq_cli.cli.targets import Target, document, put, refuse_to_lose, targets, unchanged
from antq_cli.cli.when import calendar
from antq_cli.core.exits import Exit
from antq_cli.core.findings import Finding
from antq_cli.core.outcomes import Note, Outcome
from antq_cli.core.paper import Paper
from antq_cli.core.provenance import Asked, Origin, provenance
from antq_cli.core.registers import REGISTERS
from antq_cli.core.report import Number, Paragraph, Report, Text
from antq_cli.pages.paper.compose import compose
from antq_cli.pages.paper.making import Making
from antq_cli.pages.paper.origin import told
from antq_cli.reading.commits import last_commit
from antq_cli.render.findings import tally
from antq_cli.render.screen import Manner, text_of
from antq_cli.render.waiting import Waiting
from antq_cli.render.writers import WRITERS
from antq_cli.words import numbers
from antq_cli.words.speech import LANGUAGES, Speech, speech

# Claims that differ or cannot be verified are in the paper itself.
_IN_THE_PAPER = ("R101", "R102")


def run(request: Request) -> Outcome:
    """Write the report; where it comes to nothing, or to what ``--strict`` does not let pass, nothing is written."""
    wanted = targets(request)
    desk = sit_down(request)
    spoken = speech(language(request.lang, desk.label.lang))
    with Waiting(quiet=request.quiet) as waiting:
        return _run(_Work(request, wanted, desk, spoken, waiting))


class _Work(NamedTuple):
    """What a report is made with, and where it is said how far it is."""

    request: Request
    wanted: list[Target]
    desk: Desk
    spoken: Speech
    waiting: Waiting

    def say(self, key: str, **values: object) -> None:
        self.waiting.say(self.spoken.say(key, **values))


def _run(work: _Work) -> Outcome:
    request, wanted, desk, spoken, _ = work
    work.say("talk.counting")
    found = counted(request, desk, _lang(spoken))
    outcome = _outcome(desk, found)
    if request.strict and outcome.exit is not Exit.REFUSED:
        work.say("talk.checking")
        outcome = _checked(desk, outcome)
    if outcome.result is None or outcome.exit in (Exit.REFUSED, Exit.NOTHING):
        return _unwritten(wanted, outcome)
    report, outcome = _made(request, desk, found, outcome, spoken)
    return _written(work, report, outcome)


def _lang(spoken: Speech) -> str:
    """Return the language of the paper; what is neither is read by nobody but tests, and is English."""
    return spoken.lang if spoken.lang in LANGUAGES else "en"


# What it comes to -----------------------------------------------------------------------------------------------


def _outcome(desk: Desk, found: Counted) -> Outcome:
    """Return the end of the counting, with the paper as its result."""
    paper = found.paper
    then = [each.before for each in paper.summaries if each.before is not None]
    answer = of_summaries(paper, [*then, *paper.summaries], _tells)
    answer = answer._replace(anything=any(summary.anything for summary in paper.summaries))
    below = below_grain([each for each in paper.summaries if each.kinds], desk)
    notes = [*found.notes, *proofs(paper.summaries), *below, *_nothing(paper, answer)]
    return desk.outcome("report", answer, notes)


def _tells(finding: Finding) -> bool:
    return finding.rule.code not in _IN_THE_PAPER


def _nothing(paper: Paper, answer: Answer) -> list[Note]:
    """Return why there is nothing to report, where there is nothing."""
    if answer.anything:
        return []
    return [Note("nothing.before", {"day": paper.as_of}) if answer.early else Note("nothing.rows")]


def _checked(desk: Desk, outcome: Outcome) -> Outcome:
    """Return the outcome if a check lets it pass; else, without a result, what the check finds. Either is of today."""
    now = today(environment())
    checked = Judged(desk.book, Inquiry(desk.as_of, now)).checked(None)
    code = checked.exit()
    if code in (Exit.FINDINGS, Exit.REFUSED):
        outcome = desk.ended("report", code, None, checked.findings, [Note("talk.strict")])
    return outcome._replace(today=now)


def _unwritten(wanted: Sequence[Target], outcome: Outcome) -> Outcome:
    """Return the end of a report that is not written; of what was to go into files nothing is printed either."""
    kept = [Note("talk.kept", {"path": target.name}) for target in wanted if target.path.is_file()]
    return outcome._replace(result=None, document="" if wanted else None, notes=[*outcome.notes, *kept])


# What is written ------------------------------------------------------------------------------------------------


def _made(request: Request, desk: Desk, found: Counted, outcome: Outcome, spoken: Speech) -> tuple[Report, Outcome]:
    """Put the report together, and say how many gaps it has; what is missing from its figures stands in a note."""
    paper, lang = found.paper, _lang(spoken)
    report = compose(found.outline, paper, Making(lang, request.title, request.dated, found.outline.name))
    counted_out = any(isinstance(piece, Number) for note in report.notes for piece in note.pieces)
    if outcome.left_out and not counted_out:  # of what it is compared with, or so far down that no total has them
        note = Paragraph([Text(spoken.say("paper.left-out"))], note=True)
        report = report._replace(notes=[*report.notes, note])
    asked = Asked(
        day=paper.as_of,
        period=paper.period,
        vs=paper.before,
        unit=paper.where.code,
        by=None if paper.by is None else paper.by.id,
        basis=paper.basis,
        calendar=calendar(request, desk.book.manifest).id,
        lang=lang,
        title=request.title,
        template=found.outline.name,
        dated=request.dated,
    )
    origin = _origin(desk, found, outcome, asked)
    made = provenance(origin, report, _line(origin, spoken))
    report = report._replace(provenance=made._replace(told=told(made, paper, spoken)))
    book = label(desk.book, large=True)
    # What is said in any case stands last, as it does where nothing else is said.
    notes = sorted((*outcome.notes, *_unsaid(report), *_gaps(report)), key=lambda note: not note.verbose)
    return report, outcome._replace(result=report, book=book, notes=notes)


def _origin(desk: Desk, found: Counted, outcome: Outcome, asked: Asked) -> Origin:
    """Return from what the report was made: of the whole book, also of registers from which nothing is counted."""
    for name in REGISTERS:
        desk.book.table(name)
    campaign, hashes = desk.book.manifest.campaign, desk.book.hashes(large=True)
    commit = last_commit(desk.book.folder, found.outline.file, variables())
    return Origin(campaign.id, campaign.data, hashes, found.outline.digest, asked, tally(outcome), commit)


def _line(origin: Origin, spoken: Speech) -> str:
    """Return what a reader sees of it: the day, the beginning of the hash of the book, the tool."""
    content = (origin.hashes.content or "").partition(":")[2][:12]
    return spoken.say(
        "paper.provenance", day=numbers.day(origin.asked.day), content=content, tool=f"antq {__version__}"
    )


def _unsaid(report: Report) -> list[Note]:
    """Return which passages, tables and annexes of the outline had nothing to say, for who wants to know."""
    return [Note("talk.untold", {"passages": list(report.unsaid)}, verbose=True)] if report.unsaid else []


def _gaps(report: Report) -> list[Note]:
    """Return how many gaps there are to fill, and how many numbers are missing; each of them for who wants to know."""
    found = report.gaps()
    if not found:
        return []
    missing = sum(gap.missing for gap in found)
    each = [Note("talk.gap", {"text": gap.text}, verbose=True) for gap in found]
    return [*each, Note("talk.gaps", {"gaps": len(found) - missing, "missing": missing})]


def _written(work: _Work, report: Report, outcome: Outcome) -> Outcome:
    """Write the files, or return the outcome with what is to be printed."""
    request, wanted, _, spoken, _ = work
    if not wanted:
        format_ = format_of(COMMANDS[request.command], request)
        own = "reports" in WRITERS[format_].takes
        return outcome._replace(document=document(format_, report).decode() if own else None)

    def content(target: Target) -> bytes:
        work.say("talk.writing", path=target.name)
        if "reports" in WRITERS[target.format].takes:
            return document(target.format, report)
        manner = Manner(target.format, target.name, excel=request.excel)
        return text_of(outcome, spoken, manner).encode("utf-8", "backslashreplace")

    source = report.provenance.source
    kept = [each for each in wanted if request.if_changed and unchanged(each, source, lambda: content(each))]  # noqa: B023
    due = [target for target in wanted if target not in kept]
    if not request.force:
        refuse_to_lose(due)
    put([(target, content(target)) for target in due])
    said = [
        *(Note("talk.as-it-was", {"path": target.name}) for target in kept),
        *(Note("talk.written", {"path": target.name}, verbose=True) for target in due),
    ]
    return outcome._replace(document="", notes=[*outcome.notes, *said])
