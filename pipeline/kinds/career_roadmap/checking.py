"""What is wrong between the keys of a roadmap."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.errors import Problem
from pipeline.kinds.career_roadmap.plan import problems
from pipeline.kinds.career_roadmap.spec import CareerRoadmap

TIMELINES = (".mmd", ".mermaid")
SUFFIXES = (".csv", ".tsv", ".json", ".yaml", ".yml", *TIMELINES)


def check(spec: CareerRoadmap) -> Iterator[Problem]:
    """What is wrong; where a data file holds the paths, only what can be told without it."""
    if spec.data and spec.paths:
        fact = "the paths come from one place, found `data` and `paths`"
        yield Problem(fact, hint="keep one of them", field="data")
    elif spec.data and not spec.data.lower().endswith(SUFFIXES):
        fact = f"expected a file that ends in {', '.join(SUFFIXES)}, found {spec.data}"
        yield Problem(fact, hint="a table has the columns path, title, at", field="data")
    elif not spec.data and not spec.paths:
        hint = "write `paths`, each with a name and milestones, or name a file with `data`"
        yield Problem("expected 1 to 8 paths, found none", hint=hint, field="paths")
    elif not spec.data:
        yield from problems(spec)
