"""Annex II: teams with their members, and models, kind by kind and together."""

from collections.abc import Callable, Iterator, Sequence

from antq_cli.core.figures import HouseholdsEach, Kind
from antq_cli.core.measures import Measure
from antq_cli.core.paper import Paper
from antq_cli.core.report import Number, Pieces, Table
from antq_cli.pages.paper.cells import EMPTY, UNKNOWN, Found, derived, number
from antq_cli.pages.paper.layout import Formula, Part, Place, Told, first_columns, laid_out, remarks
from antq_cli.pages.paper.notes import notes, remark
from antq_cli.pages.paper.places import places
from antq_cli.pages.paper.pledges import name_of
from antq_cli.words.speech import Speech, speech


def teams(paper: Paper, lang: str) -> Table | None:
    """Return the teams and models of each unit; None where nothing is known of any."""
    said, summaries = speech(lang), [*paper.of_family("teams"), *paper.of_family("models")]
    found, kinds = Found(summaries, lang), [*paper.kinds("teams"), *paper.kinds("models")]
    lines = places(paper, summaries, [kind.measure for kind in kinds], said)
    each = {key: told for summary in summaries for key, told in summary.each.items()}
    models = [kind for kind in kinds if kind.measure.family == "models"]
    parts = [_team(found, each.get, kind, said) for kind in paper.kinds("teams")]
    parts += _models(found, models, said)
    last = [remarks(said, lambda place: remark(found, place, parts, said))]
    sheet = laid_out(lines, parts, first_columns(said), last)
    if sheet is None:
        return None
    beneath, called = notes(paper, found, sheet, said), said.say("annex.title.teams", day=paper.as_of)
    return sheet.table(beneath, called, said.say("sheet.teams"))


def _team(found: Found, each: Callable[..., HouseholdsEach | None], kind: Kind, speech: Speech) -> Part:
    name, measure = name_of(kind, speech), kind.measure
    members, reach = measure.of("members"), measure.of("reach")

    def households(place: Place) -> Pieces:
        return _each(found, each((measure, place.unit, place.level)))

    columns = [
        Told(f"{measure}", speech.say("column.teams"), of_measure(found, measure), name),
        Told(f"{members}", speech.say("column.members"), of_measure(found, members), name),
        Told(f"{reach}", speech.say("column.reach.teams"), of_measure(found, reach), name),
        Told(f"{measure}.each", speech.say("column.households-each"), households, name),
    ]
    return Part(name, columns, [measure, members, reach], kind)


def of_measure(found: Found, measure: Measure) -> Callable[[Place], Pieces]:
    """Return how many of a measure there are at each line."""
    return lambda place: found.cell(found.at(measure, place.unit, place.level), "num")


def _each(found: Found, told: HouseholdsEach | None) -> Pieces:
    """Return how many households there are to each team; of no teams there are none to each."""
    if told is None or not told.figure.tells or told.figure.num == 0 or told.figure.rest:
        return EMPTY
    if told.each is None:
        return UNKNOWN
    id_ = derived(f"{told.figure.measure}.households-each", found.id(told.figure))
    return (number((id_, None), "each", told.each, found.lang),)


def _models(found: Found, kinds: Sequence[Kind], speech: Speech) -> Iterator[Part]:
    """Yield the columns of the models, kind by kind, and of all of them where there are several."""
    group = speech.say("annex.models")
    for kind in kinds:
        name = name_of(kind, speech)
        column = Told(str(kind.measure), name, of_measure(found, kind.measure), group)
        yield Part(name, [column], [kind.measure], kind)
    if len(kinds) > 1:
        measures = [kind.measure for kind in kinds]

        def together(place: Place) -> Pieces:
            return _together(found, measures, place)

        formula = Formula("+", [str(measure) for measure in measures])
        header = speech.say("annex.models-together")
        yield Part(header, [Told("models", header, together, group, formula=formula)])


def _together(found: Found, measures: Sequence[Measure], place: Place) -> Pieces:
    """Return how many models of all kinds there are at a line; a dash where that of one kind is not known."""
    figures = [figure for measure in measures if (figure := found.at(measure, place.unit, place.level)) is not None]
    if not figures:
        return EMPTY
    numbers = [figure.num for figure in figures]
    if None in numbers:
        return UNKNOWN
    name = "models.above" if figures[0].rest else "models"
    id_ = derived(name, found.id(figures[0]))
    together: Number = number((id_, None), "num", sum(each or 0 for each in numbers), found.lang)
    return (together,)
