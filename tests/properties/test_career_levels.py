"""Whatever stands on a lattice: no text touches anything, no move a card, and every milestone is named or counted."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations, pairwise

import pytest

from pipeline import theme
from pipeline.curves import flatten
from pipeline.errors import FitError
from pipeline.geometry import Rect
from pipeline.kinds.career_roadmap.model import Orientation, Plan
from pipeline.scene import Paint, Path, Scene, Stroke
from tests import lattices, roadmaps
from tests.visuals import forgotten

PAPER = theme.load("paper").colors
ORIENTATIONS: tuple[Orientation, ...] = ("auto", "auto", "vertical", "horizontal")


@cache
def laid_out(seed: int) -> tuple[Plan, Scene] | None:
    orientation = ORIENTATIONS[seed % 4]
    plan = lattices.random_plan(seed)._replace(orientation=orientation, is_mirrored=seed % 3 == 2)
    try:
        return plan, lattices.scene(plan, lattices.SIZES[seed % 5])
    except FitError:
        assert orientation != "auto" or len(plan.paths) > 4, "a few tracks always fit"
        return None


@pytest.mark.parametrize("first", range(0, 100, 20))
def test_no_text_touches_a_text_a_line_a_mark_a_cards_edge_or_the_pages(first: int) -> None:
    for seed in range(first, first + 20):
        found = laid_out(seed)
        if found:
            assert lattices.collisions(found[1]) == [], seed


@pytest.mark.parametrize("first", range(0, 100, 20))
def test_every_milestone_is_named_or_counted(first: int) -> None:
    for seed in range(first, first + 20):
        found = laid_out(seed)
        if found:
            plan, scene = found
            said = roadmaps.titles(scene)
            named = {stop.field for way in plan.paths for stop in way.stops if stop.title.field in said}
            assert len(named) + counted(scene) == sum(len(way.stops) for way in plan.paths), seed


@pytest.mark.parametrize("first", range(0, 100, 20))
def test_nothing_that_a_lattice_says_is_forgotten(first: int) -> None:
    for seed in range(first, first + 20):
        found = laid_out(seed)
        if found:
            assert forgotten(found[1]) == [], seed


@pytest.mark.parametrize("first", range(0, 80, 40))
def test_no_line_touches_a_card(first: int) -> None:
    for seed in range(first, first + 40):
        found = laid_out(seed)
        if found:
            scene = found[1]
            inner = [card.inset(1) for card in lattices.cards(scene)]
            for points in lines(scene):
                assert not any(crosses(points, card) for card in inner), seed


@pytest.mark.parametrize("first", range(0, 80, 40))
def test_lines_lie_on_one_another_only_where_they_lead_to_the_same_place(first: int) -> None:
    for seed in range(first, first + 40):
        found = laid_out(seed)
        if found:
            pieces = straight_pieces(found[1])
            for (one, color), (other, other_color) in combinations(pieces, 2):
                assert color == other_color or not one.intersection(other), seed


def counted(scene: Scene) -> int:
    """How many milestones stand behind a "+3"."""
    return sum(int(run.text[1:]) for run in roadmaps.runs(scene) if re.fullmatch(r"\+\d+", run.text))


def lines(scene: Scene) -> list[list[tuple[float, float]]]:
    """The chains of points of all drawn lines; those that are closed are the edges of optional cards."""
    paths = [item for item in scene.items if isinstance(item, Path) and isinstance(item.stroke, Stroke)]
    contours = [contour for path in paths for contour in flatten(path.outline, 0.5)]
    return [contour.points for contour in contours if not contour.is_closed]


def straight_pieces(scene: Scene) -> list[tuple[Rect, Paint]]:
    """The long straight pieces of all drawn lines but the halos, each 2 px wide, upright ones and level ones apart."""
    found = []
    for item in scene.items:
        if isinstance(item, Path) and item.stroke and item.stroke.paint not in (PAPER.paper, PAPER.rule_strong):
            for (_, *start), (name, *end) in pairwise(item.outline):
                (x0, y0), (x1, y1) = start[-2:], end[-2:] or start[-2:]
                if name == "L" and abs(x1 - x0) + abs(y1 - y0) > 8:
                    upright = abs(x1 - x0) < 0.1
                    shift = 0 if upright else 10_000  # crossings are no matter here
                    width, height = (2, abs(y1 - y0) - 6) if upright else (abs(x1 - x0) - 6, 2)
                    middle_x, middle_y = (x0 + x1) / 2, (y0 + y1) / 2 + shift
                    box = Rect(middle_x - width / 2, middle_y - height / 2, width, height)
                    found.append((box, item.stroke.paint))
    return found


def crosses(points: list[tuple[float, float]], card: Rect) -> bool:
    return any(
        Rect(min(x0, x1), min(y0, y1), abs(x1 - x0) or 0.01, abs(y1 - y0) or 0.01).intersection(card)
        for (x0, y0), (x1, y1) in pairwise(points)
    )
