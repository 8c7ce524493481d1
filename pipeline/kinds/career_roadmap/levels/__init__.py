"""The style `levels`: the same plan as a career lattice, levels in rows or columns, tracks abreast at equal height.

Title           Engineering        Leading           cards     which milestones stand in which cell, and
...      L5 ─ ● [Principal] ──── ◎ [Director]                  what it says, set to a measure
         L4 ─ ● [Staff    ]╮─── ● [Manager ]         routes    moves through gutters and channels
         L3 ─ ● [Senior   ]╰──▶ │                    lattice   where all of it lies
                                                     fitting   the largest arrangement that fits, and its names
✓ done before   ─── sideways  ──▶ changes
                                                     drawing   lines, stations, cards, words and names; asides
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.geometry import Rect, Size
from pipeline.kinds.career_roadmap import measures
from pipeline.kinds.career_roadmap.heading import heading
from pipeline.kinds.career_roadmap.legend import legend, moves_legend, states
from pipeline.kinds.career_roadmap.levels import drawing
from pipeline.kinds.career_roadmap.levels.asides import Asides
from pipeline.kinds.career_roadmap.levels.fitting import Fitted, fitted
from pipeline.kinds.career_roadmap.measures import Measures
from pipeline.kinds.career_roadmap.model import NOTHING, Dated, Plan, State
from pipeline.kinds.career_roadmap.unseen import left_out
from pipeline.layout.canvas import Canvas
from pipeline.layout.page import Page
from pipeline.layout.proportions import is_wide
from pipeline.scene import Box, Item, LeftOut, Scene, roles, words_last
from pipeline.theme import Theme
from pipeline.typography import Typesetter

LINE = 0.72  # of a map's line: a lattice has more of them
STATION = 0.9  # of a map's station
LEGEND_UP = 0.82  # of the margin: the legend's middle above the page's edge, beside the title
BESIDE_UP_TO = 4  # tracks that may stand beside the title


def lay_out(plan: Plan, size: Size, theme: Theme, typesetter: Typesetter) -> Scene:
    """The lattice of a plan, and what it does not show; raises FitError where it is too much for the size.

    Where cards only count some milestones, it is laid out once more with a legend of the states that are left.
    """
    every = states(plan)
    scene, drawn = _lay_out(plan, size, theme, typesetter, every)
    return scene if drawn == every else _lay_out(plan, size, theme, typesetter, drawn)[0]


def _lay_out(
    plan: Plan, size: Size, theme: Theme, typesetter: Typesetter, shown: set[State]
) -> tuple[Scene, set[State]]:
    """The lattice with a legend of the states `shown`, and the states that it draws."""
    page = Page(size, theme, typesetter, plan.is_mirrored)
    canvas = Canvas(page)
    canvas.items.append(Box(Rect.of(size), fill=theme.colors.paper))
    is_beside = is_wide(size) and len(plan.paths) <= BESIDE_UP_TO and plan.orientation != "horizontal"
    at = measures.measures(size, 3, "horizontal" if is_beside else "vertical")
    middle = at.height - LEGEND_UP * at.margin if is_beside else at.legend
    at = at._replace(line=at.line * LINE, station=at.station * STATION, legend=middle)
    stops = {(w, s): stop for w, path in enumerate(plan.paths) for s, stop in enumerate(path.stops)}
    counts_time = plan.axis in ("phases", "dates")  # else those in progress are today's
    here = frozenset(seat for seat, stop in stops.items() if stop.state == "current" and not counts_time)
    boxes = heading(canvas, at, plan, at.title_foot)
    sign = legend(canvas, at, plan, shown)
    asides = Asides(canvas, at, plan, boxes[-1], sign)
    start = Dated(NOTHING) if here else plan.start._replace(date=plan.start.date._replace(text=plan.start.short))
    found = fitted(plan, page, at, _area(at, boxes, asides.height), start, here)
    drawing.draw(canvas, found, plan, here)
    asides.draw()
    has_legend = moves_legend(canvas, at, plan, sign, asides.boxes())
    items = words_last(canvas.items)
    summarised = _summarised(plan, found, items)
    unseen = left_out(plan, items, summarised)
    if not has_legend:
        unseen = (*unseen, LeftOut((), "the legend of moves: no room in this size"))
    drawn = {stop.state for seat, stop in stops.items() if seat not in found.hidden}
    return Scene(size, items, left_out=unseen, summarised=summarised), drawn | ({"done"} if plan.done else set())


def _summarised(plan: Plan, found: Fitted, items: Sequence[Item]) -> tuple[str, ...]:
    """What other texts stand for: the first skill's for all of them, a row's name for all levels that share it."""
    shown = roles(items)
    skills = [
        stop.skills for path in plan.paths for stop in path.stops if stop.skills and stop.skills[0].field in shown
    ]
    names = {name.field for name in found.grid.names} & shown
    ticks = [tick.label.field for tick in plan.ticks if tick.label.field not in shown] if names else []
    return (*(skill.field for each in skills for skill in each[1:]), *ticks)


def _area(at: Measures, boxes: Sequence[Rect], rows: float) -> Rect:
    """The room for the lattice, beside the words of the header or below them, above the legend and the asides' rows."""
    unit = at.unit
    if at.runs == "right":
        left, top = at.margin + at.title_width + 40 * unit, at.eyebrow_y - 0.75 * at.name
        bottom = at.legend - rows - 44 * unit
    else:
        left, top = at.margin, max(box.bottom for box in boxes) + (26 if at.width > at.height else 36) * unit
        bottom = at.legend - (34 if at.width > at.height else 58) * unit - rows
    return Rect(left, top, at.width - at.margin - left, bottom - top)
