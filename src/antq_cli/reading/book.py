"""Opening a book: finding its folder, reading its manifest, and its registers as they are asked for."""

import hashlib
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TypeVar

from antq_cli.core.collector import Collector
from antq_cli.core.findings import Finding, Place, Refused, Rule, Subject
from antq_cli.core.manifest import Manifest
from antq_cli.core.registers import REGISTERS, Row
from antq_cli.reading import files
from antq_cli.reading.manifest import NAME, read_manifest
from antq_cli.reading.rules import RULES
from antq_cli.reading.scanner import BOM
from antq_cli.reading.tables import Table
from antq_cli.reading.toml import Document

R = TypeVar("R", bound=Row)


def find_book(asked: str | None, here: Path) -> Path:
    """Return the folder of the book: the one asked for, else the nearest upward that has an ``antq.toml``.

    Raises :class:`Refused` (F001) where there is none.
    """
    if asked is not None:
        folder = Path(asked)
        if _has_manifest(folder):
            return folder
        raise Refused(Finding(RULES["F001"], Place(asked), {"asked": asked}))
    for folder in (here, *here.parents):
        if _has_manifest(folder) and not (folder / NAME).is_dir():
            return folder
    raise Refused(Finding(RULES["F001"], Place("."), {"asked": ""}))


def _has_manifest(folder: Path) -> bool:
    try:
        return (folder / NAME).exists()
    except OSError:  # a name that is too long, a folder that may not be entered
        return False


class Book:
    """A folder with ``antq.toml`` and registers. A register is read when it is first asked for.

    What is found in reading stands in ``collector``.
    """

    def __init__(self, folder: Path, manifest: Manifest, document: Document, *, fast: bool = True) -> None:
        self.folder = folder
        self.manifest = manifest
        self._document = document
        self._fast = fast
        self.collector = Collector()
        self._tables: dict[str, Table] = {}
        self._models: dict[str, tuple[Row, ...]] = {}

    def manifest_finding(self, rule: Rule, *path: str | int, **values: object) -> Finding:
        """Return the finding on a value of the manifest."""
        place = self._document.place(*path)
        subject = Subject(0, " ".join(map(str, path)))
        return Finding(rule, place, values, excerpt=self._document.excerpt(place), subject=subject)

    def table(self, name: str, *, needed: bool = False) -> Table:
        """Return a register as columns; one that is ``needed`` and that the book does not have is a finding (F019)."""
        if name not in self._tables:
            self._tables[name] = self._read(name)
        table = self._tables[name]
        if needed and not table.parts and not table.findings:
            missing = Finding(RULES["F019"], Place(f"{name}.csv"), {"register": name})
            self.collector.report([missing])
            table.findings.append(missing)
            table.refused = True
        return table

    def was_read(self, name: str) -> bool:
        """Return whether a register was asked for."""
        return name in self._tables

    def rows(self, model: type[R], *, needed: bool = False) -> tuple[R, ...]:
        """Return a register as models; for registers that are not bulk."""
        name = next(name for name, register in REGISTERS.items() if register.model is model)
        table = self.table(name, needed=needed)
        if name not in self._models:
            self._models[name] = table.models(model)
        return self._models[name]  # type: ignore[return-value]

    def _read(self, name: str) -> Table:
        register = REGISTERS[name]
        found = files.register_files(self.folder, name)
        table = files.read_register(self.folder, register, found.files, fast=self._fast)
        table.findings = [_of_register(name, finding) for finding in (*found.findings, *table.findings)]
        self.collector.report(table.findings)
        table.refused = table.refused or any(finding.rule.refuses for finding in found.findings)
        return table

    @property
    def findings(self) -> list[Finding]:
        """Return what was found in the registers read so far."""
        return [finding for table in self._tables.values() for finding in table.findings]

    def refuse_if_unreadable(self, *names: str) -> None:
        """Raise :class:`Refused`, with all that was found so far, if one of the registers cannot be read at all.

        Without names all registers are meant that were asked for.
        """
        if any(self._tables[name].refused for name in names or self._tables):
            raise Refused(*sorted(self.findings, key=lambda finding: finding.order))

    def stray_files(self) -> list[Finding]:
        """Find files and folders beside the registers that look like registers and that nothing reads (F018)."""
        known = [*REGISTERS]
        found = files.entries(self.folder, self.folder)
        stray = [
            entry
            for entry in ([] if isinstance(found, Finding) else found)  # the registers say that it cannot be seen
            if files.is_stray_folder(entry)
            or (entry.suffix.lower() in files.SUFFIXES and entry.name != NAME and entry.stem.lower() not in known)
        ]
        values = ({"value": entry.stem.lower(), "allowed": known} for entry in stray)
        return [Finding(RULES["F018"], Place(entry.name), said) for entry, said in zip(stray, values, strict=True)]

    @cached_property
    def content(self) -> str:
        """Return a hash of the manifest and of the registers read so far, as rows.

        Line ends, the order of rows and columns, quotes, and the split into files do not matter.
        """
        digest = hashlib.sha256(self.manifest.model_dump_json(by_alias=True).encode())
        for name in sorted(self._tables):
            digest.update(f"\0{name}\0".encode())
            digest.update(BOM.join(_canonical(self._tables[name])).encode())
        return f"sha256:{digest.hexdigest()}"


def _of_register(name: str, finding: Finding) -> Finding:
    """Return a finding with its register, also where it is about a file that nobody could look into."""
    return finding if "register" in finding.values else finding._replace(values={"register": name, **finding.values})


def _canonical(table: Table) -> list[str]:
    """Return all rows as they stand in the files, those left out as well; no cell can hold NUL or BOM (F005, F007)."""
    names = [column.name for column in table.register.columns]
    parts = [part for part in table.parts if not part.refused]
    rows = (zip(*(part.columns[name] for name in names), strict=True) for part in parts)
    broken = (tuple(row.get(name, "") for name in names) for part in parts for row in part.broken)
    return sorted(map("\0".join, chain(*rows, broken)))


def open_book(asked: str | None, here: Path, *, fast: bool = True) -> Book:
    """Open the book that is asked for, or the nearest upward from ``here``; raises :class:`Refused`."""
    folder = find_book(asked, here)
    raw = files.read_bytes(folder, folder / NAME)
    if isinstance(raw, Finding):
        raise Refused(raw)
    return Book(folder, *read_manifest(raw), fast=fast)
