"""A report as Markdown: laid out, escaped, with a mark, and every number where it can be read again."""

import json
import re
from collections.abc import Callable

import pytest

from antq_cli.core.report import (
    Annex,
    Block,
    Column,
    Gap,
    Head,
    Heading,
    Line,
    Number,
    Paragraph,
    Piece,
    Provenance,
    Report,
    Signature,
    Table,
    Text,
)
from antq_cli.reports.markdown import mark_of, write
from tests.reports.markdown_reader import WrongError, hold

NASTY = "<script>|`x`\n# y\u202e ]]> --> *z* [a](b) &lt;"


class Made:
    """Makes numbers; that of a place in the order in which they are made is ``wrong`` in its last digit."""

    def __init__(self, wrong: int | None) -> None:
        self.wrong = wrong
        self.numbers = 0

    def number(self, text: str, part: str = "num") -> Number:
        self.numbers += 1
        if self.numbers - 1 == self.wrong:
            text = re.sub(r"\d(?=\D*$)", lambda digit: str((int(digit[0]) + 1) % 10), text)
        return Number("pledges.household@1:2021-08-31", part, text, text)

    def table(self, *rows: str, note: str = "12") -> Table:
        columns = [Column("Unit"), Column("Signed", "Households", "1", numeric=True), Column("%", "Households", "2")]
        lines = [
            Line([[Text(name)], [self.number("25.915/29.853")], [self.number("86,81%", "percent")]]) for name in rows
        ]
        total = Line([[Text("Total")], [self.number("1")], []], "total")
        beneath = Paragraph([Text("Of "), self.number(note), Text(".")], note=True)
        return Table(columns, [*lines, total], [beneath], "By unit")


def made(name: str = "Xã An Phú", wrong: int | None = None) -> Report:
    of = Made(wrong)
    head = Head(
        national=["A STATE", "Motto"],
        superior=["ABOVE"],
        body=[[Text(name)]],
        number=[Text("Số: "), Gap("[…]"), Text("(BC)")],
        dated=[Gap("[ngày]"), Text(": 2021")],
        kind="BÁO CÁO",
        subject=["Kết quả tháng 8"],
        warning="SYNTHETIC",
        to=[Text("To: "), Text(name)],
    )
    share: list[Piece] = [of.number("25.915"), Text(" of "), of.number("29.853")]
    blocks: list[Block] = [
        Heading(1, [Text("I. Results")]),
        Paragraph([Text("- By law 09/2019: "), *share, Text("; 3. "), Gap("[…]")]),
        Paragraph([Text("1. "), Text(name), Text(": "), Gap("[chưa có số liệu: x]", missing=True)]),
        of.table(name, "B"),
        Heading(2, [Text("# 2.")]),
    ]
    signature = Signature(["KT. CHỦ TỊCH"], [Gap("[họ tên]")], "Nơi nhận:", [[Text("- Như trên;")]])
    annex = Annex("Phụ lục I", "Tables", [Text("With report "), Gap("[số]")], [of.table("C", note="-7,5")])
    provenance = Provenance(
        "sha256:ab", {"schema": "antq/provenance/1", "note": "a --> b <!-- <x>"}, "Figures of 31/08/2021"
    )
    return Report(
        "vi", "Title", head, blocks, signature, [annex], [Paragraph([Text("* "), of.number("3")])], provenance
    )


def test_the_parts_stand_in_the_order_in_which_their_numbers_are_read() -> None:
    text = write(made())
    lines = [line for line in text.split("\n") if line]
    assert lines[:12] == [
        *("ABOVE\\", "**Xã An Phú**", "**A STATE**\\", "**Motto**", "Số: […]\\(BC)\\", "*[ngày]\\: 2021*"),
        *("# BÁO CÁO", "**Kết quả tháng 8**", "**SYNTHETIC**", "To: Xã An Phú", "## I. Results"),
        r"\- By law 09/2019: 25.915 of 29.853; 3. […]",
    ]
    assert lines[12:19] == [
        r"1\. Xã An Phú: [chưa có số liệu: x]",
        "**By unit**",
        r"| Unit | Households – Signed (1) | Households – % (2) |",
        "| --- | ---: | --- |",
        "| Xã An Phú | 25.915/29.853 | 86,81% |",
        "| B | 25.915/29.853 | 86,81% |",
        "| **Total** | **1** |  |",
    ]
    assert lines[19:21] == ["*Of 12.*", r"### \# 2."]
    assert lines[-3:-1] == ["---", "*Figures of 31/08/2021*"]
    assert [line for line in lines if line.startswith("#")][-1] == "## Phụ lục I"


def test_every_number_is_found_again_and_a_wrong_one_is_noticed() -> None:
    text, numbers = write(made(NASTY)), len([*made().placed()])
    assert hold(text, made(NASTY)) == numbers == 13
    for wrong in range(numbers):
        with pytest.raises(WrongError):
            hold(text, made(NASTY, wrong))


def test_nothing_of_a_name_is_markdown_or_html() -> None:
    text = write(made(NASTY)).partition("<!-- antq")[0]
    assert "\u202e" not in text
    assert r"\\u202e" in text
    told = next(line for line in text.split("\n") if line.startswith("| \\<"))
    assert told.count("|") - told.count(r"\|") == 4  # its own cells alone
    for sign in "<>`*[]#&":
        inside = re.sub(r"\*\*(?=[^*]*\*\*)|\[(?:…|ngày|số|họ tên|chưa có số liệu: x)\]", "", told)
        assert re.search(rf"(?<!\\){re.escape(sign)}", inside) is None, sign
    assert not [line for line in text.split("\n") if line.startswith(("# y", "    "))]


def test_a_gap_is_no_link() -> None:
    assert "](" not in write(made())
    assert "]:" not in write(made())


def test_the_comment_holds_the_provenance_and_no_end_of_itself() -> None:
    text = write(made())
    comment = text[text.index("<!-- antq") :]
    assert comment.count("--") == 2
    assert comment.startswith("<!-- antq:report:1 {")
    assert comment.endswith("} -->\n")
    said = json.loads(comment.removeprefix("<!-- antq:report:1 ").removesuffix(" -->\n"))
    assert (said["source"], said["provenance"]) == ("sha256:ab", made().provenance.record)


EDITS: dict[str, tuple[Callable[[str], str], bool]] = {
    "none": (lambda text: text, False),
    "ends of lines": (lambda text: text.replace("\n", "\r\n"), False),
    "a BOM": (lambda text: f"\ufeff{text}", False),
    "the last end": (lambda text: text.rstrip("\n"), False),
    "a gap": (lambda text: text.replace("[…]", "08", 1), True),
    "a line behind": (lambda text: f"{text}\nThe clerk adds a line.\n", True),
    "a line before": (lambda text: f"A line before.\n{text}", True),
    "a blank": (lambda text: text.replace(" ", "  ", 1), True),
}


@pytest.mark.parametrize("name", EDITS)
def test_the_mark_tells_what_was_edited(name: str) -> None:
    edit, edited = EDITS[name]
    mark = mark_of(edit(write(made())))
    assert mark is not None
    assert (mark.source, mark.written != mark.now) == ("sha256:ab", edited)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "# Notes\n",
            "<!-- antq:report:1 {} -->",
            "<!-- antq:report:1 {nothing} -->",
            "<!-- antq:report:2 {} -->",
        ),
        f"<!-- antq:report:1 {'{' * 10_000}}} -->",
        '<!-- antq:report:1 {"source": "a"} -->',
    ],
)
def test_what_antq_did_not_write_has_no_mark(text: str) -> None:
    assert mark_of(text) is None
