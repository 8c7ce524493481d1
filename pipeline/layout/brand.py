"""What signs a picture and what lies behind it: a logo and a handle in a corner, and a theme's squared paper."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.errors import FitError, Problem
from pipeline.geometry import Rect, Size
from pipeline.layout.strip import Addition, LayOut, added, unit_of
from pipeline.scene import Box, Item, Path, Picture, Scene, Segment, Stroke
from pipeline.theme import Corner, Theme
from pipeline.typography import Paragraph, Span, TextStyle, Typesetter

MARGIN, GAP = 40, 14  # px at og, as a logo's size is
HANDLE = 21  # px at og, the size of the handle
CORNERS: tuple[Corner, ...] = ("bottom_right", "bottom_left", "top_right", "top_left")
_TURNED = {"left": "right", "right": "left"}


def signed(lay_out: LayOut, size: Size, theme: Theme, typesetter: Typesetter) -> tuple[Scene, ...]:
    """The pages that `lay_out` makes, each with the theme's logo and handle, on its squared paper.

    Raises FitError for a logo and handle that are wider than the page, and what `lay_out` does on a lower page.
    """
    addition = _addition(size, theme, typesetter)
    scenes = added(lay_out, size, addition, theme) if addition else lay_out(size)
    return tuple(scene._replace(items=_on_paper(scene.items, size, theme)) for scene in scenes)


def _addition(size: Size, theme: Theme, typesetter: Typesetter) -> Addition | None:
    """The logo and the handle beside it."""
    mark, unit = theme.mark, unit_of(size)
    if mark is None and not theme.handle:
        return None
    style = TextStyle(theme.faces.text, HANDLE * unit, theme.colors.muted, 600)
    handle = typesetter.set([Span(theme.handle, style)], role="theme.handle") if theme.handle else None
    logo_width, logo_height = (mark.size * unit * each for each in (mark.ratio, 1)) if mark else (0, 0)
    before = logo_width + (GAP * unit if mark and handle else 0.0)
    width = before + (handle.width if handle else 0)
    if width > size.width - 2 * MARGIN * unit:
        fact = f"logo and handle are {width:.0f} px wide, too wide for a page of {size.width:.0f} px"
        raise FitError(Problem(fact, hint="shorten the handle, or make the logo smaller"))
    corners = (mark.corner,) if mark and mark.corner else CORNERS
    corners = tuple(_turned(each, typesetter.direction == "rtl") for each in corners)
    height = max(logo_height, HANDLE * unit if handle else 0)

    def draw(rect: Rect) -> Iterator[Item]:
        if mark is not None:
            yield Picture(Rect(rect.x, rect.y, logo_width, rect.height), mark.path, role="theme.logo.file")
        if handle is not None:
            yield from _beside(handle, rect, before)

    return Addition(width, height, corners, MARGIN * unit, MARGIN * unit, draw)


def _beside(handle: Paragraph, rect: Rect, before: float) -> tuple[Item, ...]:
    """The handle, at the middle of the logo's height."""
    cap = 0.66 * handle.lines[0].runs[0].size  # found by eye: capitals and figures stand in the middle
    return handle.placed(rect.x + before, rect.y + (rect.height + cap) / 2)


def _turned(corner: Corner, is_mirrored: bool) -> Corner:
    edge, side = corner.split("_")
    return f"{edge}_{_TURNED[side]}" if is_mirrored else corner  # type: ignore[return-value]


def _on_paper(items: tuple[Item, ...], size: Size, theme: Theme) -> tuple[Item, ...]:
    """The items, with the lines of squared paper on the paper that is the first of them."""
    page, unit = Rect.of(size), unit_of(size)
    if theme.grid is None or not items or items[0] != Box(page, fill=theme.colors.paper):
        return items
    step, line = theme.grid.step * unit, max(1, round(unit))
    outline: list[Segment] = []
    for x in _steps(size.width, step):
        outline += [("M", x + line / 2, 0), ("L", x + line / 2, size.height)]
    for y in _steps(size.height, step):
        outline += [("M", 0, y + line / 2), ("L", size.width, y + line / 2)]
    return (items[0], Path(tuple(outline), stroke=Stroke(theme.grid.color, line)), *items[1:])


def _steps(length: float, step: float) -> Iterator[int]:
    """Whole px at even steps, as far from one end as from the other, so that lines are sharp."""
    count = int(length // step)
    start = (length - count * step) / 2
    yield from (round(start + index * step) for index in range(count + 1))
