"""What is counted, held against what was published (R1), reported (R2) and decided (R3)."""

from collections.abc import Iterable, Iterator

from antq_cli.answers.claims import claims
from antq_cli.answers.criteria import cards, disagreements
from antq_cli.answers.rules import RULES
from antq_cli.checks.site import NotJudged, RowsJudged, Site
from antq_cli.core.findings import Finding, Rule
from antq_cli.core.reconciled import Reconciled
from antq_cli.core.standards import Card
from antq_cli.counting.standards import Window, assessments_of, window_of

PUBLISHED, REPORTED, DECIDED = (
    {code: rule for code, rule in RULES.items() if code.startswith(family)} for family in ("R1", "R2", "R3")
)


def published(site: Site) -> Iterable[Finding]:
    """Have the claims report which differ (R101), cannot be verified (R102), or name no figure of the book (R103)."""
    if site.book.table("claims").parts:
        claims(site.figures)
    return ()


def reported(site: Site) -> Iterator[RowsJudged | NotJudged]:
    """Have the returns report that they are not what the book counts (R201), or what adds up (R202)."""
    found = site.reconciled if site.book.table("returns").parts else None
    if found is not None:
        yield from (_beside(found, rule) for rule in REPORTED.values())
    elif site.dataset.map(site.day).top is None:
        yield from (NotJudged(rule, "returns", "not-evaluated", "no-top") for rule in REPORTED.values())


def _beside(found: Reconciled, rule: Rule) -> RowsJudged | NotJudged:
    """Return how many returns a rule compared, or why none."""
    if found.compared[rule.code]:
        return RowsJudged(rule, "returns", len(found.compared[rule.code]))
    if any(pair.rule == rule.code for pair in found.pairs):
        return NotJudged(rule, "returns", "not-evaluated", "in-part")
    return NotJudged(rule, "returns", "skipped", "no-pair")


def decided(site: Site) -> Iterator[Finding | RowsJudged | NotJudged]:
    """Find the decisions of the windows of the day that the criteria do not bear out (R301)."""
    dataset, made = site.dataset, list[Card]()
    regrouping, windows = dataset.regrouping(site.day), dict(_windows(site))
    for subject, window in windows.items():
        latest = assessments_of(dataset).latest(subject, window, regrouping)
        of_subject = list(
            cards(site.figures, subject, window, regrouping, [who for who in latest if isinstance(who, int)])
        )
        yield from disagreements(site.figures, of_subject, subject, window, regrouping)
        made += of_subject
    yield _judged(made) if windows else NotJudged(DECIDED["R301"], "assessments", "skipped", "no-criteria")


def _windows(site: Site) -> Iterator[tuple[str, Window]]:
    """Yield the kinds of units that are judged by criteria on the day, and in which window."""
    manifest = site.dataset.manifest
    for kind in site.figures.family("standards").kinds(()) if site.book.table("assessments").parts else ():
        window = window_of(manifest, kind.id, site.day)
        if window is not None and window.judged.criteria and kind.source != "returns" and manifest.is_level(kind.id):
            yield kind.id, window


def _judged(made: Iterable[Card]) -> RowsJudged | NotJudged:
    """Return how many decisions were held against what the criteria come to, or why none; who is pending has none."""
    decisions = [card for card in made if card.recorded in ("met", "not-met")]
    judged = sum(card.computed is not None for card in decisions)
    if judged:
        return RowsJudged(DECIDED["R301"], "assessments", judged)
    if decisions:
        return NotJudged(DECIDED["R301"], "assessments", "not-evaluated", "open-criteria")
    return NotJudged(DECIDED["R301"], "assessments", "skipped", "no-decision")
