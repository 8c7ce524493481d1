"""Standard output and error of the command: a full disk or a reader that goes away costs words, never work."""

from __future__ import annotations

import atexit
import io
import os
import sys
import threading
from typing import Any, NoReturn, TextIO

FAILED = 1


class _Guarded(io.FileIO):
    """A stream that drops what it cannot write, and remembers why it could not."""

    refusal: OSError | None = None

    def write(self, data: Any, /) -> int:  # any buffer
        if self.refusal is None:
            try:
                return super().write(data)
            except OSError as error:
                self.refusal = error
        return len(data)


_guarded: dict[str, _Guarded] = {}


def guard() -> None:
    """Let a stream that is full, broken or closed stop nothing that follows.

    A closed one (`2>&-`) is opened on the null device: else the next file that is opened would take its place, and be
    written into.
    """
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest number that is free, which is this one
    if sys.stdin is None:
        sys.stdin = io.TextIOWrapper(io.BytesIO())
    sys.stdout = _open_again(sys.stdout, 1)
    sys.stderr = _open_again(sys.stderr, 2)


def ended_early() -> bool:
    """Whether nobody can read standard output any more."""
    return "stdout" in _guarded and _guarded["stdout"].refusal is not None


def leave(code: int) -> NoReturn:
    """End this process, whose streams are closed, once what was registered for its end is done and written out.

    Nothing is taken apart first: to free each object of two hundred modules takes 6 ms. Threads are waited for, and who
    traces this process sees it end as usual.
    """
    if threading.active_count() > 1 or sys.gettrace() or sys.getprofile():
        sys.exit(code)
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(code)


def close(code: int) -> int:
    """Write out what is still held; the exit code, which is 1 where standard output did not take it all."""
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    refusal = _guarded["stdout"].refusal if "stdout" in _guarded else None
    if refusal is None:
        return code
    from pipeline.files import why

    sys.stderr.write(f"standard output: cannot write: {why(refusal)}\n")
    sys.stderr.flush()
    return code or FAILED


def _open_again(stream: TextIO | None, descriptor: int) -> TextIO:
    """The same stream, guarded; one of another sort, as a terminal of Windows, is left as it is."""
    buffer = getattr(stream, "buffer", None)
    raw = getattr(buffer, "raw", buffer)  # without buffering they are one
    if stream is not None and type(raw) is not io.FileIO:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal without these characters is no reason to stop
        return stream
    if stream is not None:
        stream.flush()
    guarded = _Guarded(descriptor, "wb", closefd=False)
    name = "stdout" if descriptor == 1 else "stderr"
    _guarded[name] = guarded
    buffered: Any = io.BufferedWriter(guarded)
    is_by_line = descriptor == 2 or guarded.isatty() or raw is buffer
    encoding = stream.encoding if stream is not None else "utf-8"
    return io.TextIOWrapper(buffered, encoding=encoding, errors="backslashreplace", line_buffering=is_by_line)
