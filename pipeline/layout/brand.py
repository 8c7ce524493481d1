"""What signs a picture and what lies behind it: a logo and a handle in a corner, and a theme's squared paper.

A sign stands in a corner where a kind has drawn nothing but its paper. Where there is none, the kind is laid out once
more on a page that is lower by a strip, and the sign has the strip and the margin beside it. So it lies on nothing.

    +-----------------+    +-----------------+
    |  Words          |    | +-------------+ |
    |  and words      |    | | full        | |
    |        @ada [#] |    | +-------------+ |
    +-----------------+    |        @ada [#] |
                           +-----------------+

On a page as narrow as a story it keeps off what a platform's buttons hide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import ceil, sqrt
from typing import NamedTuple, TypeGuard

from pipeline.errors import FitError, Problem
from pipeline.geometry import Affine, Point, Rect, Size
from pipeline.layout.proportions import hidden
from pipeline.scene import Box, Group, Item, Path, Picture, RadialGradient, Scene, Segment, Stroke, TextRun, walk
from pipeline.theme import Corner, Mark, Theme
from pipeline.typography import Paragraph, Span, TextStyle, Typesetter

MARGIN, GAP = 40, 14  # px at og, as a logo's size is
CLEAR = 16  # px at og around the sign that must be free in a corner
BESIDE = 20  # px at og above and below the sign where no corner was free
HANDLE = 21  # px at og, the size of the handle
CORNERS: tuple[Corner, ...] = ("bottom_right", "bottom_left", "top_right", "top_left")
LOWERED = 4  # times that a page is laid out lower, until what it draws leaves room for the sign
_OG = sqrt(1200 * 630)
_TURNED = {"left": "right", "right": "left"}


class _Sign(NamedTuple):
    """The logo and the handle beside it, and the size of both together."""

    mark: Mark | None
    handle: Paragraph | None
    logo_width: float
    gap: float
    width: float
    height: float
    corners: tuple[Corner, ...]


def signed(
    lay_out: Callable[[Size], tuple[Scene, ...]], size: Size, theme: Theme, typesetter: Typesetter
) -> tuple[Scene, ...]:
    """The pages that `lay_out` makes, each with the theme's sign and on its squared paper.

    Raises FitError for a sign that is wider than the page, and what `lay_out` does on a lower page.
    """
    unit = sqrt(size.width * size.height) / _OG
    scenes = lay_out(size)
    sign = _sign(theme, typesetter, unit)
    if sign is not None:
        if sign.width > size.width - 2 * MARGIN * unit:
            fact = f"logo and handle are {sign.width:.0f} px wide, too wide for a page of {size.width:.0f} px"
            raise FitError(Problem(fact, hint="shorten the handle, or make the logo smaller"))
        is_mirrored = typesetter.direction == "rtl"
        sign = sign._replace(corners=tuple(_turned(each, is_mirrored) for each in sign.corners))
        free = [_free_corner(scene, sign, theme, unit) for scene in scenes]
        if None in free:
            return _with_strips(lay_out, scenes, sign, theme, unit)
        scenes = tuple(
            scene._replace(items=(*scene.items, *_drawn(sign, corner)))
            for scene, corner in zip(scenes, free, strict=True)
            if corner is not None
        )
    return tuple(scene._replace(items=_on_paper(scene.items, size, theme, unit)) for scene in scenes)


def _sign(theme: Theme, typesetter: Typesetter, unit: float) -> _Sign | None:
    if theme.mark is None and not theme.handle:
        return None
    style = TextStyle(theme.faces.text, HANDLE * unit, theme.colors.muted, 600)
    handle = typesetter.set([Span(theme.handle, style)], role="theme.handle") if theme.handle else None
    logo_width, logo_height = (
        (theme.mark.size * unit * each for each in (theme.mark.ratio, 1)) if theme.mark else (0, 0)
    )
    gap = GAP * unit if theme.mark and handle else 0.0
    width = logo_width + gap + (handle.width if handle else 0)
    height = max(logo_height, HANDLE * unit if handle else 0)
    corners = (theme.mark.corner,) if theme.mark and theme.mark.corner else CORNERS
    return _Sign(theme.mark, handle, logo_width, gap, width, height, corners)


def _turned(corner: Corner, is_mirrored: bool) -> Corner:
    edge, side = corner.split("_")
    return f"{edge}_{_TURNED[side]}" if is_mirrored else corner  # type: ignore[return-value]


def _free_corner(scene: Scene, sign: _Sign, theme: Theme, unit: float) -> Rect | None:
    """Where the sign lies on nothing but paper, in the first of its corners that has room."""
    taken = list(_taken(scene, theme))
    for corner in sign.corners:
        rect = _at(corner, scene.size, sign, MARGIN * unit)
        around = rect.inset(-CLEAR * unit)
        if not any(_overlap(around, each) for each in taken):
            return rect
    return None


def _at(corner: Corner, size: Size, sign: _Sign, margin: float) -> Rect:
    """The sign's place; where buttons hide the page's edge they are margin enough."""
    safe, covered = _safe(size), hidden(size)
    x = safe.x + margin if corner.endswith("left") else safe.right - margin - sign.width
    if corner.startswith("top"):
        y = safe.y + (0 if covered.top else margin)
    else:
        y = safe.bottom - (0 if covered.bottom else margin) - sign.height
    return Rect(x, y, sign.width, sign.height)


def _taken(scene: Scene, theme: Theme) -> Iterator[Rect]:
    """The boxes around all that is drawn, but for the paper and what light falls on the whole of it."""
    page = Rect.of(scene.size)
    for item, transform in walk(scene.items):
        if isinstance(item, Box):
            if _is_light(item, page) or (item.rect == page and item.fill == theme.colors.paper):
                continue
            yield transform.bounds(item.rect)
        elif isinstance(item, Picture):
            yield transform.bounds(item.rect)
        elif isinstance(item, TextRun):
            yield transform.bounds(Rect(item.origin.x, item.origin.y - item.size, item.advance, 1.35 * item.size))
        elif isinstance(item, Path):
            yield transform.bounds(_around(item))


def _is_light(item: Item, page: Rect) -> TypeGuard[Box]:
    """Whether it is light that falls on the whole page."""
    return isinstance(item, Box) and item.rect == page and isinstance(item.fill, RadialGradient)


def _shone(light: Box, down: float, page: Rect) -> Box:
    """The light on a page that is moved down, shining on the whole of it: it has no edge where the strip begins."""
    if not isinstance(light.fill, RadialGradient):
        return light
    center = light.fill.center
    return light._replace(rect=page, fill=light.fill._replace(center=Point(center.x, center.y + down)))


def _around(path: Path) -> Rect:
    """The box around a path's points; a curve lies within those that control it."""
    numbers = [number for segment in path.outline for number in segment[1:]]
    xs, ys = numbers[::2] or [0.0], numbers[1::2] or [0.0]
    reach = path.stroke.width / 2 if path.stroke else 0.0
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)).inset(-reach)


