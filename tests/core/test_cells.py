from datetime import UTC, date, datetime
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from antq_cli.core import cells
from antq_cli.core.registers import REGISTERS
from tests.reading.helpers import CHOICES, GOOD, KINDS, bad_cells

JUDGES: dict[str, Any] = {
    "code": cells.Code,
    "text": cells.Text,
    "day": cells.Day,
    "count": cells.Count,
    "measure": cells.MeasureCell,
    "figure": cells.FigureCell,
    "value": cells.Value,
    "year": cells.Year,
    "code?": cells.OptionalCode,
    "text?": cells.OptionalText,
    "day?": cells.OptionalDay,
    "count?": cells.OptionalCount,
    **{kind: Annotated[str, cells.choice(*words)] for kind, words in CHOICES.items()},
    **{f"{kind}?": Annotated[str | None, cells.optional_choice(*words)] for kind, words in CHOICES.items()},
}
MEANS: dict[str, Any] = {"day": date.fromisoformat, "count": int}
GOOD_CELLS = [(kind, cell) for kind in JUDGES for cell in GOOD.get(kind.rstrip("?"), ())]
BAD_CELLS = [(kind, cell, code) for kind in JUDGES for cell, code in bad_cells(kind).items()]


def judged(kind: str, cell: object) -> object:
    return TypeAdapter(JUDGES[kind]).validate_python(cell)


@pytest.mark.parametrize(("kind", "cell"), GOOD_CELLS)
def test_a_right_cell_has_its_meaning(kind: str, cell: str) -> None:
    assert judged(kind, cell) == MEANS.get(kind.rstrip("?"), str)(cell)


@pytest.mark.parametrize(("kind", "cell", "code"), BAD_CELLS)
def test_a_wrong_cell_breaks_the_rule_of_its_kind(kind: str, cell: str, code: str) -> None:
    with pytest.raises(ValidationError) as caught:
        judged(kind, cell)
    native = "string_pattern_mismatch" if kind.startswith("code") else code
    assert [error["type"] for error in caught.value.errors()] == [native]


@pytest.mark.parametrize("kind", [kind for kind in JUDGES if kind.endswith("?")])
@pytest.mark.parametrize("blank", ["", None])
def test_blank_is_not_zero(kind: str, blank: object) -> None:
    assert judged(kind, blank) is None


@pytest.mark.parametrize(
    ("kind", "value"), [("day", date(2021, 8, 31)), ("count", 7), ("day?", date.min), ("count?", 0)]
)
def test_what_is_judged_already_stays(kind: str, value: object) -> None:
    assert judged(kind, value) == value


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("day", datetime(2021, 8, 31, tzinfo=UTC)),
        ("day", 0),
        ("count", 5.0),
        ("count", True),
        ("text", 1),
        ("code", 390),
        ("code", b"A"),
        ("day", b""),
    ],
)
def test_nothing_else_is_converted(kind: str, value: object) -> None:
    with pytest.raises(ValidationError):
        judged(kind, value)


def test_the_registers_have_the_columns_of_the_contract() -> None:
    columns = {name: {c.name: c.required for c in register.columns} for name, register in REGISTERS.items()}
    assert columns == {name: {c: not kind.endswith("?") for c, kind in kinds.items()} for name, kinds in KINDS.items()}
    assert [*columns["crosswalk"]] == [*KINDS["crosswalk"]]


@pytest.mark.parametrize("name", REGISTERS)
def test_a_column_knows_what_its_cells_are(name: str) -> None:
    kinds = {"day": date, "count": int}
    expected = {column: kinds.get(kind.rstrip("?"), str) for column, kind in KINDS[name].items()}
    assert {column.name: column.kind for column in REGISTERS[name].columns} == expected
