"""What columns are called in the tables that offices keep, and which line of such a table is its header.

The names are folded: in small letters, without diacritics, blanks and signs.
"""

from collections.abc import Iterable, Mapping

from antq_cli.core.folding import as_heading
from antq_cli.core.registers import Register

_CALLED: Mapping[str, str] = {
    "code": "ma maso madonvi makhudancu mato mamohinh macoquan matochuc",
    "name": "ten tengoi tendonvi tencoquan tentochuc tenkhudancu",
    "level": "cap capdonvi",
    "kind": "loai loaihinh loaidonvi loaito loaimohinh loaicamket",
    "parent": "captren donvicaptren macaptren tructhuoc",
    "opened": "ngaythanhlap ngaymo tungay",
    "closed": "ngayketthuc ngaygiaithe denngay",
    "act": "vanban nghiquyet quyetdinh",
    "event": "viec noidung dotsapxep dot",
    "date": "ngay ngayky ngaysolieu ngaybaocao ngaychot ngayquyetdinh ngaybanhanh ngayhieuluc",
    "from": "macu donvicu",
    "to": "mamoi donvimoi",
    "part": "phamvi",
    "household": "maho ho ma",
    "area": "khudancu makhudancu kdc makdc thon mathon",
    "joined": "ngayden ngaychuyenden tungay",
    "left": "ngaydi ngaychuyendi denngay",
    "excluded": "lydo lydokhongtinh",
    "exempt": "lydo lydokhongxet lydomien",
    "unit": "donvi madonvi khudancu makhudancu kdc makdc xa maxa",
    "pledger": "noiky manoiky donviky maho ho ma",
    "sheet": "phieu sophieu",
    "measure": "chitieu machitieu",
    "count": "so soluong soky sodaky daky",
    "total": "tong tongso",
    "received": "ngaynhan",
    "source": "nguon",
    "members": "thanhvien sothanhvien",
    "host": "noico coquan truong macoquan matruong",
    "established": "ngaythanhlap tungay",
    "dissolved": "ngaygiaithe ngayketthuc denngay",
    "subject": "doituong doituongxet donvi madonvi ma",
    "regime": "quydinh",
    "window": "nam namxet",
    "result": "ketqua",
    "decision": "quyetdinh soquyetdinh",
    "id": "ma maso",
    "figure": "solieu masolieu",
    "value": "giatri sodacongbo",
    "number": "so sohieu sokyhieu",
    "issuer": "coquanbanhanh noibanhanh",
    "title": "trichyeu tieude",
    "note": "ghichu",
}
_NAMES = {column: frozenset(names.split()) for column, names in _CALLED.items()}
# So many columns have to be named for a line to be a header; one word may stand in a title as well.
_FEWEST = 2


def column_meant(register: Register, heading: str) -> str | None:
    """Return the column that is meant by a heading in another spelling, or in Vietnamese; None if there is none."""
    word = as_heading(heading)
    known = [column.name for column in register.columns]
    own = (name for name in known if as_heading(name) == word)
    return next(own, next((name for name in known if word in _NAMES.get(name, ())), None))


def is_header(register: Register, cells: Iterable[str]) -> bool:
    """Return whether the cells of a line name columns of a register, in whatever words."""
    return len({column_meant(register, cell) for cell in cells} - {None}) >= _FEWEST
