"""What a batch has made, on disk: it outlives the process, however that ends, and does not grow in memory.

    made      path of a picture -> its key, its files, what the report says of it     kept from run to run,
                                   no key where it is stale, or no row's
    wanted    path of a picture -> its row, in their order                            of this run
    failed    row -> its problems                                                     of this run

Paths are counted from the folder of the pictures: the ledger moves with it, and says the same in every current folder.

SQLite, because it takes each line whole or not at all, is read in any order, and comes with Python. It does not wait
for the disk: a process that is killed loses nothing, and after a power cut pictures are at most made again.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from functools import cached_property
from typing import Any, NamedTuple, Self
from urllib.parse import quote

from pipeline import files
from pipeline.errors import OutputError, Problem, reason

_TABLES = """
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = OFF;
    PRAGMA cache_size = -4000;
    CREATE TABLE IF NOT EXISTS made (path TEXT PRIMARY KEY, key TEXT, record TEXT) WITHOUT ROWID;
    DROP TABLE IF EXISTS wanted;
    DROP TABLE IF EXISTS failed;
    CREATE TABLE wanted (number INTEGER PRIMARY KEY, identity TEXT UNIQUE, path TEXT, row INTEGER, line INTEGER);
    CREATE TABLE failed (row INTEGER PRIMARY KEY, line INTEGER, problems TEXT);
