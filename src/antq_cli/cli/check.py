"""`antq check`."""

from antq_cli.checks.runner import check
from antq_cli.cli.desk import fail_on, sit_down
from antq_cli.cli.options import Request
from antq_cli.core.exits import exit_for
from antq_cli.core.outcomes import Note, Outcome


def run(request: Request) -> Outcome:
    """Check every register of the book."""
    desk = sit_down(request)
    checked = check(desk.book, desk.as_of)
    rows = sum(step.rows for step in checked.steps)
    notes = [] if checked.findings else [Note("talk.clean", {"rows": rows, "registers": len(checked.steps)})]
    code = exit_for(checked.findings, anything=bool(checked.steps), fail_on=fail_on(request))
    return desk.outcome("check", code, checked, checked.findings, notes)
