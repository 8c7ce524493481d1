"""Every sample in every size and theme as a PDF, as poppler shows it, beside our own pixels: half an hour.

python -m tests.fuzz.pages                the last line says how far apart the worst are; 1 if any is too far
python -m tests.fuzz.pages career steps   those samples alone
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline import sizes
from pipeline.errors import FitError
from pipeline.rendering import Visual, load, render
from tests import documents
from tests.conftest import REPOSITORY
from tests.likeness import MOST_BLOCK, MOST_MEAN, apart, painted

HEAVY = "budget=20 MB"
MOST_HERE = MOST_BLOCK + 2  # where shapes of one letter overlap, our painter is darker by a third of a px than others


def main(named: Sequence[str]) -> int:
    """Compare what is named, or all; the exit code."""
    worst, count, failed = (0.0, 0.0), 0, 0
    with TemporaryDirectory() as folder:
        for visual, size, theme, scale in _wanted(named):
            try:
                found = _apart(visual, size, theme, scale, Path(folder, "own.pdf"))
            except FitError:
                continue  # a sample need not fit every size
            count += 1
            worst = max(worst[0], found[0]), max(worst[1], found[1])
            if found[0] >= MOST_MEAN or found[1] >= MOST_HERE:
                failed += 1
                _say(f"{visual.name} {size} {theme} at {scale}: mean {found[0]:.2f}, block {found[1]:.1f}")
    _say(f"{count} pages, {failed} too far apart; at most a mean of {worst[0]:.2f} of 255 and dE {worst[1]:.1f}")
    return int(failed > 0)


def _wanted(named: Sequence[str]) -> Iterator[tuple[Visual, str, str, int]]:
    """Each sample in all sizes and themes at scale 1, and at scale 2 in one of them."""
    paths = [path for path in sorted((REPOSITORY / "specs").glob("*.yaml")) if not path.name.startswith("_")]
    for order, path in enumerate(paths):
        if named and not path.stem.startswith(tuple(named)):
            continue
        visual = load(path, [HEAVY])
        themes = visual.shelf.names()
        for theme, size in product(themes, sizes.names()):
            yield visual, size, theme, 1
        yield visual, sizes.names()[0], themes[order % len(themes)], 2


def _apart(visual: Visual, size: str, theme: str, scale: int, path: Path) -> tuple[float, float]:
    path.write_bytes(render(visual, size, theme, 1, "pdf").data)
    subprocess.run([documents.program("qpdf"), "--check", str(path)], capture_output=True, check=True)
    shown = documents.shown(path, scale)
    return apart(painted(visual, size, theme, scale), shown)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
