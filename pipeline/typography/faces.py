"""Faces: where they come from, what they are called, which characters they cover.

A face is known by the family, weight and style in its own tables, never by its file's name. Files in the user's
`fonts/` folder come first, then the font packages installed beside us (entry points of the group `fonts_ttf`), then
the system's folders, which are read only when somebody asks for a family that neither of the others has.
"""

from __future__ import annotations

import os
from functools import cached_property, lru_cache
from struct import iter_unpack, unpack
from typing import NamedTuple

import uharfbuzz as hb

from pipeline import files, packages, project
from pipeline.errors import AssetError, Problem, nearest_first
from pipeline.scene import FaceRef

SYSTEM_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "~/Library/Fonts",
    "C:/Windows/Fonts",
)
WEIGHT_AXIS = "wght"
OWN = "fonts/"  # the origin of the user's faces

SAMPLES = {  # one telling letter of each script that `visuals fonts` names
    "Latin": "a",
    "Greek": "α",
    "Cyrillic": "д",
    "Hebrew": "א",
    "Arabic": "ع",
    "Devanagari": "क",
    "Thai": "ก",
    "Chinese": "的",
    "Japanese": "あ",
    "Korean": "한",
    "Emoji": "😀",
}


class FaceFile(NamedTuple):
    """One face as its tables describe it; a variable face spans a range of weights."""

    family: str
    style: str
    weight: int
    heaviest: int
    italic: bool
    path: str
    number: int
    origin: str

    def at_weight(self, weight: int) -> FaceRef:
        """The reference to this face, a variable one set as near to `weight` as it goes."""
        name = f"{self.family} {self.style}"
        if self.heaviest == self.weight:
            return FaceRef(name, self.path, self.number)
        chosen = min(max(weight, self.weight), self.heaviest)
        return FaceRef(f"{self.family} {chosen}", self.path, self.number, ((WEIGHT_AXIS, float(chosen)),))


class Family(NamedTuple):
    """What `visuals fonts` tells of a family."""

    name: str
    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    origin: str


class FaceMetrics(NamedTuple):
    """Vertical measures in em, y upwards."""

    ascender: float
    descender: float
    cap_height: float
    x_height: float


class FaceLibrary:
    """Every face a picture may use: the user's folder first, then the packages."""

    def __init__(self, folder: str | None) -> None:
        self.folder = folder

    @cached_property
    def faces(self) -> tuple[FaceFile, ...]:
        """The user's faces and the packaged ones; raises AssetError for a file that is no face."""
        own = []
        if self.folder:
            around = project.folder(self.folder)
            own = [face for path in project.face_files(self.folder) for face in _read(path, OWN, around)]
        return (*own, *_packaged())

    def families(self) -> list[Family]:
        """All families with their styles and the scripts they cover, in the order they are searched."""
        rows: dict[tuple[str, str], list[FaceFile]] = {}
        for face in self.faces:
            rows.setdefault((face.origin, face.family), []).append(face)
        return [_describe(family, origin, faces) for (origin, family), faces in rows.items()]

    def find(self, family: str, weight: int, italic: bool) -> FaceRef:
        """The face of `family` nearest to the weight and slant; raises AssetError for an unknown family."""
        return _cached_find(self, family, weight, italic)

    def fallbacks(self, weight: int, italic: bool) -> tuple[FaceRef, ...]:
        """The best face of every family there is, in search order, for characters that the first choice lacks."""
        return _cached_fallbacks(self, weight, italic)


@lru_cache(maxsize=8)
def library(folder: str | None = None) -> FaceLibrary:
    """The library for a user's `fonts` folder (None: only the packages)."""
    return FaceLibrary(folder)


@lru_cache(maxsize=256)
def _cached_find(faces: FaceLibrary, family: str, weight: int, italic: bool) -> FaceRef:
    members = _members(faces.faces, family) or _members(_system(), family)
    if members:
        return _closest(members, weight, italic)
    known = sorted({face.family for face in faces.faces})
    way_out = f"put its files into fonts/; families at hand are {', '.join(known)}"
    hint = nearest_first(family, known, way_out, "the nearest family")
    raise AssetError(Problem(f"no face of the family `{family}` is here", hint=hint, field="theme.faces"))


def _members(faces: tuple[FaceFile, ...], family: str) -> list[FaceFile]:
    """The faces of a family, or those of one of its weights that is asked for by name: `Source Serif Pro Black`."""
    wanted = family.casefold()
    members = [face for face in faces if face.family.casefold() == wanted]
    named = (wanted, f"{wanted} italic")
    return members or [face for face in faces if f"{face.family} {face.style}".casefold() in named]


@lru_cache(maxsize=64)
def _cached_fallbacks(faces: FaceLibrary, weight: int, italic: bool) -> tuple[FaceRef, ...]:
    families: dict[str, list[FaceFile]] = {}
    for face in faces.faces:
        families.setdefault(face.family, []).append(face)
    return tuple(_closest(members, weight, italic) for members in families.values())


