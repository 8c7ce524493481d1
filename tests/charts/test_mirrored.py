"""Tests of a figure that is recorded mirrored: marks change sides, letters stay as they are read."""

from __future__ import annotations

from typing import Any

from pipeline import charts
from pipeline.geometry import Rect
from pipeline.scene import Path as Drawn
from pipeline.scene import walk
from pipeline.typography import Typesetter, library
from tests.figures import PAGE, PAPER, WIDTH, new, record, texts


def mirrored(figure: Any, rect: Rect = PAGE) -> tuple[Any, ...]:
    return charts.record(figure, Typesetter(library(None)), PAPER, rect, mirrored=True)


def test_marks_and_clips_stand_on_the_other_side() -> None:
    figure = new()
    axes = charts.axes(figure, Rect(10, 10, 50, 50), (0, 1), (0, 1))
    axes.bar([0.2], [1], 0.2)
    (group,) = mirrored(figure)
    assert group.clip == Rect(WIDTH - 60, 10, 50, 50)
    (bar,) = [item for item, _ in walk(group.items) if isinstance(item, Drawn)]
    xs = [value for _, *values in bar.outline for value in values[::2]]
    assert (min(xs), max(xs)) == (WIDTH - 25, WIDTH - 15)


def test_texts_keep_their_letters() -> None:
    figure = new()
    figure.text(10, 30, "12 open", transform=None)
    (run,), (other,) = texts(record(figure)), texts(mirrored(figure))
    assert run.glyphs == other.glyphs
    assert abs(other.origin.x - (WIDTH - run.origin.x - run.advance)) <= 0.5  # side bearings


def test_slanted_text_slants_the_other_way_and_ends_where_it_began() -> None:
    figure = new()
    figure.text(50, 80, "Up", transform=None, rotation=30)
    (group,) = record(figure)
    (other,) = mirrored(figure)
    (run,) = texts(group.items)  # type: ignore[union-attr]
    start, end = (group.transform.apply(x, 0) for x in (0, run.advance))  # type: ignore[union-attr]
    (turned,) = texts(other.items)
    ends = [other.transform.apply(turned.origin.x + x, 0) for x in (0, turned.advance)]
    assert [tuple(map(round, (WIDTH - at.x, at.y))) for at in (end, start)] == [tuple(map(round, at)) for at in ends]
