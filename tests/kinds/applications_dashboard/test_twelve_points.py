"""The designer's checklist of twelve points, measured on the sample in every size; colours in both themes."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import pairwise

import pytest

from pipeline import theme
from pipeline.color import Color
from pipeline.geometry import Rect, Size
from pipeline.kinds.applications_dashboard.measures import measures_of
from pipeline.scene import Box, LinearGradient, Outline, Path, Scene, walk
from pipeline.theme import Colors
from pipeline.typography import ink
from tests.dashboards import blocks, bounds, runs, sample, scene, text_box

SIZES = ("og", "portrait", "square", "wide", "story")
LOOKS = ("paper", "ink")
KAPPA = 0.5523  # of the radius: where the control points of a quarter circle lie
STAGES = (24, 11, 6, 1)
SMALLEST_TITLE, SMALLEST_NUMERAL = 16, 14  # px where the picture is shown 400 px wide


@pytest.fixture(params=SIZES)
def size(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=LOOKS)
def look(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def colors(look: str) -> Colors:
    return theme.load(look).colors


@pytest.fixture
def found(size: str, look: str) -> Scene:
    return laid_out(size, look)


@cache
def laid_out(size: str, look: str) -> Scene:
    return scene(sample(), size, look)


def shapes(found: Scene) -> list[Path]:
    return [item for item, _ in walk(found.items) if isinstance(item, Path)]


def circles(found: Scene, *fills: Color) -> list[tuple[int, Rect]]:
    """Of each path of these fills that is nothing but circles, how many they are and the box around them."""
    found_ones = []
    for path in shapes(found):
        starts = sum(segment[0] == "M" for segment in path.outline)
        if path.fill in fills and path.stroke is None and len(path.outline) == 6 * starts:
            found_ones.append((starts, bounds(path.outline)))
    return found_ones


def dots(found: Scene, colors: Colors) -> list[tuple[int, int, Rect]]:
    """Of each tile the lit dots, all dots, and the box around them."""
    lit, dim = circles(found, colors.accent, colors.accent_2), circles(found, colors.surface_3)
    return [(one[0], one[0] + rest[0], one[1].union(rest[1])) for one, rest in zip(lit, dim, strict=True)]


def nodes(found: Scene, colors: Colors) -> list[Rect]:
    """The four nodes of the pipeline; the offer's is warm."""
    is_node = {8.0, 10.0}
    rects = blocks(found, colors.flow_node) + blocks(found, colors.accent_2)
    return [rect for rect in rects if round(rect.width, 6) in is_node]


def falls(found: Scene, colors: Colors) -> list[Path]:
    closed = (colors.flow_closed, colors.flow_closed_2)
    return [
        path for path in shapes(found) if isinstance(path.fill, LinearGradient) and path.fill.stops[0].color in closed
    ]


