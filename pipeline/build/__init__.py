"""Many pictures: which specs there are, which of their pictures are stale, and making those.

spec_paths -> paths --staleness.survey--> what is wanted, and why it is stale --build--> pictures, manifest, cache
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from pipeline.build.planning import folder_of, jobs_of, picture_name, spec_paths
from pipeline.build.running import run
from pipeline.build.stopping import Stop, never
from pipeline.rendering import Job, Outcome

if TYPE_CHECKING:
    from pipeline.build.staleness import Survey

__all__ = ["Stop", "build", "folder_of", "jobs_of", "picture_name", "run", "spec_paths"]


def build(
    surveyed: Survey,
    jobs: Iterable[Job],
    processes: int | None = None,
    stop: Callable[[], bool] = never,
    tell: Callable[[str], object] = len,
    run: Callable[..., Iterator[Outcome]] = run,
) -> Iterator[Outcome]:
    """Make pictures of a survey, by default on all cores; what becomes of each, then a manifest that says so.

    A picture that fails stops none of the others; `stop` is as `run` has it, which may be another's, as a cluster's.
    `tell` takes what else is worth a line.
    Raises OutputError at the end when a manifest cannot be written.
    """
    from pipeline import files
    from pipeline.build import cache, manifest
    from pipeline.build.recording import Ledger

    ledger = Ledger(surveyed)
    try:
        for outcome in run(jobs, processes, stop=stop):
            ledger.note(outcome)
            yield outcome
    finally:  # also when the user interrupts
        try:
            for line in ledger.write():
                tell(line)
        finally:
            for folder in filter(os.path.isdir, surveyed.folders):
                files.sweep(folder)
                manifest.sweep(folder)
                cache.sweep(folder)
