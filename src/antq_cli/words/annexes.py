"""Annexes of a report: titles, heads of columns, what is said beneath tables."""

TEXTS = {
    # Titles; in Vietnamese an annex has its own in capitals.
    "annex.number": ("Annex {n}", "Phụ lục {n}"),
    "annex.title.pledges": ("Pledges on {day}", "Kết quả ký cam kết (tính đến ngày {day})"),
    "annex.title.teams": (
        "Self-managed teams and models on {day}",
        "Lực lượng tự quản và mô hình (tính đến ngày {day})",
    ),
    "annex.title.standard": (
        "The standard “Safe in security and order” on {day}",
        "Kết quả xét tiêu chuẩn “An toàn về an ninh, trật tự” (tính đến ngày {day})",
    ),
    "annex.title.standard-year": (
        "The standard “Safe in security and order” (standard year {year}, by {law})",
        "Kết quả xét tiêu chuẩn “An toàn về an ninh, trật tự” (năm xét {year}, theo {law})",
    ),
    "annex.title.compared": ("Pledges compared with {then}", "So sánh kết quả ký cam kết với {then}"),
    "annex.title.compared-of": (
        "Pledges of {kind} compared with {then}",
        "So sánh kết quả {kind} ký cam kết với {then}",
    ),
    "annex.year-before": ("the same period a year before", "cùng kỳ năm trước"),
    "annex.title.returns": ("Returns and the quality of figures", "Tình hình báo cáo và chất lượng số liệu"),
    "annex.title.returns-sent": ("Returns ({period})", "Tình hình gửi báo cáo số liệu ({period})"),
    "annex.title.claims": ("Published figures that differ from the book", "Số đã công bố không khớp với sổ"),
    "annex.title.by-hand": ("Results of other work", "Kết quả một số mặt công tác"),
    "annex.attached": (
        "(Attached to report no. {number}{symbol} of {day}/{month}/{year}, {issuer})",
        "(Kèm theo Báo cáo số {number}{symbol} ngày {day} tháng {month} năm {year} của {issuer})",
    ),
    "annex.issuer": ("[name of the office]", "[tên cơ quan]"),
    # Lines and heads of columns.
    "annex.all": ("TOTAL", "TỔNG CỘNG"),
    "annex.total": ("Total", "Tổng số"),
    "annex.rate": ("Rate (%)", "Tỷ lệ (%)"),
    "annex.registered": ("Registered", "Đã đăng ký"),
    "annex.signed-itself": ("{kind} signed", "{kind} đã ký"),
    "annex.ranked": ("Rank: by the rate of {kind}.", "Xếp thứ: theo tỷ lệ {kind} ký cam kết."),
    "annex.models": ("Models (places)", "Mô hình (số điểm)"),
    "annex.models-together": ("All models", "Tổng số điểm"),
    "annex.assessable": ("To be assessed", "Thuộc diện xét"),
    "annex.met-rate": ("Met (%)", "Tỷ lệ đạt (%)"),
    "annex.not-assessed": ("not assessed", "chưa xét"),
    "annex.exempt": ("exempt", "không thuộc diện xét"),
    "annex.decision": ("Decision", "Quyết định số"),
    "annex.changes": ("Change (±)", "Tăng, giảm (±)"),
    "annex.points": ("Percentage points", "Điểm phần trăm"),
    "annex.within": ("In the period", "Trong kỳ"),
    "annex.flow.signed": ("Signatures", "Lượt ký"),
    "annex.flow.withdrawn": ("Withdrawals", "Lượt rút"),
    "annex.flow.lapsed": ("Lapsed", "Hết hạn"),
    "annex.expected": ("Expected", "Phải gửi"),
    "annex.late": ("Late", "Gửi muộn"),
    "annex.undated": ("Day unknown", "Không rõ ngày nhận"),
    "annex.reported": ("Reported", "Số liệu báo cáo"),
    "annex.difference": ("Difference", "Chênh lệch"),
    "annex.what": ("What was published", "Chỉ tiêu"),
    "annex.by-hand.outreach": ("Outreach", "Tuyên truyền"),
    "annex.by-hand.sessions": ("Sessions", "Số buổi"),
    "annex.by-hand.tips": ("Tips", "Tin báo"),
    "annex.by-hand.valuable": ("Tips of value", "Tin có giá trị"),
    "annex.by-hand.cameras": ("Cameras", "Camera (mắt)"),
    "annex.by-hand.money": ("Money raised (VND)", "Kinh phí xã hội hóa (đồng)"),
    "annex.by-hand.awards": ("Awards", "Khen thưởng"),
    "annex.by-hand.groups": ("Groups", "Tập thể"),
    "annex.by-hand.persons": ("Persons", "Cá nhân"),
    "annex.by-hand.rating": ("Rating of the movement", "Phân loại phong trào"),
    # Beneath a table.
    "annex.unknown": ("A dash ({dash}): no figures.", "Dấu “{dash}”: chưa có số liệu."),
    "annex.masked": ("Cells with “…”: small numbers are not shown.", "Ô có dấu “…”: số nhỏ đã được ẩn."),
    "annex.below": (
        "Reported above this level, and not unit by unit: {kinds}.",
        "Chỉ báo cáo ở cấp trên, không phân theo đơn vị: {kinds}.",
    ),
    "annex.whole": (
        "Counted for the whole {unit} alone: {kinds}.",
        "Thống kê chung toàn {unit}: {kinds}.",
    ),
    "annex.partial": (
        "{kind}: figures of {reported}/{expected} units that reported.",
        "{kind}: số liệu của {reported}/{expected} đơn vị đã báo cáo.",
    ),
    "annex.partial-before": (
        "Before: figures of {reported}/{expected} units that reported.",
        "Kỳ so sánh: số liệu của {reported}/{expected} đơn vị đã báo cáo.",
    ),
    "annex.unknown-result": (
        "A dash ({dash}): no result, or no figures.",
        "Dấu “{dash}”: chưa có kết quả xét hoặc chưa có số liệu.",
    ),
    "annex.members": (
        "{kind}: members known of {reported}/{expected}.",
        "{kind}: số thành viên theo {reported}/{expected} nơi có ghi.",
    ),
    "annex.left-out": (
        "{kind}: rows that could not be read or placed, and are not counted: {n}.",
        "{kind}: không tính {n} dòng chưa đọc được hoặc chưa xếp được vào đơn vị.",
    ),
    "annex.left-out-before": (
        "Before: rows that could not be read or placed, and are not counted: {n}.",
        "Kỳ so sánh: không tính {n} dòng chưa đọc được hoặc chưa xếp được vào đơn vị.",
    ),
    "annex.straddling": (
        "{kind}: rows that lie in the period only in part, and are not counted: {n}.",
        "{kind}: không tính {n} dòng lấn sang kỳ khác.",
    ),
    "annex.old": (
        "{kind}: {old}/{reported} numbers are from before the period.",
        "{kind}: {old}/{reported} nơi dùng số liệu có trước kỳ báo cáo.",
    ),
    "annex.not-begun": (
        "Before {period} nothing was recorded: {kinds}.",
        "Trước {period} chưa triển khai: {kinds}.",
    ),
    "annex.old-since": (
        "Reported on {day}, and nothing new by the end of the period: {kinds}.",
        "Số liệu báo cáo ngày {day}, đến hết kỳ chưa có báo cáo mới: {kinds}.",
    ),
    "annex.basis": (
        "All on the map of {day}.",
        "Số liệu các kỳ quy về địa giới ngày {day}.",
    ),
    "annex.returns-of": ("Returns of: {kinds}.", "Báo cáo số liệu về: {kinds}."),
    "annex.claims-differ": (
        "Difference: what was published less what the book has; of a rate, how many more would reach it.",
        "Chênh lệch: số công bố trừ số theo sổ; đối với tỷ lệ là số cần thêm để đạt tỷ lệ đã công bố.",
    ),
    "annex.claims-tally": (
        "Published figures that agree: {agrees}; differ: {differs}; cannot be verified: {unverifiable}.",
        "Số đã công bố khớp với sổ: {agrees}; không khớp: {differs}; chưa kiểm chứng được: {unverifiable}.",
    ),
}
