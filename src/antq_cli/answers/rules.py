"""The rules of what is counted: claims (R1), two sources of one figure (R2), the standard's criteria (R3)."""

from antq_cli.core.findings import Rule

RULES = {
    rule.code: rule
    for rule in (
        Rule("R101", "claim-differs", "warning", of=("claims",)),
        Rule("R102", "claim-unverifiable", "warning", of=("claims",)),
        Rule("R103", "claim-of-no-figure", of=("claims",)),
        Rule("R201", "return-differs", "warning", of=("returns",)),
        Rule("R202", "totals-differ", "warning", of=("returns",)),
        Rule("R301", "decided-against-criteria", "warning", of=("assessments",)),
    )
}
