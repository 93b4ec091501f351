"""JSON that is written piece by piece is the JSON that would have been written whole."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from antq_cli.render import screen, streams
from antq_cli.render.json_text import on_one_line, written
from tests.cli.harness import run

TEXTS = st.text('aé"\\\n\x7f\u202e\u2028\ud800 ,{}[]', max_size=4)
SCALARS = st.none() | st.booleans() | st.integers() | TEXTS | st.just(date(2021, 8, 31))
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3), max_leaves=12
)


def whole(value: Any, indent: int | None) -> Any:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=indent, default=date.isoformat)


def inert(text: str) -> str:
    for sign in "\x7f\u202e\u2028\ud800":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


@settings(suppress_health_check=[HealthCheck.too_slow])  # on a busy machine one value takes as long as all do else
@given(value=VALUES, indent=st.integers(1, 3))
def test_it_is_what_the_library_writes(value: Any, indent: int) -> None:
    assert "".join(written(value, indent=indent)) == f"{inert(whole(value, indent))}\n"
    assert on_one_line(value) == f"{inert(whole(value, None))}\n"


@given(rows=st.lists(VALUES, max_size=4), beside=VALUES)
def test_what_comes_one_after_another_is_a_list(rows: list[Any], beside: Any) -> None:
    streamed = {"a": beside, "runs": [{"results": iter(rows), "n": 1}], "rows": (row for row in rows)}
    expected = {"a": beside, "runs": [{"results": rows, "n": 1}], "rows": rows}
    assert "".join(written(streamed, indent=2)) == f"{inert(whole(expected, 2))}\n"


def test_a_row_is_written_before_the_next_is_made() -> None:
    made: list[int] = []

    def rows() -> Iterator[int]:
        for n in range(3):
            made.append(n)
            yield n

    seen = [(piece, len(made)) for piece in written({"rows": rows()}, indent=1)]
    assert [count for piece, count in seen if piece in {"0", "1", "2"}] == [1, 2, 3]


def test_what_is_no_json_is_no_text() -> None:
    with pytest.raises(TypeError):
        on_one_line({"a": object()})


def test_a_short_document_is_whole_before_any_of_it_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """What fails while it is made leaves nothing half written."""
    line = "-b tests/books/bad check -f json --lang en"
    blocks: list[str] = []
    monkeypatch.setattr(streams, "write_stdout", blocks.append)
    run(line)
    assert [json.loads(block)["exit_code"] for block in blocks] == [1]
    blocks.clear()
    monkeypatch.setattr(screen, "_BLOCK", 100)
    run(line)
    assert len(blocks) > 10
    assert json.loads("".join(blocks))["exit_code"] == 1
