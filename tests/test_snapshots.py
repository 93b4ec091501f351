"""Every snapshot is one that a test looks at: what is left over says nothing, and looks as if it did."""

import re
from pathlib import Path

import pytest

from tests.conftest import COLLECTED

HERE = Path(__file__).parent
NAME = re.compile(r"^# name: (.+?)(\.\d+)?$", re.MULTILINE)


def left_over(written: str, tests: set[str]) -> list[str]:
    """Return the names of the snapshots in a file that belong to none of the tests."""
    return [found[0] for found in NAME.finditer(written) if not tests & {found[1], found[0].removeprefix("# name: ")}]


def test_no_snapshot_is_left_over(request: pytest.FixtureRequest) -> None:
    if any("::" in argument for argument in request.config.args):
        pytest.skip("only some tests of a file were asked for")
    collected = request.config.stash[COLLECTED]
    looked_at = 0
    for folder in HERE.rglob("__snapshots__/*"):
        taker = folder.parent.parent / f"{folder.name}.py"
        assert taker.is_file()
        for file in sorted(folder.rglob("*.ambr")) if taker in collected else ():
            looked_at += 1
            assert left_over(file.read_text("utf-8"), collected[taker]) == [], f"{file}: --snapshot-update"
    if not looked_at:
        pytest.skip("no test of this run takes pictures")


def test_a_snapshot_without_a_test_is_found() -> None:
    written = "# name: test_a[x]\n  'x'\n# ---\n# name: test_a[x].1\n# ---\n# name: test_b\n# ---\n# name: test_a[y]\n"
    assert left_over(written, {"test_a[x]", "test_b"}) == ["# name: test_a[y]"]
