"""Read a file that somebody names: a regular one, of bounded size, within the folder that it may not leave.

    a name in a spec, theme, article or manifest   within its project   -> bytes, or why not
    a path on the command line                     anywhere             -> bytes, or why not

What is no regular file (a pipe, a device, a socket) is refused before it is opened, because opening or reading it may
wait for ever. Only the streams that the process was started with (`/dev/stdin`, a shell's `<(...)`) are read as they
come.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

MOST_BYTES = 220_000_000  # of any file: 8192 x 8192 px without compression are 201 MB, the largest faces about 130
_BLOCK_BYTES = 1 << 20
_STREAMS = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")
_SPECIAL = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


class Refused(OSError):
    """A file that is there but is neither read nor written: the fact as `str(refused)`, and a way out."""

    def __init__(self, fact: str, hint: str = "") -> None:
        super().__init__(None, fact)
        self.hint = hint

    def __str__(self) -> str:
        return str(self.strerror)


class TooLarge(Refused):
    """A file of more bytes than are read."""


def read(path: str, most_bytes: int, within: str | None = None) -> bytes:
    """The bytes of the file at `path`; raises OSError, among them `Refused`, and ValueError for what is no file name.

    `within` is the real path of the folder that it may not leave, links followed; None for a path that a user named.
    """
    if path.startswith(_STREAMS):
        with open(path, "rb") as stream:
            data = stream.read(most_bytes + 1)
    else:
        with opened(path, most_bytes, within) as file:
            size = os.fstat(file.fileno()).st_size  # as much is set aside as is asked for
            data = file.read(min(size, most_bytes) + 1)
    if len(data) > most_bytes:
        raise _too_large(most_bytes)
    return data


@contextmanager
def opened(path: str, most_bytes: int, within: str | None = None) -> Iterator[BinaryIO]:
    """A file of which not all is read; raises what `read` does."""
    check(path, most_bytes, within)
    with open(path, "rb", opener=_without_waiting) as file:
        refuse_special(os.fstat(file.fileno()))  # it may have been replaced meanwhile
        yield file


def check(path: str, most_bytes: int, within: str | None = None) -> os.stat_result:
    """The status of a file that a library opens itself; raises what `read` does."""
    if within is not None:
        refuse_outside(path, within)
    status = os.stat(path)
    refuse_special(status)
    if status.st_size > most_bytes:
        raise _too_large(most_bytes, status.st_size)
    return status


def is_within(path: str, folder: str) -> bool:
    """Whether a path, links followed, lies in the folder with that real path."""
    return os.path.join(os.path.realpath(path), "").startswith(os.path.join(folder, ""))


def refuse_outside(path: str, folder: str) -> None:
    """Raise `Refused` for a path that leads out of the folder with that real path."""
    if not is_within(path, folder):
        what = "a link" if os.path.islink(path) else "a path"
        raise Refused(f"found {what} that leads out of the project", "put a copy into the project")


def refuse_special(status: os.stat_result) -> None:
    """Raise for what is no regular file: IsADirectoryError for a folder, `Refused` for anything else."""
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    for is_one, name in _SPECIAL:
        if is_one(status.st_mode):
            raise Refused(f"expected a regular file, found {name}", "put a file in its place")


def digest(path: str, within: str | None = None) -> str | None:
    """The SHA-256 of a file in hexadecimal digits, or None where there is no file that may be read."""
    import hashlib

    sha256 = hashlib.sha256()
    try:
        with opened(path, MOST_BYTES, within) as file:
            while block := file.read(_BLOCK_BYTES):
                sha256.update(block)
    except (OSError, ValueError):  # a ValueError is a NUL or half a character in the name: there is no such file
        return None
    return sha256.hexdigest()


def digest_of(data: bytes) -> str:
    """The SHA-256 of bytes in hexadecimal digits."""
    import hashlib

    return hashlib.sha256(data).hexdigest()


def _without_waiting(path: str, flags: int) -> int:
    """Open a file; what has become a pipe since it was checked does not wait for its writer."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _too_large(most_bytes: int, size_bytes: int = 0) -> TooLarge:
    found = f"{size_bytes / 1e6:,.1f} MB" if size_bytes > 1.05 * most_bytes else "more"
    return TooLarge(f"expected at most {most_bytes / 1e6:.0f} MB, found {found}", "keep what is needed of it")
