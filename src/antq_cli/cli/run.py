"""Running one command line: read it, choose the format and the language, call, show, or say why it is refused."""

import gc
import traceback
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from antq_cli import __version__
from antq_cli.cli.app import Line, parse
from antq_cli.cli.commands import COMMANDS, Command
from antq_cli.cli.environment import language
from antq_cli.cli.options import Request
from antq_cli.cli.shells import script
from antq_cli.cli.usage import located, usage
from antq_cli.core.collector import Collector
from antq_cli.core.exits import Exit, exit_for
from antq_cli.core.findings import COMMAND_LINE, Kept, Refused, Uncountable, as_typed
from antq_cli.core.values import LostWorkerError, MovedError, UnansweredError
from antq_cli.memory import witness
from antq_cli.memory.answers import Memory
from antq_cli.memory.surroundings import is_off
from antq_cli.reading.folders import STATE
from antq_cli.render import streams
from antq_cli.render.writers import SUFFIXES, WHOLE
from antq_cli.words.speech import Speech, speech
from antq_cli.writing.rules import refusal

if TYPE_CHECKING:  # outcomes, and what shows them, load the models: who asks for help needs none
    from antq_cli.cli.offers import Sight
    from antq_cli.core.outcomes import BookLabel, Note, Outcome
    from antq_cli.reading.apart import Apart, Noted
    from antq_cli.reading.book import Book
    from antq_cli.reading.steady import Steady

# A book that was changed while it was read is read again so often.
# Of so many bytes of households and pledges memory is let go between hearing what is asked and answering it.
_MUCH = 50_000_000
_AGAIN = 3
# The one command that counts and wants to see cells as well.
_LOOKS_AT_CELLS = "check"


def run(argv: Sequence[str], memory: Memory | None = None) -> Exit:
    """Run a command line. Nothing leaves here but an interrupt. Where there is a ``memory``, it keeps the answer."""
    line = Line()
    try:
        line = parse(argv)
        try:
            return _answer(line, memory)
        except Refused as refused:
            return _refuse(refused, line, argv)
    except Exception as error:  # noqa: BLE001 - what nobody foresaw becomes exit code 4
        return _fail(error, line)


def _answer(line: Line, memory: Memory | None) -> Exit:
    """Do what a line asks for; raises :class:`Refused` where it or the book is refused."""
    if line.refused is not None:
        raise line.refused
    path, request = line.path, line.request
    lang = language(request.lang)  # one that nobody speaks is refused before anything is counted
    if request.version:
        return _print(f"antq {__version__}\n", speech(lang))
    if request.show_completion is not None and not request.help:
        return _print(script(request.show_completion), speech(lang))
    if request.help or path not in COMMANDS:
        return _help(path, request)
    if memory is None or not COMMANDS[path].remembered(request):
        return _shown(COMMANDS[path], request)
    with memory.listen():
        code = _shown(COMMANDS[path], request)
    memory.keep(code)
    return code


def _shown(command: Command, request: Request) -> Exit:
    """Run a command and show what it comes to."""
    from antq_cli.render.screen import Manner, show

    format_ = format_of(command, request)
    outcome = _steadily(command, request)
    output = request.file if outcome.document is None else None
    asked = Manner(format_, output, request.quiet, request.verbose, excel=request.excel)
    code = show(outcome, _speech_for(outcome, request), asked._replace(examples=request.examples))
    _remember(request)
    return code


def _steadily(command: Command, request: Request) -> "Outcome":
    """Run a command on a book that is the same from the first byte to the last; raises :class:`Kept` (U135) else."""
    for _ in range(1 + _AGAIN):
        try:
            outcome = _heard(command, request)
        except MovedError:
            witness.spoil()
            request.book.again()
        else:
            return _blind(outcome, _resting(request))
    raise refusal("U135", STATE, n=_AGAIN + 1)


def _heard(command: Command, request: Request) -> "Outcome":
    """Run a command; where rows are not held, first to hear what it asks of them, and again with the answers."""
    request.book.may_part = command.counts
    request.book.remembers = command.counts and not (is_off() or request.no_cache or request.debug)
    request.book.recall = _recalled if request.book.remembers and command.path != _LOOKS_AT_CELLS else None
    while (outcome := _tried(command, request)) is None:
        _let_go(request.book.opened)
    return outcome


def _let_go(book: "Book | None") -> None:
    """Free what a command had in its hands the first time, which knows itself; of a smaller book it is not worth it."""
    if book is not None and book.apart is not None and book.apart.weight >= _MUCH:
        gc.collect()


