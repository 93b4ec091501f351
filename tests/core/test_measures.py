import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antq_cli.core.measures import FigureId, Measure, meant, parse_figure, parse_measure
from tests.thinned import tries

PARTS = {
    "pledges": ["signed", "withdrawn", "lapsed"],
    "teams": ["members", "reach"],
    "models": ["members", "reach"],
    "activities": ["participants"],
    "standards": ["met", "not-met", "pending"],
    "units": [],
}
ids = st.from_regex(r"[A-Za-z0-9-]{1,8}", fullmatch=True)
measures = st.just(Measure("households")) | st.sampled_from([*PARTS]).flatmap(
    lambda family: st.builds(Measure, st.just(family), ids, st.sampled_from([None, *PARTS[family]]))
)


@st.composite
def figures(draw: st.DrawFn) -> FigureId:
    first, last = sorted(draw(st.tuples(st.dates(), st.dates())))
    basis = draw(st.none() | st.dates().filter(lambda day: day != last))
    return FigureId(draw(measures), draw(ids), last, draw(st.sampled_from([None, first])), basis)


@settings(deadline=None)
@given(measures)
def test_a_measure_is_read_as_it_is_written(measure: Measure) -> None:
    assert parse_measure(str(measure)) == measure


@settings(deadline=None)
@given(figures())
def test_a_figure_is_read_as_it_is_written(figure: FigureId) -> None:
    assert parse_figure(str(figure)) == figure


@tries(200)
@given(st.data(), figures())
def test_only_the_canonical_spelling_is_read(data: st.DataObject, figure: FigureId) -> None:
    written = str(figure)
    at = data.draw(st.integers(0, len(written)))
    put = data.draw(
        st.sampled_from(["", " ", "\n", "~", ".", "@", ":", "0", "-", "é", "２", written[at : at + 1].upper()])
    )
    damaged = written[:at] + put + written[at + data.draw(st.integers(0, 1)) :]
    found = parse_figure(damaged)
    assert found is None or str(found) == damaged


@pytest.mark.parametrize(
    "written",
    [
        "pledges.household@390:2021-08-31",
        "pledges.household.signed@390:2021-01-01..2021-08-31",
        "teams.antt@15127-01:2021-08-31~2025-07-01",
        "units.area@390:2021-08-31..2021-08-31",
        "households@390:2021-08-31",
    ],
)
def test_figures(written: str) -> None:
    assert str(parse_figure(written)) == written


@pytest.mark.parametrize(
    "written",
    [
        "",
        "pledges.household",
        "pledges.household@390",
        "pledges.household@:2021-08-31",
        "pledges.household@390:2021-13-45",
        "pledges.household@390:2021-02-29",
        "pledges.household@390:2021-8-31",
        "pledges.household@390:20210831",
        "pledges.household@390:2021-08-31T00:00:00",
        "pledges.household@390:2021-08-31..",
        "pledges.household@390:2021-08-31..2021-01-01",  # backwards
        "pledges.household@390:2021-08-31..2021-13-01",
        "pledges.household@390:2021-08-31~2021-08-31",  # the basis is its own day already
        "pledges.household@390:2021-01-01..2021-08-31~2021-08-31",
        "pledges.household@390:2021-08-31~2021-99-99",
        "pledges.household@390:２０２１-０８-３１",
        "pledges.household@390:2021-08-31\n",
        " pledges.household@390:2021-08-31",
        "pledges.household.met@390:2021-08-31",
        "pledges@390:2021-08-31",
        "households.x@390:2021-08-31",
        "Pledges.household@390:2021-08-31",
        "pledges.hộ@390:2021-08-31",
    ],
)
def test_no_figures(written: str) -> None:
    assert parse_figure(written) is None


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("pledge.household", ["pledges.household"]),
        ("plegdes.student.signed", ["pledges.student.signed"]),
        ("household@390:2021-08-31", ["households@390:2021-08-31"]),
        ("team.antt@390:2021-08-31", ["teams.antt@390:2021-08-31"]),
        ("pledge", []),
        ("pledge.household.met", []),
        ("cases.theft", []),
        ("", []),
    ],
)
def test_a_family_that_is_mistyped(written: str, expected: list[str]) -> None:
    assert meant(written) == expected
