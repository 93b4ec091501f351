"""Patterns: texts in which ``*`` stands for anything."""

ANYTHING = "*"


def matches(pattern: str, text: str) -> bool:
    """Return whether a text is that of a pattern, each part after the one before: the first place that fits will do.

    It takes no longer than reading the text once for each part.
    """
    first, *others = pattern.split(ANYTHING)
    if not others:
        return text == pattern
    *middle, last = others
    at, end = len(first), len(text) - len(last)
    if at > end or not (text.startswith(first) and text.endswith(last)):
        return False
    for part in middle:
        found = text.find(part, at, end)
        if found < 0:
            return False
        at = found + len(part)
    return True
