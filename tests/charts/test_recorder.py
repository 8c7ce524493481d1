"""Tests of the recorder: what it keeps looks as matplotlib's own Agg would draw it, and texts are ours."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from pipeline import charts
from pipeline.geometry import Rect, Size
from pipeline.paint import paint
from pipeline.scene import Box, Group, Item, Scene
from pipeline.scene import Path as Drawn
from tests import golden
from tests.conftest import python
from tests.figures import HEIGHT, WHITE, WIDTH, new, of_agg, ours, record, texts

MOST_DIFFERENCE = 4.0  # dE of a block of 8 x 8 px: two anti-aliasings of one edge, where snapping rounds apart

Draw = Callable[[Any, Any], object]


def curve(axes: Any, figure: Any) -> None:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path as Curve

    codes = [Curve.MOVETO, Curve.CURVE3, Curve.CURVE3, Curve.CURVE4, Curve.CURVE4, Curve.CURVE4, Curve.CLOSEPOLY]
    points = [(1, 1), (5, 12), (6, 4), (7, 2), (8, 9), (9, 1), (1, 1)]
    axes.add_patch(PathPatch(Curve(points, codes), facecolor="#92549C", edgecolor="#10262C", linewidth=2))


def clipped(axes: Any, figure: Any) -> None:
    from matplotlib.patches import Circle

    (bar,) = axes.bar([5], [10], width=10, color="#0D5A66")
    bar.set_clip_path(Circle((5, 5), 3, transform=axes.transData))


ARTISTS: dict[str, Draw] = {
    "bars": lambda axes, figure: axes.bar([2, 5, 8], [3, 9, 5], width=1.7),
    "bars of fractions": lambda axes, figure: axes.barh([2.13, 5.37, 8.21], [3.3, 9.1, 5.7], height=1.77),
    "edges": lambda axes, figure: axes.bar([2, 5, 8], [3, 9, 5], edgecolor="#962C20", linewidth=4),
    "a line": lambda axes, figure: axes.plot([0, 2, 5, 7, 10], [1, 6, 2, 9, 4], linewidth=5),
    "dashes": lambda axes, figure: axes.plot([0, 10], [2, 8], linewidth=4, linestyle=(0, (3, 2))),
    "cut corners": lambda axes, figure: axes.plot([1, 5, 9], [2, 8, 2], lw=24, solid_joinstyle="bevel"),
    "dashes from their middle": lambda axes, figure: axes.plot([0, 4, 10], [2, 8, 3], lw=4, linestyle=(4, (3, 2))),
    "dashes from a gap": lambda axes, figure: axes.bar([5], [8], 6, edgecolor="#962C20", lw=4, linestyle=(13, (3, 1))),
    "projecting caps": lambda axes, figure: axes.plot([3, 7], [3, 8], linewidth=14, solid_capstyle="projecting"),
    "a gap": lambda axes, figure: axes.plot([0, 2, 4, 6, 8], [1, 6, float("nan"), 9, 4], linewidth=5),
    "markers": lambda axes, figure: axes.plot([2, 5, 8], [3, 8, 5], "s", markersize=14),
    "a fill": lambda axes, figure: axes.fill_between([0, 3, 10], [1, 4, 2], [3, 9, 6], alpha=0.5),
    "a collection": lambda axes, figure: axes.scatter([2, 5, 8], [3, 8, 5], s=[90, 400, 900], alpha=0.6),
    "a ring": lambda axes, figure: axes.pie([3, 2, 1], radius=0.9, wedgeprops={"width": 0.4}),
    "a mesh": lambda axes, figure: axes.pcolormesh([[1, 2, 3], [6, 5, 4]]),
    "a rule": lambda axes, figure: axes.axhline(5, linewidth=1, color="#10262C"),
    "curves": curve,
    "a clip": clipped,
    "beyond the axes": lambda axes, figure: axes.plot([-5, 15], [-5, 15], linewidth=9),
}


@pytest.mark.parametrize("draw", ARTISTS.values(), ids=list(ARTISTS))
def test_the_record_looks_as_matplotlib_draws_it(draw: Draw) -> None:
    figure = new()
    axes = charts.axes(figure, Rect(16, 16, 208, 128), (0, 10), (0, 10))
    draw(axes, figure)
    found, expected = ours(figure), of_agg(figure)
    assert expected.getextrema() != ((255, 255),) * 3, "nothing was drawn"
    assert golden.worst_color(expected, found) <= MOST_DIFFERENCE


def test_text_covers_what_matplotlib_would_cover_with_the_same_face() -> None:
    figure = new()
    figure.text(20, 60, "Handgloves", transform=None, size=36, color="black")
    (run,) = texts(record(figure))
    from matplotlib import font_manager, rc_context

    font_manager.fontManager.addfont(run.face.path)
    family = font_manager.get_font(run.face.path).family_name
    with rc_context({"text.hinting": "none"}):
        figure.texts[0].set_family(family)
        expected = of_agg(figure)
    found = ours_of((run,))
    (left, top, right, bottom), other = ink_of(found), ink_of(expected)
    assert abs(left - other[0]) <= 2
    assert abs(right - other[2]) <= 3
    assert abs(top - other[1]) <= 2
    assert abs(bottom - other[3]) <= 2


def ours_of(items: tuple[Item, ...]) -> Image.Image:
    page = Box(Rect(0, 0, WIDTH, HEIGHT), fill=WHITE)
    return paint(Scene(Size(WIDTH, HEIGHT), (page, *items), "", "")).image().convert("RGB")


def ink_of(picture: Image.Image) -> tuple[int, int, int, int]:
    box = picture.convert("L").point(lambda value: 255 if value < 128 else 0).getbbox()
    assert box is not None
    return box


class TestText:
    def test_it_is_a_run_in_a_face_of_the_theme(self) -> None:
        figure = new()
        figure.text(10, 100, "Sent", transform=None, size=20, family="serif", weight="bold", gid="label")
        (run,) = texts(record(figure))
        assert (run.text, run.size, run.role) == ("Sent", 20, "label")
        assert "Serif" in run.face.name
        assert (run.origin.x, run.origin.y) == (10, HEIGHT - 100)

    def test_without_a_gid_it_has_the_role_of_the_record(self) -> None:
        figure = new()
        figure.text(10, 100, "Sent", transform=None)
        assert [run.role for run in texts(record(figure, role="weeks"))] == ["weeks"]

    @pytest.mark.parametrize(("align", "share"), [("left", 0.0), ("center", 0.5), ("right", 1.0)])
    def test_it_is_aligned_by_our_measures(self, align: str, share: float) -> None:
        figure = new()
        figure.text(120, 80, "Figures 1,234", transform=None, ha=align)
        (run,) = texts(record(figure))
        assert run.origin.x == pytest.approx(120 - share * run.advance, abs=0.01)

    def test_center_centres_capitals(self) -> None:
        figure = new()
        figure.text(20, 80, "HHH", transform=None, size=40, va="center", color="black")
        _, top, _, bottom = ink_of(ours(figure))
        assert abs((top + bottom) / 2 - 80) <= 1

    def test_money_is_not_mathematics(self) -> None:
        figure = new()
        figure.text(10, 100, "$5 to $8", transform=None)
        assert [run.text for run in texts(record(figure))] == ["$5 to $8"]

    def test_turned_text_turns_against_the_clock(self) -> None:
        figure = new()
        figure.text(120, 80, "Up", transform=None, rotation=90)
        (group,) = record(figure)
        assert isinstance(group, Group)
        assert group.transform.apply(10, 0).y < group.transform.apply(0, 0).y

    def test_several_lines_are_several_runs(self) -> None:
        figure = new()
        figure.text(10, 100, "one\ntwo", transform=None)
        first, second = texts(record(figure))
        assert second.origin.y > first.origin.y + first.size


class TestPlace:
    def test_the_figures_corner_stands_on_the_rects(self) -> None:
        figure = new()
        charts.axes(figure, Rect(0, 0, WIDTH, HEIGHT), (0, WIDTH), (0, HEIGHT)).bar([0], [10], 20, align="edge")
        (group,) = record(figure, Rect(100, 50, WIDTH, HEIGHT))
        assert isinstance(group, Group)
        (bar,) = group.items
        assert isinstance(bar, Drawn)
        assert bar.outline[0] == ("M", 100, 50 + HEIGHT)

    def test_a_wider_rect_enlarges_everything(self) -> None:
        figure = new()
        figure.text(10, 100, "Sent", transform=None, size=20)
        (run,) = texts(record(figure, Rect(0, 0, 2 * WIDTH, 2 * HEIGHT)))
        assert (run.size, run.origin.x, run.origin.y) == (40, 20, 2 * (HEIGHT - 100))

    def test_neighbours_with_one_clip_share_a_group(self) -> None:
        figure = new()
        charts.axes(figure, Rect(0, 0, WIDTH, HEIGHT), (0, 3), (0, 3)).bar([1, 2], [1, 2])
        (group,) = record(figure)
        assert isinstance(group, Group)
        assert len(group.items) == 2


def test_two_records_of_a_figure_are_equal() -> None:
    figure = new()
    charts.axes(figure, Rect(0, 0, WIDTH, HEIGHT), (0, 3), (0, 3)).plot([1, 2], [1, 2], marker="o")
    assert record(figure) == record(figure)


def test_an_empty_figure_is_nothing() -> None:
    assert record(new()) == ()


def test_bare_axes_draw_no_furniture() -> None:
    figure = new()
    charts.axes(figure, Rect(10, 10, 100, 100), (0, 1), (0, 1))
    assert record(figure) == ()


@pytest.mark.parametrize("ask", ["image", "mathematics"])
def test_what_cannot_be_drawn_is_said(ask: str) -> None:
    figure = new()
    if ask == "image":
        charts.axes(figure, Rect(0, 0, WIDTH, HEIGHT), (0, 1), (0, 1)).imshow([[1, 2]])
    else:
        figure.text(10, 10, "$x^2$", transform=None, parse_math=True)
    with pytest.raises(NotImplementedError, match="not drawn"):
        record(figure)


class TestImport:
    """In a process of its own: matplotlib comes late, reads no settings, looks for no fonts, writes nothing."""

    CODE = """
