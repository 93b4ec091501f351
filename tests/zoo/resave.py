"""Make the file of 37-resaved anew, by LibreOffice: `python -m tests.zoo.resave`."""

import subprocess
import tempfile
from pathlib import Path

from tests.zoo.animals import ANIMALS


def resaved(original: bytes) -> bytes:
    """Return a workbook as LibreOffice saves it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "bieu.xlsx").write_bytes(original)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        convert = ("soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", "saved", "bieu.xlsx")
        subprocess.run(convert, cwd=folder, check=True, capture_output=True, timeout=180)
        return (folder / "saved" / "bieu.xlsx").read_bytes()


def main() -> None:
    """Save what the script writes, and put it beside the script."""
    animal = ANIMALS["37-resaved"]
    (animal.folder / "saved.xlsx").write_bytes(resaved(animal.script.original().data))


if __name__ == "__main__":
    main()
