"""What is remembered of counted rows is what would be counted now, whatever was done to the book."""

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import antq_cli
from antq_cli.core.manifest import Manifest
from antq_cli.counting.large.basis import ROOMS, judged_by
from antq_cli.memory import witness
from antq_cli.memory.store import Store
from antq_cli.reading.manifest import read_manifest
from tests.cli.harness import Ran
from tests.counting.apart import FILES, LINES, books, bytes_of, held, write
from tests.counting.remembering import Teller
from tests.counting.test_piecewise import HOUSEHOLDS, MORE, PLEDGES
from tests.thinned import tries

LINE = "pledges summary --by area -f json"
# One view after the other of what was counted once.
VIEWS = [
    *(
        LINE,
        "pledges summary --by commune -f csv",
        "pledges summary --by area --lang vi",
        "pledges gaps --by area -f md",
    ),
    "pledges summary --unit 1 -v",
]


def same(one: Ran, other: Ran) -> bool:
    return (one.code, one.out, one.err) == (other.code, other.out, other.err)


def parts(folder: Path, **more: list[str]) -> Path:
    """A book in two parts in which nothing is wrong, but for what is said."""
    files = {"households/1.csv": HOUSEHOLDS, "households/2.csv": MORE}
    files |= {"pledges/1.csv": PLEDGES, "pledges/2.csv": [PLEDGES[0], "2021-04-01,registration,K-1,signed,"]}
    return write(folder, {name: text.encode() for name, text in FILES.items()} | bytes_of(files | more))


@pytest.fixture
def teller(tmp_path: Path) -> Teller:
    return Teller(tmp_path / "cache")


# What it is for -------------------------------------------------------------------------------------------------


def test_another_view_needs_no_counting(tmp_path: Path, teller: Teller) -> None:
    book = parts(tmp_path / "book")
    for view in VIEWS:
        assert same(teller.ask(f"-b {book} {view}"), held(f"-b {book} {view}")), view
    assert teller.sifted == 2
    assert teller.known == 2 * (len(VIEWS) - 1)


def test_of_a_book_in_which_a_part_was_changed_that_part_is_counted(tmp_path: Path, teller: Teller) -> None:
    book = parts(tmp_path / "book")
    teller.ask(f"-b {book} {LINE}")
    file = book / "pledges" / "2.csv"
    file.write_text(file.read_text().replace("K-1", "K-2"), newline="\n")
    assert same(teller.ask(f"-b {book} {LINE}"), held(f"-b {book} {LINE}"))
    assert (teller.sifted, teller.known) == (3, 1)
    assert same(teller.ask(f"-b {book} {LINE}"), held(f"-b {book} {LINE}"))
    assert (teller.sifted, teller.known) == (3, 3)


def test_another_day_is_counted_anew_and_remembered_beside_the_first(tmp_path: Path, teller: Teller) -> None:
    book = parts(tmp_path / "book")
    for day, sifted in (("2021-08-31", 2), ("2021-06-30", 4), ("2021-08-31", 4), ("2021-06-30", 4)):
        line = f"-b {book} {LINE} --as-of {day}"
        assert same(teller.ask(line), held(line))
        assert teller.sifted == sifted


@pytest.mark.parametrize("line", [f"{LINE} --no-cache", f"{LINE} --debug"])
def test_who_wants_it_counted_has_it_counted(tmp_path: Path, teller: Teller, line: str) -> None:
    book = parts(tmp_path / "book")
    teller.ask(f"-b {book} {line}")
    assert teller.entries == []
    for _ in range(2):
        teller.ask(f"-b {book} {LINE}")
    sifted = teller.sifted
    teller.ask(f"-b {book} {line}")
    assert teller.sifted == sifted + 2
    teller.env["ANTQ_CACHE"] = "off"
    teller.ask(f"-b {book} {LINE}")
    assert teller.sifted == sifted + 4


STRANGE = {
    "a value that is withheld": {"households/2.csv": [*MORE, "K-3,9-9,,,,"]},
    "a row of no household": {"pledges/2.csv": [*PLEDGES[:1], "2021-04-01,organisation,S1,signed,"]},
    "a file that is not proven": {"pledges/2.csv": [*PLEDGES[:1], '"2021-04-01",household,K-1,signed,']},
}


