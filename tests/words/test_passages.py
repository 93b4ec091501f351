"""What a report says, in every state that its figures may be in, in both languages."""

import re
from collections.abc import Sequence
from functools import cache

import pytest

from antq_cli.core.outline import PASSAGES
from antq_cli.core.paper import Paper
from antq_cli.core.report import Gap, Number, text_of
from antq_cli.words.passages import passage
from tests.words.papers import STATES, counted, published, put, returned, sample
from tests.words.sentences import ENGLISH, VIETNAMESE
from tests.words.test_vietnamese import of_the_new_way

LANGUAGES = ("vi", "en")


def said(name: str, found: Paper, lang: str = "vi") -> list[str]:
    return [text_of(pieces) for pieces in passage(name, found, lang)]


@cache
def every_paper() -> dict[str, Paper]:
    """The sample in each state, and papers of other days, units and books."""
    found = {state: put(sample(), change) for state, change in STATES.items()}
    found |= {f"earlier {state}": put(sample(), STATES[state], earlier=True) for state in ("unknown", "partial")}
    found |= {f"returns {how}": returned(sample(), how) for how in ("on-time", "late", "undated", "missing")}
    return found | {
        "published": published(),
        "merged": counted("cam-thuy-sample", "2025-Q3", "2024-Q3"),
        "quarter": counted("cam-thuy-sample", "2021-Q3"),
        "year": counted("cam-thuy-sample", "2021"),
        "stock": counted("cam-thuy-sample", None),
        "commune": counted("cam-thuy-sample", None, None, "15139"),
        "place": counted("cam-thuy-sample", None, None, "15139-01"),
    }


# Properties of all -----------------------------------------------------------------------------------------------

# Ids, English words and what no office prints; what directives, partners and models are called is the book's own.
_FOREIGN = re.compile(
    r"\b(?:pledges|teams|models|standards|activities|units)\.|_|None"
    r"|\b(?:household|commune|area|district|school|student|unit|organisation|registration|of|by|not)s?\b"
)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", PASSAGES)
def test_every_passage_in_every_state_is_made_of_whole_sentences(name: str, lang: str) -> None:
    for state, found in every_paper().items():
        for sentence in passage(name, found, lang):
            text = text_of(sentence)
            assert text.endswith((".", ":") if name == "opening" else "."), (state, text)
            assert "  " not in text, (state, text)
            assert not re.search(r" [,;.)]|\( |,,|;;|\.\.|[;,]\.|\(\)", text.replace("./.", ".")), (state, text)
            if lang == "vi":
                assert not of_the_new_way(text), (state, text)
                assert not _FOREIGN.search(text), (state, text)
            for piece in sentence:
                assert piece.text, (state, text)


def numbers_of(found: Paper, lang: str) -> list[Number]:
    sentences = [sentence for name in PASSAGES for sentence in passage(name, found, lang)]
    return [piece for sentence in sentences for piece in sentence if isinstance(piece, Number)]


def plain(text: str) -> str:
    """A number as machines write it, of one that is written in Vietnamese."""
    return text.removesuffix("%").replace(".", "").replace(",", ".")


def test_every_number_is_that_of_its_figure_and_printed_as_what_it_is() -> None:
    for number in (number for found in every_paper().values() for number in numbers_of(found, "vi")):
        if number.figure is not None:
            assert (number.figure.figure, getattr(number.figure, number.part)) == (number.id, number.value)
        else:
            assert re.fullmatch(r"[a-z.-]+@[a-z0-9-]+:[0-9.~-]+", number.id), number
        value = str(number.value).lstrip("+-")
        assert float(plain(number.text)) == float(value), number
        assert not re.match("00", number.text), number


def test_what_is_below_ten_has_two_digits_in_vietnamese_alone_and_never_what_is_of_nobody() -> None:
    found = every_paper()
    for state in found:
        text = " ".join(sentence for name in PASSAGES for sentence in said(name, found[state]))
        for piece in numbers_of(found[state], "vi"):
            if piece.text in [*"123456789"]:
                assert f"0/{piece.text}" in text, (state, piece)
    small = {piece.text for piece in numbers_of(found["some"], "en")}
    assert {"1", "2", "3", "4"} <= small
    assert not {"00", "01", "02", "03"} & small


def test_both_languages_say_the_same_numbers() -> None:
    for state, found in every_paper().items():
        vi, en = ({(number.id, number.part, number.value) for number in numbers_of(found, lang)} for lang in LANGUAGES)
        # Vietnamese tells what the units call themselves, which English has no words for.
        other = {each for each in vi ^ en if not re.match(r"units\.commune\.(xa|thi-tran)@", each[0])}
        assert other == set(), state


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_not_known_is_a_gap_and_never_a_number(lang: str) -> None:
    found = put(sample(), STATES["unknown"], earlier=True)
    for name in ("pledges", "period", "teams", "models", "standard", "registration", "activities", "best-worst"):
        sentences = [sentence for sentence in passage(name, found, lang) if not text_of(sentence).startswith("(")]
        assert sentences, name
        for sentence in sentences:
            assert not any(isinstance(piece, Number) for piece in sentence), name
            assert any(isinstance(piece, Gap) and piece.missing for piece in sentence), name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_whole_is_said_only_where_nobody_is_missing(lang: str) -> None:
    for number in (number for found in every_paper().values() for number in numbers_of(found, lang)):
        if number.text == "100%" and number.figure is not None:
            assert number.figure.num == number.figure.den
            assert number.figure.state == "counted"


def test_where_a_passage_does_not_apply_nothing_is_said() -> None:
    papers = every_paper()
    nothing = {name for name in PASSAGES for state in ("stock", "published") if not passage(name, papers[state], "vi")}
    assert nothing == {
        *("merger", "period", "compared", "returns-late"),  # of the stock
        *("target", "best-worst", "registration", "activities"),  # of what was published
    }
    assert passage("merger", papers["merged"], "vi")


def test_there_is_no_other_passage() -> None:
    with pytest.raises(KeyError):
        passage("weather", sample(), "vi")


@pytest.mark.parametrize(("lang", "sentences"), [("vi", VIETNAMESE), ("en", ENGLISH)])
def test_it_is_said_as_an_office_would(lang: str, sentences: dict[tuple[str, str], Sequence[str]]) -> None:
    papers = every_paper()
    assert {(name, state): said(name, papers[state], lang) for name, state in sentences} == sentences


def test_every_passage_has_a_sentence_that_is_held_word_for_word() -> None:
    assert {name for name, _ in VIETNAMESE} | {"opening"} == {*PASSAGES}
