"""The rules of reconciliation: two numbers for one thing."""

TEXTS = {
    "R101.holds": ("The book has the figure that was published.", "Sổ có đúng số liệu đã công bố."),
    "R101.why": (
        (
            "What was published is quoted for years. For Cẩm Thủy 90 % was printed where 25,915 of 29,853 households "
            "had signed, which is 86.81 %: 804 more would have been needed."
        ),
        (
            "Số đã công bố còn được nhắc lại nhiều năm. Ở Cẩm Thủy, báo đưa 90% trong khi 25.915/29.853 hộ đã ký, tức "
            "86,81%: phải thêm 804 hộ nữa mới đúng."
        ),
    ),
    "R101.what": ("Published is {value}; the book has {has}.", "Số đã công bố là {value}, sổ có {has}."),
    "R101.fix": (
        "See `antq claims`; correct the book where the book is wrong, and never what was published.",
        "Xem `antq claims`; sửa sổ nếu sổ sai, không bao giờ sửa số đã công bố.",
    ),
    "R102.holds": (
        "A published figure can be held against something in the book.",
        "Số đã công bố đối chiếu được với số liệu trong sổ.",
    ),
    "R102.why": (
        "What nothing supports is neither right nor wrong, and must not pass for confirmed.",
        "Số không có gì làm căn cứ thì không đúng cũng không sai, và không được coi là đã xác nhận.",
    ),
    "R102.what": ("{value} cannot be verified: {reason}.", "Chưa kiểm chứng được {value}: {reason}."),
    "R102.fix": (
        "Add what is missing, or leave it: unverified does not mean true.",
        "Bổ sung số liệu còn thiếu, hoặc để nguyên: chưa kiểm chứng không phải là đúng.",
    ),
    "R103.holds": ("A claim names a figure that this book can have.", "Số đã công bố là số liệu mà sổ này có thể có."),
    "R103.why": (
        (
            "Of a measure, a unit or a day that there is not nothing can ever be verified, whatever is entered: mostly "
            "the id of the figure is mistyped."
        ),
        (
            "Chỉ tiêu, đơn vị hay ngày không có thì nhập gì vào sổ cũng không bao giờ kiểm chứng được: thường là mã số "
            "liệu ghi nhầm."
        ),
    ),
    "R103.what": ("This book can have no figure {value}: {reason}.", "Sổ này không thể có số liệu {value}: {reason}."),
    "R103.fix": (
        "Correct the figure, or declare its kind in antq.toml.",
        "Sửa mã số liệu, hoặc khai báo loại trong antq.toml.",
    ),
    "R201.holds": (
        "A return says what the journal or the register counts on that day.",
        "Báo cáo ghi đúng số mà nhật ký hoặc sổ đăng ký đếm được vào ngày đó.",
    ),
    "R201.why": (
        (
            "Two counts of the same thing differ: sheets have not been entered yet, or the return was estimated. The "
            "book uses its own count, so the paper says something else."
        ),
        (
            "Cùng một việc mà hai số khác nhau: phiếu chưa nhập hết, hoặc báo cáo chỉ ước lượng. Sổ dùng số tự đếm, "
            "nên văn bản báo cáo lại ghi số khác."
        ),
    ),
    "R201.what": ("The return says {reported}; the book counts {has}.", "Báo cáo ghi {reported}, sổ đếm được {has}."),
    "R201.fix": (
        "See `antq reconcile`, and correct the one that is wrong.",
        "Đối chiếu bằng `antq reconcile`, rồi sửa bên nào sai.",
    ),
    "R202.holds": (
        "Returns of one level add up to those of another.",
        "Báo cáo của một cấp cộng lại bằng báo cáo của cấp kia.",
    ),
    "R202.why": (
        (
            "The district's number and the sum of its communes cannot both be right: someone is missing in one of them "
            "or counted twice, and only one of the two is in the figures."
        ),
        (
            "Số của huyện và tổng của các xã không thể cùng đúng: có nơi bị thiếu hoặc bị đếm hai lần, và chỉ một "
            "trong hai số được dùng."
        ),
    ),
    "R202.what": (
        "Returns of this level say {reported}; those that the book uses come to {has}.",
        "Báo cáo cấp này là {reported}, báo cáo mà sổ dùng cộng lại là {has}.",
    ),
    "R202.fix": (
        "See `antq reconcile`, and correct the one that is wrong.",
        "Đối chiếu bằng `antq reconcile`, rồi sửa bên nào sai.",
    ),
    "R301.holds": (
        "A recorded result is the one that the criteria come to.",
        "Kết quả đã ghi là kết quả theo các tiêu chí.",
    ),
    "R301.why": (
        (
            "Where 16 of 25 areas are recognised, that is 64 % and not the 70 % that are asked for. The decision "
            "stands and is not antq's, but such a result is to be known."
        ),
        (
            "Có 16/25 khu dân cư được công nhận là 64%, chưa đủ 70% như quy định. Quyết định giữ nguyên, không phải "
            "việc của antq, nhưng cần biết có kết quả như vậy."
        ),
    ),
    "R301.what": (
        "The result “{recorded}” is recorded, but the criteria come to “{computed}”.",
        "Đã ghi kết quả “{recorded}”, nhưng theo tiêu chí thì là “{computed}”.",
    ),
    "R301.fix": (
        "See `antq standards summary --criteria`; the decision stands, correct it only where it was mistyped.",
        "Xem `antq standards summary --criteria`; quyết định giữ nguyên, chỉ sửa nếu ghi nhầm.",
    ),
}
