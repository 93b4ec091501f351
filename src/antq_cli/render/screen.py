"""The one place that prints an outcome: its result to stdout or a file, everything else to stderr."""

import errno
import io
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, TextIO

from rich.console import Console, Group, RenderableType
from rich.text import Text

from antq_cli.core.checked import Checked, Statistics
from antq_cli.core.exits import Exit
from antq_cli.core.figures import Kind
from antq_cli.core.findings import COMMAND_LINE, Finding, Place, Refused, Rule, Shown, as_typed
from antq_cli.core.manifest import Level
from antq_cli.core.outcomes import Note, Outcome
from antq_cli.render.findings import full, tally
from antq_cli.render.formats import WHOLE, Telling, limit_of, said_of_more, write
from antq_cli.render.grid import aligned, draw, markdown, markdown_text, natural_width
from antq_cli.render.pages import Room, page_of
from antq_cli.render.text import visible
from antq_cli.words.speech import Speech

CANNOT_WRITE = Rule("U010", "cannot-write")
CANNOT_PRINT = Rule("U013", "cannot-print")
_NARROWEST = 40
_FINDINGS_SHOWN = 20
_BLOCK = 1 << 20  # characters of a document that are written at a time


class Manner(NamedTuple):
    """How an outcome is to be shown; ``folder`` is that of a book that could not be opened."""

    format: str
    output: str | None = None
    quiet: bool = False
    verbose: bool = False
    folder: str = ""
    examples: int | None = None


def show(outcome: Outcome, speech: Speech, manner: Manner) -> Exit:
    """Print an outcome and return the exit code; a result that cannot be written turns it into a refusal."""
    try:
        if outcome.result is not None or manner.format in WHOLE:
            _deliver(_blocks(_document(outcome, speech, manner)), outcome, manner)
    except BrokenPipeError:
        raise
    except OSError as error:
        if manner.output is not None:
            raise Refused(failed(CANNOT_WRITE, error, manner.output)) from error
        outcome = Outcome(outcome.command, Exit.REFUSED, None, [as_typed(failed(CANNOT_PRINT, error))])
    _talk(outcome, speech, manner)
    return outcome.exit


def show_text(text: str, speech: Speech) -> Exit:
    """Print a text that is no outcome, such as a page of help, and return the exit code."""
    try:
        write_stdout(text)
    except BrokenPipeError:
        raise
    except OSError as error:
        refusal = Outcome("usage", Exit.REFUSED, None, [as_typed(failed(CANNOT_PRINT, error))])
        _talk(refusal, speech, Manner("table"))
        return Exit.REFUSED
    return Exit.OK


def failed(rule: Rule, error: OSError, name: str = "") -> Finding:
    """Return the finding on a file, or stdout, that cannot be written."""
    values = {"value": name, "why": type(error).__name__, "detail": error.strerror or str(error)}
    return Finding(rule, Place(COMMAND_LINE), values)


def _deliver(blocks: Iterable[str], outcome: Outcome, manner: Manner) -> None:
    """Write the result: to the file that was asked for, unless the outcome is a refusal; else to stdout."""
    if manner.output is None or outcome.result is None:
        for block in blocks:
            write_stdout(block)
    else:
        from antq_cli.writing.files import write_whole

        write_whole(Path(manner.output), (block.encode("utf-8", "backslashreplace") for block in blocks))


def _blocks(pieces: Iterable[str]) -> Iterator[str]:
    """Yield a document in blocks; one that is no longer than a block is whole before any of it is written."""
    together, length = [], 0
    for piece in pieces:
        together.append(piece)
        length += len(piece)
        if length >= _BLOCK:
            yield "".join(together)
            together, length = [], 0
    yield "".join(together)


