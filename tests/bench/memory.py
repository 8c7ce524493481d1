"""The most memory that one render takes, as the system counts it for the whole process."""

from __future__ import annotations

from pathlib import Path
from statistics import median

from tests.bench.cold import SPEC
from tests.bench.figures import Figure, Section
from tests.bench.processes import BIN, interleaved

LIMITS_MB = {"og": 150, "wide": 150, "story": 150, "8192x8192": 450}
ROUNDS = 3


def measure(folder: Path) -> Section:
    """The peak of `visuals render` in each of these sizes; pictures go to `folder`."""
    command = (BIN / "visuals", "render", SPEC, "--theme", "ink", "-o", folder / "memory.png")
    runs = interleaved({size: (*command, "--size", size) for size in LIMITS_MB}, ROUNDS)
    figures = (
        Figure(f"visuals render, {size}", median(each.peak_bytes for each in done) / 1e6, "MB", LIMITS_MB[size])
        for size, done in runs.items()
    )
    return Section("memory: peak of the process", tuple(figures))
