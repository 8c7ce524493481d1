"""PNG: the right chunks in the right order, readable by others, the same bytes each time."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image, PngImagePlugin

from pipeline import formats
from pipeline.paint import Raster

PNG = formats.load("png")
RGB = Raster(2, 1, None, b"\0\xff\0\0\0\0\xff")
INDEXED = Raster(3, 2, b"\xff\xff\xff\x10\x20\x30", b"\0\0\1\0\0\1\1\1")


def encode(raster: Raster, **options: object) -> bytes:
    texts: dict[str, object] = {"title": "A title", "alt": "What is seen – “this”.", "software": "article-visuals"}
    return PNG.encode(raster, **{**texts, **options})  # type: ignore[arg-type]


def chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    found, at = [], 8
    while at < len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        body = data[at + 8 : at + 8 + length]
        assert struct.unpack_from(">I", data, at + 8 + length) == (zlib.crc32(name + body),)
        found.append((name, body))
        at += 12 + length
    return found


def test_the_chunks_stand_in_the_order_that_the_format_asks_for() -> None:
    assert [name for name, _ in chunks(encode(RGB))] == [
        b"IHDR", b"sRGB", b"pHYs", b"iTXt", b"iTXt", b"iTXt", b"IDAT", b"IEND",
    ]  # fmt: skip
    assert [name for name, _ in chunks(encode(INDEXED))][:4] == [b"IHDR", b"sRGB", b"PLTE", b"pHYs"]


def test_others_read_the_pixels() -> None:
    picture = Image.open(io.BytesIO(encode(RGB)))
    assert (picture.mode, picture.size, list(picture.tobytes())) == ("RGB", (2, 1), [255, 0, 0, 0, 0, 255])
    picture = Image.open(io.BytesIO(encode(INDEXED)))
    assert (picture.mode, picture.size, list(picture.tobytes())) == ("P", (3, 2), [0, 1, 0, 1, 1, 1])
    assert picture.convert("RGB").getpixel((1, 0)) == (16, 32, 48)
    assert INDEXED.image().tobytes() == picture.convert("RGB").tobytes()


def test_title_alt_text_software_and_further_texts_are_in_it() -> None:
    data = encode(RGB, extra=(("Key", "4f"), ("Comment", "日本語")))
    picture = Image.open(io.BytesIO(data))
    assert isinstance(picture, PngImagePlugin.PngImageFile)
    assert picture.text == {
        "Title": "A title",
        "Description": "What is seen – “this”.",
        "Software": "article-visuals",
        "Key": "4f",
        "Comment": "日本語",
    }


@pytest.mark.parametrize(("scale", "dpi"), [(1, 96), (2, 192), (4, 384)])
def test_density_is_96_pixels_an_inch_times_the_scale(scale: float, dpi: float) -> None:
    picture = Image.open(io.BytesIO(encode(RGB, scale=scale)))
    assert picture.info["dpi"] == pytest.approx((dpi, dpi), abs=0.02)


def test_the_same_pixels_give_the_same_bytes_and_no_time_stands_in_them() -> None:
    assert encode(INDEXED) == encode(INDEXED)
    assert {name for name, _ in chunks(encode(INDEXED))} & {b"tIME", b"tEXt", b"zTXt"} == set()


def test_formats_are_found_by_their_files() -> None:
    assert "png" in formats.names()
    with pytest.raises(LookupError, match=r"unknown format 'gif'; known formats are .*png"):
        formats.load("gif")
