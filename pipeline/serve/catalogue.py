"""Which specs there are, which keys each opens, and a digest of all that its pictures depend on.

A worker reads a spec; here only the state of the files is looked at, so that a change shows within a second.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Iterable
from time import monotonic, time_ns
from typing import NamedTuple

from pipeline import files, project
from pipeline.serve.frames import Head, packed
from pipeline.serve.pool import Pool
from pipeline.web import Refused

LOOK_SECONDS = 1.0
_LOG = logging.getLogger("pipeline.serve")


class Entry(NamedTuple):
    """A spec as requests see it. `state` is that of the files it depends on, `refused` why it makes no pictures."""

    path: str
    digest: str
    open: frozenset[str]
    sizes: tuple[str, ...]
    themes: tuple[str, ...]
    watch: tuple[str, ...]
    state: tuple[object, ...]
    refused: Head | None = None


class Catalogue:
    """The specs of one project, each read when it is first asked for and again when it has changed."""

    def __init__(self, home: str, pool: Pool) -> None:
        self._specs = project.layout(home).specs
        self._pool = pool
        self._entries: dict[str, Entry] = {}
        self._looked: dict[str, float] = {}
        self._locks: dict[str, asyncio.Lock] = {}

    async def entry(self, name: str) -> Entry:
        """The spec of that name; raises `Refused` where there is none, or none that can be made."""
        entry = self._entries.get(name)
        if entry is None or monotonic() - self._looked[name] > LOOK_SECONDS:
            path = spec_path(self._specs, name)  # so that only names of specs are remembered
            async with self._locks.setdefault(name, asyncio.Lock()):
                entry = await self._looked_at(name, path)
        if entry.refused:
            raise Refused(entry.refused["status"], entry.refused["message"])
        return entry

    async def _looked_at(self, name: str, path: str) -> Entry:
        known = self._entries.get(name)
        if known is not None and not self._is_old(name):
            return known
        if known is None or known.refused or _state(known.watch) != known.state:
            entry = await self._read(path)
            if known and known.digest != entry.digest:
                self._pool.renew()
            if entry.refused and not (known and known.refused == entry.refused):  # once, and again when it is another
                _LOG.error("%s", entry.refused.get("log", entry.refused["message"]))
            self._entries[name] = known = entry
        self._looked[name] = monotonic()
        return known

    def _is_old(self, name: str) -> bool:
        return monotonic() - self._looked[name] > LOOK_SECONDS

    async def _read(self, path: str) -> Entry:
        began_ns = time_ns()
        found, _ = await self._pool.ask({"step": "survey", "path": path})
        if found["status"] != 200:
            return Entry(path, "", frozenset(), (), (), (), (), found)
        digest = files.digest_of(packed({"depends": found["depends"]}))
        watch = tuple(found["watch"])
        offered = (frozenset(found["open"]), tuple(found["sizes"]), tuple(found["themes"]))
        state = _state(watch)
        is_settled = all(each is None or each[0] < began_ns for each in state)
        return Entry(path, digest, *offered, watch, state if is_settled else ())  # what changes meanwhile is read again


def spec_path(specs: str, name: str) -> str:
    """The file of the spec of that name in a folder, or below it; raises `Refused` where there is none."""
    *folders, last = name.split("/")
    is_name = all(project.is_plain(part) and part[0] != "_" for part in (*folders, last))
    if is_name and project.THEMES not in folders:
        path = project.spec(os.path.join(specs, *folders), last)
        if os.path.isfile(path):
            return path
    raise Refused(404, "there is no such picture")


def _state(paths: Iterable[str]) -> tuple[tuple[int, int, int] | None, ...]:
    """What tells whether files, and what is in folders, have changed."""
    return tuple(_of_one(path) for path in paths)


def _of_one(path: str) -> tuple[int, int, int] | None:
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
