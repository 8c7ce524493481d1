"""Whatever a roadmap says, each of its pictures shows it, stands for it, or leaves it out with a reason."""

from __future__ import annotations

from itertools import pairwise
from random import Random
from typing import Any

import pytest

from pipeline.content import leaves
from pipeline.errors import FitError, SpecError
from tests.visuals import forgotten, page, visual

SPECS = 20  # of each style in each size
SIZES = ("og", "portrait", "square", "wide", "story")
WORDS = (
    "Lead",
    "the",
    "pricing",
    "rebuild",
    "SQL",
    "and",
    "statistics",
    "level II",
    "Weiterbildung",
    "*first*",
    "client",
)
STATES = ("done", "current", "planned", "optional")
TIMES = {
    "spans": [f"{months} months" for months in range(1, 40)],
    "dates": [f"{year}-{month:02}" for year in (2026, 2027, 2028) for month in range(1, 13)],
    "days": [f"{day} Mar {year}" for year in (2027, 2028, 2029) for day in range(1, 29, 3)],
    "levels": [f"L{level}" for level in range(1, 9)],
    "none": [""],
}


def roadmap(seed: int, style: str) -> dict[str, Any]:
    """Paths of any number and length, with whatever else may stand on a map."""
    chance = Random(seed)

    def words(most: int) -> str:
        return " ".join(chance.choices(WORDS, k=chance.randint(1, most)))

    def some(text: Any, share: float = 0.5) -> Any:
        return text if chance.random() < share else type(text)()

    times = TIMES[chance.choice(list(TIMES))]
    paths = []
    for way in range(chance.randint(1, 8)):
        count = chance.choice((0, 1, 2, 3, 4, 6, 12, 25))
        ats = sorted(chance.choice(range(len(times))) for _ in range(count))
        steps = [
            {
                "title": words(4),
                "at": times[at],
                "kind": some("Role"),
                "state": chance.choice(STATES),
                "detail": some(words(9), 0.3),
                "skills": some(["SQL", "R"], 0.3),
                "id": f"{way}.{number}",
            }
            for number, at in enumerate(ats)
        ]
        paths.append({"name": f"{way} {words(2)}", "milestones": steps})
    keys = {
        "kind": "career_roadmap",
        "style": style,
        "paths": paths,
        "eyebrow": some("Roadmap"),
        "standfirst": some(words(9)),
        "start": some({"label": "Here"}, 0.3) | ({"date": "2026-01-01"} if chance.random() < 0.5 else {}),
        "orientation": chance.choice(("auto", "auto", "horizontal", "vertical")),
        "lang": chance.choice(("en", "de", "fr", "es", "fi")),
        "done": some({"title": words(3), "date": "last week"}),
        "closed": some({"label": words(3)}),
        "decision": some({"title": words(3), "by": "soon"}),
        "edges": moves(chance, paths),
    }
    return {key: value for key, value in keys.items() if value}


def moves(chance: Random, paths: list[dict[str, Any]]) -> list[dict[str, str]]:
    """A move or two from the first milestone of a path to the last one of the next."""
    full = [path["milestones"] for path in paths if path["milestones"]]
    pairs = list(pairwise(full))[: chance.randint(0, 3)]
    kinds = ("lateral", "merge", "switch")
    return [
        {"from": a[0]["id"], "to": b[-1]["id"], "type": chance.choice(kinds), "label": chance.choice(("", "if I may"))}
        for a, b in pairs
    ]


@pytest.mark.parametrize("style", ["metro", "levels"])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_forgotten(size: str, style: str) -> None:
    drawn = 0
    for seed in range(SPECS):
        try:
            made = visual(roadmap(1_000 * SIZES.index(size) + seed, style))
            found = page(made, size)
        except (SpecError, FitError):
            continue
        drawn += 1
        assert forgotten(found) == [], (seed, size, style)
        assert {leaf.field for leaf in leaves(made.content) if leaf.field.endswith(".name")} == {
            f"paths[{way}].name" for way in range(len(made.content.paths))
        }
    assert drawn > SPECS / 2
