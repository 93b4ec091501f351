"""The catalogue is whole: what the program can ask for is there, in both languages, and nothing else is."""

import ast
import re
import string
import tomllib
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import TypeAdapter, ValidationError

import antq_cli
from antq_cli.checks.letters import Damage
from antq_cli.checks.registry import registry
from antq_cli.checks.timely import Unjudged
from antq_cli.cli.commands import COMMANDS, GROUPS
from antq_cli.cli.examples import EXAMPLES
from antq_cli.cli.options import OPTIONS
from antq_cli.cli.when import Origin
from antq_cli.core.calendars import EVERY
from antq_cli.core.changes import Became, Came, Fate, Formless, Rows
from antq_cli.core.checked import WhyNot
from antq_cli.core.claims import Unverifiable, Verdict
from antq_cli.core.exits import FAIL_ON, Exit
from antq_cli.core.figures import State
from antq_cli.core.findings import BOOK, STAGES, Severity
from antq_cli.core.imported import RowClass, RowOutcome, Use
from antq_cli.core.manifest import Campaign, PledgeKind, TeamKind
from antq_cli.core.measures import FLOWS, WORDS
from antq_cli.core.names import ORGANISATION_KINDS, OTHERWISE, REGISTER_NAMES
from antq_cli.core.ordering import SORTINGS
from antq_cli.core.reconciled import Beside
from antq_cli.core.registers import REGISTERS
from antq_cli.core.reporting import Arrival
from antq_cli.counting.returns import NoMeasure
from antq_cli.counting.unused_returns import Why
from antq_cli.memory.store import KINDS
from antq_cli.pages.changes import PUT_RIGHT
from antq_cli.pages.figures import REGISTERED, UNRATED
from antq_cli.pages.rules import slot
from antq_cli.pages.standards import BESIDE
from antq_cli.reading.alike import NoRow
from antq_cli.reading.coding import Coding
from antq_cli.reading.forms import Form
from antq_cli.reading.repair import Trouble
from antq_cli.units.daymap import Gone
from antq_cli.words.speech import LANGUAGES, speech
from antq_cli.writing.importing.findings import Found
from antq_cli.writing.importing.forms import FORMS
from antq_cli.writing.mending.counts import Doubted
from antq_cli.writing.mending.sheets import Between
from tests.words.catalogue import CATALOGUE, MODULES
from tests.words.keys import GAP, Asked, Program

ROOT = Path(__file__).parents[2]
SIDES = dict(zip(("en", "vi"), zip(*CATALOGUE.values(), strict=True), strict=True))


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


# What comes out of data -------------------------------------------------------------------------------------------


def choices(register: str, column: str) -> tuple[str, ...]:
    """The words that a column takes, as the finding on any other word tells them (D106)."""
    judge = next(each.judge for each in REGISTERS[register].columns if each.name == column)
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(judge).validate_python("?")
    allowed: tuple[str, ...] = refused.value.errors()[0]["ctx"]["allowed"]
    return allowed


def glossed() -> set[str]:
    """The words that a column, a key of the manifest or an option takes, all of them English."""
    columns = ("crosswalk", "part"), ("households", "excluded"), ("pledges", "event"), ("assessments", "result")
    declared = (Campaign.model_fields["data"], PledgeKind.model_fields["source"], TeamKind.model_fields["source"])
    levels = ("district", "cluster", "commune", "area")  # as most books call them
    words = (word for column in columns for word in choices(*column))
    keys = (word for field in declared for word in get_args(field.annotation))
    return {*words, *keys, *ORGANISATION_KINDS, *levels, *FAIL_ON, *EVERY}


def unnamed_kinds() -> Iterator[str]:
    """The kinds of pledges and standards to which books give no name, because antq has one for each."""
    for file in (*ROOT.glob("data/*/antq.toml"), *ROOT.glob("tests/books/*/antq.toml")):
        manifest = tomllib.loads(file.read_text("utf-8"))
        for family in ("pledges", "standards"):
            kinds = manifest.get(family, {}).items()
            yield from (f"{family}.{id_}" for id_, kind in kinds if kind.keys().isdisjoint(LANGUAGES))


# Types that list words, each of which somebody makes.
LITERALS: Mapping[str, Any] = {
    "arrival": Arrival,
    "near": Found,
    "outcome": RowOutcome,
    "read-as": Found,
    "row-class": RowClass,
    "use": Use,
    "file": Fate,
    "log": Became,
    "taken": Came,
    "beside": Beside,
    "coding": Coding,
    "damage": Damage,
    "doubt": Doubted,
    "form": Form,
    "form-of": Formless,
    "gone": Gone,
    "judged": Unjudged,
    "no-row": NoRow,
    "no_measure": NoMeasure,
    "no_use": Why,
    "separator": Between,
    "severity": Severity,
    "toml": Trouble,
    "unverifiable": Unverifiable,
    "verdict": Verdict,
    "why-not": WhyNot,
}
# The families that have a summary of their own, and those of them of which nothing has a denominator.
SUMMARISED = {command.path.split()[0] for command in COMMANDS.values() if command.function.startswith("summaries:")}
UNRATED_ONES = {family for family in SUMMARISED if family in UNRATED}
# What an option may mean in one command: who asks takes no for an answer, and the goldens of the help hold these.
OF_ONE_COMMAND = {f"{name}.{path}" for path, command in COMMANDS.items() for name in command.options}


