"""Work on a Dask cluster: the same work as on this machine, item by item, by workers elsewhere. The only door to Dask.

    here     the order: the work, and the project's files, packed -> scheduler, by their hash -> each worker, once
             chunks of items -> scheduler -> a worker -> pictures, straight to their place
             results                     <-

A worker that is lost costs nothing: its chunk goes to another. Where the scheduler is lost, it is waited for, and what
was in flight is sent again: a picture that was written meanwhile is written once more, with the same bytes.
"""

from __future__ import annotations

import atexit
import gc
import math
import os
import pickle
import platform
import shutil
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Sized
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from functools import lru_cache
from itertools import islice
from tempfile import mkdtemp
from time import monotonic, perf_counter, sleep
from typing import Any, NamedTuple, TypeAlias, TypeVar

from pipeline import files, packages, places, project
from pipeline.build import keys
from pipeline.build.pool import Lost
from pipeline.build.stopping import never
from pipeline.errors import OutputError, PipelineError, Problem, SpecError, enumerated
from pipeline.files import weight

T = TypeVar("T")
R = TypeVar("R")
Work: TypeAlias = Callable[[str, Any], Any]
"""Makes a result of an item, with the project's files in a folder of this path."""

FIRST_CHUNKS, MOST_ITEMS = 8, 128  # items of a chunk, before it is known how long one takes, and at most
CHUNK_SECONDS = 0.25  # of work in a chunk: one costs the scheduler and this machine some milliseconds
A_THREAD = 2  # chunks in flight for each thread of a worker, so that none waits for the next one
MOST_BYTES = 100_000_000  # of the files that travel
WAIT_SECONDS = 120.0  # for a scheduler or a worker that is not there
PAUSE_SECONDS = 1.0
COUNT_SECONDS = 2.0  # between two counts of the workers, for which the scheduler takes milliseconds
PASSED_OVER = ("__pycache__", ".git", ".venv", "node_modules")
_INSTALL = "pip install 'article-visuals[cluster]'"


class Packed(NamedTuple):
    """The files of a project that pictures may be made of, by their paths from its folder, compressed; their hash."""

    files: dict[str, bytes]
    digest: str


class Order(NamedTuple):
    """What workers are told once: the work, the files it needs, and what a worker has to be that does it."""

    work: Work
    packed: Packed
    kinds: tuple[str, ...]
    expected: dict[str, str]


class _Chunk(NamedTuple):
    """Items that go to a worker together; a suspect goes while nothing else is in flight."""

    items: tuple[Any, ...] = ()
    is_suspect: bool = False


class _Sent(NamedTuple):
    """A chunk in flight, and the client that sent it."""

    chunk: _Chunk
    client: Any


class _Waiting(NamedTuple):
    """Items to come, some of them read ahead, and the suspects: those of chunks that no worker survived."""

    items: Iterator[Any]
    ahead: deque[Any]
    suspects: deque[Any]


