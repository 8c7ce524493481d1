"""The style `metro`: a plan as a transit map, the way that closed running straight on, the others turning.

eyebrow        3 months   12 months  +--------+    plot       the paths' courses: one bundle, concentric turns;
Title       ╭──●──────────●──────────┼─◎      |               places along the lanes
in lines    │  label      label      | goal   |    names      beside lines, on plates, or by number
standfirst  │ ╭──●──────────●────────┼─◎      |    labels     words that touch no line, mark or other word; blocks,
            ◆   label      label     | goal   |               ground
━━✓━━━━◍━━━━╯ · · · ┃ closed         +--------+    listing    what numbers stand for
                                                   trunk, lanes, crossings    lines, marks and words on them
"""

from __future__ import annotations

from pipeline.errors import FitError, Problem
from pipeline.geometry import Size
from pipeline.kinds.career_roadmap import measures
from pipeline.kinds.career_roadmap.measures import PLATES_FROM
from pipeline.kinds.career_roadmap.model import Plan
from pipeline.kinds.career_roadmap.transit.drawing import Drawing, Drawn
from pipeline.kinds.career_roadmap.unseen import left_out
from pipeline.layout.page import Page
from pipeline.scene import LeftOut, Scene, runs, words_last
from pipeline.theme import Theme
from pipeline.typography import Typesetter

MOST_FOOT = 0.34  # of the page's height, for a list of what stands there by number
LEAST_STEP, LEAST_LANE = 1.35, 9.0  # sizes of a name: from lane to lane, and from the first tick to the last
FEET = 3  # a shorter map may leave more stops without a name, and so need a longer list
FEW, FEW_DOWN = 2, 6  # milestones, on lanes across and down: on a map of so few type and marks are larger
ENLARGED = (1.6, 1.45, 1.3, 1.15)


def lay_out(plan: Plan, size: Size, theme: Theme, typesetter: Typesetter) -> Scene:
    """The map, with what it does not show; raises FitError where names or destinations are too long for it."""
    page = Page(size, theme, typesetter, plan.is_mirrored)
    found = _enlarged(plan, page) or _with_list(plan, page)
    unseen = left_out(plan, found.items, found.summarised)
    if plan.now and not found.has_now:
        unseen = (*unseen, LeftOut((), "the mark of where the map is now: no room in this size"))
    runs_otherwise = plan.orientation == "vertical" and len(plan.paths) >= PLATES_FROM
    altered = ("the paths run across, not down: there are too many of them",) if runs_otherwise else ()
    return Scene(size, words_last(found.items), left_out=unseen, summarised=found.summarised, altered=altered)


def _enlarged(plan: Plan, page: Page) -> Drawn | None:
    """A map of little, as large as shows no less of it than the usual size, its title in no more lines."""
    runs_down = measures.measures(page.size, len(plan.paths), plan.orientation).runs == "down"
    if sum(len(path.stops) for path in plan.paths) > (FEW_DOWN if runs_down else FEW):
        return None

    def title_lines(found: Drawn) -> int:
        return len({run.origin.y for run in runs(found.items) if run.role == plan.title.field})

    usual = _with_list(plan, page)
    unseen = left_out(plan, usual.items, usual.summarised)
    for factor in ENLARGED:
        try:
            found = _with_list(plan, page, factor)
        except FitError:
            continue
        tells_all = not found.entries and left_out(plan, found.items, found.summarised) == unseen
        if tells_all and title_lines(found) <= title_lines(usual):
            return found
    return usual


def _with_list(plan: Plan, page: Page, enlarged: float = 1.0) -> Drawn:
    """The map, and a list of what it tells by number, in a foot of the page of its own if that is not too much of it.

    If it is, milestones without a label are left out, and only names and destinations have numbers. Raises
    FitError where these are too many for a list.
    """
    found = None
    for tells_all in (True, False):
        foot = 0.0
        for _ in range(FEET):
            place = measures.measures(page.size, len(plan.paths), plan.orientation, foot=foot, enlarged=enlarged)
            lane = place.last_tick - place.first_tick
            is_tight = place.step < LEAST_STEP * place.name or lane < LEAST_LANE * place.name
            if foot > MOST_FOOT * page.size.height or (foot and is_tight):
                break
            try:
                found = Drawing(plan, page, place, foot).drawn(tells_all=tells_all)
            except FitError:
                if not found:
                    raise
                break
            if not found.lacks:
                return found
            foot = max(foot + 1, found.lacks)
    assert found
    longest = max((entry.leaf for entry in found.entries), key=lambda leaf: len(leaf.text))
    fact = f"{len(longest.text)} characters do not fit the map, nor a list below it"
    hint = "shorten names and titles, choose a larger picture, or show fewer paths"
    raise FitError(Problem(fact, hint=hint, field=longest.field))
