"""Career roadmap: several paths forward, as a transit map or as a lattice of levels.

    spec + file --content--> Plan --transit/--> the map
                                  --levels/---> the lattice

reading    paths from a table or a diagram beside the spec        heading, legend, marks
timeline   when: positions along one axis; times, axis_ticks                 what both styles draw alike
moves      from one path to another                               measures   the sizes of type and lines, and where
content    all of it, in one language: the Plan (model, words)               things stand in each size of picture
alt        what is said to those who cannot see it                unseen     what a picture has no room for
"""

from __future__ import annotations

from pipeline.geometry import Size
from pipeline.kinds.career_roadmap.alt import alt, description
from pipeline.kinds.career_roadmap.content import content
from pipeline.kinds.career_roadmap.model import Plan
from pipeline.kinds.career_roadmap.spec import CareerRoadmap, check
from pipeline.kinds.kind import Kind
from pipeline.scene import Scene
from pipeline.theme import Theme
from pipeline.typography import Typesetter


def lay_out(plan: Plan, size: Size, theme: Theme, typesetter: Typesetter) -> Scene:
    """The map, or the lattice; of the two, only what is drawn is imported."""
    if plan.style == "levels":
        from pipeline.kinds.career_roadmap import levels

        return levels.lay_out(plan, size, theme, typesetter)
    from pipeline.kinds.career_roadmap import transit

    return transit.lay_out(plan, size, theme, typesetter)


KIND = Kind(
    "career_roadmap",
    "Several ways forward as a transit map, or as a lattice of levels.",
    CareerRoadmap,
    content,
    lay_out,
    alt,
    description,
    check,
)
