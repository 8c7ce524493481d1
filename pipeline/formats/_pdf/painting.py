"""Paint: the operators that fill a shape with a colour or a gradient, opaque or not."""

from __future__ import annotations

from functools import lru_cache

from pipeline.color import Color
from pipeline.formats._pdf import syntax
from pipeline.formats._pdf.resources import Resources
from pipeline.geometry import Rect
from pipeline.scene import LinearGradient, Paint, RadialGradient


def plain(paint: Paint) -> Color | LinearGradient | RadialGradient:
    """The paint; of a gradient without extent or of one stop the colour that it has everywhere: SVG 2, 14.2.2."""
    if isinstance(paint, Color):
        return paint
    is_empty = paint.start == paint.end if isinstance(paint, LinearGradient) else paint.radius <= 0
    return paint.stops[-1].color if is_empty or len(paint.stops) == 1 else paint


@lru_cache(maxsize=256)
def color(value: Color, stroke: bool = False) -> str:
    """The operator that sets a colour."""
    channels = syntax.numbers(*(channel / 255 for channel in value[:3]), places=4)
    return f"{channels} {'RG' if stroke else 'rg'}"


def faded(resources: Resources, alpha: float, operators: str) -> str:
    """What the operators draw, at an opacity."""
    if alpha <= 0:
        return ""
    return operators if alpha >= 1 else f"q\n/{resources.opacity(alpha)} gs\n{operators}\nQ"


def filled(resources: Resources, paint: Paint, shape: str, box: Rect) -> str:
    """A shape filled with a paint; `box` holds the shape."""
    found = plain(paint)
    if isinstance(found, Color):
        return faded(resources, found.alpha, f"{color(found)}\n{shape}\nf")
    return f"q\n{shape}\nW n\n{poured(resources, found, box)}\nQ"


def poured(resources: Resources, gradient: LinearGradient | RadialGradient, box: Rect) -> str:
    """A gradient over all that is not clipped away; the state that it leaves is to be dropped."""
    alphas = {stop.color.alpha for stop in gradient.stops}
    shown = f"/{resources.shading(gradient)} sh"
    if alphas == {1.0}:
        return shown
    if len(alphas) == 1:
        return f"/{resources.opacity(min(alphas))} gs\n{shown}"
    return f"/{resources.faded(gradient, box)} gs\n{shown}"
