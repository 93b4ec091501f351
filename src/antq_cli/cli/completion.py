"""Completion: `antq --complete SHELL …` says what could stand at the cursor; the scripts in `shells` ask.

Where the cursor stands is found by the parser that reads the line when it is run: the word that is being typed gets a
mark, and the option whose value has the mark, or the words in which it is left, are what is being typed.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from antq_cli.cli.app import Level, levels
from antq_cli.cli.commands import COMMANDS, GROUPS
from antq_cli.cli.offers import Offer, Sight, offers
from antq_cli.cli.options import ALONE, HELP, OPTIONS, Option
from antq_cli.core.unseen import visible

# No word of a command line can hold it.
_MARK = "\0"
_PATHS = {"DIR": "folders", "FILE": "files"}


class Answer(NamedTuple):
    """What is offered: ``values``, or names of ``files`` or ``folders``, which the shell knows better.

    ``lead`` is what stands in the word before the value, such as ``--unit=`` or ``-f``.
    """

    kind: str
    lead: str = ""
    offered: Sequence[Offer] = ()


class _Cursor(NamedTuple):
    """Where the cursor stands: in which word, on which level, and what is typed of the value of which option, if any.

    ``given`` is what the whole line says.
    """

    word: str
    level: Level
    given: dict[str, str]
    option: Option | None = None
    typed: str = ""


def answer(argv: Sequence[str]) -> str:
    """Return what a shell's script asked for, as it reads it: the kind and the lead, then a value a line."""
    shell, *asked = argv
    if shell == "bash":
        line, current = asked
        words = _split(line)
        # What bash replaces begins behind the last = of the word, or wherever else it breaks words.
        begin = len(words[-1]) - len(current) if words[-1].endswith(current) else 0
        found = complete(words[1:])
        return _written(found.kind, found.lead[begin:], [Offer(text[begin:]) for text, _ in found.offered])
    if shell == "powershell":
        count, *asked = asked
        # Older versions do not hand on an empty word; the number of words says that it is there.
        asked += [""] * (int(count) - len(asked))
    return _written(*complete(asked[1:]))


def _written(kind: str, lead: str, offered: Sequence[Offer]) -> str:
    lines = [f"{kind}\t{lead}", *(f"{text}\t{visible(about)}" if about else text for text, about in offered)]
    return "".join(f"{line}\n" for line in lines)


def _split(line: str) -> list[str]:
    """Return the words of a line of bash up to the cursor; the last one may lack its closing quotation mark."""
    import shlex

    lexer = shlex.shlex(line, posix=True, punctuation_chars=False)
    # What follows a # is typed as well, although shlex would take it for a remark.
    lexer.whitespace_split, lexer.commenters = True, ""
    words: list[str] = []
    try:
        while (word := lexer.get_token()) is not None:
            words.append(word)
    except ValueError:  # within quotation marks, or behind a \
        return [*words, lexer.token]
    return words if line and not line[-1].isspace() else [*words, ""]


def complete(words: Sequence[str]) -> Answer:
    """Return what could stand in place of the last of the words that follow ``antq``."""
    cursor = _cursor(words)
    sight = Sight(cursor.level.path, cursor.given)
    word, command = cursor.word, sight.command
    glued = word.startswith("-") and not word.endswith("=")
    if cursor.option is not None and (cursor.typed or not glued):  # -f alone is the option: no value is begun
        return _of_value(cursor.option, cursor, sight)
    if word.startswith("-") or (command is not None and command.words is None):
        return _fitting(word, _flags(word, sight))
    if command is None:
        return _fitting(word, _names(sight) if len(cursor.level.words) == 1 else ())
    return _fitting(word, offers(str(command.words), (), sight))


def _cursor(words: Sequence[str]) -> _Cursor:
    *before, word = words
    found = list(levels([*before, word + _MARK], tolerant=True))
    given: dict[str, str] = {}
    for level in found:
        given |= {name: _last(value) for name, value in level.given.items()}
    marked = ((name, value) for name, value in given.items() if value.endswith(_MARK))
    name, value = next(marked, ("", _MARK))
    return _Cursor(word, found[-1], given, OPTIONS.get(name), value.removesuffix(_MARK))


def _last(value: object) -> str:
    """Return the last text that was given to an option; of a flag there is none."""
    return str(value[-1] if isinstance(value, list) else value)


def _of_value(option: Option, cursor: _Cursor, sight: Sight) -> Answer:
    command = sight.command
    if option.value is None or (command is not None and option.name not in command.options):
        return _fitting("", ())
    lead, typed = cursor.word.removesuffix(cursor.typed), cursor.typed
    if kind := _PATHS.get(option.value.metavar):
        return Answer(kind, lead)
    if option.value.listed:
        typed = typed.rpartition(",")[2]
        lead = cursor.word.removesuffix(typed)
    return _fitting(typed, offers(option.value.metavar, option.value.choices, sight), lead)


def _fitting(typed: str, offered: Iterable[Offer], lead: str = "") -> Answer:
    fitting = [Offer(lead + text, about) for text, about in offered if text.startswith(typed)]
    return Answer("values", lead, fitting)


def _flags(word: str, sight: Sight) -> Iterator[Offer]:
    """Offer the options that can still be written here; before the command those of all that there are below."""
    below = [command for path, command in COMMANDS.items() if path.startswith(sight.path)]
    names = dict.fromkeys(name for command in below for name in command.options)
    for name in (*names, *(ALONE if not sight.path else ())):
        option = OPTIONS[name]
        if option.takes_several(sight.path) or name not in sight.given:
            about = option.about(sight.path, sight.speech)
            yield from (Offer(flag, about) for flag in (option.flags if word else option.flags[-1:]))


def _names(sight: Sight) -> Iterator[Offer]:
    """Offer the names of the commands and groups that may follow, and the word that asks for help of one."""
    for path in (*COMMANDS, *GROUPS):
        above, _, name = path.rpartition(" ")
        if above == sight.path:
            yield Offer(name, sight.speech.say(f"command.{path}"))
    if not sight.path and "help" not in sight.given:
        yield Offer(HELP, OPTIONS["help"].about("", sight.speech))
