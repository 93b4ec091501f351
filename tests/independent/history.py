"""A random history of units: who opens, closes, is renamed, merged, split, moved, and what carries it on.

Built forwards in time by construction, so that it is valid: every reference of a parent is open on its day,
no code is borne twice at once, and every unit that closes with units in it is carried on.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

FIRST, LAST = date(2019, 1, 1), date(2026, 6, 30)

LEVELS: dict[str, tuple[str, str]] = {
    "district": ("huyện", "district"),
    "cluster": ("cụm xã", "group of communes"),
    "commune": ("xã, thị trấn", "commune"),
    "area": ("khu dân cư", "residential area"),
}
HIERARCHIES = [
    ["commune", "area"],
    ["district", "commune", "area"],
    ["district", "cluster", "commune", "area"],
]
# fmt: off
COMMUNES = ["Thành", "Quý", "Lương", "Thạch", "Liên", "Giang", "Bình", "Tú", "Châu", "Tâm", "Ngọc", "Long"]
AREAS = ["Tân An", "Hòa Bình", "Đại Đồng", "Linh Thung", "Đồng Chạ", "Cửa Hà", "Phong Ý", "Tử Niêm", "Gia Dụ"]
# fmt: on


@dataclass(eq=False)
class Place:
    """A unit: one stretch of a code, the unit above it now, and what it became."""

    code: str
    name: str
    level: str
    above: Place | None
    opened: date | None
    closed: date | None = None
    parent: str = ""
    part: str = ""
    heirs: list[Place] = field(default_factory=list)

    def open_on(self, day: date) -> bool:
        """Whether the unit is open on the day."""
        return (self.opened is None or self.opened <= day) and (self.closed is None or day < self.closed)

    def carried(self, day: date) -> Place | None:
        """What the unit has become by the day by `same` and `whole`, or None."""
        here: Place | None = self
        while here is not None and here.closed is not None and here.closed <= day:
            here = here.heirs[0] if here.part in {"same", "whole"} else None
        return here

    def ends(self) -> date | None:
        """The day from which nothing carries what lies in the unit; None if that never comes."""
        here = self
        while here.closed is not None:
            if here.part not in {"same", "whole"}:
                return here.closed
            here = here.heirs[0]
        return None


@dataclass(frozen=True)
class Step:
    """A row of the crosswalk."""

    event: str
    day: date
    source: str
    to: str
    part: str


class History:
    """The units of one book and their crosswalk."""

    def __init__(self, rng: random.Random, *, lapsing: bool = False) -> None:
        self.rng = rng
        self.lapsing = lapsing
        self.levels = rng.choice(HIERARCHIES)
        self.places: list[Place] = []
        self.steps: list[Step] = []
        self.counter = 0
        self._found()
        for day in self._event_days():
            self._happen(day)
        for place in self.places if lapsing else ():
            self._cede(place)

    # What there is

    def open_on(self, day: date) -> list[Place]:
        """The units open on a day."""
        return [place for place in self.places if place.open_on(day)]

    def _settled(self, day: date) -> list[Place]:
        """The units that may close on a day: open before it, and not taking anything in on it."""
        taking = {heir for place in self.places if place.closed == day for heir in place.heirs}
        open_before = [place for place in self.open_on(day) if place.opened is None or place.opened < day]
        return [place for place in open_before if place not in taking]

    def _below(self, place: Place, day: date) -> list[Place]:
        return [one for one in self.open_on(day) if one.above is place]

    @property
    def top(self) -> Place:
        """The book's top unit: the first row."""
        return self.places[0]

    # The first map

    def _found(self) -> None:
        uppers = [self._add(self.levels[0], None, None)]
        for level in self.levels[1:-1]:
            wanted = self.rng.randint(0, 2) if level == "cluster" else self.rng.randint(2, 4)
            uppers += self._settle(level, wanted, uppers)
        self._settle(self.levels[-1], self.rng.randint(3, 9), uppers)

    def _settle(self, level: str, wanted: int, uppers: list[Place]) -> list[Place]:
        above = [self._upper(uppers, level) for _ in range(wanted)]
        return [self._add(level, self._foundation(up), up) for up in above]

    def _upper(self, uppers: list[Place], level: str) -> Place:
        """A unit above the level, mostly of the level directly above it."""
        higher = [one for one in uppers if self._depth(one) < self.levels.index(level)]
        deepest = max(self._depth(one) for one in higher)
        usual = [one for one in higher if self._depth(one) == deepest]
        return self.rng.choice(usual if self.rng.random() < 0.85 else higher)

    def _foundation(self, above: Place) -> date | None:
        if above.opened is None and self.rng.random() < 0.6:
            return None
        return (above.opened or FIRST) + timedelta(days=self.rng.randint(0, 45))

    def _depth(self, place: Place) -> int:
        return self.levels.index(place.level)

    # Units

    def _add(self, level: str, opened: date | None, above: Place | None, code: str = "", name: str = "") -> Place:
        place = Place(code or self._new_code(level), name or self._new_name(level), level, above, opened)
        place.parent = above.code if above else ""
        self.places.append(place)
        return place

    def _new_code(self, level: str) -> str:
        self.counter += 1
        return {"district": "39", "commune": "00", "area": "KDC-"}.get(level, "cum-") + f"{self.counter:03d}"

    def _new_name(self, level: str) -> str:
        self.counter += 1
        if level == "area":
            return f"{self.rng.choice(AREAS)} {self.counter}"
        return f"{'Huyện' if level == 'district' else 'Cẩm'} {self.rng.choice(COMMUNES)} {self.counter}"

    def _free_codes(self, day: date, level: str) -> list[str]:
        """Codes that were borne before and that nobody bears on the day or later."""
        used = {place.code for place in self.places if place.closed is None or place.closed > day}
        return sorted({place.code for place in self.places if place.level == level} - used)

    def _close(self, place: Place, day: date, part: str, heirs: list[Place]) -> None:
        place.closed, place.part, place.heirs = day, part, heirs
        for child in self.places:
            if child.above is place and child.closed is None:
                child.above = heirs[0]
        self.steps += [Step(f"su-kien-{day}", day, place.code, heir.code, part) for heir in heirs]

    def _cede(self, place: Place) -> None:
        """Some of the land of a unit that goes elsewhere as a whole goes to a third one, without anybody on it."""
        rng, day = random.Random(f"{place.code} {place.closed}"), place.closed  # the history is the same without it
        if day is None or place.part not in {"same", "whole"} or rng.random() > 0.3:
            return
        known = {place.code, *(heir.code for heir in place.heirs)}
        others = [one for one in self.open_on(day) if one.level == place.level and one.code not in known]
        if others:
            self.steps.append(Step(f"su-kien-{day}", day, place.code, rng.choice(others).code, "land"))

    # Events

    def _event_days(self) -> list[date]:
        days = {self._some_day() for _ in range(self.rng.randint(3, 7))}
        if self.rng.random() < 0.5:
            days.add(min(days) + timedelta(days=1))
        return sorted(days)

    def _some_day(self) -> date:
        month = self.rng.randrange(2019 * 12 + 6, 2026 * 12)
        return date(month // 12, month % 12 + 1, self.rng.choice([1, 1, 15, 28]))

    def _happen(self, day: date) -> None:
        if self.rng.random() < 0.25 and len(self.places) < 26:
            self._new_top(day)
        weighted = [self._merge] * 3 + [self._rename] * 3 + [self._move] * 2
        weighted += [self._split, self._found_area, self._abandon, self._absorb, self._promote]
        if self.lapsing:
            weighted += [self._absorb] * 2 + [self._scatter, self._divide] + [self._reparent] * 2
        for event in self.rng.sample(weighted, self.rng.randint(1, 3)):
            if len(self.places) < 26:
                event(day)
        for place in self.places:
            if place.opened == day and place.above:
                place.parent = place.above.code

    def _new_top(self, day: date) -> None:
        old = next(place for place in self.open_on(day) if place.above is None)
        if old not in self._settled(day):
            return
        lower = [one for one in self.open_on(day) if one is not old]
        deeper = [
            lvl for lvl in self.levels[:-1][:2] if all(self.levels.index(lvl) < self._depth(one) for one in lower)
        ]
        part = self.rng.choice(["same", "whole", "whole"])
        keep = part == "same" or len(deeper) == 0
        level = old.level if keep else self.rng.choice(deeper)
        new = self._reopen(level, day, None, [old])
        self._close(old, day, part, [new])

    def _reopen(self, level: str, day: date, above: Place | None, closing: list[Place]) -> Place:
        """A unit that opens, often under a code that another has just laid down."""
        codes = self._free_codes(day, level) + [one.code for one in closing]
        codes = [code for code in codes if code not in self._opening(day)]
        code = self.rng.choice(codes) if codes and self.rng.random() < 0.6 else ""
        fresh = {place.name for place in self.places if place.opened == day}
        names = [one.name for one in closing if one.name not in fresh]
        name = self.rng.choice(names) if names and self.rng.random() < 0.3 else ""
        return self._add(level, day, above, code, name)

    def _middle(self, day: date) -> list[Place]:
        """Units that may close: not the top, and not opened on the day."""
        return [one for one in self._settled(day) if one.above is not None]

    def _pick(self, day: date, level: str = "") -> Place | None:
        """A unit that may close, with a liking for what is young: so chains come about."""
        young = [one for one in self._middle(day) if level in {"", one.level}]
        if self.rng.random() < 0.5:
            young = [one for one in young if one.opened and one.opened > FIRST + timedelta(days=61)] or young
        return self.rng.choice(young) if young else None

    def _merge(self, day: date) -> None:
        first = self._pick(day)
        if first is None:
            return
        peers = [one for one in self._middle(day) if one.level == first.level and one is not first]
        group = [first, *self.rng.sample(peers, min(len(peers), self.rng.randint(1, 3)))]
        opening = group[: self.rng.choice([1, 1, 2])]
        heirs = [self._reopen(one.level, day, one.above, group) for one in opening]
        for one in group:
            self._close(one, day, "whole", [self.rng.choice(heirs)])

    def _absorb(self, day: date) -> None:
        one = self._pick(day)
        peers = [peer for peer in self.open_on(day) if one and peer.level == one.level and peer is not one]
        if one and peers:
            self._close(one, day, "whole", [self.rng.choice(peers)])

    def _rename(self, day: date) -> None:
        one = self._pick(day)
        if one:
            self._close(one, day, "same", [self._reopen(one.level, day, one.above, [one])])

    def _move(self, day: date) -> None:
        """An area goes to another parent: it closes and opens again there."""
        one = self._pick(day, self.levels[-1])
        uppers = [up for up in self.open_on(day) if one and self._depth(up) < self._depth(one)]
        if one and uppers:
            code = one.code if self.rng.random() < 0.5 and one.code not in self._opening(day) else ""
            new = self._add(one.level, day, self.rng.choice(uppers), code, one.name)
            self._close(one, day, self.rng.choice(["same", "whole"]), [new])

    def _reparent(self, day: date) -> None:
        """An area goes to another parent under its own code and name, with everything that is its own."""
        one = self._pick(day, self.levels[-1])
        uppers = [up for up in self.open_on(day) if one and self._depth(up) < self._depth(one)]
        uppers = [up for up in uppers if one and up is not one.above]
        if one and uppers and one.code not in self._opening(day):
            self._close(one, day, "same", [self._add(one.level, day, self.rng.choice(uppers), one.code, one.name)])

    def _scatter(self, day: date) -> None:
        """An area is divided among others that are there already."""
        one = self._pick(day, self.levels[-1])
        peers = [peer for peer in self.open_on(day) if one and peer.level == one.level and peer is not one]
        if one and peers:
            self._close(one, day, "part", self.rng.sample(peers, min(len(peers), self.rng.randint(1, 2))))

    def _divide(self, day: date) -> None:
        """A unit with areas in it is divided among two others; each of its areas goes on in one of them."""
        one = self._pick(day, self.levels[-2])
        areas = self._below(one, day) if one else []
        if one is None or not set(areas) <= set(self._settled(day)) or len(self.places) + len(areas) > 26:
            return
        peers = [up for up in self.open_on(day) if up.level == one.level and up is not one]
        others = self.rng.sample(peers, min(len(peers), self.rng.randint(0, 2)))
        heirs = others + [self._reopen(one.level, day, one.above, [one]) for _ in range(2 - len(others))]
        for area in areas:
            self._close(area, day, "same", [self._add(area.level, day, self.rng.choice(heirs), "", area.name)])
        self._close(one, day, "part", heirs)

    def _opening(self, day: date) -> set[str]:
        return {place.code for place in self.places if place.opened == day}

    def _promote(self, day: date) -> None:
        """A unit of the last level moves up a level with everything that is its own."""
        one = self._pick(day, self.levels[-1])
        above = one.above if one else None
        while above and self._depth(above) >= len(self.levels) - 2:
            above = above.above
        if one and above:
            self._close(one, day, "same", [self._add(self.levels[-2], day, above, "", one.name)])

    def _split(self, day: date) -> None:
        one = self._pick(day, self.levels[-1])
        if one:
            heirs = [self._reopen(one.level, day, one.above, [one]) for _ in range(2)]
            self._close(one, day, "part", heirs)

    def _found_area(self, day: date) -> None:
        uppers = [up for up in self.open_on(day) if self._depth(up) < len(self.levels) - 1]
        self._reopen(self.levels[-1], day, self.rng.choice(uppers), [])

    def _abandon(self, day: date) -> None:
        """An area closes with nothing in it; nothing carries it on."""
        one = self._pick(day, self.levels[-1])
        if one and not self._below(one, day):
            self._close(one, day, "", [])
