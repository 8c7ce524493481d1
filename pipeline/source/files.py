"""A spec's file -> its text: what can be wrong before the first character is understood."""

from __future__ import annotations

import os
import re
from typing import BinaryIO

from pipeline import files, project
from pipeline.errors import Place, Problem, SpecError, nearest, reason
from pipeline.source.node import Node, with_defaults
from pipeline.source.parsing import parse

MAX_BYTES = 1_000_000  # a spec of 2,000 lines has 100 KB


def read(path: str, within: str | None = None) -> Node:
    """The mapping that the YAML file at `path` holds; raises SpecError with every mistake of the file.

    `within` is the real path of the folder that the file may not leave.
    """
    return parse(decode(_read_bytes(path, within), path), path)


def read_spec(path: str) -> Node:
    """What a spec's file holds, with the keys that it leaves out from `_defaults.yaml` beside it; raises SpecError.

    Below `specs` those of the folders around it count as well, the nearest first.
    """
    if path.lower().endswith(project.ARTICLES):
        hint = f"`visuals draft {path}` drafts the specs that it wishes for"
        raise SpecError(Problem(f"{path}: expected a spec, found an article", hint=hint))
    around = project.folder(path)
    node = read(path, around)
    for defaults in project.defaults(path):
        node = with_defaults(node, read(defaults, around))
    return node


def _read_bytes(path: str, within: str | None) -> bytes:
    try:
        return files.read(path, MAX_BYTES, within)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise SpecError(Problem(f"{path}: there is no such file", hint=_nearest_file(path))) from error
    except IsADirectoryError as error:
        raise SpecError(Problem(f"{path}: expected a file, found a folder", hint=_files_in(path))) from error
    except files.TooLarge as error:
        hint = "a spec holds words; pictures and data stay in files of their own"
        raise SpecError(Problem(f"{path}: {error}", hint=hint)) from error
    except files.Refused as error:
        raise SpecError(Problem(f"{path}: {error}", hint=error.hint)) from error
    except OSError as error:
        raise SpecError(Problem(f"{path}: cannot read: {reason(error)}")) from error
    except ValueError as error:  # a NUL in the path
        raise SpecError(Problem(f"{path!r}: this is no file name")) from error


def bounded(stream: BinaryIO, name: str) -> bytes:
    """All that a stream holds; raises SpecError for more than a spec's file may have."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        fact = f"{name}: expected at most {files.weight(MAX_BYTES)}, found more"
        raise SpecError(Problem(fact, hint="a spec holds words; pictures and data stay in files of their own"))
    return data


def decode(data: bytes, path: str) -> str:
    """The bytes as text; raises SpecError with the place of the first that is no UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = re.split("\r\n|\r|\n", data[: error.start].decode("utf-8"))
        place = Place(path, len(before), len(before[-1]) + 1)
        fact = f"expected UTF-8 text, found the byte 0x{data[error.start]:02X}"
        raise SpecError(Problem(fact, place, _encoding_hint(data))) from error


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
