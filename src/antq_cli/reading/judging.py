"""Judging cells by the row's model: whole columns by their distinct cells, or one row after the other.

Both read the same declarations in ``core.registers``; a rule is written once.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple, Protocol

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from antq_cli.core.registers import Register, RowRule
from antq_cli.reading.rules import RULES


class Verdict(NamedTuple):
    """A rule that a row breaks, at one of its columns."""

    code: str
    column: str
    values: dict[str, Any]


@cache
def adapter(judge: Any) -> TypeAdapter[list[Any]]:
    """The judge of a list of cells, made once: many files and registers have columns of one kind."""
    return TypeAdapter(list[judge])


class Unjudged(Protocol):
    """Whole columns, of which nobody has said as yet that they are right."""

    def to_judge(self, name: str, /) -> Sequence[str]:
        """Return each cell of a column once, or several times; what is proven already need not be among them."""
        ...

    def tuples(self, names: Sequence[str], /) -> Collection[tuple[str, ...]]:
        """Return the distinct tuples of some columns."""
        ...


def clean(register: Register, columns: Unjudged) -> bool:
    """Return whether every cell and every row of whole columns is right; says nothing on what is not.

    Only distinct cells are judged, and for the rules of a row only its distinct tuples: a register of thousands of
    rows has few distinct dates, areas and events. Of its subjects nearly all differ.
    """
    needed = {name for rule in register.model.rules for name in rule.columns}
    values: dict[str, dict[str, Any]] = {}
    for column in register.columns:
        cells = columns.to_judge(column.name)
        try:
            judged = adapter(column.judge).validate_python(cells)
        except ValidationError:
            return False
        if column.name in needed:
            values[column.name] = dict(zip(cells, judged, strict=True))
    return all(_holds(rule, columns, values) for rule in register.model.rules)


def _holds(rule: RowRule, columns: Unjudged, values: Mapping[str, Mapping[str, Any]]) -> bool:
    distinct = columns.tuples(rule.columns)
    cells = zip(*distinct, strict=True)
    # Not strict: where there are no rows there is no cell for any of the columns.
    judged = [map(values[name].__getitem__, some) for name, some in zip(rule.columns, cells, strict=False)]
    return all(map(rule.holds, *judged)) if distinct else True


def _verdict(fault: ErrorDetails) -> Verdict:
    code = fault["type"]
    values = {name: value for name, value in fault.get("ctx", {}).items() if name not in ("code", "pattern")}
    if code not in RULES:  # the native judge of codes
        code = "D101" if fault["input"] else "D105"
    return Verdict(code, str(fault["loc"][0]), values)


def judge_row(register: Register, row: Mapping[str, str]) -> Iterator[Verdict]:
    """Yield what is wrong with one row; the rules of the row only where all its cells are right."""
    try:
        model = register.model.model_validate(row)
    except ValidationError as error:
        yield from map(_verdict, error.errors(include_url=False))
        return
    for rule in register.model.rules:
        if not rule.holds(*(getattr(model, name) for name in rule.columns)):
            yield Verdict(rule.code, rule.columns[-1], {"other": row.get(rule.columns[0], "")})
