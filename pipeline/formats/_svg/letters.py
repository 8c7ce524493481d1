"""Runs as elements: real text in an embedded face where each character shows its own glyph, outlines elsewhere.

    Plain words        <text class="f0" x="12 19.4 26.1">...      a place for each character: nothing is shaped again
    an office          the glyphs of `office`, with a ligature, as outlines; its letters stay as transparent text
    Arabic, emoji      the whole run as outlines or pictures, under its text, which can be found and selected

A file's own letters cannot be shaped anew by another program, so they look as the painter's do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline import typography
from pipeline.color import Color
from pipeline.formats._numbers import number
from pipeline.formats._runs import FINE, SMALLEST, Piece, moved, pieces
from pipeline.formats._svg import markup
from pipeline.formats._svg.definitions import Definitions
from pipeline.geometry import Affine, Rect
from pipeline.scene import FaceRef, Glyph, TextRun
from pipeline.typography import drawing, subsetting


class Letters:
    """The letters of one file: which characters of which faces it needs, and the runs written so far."""

    def __init__(self, definitions: Definitions, is_outlined: bool) -> None:
        self.definitions = definitions
        self.is_outlined = is_outlined
        self.characters: dict[FaceRef, set[str]] = {}
        self.refused: dict[FaceRef, str] = {}

    def elements(self, run: TextRun, matrix: Affine, places: int) -> Iterator[str]:
        """The elements of a run; `matrix` takes it to the page."""
        if run.size < SMALLEST:
            return
        if typography.has_color_glyphs(run):
            yield from _painted(run, matrix, places)
            yield from () if self.is_outlined else (_hidden(run, places),)
        elif self.is_outlined:
            yield from self._outlines(run, run.glyphs, places)
        else:
            yield from self._readable(run, places)

    def _readable(self, run: TextRun, places: int) -> Iterator[str]:
        """A run as text that can be selected, and the outlines of what its face alone would not show."""
        found = pieces(run) if self._is_free(run.face) else None
        if found is None or not any(piece.is_plain for piece in found):
            yield from self._outlines(run, run.glyphs, places)
            if run.text.strip():
                yield _hidden(run, places)
            return
        for piece in found:
            if not piece.is_plain:
                yield from self._outlines(run, piece.glyphs, places)
        self.characters.setdefault(run.face, set()).update(*(piece.text for piece in found if piece.is_plain))
        yield self._text(run, found, places)

    def _is_free(self, face: FaceRef) -> bool:
        """Whether the face may travel inside the file; one that may not is remembered."""
        reason = subsetting.unlicensed(face)
        if reason:
            self.refused[face] = reason
        return not reason

    def _text(self, run: TextRun, found: Sequence[Piece], places: int) -> str:
        order = list(self.characters).index(run.face)
        size, y = number(run.size, places), number(run.origin.y, places)
        look = f' class="{markup.OWN}f{order}" font-size="{size}"{self.definitions.paint(run.fill, "fill")}'
        head = f'<text{markup.one_class(look)} y="{y}"'
        if found[0].is_plain and len(found) == 1:
            return f'{head} x="{_places(run, found[0], places)}">{markup.text(found[0].text)}</text>'
        ends = [*(piece.glyphs[0].x for piece in found[1:]), run.advance]
        parts = (_part(run, piece, end, places) for piece, end in zip(found, ends, strict=True))
        return f"{head}>{''.join(parts)}</text>"

    def _outlines(self, run: TextRun, glyphs: Sequence[Glyph], places: int) -> Iterator[str]:
        em = run.size / drawing.units(run.face)
        fill = self.definitions.paint(run.fill, "fill")
        if not isinstance(run.fill, Color):  # a gradient's points are the page's, which glyphs of a group would not see
            shapes = (moved(drawing.outline(run.face, glyph.id), run, glyph, em) for glyph in glyphs)
            yield f'<path{fill} d="{"".join(markup.path(shape, places) for shape in shapes)}"/>'
            return
        drawn = [(glyph, key) for glyph in glyphs if (key := self.definitions.glyph(run.face, glyph.id))]
        if not drawn:
            return
        scale = f"{em:.7g}"
        move = f"matrix({scale} 0 0 -{scale} {number(run.origin.x, 3)} {number(run.origin.y, 3)})"
        used = "".join(_use(glyph, key, em) for glyph, key in drawn)
        yield f'<g{fill} transform="{move}">{used}</g>'


def _part(run: TextRun, piece: Piece, end: float, places: int) -> str:
    if piece.is_plain:
        return f'<tspan x="{_places(run, piece, places)}">{markup.text(piece.text)}</tspan>'
    start = piece.glyphs[0].x
    x, width = number(run.origin.x + start, places), number(max(end - start, 0.01), places)
    spread = f' textLength="{width}" lengthAdjust="spacingAndGlyphs"'
    return f'<tspan x="{x}"{spread} fill-opacity="0">{markup.text(piece.text)}</tspan>'


def _places(run: TextRun, piece: Piece, places: int) -> str:
    return " ".join(number(run.origin.x + glyph.x, places) for glyph in piece.glyphs)


def _hidden(run: TextRun, places: int) -> str:
    """The characters of a run where its glyphs are drawn otherwise: seen by nobody, found by a search."""
    is_mirrored = typography.is_right_to_left(run.text)
    x = run.origin.x + (run.advance if is_mirrored else 0)
    return (
        "<text"
        + markup.attributes(
            x=number(x, places),
            y=number(run.origin.y, places),
            font_size=number(run.size, places),
            direction="rtl" if is_mirrored else "",
            textLength=number(run.advance, places) if run.advance > 0 else "",
            lengthAdjust="spacingAndGlyphs" if run.advance > 0 else "",
            fill_opacity="0",
        )
        + f">{markup.text(run.text)}</text>"
    )


def _painted(run: TextRun, matrix: Affine, places: int) -> Iterator[str]:
    """Glyphs in colours of their own, as pictures."""
    from pipeline.formats._svg import pictures  # only a file with emoji pays for this import

    for glyph in typography.color_glyphs(run, Affine.scale(FINE)):
        if isinstance(glyph, typography.Strike):
            yield pictures.element(glyph.rect, pictures.data_uri("png", glyph.png), places)
            continue
        left, top, width, height = (value / FINE for value in (glyph.left, glyph.top, glyph.width, glyph.height))
        yield pictures.element(Rect(left, top, width, height), pictures.glyph(glyph), places)


def _use(glyph: Glyph, key: str, em: float) -> str:
    place = markup.attributes(x=_unless_zero(glyph.x / em), y=_unless_zero(-glyph.y / em))
    return f'<use href="#{key}"{place}/>'


def _unless_zero(value: float) -> str:
    written = number(value, 1)
    return "" if written == "0" else written
