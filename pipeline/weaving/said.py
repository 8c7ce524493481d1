"""What a picture says of itself: title, alt text and description, from the manifest beside it or else from its file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from pipeline import files, formats, project
from pipeline.build import manifest
from pipeline.build.manifest import Made
from pipeline.errors import OutputError, Problem


class Said(NamedTuple):
    """A picture's title, alt text and description, "" where it has none."""

    title: str
    alt: str
    description: str = ""


def said(path: str, spec_path: str) -> Said:
    """What the picture at `path` says of itself; raises OutputError when it is no picture or cannot be read.

    The manifest is believed while the file is the one that it tells of: what it says need not be decoded.
    """
    try:
        data = files.read(path, files.MOST_BYTES, project.folder(path))
        made = _noted(path, spec_path).get(os.path.basename(path))
        if made is not None and made.sha256 == files.digest_of(data):
            return Said(made.title, made.alt, made.description)
        return Said(*formats.texts(data, formats.of_suffix(path) or "png"))
    except (OSError, ValueError) as error:
        hint = f"`visuals build {spec_path}` makes it anew"
        fact = files.why(error) if isinstance(error, OSError) else str(error)
        raise OutputError(Problem(f"{path}: cannot read: {fact}", hint=hint)) from error


def _noted(path: str, spec_path: str) -> Mapping[str, Made]:
    """What the manifest beside a picture says of those of its spec, read once for each state of it."""
    folder = os.path.dirname(path)
    try:
        state = os.stat(manifest.record(folder, spec_path))
    except OSError:
        return {}
    return _read(folder, spec_path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=16)
def _read(folder: str, spec_path: str, _mtime_ns: int, _size_bytes: int) -> Mapping[str, Made]:
    return manifest.of_spec(folder, spec_path)
