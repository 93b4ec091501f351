"""How many processes may count at a time: by the processors that this one may use, by memory, and by what pays."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

if sys.platform != "win32":
    import resource

MOST = 4
# A process has to be started first, and its modules loaded: it pays where it has so many bytes of registers to count.
WORTH_A_PROCESS = 8_000_000
# What a process that counts takes at the most, of pieces of the size of a commune.
_MEMORY = 100_000_000
# So much of the address space the engine of the extra ``scale`` may ask for, most of which it never uses.
_ENGINE = 4 << 30
# What of the environment says which part of polars runs on this processor.
_OF_PROCESSORS = ("POLARS_SKIP_CPU_CHECK", "POLARS_FORCE_PKG")
_MEMINFO = Path("/proc/meminfo")
_QUOTA = (Path("/sys/fs/cgroup/cpu.max"), Path("/sys/fs/cgroup/cpu/cpu.cfs_quota_us"))
_PERIOD = Path("/sys/fs/cgroup/cpu/cpu.cfs_period_us")
_MEMORY_MAX, _MEMORY_NOW = Path("/sys/fs/cgroup/memory.max"), Path("/sys/fs/cgroup/memory.current")


def processes(size: int) -> int:
    """Return how many processes are to count registers of so many bytes, this one among them."""
    return max(1, min(MOST, _processors(), size // WORTH_A_PROCESS, _room() // _MEMORY))


def is_refused_nothing() -> bool:
    """Return whether the engine of the extra ``scale`` will get the memory that it asks for, as far as limits tell.

    Where it is refused some it ends the process without a word, or waits for threads that never start.
    """
    if sys.platform == "win32":
        return True
    limits = (resource.getrlimit(kind)[0] for kind in (resource.RLIMIT_AS, resource.RLIMIT_DATA))
    return all(limit == resource.RLIM_INFINITY or limit >= _ENGINE for limit in limits)


def one_thread() -> None:
    """Have the engine of the extra ``scale`` count with one thread: more would take turns with the other processes.

    It reads this when it is loaded. What else the environment says to it is meant for other programs, and may end it.
    """
    for name in [*os.environ]:
        if name.startswith("POLARS_") and name not in _OF_PROCESSORS:
            del os.environ[name]
    os.environ["POLARS_MAX_THREADS"] = "1"


def _processors() -> int:
    """Return how many processors this process may use: those it is bound to, and no more than its quota."""
    bound = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min([bound, *_quotas()]))


def _quotas() -> Iterator[int]:
    """Yield how many whole processors the groups of this process allow, in the form of today's systems and of older."""
    newer, older = _QUOTA
    for words in ((*_words(newer),), (*_words(older), *_words(_PERIOD))):
        match words:
            case [quota, period] if quota.isdecimal() and period.isdecimal():
                yield int(quota) // int(period)


def _room() -> int:
    """Return how many bytes of memory are free, as far as the system tells; else so much that it limits nothing."""
    rooms = [int(words[1]) * 1024 for words in map(str.split, _lines(_MEMINFO)) if words[:1] == ["MemAvailable:"]]
    match (*_words(_MEMORY_MAX), *_words(_MEMORY_NOW)):
        case [most, now] if most.isdecimal() and now.isdecimal():
            rooms.append(int(most) - int(now))
    return min(rooms, default=MOST * _MEMORY)


def _words(path: Path) -> list[str]:
    return [word for line in _lines(path) for word in line.split()]


def _lines(path: Path) -> list[str]:
    """Return the lines of a file of the system; none where there is no such, or it may not be read."""
    with suppress(OSError):
        return path.read_text("utf-8", "replace").splitlines()
    return []
