"""Reports made by hand: what a paper of every kind can hold, and large ones."""

from collections.abc import Sequence
from datetime import date

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
    Pieces,
    Provenance,
    Report,
    Signature,
    Table,
    Text,
)

WARNING = "SỐ LIỆU MINH HỌA - KHÔNG PHẢI SỐ LIỆU THẬT"
NAMES = ("thị trấn Phong Sơn", "xã Cẩm Bình", "xã Cẩm Châu", "xã Cẩm Giang", "xã Cẩm Liên", "xã Cẩm Long")
DAY = "2021-08-31"


def number(unit: str, part: str, text: str, measure: str = "pledges.household") -> Number:
    value = int(text.replace(".", "")) if "," not in text else text.replace(".", "").replace(",", ".")
    return Number(f"{measure}@{unit}:{DAY}", part, value, text)


def thousands(count: int) -> str:
    return f"{count:,}".replace(",", ".")


HEAD = Head(
    national=("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
    superior=("Ủy ban nhân dân tỉnh Thanh Hóa",),
    body=([Text("Ủy ban nhân dân")], [Text("huyện Cẩm Thủy")]),
    number=[Text("Số: "), Gap("[số]"), Text("/BC-UBND")],
    dated=[Text("Cẩm Thủy, ngày "), Gap("[…]"), Text(" tháng "), Gap("[…]"), Text(" năm 2021")],
    kind="Báo cáo",
    subject=("Kết quả ký cam kết và xây dựng phong trào", "“Toàn dân bảo vệ an ninh Tổ quốc” tháng 8/2021"),
    warning=WARNING,
    to=[Text("Kính gửi: "), Gap("[UBND tỉnh; Công an tỉnh]")],
)
SIGNATURE = Signature(
    authority=("TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch"),
    signatory=[Gap("[họ và tên]")],
    received_title="Nơi nhận:",
    recipients=(
        [Text("- Như trên;")],
        [Text("- "), Gap("[TT Huyện ủy, HĐND huyện (b/c)]"), Text(";")],
        [Text("- Lưu: VT, CA.")],
    ),
)


def sentence(nth: int) -> Pieces:
    """A sentence with a ratio, a percentage and what is missing."""
    household: list[Piece] = [
        number("390", "num", thousands(25915 + nth)),
        Text("/"),
        number("390", "den", "29.853"),
        Text(" hộ gia đình, đạt "),
        number("390", "percent", "86,81"),
        Text("% (còn "),
        number("390", "remaining", "3.938"),
        Text(" hộ chưa ký); "),
    ]
    return [
        Text("Tính đến ngày 31/08/2021, toàn huyện có "),
        *household,
        number("390", "num", "30", "pledges.organisation"),
        Text("/"),
        number("390", "den", "105", "pledges.organisation"),
        Text(" cơ quan, doanh nghiệp, nhà trường ký cam kết; "),
        Gap("[chưa có số liệu: học sinh ký cam kết]", missing=True),
        Text("."),
    ]


def blocks(paragraphs: int = 3) -> list[Block]:
    said: list[Block] = [Paragraph([Text("Thực hiện Chỉ thị số 09-CT/TW ngày 01/12/2011, Ủy ban nhân dân báo cáo:")])]
    for part, title in (("I", "Đặc điểm, tình hình"), ("II", "Kết quả thực hiện")):
        said += [Heading(1, [Text(f"{part}. {title}")]), Heading(2, [Text("1. Kết quả ký cam kết")])]
        said += [Paragraph(sentence(nth)) for nth in range(paragraphs)]
    said += [Paragraph([Text("(Chi tiết tại Phụ lục I.)")], note=True), small_table()]
    return [*said, Heading(1, [Text("III. Phương hướng")]), Paragraph([Gap("[nhiệm vụ khác]"), Text("./.")])]


def small_table() -> Table:
    columns = [Column("Loại", weight=20), Column("Đã ký", numeric=True), Column("Tổng số", numeric=True)]
    cells: list[Pieces] = [[Text("Hộ gia đình")], [number("390", "num", "25.915")], [number("390", "den", "29.853")]]
    return Table(
        columns, [Line(cells)], [Paragraph([Text("Ghi chú: số liệu đến ngày 31/08/2021.")], note=True)], "Số liệu"
    )


KINDS = ("Khu dân cư", "Hộ gia đình", "Học sinh", "Cơ quan, doanh nghiệp, nhà trường")
MEASURES = ("pledges.area", "pledges.household", "pledges.student", "pledges.organisation")


def columns() -> list[Column]:
    """The columns of the annex: seventeen."""
    made = [Column("STT", sign="A", weight=4), Column("Đơn vị", sign="B", weight=18)]
    for nth, kind in enumerate(KINDS):
        own = (("Tổng số", str(3 * nth + 1)), ("Đã ký", str(3 * nth + 2)), ("Tỷ lệ (%)", f"{3 * nth + 3}"))
        made += [Column(header, kind, sign, numeric=True, weight=7) for header, sign in own]
    made += [Column("Hộ còn thiếu", sign="13", numeric=True, weight=7), Column("Xếp thứ", sign="14", weight=5)]
    return [*made, Column("Ghi chú", sign="15", weight=8)]


def line(nth: int, unit: str, name: str, note: Pieces = ()) -> Line:
    cells: list[Pieces] = [[Text(str(nth))], [Text(name)]]
    for kind, measure in enumerate(MEASURES):
        whole = 1000 + (nth * 37 + kind * 911) % 5000
        texts = (("den", thousands(whole)), ("num", thousands(whole - nth % 97)), ("percent", "95,96"))
        cells += [[number(unit, part, text, measure)] for part, text in texts]
    return Line([*cells, [number(unit, "remaining", str(nth % 97))], [Text(str(nth))], note])


def annex(rows: int = 6, roman: str = "I") -> Annex:
    lines = [line(nth, f"{38000 + nth}", NAMES[nth % len(NAMES)]) for nth in range(1, rows + 1)]
    last = line(
        0,
        "390",
        "Tổng cộng",
        [Text("x ("), number("390", "reported", "16"), Text("/"), number("390", "expected", "17"), Text(")")],
    )
    total = last._replace(cells=[(), *last.cells[1:]], style="total")
    empty: list[Pieces] = [()] * 14
    rest = Line([(), [Text("Trực thuộc cấp trên")], *empty, [Gap("[ghi chú]")]], "rest")
    notes = [Paragraph([Text("Số liệu của "), number("390", "reported", "16"), Text(" đơn vị.")], note=True)]
    attached: Pieces = [Text("(Kèm theo Báo cáo số "), Gap("[…]"), Text("/BC-UBND của Ủy ban nhân dân huyện Cẩm Thủy)")]
    return Annex(f"Phụ lục {roman}", "Kết quả ký cam kết", attached, [Table(columns(), [*lines, rest, total], notes)])


def narrow(annex: Annex, columns: int) -> Annex:
    """The same annex with its first columns alone."""
    tables = [
        table._replace(
            columns=table.columns[:columns],
            lines=[line._replace(cells=line.cells[:columns]) for line in table.lines],
        )
        for table in annex.tables
    ]
    return annex._replace(tables=tables)


def provenance(source: str = "sha256:" + "5" * 64) -> Provenance:
    record = {"schema": "antq/report/1", "source": source, "lang": "vi"}
    return Provenance(source, record, "Số liệu ngày 31/08/2021 · sổ 3f9c2a41b7de · antq 0.1.0", date.fromisoformat(DAY))


def report(said: Sequence[Block] | None = None, annexes: Sequence[Annex] | None = None) -> Report:
    notes = [Paragraph([Text("Không tính "), number("390", "left_out", "3"), Text(" dòng chưa đọc được.")], note=True)]
    return Report(
        "vi",
        "Kết quả ký cam kết tháng 8/2021",
        HEAD,
        blocks() if said is None else said,
        SIGNATURE,
        [annex(), annex(4, "II")] if annexes is None else annexes,
        notes,
        provenance(),
    )


def plain() -> Report:
    """A report without a prescribed layout, as English ones are."""
    head = HEAD._replace(
        national=(), superior=(), body=(), number=(), dated=(), kind="Report", subject=("Pledges, August 2021",), to=()
    )
    return report()._replace(lang="en", title="Pledges", head=head, signature=Signature(), plain=True)
