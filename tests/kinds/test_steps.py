"""Tests of steps: the designer's numbers, what gives way first, what is never left out, and where the lines end."""

from __future__ import annotations

from math import hypot
from typing import Any

import pytest

from pipeline import theme
from pipeline.color import Color
from pipeline.errors import FitError
from pipeline.geometry import Rect
from pipeline.paint import paint
from pipeline.scene import Box, Scene, walk
from pipeline.scene import Path as Drawn
from tests import examiner, golden
from tests.conftest import REPOSITORY
from tests.emptiness import largest_empty
from tests.visuals import forgotten, page, runs, texts

SAMPLE = (REPOSITORY / "specs" / "steps.yaml").read_text(encoding="utf-8")
COLORS = theme.load("paper").colors
SIZES = ("og", "portrait", "square", "wide", "story", "pin", "x", "linkedin")


def keys(count: int, **others: Any) -> dict[str, Any]:
    """A spec of so many steps."""
    steps = [{"title": f"Do thing {at}", "detail": f"In this way {at}.", "duration": f"{at} h"} for at in range(count)]
    return {"kind": "steps", "title": "All of it", "start": "A no", "steps": steps, "result": "A yes", **others}


def strokes(scene: Scene, color: Color) -> list[Drawn]:
    """The lines of one colour, filled shapes aside."""
    found = [item for item, _ in walk(scene.items) if isinstance(item, Drawn) and item.stroke]
    return [item for item in found if item.stroke and item.stroke.paint == color and item.fill is None]


def strands(scene: Scene) -> list[Drawn]:
    """The lines of the steps."""
    return strokes(scene, COLORS.accent)


def capsule(scene: Scene) -> Rect:
    """What the end of all lines covers."""
    (ring,) = [
        item
        for item, _ in walk(scene.items)
        if isinstance(item, Drawn) and item.stroke and item.stroke.paint == COLORS.accent_2
    ]
    assert ring.stroke
    xs, ys = zip(*points(ring), strict=True)
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)).inset(-ring.stroke.width / 2)


def points(line: Drawn) -> list[tuple[float, float]]:
    """Where each piece of a line ends."""
    numbers = [[value for value in segment if not isinstance(value, str)] for segment in line.outline]
    return [(each[-2], each[-1]) for each in numbers if each]


def ends(lines: list[Drawn]) -> list[tuple[float, float]]:
    return [points(line)[-1] for line in lines]


class TestDesign:
    """The designer's numbers."""

    @pytest.mark.parametrize(
        ("role", "size", "baselines"),
        [
            ("title", 58, {158}),
            ("steps.number", 84, {275}),
            ("steps.title", 27, {324, 355}),
            ("steps.detail", 19, {357, 381, 388, 412}),
            ("steps.duration", 19, {442}),
            ("start", 20, {586}),
            ("result", 29, {138, 172}),
            ("total", 46, {412}),
        ],
    )
    def test_columns_stand_where_the_designer_put_them(self, role: str, size: float, baselines: set[float]) -> None:
        found = runs(page(SAMPLE), role)
        assert {round(run.size, 2) for run in found} == {size}
        assert {run.origin.y for run in found} == baselines

    @pytest.mark.parametrize(
        ("size", "first", "pitch", "title"), [("portrait", 530, 142, 33.8), ("square", 434, 108, 26.7)]
    )
    def test_rows_stand_on_their_lines(self, size: str, first: float, pitch: float, title: float) -> None:
        scene = page(SAMPLE, size)
        ys = [points(line)[0][1] for line in strands(scene)]
        assert ys == pytest.approx([first + at * pitch for at in range(5)])
        assert {round(run.size, 1) for run in runs(scene, "steps.title")} == {title}
        for detail, y in zip(runs(scene, "steps.detail"), ys, strict=True):
            assert 18 <= y - detail.origin.y <= 22

    def test_the_title_has_one_line_in_columns_and_two_in_rows(self) -> None:
        assert texts(page(SAMPLE), "title") == ["Turn a no into a useful answer"]
        assert texts(page(SAMPLE, "square"), "title") == ["Turn a no into", "a useful answer"]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", [2, 5, 6, 7, 12])
