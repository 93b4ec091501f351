"""The passages in Vietnamese, as offices write."""

from collections.abc import Callable, Mapping, Sequence

from antq_cli.core.paper import Paper
from antq_cli.core.report import Pieces, Statement
from antq_cli.words.passages.telling import Teller
from antq_cli.words.passages.vi import judged, pledged, setting, standing

# What stands in place of that of which nothing is known.
LACKING = "[chưa có số liệu: {}]"

_SAID: Mapping[str, Callable[[Teller], Sequence[Pieces | Statement]]] = {
    "opening": setting.opening,
    "place": setting.place,
    "merger": setting.merger,
    "closing": setting.closing,
    "pledges": pledged.pledges,
    "period": pledged.period,
    "compared": pledged.compared,
    "target": pledged.target,
    "best-worst": pledged.best_worst,
    "teams": standing.teams,
    "models": standing.models,
    "standard": standing.standard,
    "registration": standing.registration,
    "activities": standing.activities,
    "partners": standing.partners,
    "achieved": judged.achieved,
    "lacking": judged.lacking,
    "returns-late": judged.returns_late,
    "to-do": judged.to_do,
}


def said(name: str, paper: Paper) -> Sequence[Pieces | Statement]:
    """Return the sentences of a passage; KeyError where there is none of that name."""
    return _SAID[name](Teller(paper, "vi"))
