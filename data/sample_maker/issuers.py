"""Who issues reports: the People's Committee of the district, and of the five communes that came after it."""

from __future__ import annotations

from sample_maker.facts import COMMUNES, MERGER

ISSUER = """
[[report.issuers]]
unit = "{code}"
{days}
body = ["ỦY BAN NHÂN DÂN", "{kind} {capitals}"]
name = "UBND {lower} {name}"
place = "{name}"
symbol = "/BC-UBND"
authority = ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
recipients = {recipients}
"""
ABOVE = """
# Who issues reports, as NĐ 30/2020/NĐ-CP has it at the head and the foot. What stands in [brackets] is the clerk's.
# The group cam-thuy, which the district has become, is no administrative unit and issues nothing."""
TO_DISTRICT = '["[TT Huyện ủy, HĐND huyện (b/c)]", "[UBND các xã, thị trấn]", "Lưu: VT, [CA]"]'
TO_COMMUNE = '["[TT Đảng ủy, HĐND xã (b/c)]", "Lưu: VT, [CA]"]'


def issuer_sections() -> str:
    """The end of the manifest: who issues the reports of the district, and of the communes from the merger on."""
    units = [line.split("|")[:4] for line in COMMUNES.splitlines()]
    new = [(code, name, kind, f"from = {MERGER}", TO_COMMUNE) for code, name, kind, opened in units if opened == MERGER]
    issuers = [("390", "Cẩm Thủy", "huyện", f"until = {MERGER}", TO_DISTRICT), *new]
    return ABOVE + "".join(_section(*each) for each in issuers)


def _section(code: str, name: str, kind: str, days: str, recipients: str) -> str:
    capitals = {"kind": kind.upper(), "capitals": name.upper()}
    return ISSUER.format(code=code, name=name, lower=kind, days=days, recipients=recipients, **capitals)
