"""From what a report was made, line by line in words, for where there is room to say all of it."""

from collections.abc import Iterator, Sequence
from typing import Any

from antq_cli.core.calendars import Period
from antq_cli.core.paper import Paper
from antq_cli.core.report import Provenance
from antq_cli.words.speech import Speech

Told = tuple[str, str]


def told(made: Provenance, paper: Paper, speech: Speech) -> Sequence[Told]:
    """Return what each thing is and which it is, in a language: hashes are digits alone, registers have their names."""
    record, say = made.record, speech.say
    book, findings, gaps = record["book"], record["findings"], record["gaps"]
    return [
        *_asked(paper, speech),
        (say("origin.book"), book["id"]),
        (say("origin.data"), say(f"data.{book['data']}")),
        *_hashes(book, speech),
        (say("origin.template"), _digits(record["template"])),
        (say("origin.source"), _digits(made.source)),
        (say("origin.findings"), say("origin.found", **findings)),
        (say("origin.gaps"), say("origin.open", **gaps)),
        (say("origin.tool"), f"{record['tool']['name']} {record['tool']['version']}"),
        *_commit(record, speech),
    ]


def _asked(paper: Paper, speech: Speech) -> Iterator[Told]:
    """Yield of what it is: when, where, on whose map."""
    say, where = speech.say, paper.where
    yield say("origin.day"), speech.day(paper.as_of)
    for name, period in ((say("origin.period"), paper.period), (say("origin.vs"), paper.before)):
        if period is not None:
            yield name, _period(period, speech)
    yield say("origin.unit"), f"{where.name} ({where.code})"
    if paper.by is not None:
        yield say("origin.by"), paper.by.name(speech.lang) or paper.by.id
    yield say("origin.basis"), speech.day(paper.basis)


def _period(period: Period, speech: Speech) -> str:
    days = speech.say("title.days", first=period.first, last=period.last)
    return days if period.name is None else f"{speech.period(period.name)} ({days})"


def _hashes(book: dict[str, Any], speech: Speech) -> Iterator[Told]:
    """Yield the hashes of what was read; of what has none nothing."""
    whole = ((speech.say("origin.content"), book["content"]), (speech.say("origin.manifest"), book["manifest"]))
    yield from ((name, _digits(digest)) for name, digest in whole if digest is not None)
    for name, digest in book["registers"].items():
        yield speech.say("origin.register", register=speech.say(f"register.{name}")), _digits(digest)


def _digits(digest: str) -> str:
    return digest.rpartition(":")[2]


def _commit(record: Any, speech: Speech) -> Iterator[Told]:
    if "commit" in record:
        state = speech.say("origin.clean" if record["clean"] else "origin.changed")
        yield speech.say("origin.commit"), f"{record['commit']} ({state})"
