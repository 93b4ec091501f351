"""Write docs/damage.md: run the damage bench and put down what came of it: `python docs/make_damage.py`.

The tests hold the page up to date.
"""

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests.damage.bench import cases, page, row  # noqa: E402 - found on the path that was just set
from tests.damage.ways import WAYS  # noqa: E402 - the same

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        rows = [row(way, list(cases(Path(folder), way))) for way in WAYS]
    (ROOT / "docs" / "damage.md").write_text(page(rows), "utf-8")
