"""`antq check`."""

from pathlib import Path

from antq_cli.checks.baseline import Baseline, read
from antq_cli.checks.runner import Inquiry, Judged
from antq_cli.checks.selection import Selection
from antq_cli.cli.commands import COMMANDS
from antq_cli.cli.days import today
from antq_cli.cli.desk import Desk, sit_down
from antq_cli.cli.environment import environment
from antq_cli.cli.options import Request
from antq_cli.cli.run import format_of
from antq_cli.cli.usage import usage
from antq_cli.core.checked import Checked, Statistics
from antq_cli.core.exits import Exit
from antq_cli.core.findings import BOOK, Refused
from antq_cli.core.outcomes import Note, Outcome
from antq_cli.core.values import trouble
from antq_cli.reading.book import belongs_to_book
from antq_cli.reading.source import read_file
from antq_cli.render.formats import limit_of
from antq_cli.render.screen import CANNOT_WRITE, failed


def run(request: Request) -> Outcome:
    """Judge the rules that are asked for, of the registers that are asked for."""
    if request.write_baseline is not None and (request.select or request.ignore or request.register):
        raise usage("U031", value="--write-baseline")
    if request.file is not None and request.file == request.write_baseline:
        raise usage("U032", value=request.file)
    desk = sit_down(request)
    known = None if request.baseline is None else _read_baseline(request.baseline)
    selection = Selection(tuple(request.select), tuple(request.ignore), tuple(request.register))
    now = today(environment())
    asked = Inquiry(desk.as_of, now, selection, request.fail_on, _limit(request), request.values)
    judged = Judged(desk.book, asked)
    checked = judged.checked(known)
    notes = _notes(checked)
    if request.write_baseline is not None and checked.exit() is Exit.REFUSED:
        notes = [*notes, Note("talk.no-baseline", {"path": request.write_baseline})]
    elif request.write_baseline is not None:
        checked, note = _rebased(desk, judged, request.write_baseline)
        notes = [*_notes(checked), note]
    result = Statistics(checked) if request.statistics else checked
    return desk.ended("check", checked.exit(), result, (), notes)._replace(today=now)


def _limit(request: Request) -> int | None:
    """Return how many findings of a rule in a register are ever shown, None for all of them."""
    if request.statistics:
        return 0
    return limit_of(format_of(COMMANDS["check"], request), request.examples)


def _notes(checked: Checked) -> list[Note]:
    """Return what is said of a clean book, of a baseline that holds what is there no more, and of what is waived."""
    gone = [Note("talk.gone", {"n": checked.gone})] if checked.gone else []
    gone += [Note("talk.see-waived")] if len(checked.waived) else []
    if checked.groups():
        return gone
    judged = [step for step in checked.steps if step.judged == "passed"]
    rows: dict[str, int] = {}
    for step in judged:
        rows[step.register] = max(rows.get(step.register, 0), step.rows or 0)
    rows.pop(BOOK, None)
    said = {"rows": sum(rows.values()), "registers": len(rows), "rules": len({step.rule.code for step in judged})}
    clean = "talk.nothing-new" if len(checked.known) or len(checked.waived) else "talk.clean"
    return [Note(clean, said), *gone] if judged else [Note("nothing.rules"), *gone]


def _read_baseline(path: str) -> Baseline:
    try:
        found = read(read_file(Path(path)))
    except OSError as error:
        raise usage("U028", value=path, **trouble(error)) from error
    if found is None:
        raise usage("U029", value=path)
    return found


def _rebased(desk: Desk, judged: Judged, path: str) -> tuple[Checked, Note]:
    """Write all that was found into a baseline, and return the check by it; raises :class:`Refused` (U010, U014)."""
    from antq_cli.writing.baseline import write_baseline

    if belongs_to_book(desk.book.folder, Path(path)):
        raise usage("U014", value=path)
    baseline = judged.baseline()
    try:
        write_baseline(Path(path), baseline)
    except OSError as error:
        raise Refused(failed(CANNOT_WRITE, error, path)) from error
    return judged.checked(baseline), Note("talk.baseline", {"path": path, "n": sum(baseline.values())})
