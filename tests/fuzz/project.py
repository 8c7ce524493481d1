"""The project that every input is tried in: right files, links that lead out of it, and what lies outside.

WORK/project/   pyproject.toml, article.md, specs/, output/      commands run in here
WORK/outside/   files that nothing inside may lead to
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.fuzz import images

REPOSITORY = Path(__file__).parent.parent.parent
EXAMPLE = REPOSITORY / "docs" / "example"
PROJECT, OUTSIDE = "project", "outside"
DEFAULTS = b"sizes: [640x336]\nthemes: [paper]\n"  # small pictures are quick ones
THEME = b'extends: paper\naccent: "#6A2BD9"\nhandle: "@ada"\nlogo: {file: ../logo.png, size: 44}\n'
CARD = b"kind: quote_card\ntext: Every *word* counts.\nmotif: none\nauthor: Ada\navatar: face.png\nthemes: [mine]\n"
LINKS = {  # from a place in the project to where it leads
    "specs/out.csv": "../../outside/table.csv",
    "specs/out.png": "../../outside/picture.png",
    "specs/out": "../../outside",
    "specs/loop.csv": "loop.csv",
    "specs/themes/out.yaml": "../../../outside/theme.yaml",
    "output/out.640x336.png": "../../outside/picture.png",
}
PIPES = ("specs/pipe.csv", "specs/pipe.png")


def material(folder: Path) -> dict[str, bytes]:
    """The right files of a project by name, with the pictures of its specs, which are made in `folder`."""
    specs = sorted([*(EXAMPLE / "specs").glob("[!_]*"), *(REPOSITORY / "specs").glob("*.csv")])
    made = {
        **{f"specs/{path.name}": path.read_bytes() for path in specs},
        "pyproject.toml": b"",
        "article.md": (EXAMPLE / "article.md").read_bytes(),
        "article.woven.md": (EXAMPLE / "article.woven.md").read_bytes(),
        "specs/_defaults.yaml": DEFAULTS,
        "specs/card.yaml": CARD,
        "specs/themes/mine.yaml": THEME,
        "specs/logo.png": images.encoded("PNG"),
        "specs/face.png": images.encoded("PNG"),
        "specs/face.jpg": images.encoded("JPEG"),
        "specs/face.webp": images.encoded("WEBP"),
    }
    write(folder, made)
    command = [sys.executable, "-m", "pipeline", "build", "--jobs", "1"]
    variables = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    subprocess.run(command, cwd=folder, env=variables, check=True, stdout=subprocess.DEVNULL)
    return {**made, **read(folder / "output", "output/")}


def lay_out(work: Path, files: Mapping[str, bytes]) -> Path:
    """A fresh project in `work` with these files, links and pipes, and files outside it; where the project is."""
    project, outside = work / PROJECT, work / OUTSIDE
    if not outside.exists():
        write(outside, {"table.csv": b"Source,Replies\nOutside,7\n", "picture.png": images.encoded("PNG")})
        write(outside, {"theme.yaml": THEME, "spec.yaml": CARD, "note.md": b"# Outside\n"})
    shutil.rmtree(project, ignore_errors=True)
    write(project, files)
    for name, target in LINKS.items():
        _place(project / name)
        os.symlink(target, project / name)
    for name in PIPES:
        _place(project / name)
        os.mkfifo(project / name)
    return project


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put files into a folder."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def read(folder: Path, prefix: str = "") -> dict[str, bytes]:
    """All regular files of a folder, their names after `prefix`."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return {prefix + path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def _place(path: Path) -> None:
    """Make room for a link or a pipe."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