@pytest.mark.parametrize("what", STRANGE)
def test_a_part_of_which_something_is_left_is_not_kept(tmp_path: Path, teller: Teller, what: str) -> None:
    book = parts(tmp_path / "book", **STRANGE[what])
    for _ in range(2):
        assert same(teller.ask(f"-b {book} {LINE}"), held(f"-b {book} {LINE}"))
    assert teller.known == 1


def test_parts_that_had_to_be_held_against_each_other_are_not_kept(tmp_path: Path, teller: Teller) -> None:
    more = ["H-1,2-1,,,,", "K-2,2-1,,,,"]
    book = parts(tmp_path / "book", **{"households/2.csv": [*HOUSEHOLDS[:1], *more], "pledges/2.csv": PLEDGES[:1]})
    for _ in range(2):
        assert same(teller.ask(f"-b {book} {LINE}"), held(f"-b {book} {LINE}"))
    assert teller.known == 0


def test_a_part_that_is_known_is_held_against_one_that_is_new(tmp_path: Path, teller: Teller) -> None:
    """Nobody is counted twice who stands in a part that was counted before as well."""
    book = parts(tmp_path / "book")
    teller.ask(f"-b {book} {LINE}")
    file = book / "households" / "2.csv"
    file.write_text(file.read_text() + "H-2,2-1,,,,\n", newline="\n")
    ran = teller.ask(f"-b {book} {LINE}")
    assert same(ran, held(f"-b {book} {LINE}"))
    assert b"D302" in ran.err
    assert teller.known == 1


# Whatever was done to it ----------------------------------------------------------------------------------------

_CAMPAIGN = FILES["antq.toml"]
MANIFESTS = [
    *[_CAMPAIGN] * 4,
    _CAMPAIGN.replace('target = "95%"', 'target = "5%"'),
    _CAMPAIGN.replace("as_of = 2021-08-31", "as_of = 2021-06-30"),
    _CAMPAIGN.replace("as_of =", "begins = 2021-04-01\nas_of ="),
    _CAMPAIGN.replace("months = 2", "months = 3"),
    _CAMPAIGN.replace('first = "11-01"', 'first = "06-01"'),
    _CAMPAIGN.replace("[pledges.organisation]", "[pledges.nobody]\nsubject = 'household'"),
    _CAMPAIGN.replace('subject = "household"\nvalidity = { months', "validity = { months"),
]


@st.composite
def edited(draw: Any, files: dict[str, bytes]) -> dict[str, bytes]:
    """The files of a book after somebody has worked on it."""
    others, after = draw(books()), dict(files)
    after["antq.toml"] = draw(st.sampled_from(MANIFESTS)).encode()
    bulk = sorted(path for path in {**files, **others} if path.startswith(("households", "pledges")))
    for path in draw(st.lists(st.sampled_from(bulk), max_size=2, unique=True)) if bulk else ():
        after.pop(path, None)
        if path in others:
            after[path] = others[path]
    if bulk and draw(st.booleans()) and (path := draw(st.sampled_from(bulk))) in after and "/" in path:
        after[path.replace(".csv", " x.csv")] = after.pop(path)
    after["units.csv"] = draw(st.sampled_from([FILES["units.csv"]] * 3 + [_moved(FILES["units.csv"])])).encode()
    return after


def _moved(units: str) -> str:
    """The same units, which have other numbers."""
    header, *rows = units.splitlines()
    return "\n".join([header, *reversed(rows), ""])


def campaign(files: dict[str, bytes], data: st.DataObject, steps: int, *, small: bool) -> int:
    """Ask of a book on which somebody works, again and again; return how often something was known."""
    with tempfile.TemporaryDirectory() as folder:
        teller = Teller(Path(folder) / "cache")
        for step in range(steps):
            book = write(Path(folder) / f"book {step}", files)
            for view in data.draw(st.lists(st.sampled_from([*VIEWS, *LINES]), min_size=1, max_size=3)):
                line = ["-b", book, *view.split()]
                told = teller.ask_small(line) if small else teller.ask(line)
                assert same(told, held(line)), line
            files = data.draw(edited(files))
        return teller.known


