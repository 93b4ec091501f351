"""The book of what is told of none: only its language is spoken."""

from antq_cli.cli.options import Request
from antq_cli.core.findings import Refused
from antq_cli.core.outcomes import BookLabel, Note


def beside(request: Request) -> tuple[BookLabel | None, list[Note]]:
    """Return the book that ``--book`` names; one that cannot be opened keeps nobody from what is true without it."""
    if request.book.asked is None:
        return None, []
    from antq_cli.cli.desk import label, opened  # nearly always there is none

    try:
        book, note = opened(request)
    except Refused as refused:
        if refused.findings[0].rule.stage == "usage":
            raise
        return None, []
    return label(book), [note]