@cache
def program() -> Program:
    return Program()


@cache
def from_data() -> Mapping[str, Collection[str]]:
    """What may stand behind the first word of a key where data says it; of the sentences of rules, the whole key."""
    sentences = [f"{code}.{part}" for code in program().codes() for part in ("what", "fix")]
    explained = [f"{code}.{part}" for code in registry() for part in ("name", "holds", "why")]
    of_findings = (
        (code, text) for code in registry() for part in ("what", "fix") for text in CATALOGUE.get(f"{code}.{part}", ())
    )
    words = {group: get_args(literal) for group, literal in LITERALS.items()}
    return {
        **words,
        "annex": [f"flow.{flow}" for flow in FLOWS],
        GAP: [*sentences, *explained],
        "blank-form": {
            *(day for form in FORMS.values() for day in form.days),
            *(f"part.signed.{part}" for part in FORMS["returns"].parts),
            *(f"part.done.{part}" for part in FORMS["activities"].parts),
            *(f"wrong.{takes}" for takes in ("count", "day", "name")),
        },
        "import": {f"part.{part}" for form in FORMS.values() for part in form.parts},
        "change": UNRATED_ONES,
        "column": [
            *(f"flow.{flow}" for flow in (*FLOWS, REGISTERED)),
            REGISTERED,
            *(f"kind.{family}" for family in UNRATED_ONES),
            *(f"reach.{family}" for family in UNRATED_ONES if "reach" in WORDS[family].parts),
            *UNRATED_ONES,
            *BESIDE,
            *(f"outcome.{each}" for each in get_args(RowOutcome)),
        ],
        "command": (*COMMANDS, *GROUPS),
        "differs": {f"{part}-{way}" for part in ("num", "den") for way in ("more", "fewer")},
        "data": get_args(Campaign.model_fields["data"].annotation),
        "cached": KINDS,
        "calendar": ("civil",),
        "choice": glossed(),
        "field": {
            *(column.name for register in REGISTERS.values() for column in register.columns),
            *OTHERWISE.values(),
        },
        "register": (BOOK, *REGISTER_NAMES),
        "example": {f"{path or 'antq'}.{n}" for path in EXAMPLES for n in range(1, len(EXAMPLES[path]) + 1)},
        "flow": (*FLOWS, REGISTERED),
        "help": {f"exit.{code.value}" for code in Exit},
        # Kinds that are those of the register of organisations need no name in the manifest.
        "kind": {
            *unnamed_kinds(),
            "households",
            *(f"{family}.{kind}" for family in ("organisations", "pledges") for kind in ORGANISATION_KINDS),
        },
        "metavar": {each.metavar for each in OPTIONS.values() if each.metavar}
        | {each.words for each in COMMANDS.values() if each.words},
        "option": {*OPTIONS, *OF_ONE_COMMAND},
        "order": SORTINGS,
        "overview": BESIDE,
        "panel": {each.panel for each in COMMANDS.values()},
        "part-of": {part for words in WORDS.values() for part in words.told(within=words.flowing) if part},
        "period": ("year", "H1", "H2", "9T", "Q1", "Q2", "Q3", "Q4", "month"),
        "place": choices("crosswalk", "part"),
        "result": choices("assessments", "result"),
        "log": {*get_args(Became)} - {"made"},  # of which there is nothing more to say
        "mended": PUT_RIGHT,
        "rows": Rows._fields,
        "slot": {slot(code, name) for code, text in of_findings for name in placeholders(text)},
        "stage": {rule.stage for rule in registry().values()},
        # A full count says nothing beside its numbers, and nothing is suppressed as yet.
        "state": {*get_args(State)} - {"counted", "suppressed"},
        "subject": ORGANISATION_KINDS,
        "talk": [f"as-of.{origin}" for origin in get_args(Origin)],
        "title": SUMMARISED,
    }


def filled(asked: Asked) -> set[str]:
    """The keys that somebody asks for, with what data may put into the gaps."""
    if GAP not in asked.key:
        return {asked.key}
    group = asked.key.partition(".")[0]
    known = from_data().get(group, ())
    keys = {word if group == GAP else f"{group}.{word}" for word in known}
    pattern = re.escape(asked.key).replace(re.escape(GAP), ".+")
    return {key for key in keys if asked.key != GAP and re.fullmatch(pattern, key)}


@cache
def asked_for() -> set[str]:
    """Every key that the program can ask for."""
    return {key for asked in program().asked() for key in filled(asked)}


def missed(keys: Collection[str]) -> set[str]:
    """The keys that the program can ask for and that are not among some."""
    return asked_for().difference(keys) - {f"option.{word}" for word in OF_ONE_COMMAND}