class TestBundle:
    def test_as_many_lines_reach_the_capsule_as_there_are_steps_and_a_start(self, size: str, count: int) -> None:
        scene = page(keys(count), size)
        end = capsule(scene)
        (start,) = strokes(scene, COLORS.accent_soft)
        lines = [*strands(scene), start]
        assert len(lines) == count + 1
        for line, (x, y) in zip(lines, ends(lines), strict=True):
            assert line.stroke
            around = Rect(x, y, 0, 0).inset(-line.stroke.width / 2)
            across = around._replace(x=x, width=0) if end.height > end.width else around._replace(y=y, height=0)
            assert end.contains(across)

    def test_gaps_are_equal_and_the_first_step_lies_outside(self, size: str, count: int) -> None:
        scene = page(keys(count), size)
        lines = [*strokes(scene, COLORS.accent_soft), *strands(scene)]
        steps = [hypot(b[0] - a[0], b[1] - a[1]) for a, b in zip(ends(lines), ends(lines)[1:], strict=False)]
        assert steps == pytest.approx([steps[0]] * count)

    def test_all_corners_are_quarter_circles_of_one_radius(self, size: str, count: int) -> None:
        radii = set()
        for line in strands(page(keys(count), size)):
            _, before, turn, _ = points(line)
            assert [segment[0] for segment in line.outline] == ["M", "L", "C", "L"]
            radii |= {round(abs(turn[at] - before[at]), 2) for at in (0, 1)}
        assert len(radii) == 1

    def test_the_last_line_has_turned_before_the_card_begins(self, size: str, count: int) -> None:
        scene = page(keys(count), size)
        start, before, turn, _ = points(strands(scene)[-1])
        if start[1] == before[1]:  # rows
            (card,) = [item.rect for item in scene.items if isinstance(item, Box) and item.shadows]
            assert turn[1] <= card.y + 0.01

    def test_numbers_share_an_edge_or_a_baseline_as_durations_do(self, size: str, count: int) -> None:
        scene = page(keys(count), size)
        numbers, durations = runs(scene, "steps.number"), runs(scene, "steps.duration")
        is_rows = len({run.origin.y for run in numbers}) > 1
        edges = [run.origin.x + run.advance for run in durations]
        for shared in [[run.origin.x for run in numbers], edges] if is_rows else []:
            assert max(shared) - min(shared) < 0.01
        assert is_rows or len({run.origin.y for run in durations}) == 1


class TestPlaces:
    def test_up_to_six_steps_stand_side_by_side_and_more_below_one_another(self) -> None:
        assert len({run.origin.y for run in runs(page(keys(6)), "steps.number")}) == 1
        assert len({run.origin.y for run in runs(page(keys(7)), "steps.number")}) == 7

    def test_words_that_are_too_long_for_columns_stand_in_rows(self) -> None:
        spec = keys(6)
        spec["steps"][3]["title"] = "Donaudampfschifffahrtsgesellschaft"
        scene = page(spec)
        assert len({run.origin.y for run in runs(scene, "steps.number")}) == 6
        assert "Donaudampfschifffahrtsgesellschaft" in texts(scene, "steps.title")

    def test_no_start_no_line_of_it(self) -> None:
        for size in SIZES:
            scene = page(keys(4, start=""), size)
            assert strokes(scene, COLORS.accent_soft) == []
            assert texts(scene, "labels.start") == []

    def test_without_a_result_there_is_no_card_and_the_capsule_stays(self) -> None:
        for size in SIZES:
            with_, without = page(keys(4), size), page(keys(4, result=""), size)
            assert capsule(with_) == capsule(without)
            assert texts(without, "labels.result", "result") == []
            assert len(without.items) < len(with_.items)

    def test_result_and_total_share_a_baseline_in_rows(self) -> None:
        for size in ("portrait", "square", "story", "pin"):
            scene = page(SAMPLE, size)
            assert runs(scene, "result")[-1].origin.y == runs(scene, "total")[0].origin.y
            assert runs(scene, "labels.result")[0].origin.y == runs(scene, "total_note")[0].origin.y

    def test_a_page_from_right_to_left_is_mirrored(self) -> None:
        plain, turned = page(keys(3)), page(keys(3, direction="rtl"))
        for line, other in zip(strands(plain), strands(turned), strict=True):
            assert [1200 - x for x, _ in points(line)] == pytest.approx([x for x, _ in points(other)])

    def test_icons_stand_beside_numbers_and_move_titles_in_rows_alone(self) -> None:
        spec = keys(4)
        spec["steps"][1]["icon"] = "mail"
        for size, moves in (("og", False), ("portrait", True)):
            plain, marked = page(keys(4), size), page(spec, size)
            assert len(strands(marked)) == len(strands(plain)) + 1
            lefts = [runs(scene, "steps.title")[0].origin.x for scene in (plain, marked)]
            assert (lefts[1] > lefts[0] + 20) == moves


