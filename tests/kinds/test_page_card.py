"""Tests of the page card: where title and horizon stand, what gives way, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline import sizes
from pipeline.errors import FitError
from pipeline.geometry import Rect
from pipeline.layout.shape import shape
from pipeline.scene import Path, Scene
from pipeline.typography import ink
from tests.emptiness import largest_empty
from tests.visuals import forgotten, page, runs, texts

SIZES = list(sizes.names())
THEMES = ["paper", "ink", "press", "grid"]
KEYS: dict[str, Any] = {"kind": "page_card", "title": "How to answer a *rejection*"}
LONG = ("Configuring pipelines with environments across several regions, and what to do when one will not start; " * 2)[
    :200
].strip()


def card(size: str = "og", theme: str = "paper", **more: str) -> Scene:
    return page({**KEYS, **more}, size, theme)


def horizon(scene: Scene) -> float:
    """The y of the line that goes all the way."""
    (line,) = (item for item in scene.items if isinstance(item, Path) and item.stroke and len(item.outline) == 2)
    _, *numbers = line.outline[0]
    return numbers[-1]


def sun(scene: Scene) -> Rect:
    (half,) = (item for item in scene.items if isinstance(item, Path) and item.fill)
    numbers = [number for _, *values in half.outline for number in values]
    xs, ys = numbers[::2], numbers[1::2]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def lowest(scene: Scene, *roles: str) -> float:
    return max(box.bottom for run in runs(scene, *roles) if (box := ink(run)))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", THEMES)
def test_a_title_of_200_characters_is_whole_in_every_size_and_theme(size: str, theme: str) -> None:
    scene = card(size, theme, title=LONG, description=LONG, site="The Second Letter", author="Ada", date="3 May 2026")
    assert "".join("".join(texts(scene, "title")).split()) == "".join(LONG.split())
    assert (forgotten(scene), scene.left_out) == ([], ())


@pytest.mark.parametrize("size", SIZES)
def test_the_horizon_stays_where_it_is_whatever_is_said(size: str) -> None:
    words = {"description": LONG, "site": "The Second Letter", "author": "Ada Example"}
    assert horizon(card(size, title="API")) == pytest.approx(horizon(card(size, title=LONG, **words)))


@pytest.mark.parametrize("size", SIZES)
def test_words_keep_off_the_sun_and_the_sun_off_the_edge(size: str) -> None:
    for title in ("API", LONG, "W" * 60):
        scene = card(size, title=title, description=LONG)
        disc, words = sun(scene), lowest(scene, "title", "description")
        assert words < horizon(scene)
        assert words <= disc.y or max(run.origin.x + run.advance for run in runs(scene)) <= disc.x
        frame = shape(scene.size)
        assert disc.right == pytest.approx(frame.right * frame.unit, abs=1)


def test_a_word_or_two_are_larger_than_a_sentence() -> None:
    (short,), *_ = [runs(card(title="API"), "title")]
    assert short.size > runs(card(), "title")[0].size > runs(card(title=LONG), "title")[0].size


@pytest.mark.parametrize("size", SIZES)
def test_few_words_leave_no_large_part_of_a_page_empty(size: str) -> None:
    assert largest_empty(card(size, title="API", site="The Second Letter", author="Ada Example")) < 0.46


def test_a_description_is_smaller_than_its_title() -> None:
    for title in ("API", LONG):
        scene = card(title=title, description="About it.")
        assert runs(scene, "description")[0].size < runs(scene, "title")[0].size


def test_site_and_section_share_a_line_and_so_do_author_and_date() -> None:
    scene = card(site="The Second Letter", section="Guides", author="Ada Example", date="3 May 2026")
    for one, other in (("site", "section"), ("author", "date")):
        assert runs(scene, one)[0].origin.y == runs(scene, other)[0].origin.y
    assert texts(scene, "section") == [" · Guides"]


def test_a_date_alone_is_no_author() -> None:
    (alone,), (beside,) = runs(card(date="3 May"), "date"), runs(card(author="Ada", date="3 May"), "date")
    assert alone.fill == beside.fill


def test_a_page_that_reads_from_the_right_is_a_mirror(fonts: str) -> None:
    scene = page({"kind": "page_card", "title": "שלום עולם", "lang": "he"}, fonts=fonts)
    frame = shape(scene.size)
    assert max(run.origin.x + run.advance for run in runs(scene)) == pytest.approx(frame.right, abs=10)
    assert sun(scene).x == pytest.approx(frame.margin, abs=1)


def test_what_fits_in_no_size_is_refused_with_its_field() -> None:
    with pytest.raises(FitError, match=r"description: 399 characters do not fit"):
        card(title="W" * 300, description="WWWW " * 80)
