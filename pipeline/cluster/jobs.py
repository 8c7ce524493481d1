"""The jobs of a build on a cluster: what a worker makes of one, and what of it is true here."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from pipeline import project, rendering
from pipeline.build.pool import Lost
from pipeline.build.stopping import never
from pipeline.cluster import Cluster, Home
from pipeline.errors import OutputError, Problem
from pipeline.rendering import Job, Outcome, Written
from pipeline.theme import Shelf


def run(
    address: str, jobs: Iterable[Job], most: int | None = None, stop: Callable[[], bool] = never
) -> Iterator[Outcome]:
    """What became of each job, in the order in which they are done, as `pipeline.build.run` has it.

    Their pictures are written by the workers, into the same folder: one that is not here then has an error.
    """
    wanted = list(jobs)
    if not wanted:
        return
    cluster = Cluster(address, {job.visual.path for job in wanted}, {job.visual.kind.name for job in wanted}, most)
    home = Home(cluster.home, project.shown(cluster.home))
    for (job, _), outcome in cluster.spread(
        partial(made_there, home), ((job, _moved_out(job)) for job in wanted), stop
    ):
        yield Outcome(job, error=outcome.error(job.output_path)) if isinstance(outcome, Lost) else _here(job, outcome)


def _moved_out(job: Job) -> Job:
    """The job with paths that do not depend on the current folder."""
    visual = job.visual._replace(path=os.path.abspath(job.visual.path))
    return job._replace(visual=visual, output_path=os.path.abspath(job.output_path))


def made_there(home: Home, there: str, item: tuple[object, Job]) -> Outcome:
    """What becomes of a job on a worker, with paths as they are written at home."""
    job = item[1]
    path = home.moved(job.visual.path, there)
    visual = job.visual._replace(path=path, shelf=Shelf(project.themes(path), job.visual.shelf.own))
    outcome = rendering.make(job._replace(visual=visual))
    pages = (_at_home(home, there, page) for page in outcome.pages)
    error = outcome.error and home.error(outcome.error, there)
    return Outcome(job, tuple(pages), error, outcome.seconds)


def _at_home(home: Home, there: str, page: Written) -> Written:
    return page._replace(digests=tuple((home.named(path, there), digest) for path, digest in page.digests))


def _here(job: Job, outcome: Outcome) -> Outcome:
    """The outcome with paths as they are written here, or the error that a picture is not here."""
    count = len(outcome.pages)
    paths = [rendering.page_path(job.output_path, number, count) for number in range(1, count + 1)]
    pages = tuple(page._replace(path=path) for page, path in zip(outcome.pages, paths, strict=True))
    missing = [page.path for page in pages if not _is_here(page)]
    if missing:
        hint = "workers on other machines need a folder that all share"
        error = OutputError(Problem(f"{missing[0]}: a worker wrote it, and it is not here", hint=hint))
        return Outcome(job, error=error, seconds=outcome.seconds)
    return outcome._replace(job=job, pages=pages)


def _is_here(page: Written) -> bool:
    try:
        return os.path.getsize(page.path) == page.size_bytes
    except OSError:
        return False
