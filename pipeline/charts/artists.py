"""Artists that matplotlib has not: shapes and boxes in layout px, fills that fade, labels in a style of ours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path as Curve
from matplotlib.patheffects import AbstractPathEffect
from matplotlib.transforms import IdentityTransform

from pipeline.charts import RGBA, Anchor, tint
from pipeline.color import Color
from pipeline.curves import rounded_rect
from pipeline.geometry import Rect
from pipeline.scene import Paint, Segment
from pipeline.typography import TextStyle

_CODES = {"M": Curve.MOVETO, "L": Curve.LINETO, "C": Curve.CURVE4, "Z": Curve.CLOSEPOLY}
_SHARES: dict[Anchor, float] = {"start": 0.0, "middle": 0.5, "end": 1.0}
_CLEAR: RGBA = (0.0, 0.0, 0.0, 0.0)


def add_shape(
    figure: Figure, outline: Iterable[Segment], fill: Paint | None, line: Paint | None, width: float
) -> PathPatch:
    """An outline as one patch, see `charts.shape`."""
    patch = PathPatch(
        _curve(outline, float(figure.bbox.height)),
        facecolor=_tint(fill),
        edgecolor=_tint(line),
        linewidth=width,
        capstyle="round",
        joinstyle="round",
        transform=IdentityTransform(),
        snap=False,
    )
    if not all(paint is None or isinstance(paint, Color) for paint in (fill, line)):
        fade(patch, fill, line)
    figure.add_artist(patch)
    return patch


def add_boxes(figure: Figure, rects: Sequence[Rect], color: Color, radius: float) -> None:
    """Boxes of one colour, see `charts.boxes`."""
    outline = [
        segment for rect in rects if rect.width > 0 and rect.height > 0 for segment in rounded_rect(rect, radius)
    ]
    if outline:
        add_shape(figure, outline, color, None, 0.0)


def fade(artist: Artist, fill: Paint | None, line: Paint | None) -> None:
    """Let an artist be filled or edged with a gradient, see `charts.fade`."""
    artist.set_path_effects([_Painted(fill, line)])


def add_label(
    figure: Figure, x: float, baseline: float, text: str, style: TextStyle, anchor: Anchor, role: str
) -> None:
    """One line of text, see `charts.label`."""
    line = Label(x, float(figure.bbox.height) - baseline, text, style, _SHARES[anchor])
    line.set_gid(role)
    line.set_transform(IdentityTransform())
    figure.add_artist(line)


class Label(Artist):
    """A line of text whose style is ours, all of it; the recorder sets and places it, matplotlib lays out nothing."""

    def __init__(self, x: float, y: float, text: str, style: TextStyle, share: float) -> None:
        super().__init__()
        self._place = x, y
        self._text = text
        self._style = style
        self._share = share

    def draw(self, renderer: Any) -> None:
        """Tell the recorder what stands where."""
        renderer.open_group("label", self.get_gid())
        renderer.draw_line(*self._place, self._text, self._style, self._share)
        renderer.close_group("label")


class _Painted(AbstractPathEffect):
    """A path effect: the recorder takes these paints in the place of the artist's colours."""

    def __init__(self, fill: Paint | None, line: Paint | None) -> None:
        super().__init__()
        self._fill, self._line = fill, line

    def draw_path(self, renderer: Any, gc: Any, tpath: Any, affine: Any, rgbFace: Any = None) -> None:
        with renderer.painting(self._fill, self._line):
            renderer.draw_path(gc, tpath, affine, rgbFace)


def _tint(paint: Paint | None) -> RGBA:
    """The colour of a paint; of a gradient the first, opaque: matplotlib leaves out what cannot be seen."""
    if paint is None:
        return _CLEAR
    return tint(paint if isinstance(paint, Color) else paint.stops[0].color.with_alpha(1.0))


def _curve(outline: Iterable[Segment], height: float) -> Curve:
    """Matplotlib's path of an outline, upwards."""
    vertices: list[tuple[float, float]] = []
    codes: list[Any] = []
    for name, *values in outline:
        points = [(x, height - y) for x, y in zip(values[::2], values[1::2], strict=True)] or [(0.0, 0.0)]
        vertices += points
        codes += [_CODES[name]] * len(points)
    return Curve(vertices, codes)
