"""Processes that make pictures: so many, each job within its time, and a bounded line of those who wait.

asked -> line -> a free worker -> answer
                     | late, or gone: ended, and a new one takes its place
"""

from __future__ import annotations

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process
from contextlib import suppress
from typing import NamedTuple

from pipeline.serve import frames
from pipeline.serve.frames import Head
from pipeline.web import Refused

START_SECONDS = 60  # a machine that is busy takes its time; an idle one needs half a second
RETRY_SECONDS = 1
_ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
_CODE = (
    "import sys; sys.path.insert(0, {root!r}); from pipeline.serve.worker import main; main({seconds!r}, {memory!r})"
)


class Limits(NamedTuple):
    """How many workers there are, what one may take for a picture, and how many jobs may wait for one."""

    workers: int
    seconds: float
    memory_mb: int
    most_waiting: int


class Pool:
    """The workers of one service, for its event loop."""

    def __init__(self, home: str, limits: Limits) -> None:
        self.home = home
        self.limits = limits
        self.waiting = 0
        self._edition = 0  # what an older worker remembers of faces and themes is no longer true
        self._free: asyncio.Queue[_Worker | None] = asyncio.Queue()  # None is room for one
        for _ in range(limits.workers):
            self._free.put_nowait(None)
        self._all: set[_Worker] = set()

    async def start(self) -> None:
        """Start every worker, so that no request waits for that."""
        rooms = [self._free.get_nowait() for _ in range(self._free.qsize())]
        for worker in await asyncio.gather(*(self._fit(room) for room in rooms)):
            self._free.put_nowait(worker)

    async def ask(self, job: Head) -> tuple[Head, bytes]:
        """What comes of a job; raises `Refused` when the line is full, or the job takes too much time or memory."""
        if self.waiting >= self.limits.most_waiting:
            raise Refused(429, "too many pictures are asked for", headers={"Retry-After": str(RETRY_SECONDS)})
        self.waiting += 1
        try:
            room = await self._free.get()
        finally:
            self.waiting -= 1
        worker, is_fit = None, False
        try:
            worker = await self._fit(room)
            head, data = await asyncio.wait_for(worker.ask(job), self.limits.seconds)
            is_fit = not head.pop("is_last")
        except TimeoutError as error:
            raise Refused(504, "the picture took too long to make") from error
        except (EOFError, ConnectionError) as error:
            raise Refused(500, "the picture took too much memory, or its making broke off") from error
        finally:  # also when who asked has gone: what the worker says next would be taken for another's
            if worker and not is_fit:
                self._end(worker)
            self._free.put_nowait(worker if is_fit else None)
        return head, data

    def renew(self) -> None:
        """Have each worker replaced before its next job."""
        self._edition += 1

    async def close(self) -> None:
        """End all workers."""
        for worker in list(self._all):
            self._end(worker)

    async def _fit(self, room: _Worker | None) -> _Worker:
        """The worker itself where it is fit for a job, else a new one."""
        if room is not None and room.edition == self._edition and room.is_alive:
            return room
        if room is not None:
            self._end(room)
        worker = _Worker(await self._started(), self._edition)
        self._all.add(worker)
        try:
            await asyncio.wait_for(worker.answer(), START_SECONDS)
        except BaseException:
            self._end(worker)
            raise
        return worker

    async def _started(self) -> Process:
        code = _CODE.format(root=_ROOT, seconds=self.limits.seconds, memory=self.limits.memory_mb)
        environment = {**os.environ, "MATPLOTLIBRC": os.devnull}
        command = (sys.executable, "-c", code)
        return await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, cwd=self.home, env=environment)

    def _end(self, worker: _Worker) -> None:
        self._all.discard(worker)
        worker.kill()


class _Worker:
    """A process and the pipes to it."""

    def __init__(self, process: Process, edition: int) -> None:
        self.process = process
        self.edition = edition

    @property
    def is_alive(self) -> bool:
        return self.process.returncode is None

    async def ask(self, job: Head) -> tuple[Head, bytes]:
        assert self.process.stdin
        self.process.stdin.write(frames.packed(job))
        await self.process.stdin.drain()
        return await self.answer()

    async def answer(self) -> tuple[Head, bytes]:
        """What it says next; raises EOFError when it has gone."""
        output = self.process.stdout
        assert output
        head = frames.head(await output.readexactly(frames.length(await output.readexactly(frames.PREFIX_BYTES))))
        return head, await output.readexactly(head.pop("bytes"))

    def kill(self) -> None:
        with suppress(ProcessLookupError):
            self.process.kill()
