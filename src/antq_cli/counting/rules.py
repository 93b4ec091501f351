"""The rules of counting.

Of references (X2), assessments (X3), claims (R1), two sources (R2), the standard's criteria (R3).
"""

from antq_cli.core.findings import Rule

RULES = {
    rule.code: rule
    for rule in (
        Rule("X201", "unknown-kind"),
        Rule("X202", "unknown-pledger"),
        Rule("X203", "pledge-outside-stretches"),
        Rule("X204", "shared-code"),
        Rule("X205", "unknown-measure"),
        Rule("X206", "outside-its-kind"),
        Rule("X207", "unknown-host"),
        Rule("X208", "unknown-exemption", "warning"),
        Rule("X301", "unknown-regime"),
        Rule("X302", "regime-not-in-force"),
        Rule("X303", "unknown-subject"),
        Rule("X304", "not-a-subject"),
        Rule("X305", "exempt-assessed"),
        Rule("X306", "outside-its-window"),
        Rule("R101", "claim-differs", "warning"),
        Rule("R102", "claim-unverifiable", "warning"),
        Rule("R103", "claim-of-no-figure"),
        Rule("R201", "return-differs", "warning"),
        Rule("R202", "totals-differ", "warning"),
        Rule("R301", "decided-against-criteria", "warning"),
    )
}
