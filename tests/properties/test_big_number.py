"""Whatever a big number says, it is shown whole, in order and to scale; or refused with a reason."""

from __future__ import annotations

import os

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import FitError
from pipeline.scene import Box, Path, Scene
from pipeline.sizes import names
from tests import examiner
from tests.visuals import forgotten, page, runs

EXAMPLES = int(os.environ.get("EXAMPLES", "20"))  # 1,000 before a release
SIZES = st.sampled_from([*names(), "320x320", "640x2000", "3000x400"])
WORDS = st.sampled_from(
    ["a", "of", "to", "the", "word", "WWWW", "Donaudampfschifffahrtsgesellschaft", "x" * 30, "*warm*", "50 %", "2,000"]
    + ["Ärger", "Ελλάδα", "слово", "שלום", "عام", "e\u0301\u0323", "so."]
)


def words(most: int) -> st.SearchStrategy[str]:
    text = st.lists(WORDS, min_size=1, max_size=most // 3).map(" ".join)
    return text.map(lambda words: words[:most]).filter(lambda words: words.strip(" *.") != "")


FIGURES = st.sampled_from(["7", "42", "30%", "21 °C", "€1,234,567", "CHF 1’234’567.80", "Half", "0", "٣٠", "ÅÉ", "1/2"])
COUNTS = st.integers(2, 100).flatmap(
    lambda total: st.fixed_dictionaries(
        {"count": st.integers(0, total), "total": st.just(total)}, optional={"label": words(60)}
    )
)
VALUES = st.decimals(0, 10**6, places=1).map(lambda value: f"{value} days")
CHANGES = st.fixed_dictionaries(
    {"from": VALUES, "to": VALUES}, optional={"from_note": words(40), "to_note": words(40)}
).filter(lambda change: {change["from"], change["to"]} != {"0.0 days"})
KEYS = st.fixed_dictionaries(
    {"figure": FIGURES, "caption": words(240)},
    optional={"eyebrow": words(80), "source": words(200), "lang": st.sampled_from(["en", "de", "he", "ar"])},
)
DRAWN: st.SearchStrategy[dict[str, object]] = st.one_of(
    COUNTS.map(lambda of: {"of": of}), CHANGES.map(lambda change: {"change": change}), st.just({})
)


def laid_out(keys: dict[str, object], size: str, fonts: str) -> Scene | None:
    """The picture, or None where it is refused with a reason."""
    try:
        return page({"kind": "big_number", **keys}, size, fonts=fonts)
    except FitError:
        return None


@given(KEYS, DRAWN, SIZES)
@settings(deadline=None, derandomize=True, max_examples=4 * EXAMPLES)
def test_nothing_is_forgotten_nothing_touches_and_nothing_leaves_the_page(
    fonts: str, keys: dict[str, object], drawn: dict[str, object], size: str
) -> None:
    scene = laid_out({**keys, **drawn}, size, fonts)
    if scene is not None:
        assert (forgotten(scene), scene.left_out) == ([], ())
        assert examiner.touching(scene) == []
        assert examiner.outside(scene) == []


@given(COUNTS, SIZES)
@settings(deadline=None, derandomize=True, max_examples=2 * EXAMPLES)
def test_there_are_as_many_suns_and_rings_as_are_counted(fonts: str, of: dict[str, int], size: str) -> None:
    scene = laid_out({"figure": 3, "caption": "of them", "of": of}, size, fonts)
    assert scene is not None
    closed = [item for item in scene.items if isinstance(item, Path) and item.outline[-1] == ("Z",)]
    suns = sum(name == "M" for path in closed if path.fill for name, *_ in path.outline)
    rings = sum(name == "M" for path in closed if not path.fill for name, *_ in path.outline)
    expected = of["count"], of["total"] - of["count"]
    assert (suns, rings) == (expected if of["total"] <= 20 else tuple(min(1, each) for each in expected))


@given(CHANGES, SIZES)
@settings(deadline=None, derandomize=True, max_examples=2 * EXAMPLES)
def test_the_words_stay_above_the_drawing(fonts: str, change: dict[str, str], size: str) -> None:
    scene = laid_out({"figure": 3, "caption": "of them, and of many others", "change": change}, size, fonts)
    if scene is not None:
        (node,) = (item for item in scene.items if isinstance(item, Box) and item.stroke)
        assert all(run.origin.y < node.rect.y for run in runs(scene, "figure", "caption"))


@given(KEYS, DRAWN, SIZES)
@settings(deadline=None, derandomize=True, max_examples=EXAMPLES)
def test_the_same_spec_gives_an_equal_scene_twice(
    fonts: str, keys: dict[str, object], drawn: dict[str, object], size: str
) -> None:
    assert laid_out({**keys, **drawn}, size, fonts) == laid_out({**keys, **drawn}, size, fonts)
