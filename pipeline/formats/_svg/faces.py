"""Faces inside the file: the letters that it needs, packed as WOFF 1.0, which every browser reads.

WOFF2 would be a fifth lighter, but its compressor is no part of every installation, and the same picture has the same
bytes everywhere.
"""

from __future__ import annotations

import struct
from base64 import b64encode
from collections.abc import Iterable
from functools import lru_cache

from pipeline.formats._deflating import compressed
from pipeline.formats._svg.markup import OWN
from pipeline.scene import FaceRef
from pipeline.typography import subsetting

_HEADER = struct.Struct(">4s4sIHHIHHIIIII")  # WOFF 1.0, 4
_ENTRY = struct.Struct(">4sIIII")  # WOFF 1.0, 5
_LEVEL = 9


def styles(number: int, face: FaceRef, characters: Iterable[str]) -> str:
    """The rules for the face with that number: itself, and the class of its texts.

    Behind it stands the name of its family, for programs that pass embedded faces over.
    """
    name = f"{OWN}f{number}"
    data = b64encode(packed(subsetting.letters(face, "".join(sorted(characters))))).decode()
    family, weight, italic = subsetting.called(face)
    slant = "font-style:italic;" if italic else ""
    family = "".join(character for character in family if character not in "'\\<&" and character.isprintable())
    look = f"font-weight:{weight};{slant}" if weight != 400 or italic else ""
    return (
        f"@font-face{{font-family:{name};{look}src:url(data:font/woff;base64,{data})}}"
        f".{name}{{font-family:{name},'{family}',sans-serif;white-space:pre;{look}}}"
    )


@lru_cache(maxsize=64)
def packed(font: bytes) -> bytes:
    """An OpenType file as WOFF 1.0."""
    flavor, (count,) = font[:4], struct.unpack_from(">H", font, 4)
    tables = [struct.unpack_from(">4sIII", font, 12 + 16 * index) for index in range(count)]
    at = _HEADER.size + _ENTRY.size * count
    entries, bodies = [], []
    for tag, checksum, offset, length in tables:
        table = font[offset : offset + length]
        # The first of two that are as long: a table that is not shorter counts as one that is not compressed.
        body = min(table, compressed(table, _LEVEL), key=len)
        entries.append(_ENTRY.pack(tag, at, len(body), length, checksum))
        bodies.append(body + bytes(-len(body) % 4))
        at += len(bodies[-1])
    whole = 12 + 16 * count + sum(length + -length % 4 for *_, length in tables)
    return _HEADER.pack(b"wOFF", flavor, at, count, 0, whole, 1, 0, 0, 0, 0, 0, 0) + b"".join((*entries, *bodies))
