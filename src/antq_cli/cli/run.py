"""Running one command line: parse, choose the format and the language, call, show."""

import traceback
from collections.abc import Sequence
from pathlib import PurePath

from antq_cli import __version__
from antq_cli.cli.app import parse
from antq_cli.cli.commands import COMMANDS, Command, command_in
from antq_cli.cli.desk import language, nearby, one_of, shown
from antq_cli.cli.options import Request
from antq_cli.cli.usage import located, usage
from antq_cli.core.exits import Exit, exit_for
from antq_cli.core.findings import Refused
from antq_cli.core.outcomes import Outcome
from antq_cli.render.formats import WHOLE
from antq_cli.render.screen import Manner, show, show_text, write_stderr
from antq_cli.words.speech import LANGUAGES, PSEUDO, Speech, speech

_LONGEST_NUMBER = 9  # digits
# The formats that a suffix may stand for; the first that a command has is the one that is meant.
_SUFFIXES = {
    ".json": ("json",),
    ".jsonl": ("jsonl",),
    ".csv": ("csv",),
    ".md": ("md",),
    ".txt": ("table", "full", "concise", "github"),
    ".xml": ("junit",),
    ".sarif": ("sarif",),
}
# Statistics are counts; the other formats of a check list findings.
_OF_STATISTICS = ("full", "json", "csv", "md")


def run(argv: Sequence[str]) -> Exit:
    """Run a command line; raises :class:`Refused` where it or the book is refused."""
    path, request = parse(argv)
    lang = language(request)  # one that nobody speaks is refused before anything is counted
    if request.version:
        return show_text(f"antq {__version__}\n", speech(lang))
    if request.help or path not in COMMANDS:
        from antq_cli.cli.help import page

        return show_text(page(path, speech(lang)), speech(lang))
    command = COMMANDS[path]
    manner = Manner(format_of(command, request), request.output, request.quiet, request.verbose)
    if request.examples is not None:
        manner = manner._replace(examples=examples(request.examples))
    outcome = command.load()(request)
    return show(outcome, _speech_for(outcome, request), manner)


def _speech_for(outcome: Outcome, request: Request) -> Speech:
    return speech(language(request, outcome.book.lang if outcome.book else None))


def format_of(command: Command, request: Request) -> str:
    """Return the format: the option's, the one that the output file's suffix implies, the command's first."""
    formats = _OF_STATISTICS if request.statistics else command.formats
    own = {suffix: [each for each in several if each in formats] for suffix, several in _SUFFIXES.items()}
    if request.format is not None:
        one_of(request.format, "--format", list(formats))
    if request.output is None:
        return request.format or formats[0]
    suffix = PurePath(request.output).suffix.lower()
    if not own.get(suffix):
        raise usage("U008", value=request.output, allowed=[each for each, several in own.items() if several])
    if request.format not in (None, *own[suffix]):
        raise usage("U006", value=request.output, suffix=own[suffix][0], format=request.format)
    return request.format or own[suffix][0]


def examples(written: str) -> int:
    """Return how many findings of a rule in a register are to be shown; raises :class:`Refused` (U027)."""
    if not (written.isascii() and written.isdigit() and len(written) <= _LONGEST_NUMBER):
        raise usage("U027", value=written, option="--examples")
    return int(written)


def show_refusal(refused: Refused, argv: Sequence[str]) -> Exit:
    """Say why nothing was counted, in the format and the language that was asked for as far as the arguments tell."""
    code = exit_for(refused.findings, anything=False)
    folder, book = nearby(_value(argv, "-b", "--book"))
    findings = [located(finding, argv) for finding in refused.findings]
    outcome = Outcome(_schema(argv), code, None, shown(findings), book=book)
    said = speech(_early_language(argv, book.lang if book else None))
    return show(outcome, said, Manner(_early_format(argv), folder=folder))


def show_internal_error(error: Exception, argv: Sequence[str]) -> Exit:
    """Say that the program failed: one sentence, and the traceback only if ``--debug`` asked for it."""
    if "--debug" in argv:
        traceback.print_exception(error)
    said = speech(_early_language(argv))
    if (format_ := _early_format(argv)) in WHOLE:
        show(Outcome(_schema(argv), Exit.INTERNAL), said, Manner(format_))
    what = f"{type(error).__name__}: {error}"
    write_stderr(f"{said.say('talk.internal', what=what)}\n  → {said.say('talk.internal.fix')}\n")
    return Exit.INTERNAL


def _schema(argv: Sequence[str]) -> str:
    """Return the schema of the command that a refused line seems to be of."""
    command = command_in(argv)
    return command.schema if command else "usage"


def _value(argv: Sequence[str], *flags: str) -> str | None:
    """Return the value of an option in a line that may not be parsable."""
    found = None
    for word, after in zip(argv, [*argv[1:], ""], strict=True):
        if word in flags:
            found = after
        for flag in flags:
            glued = f"{flag}=" if flag.startswith("--") else flag
            if word.startswith(glued) and word != flag:
                found = word.removeprefix(glued)
    return found


def _early_format(argv: Sequence[str]) -> str:
    """Return the format of a line that may not be parsable, where a machine is to read it; else what is for people."""
    suffix = PurePath(_value(argv, "-o", "--output") or "").suffix.lower()
    command = command_in(argv)
    known = command.formats if command else ("json",)
    asked = (_value(argv, "-f", "--format"), *_SUFFIXES.get(suffix, ())[:1])
    return next((each for each in asked if each in WHOLE and each in known), "table")


def _early_language(argv: Sequence[str], of_book: str | None = None) -> str:
    asked = _value(argv, "--lang")
    try:
        return language(Request(lang=asked if asked in (*LANGUAGES, PSEUDO) else None), of_book)
    except Refused:
        return language(Request(lang="en"))
