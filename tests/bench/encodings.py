"""`python -m tests.bench.encodings`: what each kind's picture weighs in each format, and how long that takes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from time import perf_counter

from pipeline import load, paint, render
from pipeline.formats import Label, Wish
from pipeline.kinds import names
from tests.bench.processes import REPOSITORY
from tests.rasters import encoder

SIZES = ("og", "portrait")
WAYS = (("png", Wish()), ("png", Wish(is_small=True)), ("webp", Wish()), ("jpeg", Wish()), ("avif", Wish()))
RUNS = 3  # the quickest counts


def main() -> None:
    """Print a row for each picture: bytes and milliseconds in each format, nothing asked of any."""
    heads = ["png", "png, small", *(name for name, _ in WAYS[2:])]
    lines = [f"{os.cpu_count()} cores, the quickest of {RUNS}", "", _row(["Picture", *heads]), _row(["---"] * 6)]
    sys.stdout.write("\n".join([*lines, *map(_row, _rows())]) + "\n")


def _rows() -> Iterator[list[str]]:
    for kind in names():
        path = REPOSITORY / "specs" / f"{kind}.yaml"
        for size in SIZES if path.exists() else ():
            raster = paint.paint(render(load(path), size).scene)
            yield [f"`{kind}`, {size}", *(_figure(raster, name, wish) for name, wish in WAYS)]


def _figure(raster: paint.Raster, name: str, wish: Wish) -> str:
    """`58 KB, 30 ms`."""
    encode, label, seconds = encoder(name).encode, Label("A title", "An alt text.", "article-visuals"), []
    for _ in range(RUNS):
        start = perf_counter()
        encoded = encode(raster, label, 1, wish)
        seconds.append(perf_counter() - start)
    return f"{len(encoded.data) / 1e3:.0f} KB, {min(seconds) * 1e3:.0f} ms"


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
