"""How a cell is calculated, as a spreadsheet writes it: what comes of it is what is printed, rounding included."""

from collections.abc import Sequence

from antq_cli.core.workings import Working
from antq_cli.words.numbers import MISSING

_UNKNOWN = f'"{MISSING}"'


def formula(working: Working, cells: Sequence[str]) -> str:
    """Return the formula of a cell that is made of others, which come with what the spreadsheet calls them.

    Where one of them is no number a dash comes of it; to a sum an empty one adds nothing.
    """
    first, *others = cells
    if working.sign == "sum":
        return f"=SUM({first}:{others[0]})"
    if working.sign == "+":
        unknown = ",".join(f"{cell}={_UNKNOWN}" for cell in cells)
        return f"=IF(OR({unknown}),{_UNKNOWN},SUM({','.join(cells)}))"
    (second,) = others
    result = f"{first}-{second}" if working.sign == "-" else _rate(first, second)
    return f"=IF(COUNT({first},{second})<2,{_UNKNOWN},{result})"


def _rate(num: str, den: str) -> str:
    """Return a percentage by the rule of :class:`Ratio`, in whole numbers until its two decimals are cut off.

    100 only where both are equal, 0 only where nothing is counted; else at least 0.01, and 99.99 or 100.01.
    """
    rounded = f"INT((20000*{num}+{den})/(2*{den}))"
    unequal = f"IF({num}<{den},MIN(9999,MAX(1,{rounded})),MAX(10001,{rounded}))/100"
    return f"IF({den}=0,{_UNKNOWN},IF({num}=0,0,IF({num}={den},100,{unequal})))"
