"""The most memory that one render takes, as the system counts it for the whole process."""

from __future__ import annotations

from pathlib import Path
from statistics import median

from tests.bench.cold import SPEC
from tests.bench.figures import Figure, Section
from tests.bench.processes import BIN, interleaved

SIZES = ("og", "wide", "story")
ROUNDS = 3
LIMIT_MB = 150


def measure(folder: Path) -> Section:
    """The peak of `visuals render` in each of `SIZES`; pictures go to `folder`."""
    command = (BIN / "visuals", "render", SPEC, "--theme", "ink", "-o", folder / "memory.png")
    runs = interleaved({size: (*command, "--size", size) for size in SIZES}, ROUNDS)
    figures = (
        Figure(f"visuals render, {size}", median(each.peak_bytes for each in done) / 1e6, "MB", LIMIT_MB)
        for size, done in runs.items()
    )
    return Section("memory: peak of the process", tuple(figures))
