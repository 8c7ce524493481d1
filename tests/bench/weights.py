"""What the pictures weigh, and what a palette costs in colour."""

from __future__ import annotations

from pipeline.paint import paint
from pipeline.rendering import Rendered, Visual, load, render
from pipeline.sizes import parse
from tests.bench.cold import SPEC
from tests.bench.figures import Figure, Section
from tests.bench.processes import REPOSITORY
from tests.paint.conftest import painted_in_rgb, worst_difference

PATH = str(REPOSITORY / SPEC)
FLAT_LIMIT_KB = 20
LARGEST_DIFFERENCE = 4  # of 255, in any channel
_COLOR_TYPE_AT, _INDEXED = 25, 3  # PNG (third edition), 11.2.1: the tenth byte of IHDR's data


def measure() -> Section:
    """Every picture of the article's quote card against its size's budget; the flat card's bytes and colours."""
    visual = load(PATH)
    figures = [_weight(visual, size, theme) for theme in visual.spec.themes for size in visual.spec.sizes]
    for theme in visual.spec.themes:
        flat = render(load(PATH, ["motif=none"]), "og", theme)
        what = f"og, {theme}, motif none"
        figures += [
            Figure(what, len(flat.data) / 1e3, "KB", FLAT_LIMIT_KB),
            Figure(f"{what}: channels a pixel", 1 if flat.data[_COLOR_TYPE_AT] == _INDEXED else 3, "", 1),
            Figure(f"{what}: most a channel is off", _difference(flat), "of 255", LARGEST_DIFFERENCE),
        ]
    return Section("bytes: specs/quote_card.yaml", tuple(figures))


def _weight(visual: Visual, size: str, theme: str) -> Figure:
    made = render(visual, size, theme)
    return Figure(f"{size}, {theme}", len(made.data) / 1e3, "KB", parse(size).budget_bytes / 1e3)


def _difference(flat: Rendered) -> int:
    """The largest difference, in any channel of any pixel, between the picture and one painted in RGB."""
    return worst_difference(paint(flat.scene).image(), painted_in_rgb(flat.scene))
