"""The cache: how this machine made the pictures in a folder; without it they are made again, and come out the same.

    output/.visuals/cache.json
      specs   "../specs/card.yaml":  its record's SHA-256, what it was read with, and the pictures that it calls for
      files   "card.og.png":         its SHA-256, and the key of all that decided its pixels

What stands for code and versions is here and not in the manifest, because it changes when no picture does. The folder
tells git to ignore it, belongs to one machine, and may be removed at any time.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import Any, NamedTuple

from pipeline import files, project
from pipeline.build import manifest
from pipeline.build.manifest import Manifest

FOLDER, FILE = ".visuals", "cache.json"
VERSION = 1


class Built(NamedTuple):
    """What is known of a spec.

    `record` is the SHA-256 of what the manifest says of its pictures, `reads` has that of each file that these may
    depend on, `faces` and `renderer` stand for the rest that they are made with. `pictures` has every picture that it
    calls for, with the number of pages that were made of just these, 0 for none.
    """

    kind: str
    record: str
    faces: str
    renderer: str
    reads: Mapping[str, str]
    pictures: Mapping[str, int]


class Drawn(NamedTuple):
    """What is known of a picture's file: which one it is, and the key of all that decided its pixels."""

    sha256: str
    key: str


class Cache(NamedTuple):
    """What is known of each spec and each picture's file, by their names in the manifest."""

    specs: Mapping[str, Built] = MappingProxyType({})
    files: Mapping[str, Drawn] = MappingProxyType({})


def read(folder: str) -> Cache:
    """The cache of a folder; an empty one where there is none, or where it is not one that we wrote."""
    import json

    try:
        path = _path(folder)
        told = json.loads(files.read(path, files.MOST_BYTES, project.folder(path)))
        if told["version"] != VERSION:
            return Cache()
        specs = {str(name): _built(keys) for name, keys in told["specs"].items()}
        drawn = {str(name): Drawn(*map(str, each)) for name, each in told["files"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError, OverflowError):
        return Cache()
    return Cache(specs, drawn)


def update(folder: str, noted: Manifest, specs: Mapping[str, Built], drawn: Mapping[str, Drawn]) -> None:
    """Remember specs and files beside what other processes did, and forget what the manifest does; raises OutputError.

    For who holds the lock of the folder.
    """
    before = read(folder)
    alive = {made.spec for made in noted.pictures.values()} | set(specs)
    merged = Cache(
        {name: each for name, each in {**before.specs, **specs}.items() if name in alive},
        {name: each for name, each in {**before.files, **drawn}.items() if name in noted.pictures},
    )
    if merged != before:
        _write(folder, merged)


def remove(folder: str) -> None:
    """Remove a folder's cache, as far as the disk allows."""
    for name in (FILE, files.IGNORE):
        with suppress(OSError):
            os.unlink(os.path.join(folder, FOLDER, name))
    with suppress(OSError):
        os.rmdir(os.path.join(folder, FOLDER))


def sweep(folder: str) -> None:
    """Remove what killed processes left in the cache's folder."""
    files.sweep(os.path.join(folder, FOLDER))


def _write(folder: str, cache: Cache) -> None:
    import json

    files.make_ignored(os.path.join(folder, FOLDER))
    specs = {name: built._asdict() for name, built in cache.specs.items()}
    whole = {"version": VERSION, "specs": specs, "files": cache.files}
    data = json.dumps(whole, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    files.write_atomically(_path(folder), data.encode("utf-8", "backslashreplace"))


def _path(folder: str) -> str:
    return os.path.join(folder, FOLDER, FILE)


def _built(keys: Mapping[str, Any]) -> Built:
    built = Built(**keys)
    texts = {name: str(getattr(built, name)) for name in ("kind", "record", "faces", "renderer")}
    reads = {str(name): str(digest) for name, digest in built.reads.items()}
    pictures = {str(name): manifest.page_count(pages) for name, pages in built.pictures.items()}
    return built._replace(**texts, reads=reads, pictures=pictures)
