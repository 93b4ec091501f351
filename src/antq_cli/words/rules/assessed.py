"""The rules of references, of what the register of assessments names."""

TEXTS = {
    "X301.holds": (
        "The regime of a result is declared in the manifest.",
        "Quy định của kết quả được khai báo trong antq.toml.",
    ),
    "X301.why": (
        (
            "The regime has the criteria, the year and who is left out. A result without one says nothing, and its "
            "subject counts as not assessed."
        ),
        (
            "Quy định có tiêu chí, năm xét và đối tượng được miễn. Kết quả không rõ theo quy định nào thì không nói "
            "lên gì, và đối tượng coi như chưa xét."
        ),
    ),
    "X301.what": ("The manifest has no regime {value}.", "antq.toml không có quy định {value}."),
    "X301.fix": ("Correct the regime, or declare it in antq.toml.", "Sửa tên quy định, hoặc khai báo trong antq.toml."),
    "X302.holds": (
        "A result is dated on a day on which its regime was in force.",
        "Ngày của kết quả là ngày quy định có hiệu lực.",
    ),
    "X302.why": (
        (
            "TT 124/2021/TT-BCA took the place of TT 23/2012/TT-BCA on 2022-02-10; a result by the wrong one was "
            "measured by criteria that were not those of its day."
        ),
        (
            "TT 124/2021/TT-BCA thay TT 23/2012/TT-BCA từ ngày 10/02/2022; kết quả theo quy định sai là xét bằng tiêu "
            "chí không phải của ngày đó."
        ),
    ),
    "X302.what": (
        "On {value} the regime {regime} was not in force.",
        "Ngày {value} quy định {regime} không có hiệu lực.",
    ),
    "X302.fix": ("Correct the day or the regime.", "Sửa ngày hoặc quy định."),
    "X303.holds": ("The subject of a result was there on its day.", "Đối tượng của kết quả đang có vào ngày đó."),
    "X303.why": (
        "A result of nobody counts for nobody, and whoever was meant stands as not assessed.",
        "Kết quả không thuộc về ai thì không tính cho ai, và đối tượng thật coi như chưa xét.",
    ),
    "X303.what": (
        "Nobody, neither a unit nor an organisation, bore the code {value} on the row's day.",
        "Vào ngày của dòng không có đơn vị hay tổ chức nào mang mã {value}.",
    ),
    "X303.fix": (
        "Correct the code or the day, or add it to its register.",
        "Sửa mã hoặc ngày, hoặc thêm vào sổ đăng ký.",
    ),
    "X304.holds": (
        "The regime of a result judges subjects of this kind.",
        "Quy định của kết quả có xét loại đối tượng này.",
    ),
    "X304.why": (
        (
            "A result that no rule asks for has no denominator: counted, it would make the share of those who meet the "
            "standard too large."
        ),
        (
            "Kết quả mà không quy định nào đòi hỏi thì không có trong tổng số: nếu đếm thì tỷ lệ đạt tiêu chuẩn sẽ cao "
            "lên."
        ),
    ),
    "X304.what": (
        "The regime {regime} does not judge subjects of the kind {kind}, as {value} is one.",
        "Quy định {regime} không xét đối tượng loại {kind} như {value}.",
    ),
    "X304.fix": ("Remove the row, or correct the code or the regime.", "Bỏ dòng này, hoặc sửa mã hay quy định."),
    "X305.holds": ("Who is left out of the standard has no result.", "Đối tượng được miễn xét thì không có kết quả."),
    "X305.why": (
        (
            "Armed-forces units, small enterprises and primary schools are left out under TT 124/2021/TT-BCA. Not "
            "being in the denominator, they must not be in the numerator."
        ),
        (
            "Đơn vị lực lượng vũ trang, doanh nghiệp nhỏ và trường tiểu học được miễn theo TT 124/2021/TT-BCA. Đã "
            "không có trong tổng số thì không được có trong số đạt."
        ),
    ),
    "X305.what": ("{value} is left out of the standard ({reason_given}).", "{value} được miễn xét ({reason_given})."),
    "X305.fix": (
        "Remove the row, or correct the organisation's exempt.",
        "Bỏ dòng này, hoặc sửa cột exempt của tổ chức.",
    ),
    "X306.holds": ("A result is dated within its window.", "Ngày của kết quả nằm trong năm xét."),
    "X306.why": (
        (
            "The window says which year's signatures and criteria count. With a mistyped year the result stands in for "
            "a year in which nobody judged."
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
        "Correct the day or the window; the day of a later decision belongs in the column decision.",
        "Sửa ngày xét hoặc năm xét; ngày ra quyết định thì ghi ở cột decision.",
    ),
}
