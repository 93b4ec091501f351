"""What would change in files, line by line, as version control shows it; of households no code that nobody typed."""

from collections.abc import Iterator, Sequence

from antq_cli.core.changes import Rewrite, Splice
from antq_cli.core.registers import REGISTERS
from antq_cli.core.unseen import visible
from antq_cli.reading.book import register_of
from antq_cli.reading.scanner import scan


def unified(rewrites: Sequence[Rewrite], *, values: bool) -> str:
    """Return the changes of files as a unified diff without lines around them.

    Without ``values`` the restricted cells of a row are shown as an ellipsis.
    """
    return "".join(line for rewrite in rewrites for line in _of(rewrite, values=values))


def _of(rewrite: Rewrite, *, values: bool) -> Iterator[str]:
    before = rewrite.before or b""
    yield f"--- {rewrite.path}\n+++ {rewrite.path}\n"
    shift = 0
    for start, old, new in _whole_lines(before, rewrite.splices):
        line = before.count(b"\n", 0, start) + 1
        removed, added = _lines(old), _lines(new)
        yield f"@@ -{_range(line, removed)} +{_range(line + shift, added)} @@\n"
        yield from (f"-{_shown(rewrite.path, text, values=values)}\n" for text in removed)
        yield from (f"+{_shown(rewrite.path, text, values=values)}\n" for text in added)
        shift += len(added) - len(removed)


def _whole_lines(before: bytes, splices: Sequence[Splice]) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield where lines are replaced, which, and by which; splices of one line are one."""
    pending: tuple[int, int, list[tuple[int, int, bytes]]] | None = None
    for splice in splices:
        start = before.rfind(b"\n", 0, splice.at) + 1
        end = (
            splice.end if splice.end == 0 or before[splice.end - 1 : splice.end] == b"\n" else _end(before, splice.end)
        )
        end = max(end, splice.end) if splice.old or start != splice.at else splice.at
        part = (splice.at, splice.end, splice.new)
        if pending is not None and start < pending[1]:
            pending = pending[0], max(end, pending[1]), [*pending[2], part]
            continue
        yield from () if pending is None else [_replaced(before, *pending)]
        pending = start, end, [part]
    yield from () if pending is None else [_replaced(before, *pending)]


def _end(before: bytes, at: int) -> int:
    found = before.find(b"\n", at)
    return len(before) if found < 0 else found + 1


def _replaced(before: bytes, start: int, end: int, parts: list[tuple[int, int, bytes]]) -> tuple[int, bytes, bytes]:
    pieces, at = [], start
    for begin, stop, new in parts:
        pieces += [before[at:begin], new]
        at = stop
    return start, before[start:end], b"".join([*pieces, before[at:end]])


def _lines(content: bytes) -> list[str]:
    return [line.removesuffix("\r") for line in content.decode(errors="replace").removesuffix("\n").split("\n")] * bool(
        content
    )


def _range(line: int, lines: Sequence[str]) -> str:
    """Return from which line on how many lines go; of none, the line behind which that is."""
    return f"{line}" if len(lines) == 1 else f"{line if lines else line - 1},{len(lines)}"


def _shown(path: str, line: str, *, values: bool) -> str:
    """Return a line as it may be shown."""
    register = REGISTERS[register_of(path)]
    restricted, known = register.model.restricted, {column.name for column in register.columns}
    records, _ = scan(line)
    cells = [cell.text for cell in records[0].cells] if records else []
    if values or not restricted or known.issuperset(cells):
        return visible(line)
    # Which cell is restricted the header says, which may be elsewhere: so what has digits and is no day, none is shown.
    return ",".join(visible(cell) if _open(cell) else "…" for cell in cells)


def _open(cell: str) -> bool:
    from antq_cli.reading.parts import may_be_code

    return not may_be_code(cell)
