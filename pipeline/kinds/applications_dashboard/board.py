"""The board: one card, parted by hairlines into tiles and panels; which panels stand where, and which have no room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.errors import FitError, Problem
from pipeline.geometry import Rect, Size
from pipeline.kinds.applications_dashboard import panels, tiles
from pipeline.kinds.applications_dashboard.canvas import BoardCanvas
from pipeline.kinds.applications_dashboard.content import Content
from pipeline.kinds.applications_dashboard.measures import Measures, denser, measures_of
from pipeline.kinds.applications_dashboard.panels import next_steps
from pipeline.kinds.applications_dashboard.spec import Panel
from pipeline.layout.card import edge

SPARE_BELOW_ROWS = 8  # px; what is left beyond them goes to the panel above


class Arrangement(NamedTuple):
    """Which panels stand where: beside the headline, in the columns of the board, and which have no room."""

    is_mini: bool
    columns: tuple[tuple[Panel, ...], ...]
    split: float  # of the board's width
    left_out: tuple[Panel, ...]


def arranged(content: Content, measures: Measures) -> tuple[Measures, Arrangement]:
    """The measures with the panels in them; what a portrait has room for, a story has too, in type as small as that."""
    arrangement = _arrange(content, measures)
    if arrangement.left_out and measures.name == "story":
        measures = denser(measures)
        arrangement = _arrange(content, measures)
    return measures, arrangement


def _arrange(content: Content, measures: Measures) -> Arrangement:
    """The panels of a picture. The weeks move beside the headline where there is a place for them."""
    asked = content.panels
    is_mini = measures.mini is not None and "weeks" in asked and len(asked) > 1
    height = measures.lower(len(content.tiles)).height
    kept: tuple[list[Panel], list[Panel]] = ([], [])
    left_out: list[Panel] = []
    for panel in (each for each in asked if not (is_mini and each == "weeks")):
        at = int(measures.is_landscape and panels.load(panel).is_beside)
        tried = (kept[at], kept[1 - at]) if measures.is_landscape else (kept[0],)
        for column in tried:
            least = sum(panels.load(each).least for each in (*column, panel)) * measures.meta
            if not column or least <= height:
                column.append(panel)
                break
        else:
            left_out.append(panel)
    left, right = kept
    if measures.is_landscape and not left and len(right) > 1:  # side by side rather than one above the other
        left, right = right[:1], right[1:]
    split = measures.split
    if left and asked[0] in right:
        split = split if all(panels.load(panel).is_beside for panel in left) else 1 - split
        left, right = right, left
    return Arrangement(is_mini, tuple(tuple(each) for each in (left, right) if each), split, tuple(left_out))


def check_room(content: Content, arrangement: Arrangement, size: Size) -> None:
    """Raise FitError if the author named panels that this size leaves out, with the sizes that show them all."""
    left_out = arrangement.left_out
    if not content.asked or not left_out:
        return
    from pipeline import sizes  # only a refusal asks

    shown = [panel for panel in content.asked if panel not in left_out]
    fact = f"{_and(left_out)} {'has' if len(left_out) == 1 else 'have'} no room in {size.width:g} x {size.height:g} px"
    presets = sizes.presets().values()
    names = [each.name for each in presets if not arranged(content, measures_of(each.size))[1].left_out]
    instead = f"; {_and(names)} {'has' if len(names) == 1 else 'have'} room for all" if names else ""
    raise FitError(Problem(fact, hint=f"this size shows {_and(shown)}{instead}", field="panels"))


def _and(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def draw(canvas: BoardCanvas, arrangement: Arrangement) -> None:
    """The tiles, and the panels in their cells."""
    tiles.draw(canvas)
    lower, line = canvas.measures.lower(len(canvas.content.tiles)), edge(canvas.theme)
    split = lower.width * (arrangement.split if len(arrangement.columns) == 2 else 1)
    rooms = lower._replace(width=split), lower._replace(x=lower.x + split, width=lower.width - split)
    for column, room in zip(arrangement.columns, rooms, strict=False):
        if room.x > lower.x:
            canvas.down(room.x, lower.y, lower.bottom - line, canvas.colors.rule)
        top = room.y
        for panel, height in zip(column, _heights(column, canvas, room), strict=True):
            if top > room.y:
                begin, end = max(room.x, lower.x + line), min(room.right, lower.right - line)
                canvas.across(begin, end, top, canvas.colors.rule)
            panels.load(panel).draw(canvas, Rect(room.x, top, room.width, height))
            top += height


def _heights(column: Sequence[Panel], canvas: BoardCanvas, room: Rect) -> list[float]:
    """The heights of a column's cells: first what each needs, then what it would like, then the pipeline grows."""
    measures, content = canvas.measures, canvas.content
    inner = room.width - 2 * measures.gaps[0]
    drawn = [panels.load(panel) for panel in column]
    heights = [each.least * measures.meta for each in drawn]
    for at in sorted(range(len(column)), key=lambda at: drawn[at].is_list):
        if liked := drawn[at].liked:
            spare = room.height - sum(heights)
            heights[at] += min(spare, max(0.0, liked(measures, content, inner) - heights[at]))
    if "next_steps" in column:  # whole rows only
        at = column.index("next_steps")
        rest = heights[at] - next_steps.rows_height(measures, content, inner, rows=0)
        heights[at] -= max(0.0, rest % measures.rows - SPARE_BELOW_ROWS) if rest > 0 else 0
    growing = next((at for at, each in enumerate(drawn) if each.grows), len(column) - 1)
    heights[growing] += room.height - sum(heights)
    return heights
