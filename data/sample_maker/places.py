"""The map: communes, residential areas, the crosswalk between their years, and the teams in the areas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sample_maker import facts
from sample_maker.dice import Dice, apportion


@dataclass(frozen=True)
class Area:
    """A residential area with what must be true of it on AS_OF."""

    code: str
    name: str
    kind: str
    note: str
    households: int
    signed: int
    wave: date

    @property
    def commune(self) -> str:
        """The code of the commune of 2021."""
        return self.code[:5]


def area_names(commune: str, count: int) -> list[tuple[str, str, str]]:
    """Name, kind and note of each area of a commune."""
    if commune == facts.TOWN:
        kinds = {"tổ dân phố": facts.URBAN_GROUPS, "thôn": facts.VILLAGES}
        return [(name, kind, "") for kind, names in kinds.items() for name in names]
    note = "tên minh họa" if commune == "15169" else "khu dân cư và tên minh họa"
    names = [(f"Thôn {number}", "thôn", note) for number in range(1, count + 1)]
    if commune == facts.CAM_THANH:
        names[0] = (facts.CHIENG_CHANH, "thôn", "tên thật; số thứ tự và loại là minh họa")
    return names


def quotas(dice: Dice, sizes: Sequence[int]) -> list[int]:
    """Pledges in force in each area: some full, some weak, the rest between; the sum is the published one."""
    order = dice.shuffled(range(len(sizes)))
    full, others = order[: facts.FULL_AREAS], order[facts.FULL_AREAS :]
    weak, rest = others[: facts.WEAK_AREAS], others[facts.WEAK_AREAS :]
    signed = {place: sizes[place] for place in full}
    signed |= {place: sizes[place] * (560 + dice.below(90)) // 1000 for place in weak}
    weights = [sizes[place] * (790 + dice.below(160)) for place in rest]
    signed |= dict(zip(rest, apportion(facts.SIGNED - sum(signed.values()), weights), strict=True))
    return [signed[place] for place in range(len(sizes))]


def make_areas(dice: Dice) -> list[Area]:
    """The 119 areas with their names, their households, and how many of these shall be in force."""
    places: list[tuple[str, str, str, str]] = []
    sizes: list[int] = []
    for commune, (households, count) in facts.SIZES.items():
        sizes += apportion(households, [50 + dice.below(100) for _ in range(count)])
        named = enumerate(area_names(commune, count), 1)
        places += [(f"{commune}-{number:02d}", *words) for number, words in named]
    signed = quotas(dice, sizes)
    waves = [dice.day(date(2021, 3, 8), date(2021, 8, 13)) for _ in places]
    columns = (*zip(*places, strict=True), sizes, signed, waves)
    return [Area(*cells) for cells in zip(*columns, strict=True)]


def unit_rows(areas: Iterable[Area]) -> list[Sequence[str]]:
    """The register of units: the real hierarchy of 2019 to 2026, and the areas."""
    rows: list[Sequence[str]] = [
        ("390", "Cẩm Thủy", "district", "huyện", "", "", facts.MERGER, "",
         "không còn đơn vị hành chính cấp huyện từ ngày 01/07/2025"),
        ("cam-thuy", "Cẩm Thủy", "cluster", "cụm xã", "", facts.MERGER, "", "",
         "tên gọi chung của năm xã; không phải đơn vị hành chính"),
    ]  # fmt: skip
    for line in facts.COMMUNES.splitlines():
        code, name, kind, opened, closed, act, note = line.split("|")
        parent = "cam-thuy" if opened == facts.MERGER else "390"
        rows.append((code, name, "commune", kind, parent, opened, closed, act, note))
    for area in areas:
        opened = "2019-12-01" if area.commune == facts.TOWN else ""
        rows.append((area.code, area.name, "area", area.kind, area.commune, opened, "", "", area.note))
    return sorted(rows, key=lambda row: (row[0], row[5]))


def crosswalk_rows() -> list[Sequence[str]]:
    """The crosswalk: what the published acts say of 2019 and 2025."""
    rows = [
        ("2019-merger", "2019-12-01", facts.TOWN, facts.TOWN, "whole", "Nghị quyết số 786/NQ-UBTVQH14",
         "thị trấn và đơn vị nối tiếp mang cùng mã; các nguồn đã dùng không nói xã nào nhập vào"),
        ("2025-merger", facts.MERGER, "390", "cam-thuy", "whole", "Nghị quyết số 1686/NQ-UBTVQH15",
         "nghị quyết lập năm xã; cụm xã thay cho huyện là lựa chọn của bộ sổ"),
    ]  # fmt: skip
    for new, (clause, old_codes) in facts.MERGED.items():
        act = f"khoản {clause} Điều 1 Nghị quyết số 1686/NQ-UBTVQH15"
        rows += [("2025-merger", facts.MERGER, old, new, "whole", act, "") for old in old_codes]
    return sorted(rows, key=lambda row: (row[1], row[2], row[3]))


def team_rows(dice: Dice, areas: Sequence[Area]) -> list[tuple[str, ...]]:
    """One tổ ANTT an area, its successor of 2024, and the social-security groups by number of households."""
    rows: list[tuple[str, ...]] = []
    groups = apportion(facts.ANXH_GROUPS, [area.households for area in areas])
    for area, count in zip(areas, groups, strict=True):
        founded = str(dice.day(*facts.TEAMS_FOUNDED))
        members = str(5 + dice.below(4))
        rows.append((f"antt-{area.code}", "antt", area.code, founded, facts.LAW_30_2023, members))
        rows.append((f"bvantt-{area.code}", "bvantt", area.code, facts.LAW_30_2023, "", "3"))
        for number in range(1, count + 1):
            founded = str(dice.day(*facts.TEAMS_FOUNDED))
            dissolved = str(dice.day(*facts.AFTER)) if dice.chance(12) else ""
            code = f"anxh-{area.code}-{number:02d}"
            rows.append((code, "anxh", area.code, founded, dissolved, str(3 + dice.below(3))))
    return sorted(rows)
