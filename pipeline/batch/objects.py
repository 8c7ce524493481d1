"""JSON values of a stream, one after the other, as `reading.decoding` reads each."""

from __future__ import annotations

import io
from typing import Any

from pipeline.errors import PipelineError, Place, Problem, SpecError
from pipeline.reading.decoding import Decoder, no_json

MOST_IN_A_ROW = 1_000_000  # characters, of an object
_BLOCK = 1 << 16


class Reader:
    """JSON values of a stream, with the lines that they begin in; of the text no more is held than one value."""

    def __init__(self, text: io.TextIOWrapper, name: str) -> None:
        self.text, self.name = text, name
        self.held, self.at = "", 0
        self.line, self.column = 1, 1
        self.decoder = Decoder()

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

    def value(self) -> tuple[Any, Place, tuple[Problem, ...]]:
        """The next value, its place and what is wrong in it; raises SpecError where it is none."""
        self._pass_space()
        place = self._place()
        while True:
            try:
                value, end, problems = self.decoder.decoded(self.held, self.at, place)
            except (ValueError, RecursionError) as error:
                if len(self.held) - self.at > MOST_IN_A_ROW:
                    raise too_long(place) from error
                if not self._more():
                    raise SpecError(no_json(error, place)) from error
            else:
                self._pass(end)
                return value, place, problems

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


def too_long(place: Place) -> PipelineError:
    """That a row is longer than any can be."""
    return SpecError(Problem(f"expected at most {MOST_IN_A_ROW:,} characters in a row, found more", place))
