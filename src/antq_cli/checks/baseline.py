"""A baseline: the findings that a book starts out with, known by what they say and never by where they stand."""

import hashlib
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from antq_cli.core.findings import Finding
from antq_cli.core.values import Share

# What a finding is known by: its rule, its register, and a hash of the row's key, the column, the cell, the numbers.
Identity = tuple[str, str, str]
Baseline = Mapping[Identity, int]
SCHEMA = 1
# How many hexadecimal digits of a hash are kept, where it may be shown and where it is of what is withheld.
_MANY, _FEW = 32, 3


class Split(NamedTuple):
    """Findings that are new and those that the baseline has, and how many of the baseline are there no more."""

    new: list[Finding]
    known: list[Finding]
    gone: int


# What a finding says beside its cell, in no language: the measure and the period, and the numbers that were compared.
_SAID = ("measure", "first", "last_day", "num", "den", "reported", "sum", "before", "after", "recorded", "computed")


def identity(finding: Finding) -> Identity:
    """Return what a finding is known by, wherever in the files it stands and whatever language tells it.

    Of what is withheld a few bits of the hash: a short code is soon guessed from a whole one, while from these nobody
    can tell it among thousands, and another finding is hardly ever taken for one that is known.
    """
    withheld = finding.restricted or (finding.subject is not None and finding.subject.restricted)
    values = dict(finding.values)
    if isinstance(has := values.get("has"), Share):
        values |= {"num": has.num, "den": has.den}
    # The place of another row is no part of it: rows move.
    words = [str(values.get(name, "")) for name in _SAID if name != "first" or "measure" in values]
    said = (finding.key, str(values.get("column", "")), finding.cell or finding.excerpt or "", *words)
    digest = hashlib.sha256("\0".join(said).encode("utf-8", "surrogatepass")).hexdigest()
    return finding.rule.code, finding.register, digest[: _FEW if withheld else _MANY]


def baseline_of(findings: Iterable[Finding]) -> Counter[Identity]:
    """Return the baseline that knows some findings, but for those that refuse a file: of these nothing is known."""
    return Counter(identity(finding) for finding in findings if not finding.rule.refuses)


def read(raw: bytes) -> Baseline | None:
    """Return the baseline that a file holds, or None where it holds none."""
    try:
        written = tomllib.loads(raw.decode("utf-8"))
        rows = [(row["rule"], row["register"], row["content"], row["count"]) for row in written["known"]]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    right = written.get("schema") == SCHEMA and all(_right(*row) for row in rows)
    return Counter({(rule, register, content): count for rule, register, content, count in rows}) if right else None


def _right(rule: object, register: object, content: object, count: object) -> bool:
    return all(isinstance(each, str) for each in (rule, register, content)) and type(count) is int and count > 0


def split(baseline: Baseline, findings: Iterable[Finding]) -> Split:
    """Tell new findings from those that a baseline has; of several that are alike so many as it has of them."""
    if not baseline:
        return Split(list(findings), [], 0)
    left = Counter(baseline)
    found = Split([], [], 0)
    for finding in findings:
        name = identity(finding)
        if left[name] > 0 and not finding.rule.refuses:
            left[name] -= 1
            found.known.append(finding)
        else:
            found.new.append(finding)
    return found._replace(gone=sum(left.values()))
