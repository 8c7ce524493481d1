"""A spec's project: the folder that it lies in, its faces, the place of its pictures, and which files are specs."""

from __future__ import annotations

import os
from collections.abc import Iterator

SETTINGS = "visuals.toml"
MARKS = (SETTINGS, "pyproject.toml", ".git")  # one of them lies in the folder of a project
SPECS, FONTS, OUTPUT = "specs", "fonts", "output"
DEFAULTS = "_defaults.yaml"
SUFFIXES = (".yaml", ".yml")
FACES = (".ttf", ".otf", ".ttc", ".otc", ".woff", ".woff2")


def is_spec(name: str) -> bool:
    """Whether a file of that name is a spec when it lies in a folder: YAML, and neither hidden nor `_defaults.yaml`."""
    return name.endswith(SUFFIXES) and name[0] not in "_."


def is_plain(name: str) -> bool:
    """Whether a name that a file holds names a file in the very folder that it is looked for in, and no hidden one."""
    return not (set(name) & set("/\\:\0") or name[:1] in ("", ".", " ")) and name.isprintable()


def defaults(spec_path: str) -> str:
    """Where the defaults of the spec's folder are, if it has any."""
    return os.path.join(os.path.dirname(spec_path), DEFAULTS)


def spec(folder: str, name: str) -> str:
    """The spec of that name in a folder, whichever suffix it has; with the usual one where there is none."""
    paths = [os.path.join(folder, name + suffix) for suffix in SUFFIXES]
    return next(filter(os.path.exists, paths), paths[0])


def folder(spec_path: str) -> str:
    """The real path of the project of a spec, or of any other file: the nearest folder above it that says so.

    A link belongs to the project that it lies in, not to that of the file it leads to. Without such a mark, a spec in a
    folder called `specs` belongs to the folder around that, another one below the current folder to that, and any other
    one to its own folder.
    """
    own = _own_folder(spec_path)
    for around in _outwards(own):
        if any(os.path.exists(os.path.join(around, mark)) for mark in MARKS):
            return around
    if os.path.basename(own) == SPECS:
        return os.path.dirname(own)
    here = os.path.realpath(os.getcwd())
    return here if here in _outwards(own) and os.path.dirname(here) != here else own


def here() -> str:
    """The project of the current folder."""
    return folder(os.path.join(os.curdir, SPECS))


def fonts(spec_path: str) -> str | None:
    """The `fonts` folder of the spec's project: the nearest one beside or above it, within the project."""
    outermost = folder(spec_path)
    for around in _outwards(_own_folder(spec_path)):
        found = os.path.join(around, FONTS)
        if os.path.isdir(found):
            return found
        if around == outermost:
            break
    return None


def face_files(folder: str) -> list[str]:
    """The files of faces in a folder and the folders below it, always in the same order."""
    found = []
    for parent, folders, names in os.walk(folder):
        folders.sort()
        found += [os.path.join(parent, name) for name in sorted(names) if name.lower().endswith(FACES)]
    return found


def output(spec_path: str) -> str:
    """The `output` beside the `specs` folder that holds the spec; elsewhere that of the current folder."""
    for around in _outwards(os.path.dirname(os.path.abspath(spec_path))):
        if os.path.basename(around) == SPECS:
            return shown(os.path.join(os.path.dirname(around), OUTPUT))
    return OUTPUT


def _own_folder(path: str) -> str:
    """The real path of the folder in which a file, or a link, lies."""
    return os.path.realpath(os.path.dirname(path) or ".")


def _outwards(innermost: str) -> Iterator[str]:
    """A folder and those around it, up to the root."""
    around = innermost
    while True:
        yield around
        above = os.path.dirname(around)
        if above == around:
            return
        around = above


def shown(path: str) -> str:
    """The shorter way to write an absolute path: as it is, or from the current folder."""
    return min(os.path.relpath(path), path, key=len)
