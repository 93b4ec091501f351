"""The words by which offices head their tables and call their rows, to be recognised; nobody is told them.

All of them are folded: in small letters, a tone where the old spelling has it.
"""

import re
from collections.abc import Mapping, Sequence

NUMBERING = frozenset({"stt", "tt", "số tt", "số thứ tự", "thứ tự", "no", "no.", "#", "so tt"})
RATE = re.compile(r"(?:đạt )?(?:tỷ|tỉ|ty|ti) (?:lệ|le)\b.*|(?:đạt )?%|rate\b.*|percent\b.*|đạt \(?%\)?")
# What stands between the lines of a heading and says nothing of its own.
GLUE = frozenset({"trong đó", "trong do", "of which", "số lượng", "kết quả", "chia ra", "number"})
# What stands in brackets behind a heading and changes nothing: in what is counted, and that all of it up to the day is.
IN_BRACKETS = re.compile(
    r"(?:(?:đvt|đơn vị tính|đơn vị|tính bằng)[ :]*)?(?:số )?"
    r"(?:hộ(?: gia đình)?|người|học sinh|hs|em|cháu|lượt(?: người)?|đơn vị|xã"
    r"|khu|kdc|khu dân cư|cơ quan|cơ sở|trường|tổ|mô hình|buổi|cuộc|tin|mắt|camera"
    r"|tập thể|cá nhân|thành viên"
    r"|bản|phiếu|households?|persons?|people|students?|units?|teams?|models?|sessions?)"
    r"|(?:lũy|luỹ) kế(?: đến .*)?|cộng dồn|đến nay|tính đến .*|nếu có|if any|cumulative"
)
# Headings of columns of a register.
COLUMNS: Mapping[str, Sequence[str]] = {
    "unit": (
        *("đơn vị", "tên đơn vị", "mã đơn vị", "xã, thị trấn", "xã, phường", "xã", "tên xã", "xã/thị trấn", "địa bàn"),
        *("khu dân cư", "tên khu dân cư", "kdc", "thôn", "tên thôn", "thôn, bản", "địa phương", "xã phường thị trấn"),
        *("mã xã", "mã kdc", "mã khu dân cư", "trường", "tên trường", "nhà trường", "unit", "unit name", "unit code"),
    ),
    "date": ("ngày", "ngày số liệu", "ngày báo cáo", "ngày chốt số liệu", "đến ngày", "date", "as of"),
    "first": ("từ ngày", "ngày đầu", "first", "from"),
    "last": ("đến ngày", "ngày cuối", "last", "to"),
    "participants": ("số người tham gia", "người tham gia", "lượt người tham gia", "số lượt người", "participants"),
    "kind": ("hoạt động", "loại hoạt động", "nội dung hoạt động"),
    "measure": ("chỉ tiêu", "mã chỉ tiêu"),
}
# What is left of a heading beside the name of what is counted: how many there are, or how many of them have done it.
COUNTS = (
    *("đã ký", "số đã ký", "ký", "số ký", "đã ký cam kết", "số đã ký cam kết", "ký cam kết", "số ký cam kết"),
    *("đã thực hiện ký cam kết", "tổng số đã ký", "tổng số đã ký cam kết", "signed", "number signed"),
)
TOTALS = ("tổng số", "tổng", "số", "tổng cộng", "tổng số hiện có", "hiện có", "total", "all", "phải ký", "số phải ký")
PARTICIPANTS = ("người tham gia", "số người tham gia", "lượt người tham gia", "participants")
# The same of the parts of a measure.
PARTS: Mapping[str, Sequence[str]] = {
    "members": ("thành viên", "số thành viên", "members"),
    "met": ("đạt", "số đạt", "đạt chuẩn", "met"),
    "not-met": ("không đạt", "chưa đạt", "not met"),
}
# What subjects are called besides.
CALLED: Mapping[str, Sequence[str]] = {
    "pledges.household": ("hộ gia đình", "hộ", "households"),
    "pledges.student": ("học sinh", "hs", "students"),
}
# What rows are called that sum up others; of those of all rows the whole label, and those words that say neither.
_LEVEL = (
    r"(?:huyện|tỉnh|xã|thị trấn|cụm|thị xã|thành phố|phường|khu|trường"
    r"|huyen|tinh|xa|thi tran|cum|thi xa|thanh pho|phuong|truong)"
)
_WHOLE = rf"(?:toàn|cả|toan|ca) {_LEVEL}\b.*"
_SUM = r"(?:tổng(?: số| cộng)?|cộng|tong(?: so| cong)?|cong|total|grand total)"
SUM = re.compile(rf"(?:{_SUM}|tổng hợp|sum)(?:[ :.(/-].*)?|(?:chung )?{_WHOLE}")
SUM_OF_ALL = re.compile(
    rf"(?:{_SUM}(?: (?:chung|toàn .*|toan .*|{_WHOLE}|{_LEVEL}(?: .*)?))?|toàn .*|toan .*|{_WHOLE})[ :.]*(?:\(.*\))?"
)
SUM_OF_ANY = re.compile(rf"(?:tổng|cộng|tong|cong)(?: {_LEVEL}(?: .*)?)?[ :.]*")
# What a title says before the day up to which was counted, in bare letters: "tính đến hết ngày", "đến 17h00 ngày"; and
# what it says where it is the day by which the sheet is to be sent in.
_HOUR = r"\b[0-9]{1,2} ?(?:h|g|gio) ?(?:[0-9]{2})?(?: phut)?\b"
UNTIL = re.compile(rf"\b(?P<counted>tinh )?den(?:[ :]|\b(?:het|ngay|thoi diem|luc|cuoi)\b|{_HOUR})*$")
SENT = re.compile(r"\b(?:gui|nop|han|nhan)\b")
