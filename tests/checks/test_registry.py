"""The registry: each code belongs to one room, each rule has its own name, and every finding its register."""

import pytest

from antq_cli.answers.rules import RULES as ANSWERS
from antq_cli.checks import calendars, imports, letters, plausible, privacy, timely, twins, waivers
from antq_cli.checks.registry import registry
from antq_cli.core.findings import BOOK, STAGES
from antq_cli.core.registers import REGISTERS
from antq_cli.counting.rules import RULES as COUNTING
from antq_cli.reading.rules import RULES as READING
from antq_cli.reading.sheets.rules import RULES as SHEETS
from antq_cli.units.rules import RULES as UNITS
from antq_cli.words.speech import LANGUAGES, speech

ROOMS = [
    READING,
    UNITS,
    COUNTING,
    ANSWERS,
    SHEETS,
    *(each.RULES for each in (calendars, imports, letters, twins, waivers, timely, plausible, privacy)),
]


def test_each_code_belongs_to_one_room() -> None:
    assert len(registry()) == sum(map(len, ROOMS))
    assert all(code == rule.code for code, rule in registry().items())


def test_rules_stand_in_the_order_of_the_stages() -> None:
    order = [(list(STAGES).index(code[0]), code) for code in registry()]
    assert order == sorted(order)


def test_each_rule_has_its_own_name_and_family() -> None:
    rules = registry().values()
    assert len({rule.name for rule in rules}) == len(rules)
    assert {rule.code[0] for rule in rules} == set(STAGES) - {"U"}


def test_each_rule_looks_at_registers_that_there_are() -> None:
    assert all(rule.of and {*rule.of} <= {BOOK, *REGISTERS} for rule in registry().values())


def test_a_code_that_two_rooms_declare_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(UNITS, "D101", READING["D101"])
    with pytest.raises(ValueError, match="D101"):
        registry()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_rule_has_its_four_sentences(lang: str) -> None:
    keys = [f"{code}.{part}" for code in registry() for part in ("holds", "why", "what", "fix")]
    assert [key for key in keys if not speech(lang).template(key).endswith((".", "?"))] == []
