"""The words of a page card: eyebrow and byline on their lines, title and description in what lies between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from pipeline.content import Leaf
from pipeline.geometry import Rect
from pipeline.kinds.page_card.content import Content
from pipeline.kinds.page_card.places import Places
from pipeline.layout.attempts import first_fit
from pipeline.layout.block import apart, put
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


class Eyebrow(NamedTuple):
    """What stands above the title, if anything does, its last baseline, and where the capitals of a title stand."""

    set_: Paragraph | None
    last: float
    below: float


def eyebrow(canvas: Canvas, parts: Sequence[Leaf], shape: Shape, at: Places) -> Eyebrow:
    """Write the eyebrow, if there is one."""
    if not parts:
        return Eyebrow(None, 0.0, shape.eyebrow_base - CAPITALS * shape.eyebrow)
    style = canvas.style(shape.eyebrow, canvas.colors.accent, 600, tracking_em=0.02)
    set_ = label(canvas, [(part, style) for part in parts], shape.measure, BETWEEN)
    last = put(canvas, set_, shape.margin, shape.eyebrow_base)
    return Eyebrow(set_, last, last + at.above)


def byline(canvas: Canvas, parts: Sequence[Leaf], shape: Shape, at: Places) -> None:
    """Write the byline, if there is one, its first part in the stronger tone."""
    if not parts:
        return
    regular = canvas.style(shape.small, canvas.colors.muted)
    strong = regular._replace(weight=600, fill=canvas.colors.ink_2)
    voices = [(part, strong if part.field == "author" else regular) for part in parts]
    stand(canvas, label(canvas, voices, shape.measure, BETWEEN), shape.margin, at.byline)


class _Words(NamedTuple):
    """Title and description, and the room that is left below the eyebrow."""

    title: Paragraph
    description: Paragraph | None
    room: Rect


def words(canvas: Canvas, content: Content, shape: Shape, at: Places, above: Eyebrow, lowest: float) -> Rect:
    """Write title and description below the eyebrow, as large as the room down to `lowest` allows.

    Returns what they cover; raises FitError for words that fit in no size.
    """
    room = Rect(shape.margin, above.below, shape.measure, lowest - above.below)
    set_ = first_fit(partial(_set, canvas, content, at, above, room, factors) for factors in _tried())
    return _placed(canvas, set_, shape, at)


def _set(canvas: Canvas, content: Content, at: Places, above: Eyebrow, room: Rect, factors: Sequence[float]) -> _Words:
    """The words, the title in one of these shares of its usual size; raises FitError."""
    title = _title(canvas, content.title, at, room, factors)
    top = above.last + apart(canvas, above.set_, title, 0.0) - title.cap_height / canvas.unit
    if above.set_ and top > room.y:  # letters that reach far up begin lower
        room = room._replace(y=top, height=room.bottom - top)
        title = _title(canvas, content.title, at, room, factors)
    return _Words(title, _description(canvas, content.description, at, room, title), room)


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
    left = room.height - title.height / unit
    sizes = [size for size in at.descriptions if size <= max(smallest, OF_TITLE * title.size / unit)]
    style = canvas.style(sizes[0], canvas.colors.ink_2)
    settings = [Setting(size, LOOSE, MOST_LINES) for size in sizes]
    between = _between(canvas, at, title)
    for _ in range(2):  # again where letters reach so far that it stands lower
        found = canvas.fit(leaf, style, settings, room.width, max(1.0, left - between), is_running=True)
        if (between := _between(canvas, at, title, found)) + found.height / unit <= left:
            return found
    return found


def _between(canvas: Canvas, at: Places, title: Paragraph, below: Paragraph | None = None) -> float:
    """From the title's last baseline to the description's capitals: clear of descenders, however large."""
    least = at.between + DESCENDERS * title.size / canvas.unit
    return max(least, apart(canvas, title, below, 0.0) - (below.cap_height / canvas.unit if below else 0.0))


def _placed(canvas: Canvas, set_: _Words, shape: Shape, at: Places) -> Rect:
    """Write both from the top of their room, or farther down where they leave much of it above the whole sun."""
    (title, below, room), unit = set_, canvas.unit
    between = _between(canvas, at, title, below) if below else 0.0
    height = title.height / unit + between + (below.height / unit if below else 0.0)
    free = at.horizon - at.sun - ALONE_CLEAR - DESCENDERS * at.descriptions[0] - room.y - height
    base = room.y + at.down * max(0.0, free) + title.cap_height / unit
    covered = canvas.paragraph(title, shape.margin - HANG_EM * title.size / unit, base)
    if below is None:
        return covered
    base += title.depth / unit + between + below.cap_height / unit
    return covered.union(canvas.paragraph(below, shape.margin, base))
