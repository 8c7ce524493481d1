"""Which encoding a file of rows has, as for tables: UTF-8, UTF-16 with its mark or Windows-1252."""

from __future__ import annotations

import codecs
from typing import BinaryIO, NamedTuple

from pipeline import beside
from pipeline.errors import Place, Problem, SpecError
from pipeline.notes import Note

MOST_BYTES = beside.MAX_BYTES  # that tell whether a file is Windows-1252
_BLOCK = 1 << 16


class Encoding(NamedTuple):
    """A codec, and what people call it where it is not UTF-8."""

    codec: str
    called: str = ""

    def note(self, name: str) -> Note | None:
        """The note that a file is not UTF-8, if it is not."""
        fact = f"the file is not UTF-8; it is read as {self.called}: if letters are wrong in a picture, {beside.SAVE}"
        return Note("encoding", fact, Place(name, 1, 1)) if self.called else None


def of_table(file: BinaryIO, name: str) -> Encoding:
    """The encoding of a table, which is then at its start; raises SpecError for a file that is no text."""
    found = of_json(file)
    begun = file.read(_BLOCK)
    if not found.called and b"\0" in begun:
        fact, hint = "the file is not text", "if it is a spreadsheet, export it as CSV in UTF-8"
        raise SpecError(Problem(f"{name}: {fact}", hint=hint))
    if not found.called and not _is_utf8(begun, file):
        file.seek(0)
        found = Encoding("cp1252", "Windows-1252") if _is_western(file.read(MOST_BYTES)) else found
    file.seek(0)
    return found


def of_json(file: BinaryIO) -> Encoding:
    """The encoding by the file's mark alone; it is then at its start."""
    mark = file.read(2)
    file.seek(0)
    has_mark = mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    return Encoding("utf-16", "UTF-16") if has_mark else Encoding("utf-8-sig")


def _is_utf8(begun: bytes, file: BinaryIO) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while begun:
            decoder.decode(begun)
            begun = file.read(_BLOCK)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _is_western(data: bytes) -> bool:
    try:
        return beside.is_western(data.decode("cp1252"))
    except UnicodeDecodeError:
        return False
