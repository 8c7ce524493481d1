"""Write a file so that readers see the old one or the new one, never half."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress

from pipeline import project
from pipeline.errors import OutputError, Problem, reason
from pipeline.files.reading import Refused, refuse_outside, refuse_special

PART = ".part"
IGNORE = ".gitignore"  # gitignore(5)
ABANDONED_SECONDS = 3600

REASONS = {
    errno.EACCES: "no permission",
    errno.EDQUOT: "the disk quota is used up",
    errno.EEXIST: "a part of the path is a file, not a folder",
    errno.EFBIG: "the file would be larger than the system allows",
    errno.EISDIR: "it is a folder",
    errno.ENAMETOOLONG: "the name is too long for this disk",
    errno.ENOSPC: "no space left on device",
    errno.ENOTDIR: "a part of the path is a file, not a folder",
    errno.EPERM: "no permission",
    errno.EPIPE: "its reader has gone",
    errno.EROFS: "the disk is read-only",
}


def write_atomically(path: str, data: bytes | Callable[[], Iterable[bytes]], is_named: bool = False) -> None:
    """Put `data` at `path`, in a folder that is made if need be; what is long may come in blocks.

    A link is followed within the project that it lies in; what is no regular file is refused. With `is_named`, for a
    path that a user wrote, a link is followed anywhere, and a device or a pipe is written to. Raises OutputError when
    the path or the disk refuses; the file that was there is then as before.
    """
    try:
        target = os.path.realpath(path)
        if not is_named:
            refuse_outside(path, project.folder(path))
        if _is_ordinary(target, may_be_special=is_named):
            if not os.path.isdir(folder := os.path.dirname(target)):
                os.makedirs(folder, exist_ok=True)
            _replace(target, data)
        else:
            with open(target, "wb") as stream:
                stream.writelines(_blocks(data))
    except OSError as err:
        hint = "the previous file is untouched" if os.path.isfile(path) else ""
        raise OutputError(Problem(f"{path}: cannot write: {why(err)}", hint=getattr(err, "hint", hint))) from err


def make_ignored(folder: str) -> None:
    """Make a folder that git ignores, itself too; raises what `write_atomically` does."""
    path = os.path.join(folder, IGNORE)
    if not os.path.lexists(path):
        write_atomically(path, b"*\n", is_named=True)


def why(error: OSError) -> str:
    """Why the disk refused, in the words of an author."""
    return str(error) if isinstance(error, Refused) else REASONS.get(error.errno or 0) or reason(error)


def _is_ordinary(target: str, may_be_special: bool) -> bool:
    """Whether `target` is a regular file or nothing yet; raises OSError for a folder, and for what may not be there."""
    try:
        status = os.stat(target)
    except FileNotFoundError:
        return True
    try:
        refuse_special(status)
    except Refused:
        if not may_be_special:
            raise
        return False
    return True


def _blocks(data: bytes | Callable[[], Iterable[bytes]]) -> Iterable[bytes]:
    return data() if callable(data) else (data,)


def _replace(target: str, data: bytes | Callable[[], Iterable[bytes]]) -> None:
    while not _put(target, data):
        pass


def _put(target: str, data: bytes | Callable[[], Iterable[bytes]]) -> bool:
    """Write a part and rename it; False when `sweep` of another process was faster than the part's lock."""
    # The same folder, because a rename is atomic only within one disk; a short name, because the target's own may
    # have the greatest length that the disk allows; chance in it, because two builds may write the same picture.
    part = os.path.join(os.path.dirname(target), f".{os.urandom(6).hex()}{PART}")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    is_locked = _lock(descriptor, wait=True)
    try:
        if not os.path.lexists(part):
            return False
        with open(descriptor, "wb", closefd=not is_locked) as stream:
            stream.writelines(_blocks(data))
        os.replace(part, target)
    except BaseException:  # also when the user interrupts
        with suppress(FileNotFoundError):
            os.unlink(part)
        raise
    finally:
        if is_locked:
            os.close(descriptor)  # and the lock goes with it
    return True


def sweep(folder: str) -> list[str]:
    """Remove the parts that killed processes left in a folder, not those being written; the names that are gone.

    A folder that may not be looked into is left as it is.
    """
    gone: list[str] = []
    try:
        names = os.listdir(folder)
    except OSError:
        return gone
    for name in sorted(filter(is_part, names)):
        path = os.path.join(folder, name)
        with suppress(OSError):  # another sweeps too, or the folder is not ours to write to
            if _removed_if_abandoned(path):
                gone.append(name)
    return gone


def is_part(name: str) -> bool:
    """Whether a name is one that `write_atomically` gives a file before it is whole."""
    stem = name.removesuffix(PART)
    return len(stem) == 13 and name == f"{stem}{PART}" and stem[0] == "." and set(stem[1:]) <= set("0123456789abcdef")


@contextmanager
def locked(folder: str) -> Iterator[None]:
    """Keep other processes that ask for the same out of the block, where the system and the disk know such locks."""
    try:
        descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    except OSError:  # Windows opens no folders
        yield
        return
    try:
        _lock(descriptor, wait=True)
        yield
    finally:
        os.close(descriptor)


def _removed_if_abandoned(path: str) -> bool:
    """Remove a part that nobody writes: its lock is free, or, where there are no locks, it is an hour old."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))
    try:
        if _lock(descriptor):
            os.unlink(path)  # before the lock goes: whoever waits for it then sees that its part is gone
            return True
        import time

        age_seconds = time.time() - os.fstat(descriptor).st_mtime
    finally:
        os.close(descriptor)
    if age_seconds > ABANDONED_SECONDS:
        os.unlink(path)
        return True
    return False


def _lock(descriptor: int, wait: bool = False) -> bool:
    """Whether the open file is now locked for this process: not where another has it, nor without such locks."""
    try:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except (ImportError, OSError):
        return False
    return True
