"""A face with only the characters that a text needs, small enough to travel inside a page or a picture."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from struct import unpack_from
from typing import NamedTuple

import uharfbuzz as hb

from pipeline.scene import FaceRef
from pipeline.typography.faces import font, library

# OpenType 1.9.1, OS/2, fsType.
_USE, _RESTRICTED, _NO_SUBSET, _BITMAPS = 0x000F, 0x0002, 0x0100, 0x0200
_LAYOUT = ("BASE", "GDEF", "GPOS", "GSUB", "JSTF", "kern", "morx", "kerx", "DSIG", "STAT")
_OF_CHARACTERS = ("cmap", "post")
_CFF = "CFF "
_NAMES = (0, 13, 14)  # copyright and licence travel on, the family's name, which may be reserved, does not


class Cut(NamedTuple):
    """A face with some of its glyphs alone, shaping nothing: its bytes, and their numbers there by those they had.

    `is_cff` where the bytes are a bare CFF table, not an OpenType file.
    """

    data: bytes
    numbers: dict[int, int]
    is_cff: bool


class Called(NamedTuple):
    """A face as style sheets ask for it."""

    family: str
    weight: int
    italic: bool


class Described(NamedTuple):
    """A face's PostScript name and its measures in thousandths of an em; its slant in degrees, 0 or less."""

    name: str
    box: tuple[float, ...]
    ascender: float
    descender: float
    cap_height: float
    slant_degrees: float


def subset(families: Iterable[str], weight: int, italic: bool, characters: str) -> tuple[str, bytes] | None:
    """The first of the families that comes with the packages, and the bytes of its face for these characters.

    None where there is none: a face of the user's own may not be free to be passed on.
    """
    packaged = library(None)
    known = {face.family.casefold() for face in packaged.faces}
    family = next((family for family in families if family.casefold() in known), None)
    if family is None:
        return None
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).update(map(ord, characters))
    return family, hb.subset(font(packaged.find(family, weight, italic)).face, wanted).blob.data


@lru_cache(maxsize=256)
def unlicensed(face: FaceRef) -> str:
    """Why the face may not travel inside a file, by its own licence bits, or ""."""
    table = font(face).face.reference_table("OS/2").data
    bits = unpack_from(">H", table, 8)[0] if len(table) >= 10 else 0
    if bits & _USE == _RESTRICTED:
        return "its licence forbids embedding"
    if bits & _NO_SUBSET:
        return "its licence forbids a part of it"
    return "its licence allows bitmaps alone" if bits & _BITMAPS else ""


@lru_cache(maxsize=64)
def letters(face: FaceRef, characters: str) -> bytes:
    """The face at its place on its axes, with these characters alone: an OpenType file that shapes nothing."""
    source = font(face).face
    wanted = _wanted(face, _LAYOUT)
    wanted.sets(hb.SubsetInputSets.UNICODE).update(map(ord, characters))
    return bytes(hb.subset(source, wanted).blob.data)


@lru_cache(maxsize=64)
def glyphs(face: FaceRef, shown: frozenset[int]) -> Cut:
    """The face at its place on its axes, with these glyphs alone: what a file needs that names glyphs itself.

    Numbers that the face does not have are not in it.
    """
    wanted = _wanted(face, (*_LAYOUT, *_OF_CHARACTERS))
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(shown)
    wanted.flags |= hb.SubsetFlags.CFF_IDENTITY_CHARSET | hb.SubsetFlags.DOWNGRADE_CFF2
    plan = hb.SubsetPlan(font(face).face, wanted)
    cut = plan.execute()
    numbers = {old: new for old, new in plan.old_to_new_glyph_mapping.items() if old in shown}
    if _CFF in cut.table_tags:
        return Cut(bytes(cut.reference_table(_CFF).data), numbers, True)
    return Cut(bytes(cut.blob.data), numbers, False)


def _wanted(face: FaceRef, dropped: Iterable[str]) -> hb.SubsetInput:
    """A cut of a face, as nothing yet, without these tables, without hints, and at its place on its axes."""
    wanted, source = hb.SubsetInput(), font(face).face
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(map(_tag, dropped))
    wanted.name_id_set.clear()
    wanted.name_id_set.update(_NAMES)
    wanted.flags |= hb.SubsetFlags.NO_HINTING
    if source.has_var_data:
        wanted.pin_all_axes_to_default(source)
        for axis, value in face.axes:
            wanted.pin_axis_location(source, axis, value)
    return wanted


@lru_cache(maxsize=256)
def called(face: FaceRef) -> Called:
    """The face's family, weight and slant, as a style sheet would name an installed one."""
    made = font(face)
    names = hb.OTNameIdPredefined
    family = made.face.get_name(names.TYPOGRAPHIC_FAMILY) or made.face.get_name(names.FONT_FAMILY) or face.name
    weight = dict(face.axes).get("wght") or made.get_style_value(hb.StyleTag.WEIGHT)
    return Called(family, round(weight), bool(made.get_style_value(hb.StyleTag.ITALIC) > 0))


@lru_cache(maxsize=256)
def described(face: FaceRef) -> Described:
    """The face's measures, as a file that embeds it has to state them."""
    made = font(face)
    em = made.face.upem
    box = unpack_from(">4h", made.face.reference_table("head").data, 36)  # OpenType 1.9.1, head: xMin to yMax
    extents = made.get_font_extents("ltr")
    height = made.get_metric_position_with_fallback(hb.OTMetricsTag.CAP_HEIGHT)
    name = made.face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or face.name
    slant = made.get_style_value(hb.StyleTag.SLANT_ANGLE)
    *scaled, ascender, descender, cap_height = (
        value * 1000 / em for value in (*box, extents.ascender, extents.descender, height)
    )
    return Described(name, tuple(scaled), ascender, descender, cap_height, slant)


def advance(face: FaceRef, glyph: int) -> float:
    """How far a glyph moves what follows it, in thousandths of an em."""
    made = font(face)
    return float(made.get_glyph_h_advance(glyph)) * 1000 / float(made.face.upem)


def _tag(name: str) -> int:
    return int.from_bytes(name.encode(), "big")
