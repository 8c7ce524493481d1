"""Faces made for a test: solid squares, colour layers, pictures, collections; and copies of real ones."""

# mypy: disable-error-code="import-untyped"

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from fontTools import cffLib
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont, newTable
from fontTools.ttLib.tables._g_l_y_f import Glyph
from fontTools.ttLib.tables.S_V_G_ import SVGDocument
from fontTools.ttLib.tables.sbixGlyph import Glyph as StrikeGlyph
from fontTools.ttLib.tables.sbixStrike import Strike

from pipeline.color import Color
from pipeline.scene import FaceRef
from pipeline.typography import FaceLibrary, Setting, Span, TextStyle, library

EM = 1000
SIDE = 800  # of a square, which stands on the baseline at the left of its advance
SERIF, SANS, NUMERALS = "Source Serif Pro", "Source Sans Pro", "Manrope"
BLACK, RED = Color(0, 0, 0), Color(200, 0, 0)


def style(size: float = 40, family: str = SERIF, weight: int = 400) -> TextStyle:
    """A black style of one family."""
    return TextStyle((family,), size, BLACK, weight)


def spans(text: str, size: float = 40, family: str = SERIF) -> list[Span]:
    """A text of one span."""
    return [Span(text, style(size, family))]


def settings(*sizes: float, leading: float = 1.2, max_lines: int = 1000) -> list[Setting]:
    """Settings that differ in size alone."""
    return [Setting(size, leading, max_lines) for size in sizes]


def face(family: str = SERIF, weight: int = 400, italic: bool = False) -> FaceRef:
    """A packaged face."""
    return library(None).find(family, weight, italic)


# What OS/2 `fsType` forbids, and how that is told: OpenType 1.9.1, OS/2.
FORBIDDEN = [
    (2, "its licence forbids embedding"),
    (0x104, "its licence forbids a part of it"),
    (0x200, "bitmaps alone"),
]


def licensed(folder: Path, family: str, characters: str, bits: int) -> Path:
    """A face of squares in a new folder, with these licence bits."""
    folder.mkdir()
    path = squares(folder / f"{family.lower()}.ttf", family, characters)
    font = TTFont(path)
    font["OS/2"].fsType = bits
    font.save(path)
    return path


def squares(
    path: Path,
    family: str,
    characters: str,
    *,
    style: str = "Regular",
    weight: int = 400,
    italic: bool = False,
    advance: int = EM,
    ligatures: Iterable[str] = (),
    top: int = SIDE,
    drop: int = 0,
    blank: str = "",
) -> Path:
    """Write a face in which each character is a square; `ligatures` are sequences that become one square.

    `top` and `drop` are how far the squares reach above and below the baseline, in thousandths of an em; the glyphs of
    `blank` are empty, as those of spaces are.
    """
    builder = _squares(family, characters, style, weight, italic, advance, ligatures, top, drop, blank)
    return _saved(builder.font, path)


def tall(folder: Path, characters: str, family: str = "Tall") -> FaceLibrary:
    """A library whose user's folder holds a face whose letters are as tall as those of Nastaliq."""
    builder = _squares(family, characters, top=1700, drop=900)
    builder.setupHorizontalHeader(ascent=1900, descent=-1100)
    _saved(builder.font, folder / "tall.ttf")
    return FaceLibrary(str(folder))


