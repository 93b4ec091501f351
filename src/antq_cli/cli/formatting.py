"""`antq fmt`: the files of registers as they should look; with ``--mend``, those that an office program has saved."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from antq_cli.cli.changing import Plan, change
from antq_cli.cli.options import Request
from antq_cli.cli.usage import usage
from antq_cli.core.changes import Rewrite, Rows
from antq_cli.core.exits import Exit
from antq_cli.core.findings import Finding, Refused
from antq_cli.core.names import REGISTER_NAMES
from antq_cli.core.outcomes import Note, Outcome
from antq_cli.core.registers import REGISTERS
from antq_cli.reading.book import Book, register_of
from antq_cli.writing.formatting.differing import unified
from antq_cli.writing.formatting.registers import formatted
from antq_cli.writing.mending.files import Mending, mended


def run(request: Request) -> Outcome:
    """Format files, or mend those that are named; raises :class:`Refused` where none can be meant."""
    return _mend(request) if request.mend else _format(request)


# Formatting ----------------------------------------------------------------------------------------------------


def _format(request: Request) -> Outcome:
    """Format what reads cleanly; with ``--check`` and ``--diff`` nothing is written, and differences are exit 1."""
    for option in ("dates", "encoding", "write"):
        if getattr(request, option):
            raise usage("U053", value=f"--{option}", option="antq fmt")
    for word in request.words:
        if word not in REGISTER_NAMES:
            raise usage("U004", value=word, option="antq fmt", allowed=list(REGISTER_NAMES))
    shown = request.check or request.diff
    made: list[Rewrite] = []

    def plan(book: Book) -> Plan:
        planned = _formatted(book, request.words or REGISTER_NAMES)
        made[:] = planned.rewrites
        return planned

    outcome = change(request._replace(dry_run=shown), plan)
    if request.diff and request.format in (None, "table"):
        outcome = outcome._replace(document=unified(made, values=request.values))
    # What does not read cleanly stays as it is, and the other files are formatted: nothing was refused as a whole.
    code = Exit.FINDINGS if outcome.exit is Exit.REFUSED or (shown and made) else outcome.exit
    return outcome._replace(exit=code)


def _formatted(book: Book, names: Sequence[str]) -> Plan:
    rewrites: list[Rewrite] = []
    findings: list[Finding] = []
    changed = 0
    for name, file in _files(book, names):
        raw = book.bytes_of(file)
        if isinstance(raw, Finding):
            findings.append(raw._replace(values={"register": name, **raw.values}))
            continue
        found = formatted(REGISTERS[name], file, raw)
        findings += found.findings
        rewrites += [] if found.rewrite is None else [found.rewrite]
        changed += found.rows.changed
    notes = [] if rewrites or findings else [Note("talk.formatted")]
    return Plan(rewrites, Rows(changed=changed), refused=findings, partial=True, notes=notes)


def _files(book: Book, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    return ((name, file) for name in names for file in book.files(name))


# Mending -------------------------------------------------------------------------------------------------------


def _mend(request: Request) -> Outcome:
    """Put files right; without ``--write`` it is only told what would be."""
    if not request.words:
        raise usage("U003", value="--mend", command="antq fmt")
    if request.check or request.diff:
        raise usage("U053", value="--check" if request.check else "--diff", option="--mend")

    def plan(book: Book) -> Plan:
        several = [
            _mended(book, file, request) for file in dict.fromkeys(_inside(book, each) for each in request.words)
        ]
        if findings := [finding for each in several for finding in each.findings]:
            raise Refused(*findings)
        rewrites = [each.rewrite for each in several if each.rewrite is not None]
        notes = [] if request.write and rewrites else [Note("talk.mend-dry" if rewrites else "talk.whole")]
        told = [each.how for each in several if each.how is not None]
        remaining = [finding for each in several for finding in each.remaining]
        rows = Rows(changed=sum(each.rows.changed for each in several))
        return Plan(rewrites, rows, told=remaining, notes=notes, mended=told)

    return change(request._replace(dry_run=not request.write), plan)


def _mended(book: Book, file: str, request: Request) -> Mending:
    raw = book.bytes_of(file)
    if isinstance(raw, Finding):
        return Mending(findings=[raw])
    return mended(REGISTERS[register_of(file)], file, raw, request.dates, request.encoding)


def _inside(book: Book, written: str) -> str:
    """Return the path in the book of a file that is named from where one stands, or from the book.

    Raises :class:`Refused`: of no register (U101), or in TOML, which no office program writes (U102).
    """
    folder = book.folder.resolve()
    for base in (Path(), folder):
        path = (base / written).absolute()
        if path.exists() and folder in path.parents:
            inside = path.relative_to(folder).as_posix()
            if register_of(inside) not in REGISTERS or inside.count("/") > 1:
                break
            if inside.lower().endswith(".toml"):
                raise usage("U102", value=written)
            return inside
    raise usage("U101", value=written)
