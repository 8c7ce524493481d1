"""Kill builds at moments of chance: what has a final name afterwards is whole, and the next build makes the rest.

Half of them are killed in the middle of writing: as soon as a part of a file is seen after the moment.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from subprocess import DEVNULL, PIPE
from time import monotonic, sleep

from pipeline.files import is_part
from tests.fuzz import judging, project
from tests.fuzz.findings import HALF_FILE, HANG, TRACEBACK, Finding

OUTPUT = "output"
SPECS = 6
LOOKING_SECONDS = 0.3
ORPHAN_SECONDS = 2  # a process of a killed build ends with the picture that it is at
BUILD_SECONDS = 60
COMMAND = (sys.executable, "-m", "pipeline", "build", "--jobs", "2")
SPEC = "kind: quote_card\ntext: The *{}* word counts, and so do the others.\nauthor: Ada\nmotif: none\n"


def run(work: Path, seed: int, count: int, processes: int) -> Iterator[tuple[int, list[Finding]]]:
    """What is wrong after each of `count` kills."""
    if not count:
        return
    whole = work / "whole"
    _lay_out(whole)
    start = monotonic()
    _build(whole)
    seconds = monotonic() - start

    def killed(number: int) -> tuple[int, list[Finding]]:
        chance = random.Random(f"{seed} kill {number}")
        return number, list(_killed(whole, work / f"killed{number}", seconds, chance))

    with ThreadPoolExecutor(processes) as pool:
        yield from pool.map(killed, range(count))


def _lay_out(folder: Path) -> None:
    specs = {f"specs/{n}.yaml": SPEC.format(n).encode() for n in range(SPECS)}
    project.write(folder, {**specs, "pyproject.toml": b"", "specs/_defaults.yaml": project.DEFAULTS})


def _killed(whole: Path, folder: Path, seconds: float, chance: random.Random) -> Iterator[Finding]:
    """What is wrong after a build is killed that takes about so many seconds; half find pictures, which are stale."""
    shutil.copytree(whole, folder, ignore=shutil.ignore_patterns(*chance.choice(((), (OUTPUT,)))))
    for path in sorted((folder / "specs").glob("[!_]*")):
        path.write_text(path.read_text(encoding="utf-8") + "align: center\n", encoding="utf-8")
    _kill(folder, seconds, chance)
    yield from _flaws(folder, "after a kill")
    try:
        following = _build(folder)
    except subprocess.TimeoutExpired:
        yield Finding(HANG, "the build after a kill")
        return
    if following.returncode:
        said = following.stderr.decode("utf-8", "replace")
        yield Finding(TRACEBACK, f"the build after a kill ended with {following.returncode}", said)
    yield from _flaws(folder, "after the next build")
    if _parts(folder):
        sleep(ORPHAN_SECONDS)
        yield from (Finding(HALF_FILE, "a part was left after the next build", name) for name in _parts(folder))
    shutil.rmtree(folder)


def _kill(folder: Path, seconds: float, chance: random.Random) -> None:
    """Begin a build, and kill it at a moment of chance or when it is next seen to write."""
    with subprocess.Popen(COMMAND, cwd=folder, env=_variables(), stdout=DEVNULL, stderr=DEVNULL) as process:
        sleep(chance.uniform(0, seconds))
        if chance.random() < 0.5:
            until = monotonic() + LOOKING_SECONDS
            while monotonic() < until and not _parts(folder):
                sleep(0.0002)
        process.kill()


def _build(folder: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        COMMAND, cwd=folder, env=_variables(), stdout=DEVNULL, stderr=PIPE, timeout=BUILD_SECONDS, check=False
    )


def _variables() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(project.REPOSITORY)}


def _flaws(folder: Path, when: str) -> Iterator[Finding]:
    """What is not whole under its final name."""
    for path in _files(folder):
        if not is_part(path.name) and (why := judging.flaw(path)):
            yield Finding(HALF_FILE, f"{path.suffix} cannot be read {when}", f"{path.name}: {why}")


def _parts(folder: Path) -> list[str]:
    return [path.name for path in _files(folder) if is_part(path.name)]


def _files(folder: Path) -> list[Path]:
    """Pictures, manifest and cache."""
    found = (Path(parent, name) for parent, _, names in os.walk(folder / OUTPUT) for name in names)
    return sorted(found)
