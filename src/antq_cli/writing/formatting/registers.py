"""Which files of a register can be formatted, and what is to become of them."""

from collections.abc import Sequence
from typing import NamedTuple

from antq_cli.core.changes import Rewrite, Rows
from antq_cli.core.findings import Finding
from antq_cli.core.registers import Register
from antq_cli.reading.files import read_parts
from antq_cli.reading.parts import Part
from antq_cli.writing.formatting.rows import composed, formatted_csv
from antq_cli.writing.formatting.tables import formatted_toml

# What formatting itself puts right: cells that are not composed.
_MENDED = ("D107",)


class Formatted(NamedTuple):
    """What is to become of a file: nothing where it is ``None``; why it cannot be formatted, where it cannot."""

    rewrite: Rewrite | None = None
    rows: Rows = Rows()
    findings: Sequence[Finding] = ()


def formatted(register: Register, path: str, raw: bytes) -> Formatted:
    """Return what is to become of a file of a register; one that does not read cleanly stays what it is, with why."""
    (part,) = read_parts(register, {path: raw})
    findings = [found for found in part.findings if not (found.rule.counted or found.rule.code in _MENDED)]
    if part.refused or findings:
        return Formatted(findings=findings)
    rewrite, rows = formatted_toml(part) if path.lower().endswith(".toml") else formatted_csv(register, part)
    if not rewrite.splices:
        return Formatted()
    # Whatever else is wrong here, no row may be another one: this is what the hash of a book goes by.
    (after,) = read_parts(register, {path: rewrite.after or b""})
    if after.refused or _said(register, after) != _said(register, part):
        raise AssertionError(path)
    return Formatted(rewrite, rows)


def _said(register: Register, part: Part) -> list[bytes]:
    """Return what the rows of a file say, whatever their order."""
    rows = part.canonical([column.name for column in register.columns])
    return sorted(rows if (part.raw or b"").isascii() else (composed(row.decode()).encode() for row in rows))