def campaigns(times: int, steps: int, *, small: bool) -> None:
    known = 0

    @tries(times)
    @given(books(), st.data())
    def law(files: dict[str, bytes], data: st.DataObject) -> None:
        nonlocal known
        known += campaign(files, data, steps, small=small)

    law()
    assert known > times / 10


@pytest.mark.parametrize("small", [False, True], ids=["large", "small"])
def test_what_is_remembered_is_what_would_be_counted(small: bool) -> None:
    campaigns(10, 3, small=small)


@pytest.mark.long
@pytest.mark.parametrize("small", [False, True], ids=["large", "small"])
def test_what_is_remembered_of_very_many_books(small: bool) -> None:
    campaigns(1000, 6, small=small)


# By what rows are judged ----------------------------------------------------------------------------------------


def judged(text: str) -> Mapping[str, object]:
    manifest: Manifest = read_manifest(text.encode())[0]
    return judged_by(manifest)


ALTERED = {
    "the day on which it begins": ("as_of =", "begins = 2021-04-01\nas_of ="),
    "a kind more": ("[pledges.area]", "[pledges.area]\n[pledges.more]\nsubject = 'household'"),
    "a kind less": ('[pledges.household]\ntarget = "95%"', ""),
    "who signs": ("[pledges.area]", '[pledges.area]\nsubject = "household"'),
    "the months": ("months = 2", "months = 3"),
    "no months": ("validity = { months = 2 }", ""),
    "a year in place of months": ("{ months = 2 }", '{ lapses = "year", calendar = "year" }'),
    "the day on which years begin": ('first = "11-01"', 'first = "10-01"'),
    "the day on which they end": ('first = "11-01"', 'first = "11-01", last = "10-15"'),
    "another calendar": ('calendar = "year"', 'calendar = "calendar"'),
}
LEFT = {
    "a target": ("95%", "90%"),
    "the day that is counted": ("2021-08-31", "2021-07-31"),
    "a language": ('lang = "en"', 'lang = "vi"'),
    "what a calendar is called": ('vi = "Năm"', 'vi = "Năm học"'),
    "where returns are counted": ("[pledges.area]", '[pledges.area]\nsource = "returns"'),
    "a team": ('reach = "area"', 'reach = "commune"'),
}


@pytest.mark.parametrize("what", ALTERED)
def test_what_rows_are_judged_by_is_known(what: str) -> None:
    assert judged(_CAMPAIGN) != judged(after := _CAMPAIGN.replace(*ALTERED[what], 1)), after
    assert json.dumps(judged(after))


@pytest.mark.parametrize("what", LEFT)
def test_what_rows_are_not_judged_by_is_left(what: str) -> None:
    after = _CAMPAIGN.replace(*LEFT[what], 1)
    assert after != _CAMPAIGN
    assert judged(_CAMPAIGN) == judged(after)


@pytest.mark.parametrize(("what", "known"), [("the months", 0), ("a target", 2)])
def test_tallies_outlive_what_they_do_not_stand_on(tmp_path: Path, teller: Teller, what: str, known: int) -> None:
    book = parts(tmp_path / "book")
    teller.ask(f"-b {book} {LINE}")
    (book / "antq.toml").write_text(_CAMPAIGN.replace(*{**ALTERED, **LEFT}[what], 1), "utf-8", newline="\n")
    assert same(teller.ask(f"-b {book} {LINE}"), held(f"-b {book} {LINE}"))
    assert teller.known == known


def test_every_room_that_has_counted_is_known_by_its_code() -> None:
    """What was counted by code that was changed since is not what would be counted; sheets are for imports alone."""
    package = Path(antq_cli.__file__).parent
    modules = [each for top in ("core", "reading", "units", "counting") for each in (package / top).rglob("*.py")]
    rooms = {each.parent.relative_to(package).as_posix() for each in modules}
    assert rooms - {"reading/sheets"} == {*ROOMS}


