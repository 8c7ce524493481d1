"""What holds for every chart: labels never collide, nothing leaves the page, the picture is always the same."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import FitError
from pipeline.kinds.chart.numbers import shares
from pipeline.kinds.chart.spec import MAX_NAME, SCALED
from pipeline.typography import ink
from tests.amounts import some_of
from tests.charted import chart, outside, overlapping, pieces, runs, scene
from tests.visuals import forgotten

WAYS = ["bar", "line", "area", "donut", "stacked", "heatmap"]
SIZES = ["og", "portrait", "square", "wide", "story", "320x320", "1500x500"]
WHOLE = st.sampled_from([0, 1, 2, 3, 7, 10.5, 99, 1234, 98765, 1.5e6, 9.9e14, 0.004])
ANY = WHOLE | WHOLE.map(lambda value: -value)
NAMES = st.text(alphabet="abcdefghij klmnopqrstuvwxyzABCÄÖÜéß0123456789", min_size=1, max_size=40)
WORDS = st.sampled_from(["Referral", "of", "a", "Versicherungsgesellschaft", "colleague", "&"])
ARABIC = st.text(alphabet="ابتثجحخدذرزسش 12()", min_size=1, max_size=40).filter(str.strip)
LABELS = NAMES | NAMES | st.lists(WORDS, min_size=1, max_size=9).map(lambda words: " ".join(words)[:MAX_NAME]) | ARABIC
DAYS = st.integers(0, 900).map(lambda days: str(date(2025, 1, 1) + timedelta(days=days)))
SMALLEST = 16 / 1200  # of the width: the least size of text in a chart


@st.composite
def charts_of(draw: st.DrawFn, way: str) -> Any:
    most = draw(st.sampled_from([1, 4, 12, 60]))
    dated = draw(st.integers(0, 3)) == 0
    labels = sorted(draw(st.sets(DAYS, max_size=most))) if dated else draw(st.lists(LABELS, max_size=most))
    count = 1 if way == "donut" else draw(st.integers(1, draw(st.sampled_from([1, 3, 12]))))
    positive = way in ("donut", "stacked") or (way == "area" and count > 1)
    values = st.none() | (WHOLE if positive else ANY)
    names = draw(st.lists(LABELS, min_size=count, max_size=count))
    series = {
        f"{index} {name}"[:MAX_NAME]: draw(st.lists(values, min_size=len(labels), max_size=len(labels)))
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
@settings(max_examples=some_of(40), deadline=None, derandomize=True, database=None)
@given(data=st.data(), size=st.sampled_from(SIZES))
def test_labels_never_collide_and_stay_on_the_page(way: str, fonts: str, data: st.DataObject, size: str) -> None:
    found = scene(data.draw(charts_of(way)), size, fonts=fonts)
    assert overlapping(found) == []
    assert outside(found, margin=0.005 * found.size.width) == []
    assert (
        min(run.size for run in runs(found)) >= SMALLEST * min(found.size.width, found.size.height * 1200 / 630) - 0.01
    )


@st.composite
def with_notes(draw: st.DrawFn, way: str) -> Any:
    """A chart that points at marks with numbers."""
    keys = draw(charts_of(way))
    series = keys["series"]
    known = [
        (label, row["name"])
        for row in series
        for at, label in enumerate(keys["labels"])
        if row["values"][at] is not None and keys["labels"].count(label) == 1
    ]
    texts = st.sampled_from(
        ["New", "New letter", "رسالة جديدة", "Versicherungsgesellschaft", "The first course in the school began here"]
    )
    chosen = draw(st.lists(st.sampled_from(known), max_size=2, unique=True)) if known else []
    keys["annotate"] = [{"at": at, "series": name, "text": draw(texts)} for at, name in chosen]
    if way in SCALED and draw(st.booleans()):
        keys["target"] = draw(WHOLE | WHOLE.map(lambda value: {"value": value, "label": "Goal of the year"}))
    names = st.sampled_from([row["name"] for row in series])
    keys["highlight"] = draw(st.lists(names, max_size=2, unique=True))
    return keys


@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=some_of(40), deadline=None, derandomize=True, database=None)
@given(data=st.data(), size=st.sampled_from(SIZES))
def test_notes_and_targets_touch_nothing(way: str, fonts: str, data: st.DataObject, size: str) -> None:
    keys = data.draw(with_notes(way))
    try:
        found = scene(keys, size, fonts=fonts)
    except FitError:
        return
    assert overlapping(found) == []
    assert outside(found, margin=0.005 * found.size.width) == []
    assert not [field for field in forgotten(found) if field.startswith(("annotate", "target"))]
    noted = {run.role for run in runs(found, "annotate.text")}
    assert noted == {f"annotate[{at}].text" for at in range(len(keys["annotate"]))} or not keys["labels"]
    marks = list(pieces(found))
    for run in (*runs(found, "annotate.text"), *runs(found, "target")):
        box = ink(run)
        assert not [mark for mark in marks if box and mark.intersection(box)]


@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=4, deadline=None, derandomize=True, database=None)
@given(data=st.data())
def test_the_same_chart_is_the_same_scene(way: str, fonts: str, data: st.DataObject) -> None:
    spec = data.draw(charts_of(way))
    assert str(scene(spec, fonts=fonts)) == str(scene(spec, fonts=fonts))


@settings(derandomize=True, deadline=None)
@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=12))
def test_shares_add_up_and_are_off_by_less_than_one(counts: list[int]) -> None:
    parts = shares([Decimal(count) for count in counts])
    assert sum(parts) == (100 if any(counts) else 0)
    assert all(
        abs(part * sum(counts) - 100 * count) < sum(counts) + 1e-6 or not any(counts)
        for part, count in zip(parts, counts, strict=True)
    )
