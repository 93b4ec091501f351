"""Figures of one day on the map of another: where each row lies, and what is refused."""

from datetime import date
from pathlib import Path

import pytest

from antq_cli.core.figures import Figure
from antq_cli.core.findings import Refused
from antq_cli.counting.dataset import Dataset
from tests.helpers import crosswalk, dataset_of, manifest, padded, summary, units

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


def test_a_part_is_refused_with_the_row_and_the_unit(tmp_path: Path) -> None:
    dataset = chain(tmp_path, *STAYING, "hc,c,,2021-06-01", "hc,c1,2021-06-01")
    assert dens(dataset, SPLIT, SPLIT, "area")["c1"] == 1
    with pytest.raises(Refused) as forwards:
        summary(dataset, day=date(2021, 5, 31), basis=SPLIT)
    (finding,) = forwards.value.findings
    assert (finding.rule.code, finding.place.path, finding.place.line) == ("U015", "crosswalk.csv", 5)
    assert (finding.values["unit"], str(finding.values["reach"]), finding.values["when"]) == (
        "c",
        "part-of",
        "2021-06-01",
    )
    with pytest.raises(Refused) as backwards:
        summary(dataset, day=SPLIT, basis=date(2021, 5, 31))
    (finding,) = backwards.value.findings
    assert (finding.values["unit"], str(finding.values["reach"]), finding.place.line) == ("c1", "part-into", 5)


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
    with pytest.raises(Refused):
        summary(dataset, day=BEFORE, basis=OLD)  # two areas came of a split


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
