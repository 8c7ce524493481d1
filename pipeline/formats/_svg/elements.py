"""The walk of a scene: each item, back to front, becomes elements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, assert_never

from pipeline.formats._numbers import decimals, magnification, number
from pipeline.formats._svg import markup
from pipeline.formats._svg.definitions import Definitions, rectangle
from pipeline.formats._svg.letters import Letters
from pipeline.geometry import IDENTITY, Affine
from pipeline.scene import Box, Group, Item, Path, Picture, Shadow, Stroke, TextRun

_REACH = 3  # sigmas: beyond, a Gaussian leaves 0.3 %


class Sheet(NamedTuple):
    """What is written while a scene is walked: definitions and letters of the whole file."""

    definitions: Definitions
    letters: Letters


def elements(sheet: Sheet, items: tuple[Item, ...], matrix: Affine = IDENTITY) -> Iterator[str]:
    """The elements of the items; `matrix` takes their coordinates to the page."""
    places = decimals(magnification(matrix))
    for item in items:
        match item:
            case Box():
                yield from _box(sheet.definitions, item, places)
            case Path():
                yield _path(sheet.definitions, item, places)
            case TextRun():
                yield from sheet.letters.elements(item, matrix, places)
            case Picture():
                yield _picture(sheet.definitions, item, matrix, places)
            case Group():
                yield from _group(sheet, item, matrix, places)
            case _:
                assert_never(item)


def _box(definitions: Definitions, box: Box, places: int) -> Iterator[str]:
    for shadow in box.shadows:
        yield _shadow(definitions, box, shadow, places)
    if box.fill is None and box.stroke is None:
        return
    painted = _fill_and_stroke(definitions, box, places)
    yield rectangle(box.rect, box.radius, places, painted)


def _shadow(definitions: Definitions, box: Box, shadow: Shadow, places: int) -> str:
    moved = box.rect._replace(y=box.rect.y + shadow.dy)
    more = definitions.paint(shadow.color, "fill")
    if shadow.sigma > 0:
        more += f' filter="url(#{definitions.blur(shadow.sigma, moved.inset(-_REACH * shadow.sigma), places)})"'
    return rectangle(moved, box.radius, places, more)


def _path(definitions: Definitions, path: Path, places: int) -> str:
    painted = markup.one_class(_fill_and_stroke(definitions, path, places))
    return f'<path d="{markup.path(path.outline, places)}"{painted}/>'


def _fill_and_stroke(definitions: Definitions, item: Box | Path, places: int) -> str:
    filled = ' fill="none"' if item.fill is None else definitions.paint(item.fill, "fill")
    return filled if item.stroke is None else filled + _stroke(definitions, item.stroke, places)


def _stroke(definitions: Definitions, stroke: Stroke, places: int) -> str:
    return definitions.paint(stroke.paint, "stroke") + markup.attributes(
        stroke_width=number(stroke.width, places) if stroke.width != 1 else "",
        stroke_linecap=stroke.cap if stroke.cap != "butt" else "",
        stroke_linejoin=stroke.join if stroke.join != "miter" else "",
        stroke_dasharray=" ".join(number(length, places) for length in stroke.dash),
    )


def _picture(definitions: Definitions, picture: Picture, matrix: Affine, places: int) -> str:
    from pipeline.formats._svg import pictures  # only a file with pictures pays for this import

    clip = ""
    if picture.radius > 0:
        clip = f' clip-path="url(#{definitions.rounded_clip(picture.rect, picture.radius, places)})"'
    return pictures.element(picture.rect, pictures.embedded(picture, magnification(matrix)), places, clip)


def _group(sheet: Sheet, group: Group, matrix: Affine, places: int) -> Iterator[str]:
    inner = matrix @ group.transform
    if group.opacity <= 0 or inner.determinant == 0:
        return
    within = decimals(magnification(inner))
    head = markup.attributes(
        transform=markup.matrix(group.transform) if group.transform != IDENTITY else "",
        clip_path=f"url(#{sheet.definitions.clip(group.clip, within)})" if group.clip is not None else "",
        opacity=number(group.opacity, 4) if group.opacity < 1 else "",
    )
    if not head:
        yield from elements(sheet, group.items, inner)
        return
    yield f"<g{head}>"
    yield from elements(sheet, group.items, inner)
    yield "</g>"
