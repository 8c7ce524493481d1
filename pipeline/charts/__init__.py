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

from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, TypeAlias

from pipeline.charts import loading
from pipeline.color import Color
from pipeline.geometry import Rect
from pipeline.scene import Item
from pipeline.theme import Theme
from pipeline.typography import Typesetter

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
else:
    Artist = Axes = Figure = Any  # the names are there for annotations, the library only when a figure is made

__all__ = ["RGBA", "Axes", "Figure", "axes", "figure", "record", "styled", "tint"]

RGBA: TypeAlias = tuple[float, float, float, float]


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


def record(
    figure: Figure,
    typesetter: Typesetter,
    theme: Theme,
    rect: Rect,
    role: str = "chart",
    *,
    mirrored: bool = False,
) -> tuple[Item, ...]:
    """The figure as scene items, back to front, its left top corner on that of `rect`, scaled to the rect's width.

    Texts take the role that their artist has as gid, else `role`; families `sans-serif`, `serif` and `monospace` are
    the theme's text, display and numerals. Mirrored, everything stands on the other side, the texts still to be read.
    A character without a face is reported under the text's role. Raises NotImplementedError for images, Gouraud shading
    and TeX.
    """
    from pipeline.charts.recorder import recorded

    return recorded(figure, typesetter, theme, rect, role, mirrored=mirrored)


def tint(color: Color) -> RGBA:
    """A colour as matplotlib has it."""
    return (color.red / 255, color.green / 255, color.blue / 255, color.alpha)
