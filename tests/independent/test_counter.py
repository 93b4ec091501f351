"""The counter itself is right: tiny books worked by hand, and sums that hold in every random book."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.independent.books import question_days, random_book, write_book
from tests.independent.counter import Answer, Counter
from tests.independent.places import UncleanError
from tests.thinned import seeds

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Make = Callable[..., Counter]

HEAD = """schema = 1
[campaign]
id = "hand"
title.vi = "Sổ tay"
title.en = "By hand"
top = "39"
data = "synthetic"
as_of = 2026-01-01
"""
LEVELS = "".join(f'[[levels]]\nid = "{one}"\nvi = "-"\nen = "-"\n' for one in ("district", "commune", "area"))
BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)

# Two communes on 2025-06-30; a day later the code 15148 means what 15154 was, and 15148 is part of 15163.
UNITS = """code,name,level,parent,opened,closed
39,Huyện,district,,,
15148,Cẩm Giang,commune,39,,2025-07-01
15154,Cẩm Tú,commune,39,,2025-07-01
15148,Cẩm Tú,commune,39,2025-07-01,
15163,Cẩm Vân,commune,39,2025-07-01,
a1,Thôn 1,area,15148,,
a2,Thôn 2,area,15154,,
a3,Thôn 3,area,15154,,
"""
CROSSWALK = """event,date,from,to,part,act
m,2025-07-01,15148,15163,whole,-
m,2025-07-01,15154,15148,same,-
"""
# In force on 2025-06-30: H1 yes, H2 withdrawn the day it signed, H3 no, H4 excluded; H5 has left.
HOUSEHOLDS = """household,area,joined,left,excluded
H1,a1,,,
H2,a2,,,
H3,a2,,,
H4,a3,,,absent
H5,a3,,2025-01-01,
"""
PLEDGES = """date,kind,pledger,event
2021-01-01,household,H1,signed
2021-01-01,household,H2,withdrawn
2021-01-01,household,H2,signed
2021-01-01,household,H4,signed
2021-01-01,household,H5,signed
2021-01-01,commune,15148,signed
2021-01-01,commune,15154,signed
2021-01-01,commune,15154,signed
"""


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Make a counter of registers given as text; each may be replaced."""

    def make_book(kinds: str = "[pledges.household]\n[pledges.commune]\n", **registers: str) -> Counter:
        tables = {"units": UNITS, "crosswalk": CROSSWALK, "households": HOUSEHOLDS, "pledges": PLEDGES}
        files = {f"{name}.csv": text for name, text in (tables | registers).items()}
        return Counter.open(write_book(tmp_path, {"antq.toml": HEAD + LEVELS + kinds, **files}))

    return make_book


def pair(counter: Counter, measure: str, code: str, day: date) -> tuple[int | None, int | None]:
    answer = counter.figure(measure, code, day)
    return answer.num, answer.den


def test_households_are_counted_by_the_map_of_the_day(make: Make) -> None:
    book = make()
    # 2025-06-30: a1 (H1) is in 15148, a2 (H2, H3) and a3 (nobody eligible) in 15154.
    assert pair(book, "pledges.household", "15148", BEFORE) == (1, 1)
    assert pair(book, "pledges.household", "15154", BEFORE) == (0, 2)
    assert book.figure("pledges.household", "a3", BEFORE) == Answer("no-denominator", 0, 0)
    # A day later 15148 is the old 15154, and a1 has come to 15163.
    assert pair(book, "pledges.household", "15148", AFTER) == (0, 2)
    assert pair(book, "pledges.household", "15163", AFTER) == (1, 1)
    assert pair(book, "pledges.household", "39", AFTER) == (1, 3)


def test_whole_leaves_the_own_pledge_behind_and_same_takes_it_along(make: Make) -> None:
    book = make()
    assert pair(book, "pledges.commune", "39", BEFORE) == (2, 2)
    # 15154 went to 15148 by `same` with its pledge; old 15148 went to 15163 by `whole` without it.
    assert pair(book, "pledges.commune", "15148", AFTER) == (1, 1)
    assert pair(book, "pledges.commune", "15163", AFTER) == (0, 1)
    # An area has no communes below it.
    assert book.figure("pledges.commune", "a1", AFTER) == Answer("no-denominator", 0, 0)


def test_units_and_households_need_no_denominator(make: Make) -> None:
    book = make()
    assert book.figure("households", "39", BEFORE) == Answer("counted", 3, None)
    assert book.figure("households", "39", date(2024, 12, 31)) == Answer("counted", 4, None)
    assert book.figure("units.area", "15148", AFTER) == Answer("counted", 2, None)
    assert book.units("commune", AFTER) == ["15148", "15163"]
    assert book.children("15148", AFTER) == ["a2", "a3"]


