"""The help, in the user's language: Typer parses, antq speaks."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from antq_cli.cli.commands import COMMANDS
from antq_cli.cli.examples import BEGINNING, BOOK, FIRST, examples, read_on
from antq_cli.cli.offers import Sight, offers
from antq_cli.cli.options import ALONE, COMMON, OPTIONS
from antq_cli.core.exits import Exit
from antq_cli.core.unseen import visible
from antq_cli.render.console import Run, Runs, console_for, drawn
from antq_cli.render.folding import folded, places
from antq_cli.words.speech import Speech, lowered


class _Panel(NamedTuple):
    """What may be written, and beside it what each is for."""

    rows: Sequence[tuple[str, str]]

    def lines(self, width: int) -> Iterator[Runs]:
        """Yield the rows: what may be written is never folded."""
        longest = max(places(written) for written, _ in self.rows) + len(_INDENT)
        for written, about in self.rows:
            first, *others = folded(about, max(_LEAST, width - longest - len(_GAP)), broken=True)
            end = " " * (longest - len(_INDENT) - places(written))
            yield Run(f"{_INDENT}{written}{end}", "cyan"), Run(_GAP, "cyan"), Run(first)
            yield from ((Run(f"{' ' * longest}{_GAP}", "cyan"), Run(other)) for other in others)


_Parts = list[Run | _Panel]
_INDENT, _GAP = "  ", "  "
# What something is for is folded into no less than this, however narrow the terminal is.
_LEAST = 8
# Values of which the book at hand has a few, each with a name: they are told where the option is.
_FROM_THE_BOOK = ("LEVEL", "KIND", "CALENDAR")
# How a run may end that writes nothing over what is there.
_EXITS = (Exit.OK, Exit.FINDINGS, Exit.REFUSED, Exit.NOTHING, Exit.INTERNAL, Exit.INTERRUPTED)
# The commands that may refuse to write because of what is there, or of what another one does, beside those that change.
_WRITING = ("report", "log")
_CHANGING = tuple(command.path for command in COMMANDS.values() if command.changes)


def page(sight: Sight, speech: Speech) -> str:
    """Return the help of a command, of a group of commands, or of antq itself (path ""), as seen from the book."""
    import sys

    path = sight.path
    about = speech.say(f"command.{path}" if path else "help.tagline")
    parts: _Parts = [Run(about, "bold"), Run(""), Run(_usage(path, speech)), *_commands(path, speech)]
    parts += [*_options(sight, speech), *_examples(path, speech)]
    if not path and not sight.has_book:
        parts += _beginning(speech)
    console = console_for(sys.stdout)
    lines = (_lines_of(part, console.width) for part in (*parts, *_end(path, speech)))
    return drawn(console, chain.from_iterable(lines))


def _lines_of(part: "Run | _Panel", width: int) -> Iterable[Runs]:
    if isinstance(part, _Panel):
        return part.lines(width)
    return ((Run(line, part.style),) for line in folded(part.text, width))


def _usage(path: str, speech: Speech) -> str:
    words = f" [{speech.say(f'metavar.{COMMANDS[path].words}')}]" if path in COMMANDS and COMMANDS[path].words else ""
    words = words if path in COMMANDS else f" {speech.say('help.command').upper()}"
    name = f"antq {path}".strip()
    return f"{speech.say('help.usage')}: {name}{words} [{speech.say('help.option').upper()}]"


def _commands(path: str, speech: Speech) -> _Parts:
    parts: _Parts = []
    below = [command for command in COMMANDS.values() if command.path.startswith(path) and path not in COMMANDS]
    for panel in dict.fromkeys(command.panel for command in below):
        rows = [
            (f"antq {command.path}", speech.say(f"command.{command.path}"))
            for command in below
            if command.panel == panel
        ]
        parts += _panel(speech.say(f"panel.{panel}"), rows)
    return parts


def _options(sight: Sight, speech: Speech) -> _Parts:
    """Return the panels of the options: those of the command, then those of all."""
    if sight.command is None:
        return _of(ALONE if not sight.path else ("help",), speech.say("help.options"), sight, speech)
    own = [name for name in sight.command.options if name not in COMMON]
    common = _of(COMMON, speech.say("help.common"), sight, speech)
    return [*_of(own, speech.say("help.options"), sight, speech), *common]


def _of(names: Iterable[str], title: str, sight: Sight, speech: Speech) -> _Parts:
    rows = [(_written(name, speech), _about(name, sight, speech)) for name in names]
    return _panel(title, rows) if rows else []


def _written(name: str, speech: Speech) -> str:
    option = OPTIONS[name]
    return ", ".join(option.flags) + (f" {speech.say(f'metavar.{option.metavar}')}" if option.metavar else "")


def _about(name: str, sight: Sight, speech: Speech) -> str:
    """Return what an option does, and where the book at hand has a few values for it, these."""
    option = OPTIONS[name]
    about = option.about(sight.path, speech)
    found = offers(option.metavar, (), sight) if option.metavar in _FROM_THE_BOOK else []
    if not found:
        return about
    named = [f"{each.text} ({visible(lowered(each.about))})" if each.about else each.text for each in found]
    return f"{about}. {speech.say('help.of-the-book', values=named)}"


def _examples(path: str, speech: Speech) -> _Parts:
    rows: _Parts = []
    for shell, line in FIRST.items():
        rows += _line(line, speech.say(f"help.first.{shell}"), speech)
    for line, of, number in examples(path):
        rows += _line(line, speech.say(f"example.{of}.{number}"), speech)
    return [Run(""), Run(speech.say("help.examples", book=BOOK), "bold"), *rows]


def _line(line: str, about: str, speech: Speech) -> _Parts:
    """Return a line that somebody may type, and what it is for."""
    return [Run(f"  {speech.say('help.verbatim', text=line)}", "cyan"), Run(f"      {about}")]


def _beginning(speech: Speech) -> _Parts:
    """Return how a book begins, for who stands in a folder that is none."""
    parts: _Parts = [Run(""), Run(speech.say("help.begin"), "bold")]
    for name, text in BEGINNING.items():
        parts += [Run(f"  {name}", "cyan"), *(Run(f"      {line}") for line in _lines(text, speech))]
    return [*parts, Run(f"  {speech.say('help.begun')}")]


def _lines(text: str, speech: Speech) -> Sequence[str]:
    return speech.say("help.verbatim", text=text.rstrip("\n")).split("\n")


def _end(path: str, speech: Speech) -> _Parts:
    ends = sorted((*_EXITS, Exit.CHANGED)) if path in ("", *_WRITING, *_CHANGING) else _EXITS
    exits = "; ".join(f"{code.value} {speech.say(f'help.exit.{code.value}')}" for code in ends)
    more = [] if path in COMMANDS else [Run(speech.say("help.more"), "dim")]
    more = more if path else [Run(speech.say("help.days"), "dim"), *more]
    told = [
        f"{speech.say('help.exits')}: {exits}.",
        f"{speech.say('help.read-on')}: {', '.join(read_on(path, speech.lang))}",
    ]
    return [Run(""), *(Run(line, "dim") for line in told), *more]


def _panel(title: str, rows: Sequence[tuple[str, str]]) -> _Parts:
    return [Run(""), Run(title, "bold"), _Panel(rows)]
