"""Values of JSON as they are written: no key that stands twice is lost, no digit of a number."""

from __future__ import annotations

import io
import json
from typing import Any, Self

from pipeline.errors import PipelineError, Place, Problem, SpecError

MOST_IN_A_ROW = 1_000_000  # characters, of an object
_BLOCK = 1 << 16
_SPACE = " \t\r\n"  # RFC 8259, 2


class Numeral(float):
    """A number that remembers how it was written: `1.10` is shown so."""

    text: str

    def __new__(cls, written: str | float) -> Self:
        numeral = super().__new__(cls, written)
        numeral.text = str(written)
        return numeral

    def __str__(self) -> str:
        return self.text

    __repr__ = __str__


class Decoder:
    """Decodes values one by one, with the mistakes that JSON itself passes over."""

    def __init__(self) -> None:
        self._facts: list[str] = []
        self._decoder = json.JSONDecoder(
            object_pairs_hook=self._object, parse_float=Numeral, parse_constant=self._constant
        )

    def decoded(self, text: str, at: int, place: Place) -> tuple[Any, int, tuple[Problem, ...]]:
        """The value at a place of the text, its end, and what is wrong in it; raises what JSONDecoder does."""
        self._facts.clear()
        value, end = self._decoder.raw_decode(text, at)
        return value, end, tuple(Problem(fact, place) for fact in self._facts)

    def whole(self, text: str, place: Place) -> tuple[Any, tuple[Problem, ...]]:
        """The one value of a text, and what is wrong in it; raises what JSONDecoder does."""
        begun = len(text) - len(text.lstrip(_SPACE))
        value, end, problems = self.decoded(text, begun, place)
        if text[end:].strip(_SPACE):
            raise json.JSONDecodeError("Extra data", text, end)
        return value, problems

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            names = [name for name, _ in pairs]
            twice = next(name for name in names if names.count(name) > 1)
            self._facts.append(f"`{twice}` stands twice in one object")
        return found

    def _constant(self, written: str) -> None:
        self._facts.append(f"expected a value of JSON, found {written}")


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


def no_json(error: Exception, place: Place) -> Problem:
    """That a text is no value of JSON, or none that can be held."""
    if isinstance(error, json.JSONDecodeError):
        return Problem(f"this is not JSON: {error.msg[:1].lower()}{error.msg[1:]}", place)
    fact = "lists are nested too deeply" if isinstance(error, RecursionError) else "a number in this row is too long"
    return Problem(fact, place)


def too_long(place: Place) -> PipelineError:
    """That a row is longer than any can be."""
    return SpecError(Problem(f"expected at most {MOST_IN_A_ROW:,} characters in a row, found more", place))
