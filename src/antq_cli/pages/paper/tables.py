"""The tables and the annexes of a report, by the names that templates give them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from antq_cli.core.paper import Paper
from antq_cli.core.report import Annex, Gap, Pieces, Table, Text
from antq_cli.pages.paper.by_hand import by_hand
from antq_cli.pages.paper.cells import filled
from antq_cli.pages.paper.claims import claims
from antq_cli.pages.paper.comparison import comparisons, title
from antq_cli.pages.paper.pledges import pledges
from antq_cli.pages.paper.returns import returns
from antq_cli.pages.paper.standard import standards
from antq_cli.pages.paper.teams import teams
from antq_cli.pages.paper.trend import short_trend, trend
from antq_cli.words.speech import Speech, speech

_GAP = "[…]"
_NUMERALS = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def _alone(make: Callable[[Paper, str], Table | None]) -> Callable[[Paper, str], list[Table]]:
    def several(paper: Paper, lang: str) -> list[Table]:
        found = make(paper, lang)
        return [] if found is None else [found]

    return several


def _returns(paper: Paper, lang: str) -> list[Table]:
    """Return the returns, and the claims that differ; beside these the returns of one unit alone say nothing."""
    sent, differing = returns(paper, lang), claims(paper, lang)
    if sent is not None and differing is not None and len(sent.lines) == 1:
        return [differing]
    return [table for table in (sent, differing) if table is not None]


# What each name stands for; of several tables the first one stands for it within the text.
_TABLES: Mapping[str, Callable[[Paper, str], Sequence[Table]]] = {
    "pledges": _alone(pledges),
    "teams": _alone(teams),
    "standard": standards,
    "comparison": comparisons,
    "returns": _returns,
    "claims": _alone(claims),
    "trend": _alone(trend),
    "by-hand": _alone(by_hand),
}
# What is another table within the text: the claims that differ are not the returns, and a page of text is narrow.
_IN_TEXT: Mapping[str, Callable[[Paper, str], Table | None]] = {"returns": returns, "trend": short_trend}
_TITLES = {
    "pledges": "annex.title.pledges",
    "teams": "annex.title.teams",
    "standard": "annex.title.standard",
    "returns": "annex.title.returns",
    "claims": "annex.title.claims",
    "trend": "title.trend",
    "by-hand": "annex.title.by-hand",
}


def table(name: str, paper: Paper, lang: str) -> Table | None:
    """Return a table by its name, one of :data:`TABLES`; None where there is nothing that it could tell."""
    if name in _IN_TEXT:
        return _IN_TEXT[name](paper, lang)
    return next(iter(_TABLES[name](paper, lang)), None)


def annex(name: str, paper: Paper, lang: str, nth: int, dated: date | None = None) -> Annex | None:
    """Return an annex by its name, the ``nth`` of a report from 1; None where there is nothing that it could tell.

    ``dated`` is the day of signing; without one the clerk writes it.
    """
    tables, told = _TABLES[name](paper, lang), speech(lang)
    if not tables:
        return None
    called = _title(name, paper, tables, told)
    tables = [each._replace(caption="") if each.caption == called else each for each in tables]  # the title says it
    called = called.upper() if lang == "vi" else called
    return Annex(told.say("annex.number", n=roman(nth)), called, attached(paper, told, dated), tables)


def _title(name: str, paper: Paper, tables: Sequence[Table], speech: Speech) -> str:
    """Return what an annex is called: of one table, as that is."""
    if len(tables) == 1:
        return tables[0].caption
    return title(paper, speech) if name == "comparison" else speech.say(_TITLES[name], day=paper.as_of)


def annexes(names: Iterable[str], paper: Paper, lang: str, dated: date | None = None) -> dict[str, Annex | None]:
    """Return some annexes by their names, numbered as far as they stand in a report; None of those that do not.

    The only one has no number (NĐ 30/2020/NĐ-CP, Phụ lục I).

    An annex of the unit alone says in one row what the text says: it is left out, but for the pledges where there is no
    other.
    """
    found = {name: annex(name, paper, lang, 1, dated) for name in names}
    several = {name: each for name, each in found.items() if each is not None and not _of_one_row(name, each, paper)}
    first = "pledges"
    if not several and (only := found.get(first)) is not None:
        several = {first: only}
    told, alone = speech(lang), len(several) == 1
    numbers = {name: "" if alone else roman(number) for number, name in enumerate(several, 1)}
    return {
        name: each._replace(number=told.say("annex.number", n=numbers[name]).strip())
        if each is not None and name in several
        else None
        for name, each in found.items()
    }


# Of these the rows are no units.
_OTHER_ROWS = ("claims", "trend", "returns")


def _of_one_row(name: str, annex: Annex, paper: Paper) -> bool:
    if any(len(table.lines) > 1 for table in annex.tables):
        return False
    return name not in _OTHER_ROWS or (name == "returns" and not paper.claims.verdicts["differs"])


def roman(number: int) -> str:
    """Return a number as annexes are numbered, from 1 on."""
    written = ""
    for value, numeral in _NUMERALS:
        times, number = divmod(number, value)
        written += numeral * times
    return written


def attached(paper: Paper, speech: Speech, dated: date | None) -> Pieces:
    """Return what an annex is attached to: number and day of the report, which are gaps, and who issues it."""
    issuer = paper.issuer
    name = None if issuer is None else issuer.name or " ".join(issuer.body)
    return filled(
        speech,
        "annex.attached",
        number=Gap(_GAP),
        symbol=[Text("/"), Gap(_GAP)] if issuer is None else issuer.symbol,
        day=Gap(_GAP) if dated is None else f"{dated.day:02}",
        month=Gap(_GAP) if dated is None else _month(dated),
        year=Gap(_GAP) if dated is None else str(dated.year),
        issuer=Gap(speech.say("annex.issuer")) if name is None else name,
    )


def _month(day: date) -> str:
    """Return a month as offices write it: January and February with two digits, so that nothing can be put before."""
    return f"{day.month:02}" if day.month < 3 else str(day.month)  # noqa: PLR2004 - March
