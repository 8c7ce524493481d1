"""Contact sheets: several finished layouts on one page, made small, each row under a name.

quote_card            A quote, set large, beside a quiet motif.
+---------------+ +-------+ +------+
|               | |       | |      |       pictures of one row have one height
+---------------+ +-------+ +------+
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline import formats, kinds, project, sizes, theme, typography
from pipeline.authoring import starters
from pipeline.formats import Label, Wish
from pipeline.geometry import Affine, Point, Rect, Size
from pipeline.rendering import Visual, render
from pipeline.scene import Box, Group, Item, Scene, Stroke, TextRun
from pipeline.theme import Theme
from pipeline.typography import Span, TextStyle, Typesetter

MARGIN, GUTTER = 40, 24
HEADING = 22  # px, the size of a row's name
ABOVE_ROW, BELOW_HEADING = 36, 18
KINDS_HEIGHT, THEMES_HEIGHT = 315, 210  # px, of the pictures in a row
KINDS_SIZES = ("og", "square", "portrait")
KINDS_THEME = "paper"
QUALITY = 85  # of sheets in a format that has one


class Row(NamedTuple):
    """Pictures side by side, under a name and a few words about it."""

    name: str
    about: str
    scenes: tuple[Scene, ...]


def of_kinds() -> Scene:
    """Every kind, by its starter, in three sizes."""
    rows = []
    for name in kinds.names():
        visual = starters.visual(name)
        scenes = tuple(render(visual, size, KINDS_THEME).scene for size in KINDS_SIZES)
        rows.append(Row(name, visual.kind.summary, scenes))
    return sheet(rows, KINDS_HEIGHT, theme.load(KINDS_THEME), "The kinds of visual")


def of_themes() -> Scene:
    """Every theme, those in specs/themes/ of the current folder included, with the starter of every kind in it."""
    visuals = [starters.visual(name) for name in kinds.names()]
    shelf = visuals[0].shelf
    rows = [Row(name, shelf.load(name).description, _in_theme(visuals, name)) for name in shelf.names()]
    return sheet(rows, THEMES_HEIGHT, theme.load(KINDS_THEME), "The themes")


def encoded(scene: Scene, format_name: str) -> bytes:
    """A sheet as the bytes of a file."""
    label = Label(scene.title, scene.alt, "article-visuals")
    return formats.made(format_name, scene, label, wish=Wish(quality=QUALITY)).data


def sheet(rows: Sequence[Row], height: float, look: Theme, title: str) -> Scene:
    """A page with the rows one below the other, all pictures `height` px high."""
    typesetter = Typesetter(typography.library(project.fonts(os.path.join(project.SPECS, "sheet.yaml"))))
    ascent = HEADING * 1.2
    items: list[Item] = []
    top, right = float(MARGIN), 0.0
    for row in rows:
        items += _heading(row, Point(MARGIN, top + HEADING), look, typesetter)
        top += ascent + BELOW_HEADING
        left = float(MARGIN)
        for scene in row.scenes:
            place = Rect(left, top, scene.size.width * height / scene.size.height, height)
            items += _shown(scene, place, look)
            left = place.right + GUTTER
        right = max(right, left - GUTTER)
        top += height + ABOVE_ROW
    size = Size(round(right + MARGIN), round(top - ABOVE_ROW + MARGIN))
    alt = f"{title}, on one sheet: {', '.join(row.name for row in rows)}."
    return Scene(size, (Box(Rect.of(size), fill=look.colors.surface_2), *items), title, alt)


def _in_theme(visuals: Sequence[Visual], name: str) -> tuple[Scene, ...]:
    return tuple(render(visual, sizes.names()[0], name).scene for visual in visuals)


def _heading(row: Row, at: Point, look: Theme, typesetter: Typesetter) -> tuple[TextRun, ...]:
    strong = TextStyle(look.faces.text, HEADING, look.colors.ink, weight=600)
    words = [Span(row.name, strong), Span(f"\u2002{row.about}", strong._replace(weight=400, fill=look.colors.muted))]
    return typesetter.set(words).placed(at.x, at.y)


def _shown(scene: Scene, place: Rect, look: Theme) -> Iterator[Item]:
    """A layout made small, with a hairline about it: its paper may be that of the sheet."""
    factor = place.height / scene.size.height
    yield Group(scene.items, Affine.translate(place.x, place.y) @ Affine.scale(factor), clip=Rect.of(scene.size))
    yield Box(place, stroke=Stroke(look.colors.rule_strong, 1))