def color_layers(path: Path, family: str, characters: str) -> Path:
    """Write a face whose squares are painted red below and blue above (COLR version 0)."""
    builder = _squares(family, characters)
    names = [name for name in builder.font.getGlyphOrder() if name.startswith("c")]
    glyphs = dict(builder.font["glyf"].glyphs)
    metrics = dict(builder.font["hmtx"].metrics)
    lower, upper = _rectangle(0, 0, SIDE, SIDE // 2), _rectangle(0, SIDE // 2, SIDE, SIDE)
    builder.setupGlyphOrder([*builder.font.getGlyphOrder(), "lower", "upper"])
    builder.setupGlyf({**glyphs, "lower": lower, "upper": upper})
    builder.setupHorizontalMetrics({**metrics, "lower": (EM, 0), "upper": (EM, 0)})
    builder.setupCOLR({name: [("lower", 0), ("upper", 1)] for name in names})
    builder.setupCPAL([[(1, 0, 0, 1), (0, 0, 1, 1)]])
    return _saved(builder.font, path)


def postscript(path: Path, family: str, characters: str) -> Path:
    """Write a face whose squares are PostScript outlines (CFF)."""
    squares = _squares(family, characters).font
    builder = FontBuilder(EM, isTTF=False)
    order = squares.getGlyphOrder()
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(squares.getBestCmap())
    pens = {name: T2CharStringPen(squares["hmtx"][name][0], None) for name in order}
    for name, pen in pens.items():
        squares.getGlyphSet()[name].draw(pen)
    drawn = {name: pen.getCharString() for name, pen in pens.items()}
    builder.setupCFF(family, {"FullName": family}, drawn, {})
    builder.setupHorizontalMetrics(dict(squares["hmtx"].metrics))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": family, "styleName": "Regular", "psName": family})
    builder.setupOS2()
    builder.setupPost()
    return _saved(builder.font, path)


def keyed(path: Path, source: Path) -> Path:
    """Copy a face of PostScript outlines as one whose glyphs have numbers, from ten on, as large faces do (CID)."""
    font = TTFont(source)
    for table in font["cmap"].tables:
        assert table.cmap  # read before its glyphs have other names, as the widths are
    assert font["hmtx"].metrics
    order = font.getGlyphOrder()
    names = {".notdef": ".notdef", **{name: f"cid{number:05}" for number, name in enumerate(order[1:], 10)}}
    top = font["CFF "].cff.topDictIndex[0]
    shapes = top.CharStrings
    shapes.charStrings = {names[name]: place for name, place in shapes.charStrings.items()}
    part = cffLib.FontDict()
    part.Private, part.FontName = top.Private, "Own"
    shapes.fdArray, shapes.fdSelect = cffLib.FDArrayIndex(), cffLib.FDSelect()
    shapes.fdArray.append(part)
    shapes.fdArray.strings = font["CFF "].cff.strings
    shapes.fdSelect.format, shapes.fdSelect.gidArray = 3, [0] * len(order)
    top.ROS, top.CIDCount, top.charset = ("Adobe", "Identity", 0), 100, list(names.values())
    top.FDArray, top.FDSelect = shapes.fdArray, shapes.fdSelect
    for key in ("Private", "Encoding"):
        top.rawDict.pop(key, None)
        top.__dict__.pop(key, None)
    font.setGlyphOrder(list(names.values()))
    for table in font["cmap"].tables:
        table.cmap = {code: names[name] for code, name in table.cmap.items()}
    font["hmtx"].metrics = {names[name]: width for name, width in font["hmtx"].metrics.items()}
    return _saved(font, path)


def strikes(path: Path, family: str, characters: str, png: bytes) -> Path:
    """Write a face whose glyphs are a PNG picture of 16 px an em (sbix)."""
    font = _squares(family, characters).font
    table = newTable("sbix")
    strike = Strike(ppem=16, resolution=72)
    for name in font.getGlyphOrder():
        has_picture = name.startswith("c")
        strike.glyphs[name] = StrikeGlyph(
            glyphName=name, graphicType="png " if has_picture else None, imageData=png if has_picture else None
        )
    table.strikes = {16: strike}
    font["sbix"] = table
    return _saved(font, path)


def svg_drawings(path: Path, family: str, characters: str) -> Path:
    """Write a face whose glyphs are SVG drawings alone: their outlines are empty."""
    font = _squares(family, characters, no_ink=characters).font
    table = newTable("SVG ")
    table.docList = [
        SVGDocument(f'<svg xmlns="http://www.w3.org/2000/svg"><rect id="glyph{number}"/></svg>', number, number, False)
        for number in range(1, len(font.getGlyphOrder()))
    ]
    font["SVG "] = table
    return _saved(font, path)


def packed(path: Path, source: str, flavor: str) -> Path:
    """Copy a face as a WOFF or WOFF2 file."""
    font = TTFont(source)
    font.flavor = flavor
    return _saved(font, path)


def collection(path: Path, *parts: Path) -> Path:
    """Write the faces of several files as one collection."""
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = TTCollection()
    whole.fonts = [TTFont(part) for part in parts]
    whole.save(path)
    return path


def without(path: Path, source: str, characters: str) -> Path:
    """Copy a face, with its glyphs for some characters no longer to be found."""
    font = TTFont(source)
    for table in font["cmap"].tables:
        for character in characters:
            table.cmap.pop(ord(character), None)
    return _saved(font, path)


def copied(source: str, folder: Path, name: str = "") -> Path:
    """Copy a face into a folder, by default under its own name."""
    folder.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copy(source, folder / (name or Path(source).name)))


