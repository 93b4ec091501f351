"""`antq pledges summary` and `antq teams summary`."""

from antq_cli.cli.counting import Counting, begin, below_grain, nothing
from antq_cli.cli.options import Request
from antq_cli.core.exits import exit_for
from antq_cli.core.figures import Summary
from antq_cli.core.outcomes import Note, Outcome
from antq_cli.counting.summary import summarise


def pledges(request: Request) -> Outcome:
    """Count the pledges of the book's kinds."""
    return _summary(begin(request, "pledges"))


def teams(request: Request) -> Outcome:
    """Count the teams of the book's kinds."""
    return _summary(begin(request, "teams"))


def _summary(counting: Counting) -> Outcome:
    summary = summarise(counting.family, counting.question)
    if (vs := counting.desk.when.vs) is not None:
        summary = summary._replace(before=summarise(counting.family, counting.at(vs)))
    code = exit_for(summary.findings, anything=summary.anything, left_out=summary.left_out)
    notes = (*counting.notes, *_proofs(summary), *below_grain([summary], counting), *nothing(summary))
    return counting.desk.outcome(f"{counting.family.family}-summary", code, summary, summary.findings, notes)


def _proofs(summary: Summary) -> list[Note]:
    """Return the control totals of a basis, for who wants to see the proof."""
    return [Note("talk.control", {**proof._asdict()}, verbose=True) for proof in summary.control]
