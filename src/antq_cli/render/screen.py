"""The one place that prints an outcome: its result to stdout or a file, everything else to stderr."""

import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from antq_cli.core.checked import Checked, Statistics
from antq_cli.core.exits import Exit
from antq_cli.core.figures import Kind
from antq_cli.core.findings import COMMAND_LINE, Finding, Place, Refused, Rule, as_typed
from antq_cli.core.outcomes import Note, Outcome
from antq_cli.core.unseen import visible
from antq_cli.core.values import Said, trouble
from antq_cli.render import streams
from antq_cli.render.findings import tally
from antq_cli.render.folding import folded, terminal_width
from antq_cli.render.formats import Telling, limit_of
from antq_cli.render.writers import OF_RESULTS, WHOLE, WRITERS
from antq_cli.words.speech import Speech

CANNOT_WRITE = Rule("U010", "cannot-write")
CANNOT_PRINT = Rule("U013", "cannot-print")
_FINDINGS_SHOWN = 20
# The results that tell what was found themselves; by name, so that nobody loads an import to see that it is none.
_LISTING = ("Checked", "Statistics", "Imported")
_BLOCK = 1 << 20  # characters of a document that are written at a time


class Manner(NamedTuple):
    """How an outcome is to be shown; ``folder`` is that of a book that could not be opened."""

    format: str
    output: str | None = None
    quiet: bool = False
    verbose: bool = False
    folder: str = ""
    examples: int | None = None
    excel: bool = False


def show(outcome: Outcome, speech: Speech, manner: Manner) -> Exit:
    """Print an outcome and return the exit code; a result that cannot be written turns it into a refusal.

    Who closes a pipe has seen enough: nothing more is said, and the exit code is what it is.
    """
    try:
        if manner.format in WHOLE or (outcome.result is not None and not _all_said(outcome, manner)):
            pieces = [outcome.document] if outcome.document is not None else _pieces(outcome, speech, manner)
            _deliver(_blocks(pieces), outcome, manner)
    except BrokenPipeError:
        return outcome.exit
    except OSError as error:
        if manner.output is not None:
            raise Refused(failed(CANNOT_WRITE, error, manner.output)) from error
        outcome = Outcome(outcome.command, Exit.REFUSED, None, [as_typed(failed(CANNOT_PRINT, error))])
    _talk(outcome, speech, manner)
    return outcome.exit


def _all_said(outcome: Outcome, manner: Manner) -> bool:
    """Return whether the day was before everything: people get to see that, and no table of what is not counted."""
    early = any(note.key == "nothing.before" for note in outcome.notes)
    return early and outcome.exit is Exit.NOTHING and WRITERS[manner.format].people


def cannot_print(error: OSError, speech: Speech) -> Exit:
    """Say that a text that is no outcome, such as a page of help, cannot be printed, and return the exit code."""
    refusal = Outcome("usage", Exit.REFUSED, None, [as_typed(failed(CANNOT_PRINT, error))])
    _talk(refusal, speech, Manner("table"))
    return refusal.exit


def failed(rule: Rule, error: OSError, name: str = "") -> Finding:
    """Return the finding on a file, or stdout, that cannot be written."""
    values = {"value": name, **trouble(error)}
    if rule is CANNOT_WRITE and isinstance(error, FileNotFoundError):  # a file is made, its folder has to be there
        values["why"] = Said("why", "no-folder")
    return Finding(rule, Place(COMMAND_LINE), values)


def text_of(outcome: Outcome, speech: Speech, manner: Manner) -> str:
    """Return the text of an outcome in a format, as it would be written into a file."""
    return "".join(_pieces(outcome, speech, manner))


def _pieces(outcome: Outcome, speech: Speech, manner: Manner) -> Iterable[str]:
    return written(manner.format, _telling(outcome, speech, manner))


