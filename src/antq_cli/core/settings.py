"""What a book says of the rules: how much of a finding it tolerates, and which findings it waives."""

import re
from datetime import date
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, Field, StrictStr

from antq_cli.core.cells import fault
from antq_cli.core.findings import Finding
from antq_cli.core.patterns import matches
from antq_cli.core.sections import LocalDay, Section
from antq_cli.core.values import Said

_LIMIT = re.compile(r"> ?(?P<number>0|[1-9]\d{0,8})(?:(?P<decimals>[.,]\d{1,4})?[ \u00a0]?(?P<percent>%))?")
_CODE = re.compile(r"[A-Z]\d{3}")


class Limit(NamedTuple):
    """More findings than this make a rule fail: a number, or a share of the rows looked at, as a ratio of integers."""

    number: int
    of: int | None = None

    def exceeded(self, found: int, rows: int | None) -> bool:
        """Return whether so many findings on so many rows are too many; of what has no rows any are."""
        if self.of is None:
            return found > self.number
        return found > 0 if rows is None else found * self.of > self.number * rows


def limit_of(written: str) -> Limit | None:
    """Return the limit that is written as ``> 5`` or ``> 0.1%``, or None where it is neither."""
    found = _LIMIT.fullmatch(written)
    if found is None:
        return None
    if found["percent"] is None:
        return Limit(int(found["number"]))
    decimals = (found["decimals"] or ".")[1:]
    share = Limit(int(found["number"] + decimals), 100 * 10 ** len(decimals))
    return share if share.of is not None and share.number <= share.of else None


def _limit(value: str) -> str:
    if limit_of(value) is None:
        raise fault("S002", expected=Said("expected", "limit"))
    return value


def _code(value: str) -> str:
    if not _CODE.fullmatch(value):
        raise fault("S002", expected=Said("expected", "rule"))
    return value


def _said(value: str) -> str:
    if not value.strip():
        raise fault("S002", expected=Said("expected", "reason"))
    return value


RuleCode = Annotated[StrictStr, AfterValidator(_code)]


class RuleSetting(Section):
    """What a book says of a rule: from how many findings in a register on it fails."""

    fail_if: Annotated[StrictStr, AfterValidator(_limit)]

    @property
    def limit(self) -> Limit:
        """The limit as numbers; a manifest with one that cannot be read was refused (S002)."""
        found = limit_of(self.fail_if)
        assert found is not None
        return found


class Waiver(Section):
    """A finding that the book lives with: of a rule, in a register, of rows by their key; until a day, for a reason.

    ``key`` is the cells of the row's key joined by one space, ``*`` stands for anything. ``until`` is the first day on
    which it is waived no longer.
    """

    rule: RuleCode
    # BaseModel has a ``register`` of its own.
    register_: Annotated[StrictStr, Field(alias="register")]
    key: StrictStr
    until: LocalDay | None = None
    reason: Annotated[StrictStr, AfterValidator(_said)]

    def expired(self, today: date) -> bool:
        """Whether it holds no longer: on the day ``until`` itself it does not."""
        return self.until is not None and self.until <= today

    def concerns(self, finding: Finding) -> bool:
        """Return whether a finding is one of those that are waived."""
        same = finding.rule.code == self.rule and finding.register == self.register_
        return same and matches(self.key, finding.key)
