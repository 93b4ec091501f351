"""The parts of a document that are not its text: python-docx keeps them, and how they are related."""

from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from antq_cli.reports import MissingOfficeError

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part

_CUSTOM, _PROPERTIES = "/customXml/item%d.xml", "/customXml/itemProps%d.xml"
_TYPE_OF_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_OLD_STYLES = "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"
_LONGEST_TITLE = 255  # characters, of what a file says of itself
_PROGRAM = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties '
    b'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>antq</Application></Properties>"
)
_NO_DAY = date(1980, 1, 1)


class Package:
    """An empty document, without what its template says of other programs, people and days."""

    def __init__(self) -> None:
        try:
            import docx
        except ImportError as error:
            raise MissingOfficeError("python-docx", name="docx") from error
        self._document: Document = docx.Document()
        self._written: dict[str, bytes] = {}
        self._strip()

    def _strip(self) -> None:
        """Take out the template's picture of another document, and styles that nobody reads any more."""
        from docx.opc.constants import RELATIONSHIP_TYPE as RT

        for rels, kind in ((self._package.rels, RT.THUMBNAIL), (self._document.part.rels, _OLD_STYLES)):
            for name in [name for name, each in rels.items() if each.reltype == kind]:
                del rels[name]

    @property
    def _package(self) -> Any:
        return self._document.part.package

    def describe(self, title: str, lang: str, day: date | None) -> None:
        """Say what the document is; its ``day`` is that of its figures, since it was made at no time."""
        about = self._document.core_properties
        about.title, about.language = title[:_LONGEST_TITLE], lang
        about.author = about.comments = about.last_modified_by = ""
        noon = datetime.combine(day or _NO_DAY, datetime.min.time())
        about.created = about.modified = noon

    def header(self, content: bytes) -> str:
        """Add a header of pages, and return the name of the relation to it."""
        from docx.opc.constants import CONTENT_TYPE as CT
        from docx.opc.constants import RELATIONSHIP_TYPE as RT

        part = self._part("/word/header%d.xml", CT.WML_HEADER, content)
        return self._document.part.relate_to(part, RT.HEADER)

    def footer(self, content: bytes) -> str:
        """Add a footer of pages, and return the name of the relation to it."""
        from docx.opc.constants import CONTENT_TYPE as CT
        from docx.opc.constants import RELATIONSHIP_TYPE as RT

        part = self._part("/word/footer%d.xml", CT.WML_FOOTER, content)
        return self._document.part.relate_to(part, RT.FOOTER)

    def custom(self, content: bytes, properties: bytes) -> None:
        """Add an item that office programs keep and do not show, under the first free number."""
        from docx.opc.constants import CONTENT_TYPE as CT
        from docx.opc.constants import RELATIONSHIP_TYPE as RT

        part = self._part(_CUSTOM, CT.XML, content)
        self._document.part.relate_to(part, RT.CUSTOM_XML)
        part.relate_to(self._part(_PROPERTIES, _TYPE_OF_PROPERTIES, properties), RT.CUSTOM_XML_PROPS)

    def _part(self, template: str, kind: str, content: bytes) -> "Part":
        from docx.opc.part import Part

        return Part(self._package.next_partname(template), kind, content, self._package)

    def replace(self, name: str, content: bytes) -> None:
        """Put other content into a part of the template, or the text itself."""
        self._written[name] = content

    def parts(self) -> dict[str, bytes]:
        """Return every part by its name."""
        buffer = BytesIO()
        self._document.save(buffer)
        with ZipFile(buffer) as archive:
            kept = {name: archive.read(name) for name in archive.namelist()}
        return kept | {"docProps/app.xml": _PROGRAM} | self._written
