"""Values: what the system says was wrong with a file."""

import builtins

import pytest

from antq_cli.core.values import TROUBLES, trouble
from antq_cli.memory import witness
from antq_cli.words.speech import speech


@pytest.mark.parametrize(
    ("error", "word", "detail"),
    [
        (PermissionError(13, "Permission denied"), "PermissionError", "Permission denied"),
        (OSError(28, "No space left on device"), "other", "No space left on device"),
        (BlockingIOError(11, "Try again"), "other", "Try again"),
        (OSError("no number"), "other", "no number"),
    ],
)
def test_a_trouble_without_words_of_its_own_is_told_in_those_of_the_system(
    error: OSError, word: str, detail: str
) -> None:
    said = trouble(error)
    assert (str(said["why"]), said["detail"]) == (word, detail)
    assert (detail in speech("en").say("F002.what", **said)) == (word == "other")


def test_each_trouble_is_one_that_python_or_antq_knows() -> None:
    assert all(issubclass(getattr(builtins, name, None) or getattr(witness, name), OSError) for name in TROUBLES)
