"""Builds that are killed, run side by side, or refused by the disk: the next one is right, and no picture is lost.

`VISUALS_KILLS=200` kills 200 builds; the suite kills fewer.
"""

from __future__ import annotations

import os
import random
import sys
import time
from multiprocessing import get_context
from pathlib import Path

import pytest

from pipeline.build import build, cache, manifest, pool, running
from pipeline.build.staleness import survey
from pipeline.check.png import read_header
from pipeline.errors import OutputError, PipelineError
from tests.conftest import QUOTE, pictures_in, write_spec

KILLS = int(os.environ.get("VISUALS_KILLS", "30"))
SIZES = ("320x320", "330x320", "340x320", "350x320", "360x320", "370x320")
SPEC = "specs/word.yaml"
TEXTS = ("Every *word* counts.", "Every *letter* counts too.")

forks = pytest.mark.skipif(not pool.FORKS, reason="the builds are forked from a process that is warm")


def write(project: Path, text: str) -> None:
    write_spec(project, "word", QUOTE.replace("Every *word* counts.", text) + f"sizes: [{', '.join(SIZES)}]\n")


def build_all(output: str = "output", processes: int = 2) -> None:
    surveyed = survey([SPEC], output)
    assert [each.error for each in build(surveyed, surveyed.jobs, processes)] == [None] * len(surveyed.jobs)


def contents(folder: str) -> dict[str, bytes]:
    """The pictures of a folder."""
    return {name: Path(folder, name).read_bytes() for name in pictures_in(folder) if name.endswith(".png")}


@pytest.fixture
def expected(project: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, dict[str, bytes]]:
    """The pictures of each text, as a build that nothing disturbs makes them; and workers are always worth it."""
    monkeypatch.setattr(running, "_is_worth_it", lambda left, seconds, count: count > 1)
    made = {}
    for number, text in enumerate(TEXTS):
        write(project, text)
        build_all(f"expected{number}", processes=1)
        made[text] = contents(f"expected{number}")
    return made


@forks
def test_a_build_that_is_killed_at_any_moment_loses_nothing_and_the_next_is_right(
    project: Path, expected: dict[str, dict[str, bytes]]
) -> None:
    chance = random.Random(1)
    fork = get_context("fork")
    build_all()
    start = time.perf_counter()
    build_all("timed")
    whole_build = time.perf_counter() - start
    for number in range(KILLS):
        text = TEXTS[number % 2]
        write(project, text)
        process = fork.Process(target=build_all)
        process.start()
        time.sleep(chance.random() * whole_build)
        process.kill()
        process.join()
        there = contents("output")
        assert set(there) == set(expected[text])  # none is lost
        for data in there.values():
            read_header(data)  # none is half: it raises ValueError
        build_all(processes=1)
        assert survey([SPEC]).jobs == ()
        assert contents("output") == expected[text]
    time.sleep(whole_build)  # the last worker that outlived its parent is done
    build_all()
    assert pictures_in("output") == sorted(expected[TEXTS[0]])


@forks
def test_builds_side_by_side_are_each_right(project: Path, expected: dict[str, dict[str, bytes]]) -> None:
    fork = get_context("fork")
    for text in TEXTS * 2:
        write(project, text)
        together = [fork.Process(target=build_all) for _ in range(3)]
        for process in together:
            process.start()
        for process in together:
            process.join()
        assert [process.exitcode for process in together] == [0, 0, 0]
        assert contents("output") == expected[text]
        assert survey([SPEC]).jobs == ()


@forks
def test_builds_of_different_specs_side_by_side_are_all_noted(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = cache.read

    def read_slowly(folder: str) -> cache.Cache:
        known = read(folder)
        time.sleep(0.02)  # others would write meanwhile, but for the lock
        return known

    monkeypatch.setattr(cache, "read", read_slowly)

    def build_one(name: str) -> None:
        surveyed = survey([f"specs/{name}.yaml"])
        list(build(surveyed, surveyed.jobs))

    names = [f"card{number}" for number in range(6)]
    for name in names:
        write_spec(project, name)
    together = [get_context("fork").Process(target=build_one, args=(name,)) for name in names]
    for process in together:
        process.start()
    for process in together:
        process.join()
    assert sorted(manifest.read("output").pictures) == [f"{name}.og.png" for name in names]
    assert sorted(cache.read("output").files) == [f"{name}.og.png" for name in names]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limit")
@pytest.mark.parametrize("limit_bytes", [0, 100, 2_000])
def test_a_disk_that_takes_no_more_leaves_the_old_pictures(
    project: Path, expected: dict[str, dict[str, bytes]], limit_bytes: int
) -> None:
    import resource

    write(project, TEXTS[0])
    build_all(processes=1)
    noted = Path("output/manifest/word.json").read_bytes()
    write(project, TEXTS[1])
    surveyed = survey([SPEC])
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit_bytes, before[1]))
    errors: list[PipelineError | None] = []
    try:
        errors.extend(each.error for each in build(surveyed, surveyed.jobs, 1))
    except OutputError as error:
        errors.append(error)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert len(errors) == len(SIZES)
    assert all("cannot write: the file would be larger than the system allows" in str(error) for error in errors)
    assert contents("output") == expected[TEXTS[0]]
    assert Path("output/manifest/word.json").read_bytes() == noted
    build_all()
    assert contents("output") == expected[TEXTS[1]]


def test_a_folder_that_may_not_be_written_to_is_told_and_left_alone(
    project: Path, expected: dict[str, dict[str, bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(project, TEXTS[0])
    build_all(processes=1)
    write(project, TEXTS[1])
    surveyed = survey([SPEC])
    open_ = os.open

    def refuse(path: str, flags: int, *mode: int) -> int:  # what a folder without permission does, also to root
        if flags & os.O_CREAT:
            raise PermissionError(13, "Permission denied", path)
        return open_(path, flags, *mode)

    monkeypatch.setattr(os, "open", refuse)
    said: list[str] = []
    errors = [outcome.error for outcome in build(surveyed, surveyed.jobs, 1, tell=said.append)]
    assert all("cannot write: no permission" in str(error) for error in errors)
    assert [each.partition("; ")[0] for each in said] == ["output/.visuals/cache.json: cannot write: no permission"]
    assert contents("output") == expected[TEXTS[0]]
    monkeypatch.setattr(os, "open", open_)
    build_all(processes=1)
    assert contents("output") == expected[TEXTS[1]]


def test_a_manifest_that_cannot_be_written_is_told(project: Path) -> None:
    write_spec(project, "word")
    Path("output").mkdir()
    Path("output/manifest").touch()
    surveyed = survey([SPEC])
    with pytest.raises(OutputError, match=r"output/manifest/word\.json: cannot write: a part of the path is a file"):
        list(build(surveyed, surveyed.jobs, 1))


def test_a_picture_that_takes_long_keeps_no_others_from_being_noted(project: Path) -> None:
    write_spec(project, "word", QUOTE + "sizes: [og, square]\n")
    surveyed = survey([SPEC])
    outcomes = build(surveyed, surveyed.jobs, 1)
    next(outcomes)
    noted = list(manifest.read("output").pictures)  # before the next, that takes a minute: the build may be killed
    outcomes.close()  # type: ignore[attr-defined]  # a generator
    assert noted == ["word.og.png"]


def test_a_part_that_a_killed_build_left_is_swept(project: Path) -> None:
    write_spec(project, "word")
    build_all()
    Path("output/.0123456789ab.part").write_bytes(b"half")
    Path("output/.mine.part").write_bytes(b"not ours")
    build_all()
    assert pictures_in("output") == [".mine.part", "word.og.png"]
