"""The highlights of a page: the titles of its parts, headline figures, what charts show."""

TEXTS = {
    # Parts of the page.
    "page.contents": ("On this page", "Trong trang này"),
    "page.headline": ("At a glance", "Số liệu chính"),
    "page.changed": ("What changed since {then}", "Thay đổi so với {then}"),
    "page.coverage": ("Who signed, unit by unit", "Kết quả ký cam kết theo đơn vị"),
    "page.late": ("Returns that are missing or late", "Báo cáo số liệu chưa gửi, gửi muộn"),
    "page.teams": ("Self-managed teams", "Lực lượng tự quản"),
    "page.models": ("Models", "Mô hình"),
    "page.standard": (
        "The standard “Safe in security and order”",
        "Tiêu chuẩn “An toàn về an ninh, trật tự”",
    ),
    "page.activities": ("Activities", "Hoạt động phong trào"),
    "page.text": ("The report", "Toàn văn báo cáo"),
    "page.annexes": ("Tables", "Phụ lục số liệu"),
    "page.provenance": ("Where the figures come from", "Nguồn gốc số liệu"),
    # Headline figures.
    "page.target": ("to reach:", "mức phấn đấu:"),
    "page.remaining": ("{n} missing", "còn thiếu {n}"),
    "page.since": ("{num} since {then}", "{num} so với {then}"),
    "page.moved": ("{num} ({points} points) since {then}", "{num} ({points} điểm %) so với {then}"),
    "page.reported": ("{reported}/{expected} reported", "{reported}/{expected} nơi đã báo cáo"),
    "page.old": ("by returns of {day}", "theo báo cáo ngày {day}"),
    "page.members": ("{n} members", "{n} thành viên"),
    "page.reach": ("in {num}/{den} {where}", "có mặt ở {num}/{den} {where}"),
    "page.each": ("{each} households to each", "bình quân {each} hộ/tổ"),
    "page.not-met": ("{n} not met", "{n} không đạt"),
    "page.pending": ("{n} pending", "{n} chờ quyết định"),
    "page.not-assessed": ("{n} not assessed", "{n} chưa xét"),
    "page.of-year": ("{name}, year {year}", "{name}, năm xét {year}"),
    "page.participants": ("{n} participants", "{n} lượt người"),
    "page.needed": ("Needed to reach it", "Cần thêm để đạt"),
    # Charts.
    "page.rates": ("Rate of {kind} that signed", "Tỷ lệ {kind} ký cam kết"),
    "page.bars": (
        "One bar for each unit, the highest first: from {best} ({most}) to {worst} ({least}).",
        "Mỗi đơn vị một thanh, xếp từ cao đến thấp: từ {best} ({most}) đến {worst} ({least}).",
    ),
    "page.lowest": (
        "One bar for each of the {shown} lowest of {known} units: from {best} ({most}) to {worst} ({least}).",
        "Mỗi thanh là một trong {shown}/{known} đơn vị có tỷ lệ thấp nhất: từ {best} ({most}) đến {worst} ({least}).",
    ),
    "page.line": (
        "The rate at the end of each period: from {first} ({then}) to {last} ({now}).",
        "Tỷ lệ vào cuối mỗi kỳ: từ {first} ({then}) đến {last} ({now}).",
    ),
    "page.aimed": (
        "The upright line is the rate to be reached: {target}.",
        "Vạch đứng là mức phấn đấu: {target}.",
    ),
    "page.aimed-level": (
        "The level line is the rate to be reached: {target}.",
        "Vạch ngang là mức phấn đấu: {target}.",
    ),
    "page.known": (
        "Shown: the {shown} units that stand lowest, of {known}; all of them are in the tables below.",
        "Hiển thị {shown}/{known} đơn vị có tỷ lệ thấp nhất; số liệu của tất cả các đơn vị có ở phần phụ lục.",
    ),
    # Returns.
    "page.who": ("Who", "Đơn vị gửi"),
}
