"""Workbooks put together by hand, for what no program writes but what may come all the same."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
DAY = (1980, 1, 1, 0, 0, 0)
SHEET = "xl/worksheets/sheet1.xml"
PARTS: Mapping[str, str] = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{SPACE}" xmlns:r="{_OFFICE}"><sheets>'
    '<sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet xmlns="{SPACE}"/>',
    "xl/sharedStrings.xml": f'<sst xmlns="{SPACE}"/>',
}


def sheet_part(rows: str, before: str = "", after: str = "") -> str:
    """The part of a sheet with some rows."""
    return f'<worksheet xmlns="{SPACE}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def packed(parts: Mapping[str, str | bytes | None]) -> bytes:
    """A workbook whose parts are those of a plain one but for some; None takes one away."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as file:
        for name, text in {**PARTS, **parts}.items():
            if text is not None:
                file.writestr(ZipInfo(name, DAY), text, ZIP_DEFLATED)
    return buffer.getvalue()


def with_rows(rows: str, **parts: str | bytes | None) -> bytes:
    """A workbook with one sheet that has some rows."""
    return packed({SHEET: sheet_part(rows), **parts})
