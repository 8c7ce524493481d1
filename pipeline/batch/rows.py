"""Rows, one after the other, of a file that may be of any length: CSV, TSV, JSON or JSON Lines.

    name,text,theme               {"name": "Ada", "items": [{"text": "..."}]}      one object a line, or a list of them
    Ada,Every *word* counts.,ink

A cell of a CSV is one text, as it stands; in JSON it may be anything that a spec's key holds. What is empty, `null` or
not there leaves the spec's own value.
"""

from __future__ import annotations

import codecs
import io
import json
import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import chain
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO, NamedTuple

from pipeline import files, places
from pipeline.characters import is_blank
from pipeline.errors import PipelineError, Place, Problem, SpecError, reason
from pipeline.reading import tables

SUFFIXES = (".csv", ".tsv", ".json", ".jsonl", ".ndjson")
MOST_BYTES = 1 << 40  # the disk ends before
MOST_IN_A_ROW = 1_000_000  # characters, of an object in JSON
_BLOCK = 1 << 16
_LINES = (".jsonl", ".ndjson")
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

    `name` is what messages call the file. Iteration raises SpecError where the file breaks off.
    """

    def __init__(self, path: str, name: str = "", suffix: str = "") -> None:
        self.path = path
        self.name = name or places.shown(path)
        self.suffix = suffix or path[path.rfind(".") :].lower()
        self.headings: dict[str, Place] = {}
        self.notes: tuple[Any, ...] = ()
        if self.suffix not in SUFFIXES:
            fact = f"{self.name}: expected a file of rows"
            raise SpecError(Problem(fact, hint=f"its name ends in {', '.join(SUFFIXES)}"))

    def __iter__(self) -> Iterator[Row]:
        try:
            with (
                places.opened(self.path) if places.is_remote(self.path) else files.opened(self.path, MOST_BYTES) as file
            ):
                yield from self._read(file)
        except files.Refused as error:
            raise SpecError(Problem(f"{self.name}: {error}", hint=error.hint)) from error
        except OSError as error:
            raise SpecError(Problem(f"{self.name}: cannot read: {reason(error)}")) from error

    def _opened(self) -> AbstractContextManager[BinaryIO]:
        return places.opened(self.path) if places.is_remote(self.path) else files.opened(self.path, MOST_BYTES)

    def _read(self, file: BinaryIO) -> Iterator[Row]:
        read = self._objects if self.suffix == ".json" else self._lines if self.suffix in _LINES else self._table
        line = 0
        try:
            with io.TextIOWrapper(file, encoding=_encoding(file), newline="") as text:
                for row in read(text):
                    line = row.place.line
                    yield row
        except UnicodeDecodeError as error:
            fact = f"expected UTF-8 text, found the byte 0x{error.object[error.start]:02X} after this line"
            raise SpecError(Problem(fact, Place(self.name, line + 1, 1), _SAVE)) from error

    def _table(self, text: io.TextIOWrapper) -> Iterator[Row]:
        stream = tables.streamed(text, self.name, "\t" if self.suffix == ".tsv" else "")
        for column, heading in enumerate(stream.headings):
            self.headings.setdefault(heading, Place(self.name, stream.heading_line, column + 1))
        for number, row in enumerate(stream.rows, 1):
            places = (Place(self.name, row.number, column + 1) for column in range(len(row.cells)))
            cells = {
                heading: Cell(cell, place, is_text=True)
                for heading, cell, place in zip(stream.headings, row.cells, places, strict=True)
                if heading and cell
            }
            yield Row(number, Place(self.name, row.number, 1), cells, tuple(stream.problems))
            stream.problems.clear()
        self.notes = tuple(stream.notes())

    def _lines(self, text: io.TextIOWrapper) -> Iterator[Row]:
        number = 0
        for at, line in enumerate(iter(lambda: text.readline(MOST_IN_A_ROW + 1), ""), 1):
            place = Place(self.name, at, 1)
            if len(line) > MOST_IN_A_ROW:
                raise _too_long(place)
            if line.strip():
                number += 1
                yield self._object(number, line, place)

    def _object(self, number: int, line: str, place: Place) -> Row:
        """The row of a line of JSON; a line that is none stops no other."""
        try:
            return self._row(number, json.loads(line), place)
        except (ValueError, RecursionError) as error:
            return Row(number, place, {}, (_no_json(error, place),))

    def _objects(self, text: io.TextIOWrapper) -> Iterator[Row]:
        """The objects of a list, each read as soon as it is whole."""
        reader = _Reader(text, self.name)
        reader.expect("[", 'write [{"heading": "cell"}, ...], or one object a line in a file that ends in .jsonl')
        number = 0
        while not reader.is_at("]"):
            if number:
                reader.expect(",", "objects of a list are parted by commas")
            number += 1
            value, place = reader.value()
            yield self._row(number, value, place)
        reader.end()

    def _row(self, number: int, value: Any, place: Place) -> Row:
        if not isinstance(value, dict):
            problem = Problem("expected an object of headings and cells", place, 'write {"heading": "cell"}')
            return Row(number, place, {}, (problem,))
        for heading in value:
            self.headings.setdefault(heading, place)
        cells = {heading: Cell(cell, place) for heading, cell in value.items() if not _is_empty(cell)}
        return Row(number, place, cells)


class _Reader:
    """JSON values of a stream, with the lines that they begin in; of the text no more is held than one value."""

    def __init__(self, text: io.TextIOWrapper, name: str) -> None:
        self.text, self.name = text, name
        self.held, self.at = "", 0
        self.line, self.column = 1, 1
        self.decoder = json.JSONDecoder()

    def is_at(self, mark: str) -> bool:
        """Whether the next mark is that one."""
        self._pass_space()
        return self.held[self.at : self.at + 1] == mark

    def expect(self, mark: str, hint: str) -> None:
        """Pass a mark; raises SpecError for another one."""
        if not self.is_at(mark):
            found = f"`{self.held[self.at]}`" if self.at < len(self.held) else "the end of the file"
            raise SpecError(Problem(f"expected `{mark}`, found {found}", self._place(), hint))
        self._pass(self.at + 1)

    def value(self) -> tuple[Any, Place]:
        """The next value and its place; raises SpecError where it is none."""
        self._pass_space()
        place = self._place()
        while True:
            try:
                value, end = self.decoder.raw_decode(self.held, self.at)
            except (ValueError, RecursionError) as error:
                if len(self.held) - self.at > MOST_IN_A_ROW:
                    raise _too_long(place) from error
                if not self._more():
                    raise SpecError(_no_json(error, place)) from error
            else:
                self._pass(end)
                return value, place

    def end(self) -> None:
        """Pass the end of the list; raises SpecError where something follows."""
        self.expect("]", "")
        self._pass_space()
        if self.at < len(self.held):
            raise SpecError(Problem("expected the end of the file behind the list", self._place()))

    def _pass_space(self) -> None:
        while True:
            end = self.at
            while end < len(self.held) and self.held[end].isspace():
                end += 1
            self._pass(end)
            if self.at < len(self.held) or not self._more():
                return

    def _pass(self, end: int) -> None:
        breaks = self.held.count("\n", self.at, end)
        self.line += breaks
        self.column = end - self.held.rfind("\n", self.at, end) if breaks else self.column + end - self.at
        self.at = end

    def _more(self) -> bool:
        block = self.text.read(_BLOCK)
        self.held, self.at = self.held[self.at :] + block, 0
        return bool(block)

    def _place(self) -> Place:
        return Place(self.name, self.line, self.column)


@contextmanager
def kept(stream: BinaryIO) -> Iterator[str]:
    """A file with all that a stream holds, as long as the block lasts; its suffix says which format that looks like."""
    with TemporaryDirectory(prefix="visuals-") as folder:
        begun = stream.read(_BLOCK)
        path = os.path.join(folder, f"rows{_looks_like(begun)}")
        files.write_atomically(path, lambda: chain((begun,), iter(lambda: stream.read(_BLOCK), b"")), is_named=True)
        yield path


def _looks_like(begun: bytes) -> str:
    first = begun.removeprefix(codecs.BOM_UTF8).lstrip()[:1]
    return {b"[": ".json", b"{": ".jsonl"}.get(first, ".csv")


def _encoding(file: BinaryIO) -> str:
    """UTF-8, or UTF-16 where the file begins with its mark."""
    mark = file.read(2)
    file.seek(0)
    return "utf-16" if mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig"


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, str) and is_blank(value))


def _no_json(error: Exception, place: Place) -> Problem:
    if isinstance(error, json.JSONDecodeError):
        return Problem(f"this is not JSON: {error.msg[:1].lower()}{error.msg[1:]}", place)
    fact = "lists are nested too deeply" if isinstance(error, RecursionError) else "a number in this row is too long"
    return Problem(fact, place)


def _too_long(place: Place) -> PipelineError:
    return SpecError(Problem(f"expected at most {MOST_IN_A_ROW:,} characters in a row, found more", place))
