"""What the mode of a file forbids is not forbidden to root: whether it is to this process, and how root does without.

``python -m tests.permissions ARGUMENTS`` gives up on Linux what lets root through, and runs pytest with the arguments.
"""

import ctypes
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest


@cache
def forbidden() -> bool:
    """Whether this process may not read what nobody may."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "closed"
        file.write_text("")
        file.chmod(0)
        try:
            file.read_text()
        except PermissionError:
            return True
        return False


HELD = pytest.mark.skipif(not forbidden(), reason="nothing is forbidden here; as root test_permissions.py runs it")


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Data(ctypes.Structure):
    _fields_ = (("effective", ctypes.c_uint32), ("permitted", ctypes.c_uint32), ("inheritable", ctypes.c_uint32))


# Of linux/capability.h: the version of the two structures, and the bits of DAC_OVERRIDE and DAC_READ_SEARCH.
_VERSION, _LETS_THROUGH = 0x20080522, 0b110


def obey() -> None:
    """Give up, for the rest of this process, what lets root through."""
    libc = ctypes.CDLL(None, use_errno=True)
    header, data = _Header(_VERSION, 0), (_Data * 2)()
    assert libc.capget(ctypes.byref(header), data) == 0
    for name, _ in _Data._fields_:
        setattr(data[0], name, getattr(data[0], name) & ~_LETS_THROUGH)
    assert libc.capset(ctypes.byref(header), data) == 0, ctypes.get_errno()


if __name__ == "__main__":
    obey()
    sys.exit(pytest.main(sys.argv[1:]))