@pytest.mark.parametrize("size", ["og", "wide", "square"])
def test_two_steps_fill_their_page(size: str) -> None:
    titles = [{"title": "Ask for feedback"}, {"title": "Apply again"}]
    assert largest_empty(page({"kind": "steps", "title": "Two things to do", "steps": titles}, size)) < 0.35


class TestWhatGivesWay:
    def test_twelve_steps_show_all_titles_and_durations_and_say_that_details_are_left_out(self) -> None:
        for size in SIZES:
            scene = page(keys(12), size)
            assert len(runs(scene, "steps.title")) == len(runs(scene, "steps.duration")) == 12
            (left,) = scene.left_out
            assert left.fields == tuple(f"steps[{at}].detail" for at in range(12))
            assert left.reason == "no room for details"

    def test_a_detail_that_is_much_too_long_is_cut_at_a_word(self) -> None:
        spec = keys(5)
        spec["steps"][2]["detail"] = "as long as nobody is in a hurry " * 9
        scene = page(spec, "square")
        lines = texts(scene, "steps.detail")
        assert any(line.endswith("…") for line in lines)
        assert not any(line.rstrip("…").endswith((" ", "hurr", "nobod")) for line in lines)
        assert scene.left_out == ()

    def test_a_longer_detail_takes_a_second_line_before_any_size(self) -> None:
        spec = keys(3)
        spec["steps"][1]["detail"] = "In this way, and in no other way at all, as long as it takes to do it well."
        plain, longer = (page(each, "portrait") for each in (keys(3), spec))
        assert {run.size for run in runs(plain, "steps.detail")} == {run.size for run in runs(longer, "steps.detail")}
        assert len(runs(longer, "steps.detail")) == 4

    def test_a_title_is_never_cut_but_refused_with_what_would_fit(self) -> None:
        spec = keys(12)
        spec["steps"][7]["title"] = "W" * 119
        with pytest.raises(FitError) as refused:
            page(spec, "og")
        (problem,) = refused.value.problems
        assert problem.field == "steps[7].title"
        assert problem.hint.startswith("shorten it to about")

    @pytest.mark.parametrize("size", SIZES)
    @pytest.mark.parametrize("text", ["A", "€1,234,567", "Kraftfahrzeughaftpflicht", "word by word " * 9])
    def test_short_and_long_texts_pass_the_examiner(self, size: str, text: str) -> None:
        step = {"title": text[:100], "detail": text * 2, "duration": "€1,234,567", "icon": "star"}
        spec = keys(5, steps=[step] * 5, title=text[:90], result=text[:100], total="€1,234,567", lang="de")
        scene = page(spec, size)
        assert examiner.touching(scene) == []
        assert examiner.outside(scene) == []
        assert examiner.tiny(scene) == []
        assert forgotten(scene) == []

    def test_two_bare_steps_are_a_picture(self) -> None:
        for size in SIZES:
            scene = page({"kind": "steps", "steps": ["Ask", "Go"]}, size)
            assert texts(scene, "steps") == ["Ask", "Go"]
            assert scene.left_out == ()


class TestWords:
    def test_labels_replace_the_words_of_the_picture(self) -> None:
        scene = page(keys(2, labels={"start": "Before", "result": "After"}))
        assert texts(scene, "labels.start", "labels.result") == ["After", "Before"]

    @pytest.mark.parametrize("lang", ["ar", "he"])
    def test_other_scripts_fit_too(self, lang: str, fonts: str) -> None:
        text = {"ar": "اطرح سؤالًا واحدًا", "he": "לשאול שאלה אחת"}[lang]
        step = {"title": text, "detail": text, "duration": text[:5], "icon": "chat"}
        for size in SIZES:
            for count in (2, 5, 9):
                scene = page(
                    keys(2, lang=lang, title=text, start=text, result=text, steps=[step] * count), size, fonts=fonts
                )
                assert examiner.touching(scene) == []
                assert examiner.outside(scene) == []


@pytest.mark.parametrize(
    ("size", "look", "width"), [("og", "paper", 300), ("portrait", "paper", 220), ("square", "ink", 220)]
)
def test_pictures_are_as_they_were_looked_at(size: str, look: str, width: int, request: pytest.FixtureRequest) -> None:
    scene = page(SAMPLE, size, look)
    golden.check(paint(scene, width / scene.size.width).image(), f"steps/{size}", request)