class Cluster:
    """A Dask cluster at an address, such as `tcp://scheduler:8786`, for the pictures of some kinds in a project.

    At most `most` chunks are in flight, by default as many as keep all workers busy.
    """

    def __init__(self, address: str, spec_paths: Iterable[str], kinds: Iterable[str], most: int | None = None) -> None:
        self.address, self.most = address, most
        self.kinds = tuple(sorted(set(kinds)))
        paths = tuple(sorted(spec_paths))
        self.home = _home(paths)
        self.packed = packed(paths, self.home)
        self.print = fingerprint(self.kinds)
        self.work: Any = None
        self.client: Any = None
        self.order: Any = None
        self._threads = 0
        self._counted = -COUNT_SECONDS
        self._seconds_an_item = CHUNK_SECONDS / FIRST_CHUNKS

    def spread(
        self, work: Callable[[str, T], R], items: Iterable[T], stop: Callable[[], bool] = never
    ) -> Iterator[tuple[T, R | Lost]]:
        """Each item and what becomes of it, in the order in which they are done; raises OutputError.

        Once `stop` says so none is sent, but results of those in flight still come.
        """
        self.work = work
        self._connect()
        waiting = _Waiting(iter(items), deque(), deque())
        in_flight: dict[Any, _Sent] = {}
        try:
            while True:
                while not stop() and (chunk := self._chunk(waiting, in_flight)).items:
                    self._send(chunk, in_flight)
                if not in_flight:
                    return
                for future in self._done(in_flight):
                    sent = in_flight.pop(future)
                    results = self._results(future, sent)
                    if results is not None:
                        yield from zip(sent.chunk.items, results, strict=True)
                    elif future.status == "error":
                        waiting.suspects.extend(sent.chunk.items)
                    else:
                        self._send(sent.chunk, in_flight)
        finally:
            self._close()

    def _chunk(self, waiting: _Waiting, in_flight: Sized) -> _Chunk:
        """The next items: enough to be busy with for a while, fewer towards the end; none while nobody is free.

        A suspect goes alone, with nothing beside it that could be taken for what ends the worker.
        """
        if waiting.suspects:
            return _Chunk() if in_flight else _Chunk((waiting.suspects.popleft(),), is_suspect=True)
        most = self._most()
        if len(in_flight) >= most:
            return _Chunk()
        ahead = waiting.ahead
        enough = min(MOST_ITEMS, max(1, round(CHUNK_SECONDS / self._seconds_an_item)))
        ahead.extend(islice(waiting.items, max(0, enough * most - len(ahead))))
        share = max(enough // 8, math.ceil(len(ahead) / most))
        return _Chunk(tuple(ahead.popleft() for _ in range(min(enough, share, len(ahead)))))

    def _most(self) -> int:
        """How many chunks may be in flight; workers that come and go are looked for now and then."""
        if not self.most and monotonic() - self._counted >= COUNT_SECONDS:
            workers = self._insist(lambda: self.client.scheduler_info(n_workers=-1)["workers"]).values()
            self._threads, self._counted = sum(worker["nthreads"] for worker in workers), monotonic()
        return self.most or max(1, self._threads * A_THREAD)

    def _insist(self, ask: Callable[[], Any]) -> Any:
        """What the client answers; where the scheduler is lost, as soon as it is there again."""
        while True:
            try:
                return ask()
            except (OSError, CancelledError):
                self._reconnect()

    def _connect(self) -> None:
        """Meet the scheduler and its workers; raises OutputError where a worker would make other pictures."""
        order = Order(self.work, self.packed, self.kinds, self.print)
        client: Any = _dask().Client  # without types
        try:
            self.client = client(self.address, timeout=WAIT_SECONDS, set_as_default=False)
            self.client.wait_for_workers(1, timeout=WAIT_SECONDS)
            prints = self.client.run(fingerprint, self.kinds)
            (self.order,) = self.client.scatter([order], broadcast=True, hash=True)
        except (OSError, TimeoutError, ValueError, CancelledError) as error:
            self._close()
            fact = f"{places.shown(self.address)}: no scheduler with a worker answers"
            raise OutputError(Problem(fact, hint="start them: `dask scheduler`, `dask worker ADDRESS`")) from error
        self.check(prints)

    def check(self, prints: Mapping[str, Mapping[str, str]]) -> None:
        """Raise OutputError for a worker whose fingerprint is not that of this machine."""
        for worker, found in sorted(prints.items()):
            if different := _differences(self.print, found):
                raise _other(worker, different)

    def _send(self, chunk: _Chunk, in_flight: dict[Any, _Sent]) -> None:
        sealed = pickle.dumps(chunk.items)  # the scheduler would read, and write again, what it can read

        def submit() -> Any:
            if self.order.status != "finished":  # Dask's client has met another scheduler at the same address
                raise OSError("the files that travelled are gone")
            return self.client.submit(made_there, self.order, sealed, pure=False)

        future = self._insist(submit)
        in_flight[future] = _Sent(chunk, self.client)

    def _done(self, in_flight: Mapping[Any, _Sent]) -> list[Any]:
        """The chunks that are done, and those that went to a scheduler which is lost."""
        wait: Any = _dask().wait  # without types
        while True:
            if gone := [future for future, sent in in_flight.items() if sent.client is not self.client]:
                return gone
            if self.client.status != "running" or self.order.status != "finished":
                self._reconnect()
                continue
            with suppress(TimeoutError, CancelledError, OSError), self.client.as_current():
                return list(wait(list(in_flight), timeout=PAUSE_SECONDS, return_when="FIRST_COMPLETED").done)

    def _results(self, future: Any, sent: _Sent) -> list[Any] | None:
        """What became of a chunk, or None where it is to be sent again; raises what workers raise.

        An item that no worker survives on its own is lost.
        """
        if sent.client is not self.client or future.status in ("cancelled", "lost"):
            return None
        try:
            if future.status == "finished":
                results, seconds = pickle.loads(future.result())
                self._seconds_an_item = (self._seconds_an_item + seconds / len(results)) / 2
                return list(results)
            error = future.exception()
        except (OSError, CancelledError):  # the scheduler is lost meanwhile
            return None
        if isinstance(error, PipelineError):
            raise error
        return [Lost(None)] if sent.chunk.is_suspect else None

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
            with suppress(OSError, TimeoutError, CancelledError):
                self.client.close(timeout=PAUSE_SECONDS)
            self.client = None


def _home(spec_paths: Sequence[str]) -> str:
    """The folder of the one project that specs are of; raises SpecError for several."""
    homes = {project.folder(path): path for path in spec_paths}
    if len(homes) > 1:
        first, second, *_ = homes.values()
        fact = f"{first} and {second} are of two projects, and a cluster gets the files of one"
        raise SpecError(Problem(fact, hint="build one project after the other"))
    return next(iter(homes))


def _dask() -> Any:
    try:
        import distributed
    except ImportError as error:
        raise OutputError(Problem("a cluster needs the extra `cluster`", hint=f"install it: {_INSTALL}")) from error
    return distributed


def packed(spec_paths: Iterable[str], home: str) -> Packed:
    """The files that pictures of specs may be made of; raises SpecError for more than can travel."""
    found = {os.path.relpath(path, home): path for spec in spec_paths for path in _files(spec, home)}
    sizes = {name: os.path.getsize(path) for name, path in found.items()}
    if sum(sizes.values()) > MOST_BYTES:
        largest = enumerated(sorted(sizes, key=lambda name: -sizes[name]), 3)
        fact = f"the files beside the specs are more than {weight(MOST_BYTES)}, among them {largest}"
        raise SpecError(Problem(fact, hint="give the specs a folder of their own, with what their pictures need"))
    held = {name: zlib.compress(files.read(path, MOST_BYTES, home), 1) for name, path in sorted(found.items())}
    digest = files.digest_of(b"".join(name.encode() + b"\0" + data for name, data in held.items()))
    return Packed(held, digest)


def _files(spec_path: str, home: str) -> Iterator[str]:
    """Settings, defaults, custom kinds and faces of a project, and what lies in the spec's folder and below."""
    single = (os.path.join(home, project.SETTINGS), *map(os.path.abspath, project.defaults(spec_path)))
    yield from filter(os.path.isfile, single)
    beside = os.path.dirname(os.path.abspath(spec_path))
    themes, kinds = os.path.abspath(project.themes(spec_path)), os.path.join(home, "kinds")
    for folder in dict.fromkeys(filter(None, (beside, project.fonts(spec_path), themes, kinds))):
        yield from _below(folder)


def _below(folder: str) -> Iterator[str]:
    for around, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in PASSED_OVER and name[0] != ".")
        yield from (os.path.realpath(os.path.join(around, name)) for name in sorted(names) if name[0] != ".")


