"""A face's file opened: its tables in memory, whatever the file packs them in, or the reason why it cannot be used."""

from __future__ import annotations

import os
from functools import lru_cache
from io import BytesIO
from struct import iter_unpack, unpack, unpack_from

import uharfbuzz as hb

from pipeline import files
from pipeline.errors import AssetError, Place, Problem

PACKED = (".woff", ".woff2")
TAKEN = "fonts/ takes TTF, OTF, TTC, WOFF and WOFF2 files"
CONVERT = "or take the family as TTF or OTF, which most makers offer too"
UNPACKED_AT = 16  # where a packed file says how many bytes it holds (WOFF 1.0, 3; WOFF2, 4.1)


@lru_cache(maxsize=256)
def opened(path: str, number: int) -> hb.Face:
    """One of the faces in a file that was checked."""
    return hb.Face(_blob(path), number)


def checked(path: str, within: str | None, *, is_own: bool) -> list[hb.Face]:
    """Every face in a file, which may not leave the folder `within`; raises AssetError if it is none.

    The user's own files are looked at more closely than those that come with packages.
    """
    try:
        files.check(path, files.MOST_BYTES, within)
        if _is_packed(path):
            _check_packed(path)
        blob = _blob(path)
        faces = [hb.Face(blob, number) for number in range(hb.Face(blob).count)]
    except files.Refused as err:
        raise AssetError(_problem(path, str(err), err.hint)) from err
    except (hb.HarfBuzzError, OSError) as err:
        raise AssetError(_problem(path, f"cannot read the face: {err}", TAKEN)) from err
    if not faces or not faces[0].glyph_count:
        raise AssetError(_problem(path, "is not a face", TAKEN))
    if is_own:
        _check_drawn(path, faces)
    return faces


def _check_drawn(path: str, faces: list[hb.Face]) -> None:
    """Raise AssetError for a face of which HarfBuzz would draw nothing where there are letters."""
    if not _is_packed(path) and any(_is_cut_short(path, number) for number in range(len(faces))):
        raise AssetError(_problem(path, "the end of the face is missing", "copy or download it again"))
    if any(face.has_color_svg and not has_ink(hb.Font(face)) for face in faces):
        fact = "the glyphs of the face are SVG drawings alone, which are not drawn here"
        way_out = "take the family with outlines, COLR layers or bitmaps; for emoji, Noto Color Emoji has them"
        raise AssetError(_problem(path, fact, way_out))


def has_ink(font: hb.Font) -> bool:
    """Whether any character of a face is drawn."""
    return any(is_drawn(font, font.get_nominal_glyph(character) or 0) for character in font.face.unicodes)


def is_drawn(font: hb.Font, glyph: int) -> bool:
    """Whether a glyph has an outline, colour layers or a bitmap: what we draw."""
    extents = font.get_glyph_extents(glyph)
    return extents is not None and bool(extents.width and extents.height)


def _problem(path: str, fact: str, hint: str) -> Problem:
    return Problem(fact, Place(min(os.path.relpath(path), path, key=len), 1, 1), hint)


def _is_packed(path: str) -> bool:
    return path.lower().endswith(PACKED)


def _blob(path: str) -> hb.Blob:
    return hb.Blob(_unpacked(path, os.stat(path).st_mtime_ns)) if _is_packed(path) else hb.Blob.from_file_path(path)


def _check_packed(path: str) -> None:
    """Raise AssetError for a packed file that is too large or cannot be unpacked, with the way to convert it."""
    with files.opened(path, files.MOST_BYTES) as file:
        head = file.read(UNPACKED_AT + 4)
    if head[:4] not in (b"wOFF", b"wOF2") or len(head) < UNPACKED_AT + 4:
        raise AssetError(_problem(path, "is not a face", TAKEN))
    (size,) = unpack_from(">I", head, UNPACKED_AT)
    if size > files.MOST_BYTES:
        fact = f"expected a face of at most {files.MOST_BYTES:,} bytes, found one of {size:,}"
        raise AssetError(_problem(path, fact, "take one with fewer characters"))
    try:
        _unpacked(path, os.stat(path).st_mtime_ns)
    except ImportError as err:
        way_out = f"install that: pip install 'article-visuals[woff2]', {CONVERT}"
        raise AssetError(_problem(path, "WOFF2 is read with the package Brotli, which is missing", way_out)) from err
    except Exception as err:  # of a broken file fontTools raises whatever comes first
        raise AssetError(_problem(path, f"cannot be unpacked: {err}", f"download it again, {CONVERT}")) from err


@lru_cache(maxsize=16)
def _unpacked(path: str, changed_ns: int) -> bytes:
    """The tables of a WOFF or WOFF2 file as an OpenType file has them; unpacked once until it is changed."""
    from fontTools.ttLib import TTFont  # only a packed face pays for this import

    with files.opened(path, files.MOST_BYTES) as file:
        font = TTFont(BytesIO(file.read()), recalcBBoxes=False, recalcTimestamp=False)
    font.flavor = None
    plain = BytesIO()
    font.save(plain, reorderTables=None)
    return plain.getvalue()


def _is_cut_short(path: str, number: int) -> bool:
    """Whether a table ends behind the file's end (OpenType 1.9.1, font file: table directory, collection header)."""
    with files.opened(path, files.MOST_BYTES) as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(0)
        if file.read(4) == b"ttcf":
            file.seek(12 + 4 * number)
            file.seek(unpack(">I", file.read(4))[0] + 4)
        (tables,) = unpack(">H", file.read(8)[:2])
        return any(offset + length > size for offset, length in iter_unpack(">8xII", file.read(16 * tables)))
