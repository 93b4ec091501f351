"""Reading a command line, once: Typer takes it apart, level by level, and each value is read as it is declared.

Where a line is refused it is gone through again by the same parser, which then passes over what it cannot take: so a
refusal knows the command, the book, the format and the language that were asked for, however they were written.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import typer
from typer.core import TyperCommand

from antq_cli.cli.commands import COMMANDS, GROUPS
from antq_cli.cli.opening import Opening
from antq_cli.cli.options import HELP, OPTIONS, Option, Request, with_option
from antq_cli.cli.usage import usage
from antq_cli.core.findings import Refused
from antq_cli.core.values import Said

# Values are read in this order, so that of several that are refused always the same one is told.
_ORDER = ("lang", "format", "examples", "select", "ignore", "register", "fail_on")
# What can be asked for, and refused, without a command.
_ANSWERED = ("lang", "show_completion")
# Options that are promised, and not built as yet.
_NOT_YET = ("--public",)
_FEW = 3  # commands are named that take an option


class Level(NamedTuple):
    """What stands behind ``antq``, behind the name of a group, behind a command: options as written, and the words.

    Of each option that takes a value all that was written is given. Behind ``antq`` and a group the words are the next
    name and all that follows it.
    """

    path: str
    given: dict[str, Any]
    words: list[str]


class Line(NamedTuple):
    """What is understood of a command line: the words of the command, the request, and why it is refused, if it is."""

    path: str = ""
    request: Request = Request(Opening())
    refused: Refused | None = None


class _Shape(TyperCommand):
    """A level of a command line, of which Typer finds the options and the words."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Leave values as they are written; the parser takes the words that it reads out of ``args``."""
        ctx.params, ctx.args, _ = self.make_parser(ctx).parse_args(args)
        return list(ctx.args)


def parse(argv: Sequence[str]) -> Line:
    """Read a command line."""
    try:
        return _together(argv, list(levels(argv)))
    except (Refused, typer.TyperException) as error:
        line = understood(argv)
        return line._replace(refused=error if isinstance(error, Refused) else _refusal(error, line.path))


def understood(argv: Sequence[str]) -> Line:
    """Return what can be understood of a line; of one that is not refused, everything."""
    return _together(argv, list(levels(argv, tolerant=True)), tolerant=True)


def levels(argv: Sequence[str], *, tolerant: bool = False) -> Iterator[Level]:
    """Yield the levels of a command line, from ``antq`` down to the command.

    Raises :class:`Refused` or what Typer raises, unless ``tolerant``: then what cannot be taken is passed over, and the
    last level stands where no command was understood.
    """
    path, rest = "", list(argv)
    while True:
        level = _level(path, rest, tolerant=tolerant)
        if not tolerant:
            _judge(level, argv)
        yield level
        if path in COMMANDS or not level.words:
            return
        if not path and level.words[0] == HELP:  # `antq help COMMAND` is `antq --help COMMAND`, with options anywhere
            rest = ["--help", *level.words[1:]]
            continue
        name, *rest = level.words
        below = f"{path} {name}".strip()
        if below not in COMMANDS and below not in GROUPS:
            if tolerant:  # what follows may still say how to tell of it
                unknown = _level(path, rest, tolerant=True, last=True)
                yield unknown._replace(words=[name, *unknown.words])
                return
            raise _no_command(path, name)
        path = below


def _no_command(path: str, name: str) -> Refused:
    """Return the refusal of a name, with the commands elsewhere that end with it: `antq gaps` is in `pledges`."""
    known = dict.fromkeys(each.removeprefix(path).split()[0] for each in COMMANDS if each.startswith(path))
    elsewhere = [f"antq {each}" for each in COMMANDS if each.split()[-1] == name]
    return usage("U001", value=name, command=f"antq {path}".strip(), allowed=list(known), meant=elsewhere)


