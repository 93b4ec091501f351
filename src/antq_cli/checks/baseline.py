"""A baseline: the findings that a book starts out with, known by what they say and never by where they stand."""

import hashlib
from collections import Counter
from collections.abc import Mapping

from antq_cli.core.findings import Finding
from antq_cli.core.values import Share
from antq_cli.reading.limits import loads

# What a finding is known by: its rule, its register, and a hash of the row's key, the column, the cell, the numbers.
Identity = tuple[str, str, str]
Baseline = Mapping[Identity, int]
SCHEMA = 1
# How many hexadecimal digits of a hash are kept, where it may be shown and where it is of what is withheld.
_MANY, _FEW = 32, 3
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
    if isinstance(reported := values.get("reported"), Share):
        values["reported"] = reported.num
    # The place of another row is no part of it: rows move.
    words = [str(values.get(name, "")) for name in _SAID if name != "first" or "measure" in values]
    said = (finding.key, str(values.get("column", "")), finding.cell or finding.excerpt or "", *words)
    digest = hashlib.sha256("\0".join(said).encode("utf-8", "surrogatepass")).hexdigest()
    return finding.rule.code, finding.register, digest[: _FEW if withheld else _MANY]


class Comparison:
    """Findings held against a baseline, one after the other: of several that are alike it knows so many as it has."""

    def __init__(self, baseline: Baseline) -> None:
        self._left = Counter(baseline)

    def is_known(self, found: Finding) -> bool:
        """Return whether the baseline has one more of a finding; of what refuses a file it knows nothing."""
        if not self._left or found.rule.refuses:
            return False
        name = identity(found)
        if self._left[name] <= 0:
            return False
        self._left[name] -= 1
        return True

    @property
    def gone(self) -> int:
        """How many findings of the baseline have not come so far: all of them before any was held against it."""
        return self._left.total()


class Recording:
    """A baseline in the making: it knows nothing, and takes down what comes, but for what refuses a file."""

    def __init__(self) -> None:
        self.baseline: Counter[Identity] = Counter()

    def is_known(self, found: Finding) -> bool:
        """Take down one finding more."""
        if not found.rule.refuses:
            self.baseline[identity(found)] += 1
        return False


def read(raw: bytes) -> Baseline | None:
    """Return the baseline that a file holds, or None where it holds none."""
    try:
        written = loads(raw.decode("utf-8"))
        rows = [(row["rule"], row["register"], row["content"], row["count"]) for row in written["known"]]
    except (ValueError, KeyError, TypeError):
        return None
    right = written.get("schema") == SCHEMA and all(_right(*row) for row in rows)
    return Counter({(rule, register, content): count for rule, register, content, count in rows}) if right else None


def _right(rule: object, register: object, content: object, count: object) -> bool:
    # True is an int to isinstance, and no count.
    return all(isinstance(each, str) for each in (rule, register, content)) and type(count) is int and count > 0
