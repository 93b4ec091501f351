"""What of a table can be drawn, what tables are called, and in words what a report was made from."""

import pytest

from antq_cli.core.ratio import written
from antq_cli.core.report import Column, Line, Number, Text, text_of
from antq_cli.core.workings import alone
from antq_cli.pages.paper import plots
from antq_cli.pages.paper.layout import Sheet
from antq_cli.pages.paper.pledges import leading
from antq_cli.pages.paper.plots import rate_plot
from antq_cli.words.speech import speech
from tests.cli.harness import SAMPLE, run
from tests.pages.test_paper_tables import PAPERS, of, paper, tables
from tests.reports.workbook_reader import Sheets

SAID = speech("vi")


def test_the_rates_of_the_units_are_drawn_with_their_target() -> None:
    found = paper("month")
    kind = leading(found)
    table = of("pledges", found)
    assert kind is not None
    assert kind.target is not None
    plot = table.plot
    assert plot is not None
    assert (table.columns[plot.values].header, table.columns[plot.labels].header) == ("Tỷ lệ (%)", "Đơn vị")
    assert [table.lines[line].style for line in plot.lines] == [""] * 17  # neither what is held above, nor the total
    drawn = [alone(table.lines[line].cells[plot.values]) for line in plot.lines]
    assert {number.id.partition("@")[0] for number in drawn if number is not None} == {str(kind.measure)}
    assert (plot.target, plot.aim, plot.note, plot.over_time) == (written(kind.target), "Mức phấn đấu 95%", "", False)
    assert plot.title == "Tỷ lệ hộ gia đình ký cam kết theo đơn vị (%)"


def test_a_rate_over_time_is_drawn_of_the_periods_that_have_one() -> None:
    table = of("trend", paper("month"))
    plot = table.plot
    assert plot is not None
    assert plot.over_time
    assert plot.target == ""
    named = [text_of(line.cells[plot.labels]) for line in table.lines]
    without = [name for at, name in enumerate(named) if at not in set(plot.lines)]
    assert plot.note == (f"Chưa có tỷ lệ: {', '.join(without)}." if without else "")
    assert all(alone(table.lines[line].cells[plot.values]) for line in plot.lines)


def sheet(rates: list[str | None]) -> Sheet:
    kind = leading(paper("month"))
    assert kind is not None
    lines = [
        Line([(Text(f"xã {nth}"),), () if rate is None else (Number("x@1:2021-08-31", "percent", rate, rate),)])
        for nth, rate in enumerate(rates)
    ]
    return Sheet(
        [], [], [Column("Đơn vị"), Column("Tỷ lệ (%)", numeric=True)], lines, ["unit", f"{kind.measure}.percent"]
    )


@pytest.mark.parametrize(
    ("rates", "drawn"), [(["1.00"], 0), (["1.00", None], 0), (["1.00"] * 2, 2), (["1.00"] * 60, 60), (["1.00"] * 61, 0)]
)
def test_too_few_rates_and_too_many_are_not_drawn(rates: list[str | None], drawn: int) -> None:
    kind = leading(paper("month"))
    assert kind is not None
    plot = rate_plot(sheet(rates), kind, SAID)
    assert (0 if plot is None else len(plot.lines)) == drawn
    assert plots.rate_plot(sheet(rates)._replace(keys=["unit", "other"]), kind, SAID) is None


def test_who_has_no_rate_is_named_beneath_a_chart() -> None:
    kind = leading(paper("month"))
    assert kind is not None
    plot = rate_plot(sheet(["1.00", None, "2.00"]), kind._replace(target=None), SAID)
    assert plot is not None
    assert (plot.lines, plot.note, plot.target, plot.aim) == ([0, 2], "Chưa có tỷ lệ: xã 1.", "", "")


@pytest.mark.parametrize("name", PAPERS)
def test_every_table_has_a_name_that_fits_a_sheet(name: str) -> None:
    for lang in ("vi", "en"):
        names = {which: table.name for which, table in tables(name, lang)}
        assert all(0 < len(f"VIII. {each}") <= 31 for each in names.values()), names
        assert not any(set("[]:*?/\\'") & set(each) for each in names.values())


@pytest.mark.parametrize(("lang", "what"), [("vi", "Ngày tính số liệu"), ("en", "Figures of")])
def test_a_report_says_in_words_what_it_was_made_from(
    lang: str, what: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    paper_file = tmp_path_factory.mktemp("origin") / "a.xlsx"
    line = ["report", "-b", SAMPLE, "--period", "2021-08", "--lang", lang]
    told = run([*line, "-f", "json"]).json["provenance"]
    assert run([*line, "-o", paper_file]).code == 0
    book = Sheets(paper_file.read_bytes())
    cells = book.cells("Nguồn gốc" if lang == "vi" else "Provenance")
    rows = {cells[f"A{row}"]: cells[f"B{row}"] for row in range(3, 40) if f"A{row}" in cells}
    assert rows[what] == "31/08/2021"
    digests = {
        told["book"]["content"],
        told["book"]["manifest"],
        *told["book"]["registers"].values(),
        told["template"],
        told["source"],
    }
    assert {each.rpartition(":")[2] for each in digests} <= {*rows.values()}
    assert {told["book"]["id"], f"antq {told['tool']['version']}"} <= {*rows.values()}
    assert any("390" in value for value in rows.values())
