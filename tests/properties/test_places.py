"""A character that no face has is told with the place of the text that has it, in every kind, key and size."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import kinds, source
from pipeline.authoring import starters
from pipeline.errors import PipelineError, Problem
from pipeline.rendering import lay_out, load
from pipeline.source import Node
from tests.conftest import REPOSITORY, write_spec

CUNEIFORM = "\U00012000"  # no face of ours has it
NOT_SHOWN = ("kind", "sizes", "themes", "lang", "alt", "optimize", "embed", "budget")
FIELDS_TRIED = 25  # of each spec


def texts() -> dict[str, str]:
    """The samples and the starters."""
    samples = {path.stem: path.read_text(encoding="utf-8") for path in (REPOSITORY / "specs").glob("[!_]*.yaml")}
    return {**samples, **{f"starter of {kind}": starters.starter(kind) for kind in kinds.names()}}


def fields(node: Node, path: str = "") -> Iterator[tuple[str, str]]:
    """Each text of a spec by its field."""
    if isinstance(node.value, dict):
        for key, child in node.value.items():
            yield from fields(child, f"{path}.{key}" if path else key)
    elif isinstance(node.value, tuple):
        for index, child in enumerate(node.value):
            yield from fields(child, f"{path}[{index}]")
    elif isinstance(node.value, str):
        yield path, node.value


@pytest.mark.parametrize("name", sorted(texts()))
def test_a_character_without_a_face_has_its_place(project: Path, name: str) -> None:
    text = texts()[name]
    path = str(write_spec(project, "word", text).relative_to(project))
    written = [
        (field, said) for field, said in fields(source.parse(text, path)) if field.split(".")[0] not in NOT_SHOWN
    ]
    chance = random.Random(name)
    for field, said in chance.sample(written, min(FIELDS_TRIED, len(written))):
        changed = said.replace('"', "").replace("\\", "") + CUNEIFORM
        size = chance.choice(("og", "portrait", "story"))
        problems = problems_of(path, f'{field}="{changed}"', size)
        assert [problem for problem in problems if problem.place is None] == [], (field, size)


def problems_of(path: str, change: str, size: str) -> tuple[Problem, ...]:
    """What is wrong with a spec when it is changed; nothing where the text is not shown."""
    try:
        lay_out(load(path, [change]), size)
    except PipelineError as error:
        return error.problems
    return ()


@pytest.mark.parametrize(
    ("theme", "place"),
    [
        ("handle: '@a\U00012000'\n", "specs/themes/mine.yaml:2:9: theme.handle: no face has"),
        ("faces:\n  display: [Nowhere]\n", "specs/themes/mine.yaml:3:3: theme.faces: no face of the family `Nowhere`"),
    ],
)
def test_what_a_theme_asks_for_and_is_not_there_has_its_place_in_the_theme(
    project: Path, theme: str, place: str
) -> None:
    (project / "specs" / "themes").mkdir()
    (project / "specs" / "themes" / "mine.yaml").write_text(f"extends: paper\n{theme}", encoding="utf-8")
    path = write_spec(project, "word", "kind: quote_card\ntext: Go.\nthemes: [mine]\n").relative_to(project)
    with pytest.raises(PipelineError) as caught:
        lay_out(load(path))
    assert str(caught.value).startswith(place)
