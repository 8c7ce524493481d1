"""Reading a PNG's header: only a whole PNG has one."""

from __future__ import annotations

from zlib import compress, crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.check import SIGNATURE, Header, read_header


def chunk(name: bytes, content: bytes = b"") -> bytes:
    return len(content).to_bytes(4, "big") + name + content + crc32(name + content).to_bytes(4, "big")


HEADER = chunk(b"IHDR", (3).to_bytes(4, "big") + (2).to_bytes(4, "big") + bytes([8, 0, 0, 0, 0]))
PIXELS = chunk(b"IDAT", compress(bytes(8)))
WHOLE = SIGNATURE + HEADER + PIXELS + chunk(b"IEND")


def test_a_whole_png_has_its_width_and_height() -> None:
    assert read_header(WHOLE) == Header(3, 2)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not a PNG"),
        (b"GIF89a", "not a PNG"),
        (SIGNATURE, "the PNG is cut short"),
        (SIGNATURE + PIXELS + HEADER + chunk(b"IEND"), "the PNG has no header"),
        (SIGNATURE + chunk(b"IHDR", b"1") + PIXELS + chunk(b"IEND"), "the PNG has no header"),
        (SIGNATURE + HEADER + chunk(b"IEND"), "the PNG has no pixels"),
        (SIGNATURE + HEADER + PIXELS, "the PNG is cut short"),
        (WHOLE + b"more", "the PNG has something after its end"),
        (WHOLE.replace(b"IDAT", b"IDaT"), "the PNG is damaged"),
    ],
)
def test_anything_else_is_told_by_what_is_wrong(data: bytes, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{message}$"):
        read_header(data)


@given(st.integers(0, len(WHOLE) - 1))
def test_a_png_cut_anywhere_is_refused(length: int) -> None:
    with pytest.raises(ValueError, match="PNG"):
        read_header(WHOLE[:length])


@given(st.integers(len(SIGNATURE), len(WHOLE) - 1), st.integers(1, 255))
def test_a_png_with_any_byte_changed_is_refused(at: int, change: int) -> None:
    with pytest.raises(ValueError, match="PNG"):
        read_header(WHOLE[:at] + bytes([WHOLE[at] ^ change]) + WHOLE[at + 1 :])
