"""Values of JSON as they are written: no key that stands twice is lost, no digit of a number."""

from __future__ import annotations

import json
from typing import Any, Self

from pipeline.errors import Place, Problem

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


def no_json(error: Exception, place: Place) -> Problem:
    """That a text is no value of JSON, or none that can be held."""
    if isinstance(error, json.JSONDecodeError):
        return Problem(f"this is not JSON: {error.msg[:1].lower()}{error.msg[1:]}", place, _way_out(error))
    if isinstance(error, RecursionError):
        return Problem("lists are nested too deeply", place)
    return Problem("a number here is too long", place, "write it as text")


def _way_out(error: json.JSONDecodeError) -> str:
    """What people write that JSON does not know, as far as it stands where the text breaks off."""
    if error.msg == "Extra data":
        return "of several objects make a list, [{...}, {...}], or write one in each line of a file that ends in .jsonl"
    before, here = error.doc[: error.pos].rstrip(), error.doc[error.pos :].lstrip()
    if here.startswith(("//", "/*", "#")):
        return "JSON has no comments: remove it"
    if here.startswith(("'", "\u201c", "\u201d")):
        return 'texts stand in straight quotation marks: "like this"'
    is_behind_comma = before.endswith(",") or here.startswith(",")  # Python 3.13 stops at the comma itself
    return (
        "remove the comma before the bracket" if is_behind_comma and here.lstrip(", \t\r\n")[:1] in tuple("]}") else ""
    )
