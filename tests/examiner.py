"""An examiner of pictures that reads only their scenes: texts that touch, that leave the page, that are too small or
too pale to read, and pages that are empty. It shares no code with layout, so that it cannot share its mistakes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from pipeline.color import Color
from pipeline.geometry import Affine, Rect, Size
from pipeline.paint import paint
from pipeline.scene import Box, Group, Item, Path, Picture, Scene, TextRun, walk
from pipeline.typography import ink
from tests.emptiness import largest_rectangle

HAIR = 1.0  # px that letters may reach over their advance
TOUCH = 0.75  # px that the ink of two texts may share: a comma's tail below a line
# Least px of text in charts and tables, by the size of a page.
FLOORS = ((1600, 900, 17.0), (1200, 630, 16.0), (1080, 1080, 17.0), (1080, 1200, 19.0))
LEGIBLE, LARGE = 4.5, 3.0  # WCAG 2.2, 1.4.3
LARGE_FROM, BOLD_FROM = 32.0, 24.0  # px from which text is large, and from which it is in bold
CELLS = 48  # along the shorter side of a page, when it is looked at for empty parts
SHARP = 0.5  # of the pictures that contrast is measured in
PALE = 0.25  # share of the places behind a text that may be paler than the rest: what it overlaps by a hair


class Written(NamedTuple):
    """A text, the box of its ink on the page, and its size there."""

    run: TextRun
    box: Rect
    size: float


def written(scene: Scene) -> list[Written]:
    """All texts with ink."""
    found = []
    for item, transform in walk(scene.items):
        if isinstance(item, TextRun) and (box := ink(item)):
            found.append(Written(item, transform.bounds(box), item.size * abs(transform.determinant) ** 0.5))
    return found


def touching(scene: Scene) -> list[tuple[str, str]]:
    """The pairs of texts whose ink overlaps, those of one line of one field aside: letters of two faces may kern."""
    texts = sorted(written(scene), key=lambda each: each.box.y)
    pairs = []
    for index, one in enumerate(texts):
        for other in texts[index + 1 :]:
            if other.box.y >= one.box.bottom:
                break
            shared = one.box.intersection(other.box)
            if shared and min(shared.width, shared.height) > TOUCH and not _one_line(one.run, other.run):
                pairs.append((one.run.text, other.run.text))
    return pairs


def _one_line(one: TextRun, other: TextRun) -> bool:
    return one.role == other.role and one.origin.y == other.origin.y


def outside(scene: Scene) -> list[str]:
    """The texts whose ink leaves the page."""
    page = Rect.of(scene.size).inset(-HAIR)
    return [each.run.text for each in written(scene) if page.union(each.box) != page]


def tiny(scene: Scene) -> list[str]:
    """The texts below the floor of the page's size."""
    width, height = scene.size
    at = 3 if width < 0.9 * height else 2 if width < 1.25 * height else 1 if width < 1500 else 0
    wide, high, least = FLOORS[at]
    floor = least * min(width / wide, height / high) - 0.01
    return [each.run.text for each in written(scene) if each.size < floor]


def pale(scene: Scene) -> list[str]:
    """The texts that do not stand out from what is painted behind them."""
    behind = paint(scene._replace(items=tuple(_without_words(scene.items))), SHARP).image().convert("RGB")
    found = []
    for run, box, size in written(scene):
        if isinstance(run.fill, Color):
            left, top = int(box.x * SHARP), int(box.y * SHARP)
            area = left, top, max(int(box.right * SHARP), left + 1), max(int(box.bottom * SHARP), top + 1)
            contrast = _contrast(run.fill, behind.crop(area).getcolors(1 << 16) or [])
            is_bold = run.face.name.endswith(("Bold", "Semibold", "Heavy"))
            least = LARGE if size >= (BOLD_FROM if is_bold else LARGE_FROM) else LEGIBLE
            if contrast < least - 0.05:
                found.append(f"{run.text} {contrast:.2f}")
    return found


def _contrast(fill: Color, behind: Iterable[tuple[int, Any]]) -> float:
    """The least contrast of a text with what is behind it, but for a few places that it overlaps by a hair."""
    contrasts = sorted((fill.contrast(Color(*color)), count) for count, color in behind)
    left = PALE * sum(count for _, count in contrasts)
    for contrast, count in contrasts:
        left -= count
        if left < 0:
            return contrast
    return 21.0


def _without_words(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Group):
            yield item._replace(items=tuple(_without_words(item.items)))
        elif not isinstance(item, TextRun):
            yield item


def emptiness(scene: Scene) -> float:
    """The share of the page that its largest empty rectangle takes; paper and cards are empty, edges of cards not."""
    size = scene.size
    cell = min(size) / CELLS
    columns, rows = round(size.width / cell), round(size.height / cell)
    taken = [[False] * columns for _ in range(rows)]
    for rect in _marks(scene):
        for row in range(max(0, int(rect.y / cell)), min(rows, int(rect.bottom / cell) + 1)):
            for column in range(max(0, int(rect.x / cell)), min(columns, int(rect.right / cell) + 1)):
                taken[row][column] = True
    return largest_rectangle(taken) / (columns * rows)


def _marks(scene: Scene) -> Iterator[Rect]:
    """What is drawn on paper and cards, each as the box around it."""
    sheets = [item.rect for item, _ in walk(scene.items) if isinstance(item, Box) and item.shadows]
    for sheet in sheets:
        yield from (sheet._replace(width=1), sheet._replace(height=1))
        yield from (Rect(sheet.right, sheet.y, 1, sheet.height), Rect(sheet.x, sheet.bottom, sheet.width, 1))
    for item, transform in walk(scene.items):
        if isinstance(item, TextRun):
            if box := ink(item):
                yield transform.bounds(box)
        elif isinstance(item, Box):
            if not _is_ground(transform.bounds(item.rect), sheets, scene.size):
                yield transform.bounds(item.rect)
        elif isinstance(item, Path):
            yield _around(item, transform)
        elif isinstance(item, Picture):
            yield transform.bounds(item.rect)


def _is_ground(rect: Rect, sheets: Iterable[Rect], size: Size) -> bool:
    """Whether a box is the paper, a card or its surface."""
    grounds = (Rect.of(size), *sheets)
    return any(max(abs(a - b) for a, b in zip(rect, ground, strict=True)) <= 6 for ground in grounds)


def _around(path: Path, transform: Affine) -> Rect:
    numbers = [value for _, *values in path.outline for value in values]
    xs, ys = numbers[::2], numbers[1::2]
    reach = path.stroke.width / 2 if path.stroke else 0.0
    return transform.bounds(Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)).inset(-reach))
