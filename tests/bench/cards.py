"""The program that is timed: thirty cards in one process, each from its spec on disk to its picture on disk.

`python -m tests.bench.cards SPEC SIZE KEY FOLDER [fresh] [KEY=VALUE]...` prints JSON: `ms`, the wall time of each card,
and `stages`, of each card the ms of each stage in the order of work. KEY is what is another text on each card. With
`fresh` the painter forgets after each card what a series shares.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

from pipeline import files, formats, paint, render
from pipeline.paint import backdrops
from pipeline.rendering import load, save
from tests.bench.quotes import QUOTES


class Clock:
    """How long the functions it has wrapped took, by stage."""

    def __init__(self) -> None:
        self.ms: dict[str, float] = {}
        self._running: set[str] = set()

    def wrap(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, timed."""

        def timed(*arguments: Any, **named: Any) -> Any:
            if stage in self._running:  # called by another function of the stage, whose time this is
                return function(*arguments, **named)
            self._running.add(stage)
            before = self.ms.setdefault(stage, 0.0)  # now, so that a stage stands before its parts
            start = perf_counter()
            try:
                return function(*arguments, **named)
            finally:
                self.ms[stage] = before + (perf_counter() - start) * 1e3
                self._running.discard(stage)

        return timed


def main(spec: str, size: str, key: str, folder: str, *options: str) -> None:
    """Make the cards and print what they took."""
    settings = [option for option in options if "=" in option]
    clock = Clock()
    read = clock.wrap("read and build", load)
    _replace(paint, "paint", clock)
    _replace(formats.load("png"), "encode", clock)
    _replace(files, "write_atomically", clock, "write")
    ms: list[float] = []
    stages: list[dict[str, float]] = []
    for index, text in enumerate(QUOTES):
        clock.ms = {}
        start = perf_counter()
        visual = read(spec, [f"{key}={text}", *settings])
        kind = visual.kind
        stage = "lay_out" if kind.pages is None else "pages"
        kind = kind._replace(**{stage: clock.wrap("lay out", getattr(kind, stage))})
        save(render(visual._replace(kind=kind), size, "paper"), str(Path(folder, f"{index}.png")))
        ms.append((perf_counter() - start) * 1e3)
        stages.append(clock.ms)
        if "fresh" in options:
            backdrops.forget()
    sys.stdout.write(json.dumps({"ms": ms, "stages": stages}) + "\n")


def _replace(module: Any, name: str, clock: Clock, stage: str = "") -> None:
    """Put a timed function in the place of a module's own."""
    setattr(module, name, clock.wrap(stage or name, getattr(module, name)))


if __name__ == "__main__":
    main(*sys.argv[1:])
