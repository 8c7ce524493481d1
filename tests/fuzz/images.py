"""Small pictures for a project, spoilt ones among them, and pictures that carry the text of a spec."""

from __future__ import annotations

import io
import random
import zlib
from functools import cache

from PIL import Image

SIGNATURE = b"\x89PNG\r\n\x1a\n"
LENGTHS = (0, 1, 12, 2**16, 2**31 - 1, 2**31, 2**32 - 1)
NAMES = (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"iTXt", b"zTXt", b"tEXt", b"tRNS", b"iCCP", b"eXIf", b"acTL", b"zzzz")


@cache
def encoded(format_name: str) -> bytes:
    """A right picture of 24 x 16 px in a format of Pillow."""
    pixels = bytes(range(256)) * 6
    stream = io.BytesIO()
    Image.frombytes("RGBA", (24, 16), pixels).convert("RGB").save(stream, format_name)
    return stream.getvalue()


def spoilt(chance: random.Random, data: bytes) -> bytes:
    """A picture with some of its bytes or, in a PNG, of its chunks changed."""
    for _ in range(chance.randint(1, 4)):
        data = chance.choice((_bytes, _bytes, _chunk if data.startswith(SIGNATURE) else _bytes))(chance, data)
    return data


def carrying(text: bytes, without: bytes = b"") -> bytes:
    """A PNG that carries a spec's text as ours do (PNG, Third Edition, 11.3.3.4)."""
    chunks = [b"Spec\0\0\0\0\0" + text, b"Spec-Without\0\0\0\0\0" + without]
    whole = encoded("PNG")
    return whole[:33] + b"".join(chunk(b"iTXt", each) for each in chunks) + whole[33:]  # after IHDR


def chunk(name: bytes, data: bytes) -> bytes:
    """A chunk of a PNG."""
    return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")


def _bytes(chance: random.Random, data: bytes) -> bytes:
    at = chance.randint(0, len(data)) if chance.random() < 0.6 else chance.randint(0, min(64, len(data)))
    until = min(len(data), at + int(chance.expovariate(0.1)) + 1)
    return chance.choice(
        (
            data[:at],
            data[:at] + data[until:],
            data[:at] + chance.randbytes(until - at) + data[until:],
            data[:at] + chance.choice((b"\xff", b"\0")) * (until - at) + data[until:],
            data[:until] + data[at:],
            data[:at] + chance.choice(LENGTHS).to_bytes(4, "big") + data[at + 4 :],
        )
    )


def _chunk(chance: random.Random, data: bytes) -> bytes:
    """The PNG with a huge, wrong or further chunk, its checksum right."""
    if chance.random() < 0.4:  # other sizes, depths and colour types
        sides = [chance.choice((0, 1, 24, 70_000, 2**31 - 1)).to_bytes(4, "big") for _ in range(2)]
        rest = bytes(chance.choice((0, 1, 2, 3, 4, 6, 8, 16, 255)) for _ in range(5))
        return data[:8] + chunk(b"IHDR", b"".join(sides) + rest) + data[33:]
    content = chance.choice((b"", chance.randbytes(40), zlib.compress(bytes(3_000_000)), b"Spec\0\0\0\0\0kind: x\n"))
    at = data.find(chance.choice(NAMES), 8) - 4
    at = at if at > 0 else len(data)
    return data[:at] + chunk(chance.choice(NAMES), content) + data[at:]
