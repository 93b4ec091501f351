"""The error gallery: for each rule a book that breaks it and one that almost does, picked up by folder.

`tests/gallery/base` is a small book that is right. `tests/gallery/CODE/bad` and `good` hold the files that differ from
it; a file `REMOVED` in them names those that are taken away. `expected.txt` is how the check of the bad book ends and
what it prints; `ALSO` names the rules that are broken with it. Of a rule of import there is a sheet beside them,
`bieu.*`, and `OPTIONS` has the options with which it is imported; what is printed are the findings of that. What is
there can be written anew, to be read:

    python -m tests.checks.gallery
"""

import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.cli.harness import Ran, run

GALLERY = Path(__file__).resolve().parents[1] / "gallery"
Change = Mapping[str, str | None]


def codes() -> list[str]:
    """The codes that have a folder."""
    return sorted(path.name for path in GALLERY.iterdir() if path.is_dir() and path.name != "base")


def texts(folder: Path) -> dict[str, str]:
    """The files of a folder by name; a text may hold bytes that are none."""
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8", "surrogateescape") for path in paths}


def change(code: str, kind: str) -> Change:
    """What a folder changes of the base; None takes a file away."""
    found: dict[str, str | None] = {**texts(GALLERY / code / kind)}
    gone = found.pop("REMOVED", "") or ""
    return found | dict.fromkeys(gone.splitlines())


GOOD: Mapping[str, str] = texts(GALLERY / "base")


def changed(*changes: Change) -> dict[str, str]:
    """The good book with some of its files changed."""
    files: dict[str, str | None] = {**GOOD}
    for one in changes:
        files |= one
    return {name: text for name, text in files.items() if text is not None}


def also(code: str) -> set[str]:
    """The rules that are broken together with one."""
    path = GALLERY / code / "ALSO"
    return {line.split()[0] for line in path.read_text("utf-8").splitlines()} if path.exists() else set()


def put(code: str, kind: str, target: Path) -> Path:
    """Write the book of a folder."""
    target.mkdir(parents=True)
    for name, text in changed(change(code, kind)).items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(text.encode("utf-8", "surrogateescape"))
    return target


def checked(folder: Path, code: str, kind: str, *more: str) -> Ran:
    """How the check of a book of the gallery ends."""
    put(code, kind, folder / "book")
    return run(["-b", "book", "check", *more], 200, cwd=folder, ANTQ_LANG="en")


def imported(folder: Path, code: str, kind: str) -> Ran:
    """How the import of a sheet of the gallery into its book ends."""
    put(code, kind, folder / "book")
    options = GALLERY / code / "OPTIONS"
    words = options.read_text("utf-8").split() if options.exists() else []
    (sheet,) = (path.name for path in (folder / "book").glob("bieu.*"))
    return run(["-b", ".", "import", "returns", sheet, *words, "-f", "json"], cwd=folder / "book", ANTQ_LANG="en")


def of_import(ran: Ran) -> list[Mapping[str, str]]:
    """The findings of an import, each with its place, its code, and what is said of it."""
    rows, sheets = ran.json["rows"], ran.json["sheets"]
    told = [found for sheet in sheets for found in (*sheet["refused"], *sheet["remarks"])]
    return [*told, *(found for row in rows for found in row["findings"])]


def golden(ran: Ran) -> str:
    """What is kept of a run."""
    if "import" in ran.line:
        told = (
            f"{each['place']} {each['code']} {each['severity']}\n  {each['what']}\n  → {each['remedy']}\n"
            for each in of_import(ran)
        )
        return f"exit {ran.code}\n{''.join(told)}"
    return f"exit {ran.code}\n{ran.stdout}{ran.stderr if ran.code == 2 and not ran.stdout else ''}"


def main() -> None:
    """Write what is expected of every bad book."""
    for code in codes():
        with tempfile.TemporaryDirectory() as folder:
            text = golden((imported if code[0] == "I" else checked)(Path(folder), code, "bad"))
        (GALLERY / code / "expected.txt").write_bytes(text.encode())


if __name__ == "__main__":
    main()
