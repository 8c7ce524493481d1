"""Building again whenever a spec, or a file that it is made of, changes on disk.

    a file changes --watchfiles--> debounced --a process of its own--> survey, build --pipe--> what to say

Each round has a process of its own: it reads themes, faces and data anew, and whatever it does this one goes on.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline import files, project
from pipeline.errors import PipelineError, Problem, internal

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from pipeline.build.staleness import Survey

WAKE_MS = 100  # how long it waits at a time
DEBOUNCE_MS = 400  # changes that go on are collected for so long at most
STEP_MS = 60  # and no longer than until nothing changed for so long: an editor writes a file in several steps


class Made(NamedTuple):
    """A picture's file that a round made: its path, pixels and bytes."""

    path: str
    width: int
    height: int
    size_bytes: int


class Round(NamedTuple):
    """What one look at all specs came to.

    The pictures that were made, the seconds that took, all that is wrong now, and the folders of the files
    that the specs were read with.
    """

    made: tuple[Made, ...] = ()
    seconds: float = 0
    problems: tuple[Problem, ...] = ()
    folders: tuple[str, ...] = ()


def rounds(places: Sequence[str], output: str | None = None) -> Iterator[Round]:
    """Build what is stale now, and again after each change; ends with KeyboardInterrupt alone.

    Whoever sees the first round can rely on it that every later change will be seen.
    """
    made = _round(places, output)
    while True:
        watched = folders(places, made)
        heard = changes(watched, output)
        next(heard)  # from here on it listens; what changed before that, the next look finds
        again = _round(places, output)
        yield again._replace(made=made.made + again.made, seconds=made.seconds + again.seconds)
        for changed in heard:
            if changed:
                made = _round(places, output)
                if folders(places, made) != watched:
                    break  # a spec names a file elsewhere, or has ceased to
                yield made


def folders(places: Iterable[str], made: Round) -> list[str]:
    """The folders in which a change may change a picture: those of the specs, of the files they name, of the faces."""
    found: set[str] = set(made.folders)
    for place in places:
        spec_path = os.path.join(place, project.DEFAULTS) if os.path.isdir(place) else place
        found.add(os.path.realpath(os.path.dirname(spec_path) or "."))
        fonts = project.fonts(spec_path)
        found |= {fonts} if fonts else set()
    return sorted(each for each in found if not any(each != other and _is_in(each, other) for other in found))


def changes(watched: Sequence[str], output: str | None = None, step_ms: int = STEP_MS) -> Iterator[set[Any]]:
    """What changed in the folders, as pairs of how and where; an empty set at once, and now and then."""
    from watchfiles import watch

    def is_input(_: object, path: str) -> bool:
        return _is_input(path, output)

    yield from watch(
        *watched,
        watch_filter=is_input,
        debounce=DEBOUNCE_MS,
        step=step_ms,
        rust_timeout=WAKE_MS,
        yield_on_timeout=True,
        raise_interrupt=True,
    )


def _is_in(path: str, folder: str) -> bool:
    return os.path.join(path, "").startswith(os.path.join(folder, ""))


def _is_input(path: str, output: str | None) -> bool:
    """Whether a file may be one that pictures are made of: not hidden, not an editor's copy, none of ours."""
    name = os.path.basename(path)
    own = os.path.realpath(output) if output else os.path.join(project.folder(path), project.OUTPUT)
    return not (name.startswith(".") or name.endswith(("~", ".swp", ".tmp")) or _is_in(path, own))


def _round(places: Sequence[str], output: str | None) -> Round:
    """One look at all specs, in a process of its own."""
    from multiprocessing import get_context

    from pipeline.build.pool import FORKS

    context: Any = get_context("fork" if FORKS else "spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(theirs, places, output))
    process.start()
    theirs.close()
    try:
        told: Round = ours.recv()
    except EOFError:
        told = Round(problems=(Problem("the process that builds ended early", hint="the next change starts another"),))
    finally:
        ours.close()
        process.join()
    return told


def _work(pipe: Connection, places: Sequence[str], output: str | None) -> None:
    """Build what is stale and say what came of it; an interrupted build notes what it made."""
    try:
        pipe.send(_built(places, output))
    except KeyboardInterrupt:
        return


def _built(places: Sequence[str], output: str | None) -> Round:
    from time import perf_counter

    from pipeline.build import Stop, build, spec_paths
    from pipeline.build.staleness import survey

    start = perf_counter()
    made: list[Made] = []
    errors: list[PipelineError] = []
    read: tuple[str, ...] = ()
    try:
        surveyed = survey(spec_paths(places), output)
        errors += surveyed.errors
        with Stop() as stop:
            for outcome in build(surveyed, surveyed.jobs, stop=stop):
                made += (Made(page.path, page.width, page.height, page.size_bytes) for page in outcome.pages)
                errors += [outcome.error] if outcome.error else []
        read = tuple(_folders_read(surveyed))
    except PipelineError as error:
        errors.append(error)
    except Exception as error:
        errors.append(internal(error, "visuals watch"))
    problems = dict.fromkeys(problem for error in errors for problem in error.problems)
    return Round(tuple(made), perf_counter() - start, tuple(problems), read)


def _folders_read(surveyed: Survey) -> Iterator[str]:
    """The folders, in the projects of the specs, of all files that the specs are known to be read with."""
    from pipeline.build import cache, manifest

    projects = {project.folder(each.spec_path) for each in surveyed.wanted}
    for output in surveyed.folders:
        for built in cache.read(output).specs.values():
            paths = (manifest.path_from(output, name) for name in built.reads)
            found = {os.path.realpath(os.path.dirname(path)) for path in paths}
            mine = (each for each in found if any(files.is_within(each, around) for around in projects))
            yield from filter(os.path.isdir, mine)
