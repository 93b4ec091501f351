"""The sink for findings: whoever reports what first, the same comes out, once, and no more is held than is kept."""

import random
import tracemalloc
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_cli.checks.baseline import Baseline, Comparison, Recording
from antq_cli.checks.registry import registry
from antq_cli.checks.waivers import Waiving
from antq_cli.cli.commands import COMMANDS
from antq_cli.core import spool
from antq_cli.core.canon import Hashes
from antq_cli.core.checked import Checked, Step
from antq_cli.core.collector import Collector
from antq_cli.core.findings import Finding, Place, Subject
from antq_cli.core.outcomes import BookLabel, Outcome
from antq_cli.core.settings import Waiver
from antq_cli.core.settling import Settled, Terms, settle
from antq_cli.core.shield import Shield
from antq_cli.render.formats import Telling
from antq_cli.render.screen import written
from antq_cli.words.speech import speech
from tests.thinned import tries

DAY, TODAY = date(2021, 8, 31), date(2026, 8, 1)
LABEL = BookLabel("b", "synthetic", "Sổ", "A book", None, "book", (), Hashes)
PHONE = "0912 345 678"
RULES = registry()


def finding(code: str, line: int, cell: str, key: str, *, secret: bool = False) -> Finding:
    values = {"register": "returns", "column": "count", "value": cell, "other": "9", "reported": 3}
    place = Place("returns.csv", line, 3)
    return Finding(RULES[code], place, values, cell, f"{key},{cell},{PHONE}", secret, Subject(line, key, secret))


FINDINGS = st.builds(
    finding,
    st.sampled_from(["D104", "D202", "P202", "P101", "R201"]),
    st.integers(1, 3),
    st.sampled_from(["x", "y", PHONE]),
    st.sampled_from(["a", "b"]),
    secret=st.booleans(),
)
PARTS = st.lists(st.lists(FINDINGS, max_size=6), max_size=6)


class Asked(NamedTuple):
    """What may be asked of a collector."""

    waived: str | None
    baseline: Baseline
    limit: int | None


def settled(parts: Iterable[Iterable[Finding]], asked: Asked, base: Collector | None = None) -> tuple[Settled, int]:
    """What becomes of the findings of some parts, and how many of the baseline are gone."""
    collector = Collector(base)
    for part in parts:
        collector.report(part)
    written = {"rule": "D104", "register": "returns", "key": asked.waived, "reason": "r"}
    waivers = [] if asked.waived is None else [Waiver.model_validate(written)]
    comparison = Comparison(asked.baseline)
    reason = Waiving(waivers, TODAY).reason
    terms = Terms(Shield(()), lambda found: found.rule.code != "R201", reason, comparison.is_known, asked.limit)
    return settle(collector, terms), comparison.gone


def checked(came: Settled, gone: int = 0) -> Checked:
    steps = [
        Step(rule, register, 9, "failed" if n.told else "passed", n.told, n.waived, n.known)
        for (rule, register), n in sorted(came.counts.items())
    ]
    return Checked(came.told, steps, came.waived, came.known, gone, baseline=True)


def pieces(form: str, result: Checked, examples: int | None = None) -> Iterable[str]:
    """A check in a format."""
    outcome = Outcome("check", result.exit(), result, book=LABEL, as_of=DAY, today=TODAY)
    return written(form, Telling(outcome, speech("en"), examples, "book", to_file=True))


def known(findings: Iterable[Finding]) -> Baseline:
    recording = Recording()
    for found in findings:
        recording.is_known(found)
    return recording.baseline


@given(
    parts=PARTS,
    order=st.randoms(use_true_random=False),
    waived=st.sampled_from([None, "a", "*"]),
    before=st.lists(FINDINGS, max_size=4),
    limit=st.sampled_from([None, 0, 1, 2]),
    form=st.sampled_from(["json", "jsonl", "csv", "sarif", "junit", "github", "concise", "md"]),
    room=st.sampled_from([2, 1000]),
)
@tries(150)
def test_parts_in_any_order_give_the_same_bytes(
    parts: list[list[Finding]],
    order: random.Random,
    waived: str | None,
    before: list[Finding],
    limit: int | None,
    form: str,
    room: int,
) -> None:
    other = [*parts]
    order.shuffle(other)
    asked = Asked(waived, known(before), limit)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spool, "ROOM", room)
        one, two = (["".join(pieces(form, checked(*settled(each, asked)), limit))] for each in (parts, other))
        beneath = Collector()
        for part in other[::2]:
            beneath.report(part)
        three = ["".join(pieces(form, checked(*settled(other[1::2], asked, beneath)), limit))]
    assert one == two == three


@given(parts=PARTS, limit=st.sampled_from([None, 0, 1, 2]), waived=st.sampled_from([None, "a", "*"]))
def test_numbers_are_exact_whatever_is_kept(parts: list[list[Finding]], limit: int | None, waived: str | None) -> None:
    unique = {(each.rule.code, each.place, str(each.values)): each for part in parts for each in part}
    told = Counter(code for code, *_ in unique if code != "R201")
    came, _ = settled(parts, Asked(waived, {}, limit))
    assert {rule.code: n.told + n.waived + n.known for (rule, _), n in came.counts.items()} == told
    kept = Counter(each.rule.code for each in came.told)
    assert kept == +Counter(
        {rule.code: n.told if limit is None else min(n.told, limit) for (rule, _), n in came.counts.items()}
    )
    assert [each.order for each in came.told] == sorted(each.order for each in came.told)


def long(code: str, line: int) -> Finding:
    """A finding with texts so long that nobody holds many of them unnoticed."""
    text = f"x{line}".ljust(4000, "x")
    return finding(code, line, text, "ab"[line % 2])._replace(excerpt=text)


def peak(form: str, n: int) -> int:
    """How many bytes are held at most where so many rows have two findings each, some of which are waived."""
    parts = [(long("D104", line) for line in range(n)), (long("D202", line) for line in range(n, 0, -1))]
    tracemalloc.start()
    try:
        came, _ = settled(parts, Asked("a", {}, None))
        for _piece in pieces(form, checked(came)):
            pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("form", COMMANDS["check"].formats)
def test_ten_times_as_many_findings_take_no_more_memory(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("ROOM", 16), ("_CHUNK", 2), ("_RUNS", 8)):
        monkeypatch.setattr(spool, name, value)
    peak(form, 10)  # what is loaded, and kept from then on
    few, many = peak(form, 20), peak(form, 200)
    assert many < 3 * few
