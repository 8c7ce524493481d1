"""Chosen breaks become lines of positioned runs, each line shaped anew so that its ends take their right form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Literal

from pipeline.geometry import Point
from pipeline.scene import Glyph, Paint, TextRun
from pipeline.typography.breaking import SOFT_HYPHEN, Segment
from pipeline.typography.directions import visual_order
from pipeline.typography.itemizing import Stretch, origins
from pipeline.typography.prepared import HANGING_START, HYPHEN, Broken, Prepared
from pipeline.typography.shaping import ShapedGlyph
from pipeline.typography.styles import Align, Line, Paragraph, moved

HANGING_END = "“”‘’‹›«»\"'」』.,;:-\u2010\u2013，。、．\u00a0\u202f"  # what may stand outside the far edge

_glyph = partial(tuple.__new__, Glyph)  # a third of the time of its own call


def paragraph(prepared: Prepared, broken: Broken, measure: float, align: Align, hanging: bool) -> Paragraph:
    """The lines of a broken text."""
    side = _side(align, prepared.is_rtl)
    lines = tuple(
        _line(prepared, first.start, last.ink, _tail(prepared, last), align, hanging) for first, last in broken.lines()
    )
    return Paragraph(lines, prepared.size, measure, side, prepared.metrics, prepared.extents(broken))


def _side(align: Align, is_rtl: bool) -> Literal["left", "center", "right"]:
    if align == "center":
        return "center"
    return "right" if is_rtl == (align == "start") else "left"


def _tail(prepared: Prepared, last: Segment) -> str:
    """A hyphen where the line ends inside a word."""
    ends_inside = not last.forced and last.ink == last.stop
    return HYPHEN if ends_inside and prepared.takes_hyphen(last.stop) else ""


def _line(prepared: Prepared, start: int, stop: int, tail: str, align: Align, hanging: bool) -> Line:
    """Characters [start, stop) and perhaps a hyphen."""
    inside = prepared.inside(start, stop)
    runs: list[TextRun] = []
    advances: dict[int, float] = {}  # by character
    x = 0.0
    for index in visual_order([stretch.level for stretch in inside]):
        stretch = inside[index]
        text = prepared.text[stretch.start : stretch.stop] + (tail if stretch is inside[-1] else "")
        for run in _runs(prepared, stretch, text, x, advances):
            runs.append(run)
            x += run.advance
    text = prepared.text[start:stop] + tail
    left, right = _hangs(prepared, text, start, advances, align) if hanging else (0.0, 0.0)
    runs = [moved(run, -left, 0) for run in runs] if left else runs
    return Line(tuple(runs), x - left - right, text)


def _runs(prepared: Prepared, stretch: Stretch, text: str, x: float, advances: dict[int, float]) -> Iterator[TextRun]:
    """A stretch as runs of one fill and one role each: letters of two colours still kern."""
    size, start = stretch.style.size, stretch.start
    places = origins(text)
    for (fill, role), group in _by_look(prepared, start, places, stretch.shaped(text, prepared.lang)):
        glyphs = []
        pen = 0.0
        for number, cluster, advance, dx, dy in group:
            place = start + places[cluster]
            glyphs.append(_glyph((number, (pen + dx) * size, dy * size)))
            advances[place] = advances.get(place, 0.0) + advance * size
            pen += advance
        written = _written(prepared, stretch, text, start + places[min(glyph.cluster for glyph in group)])
        yield TextRun(Point(x, 0), tuple(glyphs), stretch.face, size, fill, pen * size, written, role)
        x += pen * size


def _by_look(
    prepared: Prepared, start: int, places: Sequence[int], glyphs: tuple[ShapedGlyph, ...]
) -> Iterator[tuple[tuple[Paint, str], Sequence[ShapedGlyph]]]:
    """The glyphs by their fill and role, as long as these are the same."""
    if glyphs and prepared.is_of_one_span(start, start + places[-1] + 1):
        yield prepared.look_at(start), glyphs
        return
    for look, group in groupby(glyphs, key=lambda glyph: prepared.look_at(start + places[glyph.cluster])):
        yield look, list(group)


def _written(prepared: Prepared, stretch: Stretch, text: str, first: int) -> str:
    """The characters from `first` on that have its fill and role."""
    look, end = prepared.look_at(first), stretch.start + len(text)
    stop = end if prepared.is_of_one_span(first, end) else first
    while stop - stretch.start < len(text) and prepared.look_at(stop) == look:
        stop += 1
    return text[first - stretch.start : stop - stretch.start].replace(SOFT_HYPHEN, "")


def _hangs(prepared: Prepared, text: str, start: int, advances: dict[int, float], align: Align) -> tuple[float, float]:
    """How far marks stand out on the left and on the right of a line that begins at character `start`."""
    before = len(text) - len(text.lstrip(HANGING_START))
    after = len(text) - len(text.rstrip(HANGING_END)) if align != "start" else 0
    if before + after >= len(text):
        return 0.0, 0.0
    lead = sum(advances.get(index, 0.0) for index in range(start, start + before))
    trail = sum(advances.get(index, 0.0) for index in range(start + len(text) - after, start + len(text)))
    return (trail, lead) if prepared.is_rtl else (lead, trail)
