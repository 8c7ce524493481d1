"""What is added to a page that a kind has laid out: at a corner where it drew nothing, else in a strip of its own.

Where no corner is free, the kind is laid out once more on a page that is lower by a strip, and what is added has the
strip and the margin beside it. So it lies on nothing.

    +-----------------+    +-----------------+
    |  Words          |    | +-------------+ |
    |  and words      |    | | full        | |
    |        @ada [#] |    | +-------------+ |
    +-----------------+    |        @ada [#] |
                           +-----------------+

On a page as narrow as a story it keeps off what a platform's buttons hide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from math import ceil, sqrt
from typing import NamedTuple, TypeAlias, TypeGuard

from pipeline.curves import bounds
from pipeline.geometry import Affine, Point, Rect, Size
from pipeline.layout.proportions import hidden
from pipeline.scene import Box, Group, Item, Path, Picture, RadialGradient, Scene, TextRun, walk
from pipeline.theme import Corner, Theme

CLEAR = 16  # px at og around what is added that must be free in a corner
BESIDE = 20  # px at og above and below it where no corner was free
LOWERED = 4  # times that a page is laid out lower, until what it draws leaves room for the strip
_OG = sqrt(1200 * 630)

LayOut: TypeAlias = Callable[[Size], tuple[Scene, ...]]


class Addition(NamedTuple):
    """What is added: its size, its corners in the order they are tried, how far it keeps from the page's edges."""

    width: float
    height: float
    corners: tuple[Corner, ...]
    across: float  # px from the edge at its side
    up: float  # px from the edge above or below, where the corner is free
    draw: Callable[[Rect], Iterable[Item]]


def unit_of(size: Size) -> float:
    """The px of a page for one px at og, by the pages' areas."""
    return sqrt(size.width * size.height) / _OG


def added(lay_out: LayOut, size: Size, addition: Addition, theme: Theme) -> tuple[Scene, ...]:
    """The pages that `lay_out` makes, each with the addition; raises what `lay_out` does on a lower page."""
    scenes = lay_out(size)
    free = [_free_corner(scene, addition, theme) for scene in scenes]
    if None in free:
        return _with_strips(lay_out, scenes, addition, theme)
    return tuple(
        scene._replace(items=(*scene.items, *addition.draw(corner)))
        for scene, corner in zip(scenes, free, strict=True)
        if corner is not None
    )


def safe(size: Size) -> Rect:
    """What no buttons hide of a page."""
    covered = hidden(size)
    return Rect(0, covered.top, size.width, size.height - covered.top - covered.bottom)


def _free_corner(scene: Scene, addition: Addition, theme: Theme) -> Rect | None:
    """Where the addition lies on nothing but paper, in the first of its corners that has room."""
    taken = list(_taken(scene, theme))
    for corner in addition.corners:
        rect = _at(corner, scene.size, addition)
        around = rect.inset(-CLEAR * unit_of(scene.size))
        if not any(_overlap(around, each) for each in taken):
            return rect
    return None


def _at(corner: Corner, size: Size, addition: Addition) -> Rect:
    """The addition's place; where buttons hide the page's edge they are margin enough."""
    seen, covered, (width, height) = safe(size), hidden(size), addition[:2]
    x = seen.x + addition.across if corner.endswith("left") else seen.right - addition.across - width
    if corner.startswith("top"):
        y = seen.y + (0 if covered.top else addition.up)
    else:
        y = seen.bottom - (0 if covered.bottom else addition.up) - height
    return Rect(x, y, width, height)


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
            yield transform.bounds(bounds(item.outline, item.stroke.width / 2 if item.stroke else 0.0))


def _is_light(item: Item, page: Rect) -> TypeGuard[Box]:
    """Whether it is light that falls on the whole page."""
    return isinstance(item, Box) and item.rect == page and isinstance(item.fill, RadialGradient)


def _shone(light: Box, down: float, page: Rect) -> Box:
    """The light on a page that is moved down, shining on the whole of it: it has no edge where the strip begins."""
    if not isinstance(light.fill, RadialGradient):
        return light
    center = light.fill.center
    return light._replace(rect=page, fill=light.fill._replace(center=Point(center.x, center.y + down)))


def _overlap(one: Rect, other: Rect) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def _with_strips(lay_out: LayOut, scenes: tuple[Scene, ...], addition: Addition, theme: Theme) -> tuple[Scene, ...]:
    """The pages laid out lower, each with the addition in the strip that this leaves and in the margin beside it.

    The margin is what the kind left empty on the whole page; should it leave less on a lower one, the strip is higher.
    """
    size = scenes[0].size
    strip = addition.height + 2 * BESIDE * unit_of(size)
    lack = strip - min(_margin(Rect.of(size), scene, safe(size), addition, theme) for scene in scenes)
    height, pages = 0.0, scenes
    for _ in range(LOWERED):
        height = max(0.0, ceil(height + lack))
        pages = lay_out(Size(size.width, size.height - height))
        page = _lower(size, size.height - height, addition)
        lack = strip - min(_margin(page, scene, safe(size), addition, theme) for scene in pages)
        if lack <= 1:
            break
    return tuple(_with_strip(scene, size, page, addition, theme) for scene in pages)


def _lower(size: Size, height: float, addition: Addition) -> Rect:
    """Where a page of this height lies on the whole one: what buttons hide of both begins or ends at one height."""
    lower = safe(Size(size.width, height))
    y = safe(size).bottom - lower.bottom if _is_above(addition) else safe(size).y - lower.y
    return Rect(0, y, size.width, height)


def _margin(page: Rect, scene: Scene, seen: Rect, addition: Addition, theme: Theme) -> float:
    """How much is empty between the edge of what is seen, where the strip goes, and all that is drawn on `page`."""
    taken = list(_taken(scene, theme)) or [Rect.of(scene.size)]
    if _is_above(addition):
        return page.y + min(rect.y for rect in taken) - seen.y
    return seen.bottom - page.y - max(rect.bottom for rect in taken)


def _is_above(addition: Addition) -> bool:
    return addition.corners[0].startswith("top")


def _with_strip(scene: Scene, size: Size, page: Rect, addition: Addition, theme: Theme) -> Scene:
    """A scene on its lower page, and the addition above it or below."""
    whole, seen, edge = Rect.of(size), safe(size), BESIDE * unit_of(size)
    lower = Rect.of(scene.size)
    items = scene.items[1:] if scene.items[:1] == (Box(lower, fill=theme.colors.paper),) else scene.items
    light = [_shone(each, page.y, whole) for each in items if _is_light(each, lower)]
    items = tuple(each for each in items if not _is_light(each, lower))
    rect = _at(addition.corners[0], size, addition)
    rect = rect._replace(y=seen.y + edge if _is_above(addition) else seen.bottom - edge - addition.height)
    moved = Group(items, Affine.translate(0, page.y), lower)
    return scene._replace(size=size, items=(Box(whole, fill=theme.colors.paper), *light, moved, *addition.draw(rect)))
