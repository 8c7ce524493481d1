"""Faces: where they come from, what they are called, which characters they cover.

A face is known by the family, weight and style in its own tables, never by its file's name. Files in the user's
`fonts/` folder come first, then the font packages installed beside us (entry points of the group `fonts_ttf`), then
the system's folders, which are read only when somebody asks for a family that neither of the others has. A user's file
that cannot be used is no reason to make no picture: it is refused, and named where it might have been needed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple
from unicodedata import category

import uharfbuzz as hb

from pipeline import packages, project
from pipeline.errors import AssetError, Problem, nearest_first
from pipeline.scene import FaceRef
from pipeline.typography.opening import checked, is_drawn, opened

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
TALL = 2.2  # em from the top to the foot: Nastaliq and cuneiform have more, all else in Noto 1.8 and less
ONE_LINE = 1.1  # em from the top to the foot: what is left of them in the closest lines of a layout
LATIN = 0.7, 0.5  # em: the height of capitals and of x in usual faces, for a face without them
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


BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0\U0001d159")  # letters and signs without ink
BLANK_CATEGORIES = ("Zs", "Zl", "Zp", "Cc", "Cf", "Mn")  # of marks some only join or choose a form


class FaceFile(NamedTuple):
    """One face as its tables describe it; a variable face spans a range of weights and has named places in it."""

    family: str
    style: str
    weight: int
    heaviest: int
    italic: bool
    path: str
    number: int
    origin: str
    axes: tuple[tuple[str, float], ...] = ()
    named: tuple[tuple[str, tuple[tuple[str, float], ...]], ...] = ()  # the places: a style and its axes

    def at_weight(self, weight: int) -> FaceRef:
        """The reference to this face, a variable one set as near to `weight` as it goes."""
        name = f"{self.family} {self.style}"
        if self.heaviest == self.weight:
            return FaceRef(name, self.path, self.number, self.axes)
        chosen = min(max(weight, self.weight), self.heaviest)
        return FaceRef(f"{self.family} {chosen}", self.path, self.number, ((WEIGHT_AXIS, float(chosen)),))

    def styles(self) -> list[FaceFile]:
        """The face at each of its named places; itself where it has none."""
        return [self._at(style, axes) for style, axes in self.named] or [self]

    def _at(self, style: str, axes: tuple[tuple[str, float], ...]) -> FaceFile:
        weight = round(dict(axes).get(WEIGHT_AXIS, self.weight))
        return self._replace(style=style, weight=weight, heaviest=weight, axes=axes, named=())


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
        """The user's faces and the packaged ones."""
        return (*self._own[0], *_packaged())

    @property
    def refused(self) -> tuple[Problem, ...]:
        """Why some of the user's files cannot be used, each with its place and a way out."""
        return self._own[1]

    @cached_property
    def _own(self) -> tuple[tuple[FaceFile, ...], tuple[Problem, ...]]:
        """The user's faces, and what is wrong with the other files."""
        found: list[FaceFile] = []
        refused: list[Problem] = []
        around = project.folder(self.folder) if self.folder else None
        for path in project.face_files(self.folder) if self.folder else ():
            try:
                found += _read(path, OWN, around)
            except AssetError as error:
                refused += error.problems
        return tuple(found), tuple(refused)

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
    problem = Problem(f"no face of the family `{family}` is here", hint=hint, field="theme.faces")
    raise AssetError(problem, *faces.refused)


def _members(faces: tuple[FaceFile, ...], family: str) -> list[FaceFile]:
    """The faces of a family, or those of one of its weights that is asked for by name: `Source Serif Pro Black`."""
    wanted = family.casefold()
    members = [face for face in faces if face.family.casefold() == wanted]
    if members:
        return members
    named = (wanted, f"{wanted} italic")
    styles = (style for face in faces if wanted.startswith(face.family.casefold()) for style in face.styles())
    return [style for style in styles if f"{style.family} {style.style}".casefold() in named]


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
    places = (place for face in faces for place in face.styles())
    styles = {place.style: None for place in sorted(places, key=lambda place: (place.weight, place.italic))}
    first = faces[0].at_weight(400)
    scripts = tuple(script for script, letter in SAMPLES.items() if covers(first, letter))
    return Family(family, tuple(styles), scripts, origin)


# What one face can do


@lru_cache(maxsize=256)
def font(ref: FaceRef) -> hb.Font:
    """HarfBuzz's font for a face, in font units."""
    made = hb.Font(opened(ref.path, ref.number))
    if ref.axes:
        made.set_variations(dict(ref.axes))
    return made


@lru_cache(maxsize=65536)
def covers(ref: FaceRef, character: str) -> bool:
    """Whether the face has a glyph for the character, and that glyph is drawn unless the character is to be blank."""
    made = font(ref)
    glyph = made.get_nominal_glyph(ord(character))
    return glyph is not None and (_is_blank(character) or is_drawn(made, glyph))


def _is_blank(character: str) -> bool:
    return character in BLANK or category(character) in BLANK_CATEGORIES


@lru_cache(maxsize=256)
def metrics(ref: FaceRef) -> FaceMetrics:
    """The face's vertical measures in em."""
    made = font(ref)
    em = made.face.upem
    extents = made.get_font_extents("ltr")
    heights = [reach(ref, made.get_nominal_glyph(ord(letter)) or 0)[0] for letter in "Hx" if covers(ref, letter)]
    return FaceMetrics(extents.ascender / em, extents.descender / em, *(heights if len(heights) == 2 else LATIN))


@lru_cache(maxsize=65536)
def reach(ref: FaceRef, glyph: int) -> tuple[float, float]:
    """How far a glyph's ink reaches above and below its baseline, in em."""
    made = font(ref)
    extents = made.get_glyph_extents(glyph)
    if extents is None or not extents.height:
        return 0.0, 0.0
    em = made.face.upem
    return extents.y_bearing / em, -(extents.y_bearing + extents.height) / em


@lru_cache(maxsize=256)
def one_line_scale(ref: FaceRef) -> float:
    """How much smaller the letters of a tall face must be to stand in lines made for other faces; 1 for all others.

    A face is tall by its ascent and descent if its letters fill them; many ask for room that few of their signs take.
    """
    found = metrics(ref)
    height = found.ascender - found.descender
    if height <= TALL:
        return 1.0
    made = font(ref)
    letters = filter(str.isalpha, map(chr, made.face.unicodes))
    reached = [reach(ref, made.get_nominal_glyph(ord(letter)) or 0) for letter in letters]
    above, below = (max(side, default=0.0) for side in zip(*reached, strict=True)) if reached else (0.0, 0.0)
    return ONE_LINE / height if above + below > TALL else 1.0


def is_tall(ref: FaceRef) -> bool:
    """Whether the face's letters take more than the lines of other faces."""
    return one_line_scale(ref) != 1


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
    faces = checked(path, within, is_own=origin == OWN)
    return [_face_file(face, path, number, origin) for number, face in enumerate(faces)]


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
    return FaceFile(
        family, style, lightest, heaviest, bool(italic), path, number, origin, named=tuple(_named_places(face))
    )


def _named_places(face: hb.Face) -> Iterator[tuple[str, tuple[tuple[str, float], ...]]]:
    """The styles that a variable face names, each with its place on the axes."""
    if not face.has_var_data:
        return
    tags = [axis.tag for axis in face.axis_infos]
    for place in face.named_instances:
        name = face.get_name(place.subfamily_name_id)
        if name:
            yield name, tuple(zip(tags, place.design_coords, strict=True))
