"""Which rules are judged of which registers, of all that there are."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from antq_cli.core.findings import Finding, Rule

Pair = tuple[Rule, str]


class Selection(NamedTuple):
    """What was asked for: rules by their codes or the beginnings of codes, and registers; of nothing said, everything.

    Of two beginnings that contradict each other the longer one wins, as in other checkers.
    """

    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    registers: Sequence[str] = ()

    def wants(self, rule: Rule, register: str) -> bool:
        """Whether a rule is to be judged of a register; of two beginnings of one length ``ignore`` wins."""
        if self.registers and register not in self.registers:
            return False
        if not self.select and not self.ignore:
            return True
        selected = _longest(rule.code, self.select or ("",))
        return selected is not None and selected > (_longest(rule.code, self.ignore) or -1)

    def tells(self, finding: Finding) -> bool:
        """Return whether a finding is told. What refuses a file always is: what is asked for was not all judged."""
        return finding.rule.refuses or self.wants(finding.rule, finding.register)


def _longest(code: str, beginnings: Iterable[str]) -> int | None:
    return max((len(each) for each in beginnings if code.startswith(each)), default=None)


def pairs(rules: Mapping[str, Rule]) -> list[Pair]:
    """Return every rule with every register that it looks at, in the order of the rules."""
    return [(rule, register) for rule in rules.values() for register in rule.of]