def with_dejavu(folder: Path) -> FaceLibrary:
    """A library whose user's folder holds DejaVu Sans, which has Arabic and Hebrew; matplotlib brings it along."""
    from matplotlib import get_data_path

    copied(f"{get_data_path()}/fonts/ttf/DejaVuSans.ttf", folder)
    return FaceLibrary(str(folder))


def with_squares(
    folder: Path, characters: str, family: str = "Squares", ligatures: Iterable[str] = (), blank: str = ""
) -> FaceLibrary:
    """A library whose user's folder holds a face of squares for just these characters."""
    folder.mkdir(parents=True, exist_ok=True)
    squares(folder / "squares.ttf", family, characters, ligatures=ligatures, blank=blank)
    return FaceLibrary(str(folder))


def _squares(
    family: str,
    characters: str,
    style: str = "Regular",
    weight: int = 400,
    italic: bool = False,
    advance: int = EM,
    ligatures: Iterable[str] = (),
    top: int = SIDE,
    drop: int = 0,
    no_ink: str = "",
) -> FontBuilder:
    names = {character: f"c{ord(character):04X}" for character in dict.fromkeys(characters)}
    joined = {sequence: f"c{index}_joined" for index, sequence in enumerate(ligatures)}
    order = [".notdef", *names.values(), *joined.values()]
    blank = {names[character] for character in names if character.isspace() or character in no_ink}
    builder = FontBuilder(EM, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({ord(character): name for character, name in names.items()})
    builder.setupGlyf(
        {name: TTGlyphPen(None).glyph() if name in blank else _rectangle(0, -drop, SIDE, top) for name in order}
    )
    builder.setupHorizontalMetrics(dict.fromkeys(order, (advance, 0)))
    builder.setupHorizontalHeader(ascent=SIDE, descent=SIDE - EM)
    builder.setupNameTable({"familyName": family, "styleName": style})
    builder.setupOS2(
        usWeightClass=weight,
        fsSelection=(0x20 if weight >= 700 else 0) | (0x01 if italic else 0) or 0x40,
        sTypoAscender=SIDE,
    )
    builder.font["head"].macStyle = (0x01 if weight >= 700 else 0) | (0x02 if italic else 0)
    builder.setupPost(italicAngle=-12 if italic else 0)
    if joined:
        rules = (f"sub {' '.join(names[each] for each in sequence)} by {name};" for sequence, name in joined.items())
        builder.addOpenTypeFeatures(f"feature ccmp {{ {' '.join(rules)} }} ccmp;")
    return builder


def _rectangle(left: int, bottom: int, right: int, top: int) -> Glyph:
    pen = TTGlyphPen(None)
    pen.moveTo((left, bottom))
    for corner in ((left, top), (right, top), (right, bottom)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


def _saved(font: TTFont, path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    font.save(path)
    return path
