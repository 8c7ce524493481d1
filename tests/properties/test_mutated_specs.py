"""Whatever becomes of a spec, the command has an answer: a picture, or problems each with a place; never a traceback.

`MUTATIONS=50000` tries ten times as many. What both accept is also laid out, now and then.
"""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from pipeline import kinds, legibility, sizes, source
from pipeline.characters import is_blank
from pipeline.errors import PipelineError, Problem
from pipeline.geometry import Rect, Size
from pipeline.rendering import Visual, lay_out, load
from tests.amounts import some_of
from tests.authoring.test_schemas import editors_accept, form_is_right
from tests.conftest import REPOSITORY
from tests.mutated import BASES, plain, spoilt_text, spoilt_tree

MOST = int(os.environ.get("MUTATIONS", "2500"))
LAID_OUT = MOST // 20
DATA = sorted((REPOSITORY / "specs").glob("*.csv"))
SIZES = ("og", "portrait", "story")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the data files that the specs name."""
    made = tmp_path_factory.mktemp("mutated") / "specs"
    made.mkdir()
    for path in DATA:
        shutil.copy(path, made)
    shutil.copytree(REPOSITORY / "specs" / "photos", made / "photos")
    (made.parent / "pyproject.toml").touch()
    return made


def some(examples: int) -> settings:
    checks = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
    phases = (Phase.explicit, Phase.generate)
    return settings(
        max_examples=some_of(examples),
        deadline=None,
        derandomize=True,
        database=None,
        phases=phases,
        suppress_health_check=checks,
    )


@some(MOST // 2)
@given(st.integers(0, 2**64))
def test_a_spec_whose_values_were_mutated_is_told_with_places(folder: Path, seed: int) -> None:
    chance = random.Random(seed)
    judge(folder, _tree(chance))


@some(MOST - MOST // 2)
@given(st.integers(0, 2**64))
def test_a_spec_whose_text_was_mutated_is_told_with_places(folder: Path, seed: int) -> None:
    chance = random.Random(seed)
    judge(folder, _text(chance))


@some(LAID_OUT)
@given(st.integers(0, 2**64))
def test_a_mutated_spec_that_is_accepted_is_laid_out_or_refused(folder: Path, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(20):  # until one is accepted
        visual = judge(folder, chance.choice((_tree, _text))(chance))
        if visual is not None:
            size = sizes.parse(chance.choice(SIZES)).size
            told(visual.path, lambda: _lay_out(visual, size))  # noqa: B023  # called at once
            return


def judge(folder: Path, text: str) -> Visual | None:
    """What a mutated spec becomes; asserts that each problem has a place in it, and that editors say the same."""
    note(text)
    path = folder / "mutated.yaml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    visual = told(str(path), lambda: load(path))
    try:
        node = source.read(str(path))
    except PipelineError:
        assert visual is None
        return None
    kind = node.child("kind")
    if kind is not None and kind.value in kinds.names():
        accepted, is_right = editors_accept(str(kind.value), node.plain()), form_is_right(str(kind.value), node)
        assert accepted == is_right or (accepted and holds_what_no_schema_sees(node.plain()))
        assert is_right or visual is None
    return visual


def holds_what_no_schema_sees(value: Any) -> bool:
    """Whether there is a number of more digits than a text may have letters, a `3.0`, or a text that is none.

    A schema counts the letters of texts, whatever they are: invisible ones, and those of a day that does not exist.
    """
    if isinstance(value, dict | list):
        return any(map(holds_what_no_schema_sees, value.values() if isinstance(value, dict) else value))
    if isinstance(value, str):
        return bool(value.strip()) and (is_blank(value) or is_no_day(value))
    return isinstance(value, int | float) and (abs(value) >= 1e15 or (isinstance(value, float) and value.is_integer()))


def is_no_day(text: str) -> bool:
    found = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text, re.ASCII)
    try:
        return bool(found and not date(*map(int, found.groups())))
    except ValueError:
        return True


def told(path: str, act: Callable[[], Visual]) -> Visual | None:
    """What `act` returns, or None where it raises problems; any other exception is a bug, as is one without a place."""
    try:
        return act()
    except PipelineError as error:
        problems = error.problems
    lines = Path(path).read_bytes().decode("utf-8", "replace").splitlines()
    assert problems
    for problem in problems:
        assert_told(problem, path, len(lines))
    return None


def assert_told(problem: Problem, path: str, lines: int) -> None:
    """A fact on one line with a place, and, in the spec itself, on a line that it has."""
    assert problem.message
    assert "\n" not in problem.message
    assert problem.place is not None, problem
    assert problem.place.line >= 1
    assert problem.place.column >= 1
    if problem.place.path == path:
        assert problem.place.line <= lines + 1, problem
    str(problem).encode("utf-8", "backslashreplace")


def _tree(chance: random.Random) -> str:
    return spoilt_tree(chance, plain(chance.choice(BASES)))


def _text(chance: random.Random) -> str:
    return spoilt_text(chance, chance.choice(BASES).read_text(encoding="utf-8"))


def _lay_out(visual: Visual, size: Size) -> Visual:
    scene, *_ = lay_out(visual, f"{size.width:g}x{size.height:g}")
    assert legibility.measure(scene, Rect.of(size)).faint == ()
    return visual
