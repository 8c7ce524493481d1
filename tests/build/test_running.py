"""Many jobs: in one process and on several, and what becomes of them when a process does not survive."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest

from pipeline.build import pool, running
from pipeline.build.staleness import survey
from pipeline.errors import InternalError
from pipeline.rendering import Job, Outcome, Visual, make
from pipeline.sizes import PictureSize
from tests.conftest import QUOTE, REPOSITORY, pictures_in, write_spec

SIZES = ", ".join(f"{width}x320" for width in range(320, 328))


@pytest.fixture
def jobs(project: Path) -> tuple[Job, ...]:
    """Eight small pictures of one spec."""
    write_spec(project, "word", f"{QUOTE}sizes: [{SIZES}]\n")
    return survey(["specs/word.yaml"]).jobs


@pytest.fixture
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers are always worth it."""
    monkeypatch.setattr(running, "START_SECONDS", 0)
    monkeypatch.setattr(running, "WARM", 0)
    monkeypatch.setattr(running, "_is_worth_it", lambda left, seconds, count: True)


def test_no_process_waits_while_the_item_after_its_own_is_looked_for(tmp_path: Path) -> None:
    paths = [tmp_path / str(number) for number in range(4)]

    def items() -> Iterator[Path]:
        for before, path in zip([None, None, *paths[1:]], paths, strict=False):
            end = monotonic() + 20
            while before and not before.exists():
                assert monotonic() < end, f"nobody works on {before.name}"
                sleep(0.001)
            yield path

    assert [path for path, _ in pool.spread(Path.touch, items(), 1)] == paths


def test_several_processes_make_the_same_pictures_as_one(jobs: tuple[Job, ...], eager: None) -> None:
    outcomes = list(running.run(jobs, 3))
    assert sorted(outcome.job for outcome in outcomes) == sorted(jobs)
    several = {name: Path("output", name).read_bytes() for name in pictures_in("output")}
    assert len(several) == 8
    again = [page for outcome in map(make, jobs) for page in outcome.pages]
    assert not any(page.is_changed for page in again)
    anew = [page._replace(is_changed=True) for page in again]
    assert sorted(anew) == sorted(page for outcome in outcomes for page in outcome.pages)
    assert {name: Path("output", name).read_bytes() for name in several} == several


def test_errors_come_back_from_a_process_with_their_places(project: Path, eager: None) -> None:
    write_spec(project, "word", QUOTE.replace("Every *word* counts.", "word " * 3000) + "sizes: [og, square]\n")
    first, second = running.run(survey(["specs/word.yaml"]).jobs, 2)
    assert str(first.error).startswith("specs/word.yaml:2:7: text: ")
    assert type(first.error) is type(second.error)


def test_a_process_that_dies_fails_one_picture(
    jobs: tuple[Job, ...], eager: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not pool.FORKS:
        pytest.skip("the change below reaches only a forked worker")

    def make_or_die(job: Job, noted: bool) -> Outcome:
        if job.size == "323x320":
            os.kill(os.getpid(), signal.SIGKILL)
        return make(job, noted)

    monkeypatch.setattr(running, "make", make_or_die)
    outcomes = {outcome.job.size: outcome.error for outcome in running.run(jobs, 2)}
    assert len(outcomes) == 8
    assert [size for size, error in outcomes.items() if error] == ["323x320"]
    assert "the process that made it was killed (SIGKILL)" in str(outcomes["323x320"])


@pytest.mark.parametrize(
    ("left", "seconds", "count", "is_worth_it"),
    [
        (1, 60, 8, False),  # nothing to share
        (1000, 0.02, 1, False),
        (4, 0.02, 2, False),  # saves 40 ms, and starting costs more
        (20, 0.02, 2, True),
        (2, 1.0, 8, True),
    ],
)
def test_processes_are_started_where_they_save_time(
    monkeypatch: pytest.MonkeyPatch, left: int, seconds: float, count: int, is_worth_it: bool
) -> None:
    monkeypatch.setattr(running, "START_SECONDS", 0.1)
    assert running._is_worth_it(left, seconds, count) == is_worth_it


def test_a_build_that_is_given_up_leaves_no_process(jobs: tuple[Job, ...], eager: None) -> None:
    outcomes = running.run(jobs, 2)
    next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]  # a generator
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_jobs_can_be_sent_to_processes_that_start_anew(
    jobs: tuple[Job, ...], eager: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "FORKS", False)
    monkeypatch.setenv("PYTHONPATH", str(REPOSITORY))
    (outcome,) = running.run(jobs[:1], 2)
    assert outcome.error is None
    assert pictures_in("output") == ["word.320x320.png"]


def test_where_no_process_can_be_started_this_one_makes_all(
    jobs: tuple[Job, ...], eager: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(pool._Pool, "_start", refuse)
    assert [outcome.job for outcome in running.run(jobs, 2)] == list(jobs)
    assert len(pictures_in("output")) == len(jobs)


def test_workers_shrink_pictures_where_this_process_shrank_one_before(
    project: Path, eager: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "WARM", 1)
    monkeypatch.setattr(running, "_is_worth_it", lambda left, seconds, count: left < 4)
    write_spec(project, "word", f"{QUOTE}optimize: small\nsizes: [320x320, 320x321, 320x322, 320x323]\n")
    outcomes = list(running.run(survey(["specs/word.yaml"]).jobs, 2))
    assert [each.error for each in outcomes] == [None] * 4


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.parametrize("at", [0, 3, 7])
def test_an_unexpected_error_fails_its_own_picture_wherever_it_comes(
    jobs: tuple[Job, ...], eager: None, monkeypatch: pytest.MonkeyPatch, processes: int, at: int
) -> None:
    if processes > 1 and not pool.FORKS:
        pytest.skip("the change below reaches only a forked worker")
    size = jobs[at].size
    names: dict[str, Any] = make.__globals__  # of its module, whose name is also that of a function
    lay_out = names["_lay_out"]

    def fail(visual: Visual, page_size: PictureSize, theme: str, scale: int) -> Any:
        if page_size.name == size:
            raise ZeroDivisionError("not foreseen")
        return lay_out(visual, page_size, theme, scale)

    monkeypatch.setitem(names, "_lay_out", fail)
    outcomes = list(running.run(jobs, processes))
    (failed,) = (outcome for outcome in outcomes if outcome.error)
    assert str(failed.error) == (
        f"specs/word.yaml ({size}, paper): internal error: ZeroDivisionError: not foreseen\n"
        "  hint: this is a fault of article-visuals: please report it, with the spec and what `--debug` shows"
    )
    assert isinstance(failed.error, InternalError)
    assert "in fail" in failed.error.trace
    assert len(pictures_in("output")) == 7


@pytest.mark.parametrize("processes", [1, 2])
def test_no_picture_is_begun_once_somebody_asks_to_end(jobs: tuple[Job, ...], eager: None, processes: int) -> None:
    os.mkdir("output")
    outcomes = list(running.run(jobs, processes, stop=lambda: len(os.listdir("output")) >= 2))
    assert 2 <= len(outcomes) <= 2 + processes
    assert sorted(os.path.basename(each.pages[0].path) for each in outcomes) == pictures_in("output")
