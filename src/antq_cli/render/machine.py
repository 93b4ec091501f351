"""JSON: one versioned envelope, in no language's number format."""

import json
import re
from datetime import date
from typing import Any

from antq_cli import __version__
from antq_cli.core.canon import Hashes
from antq_cli.core.checked import Checked, Step
from antq_cli.core.findings import Finding
from antq_cli.core.outcomes import Outcome
from antq_cli.pages.results import records_of
from antq_cli.render.findings import tally
from antq_cli.render.formats import Telling
from antq_cli.words.speech import Speech, suggestion

# What a terminal would obey and JSON does not escape by itself: C1 controls, DEL, formats and marks of direction; and
# what is no character at all.
_OBEYED = re.compile(r"[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff\ud800-\udfff]")


def write(telling: Telling) -> str:
    """Return the envelope of an outcome; it is whole and valid on failure too."""
    outcome, speech = telling.outcome, telling.speech
    envelope = {
        "schema": f"antq/{outcome.command}/1",
        "tool": {"name": "antq", "version": __version__},
        "status": outcome.exit.status,
        "exit_code": int(outcome.exit),
        "book": _book(outcome),
        "as_of": outcome.as_of,
        "basis": outcome.basis or outcome.as_of,
        "lang": speech.lang,
        "rows": [],
        "totals": [],
        "findings": tally(outcome.findings),
    }
    if outcome.today is not None:
        envelope["today"] = outcome.today
    if outcome.period is not None:
        envelope["period"] = outcome.period._asdict()
    envelope |= _result(telling)
    return inert(json.dumps(envelope, ensure_ascii=False, sort_keys=True, indent=2, default=plain)) + "\n"


def inert(text: str) -> str:
    """Return a JSON text in which a terminal finds nothing to obey."""
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def plain(value: object) -> str:
    """Return a day as JSON has it."""
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value))


def _book(outcome: Outcome) -> dict[str, Any] | None:
    """Return what the book is; its hashes only where it was read."""
    book = outcome.book
    if book is None:
        return None
    hashes = Hashes() if outcome.result is None else book.hashes()
    return {"id": book.id, "data": book.data, **hashes._asdict(), "registers": dict(hashes.registers)}


def _result(telling: Telling) -> dict[str, Any]:
    """Return the part of the envelope that depends on the command; why there is none, where it was refused."""
    outcome = telling.outcome
    if isinstance(outcome.result, Checked):
        return checked_parts(telling)
    if outcome.result is None:
        findings = outcome.findings
        return {"problems": [problem(finding, telling.speech, values=telling.values) for finding in findings]}
    table = records_of(outcome.result)
    return {"rows": table.rows, "totals": table.totals, **table.more}


def checked_parts(telling: Telling) -> dict[str, Any]:
    """Return what a check came to: findings, steps, what is waived and known, and how many of what."""
    checked, speech, values = telling.checked, telling.speech, telling.values
    tolerated, limit = checked.tolerated, telling.examples
    rows = [
        {
            **problem(finding, speech, values=values),
            "tolerated": (finding.rule.code, finding.register) in tolerated,
        }
        for finding in telling.shown()
    ]
    groups = [(group, len(group.findings)) for group in checked.groups()]
    return {
        "rows": rows,
        "steps": [_step(step) for step in checked.steps],
        "waived": [{**problem(each.finding, speech, values=values), "reason": each.reason} for each in checked.waived],
        "known": len(checked.known),
        "gone": checked.gone,
        "groups": [
            {
                "code": group.rule.code,
                "register": group.register,
                "found": n,
                "shown": n if limit is None else min(n, limit),
            }
            for group, n in groups
        ],
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "code": step.rule.code,
        "name": step.rule.name,
        "severity": step.rule.severity,
        "stage": step.rule.stage,
        "register": step.register,
        "rows": step.rows,
        "outcome": step.judged,
        "found": step.found,
        "waived": step.waived,
        "known": step.known,
        "tolerated": step.tolerated,
        "why": step.why,
        "other": step.other or None,
    }


def problem(finding: Finding, speech: Speech, *, values: bool = False) -> dict[str, Any]:
    """Return a finding as JSON. Values of restricted columns are null unless ``values`` asks for them."""
    prose, subject = speech.describe(finding, values=values), finding.subject
    open_ = values or not finding.restricted
    return {
        "code": finding.rule.code,
        "name": finding.rule.name,
        "severity": finding.rule.severity,
        "path": finding.place.path,
        "line": finding.place.line or None,
        "column": finding.place.column or None,
        "register": None if finding.rule.stage == "usage" else finding.register,
        "row": (subject.number or None) if subject else None,
        "key": subject.key if subject and (values or not subject.restricted) else None,
        "value": finding.cell if open_ else None,
        "what": prose.what,
        "remedy": prose.remedy,
        "suggestion": suggestion(finding) if open_ else None,
    }
