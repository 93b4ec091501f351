"""Help that is asked for by the words of a command alone, before Typer is loaded: that takes longer than the page does.

It takes a line only where it reads it as Typer would, and declines all others; it never refuses.
"""

from collections.abc import Sequence

from antq_cli.cli.commands import COMMANDS, GROUPS
from antq_cli.cli.options import HELP, OPTIONS
from antq_cli.core.findings import Refused


def page_of(argv: Sequence[str]) -> str | None:
    """Return of what a line shows the page of help: the words of a command or a group, "" for antq; None of others."""
    asked = list(argv[:1]) == [HELP]
    words = [word for word in argv[asked:] if word not in OPTIONS["help"].flags]
    path = " ".join(words)
    if path in COMMANDS and len(words) == len(argv):  # it is to be run
        return None
    return path if not words or path in COMMANDS or path in GROUPS else None


def answer(argv: Sequence[str]) -> str | None:
    """Return the page of help that a line shows; None of one that is declined, or whose language nobody speaks."""
    path = page_of(argv)
    if path is None:
        return None
    from antq_cli.cli.environment import language
    from antq_cli.cli.help import page
    from antq_cli.cli.offers import Sight
    from antq_cli.words.speech import speech

    sight = Sight(path, {})
    try:
        return page(sight, speech(language(None, sight.of_book())))
    except Refused:
        return None