def _level(path: str, args: Sequence[str], *, tolerant: bool, last: bool = False) -> Level:
    """Let Typer go through one level.

    An option that took another one for its value has none: in tolerance it is passed over, and the other is heard.
    """
    last = last or path in COMMANDS
    silent: set[str] = set()
    while True:
        level = _through(path, list(args), silent, tolerant=tolerant, last=last)
        swallowed = {name for name, value in level.given.items() if _is_flag(name, value)} if tolerant else set()
        if not swallowed:
            return level
        silent |= swallowed


def _is_flag(name: str, value: Any) -> bool:
    """Return whether what an option took is an option itself: what is written as one, but for the words it takes."""
    declared = OPTIONS[name].value
    several = [str(each) for each in value] if isinstance(value, list) else []
    written = [each for each in several if each[:1] == "-" and len(each) > 1]
    return any(declared is None or not declared.is_word(each, declared.choices) for each in written)


def _through(path: str, args: list[str], silent: Container[str], *, tolerant: bool, last: bool) -> Level:
    """Let Typer go through the words of a level, to whom options that are silent are unknown.

    In tolerance a level takes the options of all commands: also one of another command may say how to tell of it.
    Typer stops at a flag that is given a value, although others may follow, and is then sent on; it has come to the
    end where what it has not taken are the words that it leaves.
    """
    taken = OPTIONS if tolerant or path not in COMMANDS else COMMANDS[path].options
    shape = _shape(path, [name for name in taken if name not in silent and _may_stand_in(args, OPTIONS[name])])
    given: dict[str, Any] = {}
    settings: dict[str, Any] = {
        "allow_interspersed_args": last,
        "resilient_parsing": tolerant,
        "ignore_unknown_options": tolerant,
    }
    while True:
        context = shape.make_context(f"antq {path}".strip(), args, **settings)
        for name, value in context.params.items():
            given[name] = _more(given.get(name), value)
        if not args or context.args[-len(args) :] == args:
            return Level(path, given, context.args if last else args)


def _more(before: Any, value: Any) -> Any:
    """Return what is given of an option, in all that was written of it; of a flag that it was."""
    return [*before, *value] if before and isinstance(value, list) else value


def _judge(level: Level, argv: Sequence[str]) -> None:
    """See that nothing stands there that the level does not take; raises :class:`Refused` (U003, U005)."""
    command = COMMANDS.get(level.path)
    if command is not None and command.words is None and level.words:
        raise usage("U005", value=level.words[0])
    for name, value in level.given.items():
        if isinstance(value, list) and "" in value:
            raise usage("U003", value=_written(name, argv), command=f"antq {level.path}".strip())


def _together(argv: Sequence[str], found: Sequence[Level], *, tolerant: bool = False) -> Line:
    """Return what the levels of a line say together.

    Raises :class:`Refused` where something is said that the command does not take, unless ``tolerant``.
    """
    path = found[-1].path
    command = COMMANDS.get(path)
    given: dict[str, Any] = {}
    for level in found:
        given |= {name: _more(given.get(name), level.given[name]) for name in OPTIONS if name in level.given}
    for name in given:
        if command is not None and name not in command.options and not tolerant:
            raise _no_option(_written(name, argv), path)
    words = found[-1].words if command is not None else []
    # Who asks for help is not to be refused for a value: the page is there to say what it may be.
    helped = command is None or "help" in given or "version" in given
    judged = () if tolerant else _ANSWERED if helped else tuple(given)
    return Line(path, _request(path, given, words, judged))


def _request(path: str, given: Mapping[str, Any], words: Sequence[str], judged: Sequence[str]) -> Request:
    """Read the values of a request; raises :class:`Refused` for those that are judged, and passes over others."""
    asked: dict[str, Any] = {}
    for name in sorted(given, key=lambda name: _ORDER.index(name) if name in _ORDER else len(_ORDER)):
        try:
            asked[name] = OPTIONS[name].read(given[name], _choices(name, path, given, judged))
        except Refused:
            if name in judged:
                raise
    _agree({name: given[name] for name in judged if name in given}, path)
    return Request(**{**asked, "book": Opening(asked.get("book")), "command": path, "words": tuple(words)})


