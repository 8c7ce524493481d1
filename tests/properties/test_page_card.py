"""Whatever a page card says, it is shown whole and in order; or refused with a reason."""

from __future__ import annotations

import os
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import FitError
from pipeline.scene import Scene
from pipeline.sizes import names
from tests import examiner
from tests.visuals import forgotten, page, runs

EXAMPLES = int(os.environ.get("EXAMPLES", "20"))  # 1,000 before a release
SIZES = st.sampled_from([*names(), "320x320", "640x2000", "3000x400"])
WORDS = st.sampled_from(
    ["a", "of", "to", "the", "word", "WWWW", "Donaudampfschifffahrtsgesellschaft", "x" * 30, "*warm*", "50 %", "2,000"]
    + ["Ärger", "Ελλάδα", "слово", "שלום", "عام", "e\u0301\u0323", "so.", "mkdocs.yml"]
)


def words(most: int) -> st.SearchStrategy[str]:
    text = st.lists(WORDS, min_size=1, max_size=most // 3).map(" ".join)
    return text.map(lambda words: words[:most]).filter(lambda words: words.strip(" *.") != "")


KEYS = st.fixed_dictionaries(
    {"title": st.one_of(words(20), words(200))},
    optional={
        "description": words(400),
        "site": words(80),
        "section": words(80),
        "author": words(120),
        "date": words(40),
        "source": words(200),
        "lang": st.sampled_from(["en", "de", "he", "ar"]),
    },
)


def laid_out(keys: dict[str, object], size: str, fonts: str) -> Scene | None:
    """The picture, or None where it is refused with a reason."""
    try:
        return page({"kind": "page_card", **keys}, size, fonts=fonts)
    except FitError:
        return None


@given(KEYS, SIZES)
@settings(deadline=None, derandomize=True, max_examples=4 * EXAMPLES)
def test_nothing_is_forgotten_nothing_touches_and_nothing_leaves_the_page(
    fonts: str, keys: dict[str, object], size: str
) -> None:
    scene = laid_out(keys, size, fonts)
    if scene is not None:
        assert (forgotten(scene), scene.left_out) == ([], ())
        assert examiner.touching(scene) == []
        assert examiner.outside(scene) == []


@given(KEYS, SIZES)
@settings(deadline=None, derandomize=True, max_examples=2 * EXAMPLES)
def test_words_stand_in_their_order(fonts: str, keys: dict[str, object], size: str) -> None:
    scene = laid_out(keys, size, fonts)
    if scene is not None:
        lines = [[run.origin.y for run in runs(scene, role)] for role in ("site", "title", "description", "author")]
        there = [line for line in lines if line]
        assert all(max(above) < min(below) for above, below in pairwise(there))


@given(KEYS, SIZES)
@settings(deadline=None, derandomize=True, max_examples=EXAMPLES)
def test_the_same_spec_gives_an_equal_scene_twice(fonts: str, keys: dict[str, object], size: str) -> None:
    assert laid_out(keys, size, fonts) == laid_out(keys, size, fonts)
