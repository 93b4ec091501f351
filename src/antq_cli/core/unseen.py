"""Register values as what they are: characters that move a cursor, turn a line or cannot be seen are written out."""

import re
import unicodedata

# Controls (among them ESC and the C1 codes) and formats (among them the marks of direction): never obeyed, but shown.
_UNSEEN = re.compile(r"[^\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u05ff\u1e00-\u1fff\u2500-\u2bff]")

# What is no character at all; XML may not hold it.
_NO_CHARACTERS = "\ufffe\uffff"


def visible(value: str) -> str:
    """Return a text in which nothing moves the cursor or hides: controls and formats are written as escapes."""
    return _UNSEEN.sub(_escaped, value)


def _escaped(found: re.Match[str]) -> str:
    character = found[0]
    hides = unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
    if not hides and character not in _NO_CHARACTERS:
        return character
    return character.encode("unicode_escape", "backslashreplace").decode("ascii")
