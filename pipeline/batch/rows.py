"""Rows, one after the other, of a file that may be of any length: CSV, TSV, JSON or JSON Lines.

    name,text,theme               {"name": "Ada", "items": [{"text": "..."}]}      one object a line, or a list of them
    Ada,Every *word* counts.,ink

A cell of a CSV is one text, as it stands; in JSON it may be anything that a spec's key holds. What is empty, `null` or
not there leaves the spec's own value.
"""

from __future__ import annotations

import io
import os
from codecs import BOM_UTF8, BOM_UTF16_LE
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import chain
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO, NamedTuple

from pipeline import files, places
from pipeline.batch import encoding
from pipeline.batch.objects import MOST_IN_A_ROW, Reader, too_long
from pipeline.characters import is_blank
from pipeline.errors import Place, Problem, SpecError, reason
from pipeline.notes import Note
from pipeline.project import JSON_LINES, ROWS
from pipeline.reading import tables
from pipeline.reading.decoding import Decoder, no_json

MOST_BYTES = 1 << 40  # the disk ends before
_BLOCK = 1 << 16
_SAVE = "save it as UTF-8"


class Cell(NamedTuple):
    """A value of a row, and where it stands; `is_text` where its file knows nothing but texts."""

    value: Any
    place: Place
    is_text: bool = False


class Row(NamedTuple):
    """The cells of a row that hold something, by their headings; rows count from 1.

    `problems` are those of the row itself: it is no mapping, a cell is too long, a cell has no heading.
    """

    number: int
    place: Place
    cells: dict[str, Cell]
    problems: tuple[Problem, ...] = ()


class Rows:
    """The rows of a file, read anew with each iteration; `headings` are those that have come, in their order.

    `repeated` has the places of headings that stand twice, `unnamed` those of the first cells of columns without one.
    `name` is what messages call the file. Iteration raises SpecError where the file breaks off.
    """

    def __init__(self, path: str, name: str = "", suffix: str = "") -> None:
        self.path = path
        self.name = name or places.shown(path)
        self.suffix = suffix or path[path.rfind(".") :].lower()
        self.headings: dict[str, Place] = {}
        self.repeated: dict[Place, str] = {}
        self.unnamed: dict[int, Place] = {}
        self.notes: tuple[Note, ...] = ()
        self._encoding: encoding.Encoding | None = None
        if self.suffix not in ROWS:
            fact = f"{self.name}: expected a file of rows"
            raise SpecError(Problem(fact, hint=f"its name ends in {', '.join(ROWS)}"))

    def __iter__(self) -> Iterator[Row]:
        try:
            with self._opened() as file:
                yield from self._read(file)
        except files.Refused as error:
            raise SpecError(Problem(f"{self.name}: {error}", hint=error.hint)) from error
        except OSError as error:
            raise SpecError(Problem(f"{self.name}: cannot read: {reason(error)}")) from error

    def _opened(self) -> AbstractContextManager[BinaryIO]:
        return places.opened(self.path) if places.is_remote(self.path) else files.opened(self.path, MOST_BYTES)

    def _read(self, file: BinaryIO) -> Iterator[Row]:
        read = self._objects if self.suffix == ".json" else self._lines if self.suffix in JSON_LINES else self._table
        line = 0
        try:
            with io.TextIOWrapper(file, encoding=self._codec(file), newline="") as text:
                for row in read(text):
                    line = row.place.line
                    yield row
        except UnicodeDecodeError as error:
            fact = f"expected UTF-8 text, found the byte 0x{error.object[error.start]:02X} after this line"
            raise SpecError(Problem(fact, Place(self.name, line + 1, 1), _SAVE)) from error

    def _table(self, text: io.TextIOWrapper) -> Iterator[Row]:
        stream = tables.streamed(text, self.name, "\t" if self.suffix == ".tsv" else "")
        self._take_headings(stream)
        for number, row in enumerate(stream.rows, 1):
            cells: dict[str, Cell] = {}
            for column, (heading, cell) in enumerate(zip(stream.headings, row.cells, strict=True), 1):
                if cell and heading:
                    cells[heading] = Cell(cell, Place(self.name, row.number, column), is_text=True)
                elif cell:
                    self.unnamed.setdefault(column, Place(self.name, row.number, column))
            yield Row(number, Place(self.name, row.number, 1), cells, tuple(stream.problems))
            stream.problems.clear()
        self.notes = tuple(filter(None, (self._encoding and self._encoding.note(self.name), *stream.notes())))

    def _take_headings(self, stream: tables.Stream) -> None:
        for column, heading in enumerate(stream.headings, 1):
            place = Place(self.name, stream.heading_line, column)
            if heading and self.headings.setdefault(heading, place) != place:
                self.repeated[place] = heading

    def _codec(self, file: BinaryIO) -> str:
        if self._encoding is None:
            is_json = self.suffix == ".json" or self.suffix in JSON_LINES
            self._encoding = encoding.of_json(file) if is_json else encoding.of_table(file, self.name)
        return self._encoding.codec

    def _lines(self, text: io.TextIOWrapper) -> Iterator[Row]:
        number, decoder = 0, Decoder()
        for at, line in enumerate(iter(lambda: text.readline(MOST_IN_A_ROW + 1), ""), 1):
            place = Place(self.name, at, 1)
            if len(line) > MOST_IN_A_ROW:
                raise too_long(place)
            if line.strip():
                number += 1
                yield self._object(number, line, place, decoder)

    def _object(self, number: int, line: str, place: Place, decoder: Decoder) -> Row:
        """The row of a line of JSON; a line that is none stops no other."""
        try:
            value, problems = decoder.whole(line, place)
        except (ValueError, RecursionError) as error:
            return Row(number, place, {}, (no_json(error, place),))
        return self._row(number, value, place, problems)

    def _objects(self, text: io.TextIOWrapper) -> Iterator[Row]:
        """The objects of a list, each read as soon as it is whole."""
        reader = Reader(text, self.name)
        reader.expect("[", 'write [{"heading": "cell"}, ...], or one object a line in a file that ends in .jsonl')
        number = 0
        while not reader.is_at("]"):
            if number:
                reader.expect(",", "objects of a list are parted by commas")
            number += 1
            value, place, problems = reader.value()
            yield self._row(number, value, place, problems)
        reader.end()

    def _row(self, number: int, value: Any, place: Place, problems: tuple[Problem, ...]) -> Row:
        if not isinstance(value, dict):
            problem = Problem("expected an object of headings and cells", place, 'write {"heading": "cell"}')
            return Row(number, place, {}, (problem,))
        for heading in value:
            self.headings.setdefault(heading, place)
        cells = {heading: Cell(cell, place) for heading, cell in value.items() if not _is_empty(cell)}
        return Row(number, place, cells, problems)


@contextmanager
def kept(stream: BinaryIO) -> Iterator[str]:
    """A file with all that a stream holds, as long as the block lasts; its suffix says which format that looks like."""
    with TemporaryDirectory(prefix="visuals-") as folder:
        begun = stream.read(_BLOCK)
        path = os.path.join(folder, f"rows{_looks_like(begun)}")
        files.write_atomically(path, lambda: chain((begun,), iter(lambda: stream.read(_BLOCK), b"")), is_named=True)
        yield path


def _looks_like(begun: bytes) -> str:
    first = begun.lstrip(BOM_UTF8 + BOM_UTF16_LE + b"\0 \t\r\n")[:1]
    return {b"[": ".json", b"{": ".jsonl"}.get(first, ".csv")


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, str) and is_blank(value))
