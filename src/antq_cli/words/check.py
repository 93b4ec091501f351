"""What a check says beside its findings, and the list of the rules."""

TEXTS = {
    # Listings.
    "check.title": ("Check", "Kiểm tra"),
    "check.nothing": ("No findings.", "Không có phát hiện nào."),
    "check.more": ("… and {n} more of {code} in {register}", "… và {n} phát hiện {code} nữa trong {register}"),
    "check.others": ("({n} more in {register})", "(còn {n} phát hiện nữa trong {register})"),
    "check.beside": ("More findings: {counts}", "Các phát hiện khác: {counts}"),
    "check.found": ("findings: {n}, rows: {rows}", "số phát hiện: {n}, số dòng: {rows}"),
    "check.refused": ("nothing could be judged", "không xét được gì"),
    # What came of a rule, and why it was not judged.
    "judged.not-evaluated": ("not evaluated: {why}", "chưa xét được: {why}"),
    "judged.skipped": ("skipped: {why}", "bỏ qua: {why}"),
    "why-not.not-selected": ("not asked for", "không được yêu cầu"),
    "why-not.refused": ("the register could not be read", "không đọc được sổ đăng ký"),
    "why-not.absent": ("the book has no such register", "sổ không có sổ đăng ký này"),
    "why-not.needs": ("{other} cannot be read", "không đọc được {other}"),
    "why-not.no-top": (
        "the campaign's top unit is not open on this day",
        "đơn vị đứng đầu cuộc vận động không hoạt động vào ngày này",
    ),
    "why-not.no-criteria": ("no criteria apply on this day", "ngày này không có tiêu chí nào áp dụng"),
    "why-not.without": ("the book has no register {other}", "sổ không có sổ đăng ký {other}"),
    "why-not.no-rhythm": (
        "the manifest does not say how often anything is reported",
        "antq.toml không quy định báo cáo theo chu kỳ nào",
    ),
    "why-not.nobody-reports": ("nobody was to report anything", "không có đơn vị nào phải báo cáo"),
    "why-not.no-due": ("the manifest sets no due day (returns.due)", "antq.toml không đặt hạn báo cáo (returns.due)"),
    "why-not.no-stale": (
        "the manifest does not say when a return is old (returns.stale)",
        "antq.toml không quy định khi nào báo cáo là cũ (returns.stale)",
    ),
    "why-not.no-rows": ("there are no rows", "không có dòng nào"),
    "why-not.too-few": ("too few numbers to compare", "quá ít số liệu để so sánh"),
    "why-not.no-sum": (
        "no unit reported together with all units below it",
        "không có đơn vị nào cùng báo cáo với tất cả các đơn vị bên dưới",
    ),
    "why-not.no-journal": (
        "no kind of the journal is signed by households or organisations",
        "không có loại cam kết nào trong nhật ký do hộ hoặc tổ chức ký",
    ),
    "why-not.no-year-before": (
        "no unit with households was the same a year before",
        "không có đơn vị nào có hộ mà địa giới vẫn như một năm trước",
    ),
    "why-not.no-row": ("no row can be read", "không đọc được dòng nào"),
    "why-not.compared": ("R202 has judged all the sums that there are", "quy tắc R202 đã đối chiếu tất cả các tổng"),
    "why-not.no-kind": (
        "no kind is reported by those in {other}",
        "không có loại nào do đơn vị trong sổ đăng ký {other} báo cáo",
    ),
    "why-not.no-received": (
        "no return of the period says when it was received",
        "không báo cáo nào của kỳ ghi ngày nhận",
    ),
    "why-not.none-sent": ("nobody has sent a return for the period", "chưa nơi nào gửi báo cáo của kỳ"),
    "why-not.no-decision": (
        "nothing was decided in the windows of this day",
        "chưa có quyết định nào trong năm xét của ngày này",
    ),
    "why-not.open-criteria": (
        "the figures do not tell yet what the criteria come to",
        "số liệu chưa đủ để biết kết quả theo các tiêu chí",
    ),
    "why-not.no-pair": (
        "no return stands beside another source",
        "không có báo cáo nào để đối chiếu với nguồn số liệu khác",
    ),
    "why-not.in-part": (
        "of no return is the other source complete enough to compare",
        "chưa có báo cáo nào mà nguồn số liệu kia đủ để đối chiếu",
    ),
    # The list of the rules.
    "rules.title": ("Rules of antq check", "Các quy tắc của antq check"),
    "rules.count": (
        "rules: {n} · `antq rules CODE` says more of one",
        "số quy tắc: {n} · `antq rules MÃ` nói rõ hơn về một quy tắc",
    ),
    "stage.structure": ("structure", "cấu trúc tệp"),
    "stage.manifest": ("manifest", "khai báo"),
    "stage.values": ("values", "giá trị"),
    "stage.privacy": ("privacy", "dữ liệu cá nhân"),
    "stage.references": ("references", "tham chiếu"),
    "stage.time": ("time", "thời gian"),
    "stage.reconciliation": ("reconciliation", "đối chiếu"),
    "stage.plausibility": ("plausibility", "tính hợp lý"),
}
