"""Small sites for tests of the plugins, and their generators as processes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from html import unescape
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.conftest import QUOTE, REPOSITORY, write_spec

NEEDS_MKDOCS = pytest.mark.skipif(find_spec("mkdocs") is None, reason="MkDocs is not installed")
NEEDS_MATERIAL = pytest.mark.skipif(find_spec("material") is None, reason="Material for MkDocs is not installed")
NEEDS_SPHINX = pytest.mark.skipif(find_spec("sphinx") is None, reason="Sphinx is not installed")
NEEDS_MYST = pytest.mark.skipif(find_spec("myst_parser") is None, reason="MyST is not installed")
SETTINGS = 'specs = "specs"\noutput = "docs/visuals"\n'
SITE = "The Second Letter"


def project(folder: Path, pages: dict[str, str]) -> Path:
    """A project with one spec, whose pages lie in docs/."""
    (folder / "visuals.toml").write_text(SETTINGS, encoding="utf-8")
    write_spec(folder, "word", QUOTE)
    for name, text in pages.items():
        page = folder / "docs" / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")
    return folder


def installed(folder: Path) -> Path:
    """A folder that says to Python what is installed: our package, with the entry points of pyproject.toml."""
    about = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    written = folder / f"{about['name'].replace('-', '_')}-0.dist-info"
    written.mkdir(parents=True)
    (written / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {about['name']}\nVersion: 0\n", encoding="utf-8")
    lines = []
    for group, points in about["entry-points"].items():
        lines += [f"[{group}]", *(f"{name} = {target}" for name, target in points.items())]
    (written / "entry_points.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def run(folder: Path, *arguments: str, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run a module of this Python in a folder, ours on its path."""
    paths = [str(REPOSITORY), *([str(path)] if path else [])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False
    )


def tags_of(html: str) -> dict[str, str]:
    """The tags of Open Graph and X in a page, by their names; one that is there twice fails."""
    found = re.findall(r'<meta (?:property|name)="((?:og|twitter):[\w:]+)" content="([^"]*)"', html)
    assert len(dict(found)) == len(found)
    return {name: unescape(text) for name, text in found}