"""
_BUSY_SECONDS = 1.0
SUFFIX = ".batch"


class Made(NamedTuple):
    """What the ledger knows of a picture: the key of all it is made of, its files, and the files that it was read from.

    `pages` have the path, bytes and time of each file and what the report says of it; `reads` paths and SHA-256.
    """

    key: str
    pages: tuple[dict[str, Any], ...]
    reads: tuple[tuple[str, str], ...] = ()

    def text(self) -> str:
        """As the ledger keeps it."""
        return json.dumps([self.pages, self.reads], ensure_ascii=False)


class Ledger:
    """The ledger in a file; raises OutputError where it cannot be kept, or another batch keeps it."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.begins_anew = False
        try:
            if folder := os.path.dirname(path):
                files.make_ignored(folder)
            self._open()
        except sqlite3.OperationalError as error:
            raise _refused(path, error) from error
        except sqlite3.DatabaseError:  # it is no such file any more
            self._begin_anew()
        except OSError as error:
            raise OutputError(Problem(f"{path}: cannot write: {reason(error)}")) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.database.close()

    @classmethod
    def in_memory(cls) -> Self:
        """A ledger that leaves nothing."""
        return cls(":memory:")

    def _open(self) -> None:
        self.database = sqlite3.connect(self.path, timeout=_BUSY_SECONDS, isolation_level=None)
        self.database.executescript(_TABLES)

    def _begin_anew(self) -> None:
        self.database.close()
        for each in ("", "-wal", "-shm"):
            with suppress(FileNotFoundError):
                os.unlink(self.path + each)
        self.begins_anew = True
        self._open()

    def claim(self, path: str, identity: str, row: int, line: int) -> tuple[str, int, int] | None:
        """Note that a row calls for a picture; the path, row and line of another that has its name, or None."""
        insert = "INSERT INTO wanted (identity, path, row, line) VALUES (?, ?, ?, ?)"
        try:
            self._run(insert, (identity, path, row, line))
        except sqlite3.IntegrityError:
            select = "SELECT path, row, line FROM wanted WHERE identity = ?"
            found: tuple[str, int, int] = self._run(select, (identity,)).fetchone()
            return found
        return None

    def begin(self) -> None:
        """Take what follows, until `end`, as one step, which is quicker."""
        self._run("BEGIN")

    def end(self) -> None:
        """End what `begin` began."""
        self._run("COMMIT")

    def made(self, path: str) -> Made | None:
        """What was noted of a picture, or None."""
        found = self._run("SELECT key, record FROM made WHERE path = ?", (path,)).fetchone()
        if found is None:
            return None
        pages, reads = json.loads(found[1])
        return Made(found[0], tuple(pages), tuple((each, digest) for each, digest in reads))

    def note(self, path: str, made: Made) -> None:
        """Note a picture that was made; of its pages from before those that it has no more are now no row's."""
        before = self.made(path)
        self._run("INSERT OR REPLACE INTO made VALUES (?, ?, ?)", (path, made.key, made.text()))
        now = {page["path"] for page in made.pages}
        for page in before.pages if before else ():
            if page["path"] not in now:
                self._run("INSERT OR IGNORE INTO made VALUES (?, '', ?)", (page["path"], Made("", (page,)).text()))

    def note_stale(self, path: str) -> None:
        """Note that a picture is not as its row wants it: until it is made, the report does not have it."""
        self._run("UPDATE made SET key = '' WHERE path = ?", (path,))

    def forget(self, paths: Iterable[str]) -> None:
        """Forget pictures that are gone."""
        for path in paths:
            self._run("DELETE FROM made WHERE path = ?", (path,))

    def note_failed(self, row: int, line: int, problems: list[dict[str, Any]]) -> None:
        """Note why pictures of a row are not there."""
        told = self._run("SELECT problems FROM failed WHERE row = ?", (row,)).fetchone()
        every = [*(json.loads(told[0]) if told else ()), *problems]
        self._run("INSERT OR REPLACE INTO failed VALUES (?, ?, ?)", (row, line, json.dumps(every)))

    def report(self, last: int) -> Iterator[dict[str, Any]]:
        """An entry for each file of the rows up to the `last`, and for each row that failed, in their order."""
        pictures = (
            "SELECT w.row, w.line, m.record FROM wanted w JOIN made m ON m.path = w.path"
            " WHERE m.key != '' AND w.row <= ? ORDER BY w.number"
        )
        failures = self._run("SELECT row, line, problems FROM failed ORDER BY row")
        failed = failures.fetchone()
        for row, line, record in self._run(pictures, (last,)):
            while failed and failed[0] <= row:
                yield _failure(*failed)
                failed = failures.fetchone()
            yield from ({"row": row, "line": line, **page} for page in json.loads(record)[0])
        while failed:
            yield _failure(*failed)
            failed = failures.fetchone()

    def owner(self, path: str) -> str:
        """The ledger beside this one that has a picture, or ""; not one of a batch that runs just now."""
        for other in self._others:
            with suppress(sqlite3.DatabaseError), closing(_looked_into(other)) as database:
                if database.execute("SELECT 1 FROM made WHERE path = ? AND key != ''", (path,)).fetchone():
                    return other
        return ""

    @cached_property
    def _others(self) -> list[str]:
        folder, own = os.path.split(self.path)
        names = sorted(os.listdir(folder)) if folder else []
        return [os.path.join(folder, name) for name in names if name.endswith(SUFFIX) and name != own]

    def _run(self, statement: str, values: tuple[object, ...] = ()) -> sqlite3.Cursor:
        try:
            return self.database.execute(statement, values)
        except sqlite3.IntegrityError:
            raise
        except sqlite3.DatabaseError as error:
            raise _refused(self.path, error) from error

    def left_over(self) -> list[str]:
        """Pictures of earlier runs that no row calls for any more."""
        select = "SELECT path FROM made WHERE path NOT IN (SELECT path FROM wanted) ORDER BY path"
        return [path for (path,) in self._run(select)]


def _looked_into(path: str) -> sqlite3.Connection:
    """A ledger that is read as it lies there: nothing is locked, nothing written."""
    return sqlite3.connect(f"file:{quote(os.path.abspath(path))}?immutable=1", uri=True)


def _failure(row: int, line: int, problems: str) -> dict[str, Any]:
    return {"row": row, "line": line, "problems": json.loads(problems)}


def _refused(path: str, error: sqlite3.DatabaseError) -> OutputError:
    if "locked" in str(error):
        fact = f"{path}: another batch is making these pictures"
        return OutputError(Problem(fact, hint="let it end, or give this one another place: -o"))
    if os.path.isdir(os.path.dirname(path)) and not os.access(os.path.dirname(path), os.W_OK):
        return OutputError(Problem(f"{path}: cannot write: no permission, or the disk is read-only"))
    if isinstance(error, sqlite3.OperationalError):
        return OutputError(Problem(f"{path}: cannot write: {error}", hint="what has been made is kept"))
    return OutputError(Problem(f"{path}: {error}", hint="remove it, and all pictures are made again"))
