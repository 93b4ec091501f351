"""Why a file with a sheet is not read (I0): what is inside could be told wrongly, or could do harm."""

from typing import Any

from antq_cli.core.findings import Finding, Place, Refused, Rule

# The registers that sheets are imported into.
_OF = ("returns", "activities")
RULES = {
    rule.code: rule
    for rule in (
        Rule("I001", "other-kind-of-file", of=_OF),
        Rule("I002", "needs-a-password", of=_OF),
        Rule("I003", "damaged-workbook", of=_OF),
        Rule("I004", "too-large-a-workbook", of=_OF),
        Rule("I005", "too-many-cells", of=_OF),
        Rule("I006", "document-type-inside", of=_OF),
        Rule("I007", "coding-not-told", of=_OF),
        Rule("I008", "separator-not-told", of=_OF),
        Rule("I009", "broken-quotes", of=_OF),
    )
}
# The bytes of all parts of a workbook, or of a text, and the cells from the first one of a sheet to the last.
LARGEST, MOST = 200 << 20, 1_000_000
MEBIBYTE = 1 << 20


def refusal(code: str, source: str, line: int = 0, **values: Any) -> Refused:
    """Return the refusal of a file by a rule."""
    return Refused(Finding(RULES[code], Place(source, line), {"value": source, **values}))
