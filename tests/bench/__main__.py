"""`make bench`: measure speed, bytes, text and memory, and print each figure beside its target. Never fails."""

from __future__ import annotations

import os
import platform
import sys
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import batch, cold, memory, project, studio, warm
from tests.bench.figures import Section, table

LIBRARIES = ("pillow", "aggdraw", "uharfbuzz", "zlib-ng", "msgspec", "PyYAML", "click")


def main() -> None:
    """Measure everything and print it, a section at a time."""
    _say(_machine())
    with TemporaryDirectory() as name:
        folder = Path(name)
        sections = [_said(memory.measure(folder)), _said(cold.measure(folder)), _said(cold.measure_dashboards(folder))]
        sections += [_said(project.measure(folder)), _said(batch.measure(folder / "batch"))]
        sections += [_said(section) for section in warm.measure(folder)]
        sections += [_said(studio.measure(folder))]
    # They import the pipeline here; before, a child's peak would count what this process holds (getrusage(2)).
    from tests.bench import advances, growth, serving, weights

    sections += [_said(weights.measure()), _said(advances.measure()), _said(growth.measure())]
    with TemporaryDirectory() as name:
        sections += [_said(serving.measure(Path(name)))]
    targets = [figure for section in sections for figure in section.figures if figure.limit is not None]
    missed = [f"missed: {figure.what}" for figure in targets if not figure.is_met]
    _say("; ".join([f"{len(targets) - len(missed)} of {len(targets)} targets met", *missed]))


def _machine() -> str:
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    cores = f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    return f"{platform.system()} {platform.machine()}, {cores}, Python {platform.python_version()}, {libraries}"


def _said(section: Section) -> Section:
    _say(table(section))
    return section


def _say(text: str) -> None:
    sys.stdout.write(text + "\n\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
