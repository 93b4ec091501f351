"""The rules of counting's references (X2): kinds, pledgers, and the days on which they pledged."""

from antq_cli.core.findings import Rule

RULES = {
    rule.code: rule
    for rule in (
        Rule("X201", "unknown-kind"),
        Rule("X202", "unknown-pledger"),
        Rule("X203", "pledge-outside-stretches"),
        Rule("X204", "shared-code"),
        Rule("X205", "unknown-measure"),
    )
}
