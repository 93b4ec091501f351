"""What was signed, withdrawn and has lapsed in a span of days, worked out by hand."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.independent.basis import UnreachableError
from tests.independent.books import lapse_days, random_book, spans, write_book
from tests.independent.counter import Answer, Counter
from tests.independent.hand import book
from tests.independent.places import UncleanError
from tests.thinned import seeds

FIRST, LAST = date(2021, 4, 1), date(2021, 6, 30)
UNITS = "39,H,district,,, c1,C,commune,39,, c2,C,commune,39,, a1,A,area,c1,, a2,A,area,c1,, b1,B,area,c2,, "
FOR_EVER = "[pledges.household]\n"
MONTHS = "[pledges.household]\nvalidity = { months = 3 }\n"
AREAS = "[pledges.area]\nvalidity = { months = 3 }\n"


def flows(made: Counter, part: str, *codes: str, kind: str = "household") -> list[int | None]:
    return [made.flow(kind, part, code, FIRST, LAST).num for code in codes]


def events(*rows: str, kind: str = "household") -> str:
    """Rows of the journal written as MM-DD:pledger:event, all in 2021."""
    parts = [row.split(":") for row in rows]
    return " ".join(f"2021-{day},{kind},{who},{event}" for day, who, event in parts)


def test_both_days_of_a_span_are_in_it(tmp_path: Path) -> None:
    signed = events("03-31:H1:signed", "04-01:H2:signed", "06-30:H3:signed", "07-01:H4:signed", "06-30:H2:withdrawn")
    made = book(tmp_path, FOR_EVER, units=UNITS, households="H1,a1,,, H2,a1,,, H3,b1,,, H4,b1,,,", pledges=signed)
    assert flows(made, "signed", "39", "c1", "a1", "a2", "b1") == [2, 1, 1, 0, 1]
    assert flows(made, "withdrawn", "39", "c1", "c2") == [1, 1, 0]
    assert made.flow("household", "signed", "39", FIRST, LAST) == Answer("counted", 2, None)
    assert made.flow("household", "signed", "39", FIRST, FIRST) == Answer("counted", 1, None)
    assert made.flow_above("household", "signed", "area", FIRST, LAST) == (0, None)


def test_rows_are_counted_not_pledgers_and_a_repeated_key_is_one(tmp_path: Path) -> None:
    rows = ["04-01:H1:signed", "04-01:H1:signed", "04-01:H1:withdrawn", "05-01:H1:signed", "05-02:H1:signed"]
    made = book(tmp_path, FOR_EVER, units=UNITS, households="H1,a1,,,", pledges=events(*rows))
    assert flows(made, "signed", "39") == [3]
    assert flows(made, "withdrawn", "39") == [1]


def test_rows_of_nobody_and_from_outside_a_stretch_do_not_count(tmp_path: Path) -> None:
    rows = ["04-01:H9:signed", "04-30:H1:signed", "05-01:H1:signed", "06-01:H1:signed", "05-05:H2:signed"]
    made = book(
        tmp_path,
        FOR_EVER,
        units=UNITS,
        # H1 is nowhere in May; H2 is excluded, and has left by the last day: its row counts all the same.
        households="H1,a1,,2021-05-01, H1,b1,2021-06-01,, H2,a2,2021-05-01,2021-06-01,absent",
        pledges=events(*rows),
    )
    # H1 signed once in a1, where it lived, and once in b1.
    assert flows(made, "signed", "39", "a1", "b1", "a2") == [3, 1, 1, 1]


def test_a_flow_lies_on_the_map_of_the_last_day_or_of_the_basis(tmp_path: Path) -> None:
    made = book(
        tmp_path,
        FOR_EVER,
        units="39,H,district,,, c1,C,commune,39,, c2,C,commune,39,, a1,A,area,c1,,2021-05-01 b1,B,area,c2,, "
        "x,X,area,c1,,2021-05-01 y,Y,area,c2,2021-05-01,",
        crosswalk="e,2021-05-01,a1,b1,whole,- e,2021-05-01,x,y,part,-",
        households="H1,a1,,, H2,b1,,, H3,b1,2021-05-10,, H4,x,,2021-05-01,",
        pledges=events("04-05:H1:signed", "04-05:H2:signed", "05-20:H3:signed", "04-06:H4:signed"),
    )
    # a1 has gone into b1 by the last day; x is carried nowhere, so the row of H4 is not counted.
    assert flows(made, "signed", "39", "c1", "c2", "b1") == [3, 0, 3, 3]
    before = date(2021, 1, 1)
    answers = {
        code: made.flow("household", "signed", code, FIRST, LAST, before).num for code in ("39", "c1", "a1", "b1")
    }
    # H3 came when a1 was part of b1: above both.
    assert answers == {"39": 3, "c1": 1, "a1": 1, "b1": 1}
    assert made.flow_above("household", "signed", "commune", FIRST, LAST, before) == (1, None)
    # A span that ends on the eve lies on the old map and counts H4; carried on to the new map, H4 has no place.
    eve = date(2021, 4, 30)
    assert made.flow("household", "signed", "x", FIRST, eve).num == 1
    assert made.flow("household", "signed", "39", FIRST, eve).num == 3
    with pytest.raises(UnreachableError, match="x cannot"):
        made.flow("household", "signed", "39", FIRST, eve, LAST)


def test_lapsed_is_of_those_in_force_on_the_eve_and_still_there(tmp_path: Path) -> None:
    rows = [
        "01-15:H1:signed",  # to 04-15: lapsed
        "01-01:H2:signed",  # to 04-01: in force on the eve, 03-31, and lapsed
        "03-31:H3:signed",  # 03 + 3 months has no 31st of June: to 07-01, in force on the last day
        "01-15:H4:signed",  # lapsed, but signed again and in force on the last day
        "06-01:H4:signed",
        "03-01:H5:signed",  # withdrawn in the span: in the denominator only
        "05-01:H5:withdrawn",
        "02-01:H6:signed",  # has left by the last day
        "04-01:H7:signed",  # not in force on the eve
        "02-01:H8:signed",  # excluded on the last day
        "02-01:H9:signed",  # was excluded on the eve
    ]
    households = "H1,a1,,, H2,a1,,, H3,a1,,, H4,a1,,, H5,b1,,, H6,b1,,2021-06-30, H7,b1,,, "
    households += "H8,a1,,2021-05-01, H8,a1,2021-05-01,,absent H9,a1,,2021-05-01,absent H9,a1,2021-05-01,, "
    made = book(tmp_path, MONTHS, units=UNITS, households=households, pledges=events(*rows))
    assert made.flow("household", "lapsed", "39", FIRST, LAST) == Answer("counted", 2, 5)
    assert made.flow("household", "lapsed", "c1", FIRST, LAST) == Answer("counted", 2, 4)
    assert made.flow("household", "lapsed", "c2", FIRST, LAST) == Answer("counted", 0, 1)
    assert made.flow("household", "lapsed", "a2", FIRST, LAST) == Answer("no-denominator", 0, 0)
    # A day later the pledge of H3 has lapsed as well; a span that begins later has only H3 and H5 at its start.
    assert made.flow("household", "lapsed", "39", FIRST, date(2021, 7, 1)).num == 3


def test_signing_and_lapsing_within_the_span_is_lapsing_only_if_in_force_before(tmp_path: Path) -> None:
    rows = ["01-15:H1:signed", "04-20:H1:signed", "04-02:H2:signed"]
    made = book(tmp_path, MONTHS, units=UNITS, households="H1,a1,,, H2,a1,,,", pledges=events(*rows))
    # By 2021-07-20 H1 has lapsed for the second time, and counts once; H2 lapsed on 07-02 but is not of the eve.
    assert made.flow("household", "lapsed", "39", FIRST, date(2021, 7, 20)) == Answer("counted", 1, 1)
    assert made.flow("household", "lapsed", "39", FIRST, date(2021, 7, 19)) == Answer("counted", 0, 1)


def test_until_withdrawn_never_lapses(tmp_path: Path) -> None:
    made = book(tmp_path, FOR_EVER, units=UNITS, households="H1,a1,,,", pledges=events("01-15:H1:signed"))
    assert made.flow("household", "lapsed", "39", FIRST, date(2030, 1, 1)) == Answer("counted", 0, 1)


def test_who_lapsed_is_where_it_is_on_the_last_day(tmp_path: Path) -> None:
    made = book(
        tmp_path,
        MONTHS,
        units=UNITS + "n,N,area,c2,2021-05-01, ",
        households="H1,a1,,2021-05-01, H1,b1,2021-05-01,, H2,a1,,2021-05-01, H2,n,2021-05-01,,",
        pledges=events("01-15:H1:signed", "06-20:H2:signed"),
    )
    assert made.flow("household", "lapsed", "a1", FIRST, LAST) == Answer("no-denominator", 0, 0)
    assert made.flow("household", "lapsed", "b1", FIRST, LAST) == Answer("counted", 1, 1)
    # n has no origin, but nobody in it was in force on the eve; who signed there cannot be placed.
    before = date(2021, 1, 1)
    assert made.flow("household", "lapsed", "c2", FIRST, LAST, before) == Answer("counted", 1, 1)
    with pytest.raises(UnreachableError, match="n cannot"):
        made.flow("household", "signed", "39", FIRST, LAST, before)


def areas(folder: Path) -> Counter:
    """On 2021-05-01 a1 becomes r of c2 by `same`, and a2 goes into b1 by `whole`."""
    return book(
        folder,
        AREAS,
        units="39,H,district,,, c1,C,commune,39,, c2,C,commune,39,, a1,A,area,c1,,2021-05-01 "
        "a2,A,area,c1,,2021-05-01 b1,B,area,c2,, r,R,area,c2,2021-05-01,",
        crosswalk="e,2021-05-01,a1,r,same,- e,2021-05-01,a2,b1,whole,-",
        pledges=events(
            "02-01:a1:signed",
            "02-02:a2:signed",
            "04-10:a2:signed",
            "04-11:a1:withdrawn",
            "04-11:a1:signed",
            "05-10:r:signed",
            "05-11:a1:signed",  # nobody bears the code any more
            "05-12:c1:signed",  # not an area
            kind="area",
        ),
    )


def test_what_units_signed_is_carried_along_as_content(tmp_path: Path) -> None:
    made = areas(tmp_path)
    # a2 lies in b1 by the last day, a1 in r: all of them in c2.
    assert flows(made, "signed", "39", "c1", "c2", "b1", "r", kind="area") == [3, 0, 3, 1, 2]
    assert flows(made, "withdrawn", "39", "r", kind="area") == [1, 1]
    old = date(2021, 1, 1)
    assert made.flow("area", "signed", "a1", FIRST, LAST, old).num == 2
    assert made.flow("area", "signed", "a2", FIRST, LAST, old).num == 1
    assert made.flow("area", "signed", "c1", FIRST, LAST, old).num == 3


def test_pledges_of_units_lapse_where_same_has_led_them(tmp_path: Path) -> None:
    made = areas(tmp_path)
    # On the eve a1 and a2 were in force. r has the pledge of a1, signed again on 05-10; a2 is gone, b1 never signed.
    assert made.flow("area", "lapsed", "39", FIRST, LAST) == Answer("counted", 0, 1)
    assert made.flow("area", "lapsed", "r", FIRST, LAST) == Answer("counted", 0, 1)
    # To 08-10, when the last pledge of r has come to its end.
    assert made.flow("area", "lapsed", "39", FIRST, date(2021, 8, 9)) == Answer("counted", 0, 1)
    assert made.flow("area", "lapsed", "39", FIRST, date(2021, 8, 10)) == Answer("counted", 1, 1)
    assert made.flow("area", "lapsed", "c1", FIRST, date(2021, 8, 10), FIRST) == Answer("counted", 1, 1)
    assert made.flow("area", "lapsed", "a1", FIRST, date(2021, 8, 10), FIRST) == Answer("counted", 1, 1)
    # From 05-10 on: on the eve r held what a1 withdrew on 04-11. From 05-11 on: what r had signed the day before.
    assert made.flow("area", "lapsed", "r", date(2021, 5, 10), LAST) == Answer("no-denominator", 0, 0)
    assert made.flow("area", "lapsed", "r", date(2021, 5, 11), LAST) == Answer("counted", 0, 1)


def test_an_organisation_flows_like_a_household(tmp_path: Path) -> None:
    made = book(
        tmp_path,
        '[pledges.organisation]\nvalidity = { lapses = "year", calendar = "c" }\n[calendars]\nc = "06-01"\n',
        units=UNITS,
        organisations="O1,O,agency,c1,,2021-05-01 O1,O,agency,c2,2021-05-01, O2,P,agency,39,,",
        pledges=events("02-01:O1:signed", "04-01:O2:signed", "05-31:O2:withdrawn", kind="organisation"),
    )
    kind = "organisation"
    assert made.flow(kind, "lapsed", "c2", FIRST, LAST) == Answer("counted", 1, 1)
    assert made.flow(kind, "lapsed", "39", FIRST, date(2021, 5, 31)) == Answer("counted", 0, 1)
    assert made.flow(kind, "signed", "39", FIRST, LAST) == Answer("counted", 1, None)
    assert made.flow_above(kind, "signed", "commune", FIRST, LAST) == (1, None)
    assert made.flow_above(kind, "lapsed", "commune", FIRST, LAST) == (0, 0)


def test_other_flows_are_refused(tmp_path: Path) -> None:
    kinds = FOR_EVER + '[pledges.student]\nsource = "returns"\n'
    made = book(tmp_path, kinds, units=UNITS, pledges="", returns="")
    with pytest.raises(UncleanError):
        made.flow("student", "signed", "39", FIRST, LAST)
    with pytest.raises(LookupError):
        made.flow("nothing", "signed", "39", FIRST, LAST)
    with pytest.raises(LookupError):
        made.flow("household", "sighed", "39", FIRST, LAST)
    with pytest.raises(LookupError):
        made.flow("household", "signed", "a9", FIRST, LAST)


@pytest.mark.parametrize("some", seeds(range(8), 60, 20), ids=str)
def test_flows_of_two_spans_make_the_flow_of_both(tmp_path: Path, some: range) -> None:
    reached = 0
    for seed in some:
        made = Counter.open(write_book(tmp_path / str(seed), random_book(seed, lapsing=True)))
        for kind in made.events:
            for span in spans(made)[::5]:
                parts = [at_the_top(made, kind, half, span[1]) for half in halves(*span)]
                known = [num for num in parts if num is not None]
                assert parts[1] is not None
                whole = at_the_top(made, kind, span, span[1])
                assert len(known) < len(parts) or sum(known) == whole or is_divided(made, span)
                reached += len(known) == len(parts) and all(known)
    assert reached > 30


def is_divided(made: Counter, span: tuple[date, date]) -> bool:
    """Whether something was divided in a span: what happened in it before has no place on the last day."""
    divided = [day for (_, day), steps in made.places.crosswalk.items() if any(step.part == "part" for step in steps)]
    return any(span[0] < day <= span[1] for day in divided)


def halves(first: date, last: date) -> list[tuple[date, date]]:
    middle = first + (last - first) / 2
    return [(first, middle), (middle + timedelta(days=1), last)]


def at_the_top(made: Counter, kind: str, span: tuple[date, date], basis: date) -> int | None:
    """What was signed in a span, on the map of a basis; None if something has no place there."""
    try:
        return made.flow(kind, "signed", made.top(basis) or "", *span, basis).num
    except UnreachableError:
        return None


@pytest.mark.parametrize("some", seeds(range(8), 60, 20), ids=str)
def test_on_the_day_of_a_lapse_what_was_in_force_has_lapsed(tmp_path: Path, some: range) -> None:
    lapsed = 0
    for seed in some:
        made = Counter.open(write_book(tmp_path / str(seed), random_book(seed, lapsing=True)))
        for kind in made.events:
            for day in lapse_days(made):
                answer = made.flow(kind, "lapsed", made.top(day) or "", day, day)
                eve = day - timedelta(days=1)
                assert (answer.den or 0) <= (made.figure(f"pledges.{kind}", made.top(eve) or "", eve).num or 0)
                lapsed += answer.num or 0
    assert lapsed > 30
