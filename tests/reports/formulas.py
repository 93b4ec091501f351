"""A spreadsheet's arithmetic, as much of it as the formulas of a workbook use."""

import re
from collections.abc import Mapping, Sequence
from math import floor

Value = float | str | None
_TOKEN = re.compile(r'\s*("[^"]*"|[A-Z]+\d+(?::[A-Z]+\d+)?|[A-Z]+(?=\()|\d+(?:\.\d+)?|[-+*/=<(),])')
_LEVELS: Sequence[Sequence[str]] = (("=", "<"), ("+", "-"), ("*", "/"))


class Sheet:
    """Formulas over some cells: a number, a text, or None of an empty one."""

    def __init__(self, cells: Mapping[str, Value]) -> None:
        self._cells = cells

    def value(self, formula: str) -> Value:
        """Return what comes of a formula."""
        assert formula[0] == "="
        tokens = _TOKEN.findall(formula[1:])
        assert "".join(tokens) == formula[1:]
        tree, rest = _parsed(tokens, 0)
        assert rest == []
        return self._of(tree)

    def _of(self, tree: list[object] | str) -> Value:
        if isinstance(tree, str):
            if tree.startswith('"'):
                return tree[1:-1]
            return float(tree) if tree[0].isdigit() else self._cells[tree]
        name, *parts = tree
        if name == "IF":
            return self._of(parts[1] if self._of(parts[0]) else parts[2])  # type: ignore[arg-type]
        if name in ("COUNT", "SUM"):
            known = [each for part in parts for each in self._range(part) if isinstance(each, float | int)]
            return float(len(known) if name == "COUNT" else sum(known))
        return self._applied(str(name), [self._of(part) for part in parts])  # type: ignore[arg-type]

    def _range(self, part: object) -> list[Value]:
        if isinstance(part, str) and ":" in part:
            first, last = part.split(":")
            column, rows = first.rstrip("0123456789"), [int(re.sub("[A-Z]", "", each)) for each in (first, last)]
            return [self._cells.get(f"{column}{row}") for row in range(rows[0], rows[1] + 1)]
        return [self._of(part)]  # type: ignore[arg-type]

    def _applied(self, name: str, values: Sequence[Value]) -> Value:
        if name == "=":
            return float(values[0] == values[1])
        if name == "OR":
            return float(any(values))
        numbers = [float(value) for value in values if value is not None]
        one, *others = numbers
        return {
            "<": lambda: float(one < others[0]),
            "+": lambda: one + others[0],
            "-": lambda: one - others[0],
            "*": lambda: one * others[0],
            "/": lambda: one / others[0],
            "INT": lambda: float(floor(one)),
            "MIN": lambda: min(numbers),
            "MAX": lambda: max(numbers),
        }[name]()


def _parsed(tokens: list[str], level: int) -> tuple[list[object] | str, list[str]]:
    if level == len(_LEVELS):
        return _atom(tokens)
    tree, rest = _parsed(tokens, level + 1)
    while rest and rest[0] in _LEVELS[level]:
        other, left = _parsed(rest[1:], level + 1)
        tree, rest = [rest[0], tree, other], left
    return tree, rest


def _atom(tokens: list[str]) -> tuple[list[object] | str, list[str]]:
    first, *rest = tokens
    if first == "(":
        tree, rest = _parsed(rest, 0)
        assert rest[0] == ")"
        return tree, rest[1:]
    if not rest or rest[0] != "(":
        return first, rest
    parts: list[object] = [first]
    while rest[0] != ")":
        tree, rest = _parsed(rest[1:], 0)
        parts.append(tree)
    return parts, rest[1:]
