"""The board: one card, parted by hairlines into tiles and panels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from pipeline.geometry import Rect
from pipeline.kinds.applications_dashboard import tiles
from pipeline.kinds.applications_dashboard.content import Content
from pipeline.kinds.applications_dashboard.frames import Frame
from pipeline.kinds.applications_dashboard.panels import calendar, kanban, next_steps, pipeline, sources, weeks
from pipeline.kinds.applications_dashboard.pen import Pen
from pipeline.kinds.applications_dashboard.spec import Panel
from pipeline.layout.card import card

Draw: TypeAlias = Callable[[Pen, Frame, Content, Rect], None]
DRAW: dict[str, Draw] = {
    "pipeline": pipeline.draw,
    "weeks": weeks.draw,
    "next_steps": next_steps.draw,
    "sources": sources.draw,
    "kanban": kanban.draw,
    "calendar": calendar.draw,
}
LEAST = {
    "pipeline": 14.5,
    "weeks": 8.6,
    "next_steps": 9.0,
    "sources": 8.0,
    "kanban": 10.0,
    "calendar": 12.0,
}  # heights of a cell, em of the meta size

SPARE_BELOW_ROWS = 8  # px; what is left beyond them goes to the panel above
RIGHT = ("next_steps", "sources", "kanban", "calendar")  # of a landscape, as long as there is room


class Arrangement(NamedTuple):
    """Which panels stand where: beside the headline, in the columns of the board, and which have no room."""

    is_mini: bool
    columns: tuple[tuple[Panel, ...], ...]
    split: float  # of the board's width
    left_out: tuple[Panel, ...]


def arrange(panels: Sequence[Panel], frame: Frame, content: Content) -> Arrangement:
    """The panels of a picture. The weeks move beside the headline where the frame has a place for them."""
    is_mini = frame.mini is not None and "weeks" in panels and len(panels) > 1
    lower = frame.lower(len(content.tiles))
    kept: list[list[Panel]] = [[], []]
    left_out: list[Panel] = []
    for panel in (each for each in panels if not (is_mini and each == "weeks")):
        at = 1 if frame.is_landscape and panel in RIGHT else 0
        tried = (at, 1 - at) if frame.is_landscape else (0,)
        place = next((n for n in tried if _fits([*kept[n], panel], frame, lower.height)), None)
        if place is None:
            left_out.append(panel)
        else:
            kept[place].append(panel)
    if frame.is_landscape and not kept[0] and len(kept[1]) > 1:  # side by side rather than one above the other
        kept = [kept[1][:1], kept[1][1:]]
    columns = tuple(tuple(column) for column in kept if column)
    if len(columns) == 2 and panels[0] in columns[1]:
        split = frame.split if all(panel in RIGHT for panel in columns[0]) else 1 - frame.split
        return Arrangement(is_mini, (columns[1], columns[0]), split, tuple(left_out))
    return Arrangement(is_mini, columns, frame.split, tuple(left_out))


def _fits(column: Sequence[Panel], frame: Frame, height: float) -> bool:
    return sum(LEAST[panel] for panel in column) * frame.meta <= height or len(column) == 1


def lay_card(pen: Pen, frame: Frame) -> None:
    """The card, before all that is written: painters keep what pictures of one size and theme begin with."""
    unit, board = pen.unit, frame.board
    x = pen.width - board.right if pen.mirrored else board.x
    pen.items += card(Rect(x * unit, board.y * unit, board.width * unit, board.height * unit), pen.theme, unit)


def draw(pen: Pen, frame: Frame, content: Content, arrangement: Arrangement) -> None:
    """The tiles, and the panels in their cells."""
    tiles.draw(pen, frame, content)
    lower = frame.lower(len(content.tiles))
    left = lower.x
    for at, column in enumerate(arrangement.columns):
        width = lower.width if len(arrangement.columns) == 1 else lower.width * abs(at - arrangement.split)
        width = width if len(arrangement.columns) == 1 or at else lower.width * arrangement.split
        if at:
            pen.down(left, lower.y, lower.bottom, pen.colors.rule)
        top = lower.y
        cells = _heights(column, frame, content, width, lower.height)
        for panel, height in zip(column, cells, strict=True):
            if top > lower.y:
                pen.across(left, left + width, top, pen.colors.rule)
            DRAW[panel](pen, frame, content, Rect(left, top, width, height))
            top += height
        left += width


def _heights(column: Sequence[Panel], frame: Frame, content: Content, width: float, height: float) -> list[float]:
    """The heights of a column's cells: first what each needs, then what it would like, then the pipeline grows."""
    if len(column) == 1:
        return [height]
    inner = width - 2 * frame.gaps[0]
    liked = {
        "pipeline": frame.pipeline,
        "weeks": LEAST["weeks"] * frame.meta,
        "next_steps": next_steps.rows_height(frame, content, inner),
        "sources": sources.rows_height(frame, content),
        "kanban": kanban.rows_height(frame, content),
        "calendar": calendar.rows_height(frame, content),
    }
    heights = [LEAST[panel] * frame.meta for panel in column]
    for at in sorted(range(len(column)), key=lambda at: column[at] in ("next_steps", "kanban")):
        spare = height - sum(heights)
        heights[at] += min(spare, max(0.0, liked[column[at]] - heights[at]))
    if "next_steps" in column:  # whole rows only
        at = column.index("next_steps")
        rest = heights[at] - next_steps.rows_height(frame, content, inner, rows=0)
        heights[at] -= max(0.0, rest % frame.rows - SPARE_BELOW_ROWS) if rest > 0 else 0
    growing = next((at for at, panel in enumerate(column) if panel in ("pipeline", "weeks")), len(column) - 1)
    heights[growing] += height - sum(heights)
    return heights