def test_a_parent_is_the_unit_that_bore_the_code_when_the_child_opened(make: Make) -> None:
    # a4 opens under the second 15148; the first one went to 15163 and takes only a1 there.
    book = make(units=UNITS + "a4,Thôn 4,area,15148,2025-07-01,\n")
    assert book.children("15148", BEFORE) == ["a1"]
    assert book.children("15148", AFTER) == ["a2", "a3", "a4"]
    assert book.children("15163", AFTER) == ["a1"]


def test_a_code_that_nobody_bears_is_refused(make: Make) -> None:
    with pytest.raises(LookupError):
        make().figure("households", "15154", AFTER)
    with pytest.raises(LookupError):
        make().figure("pledges.student", "39", AFTER)


def test_a_pledge_follows_its_household_through_moves_gaps_and_exclusions(make: Make) -> None:
    households = (
        "household,area,joined,left,excluded\n"
        "H1,a1,2020-01-01,2021-01-01,\n"  # then nowhere for a year
        "H1,a2,2022-01-01,2023-01-01,\n"
        "H1,a2,2023-01-01,2024-01-01,absent\n"
        "H1,a3,2024-01-01,,\n"
    )
    pledges = (
        "date,kind,pledger,event\n"
        "2020-06-01,household,H1,signed\n"
        "2021-06-01,household,H1,withdrawn\n"  # in the gap: never counts
        "2024-06-01,household,H1,withdrawn\n"
        "2024-07-01,household,H1,signed\n"
    )
    book = make(households=households, pledges=pledges)
    expected = {
        date(2019, 12, 31): ("a1", 0, 0),
        date(2020, 1, 1): ("a1", 0, 1),
        date(2020, 6, 1): ("a1", 1, 1),
        date(2021, 1, 1): ("a1", 0, 0),
        date(2022, 1, 1): ("a2", 1, 1),
        date(2023, 1, 1): ("a2", 0, 0),
        date(2024, 1, 1): ("a3", 1, 1),
        date(2024, 6, 1): ("a3", 0, 1),
        date(2024, 7, 1): ("a3", 1, 1),
    }
    for day, (code, num, den) in expected.items():
        assert pair(book, "pledges.household", code, day) == (num, den), day
        assert pair(book, "pledges.household", "39", day) == (num, den), day


def test_a_chain_ends_where_whole_or_part_ends_it(make: Make) -> None:
    units = (
        "code,name,level,parent,opened,closed\n39,H,district,,,\n15,X,commune,39,,\n"
        "a1,A,area,15,,2020-01-01\na2,B,area,15,2020-01-01,2021-01-01\na3,C,area,15,2021-01-01,2022-01-01\n"
        "a1,D,area,15,2022-01-01,\n"
    )
    crosswalk = (
        "event,date,from,to,part,act\n"
        "e,2020-01-01,a1,a2,same,-\nf,2021-01-01,a2,a3,whole,-\ng,2022-01-01,a3,a1,part,-\n"
    )
    pledges = "date,kind,pledger,event\n2019-01-01,area,a1,signed\n2019-01-01,household,H1,signed\n"
    households = "household,area\nH1,a1\n"
    kinds = "[pledges.household]\n[pledges.area]\n"
    book = make(kinds, units=units, crosswalk=crosswalk, pledges=pledges, households=households)
    # H1 goes along by same and whole and is left out by part; the area's own pledge goes by same only.
    for year, code, household, own in ((2019, "a1", 1, 1), (2020, "a2", 1, 1), (2021, "a3", 1, 0)):
        assert pair(book, "pledges.household", code, date(year, 6, 1)) == (household, 1)
        assert pair(book, "pledges.area", code, date(year, 6, 1)) == (own, 1)
    assert pair(book, "pledges.household", "39", date(2022, 6, 1)) == (0, 0)
    assert pair(book, "pledges.area", "a1", date(2022, 6, 1)) == (0, 1)


