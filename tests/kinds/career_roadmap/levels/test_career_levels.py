"""Tests of the style `levels`: which milestone stands where, what falls away, colours, sides, time."""

from __future__ import annotations

from itertools import pairwise

import pytest

from pipeline import theme
from pipeline.color import Color
from pipeline.content import Leaf
from pipeline.errors import FitError
from pipeline.geometry import Affine, Rect, Size
from pipeline.kinds.career_roadmap.levels.cards import grid, kept
from pipeline.kinds.career_roadmap.levels.routes import network, shared
from pipeline.kinds.career_roadmap.model import Edge, Orientation, Plan
from pipeline.paint import paint
from pipeline.scene import Box, Group, Path, Scene, TextRun
from tests import golden, lattices
from tests.lattices import dated, started, stop, tick, way
from tests.roadmaps import marks, runs

PAPER = theme.load("paper").colors


def plan(*tracks: tuple[float, ...], edges: tuple[Edge, ...] = (), levels: int = 5) -> Plan:
    """Tracks whose milestones stand on these levels."""
    ways = tuple(
        way(f"Track {w}", tuple(stop(f"Step {w}.{s}", at, f"{w}.{s}") for s, at in enumerate(track)), w)
        for w, track in enumerate(tracks)
    )
    ticks = tuple(tick(float(level), f"Level {level}", f"L{level}") for level in range(1, levels + 1))
    return lattices.plan(ways, edges, ticks, "Levels.", axis="levels")


def where(scene: Scene, text: str) -> TextRun:
    (found,) = [run for run in runs(scene) if run.text == text]
    return found


def vertical(scene: Scene, color: Color) -> list[float]:
    """Where the long vertical pieces of the thin lines of a colour are."""
    paths = [item for item in scene.items if isinstance(item, Path) and item.stroke and item.stroke.paint == color]
    found = []
    for path in paths:
        for (_, *before), (name, *after) in pairwise(path.outline):
            if name == "L" and abs(after[-2] - before[-2]) < 0.1 < abs(after[-1] - before[-1]):
                found.append(before[-2])
    return found


class TestGoldens:
    def test_a_move_between_stations_was_looked_at(self, request: pytest.FixtureRequest) -> None:
        whole = lattices.scene(lattices.sample(), "og", "ink")
        moved = Group(whole.items, Affine.scale(0.6) @ Affine.translate(-600, -90), Rect(600, 90, 400, 320))
        page = Rect(0, 0, 240, 192)
        picture = paint(Scene(Size(240, 192), (Box(page, fill=theme.load("ink").colors.paper), moved), "", "")).image()
        golden.check(picture, "career_roadmap/levels", request)


class TestPlaces:
    def test_tracks_stand_at_equal_height_level_by_level(self) -> None:
        scene = lattices.scene(plan((1, 2, 5), (2, 3, 5)))
        assert where(scene, "Step 0.1").origin.y == where(scene, "Step 1.0").origin.y
        assert where(scene, "Step 0.2").origin.y == where(scene, "Step 1.2").origin.y
        assert where(scene, "Step 1.1").origin.y < where(scene, "Step 1.0").origin.y, "the higher level is above"

    def test_levels_become_columns_when_asked(self) -> None:
        scene = lattices.scene(plan((1, 2), (2, 3))._replace(orientation="horizontal"))
        assert where(scene, "Step 0.1").origin.x == where(scene, "Step 1.0").origin.x
        assert where(scene, "Step 1.1").origin.x > where(scene, "Step 1.0").origin.x

    def test_a_milestone_between_two_phases_stands_on_the_nearer_one(self) -> None:
        ticks = (tick(3, "3 months"), tick(6, "6 months"), tick(12, "12 months"))
        stops = tuple(stop("Step", at) for at in (0.5, 4, 5, 8, 40))
        assert [row for (_, row) in grid(lattices.plan((way("W", stops),), (), ticks), 25).rows.items()] == [
            0,
            0,
            1,
            1,
            2,
        ]

    def test_without_an_axis_each_place_in_the_order_has_a_row(self) -> None:
        found = grid(lattices.plan((way("W", tuple(stop("Step", at) for at in (1, 4, 9))),), axis="none"), 25)
        assert list(map(str, found.names)) == ["", "", ""]

    def test_too_many_levels_share_rows_that_name_the_first_and_the_last(self) -> None:
        assert list(map(str, grid(plan((1, 5)), 3).names)) == ["L1 – L2", "L3 – L4", "Level 5"]

    def test_a_card_that_names_few_keeps_the_destination_then_the_current_one(self) -> None:
        track = way("W", tuple(stop("Step", state="current" if n == 2 else "planned") for n in range(5)))
        assert kept(track, (0, 1, 2, 3, 4), 2) == (2, 4)
        assert kept(track, (0, 1, 2, 3), 2) == (0, 2)

    def test_a_page_from_right_to_left_is_mirrored(self) -> None:
        there, back = (lattices.scene(lattices.sample(change)) for change in ("direction=ltr", "direction=rtl"))
        mirrored = sorted(card.mirrored(1200) for card in lattices.cards(there))
        for turned, card in zip(mirrored, sorted(lattices.cards(back)), strict=True):
            assert turned == pytest.approx(card)


