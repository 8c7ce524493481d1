"""What is written into a PDF: numbers, texts and names, compressed streams, and a scene's outlines as operators.

Streams are compressed by libdeflate, as PNGs are: pydyf would take the zlib of each system, whose bytes differ.
"""

from __future__ import annotations

from typing import Any

import deflate
import pydyf

from pipeline.formats._numbers import DECIMALS, number
from pipeline.geometry import Affine, Rect
from pipeline.scene import Outline

_LEVEL = 9
_LARGEST = 1_000_000.0  # px: further away nothing is seen, and some programs count in few bits
_FINEST = 8  # decimals of what a transform multiplies by
_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def text(value: str) -> bytes:
    """A text string: PDF 32000-1, 7.9.2.2."""
    if value.isascii() and value.isprintable():
        return bytes(pydyf.String(value).data)
    return b"<" + (b"\xfe\xff" + value.encode("utf-16-be", "replace")).hex().encode() + b">"


def stream(data: bytes, extra: dict[str, Any] | None = None) -> Any:
    """A stream, compressed; `extra` are the other keys of its dictionary."""
    packed = bytes(deflate.zlib_compress(data, _LEVEL))
    return pydyf.Stream([packed], {"Filter": "/FlateDecode", **(extra or {})})


def array(*values: object) -> Any:
    """An array; pydyf writes each value."""
    return pydyf.Array(values)


def numbers(*values: float, places: int = DECIMALS) -> str:
    """Numbers one after the other, none too large for a program to count with."""
    return " ".join(number(min(_LARGEST, max(-_LARGEST, value)), places) for value in values)


def moved(matrix: Affine) -> str:
    """The operator by which what follows is moved."""
    return f"{numbers(*matrix[:4], places=_FINEST)} {numbers(*matrix[4:], places=4)} cm"


def outline(shape: Outline, places: int) -> str:
    """The operators that lay an outline out."""
    return "\n".join(
        f"{numbers(*values, places=places)} {_OPERATORS[command]}" if values else _OPERATORS[command]
        for command, *values in shape
    )


def rectangle(rect: Rect, places: int) -> str:
    """The operator that lays a box out."""
    return f"{numbers(*rect, places=places)} re"
