"""A batch on a real Dask cluster on loopback: the single machine's bytes, also when workers and scheduler are lost."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import OutputError
from tests.conftest import REPOSITORY, Invoke, write_spec

pytest.importorskip("distributed", reason="Dask, of the extra `cluster`, is not installed")

ROWS = int(os.environ.get("CLUSTER_ROWS", "160"))
SMALL = "kind: quote_card\ntext: A\nmotif: none\nsizes: [320x320]\nthemes: [house]\n"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(REPOSITORY)}


class Cluster:
    """A scheduler and two workers with a thread each, as processes in the current folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{self.port}"
        self.processes: list[subprocess.Popen[bytes]] = []

    def start(self) -> None:
        """Start scheduler and workers; the client waits for them."""
        self._run("scheduler", "--host", "127.0.0.1", "--port", self.port)
        for _ in range(2):
            self._run("worker", self.address, "--nthreads", 1, "--no-nanny", "--death-timeout", 20)

    def _run(self, what: str, *options: object) -> None:
        command = [sys.executable, "-m", f"distributed.cli.dask_{what}", *map(str, options), "--no-dashboard"]
        self.processes.append(
            subprocess.Popen(
                command, cwd=self.folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
        )

    def stop(self) -> None:
        """Kill what is left."""
        for process in self.processes:
            process.kill()
            process.wait(10)
        self.processes.clear()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """One for all of these tests, which do it more harm from one to the next: a start takes seconds."""
    made = Cluster(tmp_path_factory.mktemp("cluster"))
    made.start()
    yield made
    made.stop()


@pytest.fixture
def cards(project: Path) -> Path:
    """A project with a card in a theme of its own, which has to travel, and many rows."""
    write_spec(project, "card", SMALL)
    (project / "specs" / "themes").mkdir()
    (project / "specs" / "themes" / "house.yaml").write_text("extends: paper\naccent: '#7A1FA2'\n")
    rows = "".join(f"N{number},Text number {number}\n" for number in range(ROWS))
    (project / "rows.csv").write_text("name,text\n" + rows + f"Long,{'word ' * 390}\n")
    return project


def batch(*options: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "pipeline", "batch", "specs/card.yaml", "rows.csv", "--json", *options]
    return subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def wait_for_pictures(count: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until so many pictures are there, or nobody makes more."""
    while len(pictures("far")) < count and process.poll() is None:
        time.sleep(0.02)


def pictures(folder: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(folder).glob("*.png")}


def test_a_build_on_a_cluster_makes_what_this_machine_makes(cards: Path, cluster: Cluster) -> None:
    (cards / "specs" / "data.csv").write_text("what,count\nA,3\nB,4\n")
    write_spec(cards, "bars", "kind: chart\nchart: bar\ntitle: Sales\ndata: data.csv\nsizes: [600x400, 640x480]\n")
    write_spec(cards, "long", f"kind: quote_card\ntext: {'word ' * 390}\nsizes: [320x320]\n")
    options = (["-o", "far", "--cluster", cluster.address], ["-o", "here"])
    command = [sys.executable, "-m", "pipeline", "build", "--json"]
    far, here = (subprocess.run([*command, *each], env=ENVIRONMENT, capture_output=True) for each in options)
    assert far.stderr == here.stderr
    assert far.returncode == here.returncode
    assert pictures("far") == pictures("here") != {}
    failed = [json.loads(each.stdout)["failed"][0]["problems"] for each in (far, here)]
    assert failed[0] == failed[1]
    again = subprocess.run([*command, *options[0]], env=ENVIRONMENT, capture_output=True)
    assert [each["path"] for each in json.loads(again.stdout)["made"]] == []


def test_a_killed_worker_costs_nothing(cards: Path, cluster: Cluster) -> None:
    process = batch("--cluster", cluster.address, "-o", "far")
    wait_for_pictures(ROWS // 5, process)
    assert process.poll() is None, process.communicate()
    cluster.processes[-1].kill()
    told, errors = process.communicate(timeout=120)
    _check_equal(told, errors)


def test_a_scheduler_that_is_started_again_is_waited_for(cards: Path, cluster: Cluster) -> None:
    process = batch("--cluster", cluster.address, "-o", "far")
    wait_for_pictures(ROWS // 5, process)
    assert process.poll() is None, process.communicate()
    cluster.stop()
    cluster.start()
    told, errors = process.communicate(timeout=120)
    _check_equal(told, errors)


def _check_equal(told: bytes, errors: bytes) -> None:
    """Every picture is there once, as the single machine makes it, and what failed says the same."""
    assert told, errors.decode()
    far = json.loads(told)
    here = json.loads(batch("-o", "here").communicate(timeout=120)[0])
    assert pictures("far") == pictures("here")
    assert len(pictures("far")) == far["made"] == here["made"] == ROWS
    assert far["problems"] == here["problems"]
    assert far["problems"][0]["path"] == "rows.csv"
    assert _report("far") == _report("here")


def _report(folder: str) -> list[dict[str, object]]:
    lines = Path(folder, "card.jsonl").read_text().splitlines()
    return [json.loads(line.replace(f'"{folder}/', '"')) for line in lines]


def doubled(there: str, item: int) -> int:
    """Work that kills its worker for one item."""
    return item * 2 if item != 5 else os._exit(9)


def test_an_item_that_no_worker_survives_is_the_only_one_lost(cards: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import dask
    import distributed

    from pipeline import cluster
    from pipeline.build.pool import Lost

    monkeypatch.chdir(cards)
    started: Any = distributed.LocalCluster  # without types
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        started(n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0") as workers,
    ):
        there = cluster.Cluster(workers.scheduler_address, ["specs/card.yaml"], ["quote_card"])
        found = dict(there.spread(doubled, range(40)))
    assert found == {item: Lost(None) if item == 5 else item * 2 for item in range(40)}


def test_chunks_grow_with_the_speed_of_the_work_and_shrink_towards_its_end(cards: Path) -> None:
    from collections import deque

    from pipeline import cluster

    there = cluster.Cluster("tcp://x", ["specs/card.yaml"], ["quote_card"], most=4)
    waiting = cluster._Waiting(iter(range(1000)), deque(), deque())

    def chunk(seconds_an_item: float) -> int:
        there._seconds_an_item = seconds_an_item
        return len(there._chunk(waiting, ()).items)

    assert [chunk(each) for each in (0.025, 0.0025, 1e-6, 1.0)] == [10, 100, cluster.MOST_ITEMS, 1]
    sizes = [chunk(0.0025) for _ in range(30)]
    assert sizes == sorted(sizes, reverse=True)
    assert 10 + 100 + cluster.MOST_ITEMS + 1 + sum(sizes) == 1000


def test_without_a_scheduler_there_is_a_word(cards: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline import cluster

    monkeypatch.setattr(cluster, "WAIT_SECONDS", 0.3)
    refused = invoke("batch", "specs/card.yaml", "rows.csv", "--cluster", "tcp://127.0.0.1:9")
    assert refused.exit_code == 1
    assert "tcp://127.0.0.1:9: no scheduler with a worker answers" in refused.stderr


def test_a_worker_that_would_make_other_pictures_is_refused(cards: Path) -> None:
    from pipeline import cluster

    ours = cluster.fingerprint(("quote_card",))
    there = cluster.Cluster("tcp://x", ["specs/card.yaml"], ["quote_card"])
    there.check({"tcp://10.0.0.7:1": ours})
    theirs = {**ours, "pillow": "0.1", "the code of quote_card": "other"}
    with pytest.raises(OutputError, match=r"10.0.0.7:1 would make other pictures: pillow is 0.1, here ") as caught:
        there.check({"tcp://10.0.0.7:1": theirs})
    assert "same version" in str(caught.value)


def test_what_travels_is_what_pictures_are_made_of(cards: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline import cluster
    from pipeline.errors import SpecError

    found = cluster.packed(["specs/card.yaml"], str(cards))
    assert sorted(found.files) == ["specs/card.yaml", "specs/themes/house.yaml", "specs/word.yaml"]
    assert cluster.packed(["specs/card.yaml"], str(cards)).digest == found.digest
    monkeypatch.setattr(cluster, "MOST_BYTES", 100)
    with pytest.raises(SpecError, match="the files beside the specs are more than"):
        cluster.packed(["specs/card.yaml"], str(cards))


def test_notes_of_workers_name_the_files_of_home(cards: Path) -> None:
    from pipeline.batch import Batch, Plan, far
    from pipeline.batch.ledger import Made
    from pipeline.batch.making import Recipe, Result, Task
    from pipeline.batch.rows import Rows
    from pipeline.cluster import Home
    from pipeline.errors import Place
    from pipeline.notes import Note

    def note(folder: str) -> Note:
        return Note("columns", "1 column is not read", Place(os.path.join(folder, "specs", "word.csv"), 1, 3))

    def work(recipe: Recipe, task: Task) -> Result:
        page = {"path": "a.png", "notes": [note("/there").keys()]}
        return Result((("a.png", Made("key", (page,))),), notes=(note("/there"),))

    recipe = Batch(Plan(str(cards / "specs" / "card.yaml"), Rows("rows.csv"))).recipe
    row = next(iter(Rows("rows.csv")))
    result = far.made_there(far.Away(work, recipe, Home(str(cards), "")), "/there", Task(row, (), ()))
    assert result.notes == (note(""),)
    assert result.made[0][1].pages[0]["notes"] == [note("").keys()]
