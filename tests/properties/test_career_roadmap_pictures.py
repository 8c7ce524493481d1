"""Whatever the roadmap, its finished picture has no text that touches anything, and every milestone is on its path."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from random import Random

import pytest

from pipeline import theme
from pipeline.kinds.career_roadmap.spec import (
    CareerRoadmap,
    Closed,
    Connection,
    Decision,
    Done,
    Milestone,
    Start,
    Track,
)
from pipeline.scene import Scene
from tests.kinds.career_roadmap import maps
from tests.roadmaps import collisions, marks, titles
from tests.visuals import forgotten

SIZES = ("og", "portrait", "square", "wide", "story")
WORDS = (
    *("Lead", "the", "pricing", "rebuild", "SQL", "and", "statistics", "Analyst", "level II", "research", "first"),
    *("certificate", "evening", "course", "mentoring", "portfolio", "review", "paying", "client", "Weiterbildung"),
)
STATES = ("done", "current", "planned", "optional")
PAPER = theme.load("paper")


def roadmap(seed: int, ways: int, most: int, lang: str = "en", as_of: str = "") -> CareerRoadmap:
    """Paths of one to `most` milestones within two years; with `as_of`, some with moves between them too."""
    chance = Random(seed)

    def title(most_words: int) -> str:
        return " ".join(chance.choices(WORDS, k=chance.randint(1, most_words))).capitalize()

    def track(way: int) -> Track:
        months = sorted(chance.randint(1, 24) for _ in range(chance.randint(1, most)))
        steps = tuple(
            Milestone(
                title=title(2 if number == len(months) - 1 else 5),
                at=f"{month} months",
                kind=chance.choice(("", "Course", "Internship", "Role")),
                state=chance.choice(STATES),  # type: ignore[arg-type]
                id=f"{way}.{number}",
            )
            for number, month in enumerate(months)
        )
        return Track(name=f"{way} {title(2)}", milestones=steps)

    paths = tuple(track(way) for way in range(ways))
    return CareerRoadmap(
        kind="career_roadmap",
        lang=lang,
        as_of=as_of,
        edges=moves(chance, paths) if as_of else (),
        start=Start(date="2026-11-20"),
        done=Done(title="Feedback call", date="2026-11-18"),
        closed=Closed(label="The job that said no"),
        decision=Decision(title="Pick a lead path", by="2027-01-31"),
        paths=paths,
    )


def moves(chance: Random, paths: Sequence[Track]) -> tuple[Connection, ...]:
    """Up to three moves, each to a later milestone of the next path; none of them leads round."""
    found = []
    for start, end in list(pairwise(paths))[:3]:
        pairs = [(a, b) for a in start.milestones for b in end.milestones if _months(a) < _months(b)]
        if pairs:
            leaves, joins = chance.choice(pairs)
            kind = chance.choice(("lateral", "merge", "switch"))
            found.append(Connection(start=leaves.id, end=joins.id, move=kind, label=chance.choice(("", "if I may"))))  # type: ignore[arg-type]
    return tuple(found)


def _months(step: Milestone) -> int:
    return int(step.at.split()[0])


def picture(spec: CareerRoadmap, size: str) -> Scene:
    """The spec's finished scene."""
    return maps.scene(maps.of_spec(spec), size)


@pytest.mark.parametrize("ways", range(1, 9))
@pytest.mark.parametrize("size", SIZES)
def test_no_text_touches_anything_and_no_milestone_is_lost(size: str, ways: int) -> None:
    for seed, most in enumerate((4, 8, 25)):
        spec = roadmap(100 * ways + seed, ways, most)
        scene = picture(spec, size)
        assert collisions(scene, (PAPER.colors.paper, PAPER.colors.surface)) == []
        assert_milestones_are_on_their_paths(spec, marks(scene))
        assert_titles_are_whole(spec, titles(scene))
        assert forgotten(scene) == []


@pytest.mark.parametrize("ways", [1, 2, 3, 5, 8])
@pytest.mark.parametrize("size", SIZES)
def test_no_text_touches_a_move_or_a_bar_of_today(size: str, ways: int) -> None:
    for seed, most in enumerate((4, 12)):
        spec = roadmap(7000 + 100 * ways + seed, ways, most, as_of="2027-06-10")
        assert collisions(picture(spec, size), (PAPER.colors.paper, PAPER.colors.surface)) == []


def assert_milestones_are_on_their_paths(spec: CareerRoadmap, middles: set[tuple[float, float]]) -> None:
    """For each path there is a line, across or down, with as many marks, or one more: the decision may stand on it."""
    lines = (Counter(y for _, y in middles), Counter(x for x, _ in middles))
    wanted = [len(track.milestones) for track in spec.paths]
    assert any(all(_is_there(wanted, count, line) for count in wanted) for line in lines)


def _is_there(wanted: Sequence[int], count: int, line: Counter[float]) -> bool:
    return sum(n in (count, count + 1) for n in line.values()) >= wanted.count(count)


def assert_titles_are_whole(spec: CareerRoadmap, words: dict[str, str]) -> None:
    """What is written of a title is all of it, and destinations are always named."""
    for way, track in enumerate(spec.paths):
        for number, step in enumerate(track.milestones):
            said = words.get(f"paths[{way}].milestones[{number}].title")
            assert said is not None or number < len(track.milestones) - 1
            assert said is None or _letters(said) == _letters(step.title)


def _letters(text: str) -> str:
    return text.replace("-", "").replace(" ", "")
