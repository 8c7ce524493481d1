"""The board: one card, parted by hairlines into tiles and panels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.geometry import Rect
from pipeline.kinds.applications_dashboard import panels, tiles
from pipeline.kinds.applications_dashboard.content import Content
from pipeline.kinds.applications_dashboard.frames import Frame, denser
from pipeline.kinds.applications_dashboard.panels import next_steps
from pipeline.kinds.applications_dashboard.spec import Panel
from pipeline.layout.canvas import Canvas
from pipeline.layout.card import card, edge

SPARE_BELOW_ROWS = 8  # px; what is left beyond them goes to the panel above


class Arrangement(NamedTuple):
    """Which panels stand where: beside the headline, in the columns of the board, and which have no room."""

    is_mini: bool
    columns: tuple[tuple[Panel, ...], ...]
    split: float  # of the board's width
    left_out: tuple[Panel, ...]


def arrange(asked: Sequence[Panel], frame: Frame, content: Content) -> Arrangement:
    """The panels of a picture. The weeks move beside the headline where the frame has a place for them."""
    is_mini = frame.mini is not None and "weeks" in asked and len(asked) > 1
    lower = frame.lower(len(content.tiles))
    kept: list[list[Panel]] = [[], []]
    left_out: list[Panel] = []
    for panel in (each for each in asked if not (is_mini and each == "weeks")):
        at = 1 if frame.is_landscape and panels.load(panel).is_beside else 0
        tried = (at, 1 - at) if frame.is_landscape else (0,)
        place = next((n for n in tried if _fits([*kept[n], panel], frame, lower.height)), None)
        if place is None:
            left_out.append(panel)
        else:
            kept[place].append(panel)
    if frame.is_landscape and not kept[0] and len(kept[1]) > 1:  # side by side rather than one above the other
        kept = [kept[1][:1], kept[1][1:]]
    columns = tuple(tuple(column) for column in kept if column)
    if len(columns) == 2 and asked[0] in columns[1]:
        split = frame.split if all(panels.load(panel).is_beside for panel in columns[0]) else 1 - frame.split
        return Arrangement(is_mini, (columns[1], columns[0]), split, tuple(left_out))
    return Arrangement(is_mini, columns, frame.split, tuple(left_out))


def arranged(asked: Sequence[Panel], frame: Frame, content: Content) -> tuple[Frame, Arrangement]:
    """The frame with the panels in it; what a portrait has room for, a story has too, in type as small as that."""
    found = arrange(asked, frame, content)
    if not found.left_out or frame.name != "story":
        return frame, found
    return denser(frame), arrange(asked, denser(frame), content)


def _fits(column: Sequence[Panel], frame: Frame, height: float) -> bool:
    return sum(panels.load(panel).least for panel in column) * frame.meta <= height or len(column) == 1


def lay_card(canvas: Canvas, frame: Frame) -> None:
    """The card, before all that is written: painters keep what pictures of one size and theme begin with."""
    canvas.items += card(canvas.placed(frame.board), canvas.theme, canvas.unit)


def draw(canvas: Canvas, frame: Frame, content: Content, arrangement: Arrangement) -> None:
    """The tiles, and the panels in their cells."""
    tiles.draw(canvas, frame, content)
    lower = frame.lower(len(content.tiles))
    left = lower.x
    for at, column in enumerate(arrangement.columns):
        width = lower.width if len(arrangement.columns) == 1 else lower.width * abs(at - arrangement.split)
        width = width if len(arrangement.columns) == 1 or at else lower.width * arrangement.split
        if at:
            canvas.down(left, lower.y, lower.bottom - edge(canvas.theme), canvas.colors.rule)
        top = lower.y
        cells = _heights(column, frame, content, width, lower.height)
        for panel, height in zip(column, cells, strict=True):
            if top > lower.y:
                begin, end = (
                    max(left, lower.x + edge(canvas.theme)),
                    min(left + width, lower.right - edge(canvas.theme)),
                )
                canvas.across(begin, end, top, canvas.colors.rule)
            panels.load(panel).draw(canvas, frame, content, Rect(left, top, width, height))
            top += height
        left += width


def _heights(column: Sequence[Panel], frame: Frame, content: Content, width: float, height: float) -> list[float]:
    """The heights of a column's cells: first what each needs, then what it would like, then the pipeline grows."""
    if len(column) == 1:
        return [height]
    inner = width - 2 * frame.gaps[0]
    drawn = [panels.load(panel) for panel in column]
    heights = [each.least * frame.meta for each in drawn]
    for at in sorted(range(len(column)), key=lambda at: drawn[at].is_list):
        spare = height - sum(heights)
        heights[at] += min(spare, max(0.0, drawn[at].liked(frame, content, inner) - heights[at]))
    if "next_steps" in column:  # whole rows only
        at = column.index("next_steps")
        rest = heights[at] - next_steps.rows_height(frame, content, inner, rows=0)
        heights[at] -= max(0.0, rest % frame.rows - SPARE_BELOW_ROWS) if rest > 0 else 0
    growing = next((at for at, each in enumerate(drawn) if each.grows), len(column) - 1)
    heights[growing] += height - sum(heights)
    return heights
