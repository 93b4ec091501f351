"""From what a report was made, and by what: enough to make it again, and nothing of where, when and by whom.

There is no clock, no path, no host and no user in it, so that the same book gives the same bytes everywhere.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from antq_cli import __version__
from antq_cli.core.calendars import Period
from antq_cli.core.canon import Hashes, hash_of_json
from antq_cli.core.findings import Severity
from antq_cli.core.report import Provenance, Report

SCHEMA = "antq/provenance/1"
# What differs where nothing that is said does: the same report by another version of antq, or after another commit.
_BESIDE = ("tool", "commit", "clean")


class Commit(NamedTuple):
    """The last commit that touched a book, or the template; ``clean`` says that nothing of them differs from it."""

    id: str
    clean: bool


class Asked(NamedTuple):
    """What was asked for, as it was understood: every default is filled in."""

    day: date
    period: Period | None
    vs: Period | None
    unit: str
    by: str | None
    basis: date
    calendar: str
    lang: str
    title: str | None
    template: str
    dated: date | None = None


class Origin(NamedTuple):
    """What decides what is in a report: the book and its hashes, the hash of the template, what was asked for.

    ``findings`` are the numbers of what was found in counting; ``commit`` is None where there is no git.
    """

    book: str
    data: str
    hashes: Hashes
    template: str
    asked: Asked
    findings: Mapping[Severity, int]
    commit: Commit | None = None


def provenance(origin: Origin, report: Report, line: str) -> Provenance:
    """Return the provenance of a report; ``line`` is what a reader is to see of it."""
    record = _record(origin, report)
    source = hash_of_json({name: value for name, value in record.items() if name not in _BESIDE})
    return Provenance(source, record, line, origin.asked.day)


def _record(origin: Origin, report: Report) -> dict[str, Any]:
    """Return all of it as JSON has it; of git nothing where there is none."""
    hashes, gaps = origin.hashes, report.gaps()
    missing = sum(gap.missing for gap in gaps)
    commit = {} if origin.commit is None else {"commit": origin.commit.id, "clean": origin.commit.clean}
    return {
        "schema": SCHEMA,
        "book": {
            "id": origin.book,
            "data": origin.data,
            "content": hashes.content,
            "manifest": hashes.manifest,
            "registers": {name: each for name, each in sorted(hashes.registers.items()) if each is not None},
        },
        "template": origin.template,
        "request": {name: _plain(value) for name, value in origin.asked._asdict().items()},
        "tool": {"name": "antq", "version": __version__},
        "findings": dict(origin.findings),
        "gaps": {"open": len(gaps) - missing, "missing": missing},
        **commit,
    }


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Period):
        return {name: _plain(each) for name, each in value._asdict().items()}
    return value
