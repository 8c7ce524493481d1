"""Random moves between random paths: whatever crosses whatever, no word touches anything."""

from __future__ import annotations

from random import Random

import pytest

from pipeline import theme
from pipeline.errors import FitError, SpecError
from pipeline.kinds.career_roadmap.model import Plan
from tests.kinds.career_roadmap.maps import backgrounds, of_lines, scene, text
from tests.roadmaps import collisions

MAPS = 70
PAPER = backgrounds(theme.load("paper"))


@pytest.mark.parametrize("size", ["og", "portrait", "square"])
def test_random_moves_touch_no_word(size: str) -> None:
    random = Random(7)
    drawn = refused = 0
    for _ in range(MAPS):
        plan = _random_plan(random)
        if plan is None:
            continue
        try:
            found = scene(plan, size)
        except FitError:
            refused += 1
            continue
        drawn += 1
        assert collisions(found, PAPER) == []
    assert drawn > 10
    assert refused <= 2


def _random_plan(random: Random) -> Plan | None:
    """A map with one to three moves; None where they would form a cycle or go back in time."""
    paths, milestones = random.choice((2, 3, 4, 5)), random.choice((2, 4, 6))
    lines, path, step = [], -1, 0
    for line in text(paths, milestones).splitlines():
        if line.startswith("  - name"):
            path, step = path + 1, 0
        if line.startswith("      - {"):
            line, step = f"{line[:-1]}, id: p{path}s{step}}}", step + 1
        lines.append(line)
    lines.append("edges:")
    for _ in range(random.randint(1, 3)):
        start, end = random.sample(range(paths), 2)
        ends = f"from: p{start}s{random.randrange(milestones)}, to: p{end}s{random.randrange(milestones)}"
        lines.append(f"  - {{{ends}, type: {random.choice(('lateral', 'merge', 'switch'))}, label: back in}}")
    try:
        return of_lines("\n".join(lines) + "\n")
    except SpecError:
        return None
