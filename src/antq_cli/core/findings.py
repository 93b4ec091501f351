"""Findings: one thing that a check found. A finding holds a rule, a place and values; ``words`` puts it into prose."""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple, NewType

Severity = Literal["error", "warning"]
# The place of what is wrong with a command line.
COMMAND_LINE = "antq"
# What a finding is of that is of no register: the manifest, and what lies beside the registers.
BOOK = "book"
# The rule of a column that looks personal: of a file that has one no row is shown.
PERSONAL_COLUMN = "P101"

# The families whose errors leave nothing that could be counted: of structure, of the manifest, of usage; and of a file
# with a sheet that is not read at all.
REFUSING = ("F", "S", "U", "I0")

# In this order a book is judged: who cannot read a file says nothing of its rows.
STAGES = {
    "F": "structure",
    "I": "importing",
    "S": "manifest",
    "D": "values",
    "P": "privacy",
    "X": "references",
    "T": "time",
    "R": "reconciliation",
    "Q": "plausibility",
    "U": "usage",
}


class Rule(NamedTuple):
    """A rule of a register: its code is never renumbered; its sentences are in ``words`` under that code.

    ``code`` begins with the family, which is the stage at which it is judged (:data:`STAGES`). What breaks a rule of
    the families :data:`REFUSING` cannot be counted at all; what breaks a D or an X rule leaves rows out. ``of`` are the
    registers that it looks at, or :data:`BOOK`; ``since`` is the first version that has it. ``counted`` says that what
    breaks it is in the figures all the same, as it stands there.
    """

    code: str
    name: str
    severity: Severity = "error"
    of: tuple[str, ...] = ()
    since: str = "0.1.0"
    counted: bool = False

    @property
    def refuses(self) -> bool:
        """Return whether an error of this rule leaves nothing that could be counted (exit 2)."""
        return self.severity == "error" and self.code.startswith(REFUSING)

    @property
    def stage(self) -> str:
        """The stage at which it is judged, by the first letter of its code (:data:`STAGES`)."""
        return STAGES[self.code[0]]


class Place(NamedTuple):
    """Where in a book: a path relative to it, and line and column (from 1, in characters) as an editor shows them."""

    path: str
    line: int = 0
    column: int = 0


class Subject(NamedTuple):
    """The row that a finding is of: its number in its file, from 1, and the cells of its key, joined by one space.

    ``restricted`` says that the key names a household and may not be shown unasked. Of the manifest the key is the
    path of the value, and there is no number.
    """

    number: int
    key: str
    restricted: bool = False


class Withheld(str):
    """A value of a finding that may not be shown unasked: it looks personal, or may be the code of a household."""

    __slots__ = ()


class Finding(NamedTuple):
    """A broken rule at a place.

    ``values`` fill the rule's sentence. ``cell`` is the text that is at fault, ``excerpt`` the line of the file that
    holds it; ``restricted`` says that both, and the values named ``value`` and ``key``, may not be shown unasked, as
    may no value that is :class:`Withheld`.
    ``subject`` is the row that it is of, None where it is of a whole file.
    """

    rule: Rule
    place: Place
    values: Mapping[str, Any] = {}
    cell: str | None = None
    excerpt: str | None = None
    restricted: bool = False
    subject: Subject | None = None

    @property
    def register(self) -> str:
        """The register that it is of; :data:`BOOK` where it is of the manifest or of no register."""
        return str(self.values.get("register") or BOOK)

    @property
    def key(self) -> str:
        """Return the key of the row that it is of; of what has none, the path of the file."""
        return self.place.path if self.subject is None else self.subject.key

    @property
    def order(self) -> tuple[str, int, int, str]:
        """Return what findings are sorted by: the place, then the code."""
        return (self.place.path, self.place.line, self.place.column, self.rule.code)


# A finding as anybody may see it: ``core.shield`` makes it, and who prints findings takes nothing else, so that no
# format can forget to withhold something.
Shown = NewType("Shown", Finding)


def as_typed(found: Finding) -> Shown:
    """Return a finding on a command line: whoever typed that knows what is in it."""
    assert found.place.path == COMMAND_LINE
    return Shown(found)


class Refused(Exception):  # noqa: N818 - it is not an error of the program but its answer
    """There is nothing to count: the book or the request was refused, for the reasons in ``findings`` (exit 2)."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(*(finding.rule.code for finding in findings))
        self.findings = findings


class Kept(Refused):
    """What stands under a name stays there: antq did not write it, or somebody has edited it since (exit 5)."""


class Uncountable(Refused):
    """A register cannot be read, or holds no top: ``findings`` are the reasons, and what else was found is told too."""
