"""Whatever rows say, in any size and script, a comparison shows all of it inside the page, or says why not."""

from __future__ import annotations

import os
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import AssetError, FitError
from pipeline.scene import Scene
from tests import examiner
from tests.visuals import forgotten, page, runs

EXAMPLES = int(os.environ.get("EXAMPLES", "9"))  # 1,000 before a release
SIZES = st.sampled_from(["og", "portrait", "square", "wide", "story", "pin", "x", "linkedin", "640x2000", "1500x500"])
WORDS = st.sampled_from(
    ["a", "I", "to", "the", "word", "Every", "offer", "–", "2,000", "Ärger", "50 %", "*word*", "½", "fjord", "WWWW"]
    + ["Donaudampfschifffahrtsgesellschaft", "Ελλάδα", "слово", "https://example.org/a/b", "x" * 40]
    + ["שלום", "עולם,", "سلام", "عام"]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=6).map(" ".join).map(lambda text: text[:60])
CELLS = st.one_of(
    TEXTS,
    st.lists(WORDS, min_size=8, max_size=30).map(" ".join).map(lambda text: text[:190]),
    st.sampled_from(["yes", "no", "partly", "", None, "-", "yes: My own", {"no": "Not yet"}, True, False]),
    st.integers(-10, 2_000_000),
    st.sampled_from(["€1,234,567", "3.5", "12 %", "(400)", "0"]),
)


@st.composite
def comparisons(draw: st.DrawFn) -> dict[str, Any]:
    """A spec of any number of columns and rows."""
    count = draw(st.integers(2, 4))
    columns = [f"{draw(TEXTS)[:40]} {at}" for at in range(count)]
    rows: list[dict[str, Any]] = []
    for at in range(draw(st.sampled_from([1, 2, 3, 5, 12]))):
        cells = draw(st.lists(CELLS, min_size=count, max_size=count))
        better = draw(st.sampled_from(["", *columns]))
        rows.append({"name": f"{draw(TEXTS)} {at}", "cells": cells, "better": better})
    keys = {"columns": columns, "rows": rows, "highlight": draw(st.sampled_from(["", *columns]))}
    keys |= {name: draw(TEXTS) for name in ("title", "eyebrow", "verdict") if draw(st.booleans())}
    return {"kind": "comparison", **keys, "lang": draw(st.sampled_from(["en", "de", "ar"]))}


def drawn(keys: dict[str, Any], size: str, fonts: str) -> Scene | None:
    """The picture, or None where it is refused with a reason."""
    try:
        return page(keys, size, fonts=fonts)
    except (FitError, AssetError):
        return None


@given(comparisons(), SIZES)
@settings(deadline=None, derandomize=True, max_examples=EXAMPLES)
def test_all_texts_are_there_inside_the_page_and_apart(fonts: str, keys: dict[str, Any], size: str) -> None:
    scene = drawn(keys, size, fonts)
    if scene is not None:
        assert (forgotten(scene), scene.left_out, scene.summarised) == ([], (), ())
        assert examiner.outside(scene) == []
        assert examiner.touching(scene) == []
        assert not any(run.text.endswith("…") for run in runs(scene))


@given(comparisons())
@settings(deadline=None, derandomize=True, max_examples=EXAMPLES)
def test_all_cells_have_one_size_and_all_heads_one(fonts: str, keys: dict[str, Any]) -> None:
    scene = drawn(keys, "portrait", fonts)
    if scene is not None:
        for role in ("rows.cells", "rows.name", "columns"):
            styles = {run.size for run in runs(scene, role)}
            assert len(styles) <= 1


@given(comparisons(), SIZES)
@settings(deadline=None, derandomize=True, max_examples=EXAMPLES // 3)
def test_the_same_spec_gives_an_equal_scene_twice(fonts: str, keys: dict[str, Any], size: str) -> None:
    assert drawn(keys, size, fonts) == drawn(keys, size, fonts)
