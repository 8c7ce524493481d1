"""The walk of a scene: each item, back to front, becomes operators."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, assert_never

from pipeline import curves
from pipeline.color import Color
from pipeline.formats._numbers import decimals, magnification, number
from pipeline.formats._pdf import syntax
from pipeline.formats._pdf.letters import Letters
from pipeline.formats._pdf.painting import color, faded, filled, plain
from pipeline.formats._pdf.resources import Resources
from pipeline.formats._runs import as_read, in_order
from pipeline.geometry import IDENTITY, Affine, Rect
from pipeline.scene import Box, Group, Item, Outline, Path, Picture, Segment, Shadow, Stroke, TextRun

_CAPS = {"butt": 0, "round": 1}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_FINEST_DASHES = 0.01  # px: of a dash that is nothing no program makes a line
_NOTHING = 1e-4  # by which a page becomes less than a px, or a line
_TOLERANCE = 0.02  # px that straight pieces may stray from a curve


class Drawer(NamedTuple):
    """A page that is written: what the document shares, its own box, and how it is read.

    `is_mirrored` where its lines run from right to left, `order` has the places of the parts of what it says.
    """

    resources: Resources
    letters: Letters
    page: Rect
    is_mirrored: bool
    order: Mapping[str, int]


def operators(drawer: Drawer, items: tuple[Item, ...], matrix: Affine = IDENTITY) -> Iterator[str]:
    """The operators that draw the items; `matrix` takes their coordinates to the page."""
    places = decimals(magnification(matrix))
    for item in as_read(in_order(items, drawer.order), drawer.is_mirrored):
        match item:
            case Box():
                yield from _box(drawer, item, matrix, places)
            case Path():
                yield from _path(drawer.resources, item, places)
            case TextRun():
                yield from drawer.letters.operators(item, places)
            case Picture():
                yield _picture(drawer.resources, item, matrix, places)
            case Group():
                yield from _group(drawer, item, matrix)
            case _:
                assert_never(item)


def _box(drawer: Drawer, box: Box, matrix: Affine, places: int) -> Iterator[str]:
    for shadow in box.shadows:
        yield _shadow(drawer, box, shadow, matrix, places)
    yield from _drawn(drawer.resources, box, _rounded(box.rect, box.radius), places)


@lru_cache(maxsize=1024)
def _rounded(rect: Rect, radius: float) -> Outline:
    """A box as an outline; most boxes of a page are on the next one, too."""
    return curves.rounded_rect(rect, radius)


def _shadow(drawer: Drawer, box: Box, shadow: Shadow, matrix: Affine, places: int) -> str:
    if shadow.sigma <= 0:
        moved = box.rect._replace(y=box.rect.y + shadow.dy)
        shape = syntax.outline(_rounded(moved, box.radius), places)
        return filled(drawer.resources, shadow.color, shape, moved)
    from pipeline.formats._pdf import shadows  # only a page with soft shadows pays for this import

    return shadows.operators(drawer.resources, box, shadow, _seen(drawer.page, matrix), magnification(matrix))


def _path(resources: Resources, path: Path, places: int) -> Iterator[str]:
    if path.outline:
        yield from _drawn(resources, path, path.outline, places)


def _drawn(resources: Resources, item: Box | Path, outline: Outline, places: int) -> Iterator[str]:
    if item.fill is not None:
        box = item.rect if isinstance(item, Box) else curves.bounds(outline)
        yield filled(resources, item.fill, syntax.outline(outline, places), box)
    if item.stroke is not None and item.stroke.width > 0:
        yield _stroked(resources, outline, item.stroke, places)


def _stroked(resources: Resources, outline: Outline, stroke: Stroke, places: int) -> str:
    paint = plain(stroke.paint)
    if not isinstance(paint, Color):  # a gradient's points are the page's, which a line's own pattern would not see
        shape = _widened(outline, stroke)
        return filled(resources, paint, syntax.outline(shape, places), curves.bounds(shape)) if shape else ""
    look = [color(paint, stroke=True), f"{number(stroke.width, places)} w"]
    look += [f"{_CAPS[stroke.cap]} J"] if stroke.cap != "butt" else []
    look += [f"{_JOINS[stroke.join]} j"] if stroke.join != "miter" else [f"{number(curves.MITER_LIMIT)} M"]
    if sum(stroke.dash) > _FINEST_DASHES:
        dash = stroke.dash * (1 + len(stroke.dash) % 2)
        look.append(f"[{syntax.numbers(*dash, places=max(places, 2))}] 0 d")
    drawn = "\n".join((*look, syntax.outline(outline, places), "S"))
    state = f"/{resources.opacity(paint.alpha)} gs\n" if paint.alpha < 1 else ""
    return f"q\n{state}{drawn}\nQ" if paint.alpha > 0 else ""


def _widened(outline: Outline, stroke: Stroke) -> Outline:
    """What a stroke covers."""
    contours: Sequence[curves.Contour] = curves.flatten(outline, _TOLERANCE)
    if stroke.dash:
        contours = curves.dashed(contours, stroke.dash)
    pieces = curves.stroke(contours, stroke.width, cap=stroke.cap, join=stroke.join, tolerance=_TOLERANCE)
    return tuple(segment for piece in pieces for segment in _closed(piece))


def _closed(piece: curves.Polygon) -> Iterator[Segment]:
    yield ("M", *piece[0])
    yield from (("L", *point) for point in piece[1:])
    yield ("Z",)


def _picture(resources: Resources, picture: Picture, matrix: Affine, places: int) -> str:
    from pipeline.formats._pdf import pictures  # only a page with pictures pays for this import

    name = pictures.named(resources, picture, magnification(matrix))
    shown = pictures.shown(name, picture.rect, places)
    if picture.radius <= 0:
        return shown
    around = syntax.outline(_rounded(picture.rect, picture.radius), places)
    return f"q\n{around}\nW n\n{shown}\nQ"


def _group(drawer: Drawer, group: Group, matrix: Affine) -> Iterator[str]:
    inner = matrix @ group.transform
    if group.opacity <= 0 or magnification(inner) < _NOTHING:
        return
    drawn = "\n".join(filter(None, operators(drawer, group.items, inner)))
    if not drawn:
        return
    if group.opacity < 1:
        form = drawer.resources.form(drawn, drawn, _seen(drawer.page, inner))
        drawn = faded(drawer.resources, group.opacity, f"/{form} Do")
    head = [syntax.moved(group.transform)] if group.transform != IDENTITY else []
    if group.clip is not None:
        head.append(_clip(group.clip, decimals(magnification(inner))))
    yield "\n".join(("q", *head, drawn, "Q")) if head else drawn


def _clip(clip: Outline | Rect, places: int) -> str:
    """The operators that clip away what is outside; nothing is inside an outline without points."""
    shape = syntax.rectangle(clip, places) if isinstance(clip, Rect) else syntax.outline(clip, places)
    return f"{shape or '0 0 0 0 re'}\nW n"


def _seen(page: Rect, matrix: Affine) -> Rect:
    """The box around what the page shows, in the coordinates that `matrix` takes to the page."""
    return matrix.inverse.bounds(page)
