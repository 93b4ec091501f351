"""`antq standards summary`."""

from datetime import date

from antq_cli.answers.arranging import arranged_standards
from antq_cli.answers.query import Query
from antq_cli.answers.standing import standing
from antq_cli.cli.arranging import arrangement, can_be_arranged
from antq_cli.cli.counting import below_grain
from antq_cli.cli.days import day
from antq_cli.cli.desk import Answer, compared, meant, sit_down
from antq_cli.cli.options import Request
from antq_cli.cli.usage import usage
from antq_cli.cli.where import nearest, units_of
from antq_cli.core.calendars import Period
from antq_cli.core.cells import YEAR
from antq_cli.core.manifest import Manifest
from antq_cli.core.outcomes import Note, Outcome
from antq_cli.core.standards import Standards
from antq_cli.counting.asking import Figures
from antq_cli.counting.dataset import Dataset
from antq_cli.counting.families import registers_of
from antq_cli.counting.standards import window_named
from antq_cli.reading.book import Book


def run(request: Request) -> Outcome:
    """Count who meets the standard; with ``--criteria`` show what each subject reaches of what is asked."""
    desk = sit_down(request)
    manifest = desk.book.manifest
    request = meant(request, manifest, "standards")
    if request.window is not None:
        # Anew: on which day a window is looked at, only the manifest says.
        desk = sit_down(request._replace(as_of=_day(request, manifest)))
    dataset = Dataset(desk.book, _registers(desk.book, request), desk.collector, fresh=desk.fresh)
    (number, *others), notes = units_of(dataset, desk.when, request)
    asked = Query(
        desk.as_of,
        number,
        request.by,
        request.kind,
        desk.when.basis,
        window=request.window,
        criteria=request.criteria,
        others=others,
        tree=request.tree,
    )
    wanted = arrangement(request, rows=can_be_arranged(request, several=bool(others)) and not request.criteria)
    found = standing(Figures(dataset), asked)
    if request.criteria and not found.cards:
        raise usage("U025", value="--criteria", unit=found.unit_name)
    left_out = any(subject.summary.left_out for subject in found.subjects)
    early = _early(found)
    said = [*notes, *(nearest(dataset.map(desk.when.basis), [number, *others]) if request.by else ())]
    said += [*below_grain([subject.summary for subject in found.subjects], desk), *_nothing(found)]
    shown = arranged_standards(found, wanted) if wanted.asked else found
    answer = Answer(shown, found.anything and not early, left_out and not early, early)
    return compared(request, desk, "standards-summary", answer, said)


def _registers(book: Book, request: Request) -> list[str]:
    kinds = request.kind or book.manifest.standards
    return list(dict.fromkeys(name for kind in kinds for name in registers_of(book.manifest, "standards", kind)))


def _day(request: Request, manifest: Manifest) -> str:
    """Return the day on which a window is looked at: the one asked for, else the last day of the last of its windows.

    Raises :class:`Refused` where there is no such window (U024), or the day is before all of them (U017).
    """
    asked = date.max if request.as_of is None else day(request.as_of)
    windows = _windows(request, manifest, asked) if YEAR.fullmatch(str(request.window)) else []
    if not windows:
        raise usage("U024", value=request.window)
    first, last = min(window.first for window in windows), max(window.last for window in windows)
    if request.as_of is None:
        return last.isoformat()
    if not first <= asked <= last:
        raise usage("U017", value=request.as_of, first=first, last=last)
    return asked.isoformat()


def _windows(request: Request, manifest: Manifest, asked: date) -> list[Period]:
    kinds = request.kind or manifest.standards
    found = (window_named(manifest, kind, str(request.window), asked) for kind in kinds)
    return [window.period for window in found if window is not None]


def _nothing(found: Standards) -> list[Note]:
    """Return why there is nothing to see, where there is nothing."""
    if not found.subjects:
        return [Note("nothing.kinds")]
    if _early(found):
        return [Note("nothing.before", {"day": found.as_of})]
    return [] if found.anything else [Note("nothing.rows")]


def _early(found: Standards) -> bool:
    return bool(found.subjects) and all(subject.summary.before_everything for subject in found.subjects)
