"""What a check says beside its findings, and the list of the rules."""

TEXTS = {
    # Listings.
    "rules.holds": ("What must hold: {said}", "Yêu cầu: {said}"),
    "check.title": ("Check", "Kiểm tra"),
    "check.nothing": ("No findings.", "Không có phát hiện nào."),
    "check.more": ("… and {n} more of {code} in {register}", "… còn {n} phát hiện {code} nữa trong {register}"),
    "check.others": ("({n} more in {register})", "(còn {n} phát hiện nữa trong {register})"),
    "check.beside": ("More findings: {counts}", "Các phát hiện khác: {counts}"),
    "check.found": ("findings: {n}, rows: {rows}", "số phát hiện: {n}, số dòng: {rows}"),
    "check.refused": ("nothing could be checked", "không kiểm tra được"),
    # What came of a rule, and why it was not judged.
    "judged.not-evaluated": ("not checked: {why}", "chưa kiểm tra được: {why}"),
    "judged.skipped": ("skipped: {why}", "bỏ qua: {why}"),
    "why-not.not-selected": ("not asked for", "không được chọn"),
    "why-not.refused": ("the register could not be read", "không đọc được sổ đăng ký"),
    "why-not.absent": ("the book has no such register", "bộ sổ không có sổ đăng ký này"),
    "why-not.needs": ("{other} cannot be read", "không đọc được {other}"),
    "why-not.no-top": (
        "the book has no top unit on this day",
        "vào ngày này chưa có hoặc không còn đơn vị cao nhất của bộ sổ",
    ),
    "why-not.no-criteria": ("no criteria apply on this day", "ngày này không có tiêu chí nào áp dụng"),
    "why-not.without": ("the book has no register {other}", "bộ sổ không có sổ đăng ký {other}"),
    "why-not.no-rhythm": (
        "antq.toml sets no reporting rhythm (returns.every)",
        "antq.toml chưa quy định chu kỳ báo cáo (returns.every)",
    ),
    "why-not.nobody-reports": ("no unit was to report anything", "không có đơn vị nào phải báo cáo"),
    "why-not.no-due": ("antq.toml sets no due day (returns.due)", "antq.toml chưa đặt hạn báo cáo (returns.due)"),
    "why-not.no-stale": (
        "antq.toml does not say when a return is old (returns.stale)",
        "antq.toml chưa quy định khi nào báo cáo là quá cũ (returns.stale)",
    ),
    "why-not.no-rows": ("there are no rows", "không có dòng nào"),
    "why-not.too-few": ("too few numbers to compare", "quá ít số liệu để so sánh"),
    "why-not.no-sum": (
        "there is no unit that reported together with all units below it",
        "không có đơn vị nào mà chính đơn vị và mọi đơn vị trực thuộc đều báo cáo",
    ),
    "why-not.no-journal": (
        "households and organisations sign no kind of the journal",
        "không có loại cam kết nào trong sổ cam kết do hộ hoặc cơ quan, tổ chức ký",
    ),
    "why-not.no-year-before": (
        "no unit with households is as it was a year before",
        "không có đơn vị nào có hộ mà địa giới vẫn như một năm trước",
    ),
    "why-not.no-row": ("no row can be read", "không đọc được dòng nào"),
    "why-not.compared": ("R202 has compared every sum", "quy tắc R202 đã đối chiếu tất cả các tổng"),
    "why-not.no-kind": (
        "no kind is reported by those in {other}",
        "không có loại số liệu nào do nơi ghi trong sổ đăng ký {other} báo cáo",
    ),
    "why-not.no-received": (
        "no return of the period says when it was received",
        "không báo cáo nào của kỳ ghi ngày nhận",
    ),
    "why-not.none-sent": ("no return has come in for the period", "chưa nơi nào gửi báo cáo của kỳ"),
    "why-not.no-decision": (
        "nothing has been decided for the years of this day",
        "chưa có quyết định nào trong năm xét của ngày này",
    ),
    "why-not.open-criteria": (
        "the figures do not yet decide the criteria",
        "số liệu chưa đủ để biết kết quả theo các tiêu chí",
    ),
    "why-not.no-pair": (
        "no return has another source to compare with",
        "không có báo cáo nào để đối chiếu với nguồn số liệu khác",
    ),
    "why-not.in-part": (
        "the other source is too incomplete to compare any return with it",
        "nguồn số liệu kia chưa đủ để đối chiếu với báo cáo nào",
    ),
    # The list of the rules.
    "rules.title": ("Rules of antq check", "Các quy tắc của antq check"),
    "rules.count": (
        "rules: {n} · `antq rules CODE` shows one in full",
        "số quy tắc: {n} · `antq rules MÃ`: xem chi tiết một quy tắc",
    ),
    "stage.structure": ("structure", "cấu trúc tệp"),
    "stage.manifest": ("manifest", "tệp antq.toml"),
    "stage.values": ("values", "giá trị"),
    "stage.privacy": ("privacy", "dữ liệu cá nhân"),
    "stage.references": ("references", "tham chiếu"),
    "stage.time": ("time", "thời gian"),
    "stage.reconciliation": ("reconciliation", "đối chiếu"),
    "stage.plausibility": ("plausibility", "tính hợp lý"),
}
