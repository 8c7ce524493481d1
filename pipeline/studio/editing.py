"""What is written in the page goes into the spec's file: at one value, undone at will, never over another's change."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import NamedTuple

from pipeline import files, project, source
from pipeline.errors import Place, Problem, SpecError
from pipeline.source.patching import Choice, chosen, patched

MOST_UNDONE = 200  # changes that are remembered


class Conflict(SpecError):
    """The file is not what it was when the page last saw it."""


class Change(NamedTuple):
    """A spec's bytes before a change of ours, and after it."""

    path: str
    before: bytes
    after: bytes


class Pen:
    """Writes into specs, and remembers what it wrote."""

    def __init__(self) -> None:
        self._lock = Lock()  # two requests may come at once
        self._done: list[Change] = []
        self._undone: list[Change] = []

    def edit(self, path: str, field: str, text: str, digest: str) -> None:
        """Put another text at a field; raises Conflict where the file's bytes have another digest, else SpecError."""
        self._change(path, digest, lambda data: patched(data, path, field, text))

    def choose(self, path: str, field: str, choice: Choice, digest: str) -> None:
        """Put a choice at a field, written or not; raises what `edit` does."""
        self._change(path, digest, lambda data: chosen(data, path, field, choice))

    def undo(self) -> str:
        """Take the last change back: the path of its file. Raises Conflict where that is not as we left it."""
        with self._lock:
            change = self._last(self._done, "undone")
            _replace(change.path, change.after, change.before)
            self._undone.append(self._done.pop())
            return change.path

    def redo(self) -> str:
        """Make the change again that was taken back last: the path of its file; raises what `undo` does."""
        with self._lock:
            change = self._last(self._undone, "done again")
            _replace(change.path, change.before, change.after)
            self._done.append(self._undone.pop())
            return change.path

    def can(self) -> dict[str, bool]:
        """Whether there is something to undo, and to do again."""
        return {"undo": bool(self._done), "redo": bool(self._undone)}

    def _last(self, changes: list[Change], what: str) -> Change:
        if not changes:
            raise SpecError(Problem(f"there is nothing to be {what}"))
        return changes[-1]

    def _change(self, path: str, digest: str, changed: Callable[[bytes], bytes]) -> None:
        with self._lock:
            before = _bytes(path)
            if files.digest_of(before) != digest:
                raise _conflict(path)
            after = changed(before)
            if after != before:
                _replace(path, before, after)
                self._done = [*self._done[-MOST_UNDONE + 1 :], Change(path, before, after)]
                self._undone.clear()


def _bytes(path: str) -> bytes:
    try:
        return files.read(path, source.MAX_BYTES, project.folder(path))
    except OSError as error:
        raise SpecError(Problem(f"cannot read: {files.why(error)}", Place(path, 0, 0))) from error


def _replace(path: str, known: bytes, data: bytes) -> None:
    if _bytes(path) != known:
        raise _conflict(path)
    files.write_atomically(path, data)


def _conflict(path: str) -> Conflict:
    fact = "the file was changed meanwhile, so nothing was written"
    return Conflict(Problem(fact, Place(path, 0, 0), "look at it as it is now, and change it again"))
