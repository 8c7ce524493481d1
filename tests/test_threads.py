"""Pictures made on several threads at once are those that one thread makes."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor

import pytest

from pipeline.paint import backdrops
from pipeline.rendering import Visual, load, render
from tests.conftest import REPOSITORY

SPECS = sorted(path for path in (REPOSITORY / "specs").glob("[!_]*.yaml"))
SIZES, THEMES = ("320x400", "640x360"), ("paper", "grid")


@pytest.fixture(scope="module")
def visuals() -> list[Visual]:
    """One of each sample."""
    return [load(path) for path in SPECS]


def test_eight_threads_with_all_kinds_give_the_bytes_of_one(visuals: list[Visual]) -> None:
    jobs = [(visual, size, theme) for visual in visuals for size in SIZES for theme in THEMES]
    alone = [_bytes(*job) for job in jobs]
    backdrops.forget()
    chance = random.Random(8)
    order = chance.sample(range(len(jobs)), len(jobs)) + chance.choices(range(len(jobs)), k=len(jobs))
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(lambda at: _bytes(*jobs[at]), order))
    assert [jobs[at][0].name for at, data in zip(order, together, strict=True) if data != alone[at]] == []


def test_eight_threads_read_a_spec_alike() -> None:
    with ThreadPoolExecutor(8) as threads:
        read = list(threads.map(lambda _: load(SPECS[0]).spec, range(32)))
    assert [spec for spec in read if spec != read[0]] == []


def _bytes(visual: Visual, size: str, theme: str) -> bytes:
    return render(visual, size, theme).data
