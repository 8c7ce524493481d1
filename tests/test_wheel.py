"""The wheel: complete, and enough to set a project up and make its picture outside of the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    copy = folder / "checkout"
    shutil.copytree(REPOSITORY / "pipeline", copy / "pipeline", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "article_visuals.py"):
        shutil.copy(REPOSITORY / name, copy)
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--no-index", "-q"]
    subprocess.run([*command, "-w", str(folder), str(copy)], check=True, timeout=120)
    (found,) = folder.glob("*.whl")
    return found


def test_it_holds_every_file_of_the_package(wheel: Path) -> None:
    held = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("pipeline/")}
    package = REPOSITORY / "pipeline"
    ours = {
        path.relative_to(REPOSITORY).as_posix()
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert held == ours


def test_it_makes_a_project_and_its_picture_from_nothing(wheel: Path, tmp_path: Path) -> None:
    """The libraries are those of this environment; our own code is that of the wheel alone."""
    site, project = tmp_path / "site", tmp_path / "blog"
    site.mkdir()
    project.mkdir()
    (project / "pipeline.py").write_text("raise SystemExit('the wrong module')")
    zipfile.ZipFile(wheel).extractall(site)
    libraries = next(path for path in sys.path if path.endswith("site-packages"))
    paths = [str(project), str(site), *(path for path in sys.path if path and Path(path) != REPOSITORY), libraries]
    start = f"import sys; sys.path[:] = {paths!r}; from article_visuals import main; main()"
    for command in (["init"], ["build"], ["check"], ["new", "chart"], ["kinds"]):
        environment = {**os.environ, "PYTHONPATH": str(site)}
        made = subprocess.run(
            [sys.executable, "-c", start, *command],
            cwd=project,
            env=environment,
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert (made.returncode, made.stderr) == (0, b""), made.stderr
    assert (project / "output" / "quote_card.og.png").is_file()
