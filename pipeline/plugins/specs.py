"""The pictures of a project, made where they are stale: what `visuals build` does, before a site is built."""

from __future__ import annotations

import os
from collections.abc import Iterable

from pipeline import project
from pipeline.errors import PipelineError
from pipeline.rendering import Outcome


def folder(place: str) -> str | None:
    """The folder of the specs of the project around a file, as a path from here; None where there are none."""
    found = project.layout(project.folder(place)).specs
    return project.shown(found) if os.path.isdir(found) else None


def build_stale(specs: str) -> list[Outcome]:
    """Make every stale picture of the specs in a folder; raises PipelineError with every problem of any of them."""
    from pipeline.build.planning import specs_below

    return build_each(specs_below(specs))


def build_each(paths: Iterable[str]) -> list[Outcome]:
    """Make the stale pictures of these specs; raises what `build_stale` does."""
    from pipeline.build import build
    from pipeline.build.staleness import survey

    surveyed = survey(paths, trusts=True)
    outcomes = list(build(surveyed, surveyed.jobs))
    errors = (*surveyed.errors, *(outcome.error for outcome in outcomes if outcome.error))
    if problems := [problem for error in errors for problem in error.problems]:
        raise PipelineError(*problems)
    return outcomes


def told(outcome: Outcome) -> list[str]:
    """What was made of a job, a line for each picture, and the notes on it."""
    return [line for page in outcome.pages for line in (f"made {page.path}", *(f"note: {note}" for note in page.notes))]


def notes(outcomes: Iterable[Outcome]) -> tuple[str, ...]:
    """What the authors of the pictures should know."""
    return tuple(str(note) for outcome in outcomes for page in outcome.pages for note in page.notes)
