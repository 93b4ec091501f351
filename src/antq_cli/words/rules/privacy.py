"""The rules of privacy."""

TEXTS = {
    "P101.holds": (
        "No file has a column for names, identity numbers, telephones, addresses or days of birth.",
        "Không tệp nào có cột ghi họ tên, số định danh, điện thoại, địa chỉ hay ngày sinh.",
    ),
    "P101.why": (
        "A book works without them, and what is in a file is copied, sent and kept (Law 91/2025/QH15).",
        "Sổ không cần những thông tin đó, mà tệp thì được sao chép, gửi đi và lưu giữ (Luật 91/2025/QH15).",
    ),
    "P101.what": (
        "The column {column} of the register {register} looks as if it were about a person.",
        "Cột {column} của sổ đăng ký {register} có vẻ chứa thông tin cá nhân.",
    ),
    "P101.fix": (
        "Delete the column, also from older copies: a book holds codes and counts, and nothing about people.",
        "Xoá cột này, cả trong các bản sao cũ: sổ chỉ có mã và số đếm, không có thông tin về cá nhân.",
    ),
    "P201.holds": (
        "No text and no code holds an identity number, whether CCCD or CMND.",
        "Không có số CCCD hay CMND trong phần ghi chữ và trong các mã.",
    ),
    "P201.why": (
        "It says who somebody is: beside a pledge it turns a count into a list of persons (Law 91/2025/QH15).",
        "Số này cho biết là ai: đặt cạnh một cam kết thì số đếm thành danh sách người (Luật 91/2025/QH15).",
    ),
    "P201.what": (
        "Column {column}: {value} holds what looks like an identity number.",
        "Cột {column}: {value} chứa dãy số giống số định danh cá nhân (CCCD, CMND).",
    ),
    "P201.fix": (
        "Delete the number, also from older copies; write a code that says nothing about the person.",
        "Xoá số này, cả trong các bản sao cũ; ghi một mã không cho biết gì về người đó.",
    ),
    "P202.holds": (
        "No text and no code holds a telephone number.",
        "Không có số điện thoại trong phần ghi chữ và trong các mã.",
    ),
    "P202.why": (
        "It leads to somebody: beside a pledge it turns a count into a list of persons (Law 91/2025/QH15).",
        "Số này dẫn đến một người: đặt cạnh một cam kết thì số đếm thành danh sách người (Luật 91/2025/QH15).",
    ),
    "P202.what": (
        "Column {column}: {value} holds what looks like a telephone number.",
        "Cột {column}: {value} chứa dãy số giống số điện thoại.",
    ),
    "P202.fix": (
        "Delete the number, also from older copies; write a code that says nothing about the person.",
        "Xoá số này, cả trong các bản sao cũ; ghi một mã không cho biết gì về người đó.",
    ),
    "P203.holds": ("No remark names a person.", "Không ghi chú nào nêu tên một người."),
    "P203.why": (
        "Who signed can be read as an opinion, and a remark is copied with its row (Law 91/2025/QH15).",
        (
            "Việc ai đã ký có thể bị coi là ý kiến của người đó, mà ghi chú được sao chép cùng với dòng (Luật "
            "91/2025/QH15)."
        ),
    ),
    "P203.what": ("Column {column}: {value} seems to name a person.", "Cột {column}: {value} có vẻ nêu tên một người."),
    "P203.fix": (
        "Write the office or the number of the paper in its place; where none is named, waive it and say why.",
        "Ghi chức vụ hoặc số văn bản thay cho tên; nếu không phải tên người thì miễn trừ và nêu lý do.",
    ),
}
