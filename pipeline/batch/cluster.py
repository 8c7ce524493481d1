"""A batch on a Dask cluster: the same work as on this machine, row by row, by workers elsewhere. The door to Dask.

    here     the project's files, packed -> scheduler, by their hash -> each worker, once
             chunks of rows              -> scheduler -> a worker    -> pictures, straight to their address
             results                     <-

A worker that is lost costs nothing: its chunk goes to another. Where the scheduler is lost, it is waited for, and what
was in flight is sent again: a picture that was written meanwhile is written once more, with the same bytes.
"""

from __future__ import annotations

import atexit
import os
import platform
import shutil
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import CancelledError
from contextlib import suppress
from functools import lru_cache
from itertools import islice
from tempfile import mkdtemp
from time import monotonic, sleep
from typing import Any, NamedTuple

from pipeline import files, packages, places, project
from pipeline.batch import making
from pipeline.batch.making import Recipe, Result, Task
from pipeline.batch.naming import Picture
from pipeline.build import keys
from pipeline.build.pool import Lost
from pipeline.build.stopping import never
from pipeline.errors import OutputError, Problem, SpecError, enumerated
from pipeline.files import weight

CHUNK_ROWS = 16  # a chunk costs scheduler and client about a millisecond, a row more than five
A_THREAD = 2  # chunks in flight for each thread of a worker, so that none waits for the next one
MOST_BYTES = 100_000_000  # of the files that travel
WAIT_SECONDS = 120.0  # for a scheduler or a worker that is not there
PAUSE_SECONDS = 1.0
PASSED_OVER = ("__pycache__", ".git", ".venv", "node_modules")


class Packed(NamedTuple):
    """The files of a project that a picture may be made of, by their paths from its folder, compressed; their hash."""

    files: dict[str, bytes]
    digest: str


class Cluster:
    """A Dask cluster at an address, such as `tcp://scheduler:8786`; raises OutputError where there is none."""

    def __init__(self, address: str, recipe: Recipe, jobs: int | None = None) -> None:
        self.address, self.recipe, self.jobs = address, recipe, jobs
        self.home = project.folder(recipe.path)
        self.packed = packed(recipe.path, self.home)
        self.print = fingerprint(making.kind_of(recipe))
        self.client: Any = None
        self.shared: Any = None

    def spread(
        self, work: Callable[[Recipe, Task], Result], tasks: Iterable[Task], stop: Callable[[], bool] = never
    ) -> Iterator[tuple[Task, Result | Lost]]:
        """Each task and what becomes of it, in the order in which they are done; raises OutputError."""
        self._connect()
        chunks = iter(_chunks(tasks))
        in_flight: dict[Any, tuple[Task, ...]] = {}
        try:
            while True:
                while len(in_flight) < self._most() and not stop() and (chunk := next(chunks, None)):
                    in_flight[self._sent(work, chunk)] = chunk
                if not in_flight:
                    return
                for future in self._done(in_flight):
                    chunk = in_flight.pop(future)
                    if future.status == "cancelled" or future.status == "lost":
                        in_flight[self._sent(work, chunk)] = chunk
                    else:
                        yield from zip(chunk, _results(future, chunk), strict=True)
        finally:
            self._close()

    def _most(self) -> int:
        """How many chunks may be in flight."""
        threads = sum(worker["nthreads"] for worker in self._workers().values())
        return self.jobs or max(1, threads * A_THREAD)

    def _workers(self) -> dict[str, Any]:
        return dict(self.client.scheduler_info(n_workers=-1)["workers"])

    def _connect(self) -> None:
        """Meet the scheduler and its workers; raises OutputError where a worker would make other pictures."""
        import distributed

        client: Any = distributed.Client  # without types
        try:
            self.client = client(self.address, timeout=WAIT_SECONDS, set_as_default=False)
            self.client.wait_for_workers(1, timeout=WAIT_SECONDS)
        except (OSError, TimeoutError, ValueError) as error:
            self._close()
            fact = f"{places.shown(self.address)}: no scheduler with a worker answers"
            raise OutputError(Problem(fact, hint="start them: `dask scheduler`, `dask worker ADDRESS`")) from error
        self._compare(self.client.run(fingerprint, making.kind_of(self.recipe)))
        self.shared = self.client.scatter(self.packed, broadcast=True, hash=True)

    def _compare(self, prints: dict[str, dict[str, str]]) -> None:
        for worker, found in sorted(prints.items()):
            if different := _differences(self.print, found):
                fact = f"the worker {worker} would make other pictures: {different}"
                raise OutputError(Problem(fact, hint="install the same version of everything on all workers"))

    def _sent(self, work: Callable[[Recipe, Task], Result], chunk: tuple[Task, ...]) -> Any:
        name = os.path.relpath(os.path.abspath(self.recipe.path), self.home)
        away = Away(self.recipe, name, project.shown(self.home), self.print)
        return self.client.submit(made_there, work, away, self.shared, tuple(map(_anywhere, chunk)), pure=False)

    def _done(self, in_flight: dict[Any, tuple[Task, ...]]) -> list[Any]:
        """The chunks that are done; where the scheduler is lost all of them are, as soon as it is there again."""
        import distributed

        wait: Any = distributed.wait  # without types
        while self.client.status == "running":
            with suppress(TimeoutError, CancelledError), self.client.as_current():
                return list(wait(list(in_flight), timeout=PAUSE_SECONDS, return_when="FIRST_COMPLETED").done)
        self._reconnect()
        return list(in_flight)

    def _reconnect(self) -> None:
        end = monotonic() + WAIT_SECONDS
        while True:
            self._close()
            try:
                self._connect()
                return
            except OutputError:
                if monotonic() > end:
                    raise
            sleep(PAUSE_SECONDS)

    def _close(self) -> None:
        if self.client is not None:
            self.client.close(timeout=PAUSE_SECONDS)
            self.client = None


