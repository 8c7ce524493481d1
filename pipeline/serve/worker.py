"""A process that makes pictures: one job after the other from standard input, until that is closed.

It holds no socket. Time and memory are bounded from within, too: none outlives a service that was killed for long.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, BinaryIO

from pipeline.serve import frames
from pipeline.serve.frames import Head

if TYPE_CHECKING:
    from pipeline.errors import PipelineError, Problem
    from pipeline.rendering import Visual

REQUEST = "request"  # in the place of a file's name: what a request has set
GRACE_SECONDS = 2  # the service ends a late worker itself; later the system does
BROKEN = "the spec of this picture is broken"


def main(seconds: float, memory_mb: int) -> None:
    """Do the jobs that come in, each within so many seconds and, where the system can, so much memory."""
    jobs, answers = sys.stdin.buffer, _own_output()
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):  # the service, told too, closes the pipe once all is answered
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    _warm()
    _bound_memory(memory_mb)
    answers.write(frames.packed({"ready": True}))
    answers.flush()
    with suppress(BrokenPipeError):
        for job in iter(lambda: _next(jobs), None):
            _alarm(seconds + GRACE_SECONDS)
            head, data = answer_to(job)
            _alarm(0)
            answers.write(frames.packed(head | {"is_last": _memory_mb() > memory_mb / 2}, data))
            answers.flush()


def answer_to(job: Head) -> tuple[Head, bytes]:
    """What comes of a job: a picture, or what is known of a spec; or why there is none."""
    from pipeline.errors import PipelineError, internal

    try:
        return _survey(job) if job["step"] == "survey" else _picture(job)
    except PipelineError as error:
        return _refusal(error, job.get("fields", {})), b""
    except MemoryError:
        raise SystemExit(1) from None  # what is left of this process is not to be trusted
    except Exception as error:
        return {"status": 500, "message": "internal error", "log": internal(error, job["path"]).trace}, b""


def _picture(job: Head) -> tuple[Head, bytes]:
    from pipeline import source
    from pipeline.rendering import render, understood

    base = _base(job["path"], job["digest"])
    visual = understood(source.filled(base.node, job["fields"], REQUEST), base.path) if job["fields"] else base
    made = render(visual, job["size"], job["theme"], 1, job["format"])
    return {"status": 200, "notes": sorted({note.about for note in made.notes})}, made.data


@lru_cache(maxsize=100)
def _base(path: str, digest: str) -> Visual:
    """The visual of a spec as it was when all that it depends on had that digest."""
    from pipeline.rendering import load

    return load(path)


def _survey(job: Head) -> tuple[Head, bytes]:
    """What a spec opens, and the digest and state of all that its pictures depend on."""
    from pipeline import project
    from pipeline.build.keys import Disk
    from pipeline.rendering import load

    path = job["path"]
    disk, visual = Disk(), load(path)
    read = dict.fromkeys([*disk.beside(path), *(name for name, _ in visual.digests), *_pictures(visual)])
    digests = {name: disk.digest(name, project.folder(path)) or "" for name in read}
    known = {name: getattr(visual.spec, name) for name in ("open", "sizes", "themes")}
    depends = [*disk.ground(path, visual.kind.name), digests]
    watch = sorted(map(os.path.abspath, {*digests, *_folders(path)}))
    return {"status": 200, **known, "depends": depends, "watch": watch}, b""


def _folders(path: str) -> Iterator[str]:
    """The folders in which a new file may change the pictures of a spec."""
    from pipeline import project

    yield from (project.folder(path), project.themes(path), *project.spec_folders(path))
    yield from filter(None, [project.fonts(path)])


def _pictures(visual: Visual) -> Iterator[str]:
    """The picture files that the spec's own pictures show, in any size and theme."""
    from pipeline.build.shown import picture_files
    from pipeline.errors import PipelineError

    themes = [*visual.spec.themes, *filter(None, [visual.spec.svg_dark])]
    for size, theme in product(visual.spec.sizes, themes):
        with suppress(PipelineError):  # a request may bring the text that fits
            yield from picture_files(visual, size, theme)


def _refusal(error: PipelineError, fields: Mapping[str, str]) -> Head:
    """The answer to what a request has set; what its author has not, is for the log alone."""
    asked = next((problem for problem in error.problems if _field(problem)), None)
    if asked is not None:
        field = _field(asked)
        return {"status": 400, "field": field, "message": asked.message.removeprefix(f"{field}: ")}
    if fields:
        return {"status": 400, "message": "the picture cannot be made of these values", "log": str(error)}
    return {"status": 500, "message": BROKEN, "log": str(error)}


def _field(problem: Problem) -> str:
    """The field of a problem that a request has set, or nothing."""
    path = problem.place.path if problem.place else ""
    return path.removeprefix(f"{REQUEST} ") if path.startswith(f"{REQUEST} ") else ""


def _own_output() -> BinaryIO:
    """Standard output for answers alone: what else would be printed goes to standard error."""
    own = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return own


def _next(jobs: BinaryIO) -> Head | None:
    prefix = jobs.read(frames.PREFIX_BYTES)
    return frames.head(jobs.read(frames.length(prefix))) if len(prefix) == frames.PREFIX_BYTES else None


def _warm() -> None:
    """Make a first picture, so that no request waits for imports and faces."""
    from pipeline.errors import PipelineError
    from pipeline.rendering import load, render

    with suppress(PipelineError):  # of the project's settings or faces, which its own specs will tell
        render(load({"kind": "quote_card", "text": "One *two* three."}), "og", "paper", 1, "png")


def _alarm(seconds: float) -> None:
    """Let the system end this process after so many seconds; 0 takes that back."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _bound_memory(memory_mb: int) -> None:
    """Let the system refuse more memory than that, where it counts what is written to (Linux 4.7 and later)."""
    if sys.platform == "linux":
        import resource

        most = memory_mb * 1_000_000
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))


def _memory_mb() -> float:
    """The memory that this process holds now; 0 where the system does not tell in a file."""
    from pipeline import files

    try:
        with files.opened("/proc/self/statm", files.MOST_BYTES) as file:
            pages = int(file.read().split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
