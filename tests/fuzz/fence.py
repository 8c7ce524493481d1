"""Watch which files and programs a command touches while it runs in this process, by Python's audit events.

What libraries in C open by themselves makes no event: pictures and faces are opened by Python, so little is missed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pipeline.typography.faces import SYSTEM_FOLDERS
from tests.fuzz.findings import OUTSIDE_READ, OUTSIDE_WRITE, Finding

REPOSITORY = Path(__file__).parent.parent.parent
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_LISTINGS = ("os.listdir", "os.scandir")
_CHANGES = {  # which of an event's arguments name what is changed
    "os.chmod": (0,), "os.chown": (0,), "os.link": (0, 1), "os.mkdir": (0,), "os.remove": (0,), "os.rename": (0, 1),
    "os.rmdir": (0,), "os.symlink": (1,), "os.truncate": (0,), "os.utime": (0,),
}  # fmt: skip
_PROGRAMS = ("os.exec", "os.fork", "os.posix_spawn", "os.system", "socket.connect", "subprocess.Popen")
_LIBRARIES = tuple(
    os.path.realpath(os.path.expanduser(each))
    for each in (
        REPOSITORY / "pipeline",
        REPOSITORY / "tests",
        sys.prefix,
        sys.base_prefix,
        "/usr/share/zoneinfo",
        *SYSTEM_FOLDERS,
    )
)
_FILES = {os.devnull, "/dev/urandom", "/etc/localtime", *map(os.path.realpath, sys.path)}  # it is searched for modules


class Fence:
    """Notes what leaves the folder `inside` while it is `up`; there can be one in a process, for ever."""

    def __init__(self, inside: Path) -> None:
        self._inside = os.path.realpath(inside)
        self._is_up = False
        self._found: dict[Finding, None] = {}
        sys.addaudithook(self._hear)

    @contextmanager
    def up(self) -> Iterator[list[Finding]]:
        """A list that has what left the folder once the block is left."""
        found: list[Finding] = []
        self._found.clear()
        self._is_up = True
        try:
            yield found
        finally:
            self._is_up = False
            found += self._found

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self._is_up:
            return
        if event == "open":
            path, _, flags = arguments
            self._judge(path, event, bool(flags & _WRITING))
        elif event in _LISTINGS:
            self._judge(arguments[0] or ".", event, False)
        elif event in _CHANGES:
            for index in _CHANGES[event]:
                self._judge(arguments[index], event, True, is_followed=False)
        elif event in _PROGRAMS:
            self._note(OUTSIDE_WRITE, event, str(arguments[:1]))

    def _judge(self, path: Any, event: str, is_change: bool, is_followed: bool = True) -> None:
        if isinstance(path, int):
            return
        name = os.fsdecode(path)
        if "\0" in name:
            return  # the system refuses it
        real = _real(name, is_followed)
        if _is_in(real, self._inside) or (real == os.devnull and event == "open"):
            return
        if is_change:
            self._note(OUTSIDE_WRITE, event, real)
        elif real not in _FILES and not any(_is_in(real, each) for each in _LIBRARIES):
            self._note(OUTSIDE_READ, event, real)

    def _note(self, kind: str, event: str, what: str) -> None:
        self._found[Finding(kind, f"{event} {_caller()}", what)] = None


def _real(name: str, is_followed: bool) -> str:
    """The real path; of a link that is itself moved or removed, where the link lies."""
    if is_followed:
        return os.path.realpath(name)
    folder, last = os.path.split(os.path.abspath(name))
    return os.path.join(os.path.realpath(folder), last)


def _is_in(real: str, folder: str) -> bool:
    return real == folder or real.startswith(folder + os.sep)


def _caller() -> str:
    """The function of ours that is at work."""
    frame = sys._getframe(1)
    while frame.f_back is not None and f"{os.sep}pipeline{os.sep}" not in frame.f_code.co_filename:
        frame = frame.f_back
    return f"{os.path.basename(frame.f_code.co_filename)}:{frame.f_code.co_name}"
