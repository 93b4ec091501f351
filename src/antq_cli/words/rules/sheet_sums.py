"""The rules of import: the sums in a sheet, and the rows of the book (I3)."""

TEXTS = {
    "I301.name": ("total-differs", "dòng tổng không khớp"),
    "I301.holds": (
        "Each total of a sheet is the sum of its rows.",
        "Dòng tổng nào cũng bằng tổng các dòng của nó.",
    ),
    "I301.why": (
        "A total that differs is how a row that is missing, or was mistyped, is seen.",
        "Tổng lệch cho thấy có dòng bị thiếu hoặc gõ nhầm.",
    ),
    "I301.what": (
        "{heading}: the sheet says {total}, its rows ({n}) make {sum}.",
        "{heading}: biểu ghi {total}, cộng các dòng (số dòng: {n}) được {sum}.",
    ),
    "I301.fix": (
        "Find the row that is wrong; if it is the total alone: --ignore I301.",
        "Tìm dòng sai; nếu chỉ sai dòng tổng thì ghi --ignore I301.",
    ),
    "I302.name": ("rate-differs", "tỷ lệ không khớp"),
    "I302.holds": (
        "A rate of a sheet is that of the counts beside it.",
        "Tỷ lệ trong biểu đúng với số liệu cùng dòng.",
    ),
    "I302.why": (
        "The rate is never read. Where it differs, one of the counts may be mistyped.",
        "Tỷ lệ trong biểu không được lấy; tỷ lệ lệch thì có thể một trong hai số đã gõ nhầm.",
    ),
    "I302.what": (
        "{heading}: the sheet says {value}, {num}/{den} is {percent}%.",
        "{heading}: biểu ghi {value}, tính từ {num}/{den} là {percent}%.",
    ),
    "I302.fix": ("See whether one of the counts is wrong.", "Xem lại hai số của dòng này."),
    "I303.name": ("another-number", "bộ sổ có số khác"),
    "I303.holds": (
        "What the book has already, a sheet says again in the same way.",
        "Dòng đã có trong bộ sổ thì biểu ghi giống như vậy.",
    ),
    "I303.why": (
        "The old number may be right, and stand in a report. It is replaced by nobody who did not mean to.",
        "Số cũ có thể đúng và đã vào báo cáo; chỉ thay khi người nhập yêu cầu.",
    ),
    "I303.what": (
        "The book has another number for {value}: {old}; the sheet says {new}.",
        "Bộ sổ ghi số khác cho {value}: {old}; biểu ghi {new}.",
    ),
    "I303.fix": (
        "If the sheet is right, import it with --replace.",
        "Nếu biểu đúng thì nhập với --replace.",
    ),
    "I304.name": ("row-again", "dòng ghi lại"),
    "I304.holds": ("No row stands in the sheets twice.", "Không dòng nào ghi hai lần."),
    "I304.why": (
        "It says the same and counts once. But a sum of the sheet may hold it twice.",
        "Hai dòng giống nhau chỉ tính một lần, nhưng dòng tổng của biểu có thể tính hai lần.",
    ),
    "I304.what": (
        "The row of {value} says the same as {first}.",
        "Dòng của {value} giống hệt {first}.",
    ),
    "I304.fix": ("Delete one of them.", "Xóa một trong hai dòng."),
    "I305.name": ("row-again-otherwise", "hai dòng khác số"),
    "I305.holds": (
        "No two rows say different things of the same.",
        "Không có hai dòng ghi khác nhau về cùng một nội dung.",
    ),
    "I305.why": (
        "Which of the two is right, the sheet does not say: neither is taken.",
        "Biểu không cho biết dòng nào đúng nên không nhận dòng nào.",
    ),
    "I305.what": (
        "The row of {value} says something else than {first}.",
        "Dòng của {value} ghi khác {first}.",
    ),
    "I305.fix": ("Ask which is right, and delete the other.", "Hỏi lại nơi gửi, giữ dòng đúng và xóa dòng kia."),
    "I306.name": ("total-not-compared", "tổng chưa so được"),
    "I306.holds": (
        "Each total can be compared with its rows.",
        "Dòng tổng nào cũng so được với các dòng của nó.",
    ),
    "I306.why": (
        "Where one row cannot be read, nobody knows what the total should be.",
        "Có một dòng không đọc được thì không biết tổng phải là bao nhiêu.",
    ),
    "I306.what": (
        "{heading}: the total {value} could not be compared, for the sake of the cell {at}.",
        "{heading}: chưa so được dòng tổng ({value}) vì ô {at} không đọc được.",
    ),
    "I306.fix": ("Correct that cell first.", "Sửa ô đó trước."),
}
