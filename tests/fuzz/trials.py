"""Try inputs in processes of their own, which are replaced when they hang, end or have tried enough."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from queue import SimpleQueue
from time import monotonic
from typing import NamedTuple

from tests.fuzz.findings import HANG, TRACEBACK, Finding, Verdict, from_json
from tests.fuzz.project import REPOSITORY

BATCH = 400  # inputs in one process
BUSY = 6  # a busy machine may take so many times as long as an idle one


class Setting(NamedTuple):
    """What inputs are made of and tried with; `work` is a folder for whatever is written."""

    seed: int
    work: Path
    right: Path
    command: str = "pipeline.cli:visuals"
    hang_seconds: float = 10


class Trial:
    """Tries one input after the other, each in the process that tried the one before if that goes on."""

    def __init__(self, setting: Setting, name: str) -> None:
        self._setting = setting
        self._folder = setting.work / name
        self._process: subprocess.Popen[bytes] | None = None
        self._done = 0

    def __enter__(self) -> Trial:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def of(self, asked: str) -> Verdict:
        """What became of an input, which is its number or the folder that keeps it."""
        if self._done >= BATCH:
            self._end()
        process = self._process or self._start()
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{asked}\n".encode())
        process.stdin.flush()
        self._done += 1
        seconds = self._seconds_until_answer(process)
        if seconds is not None and (line := process.stdout.readline()):
            return from_json(line.decode())
        code = self._end()
        said = (self._folder / "said").read_text(encoding="utf-8", errors="replace")[-4000:]
        if seconds is None:
            return Verdict((Finding(HANG, _last_place(said), said),))
        return Verdict((Finding(TRACEBACK, f"the process ended with {code}", said),), code)

    def _seconds_until_answer(self, process: subprocess.Popen[bytes]) -> float | None:
        """By the clock; None where it takes too much of the processor's time, or too long on a busy machine too."""
        start, used = monotonic(), _processor_seconds(process.pid)
        most = self._setting.hang_seconds
        assert process.stdout is not None
        while not select.select([process.stdout], [], [], most / 10)[0]:
            if _processor_seconds(process.pid) - used > most or monotonic() - start > BUSY * most:
                return None
        return monotonic() - start

    def _start(self) -> subprocess.Popen[bytes]:
        self._folder.mkdir(exist_ok=True)
        self._done = 0
        setting = self._setting
        words = (setting.seed, self._folder, setting.right, setting.command, setting.hang_seconds)
        variables = {**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONDONTWRITEBYTECODE": "1"}
        with (self._folder / "said").open("wb") as said:
            self._process = subprocess.Popen(
                [sys.executable, "-X", "faulthandler", "-m", "tests.fuzz.child", *map(str, words)],
                cwd=REPOSITORY, env=variables, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=said,
            )  # fmt: skip
        assert self._process.stdout is not None
        self._process.stdout.readline()  # it is ready
        return self._process

    def _end(self) -> int | None:
        """Kill the process, which has nothing to lose; its exit code if it had ended by itself."""
        process, self._process, self._done = self._process, None, 0
        if process is None:
            return None
        process.kill()
        process.communicate()
        return process.returncode


def run(setting: Setting, asked: Iterable[str], processes: int) -> Iterator[tuple[str, Verdict]]:
    """Each input with the verdict on it, in their order."""
    idle: SimpleQueue[Trial] = SimpleQueue()

    def verdict(name: str) -> tuple[str, Verdict]:
        trial = idle.get()
        try:
            return name, trial.of(name)
        finally:
            idle.put(trial)

    with ExitStack() as stack, ThreadPoolExecutor(processes) as pool:
        for index in range(processes):
            idle.put(stack.enter_context(Trial(setting, f"trial{index}")))
        yield from pool.map(verdict, asked)


def _processor_seconds(pid: int) -> float:
    """What a process has used of the processor's time (proc(5), fields 14 and 15 of stat)."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _last_place(said: str) -> str:
    """The innermost function of ours in a trace that was dumped, which begins with the innermost."""
    found = re.search(r'File "[^"]*/pipeline/([^"]+)", line \d+ in (\w+)', said)
    return f"{found[1]}:{found[2]}" if found else "?"
