"""Opening a book: finding its folder, reading its manifest, and its registers as they are asked for."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, TypeVar

from antq_cli.core.canon import LARGE, Hashes, book_hash, manifest_hash
from antq_cli.core.collector import Collector
from antq_cli.core.findings import Finding, Place, Refused, Rule, Subject, Uncountable
from antq_cli.core.manifest import Manifest
from antq_cli.core.registers import EARLIEST, REGISTERS, Row
from antq_cli.core.values import Said
from antq_cli.reading import files
from antq_cli.reading.folders import NAME, TEMPLATES, nearest
from antq_cli.reading.manifest import read_manifest
from antq_cli.reading.rules import RULES
from antq_cli.reading.source import Overlaid, Source
from antq_cli.reading.steady import Steady
from antq_cli.reading.tables import Table
from antq_cli.reading.toml import Document

if TYPE_CHECKING:
    from antq_cli.reading.apart import Apart, Noted

    Recall = Callable[["Book", Noted], Apart | None]

R = TypeVar("R", bound=Row)


def find_book(asked: str | None, here: Path) -> Path:
    """Return the folder of the book: the one asked for, else the nearest upward that has an ``antq.toml``.

    Raises :class:`Refused` (F001) where there is none.
    """
    folder = nearest(asked, here)
    if folder is None:
        raise Refused(
            Finding(RULES["F001"], Place("." if asked is None else asked), {"asked": asked or Said("asked", "upward")})
        )
    return folder


def register_of(path: str) -> str:
    """Return the name of the register that a file of a book is of, by its path in it: of its folder, or its own."""
    first = path.partition("/")[0]
    return first if first in REGISTERS else PurePath(first.lower()).stem


def belongs_to_book(book: Path, path: Path) -> bool:
    """Return whether a file would be taken for a part of a book: manifest, register, beside them (F018), template."""
    try:
        inside, folder = path.resolve(), book.resolve()
    except FileNotFoundError:  # in the folder of the process, which has been deleted
        return False
    if folder not in inside.parents:
        return False
    first, *rest = inside.relative_to(folder).parts
    named = PurePath(first.lower())  # some systems do not tell capitals apart
    if rest and named.name == TEMPLATES:
        return path.suffix.lower() == ".md"
    return named.stem in REGISTERS if rest else named.suffix in files.SUFFIXES


class Book:
    """The manifest and the registers that a source holds, and where they are said to be: in ``folder``.

    A register is read when it is first asked for.
    """

    def __init__(
        self, folder: Path, source: Source, manifest: Manifest, document: Document, *, fast: bool = True
    ) -> None:
        self.folder = folder
        self._source = source
        self.manifest = manifest
        self._document = document
        self._fast = fast
        self.collector = Collector()
        # Where it is read from, if that is a folder that may be changed meanwhile.
        self.steady: Steady | None = None
        # Whether rows may be counted piece by piece, which who asks for them one by one cannot have; whether what they
        # come to may be remembered; and what is known of those that are.
        self.may_part = False
        self.remembers = False
        self.apart: Apart | None = None
        # What recalls such rows of a book that can be held, if it may; and what is noted of them when they are.
        self.recall: Recall | None = None
        self.noted: Noted | None = None
        self._looked = False
        # The hashes of bulk registers that were asked for, by name.
        self._bulk_hashes: dict[str, str | None] = {}
        self._tables: dict[str, Table] = {}
        # Registers without a file of which it is told why: that they are missing, or that nobody knows which it is.
        self._told: set[str] = set()
        self._models: dict[str, tuple[Row, ...]] = {}

    def manifest_finding(self, rule: Rule, *path: str | int, **values: object) -> Finding:
        """The finding on a value of the manifest, known by its path; at what should hold it where that is missing."""
        place = self._document.place(*path)
        subject = Subject(0, " ".join(map(str, path)))
        return Finding(rule, place, values, excerpt=self._document.excerpt(place), subject=subject)

    def table(self, name: str, *, needed: bool = False) -> Table:
        """Return a register as columns; one that is ``needed`` and that the book does not have is a finding (F019)."""
        if name not in self._tables:
            self._tables[name] = self._read(name)
        table = self._tables[name]
        if needed and not table.parts and name not in self._told:
            table.refused_for = Finding(RULES["F019"], Place(f"{name}.csv"), {"register": name})
            self.collector.report([table.refused_for])
            self._told.add(name)
        return table

    def was_read(self, name: str) -> bool:
        """Whether a register was asked for, also one that the book does not have."""
        return name in self._tables

    def rows(self, model: type[R], *, needed: bool = False) -> tuple[R, ...]:
        """Return a register as models; for registers that are not bulk."""
        name = next(name for name, register in REGISTERS.items() if register.model is model)
        table = self.table(name, needed=needed)
        if name not in self._models:
            self._models[name] = table.models(model)
        return self._models[name]  # type: ignore[return-value]

    def _read(self, name: str) -> Table:
        found = files.register_files(self._source, name)
        table = self._left_of(name, found.files)
        table = self._held(name, found.files) if table is None else table
        table.refused_for = table.refused_for or found.refused_for
        handed = table.hand_over()
        if handed:
            from antq_cli.reading.meant import with_codes

            handed = [*with_codes(handed, lambda: table if name == "units" else self.table("units"))]
        findings = [_of_register(name, finding) for finding in (*found.findings, *handed)]
        if self.noted is not None:
            findings = [*self.noted.heard(findings)]
        self._told.update({name} if findings else ())  # what cannot be read is not missing as well
        self.collector.report(findings)
        return table

    def _held(self, name: str, paths: Sequence[str]) -> Table:
        # What is known of rows is known of these bytes, whatever stands in the files by now.
        source = self._source if self.apart is None else Overlaid(self._source, self.apart.contents)
        return files.read_register(source, REGISTERS[name], paths, fast=self._fast, begins=self.begins)

    def _left_of(self, name: str, paths: Sequence[str]) -> Table | None:
        """Return what is left in the table of a register whose rows are counted piece by piece; None of any other."""
        if not (self.may_part and REGISTERS[name].model.bulk):
            return None
        from antq_cli.reading.apart import unheard

        if not (self._looked or self.apart):
            self._looked = True
            self.apart = self._apart()
        if self.apart is None:
            return None
        left = self.apart.tables.get(name)
        return unheard(self.apart, REGISTERS[name], paths) if left is None else left

    def _apart(self) -> "Apart | None":
        """Return what there is to be known of rows that are not held, or what is known; None where they are held."""
        from antq_cli.reading.apart import Apart, Noted, is_large, sizes

        found = sizes(self._source)
        if found is None:
            return None
        if is_large(weight := sum(found.values())):
            return Apart(weight)
        noted = Noted(found)
        recalled = None if self.recall is None else self.recall(self, noted)
        if recalled is not None:
            self._bulk_hashes.update(recalled.hashes)
        elif self.remembers:
            self.noted = noted
        return recalled

    def judge(self, what: str) -> None:
        """Say that bulk rows are judged: those of a pledge kind, or the households."""
        if self.noted is not None:
            self.noted.judged.add(what)
        if self.apart is not None:
            self.apart.judge(what)

    @property
    def begins(self) -> date:
        """The day before which nothing that is counted can have happened."""
        return max(EARLIEST, self.manifest.campaign.begins or EARLIEST)

    def anew(self, *, held: bool = False) -> "Book":
        """Return the book with nothing read of it and nothing found in it, but with what is known of rows apart.

        Where it is to be ``held``, all rows are; other registers are shared in which nothing was found.
        """
        book = Book(self.folder, self._source, self.manifest, self._document, fast=self._fast)
        book.steady, book.may_part, book.remembers = self.steady, self.may_part, self.remembers
        book.apart = None if held else self.apart
        if held and not self.collector:
            book._tables = {name: table for name, table in self._tables.items() if table.apart is None}
            book._models = dict(self._models)
        return book

    def holding(self, tables: Mapping[str, Table]) -> "Book":
        """Return the book with other tables in place of some registers, and none of what was found."""
        book = Book(self.folder, self._source, self.manifest, self._document, fast=self._fast)
        book._tables = {**self._tables, **tables}
        return book

    def files(self, name: str) -> Sequence[str]:
        """Return the paths of the files that a register is made of, in the order of their names."""
        return files.register_files(self._source, name).files

    def bytes_of(self, file: str) -> bytes | Finding:
        """Return the bytes of a file of the book, by its path in it, or why they cannot be had (F002)."""
        return files.read_bytes(self._source, file)

    def hashed(self, file: str) -> tuple[bytes, str] | None:
        """Return the bytes of a file of the book, and their hash; None where they cannot be had."""
        return files.read_hashed(self._source, file)

    def size_of(self, file: str) -> int:
        """Return how many bytes a file of the book has, by its path in it; 0 where that cannot be seen."""
        try:
            return self._source.size(file)
        except OSError:
            return 0

    def has_folder(self, name: str) -> bool:
        """Return whether a register is the folder of its name, with or without files in it."""
        found = files.entries(self._source, "")
        return not isinstance(found, Finding) and any(each.folder and each.path == name for each in found)

    def changed(self, contents: Mapping[str, bytes | None]) -> "Book":
        """Return the book as it would be with other bytes in some files, by path; None is in a file that is gone.

        Registers that have none of these files are shared with this book: what was found in them is told here alone.
        """
        book = Book(self.folder, Overlaid(self._source, contents), self.manifest, self._document, fast=self._fast)
        touched = {register_of(path) for path in contents}
        book._tables = {name: table for name, table in self._tables.items() if name not in touched}
        book._models = {name: rows for name, rows in self._models.items() if name not in touched}
        book._told = self._told - touched
        return book

    def refuse_if_unreadable(self, *names: str) -> None:
        """Raise :class:`Uncountable` if one of the registers cannot be read at all.

        Without names all registers are meant that were asked for.
        """
        found = [(name, self._tables[name].refused_for) for name in names or self._tables]
        why = [_of_register(name, reason) for name, reason in found if reason is not None]
        if why:
            raise Uncountable(*why)

    def names_household(self, code: str) -> bool:
        """Return whether a code is that of a household and, as far as one can tell, of no unit and no organisation.

        Where the households were not read they are now, for this alone: it is asked only of what went wrong.
        """
        others = (self._tables[name] for name in ("units", "organisations") if name in self._tables)
        apart = self.apart is not None and self.apart.holds(code)
        return (apart or code in self._households) and not any(code in table.columns["code"] for table in others)

    def holds_household(self, code: str) -> bool:
        """Return whether a row of the households names a code; they are read for this alone, and once."""
        return code in self._households

    @cached_property
    def _households(self) -> frozenset[str]:
        table = self._tables.get("households")
        if table is None or (table.apart is not None and table.apart.recalled):  # nothing is left of who they are
            table = self._held("households", self.files("households"))
        return frozenset((*table.columns["household"], *(row.get("household", "") for row in table.broken)))

    def stray_files(self) -> list[Finding]:
        """Find files and folders beside the registers that look like registers and that nothing reads (F018)."""
        return files.stray_files(self._source)

    def hashes(self, *, large: bool = False) -> Hashes:
        """Return the hashes of the manifest and of the registers read so far; of large ones only if asked for."""
        manifest = manifest_hash(self._document.values)
        registers = {name: self._hash(table, large=large) for name, table in self._tables.items()}
        known = {name: each for name, each in registers.items() if each is not None}
        whole = not any(self._stands(name) for name in REGISTERS if name not in known)
        return Hashes(manifest, registers, book_hash(manifest, known) if whole else None)

    def _hash(self, table: Table, *, large: bool) -> str | None:
        unasked = table.register.model.bulk and table.written > LARGE
        if unasked and not large:
            return None
        name = table.register.name
        if not table.register.model.bulk:
            return table.hash
        if name not in self._bulk_hashes:
            known = table if table.apart is None else self._held(name, self.files(name))
            self._bulk_hashes[name] = known.hash
        return self._bulk_hashes[name]

    @property
    def bulk_hashes(self) -> Mapping[str, str]:
        """The hashes of bulk registers, as far as somebody has asked for them and they have one."""
        return {name: each for name, each in self._bulk_hashes.items() if each is not None}

    def _stands(self, name: str) -> bool:
        """Return whether the book seems to have a register, whether or not it was read."""
        found = files.register_files(self._source, name)
        return bool(found.files) or found.refused_for is not None


def _of_register(name: str, finding: Finding) -> Finding:
    """Return a finding with its register, also where it is about a file that nobody could look into."""
    return finding if "register" in finding.values else finding._replace(values={"register": name, **finding.values})


def open_book(asked: str | None, here: Path, *, fast: bool = True) -> Book:
    """Open the book that is asked for, or the nearest upward from ``here``; raises :class:`Refused`."""
    folder = find_book(asked, here)
    source = Steady(folder)
    book = read_book(source, folder, fast=fast)
    book.steady = source
    return book


def read_book(source: Source, folder: Path, *, fast: bool = True) -> Book:
    """Return the book that a source holds, which is said to be in ``folder``; raises :class:`Refused`."""
    raw = files.read_bytes(source, NAME)
    if isinstance(raw, Finding):
        raise Refused(raw)
    return Book(folder, source, *read_manifest(raw), fast=fast)
