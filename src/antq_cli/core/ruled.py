"""Rules as somebody asks for them: all, those of a family, or one."""

from collections.abc import Sequence
from typing import NamedTuple

from antq_cli.core.findings import Rule


class Ruled(NamedTuple):
    """The rules that were asked for, and the language in which they are explained.

    ``one`` says that a single one was named and is to be told in full.
    """

    rules: Sequence[Rule]
    one: bool
    lang: str

    @property
    def rows(self) -> int:
        """How many rules are listed; the page says so under its title."""
        return len(self.rules)

    @staticmethod
    def docs(rule: Rule) -> str:
        """The section of the docs that tells of a rule: its file in the repository, and the anchor of its heading."""
        return f"docs/rules.md#{rule.code.lower()}-{rule.name}"

    @staticmethod
    def fixtures(rule: Rule) -> str:
        """Return where the books are that break a rule and that almost do."""
        return f"tests/gallery/{rule.code}"
