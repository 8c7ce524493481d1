"""Whatever the steps say, every text is inside its page, apart from others, and accounted for; or refused."""

from __future__ import annotations

import os
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import AssetError, FitError
from pipeline.kinds.steps.icons import OUTLINES
from pipeline.scene import Scene
from pipeline.sizes import presets
from tests import examiner
from tests.visuals import forgotten, page, runs

EXAMPLES = int(os.environ.get("EXAMPLES", "12"))  # 1,000 before a release
WORDS = st.sampled_from(
    ["a", "I", "ask", "the", "Wait", "answer,", "*once*", "2,000", "€1,234,567", "SQL", "*", "–", "Ärger", "x" * 40]
    + ["Versicherungsgesellschaft", "Ελλάδα", "слово", "שלום", "عام", "(שלום)", "e\u0301\u0323"]
)


def text(most: int, length: int) -> st.SearchStrategy[str]:
    joined = st.lists(WORDS, min_size=1, max_size=most).map(" ".join).map(lambda found: found[:length])
    return joined.filter(lambda found: any(map(str.isalnum, found)))


STEP = st.fixed_dictionaries(
    {"title": text(8, 120)},
    optional={"detail": text(30, 300), "duration": text(4, 40), "icon": st.sampled_from(sorted(OUTLINES))},
)
SPEC = st.fixed_dictionaries(
    {"kind": st.just("steps"), "steps": st.lists(STEP | text(5, 60), min_size=2, max_size=12)},
    optional={
        "title": text(10, 90),
        "eyebrow": text(6, 80),
        "start": text(6, 80),
        "result": text(10, 100),
        "direction": st.sampled_from(["ltr", "rtl"]),
        "lang": st.sampled_from(["en", "de", "ar", "ja"]),
    },
)
TOTAL = st.fixed_dictionaries({"total": text(3, 30)}, optional={"total_note": text(4, 50)})
SIZES = st.sampled_from([*sorted(presets()), "1500x500", "1000x800", "640x2000"])


def laid_out(keys: dict[str, Any], size: str, fonts: str) -> Scene | None:
    """The picture, or None where it is refused."""
    try:
        return page(keys, size, fonts=fonts)
    except (AssetError, FitError):
        return None


@given(SPEC, TOTAL, SIZES)
@settings(deadline=None, derandomize=True, max_examples=3 * EXAMPLES)
def test_no_text_is_lost_touched_or_outside(fonts: str, keys: dict[str, Any], total: dict[str, Any], size: str) -> None:
    scene = laid_out(keys | (total if "result" in keys else {}), size, fonts)
    if scene is not None:
        assert forgotten(scene) == []
        assert examiner.touching(scene) == []
        assert examiner.outside(scene) == []


@given(SPEC, SIZES)
@settings(deadline=None, derandomize=True, max_examples=EXAMPLES)
def test_titles_durations_and_numbers_are_whole(fonts: str, keys: dict[str, Any], size: str) -> None:
    scene = laid_out(keys, size, fonts)
    if scene is not None:
        assert not any(run.text.endswith("…") for run in runs(scene, "steps", "steps.title", "steps.duration"))
        assert {run.role for run in runs(scene, "steps.number")} == {
            f"steps[{at}].number" for at in range(len(keys["steps"]))
        }
