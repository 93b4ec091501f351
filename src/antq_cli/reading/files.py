"""Which files a register is made of, and their bytes."""

from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import NamedTuple

from antq_cli.core.findings import Finding, Place
from antq_cli.core.registers import REGISTERS, Register
from antq_cli.core.values import trouble
from antq_cli.reading.columns import Columns
from antq_cli.reading.fast import take
from antq_cli.reading.parts import Part, merged, refused_part
from antq_cli.reading.rules import RULES
from antq_cli.reading.slow import read_slow
from antq_cli.reading.tables import Table
from antq_cli.reading.toml import read_toml
from antq_cli.words.speech import closest

SUFFIXES = (".csv", ".toml")
_NEARLY = 0.8  # claim and claims, but not model-2021 and models


class RegisterFiles(NamedTuple):
    """The files of a register in the order of their names, and what is wrong with the choice of them."""

    files: list[Path]
    findings: list[Finding]


def register_files(folder: Path, name: str) -> RegisterFiles:
    """Return the files of a register: ``NAME.csv``, or ``NAME.toml``, or those of the folder ``NAME/``.

    ``units.CSV`` is ``units.csv``, as it is on Windows: a register may not be overlooked for its capitals.
    """
    forms = [name + suffix for suffix in SUFFIXES]
    found = entries(folder, folder)
    if isinstance(found, Finding):
        return RegisterFiles([], [found])
    present = [entry for entry in found if entry.name.lower() in forms]
    present += [entry for entry in found if entry.name == name and entry.is_dir()]
    if len(present) > 1:
        values = {"register": name, "forms": [form.name + ("/" if form.is_dir() else "") for form in present]}
        return RegisterFiles([], [Finding(RULES["F003"], Place(present[0].name), values)])
    if present == [folder / name]:
        return _folder(folder, present[0])
    return RegisterFiles(present, [])


def _folder(book: Path, folder: Path) -> RegisterFiles:
    found = entries(book, folder)
    if isinstance(found, Finding):
        return RegisterFiles([], [found])
    files = [file for file in found if not file.name.startswith(".")]
    stray = [file for file in files if file.suffix.lower() not in SUFFIXES]
    findings = [
        Finding(RULES["F018"], Place(file.relative_to(book).as_posix()), {"register": folder.name, "allowed": []})
        for file in stray
    ]
    return RegisterFiles([file for file in files if file not in stray], findings)


def entries(book: Path, folder: Path) -> list[Path] | Finding:
    """Return what is in a folder, by name, or why that cannot be seen (F002)."""
    try:
        return sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        return _unreadable(book, folder, error)


def is_stray_folder(folder: Path) -> bool:
    """Return whether a folder in the book seems to be meant for the parts of a register and bears another name.

    People keep other folders in a book: one is meant if its name is that of a register but for capitals, or nearly, and
    if it holds files that could be parts.
    """
    name = folder.name.lower()
    if folder.name in REGISTERS or name.startswith(".") or not folder.is_dir():
        return False
    if name not in REGISTERS and closest(name, tuple(REGISTERS), _NEARLY) is None:
        return False
    inside = entries(folder, folder)
    return not isinstance(inside, Finding) and any(file.suffix.lower() in SUFFIXES for file in inside)


def belongs_to_book(book: Path, path: Path) -> bool:
    """Return whether a file would be taken for a part of a book: its manifest, a register, or beside them (F018)."""
    inside, folder = path.resolve(), book.resolve()
    if folder not in inside.parents:
        return False
    first, *rest = inside.relative_to(folder).parts
    named = PurePath(first.lower())  # some systems do not tell capitals apart
    return named.stem in REGISTERS if rest else named.suffix in SUFFIXES


def read_bytes(book: Path, file: Path) -> bytes | Finding:
    """Return the bytes of a file, or why they cannot be had (F002)."""
    try:
        return file.read_bytes()
    except OSError as error:
        return _unreadable(book, file, error)


def _unreadable(book: Path, path: Path, error: OSError) -> Finding:
    return Finding(RULES["F002"], Place(path.relative_to(book).as_posix()), trouble(error))


def read_parts(register: Register, sources: Mapping[str, bytes], *, fast: bool = True) -> list[Part]:
    """Return the parts that files (path to bytes) are."""
    return _read(register, sources, fast=fast)[0]


def _read(register: Register, sources: Mapping[str, bytes], *, fast: bool) -> tuple[list[Part], Columns]:
    """Return the parts that files are, and the columns of all of them together.

    The fast path takes them all at once, else those that it can take one by one.
    """
    if fast and not any(map(_is_toml, sources)) and (taken := take(register, sources)):
        return taken
    parts = [_read_part(register, path, raw, fast=fast) for path, raw in sources.items()]
    return parts, merged(register, parts)


def _read_part(register: Register, path: str, raw: bytes, *, fast: bool) -> Part:
    if _is_toml(path):
        return read_toml(register, path, raw)
    taken = take(register, {path: raw}) if fast else None
    return taken[0][0] if taken else read_slow(register, path, raw)


def _is_toml(path: str) -> bool:
    return path.lower().endswith(".toml")


def read_register(folder: Path, register: Register, files: list[Path], *, fast: bool = True) -> Table:
    """Return a register, its parts in the order of its files."""
    contents = {file.relative_to(folder).as_posix(): read_bytes(folder, file) for file in files}
    sources = {path: raw for path, raw in contents.items() if isinstance(raw, bytes)}
    readable, columns = _read(register, sources, fast=fast)
    unreadable = [refused_part(path, [raw]) for path, raw in contents.items() if isinstance(raw, Finding)]
    order = {path: number for number, path in enumerate(contents)}
    return Table(register, sorted([*readable, *unreadable], key=lambda part: order[part.path]), columns)
