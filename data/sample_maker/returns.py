"""What units and schools reported as counts. All synthetic; beside the journal some of it differs, as in life."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from sample_maker.dice import Dice, apportion
from sample_maker.facts import AS_OF, HOUSEHOLDS, INVENTED, SIGNED, SIZES, STUDENTS, STUDENTS_TOTAL
from sample_maker.organisations import Organisation, open_on
from sample_maker.tally import Share, Tally

MONTHS = tuple(date(2021, month, day) for month, day in ((3, 31), (4, 30), (5, 31), (6, 30), (7, 31), (8, 31)))
YEARS = tuple(date(year, 5, 31) for year in range(2022, 2027))
MISSING = {("15139", MONTHS[1]), ("15139", MONTHS[2]), ("15175", MONTHS[5])}
LATE = {
    ("15133", MONTHS[0]), ("15160", MONTHS[2]), ("15160", MONTHS[3]), ("15181", MONTHS[4]), ("15172", MONTHS[5]),
}  # fmt: skip
UNDATED = {("15145", MONTHS[3]), ("15184", MONTHS[5])}  # nobody wrote down when it came in
# What a clerk got wrong now and then, as the note of the return has it.
TRANSPOSED, LAST_MONTH, AREA_LEFT_OUT = "đảo hai chữ số", "số liệu của tháng trước", "sót một khu dân cư"
SLIPS = {
    ("15142", MONTHS[5]): TRANSPOSED,
    ("15169", MONTHS[3]): TRANSPOSED,
    ("15151", MONTHS[4]): LAST_MONTH,
    ("15136", MONTHS[5]): AREA_LEFT_OUT,
}
SLIP = "số liệu minh họa; ghi nhầm: "
TEAMS = {"15133": 0, "15154": 1}  # communes that also counted their teams, and by how many too few
WEIGHTS = {"S02": (260, 380), "S03": (200, 330), "S04": (520, 760)}  # pupils of a school, roughly, by its number
EARLIER = 250  # of a thousand schools, so many also reported in May 2021


class Return(NamedTuple):
    """One row of the register of returns, before its sheet is numbered."""

    day: date
    unit: str
    measure: str
    share: Share
    received: date | None
    source: str
    note: str


def transposed(share: Share) -> Share:
    """The count with its last two different neighbours exchanged, so that it stays below the total."""
    digits = str(share.num)
    swaps = [digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :] for i in range(len(digits) - 1)]
    fitting = [int(swap) for swap in swaps if swap[0] != "0" and int(swap) <= share.den]
    return Share(next(count for count in reversed(fitting) if count != share.num), share.den)


def slipped(tally: Tally, commune: str, day: date, share: Share) -> Share:
    """What a clerk wrote instead, if he slipped."""
    slip = SLIPS.get((commune, day), "")
    if slip == TRANSPOSED:
        return transposed(share)
    if slip == LAST_MONTH:
        return tally.commune(commune, day.replace(day=1) - timedelta(1))
    if slip == AREA_LEFT_OUT:
        left_out = tally.area(f"{commune}-01", day)
        return Share(share.num - left_out.num, share.den - left_out.den)
    return share


def received(dice: Dice, commune: str, day: date) -> date | None:
    """When the return came in: within five days, or too late, or nobody knows."""
    days = 6 + dice.below(15) if (commune, day) in LATE else 1 + dice.below(5)
    return None if (commune, day) in UNDATED else day + timedelta(days)


def monthly(dice: Dice, tally: Tally) -> list[Return]:
    """The communes' households month by month, beside the journal."""
    made = []
    for day in MONTHS:
        for commune in SIZES:
            if (commune, day) in MISSING:
                continue
            share = slipped(tally, commune, day, tally.commune(commune, day))
            slip = SLIPS.get((commune, day))
            note = SLIP + slip if slip else INVENTED
            came = received(dice, commune, day)
            made.append(Return(day, commune, "pledges.household", share, came, "báo cáo minh họa của xã", note))
    return made


