"""The Typer application, built for one command line: commands come into being only when they are looked up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from antq_cli.cli.commands import COMMANDS, GROUPS, Command, command_in
from antq_cli.cli.options import OPTIONS, Request, with_options
from antq_cli.cli.usage import usage
from antq_cli.core.findings import Refused


@dataclass(frozen=True, slots=True)
class _Line:
    """A command line, and what was found in it: the words of a command and the options written after them."""

    argv: Sequence[str]
    found: list[tuple[str, Request]] = field(default_factory=list)

    def remember(self, path: str, params: Mapping[str, Any], words: Sequence[str] = ()) -> None:
        """Note the options written after the words of a command, before the next word; none may be empty (U003)."""
        for name, value in params.items():
            if value == "" or (value and "" in (value if OPTIONS[name].many else ())):
                raise usage("U003", value=_written(name, self.argv), command=f"antq {path}".strip())
        given = {name: value for name, value in params.items() if value}
        self.found.append((path, Request(words=tuple(words), **given)))


class _Leaf(TyperCommand):
    """A command: it remembers what was written and refuses what it does not take."""

    def invoke(self, ctx: Any) -> None:
        if ctx.args and COMMANDS[str(self.name)].words is None:
            raise usage("U005", value=ctx.args[0])
        ctx.obj.remember(self.name, ctx.params, ctx.args)


class _Group(TyperGroup):
    """A group that makes the command that is asked for, and no other."""

    def get_command(self, _ctx: Any, cmd_name: str) -> Any:
        path = f"{self.name} {cmd_name}".strip()
        if path in COMMANDS:
            return _leaf(COMMANDS[path], self.params)
        if path in GROUPS:
            return _group(path, self.params)
        known = [path.removeprefix(self.name or "").split()[0] for path in COMMANDS if path.startswith(self.name or "")]
        command = f"antq {self.name}".strip()
        raise usage("U001", value=cmd_name, command=command, allowed=list(dict.fromkeys(known)))

    def invoke(self, ctx: Any) -> Any:
        ctx.obj.remember(self.name, ctx.params)
        return super().invoke(ctx)


def parse(argv: Sequence[str]) -> tuple[str, Request]:
    """Return the words of the command and the request that a command line makes; raises :class:`Refused`."""
    line = _Line(argv)
    try:
        _group("", _options()).main(list(argv), prog_name="antq", standalone_mode=False, obj=line)
    except typer.TyperException as error:
        raise _refusal(error, argv) from error
    path, request = line.found[-1]
    return path, request if len(line.found) == 1 else _merged(line, path)


def _merged(line: _Line, path: str) -> Request:
    """Return one request of those before and after the command's name; the later one wins."""
    given: dict[str, Any] = {}
    for _, request in line.found:
        given |= request.given()
    taken = COMMANDS[path].options if path in COMMANDS else tuple(OPTIONS)
    for name in given:
        if name not in (*taken, "words"):
            raise usage("U002", value=_written(name, line.argv), command=f"antq {path}")
    return Request(**given)


def _written(name: str, argv: Sequence[str]) -> str:
    """Return the flag by which an option was written."""
    flags = OPTIONS[name].flags
    return next((flag for flag in flags if any(word.startswith(flag) for word in argv)), flags[-1])


@cache
def _options() -> list[Any]:
    """Return the options as Typer makes them of their declarations; groups, commands and lines share them."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(add_help_option=False)(with_options(lambda **_: None))
    return list(typer.main.get_command(app).params)


def _group(path: str, params: list[Any]) -> _Group:
    return _Group(name=path, params=params, invoke_without_command=True, add_help_option=False)


def _leaf(command: Command, params: list[Any]) -> _Leaf:
    settings = {"allow_extra_args": True}  # taken here, to be refused in words of our own
    own = [param for param in params if param.name in command.options]
    return _Leaf(command.path, params=own, context_settings=settings, add_help_option=False)


def _refusal(error: typer.TyperException, argv: Sequence[str]) -> Refused:
    """Return what Typer found wrong with a command line in antq's own words.

    Typer's classes for this are private; what they carry is public.
    """
    context = getattr(error, "ctx", None)
    option = getattr(error, "option_name", None)
    if option is None:
        return usage("U005", value=error.format_message())
    if context is None:
        meant = command_in(argv)
        flag = any(option in declared.flags and declared.metavar is None for declared in OPTIONS.values())
        return usage("U012" if flag else "U003", value=option, command=f"antq {meant.path}" if meant else "antq")
    path = context.command_path.removeprefix("antq").strip()
    names = COMMANDS[path].options if path in COMMANDS else tuple(OPTIONS)
    allowed = [OPTIONS[name].flags[-1] for name in names]
    return usage("U002", value=option, command=context.command_path, allowed=allowed)
