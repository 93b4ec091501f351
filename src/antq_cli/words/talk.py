"""What is said on stderr beside a result."""

TEXTS = {
    "talk.blank-form": (
        "The form {path} has a row for each of {n} units; what comes back filled in needs no mapping.",
        "Đã ghi biểu mẫu {path}, mỗi đơn vị một dòng (số đơn vị: {n}); khi nhập lại không cần tệp khai báo cột.",
    ),
    "talk.findings": ("errors: {errors}, warnings: {warnings}", "lỗi: {errors}, cảnh báo: {warnings}"),
    "talk.more": (
        "… and {n} more; `antq check` shows them all.",
        "… còn {n} phát hiện nữa; xem tất cả bằng `antq check`.",
    ),
    "talk.more-refused": ("… and {n} more; -v shows them all.", "… còn {n} phát hiện nữa; xem tất cả bằng -v."),
    "talk.left-out": (
        "The figures leave out rows that could not be read or placed.",
        "Các dòng không đọc được hoặc không xếp được vào đơn vị nào thì không tính vào số liệu.",
    ),
    "talk.no-baseline": (
        "No baseline was written to {path}: part of the book could not be read.",
        "Chưa ghi {path}: còn phần không đọc được nên chưa xác định được hết các phát hiện.",
    ),
    "talk.nothing-new": (
        "No new findings. Rules: {rules}, registers: {registers}, rows: {rows}.",
        "Không có phát hiện mới. Số quy tắc: {rules}, số sổ đăng ký: {registers}, số dòng: {rows}.",
    ),
    "talk.clean": (
        "No findings. Rules: {rules}, registers: {registers}, rows: {rows}.",
        "Không có phát hiện nào. Số quy tắc: {rules}, số sổ đăng ký: {registers}, số dòng: {rows}.",
    ),
    "talk.of.tolerated": ("of these tolerated: {n}", "trong đó trong mức cho phép: {n}"),
    "talk.of.waived": ("waived: {n}", "bỏ qua có lý do: {n}"),
    "talk.of.known": ("known from the baseline: {n}", "đã biết từ trước: {n}"),
    "talk.waived": ("Findings waived in antq.toml: {n}.", "Số phát hiện bỏ qua có lý do theo antq.toml: {n}."),
    "talk.see-waived": (
        "Waived findings and their reasons: antq check -f json, under waived.",
        "Xem các phát hiện bỏ qua và lý do: antq check -f json, mục waived.",
    ),
    "talk.gone": (
        "Known findings that no longer occur: {n}. Refresh the baseline with --write-baseline.",
        "Số phát hiện đã biết nay không còn: {n}. Ghi lại tệp bằng --write-baseline.",
    ),
    "talk.baseline": (
        "Findings written to the baseline {path}: {n}.",
        "Số phát hiện đã ghi vào tệp phát hiện đã biết {path}: {n}.",
    ),
    "talk.book": ("book {path}, {content}", "bộ sổ {path}, {content}"),
    "talk.hashed": ("registers hashed: {n}", "đã tính mã băm của {n} sổ đăng ký"),
    "talk.as-of.option": ("counted on {day} (--as-of)", "tính đến ngày {day} (theo --as-of)"),
    "talk.as-of.period": (
        "counted on {day} (the last day of --period)",
        "tính đến ngày {day} (ngày cuối của --period)",
    ),
    "talk.as-of.manifest": (
        "counted on {day} (as_of in antq.toml)",
        "tính đến ngày {day} (theo as_of trong antq.toml)",
    ),
    "talk.as-of.today": ("counted on {day} (today)", "tính đến ngày {day} (hôm nay)"),
    "talk.read-as": ("“{value}” was read as “{read}”.", "“{value}” được đọc là “{read}”."),
    "talk.control": (
        "control total of {kind} ({measure}): {num}/{den} on the map of the day ({then}) and on the basis ({shown})",
        "đối soát {kind} ({measure}): {num}/{den} theo địa giới ngày tính ({then}) và địa giới được chọn ({shown})",
    ),
    "talk.fresh": (
        "Old numbers are left out: a unit that sent nothing newer counts as not reported.",
        "Không tính số liệu cũ: nơi chưa gửi số liệu mới hơn được coi là chưa báo cáo.",
    ),
    "talk.formatted": ("All files are formatted.", "Mọi tệp đều đúng dạng."),
    "talk.whole": ("There is nothing to mend.", "Không có gì cần sửa."),
    "talk.mend-dry": (
        "Nothing was written; --write writes this.",
        "Chưa ghi gì; thêm --write để ghi.",
    ),
    "talk.undone": (
        "Change {id} ({command}) was taken back. To make it again: antq undo {by}.",
        "Đã hoàn tác thay đổi {id} ({command}). Muốn làm lại, chạy: antq undo {by}.",
    ),
    "talk.redone": (
        "Change {id} ({command}) was taken back: what it had undone is there again. To undo that: antq undo {by}.",
        "Đã hoàn tác thay đổi {id} ({command}): nội dung trước đó có lại như cũ. Muốn bỏ, chạy: antq undo {by}.",
    ),
    "talk.would-undo": (
        "This takes back change {id} ({command}).",
        "Lệnh này hoàn tác thay đổi {id} ({command}).",
    ),
    "talk.would-drop": (
        "This drops change {id} ({command}), which is not whole.",
        "Lệnh này bỏ thay đổi {id} ({command}) chưa ghi xong.",
    ),
    "talk.dropped": (
        "Change {id} ({command}) was not whole and was dropped; what it had replaced has its old bytes again.",
        "Đã bỏ thay đổi {id} ({command}) chưa ghi xong; phần đã thay được trả lại như cũ.",
    ),
    "talk.finished": (
        "Change {id} ({command}) is whole now.",
        "Thay đổi {id} ({command}) đã được ghi xong.",
    ),
    "talk.forgotten": (
        "The rows of {n} changes are no longer in the log; these changes cannot be undone.",
        "Đã xóa nội dung của {n} thay đổi khỏi nhật ký; các thay đổi này không hoàn tác được nữa.",
    ),
    "talk.waiting": (
        "Another change of this book is being made; waiting for up to {seconds} seconds …",
        "Bộ sổ đang được một lệnh khác ghi; chờ tối đa {seconds} giây …",
    ),
    "talk.too-large": (
        "This change is larger than 16 MiB and cannot be undone once it is made.",
        "Thay đổi này lớn hơn 16 MiB, ghi xong sẽ không hoàn tác được.",
    ),
    "talk.blind": (
        "Nobody but the owner of the book may see whether it is being changed right now.",
        "Chỉ chủ của bộ sổ mới biết bộ sổ có đang được ghi hay không.",
    ),
    "talk.entered-today": ("The day is today, {day}.", "Ngày ghi là hôm nay, {day}."),
    "talk.not-entered": ("Refused: {n}. {rule}: {holds}", "Không nhận: {n}. {rule}: {holds}"),
    "talk.doubled": (
        "A code is written once; of two equal ones one is usually mistyped.",
        "Mỗi mã chỉ ghi một lần; mã ghi hai lần thường là gõ nhầm mã khác.",
    ),
    "talk.all-or-nothing": (
        "Nothing was entered, for all is entered or nothing; --partial enters the others.",
        "Chưa ghi gì: ghi tất cả hoặc không ghi gì. --partial thì ghi các mã còn lại.",
    ),
    "talk.stands": (
        "The row says {old} under {column}, and not {new}; --replace puts the new value in its place.",
        "Dòng đang ghi {column} là {old}, không phải {new}; --replace thì thay bằng giá trị mới.",
    ),
    "talk.replaced": ("{column}: {old} was replaced by {new}.", "{column}: {old} thay bằng {new}."),
    "talk.codes-unseen": ("--values shows the new codes.", "--values thì hiển thị các mã mới."),
    "nothing.codes": ("There was no code to enter.", "Không có mã nào để ghi."),
    "nothing.undo": ("There is no change to undo.", "Không có thay đổi nào để hoàn tác."),
    "talk.cache-cleared": ("Entries removed: {n}.", "Số mục đã xóa: {n}."),
    "talk.no-memory": (
        "Nothing is remembered and nothing is taken from memory: {switch} says so.",
        "Không nhớ và không dùng kết quả đã nhớ, vì biến {switch} quy định như vậy.",
    ),
    "nothing.log": ("Nothing was changed in this book by antq yet.", "Chưa có thay đổi nào do antq ghi vào bộ sổ này."),
    "nothing.pending": ("Every change is whole.", "Mọi thay đổi đều đã ghi xong."),
    "talk.counting": ("Reading the book and counting…", "Đang đọc bộ sổ và tính số liệu…"),
    "talk.checking": ("Checking the book…", "Đang kiểm tra bộ sổ…"),
    "talk.writing": ("Writing {path}…", "Đang ghi {path}…"),
    "talk.written": ("written: {path}", "đã ghi: {path}"),
    "talk.as-it-was": (
        "The file {path} is of the same figures and was left as it is.",
        "Tệp {path} vẫn theo đúng số liệu này nên được giữ nguyên.",
    ),
    "talk.strict": (
        "Nothing was written: --strict lets no error pass. See `antq check`.",
        "Chưa ghi gì: --strict không chấp nhận lỗi nào. Xem `antq check`.",
    ),
    "talk.template": ("the outline is “{template}”", "theo đề cương “{template}”"),
    "talk.compared": (
        "compared with the days {first} to {last}",
        "so với kỳ từ ngày {first} đến ngày {last}",
    ),
    "talk.untold": (
        "nothing to say here, and left out: {passages}",
        "không có nội dung nên bỏ qua: {passages}",
    ),
    "talk.gap": ("to fill in: {text}", "cần điền: {text}"),
    "talk.gaps": (
        "Gaps to fill in: {gaps}; numbers that the book does not have: {missing}.",
        "Chỗ trống cần điền: {gaps}; số liệu chưa có trong bộ sổ: {missing}.",
    ),
    "talk.kept": ("The file {path} is unchanged.", "Tệp {path} không thay đổi."),
    "talk.internal": (
        "antq failed: {what}. The fault is in the program, not in the book.",
        "antq gặp sự cố: {what}. Đây là lỗi của chương trình, không phải do số liệu.",
    ),
    "talk.internal.fix": (
        "Run the command again with --debug and report what it prints.",
        "Chạy lại lệnh với --debug rồi gửi lại toàn bộ thông báo hiện ra.",
    ),
    "talk.lost": (
        "The system ended a process that was counting for antq, so there is no result.",
        "Hệ thống đã dừng một tiến trình đang đếm nên không có kết quả.",
    ),
    "talk.lost.fix": (
        "Mostly memory had run out: close other programs and run the command again.",
        "Thường là do hết bộ nhớ: hãy đóng bớt chương trình khác rồi chạy lại lệnh.",
    ),
    "talk.memory": (
        "antq was refused memory, so there is no result.",
        "antq không được cấp thêm bộ nhớ nên không có kết quả.",
    ),
    "talk.memory.fix": (
        "Close other programs or raise the limit that is set on memory, and run the command again.",
        "Đóng bớt chương trình khác hoặc nâng giới hạn bộ nhớ rồi chạy lại lệnh.",
    ),
    "talk.scale": (
        'This goes nearly twice as fast with `python -m pip install "antq-cli[scale]"`.',
        'Đếm nhanh gần gấp đôi nếu cài `python -m pip install "antq-cli[scale]"`.',
    ),
    "talk.progress": ("Counted: {done} of {parts} parts", "Đã đếm {done}/{parts} phần"),
    # Why there is nothing to see.
    "nothing.before": (
        "{day} is earlier than the first day in the registers counted here.",
        "Ngày {day} sớm hơn mọi số liệu được tính ở đây.",
    ),
    "nothing.rows": ("There are no figures: no row counts.", "Không có số liệu: không dòng nào tính được."),
    "nothing.kinds": (
        "antq.toml declares no kind of this family.",
        "antq.toml không khai báo loại nào thuộc nhóm này.",
    ),
    "nothing.tree": ("On {day} the book has no top unit.", "Ngày {day} không có đơn vị cao nhất của bộ sổ."),
    "nothing.periods": ("{calendar} has no such year.", "{calendar} không có năm này."),
    "nothing.claims": ("The book has no published figures (claims).", "Bộ sổ không có số đã công bố nào (claims)."),
    "nothing.pairs": (
        "No return has another source to compare with.",
        "Không có báo cáo số liệu nào có nguồn khác để đối chiếu.",
    ),
    "nothing.returns": (
        "antq.toml declares no kind that is reported.",
        "antq.toml không khai báo loại số liệu nào phải báo cáo.",
    ),
    "nothing.rules": (
        "None of the rules asked for could be checked.",
        "Không kiểm tra được quy tắc nào trong số đã chọn.",
    ),
    "talk.parts": (
        "No unit is called “{value}”. These units have it in their names.",
        "Không có đơn vị nào tên là “{value}”; đây là các đơn vị có chữ đó trong tên.",
    ),
    "talk.nearest": (
        "Some of the units asked for lie in others: each row counts for the nearest one.",
        "Có đơn vị được chọn nằm trong đơn vị được chọn khác: mỗi dòng chỉ tính cho đơn vị gần nhất.",
    ),
    # What is reported no further down.
    "below-grain": (
        "Reported only down to {grain}, so there are no figures by {level}: {kinds}.",
        "Số liệu chỉ báo cáo đến {grain}, nên không có số liệu theo {level}: {kinds}.",
    ),
    "talk.not-of-bodies": ("No figures of single {who}: {kinds}.", "Không có số liệu riêng từng {who}: {kinds}."),
    "below-grain.unit": (
        "Reported only down to {grain}, so there are no figures of {unit} alone: {kinds}.",
        "Số liệu chỉ báo cáo đến {grain}, nên không có số liệu riêng của {unit}: {kinds}.",
    ),
}
