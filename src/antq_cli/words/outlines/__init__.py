"""The packaged outlines of reports: a file a language and a name, in the words of offices."""

from pathlib import Path

_FOLDER = Path(__file__).parent


def packaged(lang: str) -> dict[str, Path]:
    """Return the outlines of a language by name; a language that has none takes those of English."""
    several = sorted(_FOLDER.glob(f"{lang}-*.md")) or sorted(_FOLDER.glob("en-*.md"))
    return {file.stem.partition("-")[2]: file for file in several}
