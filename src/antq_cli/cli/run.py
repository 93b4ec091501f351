"""Running one command line: read it, choose the format and the language, call, show, or say why it is refused."""

import traceback
from collections.abc import Sequence
from pathlib import Path, PurePath

from antq_cli import __version__
from antq_cli.cli.app import Line, parse
from antq_cli.cli.commands import COMMANDS, Command
from antq_cli.cli.environment import language
from antq_cli.cli.options import Request
from antq_cli.cli.shells import script
from antq_cli.cli.usage import located, usage
from antq_cli.core.exits import Exit, exit_for
from antq_cli.core.findings import Refused
from antq_cli.core.outcomes import Outcome
from antq_cli.render.screen import Manner, show, show_text, write_stderr
from antq_cli.render.writers import SUFFIXES, WHOLE
from antq_cli.words.speech import Speech, speech


def run(argv: Sequence[str]) -> Exit:
    """Run a command line. Nothing leaves here but an interrupt and a closed pipe."""
    line = Line()
    try:
        line = parse(argv)
        try:
            return _answer(line)
        except Refused as refused:
            return _refuse(refused, line, argv)
    except (KeyboardInterrupt, BrokenPipeError):
        raise
    except Exception as error:  # noqa: BLE001 - what nobody foresaw becomes exit code 4
        return _fail(error, line)


def _answer(line: Line) -> Exit:
    """Do what a line asks for; raises :class:`Refused` where it or the book is refused."""
    if line.refused is not None:
        raise line.refused
    path, request = line.path, line.request
    lang = language(request.lang)  # one that nobody speaks is refused before anything is counted
    if request.version:
        return show_text(f"antq {__version__}\n", speech(lang))
    if request.show_completion is not None and not request.help:
        return show_text(script(request.show_completion), speech(lang))
    if request.help or path not in COMMANDS:
        from antq_cli.cli.help import page

        return show_text(page(path, speech(lang)), speech(lang))
    command = COMMANDS[path]
    asked = Manner(format_of(command, request), request.output, request.quiet, request.verbose)
    outcome = command.load()(request)
    return show(outcome, _speech_for(outcome, request), asked._replace(examples=request.examples))


def _speech_for(outcome: Outcome, request: Request) -> Speech:
    return speech(language(request.lang, outcome.book.lang if outcome.book else None))


def format_of(command: Command, request: Request) -> str:
    """Return the format: the option's, the one that the output file's suffix implies, the command's first."""
    formats = command.formats_of(statistics=request.statistics)
    if request.output is None:
        return request.format or formats[0]
    if request.format is not None and _is_no_file(request.output):
        return request.format
    own = {suffix: [each for each in several if each in formats] for suffix, several in SUFFIXES.items()}
    suffix = PurePath(request.output).suffix.lower()
    if not own.get(suffix):
        raise usage("U008", value=request.output, allowed=[each for each, several in own.items() if several])
    if request.format not in (None, *own[suffix]):
        raise usage("U006", value=request.output, suffix=own[suffix][0], format=request.format)
    return request.format or own[suffix][0]


def _is_no_file(output: str) -> bool:
    """Return whether a terminal, a pipe or /dev/null is to be written into: its name says nothing of a format."""
    try:
        return Path(output).exists() and not (Path(output).is_file() or Path(output).is_dir())
    except OSError:  # nobody can tell; who writes will say so
        return False


def _refuse(refused: Refused, line: Line, argv: Sequence[str]) -> Exit:
    """Say why nothing was counted, in the format and the language that the line asks for as far as it is understood."""
    from antq_cli.cli.desk import nearby, shown  # who is answered has a desk of his own, and for help there is none

    folder, book = nearby(line.request.book)
    findings = [located(finding, argv) for finding in refused.findings]
    outcome = Outcome(
        _schema(line),
        exit_for(refused.findings, anything=False),
        None,
        shown(findings, line.request.book.opened),
        book=book,
    )
    return show(outcome, _spoken(line, book and book.lang), Manner(_format_for_all(line), folder=folder))


def _fail(error: Exception, line: Line) -> Exit:
    """Say that the program failed: one sentence, and the traceback only if ``--debug`` asked for it."""
    if line.request.debug:
        traceback.print_exception(error)
    opened, book = line.request.book.opened, None
    if opened is not None:
        from antq_cli.cli.desk import label

        book = label(opened)
    said = _spoken(line, book and book.lang)
    if (format_ := _format_for_all(line)) in WHOLE:
        show(Outcome(_schema(line), Exit.INTERNAL, book=book), said, Manner(format_))
    what = f"{type(error).__name__}: {error}"
    write_stderr(f"{said.say('talk.internal', what=what)}\n  → {said.say('talk.internal.fix')}\n")
    return Exit.INTERNAL


def _schema(line: Line) -> str:
    return COMMANDS[line.path].schema if line.path in COMMANDS else "usage"


def _format_for_all(line: Line) -> str:
    """Return the format of a line that came to nothing, where a machine is to read it; else what is for people."""
    formats = COMMANDS[line.path].formats if line.path in COMMANDS else ("json",)
    suffix = PurePath(line.request.output or "").suffix.lower()
    asked = (line.request.format, *SUFFIXES.get(suffix, ())[:1])
    return next((each for each in asked if each in WHOLE and each in formats), "table")


def _spoken(line: Line, of_book: str | None = None) -> Speech:
    """Return the speech in which a line is refused; English, where the environment asks for one that nobody has."""
    try:
        return speech(language(line.request.lang, of_book))
    except Refused:
        return speech("en")