def _overlap(one: Rect, other: Rect) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def _drawn(sign: _Sign, rect: Rect) -> Iterator[Item]:
    """The logo, and the handle at the middle of its height."""
    if sign.mark is not None:
        yield Picture(Rect(rect.x, rect.y, sign.logo_width, rect.height), sign.mark.path, role="theme.logo.file")
    if sign.handle is not None:
        cap = 0.66 * sign.handle.lines[0].runs[0].size  # found by eye: capitals and figures stand in the middle
        baseline = rect.y + (rect.height + cap) / 2
        yield from sign.handle.placed(rect.x + sign.logo_width + sign.gap, baseline)


def _with_strips(
    lay_out: Callable[[Size], tuple[Scene, ...]], scenes: tuple[Scene, ...], sign: _Sign, theme: Theme, unit: float
) -> tuple[Scene, ...]:
    """The pages laid out lower, each with the sign in the strip that this leaves, and in the margin beside the strip.

    The margin is what the kind left empty on the whole page; should it leave less on a lower one, the strip is higher.
    """
    size, strip = scenes[0].size, sign.height + 2 * BESIDE * unit
    safe = _safe(size)
    lack = strip - min(_margin(Rect.of(size), scene, safe, sign, theme) for scene in scenes)
    height, pages = 0.0, scenes
    for _ in range(LOWERED):
        height = max(0.0, ceil(height + lack))
        pages = lay_out(Size(size.width, size.height - height))
        page = _lower(size, size.height - height, sign)
        lack = strip - min(_margin(page, scene, safe, sign, theme) for scene in pages)
        if lack <= 1:
            break
    return tuple(_with_strip(scene, size, page, sign, theme, unit) for scene in pages)


def _safe(size: Size) -> Rect:
    """What no buttons hide of a page."""
    covered = hidden(size)
    return Rect(0, covered.top, size.width, size.height - covered.top - covered.bottom)


def _lower(size: Size, height: float, sign: _Sign) -> Rect:
    """Where a page of this height lies on the whole one: what buttons hide of both begins or ends at one height."""
    lower = _safe(Size(size.width, height))
    y = _safe(size).bottom - lower.bottom if _is_above(sign) else _safe(size).y - lower.y
    return Rect(0, y, size.width, height)


def _margin(page: Rect, scene: Scene, safe: Rect, sign: _Sign, theme: Theme) -> float:
    """How much is empty between the page's safe edge, where the sign goes, and all that is drawn on `page`."""
    taken = list(_taken(scene, theme)) or [Rect.of(scene.size)]
    if _is_above(sign):
        return page.y + min(rect.y for rect in taken) - safe.y
    return safe.bottom - page.y - max(rect.bottom for rect in taken)


def _is_above(sign: _Sign) -> bool:
    return sign.corners[0].startswith("top")


def _with_strip(scene: Scene, size: Size, page: Rect, sign: _Sign, theme: Theme, unit: float) -> Scene:
    """A scene on its lower page, and the sign above it or below."""
    whole, safe, edge = Rect.of(size), _safe(size), BESIDE * unit
    lower = Rect.of(scene.size)
    items = scene.items[1:] if scene.items[:1] == (Box(lower, fill=theme.colors.paper),) else scene.items
    light = [_shone(each, page.y, whole) for each in items if _is_light(each, lower)]
    items = tuple(each for each in items if not _is_light(each, lower))
    rect = _at(sign.corners[0], size, sign, MARGIN * unit)
    rect = rect._replace(y=safe.y + edge if _is_above(sign) else safe.bottom - edge - sign.height)
    paper = _on_paper((Box(whole, fill=theme.colors.paper),), size, theme, unit)
    moved = Group(items, Affine.translate(0, page.y), lower)
    return scene._replace(size=size, items=(*paper, *light, moved, *_drawn(sign, rect)))


def _on_paper(items: tuple[Item, ...], size: Size, theme: Theme, unit: float) -> tuple[Item, ...]:
    """The items, with the lines of squared paper on the paper that is the first of them."""
    page = Rect.of(size)
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
