"""Places that are no local files: addresses such as `s3://bucket/cards/ada.png`, by fsspec. The only door to it.

Credentials are what fsspec finds in its own settings and in the environment; none is written into a message.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from time import sleep
from typing import Any, BinaryIO, NoReturn, TypeVar

from pipeline.errors import OutputError, Problem, SpecError, reason

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
FINAL = (FileNotFoundError, PermissionError, IsADirectoryError, NotADirectoryError, NotImplementedError)
_INSTALL = "install it: pip install 'article-visuals[cloud]'"


def is_remote(path: str) -> bool:
    """Whether a path is an address."""
    return "://" in path


def shown(path: str) -> str:
    """The address without the password that may stand in it."""
    return re.sub(r"(?<=://)([^/@]*@)", _user, path)


def write(path: str, data: bytes) -> None:
    """Put a file at an address, whole or not at all; raises OutputError."""
    try:
        system, inner = _opened(path)
        _insistent(lambda: _write(system, inner, data))
    except Exception as error:
        raise OutputError(_problem("write", path, error)) from error


def size_bytes(path: str) -> int | None:
    """The size of the file at an address, or None where there is none; raises OutputError."""
    try:
        system, inner = _opened(path)
        return int(_insistent(lambda: system.info(inner))["size"])
    except FileNotFoundError:
        return None
    except Exception as error:
        raise OutputError(_problem("look at", path, error)) from error


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """The file at an address, to be read as a stream; raises SpecError."""
    try:
        system, inner = _opened(path)
        file = _insistent(lambda: system.open(inner, "rb"))
    except Exception as error:
        raise SpecError(_problem("read", path, error)) from error
    with file:
        yield file


def _opened(path: str) -> tuple[Any, str]:
    """The file system of an address, and the path in it."""
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        _refuse(path, "addresses need the extra `cloud`")
    try:
        system, inner = url_to_fs(path)
    except ImportError as error:
        _refuse(path, reason(error))
    except ValueError as error:
        _refuse(path, f"this kind of address is not known: {reason(error)}")
    return system, str(inner)


def _refuse(path: str, fact: str) -> NoReturn:
    raise OutputError(Problem(f"{shown(path)}: {fact}", hint=_INSTALL))


def _write(system: Any, path: str, data: bytes) -> None:
    protocols = {system.protocol} if isinstance(system.protocol, str) else set(system.protocol)
    if protocols & OBJECT_STORES:
        system.pipe_file(path, data)
        return
    folder = os.path.dirname(path)
    system.makedirs(folder, exist_ok=True)
    part = f"{folder}/.{os.urandom(6).hex()}.part"
    try:
        system.pipe_file(part, data)
        system.mv(part, path)
    except BaseException:
        with suppress(Exception):
            system.rm_file(part)
        raise


def _insistent(work: Callable[[], T]) -> T:
    """What `work` gives; it is tried again, after longer and longer pauses, unless what failed will fail again."""
    for tried in range(TRIES):
        try:
            return work()
        except FINAL:
            raise
        except Exception:
            if tried == TRIES - 1:
                raise
            sleep(FIRST_PAUSE_SECONDS * 2**tried)
    raise AssertionError("the last try returns or raises")


def _problem(verb: str, path: str, error: Exception) -> Problem:
    """That an address cannot be used; what a library says may hold the address with its password."""
    if isinstance(error, OutputError):
        return error.problems[0]
    said = reason(error).replace(path.lower(), shown(path))
    for secret in re.findall(r"(?<=://)[^/@:]*:([^/@]+)@", path):
        said = said.replace(secret.lower(), "…")
    return Problem(f"{shown(path)}: cannot {verb}: {said}", hint="what is there is as it was" * (verb == "write"))


def _user(match: re.Match[str]) -> str:
    return f"{match[1].split(':')[0]}@" if ":" in match[1] else match[1]
