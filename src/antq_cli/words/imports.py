"""Sheets that come in: what their rows are, what becomes of them, what is said of the whole."""

TEXTS = {
    "row-class.title": ("title", "tên biểu"),
    "row-class.header": ("header", "tiêu đề bảng"),
    "row-class.signs": ("signs of the columns", "ký hiệu cột"),
    "row-class.repeated-header": ("header again", "tiêu đề lặp lại"),
    "row-class.group": ("group", "nhóm"),
    "row-class.subtotal": ("sum of a group", "cộng nhóm"),
    "row-class.total": ("total", "tổng cộng"),
    "row-class.data": ("data", "số liệu"),
    "row-class.note": ("note, signature", "ghi chú, chữ ký"),
    "row-class.blank": ("blank", "trống"),
    "row-class.untold": ("cannot be told", "không rõ dòng gì"),
    "row-class.unread": ("not looked at", "không đọc"),
    "outcome.new": ("new", "mới"),
    "outcome.same": ("there already", "đã có"),
    "outcome.changed": ("changed", "sửa"),
    "outcome.refused": ("refused", "không nhận"),
    "outcome.blank": ("no number", "chưa có số"),
    "use.used": ("used", "dùng"),
    "use.compared": ("compared", "so sánh"),
    "use.ignored": ("left out", "bỏ qua"),
    "use.untold": ("not used", "không dùng"),
    # A sheet to be filled in; what its columns are called is read again when it comes back.
    "blank-form.sheet": ("Form", "Biểu"),
    "blank-form.title": ("Report of figures", "Biểu báo cáo số liệu"),
    "blank-form.hint": (
        "Fill in the coloured cells only; leave blank what is not known.",
        "Chỉ điền các ô có màu; chưa có số thì để trống.",
    ),
    "blank-form.code": ("Unit code", "Mã đơn vị"),
    "blank-form.unit": ("Unit", "Đơn vị"),
    "blank-form.date": ("Date", "Ngày số liệu"),
    "blank-form.first": ("First", "Từ ngày"),
    "blank-form.last": ("Last", "Đến ngày"),
    "blank-form.note": ("Note", "Ghi chú"),
    "blank-form.part.signed.count": ("Signed", "Đã ký"),
    "blank-form.part.signed.total": ("Total", "Tổng số"),
    "blank-form.part.done.count": ("Number", "Số lượng"),
    "blank-form.part.done.participants": ("Participants", "Người tham gia"),
    "blank-form.wrong.count": ("Write a whole number from 0 on.", "Ghi số nguyên từ 0 trở lên."),
    "blank-form.wrong.day": ("Write a day, such as 31/08/2021.", "Ghi ngày, ví dụ 31/08/2021."),
    "blank-form.wrong.name": ("Choose a unit of the list.", "Chọn đơn vị trong danh sách."),
    "import.title": ("Import into {register}, not written", "Nhập vào {register}, chưa ghi"),
    "import.title-written": ("Import into {register}: change {id}", "Nhập vào {register}: thay đổi {id}"),
    "import.sheets": ("Sheets", "Trang tính"),
    "import.rows": ("Rows of the sheets", "Các dòng của biểu"),
    "import.columns": ("Columns", "Các cột"),
    "import.columns-of": ("Columns of {sheet}", "Các cột của {sheet}"),
    "import.remarks": ("What was met", "Điều cần xem"),
    "import.refused": ("Rows that are refused", "Các dòng không nhận"),
    "import.register": ("Rows into the register", "Các dòng vào sổ đăng ký"),
    "import.only": ("In the book, and not in the sheets", "Bộ sổ có, biểu không có"),
    "import.none-only": (
        "The book has nothing of these days that the sheets have not.",
        "Bộ sổ không có gì ngoài các dòng của biểu.",
    ),
    "import.all": ("all", "cộng"),
    "import.old": ("changed; was {old}", "sửa; trước: {old}"),
    "import.part.count": ("count", "số"),
    "import.part.total": ("total", "tổng số"),
    "import.part.participants": ("participants", "người tham gia"),
    "import.sum-sheet": (
        "Rows of the sheets: {n}, each in one of these classes.",
        "Số dòng của biểu: {n}; dòng nào cũng thuộc một loại trên.",
    ),
    "import.sum-register": (
        (
            "Rows of the register: {n} = {new} new + {same} there already + {changed} changed + {refused} refused; "
            "places without a number: {blank}."
        ),
        (
            "Số dòng vào sổ đăng ký: {n} = {new} mới + {same} đã có + {changed} sửa + {refused} không nhận; ô chưa có "
            "số: {blank}."
        ),
    ),
    "import.compared": (
        "Totals and rates that agree: {agrees}; that differ: {differs}; not compared: {not_compared}.",
        "Dòng tổng và tỷ lệ khớp: {agrees}; không khớp: {differs}; chưa so được: {not_compared}.",
    ),
    "import.absent": (
        "Units of which the sheets have no row: {n} ({names}). What the book has of them stays as it is.",
        "Đơn vị không có trong biểu: {n} ({names}). Số liệu của các đơn vị này trong bộ sổ giữ nguyên.",
    ),
    "import.more": (
        "Of each table the first {shown} rows are shown; all of them: -f json or -f csv.",
        "Mỗi bảng chỉ hiển thị {shown} dòng đầu; xem đủ: -f json hoặc -f csv.",
    ),
    "import.blocked": (
        (
            "Nothing is written as long as something is refused or a total differs. To write what is not refused: "
            "--partial; to pass over a total: --ignore I301."
        ),
        (
            "Còn dòng không nhận hoặc tổng không khớp thì chưa ghi gì. Chỉ ghi các dòng nhận được: --partial; bỏ qua "
            "tổng lệch: --ignore I301."
        ),
    ),
    "import.to-write": ("Nothing is written yet; to do it: --write.", "Chưa ghi vào bộ sổ; để ghi: --write."),
    "import.nothing": ("There is nothing to write.", "Không có gì để ghi."),
    "import.undo": ("To take it back: antq undo {id}.", "Muốn hoàn tác: antq undo {id}."),
}
