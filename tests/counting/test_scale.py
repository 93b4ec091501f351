"""What the extra ``scale`` makes of pieces is what the sieve makes of them, to each row that is left."""

import subprocess
import sys
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from random import Random
from unittest import mock

import pytest
from polars import read_csv

from antq_cli.checks.dead_ends import HouseholdsUntil
from antq_cli.checks.letters import _wrong
from antq_cli.checks.timely import _After
from antq_cli.core.calendars import Period
from antq_cli.counting.journal import Beginning, Flowing, Lapsing, Standings
from antq_cli.counting.large.piecewise import frame_of, paired, read_piece
from antq_cli.counting.large.scale.engine import ScaleSieve, _outlines
from antq_cli.counting.large.scale.lot import Lot
from antq_cli.counting.large.sieve import Frame, Sieve, Sifted
from antq_cli.counting.registered import HouseholdsThere
from antq_cli.reading.apart import Answer, Question, Suspicion
from antq_cli.reading.book import Book, open_book
from antq_cli.reading.pieces import Piece
from tests.cli.harness import SAMPLE
from tests.counting.apart import BAD, FILES, GOOD, write
from tests.counting.test_piecewise import damaged
from tests.thinned import seeds

KINDS = ["household", "registration", "yearly"]
DAYS = ["2021-02-01", "2021-05-31", "2021-08-31", "2022-01-01"]
QUARTER = Period(date(2021, 7, 1), date(2021, 9, 30))
QUESTIONS: list[Question] = [
    *(Standings(kind, day) for kind in KINDS for day in DAYS),
    *(Flowing(kind, word, "2021-03-15", "2021-08-31") for kind in KINDS for word in ("signed", "withdrawn")),
    *(Lapsing(kind, QUARTER) for kind in KINDS),
    *(HouseholdsThere(day) for day in DAYS),
    HouseholdsUntil(),
    *map(Beginning, KINDS),
]
SUSPICIONS = [
    Suspicion("pledges", "date", _After("2026-01-01")),
    Suspicion("households", "note", _wrong),
    Suspicion("pledges", "sheet", {"S-1"}.intersection),
]
HEADERS = ["household,area,joined,left,excluded,note", "date,kind,pledger,event,sheet"]
# The days in a stretch of nearly everybody who has one, and some about its ends.
EVENTS = ["2021-03-01", "2021-04-10", "2021-05-31", "2021-05-31", "2021-06-01", "2021-06-15", "2021-08-31"]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """A book of which only manifest and map matter: the pieces are others."""
    folder = tmp_path_factory.mktemp("book")
    write(folder, {name: text.encode() for name, text in FILES.items()})
    return open_book(str(folder), folder)


def sometimes(random: Random, often: str, seldom: Sequence[str], of: int) -> str:
    return random.choice(seldom) if random.randrange(of) == 0 else often


def piece(random: Random, number: int, odd: int) -> Piece:
    """Some households with what they signed: of about so many one has something that is not plain."""
    codes = [f"H-{number}-{each:02}" for each in range(random.randint(1, 12))]
    households = [HEADERS[0], *(line for code in codes for line in household(random, code, odd))]
    pledgers = [random.choice([*codes, *codes, "", "H-0-00"]) for _ in range(random.randint(0, 14))]
    events = [event(random, code or codes[0], odd) for code in pledgers if code != "H-0-00" or odd < 99]
    if events and random.randrange(odd) == 0:
        events.append(events[0])
    lines = {"households": households, "pledges": [HEADERS[1], *events]}
    return Piece({name: (f"{name}/{number}.csv", "\n".join([*some, ""]).encode()) for name, some in lines.items()})