def _agree(given: Mapping[str, Any], path: str) -> None:
    """See that what can be said once is not said in two ways; raises :class:`Refused` (U034)."""
    for name, value in given.items():
        option = OPTIONS[name]
        if isinstance(value, list) and not (option.takes_several(path) or option.later) and len(set(value)) > 1:
            first, *_, last = dict.fromkeys(value)
            raise usage("U034", value=last, first=first, option=option.flags[-1])


def _choices(name: str, path: str, given: Mapping[str, Any], judged: Sequence[str]) -> Sequence[str]:
    """Return the words that a value may be; of formats those of the command, of counts alone only for who is judged."""
    value = OPTIONS[name].value
    if name == "format":
        command = COMMANDS.get(path)
        statistics = bool(judged) and "statistics" in given
        # Without a command there is but a refusal to show, and for machines that is JSON.
        return ("json",) if command is None else command.formats_of(statistics=statistics)
    if name == "sort" and path in COMMANDS:
        return COMMANDS[path].orders
    return () if value is None else value.choices


def _written(name: str, argv: Sequence[str]) -> str:
    """Return the flag by which an option was written, to be quoted."""
    flags = OPTIONS[name].flags
    return next((flag for flag in flags if any(word.startswith(flag) for word in argv)), flags[-1])


def _may_stand_in(words: Sequence[str], option: Option) -> bool:
    """Return whether an option may be written among some words; Typer is told of no other, for each costs time."""
    short = [flag[1:] for flag in option.flags if not flag.startswith("--")]
    return any(
        word.startswith(option.flags) or (word[:2] != "--" and any(each in word for each in short))
        for word in words
        if word[:1] == "-"
    )


@cache
def _option(name: str) -> Any:
    """Return an option as Typer makes it of its declaration; all levels share it."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(add_help_option=False)(with_option(name, lambda **_: None))
    (made,) = typer.main.get_command(app).params
    return made


def _shape(path: str, taken: Sequence[str]) -> _Shape:
    return _Shape(name=path, params=[_option(name) for name in taken], add_help_option=False)


def _refusal(error: typer.TyperException, path: str) -> Refused:
    """Return what Typer found wrong with a command line in antq's own words.

    Typer's classes for this are private; what they carry is public.
    """
    context, option = getattr(error, "ctx", None), getattr(error, "option_name", None)
    if option is None:
        return usage("U005", value=error.format_message())
    if context is None:
        flag = any(option in declared.flags and declared.value is None for declared in OPTIONS.values())
        command = f"antq {path}" if path in COMMANDS else "antq"
        return usage("U012" if flag else "U003", value=option, command=command)
    return _no_option(option, context.command_path.removeprefix("antq").strip())


def _no_option(written: str, path: str) -> Refused:
    """Return the refusal of an option, with the commands that take it; of one that none takes, one that is like it.

    Who wants only what may be published is told that nothing sees to it as yet: numbers would be taken for safe.
    """
    if written in _NOT_YET:
        return usage("U066", value=written)
    names = COMMANDS[path].options if path in COMMANDS else tuple(OPTIONS)
    declared = next((option.name for option in OPTIONS.values() if written in option.flags), None)
    commands = [f"antq {each.path}" for each in COMMANDS.values() if declared in each.options]
    commands[_FEW:] = ["…"] * (len(commands) > _FEW)
    instead = Said("instead", "commands" if commands else "help")
    allowed = [] if commands else [OPTIONS[name].flags[-1] for name in names]
    command = f"antq {path}".strip()
    return usage("U002", value=written, command=command, commands=commands, instead=instead, allowed=allowed)
