"""Tests of our own artists and of what `record` adds to them: fades, mirrored figures, the field of a spec."""

from __future__ import annotations

from math import pi
from typing import Any

import pytest

from pipeline import charts, curves
from pipeline.color import Color
from pipeline.errors import AssetError
from pipeline.geometry import Point, Rect, Size
from pipeline.paint import paint
from pipeline.scene import Box, Group, LinearGradient, RadialGradient, Scene, Stop, TextRun
from pipeline.scene import Path as Drawn
from pipeline.typography import Span, TextStyle, Typesetter, library
from tests import golden
from tests.figures import HEIGHT, PAGE, PAPER, WHITE, WIDTH, new, of_agg, ours, record, texts

RED, BLUE = Color(200, 30, 30), Color(20, 40, 160)
STYLE = TextStyle(PAPER.faces.text, 20, PAPER.colors.ink, 600, tracking_em=0.1, features=("tnum",))
FADE = LinearGradient(Point(10, 20), Point(10, 60), (Stop(0, RED), Stop(1, RED.with_alpha(0))))


def mirrored(figure: Any, rect: Rect = PAGE) -> tuple[Any, ...]:
    return charts.record(figure, Typesetter(library(None)), PAPER, rect, mirrored=True)


def extent(path: Drawn) -> tuple[float, float, float, float]:
    xs = [value for _, *values in path.outline for value in values[::2]]
    ys = [value for _, *values in path.outline for value in values[1::2]]
    return min(xs), min(ys), max(xs), max(ys)


class TestBoxes:
    def test_they_are_one_path_that_does_not_snap(self) -> None:
        figure = new()
        charts.boxes(figure, [Rect(10.3, 20.6, 30, 40), Rect(0, 0, 0, 9), Rect(100, 20, 30, 40)], RED)
        (path,) = record(figure)
        assert isinstance(path, Drawn)
        assert extent(path) == pytest.approx((10.3, 20, 130, 60.6))
        assert sum(segment[0] == "M" for segment in path.outline) == 2

    def test_round_corners_are_those_of_a_box_of_the_scene(self) -> None:
        figure = new()
        charts.boxes(figure, [Rect(10, 20, 90, 60)], RED, 12)
        (path,) = record(figure)
        assert isinstance(path, Drawn)
        for found, expected in zip(path.outline, curves.rounded_rect(Rect(10, 20, 90, 60), 12), strict=True):
            assert found == pytest.approx(expected)

    def test_none_is_nothing(self) -> None:
        figure = new()
        charts.boxes(figure, [Rect(10, 20, 0, 60)], RED)
        assert record(figure) == ()


class TestShapes:
    def test_it_looks_as_matplotlib_draws_it(self) -> None:
        figure = new()
        outline = (("M", 20.0, 90.0), ("L", 90.0, 90.0), *curves.arc(Point(90, 50), 40, pi / 2, -pi), ("Z",))
        charts.shape(figure, outline, RED, BLUE, 5)
        assert golden.worst_color(of_agg(figure), ours(figure)) <= 4

    def test_a_gradient_fades_along_its_line(self) -> None:
        figure = new()
        charts.shape(figure, curves.rounded_rect(Rect(0, 0, 100, 100), 0), FADE)
        picture = ours(figure)
        assert picture.getpixel((50, 10)) == RED[:3]
        assert picture.getpixel((50, 80)) == WHITE[:3]

    def test_a_line_may_fade_too(self) -> None:
        figure = new()
        charts.shape(figure, (("M", 10, 20), ("L", 10, 60)), line=FADE, width=4)
        (path,) = record(figure, Rect(100, 200, 2 * WIDTH, 2 * HEIGHT))
        assert isinstance(path, Drawn)
        assert path.fill is None
        assert path.stroke is not None
        assert path.stroke.paint == LinearGradient(Point(120, 240), Point(120, 320), FADE.stops)
        assert path.stroke.width == 8

    def test_bars_of_matplotlib_can_fade(self) -> None:
        figure = new()
        axes = charts.axes(figure, Rect(0, 0, WIDTH, HEIGHT), (0, 3), (0, 10))
        bars = axes.bar([1, 2], [5, 8])
        charts.fade(bars[0], FADE)
        (group,) = record(figure)
        assert isinstance(group, Group)
        fills = [item.fill for item in group.items if isinstance(item, Drawn)]
        assert fills[0] == FADE
        assert isinstance(fills[1], Color)

    def test_a_glow_grows_with_the_figure(self) -> None:
        figure = new()
        glow = RadialGradient(Point(50, 40), 30, FADE.stops)
        charts.shape(figure, curves.circle(Point(50, 40), 30), glow)
        (path,) = record(figure, Rect(0, 0, 2 * WIDTH, 2 * HEIGHT))
        assert isinstance(path, Drawn)
        assert path.fill == RadialGradient(Point(100, 80), 60, FADE.stops)


