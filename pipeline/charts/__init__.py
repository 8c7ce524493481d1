"""Charts: matplotlib figures that become scene items, with our letters and the theme's colours. The door of matplotlib.

    with charts.styled(theme):
        figure = charts.figure(480, 200)                     # 1 px of the figure is 1 px of the layout, y upwards
        axes = charts.axes(figure, Rect(0, 0, 480, 160), (0, 3), (0, 10))
        axes.bar([0.5, 1.5, 2.5], [3, 8, 5], color=charts.tint(theme.colors.accent))
        figure.text(0, 180, "Sent per week", transform=None, size=18, gid="label")
        items = charts.record(figure, typesetter, theme, Rect(64, 300, 480, 200), role="chart")

matplotlib decides where things go and never draws: a text asks our typesetter for its extent and becomes a `TextRun`.
It is imported when the first figure is made (0.2 s), reads no settings and no fonts of the machine, and is later as a
host program had it. More in docs/charts.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from pipeline.charts import loading
from pipeline.color import Color
from pipeline.geometry import Rect
from pipeline.scene import Item, Paint, Segment
from pipeline.theme import Theme
from pipeline.typography import TextStyle, Typesetter

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
else:
    Artist = Axes = Figure = Any  # the names are there for annotations, the library only when a figure is made

__all__ = [
    "RGBA", "Anchor", "Axes", "Figure",
    "axes", "blocks", "boxes", "fade", "figure", "label", "record", "shape", "styled", "tint",
]  # fmt: skip

RGBA: TypeAlias = tuple[float, float, float, float]
Anchor: TypeAlias = Literal["start", "middle", "end"]


def styled(theme: Theme) -> AbstractContextManager[None]:
    """Within the block artists take the theme's colours and our plain looks; then matplotlib is as it was before.

    Its settings are those of the whole process: other threads wait here until the block ends.
    """
    loading.load()  # only a chart pays for matplotlib
    from pipeline.charts.styling import style

    return style(theme)


def figure(width: float, height: float) -> Figure:
    """An empty figure of `width` x `height` px without a background, at 72 dpi: a point is a px. While `styled`."""
    from pipeline.charts.styling import new_figure

    return new_figure(width, height)


def axes(figure: Figure, rect: Rect, x: tuple[float, float], y: tuple[float, float]) -> Axes:
    """Axes without any furniture on a part of the figure; `x` and `y` are the data at the rect's edges.

    `rect` is in px of the figure's page, origin left top as everywhere in a layout. `y` begins at its bottom.
    """
    from pipeline.charts.styling import bare_axes

    return bare_axes(figure, rect, x, y)


def blocks(
    figure: Figure,
    rects: Sequence[Rect],
    colors: Sequence[Color],
    edge: Color | None = None,
    widths: Sequence[float] = (),
) -> None:
    """Many filled boxes as one artist, far cheaper than bars on axes; `rects` count from the figure's left top, in px.

    `edge` colours a line around each, `widths` px wide.
    """
    from pipeline.charts.styling import add_blocks

    add_blocks(figure, rects, colors, edge, widths)


def boxes(figure: Figure, rects: Sequence[Rect], color: Color, radius: float = 0.0) -> None:
    """Boxes of one colour as one artist, their corners round; unlike blocks they stand where they are told.

    `rects` count from the figure's left top, in px; empty ones are left out.
    """
    from pipeline.charts.artists import add_boxes

    add_boxes(figure, rects, color, radius)


def shape(
    figure: Figure,
    outline: Iterable[Segment],
    fill: Paint | None = None,
    line: Paint | None = None,
    width: float = 0.0,
) -> Artist:
    """An outline as a patch of the figure, filled, or drawn as a line `width` px wide with round ends, or both.

    The outline and the points of gradients count from the figure's left top, in px. Edges do not snap to whole px.
    """
    from pipeline.charts.artists import add_shape

    return add_shape(figure, outline, fill, line, width)


def fade(artist: Artist, fill: Paint | None = None, line: Paint | None = None) -> None:
    """Give a patch or a collection of matplotlib's a gradient as its fill, as its line, or both.

    The gradient's points count from the figure's left top, in px. What has no fill or no line gets none by this.
    """
    from pipeline.charts.artists import fade

    fade(artist, fill, line)


def label(
    figure: Figure, x: float, baseline: float, text: str, style: TextStyle, anchor: Anchor = "start", role: str = ""
) -> None:
    """One line of text in a style of ours, with its start, middle or end at x; place and size count in figure px.

    It costs less than `figure.text`, which knows neither tracking nor features.
    """
    from pipeline.charts.artists import add_label

    add_label(figure, x, baseline, text, style, anchor, role)


def record(
    figure: Figure,
    typesetter: Typesetter,
    theme: Theme,
    rect: Rect,
    role: str = "chart",
    *,
    mirrored: bool = False,
    field: str = "",
) -> tuple[Item, ...]:
    """The figure as scene items, back to front, its left top corner on that of `rect`, scaled to the rect's width.

    Texts take the role that their artist has as gid, else `role`; families `sans-serif`, `serif` and `monospace` are
    the theme's text, display and numerals. Mirrored, everything stands on the other side, the texts still to be read.
    A character without a face is reported under the spec's `field`, else under the text's role. Raises
    NotImplementedError for images, Gouraud shading and TeX.
    """
    from pipeline.charts.recorder import recorded

    return recorded(figure, typesetter, theme, rect, role, mirrored=mirrored, field=field)


def tint(color: Color) -> RGBA:
    """A colour as matplotlib has it."""
    return (color.red / 255, color.green / 255, color.blue / 255, color.alpha)
