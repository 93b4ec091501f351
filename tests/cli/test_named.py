"""Levels and kinds by their names."""

import pytest

from antq_cli.cli import named
from antq_cli.core.findings import Refused
from antq_cli.reading.manifest import read_manifest
from tests.cli.harness import SAMPLE, run
from tests.helpers import manifest

LEVELS = ("district", "commune", "area", "group")
NAMES = {
    "district": 'vi = "huyện, quận"\nen = "district"',
    "commune": 'vi = "Cấp xã, thị trấn"\nen = "commune, town"',
    "area": 'vi = "khu dân cư"',
    "group": 'vi = "cụm, thị trấn"\nen = "area"',
}


def book() -> str:
    text = manifest('\n[pledges.household]\n[pledges.area]\nvi = "Khoá"\n[teams.antt]\n', top="1", levels=LEVELS)
    for id_, names in NAMES.items():
        text = text.replace(f'id = "{id_}"', f'id = "{id_}"\n{names}')
    return text


MANIFEST, _ = read_manifest(book().encode())


@pytest.mark.parametrize(
    ("written", "id_"),
    [
        *(("commune", "commune"), ("Commune", "commune"), ("cấp xã, thị trấn", "commune"), ("CẤP XÃ", "commune")),
        *(("xã", "commune"), ("town", "commune"), ("quận", "district"), ("Khu dân cư", "area"), ("cụm", "group")),
        ("area", "area"),  # an id goes before the name of another
    ],
)
def test_a_level_by_any_of_its_names(written: str, id_: str) -> None:
    assert named.level(written, MANIFEST) == id_


@pytest.mark.parametrize("written", ["thị trấn", "khu dan cu", "cấp", "xã thị trấn", "street", "", ","])
def test_what_is_no_name_of_a_level_or_of_several(written: str) -> None:
    with pytest.raises(Refused):
        named.level(written, MANIFEST)


def test_a_kind_of_organisation_where_no_level_is_called_so() -> None:
    for written, meant in (("nhà trường", "school"), ("Schools", "school"), ("xã", "commune")):
        assert named.levels(written, MANIFEST, bodies=True) == [meant]
    schools, _ = read_manifest(book().replace('"khu dân cư"', '"nhà trường"').encode())
    assert named.levels("nhà trường", schools, bodies=True) == ["area"]
    with pytest.raises(Refused):
        named.level("school", MANIFEST)


def test_a_kind_by_any_of_its_names() -> None:
    """A name that the manifest does not give is that of the program; a tone may stand where it was written before."""
    asked = ["Hộ gia đình", "khóa", "households", "household"]
    assert named.kinds(asked, MANIFEST, ["pledges"]) == ("household", "area")
    for family in (["pledges"], ["teams"]):
        with pytest.raises(Refused):
            named.kinds(["cơ quan"], MANIFEST, family)


def test_a_calendar_by_any_of_its_names() -> None:
    """That of everybody has names of its own where the book does not declare it."""
    text = (
        book() + '[calendars]\nreport = {first = "12-15", vi = "Kỳ báo cáo", en = "Reporting year"}\nfire = "11-01"\n'
    )
    calendars, _ = read_manifest(text.encode())
    for written, id_ in {"kỳ báo cáo": "report", "reporting YEAR": "report", "Fire": "fire"}.items():
        assert named.calendar(written, calendars) == id_
    assert named.calendar("năm dương lịch", calendars) == named.calendar("calendar year", calendars) == "calendar"
    for written in ("ky bao cao", "năm", "", "12-15"):
        with pytest.raises(Refused):
            named.calendar(written, calendars)


def test_a_refusal_names_what_there_is() -> None:
    line = ["pledges", "summary", "-b", SAMPLE, "--by"]
    ran = run([*line, "khu dan cu", "--lang", "vi"])
    assert ran.code == 2
    told = " ".join(ran.stderr.split())
    assert "district (huyện), cluster (cụm xã), commune (cấp xã), area (khu dân cư), agency (cơ quan), " in told
    assert told.split("→ ")[1].count("area") == 2  # it is meant, too
    english = " ".join(run([*line, "street", "--lang", "en"]).stderr.split())
    assert (
        "Write one of: district, cluster (group of communes), commune, area (residential area), agency (agencies), "
        in f"{english} "
    )
