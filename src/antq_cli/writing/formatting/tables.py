"""A TOML file as it should look: one blank on both sides of an equals sign, none at the ends of a line.

The order of the tables and of their keys, and all comments, are the business of whoever wrote them.
"""

import re
from collections.abc import Iterator

from antq_cli.core.changes import Rewrite, Rows, Splice
from antq_cli.reading.parts import Part
from antq_cli.reading.scanner import BOM, in_bytes
from antq_cli.writing.formatting.rows import composed

# What a document that can be read is made of: texts, comments, blanks, line ends, equals signs, and the rest.
_TOKEN = re.compile(
    r"""
    (?P<string> "{3} (?:[^\\]|\\.)*? "{3,5} | '{3} .*? '{3,5} | " (?:[^"\\\n]|\\.)* " | ' [^'\n]* ' )
    | (?P<comment> \#[^\r\n]* )
    | (?P<equals> [ \t]*=[ \t]* )
    | (?P<end> [ \t]*\r?\n[ \t]* )
    | (?P<blank> [ \t]+ )
    | (?P<other> . )
    """,
    re.DOTALL | re.VERBOSE,
)
_OPENS, _CLOSES = "[{", "]}"


def formatted_toml(part: Part) -> tuple[Rewrite, Rows]:
    """Return what is to become of a file that reads cleanly; of its rows none is another one."""
    assert part.raw is not None
    text = part.raw.decode().removeprefix(BOM)
    changes = [*_changes(text)]
    offsets = list(in_bytes(part.raw, text, (offset for start, end, _ in changes for offset in (start, end))))
    spans = zip(offsets[::2], offsets[1::2], changes, strict=True)
    splices = [Splice(start, part.raw[start:end], new.encode()) for start, end, (_, _, new) in spans]
    return Rewrite(part.path, part.raw, splices), Rows(changed=len(splices))


def _changes(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield from where to where a text is to be another one, and which."""
    end = "\n" if "\n" in text.replace("\r\n", "") or "\r\n" not in text else "\r\n"
    depth = 0
    for found in _TOKEN.finditer(text):
        kind, old = str(found.lastgroup), found[0]
        new = _formed(kind, old, end, found, depth)
        if kind == "other":
            depth += (old in _OPENS) - (old in _CLOSES)
        if new != old:
            yield found.start(), found.end(), new
    if text and not text.endswith("\n"):
        yield len(text), len(text), end


def _formed(kind: str, old: str, end: str, found: re.Match[str], depth: int) -> str:
    """Return a token as it should be; within brackets lines may be indented."""
    if kind == "string":
        return composed(old.replace("\r\n", "\n").replace("\n", end))
    if kind == "equals":
        return " = "
    if kind == "end":
        return end + (old.rpartition("\n")[2] if depth else "")
    edge = found.start() == 0 or found.end() == len(found.string)
    return "" if kind == "blank" and edge else old
