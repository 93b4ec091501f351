"""The manifest: TOML to the pydantic model, and every fault to a finding with its place."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from antq_cli.core.cells import COUNT
from antq_cli.core.contradictions import KEY, Loc, contradictions
from antq_cli.core.days import DAY
from antq_cli.core.findings import Finding, Refused, Subject
from antq_cli.core.issuers import Issuer, Reports
from antq_cli.core.manifest import (
    SCHEMA,
    ActivityKind,
    Campaign,
    Households,
    Level,
    Manifest,
    ModelKind,
    Months,
    PledgeKind,
    ReturnRhythm,
    StandardKind,
    TeamKind,
    Yearly,
    YearWindow,
)
from antq_cli.core.regimes import Criterion, JudgedSubject, Regime
from antq_cli.core.sections import Names
from antq_cli.core.settings import RuleSetting, Waiver
from antq_cli.core.values import Said
from antq_cli.reading.folders import NAME
from antq_cli.reading.rules import RULES
from antq_cli.reading.toml import Document, parse

# How many characters of a value a sentence shows.
_LONGEST = 60
# What pydantic finds wrong with a value; there are words for each.
WRONG = ("int_type", "string_type", "dict_type", "model_type", "tuple_type", "literal_error", "too_short")
# How pydantic lists what a value may be: 'real', 'published' or 'synthetic'.
_QUOTED = re.compile(r"'([^']*)'")
# The keys that hold rates.
_RATES = ("target", "at_least")
# The models of the sections; below those of kinds stand their ids, below calendars those of calendars.
_SECTIONS: dict[Loc, type[BaseModel]] = {
    (): Manifest,
    ("campaign",): Campaign,
    ("campaign", "title"): Names,
    ("levels",): Level,
    ("calendars",): YearWindow,
    ("pledges",): PledgeKind,
    ("teams",): TeamKind,
    ("models",): ModelKind,
    ("activities",): ActivityKind,
    ("standards",): StandardKind,
    ("regimes",): Regime,
    ("households",): Households,
    ("returns",): ReturnRhythm,
    ("report",): Reports,
    ("report", "issuers"): Issuer,
    ("rules",): RuleSetting,
    ("waivers",): Waiver,
}


def read_manifest(raw: bytes) -> tuple[Manifest, Document]:
    """Return the manifest in the bytes of ``antq.toml``, and the document; raises :class:`Refused` with all faults."""
    document = parse(NAME, raw)
    if isinstance(document, Finding):
        raise Refused(document)
    schema = document.values.get("schema")
    if type(schema) is int and schema != SCHEMA:  # judged first: keys that a later schema has are not unknown
        raise Refused(_at(document, ("schema",), "S005"))
    try:
        manifest = Manifest.model_validate(document.values)
    except ValidationError as error:
        raise Refused(*_ordered(_fault(document, fault) for fault in error.errors(include_url=False))) from None
    faults = [_at(document, loc, code, **values) for loc, code, values in contradictions(manifest)]
    if faults:
        raise Refused(*_ordered(faults))
    return manifest, document


def _ordered(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda finding: finding.order)


def _fault(document: Document, fault: ErrorDetails) -> Finding:
    kind, path = fault["type"], _written(document, fault["loc"])
    context = {name: value for name, value in fault.get("ctx", {}).items() if name != "code"}
    if kind == "missing":
        place = document.place(*path)
        subject = Subject(0, " ".join(map(str, fault["loc"])))
        values = {"value": fault["loc"][-1]}
        return Finding(RULES["S003"], place, values, excerpt=document.excerpt(place), subject=subject)
    if kind in ("extra_forbidden", "none_required"):  # a key that only other kinds have
        return _at(document, (*path, KEY), "S001", allowed=_allowed(path))
    meant = {"meant": [text]} if (text := _meant(document, path, kind)) else {}
    if kind in RULES:
        return _at(document, path, kind, **context, **meant)
    expected = Said("expected", kind if kind in WRONG else "other")
    choices = _QUOTED.findall(context.get("expected", ""))
    return _at(document, path, "S002", expected=expected, choices=choices, allowed=choices, **meant)


def _meant(document: Document, path: Loc, kind: str) -> str | None:
    """Return a value as it should stand, where what is written tells; else None."""
    if KEY in path:
        return None
    value = document.value(*path)
    if isinstance(value, str):
        return _meant_by_text(value, kind, named=_SECTIONS.get(path) is Names)
    if path[-1] in _RATES and isinstance(value, (int, float)):
        return f'"{100 * value if value < 1 else value:g}%"' if value > 0 else None  # 95 and 0.95 are 95 %
    if kind == "string_type" and isinstance(value, (int, float, date)):
        return f'"{document.written(*path)}"'
    return None


def _meant_by_text(text: str, kind: str, *, named: bool) -> str | None:
    """Return what a text should be instead: a number, a day, the item of a list, one of two names."""
    if kind == "int_type":
        return text if COUNT.fullmatch(text) else None
    if kind == "S006":
        from antq_cli.reading.forms import days_meant

        return text if DAY.fullmatch(text) else next((meant.text for meant in days_meant([text]).values()), None)
    if kind == "tuple_type":
        return f"[{_quoted(text)}]"
    return f'{{ vi = {_quoted(text)}, en = "…" }}' if kind == "model_type" and named else None


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _allowed(path: Loc) -> list[str]:
    """Return the keys that may stand beside the last one of a path."""
    above = tuple(part for part in path[:-1] if isinstance(part, str))
    if above[-1:] == ("validity",):
        return list(dict.fromkeys((*Yearly.model_fields, *Months.model_fields)))
    if above[:1] == ("regimes",) and "subjects" in above[2:]:
        inside: type[BaseModel] = Criterion if "criteria" in above[3:] else JudgedSubject
        return [*inside.model_fields]
    section = next(_SECTIONS[above[:size]] for size in (2, 1, 0) if above[:size] in _SECTIONS)
    section = Names if above[:1] == ("activities",) and above[2:] == ("counts",) else section
    fields = section.model_fields.items()
    return [field.alias or name for name, field in fields if field.annotation is not type(None)]


def _written(document: Document, loc: Loc) -> Loc:
    """Return the part of an error's location that is in the file: pydantic adds keys that are missing, and variants."""
    value: Any = document.values
    path: Loc = ()
    for part in loc:
        if part in value if isinstance(value, dict) else isinstance(value, list) and isinstance(part, int):
            value = value[part]
            path = (*path, part)
    return (*path, KEY) if loc[-1] == KEY else path


def _at(document: Document, loc: Loc, code: str, **values: Any) -> Finding:
    """Return the finding on a value as it is written, or on the key of one."""
    if loc[-1] == KEY:
        written, place = str(loc[-2]), document.key_place(*loc[:-1])
    else:
        written, place = document.written(*loc), document.place(*loc)
    shown = written if len(written) <= _LONGEST else f"{written[:_LONGEST]}…"
    subject = Subject(0, " ".join(str(part) for part in loc if part != KEY))
    excerpt = document.excerpt(place)
    return Finding(RULES[code], place, {"value": shown, **values}, cell=written, excerpt=excerpt, subject=subject)