def _deliver(blocks: Iterable[str], outcome: Outcome, manner: Manner) -> None:
    """Write the result: to the file that was asked for, unless the outcome is a refusal; else to stdout."""
    if manner.output is None or outcome.result is None:
        for block in blocks:
            streams.write_stdout(block)
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


def written(name: str, telling: Telling) -> Iterable[str]:
    """Yield what is told in a format, by its name, piece by piece; its writer is loaded only now."""
    takes, result = WRITERS[name].takes, telling.outcome.result
    if result is None or isinstance(result, Checked):
        module = takes["findings"] if "findings" in takes else takes["records"]
    else:
        module = takes.get("pages") or takes.get("records") or WRITERS[OF_RESULTS[0]].takes["pages"]
    pieces: Iterable[str] = import_module(f"antq_cli.render.{module}").write(telling)
    return pieces


def _telling(outcome: Outcome, speech: Speech, manner: Manner) -> Telling:
    folder = manner.folder if outcome.book is None else outcome.book.path  # as it was asked for
    limit = limit_of(manner.format, manner.examples)
    return Telling(outcome, speech, limit, folder, to_file=manner.output is not None, excel=manner.excel)


def _talk(outcome: Outcome, speech: Speech, manner: Manner) -> None:
    """Say on stderr what is not the result: notes, and the findings of a command whose result they are not."""
    said: list[str] = []
    if not manner.quiet:
        said += [_note(note, speech) for note in outcome.notes if manner.verbose or not note.verbose]
    elif outcome.exit is Exit.NOTHING:  # which is not silence
        said += [_note(note, speech) for note in outcome.notes if note.key.startswith("nothing.")]
    if manner.verbose and manner.output and outcome.result is not None:
        said.append(speech.say("talk.written", path=visible(manner.output)))
    text = ""
    listed = type(outcome.result).__name__ in _LISTING
    if outcome.findings and not listed:
        text, more = _excerpted(outcome, speech, manner)
        said += more
    counts = _counts(outcome, speech)
    if any(tally(outcome).values()) or (counts and not manner.quiet):
        said.append(", ".join(counts))
    table = outcome.result is not None and outcome.document != "" and not isinstance(outcome.result, Checked)
    if (text or said) and table and not manner.output and _both_seen():
        streams.write_stderr("\n")  # the table and the talk meet on one screen
    streams.write_stderr(text + _folded(said))


def _folded(said: Iterable[str]) -> str:
    width = terminal_width()
    return "".join(f"{line}\n" for each in said for line in folded(each, width, "  "))


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


def _excerpted(outcome: Outcome, speech: Speech, manner: Manner) -> tuple[str, list[str]]:
    """Return the first findings in full, and what to say of the rest: why nothing was counted is never silent."""
    refused = outcome.result is None
    limit = len(outcome.findings) if manner.verbose else 0 if manner.quiet and not refused else _FINDINGS_SHOWN
    shown = list(islice(outcome.findings, limit))
    more = len(outcome.findings) - len(shown)
    said = [speech.say("talk.more-refused" if refused else "talk.more", n=more)] if more and limit else []
    if outcome.left_out and not manner.quiet:
        said.append(speech.say("talk.left-out"))
    if not shown:
        return "", said
    from antq_cli.render.formats.full import listed  # draws, which who has found nothing does without

    return listed(shown, _telling(outcome, speech, manner), sys.stderr), said


def _note(note: Note, speech: Speech) -> str:
    return visible(_said(note, speech))


def _said(note: Note, speech: Speech) -> str:
    return speech.say(note.key, **{name: _noted(value, speech) for name, value in note.values.items()})


def _noted(value: object, speech: Speech) -> object:
    """Return a note's value as it is said: names in the language, and what is computed only when it is said."""
    if isinstance(value, list):
        return [_noted(item, speech) for item in value]
    if isinstance(value, Kind):
        return speech.kind(str(value.measure), value.vi, value.en)
    if isinstance(value, Note):
        return _said(value, speech)
    return _noted(value(), speech) if callable(value) else value