class TestMoves:
    def test_a_lateral_move_runs_straight_where_nothing_stands_between(self) -> None:
        edges = (Edge((0, 0), (1, 0)), Edge((0, 1), (2, 0)))
        free, barred = network(grid(plan((1, 2), (1,), (2,), edges=edges), 25), edges).routes
        assert free.first is None
        assert barred.first is None, "the middle track has no card on level 2"

    def test_a_move_past_a_card_takes_a_channel(self) -> None:
        edges = (Edge((0, 0), (2, 0)),)
        (route,) = network(grid(plan((1,), (1,), (1,), edges=edges), 25), edges).routes
        assert route.channel is not None

    def test_moves_side_by_side_in_one_gutter_have_lanes_of_their_own(self) -> None:
        edges = (Edge((0, 0), (1, 2)), Edge((0, 1), (1, 3)), Edge((0, 2), (1, 4)))
        roads = network(grid(plan((1, 2, 3), (1, 2, 4, 5, 5.0), edges=edges), 25), edges)
        assert roads.gutters[1] == 3
        assert {route.first.lane for route in roads.routes if route.first} == {0, 1, 2}

    def test_lanes_of_a_gutter_lie_apart_and_its_width_leaves_room_for_their_turns(self) -> None:
        edges = tuple(Edge((0, n), (1, n)) for n in range(4))
        scene = lattices.scene(plan((1, 2, 3, 4), (5, 6, 7, 8), edges=edges, levels=8), size="portrait")
        lanes = sorted(x for x in vertical(scene, PAPER.cat[1]) if x < lattices.cards(scene)[-1].x - 30)
        gaps = [other - one for one, other in pairwise(lanes)]
        assert gaps == pytest.approx([10] * 3), "px from lane to lane"
        assert lanes[0] - lattices.cards(scene)[0].right >= 14, "the radius of a turn"

    def test_a_switch_ends_in_an_arrow_a_merge_in_a_dot_and_a_lateral_move_in_nothing(self) -> None:
        ends = {}
        for kind in ("switch", "merge", "lateral"):
            scene = lattices.scene(plan((1,), (1,), edges=(Edge((0, 0), (1, 0), kind),)))
            arrows = [item for item in scene.items if isinstance(item, Path) and item.fill == PAPER.cat[1]]
            dots = [item for item in scene.items if isinstance(item, Box) and item.fill == PAPER.cat[1]]
            ends[kind] = len(arrows), len(dots)
        plain = ends["lateral"]
        assert ends["switch"] == (plain[0] + 1, plain[1])
        assert ends["merge"] == (plain[0], plain[1] + 1)

    def test_the_kinds_of_moves_are_named_where_there_are_several(self) -> None:
        edges = Edge((0, 0), (1, 0), "merge"), Edge((0, 1), (1, 1), "lateral")
        said = {run.text for run in runs(lattices.scene(plan((1, 2), (1, 2), edges=edges)))}
        assert {"Sideways", "Joins"} <= said
        alone = {run.text for run in runs(lattices.scene(plan((1, 2), (1, 2), edges=edges[:1])))}
        assert "Joins" not in alone

    def test_moves_of_milestones_that_are_only_counted_leave_side_by_side(self) -> None:
        edges = Edge((0, 0), (1, 0)), Edge((0, 1), (1, 1))
        found = plan((1, 1, 1), (2, 3), edges=edges)
        cells = grid(found, 25)
        one, other = network(cells, shared(found, cells, 1)).routes
        assert one.out != other.out

    def test_in_a_column_those_that_are_only_counted_share_a_place_on_the_line(self) -> None:
        found = plan(*((1,) * 25,) * 4, levels=1)
        scene = lattices.scene(found._replace(orientation="horizontal"), "og")
        assert [run.text for run in runs(scene)].count("+23") == 4
        first, last = sorted({x for x, _ in marks(scene, 14)})
        assert last - first < 40, "the destination stands next to the first milestone, past a place for the others"

    def test_what_a_move_says_stands_on_the_card_that_it_leaves(self) -> None:
        edges = (Edge((0, 0), (1, 0), label=Leaf("half a year", "edges[0].label")),)
        said = where(lattices.scene(plan((1,), (2,), edges=edges)), "›\u00a0half a year")
        assert said.role == "edges[0].label"
        assert said.fill == PAPER.cat_text[1]


