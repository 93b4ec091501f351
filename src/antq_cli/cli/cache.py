"""`antq cache`: what is remembered of answers and of counted rows, outside every book; and forgetting it."""

from antq_cli.cli.beside import beside
from antq_cli.cli.options import CLEAR, Request
from antq_cli.cli.usage import usage
from antq_cli.core.cached import Cached, CachedKind
from antq_cli.core.exits import Exit
from antq_cli.core.outcomes import Note, Outcome
from antq_cli.memory.store import KINDS, folder, store_of
from antq_cli.memory.surroundings import SWITCH, is_off


def run(request: Request) -> Outcome:
    """Show where entries are, how many and how large, or remove them; raises :class:`Refused` (U004, U005)."""
    if len(request.words) > 1:
        raise usage("U005", value=request.words[1])
    if request.words and request.words[0] != CLEAR:
        raise usage("U004", value=request.words[0], option="antq cache", allowed=[CLEAR])
    book, notes = beside(request)
    found = Cached(folder(), [_kind(name, clear=bool(request.words)) for name in KINDS])
    if request.words:
        notes.append(Note("talk.cache-cleared", {"n": found.removed}))
    if is_off():
        notes.append(Note("talk.no-memory", {"switch": SWITCH}))
    return Outcome("cache", Exit.OK, found, notes=notes, book=book)


def _kind(name: str, *, clear: bool) -> CachedKind:
    store = store_of(name)
    if store is None:
        return CachedKind(name, 0, 0, 0)
    removed = store.clear() if clear else 0
    entries = store.entries()
    return CachedKind(name, len(entries), sum(size for _, size, _ in entries), removed)