def write_stdout(text: str) -> None:
    """Write text to stdout as UTF-8 with LF, whatever the platform's encoding and line ends are."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def write_stderr(text: str) -> None:
    """Write text to stderr as UTF-8 with LF; who has closed it wants to hear nothing."""
    if sys.stderr is None:
        return
    sys.stderr.flush()
    sys.stderr.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stderr.buffer.flush()


def console_for(stream: TextIO | None) -> Console:
    """Return a console that draws into memory as a stream would show it; None stands for a file."""
    terminal = stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"
    colour = terminal and not os.environ.get("NO_COLOR")
    return Console(
        file=io.StringIO(),
        width=max(_NARROWEST, shutil.get_terminal_size((80, 24)).columns),
        height=100,  # under TERM=dumb Rich heeds a width only where a height is given as well
        force_terminal=terminal,
        color_system="standard" if colour else None,
        no_color=not colour,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )


def drawn(console: Console, *parts: RenderableType, wrap: bool = True) -> str:
    """Return what parts look like on a console, without blanks at the ends of lines."""
    console.file = io.StringIO()
    console.print(Group(*parts), soft_wrap=not wrap, crop=False)
    assert isinstance(console.file, io.StringIO)
    lines = console.file.getvalue().removesuffix("\n").split("\n")
    return "".join(f"{line.rstrip(' ')}\n" for line in lines)


def _document(outcome: Outcome, speech: Speech, manner: Manner) -> Iterable[str]:
    limit = limit_of(manner.format, manner.examples)
    telling = Telling(outcome, speech, limit, _prefix(outcome, manner))
    if manner.format == "json":
        from antq_cli.render.machine import to_json

        return to_json(telling)
    if isinstance(outcome.result, Checked) or outcome.result is None:
        return _listing(telling, manner) if manner.format == "full" else write(manner.format, telling)
    if manner.format == "csv":
        from antq_cli.render.machine import to_csv

        return [to_csv(outcome)]
    return [_markdown(outcome, speech) if manner.format == "md" else _tables(outcome, speech, manner)]


def _prefix(outcome: Outcome, manner: Manner) -> str:
    """Return the folder of the book, as it was asked for."""
    return manner.folder if outcome.book is None else outcome.book.path


def _tables(outcome: Outcome, speech: Speech, manner: Manner) -> str:
    console = console_for(None if manner.output else sys.stdout)
    shown = page_of(outcome, speech, Room(console.width, lambda grid: natural_width(grid, console)))
    parts: list[RenderableType] = [Text(shown.title, "bold"), Text(shown.subtitle)]
    together = shown.grids[: shown.aligned]
    widths = aligned(together, console) if together else None
    for grid in shown.grids:
        parts.append(Text(""))
        parts += [Text(visible(grid.name), "bold")] if grid.name else []
        parts += [draw(grid, console, widths if grid in together else None)] if grid.rows else []
    parts += [Text(""), *(Text(visible(line)) for line in shown.legend)] if shown.legend else []
    return drawn(console, *parts)


def _markdown(outcome: Outcome, speech: Speech) -> str:
    shown = page_of(outcome, speech, Room(0, lambda _grid: 0))
    parts = [f"**{markdown_text(shown.title)}**\n\n{markdown_text(shown.subtitle)}\n"]
    for grid in shown.grids:
        if grid.rows:
            parts += [f"**{markdown_text(grid.name)}**\n"] if grid.name else []
            parts.append(markdown(grid))
    return "\n".join([*parts, *(f"{markdown_text(line)}\n" for line in shown.legend)])


def _listing(telling: Telling, manner: Manner) -> Iterator[str]:
    """Yield the findings in full, the first of each rule in a register, and how many more there are."""
    console = console_for(None if manner.output else sys.stdout)
    for finding in telling.shown():
        yield _in_full(console, [finding], telling.outcome, telling.speech, manner)
    yield from (f"{line}\n" for line in said_of_more(telling))


def _in_full(console: Console, findings: Iterable[Shown], outcome: Outcome, speech: Speech, manner: Manner) -> str:
    prefix, width = _prefix(outcome, manner), console.width
    texts = [full(finding, speech, prefix=prefix, width=width) for finding in findings]
    return drawn(console, *texts, wrap=False) if texts else ""


def _talk(outcome: Outcome, speech: Speech, manner: Manner) -> None:
    """Say on stderr what is not the result: notes, and the findings of a command whose result they are not."""
    console = console_for(sys.stderr)
    said: list[str] = []
    if not manner.quiet:
        said += [_note(note, speech) for note in outcome.notes if manner.verbose or not note.verbose]
    elif isinstance(outcome.result, Checked) and outcome.exit is Exit.NOTHING:
        said.append(speech.say("nothing.rules"))  # that nothing was judged is not silence
    if manner.verbose and manner.output and outcome.result is not None:
        said.append(speech.say("talk.written", path=visible(manner.output)))
    text = ""
    listed = isinstance(outcome.result, (Checked, Statistics))
    if outcome.findings and not listed:
        text, more = _excerpted(console, outcome, speech, manner)
        said += more
    counts = _counts(outcome, speech)
    if any(tally(outcome).values()) or (counts and not manner.quiet):
        said.append(", ".join(counts))
    table = outcome.result is not None and not isinstance(outcome.result, Checked)
    if (text or said) and table and not manner.output and _both_seen():
        write_stderr("\n")  # the table and the talk meet on one screen
    write_stderr(text + "".join(f"{line}\n" for line in said))


def _counts(outcome: Outcome, speech: Speech) -> list[str]:
    """Return how much was found, and how much of it is not told: nothing is waived in silence."""
    found = tally(outcome)
    said = []
    if any(found.values()):
        said.append(speech.say("talk.findings", errors=found["error"], warnings=found["warning"]))
    result = outcome.result.checked if isinstance(outcome.result, Statistics) else outcome.result
    if isinstance(result, Checked):
        tolerated = sum(step.found for step in result.steps if step.tolerated)
        numbers = {"tolerated": tolerated, "waived": len(result.waived), "known": len(result.known)}
        said += [speech.say(f"talk.of.{name}", n=n) for name, n in numbers.items() if n]
    return said


def _both_seen() -> bool:
    return all(stream is not None and stream.isatty() for stream in (sys.stdout, sys.stderr))


def _excerpted(console: Console, outcome: Outcome, speech: Speech, manner: Manner) -> tuple[str, list[str]]:
    """Return the first findings in full, all of them where nothing was counted, and what to say of the rest."""
    refused = outcome.result is None
    limit = len(outcome.findings) if refused or manner.verbose else 0 if manner.quiet else _FINDINGS_SHOWN
    shown = outcome.findings[:limit]
    more = len(outcome.findings) - len(shown)
    said = [speech.say("talk.more", n=more)] if more and not manner.quiet else []
    if outcome.left_out and not manner.quiet:
        said.append(speech.say("talk.left-out"))
    return _in_full(console, shown, outcome, speech, manner), said


def _note(note: Note, speech: Speech) -> str:
    return visible(speech.say(note.key, **{name: _noted(value, speech) for name, value in note.values.items()}))


def _noted(value: object, speech: Speech) -> object:
    """Return a note's value as it is said: names in the language, and what is computed only when it is said."""
    if isinstance(value, list):
        return [_noted(item, speech) for item in value]
    if isinstance(value, Kind):
        return speech.kind(value.measure, value.vi, value.en)
    if isinstance(value, Level):
        return value.name(speech.lang) or value.id
    return value() if callable(value) else value
