"""Annex I: how many signed at each unit, kind by kind, and which place each unit has by its rate."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from antq_cli.answers.ordering import rate
from antq_cli.core.figures import Figure, Kind
from antq_cli.core.measures import REGISTRATION
from antq_cli.core.paper import Paper
from antq_cli.core.report import Pieces, Table, Text
from antq_cli.pages.paper.cells import EMPTY, Found, filled, joined
from antq_cli.pages.paper.layout import Formula, Part, Place, Told, first_columns, laid_out, remarks
from antq_cli.pages.paper.notes import notes, remark
from antq_cli.pages.paper.places import places
from antq_cli.pages.paper.plots import rate_plot
from antq_cli.words.passages.vi.nouns import without_tier
from antq_cli.words.speech import Speech, lowered, speech

# What stands where a unit itself has signed, in place of its 1.
_SIGNED = Text("x")


def pledges(paper: Paper, lang: str) -> Table | None:
    """Return the pledges of each unit; None where nothing is known of any kind."""
    said, summaries = speech(lang), paper.of_family("pledges")
    kinds, of_the_whole = _apart(paper, [kind for kind in paper.kinds("pledges") if kind.measure != REGISTRATION])
    found = Found(summaries, lang)
    lines = places(paper, summaries, [kind.measure for kind in kinds], said)
    by_rate = leading(paper)
    parts = [_part(paper, found, kind, said, missing=kind.target is not None or kind == by_rate) for kind in kinds]
    rank = list(_rank(found, lines, by_rate, said))
    last = [*rank, remarks(said, lambda place: remark(found, place, parts, said))]
    sheet = laid_out(lines, parts, first_columns(said), last)
    if sheet is None:
        return None
    beneath = [*notes(paper, found, sheet, said), *_of_the_whole(paper, found, of_the_whole, said)]
    beneath += _ranked_by(by_rate, said) if rank else ()
    plot = None if by_rate is None else rate_plot(sheet, by_rate, said)
    return sheet.table(beneath, said.say("annex.title.pledges", day=paper.as_of), said.say("sheet.pledges"), plot)


def _apart(paper: Paper, kinds: Sequence[Kind]) -> tuple[Sequence[Kind], Sequence[Kind]]:
    """Return the kinds that are told unit by unit, never none, and those of which only the whole has anybody.

    What is reported of nobody at any unit would be columns of dashes and zeros.
    """
    whole = [kind for kind in kinds if _at_no_unit(paper, kind)]
    return (kinds, []) if len(whole) == len(kinds) else ([kind for kind in kinds if kind not in whole], whole)


def _at_no_unit(paper: Paper, kind: Kind) -> bool:
    rows, own = paper.by_unit(kind.measure), paper.at(kind.measure)
    nobody = all(row.state == "below-grain" or not (row.num or row.den or row.expected or row.left_out) for row in rows)
    return bool(rows) and nobody and own is not None and own.num is not None


def _of_the_whole(paper: Paper, found: Found, kinds: Sequence[Kind], speech: Speech) -> Iterator[Pieces]:
    """Say how many signed of the kinds that no unit has; what the unit itself has signed the text says."""
    where, several = paper.where, []
    for kind in kinds:
        figure = found.at(kind.measure, where.code, where.level.id)
        if figure is not None and kind.measure.kind != where.level.id:
            counts = [found.cell(figure, part) for part in ("num", "den") if getattr(figure, part) is not None]
            several.append([Text(f"{name_of(kind, speech)} ("), *joined(counts, "/"), Text(")")])
    if several:
        kind_of_unit = where.kind if speech.lang == "vi" else None
        unit = lowered(kind_of_unit or where.level.name(speech.lang) or where.level.id)
        yield filled(speech, "annex.whole", unit=without_tier(unit), kinds=joined(several, "; "))


def name_of(kind: Kind, speech: Speech) -> str:
    """Return what a kind is called at the head of its columns."""
    return speech.kind(str(kind.measure.of(None)), kind.vi, kind.en)


def leading(paper: Paper) -> Kind | None:
    """Return the kind by whose rate units are compared: the first that has a target, else households, else the first.

    By what units sign themselves they cannot be.
    """
    kinds = [kind for kind in paper.kinds("pledges") if not is_of_units(paper, kind) and kind.measure != REGISTRATION]
    aimed = [kind for kind in kinds if kind.target is not None]
    households = [kind for kind in kinds if kind.measure.kind == "household"]
    return next(iter([*aimed, *households, *kinds]), None)


def counted_columns(
    found: Found, kind: Kind, speech: Speech, *, missing: bool = False, signed_as: str = "column.signed"
) -> Iterator[Told]:
    """Yield the columns of a kind: how many there are, how many signed, the rate, and how many are missing."""
    total, signed = f"{kind.measure}.den", f"{kind.measure}.num"
    headers = {
        "den": speech.say("annex.total"),
        "num": speech.say(signed_as),
        "percent": speech.say("annex.rate"),
    }
    formulas = {"percent": Formula("/", [signed, total]), "remaining": Formula("-", [total, signed])}
    if missing:
        headers["remaining"] = speech.say("column.missing")
    for part, header in headers.items():
        cell = of_part(found, kind, part)
        yield Told(f"{kind.measure}.{part}", header, cell, name_of(kind, speech), formula=formulas.get(part))


def of_part(found: Found, kind: Kind, part: str) -> Callable[[Place], Pieces]:
    """Return how a part of the figure of a kind is shown at each line."""
    return lambda place: found.cell(found.at(kind.measure, place.unit, place.level), part)


def _part(paper: Paper, found: Found, kind: Kind, speech: Speech, *, missing: bool) -> Part:
    if _by_themselves(paper, kind):
        header = speech.say("annex.signed-itself", kind=name_of(kind, speech))
        mark = Told(f"{kind.measure}.num", header, lambda place: _itself(found, kind, place), numeric=False)
        columns: Sequence[Told] = [mark]
    else:
        columns = list(counted_columns(found, kind, speech, missing=missing))
    return Part(name_of(kind, speech), columns, [kind.measure], kind)


def is_of_units(paper: Paper, kind: Kind) -> bool:
    """Return whether a kind is of the units of the lines, which sign themselves."""
    return paper.by is not None and kind.measure.kind == paper.by.id


def _by_themselves(paper: Paper, kind: Kind) -> bool:
    """Return whether a kind is of the units themselves, each of which is one; on another day's map it may be several.

    Where it is only reported above them, their line has nothing to be marked.
    """
    if not is_of_units(paper, kind):
        return False
    units = paper.by_unit(kind.measure)
    return bool(units) and all(row.den is not None and row.den <= 1 for row in units)


def _itself(found: Found, kind: Kind, place: Place) -> Pieces:
    """Return a mark where a unit has signed itself; of all of them how many have."""
    figure = found.at(kind.measure, place.unit, place.level)
    signed = figure is not None and figure.num == 1 and not place.style
    return (_SIGNED,) if signed else found.cell(figure, "num")


def _rank(found: Found, lines: Sequence[Place], kind: Kind | None, speech: Speech) -> Iterator[Told]:
    """Yield the column of the places by the rate of a kind, where there are several units that have one."""
    if kind is None:
        return
    figures = {place.unit: found.at(kind.measure, place.unit, place.level) for place in lines if not place.style}
    ranks = _ranks(figures)
    if len(ranks) > 1:
        yield Told("rank", speech.say("column.place"), lambda place: _place(ranks, place), numeric=False, kept=True)


def _ranked_by(kind: Kind | None, speech: Speech) -> Iterator[Pieces]:
    """Yield by the rate of which kind the places are."""
    if kind is not None:
        yield (Text(speech.say("annex.ranked", kind=lowered(name_of(kind, speech)))),)


def _ranks(figures: Mapping[str, Figure | None]) -> dict[str, int]:
    """Return the place of each unit by its exact rate, the highest first; equal rates share one.

    Behind two that share a place the next one is left empty.
    """
    rates = {unit: found for unit, figure in figures.items() if (found := rate(figure)) is not None}
    of_rate: dict[object, int] = {}
    for number, each in enumerate(sorted(rates.values(), reverse=True), 1):
        of_rate.setdefault(each, number)
    return {unit: of_rate[each] for unit, each in rates.items()}


def _place(ranks: Mapping[str, int], place: Place) -> Pieces:
    ranked = None if place.style else ranks.get(place.unit)
    return EMPTY if ranked is None else (Text(str(ranked), ranked),)