def _tried(command: Command, request: Request) -> "Outcome | None":
    """Run a command; None where it asked something of rows that are not held, which is counted now."""
    try:
        outcome = command.load()(request)
    except UnansweredError:
        request.book.hold()
        return None
    except Refused:
        if not _counted(request):
            raise
        return None
    return None if _counted(request) else outcome


def _recalled(book: "Book", noted: "Noted") -> "Apart | None":
    """Return what is remembered of the bulk rows of a book, None where that is nothing."""
    from antq_cli.counting.large.recalled import recall

    return recall(book, noted)


def _remember(request: Request) -> None:
    """Remember what the rows of a book answered that were held, if they were and may be."""
    book = request.book.opened
    if book is not None and book.remembers:
        from antq_cli.counting.large.recalled import keep

        keep(book)


def _counted(request: Request) -> bool:
    """Count what was asked of rows that are not held; return whether there was anything to be counted.

    Raises :class:`MovedError` where they were counted by another map than the answer has been made with.
    """
    book = request.book.opened
    if book is None or book.apart is None or book.apart.recalled:
        return False
    from antq_cli.counting.large.piecewise import count, refuse_if_moved  # only who counts very much pays for it

    if book.apart.ready:
        refuse_if_moved(book)
        return False
    from antq_cli.counting.large.workers import has_scale
    from antq_cli.render.progress import Progress

    progress = Progress(speech(language(request.lang, book.manifest.campaign.lang)))
    try:
        request.book.opened = count(book, progress)
    except BaseException:
        progress.end()
        raise
    progress.end(faster=not has_scale())
    return True


def _resting(request: Request) -> "Steady | None":
    """Return where the book was read from, which is told no more if it is changed: what was asked is answered."""
    opened = request.book.opened
    if opened is None or opened.steady is None:
        return None
    opened.steady.rest()
    return opened.steady


def _blind(outcome: "Outcome", source: "Steady | None") -> "Outcome":
    """Return an outcome that says so where nobody may see whether the book was changed while it was read."""
    if source is None or not source.blind:
        return outcome
    from antq_cli.core.outcomes import Note

    witness.spoil()
    return outcome._replace(notes=[*outcome.notes, Note("talk.blind")])


def _help(path: str, request: Request) -> Exit:
    """Show a page of help; of the book at hand no more is read than completion would."""
    from antq_cli.cli.help import page

    sight = _sight(path, request)
    spoken = speech(language(request.lang, sight.of_book()))
    return _print(page(sight, spoken), spoken)


def _sight(path: str, request: Request) -> "Sight":
    """Return what is seen of the book without opening it."""
    from antq_cli.cli.offers import Sight

    said = {"book": request.book.asked, "lang": request.lang}
    return Sight(path, {name: each for name, each in said.items() if each is not None})


def _print(text: str, speech: Speech) -> Exit:
    """Print a text that is no outcome, and return the exit code."""
    try:
        streams.write_stdout(text)
    except BrokenPipeError:
        return Exit.OK
    except OSError as error:
        from antq_cli.render.screen import cannot_print

        return cannot_print(error, speech)
    return Exit.OK


def _speech_for(outcome: "Outcome", request: Request) -> Speech:
    return speech(language(request.lang, _of_book(outcome.book, request)))


def _of_book(book: "BookLabel | None", request: Request) -> str | None:
    """Return the language of the book; of one whose manifest is refused what is written there, if that can be read."""
    return _sight("", request).of_book() if book is None else book.lang


def format_of(command: Command, request: Request) -> str:
    """Return the format: the option's, the one that the output file's suffix implies, the command's first.

    What is for Excel is CSV and refused as anything else.
    """
    return formats_of(command, request)[-1]


def formats_of(command: Command, request: Request) -> list[str]:
    """Return the format of each file of a request, in their order; of one that goes to stdout, that one."""
    files: Sequence[str | None] = request.files or [None]
    found = [_format_of(command, request, file) for file in files]
    if request.excel and "csv" not in found:
        raise usage("U040", value="--excel", format=found[-1])
    return found


def _format_of(command: Command, request: Request, file: str | None) -> str:
    formats = command.formats_of(statistics=request.statistics)
    if file is None:
        return request.format or ("csv" if request.excel else formats[0])
    if request.format is not None and _is_no_file(file):
        return request.format
    own = {suffix: [each for each in several if each in formats] for suffix, several in SUFFIXES.items()}
    suffix = PurePath(file).suffix.lower()
    if not own.get(suffix):
        raise usage("U008", value=file, allowed=[each for each, several in own.items() if several])
    if request.format not in (None, *own[suffix]):
        raise usage("U006", value=file, suffix=own[suffix][0], format=request.format)
    return request.format or own[suffix][0]


