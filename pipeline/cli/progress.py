"""How far a long run is: a bar on a terminal, and elsewhere a line a minute."""

from __future__ import annotations

import sys
from time import monotonic
from typing import Any, Self

from pipeline.cli.printing import say

AFTER_SECONDS = 1.0  # what is done by then needs no bar
LINE_SECONDS = 60.0


class Progress:
    """Shows how many of `total` things are done, with the rate, the time left and how many failed, on stderr."""

    def __init__(self, total: int, what: str) -> None:
        self.total, self.what = total, what
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
        now = monotonic()
        if not sys.stderr.isatty():
            if now - self._last_line >= LINE_SECONDS:
                self._last_line = now
                say(self._line(now - self._started), err=True)
        elif now - self._started >= AFTER_SECONDS:
            self._draw()

    def _line(self, seconds: float) -> str:
        rate = self.done / seconds
        failed = f", {self.failed:,} failed" if self.failed else ""
        left = (self.total - self.done) / rate if rate else 0
        return f"{self.done:,} of {self.total:,} {self.what}, {rate:,.0f} a second, {left:,.0f} s left{failed}"

    def _draw(self) -> None:
        self._bar = self._bar or _bar(self.total, self.what)
        failed = f"[red]{self.failed:,} failed" if self.failed else ""
        self._bar.update(self._bar.task_ids[0], completed=self.done, failed=failed)


def _bar(total: int, what: str) -> Any:
    """A bar of rich, begun."""
    from rich import progress
    from rich.console import Console

    columns = (
        progress.BarColumn(),
        progress.MofNCompleteColumn(),
        progress.TextColumn(what),
        progress.TaskProgressColumn(show_speed=True),
        progress.TimeRemainingColumn(),
        progress.TextColumn("{task.fields[failed]}"),
    )
    bar = progress.Progress(*columns, console=Console(stderr=True), transient=True)
    bar.add_task("", total=total, failed="")
    bar.start()
    return bar
