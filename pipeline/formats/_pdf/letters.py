"""Runs as text: every glyph by its number in an embedded face, at its place, and the characters it stands for.

Plain words      each glyph stands for its character: the face's own table of characters (ToUnicode) says which
an office        of a ligature, a join or a mark the characters are written beside its glyphs (ActualText)
right to left    glyphs as they are seen, the characters as they are read
emoji            pictures, and over them a blank that stands for the characters
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from pipeline import typography
from pipeline.color import Color
from pipeline.formats._numbers import number
from pipeline.formats._pdf import syntax
from pipeline.formats._pdf.faces import BLANK, Faces, Shown
from pipeline.formats._pdf.painting import color, faded, filled, plain, poured
from pipeline.formats._pdf.resources import Resources
from pipeline.formats._runs import FINE, SMALLEST, Unit, moved, units
from pipeline.geometry import Affine, Rect
from pipeline.scene import Glyph, TextRun
from pipeline.typography import drawing

_CLIP = 7  # the text rendering mode: PDF 32000-1, table 106


class Letters:
    """The letters of one document."""

    def __init__(self, resources: Resources, faces: Faces) -> None:
        self.resources = resources
        self.faces = faces

    def operators(self, run: TextRun, places: int) -> Iterator[str]:
        """The operators that show a run."""
        if run.size < SMALLEST:
            return
        if typography.has_color_glyphs(run):
            yield from self._painted(run, places)
            yield self._blank(run, places)
        elif not self.faces.has(run.face):
            yield self._outlines(run, places)
            yield self._blank(run, places)
        else:
            yield self._text(run, places)

    def _text(self, run: TextRun, places: int) -> str:
        shown = list(self._parts(run, places))
        if not shown:
            return ""
        head = f"/{self.faces.name(run.face)} {number(run.size, 4)} Tf"
        fill = plain(run.fill)
        if isinstance(fill, Color):
            return faded(self.resources, fill.alpha, "\n".join(("BT", color(fill), head, *shown, "ET")))
        written = "\n".join(("BT", f"{_CLIP} Tr", head, *shown, "ET"))
        return f"q\n{written}\n{poured(self.resources, fill, _around(run))}\nQ"

    def _parts(self, run: TextRun, places: int) -> Iterator[str]:
        """The operators that show a run, word by word where it is read from right to left."""
        found = units(run)
        if not typography.is_right_to_left(run.text):
            yield from self._stretch(run, found, places)
            return
        words = [list(word) for _, word in groupby(found, lambda unit: unit[0].isspace())]
        for word in reversed(words):
            yield from self._stretch(run, word, places)

    def _stretch(self, run: TextRun, found: list[Unit], places: int) -> Iterator[str]:
        """Neighbours, with the characters beside those of their glyphs that do not give them."""
        told = ((self.faces.tells(run.face, *unit), unit) for unit in found)
        for is_told, group in groupby(told, itemgetter(0)):
            same = [unit for _, unit in group]
            for part in [same] if is_told else [[unit] for unit in same]:
                written = "\n".join(self._lines(run, [glyph for _, glyphs in part for glyph in glyphs], places))
                if written:
                    yield written if is_told else spoken(part[0][0], written)

    def _lines(self, run: TextRun, glyphs: Sequence[Glyph], places: int) -> Iterator[str]:
        """The glyphs, in as many operators as there are heights."""
        known = self.faces.glyphs(run.face)
        drawn = [glyph for glyph in glyphs if glyph.id in known]
        for height, line in groupby(drawn, lambda glyph: glyph.y):
            same = list(line)
            x, y = run.origin.x + same[0].x, run.origin.y + height
            yield f"1 0 0 -1 {syntax.numbers(x, y, places=places + 1)} Tm\n{_line(same, known, run.size)}"

    def _outlines(self, run: TextRun, places: int) -> str:
        """The shapes of glyphs whose face may not be part of the file."""
        em = run.size / drawing.units(run.face)
        shape = [moved(drawing.outline(run.face, glyph.id), run, glyph, em) for glyph in run.glyphs]
        drawn = "\n".join(syntax.outline(each, places) for each in shape if each)
        return filled(self.resources, run.fill, drawn, _around(run)) if drawn else ""

    def _painted(self, run: TextRun, places: int) -> Iterator[str]:
        """Glyphs in colours of their own, as pictures."""
        from pipeline.formats import _pictures  # only a page with emoji pays for these imports
        from pipeline.formats._pdf import pictures

        for glyph in typography.color_glyphs(run, Affine.scale(FINE)):
            if isinstance(glyph, typography.Strike):
                rect, image = glyph.rect, _pictures.strike(glyph.png)
            else:
                sides = (glyph.left, glyph.top, glyph.width, glyph.height)
                rect, image = Rect(*(side / FINE for side in sides)), _pictures.glyph(glyph)
            name = pictures.glyph(self.resources, image)
            yield pictures.shown(name, rect, places)

    def _blank(self, run: TextRun, places: int) -> str:
        """A blank as wide as the run, which stands for its characters."""
        if not run.text.strip() or run.advance <= 0:
            return ""
        at = syntax.numbers(run.origin.x, run.origin.y, places=places)
        wide = number(100 * run.advance / run.size, 2)
        size = number(run.size, 4)
        return spoken(run.text, f"BT\n/{self.faces.blank()} {size} Tf {wide} Tz\n1 0 0 -1 {at} Tm\n{BLANK} Tj\nET")


def _line(glyphs: Sequence[Glyph], known: Mapping[int, Shown], size: float) -> str:
    """Glyphs on one line, each moved back by what it would else stand too far to the right."""
    parts, at = ["[<"], 0.0
    start, em = glyphs[0].x, 1000 / size
    for glyph in glyphs:
        code, advance = known[glyph.id]
        back = round(at - (glyph.x - start) * em)
        if back:
            parts.append(f">{back}<")
            at -= back
        parts.append(code)
        at += advance
    return "".join((*parts, ">] TJ"))


def spoken(text: str, operators: str) -> str:
    """What the operators show, with the characters that it stands for."""
    return f"/Span <</ActualText {syntax.text(text).decode()}>> BDC\n{operators}\nEMC" if text else operators


def _around(run: TextRun) -> Rect:
    """A box that holds a run."""
    return Rect(run.origin.x, run.origin.y, run.advance, 0).inset(-2 * run.size)
