"""A line of TOML that is nearly right: as it should stand, and what keeps the parser from reading it."""

import re
from collections.abc import Iterator
from typing import Literal

from antq_cli.core.folding import plain
from antq_cli.reading.forms import days_meant
from antq_cli.reading.limits import loads

# What the parser finds, each with what its message begins with. A line end is illegal only where a string goes on.
Trouble = Literal["unclosed", "header", "key", "value", "rest", "twice", "bracket", "escape", "digits", "deep", "other"]
_TROUBLES: dict[str, Trouble] = {
    r"Illegal character '\\n'|Unterminated|Expected [\"']{1,2}[\"']+ ?|Expected \"'\"": "unclosed",
    r"Expected '\]": "header",
    r"Expected '='|Invalid initial character|Invalid statement": "key",
    r"Expected newline": "rest",
    r"Cannot |Duplicate ": "twice",
    r"Unclosed ": "bracket",
    r"Unescaped |Invalid hex|Escaped ": "escape",
    r"Exceeds ": "digits",
    r"Invalid (?:value|date)": "value",
}
_QUOTES = str.maketrans("“”„«»‘’", '"""""\'\'')
_DAY = re.compile(r"\d{4}-\d+-\d+")  # one that the calendar does not have
_PAIR = re.compile(r"(?P<key>[^=]+?)\s*=\s*(?P<value>[^\s#](?:[^#]*[^\s#])?)\s*(?P<rest>#.*)?")


def trouble_of(message: str) -> Trouble:
    """Return what the parser finds, by the beginning of its message."""
    found = (word for pattern, word in _TROUBLES.items() if re.match(pattern, message))
    return next(found, "other")


def mended(line: str) -> str | None:
    """Return a line as it was probably meant, or None where that cannot be told.

    It is one that can be read: with straight quotation marks, with the one that is missing, a day as TOML has it, a
    text in quotation marks, a name without diacritics.
    """
    if _reads(line):
        return None  # it is wrong where it stands
    # The least change that lets it be read comes first.
    return next(filter(_reads, _candidates(line.strip())), None)


def _reads(line: str) -> bool:
    try:
        return bool(loads(line))
    except ValueError:
        return False


def _candidates(line: str) -> Iterator[str]:
    straight = line.translate(_QUOTES)
    yield straight
    yield f'{straight}"'
    yield _named(straight)
    found = _PAIR.fullmatch(straight)
    if found is None:
        return
    key, value = _named(found["key"]), found["value"]
    for each in days_meant([value.strip("\"'")]).values():
        yield f"{key} = {each.text}"
    yield f"{key} = {value.lower()}"
    text = value.strip("\"'").replace("\\", "\\\\")
    if not (value[0] in "[{" or '"' in text or _DAY.fullmatch(text)):
        yield f'{key} = "{text}"'


def _named(written: str) -> str:
    """Return the names at the beginning of a line, or in its brackets, as keys may be; a value stays what it is."""
    name, equals, value = written.partition("=")
    joined = re.sub(r"(?<=\w) +(?=\w)", "-", plain(name))
    return f"{joined}{equals}{value}"
