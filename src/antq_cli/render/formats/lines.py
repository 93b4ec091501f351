"""JSON, one object a line: findings, then steps, and at the end a summary, without which the file is not whole."""

from collections.abc import Iterator
from typing import Any

from antq_cli import __version__
from antq_cli.render.formats import Telling
from antq_cli.render.json_text import on_one_line
from antq_cli.render.machine import checked_parts


def write(telling: Telling) -> Iterator[str]:
    """The objects; who does not find the summary at the end has not got them all."""
    return map(on_one_line, _objects(telling))


def _objects(telling: Telling) -> Iterator[dict[str, Any]]:
    parts = checked_parts(telling)
    yield from ({"type": "finding", **row} for row in parts.pop("rows"))
    yield from ({"type": "step", **step} for step in parts.pop("steps"))
    yield from ({"type": "waived", **row} for row in parts.pop("waived"))
    outcome = telling.outcome
    yield {
        "type": "summary",
        "schema": f"antq/{outcome.command}/1",
        "tool": {"name": "antq", "version": __version__},
        "status": outcome.exit.status,
        "exit_code": int(outcome.exit),
        "as_of": outcome.as_of,
        "today": outcome.today,
        "book": outcome.book and {"id": outcome.book.id, "data": outcome.book.data},
        **parts,
    }
