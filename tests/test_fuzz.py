"""The judge of `make fuzz` sees each kind of fault, one planted after the other, and none where there is none."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fuzz import findings, images, inputs, kills, project, reducing
from tests.fuzz.inputs import Input
from tests.fuzz.trials import Setting, Trial

PLANTED = {
    "trace": findings.TRACEBACK,
    "internal": findings.TRACEBACK,
    "code": findings.TRACEBACK,
    "end": findings.TRACEBACK,
    "read": findings.OUTSIDE_READ,
    "listing": findings.OUTSIDE_READ,
    "write": findings.OUTSIDE_WRITE,
    "remove": findings.OUTSIDE_WRITE,
    "program": findings.OUTSIDE_WRITE,
    "half": findings.HALF_FILE,
    "part": findings.HALF_FILE,
    "manifest": findings.HALF_FILE,
    "memory": findings.MEMORY,
    "steer": findings.CONTROL,
    "turn": findings.CONTROL,
    "nothing": None,
}


@pytest.fixture(scope="module")
def setting(tmp_path_factory: pytest.TempPathFactory) -> Setting:
    """A folder to work in, with a project of one picture."""
    work = tmp_path_factory.mktemp("fuzz")
    project.write(work / "right", {"pyproject.toml": b"", "specs/face.png": images.encoded("PNG")})
    project.write(work / "right", {"output/manifest/card.json": b"{}"})
    return Setting(1, work, work / "right", "tests.fuzz.planted:faults")


@pytest.fixture(scope="module")
def trial(setting: Setting) -> Iterator[Trial]:
    with Trial(setting, "planted") as trial:
        yield trial


def kept(setting: Setting, *arguments: str) -> str:
    folder = setting.work / "kept" / arguments[0]
    inputs.keep(Input("planted", arguments, {}), folder)
    return str(folder)


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_seen_and_nothing_else(setting: Setting, trial: Trial, fault: str) -> None:
    kinds = {finding.kind for finding in trial.of(kept(setting, fault)).findings}
    assert kinds == ({PLANTED[fault]} if PLANTED[fault] else set())


def test_what_never_comes_back_is_killed_and_the_next_input_is_tried(setting: Setting) -> None:
    with Trial(setting._replace(hang_seconds=0.5), "hanging") as trial:
        assert [finding.kind for finding in trial.of(kept(setting, "hang")).findings] == [findings.HANG]
        assert trial.of(kept(setting, "nothing")).findings == ()


def test_an_input_is_made_as_small_as_its_fault(setting: Setting) -> None:
    long = b"".join(b"%d: a line\n" % number for number in range(60)) + b"so bad: a line\n"
    tried = Input("planted", ("word",), {"specs/tried.yaml": long, "specs/other.yaml": long})
    with Trial(setting, "word") as trial:
        inputs.keep(tried, setting.work / "word")
        (finding,) = trial.of(str(setting.work / "word")).findings
    assert reducing.reduced(setting, tried, finding).files == {"specs/tried.yaml": b"bad", "specs/other.yaml": b""}


def test_a_killed_build_that_leaves_half_a_picture_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = "import os; os.makedirs('output', exist_ok=True); open('output/a.png', 'wb').write(b'half')"
    monkeypatch.setattr(kills, "COMMAND", (sys.executable, "-c", script))
    ((number, found),) = kills.run(tmp_path, seed=1, count=1, processes=1)
    assert number == 0
    assert {finding.kind for finding in found} == {findings.HALF_FILE}
