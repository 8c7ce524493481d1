"""Maps for tests: specs with so many paths and milestones, and the scenes of them."""

from __future__ import annotations

from typing import Any

from pipeline import accounting, kinds, sizes, source, theme
from pipeline.content import leaves
from pipeline.kinds.career_roadmap import lay_out
from pipeline.kinds.career_roadmap.alt import alt, description
from pipeline.kinds.career_roadmap.content import Material, plan
from pipeline.kinds.career_roadmap.measures import Measures, measures
from pipeline.kinds.career_roadmap.model import Plan
from pipeline.kinds.career_roadmap.spec import CareerRoadmap
from pipeline.scene import Scene
from pipeline.theme import Theme
from pipeline.typography import Typesetter, library
from tests.conftest import REPOSITORY

SPEC = REPOSITORY / "specs" / "career_roadmap.yaml"
NAMES = ("Go deeper", "Step sideways", "Go independent", "Retrain", "Move", "Teach", "Lead people", "Take a year")
GOALS = (
    "Senior analyst",
    "UX researcher",
    "Consultant",
    "Nurse",
    "Analyst in Oslo",
    "Lecturer",
    "Head of data",
    "Rested",
)
STEPS = ("Evening course", "Side project", "Short internship", "First role", "Portfolio review", "Mentoring", "Talk")
KINDS = ("Course", "Project", "Internship", "Role")
PAGE = sizes.parse("og").size


def sample(*changes: str) -> Plan:
    """What the sample says with changes such as `highlight=Go deeper`."""
    found: Plan = kinds.build(source.override(source.read(str(SPEC)), changes)).content
    return found


def of_lines(lines: str) -> Plan:
    """What the map of these lines says."""
    found: Plan = kinds.build(source.parse(lines, "map.yaml")).content
    return found


def of_spec(spec: CareerRoadmap) -> Plan:
    """What a spec with paths of its own says."""
    return plan(spec, Material(spec.paths))


def made(paths: int, milestones: int = 4, more: str = "") -> Plan:
    """What a map of so many paths of so many milestones says; `more` are further lines."""
    return of_lines(text(paths, milestones) + more)


def scene(found: Plan, size: str = "og", look: str = "paper", fonts: str | None = None) -> Scene:
    """The picture of a plan, with what it says, and what it leaves out accounted for."""
    typesetter = Typesetter(library(fonts), found.words.language.written, "rtl" if found.is_mirrored else "ltr")
    drawn = lay_out(found, sizes.parse(size).size, theme.load(look), typesetter)
    drawn = drawn._replace(title=found.name, alt=alt(found), description=description(found))
    return accounting.account({leaf.field: leaf for leaf in leaves(found)}, [drawn])[0]


def measured(size: str, ways: int, **keys: Any) -> Measures:
    """The measures of a size for so many ways."""
    return measures(sizes.parse(size).size, ways, **keys)


def backgrounds(look: Theme) -> tuple[Any, ...]:
    """The colours that halos, slits and the card are drawn in."""
    colors = look.colors
    return colors.paper, colors.surface, look.edge.over(colors.surface)


def text(paths: int, milestones: int) -> str:
    """The spec's lines: so many paths of so many milestones, at times that differ from path to path."""
    lines = [
        "kind: career_roadmap",
        "eyebrow: Career roadmap to 2028",
        "standfirst: Keep all of them open until the end of January, then lead with one.",
        "start: {date: 2026-11-20}",
        "done: {title: Feedback call, date: 2026-11-18}",
        "closed: {label: The job that said no}",
        "decision: {title: Pick a lead path, by: 2027-01-31}",
        "phases: [3 months, 6 months, 12 months, 2 years]",
        "paths:",
    ]
    for path in range(paths):
        lines += [f"  - name: {NAMES[path]}", "    milestones:" if milestones else "    milestones: []"]
        for step in range(milestones - 1):
            months = round(3 + 21 * ((step + (path % 2) * 0.3) / (milestones - 0.7)) ** 1.4, 1)
            state = ", state: current" if step == path == 0 else ""
            title, kind = STEPS[(step + path) % len(STEPS)], KINDS[(step + path) % len(KINDS)]
            lines.append(f"      - {{title: {title}, at: {months} months, kind: {kind}{state}}}")
        if milestones:
            lines.append(f"      - {{title: {GOALS[path]}, at: 2 years, kind: Role}}")
    return "\n".join(lines) + "\n"
