"""What many tests stand on: a small project in a folder of its own, and the command run on it."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import chdir
from pathlib import Path
from typing import TypeAlias

import pytest
from click.testing import CliRunner, Result
from hypothesis import settings

from pipeline.build import cache, manifest
from pipeline.cli import visuals
from tests import faces

settings.register_profile("untimed", deadline=None)  # how long an example takes is the machine's matter
settings.load_profile("untimed")
sys.dont_write_bytecode = False  # what pytest makes of our asserts is kept, whatever the environment says: 4 s
gc.disable()  # looking for cycles takes a third of the time in which tests are collected

REPOSITORY = Path(__file__).parent.parent
QUOTE = """\
kind: quote_card
text: Every *word* counts.
author: Ada Example
motif: none
"""

JAPANESE = "すべての拒絶はより良いものへの方向転換です。「」"

Invoke: TypeAlias = Callable[..., Result]
Spawn: TypeAlias = Callable[..., "subprocess.CompletedProcess[bytes]"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """`make goldens` is `pytest --accept-goldens`."""
    parser.addoption("--accept-goldens", action="store_true", help="keep the pictures that golden tests draw")


def pytest_collection_finish() -> None:
    """What collecting made stays to the end; in what tests make, cycles are looked for, but seldom: it is a tenth."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    gc.enable()
    sys.dont_write_bytecode = bool(os.environ.get("PYTHONDONTWRITEBYTECODE"))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: a project with one spec, `specs/word.yaml`."""
    write_spec(tmp_path, "word")
    (tmp_path / "pyproject.toml").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def invoke() -> Invoke:
    """Run `visuals` in this process: `invoke("render", "specs/word.yaml")`."""
    return lambda *arguments: CliRunner().invoke(
        visuals, [str(argument) for argument in arguments], prog_name="visuals"
    )


@pytest.fixture
def spawn() -> Spawn:
    """Run `visuals` in a process of its own; keywords are environment variables, None takes one away."""

    def run(*arguments: object, **environment: str | None) -> subprocess.CompletedProcess[bytes]:
        return python("-m", "pipeline", *arguments, **environment)

    return run


def as_from_a_terminal() -> None:
    """For `preexec_fn`: heed Ctrl-C, also where the tests run in the background, whose children ignore it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def write_spec(project: Path, name: str, text: str = QUOTE) -> Path:
    """Write `specs/{name}.yaml` and return its path."""
    path = project / "specs" / f"{name}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def pictures_in(folder: str | Path) -> list[str]:
    """The names of the pictures in a folder, which may hold a manifest and a cache but nothing else."""
    return sorted(set(os.listdir(folder)) - {manifest.FOLDER, cache.FOLDER})


def python(*arguments: object, **environment: str | None) -> subprocess.CompletedProcess[bytes]:
    """Run this Python in the current folder with the project's package on its path."""
    changed = {**os.environ, "PYTHONPATH": str(REPOSITORY), **environment}
    variables = {name: value for name, value in changed.items() if value is not None}
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(command, env=variables, capture_output=True, timeout=120, check=False)


@pytest.fixture(scope="module")
def in_repository() -> Iterator[None]:
    """The repository's folder as the current one: specs without a file name pictures of its `specs`."""
    with chdir(REPOSITORY):
        yield


@pytest.fixture(scope="session")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A user's folder with faces for Hebrew, Arabic and one Japanese sentence."""
    folder = tmp_path_factory.mktemp("fonts")
    faces.with_dejavu(folder)
    faces.squares(folder / "squares.ttf", "Squares", JAPANESE)
    return str(folder)
