"""Career roadmap: several ways forward, drawn as a transit map: the way that closed runs straight on, the others turn.

    spec + file --content--> Plan --frames, axis, routes--> places --labels--> what is named --lanes, trunk--> picture

eyebrow        3 months   12 months  +--------+    reading   paths from a table or a diagram beside the spec
Title       ╭──●──────────●──────────┼─◎      |    timeline  when: positions along one axis
in lines    │  label      label      | goal   |    frames    where things stand in each size
standfirst  │ ╭──●──────────●────────┼─◎      |    axis      places along the lanes
            ◆   label      label     | goal   |    routes    the ways' courses: one bundle, concentric turns
━━✓━━━━◍━━━━╯ · · · ┃ closed         +--------+    labels/   words that touch no line, mark or other word
                                                   lanes, marks, trunk, edges, header, key     the drawing
                                                   levels/   the same plan as a lattice of levels
"""

from __future__ import annotations

from pipeline.geometry import Size
from pipeline.kinds.career_roadmap.alt import alt, description
from pipeline.kinds.career_roadmap.content import content
from pipeline.kinds.career_roadmap.mapping import lay_out_map
from pipeline.kinds.career_roadmap.model import Plan
from pipeline.kinds.career_roadmap.spec import CareerRoadmap, check
from pipeline.kinds.kind import Kind
from pipeline.scene import Scene
from pipeline.theme import Theme
from pipeline.typography import Typesetter


def lay_out(plan: Plan, size: Size, theme: Theme, typesetter: Typesetter) -> Scene:
    """The map, or the lattice."""
    if plan.style == "levels":
        from pipeline.kinds.career_roadmap import levels  # a map needs no lattice

        return levels.lay_out(plan, size, theme, typesetter)
    return lay_out_map(plan, size, theme, typesetter)


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