def beside(tally: Tally) -> list[Return]:
    """The coarser returns of the district, and two communes' counts of their teams."""
    july = [tally.commune(commune, MONTHS[4]) for commune in SIZES]
    near = Share(sum(share.num for share in july) - 37, sum(share.den for share in july))
    source, measure = "báo cáo minh họa của huyện", "pledges.household"
    differs = f"{INVENTED}; cố ý lệch ít so với sổ cam kết"
    made = [
        Return(MONTHS[4], "390", measure, near, date(2021, 8, 4), source, differs),
        Return(AS_OF, "390", measure, Share(SIGNED, HOUSEHOLDS), date(2021, 9, 3), source, INVENTED),
    ]
    for commune, few in TEAMS.items():
        teams = Share(SIZES[commune][1] - few, -1)
        note = f"{SLIP}thiếu một tổ" if few else INVENTED
        made.append(Return(AS_OF, commune, "teams.antt", teams, date(2021, 9, 3), "báo cáo minh họa của xã", note))
    return made


def pupils(dice: Dice, schools: Sequence[Organisation]) -> dict[str, Share]:
    """Split the published number of students over the schools that have any to sign."""
    having = [one.code for one in schools if one.exempt != "pre-school"]
    ranges = [WEIGHTS[code[-3:]] for code in having]
    totals = apportion(STUDENTS_TOTAL, [low + dice.below(high - low) for low, high in ranges])
    full = apportion(STUDENTS, [total * (880 + dice.below(110)) for total in totals])
    shares = {code: Share(min(*pair), pair[1]) for code, *pair in zip(having, full, totals, strict=True)}
    short = STUDENTS - sum(share.num for share in shares.values())
    for code, share in shares.items():
        more = min(short, share.den - share.num)
        shares[code], short = Share(share.num + more, share.den), short - more
    return {one.code: shares.get(one.code, Share(0, 0)) for one in schools}


def of_school(dice: Dice, day: date, school: Organisation, share: Share) -> Return:
    """One school's return."""
    young = school.exempt == "pre-school"
    note = f"{INVENTED}; học sinh không ký" if young else INVENTED
    came = day + timedelta(1 + dice.below(5))
    return Return(day, school.code, "pledges.student", share, came, "báo cáo minh họa của trường", note)


def later(dice: Dice, share: Share) -> Share:
    """What a school counts a year on: a few pupils more or fewer, and a few more of them signed."""
    total = share.den * (975 + dice.below(50)) // 1000
    return Share(min(total, share.num * total * (1002 + dice.below(12)) // max(1, 1000 * share.den)), total)


def students(dice: Dice, organisations: Sequence[Organisation]) -> list[Return]:
    """Every school in August 2021, some in May before, all every May after."""
    shares = pupils(dice, open_on(organisations, AS_OF, "school"))
    made = []
    for one in open_on(organisations, AS_OF, "school"):
        count, total = shares[one.code]
        made.append(of_school(dice, AS_OF, one, shares[one.code]))
        if dice.chance(EARLIER):
            made.append(of_school(dice, MONTHS[2], one, Share(count * (350 + dice.below(300)) // 1000, total)))
    for day in YEARS:
        for one in open_on(organisations, day, "school"):
            shares[one.code] = later(dice, shares.get(one.code, Share(171, 190)))
            made.append(of_school(dice, day, one, merged(one, day, shares)))
    return made


def merged(school: Organisation, day: date, shares: dict[str, Share]) -> Share:
    """A school's pupils, with those of the school that was merged into it from then on."""
    own, other = shares[school.code], shares.get("15154-S04", Share(0, 0))
    if school.code == "15154-S02" and day >= date(2023, 8, 1):
        return Share(own.num + other.num, own.den + other.den)
    return own


def return_rows(returns: Iterable[Return]) -> list[tuple[str, ...]]:
    """Rows of the register in order, one sheet each; a total below zero is not known."""
    rows: list[tuple[str, ...]] = []
    for number, one in enumerate(sorted(returns, key=lambda one: one[:3]), 1):
        total = str(one.share.den) if one.share.den >= 0 else ""
        counts = (str(one.share.num), total, str(one.received or ""))
        rows.append((str(one.day), one.unit, one.measure, *counts, f"B-{number:04d}", one.source, one.note))
    return rows