# What is asked for ------------------------------------------------------------------------------------------------


def test_whoever_asks_is_known_to_ask_for_something() -> None:
    """A gap that nothing fills is a key of which nobody knows what it may be: say it in `from_data`."""
    assert [asked for asked in program().asked() if not filled(asked)] == []


def test_every_key_that_can_be_asked_for_is_there() -> None:
    assert missed(CATALOGUE) == set()


def test_every_entry_can_be_asked_for() -> None:
    assert CATALOGUE.keys() - asked_for() == set()


def test_every_entry_is_missed_where_it_is_gone() -> None:
    unnoticed = [key for key in CATALOGUE if missed(CATALOGUE.keys() - {key}) != {key}]
    assert unnoticed == [key for key in CATALOGUE if key.removeprefix("option.") in OF_ONE_COMMAND]


def test_all_that_data_may_say_is_asked_for() -> None:
    """Else a text that nobody can ask for would pass for one that somebody can."""
    known = {key if group == GAP else f"{group}.{key}" for group, words in from_data().items() for key in words}
    assert known - asked_for() == set()


def test_every_word_of_a_type_is_made_somewhere() -> None:
    listed = {word for literal in LITERALS.values() for word in get_args(literal)}
    assert listed - program().written == set()


def test_nobody_but_the_catalogue_knows_where_a_text_stands() -> None:
    """An entry stands in the module where it is looked for, and in no other."""
    assert sum(map(len, MODULES.values())) == len(CATALOGUE)
    for key, sides in CATALOGUE.items():
        assert tuple(speech(lang).template(key) for lang in SIDES) == sides, key


# What stands there ------------------------------------------------------------------------------------------------


def test_both_texts_have_the_same_values_in_braces() -> None:
    assert [key for key, (en, vi) in CATALOGUE.items() if placeholders(en) != placeholders(vi)] == []


@pytest.mark.parametrize("lang", SIDES)
def test_texts_are_composed_and_tidy(lang: str) -> None:
    for key, text in zip(CATALOGUE, SIDES[lang], strict=True):
        assert unicodedata.is_normalized("NFC", text), key
        assert text == text.strip() != "", key
        assert "  " not in text, key
        assert text.replace("\u00a0", " ").isprintable(), key  # a header of two words keeps both in one line
        if key[0] in STAGES and not key.endswith(".name"):
            assert text[0] == text[0].upper() or text.startswith("antq.toml "), key
            assert text.endswith("."), key


def test_each_text_stands_on_its_own_side() -> None:
    """Vietnamese letters stand in English texts only in names, which the Vietnamese ones have as well."""
    letters = re.compile("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]", re.IGNORECASE)
    numbers = {key: [len(letters.findall(text)) for text in sides] for key, sides in CATALOGUE.items()}
    assert [key for key, (en, vi) in numbers.items() if vi < en] == []
    assert sum(vi > en for en, vi in numbers.values()) > 0.9 * len(CATALOGUE)


def test_a_rule_has_its_own_name_and_a_short_one_in_vietnamese_that_no_other_has() -> None:
    names = {code: CATALOGUE[f"{code}.name"] for code in registry()}
    assert {code: en for code, (en, _) in names.items()} == {code: rule.name for code, rule in registry().items()}
    assert [vi for _, vi in names.values() if len(vi) > 25] == []
    assert len({vi for _, vi in names.values()}) == len(names)


@pytest.mark.parametrize("side", SIDES)
def test_what_explains_a_rule_needs_no_finding(side: str) -> None:
    """It is the same for every book, and short enough to be read; no two rules are explained alike."""
    texts = [speech(side).template(f"{code}.{part}") for code in registry() for part in ("holds", "why")]
    assert [text for text in texts if placeholders(text)] == []
    assert [text for text in texts if not 15 < len(text) < 300] == []
    alike = {text for text in texts if texts.count(text) > 1}
    assert alike <= {speech(side).template(f"{code}.holds") for code in ("S008", "F015")}


def test_what_people_read_is_not_written_in_other_rooms() -> None:
    """No module but the catalogue's and the passages' holds a word with a Vietnamese letter, and what reads such."""
    package = Path(antq_cli.__file__).parent
    texts = {package.parent.joinpath(*name.split(".")).with_suffix(".py") for name in MODULES}
    assert len(texts) == len(MODULES)
    passages = {*(package / "words" / "passages" / "vi").rglob("*.py")}
    assert passages
    # Words by which tables of offices are recognised.
    tables = {package / "words" / "office_tables.py"}
    widths = {package / "reports" / "measuring.py"}  # of letters, of which it says how wide they are
    reading = {"alphabet", "folding", "forms", "legacy", "names", "named", "numbers", "personal", "syllables"}
    for file in {*package.rglob("*.py")} - texts - passages - tables - widths:
        if file.stem not in {"examples", "speech", *reading}:
            code = [node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Constant)]
            said = [node.value for node in code if isinstance(node.value, str) and "\n" not in node.value]
            assert not [text for text in said if re.search("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệ]", text)], file
