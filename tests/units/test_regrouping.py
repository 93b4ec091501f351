"""Figures of one day on the map of another: where each row lies, and what is refused."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from antq_cli.core.figures import Figure
from antq_cli.core.findings import Refused
from antq_cli.counting.dataset import Dataset
from antq_cli.units.regrouping import OutOfReach
from antq_cli.words.speech import speech
from tests.helpers import crosswalk, dataset_of, manifest, padded, reported, shown, summary, units

KINDS = "\n[pledges.household]\n"
# 2019: two communes become one under the code of the first. 2021: an area moves to another commune, and one is split.
# 2023: an area takes in another and goes on. 2025: the communes become one, the code is used a third time, and the
# district becomes a group.
CHAIN = units(
    "D,Huyện,district,,,2025-07-01",
    "G,Huyện,cluster,,2025-07-01",
    "1,Cũ Một,commune,D,,2019-12-01",
    "2,Cũ Hai,commune,D,,2019-12-01",
    "1,Mới,commune,D,2019-12-01,2025-07-01",
    "3,Ba,commune,D,,2025-07-01",
    "1,Mới Nữa,commune,G,2025-07-01",
    "a,A,area,1,,2021-01-01",
    "a,A,area,3,2021-01-01",
    "b,B,area,2",
    "c,C,area,3,,2021-06-01",
    "c1,C Một,area,3,2021-06-01",
    "c2,C Hai,area,3,2021-06-01",
    "d,D,area,3",
    "e,E,area,3,,2023-01-01",
)
WALK = crosswalk(
    "2019-12-01,1,1,whole",
    "2019-12-01,2,1,whole",
    "2021-01-01,a,a,same",
    "2021-06-01,c,c1,part",
    "2021-06-01,c,c2,part",
    "2023-01-01,e,d,whole",
    "2025-07-01,1,1,whole",
    "2025-07-01,3,1,whole",
    "2025-07-01,D,G,whole",
)
OLD, SPLIT, BEFORE, AFTER = date(2019, 6, 1), date(2021, 6, 1), date(2022, 6, 1), date(2024, 6, 1)
LAST = date(2026, 1, 1)


def chain(folder: Path, *households: str, kinds: str = KINDS, **registers: str) -> Dataset:
    files = {"antq.toml": manifest(kinds), "units": CHAIN, "crosswalk": WALK}
    files |= {"households": padded("household,area,joined,left,excluded", *households)}
    files |= {"pledges": "date,kind,pledger,event\n", "returns": "date,unit,measure,count,total\n"}
    return dataset_of(folder, files | registers)


def rows(dataset: Dataset, day: date, basis: date, by: str, measure: str = "pledges.household") -> dict[str, Figure]:
    """The figures by level, by code; what is held above it under its unit with a plus."""
    found = summary(dataset, day=day, basis=basis, by=by).rows
    return {row.unit + ("" if row.level else "+"): row for row in found if str(row.measure) == measure}


def dens(
    dataset: Dataset, day: date, basis: date, by: str, measure: str = "pledges.household"
) -> dict[str, int | None]:
    return {code: row.den for code, row in rows(dataset, day, basis, by, measure).items() if row.den}


# Nobody in what is split; in d one from before and one from after it took in e.
STAYING = ("ha,a", "hb,b", "hd,d", "he,e", "hn,d,2023-05-01")


@pytest.mark.parametrize(
    ("day", "basis", "expected"),
    [
        (OLD, OLD, {"1": 1, "2": 1, "3": 2}),
        (OLD, BEFORE, {"1": 1, "3": 3}),  # area a went over to commune 3
        (OLD, LAST, {"1": 4}),
        (BEFORE, OLD, {"1": 1, "2": 1, "3": 2}),
        (AFTER, BEFORE, {"1": 1, "3": 4}),
        (LAST, OLD, {"1": 1, "2": 1, "3": 3}),
        (LAST, LAST, {"1": 5}),
    ],
)
def test_communes_on_the_maps_of_other_days(day: date, basis: date, expected: dict[str, int], tmp_path: Path) -> None:
    dataset = chain(tmp_path, *STAYING)
    assert dens(dataset, day, basis, "commune") == expected


def test_an_area_that_moved_is_itself_under_its_parent_of_the_basis(tmp_path: Path) -> None:
    dataset = chain(tmp_path, *STAYING)
    assert dens(dataset, BEFORE, OLD, "area") == {"a": 1, "b": 1, "d": 1, "e": 1}
    now, then = rows(dataset, BEFORE, BEFORE, "area")["a"], rows(dataset, BEFORE, OLD, "area")["a"]
    assert (now.regrouped, then.regrouped) == (None, ("a",))  # another unit of the same code


def test_what_was_entered_after_a_unit_took_in_another_lies_in_either(tmp_path: Path) -> None:
    """Rows from before the merger are told apart again; of later ones only the commune is sure."""
    dataset = chain(tmp_path, *STAYING)
    assert dens(dataset, AFTER, BEFORE, "area") == {"a": 1, "b": 1, "d": 1, "e": 1, "D+": 1}
    assert dens(dataset, AFTER, BEFORE, "commune") == {"1": 1, "3": 4}
    assert dens(dataset, AFTER, AFTER, "area") == {"a": 1, "b": 1, "d": 3}


def test_what_is_divided_is_held_in_the_lowest_unit_with_all_its_parts(tmp_path: Path) -> None:
    dataset = chain(tmp_path, *STAYING, "hc,c,,2021-06-01", "hc,c1,2021-06-01")
    eve = date(2021, 5, 31)
    assert dens(dataset, SPLIT, SPLIT, "area")["c1"] == 1
    assert dens(dataset, eve, SPLIT, "commune") == dens(dataset, eve, eve, "commune") == {"1": 1, "3": 4}
    assert dens(dataset, SPLIT, eve, "area")["c"] == 1  # whatever is in a part of it was in it
    with pytest.raises(OutOfReach) as refused:
        summary(dataset, day=eve, basis=SPLIT, by="area")
    (finding,) = refused.value.findings
    assert (finding.rule.code, finding.place.path, finding.place.line) == ("U015", "crosswalk.csv", 5)
    said = {name: str(finding.values[name]) for name in ("unit", "reach", "when", "held")}
    assert said == {"unit": "c", "reach": "divided", "when": "2021-06-01", "held": "Ba (3)"}
    assert ": it was divided on 01/06/2021, and only Ba (3) " in speech("en").describe(shown(finding)).what


def test_nobody_is_in_the_way_where_nothing_is_counted(tmp_path: Path) -> None:
    """The split matters only to who lived there on the day that is counted."""
    dataset = chain(tmp_path, *STAYING)
    assert dens(dataset, SPLIT, date(2021, 5, 31), "commune") == {"1": 1, "3": 3}


@pytest.mark.parametrize(
    ("more", "walk", "basis", "expected"),
    [
        (("n,Mới,area,3,2022-01-01",), (), OLD, ("n", "opened")),
        (("n,Cũ,area,3,,2025-01-01",), (), LAST, ("n", "closed")),
        (("n,Mới,area,3,2022-01-01", "m,Lạc,area,,,2022-01-01"), ("2022-01-01,m,n,whole",), OLD, ("m", "outside")),
    ],
)
def test_what_leads_nowhere_is_refused(
    more: tuple[str, ...], walk: tuple[str, ...], basis: date, expected: tuple[str, str], tmp_path: Path
) -> None:
    files = {"units": CHAIN + units(*more).partition("\n")[2], "crosswalk": WALK + crosswalk(*walk).partition("\n")[2]}
    dataset = chain(tmp_path, "hn,n,2022-06-01", **files)
    assert summary(dataset, day=AFTER).rows[0].den == 1
    with pytest.raises(Refused) as refused:
        summary(dataset, day=AFTER, basis=basis)
    (finding,) = refused.value.findings
    assert (finding.values["unit"], str(finding.values["reach"])) == expected


def test_the_own_pledge_of_a_unit_counts_where_the_unit_was(tmp_path: Path) -> None:
    pledges = padded("date,kind,pledger,event", "2020-01-01,area,d,signed", "2020-01-01,area,e,signed")
    dataset = chain(tmp_path, kinds="\n[pledges.area]\n", pledges=pledges)
    found = rows(dataset, AFTER, BEFORE, "area", "pledges.area")
    assert (found["d"].num, found["d"].den) == (1, 1)  # the area itself, whatever it has taken in
    found = rows(dataset, BEFORE, AFTER, "area", "pledges.area")
    assert (found["d"].num, found["d"].den) == (2, 2)  # with the one that went into it
    assert rows(dataset, BEFORE, OLD, "area", "pledges.area")["c"].den == 2  # two areas came of a split


def test_a_return_is_of_all_that_its_unit_held_on_its_day(tmp_path: Path) -> None:
    early, late = "2022-01-01,d,pledges.student,5,9\n", "2023-02-01,d,pledges.student,6,9\n"
    header = "date,unit,measure,count,total\n"
    only = '\n[pledges.student]\nsource = "returns"\ngrain = "area"\n'
    dataset = chain(tmp_path / "early", kinds=only, returns=header + early)
    assert rows(dataset, AFTER, BEFORE, "area", "pledges.student")["d"].num == 5
    dataset = chain(tmp_path / "late", kinds=only, returns=header + early + late)
    found = rows(dataset, AFTER, BEFORE, "area", "pledges.student")
    assert (found["d"].num, found["D+"].num) == (None, 6)


def test_what_is_put_together_is_marked_with_what_it_is_made_of(tmp_path: Path) -> None:
    dataset = chain(tmp_path, *STAYING)
    later = rows(dataset, OLD, LAST, "commune")["1"]
    assert (later.unit_name, later.regrouped) == ("Mới Nữa", ("1", "2", "3"))
    assert later.figure == "pledges.household@1:2019-06-01~2026-01-01"
    same = rows(dataset, BEFORE, AFTER, "commune")["1"]
    assert (same.regrouped, same.figure) == (None, "pledges.household@1:2022-06-01~2024-06-01")
    top = summary(dataset, day=OLD, basis=LAST)
    assert [(row.unit, row.regrouped) for row in top.rows[:1]] == [("G", ("D",))]  # a level that the day had not
    proof = top.control[0]
    assert (proof.then, proof.shown, proof.num, proof.den) == ("D", "G", 0, 4)


@pytest.mark.parametrize(("walk", "place"), [((), ("units.csv", 3)), (("2025-07-01,1,3,part",), ("crosswalk.csv", 2))])
def test_the_way_that_breaks_above_an_area_is_named_where_it_breaks(
    walk: tuple[str, ...], place: tuple[str, int], tmp_path: Path
) -> None:
    files = {
        "antq.toml": manifest(KINDS),
        "units": units("D,Huyện,district", "1,Cũ,commune,D,,2025-07-01", "3,Mới,commune,D,2025-07-01", "a,A,area,1"),
        "crosswalk": crosswalk(*walk),
        "households": padded("household,area,joined,left,excluded", "h1,a"),
        "pledges": "date,kind,pledger,event\n",
    }
    with pytest.raises(Refused) as refused:
        summary(dataset_of(tmp_path, files), day=BEFORE, basis=LAST)
    (finding,) = refused.value.findings
    assert ((finding.place.path, finding.place.line), finding.values["unit"]) == (place, "1")


# X of district 1 is divided among Y and Z of it, K of district 2 between both districts; V and W are as they were.
DIVIDED = units(
    "P,Tỉnh,province",
    "1,Một,district,P",
    "2,Hai,district,P",
    "X,X,commune,1,,2025-07-01",
    "V,V,commune,1",
    "W,W,commune,2",
    "K,K,commune,2,,2025-07-01",
    "Y,Y,commune,1,2025-07-01",
    "Z,Z,commune,1,2025-07-01",
    "a,A,area,X",
    "b,B,area,X,,2025-07-01",
    "b,B,area,Y,2025-07-01",
)
DAY, NEW = date(2025, 6, 30), date(2025, 7, 1)
WALKS = ("2025-07-01,X,Y,part", "2025-07-01,X,Z,part", "2025-07-01,b,b,same")
ACROSS = ("2025-07-01,K,W,part", "2025-07-01,K,V,part")


def divided(
    folder: Path, *households: str, walks: tuple[str, ...] = WALKS, files: Mapping[str, str] | None = None
) -> Dataset:
    manifest_ = manifest(KINDS, top="P", levels=("province", "district", "commune", "area"))
    book = {"antq.toml": manifest_, "units": DIVIDED, "crosswalk": crosswalk(*walks)}
    book |= {"households": padded("household,area,joined,left,excluded", *households)}
    return dataset_of(folder, book | {"pledges": "date,kind,pledger,event\n"} | dict(files or {}))


def den(dataset: Dataset, unit: str, by: str = "") -> int | None:
    """The households of a unit; None where the unit, or the level asked for in it, is out of reach."""
    try:
        return summary(dataset, day=DAY, basis=NEW, unit=unit, by=by).rows[-1].den
    except OutOfReach:
        return None


def test_a_divided_unit_is_in_the_way_of_its_parts_alone(tmp_path: Path) -> None:
    dataset = divided(tmp_path, "h1,X", "h2,b", "h3,a", "h4,V", "h5,W", "h6,W")
    assert dens(dataset, DAY, NEW, "district") == {"1": 4, "2": 2}
    told = {"P": 6, "1": 4, "2": 2, "V": 1, "W": 2, "Y": None, "Z": None, "b": 1}
    assert {unit: den(dataset, unit) for unit in told} == told
    assert (den(dataset, "2", "commune"), den(dataset, "1", "commune"), den(dataset, "P", "commune")) == (2, None, None)
    assert dens(dataset, DAY, NEW, "area") == {"b": 1, "P+": 5}  # of areas nothing is lost: it is held above them
    (proof,) = summary(dataset, day=DAY, basis=NEW, unit="2").control
    assert (proof.then, proof.shown, proof.den) == ("P", "P", 6)


def test_what_is_divided_across_a_border_is_held_above_it(tmp_path: Path) -> None:
    dataset = divided(tmp_path, "h1,K", "h5,W", walks=ACROSS)
    assert {unit: den(dataset, unit) for unit in "P12VW"} == {"P": 2, "1": None, "2": None, "V": None, "W": None}


def test_of_whom_only_a_part_is_told_no_part_is_made_the_whole(tmp_path: Path) -> None:
    """What has no place anywhere is in the way of all in which it lay, or may lie; the other units are answered."""
    dataset = divided(tmp_path, "h1,K", "h4,V", "h5,W", walks=("2025-07-01,K,W,part",))
    assert {unit: den(dataset, unit) for unit in "P12VWY"} == dict.fromkeys("P2W") | {"1": 1, "V": 1, "Y": 0}
    (proof,) = summary(dataset, day=DAY, basis=NEW, unit="1").control
    assert proof.den == 3


@pytest.mark.parametrize(("count", "reached"), [("", True), ("3", False)])
def test_of_a_divided_unit_that_sent_nothing_the_parts_miss_nothing(count: str, reached: bool, tmp_path: Path) -> None:
    kinds = '\n[pledges.student]\nsource = "returns"\ngrain = "commune"\n'
    sent = ["2025-01-01,V,pledges.student,5,9", *([f"2025-01-01,X,pledges.student,{count},9"] if count else [])]
    files = {"antq.toml": manifest(kinds, top="P", levels=("province", "district", "commune", "area"))}
    dataset = divided(tmp_path, files=files | {"returns": padded("date,unit,measure,count,total", *sent)})
    top = summary(dataset, day=DAY, basis=NEW, unit="1").rows[0]
    assert (top.reported, top.expected, top.num) == ((1, 2, 5) if reached else (2, 2, 8))
    if reached:
        found = {row.unit: row for row in summary(dataset, day=DAY, basis=NEW, unit="1", by="commune").rows}
        assert (found["V"].num, found["Y"].num, found["1"].expected) == (5, None, 1)
    else:
        assert den(dataset, "1", "commune") is None


LAND = ("2025-07-01,X,Y,whole", "2025-07-01,X,Z,land")


def test_land_alone_carries_nothing_and_is_in_nobodys_way(tmp_path: Path) -> None:
    dataset = divided(tmp_path, "h1,X,,2025-07-01", "h1,Z,2025-07-01", "h2,X", walks=(*LAND, "2025-07-01,K,W,land"))
    assert [finding.rule.code for finding in reported(dataset.book.collector)] == []
    assert dens(dataset, DAY, NEW, "commune") == {"Y": 2}
    assert dens(dataset, NEW, NEW, "commune") == {"Y": 1, "Z": 1}
    with pytest.raises(OutOfReach) as refused:  # nothing says where who lives on that land came from
        summary(dataset, day=NEW, basis=DAY)
    assert [str(finding.values["reach"]) for finding in refused.value.findings] == ["opened"]


@pytest.mark.parametrize(
    ("walks", "expected"), [(("X,Y,whole", "X,Z,part"), ["X111"]), (("X,Y,land", "X,Z,land"), []), (("W,V,land",), [])]
)
def test_a_part_beside_the_whole_is_a_contradiction(
    walks: tuple[str, ...], expected: list[str], tmp_path: Path
) -> None:
    dataset = divided(tmp_path, walks=tuple(f"2025-07-01,{walk}" for walk in walks))
    assert [finding.rule.code for finding in reported(dataset.book.collector)] == expected
