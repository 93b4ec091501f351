"""What marks and dashes of a table mean, and what has to be said of a number that is not all there is."""

TEXTS = {
    "state.not-reported": ("not reported", "chưa báo cáo"),
    "state.not-assessed": ("no result recorded", "chưa có kết quả xét"),
    "state.not-judged": ("no regime judges them on this day", "ngày này không có quy định xét"),
    "state.partial": ("{reported} of {expected} reported", "{reported}/{expected} đơn vị đã báo cáo"),
    "state.no-denominator": ("total not known", "chưa rõ tổng số"),
    "state.below-grain": ("reported above this level", "chỉ báo cáo ở cấp trên"),
    "state.unreachable": ("not known on the map of {day}", "không quy đổi được về địa giới ngày {day}"),
    "state.left-out": ("rows left out: {n}", "có {n} dòng không tính được"),
    "state.left-out-before": ("rows left out then: {n}", "kỳ so sánh có {n} dòng không tính được"),
    "state.partial-before": (
        "then {reported} of {expected} reported",
        "kỳ so sánh {reported}/{expected} đơn vị đã báo cáo",
    ),
    "state.old": ("number of {day}", "số liệu ngày {day}"),
    "state.some-old": ("{old} of {reported} use old numbers", "{old}/{reported} nơi dùng số liệu cũ"),
    "state.old-before": ("then the number of {day}", "kỳ so sánh là số liệu ngày {day}"),
    "state.some-old-before": (
        "then {old} of {reported} used old numbers",
        "kỳ so sánh {old}/{reported} nơi dùng số liệu cũ",
    ),
    "state.part": ("{part}: {said}", "{part}: {said}"),
    "state.members-models": (
        "members known of {reported}/{expected}",
        "{reported}/{expected} điểm có ghi số thành viên",
    ),
    "state.participants": (
        "participants known of {reported}/{expected} rows",
        "{reported}/{expected} dòng có ghi số người tham gia",
    ),
    "state.straddling": ("straddling rows, not counted: {n}", "{n} dòng vắt qua hai kỳ, không tính"),
    "state.straddling-before": (
        "before: straddling rows {n}",
        "kỳ trước {n} dòng vắt qua hai kỳ",
    ),
    "state.pending": ("none decided, pending: {n}", "{n} chờ quyết định, chưa có quyết định nào"),
    "state.members": ("members known of {reported}/{expected}", "{reported}/{expected} tổ có ghi số thành viên"),
    "dashes.of": ("No figures for: {who}.", "Chưa có số liệu: {who}."),
    "dashes.of-why": ("No figures for: {who} ({why}).", "Chưa có số liệu: {who} ({why})."),
    "dashes.any": ("No row has a number.", "Không dòng nào có số liệu."),
    "dashes.any-why": ("No row has a number: {why}.", "Không dòng nào có số liệu: {why}."),
    "legend.unjudged": (
        "Judged by no regime in that year: {kinds}",
        "Không có quy định nào xét trong năm đó: {kinds}",
    ),
    "legend.since-compared": ("± against what it is compared with", "± so với kỳ so sánh"),
    "legend.points": ("pp: percentage points", "điểm %: điểm phần trăm"),
    "legend.since-before": ("± since the point before", "± so với mốc liền trước"),
    "legend.since-first": (
        "± since the first known point; the line goes from 0% to 100%",
        "± so với mốc đầu tiên có số liệu; đường biểu diễn đi từ 0% đến 100%",
    ),
    "legend.gaps": (
        "Missing: to 100%. Needed: to the target; in the last line for the whole, not the sum of the column.",
        "Còn thiếu: so với 100%. Cần thêm: để đạt mức phấn đấu; dòng cuối tính chung, không phải cộng cột.",
    ),
    "legend.gaps-all": (
        "Missing and Needed: to 100%; in the last line for the whole.",
        "Còn thiếu, cần thêm: so với 100%; dòng cuối tính chung.",
    ),
    "legend.held-in": (
        "{row}: in no {below}, or nobody knows in which",
        "{row}: không thuộc {below} nào, hoặc không rõ thuộc {below} nào",
    ),
    "legend.most-needed": ("Ordered from the unit that needs most.", "Xếp thứ tự từ đơn vị cần thêm nhiều nhất."),
    "legend.order": ("Ordered by {by}.", "Xếp theo {by}."),
    "legend.order-back": ("Ordered by {by}, the last first.", "Xếp theo {by}, ngược từ cuối lên."),
    "legend.order-first": ("Ordered by {by}, {first}.", "Xếp theo {by}, {first}."),
    "legend.order-of": ("Ordered by {by} of {kind}, {first}.", "Xếp theo {by} của {kind}, {first}."),
    "legend.order-unknown": (
        "No unit has a number to be ordered by: they stand by code.",
        "Chưa có số liệu để xếp thứ tự, nên xếp theo mã.",
    ),
    "legend.below": (
        "{kind}: {below} of {known} units are below {target}; only these are shown.",
        "{kind}: {below}/{known} đơn vị dưới {target}; chỉ hiển thị các đơn vị này.",
    ),
    "legend.target": ("┃ target: {targets}", "┃ mức phấn đấu: {targets}"),
    "legend.regrouped": (
        "* on the map of {day}; on the day counted it was another unit, or had other parts",
        "* theo địa giới ngày {day}; vào ngày tính, mã này là đơn vị khác hoặc có phạm vi khác",
    ),
    "legend.old": (
        "† rests on an old number: it is from before the last period that had ended by the day",
        "† dựa vào số liệu cũ: có trước kỳ báo cáo gần nhất đã kết thúc vào ngày tính",
    ),
    "legend.flows": (
        "Each signature, registration or withdrawal counts, also of who had signed before.",
        "Lượt: mỗi lần ghi trong sổ cam kết tính một lượt, kể cả ký lại.",
    ),
    "legend.straddling": (
        "¶ a row that straddles its days is not counted",
        "¶ có dòng vắt qua hai kỳ, không tính",
    ),
    "legend.partly": ("‡ not all units have reported", "‡ chưa đủ nơi báo cáo"),
    "legend.window": ("{kinds} ({first} to {last})", "{kinds} (từ {first} đến {last})"),
    "legend.windows": ("{rule}, year {name}: {windows}", "{rule}, năm xét {name}: {windows}"),
    "legend.factor": (
        (
            "The figures are those of the column Book, never a mix of both. ± = book - reported; factor = book / "
            "reported; below 1: the return is higher than the book."
        ),
        (
            "Số liệu lấy theo cột “Theo sổ”, không trộn hai nguồn. ± = theo sổ - báo cáo; hệ số = theo sổ / báo cáo; "
            "dưới 1: báo cáo cao hơn."
        ),
    ),
    "legend.unreachable": (
        "Not known on the map of {day}: {kinds}.",
        "Không quy đổi được về địa giới ngày {day}: {kinds}.",
    ),
    "legend.due": ("Due: {days}.", "Hạn gửi: {days}."),
    "legend.stale": (
        "Stale: whose latest number is more than {n} days old, or who never sent any",
        "Quá cũ: nơi có số liệu đã quá {n} ngày hoặc chưa từng gửi",
    ),
    "legend.zero": (
        "Zero: returns of 0 (`-f csv`: column `reported`)",
        "Bằng 0: số báo cáo ghi 0 (`-f csv`: cột `reported`)",
    ),
    "legend.zero-by": (
        "Zero: returns of 0 (without `--by`, `-f csv`: column `reported`)",
        "Bằng 0: số báo cáo ghi 0 (không ghi `--by`, `-f csv`: cột `reported`)",
    ),
    "legend.zero-of-zero": ("0/0, where there is nobody: {n} of them", "trong đó 0/0, không có ai để tính: {n}"),
    "legend.no-room": (
        "No room for: {columns}. All of it: -f csv.",
        "Không đủ chỗ cho: {columns}; xem đủ bằng -f csv.",
    ),
    "legend.not-signed": ("Periods left out: nobody had signed yet ({kinds})", "Kỳ chưa in: chưa có ai ký ({kinds})"),
    "legend.not-reported": ("Periods left out: no return yet ({kinds})", "Kỳ chưa in: chưa có báo cáo nào ({kinds})"),
    "legend.unended": ("§ the period had not ended by {day}", "§ kỳ chưa kết thúc vào ngày {day}"),
    "legend.running": ("* the period has not ended", "* kỳ chưa kết thúc"),
}
