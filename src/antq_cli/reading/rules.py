"""The rules of reading: structure (F), manifest (S), values within a register (D)."""

from antq_cli.core.findings import Rule

RULES = {
    rule.code: rule
    for rule in (
        Rule("F001", "no-book"),
        Rule("F002", "unreadable-file"),
        Rule("F003", "two-forms"),
        Rule("F004", "not-utf-8"),
        Rule("F005", "nul"),
        Rule("F006", "lone-cr"),
        Rule("F007", "bom-inside"),
        Rule("F008", "stray-quote"),
        Rule("F009", "unclosed-quote"),
        Rule("F010", "no-header"),
        Rule("F011", "short-row"),
        Rule("F012", "long-row"),
        Rule("F013", "unknown-column"),
        Rule("F014", "missing-column"),
        Rule("F015", "repeated-column"),
        Rule("F016", "invalid-toml"),
        Rule("F017", "not-an-array-of-tables"),
        Rule("F018", "stray-file", "warning"),
        Rule("F019", "missing-register"),
        Rule("S001", "unknown-key"),
        Rule("S002", "invalid-value"),
        Rule("S003", "missing-key"),
        Rule("S004", "unknown-reference"),
        Rule("S005", "unknown-schema"),
        Rule("S006", "not-a-day"),
        Rule("S007", "not-a-code"),
        Rule("S008", "repeated-level"),
        Rule("S009", "student-journal"),
        Rule("S011", "validity-of-returns"),
        Rule("D101", "code"),
        Rule("D102", "day-form"),
        Rule("D103", "no-such-day"),
        Rule("D104", "count"),
        Rule("D105", "blank"),
        Rule("D106", "choice"),
        Rule("D107", "not-nfc"),
        Rule("D108", "measure"),
        Rule("D109", "toml-type"),
        Rule("D201", "last-day-not-after-first"),
        Rule("D202", "count-over-total"),
        Rule("D301", "repeated-key"),
        Rule("D302", "contradicting-rows"),
        Rule("D303", "overlapping-stretches"),
    )
}
# A row that breaks one of these is reported and counted all the same: the figure is shown as it is.
KEPT = frozenset({"D202"})
