"""Everything that may be wrong with a book, one small fault each, and beside each a clean sibling that passes.

Most cases are in faults.toml and faults-campaign.toml, where they are explained; here are those that text cannot hold,
and those of counts and days. Every rule has a case; a test sees to that.
"""

import shutil
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.cli.harness import BOOKS

Edit = Callable[[Path], None]
# Every count and every day is tried in this return and in this row of the journal.
RETURN = "2024-09-30,102-01,pledges.household,75,80,S-05,"
PLEDGE = "2021-03-02,household,h-03,signed,S-01,"
COUNTS = {
    "below zero": "-3",
    "with a sign": "+5",
    "with zeros before it": "0012",
    "with an exponent": "1e5",
    "with an underscore": "1_000",
    "in Vietnamese groups": "25.000",
    "with a fraction": "25.91",
    "between blanks": " 12 ",
    "in full-width digits": "１２",
    "in Arabic digits": "٣",
    "of ten digits": "1000000000",
    "in words": "hai",
}
DAYS = {
    "in month 13": ("2021-13-45", "D103"),
    "on 30 February": ("2021-02-30", "D103"),
    "in year 0": ("0000-01-01", "D103"),
    "with a time": ("2021-01-01T00:00:00", "D102"),
    "as seconds since 1970": ("1609459200", "D102"),
    "as on paper": ("01/03/2021", "D102"),
    "without hyphens": ("20210301", "D102"),
    "of a week": ("2021-W09-1", "D102"),
    "without zeros": ("2021-3-1", "D102"),
    "in full-width digits": ("２０２１-03-01", "D102"),
}


@dataclass(frozen=True)
class Fault:
    """A fault, what must be found and how a command ends, and the sibling without it."""

    id: str
    bad: Edit
    good: Edit
    found: tuple[str, ...]
    exit: int
    book: str = "journal"
    command: str = "pledges summary"
    words: str = ""

    def put(self, target: Path, edit: Edit) -> Path:
        """Copy the small book to a new folder and edit it there."""
        shutil.copytree(BOOKS / self.book, target)
        edit(target)
        return target


def edit_text(name: str, was: str | None, becomes: str) -> Edit:
    """Replace the text that is in a file once, or put another at its end."""

    def edit(book: Path) -> None:
        path = book / name
        before = path.read_bytes() if path.exists() else b""
        if was is None:
            path.write_bytes(before + becomes.encode())
        else:
            assert before.count(was.encode()) == 1, f"{name} does not hold {was!r} once"
            path.write_bytes(before.replace(was.encode(), becomes.encode()))

    return edit


def recoded(name: str, encode: Callable[[str], bytes]) -> Edit:
    """Write a file anew, as other bytes."""

    def edit(book: Path) -> None:
        (book / name).write_bytes(encode((book / name).read_bytes().decode("utf-8")))

    return edit


def folder(name: str) -> Edit:
    """Put a folder where a file was."""

    def edit(book: Path) -> None:
        (book / name).unlink()
        (book / name).mkdir()

    return edit


def removed(name: str) -> Edit:
    """Take a file away."""
    return lambda book: (book / name).unlink()


def nothing(_book: Path) -> None:
    """Leave a book as it is."""


def header_alone(text: str) -> bytes:
    return text.partition("\n")[0].encode()


