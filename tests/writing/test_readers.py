"""Who reads a book that is changed meanwhile: begins anew, gives up after a while, and never fails in between."""

from collections.abc import Callable
from pathlib import Path
from unittest import mock

import pytest

from antq_cli.cli import run as running
from antq_cli.core.values import MovedError
from antq_cli.reading.folders import STATE
from antq_cli.reading.steady import Steady
from antq_cli.render import screen
from antq_cli.writing.pen import held
from tests.cli.harness import Ran
from tests.writing.scenes import made, write
from tests.writing.test_undo import asked, told

READ = "pledges summary --kind household -f json"
PRINTED = [READ, "check -f json", "log -f json", "report", "pledges summary -v --kind household"]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return made(tmp_path / "book")


def signed(ran: Ran) -> int:
    """How many have signed."""
    assert ran.code == 0, ran.stderr
    (row,) = (row for row in ran.json["rows"] if row["level"] == "district")
    return int(row["num"])


def writing(book: Path, times: int) -> Callable[[], None]:
    """Write at the first so many calls; each time one more household signs."""
    calls = 0

    def step() -> None:
        nonlocal calls
        calls += 1
        if calls <= times:
            with held(book) as pen:
                write(pen, "three", 100 + calls)

    return step


@pytest.mark.parametrize("times", [0, 1, 3])
def test_a_reader_begins_anew(times: int, book: Path) -> None:
    """And counts the book as it is in the end: nothing of the first reading is left."""
    with held(book) as pen:
        write(pen, "three", 3)
    step, read = writing(book, times), Steady.read

    def reads(self: Steady, file: str) -> bytes:
        raw = read(self, file)
        if file == "pledges/c1.csv":
            step()
        return raw

    with mock.patch.object(Steady, "read", reads):
        ran = asked(book, READ)
    assert signed(ran) == signed(asked(book, READ))
    assert ran.json["book"] == asked(book, READ).json["book"]


def test_a_reader_gives_up(book: Path) -> None:
    """After the fourth time; who is asked for a document gets one."""
    tries = 0

    def moved(_: Steady) -> None:
        nonlocal tries
        tries += 1
        raise MovedError

    with mock.patch.object(Steady, "_look", moved):
        ran = asked(book, "pledges summary")
        assert (tries, told(ran)) == (4, (5, "U135"))
        ran = asked(book, READ)
    assert (ran.code, ran.json["status"], [each["code"] for each in ran.json["problems"]]) == (5, "error", ["U135"])


@pytest.mark.parametrize(
    "line", [READ, "check -f json", "log -f json", "report", "pledges summary -v --kind household"]
)
def test_a_book_that_is_changed_while_the_answer_is_printed(line: str, book: Path) -> None:
    """The answer is that of the book which was counted."""
    with held(book) as pen:
        write(pen, "three", 3)
    expected, step, show = asked(book, line), writing(book, 9), screen.show

    def shows(*args: object, **more: object) -> object:
        step()
        return show(*args, **more)  # type: ignore[arg-type]

    with mock.patch.object(screen, "show", shows):
        ran = asked(book, line)
    assert (ran.code, ran.out, ran.err) == (expected.code, expected.out, expected.err)


def test_a_book_that_is_changed_while_somebody_is_refused(book: Path) -> None:
    """What is told of a row is looked up in the book once more: whether it names a household."""
    (book / "pledges/c3.csv").write_text("date,kind\n")
    expected, step, refuse = asked(book, READ), writing(book, 9), running._refuse

    def refuses(*args: object) -> object:
        step()
        return refuse(*args)  # type: ignore[arg-type]

    with mock.patch.object(running, "_refuse", refuses):
        ran = asked(book, READ)
    assert (expected.code, ran.code, ran.out) == (2, 2, expected.out)


def test_a_change_is_made_once_though_the_book_was_changed(book: Path) -> None:
    """Who has written reads no more: it would begin anew, and write twice."""
    with held(book) as pen:
        for number in (3, 4, 5):
            write(pen, "three", number)
    looks = Steady._look

    def look(self: Steady) -> None:
        looks(self)
        if (book / STATE / "log/000004.toml").exists():
            raise MovedError

    with mock.patch.object(Steady, "_look", look):
        ran = asked(book, "undo -f json")
    assert (ran.code, ran.json["id"], ran.json["of"]) == (0, 4, 3)
    assert len(asked(book, "log -f json").json["rows"]) == 4
