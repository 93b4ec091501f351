"""The rules of references, of what the register of assessments names."""

TEXTS = {
    "X301.name": ("unknown-regime", "quy định không có"),
    "X301.holds": (
        "The regime of a result is declared in the manifest.",
        "Quy định của kết quả được khai báo trong antq.toml.",
    ),
    "X301.why": (
        (
            "The regime has the criteria, the year and who is left out. Without one a result says nothing, and "
            "its subject counts as not assessed."
        ),
        (
            "Quy định có tiêu chí, năm xét và đối tượng không thuộc diện xét. Kết quả không rõ theo quy định "
            "nào thì không dùng được, và đối tượng xét coi như chưa xét."
        ),
    ),
    "X301.what": ("The manifest has no regime {value}.", "antq.toml không có quy định {value}."),
    "X301.fix": ("Correct the regime, or declare it in antq.toml.", "Sửa tên quy định, hoặc khai báo trong antq.toml."),
    "X302.name": ("regime-not-in-force", "quy định hết hiệu lực"),
    "X302.holds": (
        "A result is dated while its regime was in force.",
        "Ngày của kết quả là ngày quy định có hiệu lực.",
    ),
    "X302.why": (
        (
            "Circular 124/2021/TT-BCA replaced Circular 23/2012/TT-BCA on 10/02/2022. Under the wrong regime a "
            "result rests on criteria that were not those of its day."
        ),
        (
            "Thông tư số 124/2021/TT-BCA thay Thông tư số 23/2012/TT-BCA từ ngày 10/02/2022; kết quả theo quy "
            "định sai là xét bằng tiêu chí không phải của ngày đó."
        ),
    ),
    "X302.what": (
        "On {value} the regime {regime} was not in force.",
        "Ngày {value} quy định {regime} không có hiệu lực.",
    ),
    "X302.fix": ("Correct the day or the regime.", "Sửa ngày hoặc quy định."),
    "X303.name": ("unknown-subject", "đối tượng xét không có"),
    "X303.holds": ("The subject of a result existed on its day.", "Đối tượng xét có vào ngày của kết quả."),
    "X303.why": (
        "A result without a subject counts for nobody, and the true subject counts as not assessed.",
        "Kết quả không rõ của đơn vị nào thì không tính được, và đối tượng xét thật sự coi như chưa xét.",
    ),
    "X303.what": (
        "No unit and no organisation had the code {value} on the row's day.",
        "Vào ngày của dòng không có đơn vị hay tổ chức nào mang mã {value}.",
    ),
    "X303.fix": (
        "Correct the code or the day, or add it to its register.",
        "Sửa mã hoặc ngày, hoặc thêm vào sổ đăng ký.",
    ),
    "X304.name": ("not-a-subject", "không thuộc đối tượng xét"),
    "X304.holds": (
        "The regime of a result judges subjects of this kind.",
        "Quy định của kết quả có xét loại này.",
    ),
    "X304.why": (
        ("A result that no rule asks for is not in the denominator. Counted, it would make the rate too high."),
        (
            "Kết quả mà không quy định nào đòi hỏi thì không có trong tổng số: nếu tính thì tỷ lệ đạt tiêu "
            "chuẩn sẽ cao lên."
        ),
    ),
    "X304.what": (
        "The regime {regime} does not judge {unit}, which is of the kind {kind}.",
        "Quy định {regime} không xét {kind}; {unit} thuộc loại đó.",
    ),
    "X304.fix": ("Delete the row, or correct the code or the regime.", "Xóa dòng này, hoặc sửa mã hay quy định."),
    "X305.name": ("exempt-assessed", "ngoài diện mà có kết quả"),
    "X305.holds": (
        "Whoever the standard leaves out has no result.",
        "Đơn vị không thuộc diện xét thì không có kết quả.",
    ),
    "X305.why": (
        (
            "Article 1 of Circular 124/2021/TT-BCA leaves out armed-forces units, small and micro enterprises, "
            "primary schools, pre-schools and nurseries. They are not in the denominator and must not be in "
            "the numerator."
        ),
        (
            "Theo Điều 1 Thông tư số 124/2021/TT-BCA, cơ quan, đơn vị lực lượng vũ trang, doanh nghiệp nhỏ, "
            "siêu nhỏ, cơ sở giáo dục tiểu học, mầm non, nhà trẻ không thuộc đối tượng áp dụng. Đã không có "
            "trong tổng số thì không được có trong số đạt."
        ),
    ),
    "X305.what": (
        "The standard leaves {unit} out; the reason is {reason_given}.",
        "{unit} không thuộc diện xét, lý do: {reason_given}.",
    ),
    "X305.fix": (
        "Delete the row, or correct the organisation's exempt.",
        "Xóa dòng này, hoặc sửa cột lý do không thuộc diện xét (exempt).",
    ),
    "X306.name": ("outside-its-window", "ngoài năm xét"),
    "X306.holds": ("A result is dated within its window.", "Ngày của kết quả nằm trong năm xét."),
    "X306.why": (
        (
            "The window says which year's signatures and criteria count. With a mistyped year the result "
            "stands for a year in which nobody judged."
        ),
        (
            "Năm xét cho biết chữ ký và tiêu chí của năm nào được tính. Ghi nhầm năm thì kết quả đứng vào một năm mà "
            "không ai xét."
        ),
    ),
    "X306.what": (
        "{value} is outside of the window {window}, from {first} to {last}.",
        "Ngày {value} không nằm trong năm xét {window}, từ {first} đến hết {last}.",
    ),
    "X306.fix": (
        "Correct the day or the window; put the number of a later decision into the column decision.",
        "Sửa ngày xét hoặc năm xét; ngày của quyết định ban hành sau thì ghi ở cột số quyết định (decision).",
    ),
}