import sys
from pipeline import charts, theme
assert "matplotlib" not in sys.modules
with charts.styled(theme.load("paper")):
    figure = charts.figure(10, 10)
    import matplotlib
    print(matplotlib.rcParams["figure.titlesize"], "matplotlib.pyplot" in sys.modules)
patch = matplotlib.patches.Rectangle((0, 0), 1, 1)
patch.set(linewidth=3)
assert patch.get_linewidth() == 3
print(matplotlib.rcParams["figure.titlesize"])
"""

    def test_it_has_no_surprises(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "matplotlibrc").write_text("figure.titlesize: 99\n", encoding="utf-8")
        cache = tmp_path / "cache"
        cache.mkdir()
        result = python("-c", self.CODE, MPLCONFIGDIR=str(cache))
        assert result.stdout.decode().split() == ["large", "False", "99.0"], result.stderr.decode()
        assert os.listdir(cache) == []


def test_items_hold_plain_numbers_only() -> None:
    figure = new()
    axes = charts.axes(figure, Rect(16, 16, 208, 128), (0, 10), (0, 10))
    axes.plot([1, 5, 9], [2, 3, 4], marker="o", linestyle="--")
    axes.text(3, 3, "Text", rotation=20)
    figure.text(10, 10, "Text", transform=None)
    assert "np." not in repr(record(figure))
