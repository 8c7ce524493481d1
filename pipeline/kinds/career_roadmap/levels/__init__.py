"""The style `levels`: the same plan as a career lattice, levels in rows or columns, tracks abreast at equal height.

Title           Engineering        Leading           grid      which milestones stand in which cell
...      L5 ─ ● [Principal] ──── ◎ [Director]        routes    moves through gutters and channels
         L4 ─ ● [Staff    ]╮─── ● [Manager ]         cards     what a cell says, set to a measure
         L3 ─ ● [Senior   ]╰──▶ │                    fitting   the largest arrangement that fits
                                                     drawing   lines, stations, cards and words
✓ done before   ─── sideways  ──▶ changes            asides, signs
"""

from __future__ import annotations

from pipeline.geometry import Rect, Size
from pipeline.kinds.career_roadmap import frames
from pipeline.kinds.career_roadmap.frames import Frame
from pipeline.kinds.career_roadmap.header import header
from pipeline.kinds.career_roadmap.key import key
from pipeline.kinds.career_roadmap.levels import asides, drawing, naming, signs
from pipeline.kinds.career_roadmap.levels.fitting import Board, Fitted, fitted
from pipeline.kinds.career_roadmap.levels.grid import Seat
from pipeline.kinds.career_roadmap.looks import looks
from pipeline.kinds.career_roadmap.model import Plan
from pipeline.kinds.career_roadmap.pen import Pen
from pipeline.kinds.career_roadmap.spec import CareerRoadmap
from pipeline.kinds.career_roadmap.unseen import Drawn, Shown, unseen
from pipeline.kinds.career_roadmap.words import words
from pipeline.layout.page import Page
from pipeline.layout.proportions import is_wide
from pipeline.scene import Box
from pipeline.theme import Theme
from pipeline.typography import Typesetter, is_right_to_left

LINE = 0.72  # of a map's line: a lattice has more of them
STATION = 0.9  # of a map's station
KEY_UP = 0.82  # of the margin: the key's middle above the page's edge, beside the title
BESIDE_UP_TO = 4  # tracks that may stand beside the title


def lay_out(plan: Plan, spec: CareerRoadmap, size: Size, theme: Theme, typesetter: Typesetter) -> Drawn:
    """The lattice of a plan, and what it does not show; raises FitError where it is too much for the size."""
    mirrored = spec.direction == "rtl" or (spec.direction == "auto" and is_right_to_left(plan.title))
    page = Page(size.width, theme, typesetter.towards("rtl" if mirrored else "ltr"), mirrored)
    pen = Pen(page)
    here = _here(plan)
    said = words(spec.lang)
    frame = _frame(size, plan, spec)
    boxes = header(pen, frame, plan, frame.at.title_foot)
    sign = key(pen, frame, plan, said.states)
    beside = asides.seated(pen, frame, plan, boxes[-1], sign)
    boards = _boards(frame, spec, plan, boxes, here, beside.height)
    found = fitted(plan, page, frame, boards, here, spec.start.label or said.today)
    lines = looks(plan.ways, theme.colors)
    drawing.parity(pen, found)
    drawing.trunk(pen, found, plan, lines, _from_start(plan))
    drawing.moves(pen, found, lines)
    drawing.spines(pen, found, plan, lines)
    drawing.now(pen, found, plan)
    drawing.cards(pen, found, plan)
    drawing.stations(pen, found, plan, lines, here)
    if found.lattice.foot is not None:
        naming.start(pen, found, boards[0], (*_from_start(plan), 0)[0], is_now=plan.now == 0)
    drawing.words(pen, found)
    naming.levels(pen, found)
    naming.tracks(pen, found, plan, lines)
    asides.draw(pen, frame, beside)
    signs.signs(pen, frame, plan, spec.lang, sign, beside.boxes(frame))
    items = (Box(Rect.of(size), fill=theme.colors.paper), *pen.drawings, *pen.words)
    return Drawn(items, unseen(plan, _shown(plan, found)._replace(has_standfirst=bool(frame.at.stand))))


def _shown(plan: Plan, found: Fitted) -> Shown:
    """What the cards say; those that are only counted say it themselves."""
    density = found.density
    titles = {(w, entry.stop) for (w, _), card in found.cards.items() for entry in card.entries}
    moves = () if density.has_meta else tuple(edge.label for edge in plan.edges if edge.label)
    return Shown(
        titles,
        titles if density.has_meta else (),
        moves,
        details=titles if density.has_detail else (),
        skills=titles if density.has_skills else (),
    )


def _here(plan: Plan) -> frozenset[Seat]:
    """The milestones that are today's: those in progress, where the axis counts levels and not time."""
    if plan.axis in ("phases", "dates"):
        return frozenset()
    return frozenset(
        (w, s) for w, way in enumerate(plan.ways) for s, stop in enumerate(way.stops) if stop.state == "current"
    )


def _from_start(plan: Plan) -> tuple[int, ...]:
    """The ways whose first milestone no move leads to."""
    reached = {edge.end for edge in plan.edges}
    return tuple(w for w, way in enumerate(plan.ways) if way.stops and (w, 0) not in reached)


def _frame(size: Size, plan: Plan, spec: CareerRoadmap) -> Frame:
    is_beside = len(plan.ways) <= BESIDE_UP_TO and spec.orientation != "horizontal"
    frame = frames.frame(size, 3, "horizontal" if is_wide(size) and is_beside else "vertical")
    at = frame.at
    key = at.height - KEY_UP * at.margin if frame.runs == "right" else at.key
    return frame._replace(at=at._replace(line=at.line * LINE, station=at.station * STATION, key=key))


def _boards(
    frame: Frame, spec: CareerRoadmap, plan: Plan, boxes: tuple[Rect, ...], here: frozenset[Seat], rows: float
) -> tuple[Board, ...]:
    """The room for the lattice, and how it may lie: the first way is preferred."""
    at, unit = frame.at, frame.unit
    if frame.runs == "right":
        left, top = at.margin + at.title_width + 40 * unit, at.eyebrow_y - 0.75 * at.name
        bottom = at.key - rows - 44 * unit
    else:
        left, top = at.margin, max(box.bottom for box in boxes) + (26 if at.width > at.height else 36) * unit
        bottom = at.key - (34 if at.width > at.height else 58) * unit - rows
    area = Rect(left, top, at.width - at.margin - left, bottom - top)
    start = ("", "") if here else (plan.start_label, plan.start_short)
    ways = 0 if here else max(1, len(_from_start(plan)))
    lying = {"auto": (False, True), "vertical": (False,), "horizontal": (True,)}[spec.orientation]
    return tuple(Board(area, is_horizontal, ways, start) for is_horizontal in lying)
