"""Blocks: one size for several texts, whole words, and refusals that name the text."""

from __future__ import annotations

import pytest

from pipeline import theme
from pipeline.content import Leaf
from pipeline.errors import FitError
from pipeline.geometry import Size
from pipeline.layout.block import block, blocks, depth, put
from pipeline.layout.canvas import Canvas
from pipeline.layout.page import Page
from pipeline.scene import TextRun
from pipeline.typography import Setting, Typesetter, library

SETTINGS = tuple(Setting(size, 1.2, 2) for size in (40, 30, 20))


def canvas(unit: float = 1.0) -> Canvas:
    return Canvas(Page(Size(800, 400), theme.load("paper"), Typesetter(library()), False), unit=unit)


def leaves(*texts: str) -> list[Leaf]:
    return [Leaf(text, f"texts[{at}]") for at, text in enumerate(texts)]


def test_all_texts_take_the_size_that_holds_the_longest() -> None:
    page = canvas()
    style = page.style(1, page.colors.ink)
    short, long = blocks(page, leaves("Go", "Responsibilities of all"), style, SETTINGS, [220, 220])
    assert short is not None
    assert long is not None
    assert short.size == long.size == 30
    assert [line.text.strip() for line in long.lines] == ["Responsibilities", "of all"]


def test_sizes_and_measures_are_those_of_the_canvas() -> None:
    page = canvas(2.0)
    (large,) = blocks(page, leaves("Go"), page.style(1, page.colors.ink), SETTINGS, [200])
    assert large is not None
    assert large.size == 80


def test_a_blank_text_is_no_block() -> None:
    page = canvas()
    style = page.style(1, page.colors.ink)
    assert blocks(page, leaves("Go", ""), style, SETTINGS, [100, 0])[1] is None
    assert block(page, Leaf(" ", "text"), style, SETTINGS, 100) is None
    assert put(page, None, 0, 17) == 17
    assert page.items == []


def test_a_word_that_is_too_wide_is_refused_by_its_field_or_parted_where_that_is_allowed() -> None:
    page = canvas()
    style = page.style(1, page.colors.ink)
    texts = leaves("Go", "Incomprehensibilities")
    with pytest.raises(FitError) as refused:
        blocks(page, texts, style, SETTINGS, [130, 130])
    (problem,) = refused.value.problems
    assert problem.field == "texts[1]"
    assert problem.message == "a word does not fit 130 px at 20 px"
    _, parted = blocks(page, texts, style, SETTINGS, [130, 130], parts_words=True)
    assert parted is not None
    assert len(parted.lines) == 2


def test_a_block_stands_where_it_is_put_and_says_where_it_ends() -> None:
    page = canvas(2.0)
    text = block(page, Leaf("One line and another one", "text"), page.style(1, page.colors.ink), SETTINGS[2:], 150)
    assert text is not None
    assert put(page, text, 100, 50, "end") == 50 + depth(page, text) == pytest.approx(74)
    runs = [item for item in page.items if isinstance(item, TextRun)]
    assert [run.origin.y for run in runs] == [100, 148]
    assert max(run.origin.x + run.advance for run in runs) == pytest.approx(200)
