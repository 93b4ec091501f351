"""Writing the record of a change: TOML on whole lines, in which every byte of the change is found again."""

from base64 import b64encode
from collections.abc import Sequence
from typing import Any

import tomli_w

from antq_cli.core.changes import Record, Recorded, Splice

SCHEMA = 1
_LINE = 101  # with its end


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
    if not record.files:
        said["files"] = []
    head = tomli_w.dumps(said | {"rows": record.rows._asdict()})
    return "\n".join([head, *map(_file, record.files)]).encode()


def _file(file: Recorded) -> str:
    said = tomli_w.dumps({"path": file.path, "before": file.before, "after": file.after})
    return f"[[files]]\n{said}{'' if file.splices is None else _splices(file.splices)}"


def _splices(splices: Sequence[Splice]) -> str:
    """Return splices as an array, each on a line of it; where one of them is too long for that, each as a table."""
    if not splices:
        return "splices = []\n"
    written = [(f"at = {at}", _bytes("old", old), _bytes("new", new)) for at, old, new in splices]
    lines = [f"    {{ {', '.join(each)} }},\n" for each in written]
    if all(len(line) <= _LINE for line in lines):
        return f"splices = [\n{''.join(lines)}]\n"
    return "".join("\n".join(["", "[[files.splices]]", *each, ""]) for each in written)


def _bytes(name: str, content: bytes) -> str:
    try:
        return f"{name} = {_text(content.decode())}"
    except UnicodeDecodeError:
        return f'{name}64 = "{b64encode(content).decode()}"'


def _text(text: str) -> str:
    """Return a text of any length as TOML has it on one line: of several lines it would lose its CR.

    TOML has the escapes of JSON, and one character more that is to be escaped.
    """
    import json  # who reads records needs none

    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
