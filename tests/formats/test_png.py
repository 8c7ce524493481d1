"""PNG: the right chunks in the right order, readable by others, the same bytes each time."""

from __future__ import annotations

import io
import os
import struct
import zlib
from collections.abc import Callable
from multiprocessing import get_context

import pytest
from PIL import Image, PngImagePlugin

from pipeline import formats
from pipeline.errors import FitError
from pipeline.formats import Label, Wish
from pipeline.formats._palette import MOST_ERROR
from pipeline.paint import Raster
from tests import rasters
from tests.rasters import decoded, encoded, furthest

PNG = rasters.encoder("png")
RGB = Raster(2, 1, None, b"\0\xff\0\0\0\0\xff")
INDEXED = Raster(3, 2, b"\xff\xff\xff\x10\x20\x30", b"\0\0\1\0\0\1\1\1")


LABEL = Label("A title", "What is seen – “this”.", "article-visuals")


def encode(raster: Raster, label: Label = LABEL, scale: float = 1, wish: Wish = formats.NOTHING) -> bytes:
    return PNG.encode(raster, label, scale, wish).data


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
    data = encode(RGB, LABEL._replace(extra=(("Key", "4f"), ("Comment", "日本語"))))
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


def test_a_small_png_has_the_same_chunks_and_pixels() -> None:
    raster = rasters.gradient()
    small = encode(raster, wish=Wish(is_small=True))
    assert len(small) < len(encode(raster))
    assert [name for name, _ in chunks(small)] == [name for name, _ in chunks(encode(raster))]
    assert furthest(raster, small) == 0
    assert encode(INDEXED, wish=Wish(is_small=True)).startswith(encode(INDEXED)[:33])  # the header: 8 bits an index
    assert furthest(INDEXED, encode(INDEXED, wish=Wish(is_small=True))) == 0


def test_a_small_png_has_a_palette_where_that_cannot_be_told() -> None:
    raster = rasters.edges()
    assert raster.palette is None
    small = encode(raster, wish=Wish(is_small=True))
    assert decoded(small).mode == "P"
    assert 0 < furthest(raster, small) <= MOST_ERROR
    assert len(small) < len(encode(raster)) / 2


def test_a_png_is_made_small_where_it_would_be_too_heavy() -> None:
    raster = rasters.gradient()
    fast, small = PNG.encode(raster, LABEL), PNG.encode(raster, LABEL, 1, Wish(is_small=True))
    assert (fast.how, small.how) == ("fast", "small")
    assert PNG.encode(raster, LABEL, 1, Wish(len(fast.data))) == fast
    assert PNG.encode(raster, LABEL, 1, Wish(len(fast.data) - 1)) == small


def test_a_png_that_stays_too_heavy_is_refused_with_the_bytes_of_both_attempts() -> None:
    with pytest.raises(
        FitError, match=r"at most 1\.0 KB for og, found \d+ KB \(fast\), [\d.]+ KB \(small\) as png\n  hint: "
    ):
        encode(rasters.gradient(), wish=Wish(1000, "og"))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no forks")
@pytest.mark.parametrize("paint", [rasters.gradient, rasters.edges])
def test_a_fork_of_a_process_that_shrank_a_picture_shrinks_one_too(paint: Callable[[], Raster]) -> None:
    wish = Wish(is_small=True)
    expected = encoded("png", paint(), wish).data
    ours, theirs = get_context("fork").Pipe()
    child = get_context("fork").Process(target=lambda: theirs.send_bytes(encoded("png", paint(), wish).data))
    child.start()
    assert ours.poll(60), "the child waits for threads that it does not have"
    assert ours.recv_bytes() == expected
    child.join(60)
    assert child.exitcode == 0
