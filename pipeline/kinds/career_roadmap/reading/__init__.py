"""Reading: the paths of a roadmap from a file beside its spec, a table or a Mermaid timeline."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.errors import Problem, SpecError
from pipeline.kinds.career_roadmap.checking import TIMELINES
from pipeline.kinds.career_roadmap.plan import problems
from pipeline.kinds.career_roadmap.reading.found import Found
from pipeline.kinds.career_roadmap.reading.mermaid import found_in_timeline
from pipeline.kinds.career_roadmap.reading.table import found_in_table
from pipeline.kinds.career_roadmap.spec import CareerRoadmap, Filled
from pipeline.schema import filled

MAX_PROBLEMS = 50  # beyond that the file is something else than a plan


def gather(spec: CareerRoadmap, read: Callable[[str, str], str]) -> CareerRoadmap:
    """The spec with the paths that its data file holds; `read(name, field)` is the text of a file.

    Raises SpecError with every mistake, those of the file at their line and column.
    """
    if not spec.data:
        return spec
    find = found_in_timeline if spec.data.lower().endswith(TIMELINES) else found_in_table
    found = find(read(spec.data, "data"), spec.data)
    whole = filled(Filled, spec, paths=found.tracks(), shown=found.shown(), title=spec.title or found.title)
    wrong = [*found.problems, *_beside_the_file(whole, found)]
    if wrong:
        wrong.sort(key=lambda problem: problem.place or ())
        raise SpecError(*_at_most(wrong))
    return whole


def _beside_the_file(whole: Filled, found: Found) -> list[Problem]:
    """What is wrong between the keys, told at the file's own places where it is about the paths."""
    return [_placed(problem, found) for problem in problems(whole)]


def _placed(problem: Problem, found: Found) -> Problem:
    place = found.place(problem.field)
    return problem if place is None else problem._replace(place=place, field="")


def _at_most(wrong: list[Problem]) -> list[Problem]:
    if len(wrong) <= MAX_PROBLEMS:
        return wrong
    last = wrong[MAX_PROBLEMS]
    message = f"and {len(wrong) - MAX_PROBLEMS:,} more problems, from here on"
    return [*wrong[:MAX_PROBLEMS], last._replace(message=message, hint="")]
