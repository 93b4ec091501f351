"""Where a report is to go: files that are looked at before anything is counted, and written all together."""

import errno
import json
import os
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from antq_cli.cli.commands import COMMANDS
from antq_cli.cli.options import Request
from antq_cli.cli.run import formats_of
from antq_cli.cli.usage import usage
from antq_cli.core.findings import Finding, Kept, Refused
from antq_cli.core.marks import Mark
from antq_cli.core.report import Report
from antq_cli.core.values import trouble
from antq_cli.reading.source import read_file
from antq_cli.render.screen import CANNOT_WRITE, failed
from antq_cli.render.writers import WRITERS
from antq_cli.writing.files import UnwrittenError, write_all

# What a format needs beside antq itself: what Python calls it, what it is called where it is installed from, and the
# extra that brings it.
_NEEDS = {
    "docx": ("docx", "python-docx", "office"),
    "xlsx": ("xlsxwriter", "XlsxWriter", "office"),
    "html": ("jinja2", "Jinja2", "html"),
}
# Formats that a person edits: nothing that was written into one of them may be lost.
_EDITED = ("md", "docx", "xlsx", "html")
# Formats that no screen can show.
_FOR_PROGRAMS = ("docx", "xlsx")
_STDOUT = "-"


class Target(NamedTuple):
    """A file, as it was asked for, and the format that it is to have."""

    name: str
    format: str

    @property
    def path(self) -> Path:
        """Where it is."""
        return Path(self.name)


def targets(request: Request) -> list[Target]:
    """Return the files of a report, none where it goes to stdout; raises :class:`Refused` where one cannot be."""
    formats = formats_of(COMMANDS[request.command], request)
    _refuse_what_is_missing(formats)
    if not request.files:
        if formats[0] in _FOR_PROGRAMS:
            raise usage("U061", value=formats[0])
        return []
    if None in request.output:
        raise usage("U053", value=f"-o {_STDOUT}", option=f"-o {request.files[0]}")
    found = [Target(name, format_) for name, format_ in zip(request.files, formats, strict=True)]
    _refuse_twice(found)
    faults = [fault for target in found if (fault := _fault(target)) is not None]
    if faults:
        raise Refused(*faults)
    return found


def _refuse_what_is_missing(formats: Sequence[str]) -> None:
    """Raise :class:`Refused` (U062) where a format needs what is not installed."""
    for format_ in formats:
        module, package, extra = _NEEDS.get(format_, ("", "", ""))
        if module and find_spec(module) is None:
            raise usage("U062", value=format_, package=package, extra=extra)


def _refuse_twice(found: Sequence[Target]) -> None:
    """Raise :class:`Refused` (U060) where two of the names lead to one file."""
    real = [os.path.normcase(os.path.realpath(name)) for name, _ in found]
    for at, path in enumerate(real):
        if path in real[:at]:
            raise usage("U060", value=found[at].name, first=found[real.index(path)].name)


def _fault(target: Target) -> Finding | None:
    """Return why a file could not be written; what only writing itself can tell is told then."""
    try:
        code = _trouble_with(target.path)
        return None if code == 0 else failed(CANNOT_WRITE, OSError(code, os.strerror(code)), target.name)
    except OSError as error:  # a name that is too long, a folder that may not be entered
        return failed(CANNOT_WRITE, error, target.name)


def _trouble_with(path: Path) -> int:
    if path.is_dir():
        return errno.EISDIR
    if path.exists():  # a device, a pipe and a terminal are written into where they are
        folder = path.resolve().parent if path.is_file() else None
        writable = os.access(path, os.W_OK) and (folder is None or os.access(folder, os.W_OK))
    else:
        folder = path.resolve().parent
        if not folder.is_dir():
            return errno.ENOTDIR if folder.exists() else errno.ENOENT
        writable = os.access(folder, os.W_OK)
    return 0 if writable else errno.EACCES


# What is there already ------------------------------------------------------------------------------------------


def unchanged(target: Target, source: str, made: Callable[[], bytes]) -> bool:
    """Return whether a file was made from the same, edited or not; of CSV, which cannot say it, whether it is the same.

    ``made`` makes what would be written.
    """
    if not target.path.is_file():
        return False
    try:
        content = read_file(target.path)
    except OSError:
        return False
    if target.format == "csv":
        return content == made()
    return source == (_source(content) if target.format == "json" else getattr(_mark(target, content), "source", None))


def _source(content: bytes) -> str | None:
    """Return from what a JSON file says it was made; None where it does not say so."""
    try:
        return str(json.loads(content)["provenance"]["source"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def refuse_to_lose(found: Sequence[Target]) -> None:
    """Raise :class:`Kept` for files that antq did not write (U063) or that were edited since (U064)."""
    faults = [fault for target in found if (fault := _worth_keeping(target)) is not None]
    if faults:
        raise Kept(*faults)


def _worth_keeping(target: Target) -> Finding | None:
    if target.format not in _EDITED or not target.path.is_file():
        return None
    try:
        mark = _mark(target, read_file(target.path))
    except OSError as error:
        return failed(CANNOT_WRITE, error, target.name)
    if mark is not None and mark.untouched:
        return None
    return usage("U063" if mark is None else "U064", value=target.name).findings[0]


def _mark(target: Target, content: bytes) -> Mark | None:
    """Return the mark of a file; None of one that antq did not write."""
    if target.format == "md":
        from antq_cli.reports.markdown import mark_of

        try:
            return mark_of(content.decode("utf-8"))
        except UnicodeDecodeError:
            return None
    found: Mark | None = _module(target.format).mark_of(content)
    return found


# Writing --------------------------------------------------------------------------------------------------------


def document(format_: str, report: Report) -> bytes:
    """Return a report in a format of its own."""
    made: str | bytes = _module(format_).write(report)
    return made.encode("utf-8", "backslashreplace") if isinstance(made, str) else made


def _module(format_: str) -> Any:
    return import_module(f"antq_cli.reports.{WRITERS[format_].takes['reports']}")


def put(files: Sequence[tuple[Target, bytes]]) -> None:
    """Write files, all or none; raises :class:`Refused` (U010, and U065 where some had taken their names by then)."""
    named = {target.path: target.name for target, _ in files}
    try:
        write_all([(target.path, [content]) for target, content in files])
    except UnwrittenError as unwritten:
        name = named[unwritten.path]
        if not unwritten.done:
            raise Refused(failed(CANNOT_WRITE, unwritten.error, name)) from unwritten
        done = [named[path] for path in unwritten.done]
        raise usage("U065", value=name, done=done, **trouble(unwritten.error)) from unwritten
