"""Which files of a source a register is made of, and what they hold."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from antq_cli.core.findings import Finding, Place, Refused
from antq_cli.core.registers import EARLIEST, REGISTERS, Register
from antq_cli.core.values import trouble
from antq_cli.reading.columns import Columns
from antq_cli.reading.fast import take
from antq_cli.reading.folders import NAME
from antq_cli.reading.parts import Part, merged, refused_part
from antq_cli.reading.rules import RULES
from antq_cli.reading.slow import read_slow
from antq_cli.reading.source import Entry, Source
from antq_cli.reading.tables import Table
from antq_cli.reading.toml import read_toml
from antq_cli.words.speech import closest

SUFFIXES = (".csv", ".toml")
# a (1), a - Copy, a - Copy (2), a copy 2, a_copy; Copy of a.
_COPY = re.compile(
    r"(?i:copy|\w+ \w+) \w+ (?P<after>.+)"
    r"|(?P<before>.+?)(?: \(\d+\)| - \w+(?: \w+)?(?: \(\d+\))?|[ _-](?i:copy)(?: ?\d+)?)"
)
_NEARLY = 0.8  # claim and claims, but not model-2021 and models


class RegisterFiles(NamedTuple):
    """The paths of a register's files in the order of their names, and what is wrong with the choice of them."""

    files: list[str]
    findings: list[Finding]

    @property
    def refused_for(self) -> Finding | None:
        """Return why nobody can tell which files are meant, or see them; None where somebody can."""
        return next((finding for finding in self.findings if finding.rule.refuses), None)


def register_files(source: Source, name: str) -> RegisterFiles:
    """Return the files of a register: ``NAME.csv``, or ``NAME.toml``, or those of the folder ``NAME/``.

    ``units.CSV`` is ``units.csv``, as it is on Windows: a register may not be overlooked for its capitals.
    """
    forms = [name + suffix for suffix in SUFFIXES]
    found = entries(source, "")
    if isinstance(found, Finding):
        return RegisterFiles([], [found])
    present = [entry for entry in found if entry.name.lower() in forms]
    present += [entry for entry in found if entry.name == name and entry.folder]
    if len(present) > 1:
        values = {"register": name, "forms": [form.name + ("/" if form.folder else "") for form in present]}
        return RegisterFiles([], [Finding(RULES["F003"], Place(present[0].path), values)])
    if [entry.name for entry in present] == [name]:
        return _parts_in(source, name)
    return RegisterFiles([entry.path for entry in present], [])


def _parts_in(source: Source, folder: str) -> RegisterFiles:
    found = entries(source, folder)
    if isinstance(found, Finding):
        return RegisterFiles([], [found])
    files = [entry for entry in found if not entry.name.startswith(".")]
    stray = [entry for entry in files if entry.suffix not in SUFFIXES]
    findings = [Finding(RULES["F018"], Place(entry.path), {"register": folder, "allowed": []}) for entry in stray]
    parts = [entry for entry in files if entry not in stray]
    stems = {entry.stem for entry in parts}
    copied = sorted(parts, key=lambda entry: copy_of(entry.stem) in stems)  # what repeats the original is the copy
    return RegisterFiles([entry.path for entry in copied], findings)


def copy_of(stem: str) -> str | None:
    """Return the name of the file of which another one is a copy, by what systems and people call copies; else None."""
    found = _COPY.fullmatch(stem)
    return None if found is None else found["after"] or found["before"]


def entries(source: Source, folder: str) -> Sequence[Entry] | Finding:
    """Return what is in a folder, by name, or why that cannot be seen (F002)."""
    try:
        return source.entries(folder)
    except OSError as error:
        return _unreadable(folder, error)


