"""Numbers and days as offices write them (vi: 25.915, 86,81%, 31/08/2021; en: 25,915, 86.81%, 31/08/2021)."""

from datetime import date

MISSING = "—"
# The pseudo-language, which is none of these, writes numbers as English does.
_MARKS = {"vi": (".", ","), "en": (",", ".")}


def count(number: int | None, lang: str) -> str:
    """Return a whole number with its thousands grouped; a dash where there is none."""
    if number is None:
        return MISSING
    group, _ = _MARKS.get(lang, _MARKS["en"])
    return f"{number:,}".replace(",", group)


def percent(written: str | None, lang: str) -> str:
    """Return a percentage, given with a point as machines write it, as people of a language write it."""
    if written is None:
        return MISSING
    _, decimal = _MARKS.get(lang, _MARKS["en"])
    return f"{written.replace('.', decimal)}%"


def points(written: str | None, lang: str) -> str:
    """Return a change in percentage points, given with a point as machines write it; a dash where there is none."""
    return MISSING if written is None else percent(written, lang).removesuffix("%")


def decimal(written: str | None, lang: str) -> str:
    """Return a number given with a point, its thousands grouped; a dash where there is none."""
    if written is None:
        return MISSING
    whole, point, part = written.removeprefix("-").partition(".")
    group, mark = _MARKS.get(lang, _MARKS["en"])
    grouped = f"{int(whole):,}".replace(",", group)
    return f"{'-' if written.startswith('-') else ''}{grouped}{mark if point else ''}{part}"


def ratio(num: int | None, den: int | None, lang: str) -> str:
    """Return ``num/den``; the numerator alone where there is no denominator."""
    if den is None:
        return count(num, lang)
    return f"{count(num, lang)}/{count(den, lang)}"


def day(value: date) -> str:
    """Return a day as it is written on paper, dd/mm/yyyy, in both languages."""
    return f"{value.day:02}/{value.month:02}/{value.year:04}"