def of_crlf(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode()


def _both(edits: list[Edit]) -> Edit:
    def edit(book: Path) -> None:
        for one in edits:
            one(book)

    return edit


def _expected(found: tuple[str, ...]) -> int:
    """How a command ends that finds this: 2 where something is refused, else 1."""
    return 2 if found[0][0] in "FS" else 1


def fault(id_: str, bad: Edit, good: Edit, *found: str, **more: Any) -> Fault:
    return Fault(id_, bad, good, found, **{"exit": _expected(found)} | more)


def _written() -> Iterator[Fault]:
    """The cases of faults.toml and faults-campaign.toml."""
    texts = [Path(__file__).with_name(f"{name}.toml").read_text("utf-8") for name in ("faults", "faults-campaign")]
    for case in (case for text in texts for case in tomllib.loads(text)["fault"]):
        edits: list[Mapping[str, str]] = [case, *case.get("also", ())]
        bad, good = (
            _both([edit_text(one["file"], one.get("was"), one[key]) for one in edits]) for key in ("bad", "good")
        )
        more = {key: case[key] for key in ("book", "command", "exit", "words") if key in case}
        yield fault(case["id"], bad, good, *case["found"], **more)


def _counts() -> Iterator[Fault]:
    good = edit_text("returns.csv", RETURN, RETURN.replace("75", "74"))
    for name, written in {**COUNTS, "that is blank": ""}.items():
        bad = edit_text("returns.csv", RETURN, RETURN.replace("75", written))
        yield fault(f"a count {name}", bad, good, f"{'D104' if written else 'D105'} returns.csv:6:37", book="areas")


def _days() -> Iterator[Fault]:
    good = edit_text("pledges.csv", PLEDGE, PLEDGE.replace("2021-03-02", "2021-03-03"))
    for name, (written, code) in DAYS.items():
        bad = edit_text("pledges.csv", PLEDGE, PLEDGE.replace("2021-03-02", written))
        yield fault(f"a day {name}", bad, good, f"{code} pledges.csv:4:1")


def _files() -> Iterator[Fault]:
    """What is wrong with whole files, and with bytes."""
    teams = {"command": "teams summary"}
    bom = recoded("returns.csv", lambda text: text.encode("utf-8-sig"))
    cr = edit_text("returns.csv", "240,2022-11-25,,,\n", "240,2022-11-25,,,\r")
    bom_inside = edit_text("returns.csv", "2023-11-20,30", "\ufeff2023-11-20,30")
    legacy = recoded("units.csv", lambda text: text.encode("cp1258", "replace"))
    utf_16 = recoded("units.csv", lambda text: text.encode("utf-16"))
    empty = recoded("teams.csv", lambda _: b"")
    yield fault("a folder for a manifest", folder("antq.toml"), nothing, "F002 antq.toml")
    yield fault("a folder where a file should be", folder("returns.csv"), nothing, "F002 returns.csv")
    beside = edit_text("returns.toml", None, "")
    yield fault("two forms of one register", beside, edit_text("returns.toml.bak", None, ""), "F003 returns.csv")
    yield fault("a folder beside the file", lambda book: (book / "pledges").mkdir(), nothing, "F003 pledges.csv")
    yield fault("windows-1258", legacy, recoded("units.csv", of_crlf), "F004 units.csv:3:9")
    yield fault("UTF-16", utf_16, recoded("units.csv", lambda text: text.encode("utf-8-sig")), "F004 units.csv:1:1")
    yield fault("a lone carriage return", cr, recoded("returns.csv", of_crlf), "F006 returns.csv:2:52")
    yield fault("a BOM in the middle", bom_inside, bom, "F007 returns.csv:3:1")
    yield fault("an empty file", empty, recoded("teams.csv", header_alone), "F010 teams.csv:1:1", **teams)
    stray = edit_text("return.csv", None, "date\n")
    yield fault("a stray file", stray, edit_text("return.txt", None, "date\n"), "F018 return.csv", exit=0)
    stray = edit_text("pledges/readme.txt", None, "x")
    hidden = edit_text("pledges/.readme", None, "x")
    yield fault("a stray file among the parts", stray, hidden, "F018 pledges/readme.txt", book="toml", exit=0)
    yield fault(
        "a missing register", removed("teams.csv"), recoded("teams.csv", header_alone), "F019 teams.csv", **teams
    )
    yield fault("no units", removed("units.csv"), nothing, "F019 units.csv")


FAULTS = [*_files(), *_written(), *_counts(), *_days()]