@pytest.mark.parametrize(("what", "known"), [("another library", 0), ("nothing", 2)])
def test_tallies_stand_on_the_libraries_by_which_they_were_counted(
    tmp_path: Path, teller: Teller, monkeypatch: pytest.MonkeyPatch, what: str, known: int
) -> None:
    book = parts(tmp_path / "book")
    teller.ask(f"-b {book} {LINE}")
    if known == 0:
        monkeypatch.setattr(witness, "libraries", lambda: what)
    assert same(teller.ask(f"-b {book} {LINE}"), held(f"-b {book} {LINE}"))
    assert teller.known == known


# Entries --------------------------------------------------------------------------------------------------------


def test_entries_name_no_household(tmp_path: Path, teller: Teller) -> None:
    book = parts(tmp_path / "book")
    for line in LINES[::4]:
        teller.ask(f"-b {book} {line}")
    kept = b"".join(entry.read_bytes() for entry in teller.entries).decode()
    assert kept.count('"in-force"') > 0
    assert [code for code in ("H-1", "H-2", "H-3", "K-1", "K-2") if code in kept] == []


def test_a_damaged_entry_changes_no_figure(tmp_path: Path, teller: Teller) -> None:
    book = parts(tmp_path / "book")
    cold = teller.ask(f"-b {book} {LINE}")
    entry = teller.entries[0]
    whole = entry.read_bytes()
    for at in range(0, len(whole), len(whole) // 8):
        for raw in (whole[:at], whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]):
            entry.write_bytes(raw)
            assert same(teller.ask(f"-b {book} {LINE}"), cold)
            assert entry.read_bytes() == whole


# Answers of units that are none, with days that are none, of fewer than nobody, and with what no answer has.
_SITES: list[object] = [[999, ""], [-1, ""], [1.5, ""], ["1", ""], [True, ""], [1, "x"], [1, None], [1], 0, "1x"]
_NUMBERS: list[object] = [-1, 1.0, True, "1", None]
_OTHERS: list[object] = [None, 1, [], {}]
WRONG: list[object] = [
    *([[site, "", "in-force", 3]] for site in _SITES),
    *([[[1, ""], "", "in-force", n]] for n in _NUMBERS),
    *([[[1, ""], None, each, 1]] for each in _OTHERS),
]


def test_an_entry_that_nobody_of_ours_has_written_is_dropped(tmp_path: Path, teller: Teller) -> None:
    book = parts(tmp_path / "book")
    cold = teller.ask(f"-b {book} {LINE}")
    entry = teller.entries[0]
    whole, store = entry.read_bytes(), Store(str(teller.folder))
    known = json.loads(store.get(entry.name) or b"")
    key = next(iter(known["pieces"]))
    tally, spots = known["pieces"][key]
    others = [None, 1, "x", [], [tally], [None, spots], [[], spots], [[[[]], {}], spots], [tally, [1]], [tally, "x"]]
    others += [[tally, [0, "a", 0, 1]], [[tally[0] * 2, tally[1]], spots], [[[[[1]]], tally[1]], spots]]
    others += [[[[wrong], tally[1]], spots] for wrong in WRONG]
    others += [[[tally[0], tally[1] | {"pledges": each}], spots] for each in ([-1, 1, {}], [1, 1, {"date": 5}], [1])]
    bodies = [known | {"pieces": known["pieces"] | {key: other}} for other in others]
    bodies += [known | {"of": "x"}, known | {"pieces": []}, {}, [], None, 1]
    for body in (*(json.dumps(each).encode() for each in bodies), b"", b"{", b"\xff", b"[" * 100_000):
        store.put(entry.name, body)
        assert same(teller.ask(f"-b {book} {LINE}"), cold), body
        assert entry.read_bytes() == whole


def test_a_count_of_very_many_numbers_is_not_kept(
    tmp_path: Path, teller: Teller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("antq_cli.counting.large.remembered._MOST", 3)
    teller.ask(f"-b {parts(tmp_path / 'book')} {LINE}")
    assert teller.entries == []