class TestLabels:
    @pytest.mark.parametrize(("anchor", "share"), [("start", 0.0), ("middle", 0.5), ("end", 1.0)])
    def test_it_is_one_line_in_its_style(self, anchor: charts.Anchor, share: float) -> None:
        figure = new()
        charts.label(figure, 120, 60, "12 open", STYLE, anchor, "value")
        (run,) = texts(record(figure, Rect(10, 10, 2 * WIDTH, 2 * HEIGHT)))
        expected = Typesetter(library(None)).set([Span("12 open", STYLE._replace(size=40))])
        assert run.advance == pytest.approx(expected.placed(0, 0)[0].advance)
        assert (run.text, run.size, run.role, run.fill) == ("12 open", 40, "value", PAPER.colors.ink)
        assert run.origin.y == 10 + 120
        assert run.origin.x == pytest.approx(10 + 240 - share * expected.width)


class TestMirrored:
    def test_boxes_stand_on_the_other_side(self) -> None:
        figure = new()
        charts.boxes(figure, [Rect(10, 20, 30, 40)], RED)
        (path,) = mirrored(figure, Rect(100, 0, 2 * WIDTH, 2 * HEIGHT))
        assert extent(path) == pytest.approx((100 + 2 * WIDTH - 80, 40, 100 + 2 * WIDTH - 20, 120))

    @pytest.mark.parametrize("anchor", ["start", "middle", "end"])
    def test_labels_keep_their_letters_and_change_sides(self, anchor: charts.Anchor) -> None:
        figure = new()
        charts.label(figure, 100, 60, "12 open", STYLE, anchor)
        figure.text(10, 30, "Sent", transform=None)
        for run, other in zip(texts(record(figure)), texts(mirrored(figure)), strict=True):
            assert run.glyphs == other.glyphs
            assert other.origin.x == pytest.approx(WIDTH - run.origin.x - run.advance, abs=0.5)  # side bearings

    def test_clips_and_gradients_turn_along(self) -> None:
        figure = new()
        axes = charts.axes(figure, Rect(10, 10, 50, 50), (0, 1), (0, 1))
        (bar,) = axes.bar([0.5], [1])
        charts.fade(bar, FADE)
        (group,) = mirrored(figure)
        assert group.clip == Rect(WIDTH - 60, 10, 50, 50)
        assert group.items[0].fill.start == Point(WIDTH - 10, 20)

    def test_slanted_text_slants_the_other_way_and_ends_where_it_began(self) -> None:
        figure = new()
        figure.text(50, 80, "Up", transform=None, rotation=30)
        (group,) = record(figure)
        (other,) = mirrored(figure)
        (run,) = texts(group.items)  # type: ignore[union-attr]
        start, end = (group.transform.apply(x, 0) for x in (0, run.advance))  # type: ignore[union-attr]
        (turned,) = texts(other.items)
        ends = [other.transform.apply(turned.origin.x + x, 0) for x in (0, turned.advance)]
        assert [tuple(map(round, (WIDTH - at.x, at.y))) for at in (end, start)] == [
            tuple(map(round, at)) for at in ends
        ]


def test_a_character_without_a_face_is_reported_under_the_field() -> None:
    figure = new()
    charts.label(figure, 10, 60, "\u4e16", STYLE, role="value")
    with pytest.raises(AssetError) as raised:
        charts.record(figure, Typesetter(library(None)), PAPER, PAGE, field="data")
    assert [problem.field for problem in raised.value.problems] == ["data"]


def test_with_a_field_texts_keep_their_roles() -> None:
    figure = new()
    charts.label(figure, 10, 60, "12", STYLE, role="value")
    figure.text(10, 90, "Sent", transform=None, gid="name")
    items = charts.record(figure, Typesetter(library(None)), PAPER, PAGE, field="data")
    assert [item.role for item in items if isinstance(item, TextRun)] == ["value", "name"]


def test_what_is_recorded_can_be_painted_mirrored() -> None:
    figure = new()
    charts.boxes(figure, [Rect(10, 20, 30, 40)], RED, 5)
    page = Box(Rect(0, 0, WIDTH, HEIGHT), fill=WHITE)
    picture = paint(Scene(Size(WIDTH, HEIGHT), (page, *mirrored(figure)), "", "")).image().convert("RGB")
    assert picture.getpixel((WIDTH - 25, 40)) == RED[:3]
    assert picture.getpixel((25, 40)) == WHITE[:3]
