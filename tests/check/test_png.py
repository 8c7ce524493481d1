"""What a PNG says of itself: its pixels, its colours and its alt text; only a whole PNG says anything."""

from __future__ import annotations

from zlib import compress, crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.check.png import SIGNATURE, Header, read_header


def chunk(name: bytes, content: bytes = b"") -> bytes:
    return len(content).to_bytes(4, "big") + name + content + crc32(name + content).to_bytes(4, "big")


def header(depth: int = 8, color_type: int = 2) -> bytes:
    return chunk(b"IHDR", (3).to_bytes(4, "big") + (2).to_bytes(4, "big") + bytes([depth, color_type, 0, 0, 0]))


def png(*chunks: bytes) -> bytes:
    return SIGNATURE + b"".join(chunks) + PIXELS + chunk(b"IEND")


HEADER = header()
SRGB = chunk(b"sRGB", b"\0")
ALT = chunk(b"iTXt", b"Description\0\0\0en\0\0A caf\xc3\xa9.")
PIXELS = chunk(b"IDAT", compress(bytes(8)))
WHOLE = png(HEADER, SRGB, ALT)


def test_a_whole_png_has_its_width_height_and_alt_text() -> None:
    assert read_header(WHOLE) == Header(3, 2, "A café.", "", True)


def test_a_description_may_be_compressed_and_is_refused_when_damaged() -> None:
    said = b"Long Description\0\1\0\0\0" + compress("All of it: café.".encode())
    assert read_header(png(HEADER, SRGB, ALT, chunk(b"iTXt", said))).description == "All of it: café."
    with pytest.raises(ValueError, match="a text of the PNG is damaged"):
        read_header(png(HEADER, SRGB, ALT, chunk(b"iTXt", said[:-6])))


def test_other_texts_are_no_alt_text() -> None:
    title = chunk(b"iTXt", b"Title\0\0\0\0\0Description")
    assert read_header(png(HEADER, SRGB, title)).alt == ""


@pytest.mark.parametrize(
    ("chunks", "is_srgb"),
    [
        ((header(8, 2), SRGB), True),
        ((header(4, 3), SRGB), True),
        ((header(16, 2), SRGB), False),
        ((header(8, 6), SRGB), False),
        ((header(8, 3), SRGB, chunk(b"tRNS", b"\0")), False),
        ((header(8, 2),), False),
    ],
    ids=["true colour", "palette", "16 bits", "alpha", "see-through palette", "no sRGB"],
)
def test_eight_bits_of_srgb_without_transparency_are_told_from_others(chunks: tuple[bytes, ...], is_srgb: bool) -> None:
    assert read_header(png(*chunks)).is_srgb is is_srgb


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
