"""The rules of counting: of references (X2) and assessments (X3)."""

from antq_cli.core.findings import Rule

RULES = {
    rule.code: rule
    for rule in (
        Rule("X201", "unknown-kind", of=("pledges", "teams", "models", "activities")),
        Rule("X202", "unknown-pledger", of=("pledges",)),
        Rule("X203", "pledge-outside-stretches", of=("pledges",)),
        Rule("X204", "shared-code", of=("organisations",)),
        Rule("X205", "unknown-measure", of=("returns",)),
        Rule("X206", "outside-its-kind", of=("teams", "models")),
        Rule("X207", "unknown-host", of=("models",)),
        Rule("X208", "unknown-exemption", "warning", of=("organisations",), counted=True),
        Rule("X209", "return-of-no-use", "warning", of=("returns",), counted=True),
        Rule("X210", "beyond-its-unit", of=("activities",)),
        Rule("X211", "days-of-another", of=("activities",)),
        Rule("X301", "unknown-regime", of=("assessments",)),
        Rule("X302", "regime-not-in-force", of=("assessments",)),
        Rule("X303", "unknown-subject", of=("assessments",)),
        Rule("X304", "not-a-subject", of=("assessments",)),
        Rule("X305", "exempt-assessed", of=("assessments",)),
        Rule("X306", "outside-its-window", of=("assessments",)),
    )
}
