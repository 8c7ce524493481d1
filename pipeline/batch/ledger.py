"""What a batch has made, on disk: it outlives the process, however that ends, and does not grow in memory.

    made      path of a picture -> its key, its files, what the report says of it     kept from run to run
    wanted    path of a picture -> its row, in their order                            of this run
    failed    row -> its problems                                                     of this run

SQLite, because it takes each line whole or not at all, is read in any order, and comes with Python. It does not wait
for the disk: a process that is killed loses nothing, and after a power cut pictures are at most made again.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, NamedTuple, Self

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

    def claim(self, path: str, identity: str, row: int, line: int) -> tuple[str, int] | None:
        """Note that a row calls for a picture; the path and the line of another that has its name, or None."""
        insert = "INSERT INTO wanted (identity, path, row, line) VALUES (?, ?, ?, ?)"
        try:
            self.database.execute(insert, (identity, path, row, line))
        except sqlite3.IntegrityError:
            select = "SELECT path, line FROM wanted WHERE identity = ?"
            found: tuple[str, int] = self.database.execute(select, (identity,)).fetchone()
            return found
        return None

    def begin(self) -> None:
        """Take what follows, until `end`, as one step, which is quicker."""
        self.database.execute("BEGIN")

    def end(self) -> None:
        """End what `begin` began."""
        self.database.execute("COMMIT")

    def made(self, path: str) -> Made | None:
        """What was noted of a picture, or None."""
        found = self.database.execute("SELECT key, record FROM made WHERE path = ?", (path,)).fetchone()
        if found is None:
            return None
        pages, reads = json.loads(found[1])
        return Made(found[0], tuple(pages), tuple((each, digest) for each, digest in reads))

    def note(self, path: str, made: Made) -> None:
        """Note a picture that was made."""
        self.database.execute("INSERT OR REPLACE INTO made VALUES (?, ?, ?)", (path, made.key, made.text()))

    def note_failed(self, row: int, line: int, problems: list[dict[str, Any]]) -> None:
        """Note why pictures of a row are not there."""
        told = self.database.execute("SELECT problems FROM failed WHERE row = ?", (row,)).fetchone()
        every = [*(json.loads(told[0]) if told else ()), *problems]
        self.database.execute("INSERT OR REPLACE INTO failed VALUES (?, ?, ?)", (row, line, json.dumps(every)))

    def report(self) -> Iterator[dict[str, Any]]:
        """An entry for each file that was made, and for each row that failed, in the order of the rows."""
        pictures = "SELECT w.row, w.line, m.record FROM wanted w JOIN made m ON m.path = w.path ORDER BY w.number"
        failures = self.database.execute("SELECT row, line, problems FROM failed ORDER BY row")
        failed = failures.fetchone()
        for row, line, record in self.database.execute(pictures):
            while failed and failed[0] <= row:
                yield _failure(*failed)
                failed = failures.fetchone()
            yield from ({"row": row, "line": line, **page} for page in json.loads(record)[0])
        while failed:
            yield _failure(*failed)
            failed = failures.fetchone()

    def left_over(self) -> list[str]:
        """Pictures of earlier runs that no row calls for any more."""
        select = "SELECT path FROM made WHERE path NOT IN (SELECT path FROM wanted) ORDER BY path"
        return [path for (path,) in self.database.execute(select)]


def _failure(row: int, line: int, problems: str) -> dict[str, Any]:
    return {"row": row, "line": line, "problems": json.loads(problems)}


def _refused(path: str, error: sqlite3.OperationalError) -> OutputError:
    if "locked" in str(error):
        fact = f"{path}: another batch is making these pictures"
        return OutputError(Problem(fact, hint="let it end, or give this one another place: -o"))
    return OutputError(Problem(f"{path}: cannot write: {error}"))
