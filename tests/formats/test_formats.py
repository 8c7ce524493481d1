"""What all formats have in common: names and suffixes, the label in each file, the same bytes each time."""

from __future__ import annotations

import io
import typing
from xml.etree import ElementTree

import pytest
from PIL import Image
from PIL.ExifTags import IFD, Base

from pipeline import formats
from pipeline.errors import SpecError
from pipeline.formats import Label, Wish, read, texts
from pipeline.formats._reading import Contents
from pipeline.schema import Spec
from tests import rasters

LOSSY = ("avif", "jpeg", "webp")
TEXTS = ("{http://purl.org/dc/elements/1.1/}title", "{http://purl.org/dc/elements/1.1/}description",
         "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}AltTextAccessibility")  # fmt: skip


def encode(name: str, label: Label = rasters.LABEL, scale: float = 1, wish: Wish = formats.NOTHING) -> bytes:
    return rasters.encoder(name).encode(rasters.gradient(), label, scale, wish).data


def test_formats_are_found_by_their_files() -> None:
    assert formats.names() == ["avif", "jpeg", "pdf", "png", "svg", "webp"]
    with pytest.raises(
        SpecError,
        match="unknown format `avi`\n  hint: the nearest is `avif`; formats are avif, jpeg, pdf, png, svg, webp",
    ):
        formats.load("avi")


def test_a_spec_may_name_every_format() -> None:
    (choices, _) = typing.get_args(typing.get_args(Spec.__annotations__["formats"])[0])
    assert sorted(typing.get_args(choices)) == formats.names()


def test_a_suffix_stands_for_its_format() -> None:
    assert [formats.suffix(name) for name in formats.names()] == [".avif", ".jpg", ".pdf", ".png", ".svg", ".webp"]
    found = [
        formats.of_suffix(path) for path in ("a/card.png", "card.JPG", "card.jpeg", "card.og.webp", "card", "x.gif")
    ]
    assert found == ["png", "jpeg", "jpeg", "webp", None, None]


@pytest.mark.parametrize("name", LOSSY)
def test_title_and_alt_text_are_in_xmp(name: str) -> None:
    packet = Image.open(io.BytesIO(encode(name))).info["xmp"]
    tree = ElementTree.fromstring(packet.decode().split("?>", 1)[1].rsplit("<?", 1)[0])
    found = ["".join(tree.find(f".//{text}").itertext()) for text in TEXTS]  # type: ignore[union-attr]
    assert found == [rasters.LABEL.title, rasters.LABEL.alt, rasters.LABEL.alt]


@pytest.mark.parametrize("name", LOSSY)
def test_density_and_colour_space_are_in_exif(name: str) -> None:
    picture = Image.open(io.BytesIO(encode(name, scale=2)))
    tags = picture.getexif()
    assert (tags[Base.XResolution], tags[Base.YResolution], tags[Base.ResolutionUnit]) == (192, 192, 2)
    assert tags.get_ifd(IFD.Exif)[Base.ColorSpace] == 1
    assert tags[Base.Software] == "article-visuals"


@pytest.mark.parametrize("name", ["avif", "jpeg", "png", "webp"])
def test_a_file_is_read_back_with_its_texts(name: str) -> None:
    data = encode(name)
    assert read(data, name) == Contents(480, 400, rasters.LABEL.alt, rasters.DESCRIPTION, True)
    assert texts(data, name) == (rasters.LABEL.title, rasters.LABEL.alt, rasters.DESCRIPTION)
    assert texts(encode(name, Label("", "", "s")), name) == ("", "", "")
    for broken in (b"", data[:-200], data[:40]):
        with pytest.raises(ValueError, match=r"not a|damaged"):
            read(broken, name)
    other = "webp" if name == "png" else "png"
    with pytest.raises(ValueError, match=f"not a {other.upper()} file"):
        read(data, other)


@pytest.mark.parametrize("name", ["avif", "jpeg", "webp"])
def test_the_same_pixels_give_the_same_bytes(name: str) -> None:
    assert encode(name) == encode(name)
    assert encode(name, wish=Wish(20_000)) == encode(name, wish=Wish(20_000))


@pytest.mark.parametrize("name", LOSSY)
def test_control_characters_do_not_break_the_label(name: str) -> None:
    packet = Image.open(io.BytesIO(encode(name, Label("a\x00b\x0bc\ufffe", "d\x00e", "s")))).info["xmp"]
    assert b">abc<" in packet
    assert b">de<" in packet