class TestTwelvePoints:
    def test_1_one_left_edge(self, found: Scene, colors: Colors) -> None:
        margin = measures_of(Size(*found.size)).margin
        firsts = [runs(found, role)[0] for role in ("eyebrow", "title", "tiles.label", "tiles.value", "stage.count")]
        (pipeline,) = (run for run in runs(found, "panels.title") if run.text == "Pipeline")
        for run in (*firsts, pipeline):
            letters = ink(run)
            assert letters is not None
            assert letters.x == pytest.approx(margin, abs=2), run.text  # A and J have side bearings of their own
        assert nodes(found, colors)[0].x == pytest.approx(margin)

    def test_2_one_board_and_one_shadow(self, found: Scene, colors: Colors) -> None:
        boxes = [item for item, _ in walk(found.items) if isinstance(item, Box)]
        assert sum(bool(box.shadows) for box in boxes) == 1
        assert sum(box.fill == colors.surface and box.rect.width > 100 for box in boxes) == 1

    def test_3_numerals_share_a_baseline_and_dots_stand_on_it(self, found: Scene, colors: Colors) -> None:
        rows = 1 if found.size.width > found.size.height else 2
        baselines = Counter(run.origin.y for run in runs(found, "tiles.value"))
        assert len(baselines) == rows
        for _, _, box in dots(found, colors):
            assert min(abs(box.bottom - baseline) for baseline in baselines) <= 1

    def test_4_lit_dots_are_the_numerals_and_all_dots_the_applications(self, found: Scene, colors: Colors) -> None:
        counted = sorted((lit, whole) for lit, whole, _ in dots(found, colors))
        assert counted == [(1, 24), (6, 24), (9, 24), (19, 24)]

    def test_5_stages_add_up(self, found: Scene, colors: Colors) -> None:
        counts = [int(run.text) for run in runs(found, "stage.count")]
        still = [int(run.text.split()[0]) for run in runs(found, "stage.open")]
        closed = [
            sum(int(word) for word in run.text.replace(",", "").split() if word.isdigit())
            for run in runs(found, "stage.closed")
        ]
        assert tuple(counts) == STAGES
        for stage, (count, after) in enumerate(pairwise(counts)):
            assert count == after + still[stage] + closed[stage]
        heights = [rect.height for rect in nodes(found, colors)]
        bands = [rect.height for rect in blocks(found, colors.flow_band)]
        assert bands == pytest.approx(heights[1:], abs=1)  # the offer's node is never thinner than 4 px

    def test_6_the_bands_have_one_straight_top_edge(self, found: Scene, colors: Colors) -> None:
        tops = {round(rect.y, 3) for rect in (*blocks(found, colors.flow_band), *nodes(found, colors))}
        assert len(tops) == 1

    def test_7_falls_are_quarter_circles_of_one_thickness_and_fade(self, found: Scene, colors: Colors) -> None:
        assert len(falls(found, colors)) == 6
        for path in falls(found, colors):
            outer, inner = _radii(path.outline)
            assert isinstance(path.fill, LinearGradient)
            turned = path.outline[1][-1]
            assert path.fill.start.y == pytest.approx(turned)  # where the turn ends, so that no seam is seen
            assert [stop.color.alpha for stop in path.fill.stops] == pytest.approx([1, 0.12])
            assert 0 < inner < outer

    def test_8_labels_touch_neither_a_band_nor_a_fall(self, found: Scene, colors: Colors) -> None:
        marks = [*blocks(found, colors.flow_band), *(bounds(path.outline) for path in falls(found, colors))]
        for run in runs(found, "stage.open"):
            assert [mark for mark in marks if text_box(run).intersection(mark)] == [], run.text

    def test_9_persimmon_is_the_offer(self, found: Scene, colors: Colors) -> None:
        warm = (colors.accent_2, colors.accent_2_text)
        assert {run.text for run in runs(found) if run.fill in warm} == {"Reply by 27 Nov", "1 open", "Offer"}
        assert [count for count, _ in circles(found, colors.accent_2)] == [1]
        assert len(blocks(found, colors.accent_2)) == 1

    def test_10_blocks_add_up(self, found: Scene, colors: Colors) -> None:
        top = max(run.origin.y for run in runs(found, "panels.weeks", "panels.title") if run.text == "Sent per week")
        across = [run.origin.x for run in runs(found, "panels.weeks.count")]
        lit, dim = (
            [
                rect
                for rect in blocks(found, fill)
                if min(across) - 40 < rect.x < max(across) + 40 and top < rect.y < top + 170 and rect.width > 12
            ]
            for fill in (colors.accent, colors.flow_closed)
        )
        assert sum(int(run.text) for run in runs(found, "panels.weeks.count")) == 24
        assert (len(lit), len(lit) + len(dim)) == (9, 24)

    def test_11_the_table_is_in_order_and_aligned(self, found: Scene, colors: Colors) -> None:
        dates = runs(found, "steps.next_date")
        days = [int(run.text.split()[1]) + 30 * run.text.endswith("Dec") for run in dates]
        assert days == sorted(days)
        lefts, rights = {run.origin.x for run in dates}, {round(run.origin.x + run.advance, 3) for run in dates}
        assert len(lefts) == 1 or len(rights) == 1
        pills = [item.rect for item, _ in walk(found.items) if isinstance(item, Box) and _is_pill(item)]
        rules = sorted(
            item.rect.y for item, _ in walk(found.items) if isinstance(item, Box) and _is_rule_beside(item, pills[0])
        )
        assert len(pills) == len(dates) == len(rules)
        for pill, (above, below) in zip(pills, pairwise(rules), strict=False):
            assert pill.center.y == pytest.approx((above + below) / 2, abs=1)

    def test_12_at_400_px_title_numerals_and_steps_can_be_seen(self, found: Scene, colors: Colors) -> None:
        scale = 400 / found.size.width
        assert min(run.size for run in runs(found, "title")) * scale >= SMALLEST_TITLE
        assert min(run.size for run in runs(found, "tiles.value")) * scale >= SMALLEST_NUMERAL
        steps = [(one.height - other.height) * scale for one, other in pairwise(nodes(found, colors))]
        assert min(steps[:2]) >= 4  # px that the pipeline steps down


def _radii(outline: Outline) -> tuple[float, float]:
    """The radii of a fall's turn, outside and inside; fails unless both turns are quarter circles."""
    begin, outer, _, left, start, inner = ([float(value) for value in values] for _, *values in outline[:6])
    x, y = begin
    radii = outer[5] - y, start[1] - inner[5]
    assert (outer[4] - x, left[0] - x) == pytest.approx(radii)
    assert (outer[0] - x, inner[2] - x) == pytest.approx((KAPPA * radii[0], KAPPA * radii[1]), rel=0.01)
    return radii


def _is_pill(box: Box) -> bool:
    return box.radius > 10 and box.radius == pytest.approx(box.rect.height / 2) and box.rect.width > box.rect.height


def _is_rule_beside(box: Box, pill: Rect) -> bool:
    return box.rect.height == 1 and box.rect.x <= pill.x <= box.rect.right and box.rect.y > pill.y - 40
