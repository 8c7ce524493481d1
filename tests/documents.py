"""PDFs as tests look at them: our own small reader, and the programs of others where there are any."""

from __future__ import annotations

import io
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from pipeline.formats._pdf import reading
from pipeline.formats._pdf.reading import Reference

FINER = 4  # poppler sets letters on whole pixels: a page that is shown finer and reduced has them where they belong
EMBEDDING = dict.fromkeys(range(0x202A, 0x202F))  # what poppler puts around texts that run from right to left
ALL = 0  # to zlib
SECONDS = 300  # a page that is eight times as wide takes one


class Document:
    """A document of ours: its catalog, its pages, and its structure."""

    def __init__(self, data: bytes) -> None:
        self.file = reading.parsed(data)
        self.catalog: dict[str, Any] = self.file.catalog
        self.pages: list[dict[str, Any]] = [self.at(page) for page in self.at(self.catalog["Pages"])["Kids"]]

    def at(self, value: Any) -> Any:
        return self.file.at(value)

    def content(self, page: int = 0) -> bytes:
        """The operators of a page."""
        return self.file.stream(self.pages[page]["Contents"], ALL)

    def resources(self, category: str) -> list[Any]:
        """The shared objects of a sort."""
        return list(map(self.at, self.at(self.pages[0]["Resources"]).get(category, {}).values()))

    def contents(self) -> Iterator[bytes]:
        """The operators of all pages, and of all that they draw as one."""
        yield from map(self.content, range(len(self.pages)))
        for reference in self.at(self.pages[0]["Resources"]).get("XObject", {}).values():
            if self.at(reference)["Subtype"] == "/Form":
                yield self.file.stream(reference, ALL)

    def figures(self) -> list[dict[str, Any]]:
        """The elements of the structure below the document's own."""
        (whole,) = self.at(self.catalog["StructTreeRoot"])["K"]
        return [self.at(each) for each in self.at(whole)["K"]]

    def stream(self, reference: Reference) -> bytes:
        return self.file.stream(reference)


def program(name: str) -> str:
    """The path of a program; skips the test where it is not on this machine."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"there is no {name} on this machine")
    return found


def shown(path: Path, scale: int = 1, finer: int = FINER) -> Image.Image:
    """The first page of a document as poppler shows it, at so many px for each of its CSS px."""
    command = [program("pdftoppm"), "-singlefile", "-r", str(96 * scale * finer), str(path)]
    done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=True)
    return Image.open(io.BytesIO(done.stdout)).convert("RGB").reduce(finer)


def words(path: Path, *options: str) -> list[str]:
    """The words of a document, in the order in which poppler reads them, each as one would type it."""
    command = [program("pdftotext"), *options, str(path), "-"]
    said = subprocess.run(command, capture_output=True, timeout=SECONDS, check=True).stdout.decode()
    return plain(said.translate(EMBEDDING)).split()


def plain(text: str) -> str:
    """A text with each character as one would type it."""
    return unicodedata.normalize("NFKC", text)


def accepted(path: Path) -> None:
    """Fail the test unless qpdf finds nothing wrong with a document."""
    done = subprocess.run([program("qpdf"), "--check", str(path)], capture_output=True, timeout=SECONDS, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
