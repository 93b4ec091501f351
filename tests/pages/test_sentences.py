"""What is a sentence on a page and not a table: of whom nothing is known; what is needed, apart and together."""

import pytest

from tests.cli.harness import run

PUBLISHED, SAMPLE = "-b data/cam-thuy-2021", "-b data/cam-thuy-sample"


@pytest.mark.parametrize("form", ["table", "md"])
@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (
            f"{PUBLISHED} pledges summary --unit 15127",
            "No figures for: Communes, Residential areas, Households, Students, Organisations (reported above",
        ),
        (f"{PUBLISHED} models summary --kind veterans", "Veterans for security and order (not reported)."),
        ("-b tests/books/bad pledges gaps --kind student", "No row has a number: not reported, rows left out: 3."),
    ],
)
def test_a_table_of_nothing_but_dashes_is_one_sentence(line: str, sentence: str, form: str) -> None:
    said = run(f"{line} -f {form} --lang en", 200).stdout
    assert sentence in said
    assert "—" not in said


@pytest.mark.parametrize("form", ["table", "md"])
def test_a_part_of_the_campaign_of_which_nothing_is_known_is_one_sentence_under_its_name(form: str) -> None:
    """What a remark adds to the dashes is no dash: there the table stays."""
    said = run(f"{PUBLISHED} summary -f {form} --lang en", 400).stdout.replace("*", "")
    _, after = said.split("\nModels\n", 1)
    assert after.lstrip().startswith("No figures for: Veterans for security and order, Self-managed youth")
    assert "security and order (not reported).\n" in after
    assert "Agencies" in after  # of the standard something is known
    areas = run(f"-b tests/books/areas summary --as-of 2030-01-01 -f {form} --lang en", 200).stdout
    assert "no result recorded; not assessed: 6" in areas
    assert "No figures for" not in areas


@pytest.mark.parametrize("line", [f"{PUBLISHED} pledges summary", f"{SAMPLE} standards summary", f"{SAMPLE} summary"])
def test_a_table_with_a_number_has_its_dashes(line: str) -> None:
    said = run(f"{line} --lang en", 200).stdout
    assert "No figures for" not in said
    assert "─" in said


def test_what_is_needed_unit_by_unit_and_by_all_together_stands_in_one_sentence() -> None:
    """16 units need 2,459; with what one has beyond the target, and rounded once, all together need less."""
    said = run(f"{SAMPLE} pledges gaps --kind household --lang en", 200).stdout
    sentence = "Households: 16 of 17 units are below 95%; 2,459 more bring every unit to it, 2,446 more the whole\n"
    assert sentence in said
    assert "Ordered from the unit that needs most.\n" in said
    assert "Rank" not in said


def test_where_both_are_the_same_it_is_said_once() -> None:
    said = run(f"{SAMPLE} pledges gaps --kind student --target 100% --lang en", 200).stdout
    assert "together" not in said
    assert "are below 100%; 547 more bring every unit to it\n" in said
