"""The sample book is what its script makes, byte for byte."""

import os
import subprocess
import sys
from pathlib import Path

from tests.cli.harness import ROOT, SAMPLE, tree


def test_the_script_makes_the_sample_byte_for_byte(tmp_path: Path) -> None:
    """On any day, in any place and with any order of sets."""
    env = {**os.environ, "PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONIOENCODING": "cp1252"}
    command = [sys.executable, "-W", "error", str(ROOT / "data" / "make_sample.py"), str(tmp_path / "sample")]
    subprocess.run(command, env=env, cwd=tmp_path, check=True, capture_output=True)
    made, kept = tree(tmp_path / "sample"), tree(SAMPLE)
    assert sorted(made) == sorted(kept)
    assert [name for name in made if made[name] != kept[name]] == []
