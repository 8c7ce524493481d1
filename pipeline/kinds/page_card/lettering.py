"""The words of a page card: eyebrow and byline on their lines, title and description in what lies between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.content import Leaf
from pipeline.errors import FitError
from pipeline.geometry import Rect
from pipeline.kinds.page_card.content import Content
from pipeline.kinds.page_card.places import Places
from pipeline.layout.canvas import CAPITALS, DESCENDERS, Canvas
from pipeline.layout.header import EYEBROW_LEADING, HANG_EM
from pipeline.layout.shape import Shape
from pipeline.layout.sunrise import ALONE_CLEAR
from pipeline.typography import Paragraph, Setting, Span, TextStyle

ONE_LINE = (2.2, 1.85, 1.5, 1.25)  # of the usual size, for titles that are short enough
TITLE_SIZES = (1.0, 0.9, 0.8, 0.71, 0.63, 0.56, 0.5, 0.44, 0.39, 0.35, 0.31)  # for others
FEW_LINES_FROM, MOST_LINES = 0.6, 20  # titles of such a share of the usual size have few lines
TRIED = 3  # sizes at a time
LEADING, TRACKING_EM = 1.08, -0.02  # of titles
LOOSE, OF_TITLE = 1.38, 0.52  # of descriptions: leading, and the most of the title's size
LINE_SIZES = (1.0, 0.92, 0.85)  # of eyebrow and byline; on two lines, then on three
BETWEEN = " · "


def eyebrow(canvas: Canvas, parts: Sequence[Leaf], shape: Shape, at: Places) -> float:
    """Write the eyebrow, if there is one; returns where the capitals of the title stand."""
    if not parts:
        return shape.eyebrow_base - CAPITALS * shape.eyebrow
    style = canvas.style(shape.eyebrow, canvas.colors.accent, 600, tracking_em=0.02)
    set_ = _line(canvas, parts, [style] * len(parts), shape.measure)
    canvas.paragraph(set_, shape.margin, shape.eyebrow_base)
    return shape.eyebrow_base + set_.depth / canvas.unit + at.above


def byline(canvas: Canvas, parts: Sequence[Leaf], shape: Shape, at: Places) -> None:
    """Write the byline, if there is one, its first part in the stronger tone."""
    if not parts:
        return
    regular = canvas.style(shape.small, canvas.colors.muted)
    strong = regular._replace(weight=600, fill=canvas.colors.ink_2)
    set_ = _line(canvas, parts, [strong if part.field == "author" else regular for part in parts], shape.measure)
    canvas.paragraph(set_, shape.margin, at.byline - set_.depth / canvas.unit)


def words(canvas: Canvas, content: Content, shape: Shape, at: Places, room: Rect) -> Rect:
    """Write title and description from the top of their room, as large as it allows; returns what they cover.

    Raises FitError for words that fit in no size.
    """
    refused: FitError | None = None
    for factors in _tried():
        try:
            title = _title(canvas, content.title, at, room, factors)
            below = _description(canvas, content.description, at, room, title)
        except FitError as error:
            refused = error
            continue
        return _placed(canvas, title, below, shape, at, room)
    raise refused or AssertionError("no size was tried")


def _tried() -> Iterator[tuple[float, ...]]:
    """The shares of the usual size that are tried, the largest first."""
    yield from ((factor,) for factor in ONE_LINE)
    yield from (TITLE_SIZES[at : at + TRIED] for at in range(len(TITLE_SIZES)))


def _title(canvas: Canvas, leaf: Leaf, at: Places, room: Rect, factors: Sequence[float]) -> Paragraph:
    """The title in the first of some shares of the usual size; the smaller ones are for better breaks."""
    unit = canvas.unit
    style = canvas.style(at.title, canvas.colors.ink, family="display", tracking_em=TRACKING_EM)
    settings = [Setting(factor * at.title * unit, LEADING, _most_lines(factor, at)) for factor in factors]
    return canvas.page.fit(leaf.text, style, settings, room.width * unit, room.height * unit, leaf.field)


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
    settings = [Setting(size * unit, LOOSE, MOST_LINES) for size in sizes]
    height = max(1.0, left) * unit
    return canvas.page.fit(leaf.text, style, settings, room.width * unit, height, leaf.field, is_running=True)


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


def _line(canvas: Canvas, parts: Sequence[Leaf], styles: Sequence[TextStyle], measure: float) -> Paragraph:
    """The parts one after another: on one line, at need smaller, then on more."""
    spans = [
        Span(f"{BETWEEN if index else ''}{part}", style._replace(size=style.size * canvas.unit), part.field)
        for index, (part, style) in enumerate(zip(parts, styles, strict=True))
    ]
    size = spans[0].style.size
    settings = [Setting(factor * size, EYEBROW_LEADING, lines) for lines in (1, 2, 3) for factor in LINE_SIZES]
    return canvas.page.fit(spans, spans[0].style, settings, measure * canvas.unit, 3 * size, parts[0].field)
