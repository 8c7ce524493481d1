"""Listens for changes of files on a thread of its own, and hands them to the loop that serves the page."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from threading import Event, Thread
from typing import Any

from pipeline import files

STEP_MS = 20  # from the last of several changes to the look at them: less and a file would be read half written

AGAIN_SECONDS = 0.5


class Watcher:
    """Calls `changed` with the paths of files that did, in the folders that `folders` names; with None for any file."""

    def __init__(
        self,
        folders: Callable[[], list[str]],
        changed: Callable[[Iterable[str] | None], Coroutine[Any, Any, None]],
        loop: asyncio.AbstractEventLoop,
    ) -> None:
        self._folders, self._changed, self._loop = folders, changed, loop
        self._is_over = Event()
        self._has_listened = False
        self._thread = Thread(target=self._watch, daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Listen no more."""
        self._is_over.set()

    def _watch(self) -> None:
        while not self._is_over.is_set():
            try:
                self._watch_once()
            except OSError:  # a folder went away while it was about to be watched
                self._is_over.wait(AGAIN_SECONDS)

    def _watch_once(self) -> None:
        """Listen until other folders are to be watched."""
        from pipeline.authoring.watching import changes

        watched = self._folders()
        heard = changes(watched, step_ms=STEP_MS)
        next(heard)  # from here on it listens; what changed while it did not is looked for
        if self._has_listened:
            self._hand_over(None)
        self._has_listened = True
        for changed in heard:
            if self._is_over.is_set():
                return
            if changed:
                self._hand_over({path for _, path in changed})
            if not all(any(files.is_within(each, known) for known in watched) for each in self._folders()):
                return

    def _hand_over(self, paths: set[str] | None) -> None:
        asyncio.run_coroutine_threadsafe(self._changed(paths), self._loop).result()
