"""The help, in the user's language: Typer parses, antq speaks."""

from rich.table import Table
from rich.text import Text

from antq_cli.cli.commands import COMMANDS
from antq_cli.cli.options import ALONE, OPTIONS
from antq_cli.render.console import console_for, drawn
from antq_cli.words.speech import Speech


def page(path: str, speech: Speech) -> str:
    """Return the help of a command, of a group of commands, or of antq itself (path "")."""
    import sys

    console = console_for(sys.stdout)
    name = f"antq {path}".strip()
    words = f" [{speech.say(f'metavar.{COMMANDS[path].words}')}]" if path in COMMANDS and COMMANDS[path].words else ""
    words = words if path in COMMANDS else f" {speech.say('help.command').upper()}"
    usage = f"{speech.say('help.usage')}: {name}{words} [{speech.say('help.option').upper()}]"
    about = speech.say(f"command.{path}" if path else "help.tagline")
    parts = [Text(about, "bold"), Text(""), Text(usage)]
    return drawn(console, *parts, *_commands(path, speech), *_options(path, speech))


def _commands(path: str, speech: Speech) -> list[Text | Table]:
    """Return the panels of the commands below a path."""
    parts: list[Text | Table] = []
    below = [command for command in COMMANDS.values() if command.path.startswith(path) and path not in COMMANDS]
    for panel in dict.fromkeys(command.panel for command in below):
        rows = [
            (f"antq {command.path}", speech.say(f"command.{command.path}"))
            for command in below
            if command.panel == panel
        ]
        parts += _panel(speech.say(f"panel.{panel}"), rows)
    return parts


def _options(path: str, speech: Speech) -> list[Text | Table]:
    command = COMMANDS.get(path)
    names = command.options if command else ("help",) if path else ALONE
    rows = []
    for name in names:
        option = OPTIONS[name]
        written = ", ".join(option.flags) + (f" {speech.say(f'metavar.{option.metavar}')}" if option.metavar else "")
        rows.append((written, option.about(path, speech)))
    more = [] if command else [Text(""), Text(speech.say("help.more"), "dim")]
    return [*_panel(speech.say("help.options"), rows), *more]


def _panel(title: str, rows: list[tuple[str, str]]) -> list[Text | Table]:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style="cyan")
    table.add_column()
    for written, about in rows:
        table.add_row(Text(f"  {written}"), Text(about))
    return [Text(""), Text(title, "bold"), table]
