"""The rules of reconciliation: two numbers for one thing."""

TEXTS = {
    "R101.name": ("claim-differs", "số công bố không khớp"),
    "R101.holds": ("The book agrees with what was published.", "Số liệu của bộ sổ khớp với số đã công bố."),
    "R101.why": (
        (
            "Published figures are quoted for years. For Cẩm Thủy 90 % was printed, while 25,915 of 29,853 "
            "households had signed: 86.81 %, 804 too few."
        ),
        (
            "Số đã công bố còn được nhắc lại nhiều năm. Ở Cẩm Thủy, báo đưa 90% trong khi 25.915/29.853 hộ đã "
            "ký, tức 86,81%: thêm 804 hộ mới làm tròn thành 90%."
        ),
    ),
    "R101.what": (
        "{published} was published; the book has {has}.",
        "Số đã công bố là {published}, theo bộ sổ là {has}.",
    ),
    "R101.fix": (
        "See `antq claims`. If the book is wrong, correct the book, not what was published.",
        "Xem `antq claims`; bộ sổ sai thì sửa bộ sổ, không sửa số đã công bố.",
    ),
    "R102.name": ("claim-unverifiable", "chưa kiểm chứng được"),
    "R102.holds": (
        "The book has something to compare a published figure with.",
        "Số đã công bố đối chiếu được với số liệu trong bộ sổ.",
    ),
    "R102.why": (
        "Without evidence a figure is neither right nor wrong, and must not pass for confirmed.",
        "Số không có gì làm căn cứ thì không đúng cũng không sai, và không được coi là đã xác nhận.",
    ),
    "R102.what": (
        "The figure of {claimed} cannot be verified: {reason}.",
        "Chưa kiểm chứng được số liệu {claimed}: {reason}.",
    ),
    "R102.fix": (
        "Add what is missing, or leave it: unverified does not mean true.",
        "Bổ sung số liệu còn thiếu, hoặc để nguyên: chưa kiểm chứng không có nghĩa là đúng.",
    ),
    "R103.name": ("claim-of-no-figure", "số công bố không thể có"),
    "R103.holds": (
        "A claim names a figure that this book can have.",
        "Số đã công bố là số liệu mà bộ sổ này có thể có.",
    ),
    "R103.why": (
        ("A measure, a unit or a day that does not exist can never be verified: usually the figure's id is mistyped."),
        (
            "Chỉ tiêu, đơn vị hay ngày không có thì nhập gì vào bộ sổ cũng không kiểm chứng được: thường là mã "
            "số liệu ghi nhầm."
        ),
    ),
    "R103.what": (
        "This book cannot have a figure of {claimed}: {reason}.",
        "Bộ sổ này không có được số liệu {claimed}: {reason}.",
    ),
    "R103.fix": (
        "Correct the figure, or declare its kind in antq.toml.",
        "Sửa mã số liệu, hoặc khai báo loại trong antq.toml.",
    ),
    "R201.name": ("return-differs", "báo cáo khác bộ sổ"),
    "R201.holds": (
        "The latest return of each sender says what the journal or the register has on the day of the return.",
        "Báo cáo gần nhất của mỗi nơi ghi đúng số theo sổ cam kết hoặc sổ đăng ký vào ngày của báo cáo.",
    ),
    "R201.why": (
        (
            "Two counts of the same thing differ: sheets are not entered yet, or the return was estimated. The "
            "figures use the book's own count. Earlier returns, and those after the day that is counted, are not "
            "compared here; `antq reconcile --period` compares all of a period."
        ),
        (
            "Cùng một việc mà hai số khác nhau: phiếu chưa nhập hết, hoặc báo cáo chỉ ước lượng. Số liệu in ra "
            "là số theo sổ cam kết hoặc sổ đăng ký. Ở đây không đối chiếu các báo cáo trước đó và các báo cáo sau ngày "
            "tính; `antq reconcile --period` đối chiếu mọi báo cáo của một kỳ."
        ),
    ),
    "R201.what": (
        "{unit} reported {measure}: {reported}; the register {kept_in} has {has}.",
        "{unit} báo cáo {measure} là {reported}, theo {kept_in} là {has}.",
    ),
    "R201.fix": (
        "See `antq reconcile`, and correct the one that is wrong.",
        "Đối chiếu bằng `antq reconcile`, rồi sửa bên nào sai.",
    ),
    "R202.name": ("totals-differ", "tổng không khớp"),
    "R202.holds": (
        "The latest returns of one level add up to those of another.",
        "Báo cáo gần nhất của một cấp cộng lại bằng báo cáo của cấp kia.",
    ),
    "R202.why": (
        (
            "The district's number and the sum of its communes cannot both be right: somebody is missing or "
            "counted twice. Only one of the two is in the figures."
        ),
        (
            "Số của huyện và tổng của các xã không thể cùng đúng: có nơi bị thiếu hoặc bị tính hai lần, và chỉ "
            "một trong hai số được dùng."
        ),
    ),
    "R202.what": (
        "The return of this unit says {reported}; the returns that the book uses come to {has}.",
        "Báo cáo của đơn vị này là {reported}, cộng các báo cáo mà bộ sổ lấy số liệu là {has}.",
    ),
    "R202.fix": (
        "See `antq reconcile`, and correct the one that is wrong.",
        "Đối chiếu bằng `antq reconcile`, rồi sửa bên nào sai.",
    ),
    "R301.name": ("decided-against-criteria", "quyết định trái tiêu chí"),
    "R301.holds": (
        "A recorded result is what the criteria come to.",
        "Kết quả đã ghi là kết quả theo các tiêu chí.",
    ),
    "R301.why": (
        (
            "16 of 25 areas are 64 %, not the 70 % that are required. The decision stands, but such a result "
            "should be known."
        ),
        (
            "Có 16/25 khu dân cư được công nhận là 64%, chưa đủ 70% như quy định. Quyết định giữ nguyên, không phải "
            "việc của antq, nhưng cần biết có kết quả như vậy."
        ),
    ),
    "R301.what": (
        "{unit}: “{recorded}” is recorded, but the criteria come to “{computed}”.",
        "{unit}: đã ghi kết quả “{recorded}”, nhưng xét theo tiêu chí là “{computed}”.",
    ),
    "R301.fix": (
        (
            "See `antq standards summary --criteria --unit {code} --as-of {day}`. The decision stands; correct it only "
            "if it was mistyped."
        ),
        (
            "Xem `antq standards summary --criteria --unit {code} --as-of {day}`; quyết định giữ nguyên, chỉ sửa nếu "
            "ghi nhầm."
        ),
    ),
}
