"""What stands above and beneath the text of a report, as NĐ 30/2020/NĐ-CP lays it out; in English it is plain.

What the book does not know of whoever issues it is a gap, and so is the name of who signs.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from antq_cli.core.issuers import Issuer
from antq_cli.core.paper import Paper
from antq_cli.core.report import Gap, Head, Piece, Pieces, Signature, Text
from antq_cli.pages.paper.making import Making
from antq_cli.words.speech import Speech, lowered, speech

_GAP = re.compile(r"(\[[^\]]*\])")
# Of days below ten and of the first two months a 0 is written before the digit, so that none can be added.
_PADDED_DAYS, _PADDED_MONTHS = 10, 3
# Where the office writes the number; blanks that do not break, or a program might make one of them.
_OPEN = "\u00a0" * 6
_FESTIVAL = "festival"


def head(paper: Paper, making: Making, lang: str) -> Head:
    """Return what stands above the text."""
    said = speech(lang)
    subject = list(_subject(paper, making, said))
    warning = said.say("head.synthetic") if paper.data == "synthetic" else ""
    if lang != "vi":
        return _plain(paper, making, said, subject, warning)
    issuer = paper.issuer
    place = Gap(said.say("head.place")) if issuer is None else Text(issuer.place)
    return Head(
        national=[said.say("head.state"), said.say("head.motto")],
        superior=[] if issuer is None else issuer.superior,
        body=[[Gap(said.say("head.body"))]] if issuer is None else [[Text(line)] for line in issuer.body],
        number=[
            Gap(said.say("head.number") + _OPEN),
            Gap(said.say("head.symbol")) if issuer is None else Text(issuer.symbol),
        ],
        dated=[place, Text(", "), _day(making.dated, said)],
        kind=said.say("head.kind"),
        subject=subject,
        warning=warning,
        to=[Text(f"{said.say('head.to')} "), Gap(said.say("head.receiver"))],
    )


def _plain(paper: Paper, making: Making, said: Speech, subject: Sequence[str], warning: str) -> Head:
    """Return the head of a report for which no layout is prescribed: of whom it is, and when it was signed."""
    dated = [] if making.dated is None else [Text(said.day(making.dated))]
    lines = [*subject, *([_where(paper, said)] if making.title is None else [])]
    return Head([], [], [], [], dated, said.say("head.kind"), lines, warning)


def _where(paper: Paper, said: Speech) -> str:
    level = paper.where.level.name(said.lang)
    return paper.where.name if level is None else f"{paper.where.name} ({lowered(level)})"


def _day(dated: date | None, said: Speech) -> Piece:
    """Return the day of signing as it is written out."""
    if dated is None:
        return Gap(said.say("head.undated"))
    day, month = dated.day, dated.month
    values = {
        "day": f"{day:02}" if day < _PADDED_DAYS else f"{day}",
        "month": f"{month:02}" if month < _PADDED_MONTHS else f"{month}",
        "year": f"{dated.year}",
    }
    return Text(said.say("head.dated", **values))


def _subject(paper: Paper, making: Making, said: Speech) -> Iterator[str]:
    """Yield the lines of the subject: what is asked for, or else that of the outline and the period."""
    if making.title is not None:
        yield from filter(None, map(str.strip, making.title.splitlines()))
        return
    own = own_subject(paper, making, said)
    if own is not None:
        yield from own
        return
    yield said.say("head.subject")
    yield from _of_when(said.say("head.movement"), paper, said)


def _of_when(movement: str, paper: Paper, said: Speech) -> Sequence[str]:
    """Return the movement with the name of the period; days without one are too long to stand beside it."""
    when = _period(paper, said)
    named = paper.period is not None and paper.period.name is not None
    between = "" if said.lang == "vi" else ","
    return [f"{movement}{between} {when}"] if named else [movement, when]


def own_subject(paper: Paper, making: Making, said: Speech) -> Sequence[str] | None:
    """Return the lines of the subject of an outline that has its own; None of those that are on results of a period."""
    if making.template != _FESTIVAL:
        return None
    return said.say("head.subject.festival"), said.say("head.festival", year=f"{_year(paper)}")


def _year(paper: Paper) -> int:
    return (paper.as_of if paper.period is None else paper.period.last).year


def _period(paper: Paper, said: Speech) -> str:
    period = paper.period
    if period is None:
        return said.say("head.stock", day=paper.as_of)
    if period.name is None:
        return said.say("head.days", first=period.first, last=period.last)
    return lowered(said.period(period.name)) if said.lang == "vi" else said.period(period.name)


# Beneath the text ------------------------------------------------------------------------------------------------


def signature(paper: Paper, lang: str) -> Signature:
    """Return what stands beneath the text; nothing in a plain report. No book knows the name of who signs."""
    if lang != "vi":
        return Signature()
    said, issuer = speech(lang), paper.issuer
    authority = [] if issuer is None else issuer.authority
    signatory = "foot.signatory" if authority else "foot.whose-authority"
    return Signature(
        authority=authority,
        signatory=[Gap(said.say(signatory))],
        received_title=said.say("foot.received"),
        recipients=list(_recipients(issuer, said)),
    )


def _recipients(issuer: Issuer | None, said: Speech) -> Iterator[Pieces]:
    """Yield the lines of who receives it: the first is whom it is addressed to, and the last ends with a point."""
    unknown = [said.say("foot.others"), said.say("foot.file")]
    lines = [said.say("foot.as-above"), *((issuer and issuer.recipients) or unknown)]
    for number, line in enumerate(lines, 1):
        yield [Text("- "), *_pieces(line), Text("." if number == len(lines) else ";")]


def _pieces(line: str) -> Iterator[Piece]:
    """Yield a line of the manifest, in which what stands in brackets is a gap."""
    for part in filter(None, _GAP.split(line)):
        yield Gap(part) if _GAP.fullmatch(part) else Text(part)
