"""The scenes of all kinds, as they were accepted: the article's specs, and the specs that lie beside their snapshots.

A new kind's spec, and a further one in `tests/snapshots/<kind>/`, joins by being there. A spec's sizes are those it
names, its theme the first one.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import kinds, source
from pipeline.kinds.kind import Kind
from pipeline.rendering import lay_out, load
from pipeline.scene import Scene, TextRun, walk
from pipeline.schema import Spec
from tests import snapshot
from tests.conftest import REPOSITORY

ARTICLE = sorted((REPOSITORY / "specs").glob("*.yaml"))
FURTHER = sorted(snapshot.FOLDER.glob("*/*.yaml"))


def built(path: Path) -> tuple[Kind, Spec]:
    return kinds.build(source.read(str(path)))[:2]


def laid_out(path: Path, size: str, look: str, fonts: str) -> Scene:
    return lay_out(load(path), size, look, fonts)[0]


def stored(path: Path, size: str) -> Path:
    """Where the snapshot of a spec in a size lies."""
    return snapshot.FOLDER / built(path)[0].name / f"{path.stem}.{size}.txt"


CASES = [(path, size) for path in (*ARTICLE, *FURTHER) for size in built(path)[1].sizes]


@pytest.mark.parametrize(("path", "size"), CASES, ids=lambda value: getattr(value, "stem", value))
def test_the_scene_is_as_it_was_accepted(path: Path, size: str, fonts: str, request: pytest.FixtureRequest) -> None:
    found = laid_out(path, size, built(path)[1].themes[0], fonts)
    snapshot.compare(stored(path, size), str(found), request.config)


def test_no_snapshot_is_left_over() -> None:
    found = {path for kind in kinds.names() for path in snapshot.FOLDER.glob(f"{kind}/*.txt")}
    assert found == {stored(path, size) for path, size in CASES}


@pytest.mark.parametrize("path", [*ARTICLE, *FURTHER], ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_both_themes_have_one_layout(path: Path, fonts: str) -> None:
    size = built(path)[1].sizes[-1]
    paper, ink = (laid_out(path, size, look, fonts) for look in ("paper", "ink"))
    assert _letters(paper) == _letters(ink)
    assert paper.items != ink.items


def _letters(found: Scene) -> list[object]:
    return [(run.origin, run.glyphs) for run, _ in walk(found.items) if isinstance(run, TextRun)]