def _is_no_file(output: str) -> bool:
    """Return whether a terminal, a pipe or /dev/null is to be written into: its name says nothing of a format."""
    try:
        return Path(output).exists() and not (Path(output).is_file() or Path(output).is_dir())
    except OSError:  # nobody can tell; who writes will say so
        return False


def _refuse(refused: Refused, line: Line, argv: Sequence[str]) -> Exit:
    """Say why nothing was counted, in the format and the language that the line asks for as far as it is understood.

    What was to go into a file is for who looks for it there: stdout stays empty.
    """
    from antq_cli.cli.desk import nearby, read_out  # who is answered has his own, and for help there is none
    from antq_cli.core.outcomes import Outcome
    from antq_cli.render.screen import Manner, show

    _resting(line.request)
    format_ = _format_for_all(line)
    mistyped = all(found.place.path == COMMAND_LINE for found in refused.findings)
    # What people read of a line that was mistyped says no more of a book that nobody has opened than where it is.
    unasked = mistyped and line.request.book.opened is None and format_ not in WHOLE
    folder, book = nearby(line.request.book, labelled=not unasked)
    opened = line.request.book.opened
    if isinstance(refused, Uncountable) and opened is not None:
        findings = read_out(opened.collector, opened).findings
    elif mistyped:
        findings = [as_typed(located(found, argv)) for found in refused.findings]
    else:
        told = Collector()
        told.report(refused.findings)
        findings = read_out(told, opened).findings
    kept = isinstance(refused, Kept)
    code = Exit.CHANGED if kept else exit_for((found.rule for found in refused.findings), anything=False)
    outcome = Outcome(_schema(line), code, None, findings, _kept(line, refused), book)
    manner = Manner(format_, verbose=line.request.verbose, folder=folder)
    return show(outcome, _spoken(line, book), manner)


def _fail(error: Exception, line: Line) -> Exit:
    """Say that the program failed: one sentence, and the traceback only if ``--debug`` asked for it."""
    if line.request.debug:
        streams.write_stderr("".join(traceback.format_exception(error)))
    error.__traceback__ = None  # what its frames hold is in the way of who was refused memory
    from antq_cli.core.outcomes import Outcome
    from antq_cli.render.screen import Manner, show

    opened, book = line.request.book.opened, None
    if opened is not None:
        from antq_cli.cli.desk import label

        book = label(opened)
    said = _spoken(line, book)
    streams.write_stderr("{}\n  → {}\n".format(*_why(error, said)))
    return show(
        Outcome(_schema(line), Exit.INTERNAL, notes=_kept(line), book=book), said, Manner(_format_for_all(line))
    )


def _why(error: Exception, said: Speech) -> tuple[str, str]:
    """Return why there is no result, the system's doing or a fault of ours, and what to do."""
    if isinstance(error, LostWorkerError):
        return said.say("talk.lost"), said.say("talk.lost.fix")
    if isinstance(error, MemoryError):
        return said.say("talk.memory"), said.say("talk.memory.fix")
    return said.say("talk.internal", what=f"{type(error).__name__}: {error}"), said.say("talk.internal.fix")


def _kept(line: Line, refused: Refused | None = None) -> "list[Note]":
    """Return that files into which a result was to go still are what they were, but for those that were replaced."""
    from antq_cli.core.outcomes import Note

    replaced = [name for found in (refused.findings if refused else ()) for name in found.values.get("done", ())]
    kept = (file for file in line.request.files if file not in replaced and _is_file(file))
    return [Note("talk.kept", {"path": file}) for file in kept]


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except OSError:  # a name that is too long is none of a file
        return False


def _schema(line: Line) -> str:
    return COMMANDS[line.path].schema if line.path in COMMANDS else "usage"


def _format_for_all(line: Line) -> str:
    """Return the format of a line that came to nothing, where stdout is for a machine; else what is for people."""
    formats = COMMANDS[line.path].formats if line.path in COMMANDS else ("json",)
    asked = line.request.format
    return asked if asked in WHOLE and asked in formats and not line.request.files else "table"


def _spoken(line: Line, book: "BookLabel | None") -> Speech:
    """Return the speech in which a line is refused; English, where the environment asks for one that nobody has."""
    try:
        return speech(language(line.request.lang, _of_book(book, line.request)))
    except Refused:
        return speech("en")
