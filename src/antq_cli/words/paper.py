"""What stands at the head and the foot of a report (NĐ 30/2020/NĐ-CP, Phụ lục I)."""

TEXTS = {
    "head.state": ("SOCIALIST REPUBLIC OF VIET NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    "head.motto": ("Independence - Freedom - Happiness", "Độc lập - Tự do - Hạnh phúc"),
    "head.body": ("[name of the office]", "[tên cơ quan]"),
    "head.number": ("No.", "Số:"),
    "head.symbol": ("[symbol]", "[ký hiệu]"),
    "head.place": ("[place]", "[địa danh]"),
    "head.undated": ("… … …", "ngày … tháng … năm …"),
    "head.dated": ("{day}/{month}/{year}", "ngày {day} tháng {month} năm {year}"),
    "head.kind": ("REPORT", "BÁO CÁO"),
    # A name in quotation marks stays on one line.
    "head.subject": ("Pledges signed and the movement", "Kết quả ký cam kết và xây dựng phong trào"),
    "head.movement": ("“All People Protect National Security”", "“Toàn dân bảo vệ an ninh Tổ quốc”"),
    "head.subject.festival": ("The Festival", "Kết quả tổ chức"),
    "head.festival": (
        "of All People Protecting National Security {year}",
        "“Ngày hội Toàn dân bảo vệ an ninh Tổ quốc” năm {year}",
    ),
    "head.days": ("{first} to {last}", "từ ngày {first} đến hết ngày {last}"),
    "head.stock": ("as of {day}", "tính đến ngày {day}"),
    "head.synthetic": ("ILLUSTRATIVE FIGURES - NOT REAL DATA", "SỐ LIỆU MINH HỌA - KHÔNG PHẢI SỐ LIỆU THẬT"),
    "head.to": ("To:", "Kính gửi:"),
    "head.receiver": ("[who receives the report]", "[cơ quan nhận báo cáo]"),
    "foot.signatory": ("[full name]", "[họ và tên]"),
    "foot.whose-authority": ("[authority, office, full name]", "[thẩm quyền ký, chức vụ, họ và tên]"),
    "foot.received": ("Recipients:", "Nơi nhận:"),
    "foot.as-above": ("As above", "Như trên"),
    "foot.others": ("[other recipients]", "[nơi nhận khác]"),
    "foot.file": ("Filed: [office]", "Lưu: VT, [đơn vị soạn thảo]"),
    "foot.see": ("(More in {annexes}.)", "(Chi tiết tại {annexes}.)"),
    "foot.left-out": (
        "Rows that could not be read or placed, and are not counted:",
        "Không tính các dòng chưa đọc được hoặc chưa xếp được vào đơn vị:",
    ),
    "foot.sources": ("Published figures; sources: {sources}.", "Số liệu đã công bố; nguồn: {sources}."),
    "foot.more-sources": (
        "Published figures; sources: {sources}, and others.",
        "Số liệu đã công bố; nguồn: {sources} và các nguồn khác.",
    ),
}
