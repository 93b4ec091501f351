"""The rest of the campaign, told by dice of its own: organisations, returns, models, assessments, activities."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sample_maker.activities import activity_rows
from sample_maker.assessments import Standing, assessment_rows, make_assessments
from sample_maker.claims import claim_rows, directive_rows
from sample_maker.dice import Dice
from sample_maker.facts import ACTIVITY_SEED, ASSESSMENT_SEED, MODEL_SEED, ORGANISATION_SEED, PARTNERS, RETURN_SEED
from sample_maker.journal import Event
from sample_maker.lives import Household
from sample_maker.models import make_models
from sample_maker.organisations import Organisation, make_organisations, organisation_events
from sample_maker.returns import Return, beside, monthly, return_rows, students
from sample_maker.tally import Tally

HEADERS = {
    "organisations": "code,name,kind,unit,opened,closed,exempt,note",
    "returns": "date,unit,measure,count,total,received,sheet,source,note",
    "models": "code,kind,unit,host,established,dissolved,members,note",
    "assessments": "date,subject,regime,window,result,decision,note",
    "claims": "id,figure,value,source,note",
    "directives": "number,date,issuer,title,note",
    "activities": "first,last,unit,kind,count,participants,sheet,note",
    "partners": "code,name,joined,left,note",
}


class Campaign(NamedTuple):
    """Rows by register, and what organisations add to the journal."""

    registers: dict[str, Sequence[Sequence[str]]]
    events: list[Event]


def make_returns(dice: Dice, pledged: Tally, organisations: Sequence[Organisation]) -> list[Return]:
    """Everything that was reported as a count."""
    return [*monthly(dice, pledged), *beside(pledged), *students(dice, organisations)]


def make_campaign(households: Sequence[Household], events: Sequence[Event], registrations: Sequence[Event]) -> Campaign:
    """Everything that stands beside the households; it changes nothing of what was told before."""
    pledged = Tally(households, [event for event in events if event.kind == "household"])
    organisations = make_organisations()
    models = make_models(Dice(MODEL_SEED), pledged.areas, organisations)
    standing = Standing(pledged.areas, organisations, models)
    assessed = make_assessments(Dice(ASSESSMENT_SEED), pledged, Tally(households, registrations), standing)
    registers: dict[str, Sequence[Sequence[str]]] = {
        "organisations": [one.row() for one in organisations],
        "returns": return_rows(make_returns(Dice(RETURN_SEED), pledged, organisations)),
        "models": [one.row() for one in models],
        "assessments": assessment_rows(assessed),
    }
    registers |= {"claims": claim_rows(pledged), "directives": directive_rows()}
    registers["activities"] = activity_rows(Dice(ACTIVITY_SEED))
    registers["partners"] = [(*partner, "", "", "nêu tên trong bài báo") for partner in PARTNERS]
    return Campaign(registers, organisation_events(Dice(ORGANISATION_SEED), organisations))