def packed(spec_path: str, home: str) -> Packed:
    """The files that pictures of a spec may be made of; raises SpecError for more than can travel."""
    found = {os.path.relpath(path, home): path for path in _files(spec_path, home)}
    sizes = {name: os.path.getsize(path) for name, path in found.items()}
    if sum(sizes.values()) > MOST_BYTES:
        largest = enumerated(sorted(sizes, key=lambda name: -sizes[name]), 3)
        fact = f"the files beside the spec are more than {weight(MOST_BYTES)}, among them {largest}"
        raise SpecError(Problem(fact, hint="give the spec a folder of its own, with no more than its pictures need"))
    held = {name: zlib.compress(files.read(path, MOST_BYTES, home), 1) for name, path in sorted(found.items())}
    digest = files.digest_of(b"".join(name.encode() + b"\0" + data for name, data in held.items()))
    return Packed(held, digest)


def _files(spec_path: str, home: str) -> Iterator[str]:
    """Settings, defaults, custom kinds and faces of a project, and what lies in the spec's folder and below."""
    settings = os.path.join(home, project.SETTINGS)
    beside = os.path.dirname(os.path.abspath(spec_path))
    fonts = project.fonts(spec_path)
    themes = os.path.abspath(project.themes(spec_path))
    kinds = os.path.join(home, "kinds")
    yield from (path for path in (settings, *map(os.path.abspath, project.defaults(spec_path))) if os.path.isfile(path))
    for folder in dict.fromkeys(filter(None, (beside, fonts, themes, kinds))):
        yield from _below(folder)


def _below(folder: str) -> Iterator[str]:
    for around, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in PASSED_OVER and name[0] != ".")
        yield from (os.path.realpath(os.path.join(around, name)) for name in sorted(names) if name[0] != ".")


def fingerprint(kind: str) -> dict[str, str]:
    """What decides the pixels of pictures on this machine, by name: our code, libraries, packaged faces."""
    found = {"article-visuals": keys.Disk().ground("spec.yaml", kind).renderer[:12]}
    found["Python"] = ".".join(platform.python_version_tuple()[:2])
    for package in packages.installed():
        if package.name in keys.LIBRARIES or packages.entry_points(package, packages.FACES):
            found.setdefault(package.name, package.version)
    return found


def _differences(ours: Mapping[str, str], theirs: Mapping[str, str]) -> str:
    """What is not the same, in words, or ""."""
    names = [name for name in sorted({*ours, *theirs}) if ours.get(name) != theirs.get(name)]
    return enumerated(
        [f"{name} is {theirs.get(name, 'missing')}, here {ours.get(name, 'missing')}" for name in names], 3
    )