def household(random: Random, code: str, odd: int) -> Iterator[str]:
    area = sometimes(random, random.choice(GOOD["area"][:2]), GOOD["area"], odd)
    joined = sometimes(random, "", GOOD["joined"], 3)
    left = random.choice(["", "", "2021-07-15", "2021-08-31"])
    excluded = sometimes(random, "", ["absent", "vacant"], 4)
    note = sometimes(random, "", ["x", "Ngã ba", *BAD["note"][2:], "O\u0300", " x"], max(odd // 2, 4))
    code = sometimes(random, code, ["", "a b"], 3 * odd)
    yield ",".join([code, area, joined, left if joined < left else "", excluded, note])
    if random.randrange(odd) == 0:
        yield ",".join([random.choice([code, code.lower(), code.replace("-0", "-")]), area, "2021-07-15", "", "", ""])


def event(random: Random, code: str, odd: int) -> str:
    kind = sometimes(random, random.choice(KINDS), GOOD["kind"], odd)
    day = sometimes(random, random.choice(EVENTS), GOOD["date"], odd)
    who = sometimes(random, code, [code.lower(), "H-404", "1-1", "H-1-00", "H-2-00", "", "a b"], odd)
    return ",".join(
        [day, kind, who, random.choice(GOOD["event"]), sometimes(random, "", ["S-1"] * 4 + ["Tờ 1", " "], odd)]
    )


def both(frame: Frame, pieces: Sequence[Piece], without: Sequence[Collection[str]]) -> int:
    """See that the sieve and the engine make the same of some pieces; return of how many they make something."""
    sieve = Sieve(frame)
    one = [sieve.sift(*each) for each in zip(pieces, without, strict=True)]
    other = ScaleSieve(frame, Sieve(frame)).sift(pieces, without)
    assert [*map(said, other)] == [*map(said, one)]
    return sum(each is not None for each in one)


def said(sifted: Sifted | None) -> object:
    """All of it; answers that are the first or the last of some days may stand beside others."""
    if sifted is None:
        return None
    rows = {name: (*remains.header, remains.rows) for name, remains in sifted.remains.items()}
    told = [*map(decisive, QUESTIONS, sifted.tally.answers)]
    return told, sifted.tally.elsewhere, rows, sifted.span, sifted.strange, sifted.digests


def decisive(question: Question, answer: Answer) -> object:
    match question:
        case Beginning():
            return min(answer, default=None)
        case HouseholdsUntil():  # blank is later than every day
            return {site: max((day or "~" for at, day in answer if at == site)) for site, _ in answer}
        case _:
            return answer


@pytest.mark.parametrize("seeds", seeds(range(60), 5000, 500))
def test_it_makes_of_pieces_what_the_sieve_makes_of_them(book: Book, seeds: range) -> None:
    made = 0
    for seed in seeds:
        random = Random(seed)
        odd = random.choice([5, 20, 100, 100])
        pieces = [piece(random, number, odd) for number in range(1, random.choice([2, 4]))]
        keys = [[f"H-{number}-00"] if random.randrange(4) == 0 else [] for number, _ in enumerate(pieces, 1)]
        alike, suspicions = random.random() < 0.3, SUSPICIONS if random.random() < 0.4 else []
        frame = frame_of(book, QUESTIONS, suspicions, alike=alike)
        without = [[*frame.keys(each)] for each in keys]
        made += both(frame, pieces, without)
    assert made > len(seeds)


@pytest.mark.parametrize("seeds", seeds(range(40), 400, 120))
def test_it_takes_the_same_damaged_pieces(book: Book, seeds: range) -> None:
    frame, taken = frame_of(book, QUESTIONS), 0
    for seed in seeds:
        random = Random(seed)
        files = dict(piece(random, 1, 100).files)
        name = random.choice([*files])
        path, raw = files[name]
        files[name] = path, damaged(raw, random)
        taken += both(frame, [Piece(files), piece(random, 2, 100)], [(), ()]) == 2
    assert 0 < taken < len(seeds)


def of_sample(questions: Sequence[Question]) -> tuple[Frame, list[Piece]]:
    """The frame of the sample, and its pieces."""
    sample = open_book(str(SAMPLE), SAMPLE)
    return frame_of(sample, questions), [found for paths in paired(sample) if (found := read_piece(sample, paths))]


def test_nearly_all_households_are_plain() -> None:
    frame, pieces = of_sample([])
    whole = [each for each in pieces if len(each.files) == 2]
    outlines = [found for each in whole if (found := _outlines(each))]
    lot = Lot(frame, Sieve(frame), outlines, ())
    assert lot.clean
    assert len(whole) == 17
    rest = [lot.others(number, each) for number, each in enumerate(whole)]
    odd = sum(len(leaves["households"].part) for leaves in rest if leaves)
    assert 0 < odd < 0.2 * lot.rows["households"].size
    assert sum(counted["households"].rows for counted in lot.counted.values()) == lot.rows["households"].size - odd


def test_a_small_book_does_not_load_polars() -> None:
    code = (
        "import sys; from antq_cli.cli.main import main; import os; os._exit = lambda code: None; "
        f"main(['-b', {str(SAMPLE)!r}, 'pledges', 'summary']); assert 'polars' not in sys.modules; print('end')"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert ran.stdout.rstrip().endswith(b"end"), ran.stderr.decode()


def test_pieces_of_other_headers_are_sifted_alone(book: Book) -> None:
    random = Random(1)
    pieces = [piece(random, 1, 100), piece(random, 2, 100)]
    path, raw = pieces[1].files["households"]
    lines = [line.rpartition(b",")[0] for line in raw.removesuffix(b"\n").split(b"\n")]
    other = Piece({**pieces[1].files, "households": (path, b"\n".join([*lines, b""]))})
    frame = frame_of(book, QUESTIONS)
    with mock.patch.object(Lot, "__init__", autospec=True, side_effect=Lot.__init__) as lots:
        assert both(frame, [pieces[0], other], [(), ()]) == 2
    assert [len(call.args[3]) for call in lots.call_args_list] == [1, 1]


def test_where_there_are_not_as_many_rows_as_lines_nothing_is_proven(book: Book) -> None:
    """It cannot be so; polars is asked all the same."""
    frame, pieces = frame_of(book, QUESTIONS), [piece(Random(1), 1, 100)]
    lots = [Lot(frame, Sieve(frame), [found], ()).clean for each in pieces if (found := _outlines(each))]
    with mock.patch("polars.read_csv", lambda *args, **more: read_csv(*args, **more)[1:]):
        short = [Lot(frame, Sieve(frame), [found], ()).clean for each in pieces if (found := _outlines(each))]
    assert (lots, short) == ([True], [False])
