"""The wheel: complete, and enough to set a project up and make its picture outside of the checkout."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from importlib.util import find_spec
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
    ours = f"import sys; sys.path[:] = {paths!r}; from article_visuals import main; main()"
    mkdocs = f"import sys; sys.path[:] = {paths[1:]!r}; from mkdocs.__main__ import cli; cli()"

    def run(*command: str, of_mkdocs: bool = False, says: bytes | None = b"") -> str:
        made = subprocess.run(
            [sys.executable, "-c", mkdocs if of_mkdocs else ours, *command],
            cwd=blog,
            env={**os.environ, "PYTHONPATH": str(site), "NO_MKDOCS_2_WARNING": "1"},
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert made.returncode == 0, made.stderr
        assert says is None or made.stderr == says, made.stderr
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


# The way that README prints, from an empty folder beside a fresh site to a published page

README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
ARTICLE = """\
---
title: Nine days
---

Nothing is ever lost, says Ada Example.

Suggested Visual: a quote card, “Nothing is ever lost”

## What I learnt

- Ask for feedback
- Sleep before you answer

Suggested Visual: a checklist of what I learnt
"""
HUGO = {
    "hugo.toml": "baseURL = 'https://example.org/'\ndisableKinds = ['taxonomy', 'term', 'RSS', 'sitemap']\n",
    "layouts/single.html": '<html><head>{{ partial "opengraph.html" . }}</head><body>{{ .Content }}</body></html>',
    "layouts/list.html": "{{ .Content }}",
    "content/nine-days.md": ARTICLE,
}
MKDOCS = {
    "mkdocs.yml": "site_name: T\nsite_url: https://example.org/\n",
    "docs/index.md": "# T\n",
    "docs/nine-days.md": ARTICLE,
}
SITES = os.environ.get("VISUALS_SITES", "")


def ways() -> dict[str, list[list[str]]]:
    """The commands of each way, by the generator that its last one runs."""
    blocks = re.findall(r"^```bash\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    lines = [[shlex.split(line, comments=True) for line in block.splitlines()] for block in blocks]
    return {block[-1][0]: block for block in lines}


def test_each_way_takes_six_commands_and_begins_with_the_wheel() -> None:
    assert set(ways()) == {"hugo", "mkdocs"}
    for way in ways().values():
        assert len(way) <= 6
        assert way[0][1] == "install"
        assert [command[0] for command in way[1:-1]] == ["visuals"] * (len(way) - 2)


@pytest.mark.parametrize(
    ("generator", "files", "page", "card"),
    [
        ("hugo", HUGO, "public/nine-days/index.html", "/visuals/quote-card-nothing-ever-lost.og.png"),
        ("mkdocs", MKDOCS, "site/nine-days/index.html", "/assets/images/social/nine-days.png"),
    ],
)
def test_the_way_leads_to_a_page_with_its_pictures_and_its_card(
    visuals: Callable[..., str], blog: Path, generator: str, files: dict[str, str], page: str, card: str
) -> None:
    for name, text in files.items():
        (blog / name).parent.mkdir(parents=True, exist_ok=True)
        (blog / name).write_text(text, encoding="utf-8")
    for command in ways()[generator][1:-1]:
        assert "passed over" not in visuals(*command[1:], says=None)
    _publish(generator, visuals, blog)
    html = (blog / page).read_text(encoding="utf-8")
    shown = re.findall(r'<img [^>]*?src="([^"]+)"', html)
    assert len(shown) == 2
    root = blog / page.split("/")[0]
    for address in shown:
        assert (root / address.lstrip("/") if address[0] == "/" else (blog / page).parent / address).resolve().is_file()
    assert f'property="og:image" content="https://example.org{card}"' in html
    assert (root / card.lstrip("/")).is_file()
    visuals("check", says=None)


def _publish(generator: str, visuals: Callable[..., str], blog: Path) -> None:
    """Build the site; where its generator is not installed, the test is skipped."""
    if generator == "mkdocs":
        if find_spec("mkdocs") is None:
            pytest.skip("MkDocs is not installed")
        visuals("build", of_mkdocs=True, says=None)
        return
    program = shutil.which(os.path.join(SITES, "bin", "hugo")) if SITES else shutil.which("hugo")
    if program is None:
        pytest.skip("Hugo is not installed")
    subprocess.run([program], cwd=blog, check=True, timeout=60, capture_output=True)
