"""A table as text whose letters are right only in the fonts of the nineties."""

from tests.zoo.kit import Text

HEAD = ["TT", "\xa7\xacn v\xde", "T\xe6ng s\xe8 h\xe9", "S\xe8 h\xe9 \xae\xb7 k\xfd"]  # Đơn vị, Tổng số hộ, Số hộ đã ký
ROWS = [["1", "Phong S\xacn", "4120", "3876"], ["2", "C\xc8m Th\xb5nh", "1908", "1850"]]


def make() -> Text:
    return Text([HEAD, *ROWS], ";", "latin-1")
