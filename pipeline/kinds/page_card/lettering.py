"""The words of a page card: eyebrow and byline on their lines, title and description in what lies between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from pipeline.content import Leaf
from pipeline.geometry import Rect
from pipeline.kinds.page_card.content import Content
from pipeline.kinds.page_card.places import Places
from pipeline.layout.attempts import first_fit
from pipeline.layout.block import put
from pipeline.layout.canvas import CAPITALS, DESCENDERS, Canvas
from pipeline.layout.header import HANG_EM
from pipeline.layout.label import label, stand
from pipeline.layout.shape import Shape
from pipeline.layout.sunrise import ALONE_CLEAR
from pipeline.typography import Paragraph, Setting

ONE_LINE = (2.2, 1.85, 1.5, 1.25)  # of the usual size, for titles that are short enough
TITLE_SIZES = (1.0, 0.9, 0.8, 0.71, 0.63, 0.56, 0.5, 0.44, 0.39, 0.35, 0.31)  # for others
FEW_LINES_FROM, MOST_LINES = 0.6, 20  # titles of such a share of the usual size have few lines
TRIED = 3  # sizes at a time
LEADING, TRACKING_EM = 1.08, -0.02  # of titles
LOOSE, OF_TITLE = 1.38, 0.52  # of descriptions: leading, and the most of the title's size
BETWEEN = " · "


def eyebrow(canvas: Canvas, parts: Sequence[Leaf], shape: Shape, at: Places) -> float:
    """Write the eyebrow, if there is one; returns where the capitals of the title stand."""
    if not parts:
        return shape.eyebrow_base - CAPITALS * shape.eyebrow
    style = canvas.style(shape.eyebrow, canvas.colors.accent, 600, tracking_em=0.02)
    set_ = label(canvas, [(part, style) for part in parts], shape.measure, BETWEEN)
    return put(canvas, set_, shape.margin, shape.eyebrow_base) + at.above


def byline(canvas: Canvas, parts: Sequence[Leaf], shape: Shape, at: Places) -> None:
    """Write the byline, if there is one, its first part in the stronger tone."""
    if not parts:
        return
    regular = canvas.style(shape.small, canvas.colors.muted)
    strong = regular._replace(weight=600, fill=canvas.colors.ink_2)
    voices = [(part, strong if part.field == "author" else regular) for part in parts]
    stand(canvas, label(canvas, voices, shape.measure, BETWEEN), shape.margin, at.byline)


def words(canvas: Canvas, content: Content, shape: Shape, at: Places, room: Rect) -> Rect:
    """Write title and description from the top of their room, as large as it allows; returns what they cover.

    Raises FitError for words that fit in no size.
    """
    title, below = first_fit(partial(_set, canvas, content, at, room, factors) for factors in _tried())
    return _placed(canvas, title, below, shape, at, room)


def _set(
    canvas: Canvas, content: Content, at: Places, room: Rect, factors: Sequence[float]
) -> tuple[Paragraph, Paragraph | None]:
    """Title and description, the title in one of these shares of its usual size; raises FitError."""
    title = _title(canvas, content.title, at, room, factors)
    return title, _description(canvas, content.description, at, room, title)


def _tried() -> Iterator[tuple[float, ...]]:
    """The shares of the usual size that are tried, the largest first."""
    yield from ((factor,) for factor in ONE_LINE)
    yield from (TITLE_SIZES[at : at + TRIED] for at in range(len(TITLE_SIZES)))


def _title(canvas: Canvas, leaf: Leaf, at: Places, room: Rect, factors: Sequence[float]) -> Paragraph:
    """The title in the first of some shares of the usual size; the smaller ones are for better breaks."""
    style = canvas.style(at.title, canvas.colors.ink, family="display", tracking_em=TRACKING_EM)
    settings = [Setting(factor * at.title, LEADING, _most_lines(factor, at)) for factor in factors]
    return canvas.fit(leaf, style, settings, room.width, room.height)


def _most_lines(factor: float, at: Places) -> int:
    return 1 if factor > 1 else at.lines if factor >= FEW_LINES_FROM else MOST_LINES


def _description(canvas: Canvas, leaf: Leaf, at: Places, room: Rect, title: Paragraph) -> Paragraph | None:
    """The description in what the title leaves, none where it is blank."""
    if not leaf:
        return None
    unit, smallest = canvas.unit, at.descriptions[-1]
    left = room.height - title.height / unit - _between(at, title, unit)
    sizes = [size for size in at.descriptions if size <= max(smallest, OF_TITLE * title.size / unit)]
    style = canvas.style(sizes[0], canvas.colors.ink_2)
    settings = [Setting(size, LOOSE, MOST_LINES) for size in sizes]
    return canvas.fit(leaf, style, settings, room.width, max(1.0, left), is_running=True)


def _between(at: Places, title: Paragraph, unit: float) -> float:
    """From the title's last baseline to the description's capitals: clear of descenders, however large."""
    return at.between + DESCENDERS * title.size / unit


def _placed(canvas: Canvas, title: Paragraph, below: Paragraph | None, shape: Shape, at: Places, room: Rect) -> Rect:
    """Write both from the top of their room, or farther down where they leave much of it above the whole sun."""
    unit = canvas.unit
    apart = _between(at, title, unit) if below else 0.0
    height = title.height / unit + apart + (below.height / unit if below else 0.0)
    free = at.horizon - at.sun - ALONE_CLEAR - DESCENDERS * at.descriptions[0] - room.y - height
    base = room.y + at.down * max(0.0, free) + title.cap_height / unit
    covered = canvas.paragraph(title, shape.margin - HANG_EM * title.size / unit, base)
    if below is None:
        return covered
    base += title.depth / unit + apart + below.cap_height / unit
    return covered.union(canvas.paragraph(below, shape.margin, base))
