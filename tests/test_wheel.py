"""The wheel: complete, and enough to set a project up and make its picture outside of the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.kinds.test_custom import KIND


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


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    """An author's folder, with a module of the author's own that has our package's name."""
    folder = tmp_path / "blog"
    folder.mkdir()
    (folder / "pipeline.py").write_text("raise SystemExit('the wrong module')")
    return folder


@pytest.fixture
def visuals(wheel: Path, blog: Path, tmp_path: Path) -> Callable[..., str]:
    """Run `visuals` in the blog, with the libraries of this environment and our own code from the wheel alone."""
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    libraries = next(path for path in sys.path if path.endswith("site-packages"))
    paths = [str(blog), str(site), *(path for path in sys.path if path and Path(path) != REPOSITORY), libraries]
    start = f"import sys; sys.path[:] = {paths!r}; from article_visuals import main; main()"

    def run(*command: str) -> str:
        made = subprocess.run(
            [sys.executable, "-c", start, *command],
            cwd=blog,
            env={**os.environ, "PYTHONPATH": str(site)},
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert (made.returncode, made.stderr) == (0, b""), made.stderr
        return made.stdout.decode()

    return run


def test_it_makes_a_project_and_its_picture_from_nothing(visuals: Callable[..., str], blog: Path) -> None:
    for command in (["init"], ["build"], ["check"], ["new", "chart"], ["kinds"]):
        visuals(*command)
    assert (blog / "output" / "quote_card.og.png").is_file()


def test_it_makes_pictures_of_a_custom_kind(visuals: Callable[..., str], blog: Path) -> None:
    (blog / "kinds").mkdir()
    (blog / "kinds" / "callout.py").write_text(KIND, encoding="utf-8")
    (blog / "visuals.toml").write_text('kinds = ["callout"]\n')
    (blog / "specs").mkdir()
    (blog / "specs" / "gap.yaml").write_text("kind: callout\ntext: Mind the gap\n")
    assert "output/gap.og.png" in visuals("build")
    assert visuals("describe", "specs/gap.yaml").startswith("Mind the gap")