class TestLooks:
    def test_only_today_is_persimmon(self) -> None:
        text = str(lattices.scene(lattices.sample()))
        marks = [line for line in text.splitlines() if str(PAPER.accent_2) in line]
        assert len(marks) == 2, "one ring and its half"
        assert [line for line in text.splitlines() if str(PAPER.accent_2_text) in line] != []

    def test_where_time_runs_today_stands_at_the_foot(self) -> None:
        found = plan((1, 2), (1, 3))._replace(axis="phases", start=started("Today", "20 Nov 2026", "20 Nov"))
        scene = lattices.scene(found)
        assert where(scene, "Today").origin.y > where(scene, "Step 0.0").origin.y

    @pytest.mark.parametrize(("now", "is_shown"), [(0, True), (None, False), (1.5, True)])
    def test_without_a_day_that_is_now_nothing_is_persimmon(self, now: float | None, is_shown: bool) -> None:
        text = str(lattices.scene(plan((1, 2), (1, 3))._replace(axis="phases", start=started("Start"), now=now)))
        assert (str(PAPER.accent_2) in text) == is_shown

    def test_where_time_has_gone_on_a_persimmon_bar_stands_between_two_milestones(self) -> None:
        found = plan((1, 3), (2, 4))._replace(axis="phases", start=started("Start"), now=2.5)
        scene = lattices.scene(found)
        bars = [item.rect for item in scene.items if isinstance(item, Box) and item.fill == PAPER.accent_2]
        assert len(bars) == 2
        for bar, (before, after) in zip(bars, (("Step 0.0", "Step 0.1"), ("Step 1.0", "Step 1.1")), strict=True):
            assert where(scene, after).origin.y < bar.center.y < where(scene, before).origin.y

    def test_tracks_beside_a_highlighted_one_are_quiet(self) -> None:
        found = plan((1, 2), (1, 3))
        shown = found._replace(paths=(found.paths[0]._replace(is_highlighted=True), found.paths[1]))
        scene = lattices.scene(shown)
        assert where(scene, "Step 0.0").fill == PAPER.ink
        assert where(scene, "Step 1.0").fill == PAPER.muted

    def test_done_current_planned_and_optional_differ_in_shape(self) -> None:
        states = ("done", "current", "planned", "optional")
        drawn = set()
        for state in states:
            stops = (stop("Step", 1, state=state), stop("End", 2))  # type: ignore[arg-type]
            text = str(lattices.scene(lattices.plan((way("W", stops),), (), plan((1,)).ticks, axis="phases")))
            drawn.add(tuple(line.split()[0] + " dash" * ("dash" in line) for line in text.splitlines()[3:]))
        assert len(drawn) == 4


