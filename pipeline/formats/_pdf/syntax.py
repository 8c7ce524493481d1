"""What is written into a PDF: numbers, texts and names, compressed streams, and a scene's outlines as operators.

Streams are compressed by zlib-ng, as PNGs are: pydyf would take the zlib of each system, whose bytes differ.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import pydyf

from pipeline.formats._deflating import compressed
from pipeline.formats._numbers import DECIMALS, number
from pipeline.geometry import Affine, Rect
from pipeline.scene import Outline

_LEVEL = 6  # 9 takes three times as long for a hundredth of the bytes
_LARGEST = 1_000_000.0  # px: further away nothing is seen, and some programs count in few bits
_FINEST = 8  # decimals of what a transform multiplies by


def text(value: str) -> bytes:
    """A text string: PDF 32000-1, 7.9.2.2."""
    if value.isascii() and value.isprintable():
        return bytes(pydyf.String(value).data)
    return b"<" + (b"\xfe\xff" + value.encode("utf-16-be", "replace")).hex().encode() + b">"


def stream(data: bytes, extra: dict[str, Any] | None = None) -> Any:
    """A stream, compressed; `extra` are the other keys of its dictionary."""
    return pydyf.Stream([compressed(data, _LEVEL)], {"Filter": "/FlateDecode", **(extra or {})})


@lru_cache(maxsize=64)
def shared(data: bytes) -> bytes:
    """What a stream holds that many files share, a face or a shadow: compressed once."""
    return bytes(stream(data).stream[0])


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
    written = _written(places)
    return "\n".join([written[command] % tuple(values) for command, *values in shape])


@lru_cache(maxsize=16)
def _written(places: int) -> dict[str, str]:
    """How each command is written; there are thousands of them, so needless zeros are left to the packing."""
    one = f"%.{places}f "
    return {"M": f"{one * 2}m", "L": f"{one * 2}l", "C": f"{one * 6}c", "Z": "h"}


def rectangle(rect: Rect, places: int) -> str:
    """The operator that lays a box out."""
    return f"{numbers(*rect, places=places)} re"
