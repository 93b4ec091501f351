"""Who owes a return, sent it late, or sent it on a day that nobody wrote down."""

from collections.abc import Iterator, Sequence

from antq_cli.core.paper import Paper
from antq_cli.core.report import Column, Line, Paragraph, Pieces, Table, Text
from antq_cli.core.reporting import Expected, Reporter
from antq_cli.pages.paper.pledges import name_of
from antq_cli.words.passages import passage
from antq_cli.words.speech import Speech

_TOLD = ("missing", "late", "undated")


def late(paper: Paper, speech: Speech) -> Sequence[Table | Paragraph]:
    """Return how many returns came, and a line for each that did not come in time; none where all did.

    What the unit itself has not reported to anybody is missing from its figures, and is nobody's delay.
    """
    lines = [list(_told(*each, speech)) for each in _late(paper)]
    if not lines:
        return []
    headers = ("page.who", "column.kind.returns", "column.period", "column.arrival", "column.received-on")
    kept = [place for place in range(len(headers)) if any(line[place] for line in lines)]
    columns = [Column(speech.say(headers[place])) for place in kept]
    table = Table(columns, [Line([_cell(line[place]) for place in kept]) for line in lines])
    return [*(Paragraph(pieces) for pieces in passage("returns-late", paper, speech.lang)), table]


def _late(paper: Paper) -> Iterator[tuple[Expected, Reporter]]:
    for expected in () if paper.returns is None else paper.returns.kinds:
        for each in expected.reporters:
            due = expected.due is not None or each.arrival == "missing"
            if each.arrival in _TOLD and due and each.unit != paper.where.code:
                yield expected, each


def _told(expected: Expected, reporter: Reporter, speech: Speech) -> Iterator[str]:
    """Yield who it is, what was to be sent for which period, what came of it, and when it was received."""
    above = "" if reporter.above is None else f" ({reporter.above})"
    period = expected.period
    yield f"{reporter.unit_name}{above}"
    yield name_of(expected.kind, speech)
    yield speech.period(period.name) if period.name and not period.cut else speech.day(period.last)
    yield speech.say(f"arrival.{reporter.arrival}")
    yield "" if reporter.received is None else speech.day(reporter.received)


def _cell(text: str) -> Pieces:
    return (Text(text),) if text else ()
