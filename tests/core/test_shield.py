"""What of a finding may be shown: decided once, the same for a cell, its sentence, its key, its line."""

import pytest

from antq_cli.core.findings import Finding, Place, Rule, Subject, Withheld
from antq_cli.core.shield import Shield

PHONE, CITIZEN = "0912345678", "038095001234"


def finding(cell: str | None = "x", **values: object) -> Finding:
    said = {"register": "returns", "column": "count", **({} if cell is None else {"value": cell}), **values}
    return Finding(Rule("D104", "count"), Place("returns.csv", 2, 3), said, cell, None, subject=Subject(1, "k"))


def over(found: Finding, *others: Finding, units: tuple[str, ...] | None = (), values: bool = False) -> Finding:
    shield = Shield(units, values=values)
    marked, *_ = shield.over([found, *others])
    return shield.shown(marked)


@pytest.mark.parametrize(
    ("column", "cell", "units", "withheld"),
    [
        ("count", "25.000", (), False),
        ("count", PHONE, (), True),
        ("total", PHONE, (), True),
        ("count", "123456789", (), False),  # a count, and nobody's
        ("members", "123456789", (), True),  # nobody counts so many
        ("unit", "151270001", (), True),
        ("unit", "151270001", ("15127",), False),
        ("date", CITIZEN, (), True),
        ("count", "", (), False),
    ],
)
def test_a_cell_and_the_same_value_in_a_sentence_are_withheld_together(
    column: str, cell: str, units: tuple[str, ...], withheld: bool
) -> None:
    shown = over(finding(cell, column=column), units=units)
    assert isinstance(shown.cell, Withheld) is isinstance(shown.values["value"], Withheld) is withheld
    assert shown.cell == shown.values["value"] == ("" if withheld else cell)
    opened = over(finding(cell, column=column), units=units, values=True)
    assert (opened.cell, opened.values["value"], type(opened.cell)) == (cell, cell, str)


def test_a_key_a_value_and_a_list_are_withheld_each_for_itself() -> None:
    found = finding("x", other=PHONE, allowed=["a", CITIZEN])._replace(subject=Subject(1, f"2021 {PHONE}"))
    shown = over(found)
    assert shown.cell == "x"
    assert (shown.values["other"], shown.values["allowed"], shown.key) == ("", ["a", ""], "")
    assert all(isinstance(each, Withheld) for each in (shown.values["other"], shown.values["allowed"][1], shown.key))
    opened = over(found, values=True)
    assert (opened.values["other"], opened.values["allowed"]) == (PHONE, ["a", CITIZEN])
    assert over(found, units=None).values["allowed"] == ["a", CITIZEN]  # perhaps codes; nobody knows who knows no units


def test_what_is_personal_on_a_line_stands_in_no_other_finding_on_it() -> None:
    name = "ông Nguyễn Văn A"
    personal = Finding(Rule("P203", "person-name", "warning"), Place("returns.csv", 2, 9), {}, name, restricted=True)
    found = finding("x", other=f"by {name}")._replace(excerpt=f"1,x,{name}")
    assert "Nguyễn" in str(over(found).values)
    assert "Nguyễn" not in str(over(found, personal))
    assert over(found, personal).excerpt is None
    assert over(found, personal, values=True).excerpt is None


@pytest.mark.parametrize(
    ("line", "text", "exposed", "shown"),
    [
        (2, "2021,x,9", False, True),
        (2, f"2021,{PHONE},9", False, False),
        (2, "2021,ông Nguyễn Văn A", False, False),
        (2, "2021,x,9", True, False),
        (1, "date,count", True, True),  # the header says only what is called how
    ],
)
def test_a_line_that_tells_of_somebody_is_not_shown(line: int, text: str, exposed: bool, shown: bool) -> None:
    shield = Shield(())
    found = finding("x")._replace(excerpt=text, place=Place("returns.csv", line, 3))
    (marked,) = shield.over([found], exposed=exposed)
    excerpt = shield.shown(marked).excerpt
    assert (excerpt == text) is shown
    assert excerpt in {None, "", text}


def test_a_household_is_not_named_though_nothing_in_it_is_personal() -> None:
    found = finding("HK1", key="HK1")._replace(
        restricted=True, excerpt="HK1,x", subject=Subject(1, "HK1", restricted=True)
    )
    assert "HK1" not in str(over(found))
    opened = over(found, values=True)
    assert (opened.cell, opened.values["key"], opened.key, opened.excerpt) == ("HK1", "HK1", "HK1", "HK1,x")
