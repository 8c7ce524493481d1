"""Batches of flat cards: rate beside Takumi and a cluster, and whether it and memory stay level as rows grow."""

from __future__ import annotations

import os
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.figures import Figure, Section, ratio
from tests.bench.peers import takumi_batch, takumi_is_missing
from tests.bench.processes import BIN, RSS_UNIT_BYTES, Run, run

FEW, MANY = 1_000, int(os.environ.get("BATCH_ROWS", "5000"))
SPEC = "kind: quote_card\ntext: A\nmotif: none\n"
ON_CLUSTER = 2_000
MOST_GROWTH_MB = 10.0
AS_DOCUMENTED = {
    "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False",
    "DASK_DISTRIBUTED__ADMIN__TICK__INTERVAL": "1s",
}  # docs/batches.md: how workers are to be started
_WAIT = """
import sys
import distributed
distributed.Client(sys.argv[1]).wait_for_workers(2, timeout=60)
"""  # a cluster is there before work comes to it
_MEASURED = """
import resource
from pipeline.cli import main
try:
    main()
finally:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""  # the command, and below what it says its own peak


def measure(folder: Path) -> Section:
    """Batches of 1,000 and of many rows, and one of 2,000 on a cluster of two workers and here; works in `folder`."""
    (folder / "specs").mkdir(parents=True)
    (folder / "specs" / "card.yaml").write_text(SPEC)
    few, many = (_batch(folder, count) for count in (FEW, MANY))
    here = _batch(folder, ON_CLUSTER)
    with _cluster(folder) as address:
        there = _batch(folder, ON_CLUSTER, "--cluster", address)
    figures = [
        Figure(f"flat cards a second, {MANY:,} rows", 1e3 * MANY / many.ms, "", None),
        Figure(f"seconds a card, {MANY:,} : {FEW:,} rows", (many.ms / MANY) / (few.ms / FEW), "x", 1.1),
        Figure(f"peak of the parent, {MANY:,} less {FEW:,} rows", _own_mb(many) - _own_mb(few), "MB", MOST_GROWTH_MB),
        ratio(f"{ON_CLUSTER:,} cards, two workers of Dask : two processes", [there.ms], [here.ms], 1.1),
    ]
    if missing := takumi_is_missing():
        return Section("batch: start-up included", tuple(figures), (f"without Takumi: {missing}",))
    theirs = run(takumi_batch(MANY, folder / "takumi"))
    seen = f"{1e3 * MANY / many.ms:.0f} : {1e3 * MANY / theirs.ms:.0f} a second"
    figures.append(Figure(f"{MANY:,} cards, time : Takumi's", many.ms / theirs.ms, "x", 1 / 1.5, seen=seen))
    return Section("batch: start-up included", tuple(figures))


def _batch(folder: Path, count: int, *options: object) -> Run:
    """A batch of so many rows into a folder of its own, from nothing."""
    rows = folder / f"{count}.csv"
    lines = (f"c{number},Sentence number {number} says something worth a card." for number in range(count))
    rows.write_text("\n".join(("name,text", *lines)))
    out = folder / f"cards-{count}-{len(options)}"
    arguments = ("batch", folder / "specs" / "card.yaml", rows, "-o", out, *(options or ("--jobs", 2)))
    return run((BIN / "python", "-c", _MEASURED, *arguments))


def _own_mb(done: Run) -> float:
    """The peak of the process itself, without those that it started."""
    return int(done.stdout.splitlines()[-1]) * RSS_UNIT_BYTES / 1e6


@contextmanager
def _cluster(folder: Path) -> Iterator[str]:
    """The address of a scheduler with two workers of one thread."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    scheduler = ("scheduler", "--host", "127.0.0.1", "--port", str(port))
    worker = ("worker", address, "--nthreads", "1", "--no-nanny")
    started = [_dask(folder, *each) for each in (scheduler, worker, worker)]
    try:
        subprocess.run((BIN / "python", "-c", _WAIT, address), check=True)
        yield address
    finally:
        for process in started:
            process.terminate()
            process.wait(20)


def _dask(folder: Path, what: str, *options: str) -> subprocess.Popen[bytes]:
    command = [str(BIN / "python"), "-m", f"distributed.cli.dask_{what}", *options, "--no-dashboard"]
    environment = {**os.environ, **AS_DOCUMENTED}
    return subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
