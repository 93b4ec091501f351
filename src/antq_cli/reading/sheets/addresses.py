"""Where a cell stands, as sheets write it: D7 is the fourth column of the seventh row."""

import re

ROWS, COLUMNS = 1 << 20, 1 << 14
_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_LETTERS = 26


class _Columns(dict[str, int]):
    """The numbers of columns by their letters, each found out once; :class:`ValueError` where there is no such one."""

    def __missing__(self, written: str) -> int:
        number = 0
        for letter in written:
            number = number * _LETTERS + ord(letter) - ord("A") + 1
        if not (written.isascii() and written.isalpha() and written.isupper() and number <= COLUMNS):
            raise ValueError(written)
        self[written] = number
        return number


COLUMN = _Columns()


def position(address: str) -> tuple[int, int]:
    """Return the row and the column of an address, from 1; :class:`ValueError` where it is none."""
    found = _ADDRESS.fullmatch(address)
    if found is None or int(found[2]) > ROWS:
        raise ValueError(address)
    return int(found[2]), COLUMN[found[1]]
