"""Write a file so that readers see the old one or the new one, never half; and tell files by digest and weight."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from pipeline.errors import OutputError, Problem, reason

PART = ".part"
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
    errno.EROFS: "the disk is read-only",
}


def write_atomically(path: str, data: bytes) -> None:
    """Put `data` at `path`, in a folder that is made if need be.

    Raises OutputError when the disk refuses; the file that was there is then as before. A link is followed, and what
    is no ordinary file (`/dev/stdout`, a pipe) is written to, not replaced.
    """
    try:
        target = os.path.realpath(path)
        if _is_ordinary(target):
            os.makedirs(os.path.dirname(target), exist_ok=True)
            _replace(target, data)
        else:
            with open(target, "wb") as stream:
                stream.write(data)
    except OSError as err:
        hint = "the previous file is untouched" if os.path.isfile(path) else ""
        raise OutputError(Problem(f"{path}: cannot write: {why(err)}", hint=hint)) from err


def why(error: OSError) -> str:
    """Why the disk refused, in the words of an author."""
    return REASONS.get(error.errno or 0) or reason(error)


def _is_ordinary(target: str) -> bool:
    """Whether `target` is a regular file or nothing yet; raises IsADirectoryError for a folder."""
    try:
        mode = os.stat(target).st_mode
    except FileNotFoundError:
        return True
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    return stat.S_ISREG(mode)


def _replace(target: str, data: bytes) -> None:
    while not _put(target, data):
        pass


def _put(target: str, data: bytes) -> bool:
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
            stream.write(data)
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
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:  # Windows opens no folders
        yield
        return
    try:
        _lock(descriptor, wait=True)
        yield
    finally:
        os.close(descriptor)


def digest(path: str) -> str | None:
    """The SHA-256 of a file in hexadecimal digits, or None when there is no file that can be read."""
    try:
        with open(path, "rb") as file:
            return digest_of(file.read())
    except (OSError, ValueError):  # a ValueError is a NUL or half a character in the name: there is no such file
        return None


def digest_of(data: bytes) -> str:
    """The SHA-256 of bytes in hexadecimal digits."""
    import hashlib

    return hashlib.sha256(data).hexdigest()


def weight(size_bytes: int) -> str:
    """A file's size in words; 1 KB is 1000 bytes, as in the budgets of sizes.yaml."""
    if size_bytes >= 999_500:
        return f"{size_bytes / 1e6:.1f} MB"
    return f"{size_bytes / 1e3:.0f} KB" if size_bytes >= 9_950 else f"{size_bytes / 1e3:.1f} KB"


def _removed_if_abandoned(path: str) -> bool:
    """Remove a part that nobody writes: its lock is free, or, where there are no locks, it is an hour old."""
    descriptor = os.open(path, os.O_RDONLY)
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
