"""JSON and CSV: tidy, versioned, in no language's number format."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from antq_cli import __version__
from antq_cli.core.checked import Checked
from antq_cli.core.figures import Figure, Summary
from antq_cli.core.findings import Finding
from antq_cli.core.outcomes import Outcome
from antq_cli.render.findings import tally
from antq_cli.render.text import visible
from antq_cli.words.speech import Speech, suggestion

# What a terminal would obey and JSON does not escape by itself: C1 controls, DEL, formats and marks of direction.
_OBEYED = re.compile(r"[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
_COLUMNS = (
    "figure",
    "measure",
    "unit",
    "unit_name",
    "level",
    "state",
    "num",
    "den",
    "percent",
    "remaining",
    "reported",
    "expected",
    "counted_from",
    "counted_to",
    "left_out",
    "data",
)


def to_json(outcome: Outcome, speech: Speech, *, values: bool = False) -> str:
    """Return the envelope of an outcome; it is whole and valid on failure too."""
    import json  # a CSV does without

    envelope = {
        "schema": f"antq/{outcome.command}/1",
        "tool": {"name": "antq", "version": __version__},
        "status": outcome.exit.status,
        "exit_code": int(outcome.exit),
        "book": _book(outcome),
        "as_of": outcome.as_of,
        "basis": outcome.as_of,
        "lang": speech.lang,
        "rows": [],
        "totals": [],
        "findings": tally(outcome.findings),
    }
    if outcome.today is not None:
        envelope["today"] = outcome.today
    envelope |= _result(outcome, speech, values=values)
    text = json.dumps(envelope, ensure_ascii=False, sort_keys=True, indent=2, default=_plain)
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value))


def _book(outcome: Outcome) -> dict[str, str | None] | None:
    """Return what the book is; its content only where it was read."""
    book = outcome.book
    if book is None:
        return None
    return {"id": book.id, "data": book.data, "content": None if outcome.result is None else book.content()}


def _result(outcome: Outcome, speech: Speech, *, values: bool) -> dict[str, Any]:
    """Return the part of the envelope that depends on the command; why there is none, where it was refused."""
    result = outcome.result
    if isinstance(result, Summary):
        return {"rows": [row._asdict() for row in result.rows], "totals": [row._asdict() for row in result.totals]}
    problems = [problem(finding, speech, values=values) for finding in outcome.findings]
    if isinstance(result, Checked):
        return {"rows": problems, "steps": [step._asdict() for step in result.steps]}
    return {"problems": problems}


def problem(finding: Finding, speech: Speech, *, values: bool = False) -> dict[str, Any]:
    """Return a finding as JSON. Values of restricted columns are null unless ``values`` asks for them."""
    prose = speech.describe(finding, values=values)
    open_ = values or not finding.restricted
    return {
        "code": finding.rule.code,
        "name": finding.rule.name,
        "severity": finding.rule.severity,
        "path": finding.place.path,
        "line": finding.place.line or None,
        "column": finding.place.column or None,
        "register": finding.values.get("register"),
        "value": finding.cell if open_ else None,
        "what": prose.what,
        "remedy": prose.remedy,
        "suggestion": suggestion(finding) if open_ else None,
    }


def to_csv(summary: Summary, data: str) -> str:
    """Return the rows of a summary as CSV, one figure a row, with the data's origin in the last column."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows([*_cells(row), data] for row in summary.rows)
    return out.getvalue()


def _cells(row: Figure) -> Iterator[str | int | None]:
    for name, value in row._asdict().items():
        if name == "counted_on":
            yield from _days(value)
        else:
            yield neutral(value) if isinstance(value, str) else value


def _days(days: Sequence[date] | None) -> list[str | None]:
    return [None, None] if days is None else [day.isoformat() for day in days]


def neutral(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula and no terminal obeys."""
    shown = visible(text)
    return f"'{shown}" if shown.startswith(("=", "+", "-", "@")) else shown
