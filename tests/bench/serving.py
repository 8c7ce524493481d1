"""Pictures over HTTP: 2,000 requests of 200 cards, 16 at a time, beside Takumi behind node's http; memory after 20,000.

`python -m tests.bench.serving` measures this alone.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from itertools import chain
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple
from urllib.parse import quote

from tests.bench import peers
from tests.bench.figures import Figure, Section, table
from tests.bench.quotes import QUOTES
from tests.served import Service

CARD = "kind: quote_card\ntext: Every *word* counts.\nauthor: Ada Example\nmotif: none\nopen: [text]\n"
REQUESTS, CARDS, AT_A_TIME = 2_000, 200, 16
MANY, MORE_CARDS = 20_000, 1_000
MOST_GROWTH = 1.1  # of the service's own memory
MOST_WORKER_MB = 150  # what a worker remembers of letters and words levels off at 110 MB, after some 2,000 cards
SERVER = Path(__file__).parent / "takumi_http.mjs"


class Load(NamedTuple):
    """What became of many requests: the ms of each, the errors among them, and the seconds of all."""

    ms: list[float]
    errors: int
    seconds: float


def measure(folder: Path) -> Section:
    """The service under load, and what it holds of memory after that; works in `folder`."""
    home = folder / "served"
    (home / "specs").mkdir(parents=True)
    (home / "pyproject.toml").touch()
    (home / "specs" / "card.yaml").write_text(CARD, encoding="utf-8")
    with Service(home, "--unsigned", key=None) as service:
        first = load(service.port, "/card.og.paper.png", REQUESTS, CARDS)
        before, _ = held_mb(service.process.pid)
        rest = load(service.port, "/card.og.paper.png", MANY - REQUESTS, MORE_CARDS)
        after, workers = held_mb(service.process.pid)
    growth = after / before if before else 1
    what = f"{REQUESTS:,} requests of {CARDS} cards, {AT_A_TIME} at a time"
    seen = f"median {median(first.ms):.3g} ms, {REQUESTS / first.seconds:.0f}/s"
    mb = f"{after:.1f} : {before:.1f} MB"
    return Section(
        "pictures over HTTP, the card with `motif: none`",
        (
            Figure(f"errors of {what}", first.errors + rest.errors, "", 0),
            Figure("p99 of these", p99(first.ms), "ms", seen=seen),
            *_takumi(),
            Figure(
                f"memory of the service after {MANY:,} requests : after {REQUESTS:,}", growth, "x", MOST_GROWTH, seen=mb
            ),
            Figure(f"memory of a worker after {MORE_CARDS:,} cards, at most", max(workers), "MB", MOST_WORKER_MB),
        ),
        _remarks(),
    )


def load(port: int, path: str, requests: int, cards: int) -> Load:
    """Ask so many times for cards in turn; connections are kept, as a proxy in front keeps them."""
    targets = [f"{path}?text={quote(f'{QUOTES[n % len(QUOTES)]} {n}')}" for n in range(cards)]
    asked = [targets[n % cards] for n in range(requests)]
    start = perf_counter()
    with ThreadPoolExecutor(AT_A_TIME) as pool:
        parts = list(pool.map(lambda at: _ask(port, asked[at::AT_A_TIME]), range(AT_A_TIME)))
    seconds = perf_counter() - start
    return Load(list(chain.from_iterable(ms for ms, _ in parts)), sum(errors for _, errors in parts), seconds)


def _ask(port: int, targets: Sequence[str]) -> tuple[list[float], int]:
    """The ms of each request on one connection, and how many had no picture."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    ms, errors = [], 0
    for target in targets:
        start = perf_counter()
        connection.request("GET", target)
        response = connection.getresponse()
        is_picture = response.read(4) == b"\x89PNG" and response.status == 200
        response.read()
        errors += not is_picture
        ms.append((perf_counter() - start) * 1e3)
    connection.close()
    return ms, errors


def p99(ms: Sequence[float]) -> float:
    """What 99 of 100 requests do not exceed."""
    return quantiles(ms, n=100)[98]


def held_mb(pid: int) -> tuple[float, list[float]]:
    """The memory that a process holds, and that of each of its children; 0 where the system does not tell in a file."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    if not children.exists():
        return 0, [0]
    return _held_mb(pid), [_held_mb(int(child)) for child in children.read_text().split()]


def _held_mb(pid: int) -> float:
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def _takumi() -> Iterator[Figure]:
    if peers.takumi_is_missing():
        return
    with _node() as port:
        done = load(port, "/", REQUESTS, CARDS)
    seen = f"median {median(done.ms):.3g} ms, {REQUESTS / done.seconds:.0f}/s, {done.errors} errors"
    yield Figure("the same of Takumi behind node's http, kept in memory", p99(done.ms), "ms", seen=seen)


@contextmanager
def _node() -> Iterator[int]:
    """The peer's service, on the port that it says."""
    command = ["node", str(SERVER), str(peers.TAKUMI.parent)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield int(process.stdout.readline())
        finally:
            process.terminate()


def _remarks() -> tuple[str, ...]:
    missing = peers.takumi_is_missing()
    return (f"Takumi behind node's http was not measured: {missing}",) if missing else ()


if __name__ == "__main__":
    with TemporaryDirectory() as name:
        sys.stdout.write(table(measure(Path(name))) + "\n")
