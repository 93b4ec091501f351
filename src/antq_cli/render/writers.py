"""The formats: each is one row here and one module, which is loaded only when it is asked for.

Such a module has ``write(telling)``, which yields the text in pieces. What is known of a format before anything is
written (its name, the suffixes of its files, what it takes) stands here alone, and asking costs no import.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

# A page of typed cells, a result as rows for machines, the findings of a check, or a report, which `reports` writes.
Taken = Literal["pages", "records", "findings", "reports"]


class Writer(NamedTuple):
    """A format: its name, the suffixes of its files, and of what it takes the module that writes it.

    What people read is offered first, and the first of all is what a command prints by itself. What is ``whole`` is a
    document also where the book was refused; the others then leave stdout empty.
    """

    name: str
    suffixes: tuple[str, ...]
    takes: Mapping[Taken, str]
    people: bool = False
    whole: bool = False


WRITERS = {
    writer.name: writer
    for writer in (
        Writer("json", (".json",), {"records": "machine", "findings": "machine"}, whole=True),
        Writer("jsonl", (".jsonl",), {"findings": "formats.lines"}, whole=True),
        Writer("csv", (".csv",), {"records": "tidy", "findings": "formats.table"}),
        Writer("md", (".md",), {"pages": "markdown", "findings": "formats.page", "reports": "markdown"}),
        Writer("table", (".txt",), {"pages": "terminal"}, people=True),
        Writer("full", (".txt",), {"findings": "formats.full"}, people=True),
        Writer("concise", (".txt",), {"findings": "formats.concise"}, people=True),
        Writer("github", (".txt",), {"findings": "formats.github"}, whole=True),
        Writer("junit", (".xml",), {"findings": "formats.junit"}, whole=True),
        Writer("sarif", (".sarif",), {"findings": "formats.sarif"}, whole=True),
        Writer("docx", (".docx",), {"reports": "docx"}),
        Writer("xlsx", (".xlsx",), {"reports": "xlsx"}),
        Writer("html", (".html",), {"reports": "page"}),
    )
}


def _that_take(*several: Taken) -> tuple[str, ...]:
    found = [writer for writer in WRITERS.values() if any(taken in writer.takes for taken in several)]
    return tuple(writer.name for writer in sorted(found, key=lambda writer: not writer.people))


# Every format, those for people first: each command says which of them are its own.
FORMATS = _that_take("pages", "records", "findings", "reports")
# The formats of a result, and those in which findings are listed; the first is what people see.
OF_RESULTS = _that_take("pages", "records")
OF_FINDINGS = _that_take("findings")
# The formats of a report, what can be read on a screen first; its figures are rows as those of any result.
OF_REPORTS = ("md", *(name for name in _that_take("records", "reports") if name != "md"))
# Counts of findings are a result that a check has: what lists findings in full shows them as a table.
OF_COUNTS = tuple(name for name in OF_FINDINGS if name in (OF_FINDINGS[0], *OF_RESULTS))
WHOLE = tuple(name for name, writer in WRITERS.items() if writer.whole)
# The formats that a suffix may stand for; the first that a command has is the one that is meant.
SUFFIXES = {
    suffix: tuple(name for name, writer in WRITERS.items() if suffix in writer.suffixes)
    for suffix in dict.fromkeys(suffix for writer in WRITERS.values() for suffix in writer.suffixes)
}
