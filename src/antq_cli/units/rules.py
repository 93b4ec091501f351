"""The rules of the map (X1)."""

from antq_cli.core.findings import Rule

RULES = {
    rule.code: rule
    for rule in (
        Rule("X101", "unknown-unit"),
        Rule("X102", "unit-not-open"),
        Rule("X103", "unknown-level"),
        Rule("X104", "hierarchy-cycle"),
        Rule("X105", "parent-not-above"),
        Rule("X106", "nothing-carries"),
        Rule("X107", "not-below-top"),
        Rule("X108", "not-open-yet", "warning"),
        Rule("X109", "crossing-without-closing"),
        Rule("X110", "same-as-another"),
        Rule("X111", "carried-twice"),
        Rule("S010", "unknown-top"),
    )
}
