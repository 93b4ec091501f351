"""Check the docs: every relative link leads somewhere, and no file speaks of the machine it was written on.

Standard library only. Run it from anywhere: `python docs/check.py`. Exit 1 on faults.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent

FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
CODE_SPAN = re.compile(r"(`+).+?\1")
HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*\s*$")
INLINE_LINK = re.compile(r"\]\(\s*<?([^()\s<>]+(?:\([^()\s]*\)[^()\s<>]*)?)>?(?:\s+\"[^\"]*\")?\s*\)")
LINK_DEFINITION = re.compile(r"^\s{0,3}\[[^\]]+\]:\s+<?([^\s>]+)>?")
LINK_TEXT = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
HTML_ANCHOR = re.compile(r"<a\s+(?:id|name)=\"([^\"]+)\"")
REMOTE = re.compile(r"^[a-z][a-z0-9+.-]*:|^//", re.IGNORECASE)

# Written in pieces, so that this file does not hold what it looks for.
FORBIDDEN = {
    "a path of one machine": [
        "/" + "work/",
        "/" + "root/",
        "/" + "tmp/bash",
    ],
    "the host of a package registry": [
        "pypi" + ".org",
        "python" + "hosted",
        "registry" + ".npmjs",
        "deb" + ".debian",
    ],
}


class Fault(NamedTuple):
    """One thing that is wrong, and where."""

    path: Path
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.path.relative_to(ROOT).as_posix()}:{self.line}: {self.what}"


class Link(NamedTuple):
    """A link as it stands on a page."""

    page: Path
    line: int
    target: str


def pages() -> list[Path]:
    """Return the pages whose links are checked."""
    return [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


def prose(page: Path) -> Iterator[tuple[int, str]]:
    """Yield the numbered lines of a page that are not in a block of code."""
    fence = ""
    for number, line in enumerate(page.read_text("utf-8").split("\n"), 1):
        mark = FENCE.match(line)
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1].startswith(fence):
            fence = ""
        elif not fence:
            yield number, line


def links(page: Path) -> list[Link]:
    """Return the links of a page that stay inside the project."""
    found = []
    for number, line in prose(page):
        text = CODE_SPAN.sub("", line)
        targets = [*INLINE_LINK.findall(text), *LINK_DEFINITION.findall(text)]
        found += [Link(page, number, target) for target in targets if not REMOTE.match(target)]
    return found


def slug(heading: str) -> str:
    """Return the anchor that a forge gives to a heading."""
    text = LINK_TEXT.sub(r"\1", heading).replace("`", "").lower()
    return re.sub(r"[^\w\- ]", "", text).replace(" ", "-")


def anchors(page: Path) -> set[str]:
    """Return every anchor of a page; a repeated heading gets a number."""
    found: set[str] = set()
    seen: dict[str, int] = {}
    for _, line in prose(page):
        found.update(HTML_ANCHOR.findall(line))
        if heading := HEADING.match(line):
            name = slug(heading[1])
            count = seen.get(name, 0)
            seen[name] = count + 1
            found.add(f"{name}-{count}" if count else name)
    return found


def link_fault(link: Link) -> str | None:
    """Say what is wrong with a link, if anything is."""
    path, _, anchor = unquote(link.target).partition("#")
    target = (link.page.parent / path).resolve() if path else link.page
    if path.startswith("/") or not target.is_relative_to(ROOT):
        return f"leads out of the project: {link.target}"
    if not target.exists():
        return f"leads to no file: {link.target}"
    if anchor and target.suffix == ".md" and anchor not in anchors(target):
        return f"leads to no heading: {link.target}"
    return None


def tracked() -> list[Path]:
    """Return the files of the project: what git tracks or would, else what the folder holds."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        names = subprocess.run(command, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return list(walked())
    files = [ROOT / os.fsdecode(name) for name in names.split(b"\0") if name]
    return [path for path in files if path.is_file()]


def walked() -> Iterator[Path]:
    """Yield the files of a copy without git, leaving out hidden folders such as environments."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = sorted(f for f in folders if f == ".ci" or not f.startswith((".", "__pycache__")))
        yield from (Path(folder, name) for name in sorted(names))


def text_of(path: Path) -> str | None:
    """Return a file's text, or nothing where it is no text."""
    content = path.read_bytes()
    return None if b"\0" in content else content.decode("utf-8", "replace")


def forbidden_faults(path: Path, text: str) -> Iterator[Fault]:
    """Yield each place where a file holds what no file may hold."""
    for what, strings in FORBIDDEN.items():
        for string in strings:
            for part in re.finditer(re.escape(string), text):
                yield Fault(path, text.count("\n", 0, part.start()) + 1, f"{what}: {string}")


def check_links() -> list[Fault]:
    """Check the links of every page, and say how many there were."""
    there = [page for page in pages() if page.is_file()]
    faults = [Fault(page, 1, "no such page") for page in pages() if page not in there]
    found = [link for page in there for link in links(page)]
    faults += [Fault(link.page, link.line, what) for link in found if (what := link_fault(link))]
    print(f"links: {len(found)} on {len(there)} pages, {len(faults)} faults")
    return faults


def check_strings() -> list[Fault]:
    """Check every text file for forbidden strings, and say how many there were."""
    texts = [(path, text) for path in tracked() if (text := text_of(path)) is not None]
    faults = [fault for path, text in texts for fault in forbidden_faults(path, text)]
    kinds = " or ".join(FORBIDDEN)
    print(f"strings: {len(texts)} text files looked through for {kinds}, {len(faults)} faults")
    return faults


def main() -> int:
    """Run both checks and print what they found."""
    faults = check_links() + check_strings()
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
