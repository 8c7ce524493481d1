"""Career roadmap: several ways forward, drawn as a transit map: the way that closed runs straight on, the others turn.

    spec --plan--> Plan --frames, axis, routes--> places --labels--> what is named --lanes, trunk, header--> picture

eyebrow        3 months   12 months  +--------+    frames    where things stand in each size
Title       ╭──●──────────●──────────┼─◎      |    axis      when: places along the lanes
in lines    │  label      label      | goal   |    routes    the ways' courses: one bundle, concentric turns
standfirst  │ ╭──●──────────●────────┼─◎      |    labels/   words that touch no line, mark or other word
            ◆   label      label     | goal   |    lanes, marks, trunk, edges, header, key     the drawing
━━✓━━━━◍━━━━╯ · · · ┃ closed         +--------+    levels/   the same plan as a lattice of levels
"""

from __future__ import annotations

from collections.abc import Callable

from pipeline.geometry import Size
from pipeline.kinds.career_roadmap.alt import alt, description
from pipeline.kinds.career_roadmap.checking import check
from pipeline.kinds.career_roadmap.mapping import lay_out_map
from pipeline.kinds.career_roadmap.plan import plan
from pipeline.kinds.career_roadmap.spec import CareerRoadmap
from pipeline.kinds.kind import Kind
from pipeline.scene import LeftOut, Scene
from pipeline.theme import Theme
from pipeline.typography import Typesetter


def lay_out(spec: CareerRoadmap, size: Size, theme: Theme, typesetter: Typesetter) -> Scene:
    """The map, or the lattice, of a spec whose paths have been read; `gather` does that."""
    found = plan(spec)
    if spec.style == "levels":
        from pipeline.kinds.career_roadmap import levels  # a map needs no lattice

        drawn = levels.lay_out(found, spec, size, theme, typesetter)
    else:
        drawn = lay_out_map(found, spec, size, theme, typesetter)
    told = description(spec, found, drawn.untold)
    return Scene(
        size,
        drawn.items,
        found.title,
        spec.alt or alt(spec, found),
        told,
        tuple(LeftOut((), text) for text in drawn.left_out),
    )


def gather(spec: CareerRoadmap, read: Callable[[str, str], str]) -> CareerRoadmap:
    """The spec with the paths of its data file; raises SpecError with every mistake."""
    if not spec.data:
        return spec
    from pipeline.kinds.career_roadmap import reading  # what is already read needs no reader

    return reading.gather(spec, read)


KIND = Kind(
    "career_roadmap",
    "Several ways forward as a transit map, or as a lattice of levels.",
    CareerRoadmap,
    lay_out,
    check,
    gather=gather,
)
