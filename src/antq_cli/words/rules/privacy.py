"""The rules of privacy."""

TEXTS = {
    "P101.name": ("personal-column", "cột cá nhân"),
    "P101.holds": (
        "No file has a column for names, identity numbers, telephones, addresses or birth dates.",
        "Không tệp nào có cột ghi họ tên, số định danh, điện thoại, địa chỉ hay ngày sinh.",
    ),
    "P101.why": (
        "A book works without them, and files are copied, sent and kept (Law 91/2025/QH15 on personal data).",
        (
            "Bộ sổ không cần những thông tin đó, mà tệp thì được sao chép, gửi đi và lưu giữ (Luật Bảo vệ dữ "
            "liệu cá nhân số 91/2025/QH15)."
        ),
    ),
    "P101.what": (
        "The column {column} of the register {in_} may hold personal data.",
        "Cột {column} của {in_} có thể chứa dữ liệu cá nhân.",
    ),
    "P101.fix": (
        "Delete the column, also from older copies: a book has codes and counts, and nothing about people.",
        "Xóa cột này, cả trong các bản sao cũ: bộ sổ chỉ có mã và số lượng, không có thông tin về cá nhân.",
    ),
    "P201.name": ("identity-number", "số định danh"),
    "P201.holds": (
        "No text and no code has an identity number (CCCD, CMND).",
        "Không có số CCCD hay CMND trong phần ghi chữ và trong các mã.",
    ),
    "P201.why": (
        (
            "It says who somebody is: beside a pledge it turns a count into a list of persons (Law "
            "91/2025/QH15 on personal data)."
        ),
        (
            "Số này cho biết là ai: đặt cạnh một cam kết thì số lượng thành danh sách người (Luật Bảo vệ dữ "
            "liệu cá nhân số 91/2025/QH15)."
        ),
    ),
    "P201.what": (
        "Column {column}: {value} has what looks like an identity number.",
        "Cột {column}: {value} chứa dãy số giống số định danh cá nhân, số căn cước (CCCD, CMND cũ).",
    ),
    "P201.fix": (
        "Delete the number, also from older copies; write a code that says nothing about the person.",
        "Xóa số này, cả trong các bản sao cũ; ghi một mã không cho biết gì về người đó.",
    ),
    "P202.name": ("phone-number", "số điện thoại"),
    "P202.holds": (
        "No text and no code has a telephone number.",
        "Không có số điện thoại trong phần ghi chữ và trong các mã.",
    ),
    "P202.why": (
        (
            "It leads to somebody: beside a pledge it turns a count into a list of persons (Law 91/2025/QH15 "
            "on personal data)."
        ),
        (
            "Số này dẫn đến một người: đặt cạnh một cam kết thì số lượng thành danh sách người (Luật Bảo vệ dữ "
            "liệu cá nhân số 91/2025/QH15)."
        ),
    ),
    "P202.what": (
        "Column {column}: {value} has what looks like a telephone number.",
        "Cột {column}: {value} chứa dãy số giống số điện thoại.",
    ),
    "P202.fix": (
        "Delete the number, also from older copies; write a code that says nothing about the person.",
        "Xóa số này, cả trong các bản sao cũ; ghi một mã không cho biết gì về người đó.",
    ),
    "P203.name": ("person-name", "tên người"),
    "P203.holds": ("No remark names a person.", "Không ghi chú nào nêu tên một người."),
    "P203.why": (
        (
            "Whether somebody signed can be read as an opinion, and a remark is copied with its row (Law "
            "91/2025/QH15 on personal data)."
        ),
        (
            "Việc một người ký hay không ký có thể bị coi là bày tỏ ý kiến, mà ghi chú được sao chép cùng với "
            "dòng (Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15)."
        ),
    ),
    "P203.what": ("Column {column}: {value} may name a person.", "Cột {column}: {value} có thể nêu tên một người."),
    "P203.fix": (
        "Write the office or the paper's number instead. If it names nobody, waive this and say why.",
        "Ghi chức vụ hoặc số văn bản thay cho tên; nếu không phải tên người thì khai báo bỏ qua và nêu lý do.",
    ),
}
