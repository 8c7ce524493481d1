"""What holds for every chart: labels never collide, nothing leaves the page, the picture is always the same."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.charted import chart, outside, overlapping, runs, scene

WAYS = ["bar", "line", "area", "donut", "stacked", "heatmap"]
SIZES = ["og", "portrait", "square", "wide", "story", "320x320", "1500x500"]
WHOLE = st.sampled_from([0, 1, 2, 3, 7, 10.5, 99, 1234, 98765, 1.5e6, 9.9e14, 0.004])
ANY = WHOLE | WHOLE.map(lambda value: -value)
NAMES = st.text(alphabet="abcdefghij klmnopqrstuvwxyzABCÄÖÜéß0123456789", min_size=1, max_size=40)
SMALLEST = 16 / 1200  # of the width: the least size of text in a chart


@st.composite
def charts_of(draw: st.DrawFn, way: str) -> Any:
    labels = draw(st.lists(NAMES, max_size=draw(st.sampled_from([1, 4, 12, 60]))))
    count = 1 if way == "donut" else draw(st.integers(1, draw(st.sampled_from([1, 3, 12]))))
    positive = way in ("donut", "stacked") or (way == "area" and count > 1)
    values = st.none() | (WHOLE if positive else ANY)
    names = draw(st.lists(NAMES, min_size=count, max_size=count))
    series = {
        f"{index} {name}": draw(st.lists(values, min_size=len(labels), max_size=len(labels)))
        for index, name in enumerate(names)
    }
    keys: dict[str, Any] = {"unit": draw(st.sampled_from(["", "%", "€", "applications"]))}
    keys["title"] = draw(st.sampled_from(["", "A title", "A long title that says what all of these numbers mean"]))
    keys["caption"] = draw(st.sampled_from(["", "Source: a list of mine", "Source: a list of mine. " * 8]))
    keys["sort"] = draw(st.sampled_from(["none", "down", "up"]))
    keys["direction"] = draw(st.sampled_from(["ltr", "rtl"]))
    keys["highlight"] = draw(st.sampled_from(["", *labels[:1], *list(series)[:1]]))
    return chart(way, labels, series, **keys)


@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=40, deadline=None, derandomize=True, database=None)
@given(data=st.data(), size=st.sampled_from(SIZES))
def test_labels_never_collide_and_stay_on_the_page(way: str, data: st.DataObject, size: str) -> None:
    found = scene(data.draw(charts_of(way)), size)
    assert overlapping(found) == []
    assert outside(found, margin=0.005 * found.size.width) == []
    assert (
        min(run.size for run in runs(found)) >= SMALLEST * min(found.size.width, found.size.height * 1200 / 630) - 0.01
    )


@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=4, deadline=None, derandomize=True, database=None)
@given(data=st.data())
def test_the_same_chart_is_the_same_scene(way: str, data: st.DataObject) -> None:
    spec = data.draw(charts_of(way))
    assert str(scene(spec)) == str(scene(spec))
