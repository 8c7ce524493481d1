"""Work on several processes: items go out one by one, results come back as they are done.

    parent   item   -> pipe -> worker
             result <- pipe <-

A worker whose pipe is closed ends, so none outlives a parent that was killed by more than the item it is at.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from pipeline.build.stopping import SIGNALS, never
from pipeline.errors import OutputError, Place, Problem

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

T = TypeVar("T")
R = TypeVar("R")

# A forked worker has all that this process imported and read; elsewhere a worker starts anew.
FORKS = sys.platform == "linux"
GLANCE_SECONDS = 0.2  # between two looks whether somebody asked to end
_END: Any = object()  # of the items
_UNREAD: Any = object()  # in place of the next item, before it is looked for


class Lost(NamedTuple):
    """In place of a result: the process that worked on it ended with `exit_code`, or None on a cluster."""

    exit_code: int | None

    def error(self, what: str, place: Place | None = None) -> OutputError:
        """What is told of the picture, or the row, that was worked on."""
        if self.exit_code is None:
            fact, hint = "no worker survived it", "look into the workers' logs"
        else:
            ended = f"was killed ({_signal(-self.exit_code)})" if self.exit_code < 0 else f"ended with {self.exit_code}"
            fact, hint = f"the process that made it {ended}", "`--jobs 1` needs the least memory"
        return OutputError(Problem(f"{what}: {fact}", place, hint))


def _signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def spread(
    work: Callable[[T], R], items: Iterable[T], count: int, stop: Callable[[], bool] = never
) -> Iterator[tuple[T, R | Lost]]:
    """Each item and what `work` makes of it, in the order in which they are done, on `count` processes.

    An item is taken when a process is free for it, so `items` may be a stream. Once `stop` says so none is taken, but
    results of those at work still come. Where the system allows no more processes, fewer are used, if need be this one.
    """
    pool = _Pool(work, items, count, stop)
    try:
        while pool.fill():
            yield from pool.results()
        yield from pool.left_here()
    finally:  # also when nobody waits for more
        pool.close()


class _Pool:
    """The workers by their pipes, each with the item that it works on; and the item that waits for one."""

    def __init__(self, work: Callable[[Any], Any], items: Iterable[Any], count: int, stop: Callable[[], bool]) -> None:
        self.work, self.items, self.count, self.stop = work, iter(items), count, stop
        self.workers: dict[Connection, tuple[BaseProcess, Any]] = {}
        self.next = _UNREAD

    def fill(self) -> bool:
        """Start workers as far as there are items for them; whether any is at work."""
        while self._has_more() and len(self.workers) < self.count:
            try:
                self._start()
            except OSError:  # the system allows no more processes
                self.count = len(self.workers)
        return bool(self.workers)

    def results(self) -> Iterator[tuple[Any, Any]]:
        """What has come back by now; who brought it gets the next item or is let go."""
        from multiprocessing.connection import wait

        for each in wait(list(self.workers), GLANCE_SECONDS):
            pipe: Any = each
            process, item = self.workers[pipe]
            try:
                result = pipe.recv()
                if self._has_more():
                    self._give(pipe, process)
                else:
                    self._let_go(pipe)
            except (EOFError, OSError):
                self._let_go(pipe)
                result = Lost(process.exitcode)
            yield item, result
            self._look_ahead()  # while all are at work: none waits for an item to be made

    def left_here(self) -> Iterator[tuple[Any, Any]]:
        """What becomes of items for which no process could be started."""
        while self._has_more():
            item, self.next = self.next, _UNREAD
            yield item, self.work(item)

    def close(self) -> None:
        """Let all workers go."""
        for pipe in list(self.workers):
            self._let_go(pipe)

    def _has_more(self) -> bool:
        self._look_ahead()
        return self.next is not _END and not self.stop()

    def _look_ahead(self) -> None:
        if self.next is _UNREAD:
            self.next = next(self.items, _END)

    def _give(self, pipe: Any, process: BaseProcess) -> None:
        """Send the next item to a worker."""
        self.workers[pipe] = process, self.next
        item, self.next = self.next, _UNREAD
        pipe.send(item)

    def _start(self) -> None:
        """Start a worker and give it its first item."""
        from multiprocessing import get_context

        context: Any = get_context("fork" if FORKS else "spawn")
        ours, theirs = context.Pipe()
        open_here = (ours, *self.workers) if FORKS else ()
        process = context.Process(target=_serve, args=(theirs, self.work, open_here), daemon=True)
        _flush()
        with _signals_held():
            process.start()
        theirs.close()
        self._give(ours, process)

    def _let_go(self, pipe: Connection) -> None:
        process, _ = self.workers.pop(pipe)
        pipe.close()
        process.join()


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


def _flush() -> None:
    """Empty what a forked worker would otherwise write a second time."""
    sys.stdout.flush()
    sys.stderr.flush()


def _serve(pipe: Connection, work: Callable[[Any], Any], open_here: Iterable[Connection]) -> None:
    """Work on the items that come through the pipe, until it is closed."""
    for each in SIGNALS:
        signal.signal(each, signal.SIG_IGN)  # the parent, told too, closes the pipe
    for parents in open_here:  # or this worker would hold open the pipes of others
        parents.close()
    gc.freeze()  # what the parent had is neither gone through nor copied when cycles are looked for
    try:
        while True:
            pipe.send(work(pipe.recv()))
    except (EOFError, OSError):
        return
