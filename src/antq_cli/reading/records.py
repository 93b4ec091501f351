"""Reading the record of a change: TOML that antq wrote. One that somebody has edited is refused, never guessed at."""

from base64 import b64decode
from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from antq_cli.core.changes import Record, Recorded, Rows, Splice
from antq_cli.reading.limits import loads

_HASH = r"^(?:absent|sha256:[0-9a-f]{64})$"


class RecordError(ValueError):
    """A record that cannot be read: it was edited, or a version of antq wrote it that this one does not know."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class _Splice(_Strict):
    at: int = Field(ge=0)
    old: str | None = None
    old64: str | None = None
    new: str | None = None
    new64: str | None = None

    def read(self) -> Splice:
        return Splice(self.at, _bytes(self.old, self.old64), _bytes(self.new, self.new64))


class _File(_Strict):
    path: str = Field(min_length=1)
    before: str = Field(pattern=_HASH)
    after: str = Field(pattern=_HASH)
    splices: list[_Splice] | None = None

    def read(self) -> Recorded:
        if not _within(self.path):
            raise RecordError
        splices = None if self.splices is None else tuple(splice.read() for splice in self.splices)
        return Recorded(self.path, self.before, self.after, splices)


class _Rows(_Strict):
    added: int = Field(ge=0)
    changed: int = Field(ge=0)
    removed: int = Field(ge=0)


class _Record(_Strict):
    schema_: Literal[1] = Field(alias="schema")
    id: int = Field(ge=1)
    command: str
    at: datetime
    tool: str
    rows: _Rows
    files: list[_File] = []
    of: int | None = Field(default=None, ge=1)
    dropped: bool = False

    def read(self) -> Record:
        rows = Rows(self.rows.added, self.rows.changed, self.rows.removed)
        files = tuple(file.read() for file in self.files)
        return Record(self.id, self.command, self.at, self.tool, rows, files, self.of, self.dropped)


def _bytes(text: str | None, coded: str | None) -> bytes:
    """Return what a splice has of the two ways to write bytes, of which one is there."""
    if (text is None) == (coded is None):
        raise RecordError
    return b64decode(coded, validate=True) if text is None else text.encode()  # type: ignore[arg-type]


def _within(path: str) -> bool:
    """Return whether a path leads to a file that a book may have: what a record names is written.

    No such file is hidden: the settings of git, the records themselves and whatever else begins with a point are not.
    """
    return not any(not part or part[0] == "." or any(sign in part for sign in ":\\\0") for part in path.split("/"))


def read_record(raw: bytes) -> Record:
    """Return the record that a file holds; raises :class:`RecordError`."""
    try:
        return _Record.model_validate(loads(raw.decode())).read()
    except (ValidationError, ValueError) as error:  # also of bytes that are no text, or no TOML
        raise RecordError from error
