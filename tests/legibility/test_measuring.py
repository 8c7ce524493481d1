"""The report of a scene: sizes, lines, contrast, what is hidden, shortened or left out."""

from __future__ import annotations

import json

import pytest

from pipeline import legibility, sizes, theme
from pipeline.color import Color
from pipeline.geometry import Affine, Point, Rect, Size
from pipeline.legibility import Contrast, Role, Spot
from pipeline.rendering import lay_out, load
from pipeline.scene import Box, FaceRef, Group, Item, Scene, TextRun
from tests import faces
from tests.conftest import REPOSITORY

PAGE = Rect(0, 0, 1200, 600)
WHITE, GREY, BLACK = (Color.parse(name) for name in ("#FFFFFF", "#909090", "#000000"))
SERIF, BOLD = faces.face(), faces.face(faces.SANS, 700)


def run(
    text: str = "word", x: float = 100, y: float = 300, size: float = 20, role: str = "text", fill: Color = BLACK
) -> TextRun:
    return TextRun(Point(x, y), (), SERIF, size, fill, len(text) * size / 2, text, role)


def report(*items: Item, safe: Rect = PAGE, written: str = "", left_out: tuple[str, ...] = ()) -> legibility.Fit:
    scene = Scene(Size(1200, 600), (Box(PAGE, WHITE), *items), "title", "alt")
    return legibility.measure(scene, safe, 300_000, written, left_out)


def test_texts_of_one_role_are_told_together() -> None:
    found = report(run(role="items[0].text"), run("more", y=340, size=18, role="items[1].text"), run(role="title"))
    assert found.texts["items.text"] == Role((20, 18), 2, ("Source Serif Pro Regular",))
    assert found.texts["title"].lines == 1
    assert found.faces == ("Source Serif Pro Regular",)


def test_pages_of_one_file_are_one_report() -> None:
    first = report(run(role="items[0].text"), left_out=("one",))
    second = report(run("more", size=18, role="items[1].text", fill=GREY), run("new", role="title"), left_out=("one",))
    found = legibility.together([first, second])
    assert found.texts["items.text"] == Role((20, 18), 2, ("Source Serif Pro Regular",))
    assert found.texts["title"] == second.texts["title"]
    assert found.smallest == second.smallest
    assert found.lowest == second.lowest
    assert (found.faint, found.left_out, found.budget_bytes) == (second.faint, ("one",), 600_000)
    assert legibility.together([first]) == first


def test_runs_that_follow_one_another_on_a_baseline_are_one_line() -> None:
    assert report(run("ab"), run("cd", x=120), run("far", x=600), run("below", y=330)).texts["text"].lines == 3


def test_sizes_are_as_seen_on_the_page() -> None:
    small = Group((run(size=20),), Affine.scale(0.5))
    found = report(run(size=24, role="title"), small)
    assert found.smallest == Spot("text", "word", 10, 50, 150)
    assert found.smallest_on_phone == 3.0


def test_white_space_is_no_text() -> None:
    assert report(run(" ")) == report()._replace(texts={})


@pytest.mark.parametrize(
    ("size", "face", "least"),
    [(31.9, SERIF, 4.5), (32, SERIF, 3.0), (23.9, BOLD, 4.5), (24, BOLD, 3.0), (24, SERIF, 4.5)],
)
def test_large_and_bold_texts_need_less_contrast(size: float, face: FaceRef, least: float) -> None:
    lowest = report(run(size=size)._replace(face=face)).lowest
    assert lowest is not None
    assert (lowest.ratio, lowest.least) == (21, least)


def test_a_faint_text_is_named_with_its_place() -> None:
    found = report(run(), run("pale", x=400, fill=GREY))
    assert found.faint == (Contrast(3.19, 4.5, Spot("text", "pale", 20, 400, 300)),)
    assert found.lowest == found.faint[0]


def test_only_what_lies_below_a_text_counts() -> None:
    dark = Box(Rect(0, 250, 1200, 100), BLACK)
    assert [each.ratio for each in report(dark, run()).faint] == [1]
    assert report(run(), dark).faint == ()


def test_the_worst_place_along_a_run_counts() -> None:
    assert report(Box(Rect(205, 250, 100, 100), BLACK), run("a longer text")).faint[0].ratio == 1


def test_a_faded_text_has_the_contrast_that_is_seen() -> None:
    (faint,) = report(Group((run(),), opacity=0.3)).faint
    assert faint.ratio == Color(178, 178, 178).contrast(WHITE).__round__(2)


def test_texts_beyond_what_platforms_show_are_hidden() -> None:
    safe = Rect(50, 100, 1100, 400)
    found = report(
        run(),
        run("tail", y=500),
        run("top", y=110),
        run("foot", y=502),
        run("left", x=45),
        run("right", x=1140),
        safe=safe,
    )
    assert [spot.text for spot in found.hidden] == ["top", "foot", "left", "right"]


def test_an_ellipsis_of_ours_is_told_and_the_authors_is_not() -> None:
    found = report(run("and so on…", role="items[2].text"), run("well, then…"), written='{"text":"Well, then…"}')
    assert found.shortened == ("items[2].text",)


def test_what_the_picture_says_is_left_out_and_what_the_scene_does() -> None:
    found = report(
        run("and 3 more", role="labels.more"), run("2 rows left out", role="left_out"), left_out=("panel a",)
    )
    assert found.left_out == ("“and 3 more”", "“2 rows left out”", "panel a")


def test_a_report_can_be_noted_and_read_back() -> None:
    found = report(run("pale…", fill=GREY), run("foot", y=590, size=17.5), safe=PAGE.inset(50), left_out=("a",))
    assert legibility.read(json.loads(json.dumps(legibility.noted(found)))) == found
    assert legibility.read({}) == legibility.Fit()


@pytest.mark.parametrize("path", sorted((REPOSITORY / "specs").glob("*.yaml")), ids=lambda path: path.stem)
@pytest.mark.parametrize("look", theme.names())
def test_every_text_of_our_own_specs_can_be_read(path: str, look: str) -> None:
    visual = load(path)
    for name in ("og", "portrait"):
        for scene in lay_out(visual, name, look):
            found = legibility.measure(scene, sizes.parse(name).safe)
            assert (found.faint, found.hidden, found.shortened) == ((), (), ())
            assert found.lowest is not None