def test_the_top_is_carried_and_what_hangs_above_a_level_is_told(make: Make) -> None:
    units = (
        "code,name,level,parent,opened,closed\n39,H,district,,,2025-07-01\n40,C,district,,2025-07-01,\n"
        "15,X,commune,39,,\na1,A,area,15,,\na2,B,area,39,,\n"
    )
    crosswalk = "event,date,from,to,part,act\ne,2025-07-01,39,40,whole,-\n"
    households = "household,area\nH1,a1\nH2,a2\nH3,39\n"
    pledges = "date,kind,pledger,event\n2021-01-01,household,H2,signed\n"
    book = make(units=units, crosswalk=crosswalk, households=households, pledges=pledges)
    for day, top in ((BEFORE, "39"), (AFTER, "40")):
        assert book.top(day) == top
        assert pair(book, "pledges.household", top, day) == (1, 3)
        assert book.own("pledges.household", top, day) == Answer("counted", 0, 1)
        # Of the three, H1 is in a commune; H2 (signed) and H3 are above; only H3 is above the areas.
        assert book.held_above("pledges.household", "commune", day) == (1, 2)
        assert book.held_above("pledges.household", "area", day) == (0, 1)
        assert book.held_above("pledges.household", "district", day) == (0, 0)
        assert book.held_above("households", "commune", day) == (2, None)


def test_what_stands_above_the_top_unit_holds_nothing(make: Make) -> None:
    units = (
        "code,name,level,parent,opened,closed\n38,T,district,,,\n39,X,commune,38,,\na1,A,area,39,,\na2,B,area,38,,\n"
    )
    book = make(units=units, crosswalk="event,date,from,to,part,act\n", households="household,area\nH1,a1\nH2,a2\n")
    # The top is a commune: a2 and the district lie outside, and H1 is in no district below the top.
    assert pair(book, "households", "39", AFTER) == (1, None)
    assert (book.units("district", AFTER), book.units("area", AFTER)) == ([], ["a1"])
    assert book.held_above("households", "district", AFTER) == (1, None)
    assert book.held_above("households", "commune", AFTER) == (0, None)


STUDENTS = '[pledges.student]\nsource = "returns"\ngrain = "commune"\n'
RETURNS = """date,unit,measure,count,total
2021-03-01,15148,pledges.student,50,60
2021-09-01,15148,pledges.student,40,
2021-06-01,15154,pledges.student,7,9
2021-06-01,39,pledges.student,999,999
2025-07-01,15163,pledges.student,0,0
"""


def test_returns_take_the_latest_and_say_who_is_missing(make: Make) -> None:
    book = make(STUDENTS, returns=RETURNS)
    march, june, september = date(2021, 3, 1), date(2021, 6, 1), date(2021, 9, 1)
    ask = book.figure
    assert ask("pledges.student", "39", date(2021, 2, 28)) == Answer("not-reported", None, None, 0, 2)
    assert ask("pledges.student", "39", march) == Answer("partial", 50, 60, 1, 2, (march, march))
    assert ask("pledges.student", "39", june) == Answer("counted", 57, 69, 2, 2, (march, june))
    # The later return of 15148 has no total, so that of the district is unknown; its own return never counts.
    assert ask("pledges.student", "39", september) == Answer("no-denominator", 47, None, 2, 2, (june, september))
    assert ask("pledges.student", "a1", september) == Answer("below-grain", None, None)


def test_returns_follow_same_and_not_whole(make: Make) -> None:
    book = make(STUDENTS, returns=RETURNS)
    june = date(2021, 6, 1)
    # 15148 is the old 15154 by `same`; the old 15148 went by `whole` and its return with it into the past.
    assert book.figure("pledges.student", "15148", AFTER) == Answer("counted", 7, 9, 1, 1, (june, june))
    assert book.figure("pledges.student", "15163", AFTER) == Answer("no-denominator", 0, 0, 1, 1, (AFTER, AFTER))
    assert book.figure("pledges.student", "39", AFTER) == Answer("counted", 7, 9, 2, 2, (june, AFTER))
    assert book.held_above("pledges.student", "commune", AFTER) == (0, 0)


def test_teams_come_from_a_register_or_from_returns(make: Make) -> None:
    teams = (
        "code,kind,unit,established,dissolved\n"
        "t1,antt,15154,,\nt2,antt,a1,2021-01-01,2025-07-01\nt3,antt,15148,2025-07-01,\nt4,other,a1,,\n"
    )
    returns = "date,unit,measure,count,total\n2021-01-01,a1,teams.anxh,4,\n2021-01-01,a2,teams.anxh,5,\n"
    kinds = '[teams.antt]\n[teams.anxh]\nsource = "returns"\n'
    book = make(kinds, teams=teams, returns=returns)
    assert book.figure("teams.antt", "15148", BEFORE) == Answer("counted", 1, None)
    # t1 was carried with 15154 to 15148, t3 begins there, t2 has been dissolved.
    assert book.figure("teams.antt", "15148", AFTER) == Answer("counted", 2, None)
    assert book.figure("teams.antt", "39", AFTER) == Answer("counted", 2, None)
    day = date(2021, 1, 1)
    assert book.figure("teams.anxh", "39", day) == Answer("partial", 9, None, 2, 3, (day, day))
    assert book.figure("teams.anxh", "a1", day) == Answer("counted", 4, None, 1, 1, (day, day))


