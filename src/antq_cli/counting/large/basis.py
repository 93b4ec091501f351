"""By what rows of the bulk registers are judged and counted, beside their own bytes: all that tallies stand on."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from antq_cli.core.manifest import HOUSEHOLD, Manifest, Months, Yearly
from antq_cli.memory import witness
from antq_cli.memory.surroundings import versions
from antq_cli.reading.apart import Answer
from antq_cli.reading.tables import Elsewhere

# The rooms whose code judges and counts, in whatever way.
ROOMS = ("core", "reading", "units", "counting", "counting/large", "counting/large/scale")
# What comes of reading what no antq of this form has written, though its hash is right.
NO_ENTRY = (ValueError, TypeError, LookupError, AttributeError, RecursionError)


def judged_by(manifest: Manifest) -> Mapping[str, object]:
    """Return every value of a manifest by which rows of the bulk registers are judged and counted.

    Of kinds that no household signs that is who does: their rows are no part of a tally.
    """
    begins = manifest.campaign.begins
    return {
        "begins": begins and begins.isoformat(),
        "pledges": {kind: [manifest.subject(kind), *_lapsing(manifest, kind)] for kind in sorted(manifest.pledges)},
    }


def _lapsing(manifest: Manifest, kind: str) -> Sequence[object]:
    """Return by what a pledge of a kind lapses that households sign."""
    rule = manifest.pledges[kind].validity
    if manifest.subject(kind) != HOUSEHOLD:
        return ()
    if isinstance(rule, Months):
        return (rule.months,)
    if isinstance(rule, Yearly):
        calendar = manifest.calendar(rule.calendar)
        return calendar.begins, calendar.ends
    return ()


def basis(manifest: Manifest, map_: Mapping[str, str]) -> str | None:
    """Return in a text by what rows are judged: the code and its libraries, the manifest, the map's files with hashes.

    None where nobody can tell by which code.
    """
    try:
        code = witness.rooms(*ROOMS)
    except OSError:  # antq lies in no files
        return None
    by = [*versions(), witness.libraries(), code]
    return None if code is None else json.dumps([*by, judged_by(manifest), [*map_.items()]])


def answer_in(written: Sequence[Any], units: int) -> Answer:
    """Return the answer that was written, of a map of so many units; raises ValueError or TypeError where none was."""
    answer = Counter({(where and tuple(where), *others): n for where, *others, n in written})
    # Of very many numbers these are few: each is looked at once.
    sites = {key[0] for key in answer} - {None}
    kinds = {type(each) for others in {key[1:] for key in answer} for each in others}
    right = kinds <= {str, bool} and {*map(type, answer.values())} <= {int} and min(answer.values(), default=0) >= 0
    if not right or not all(_is_site(number, since, units) for number, since in sites):
        raise ValueError(written)
    return answer


def _is_site(number: object, since: Any, units: int) -> bool:
    """Return whether there may be such a site; raises ValueError or TypeError where its day is none."""
    return type(number) is int and 0 <= number < units and (since == "" or date.fromisoformat(since) is not None)


def elsewhere_in(written: Sequence[Any]) -> Elsewhere:
    """Return what was written of rows that are counted elsewhere; raises ValueError or TypeError as above."""
    rows, subjects, first = written
    if not all(type(n) is int and n >= 0 for n in (rows, subjects)) or type(first) is not dict:
        raise ValueError(written)
    for day in first.values():
        date.fromisoformat(day)
    return Elsewhere(rows, subjects, first)