class TestAround:
    DONE, DECISION = dated("Promotion talk", "18 Nov", "done"), dated("Pick a side", "by 31 Jan", "decision", "by")
    CLOSED = Leaf("The post that was filled", "closed.label")

    @pytest.mark.parametrize("size", [*lattices.SIZES, "700x320", "400x400"])
    @pytest.mark.parametrize("orientation", ["vertical", "horizontal"])
    def test_what_stands_on_no_level_is_always_said(self, size: str, orientation: Orientation) -> None:
        found = plan((1, 2))._replace(done=self.DONE, decision=self.DECISION, closed=self.CLOSED)
        scene = lattices.scene(found._replace(orientation=orientation), size)
        for leaf in (*self.DONE[:2], *self.DECISION[:2], self.CLOSED):
            assert " ".join(run.text.strip() for run in runs(scene, leaf.field)) == leaf.text
        assert lattices.collisions(scene) == []

    def test_long_asides_wrap(self) -> None:
        found = plan((1, 2))._replace(
            done=dated("a long talk " * 6, "18 Nov", "done"),
            closed=Leaf("the post that was filled " * 3, "closed.label"),
        )
        for size in lattices.SIZES:
            assert lattices.collisions(lattices.scene(found, size=size)) == []

    @pytest.mark.parametrize("orientation", ["vertical", "horizontal"])
    def test_the_start_is_as_long_as_the_bundle_that_leaves_it(self, orientation: Orientation) -> None:
        found = plan(*((1, 2, 3),) * 8)._replace(axis="phases", start=started("Today"), now=0)
        scene = lattices.scene(found._replace(orientation=orientation), "wide")
        (start,) = [item.rect for item in scene.items if isinstance(item, Box) and item.fill == PAPER.accent_2]
        for item in scene.items:
            if isinstance(item, Path) and item.stroke and item.stroke.paint in PAPER.cat:
                _, *(x, y) = item.outline[0]
                if len(item.outline) > 2:
                    assert start.x <= x <= start.right
                    assert start.y <= y <= start.bottom


class TestLimits:
    @pytest.mark.parametrize("size", ["og", "wide"])
    @pytest.mark.parametrize("ways", [6, 7, 8])
    def test_many_tracks_as_rows_do_without_the_cards_frames(self, ways: int, size: str) -> None:
        scene = lattices.scene(plan(*((1, 2, 3, 4, 5),) * ways)._replace(orientation="horizontal"), size)
        assert lattices.collisions(scene) == []
        assert bool(lattices.cards(scene)) == (ways < 7)

    def test_an_empty_plan_is_a_page_with_a_title(self) -> None:
        assert where(lattices.scene(lattices.plan((way("Track"),), title="Soon.")), "Soon.")

    @pytest.mark.parametrize("size", lattices.SIZES)
    def test_eight_tracks_of_twenty_five_milestones_fit(self, size: str) -> None:
        found = plan(*(tuple(1 + n // 5 for n in range(25)) for _ in range(8)))
        assert lattices.collisions(lattices.scene(found, size=size)) == []

    def test_what_fits_nowhere_is_refused_with_a_way_out(self) -> None:
        long = "Unabhängigkeitserklärungsbeauftragter " * 120
        found = lattices.plan((way("W", (stop(long.strip(), 1, "paths[0].milestones[0]"),)),))
        with pytest.raises(FitError) as caught:
            lattices.scene(found, size="400x320")
        assert caught.value.problems[0].field == "paths"
        assert "larger picture" in caught.value.problems[0].hint


@pytest.mark.parametrize(("look", "radius"), [("paper", 12), ("press", 0), ("grid", 4)])
def test_cards_are_as_round_as_the_theme_s_but_not_rounder_than_small_ones_may_be(look: str, radius: float) -> None:
    found = lattices.scene(lattices.sample(), "og", look)
    colors = theme.load(look).colors
    outer = [item for item in found.items if isinstance(item, Box) and item.rect.width > 200]
    assert {item.radius for item in outer if item.fill not in (colors.paper, colors.surface, colors.rule)} == {radius}
