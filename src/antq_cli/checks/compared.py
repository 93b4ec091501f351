"""What is counted, held against what was published (R1), reported (R2) and decided (R3)."""

from collections.abc import Iterable, Iterator, Mapping

from antq_cli.checks.site import Mark, Site
from antq_cli.core.findings import Finding, Rule
from antq_cli.counting.claims import claims
from antq_cli.counting.criteria import cards, disagreements
from antq_cli.counting.reconcile import reconcile
from antq_cli.counting.rules import RULES as COUNTING
from antq_cli.counting.standards import assessments_of, window_of

PUBLISHED, REPORTED, DECIDED = (
    {code: rule for code, rule in COUNTING.items() if code.startswith(family)} for family in ("R1", "R2", "R3")
)


def published(site: Site) -> Iterator[Finding | Mark]:
    """Find the claims that differ (R101), cannot be verified (R102), or name no figure of the book (R103)."""
    if site.book.table("claims").parts:
        yield from _of(PUBLISHED, claims(site.figures).findings)


def reported(site: Site) -> Iterator[Finding | Mark]:
    """Find the returns that are not what the book counts (R201), and totals that are not what adds up (R202)."""
    top = site.ground.map(site.day).top
    if top is None:
        yield from (Mark(rule, "returns", "not-evaluated", "no-top") for rule in REPORTED.values())
    elif site.book.table("returns").parts:
        yield from _of(REPORTED, reconcile(site.figures, top, site.day, None, ()).findings)


def _of(rules: Mapping[str, Rule], findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings of some rules; what else was come upon on the way is told by the rules of references."""
    return (finding for finding in findings if finding.rule.code in rules)


def decided(site: Site) -> Iterator[Finding | Mark]:
    """Find the decisions of the windows of the day that the criteria do not bear out (R301)."""
    ground, judged = site.ground, False
    chart = ground.chart(site.day)
    for kind in site.figures.family("standards").kinds(()):
        window = window_of(ground.manifest, kind.id, site.day)
        if window is None or kind.source == "returns" or not ground.manifest.is_level(kind.id):
            continue
        if window.judged.criteria and site.book.table("assessments").parts:
            judged = True
            latest = assessments_of(ground).latest(kind.id, window, chart)
            units = [unit for unit in latest if isinstance(unit, int)]
            made = list(cards(site.figures, kind.id, window, chart, units))
            yield from disagreements(site.figures, made, kind.id, window, chart)
    if not judged:
        yield Mark(DECIDED["R301"], "assessments", "skipped", "no-criteria")
