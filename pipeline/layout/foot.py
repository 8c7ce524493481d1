"""The foot of a page: where its figures are from, and a line of the author's own, on the margin of the kind's texts.

    +------------------------+
    |  Title                 |
    |  ...                   |
    |                        |
    |  Own list, 64 letters  |    source, then footer: one line, or as many as they need
    +------------------------+

They stand where the kind has drawn nothing, else in a strip below it (`pipeline.layout.strip`). They are never cut.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from pipeline.content import Leaf
from pipeline.geometry import Rect, Size
from pipeline.layout.canvas import DESCENDERS
from pipeline.layout.shape import Shape, shape
from pipeline.layout.strip import Addition, LayOut, added
from pipeline.scene import Item, Scene, TextRun, walk
from pipeline.theme import Theme
from pipeline.typography import Setting, Span, TextStyle, Typesetter

UP = {"wide": 48, "square": 66, "tall": 80}  # reference px from the page's edge to the last baseline
LEADING, BETWEEN = 1.3, " · "
SETTINGS = ((1.0, 2), (0.92, 3), (0.85, 6))  # of the shape's small size, and the most lines
LARGEST_MARGIN = 0.12  # of the width: texts that start farther in stand on something
NEAR = 6  # px of the reference: a title hangs by less


def footed(
    lay_out: LayOut, size: Size, lines: Sequence[Leaf], theme: Theme, typesetter: Typesetter
) -> tuple[Scene, ...]:
    """The pages that `lay_out` makes, each with the lines at its foot; raises FitError for lines that are too long."""
    laid_out, on = cache(lay_out), shape(size)
    margin = _margin(laid_out(size)[0], on, typesetter.direction == "rtl")
    style = TextStyle(theme.faces.text, on.small * on.unit, theme.colors.muted)
    settings = [Setting(factor * style.size, LEADING, most) for factor, most in SETTINGS]
    spans = [Span(f"{BETWEEN if index else ''}{leaf.text}", style, leaf.field) for index, leaf in enumerate(lines)]
    set_ = typesetter.fit(spans, settings, size.width - 2 * margin, size.height / 4, role=lines[-1].field)
    side = "right" if typesetter.direction == "rtl" else "left"
    below = DESCENDERS * set_.size
    up = UP[on.name] * on.unit - below

    def draw(rect: Rect) -> Iterable[Item]:
        return set_.placed(rect.right - set_.measure if side == "right" else rect.x, rect.y + set_.cap_height)

    addition = Addition(set_.width, set_.height + below, (f"bottom_{side}",), margin, up, draw)  # type: ignore[arg-type]
    return added(laid_out, size, addition, theme)


def _margin(scene: Scene, on: Shape, is_mirrored: bool) -> float:
    """Where most lines of the kind start that begin on the page's margin; the shape's margin where none do."""
    usual = on.margin * on.unit
    starts = Counter(
        round(start) for start in _starts(scene, is_mirrored) if start <= LARGEST_MARGIN * scene.size.width
    )
    if not starts or any(abs(start - usual) < NEAR * on.unit for start in starts):
        return usual
    return max(starts, key=lambda start: (starts[start], start))


def _starts(scene: Scene, is_mirrored: bool) -> Iterator[float]:
    """How far from the edge where reading starts each run does."""
    for item, matrix in walk(scene.items):
        if isinstance(item, TextRun):
            box = matrix.bounds(Rect(item.origin.x, item.origin.y, item.advance, 0))
            yield scene.size.width - box.right if is_mirrored else box.x
