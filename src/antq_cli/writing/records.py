"""Writing the record of a change: TOML on whole lines, in which every byte of the change is found again."""

from base64 import b64encode
from collections.abc import Sequence
from typing import Any

import tomli_w

from antq_cli.core.changes import Record, Recorded, Splice

SCHEMA = 1


def record_bytes(record: Record) -> bytes:
    """Return the file that holds a record; :func:`antq_cli.reading.records.read_record` gives the same one back."""
    said: dict[str, Any] = {
        "schema": SCHEMA,
        "id": record.id,
        "command": record.command,
        "at": record.at,
        "tool": record.tool,
    }
    if record.of is not None:
        said["of"] = record.of
    if record.dropped:
        said["dropped"] = True
    # Texts of several lines would lose their CR: each stands on one line, with escapes.
    return tomli_w.dumps(said | {"rows": record.rows._asdict(), "files": [*map(_file, record.files)]}).encode()


def _file(file: Recorded) -> dict[str, Any]:
    said: dict[str, Any] = {"path": file.path, "before": file.before, "after": file.after}
    return said if file.splices is None else said | {"splices": _splices(file.splices)}


def _splices(splices: Sequence[Splice]) -> list[dict[str, Any]]:
    return [{"at": at, **_bytes("old", old), **_bytes("new", new)} for at, old, new in splices]


def _bytes(name: str, content: bytes) -> dict[str, str]:
    try:
        return {name: content.decode()}
    except UnicodeDecodeError:
        return {f"{name}64": b64encode(content).decode()}
