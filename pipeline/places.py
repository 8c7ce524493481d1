"""Places that are no local files: addresses such as `s3://bucket/cards/ada.png`, by fsspec. The only door to it.

Credentials are what fsspec finds in its own settings and in the environment; none is written into a message.

    write, look at, open -> asked in a thread, because not every library ends its waiting
        an answer                        -> that
        a refusal, such as: no such file -> Refused
        none, or a fault                 -> asked again by a new connection, after pauses -> Unanswered
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from queue import Empty, SimpleQueue
from threading import Thread, local
from time import monotonic, sleep, time
from typing import Any, BinaryIO, NoReturn, TypeVar
from urllib.parse import unquote

from pipeline import files
from pipeline.errors import OutputError, PipelineError, Problem, SpecError, reason

T = TypeVar("T")

OBJECT_STORES = {
    "s3",
    "s3a",
    "gs",
    "gcs",
    "abfs",
    "abfss",
    "az",
    "adl",
    "oss",
    "memory",
}  # a file is there whole or not
TRIES, FIRST_PAUSE_SECONDS = 5, 0.2  # then twice, four times, ... as long
ANSWER_SECONDS = 30.0  # that an answer may take; what has taken longer is not tried again
FINAL = (FileNotFoundError, PermissionError, IsADirectoryError, NotADirectoryError, NotImplementedError)
_NOT_LET_IN = ("AuthenticationException", "NoCredentialsError")  # of paramiko and botocore
_BLOCK = 1 << 18
_PASSWORD = r"(?<=://)([^/@:\[]*):(?:[^/]*@|(?!\d+(?:/|$)).*@)"  # a number alone would be a port
_SECRET = (
    r"(?i)auth|secret|password|passphrase|token|credential|access_?key|^key$"  # in names of settings and variables
)
_SHORTEST = 3  # characters: a shorter secret would be found in every word
_INSTALL = "install it: pip install 'article-visuals[cloud]'"


class Refused(OutputError):
    """An address that did not take a file, or say what is there."""


class Unanswered(Refused):
    """An address that gave no answer, however often it was asked."""


class _Silence(Exception):
    """That something was tried so many times; what went wrong at last is the cause."""

    def __init__(self, tries: int) -> None:
        self.tries = tries


def is_remote(path: str) -> bool:
    """Whether a path is an address."""
    return "://" in path


def shown(path: str) -> str:
    """The address without the password that may stand in it; of a page's also without what it asks for."""
    hidden = re.sub(_PASSWORD, r"\1@", path)
    return re.sub(r"(?<=\?).+", "…", hidden) if path.startswith(("http://", "https://")) else hidden


def write(path: str, data: bytes) -> None:
    """Put a file at an address, whole or not at all; raises OutputError, and `Refused` where the address is why."""
    with _told("write", path, "what is there is as it was"):
        _insistent(path, lambda system, inner: _write(system, inner, data))


def size_bytes(path: str) -> int | None:
    """The size of the file at an address, or None where there is none; raises what `write` does."""
    with _told("look at", path, "the same command goes on where this run ended"):
        try:
            return int(_insistent(path, lambda system, inner: system.info(inner))["size"])
        except FileNotFoundError:
            return None


def sweep(folder: str) -> None:
    """Remove the parts that killed processes left at an address, once they are an hour old: nobody there knows locks.

    What cannot be looked at is left alone: what is wrong with an address is told when a picture goes there.
    """
    with suppress(Exception):
        _answer(lambda: _once(folder, _swept))


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """The file at an address, to be read as a stream; raises SpecError, also while it is read."""
    with _to_be_read(path):
        file = _insistent(path, lambda system, inner: system.open(inner, "rb"))
    with io.BufferedReader(_Stream(path, file), _BLOCK) as stream:
        yield stream


class _Stream(io.RawIOBase):
    """A file at an address, whose bytes are waited for no longer than other answers."""

    def __init__(self, path: str, file: Any) -> None:
        self.path, self.file = path, file

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        self.file.seek(offset, whence)  # what that returns differs from library to library
        return self.tell()

    def tell(self) -> int:
        return int(self.file.tell())

    def readinto(self, buffer: Any) -> int:
        with _to_be_read(self.path):
            data = _answer(lambda: self.file.read(len(buffer)))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        with suppress(Exception):
            self.file.close()
        super().close()


@contextmanager
def _to_be_read(path: str) -> Iterator[None]:
    try:
        with _told("read", path):
            yield
    except OutputError as error:
        raise SpecError(*error.problems) from error


@contextmanager
def _told(verb: str, path: str, hint: str = "") -> Iterator[None]:
    """Raise what goes wrong in the block as an error of ours, without the password of the address."""
    try:
        yield
    except PipelineError:
        raise
    except _Silence as silence:
        times = "once" if silence.tries == 1 else f"{silence.tries} times"
        said = f"{_said(silence.__cause__, path)}; it was tried {times}"
        raise Unanswered(Problem(f"{shown(path)}: cannot {verb}: {said}", hint=hint)) from silence
    except Exception as error:
        raise Refused(Problem(f"{shown(path)}: cannot {verb}: {_said(error, path)}", hint=hint)) from error


def _said(error: BaseException | None, path: str) -> str:
    """What a library says, without credentials: some show the address, and some the settings that they were given."""
    said = reason(error).rstrip(".") if isinstance(error, Exception) else ""
    said = re.sub(_PASSWORD, r"\1@", said.replace(path.lower(), shown(path)))
    for secret in sorted(_secrets(path), key=len, reverse=True):
        said = said.replace(secret.lower(), "…")
    return said


