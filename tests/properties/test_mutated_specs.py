"""Whatever becomes of a spec, the command has an answer: a picture, or problems each with a place; never a traceback.

    tree    a right spec with values replaced, moved, nested, renamed, left out      what an author misunderstands
    text    its letters cut, doubled, shifted, replaced                              what an editor or a merge leaves

`MUTATIONS=50000` tries ten times as many. What both accept is also laid out, now and then.
"""

from __future__ import annotations

import json
import os
import random
import shutil
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from pipeline import fit, kinds, sizes, source
from pipeline.characters import is_blank
from pipeline.errors import PipelineError, Problem
from pipeline.geometry import Rect, Size
from pipeline.render import Visual, lay_out, load
from tests.authoring.test_schemas import editors_accept, form_is_right
from tests.conftest import REPOSITORY

MOST = int(os.environ.get("MUTATIONS", "5000"))
LAID_OUT = MOST // 20
BASES = sorted(
    [*(REPOSITORY / "specs").glob("[!_]*.yaml"), *(REPOSITORY / "pipeline" / "kinds").glob("*/starter.yaml")]
)
DATA = sorted((REPOSITORY / "specs").glob("*.csv"))
SIZES = ("og", "portrait", "story")

WORDS = (
    "",
    " ",
    "x",
    "0",
    "-1",
    "No",
    "12:30",
    "2026-02-30",
    "=1+1",
    "*",
    "a*b*c**",
    "…",
    "og",
    "paper",
    "#12345",
    "../x",
)
ODD = (
    "\u202ertl\u202c", "\u0301\u0301", "e\u0301" * 40, "👩‍👩‍👧‍👦", "\ufffd", "\ue000", "\U0010fffd", "ﷺ", "\u00ad" * 9,
    "شكرا", "谢谢", "\u2028", "\u00a0", "İı", "Ω" * 500, "word " * 400, "W" * 3000, "\u200b", "<b>&amp;", "%s {n} {}",
)  # fmt: skip
NUMBERS = (0, -0.0, 1, -1, 2.5, 10**9, -(10**18), 10**400, 1e308, 5e-324)
OTHERS: tuple[Any, ...] = (None, True, False, [], {}, [[]], [None], {"": ""}, {"text": {"text": "x"}}, ["x"] * 300)
RAW = (
    "[" * 40 + "]" * 40, "[" * 3000 + "]" * 3000, "{a: " * 200 + "b" + "}" * 200, "9" * 6000, "1e999", ".nan", "-.inf",
    "0x1F", "!!str 1", "!!python/object:os.system x", "&a [*a]", "*nobody", "|", "? x", "- - - x", "''", '"\\x00"',
    '"\\ud800"', "{<<: {a: b}}", "2026-11-23", "1_000", "0o17", "~", "@x", "%x",
)  # fmt: skip
LETTERS = "\t\x00\x07\ufeff\u2028\x85:{}[]-#&*!|>'\"%@`,?\\ \nаé\u202e\U0001f600"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the data files that the specs name."""
    made = tmp_path_factory.mktemp("mutated") / "specs"
    made.mkdir()
    for path in DATA:
        shutil.copy(path, made)
    (made.parent / "pyproject.toml").touch()
    return made


def some(examples: int) -> settings:
    checks = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
    phases = (Phase.explicit, Phase.generate)
    return settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        phases=phases,
        suppress_health_check=checks,
    )


@some(MOST // 2)
@given(st.integers(0, 2**64))
def test_a_spec_whose_values_were_mutated_is_told_with_places(folder: Path, seed: int) -> None:
    judge(folder, spoilt_tree(random.Random(seed)))


@some(MOST - MOST // 2)
@given(st.integers(0, 2**64))
def test_a_spec_whose_text_was_mutated_is_told_with_places(folder: Path, seed: int) -> None:
    judge(folder, spoilt_text(random.Random(seed)))


@some(LAID_OUT)
@given(st.integers(0, 2**64))
def test_a_mutated_spec_that_is_accepted_is_laid_out_or_refused(folder: Path, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(20):  # until one is accepted
        visual = judge(folder, chance.choice((spoilt_tree, spoilt_text))(chance))
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
    """Whether there is a number of more digits than a text may have letters, or a text of invisible characters.

    A schema counts the letters of texts, whatever they are.
    """
    if isinstance(value, dict | list):
        return any(map(holds_what_no_schema_sees, value.values() if isinstance(value, dict) else value))
    if isinstance(value, str):
        return bool(value.strip()) and is_blank(value)
    return isinstance(value, int | float) and abs(value) >= 1e15


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


def spoilt_tree(chance: random.Random) -> str:
    """A right spec with one to three of its values changed, as JSON, which is YAML."""
    value = plain(chance.choice(BASES))
    for _ in range(chance.randint(1, 3)):
        way = chance.choice(ways(value))
        value = chance.choice(CHANGES)(value, way, chance)
    text = json.dumps(value, ensure_ascii=chance.random() < 0.1, indent=1)
    for index, raw in enumerate(RAW):
        text = text.replace(f'"@{index}@"', raw)
    return text


def spoilt_text(chance: random.Random) -> str:
    """The text of a right spec, with one to four of its letters or lines changed."""
    text = chance.choice(BASES).read_text(encoding="utf-8")
    for _ in range(chance.randint(1, 4)):
        at = chance.randint(0, len(text))
        until = min(len(text), at + int(chance.expovariate(0.1)) + 1)
        begin = text.rfind("\n", 0, at) + 1
        end = text.find("\n", at) + 1 or len(text)
        letter, odd = chance.choice(LETTERS), chance.choice((*ODD, *WORDS, *RAW))
        text = chance.choice(
            (
                text[:at],
                text[:at] + text[until:],
                text[:at] + letter + text[at:],
                text[:at] + odd + text[at:],
                text[:at] + letter + text[at + 1 :],
                text[:begin] + text[end:],
                text[:end] + text[begin:],
                text[:begin] + " " * chance.randint(1, 4) + text[begin:],
                text[:begin] + text[begin:end].lstrip() + text[end:],
                text[:at] + text[at:until][::-1] + text[until:],
                text.replace("\n", "\r\n"),
                text[:begin] + text[begin:end].partition(":")[0] + ": " + odd + "\n" + text[end:],
            )
        )
    return text


Way = tuple[Any, ...]


def ways(value: Any, way: Way = ()) -> list[Way]:
    """The ways to all values inside a value, which may be long."""
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [(*way, key) for key, _ in entries] + [found for key, each in entries for found in ways(each, (*way, key))]


@cache
def _plain(path: Path) -> str:
    return json.dumps(source.parse(path.read_text(encoding="utf-8"), str(path)).plain())


def plain(path: Path) -> Any:
    """What a base says, anew each time."""
    return json.loads(_plain(path))


def _odd(chance: random.Random) -> Any:
    kind = chance.randrange(5)
    if kind == 4:
        return f"@{chance.randrange(len(RAW))}@"
    return deepcopy(chance.choice((WORDS, ODD, NUMBERS, OTHERS)[kind]))


def _at(value: Any, way: Way) -> Any:
    for step in way:
        value = value[step]
    return value


def _replace(value: Any, way: Way, chance: random.Random) -> Any:
    _at(value, way[:-1])[way[-1]] = _odd(chance)
    return value


def _wrap(value: Any, way: Way, chance: random.Random) -> Any:
    home, inner = _at(value, way[:-1]), _at(value, way)
    home[way[-1]] = chance.choice(([inner], {"text": inner}, {str(way[-1]): inner}, [inner, inner], [[[inner]]]))
    return value


def _remove(value: Any, way: Way, chance: random.Random) -> Any:
    del _at(value, way[:-1])[way[-1]]
    return value


def _rename(value: Any, way: Way, chance: random.Random) -> Any:
    home = _at(value, way[:-1])
    if isinstance(home, dict):
        name = str(way[-1])
        renamed = chance.choice(
            (name.upper(), name[:-1], f"{name}s", " " + name, chance.choice(ODD), "", name + "\u0301")
        )
        home[renamed] = home.pop(way[-1])
    return value


def _add(value: Any, way: Way, chance: random.Random) -> Any:
    home = _at(value, way[:-1])
    if isinstance(home, dict):
        home[chance.choice(KEYS)] = _odd(chance)
    else:
        home.insert(chance.randint(0, len(home)), _odd(chance))
    return value


def _repeat(value: Any, way: Way, chance: random.Random) -> Any:
    home = _at(value, way[:-1])
    if isinstance(home, list):
        home.extend([home[way[-1]]] * chance.choice((1, 2, 60)))
    return value


def _move(value: Any, way: Way, chance: random.Random) -> Any:
    other = chance.choice(ways(value))
    _at(value, way[:-1])[way[-1]] = deepcopy(_at(value, other))
    return value


CHANGES: tuple[Callable[[Any, Way, random.Random], Any], ...] = (
    *(_replace,) * 4, _wrap, _remove, _rename, _add, _add, _repeat, _move,
)  # fmt: skip
KEYS = sorted(
    {key for name in kinds.names() for key in kinds.load(name).spec.__struct_fields__} | {"theme", "zzz", "on"}
)


def _lay_out(visual: Visual, size: Size) -> Visual:
    scene, *_ = lay_out(visual, f"{size.width:g}x{size.height:g}")
    assert fit.measure(scene, Rect.of(size)).faint == ()
    return visual
