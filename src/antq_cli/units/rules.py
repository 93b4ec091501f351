"""The rules of the map (X1)."""

from antq_cli.core.findings import BOOK, Rule

# The registers whose rows name a unit.
_PLACED = ("units", "crosswalk", "households", "organisations", "pledges", "returns", "teams", "models", "activities")
RULES = {
    rule.code: rule
    for rule in (
        Rule("X101", "unknown-unit", of=_PLACED),
        Rule("X102", "unit-not-open", of=_PLACED),
        Rule("X103", "unknown-level", of=("units",)),
        Rule("X104", "hierarchy-cycle", of=("units",)),
        Rule("X105", "parent-not-above", of=("units",)),
        Rule("X106", "nothing-carries", of=("units",)),
        Rule("X107", "not-below-top", of=("units",)),
        Rule("X108", "not-open-yet", "warning", of=("units",)),
        Rule("X109", "crossing-without-closing", of=("crosswalk",)),
        Rule("X110", "same-as-another", of=("crosswalk",)),
        Rule("X111", "carried-twice", of=("crosswalk",)),
        Rule("X112", "away-from-its-parent", "warning", of=("crosswalk",)),
        Rule("X113", "named-and-empty", "warning", of=("units",)),
        Rule("S010", "unknown-top", of=(BOOK,)),
        Rule("S020", "levels-upside-down", of=(BOOK,)),
        Rule("S021", "unreadable-top", of=("units",)),
        Rule("S024", "issuer-of-no-unit", "warning", of=(BOOK,)),
    )
}
