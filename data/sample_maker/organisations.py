"""The organisations: agencies, enterprises, schools and armed-forces units, and which of them signed. All synthetic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from sample_maker.dice import Dice
from sample_maker.facts import AFTER, AS_OF, CAMPAIGN, COMMUNES, INVENTED, MERGER, ORGANISATIONS_SIGNED
from sample_maker.journal import Event

SIGN_LATER = 32  # of the organisations that had not signed by AS_OF
WITHDRAWN = (date(2022, 3, 1), date(2022, 11, 30))

# What every commune has: letter and number of the code, name, kind, exempt.
EVERYWHERE = """\
A01|Cơ quan cấp xã số 1 ({code}, minh họa)|agency|
A02|Cơ quan cấp xã số 2 ({code}, minh họa)|agency|
S01|Trường mầm non số 1 ({code}, minh họa)|school|pre-school
S02|Trường tiểu học số 1 ({code}, minh họa)|school|primary-school
S03|Trường trung học cơ sở số 1 ({code}, minh họa)|school|
"""

# code|name|kind|opened|closed|exempt|note
BESIDE = """\
390-A01|Cơ quan cấp huyện số 1 (minh họa)|agency||||
390-A02|Cơ quan cấp huyện số 2 (minh họa)|agency||||
390-A03|Cơ quan cấp huyện số 3 (minh họa)|agency||||
390-F01|Đơn vị lực lượng vũ trang số 1 (minh họa)|armed-forces|||armed-forces|
15151-F01|Đơn vị lực lượng vũ trang số 2 (minh họa)|armed-forces|||armed-forces|
15127-S04|Trường trung học phổ thông số 1 (minh họa)|school||||
15142-S04|Trường trung học phổ thông số 2 (minh họa)|school||||
15169-S04|Trường trung học phổ thông số 3 (minh họa)|school||||
15154-S04|Trường tiểu học số 2 (minh họa)|school||2023-08-01|primary-school|sáp nhập vào 15154-S02
15181-S04|Trường trung học cơ sở số 2 (minh họa)|school|2022-09-05|||mới thành lập
15127-E01|Công ty số 1 (minh họa)|enterprise||||
15127-E02|Công ty số 2 (minh họa)|enterprise||2024-01-01|small-enterprise|từ năm 2024 không còn là doanh nghiệp nhỏ
15127-E02|Công ty số 2 (minh họa)|enterprise|2024-01-01|||từ năm 2024 không còn là doanh nghiệp nhỏ
15127-E03|Hợp tác xã số 1 (minh họa)|enterprise|||small-enterprise|
15127-E04|Cơ sở kinh doanh số 1 (minh họa)|enterprise|||micro-enterprise|
15136-E01|Hợp tác xã số 2 (minh họa)|enterprise|||small-enterprise|
15142-E01|Công ty số 3 (minh họa)|enterprise||||
15142-E02|Cơ sở kinh doanh số 2 (minh họa)|enterprise|||micro-enterprise|
15148-E01|Công ty số 4 (minh họa)|enterprise||||
15148-E02|Công ty số 5 (minh họa)|enterprise||||
15151-E01|Hợp tác xã số 3 (minh họa)|enterprise||2024-04-01|small-enterprise|ngừng hoạt động
15163-E01|Cơ sở kinh doanh số 3 (minh họa)|enterprise|||micro-enterprise|
15178-E01|Công ty số 6 (minh họa)|enterprise|2023-03-15||small-enterprise|mới thành lập
"""


class Organisation(NamedTuple):
    """One row of the register of organisations: a stretch."""

    code: str
    name: str
    kind: str
    opened: date | None
    closed: date | None
    exempt: str
    note: str

    @property
    def unit(self) -> str:
        """The commune of 2021, or the district, that it lies in and whose code its own begins with."""
        return self.code.split("-")[0]

    def holds(self, day: date) -> bool:
        """Whether a day lies in the stretch."""
        return (self.opened is None or self.opened <= day) and (self.closed is None or day < self.closed)

    def row(self) -> tuple[str, ...]:
        """The row of the register."""
        note = "; ".join(filter(None, (INVENTED, self.note)))
        days = (str(self.opened or ""), str(self.closed or ""))
        return (self.code, self.name, self.kind, self.unit, *days, self.exempt, note)


def communes_of_2021() -> list[str]:
    """The codes of the seventeen."""
    lines = [line.split("|") for line in COMMUNES.splitlines()]
    return [code for code, _, _, _, closed, *_ in lines if closed == MERGER]


def day_or_none(text: str) -> date | None:
    """An ISO day, or nothing."""
    return date.fromisoformat(text) if text else None


def make_organisations() -> list[Organisation]:
    """Every stretch of every organisation, in the order of the register."""
    made = []
    for commune in communes_of_2021():
        for line in EVERYWHERE.format(code=commune).splitlines():
            number, called, sort, exempt = line.split("|")
            made.append(Organisation(f"{commune}-{number}", called, sort, None, None, exempt, ""))
    for line in BESIDE.splitlines():
        code, called, sort, opened, closed, exempt, note = line.split("|")
        made.append(Organisation(code, called, sort, day_or_none(opened), day_or_none(closed), exempt, note))
    return sorted(made, key=lambda one: (one.code, one.opened or date.min))


def open_on(organisations: Iterable[Organisation], day: date, *kinds: str) -> list[Organisation]:
    """The organisations of some kinds that are open on a day, each as it is then."""
    return [one for one in organisations if one.kind in kinds and one.holds(day)]


def signed_by_august(dice: Dice, signers: Sequence[Organisation]) -> list[Event]:
    """The published number signed by AS_OF; of those that stay open, one withdrew later."""
    events = [Event(dice.day(CAMPAIGN, AS_OF), "organisation", one.code, "signed", one.unit) for one in signers]
    left = next(one for one in signers if one.holds(AFTER[1]))
    return [*events, Event(dice.day(*WITHDRAWN), "organisation", left.code, "withdrawn", left.unit)]


def organisation_events(dice: Dice, organisations: Sequence[Organisation]) -> list[Event]:
    """What agencies, enterprises and schools signed: thirty by AS_OF, others sooner or later."""
    signing = ("agency", "enterprise", "school")
    first = dice.shuffled(open_on(organisations, AS_OF, *signing))[:ORGANISATIONS_SIGNED]
    codes = {one.code for one in first}
    others = [one for one in open_on(organisations, AFTER[1], *signing) if one.code not in codes]
    events = signed_by_august(dice, first)
    for one in dice.shuffled(others)[:SIGN_LATER]:
        since = max(one.opened or AFTER[0], AFTER[0])
        day = min(dice.day(since, AFTER[1]), dice.day(since, AFTER[1]))
        events.append(Event(day, "organisation", one.code, "signed", one.unit))
    return events
