"""Programs run one after the other, and what each run took: wall time and the most memory."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

REPOSITORY = Path(__file__).parent.parent.parent
BIN = Path(sys.executable).parent
RSS_UNIT_BYTES = 1 if sys.platform == "darwin" else 1024  # getrusage(2): kilobytes, on macOS bytes


class Run(NamedTuple):
    """One run of a program to its end: what it took and what it wrote."""

    ms: float
    peak_bytes: int
    stdout: str
    stderr: str


def run(command: Sequence[object], **variables: str) -> Run:
    """Run a program in the repository's folder; raises RuntimeError with what it said when it fails."""
    words = [str(word) for word in command]
    start = perf_counter()
    process = subprocess.Popen(
        words,
        cwd=REPOSITORY,
        env=_environment(variables),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    with process.stdout, process.stderr:
        stdout, stderr = process.stdout.read(), process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
    ms = (perf_counter() - start) * 1e3
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(words)} ended with {process.returncode}\n{stderr}")
    return Run(ms, usage.ru_maxrss * RSS_UNIT_BYTES, stdout, stderr)


def interleaved(commands: Mapping[str, Sequence[object]], rounds: int, **variables: str) -> dict[str, list[Run]]:
    """Each command run `rounds` times, in turns: a slow minute of the machine then slows all of them.

    The order is reversed from round to round; a first round, which fills the disk's caches, does not count.
    """
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for index in range(rounds + 1):
        for name in list(commands)[:: 1 if index % 2 else -1]:
            done = run(commands[name], **variables)
            if index:
                runs[name].append(done)
    return runs


def _environment(variables: Mapping[str, str]) -> dict[str, str]:
    """Ours without Python's variables, some of which (no byte code, other paths) change start-up times."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**own, **variables}
