"""The mark of a report that is text: JSON within it that tells from what it was made, and the hash of all the rest."""

import json
import re
from hashlib import sha256

from antq_cli.core.marks import Mark
from antq_cli.core.report import Provenance


def packed(provenance: Provenance, text: str, hidden: str) -> str:
    """Return the JSON that a text is to hold; of the signs that stand in its texts alone the ``hidden`` are escaped."""
    said = {"written": hash_of(text), "source": provenance.source, "provenance": dict(provenance.record)}
    written = json.dumps(said, sort_keys=True, separators=(",", ":"))
    return "".join(f"\\u{ord(sign):04x}" if sign in hidden else sign for sign in written)


def known(text: str, mark: re.Pattern[str]) -> Mark | None:
    """Return what a text says of itself, in the last place where a pattern has the JSON in its group; None in none."""
    found = [*mark.finditer(text)]
    if not found:
        return None
    begin, end = found[-1].span()
    try:
        said = json.loads(found[-1][1])
        return Mark(str(said["source"]), str(said["written"]), hash_of(text[:begin] + text[end:]))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def hash_of(text: str) -> str:
    """Return the hash of a text, whatever ends its lines; what stands before and behind it is blank or is told."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").strip("\n")
    return f"sha256:{sha256(plain.encode('utf-8', 'surrogatepass')).hexdigest()}"
