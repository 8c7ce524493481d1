"""A spec's project: the folder that it lies in, its faces, the place of its pictures, and which files are specs.

Where specs and pictures lie may be said in `visuals.toml`. Here that is read in passing; what is wrong in that file
`pipeline.settings` reports.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from stat import S_ISREG
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")

SETTINGS = "visuals.toml"
MARKS = (SETTINGS, "pyproject.toml", ".git")  # one of them lies in the folder of a project
SPECS, FONTS, OUTPUT = "specs", "fonts", "output"
DEFAULTS, THEMES = "_defaults.yaml", "themes"
MOST_SETTINGS_BYTES = 100_000
SUFFIXES = (".yaml", ".yml")
MARKDOWN, PLAIN_TEXT = (".md", ".markdown", ".mdx"), (".txt", ".text")
ARTICLES = MARKDOWN + PLAIN_TEXT
JSON_LINES = (".jsonl", ".ndjson")
ROWS = (".csv", ".tsv", ".json", *JSON_LINES)
TABLES = (*ROWS, *SUFFIXES)
FACES = (".ttf", ".otf", ".ttc", ".otc", ".woff", ".woff2")


_MOST_FOUND = 1000  # of folders that are held
_found: ContextVar[dict[tuple[str, str], Any] | None] = ContextVar("found", default=None)


class Layout(NamedTuple):
    """The real paths of a project's folder and of its specs; that of its pictures, which may be a link."""

    home: str
    specs: str
    output: str


def is_spec(name: str) -> bool:
    """Whether a file of that name is a spec when it lies in a folder: YAML, and neither hidden nor `_defaults.yaml`."""
    return name.endswith(SUFFIXES) and name[0] not in "_."


def is_plain(name: str) -> bool:
    """Whether a name that a file holds names a file in the very folder that it is looked for in, and no hidden one."""
    return not (set(name) & set("/\\:\0") or name[:1] in ("", ".", " ")) and name.isprintable()


def defaults(spec_path: str) -> list[str]:
    """The files of defaults that stand in for what a spec leaves out, the nearest first."""
    paths = (os.path.join(around, DEFAULTS) for around in spec_folders(spec_path))
    return [path for path in paths if os.path.lexists(path)]


def spec(folder: str, name: str) -> str:
    """The spec of that name in a folder, whichever suffix it has; with the usual one where there is none."""
    paths = [os.path.join(folder, name + suffix) for suffix in SUFFIXES]
    return next(filter(os.path.exists, paths), paths[0])


@contextmanager
def held_still() -> Iterator[None]:
    """Within the block, each folder of a project is looked for and into once: many pictures in a row are made in it."""
    if _found.get() is not None:
        yield
        return
    token = _found.set({})
    try:
        yield
    finally:
        _found.reset(token)


def once(look: Callable[[str], T]) -> Callable[[str], T]:
    """The look-up, which `held_still` does once for each path."""

    @wraps(look)
    def looked_up(path: str) -> T:
        found = _found.get()
        if found is None:
            return look(path)
        asked = (look.__name__, path)
        there: T
        if asked in found:
            there = found[asked]
            return there
        if len(found) >= _MOST_FOUND:
            found.clear()
        there = look(path)
        found[asked] = there
        return there

    return looked_up


@once
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


def with_settings(path: str) -> str | None:
    """The folder of the project with settings that a file belongs to, else of the current folder's; None without."""
    for home in (folder(path), here()):
        if os.path.isfile(os.path.join(home, SETTINGS)):
            return home
    return None


@once
def spec_folders(spec_path: str) -> tuple[str, ...]:
    """The folder of a spec and, where it lies below `specs`, those around it up to that one: the nearest first."""
    folders = [os.path.dirname(spec_path)]
    root = _specs_around(spec_path)
    while root and not _is_same(folders[-1], root):
        folders.append(os.path.normpath(os.path.join(folders[-1], os.pardir)))
    return tuple(folders)


@once
def themes(spec_path: str) -> str:
    """The folder of the themes that a spec may name beside those built in: the nearest one up to `specs`."""
    folders = [os.path.join(around, THEMES) for around in spec_folders(spec_path)]
    return next(filter(os.path.isdir, folders), folders[0])


def layout(home: str) -> Layout:
    """Where the project in the folder `home` keeps its specs and pictures."""
    path = os.path.join(home, SETTINGS)
    try:
        status = os.stat(path)
        is_read = S_ISREG(status.st_mode) and status.st_size <= MOST_SETTINGS_BYTES
    except OSError:
        is_read = False
    written = _written(path, status.st_mtime_ns, status.st_size) if is_read else {}
    specs, output = (os.path.join(home, str(written.get(key) or key)) for key in (SPECS, OUTPUT))
    return Layout(home, os.path.realpath(specs), os.path.normpath(output))


@lru_cache(maxsize=8)
def _written(path: str, changed_ns: int, size_bytes: int) -> dict[str, object]:
    import tomllib

    try:
        with open(path, "rb") as file:
            return tomllib.load(file)
    except (OSError, ValueError):
        return {}


def specs() -> str:
    """The folder of the specs of the current folder's project, as a path from here.

    What settings in this very folder say holds; elsewhere in a project a folder `specs` here is meant.
    """
    found = layout(here()).specs
    is_ours = os.path.isdir(SPECS) and not os.path.exists(SETTINGS)
    return SPECS if is_ours or not _is_at_home(found) else shown(found)


def _is_at_home(folder_of_specs: str) -> bool:
    """Whether the specs of this project lie, or are to lie, elsewhere than below the current folder."""
    return os.path.isdir(folder_of_specs) or os.path.exists(os.path.join(here(), SETTINGS))


def pictures() -> str:
    """The folder of the pictures of the current folder's project, as a path from here."""
    return output(os.path.join(specs(), "any.yaml"))


@once
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
    """The folder of a spec's pictures: `output` beside the `specs` that holds it, with the sub-folder it lies in.

    A project's settings may name others; elsewhere it is the `output` of the current folder.
    """
    root = _specs_around(spec_path)
    if root is None:
        return OUTPUT
    places = layout(folder(spec_path))
    pictures = places.output if os.path.realpath(root) == places.specs else os.path.join(os.path.dirname(root), OUTPUT)
    return shown(os.path.normpath(os.path.join(pictures, below_specs(spec_path))))


def is_below_specs(place: str) -> bool:
    """Whether a folder is that of its project's specs, or lies in it."""
    return layout(folder(os.path.join(place, "any.yaml"))).specs in _outwards(os.path.realpath(place))


def below_specs(spec_path: str) -> str:
    """The path of a spec's folder from the `specs` that holds it; `.` for that itself, and where none does."""
    root = _specs_around(spec_path)
    return os.path.relpath(os.path.dirname(os.path.abspath(spec_path)), root) if root else os.curdir


def _specs_around(spec_path: str) -> str | None:
    """The folder of specs that holds a spec: the nearest one called `specs`, or the one that the settings name."""
    named = None
    for around in _outwards(os.path.dirname(os.path.abspath(spec_path))):
        if os.path.basename(around) == SPECS:
            return around
        named = named or layout(folder(spec_path)).specs
        if os.path.realpath(around) == named:
            return around
    return None


def _is_same(folder: str, other: str) -> bool:
    """Whether two paths lead to the same folder; the second is absolute."""
    return os.path.abspath(folder) == other or os.path.realpath(folder or os.curdir) == os.path.realpath(other)


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