class Away(NamedTuple):
    """What a worker needs beside the project's files: the recipe, and the project's folder as it is seen from here."""

    recipe: Recipe
    name: str  # of the spec, from the project's folder
    home: str
    expected: Mapping[str, str]


def made_there(
    work: Callable[[Recipe, Task], Result], away: Away, packed: Packed, chunk: tuple[Task, ...]
) -> list[Result]:
    """What becomes of the rows of a chunk, on a worker, with the project's files unpacked there."""
    recipe = away.recipe
    if different := _differences(away.expected, _own_print(making.kind_of(recipe))):
        error = OutputError(Problem(f"the worker {platform.node()} would make other pictures: {different}"))
        return [Result(errors=(error,)) for _ in chunk]
    there = _unpacked(packed)
    path = os.path.join(there, away.name)
    moved = recipe._replace(path=path, node=recipe.node._replace(place=recipe.node.place._replace(path=path)))
    return [_seen_from(away.home, there, work(moved, task)) for task in chunk]


_own_print = lru_cache(maxsize=8)(fingerprint)
_folders: dict[str, str] = {}  # of unpacked files in this process, by their hash


def _unpacked(packed: Packed) -> str:
    """The folder with the files of a project; they are unpacked once in a process."""
    if packed.digest not in _folders:
        folder = os.path.realpath(mkdtemp(prefix="visuals-"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        for name, data in {"pyproject.toml": zlib.compress(b""), **packed.files}.items():
            files.write_atomically(os.path.join(folder, name), zlib.decompress(data), is_named=True)
        _folders[packed.digest] = folder
    return _folders[packed.digest]


def _seen_from(home: str, there: str, result: Result) -> Result:
    """A result with the project's files where they lie at home."""

    def named(path: str) -> str:
        is_there = path.startswith(there)
        return os.path.normpath(os.path.join(home, os.path.relpath(path, there))) if is_there else path

    def told(problem: Problem) -> Problem:
        place = problem.place and problem.place._replace(path=named(problem.place.path))
        return problem._replace(message=problem.message.replace(there + os.sep, ""), place=place)

    made = ((path, each._replace(reads=tuple((named(p), d) for p, d in each.reads))) for path, each in result.made)
    errors = (type(error)(*map(told, error.problems)) for error in result.errors)
    return Result(tuple(made), tuple(errors))


def _chunks(tasks: Iterable[Task]) -> Iterator[tuple[Task, ...]]:
    tasks = iter(tasks)
    while chunk := tuple(islice(tasks, CHUNK_ROWS)):
        yield chunk


def _anywhere(task: Task) -> Task:
    """The task with paths that mean the same file on every machine which shares that folder."""
    pictures = (each if places.is_remote(each.path) else _absolute(each) for each in task.pictures)
    return task._replace(pictures=tuple(pictures))


def _absolute(picture: Picture) -> Picture:
    return picture._replace(path=os.path.abspath(picture.path))


def _results(future: Any, chunk: tuple[Task, ...]) -> list[Result | Lost]:
    """What became of the rows of a chunk; those of one that no worker survived are lost."""
    if future.status != "finished":
        return [Lost(None) for _ in chunk]
    return [_here(task, result) for task, result in zip(chunk, future.result(), strict=True)]


def _here(task: Task, result: Result) -> Result:
    """A result with paths as they are written here; raises OutputError for pictures that did not come here."""
    names = {each.path if places.is_remote(each.path) else os.path.abspath(each.path): each for each in task.pictures}
    made = []
    for path, each in result.made:
        picture = next(p for p in names.values() if path in (places.shown(p.path), os.path.abspath(p.path)))
        if not places.is_remote(picture.path) and not making.is_whole(picture, each):
            fact = f"{picture.path}: a worker wrote it, and it is not here"
            hint = "workers on other machines need an address that all share, such as -o 's3://bucket/{slug}.png'"
            raise OutputError(Problem(fact, hint=hint))
        pages = tuple({**page, "path": _page_here(picture, page["path"])} for page in each.pages)
        made.append((places.shown(picture.path), each._replace(pages=pages)))
    return result._replace(made=tuple(made))


def _page_here(picture: Picture, path: str) -> str:
    return path if places.is_remote(path) else os.path.join(os.path.dirname(picture.path), os.path.basename(path))