def test_organisations_pledge_and_report_by_their_own_codes(make: Make) -> None:
    organisations = (
        "code,name,kind,unit,opened,closed,exempt\n"
        "S1,Trường 1,school,15154,,2024-01-01,\nS1,Trường 1,school,15148,2025-07-01,,\nB1,Sở,agency,39,,,\n"
    )
    pledges = "date,kind,pledger,event\n2021-01-01,body,S1,signed\n2024-05-05,body,S1,withdrawn\n"
    returns = "date,unit,measure,count,total\n2021-01-01,S1,pledges.student,30,31\n"
    kinds = '[pledges.body]\nsubject = "organisation"\n[pledges.student]\nsource = "returns"\ngrain = "school"\n'
    book = make(kinds, organisations=organisations, pledges=pledges, returns=returns)
    day = date(2021, 1, 1)
    assert pair(book, "pledges.body", "39", day) == (1, 2)
    assert pair(book, "pledges.body", "39", BEFORE) == (0, 1)  # S1 is closed, and cannot withdraw meanwhile
    assert pair(book, "pledges.body", "15148", AFTER) == (1, 1)
    assert book.figure("pledges.student", "39", AFTER) == Answer("counted", 30, 31, 1, 1, (day, day))
    assert book.figure("pledges.student", "39", BEFORE) == Answer("not-reported", None, None, 0, 0)


def test_the_form_of_a_register_changes_nothing(tmp_path: Path) -> None:
    half = HOUSEHOLDS.splitlines()
    files = {
        "antq.toml": (HEAD + LEVELS + "[pledges.household]\n").replace("\n", "\r\n"),
        "units.csv": "\ufeff" + UNITS.replace("\n", "\r\n"),
        "crosswalk.csv": CROSSWALK,
        "households/1.csv": "\n".join(half[:3]),
        "households/2.toml": '\ufeff[[households]]\nhousehold = "H3"\narea = "a2"\njoined = 2020-01-01\n',
        "pledges.toml": "[[pledges]]\r\ndate = 2021-01-01\r\nkind = 'household'\r\n"
        'pledger = "H3"\r\nevent = "signed"\r\n',
    }
    book = Counter.open(write_book(tmp_path, files))
    assert pair(book, "pledges.household", "39", BEFORE) == (1, 3)
    assert pair(book, "pledges.household", "39", date(2019, 12, 31)) == (0, 2)


def test_what_is_not_counted_here_is_refused(make: Make) -> None:
    with pytest.raises(UncleanError, match="validity"):
        make("[pledges.household]\nvalidity = { weeks = 12 }\n").figure("pledges.household", "39", AFTER)
    with pytest.raises(UncleanError, match="student"):
        make("[pledges.student]\n").figure("pledges.student", "39", AFTER)


# The default comparison with antq is of the books of these seeds: there the counter's own sums hold too.


def assert_sums_hold(book: Counter, measure: str, day: date) -> None:
    """Own and children make the parent; rows of a level and what is above it make the total."""
    for unit in book.map(day).open:
        whole = pair(book, measure, unit.code, day)
        own = book.own(measure, unit.code, day)
        pairs = [(own.num, own.den)]
        pairs += [pair(book, measure, child, day) for child in book.children(unit.code, day)]
        assert tuple(sum(each or 0 for each in column) for column in zip(*pairs, strict=True)) == (
            whole[0] or 0,
            whole[1] or 0,
        )
    total = pair(book, measure, book.top(day) or "", day)
    for level in book.levels:
        rows = [pair(book, measure, code, day) for code in book.units(level, day)]
        rows.append(book.held_above(measure, level, day))
        assert sum(num or 0 for num, _ in rows) == (total[0] or 0)
        assert sum(den or 0 for _, den in rows) == (total[1] or 0)


@pytest.mark.parametrize("some", seeds(range(8), 200, 20), ids=str)
def test_sums_hold_in_random_books(tmp_path: Path, some: range) -> None:
    for seed in some:
        book = Counter.open(write_book(tmp_path / str(seed), random_book(seed)))
        days = question_days(book)
        for measure in [one for one in book.measures() if one.count(".") < 2]:  # parts: test_whole
            for day in days:
                if book.from_returns(measure):
                    for unit in book.map(day).open:
                        book.figure(measure, unit.code, day)
                else:
                    assert_sums_hold(book, measure, day)