def _secrets(path: str) -> Iterator[str]:
    """The texts that are credentials: in the address, in the environment and in the settings of fsspec."""
    from fsspec.config import conf

    for found in re.finditer(_PASSWORD, path):
        password = found[0].partition(":")[2].removesuffix("@")
        yield from (password, unquote(password))
    for name, value in (*os.environ.items(), *conf.items()):
        yield from (each for each in _texts(name, value) if len(each) >= _SHORTEST)


def _texts(name: str, value: Any) -> Iterator[str]:
    """The texts under a name that says it is secret, and those below such names."""
    if isinstance(value, dict):
        for below, each in value.items():
            yield from _texts(name if re.search(_SECRET, name) else below, each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(name, each)
    elif re.search(_SECRET, name):
        yield str(value)


def _opened(path: str) -> tuple[Any, str]:
    """The file system of an address, and the path in it."""
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        _refuse(path, "addresses need the extra `cloud`", _INSTALL)
    try:
        system, inner = url_to_fs(path)
    except ImportError as error:
        _refuse(path, reason(error), "install what it names")
    except ValueError as error:
        _refuse(path, f"this kind of address is not known: {_said(error, path)}", _INSTALL)
    return system, str(inner)


def _refuse(path: str, fact: str, hint: str) -> NoReturn:
    raise OutputError(Problem(f"{shown(path)}: {fact}", hint=hint))


_folders: set[tuple[int, str]] = set()  # that are surely there, by process


def _write(system: Any, path: str, data: bytes) -> None:
    """Write a file at once, or beside its place and then moved there."""
    protocols = _protocols(system)
    if protocols & OBJECT_STORES:
        system.pipe_file(path, data)
        return
    folder = os.path.dirname(path)
    made = os.getpid(), f"{min(protocols)}:{system.storage_options.get('host', '')}:{folder}"
    if made not in _folders:
        system.makedirs(folder, exist_ok=True)
    part = f"{folder}/.{os.urandom(6).hex()}{files.PART}"
    try:
        system.pipe_file(part, data)
        _move(system, part, path)
        _folders.add(made)
    except BaseException:
        _folders.discard(made)
        with suppress(Exception):
            system.rm_file(part)
        raise


def _swept(system: Any, folder: str) -> None:
    if _protocols(system) & OBJECT_STORES:
        return
    for path in system.ls(folder, detail=False):
        if files.is_part(os.path.basename(path)):
            age_seconds = time() - system.modified(path).timestamp()
            if age_seconds > files.ABANDONED_SECONDS:
                system.rm_file(path)


def _protocols(system: Any) -> set[str]:
    return {system.protocol} if isinstance(system.protocol, str) else set(system.protocol)


def _move(system: Any, part: str, path: str) -> None:
    """Put a file in the place of another, in one step."""
    if "webdav" in _protocols(system):  # of which fsspec's own way is to copy and remove
        system.client.move(part, path, overwrite=True)
    else:
        system.mv(part, path)


def _insistent(path: str, work: Callable[[Any, str], T]) -> T:
    """What `work` gives, of the file system of an address and the path in it; raises _Silence where nothing comes.

    What fails is tried again unless it will fail again: with a new connection, because the old one may be lost.
    """
    end = monotonic() + ANSWER_SECONDS
    for tried in range(1, TRIES + 1):
        try:
            return _answer(lambda: _once(path, work))
        except (PipelineError, *FINAL):
            raise
        except Exception as error:
            if tried == TRIES or monotonic() > end or type(error).__name__ in _NOT_LET_IN:
                raise _Silence(tried) from error
            sleep(FIRST_PAUSE_SECONDS * 2 ** (tried - 1))
    raise AssertionError("the last try returns or raises")


def _once(path: str, work: Callable[[Any, str], T]) -> T:
    system, inner = _opened(path)
    try:
        return work(system, inner)
    except FINAL:
        raise
    except Exception:
        system.clear_instance_cache()
        raise


class _Asker:
    """A thread that asks one question after the other; fsspec holds a connection for each thread."""

    def __init__(self) -> None:
        self.pid = os.getpid()
        self.questions: SimpleQueue[tuple[Callable[[], Any], SimpleQueue[tuple[Any, Any]]] | None] = SimpleQueue()
        Thread(target=self._ask, daemon=True).start()

    def _ask(self) -> None:
        while asked := self.questions.get():
            question, answers = asked
            try:
                answers.put((question(), None))
            except BaseException as error:
                answers.put((None, error))


_own = local()


def _answer(question: Callable[[], T]) -> T:
    """What a question gives or raises; raises TimeoutError for one that takes too long, whose thread is left alone."""
    asker: _Asker | None = getattr(_own, "asker", None)
    if asker is None or asker.pid != os.getpid():  # a forked process has no threads
        asker = _own.asker = _Asker()
    answers: SimpleQueue[tuple[Any, Any]] = SimpleQueue()
    asker.questions.put((question, answers))
    try:
        answer, error = answers.get(timeout=ANSWER_SECONDS)
    except Empty:
        asker.questions.put(None)
        _own.asker = None
        raise TimeoutError(f"no answer within {ANSWER_SECONDS:g} seconds") from None
    if error is not None:
        raise error
    found: T = answer
    return found