def stray_files(source: Source) -> list[Finding]:
    """Find files and folders beside the registers that look like registers and that nothing reads (F018)."""
    known = [*REGISTERS]
    found = entries(source, "")
    stray = [
        entry
        for entry in ([] if isinstance(found, Finding) else found)  # the registers say that it cannot be seen
        if _is_stray_folder(source, entry)
        or (entry.suffix in SUFFIXES and entry.name != NAME and entry.stem.lower() not in known)
    ]
    # A copy of a register that is there is not to take its name.
    there = {entry.stem.lower() for entry in ([] if isinstance(found, Finding) else found)}
    copies = [copy_of(entry.stem.lower()) in there & REGISTERS.keys() for entry in stray]
    values = (
        {"value": entry.stem.lower(), "allowed": [] if copy else known}
        for entry, copy in zip(stray, copies, strict=True)
    )
    return [Finding(RULES["F018"], Place(entry.path), said) for entry, said in zip(stray, values, strict=True)]


def _is_stray_folder(source: Source, entry: Entry) -> bool:
    """Return whether a folder in the book seems to be meant for the parts of a register and bears another name.

    People keep other folders in a book: one is meant if its name is that of a register but for capitals, or nearly, and
    if it holds files that could be parts.
    """
    name = entry.name.lower()
    if entry.name in REGISTERS or name.startswith(".") or not entry.folder:
        return False
    if name not in REGISTERS and closest(name, tuple(REGISTERS), _NEARLY) is None:
        return False
    inside = entries(source, entry.path)
    return not isinstance(inside, Finding) and any(file.suffix in SUFFIXES for file in inside)


def read_bytes(source: Source, file: str) -> bytes | Finding:
    """Return the bytes of a file, or why they cannot be had (F002), or do not count (F025)."""
    try:
        return source.read(file)
    except OSError as error:
        return _unreadable(file, error)
    except Refused as refused:
        return refused.findings[0]


def read_hashed(source: Source, file: str) -> tuple[bytes, str] | None:
    """Return the bytes of a file, and their hash; None where they cannot be had, which who reads them tells."""
    try:
        return source.hashed(file)
    except (OSError, Refused):
        return None


def _unreadable(path: str, error: OSError) -> Finding:
    return Finding(RULES["F002"], Place(path or "."), trouble(error))


def read_parts(register: Register, sources: Mapping[str, bytes], *, fast: bool = True) -> list[Part]:
    """The parts that files (path to bytes) are, in the order of the files."""
    return _read(register, sources, fast=fast)[0]


def _read(register: Register, sources: Mapping[str, bytes], *, fast: bool) -> tuple[list[Part], Columns]:
    """Return the parts that files are, and the columns of all of them together.

    The fast path takes them all at once, else those that it can take one by one.
    """
    if fast and not any(map(is_toml, sources)) and (taken := take(register, sources)):
        return taken
    parts = [_read_part(register, path, raw, fast=fast) for path, raw in sources.items()]
    return parts, merged(register, parts)


def _read_part(register: Register, path: str, raw: bytes, *, fast: bool) -> Part:
    if is_toml(path):
        return read_toml(register, path, raw)
    taken = take(register, {path: raw}) if fast else None
    return taken[0][0] if taken else read_slow(register, path, raw)


def is_toml(path: str) -> bool:
    """Return whether a file is to be TOML, by its name: whatever is in it, it is no CSV."""
    return path.lower().endswith(".toml")


def read_register(
    source: Source, register: Register, files: Sequence[str], *, fast: bool = True, begins: date = EARLIEST
) -> Table:
    """Return a register, its parts in the order of its files, without what happened before a day."""
    contents = {file: read_bytes(source, file) for file in files}
    sources = {path: raw for path, raw in contents.items() if isinstance(raw, bytes)}
    readable, columns = _read(register, sources, fast=fast)
    unreadable = [refused_part(path, None, [raw]) for path, raw in contents.items() if isinstance(raw, Finding)]
    order = {path: number for number, path in enumerate(contents)}
    return Table(register, sorted([*readable, *unreadable], key=lambda part: order[part.path]), columns, begins)
