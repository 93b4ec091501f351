"""Figures that somebody is said to have published, and the directives that the campaign rests on."""

from __future__ import annotations

from datetime import date

from sample_maker.facts import ANXH_GROUPS, AS_OF, HOUSEHOLDS, INVENTED, MERGED, SIGNED, SIZES, STUDENTS, TOWN
from sample_maker.tally import Share, Tally

REPORT, PAPER = "báo cáo minh họa tháng 8/2021", "bài báo minh họa"
AGREES = f"{INVENTED}; khớp"
QUARTER = (date(2021, 7, 1), date(2021, 9, 30))


def written(share: Share) -> str:
    """A ratio as it is written in a claim."""
    return f"{share.num}/{share.den}"


def august_rows() -> list[tuple[str, ...]]:
    """What the report of August is said to say: it agrees with the book."""
    areas = sum(count for _, count in SIZES.values())
    said = {
        "pledges.household": f"{SIGNED}/{HOUSEHOLDS}",
        "pledges.area": f"{areas}/{areas}",
        "pledges.commune": f"{len(SIZES)}/{len(SIZES)}",
        "pledges.student": str(STUDENTS),
        "teams.antt": str(areas),
        "teams.anxh": str(ANXH_GROUPS),
    }
    return [
        (f"2021-08-{measure.replace('.', '-')}", f"{measure}@390:{AS_OF}", value, REPORT, AGREES)
        for measure, value in said.items()
    ]


def merger_row(tally: Tally) -> tuple[str, ...]:
    """The households of August 2021 that the merger of 2025 brings together in one commune."""
    parts = [tally.commune(commune, AS_OF) for commune in MERGED["15148"][1]]
    share = Share(sum(part.num for part in parts), sum(part.den for part in parts))
    figure = f"pledges.household@15148:{AS_OF}~2025-07-01"
    return ("2025-07-merged", figure, written(share), "báo cáo minh họa về sáp nhập", AGREES)


def quarter_row(tally: Tally) -> tuple[str, ...]:
    """The signatures of a quarter."""
    figure = "pledges.household.signed@390:{}..{}".format(*QUARTER)
    source = "báo cáo minh họa quý III/2021"
    return ("2021-10-quarter", figure, str(tally.signed(*QUARTER)), source, AGREES)


def claim_rows(tally: Tally) -> list[tuple[str, ...]]:
    """All claims: those that agree, those that differ, and one of a day on which nothing was recorded."""
    town = tally.commune(TOWN, AS_OF)
    off = written(Share(town.num + 18, town.den))
    households, differs = f"pledges.household@390:{AS_OF}", f"{INVENTED}; cố ý lệch"
    unknown = f"{INVENTED}; không kiểm chứng được: ngày đó chưa ghi gì"
    rows = [
        ("2020-06-schools", "standards.school.met@390:2020-06-30", "100%", PAPER, unknown),
        ("2021-09-rate", households, "86.8%", REPORT, AGREES),
        ("2021-09-town", f"pledges.household@{TOWN}:{AS_OF}", off, PAPER, differs),
        ("2021-12-rate", households, "90%", PAPER, differs),
    ]
    return sorted([*august_rows(), *rows, quarter_row(tally), merger_row(tally)])


def directive_rows() -> list[tuple[str, ...]]:
    """The legal basis that the article names, with the titles that it prints."""
    named, undated = "căn cứ nêu trong bài báo", "không ghi ngày"
    return [
        ("04", "", "Bộ Công an",
         ("Chỉ thị 04 “Tăng cường xây dựng, củng cố nền an ninh Nhân dân, thế trận an ninh Nhân dân đáp ứng yêu cầu "
          "nhiệm vụ mới”"), f"{named}; {undated}"),
        ("09-CT/TW", "2011-12-01", "Ban Bí thư",
         ("Chỉ thị 09-CT/TW “Tăng cường sự lãnh đạo của Đảng đối với phong trào toàn dân bảo vệ ANTQ trong tình hình "
          "mới”"), named),
        ("10", "", "Chủ tịch UBND tỉnh", "Chỉ thị 10", f"nêu cùng Đề án 375; {undated} và trích yếu"),
        ("136-KH/TU", "2019-03-25", "Tỉnh ủy",
         "Kế hoạch hành động 136-KH/TU về tiếp tục đẩy mạnh thực hiện Chỉ thị 09-CT/TW", named),
        ("375", "", "Chủ tịch UBND tỉnh", "Đề án 375 “Khu dân cư an toàn về ANTT”", f"nêu cùng Chỉ thị 10; {undated}"),
        ("48", "", "Bộ Chính trị",
         "Chỉ thị 48 “Tăng cường sự lãnh đạo của Đảng đối với công tác phòng, chống tội phạm trong tình hình mới”",
         f"{named}; {undated}"),
    ]  # fmt: skip
