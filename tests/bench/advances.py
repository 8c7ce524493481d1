"""How far drawn text is from where HarfBuzz would ideally put it, at 40 sizes from 12 to 96 px.

The last glyph of a line is painted where the typesetter put it, and once more at the line's start; the distance between
the centres of their ink is how far the pen has moved in pixels. The ideal is the sum of the advances that HarfBuzz
gives for the text in font units. Both leave out the last glyph's own advance, which nobody sees.

The ink of one small glyph wanders by up to 0.1 px as it is painted at other fractions of a pixel, which is the
rasteriser's and does not add up along a line. So each line is drawn at eight fractions, and the mean counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import mean

import uharfbuzz as hb

from pipeline.color import Color
from pipeline.geometry import IDENTITY, Point
from pipeline.scene import TextRun
from pipeline.typography import Mask, Span, TextStyle, Typesetter, ink_masks, library
from tests.bench.figures import Figure, Section
from tests.bench.quotes import QUOTES

KERNED = (
    "AVAToffi",
    "Wave, Tokyo, Yvonne",
    "official fjord affluence",
    "1,204 of 7,411 in 2026",
    "To LTV: ‘Ty’ “Yo” P.A.",
    "Åse Ångström, Çelik, Żółw",
    "R&D @ 72 % (+11)",
    "Traffic f(x) = x²",
    "WAVEFORM AVATAR TAXI",
    "minimum illicit lull",
)
FAMILIES = ("Source Serif Pro", "Source Sans Pro", "Manrope")
SMALLEST_PX, LARGEST_PX = 12, 96
LIMIT_PX = 0.1
BASELINE = 200
FRACTIONS = tuple(index / 8 for index in range(8))  # of a pixel, where a line may start


def measure() -> Section:
    """The largest distance between drawn and ideal over all strings."""
    texts = (*QUOTES, *KERNED)
    typesetter = Typesetter(library())
    off = []
    for index, text in enumerate(texts):
        size = SMALLEST_PX + (LARGEST_PX - SMALLEST_PX) * index / (len(texts) - 1)
        style = TextStyle((FAMILIES[index % len(FAMILIES)],), size, Color(0, 0, 0))
        (run,) = typesetter.set([Span(text, style)]).lines[0].runs
        off.append((abs(_drawn(run) - _ideal(run)), text, size))
    worst, text, size = max(off)
    title = f"text: drawn against ideal advance, {len(texts)} strings, {SMALLEST_PX} to {LARGEST_PX} px"
    return Section(title, (Figure("largest distance", worst, "px", LIMIT_PX, seen=f"{text!r} at {size:.1f} px"),))


def _drawn(run: TextRun) -> float:
    """How far from the run's start its last glyph is painted, in px."""
    last = run.glyphs[-1]
    there = run._replace(glyphs=(last,))
    here = run._replace(glyphs=(last._replace(x=0, y=0),))
    return float(mean(_centers(there)) - mean(_centers(here)))


def _centers(run: TextRun) -> Sequence[float]:
    """The x of the middle of the run's ink, in px, from each start in `FRACTIONS`."""
    starts = [run._replace(origin=Point(start, BASELINE)) for start in FRACTIONS]
    return [_center(mask) for each in starts for mask in ink_masks(each, IDENTITY)]


def _center(mask: Mask) -> float:
    rows = [mask.data[row * mask.stride : row * mask.stride + mask.width] for row in range(mask.height)]
    columns = [sum(column) for column in zip(*rows, strict=True)]
    return float(mask.left + sum((x + 0.5) * ink for x, ink in enumerate(columns)) / sum(columns))


def _ideal(run: TextRun) -> float:
    """What HarfBuzz's own advances add up to before the last glyph, in px."""
    face = hb.Face(hb.Blob.from_file_path(run.face.path), run.face.number)
    font = hb.Font(face)
    font.set_variations(dict(run.face.axes))
    buffer = hb.Buffer()
    buffer.add_str(run.text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    units = sum(position.x_advance for position in buffer.glyph_positions[:-1]) + buffer.glyph_positions[-1].x_offset
    return float(units * run.size / face.upem)
