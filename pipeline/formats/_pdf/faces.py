"""Faces inside a document: the glyphs that it shows, each by a number of two bytes, and what they stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from typing import Any, NamedTuple

import pydyf

from pipeline import typography
from pipeline.formats._numbers import number
from pipeline.formats._pdf import syntax
from pipeline.formats._pdf.resources import Resources
from pipeline.scene import FaceRef, Glyph, TextRun
from pipeline.typography import drawing, subsetting

BLANK = "( )"  # the one glyph of the blank face
_SYMBOLIC, _ITALIC = 4, 64  # PDF 32000-1, table 123
_STEM = 80  # thousandths of an em: nobody draws a stem by it where the face is embedded
_TAG = 6  # letters before the name of a face that is not whole: PDF 32000-1, 9.6.4
_AT_ONCE = 100  # entries of a list in a table of characters: Adobe Technical Note 5014
# Programs put the letters of a line that runs leftwards into order one by one, and so turn those of one glyph round;
# as one character each, they are as they were, and searches know them as the same.
_LIGATURES = {"\u0644\u0622": "\ufef5", "\u0644\u0623": "\ufef7", "\u0644\u0625": "\ufef9", "\u0644\u0627": "\ufefb"}
_SAME = {0xA0: " "}  # whoever searches types the one


class Shown(NamedTuple):
    """A glyph of a document: its number as content writes it, and its advance, in thousandths of an em."""

    code: str
    advance: float


class Faces:
    """The faces of one document: their glyphs, and the characters that these have stood for so far."""

    def __init__(self, resources: Resources, runs: Iterable[TextRun]) -> None:
        self.resources = resources
        self.refused: dict[FaceRef, str] = {}
        wanted: dict[FaceRef, set[int]] = {}
        for run in runs:
            if not typography.has_color_glyphs(run) and self._is_free(run.face):
                wanted.setdefault(run.face, set()).update(glyph.id for glyph in run.glyphs)
        self._cuts = {face: subsetting.glyphs(face, frozenset(shown)) for face, shown in wanted.items()}
        self._fonts: dict[FaceRef, Any] = {}
        self._said: dict[FaceRef, dict[int, str]] = {face: {} for face in wanted}
        self._shown = {face: _shown(face, cut) for face, cut in self._cuts.items()}

    def has(self, face: FaceRef) -> bool:
        """Whether the face is part of the document."""
        return face in self._cuts

    def glyphs(self, face: FaceRef) -> Mapping[int, Shown]:
        """The glyphs of the face that are part of the document, by the numbers that they have outside it."""
        return self._shown[face]

    def tells(self, face: FaceRef, text: str, glyphs: tuple[Glyph, ...]) -> bool:
        """Whether each of the glyphs stands for its part of a text, in all of the document."""
        said = self._said[face]
        if len(glyphs) == 1 and said.get(glyphs[0].id) == text:
            return True
        pairs = _told(face, text, glyphs)
        if not pairs or any(said.get(glyph, told) != told for glyph, told in pairs):
            return False
        said.update(pairs)
        return True

    def name(self, face: FaceRef) -> str:
        """The name by which content asks for the face."""
        return self.resources.named("Font", face, lambda: self._fonts.setdefault(face, pydyf.Dictionary()))

    def blank(self) -> str:
        """The name of a face whose one glyph is an em wide and shows nothing."""
        return self.resources.named("Font", BLANK, self._blank)

    def finish(self) -> None:
        """Write the faces, once all that they stand for is known."""
        for face, font in self._fonts.items():
            font.update(self._font(face))

    def _is_free(self, face: FaceRef) -> bool:
        """Whether the face may travel inside the file; one that may not is remembered."""
        reason = subsetting.unlicensed(face)
        if reason:
            self.refused[face] = reason
        return not reason

    def _font(self, face: FaceRef) -> dict[str, Any]:
        """PDF 32000-1, 9.7.6.2."""
        cut = self._cuts[face]
        name = f"/{_tag(cut.data)}+{_plain(subsetting.described(face).name)}"
        return {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": name,
            "Encoding": "/Identity-H",
            "DescendantFonts": syntax.array(self.resources.add(self._descendant(face, name))),
            "ToUnicode": self.resources.add(syntax.stream(self._characters(face))),
        }

    def _descendant(self, face: FaceRef, name: str) -> Any:
        is_cff = self._cuts[face].is_cff
        info = pydyf.Dictionary({"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0})
        keys = {
            "Type": "/Font",
            "Subtype": "/CIDFontType0" if is_cff else "/CIDFontType2",
            "BaseFont": name,
            "CIDSystemInfo": info,
            "FontDescriptor": self.resources.add(self._descriptor(face, name)),
            "W": self._widths(face),
        }
        return pydyf.Dictionary(keys if is_cff else {**keys, "CIDToGIDMap": "/Identity"})

    def _widths(self, face: FaceRef) -> str:
        shown = self._shown[face]
        written = sorted((code, shown[glyph].advance) for glyph, code in self._cuts[face].numbers.items())
        return f"[{' '.join(f'{code} [{number(width)}]' for code, width in written)}]"

    def _descriptor(self, face: FaceRef, name: str) -> Any:
        cut, measures = self._cuts[face], subsetting.described(face)
        kind = {"Subtype": "/CIDFontType0C"} if cut.is_cff else {"Length1": len(cut.data)}
        packed = pydyf.Stream([syntax.shared(cut.data)], {"Filter": "/FlateDecode", **kind})
        file = self.resources.add(packed)
        return pydyf.Dictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": name,
                "Flags": _SYMBOLIC + (_ITALIC if measures.slant_degrees else 0),
                "FontBBox": f"[{syntax.numbers(*measures.box, places=0)}]",
                "ItalicAngle": number(measures.slant_degrees),
                "Ascent": number(measures.ascender, 0),
                "Descent": number(measures.descender, 0),
                "CapHeight": number(measures.cap_height, 0),
                "StemV": _STEM,
                "FontFile3" if cut.is_cff else "FontFile2": file,
            }
        )

    def _characters(self, face: FaceRef) -> bytes:
        """The table of characters: Adobe Technical Note 5411."""
        numbers = self._cuts[face].numbers
        said = sorted((numbers[glyph], text) for glyph, text in self._said[face].items() if glyph in numbers)
        lists = (said[at : at + _AT_ONCE] for at in range(0, len(said), _AT_ONCE))
        return "\n".join((_HEAD, *(line for each in lists for line in _list(each)), _FOOT)).encode()

    def _blank(self) -> Any:
        """PDF 32000-1, 9.6.5."""
        nothing = self.resources.add(syntax.stream(b"1000 0 d0"))
        table = "\n".join((_HEAD.replace("<0000> <ffff>", "<00> <ff>"), *_list([(32, " ")], 2), _FOOT))
        return pydyf.Dictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type3",
                "FontBBox": "[0 0 1000 1000]",
                "FontMatrix": "[0.001 0 0 0.001 0 0]",
                "CharProcs": pydyf.Dictionary({"space": nothing}),
                "Encoding": "<</Type /Encoding/Differences [32 /space]>>",
                "FirstChar": 32,
                "LastChar": 32,
                "Widths": "[1000]",
                "Resources": pydyf.Dictionary(),
                "ToUnicode": self.resources.add(syntax.stream(table.encode())),
            }
        )


_HEAD = """\
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange"""
_FOOT = """\
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def _list(said: list[tuple[int, str]], digits: int = 4) -> Iterator[str]:
    yield f"{len(said)} beginbfchar"
    for code, text in said:
        yield f"<{code:0{digits}x}> <{text.encode('utf-16-be', 'replace').hex()}>"
    yield "endbfchar"


def _shown(face: FaceRef, cut: subsetting.Cut) -> dict[int, Shown]:
    return {glyph: Shown(f"{code:04x}", subsetting.advance(face, glyph)) for glyph, code in cut.numbers.items()}


def _told(face: FaceRef, text: str, glyphs: tuple[Glyph, ...]) -> list[tuple[int, str]]:
    """What each glyph stands for: the text, if it is the only one, or its character; nothing if not all are known."""
    text = text.translate(_SAME)
    if len(glyphs) == 1:
        return [(glyphs[0].id, _LIGATURES.get(text, text))] if text else []
    shown = {drawing.nominal(face, character): character for character in text}
    pairs = [(glyph.id, shown[glyph.id]) for glyph in glyphs if glyph.id in shown]
    return pairs if len(pairs) == len(glyphs) == len(text) else []


def _tag(data: bytes) -> str:
    """Six capitals that tell one cut of a face from another."""
    value = int.from_bytes(blake2b(data, digest_size=8).digest())
    return "".join(chr(ord("A") + value // 26**place % 26) for place in range(_TAG))


def _plain(name: str) -> str:
    """A face's name in characters that need no escape."""
    return "".join(each for each in name if each.isascii() and (each.isalnum() or each in "-_")) or "Face"
