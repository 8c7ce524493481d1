"""Ctrl-C and SIGTERM while pictures are made: the one in hand is finished and noted, and no other is begun."""

from __future__ import annotations

import signal
from types import FrameType
from typing import Any, Self

SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)  # Windows knows no SIGHUP


class Stop:
    """Whether somebody asked to end: within the block the signals raise nothing, but are noted in `signal`.

    A signal that this process was started to ignore stays ignored. For the main thread, as signals are.
    """

    def __init__(self) -> None:
        self.signal = 0
        self._before: dict[int, Any] = {}

    def __call__(self) -> bool:
        return self.signal != 0

    def __enter__(self) -> Self:
        handled = {each: signal.getsignal(each) for each in SIGNALS}
        self._before = {each: before for each, before in handled.items() if before not in (signal.SIG_IGN, None)}
        for each in self._before:
            signal.signal(each, self._note)
        return self

    def __exit__(self, *_: object) -> None:
        for each, before in self._before.items():
            signal.signal(each, before)

    def _note(self, number: int, _: FrameType | None) -> None:
        self.signal = self.signal or number


def never() -> bool:
    """For whom nobody asks to end."""
    return False
