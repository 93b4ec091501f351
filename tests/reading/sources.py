"""Where the files of a book may come from beside a folder: nowhere, or one in which something may not be seen."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from antq_cli.reading.source import Entry, Folder


class Memory:
    """The files of a book that are nowhere but here."""

    def __init__(self, files: Mapping[str, str | bytes]) -> None:
        self.files = {path: text if isinstance(text, bytes) else text.encode() for path, text in files.items()}

    def entries(self, folder: str) -> Sequence[Entry]:
        above = f"{folder}/" if folder else ""
        inside = [path.removeprefix(above).partition("/") for path in self.files if path.startswith(above)]
        if not inside and folder:
            raise NotADirectoryError(20, "Not a directory") if folder in self.files else FileNotFoundError(2, "None")
        return sorted({Entry(above + name, bool(slash)) for name, slash, _ in inside})

    def read(self, file: str) -> bytes:
        if file in self.files:
            return self.files[file]
        folder = any(path.startswith(f"{file}/") for path in self.files)
        raise IsADirectoryError(21, "Is a directory") if folder else FileNotFoundError(2, "No such file or directory")


class Refusing(Folder):
    """A folder in which one path may not be seen."""

    def __init__(self, path: Path, refused: str) -> None:
        super().__init__(path)
        self.refused = refused

    def entries(self, folder: str) -> Sequence[Entry]:
        self.refuse(folder)
        return super().entries(folder)

    def read(self, file: str) -> bytes:
        self.refuse(file)
        return super().read(file)

    def refuse(self, path: str) -> None:
        if path == self.refused:
            raise PermissionError(13, "Permission denied")
