"""The answers to command lines: what was said, by what was asked and where, with all that it stood on.

An entry is looked for before anything else is loaded. It is used if whatever was looked at for it is what it was then;
else the line is answered as if there were none.
"""

import sys

from antq_cli.memory import witness
from antq_cli.memory.store import ANSWERS, Store, store_of
from antq_cli.memory.surroundings import is_off, surroundings
from antq_cli.memory.witness import Witness

TYPE_CHECKING = False  # as in `witness`
if TYPE_CHECKING:
    from typing import Any

# Words with which a line asks for what is never remembered: it is not even looked for.
_NEVER = (
    "--no-cache",
    "--complete",
    "--version",
    "-V",
    "--help",
    "-h",
    "help",
    "--debug",
    "--values",
    "-o",
    "--output",
)

# What comes of reading what no antq of this form has written, though its hash is right.
_NO_ENTRY = (ValueError, TypeError, LookupError, AttributeError, StopIteration, RecursionError)


class Answer:
    """How a line is answered: pieces of text for stdout and, ``aside``, for stderr, in their order; the exit code."""

    def __init__(self, said: list[tuple[bool, bytes]], code: int) -> None:
        self.said = said
        self.code = code


class Memory:
    """What is remembered of one command line, asked where it is asked."""

    def __init__(self, store: Store, asked: str) -> None:
        self._store = store
        self._asked = asked
        self._name = witness.told(asked.encode("utf-8", "surrogatepass"))
        # Before anything is loaded that could be replaced meanwhile.
        self._began = _now()
        self.witness = Witness()

    def answer(self) -> Answer | None:
        """Return the answer that was given before; None where there is none, or where it may be another one now."""
        body = self._store.get(self._name)
        if body is None:
            return None
        try:
            answer = self._in(body)
        except _NO_ENTRY:
            self._store.drop(self._name)
            return None
        if answer is not None:
            self._store.used(self._name)
        return answer

    def _in(self, body: bytes) -> Answer | None:
        """Return the answer in an entry, None where it may be another one now; raises what comes of other bytes."""
        entry = _loads(body.decode("utf-8", "surrogatepass"))
        if entry["asked"] != self._name:
            raise ValueError(entry["asked"])
        answer = Answer([(aside, text.encode("utf-8")) for aside, text in entry["said"]], int(entry["code"]))
        return answer if _stands(entry["seen"], entry["again"]) else None

    def listen(self) -> Witness:
        """Return who is to listen while the line is answered."""
        with self.witness:
            witness.libraries()
        return self.witness

    def keep(self, code: int) -> None:
        """Remember what the witness has heard, with all that it has seen, if it is fit for that."""
        seen = self.witness
        try:
            with seen:
                witness.code()
            if not seen.fit or witness.newest_code() >= self._began:
                return
        except OSError:  # antq lies in no files
            return
        import json  # whoever has something to remember has loaded more than that

        places = {key: number for number, key in enumerate(seen.seen)}
        entry = {
            "asked": self._name,
            "code": int(code),
            "said": [(aside, raw.decode("utf-8")) for aside, raw in seen.said],
            "seen": [(*key, outcome) for key, outcome in seen.seen.items()],
            "again": sorted(places[key] for key in seen.again),
        }
        body = json.dumps(entry, ensure_ascii=False, separators=(",", ":"))
        self._store.put(self._name, body.encode("utf-8", "surrogatepass"))


def _stands(seen: "list[Any]", again: list[int]) -> bool:
    """Return whether everything is what it was; signs of a change are looked at once more when all else was."""
    return bool(seen) and all(witness.is_as_it_was(*each) for each in (*seen, *(seen[number] for number in again)))


def memory_of(argv: list[str]) -> Memory | None:
    """Return what is remembered of a command line of this process; None where nothing is to be."""
    if is_off() or not argv or any(word in _NEVER for word in argv):
        return None
    store = store_of(ANSWERS)
    if store is None or sys.stdout is None or sys.stderr is None:
        return None
    try:
        return Memory(store, repr((argv, *surroundings())))
    except OSError:  # the folder of the process has been deleted
        return None


def _loads(text: str) -> "Any":
    """Read JSON, by the part of `json` that is not Python: all of it takes as long to load as Python itself."""
    try:
        from _json import make_scanner

        value, end = make_scanner(_Context)(text, 0)  # type: ignore[arg-type] # it says that it takes itself
    except (ImportError, AttributeError):  # another Python, or a later one
        from json import loads

        return loads(text)
    if end != len(text):
        raise ValueError(end)
    return value


class _Context:
    """How the scanner of JSON is to read: as `json.loads` has it."""

    strict = True
    object_hook = object_pairs_hook = array_hook = None
    parse_float, parse_int, parse_constant = float, int, float
    memo: "dict[str, str]" = {}  # noqa: RUF012 - the scanner's own


def _now() -> int:
    import time

    return time.time_ns()
