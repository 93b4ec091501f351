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
        """Return how many rules there are."""
        return len(self.rules)

    @staticmethod
    def docs(rule: Rule) -> str:
        """Return where the docs speak of a rule."""
        return f"docs/rules.md#{rule.code.lower()}-{rule.name}"

    @staticmethod
    def fixtures(rule: Rule) -> str:
        """Return where the books are that break a rule and that almost do."""
        return f"tests/gallery/{rule.code}"
