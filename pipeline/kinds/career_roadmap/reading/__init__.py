"""Reading: the paths of a roadmap from a file beside its spec: a table, a Mermaid timeline or a Gantt chart."""

from __future__ import annotations

from pipeline.kinds.career_roadmap.content import Material
from pipeline.kinds.career_roadmap.reading.diagram import in_diagram
from pipeline.kinds.career_roadmap.reading.table import in_table
from pipeline.kinds.career_roadmap.spec import TIMELINES, CareerRoadmap


def material(spec: CareerRoadmap, text: str) -> Material:
    """What the spec's data file holds, with every mistake in it; raises SpecError for a file of something else."""
    return (in_diagram if spec.data.lower().endswith(TIMELINES) else in_table)(spec, text)
