"""The pictures that were made, on disk: the least recently asked for go when there are too many bytes.

folder/ab/abcdef...   a whole file; its name is its key, its time when it was last asked for
"""

from __future__ import annotations

import logging
import os
from collections import OrderedDict
from contextlib import suppress
from threading import Lock
from time import time

from pipeline import files
from pipeline.errors import OutputError

LOW_SHARE = 0.9  # of the bytes: what is left after a cut, so that not each new picture cuts
AGE_SECONDS = 60  # a file's time is as exact as that, so that a picture which many ask for is not written to each time
_LOG = logging.getLogger("pipeline.serve")


class Cache:
    """The cache in one folder; several processes may share it."""

    def __init__(self, folder: str, most_bytes: int) -> None:
        self.folder = folder
        self.most_bytes = most_bytes
        self._refusal = ""  # why the disk took the last picture not
        self._lock = Lock()
        self._sizes: OrderedDict[str, int] = OrderedDict()
        self._bytes = 0
        self._sweep()
        self._look()

    def get(self, key: str) -> bytes | None:
        """The picture of that key, or None; another process may have kept it, or cut it."""
        path = self._path(key)
        try:
            data = files.read(path, files.MOST_BYTES)
            self._touch(path)
        except OSError:
            self._note(key, 0)
            return None
        self._note(key, len(data))
        return data

    def put(self, key: str, data: bytes) -> None:
        """Keep a picture; a disk that refuses is no reason not to serve it."""
        if len(data) > self.most_bytes:
            return
        try:
            if not self._sizes:
                files.make_ignored(self.folder)
            files.write_atomically(self._path(key), data, is_named=True)
        except OutputError as error:
            self._tell(str(error))
            return
        if self._note(key, len(data)) > self.most_bytes:
            self._look()
            self._cut()

    def _tell(self, refusal: str) -> None:
        if not self._refusal:
            _LOG.error("pictures that are made are not kept: %s", refusal)
        self._refusal = refusal

    def _path(self, key: str) -> str:
        return os.path.join(self.folder, key[:2], key)

    def _touch(self, path: str) -> None:
        if time() - os.stat(path).st_mtime > AGE_SECONDS:
            os.utime(path)

    def _note(self, key: str, size_bytes: int) -> int:
        """Remember a picture as the one asked for last, or that it is gone; the bytes of all."""
        with self._lock:
            self._bytes += size_bytes - self._sizes.pop(key, 0)
            if size_bytes:
                self._sizes[key] = size_bytes
            return self._bytes

    def _sweep(self) -> None:
        for name in self._folders():
            files.sweep(os.path.join(self.folder, name))

    def _look(self) -> None:
        """Learn what is on disk, the least recently asked for first: other processes write there, too."""
        found: list[tuple[float, str, int]] = []
        for name in self._folders():
            with suppress(OSError), os.scandir(os.path.join(self.folder, name)) as entries:
                found += [
                    (entry.stat().st_mtime, entry.name, entry.stat().st_size)
                    for entry in entries
                    if not files.is_part(entry.name)
                ]
        with self._lock:
            recent = {key: index for index, key in enumerate(self._sizes)}
            found.sort(key=lambda each: (each[0] // AGE_SECONDS, recent.get(each[1], -1)))
            self._sizes = OrderedDict((key, size) for _, key, size in found)
            self._bytes = sum(self._sizes.values())

    def _cut(self) -> None:
        with self._lock:
            while self._bytes > LOW_SHARE * self.most_bytes and self._sizes:
                key, size = self._sizes.popitem(last=False)
                self._bytes -= size
                with suppress(OSError):
                    os.unlink(self._path(key))

    def _folders(self) -> list[str]:
        try:
            return sorted(name for name in os.listdir(self.folder) if len(name) == 2)
        except OSError:
            return []
