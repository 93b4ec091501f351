"""What is said on stderr beside a result."""

TEXTS = {
    "talk.findings": ("errors: {errors}, warnings: {warnings}", "lỗi: {errors}, cảnh báo: {warnings}"),
    "talk.more": (
        "… and {n} more; `antq check` shows them all.",
        "… và {n} phát hiện nữa; `antq check` cho xem tất cả.",
    ),
    "talk.more-refused": ("… and {n} more; -v shows them all.", "… và {n} phát hiện nữa; -v cho xem tất cả."),
    "talk.left-out": (
        "Rows that could not be read or placed are left out of the figures.",
        "Các dòng không đọc được hoặc không xếp được vào đơn vị nào bị bỏ ra khỏi số liệu.",
    ),
    "talk.no-baseline": (
        "Nothing was written into {path}: of what cannot be read nobody knows what is known.",
        "Không ghi gì vào {path}: chỗ chưa đọc được thì không biết cái gì đã biết.",
    ),
    "talk.nothing-new": (
        "Nothing new was found. Rules: {rules}, registers: {registers}, rows: {rows}.",
        "Không có phát hiện mới. Số quy tắc: {rules}, số sổ đăng ký: {registers}, số dòng: {rows}.",
    ),
    "talk.clean": (
        "No findings. Rules: {rules}, registers: {registers}, rows: {rows}.",
        "Không có phát hiện nào. Số quy tắc: {rules}, số sổ đăng ký: {registers}, số dòng: {rows}.",
    ),
    "talk.of.tolerated": ("of these tolerated: {n}", "trong đó được châm chước: {n}"),
    "talk.of.waived": ("waived: {n}", "được miễn trừ: {n}"),
    "talk.of.known": ("known from the baseline: {n}", "đã biết theo tệp mốc: {n}"),
    "talk.waived": ("Findings that the book waives: {n}.", "Số phát hiện được sổ miễn trừ: {n}."),
    "talk.gone": (
        "Findings of the baseline that are there no more: {n}. Write it anew with --write-baseline.",
        "Phát hiện có trong tệp mốc nay không còn: {n}. Ghi lại bằng --write-baseline.",
    ),
    "talk.baseline": (
        "Findings written into the baseline {path}: {n}.",
        "Số phát hiện đã ghi vào tệp mốc {path}: {n}.",
    ),
    "talk.book": ("book {path}, {content}", "sổ {path}, {content}"),
    "talk.hashed": ("registers hashed: {n}", "đã tính mã băm của {n} sổ đăng ký"),
    "talk.as-of.option": ("counted on {day}: --as-of", "đếm đến ngày {day}: theo --as-of"),
    "talk.as-of.period": ("counted on {day}: the last day of --period", "đếm đến ngày {day}: ngày cuối của --period"),
    "talk.as-of.manifest": ("counted on {day}: as_of in antq.toml", "đếm đến ngày {day}: theo as_of trong antq.toml"),
    "talk.as-of.today": ("counted on {day}: today", "đếm đến ngày {day}: hôm nay"),
    "talk.read-as": ("“{value}” was read as “{read}”.", "“{value}” được đọc là “{read}”."),
    "talk.control": (
        "control total of {measure}: {num}/{den} at {then}, the same at {shown}",
        "tổng kiểm tra của {measure}: {num}/{den} ở {then}, ở {shown} cũng đúng như vậy",
    ),
    "talk.fresh": (
        "Old numbers are left out: who sent nothing newer counts as not reported.",
        "Không tính số cũ: nơi không gửi số mới hơn được coi là chưa báo cáo.",
    ),
    "talk.written": ("written: {path}", "đã ghi: {path}"),
    "talk.kept": ("The file {path} is as it was.", "Tệp {path} vẫn như cũ."),
    "talk.internal": (
        "antq failed: {what}. This is a fault of the program, not of the book.",
        "antq gặp sự cố: {what}. Đây là lỗi của chương trình, không phải của sổ.",
    ),
    "talk.internal.fix": (
        "Run the command again with --debug and report what it prints.",
        "Chạy lại lệnh với --debug và báo lại những gì hiện ra.",
    ),
    # Why there is nothing to see.
    "nothing.before": (
        "{day} is before the first dated row of the book.",
        "Ngày {day} ở trước dòng có ngày đầu tiên của sổ.",
    ),
    "nothing.rows": ("Nothing is counted: no row has a figure.", "Không đếm được gì: không dòng nào có số liệu."),
    "nothing.kinds": (
        "The manifest declares no kind of this family.",
        "antq.toml không khai báo loại nào thuộc nhóm này.",
    ),
    "nothing.tree": (
        "On {day} the campaign's top unit is not open.",
        "Ngày {day} đơn vị đứng đầu của cuộc vận động không tồn tại.",
    ),
    "nothing.periods": ("The calendar {calendar} has no such year.", "Lịch {calendar} không có năm như vậy."),
    "nothing.claims": ("The book holds no claims.", "Sổ không có số công bố nào (claims)."),
    "nothing.pairs": ("No return stands beside another source.", "Không có báo cáo nào đứng bên cạnh một nguồn khác."),
    "nothing.returns": (
        "The manifest declares no kind that is reported.",
        "antq.toml không khai báo loại nào có báo cáo.",
    ),
    "nothing.rules": (
        "None of the rules that were asked for could be judged.",
        "Không xét được quy tắc nào trong số đã yêu cầu.",
    ),
    "talk.parts": (
        "No unit is called “{value}”; these have it in their names.",
        "Không có đơn vị nào tên là “{value}”; đây là các đơn vị có chữ ấy trong tên.",
    ),
    "talk.nearest": (
        "Units that were asked for lie in each other: each row stands under the nearer one.",
        "Có đơn vị được hỏi nằm trong đơn vị được hỏi khác: mỗi dòng đứng dưới đơn vị gần hơn.",
    ),
    # What is reported no further down.
    "below-grain": (
        "Reported by {grain}, so not known by {level}: {kinds}.",
        "Báo cáo theo {grain} nên không có số liệu theo {level}: {kinds}.",
    ),
    "talk.not-of-bodies": (
        "Nothing is known one by one ({who}) of: {kinds}.",
        "Không có số liệu riêng từng nơi ({who}) về: {kinds}.",
    ),
    "below-grain.unit": (
        "Reported by {grain}, so not known of {unit} alone: {kinds}.",
        "Báo cáo theo {grain} nên không có số liệu riêng của {unit}: {kinds}.",
    ),
}
