"""How an official paper looks: NĐ 30/2020/NĐ-CP, Phụ lục I, with the sizes of its own sample."""

from typing import NamedTuple

from antq_cli.reports.docx_xml import BOLD, ITALIC, SPACES
from antq_cli.reports.xml_text import DECLARED

FONT = "Times New Roman"
_TWIPS_OF_MM = 1440 / 25.4


def twips(millimetres: float) -> int:
    """Return a length in the twentieths of a point in which a document has it."""
    return round(millimetres * _TWIPS_OF_MM)


class Page(NamedTuple):
    """A page and its margins, in millimetres."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float

    @property
    def inside(self) -> int:
        """How wide what stands on it may be, in twips."""
        return twips(self.width) - twips(self.left) - twips(self.right)

    @property
    def deep(self) -> int:
        """How high what stands on it may be, in twips."""
        return twips(self.height) - twips(self.top) - twips(self.bottom)


PORTRAIT = Page(210, 297, 25, 20, 35, 20)
# The narrowest margins that are allowed: a wide table has need of them.
LANDSCAPE = Page(297, 210, 25, 20, 30, 15)
HEADER = 10  # mm from the edge of the page: two lines stand in the top margin

# The sizes that a table may have, in points: the largest in which its words and numbers fit.
CELLS = (12, 11, 10, 9, 8)
LINE = 1.15  # how high a line of these letters is beside their size


class Look(NamedTuple):
    """A style of paragraphs: ``size`` in points; the space before, after and at its first line in points as well.

    ``line`` is the height of a line beside that of its letters. ``outline`` is the level of a heading.
    """

    id: str
    size: int
    bold: bool = False
    italic: bool = False
    caps: bool = False
    align: str = "center"
    first: float = 0
    before: float = 0
    after: float = 0
    line: float = 1
    keep: bool = False
    outline: int | None = None


_INDENT = 36.0  # points: 12.7 mm
_BETWEEN = 6.0

LOOKS = (
    Look("National", 12, bold=True, caps=True),
    Look("Motto", 13, bold=True),
    Look("Superior", 12, caps=True),
    Look("Issuer", 12, bold=True, caps=True),
    Look("Number", 13, before=_BETWEEN),
    Look("Dated", 13, italic=True, before=_BETWEEN),
    Look("Kind", 14, bold=True, caps=True, before=18),
    Look("Subject", 14, bold=True),
    Look("Warning", 13, bold=True, before=_BETWEEN),
    Look("To", 14, before=12, after=_BETWEEN),
    Look(
        "Heading1",
        14,
        bold=True,
        caps=True,
        align="both",
        first=_INDENT,
        before=_BETWEEN,
        after=_BETWEEN,
        keep=True,
        outline=0,
    ),
    Look("Heading2", 14, bold=True, align="both", first=_INDENT, before=3, after=_BETWEEN, keep=True, outline=1),
    Look("Text", 14, align="both", first=_INDENT, after=_BETWEEN, line=1.15),
    Look("Note", 12, italic=True, align="both", after=3),
    Look("Caption", 13, bold=True, before=_BETWEEN, after=_BETWEEN, keep=True),
    Look("Authority", 14, bold=True, caps=True),
    Look("Signatory", 14, bold=True),
    Look("ReceivedTitle", 12, bold=True, italic=True, align="left"),
    Look("Received", 11, align="left"),
    Look("Made", 8, italic=True, align="left"),
    Look("AnnexNumber", 14, bold=True, keep=True),
    Look("AnnexTitle", 14, bold=True, caps=True, keep=True),
    Look("Attached", 14, italic=True, after=_BETWEEN, keep=True),
    Look("PageNumber", 14),
    Look("PageWarning", 12, bold=True),
    Look("Rule", 2, keep=True),
    *(Look(f"Cell{size}", size, align="left", before=1, after=1) for size in CELLS),
    *(Look(f"Tight{size}", size, align="left") for size in CELLS),
)


def _style(look: Look) -> str:
    # Office programs know headings by this name, and say it in the reader's language; the others are not offered.
    name, kind = f"heading {(look.outline or 0) + 1}", ""
    if look.outline is None:
        name, kind = look.id, ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{kind} w:styleId="{look.id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f"{'<w:semiHidden/>' if kind else ''}<w:pPr>{_of_paragraph(look)}</w:pPr><w:rPr>{_of_letters(look)}</w:rPr>"
        "</w:style>"
    )


def _of_paragraph(look: Look) -> str:
    spacing = (
        f'w:before="{round(20 * look.before)}" w:after="{round(20 * look.after)}" w:line="{round(240 * look.line)}"'
    )
    return (
        f"{'<w:keepNext/><w:keepLines/>' if look.keep else ''}"
        f'<w:spacing {spacing} w:lineRule="auto"/><w:ind w:firstLine="{round(20 * look.first)}"/>'
        f'<w:jc w:val="{look.align}"/>' + ("" if look.outline is None else f'<w:outlineLvl w:val="{look.outline}"/>')
    )


def _of_letters(look: Look) -> str:
    manner = (BOLD if look.bold else "") + (ITALIC if look.italic else "") + ("<w:caps/>" if look.caps else "")
    return f'{manner}<w:sz w:val="{2 * look.size}"/><w:szCs w:val="{2 * look.size}"/>'


_FONTS = " ".join(f'w:{script}="{FONT}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
_LANGUAGES = {"vi": "vi-VN", "en": "en-GB"}
_OTHER = "en-GB"
_TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style>"
)


def settings(lang: str) -> bytes:
    """Return the settings: a document of our day, which needs no mode of compatibility, in a language."""
    return (
        f'{DECLARED}<w:settings {SPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{_LANGUAGES.get(lang, _OTHER)}"/></w:settings>'
    ).encode()


def styles(lang: str) -> bytes:
    """Return the styles of a paper in a language."""
    language = f'<w:lang w:val="{_LANGUAGES.get(lang, _OTHER)}"/>'
    default = f'<w:rFonts {_FONTS}/><w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/>{language}'
    return (
        f"{DECLARED}<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr>{default}</w:rPr></w:rPrDefault>"
        "<w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:pPr><w:widowControl/></w:pPr><w:rPr><w:rFonts {_FONTS}/></w:rPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>'
        f"{_TABLE}{''.join(map(_style, LOOKS))}</w:styles>"
    ).encode()