def _closest(members: list[FaceFile], weight: int, italic: bool) -> FaceRef:
    def distance(face: FaceFile) -> tuple[bool, int, bool, bool, str]:
        beyond = max(face.weight - weight, weight - face.heaviest, 0)
        return face.italic != italic, beyond, face.origin != OWN, face.heaviest != face.weight, face.path

    return min(members, key=distance).at_weight(weight)


def _describe(family: str, origin: str, faces: list[FaceFile]) -> Family:
    styles = {face.style: None for face in sorted(faces, key=lambda face: (face.weight, face.italic))}
    first = faces[0].at_weight(400)
    scripts = tuple(script for script, letter in SAMPLES.items() if covers(first, letter))
    return Family(family, tuple(styles), scripts, origin)


# What one face can do


@lru_cache(maxsize=256)
def font(ref: FaceRef) -> hb.Font:
    """HarfBuzz's font for a face, in font units."""
    made = hb.Font(_face(ref.path, ref.number))
    if ref.axes:
        made.set_variations(dict(ref.axes))
    return made


@lru_cache(maxsize=256)
def _face(path: str, number: int) -> hb.Face:
    return hb.Face(hb.Blob.from_file_path(path), number)


@lru_cache(maxsize=65536)
def covers(ref: FaceRef, character: str) -> bool:
    """Whether the face has a glyph for the character."""
    return font(ref).get_nominal_glyph(ord(character)) is not None


@lru_cache(maxsize=256)
def metrics(ref: FaceRef) -> FaceMetrics:
    """The face's vertical measures in em."""
    made = font(ref)
    em = made.face.upem
    extents = made.get_font_extents("ltr")
    cap, ex = (made.get_glyph_extents(made.get_nominal_glyph(ord(letter)) or 0) for letter in "Hx")
    return FaceMetrics(
        extents.ascender / em,
        extents.descender / em,
        (cap.y_bearing if cap else extents.ascender) / em,
        (ex.y_bearing if ex else extents.ascender / 2) / em,
    )


@lru_cache(maxsize=256)
def has_color(ref: FaceRef) -> bool:
    """Whether the face paints its glyphs in colours of their own, as emoji faces do."""
    face = font(ref).face
    return bool(face.has_color_paint or face.has_color_layers or face.has_color_png)


# Finding the files


@lru_cache(maxsize=1)
def _packaged() -> tuple[FaceFile, ...]:
    """The faces of installed font packages."""
    return tuple(face for path in sorted(_package_files()) for face in _read(path, "package"))


@lru_cache(maxsize=1)
def _system() -> tuple[FaceFile, ...]:
    """The faces of the machine; broken files among them are none of the author's business."""
    found: list[FaceFile] = []
    for path in (path for folder in SYSTEM_FOLDERS for path in project.face_files(os.path.expanduser(folder))):
        try:
            found += _read(path, "system")
        except AssetError:
            continue
    return tuple(found)


def _package_files() -> set[str]:
    """The files that the installed font packages name."""
    files: set[str] = set()
    for package in packages.installed():
        for module, attribute in packages.entry_points(package, packages.FACES):
            files.update(getattr(__import__(module, fromlist=[attribute]), attribute).values())
    return files


def _read(path: str, origin: str, within: str | None = None) -> list[FaceFile]:
    """Every face in a file, which may not leave the folder `within`; raises AssetError if it is none."""
    try:
        files.check(path, files.MOST_BYTES, within)
        blob = hb.Blob.from_file_path(path)
        faces = [hb.Face(blob, number) for number in range(hb.Face(blob).count)]
    except files.Refused as err:
        raise AssetError(Problem(f"the face {path}: {err}", hint=err.hint)) from err
    except (hb.HarfBuzzError, OSError) as err:
        raise AssetError(
            Problem(f"cannot read the face {path}: {err}", hint="fonts/ takes TTF, OTF and TTC files")
        ) from err
    if not faces or not faces[0].glyph_count:
        raise AssetError(Problem(f"{path} is not a face", hint="fonts/ takes TTF, OTF and TTC files"))
    # HarfBuzz would draw nothing for the letters that are not there.
    if origin == OWN and any(_is_cut_short(path, number) for number in range(len(faces))):
        raise AssetError(Problem(f"the end of the face {path} is missing", hint="copy or download it again"))
    return [_face_file(face, path, number, origin) for number, face in enumerate(faces)]


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


def _face_file(face: hb.Face, path: str, number: int, origin: str) -> FaceFile:
    names = hb.OTNameIdPredefined
    family = face.get_name(names.TYPOGRAPHIC_FAMILY) or face.get_name(names.FONT_FAMILY) or os.path.basename(path)
    style = face.get_name(names.TYPOGRAPHIC_SUBFAMILY) or face.get_name(names.FONT_SUBFAMILY) or "Regular"
    made = hb.Font(face)
    lightest = heaviest = round(made.get_style_value(hb.StyleTag.WEIGHT))
    for axis in face.axis_infos if face.has_var_data else ():
        if axis.tag == WEIGHT_AXIS:
            lightest, heaviest = round(axis.min_value), round(axis.max_value)
    italic = made.get_style_value(hb.StyleTag.ITALIC) > 0 or made.get_style_value(hb.StyleTag.SLANT_ANGLE) < 0
    return FaceFile(family, style, lightest, heaviest, bool(italic), path, number, origin)
