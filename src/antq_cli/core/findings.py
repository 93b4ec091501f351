"""Findings: one thing that a check found. A finding holds a rule, a place and values; ``words`` puts it into prose."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

Severity = Literal["error", "warning"]
# The place of what is wrong with a command line.
COMMAND_LINE = "antq"


class Rule(NamedTuple):
    """A rule of a register: its code is never renumbered; its sentences are in ``words`` under that code.

    ``code`` begins with its family: F file and structure, S manifest, D values, X references, U usage. What breaks an
    F, S or U rule cannot be counted at all; what breaks a D or an X rule leaves rows out.
    """

    code: str
    name: str
    severity: Severity = "error"

    @property
    def refuses(self) -> bool:
        """Return whether an error of this rule leaves nothing that could be counted (exit 2)."""
        return self.severity == "error" and self.code[0] in "FSU"


class Place(NamedTuple):
    """Where in a book: a path relative to it, and line and column (from 1, in characters) as an editor shows them."""

    path: str
    line: int = 0
    column: int = 0


class Finding(NamedTuple):
    """A broken rule at a place.

    ``values`` fill the rule's sentence. ``cell`` is the text that is at fault, ``excerpt`` the line of the file that
    holds it; ``restricted`` says that both, and the values named ``value`` and ``key``, may not be shown unasked.
    """

    rule: Rule
    place: Place
    values: Mapping[str, Any] = MappingProxyType({})
    cell: str | None = None
    excerpt: str | None = None
    restricted: bool = False

    @property
    def order(self) -> tuple[str, int, int, str]:
        """Return what findings are sorted by: the place, then the code."""
        return (self.place.path, self.place.line, self.place.column, self.rule.code)


class Refused(Exception):  # noqa: N818 - it is not an error of the program but its answer
    """There is nothing to count: the book or the request was refused, for the reasons in ``findings`` (exit 2)."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(*(finding.rule.code for finding in findings))
        self.findings = findings
