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
from tests.fuzz.findings import HALF_FILE, TRACEBACK, Finding

OUTPUT = "output"
SPECS = 6
MOTIFS = ("none", "sun", "none")
LAST_SECONDS = 1.2  # a whole build takes about one
LOOKING_SECONDS = 0.3
ORPHAN_SECONDS = 2  # a process of a killed build ends with the picture that it is at
BUILD_SECONDS = 60
COMMAND = (sys.executable, "-m", "pipeline", "build", "--jobs", "2")
SPEC = "kind: quote_card\ntext: The *{}* word counts, and so do the others.\nauthor: Ada\nmotif: {}\n"


def run(work: Path, seed: int, count: int, processes: int) -> Iterator[tuple[int, list[Finding]]]:
    """What is wrong after each of `count` kills."""

    def killed(number: int) -> tuple[int, list[Finding]]:
        return number, list(_killed(work / f"killed{number}", random.Random(f"{seed} kill {number}")))

    with ThreadPoolExecutor(processes) as pool:
        yield from pool.map(killed, range(count))


def _killed(folder: Path, chance: random.Random) -> Iterator[Finding]:
    _lay_out(folder, chance)
    if chance.random() < 0.5:  # then pictures are there already, and stale
        _build(folder)
        for path in sorted((folder / "specs").iterdir()):
            path.write_text(path.read_text(encoding="utf-8") + "align: center\n", encoding="utf-8")
    _kill(folder, chance)
    yield from _flaws(folder, "after a kill")
    following = _build(folder)
    if following.returncode:
        said = following.stderr.decode("utf-8", "replace")
        yield Finding(TRACEBACK, f"the build after a kill ended with {following.returncode}", said)
    yield from _flaws(folder, "after the next build")
    if _parts(folder):
        sleep(ORPHAN_SECONDS)
        yield from (Finding(HALF_FILE, "a part was left after the next build", name) for name in _parts(folder))
    shutil.rmtree(folder)


def _lay_out(folder: Path, chance: random.Random) -> None:
    specs = {f"specs/{n}.yaml": SPEC.format(n, chance.choice(MOTIFS)).encode() for n in range(SPECS)}
    project.write(folder, {**specs, "pyproject.toml": b"", "specs/_defaults.yaml": project.DEFAULTS})


def _kill(folder: Path, chance: random.Random) -> None:
    """Begin a build, and kill it at a moment of chance or when it is next seen to write."""
    with subprocess.Popen(COMMAND, cwd=folder, env=_variables(), stdout=DEVNULL, stderr=DEVNULL) as process:
        sleep(chance.uniform(0, LAST_SECONDS))
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
    for path in sorted((folder / OUTPUT).glob("[!.]*")):
        if why := judging.flaw(path):
            yield Finding(HALF_FILE, f"{path.suffix} cannot be read {when}", f"{path.name}: {why}")


def _parts(folder: Path) -> list[str]:
    output = folder / OUTPUT
    return [name for name in os.listdir(output) if is_part(name)] if output.exists() else []
