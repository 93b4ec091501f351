"""LibreOffice, as tests start it: in a profile of its own, by itself, on files that they give it."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from time import perf_counter

import pytest

# By default it believes what stands beside a formula; only so does it calculate all of them when it reads a workbook.
_CALCULATING = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>
"""
DOCUMENT, WORKBOOK = "docx:MS Word 2007 XML", "xlsx:Calc MS Excel 2007 XML"


def program(name: str) -> str:
    found = shutil.which(name)
    if found is None and os.environ.get("ANTQ_CI_INSTALL") == "1":
        pytest.fail(f"{name} was to be installed")
    return found or pytest.skip(f"{name} is not installed")


class Office:
    """LibreOffice with a profile of its own, so that it knows no other that is open."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._soffice = program("soffice")
        self._profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_CALCULATING, "utf-8")

    def converted(self, name: str, data: bytes, kind: str = DOCUMENT, suffix: str = "docx") -> Path:
        """Return the file that it makes of a document, or of what the ``suffix`` says."""
        source, target = self._folder / f"{name}.{suffix}", self._folder / "made"
        source.write_bytes(data)
        self._run("--convert-to", kind, "--outdir", target, source)
        return target / f"{name}.{kind.partition(':')[0]}"

    def saved(self, name: str, data: bytes) -> tuple[bytes, float]:
        """Return a document as it saves it, and how many seconds that takes."""
        start = perf_counter()
        again = self.converted(name, data).read_bytes()
        return again, perf_counter() - start

    def calculated(self, name: str, data: bytes) -> bytes:
        """Return a workbook as it saves it, after it has calculated every formula."""
        return self.all_calculated({name: data})[name]

    def all_calculated(self, books: Mapping[str, bytes]) -> dict[str, bytes]:
        """Return the same of several by their names: starting it takes longer than one of them."""
        sources = [self._folder / f"{name}.xlsx" for name in books]
        for source, data in zip(sources, books.values(), strict=True):
            source.write_bytes(data)
        self._run("--convert-to", WORKBOOK, "--outdir", self._folder / "made", *sources)
        return {name: (self._folder / "made" / f"{name}.xlsx").read_bytes() for name in books}

    def _run(self, *order: str | Path) -> None:
        words = [self._soffice, self._profile, "--headless", "--norestore", *order]
        subprocess.run(words, check=True, capture_output=True, timeout=300)

    def pages(self, name: str, data: bytes, suffix: str = "docx") -> list[str]:
        """Return the text of the pages as they are printed."""
        pdf = self.converted(name, data, "pdf", suffix)
        printed = subprocess.run([program("pdftotext"), "-layout", pdf, "-"], check=True, capture_output=True)
        return printed.stdout.decode().split("\f")[:-1]
