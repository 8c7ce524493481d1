"""Make many pictures: in this process, and on others where that is worth the time they take to start.

    parent   index of a job  -> pipe -> worker
             what became of it <- pipe <-

A worker whose pipe is closed ends, so none outlives a parent that was killed by more than the picture it is at.
"""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from pipeline.build.stopping import SIGNALS, never
from pipeline.errors import OutputError, Problem
from pipeline.rendering import Job, Outcome, make

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

# A forked worker has all that this process imported and read; elsewhere a worker starts anew.
FORKS = sys.platform == "linux"
START_SECONDS = 0.1 if FORKS else 1.0  # for all workers together; on two cores a fork of 60 MB takes 10 ms
GLANCE_SECONDS = 0.2  # between two looks whether somebody asked to end
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


def cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _is_worth_it(left: int, seconds: float, count: int) -> bool:
    return count > 1 and left * seconds * (1 - 1 / min(count, left)) > START_SECONDS


def _on_processes(jobs: Sequence[Job], count: int, noted: bool, stop: Callable[[], bool]) -> Iterator[Outcome]:
    from multiprocessing.connection import wait

    waiting = deque(range(len(jobs)))
    workers: dict[Connection, tuple[BaseProcess, int]] = {}
    try:
        while (waiting and not stop()) or workers:
            while waiting and len(workers) < count and not stop():
                try:
                    _start(jobs, workers, waiting[0], noted)
                    waiting.popleft()
                except OSError:  # the system allows no more processes
                    count = len(workers)
            if not workers:
                yield from (make(jobs[index], noted) for index in takewhile(lambda _: not stop(), waiting))
                return
            for each in wait(list(workers), GLANCE_SECONDS):
                pipe: Any = each
                process, index = workers[pipe]
                try:
                    outcome = Outcome(jobs[index], *pipe.recv())
                    if waiting and not stop():
                        workers[pipe] = process, waiting.popleft()
                        pipe.send(workers[pipe][1])
                    else:
                        _stop(workers, pipe)
                except (EOFError, OSError):
                    _stop(workers, pipe)
                    outcome = _lost(jobs[index], process)
                yield outcome
    finally:  # also when nobody waits for more
        for pipe in list(workers):
            _stop(workers, pipe)


def _start(jobs: Sequence[Job], workers: dict[Connection, tuple[BaseProcess, int]], index: int, noted: bool) -> None:
    """Start a worker and give it its first job."""
    from multiprocessing import get_context

    context: Any = get_context("fork" if FORKS else "spawn")
    ours, theirs = context.Pipe()
    open_here = (ours, *workers) if FORKS else ()
    process = context.Process(target=_work, args=(theirs, jobs, noted, open_here), daemon=True)
    _flush()
    with _signals_held():
        process.start()
    theirs.close()
    workers[ours] = process, index
    ours.send(index)


@contextmanager
def _signals_held() -> Iterator[None]:
    """Keep signals from a worker until it has said which ones it ignores; it begins with those of this process held."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _stop(workers: dict[Connection, tuple[BaseProcess, int]], pipe: Connection) -> None:
    process, _ = workers.pop(pipe)
    pipe.close()
    process.join()


def _lost(job: Job, process: BaseProcess) -> Outcome:
    fact = f"{job.output_path}: the process that made it ended early, with {process.exitcode}"
    return Outcome(job, error=OutputError(Problem(fact, hint="`--jobs 1` needs the least memory")))


def _flush() -> None:
    """Empty what a forked worker would otherwise write a second time."""
    sys.stdout.flush()
    sys.stderr.flush()


def _work(pipe: Connection, jobs: Sequence[Job], noted: bool, open_here: Sequence[Connection]) -> None:
    """Make the jobs whose indices come through the pipe, until it is closed."""
    for each in SIGNALS:
        signal.signal(each, signal.SIG_IGN)  # the parent, told too, closes the pipe
    for parents in open_here:  # or this worker would hold open the pipes of others
        parents.close()
    try:
        while True:
            outcome = make(jobs[pipe.recv()], noted)
            pipe.send((outcome.pages, outcome.error, outcome.seconds))  # the parent has the job
    except (EOFError, OSError):
        return
