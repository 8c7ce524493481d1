"""Write a file so that readers see the old one or the new one, never half."""

from __future__ import annotations

import errno
import os
import stat

from pipeline.errors import OutputError, Problem, reason

REASONS = {
    errno.EACCES: "no permission",
    errno.EDQUOT: "the disk quota is used up",
    errno.EEXIST: "a part of the path is a file, not a folder",
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
        why = REASONS.get(err.errno or 0) or reason(err)
        hint = "the previous file is untouched" if os.path.isfile(path) else ""
        raise OutputError(Problem(f"{path}: cannot write: {why}", hint=hint)) from err


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
    # The same folder, because a rename is atomic only within one disk; a short name, because the target's own may
    # have the greatest length that the disk allows; chance in it, because two builds may write the same picture.
    part = os.path.join(os.path.dirname(target), f".{os.urandom(6).hex()}.part")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with open(descriptor, "wb") as stream:
            stream.write(data)
        os.replace(part, target)
    except BaseException:  # also when the user interrupts
        os.unlink(part)
        raise
