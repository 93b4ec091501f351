"""The rules of import: of the layout of a sheet (I1), of its cells and names (I2), of its sums and the book (I3).

No book is judged by them, but a sheet that comes into one: that is the business of `writing.importing`.
"""

from antq_cli.core.findings import Rule

# The registers that sheets are imported into.
_OF = ("returns", "activities")


def _rule(code: str, name: str, severity: str = "error") -> Rule:
    return Rule(code, name, severity, _OF)  # type: ignore[arg-type]


RULES = {
    rule.code: rule
    for rule in (
        _rule("I101", "no-table-header"),
        _rule("I102", "second-table"),
        _rule("I103", "row-not-told"),
        _rule("I104", "column-missing"),
        _rule("I105", "column-twice"),
        _rule("I106", "column-not-used", "warning"),
        _rule("I107", "column-about-people"),
        _rule("I108", "hidden-read", "warning"),
        _rule("I109", "sheet-hidden", "warning"),
        _rule("I110", "no-day"),
        _rule("I111", "no-such-measure"),
        _rule("I112", "macros", "warning"),
        _rule("I113", "no-data", "warning"),
        _rule("I201", "not-a-count"),
        _rule("I202", "cell-error"),
        _rule("I203", "not-calculated"),
        _rule("I204", "several-lines"),
        _rule("I205", "not-one-day"),
        _rule("I206", "unit-not-found"),
        _rule("I207", "several-units"),
        _rule("I208", "units-disagree"),
        _rule("I209", "letters-mapped", "warning"),
        _rule("I210", "text-about-people"),
        _rule("I211", "another-day"),
        _rule("I212", "measure-not-found"),
        _rule("I213", "day-to-come"),
        _rule("I301", "total-differs"),
        _rule("I302", "rate-differs", "warning"),
        _rule("I303", "another-number"),
        _rule("I304", "row-again", "warning"),
        _rule("I305", "row-again-otherwise"),
        _rule("I306", "total-not-compared", "warning"),
    )
}
