"""How far a long run is: a bar on a terminal, and elsewhere a line a minute."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any, Self

from pipeline.cli.printing import say

AFTER_SECONDS = 1.0  # of work done and of work left: less needs no bar
LINE_SECONDS = 60.0


class Progress:
    """Shows how many of `total` things are done, with the rate, the time left and how many failed, on stderr.

    Where it `is_quiet` it shows nothing.
    """

    def __init__(self, total: int, what: str, is_quiet: bool = False) -> None:
        self.total, self.what, self.is_quiet = total, what, is_quiet
        self.done = self.failed = 0
        self._started = self._last_line = monotonic()
        self._bar: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar:
            self._bar.stop()

    def show(self, done: int, failed: int) -> None:
        """Show how far it is."""
        self.done, self.failed = done, failed
        if self.is_quiet:
            return
        now = monotonic()
        seconds = now - self._started
        if not sys.stderr.isatty():
            if now - self._last_line >= LINE_SECONDS:
                self._last_line = now
                say(self._line(seconds), err=True)
        elif self._bar or min(seconds, seconds * (self.total - done) / max(done, 1)) >= AFTER_SECONDS:
            self._draw(seconds)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Keep the bar away from what is written meanwhile."""
        if self._bar:
            self._bar.stop()
        yield
        if self._bar:
            self._bar.start()

    def _line(self, seconds: float) -> str:
        rate = self.done / seconds
        failed = f", {self.failed:,} failed" if self.failed else ""
        left = (self.total - self.done) / rate if rate else 0
        return f"{self.done:,} of {self.total:,} {self.what}, {rate:,.0f} a second, {left:,.0f} s left{failed}"

    def _draw(self, seconds: float) -> None:
        self._bar = self._bar or _bar(self.total, self.what)
        failed = f"[red]{self.failed:,} failed" if self.failed else ""
        rate = f"{self.done / max(seconds, 1e-9):,.0f} a second"
        self._bar.update(self._bar.task_ids[0], completed=self.done, failed=failed, rate=rate)


def _bar(total: int, what: str) -> Any:
    """A bar of rich, begun."""
    from rich import progress
    from rich.console import Console

    columns = (
        progress.BarColumn(),
        progress.MofNCompleteColumn(),
        progress.TextColumn(what),
        progress.TextColumn("{task.fields[rate]}"),
        progress.TimeRemainingColumn(),
        progress.TextColumn("{task.fields[failed]}"),
    )
    bar = progress.Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False)
    bar.add_task("", total=total, failed="", rate="")
    bar.start()
    return bar
