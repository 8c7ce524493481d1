"""A spec's file -> its text: what can be wrong before the first character is understood."""

from __future__ import annotations

import os
import stat

from pipeline import project
from pipeline.errors import Place, Problem, SpecError, nearest, reason
from pipeline.source.node import Node
from pipeline.source.parsing import parse

MAX_BYTES = 1_000_000  # a spec of 2,000 lines has 100 KB


def read(path: str) -> Node:
    """The mapping that the YAML file at `path` holds; raises SpecError with every mistake of the file."""
    return parse(decode(_read_bytes(path), path), path)


def _read_bytes(path: str) -> bytes:
    try:
        status = os.stat(path)
        if stat.S_ISDIR(status.st_mode):
            raise SpecError(Problem(f"{path}: expected a file, found a folder", hint=_files_in(path)))
        if status.st_size > MAX_BYTES:
            raise _too_large(path, f"{status.st_size / 1e6:,.1f} MB")
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)  # a pipe has no size until it is read
    except (FileNotFoundError, NotADirectoryError) as error:
        raise SpecError(Problem(f"{path}: there is no such file", hint=_nearest_file(path))) from error
    except OSError as error:
        raise SpecError(Problem(f"{path}: cannot read: {reason(error)}")) from error
    except ValueError as error:  # a NUL in the path
        raise SpecError(Problem(f"{path!r}: this is no file name")) from error
    if len(data) > MAX_BYTES:
        raise _too_large(path, f"more than {MAX_BYTES / 1e6:.0f} MB")
    return data


def _too_large(path: str, size: str) -> SpecError:
    fact = f"{path}: expected at most {MAX_BYTES / 1e6:.0f} MB, found {size}"
    return SpecError(Problem(fact, hint="a spec holds words; pictures and data stay in files of their own"))


def decode(data: bytes, path: str) -> str:
    """The bytes as text; raises SpecError with the place of the first that is no UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").splitlines() or [""]
        lines = data.count(b"\n", 0, error.start) + 1
        column = len(before[-1]) + 1 if not data[: error.start].endswith(b"\n") else 1
        fact = f"expected UTF-8 text, found the byte 0x{data[error.start]:02X}"
        raise SpecError(Problem(fact, Place(path, lines, column), _encoding_hint(data))) from error


def _encoding_hint(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:200].count(0) > 20:
        return "the file is UTF-16: save it as UTF-8"
    if 0 in data:
        return "the file is not text"
    return "it looks like Latin-1 or Windows-1252: save the file as UTF-8"


def _files_in(folder: str) -> str:
    """The specs of a folder, as a hint."""
    names = sorted(filter(project.is_spec, _names(folder)))
    return f"specs in it are {', '.join(names[:10])}" if names else "name a YAML file"


def _nearest_file(path: str) -> str:
    folder, name = os.path.split(path)
    if folder and not os.path.isdir(folder):
        return f"there is no folder {folder} either"
    if os.path.islink(path):
        return f"it is a link to {os.readlink(path)}"
    match = nearest(name, _names(folder or "."))
    return f"the nearest name is {os.path.join(folder, match)}" if match else ""


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []
