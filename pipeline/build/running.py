"""Make many pictures: in this process, and on others where that is worth the time they take to start."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from pipeline.build.pool import FORKS, Lost, cores, spread
from pipeline.build.stopping import never
from pipeline.rendering import Job, Outcome, make

START_SECONDS = 0.1 if FORKS else 1.0  # for all workers together; on two cores a fork of 60 MB takes 10 ms
WARM = 2  # pictures made here first: they show how long one takes, and leave the workers less to read


def run(
    jobs: Iterable[Job], processes: int | None = None, noted: bool = True, stop: Callable[[], bool] = never
) -> Iterator[Outcome]:
    """What became of each job, in the order in which they are done; a failing one stops none of the others.

    At most `processes` are used, by default one a core, and one where the jobs take less time than workers to start.
    `noted` is as `make` has it. Once `stop` says so no job is begun, but what became of those begun still comes.
    """
    left = deque(jobs)
    count = processes or cores()
    quickest = 0.0
    done = 0
    while left and not stop() and not (done >= WARM and _is_worth_it(len(left), quickest, count)):
        outcome = make(left.popleft(), noted)
        quickest = min(quickest or outcome.seconds, outcome.seconds)
        done += 1
        yield outcome
    if left and not stop():
        yield from _on_processes(list(left), min(count, len(left)), noted, stop)


def _is_worth_it(left: int, seconds: float, count: int) -> bool:
    return count > 1 and left * seconds * (1 - 1 / min(count, left)) > START_SECONDS


def _on_processes(jobs: Sequence[Job], count: int, noted: bool, stop: Callable[[], bool]) -> Iterator[Outcome]:
    """What becomes of the jobs on `count` processes; a job goes to one as its index, what became of it comes back."""
    for index, result in spread(partial(_made, jobs, noted), range(len(jobs)), count, stop):
        yield _lost(jobs[index], result) if isinstance(result, Lost) else Outcome(jobs[index], *result)


def _made(jobs: Sequence[Job], noted: bool, index: int) -> tuple[Any, ...]:
    """What becomes of a job, but for the job, which the parent has."""
    return make(jobs[index], noted)[1:]


def _lost(job: Job, lost: Lost) -> Outcome:
    return Outcome(job, error=lost.error(job.output_path))