def fingerprint(kinds: tuple[str, ...]) -> dict[str, str]:
    """What decides the pixels of pictures on this machine, by name: our code, libraries, packaged faces."""
    ground = keys.Disk().ground
    found = {f"the code of {kind}": ground("spec.yaml", kind).renderer[:12] for kind in kinds}
    found["Python"] = ".".join(platform.python_version_tuple()[:2])
    for package in packages.installed():
        if package.name in keys.LIBRARIES or packages.entry_points(package, packages.FACES):
            found.setdefault(package.name, package.version)
    return found


_own_print = lru_cache(maxsize=8)(fingerprint)


def _differences(ours: Mapping[str, str], theirs: Mapping[str, str]) -> str:
    """What is not the same, in words, or ""; of code that depends on a library, the library alone."""
    names = [name for name in sorted({*ours, *theirs}, key=str.swapcase) if ours.get(name) != theirs.get(name)]
    named = [name for name in names if not name.startswith("the code")] or names
    told = [f"{name} is {theirs.get(name, 'missing')}, here {ours.get(name, 'missing')}" for name in named]
    return enumerated(told, 3)


def _other(worker: str, different: str) -> OutputError:
    fact = f"the worker {worker} would make other pictures: {different}"
    return OutputError(Problem(fact, hint="install the same version of everything on all workers"))


def made_there(order: Order, sealed: bytes) -> bytes:
    """What becomes of the items of a chunk, on a worker, and the seconds that it takes.

    Raises OutputError where its pictures would be others.
    """
    if different := _differences(order.expected, _own_print(order.kinds)):
        raise _other(platform.node(), different)
    there = _unpacked(order.packed)
    begun = perf_counter()
    with _uncollected(), project.held_still():
        results = [order.work(there, item) for item in pickle.loads(sealed)]
    return pickle.dumps((results, perf_counter() - begun))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no cycles meanwhile: pictures make few, and a worker holds very many objects to go through."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


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


class Home(NamedTuple):
    """A project's folder on this machine, as paths in messages and results are written: what workers are to name."""

    folder: str
    shown: str

    def moved(self, path: str, there: str) -> str:
        """Where a project's file lies that was unpacked; its path is an absolute one of home."""
        return os.path.join(there, os.path.relpath(path, self.folder))

    def named(self, path: str, there: str) -> str:
        """The path of an unpacked file as it is written at home."""
        is_there = path.startswith(os.path.join(there, ""))
        return os.path.normpath(os.path.join(self.shown, os.path.relpath(path, there))) if is_there else path

    def error(self, error: PipelineError, there: str) -> PipelineError:
        """An error with the paths of home."""

        def told(problem: Problem) -> Problem:
            place = problem.place and problem.place._replace(path=self.named(problem.place.path, there))
            return problem._replace(message=problem.message.replace(os.path.join(there, ""), ""), place=place)

        return type(error)(*map(told, error.problems))
