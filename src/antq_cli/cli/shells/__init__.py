"""Completion for the shells: a script for each, which asks `antq --complete` and hands on what is said."""

from pathlib import Path

_SUFFIXES = {"bash": "bash", "zsh": "zsh", "fish": "fish", "powershell": "ps1"}
SHELLS = tuple(_SUFFIXES)


def script(shell: str) -> str:
    """Return what a shell is to read before it can complete; KeyError for a shell that has no script."""
    return (Path(__file__).parent / f"antq.{_SUFFIXES[shell]}").read_text("utf-8")
