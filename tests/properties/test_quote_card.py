"""Whatever a quote says, its card holds it whole, inside the page, apart from everything else; or says why not."""

from __future__ import annotations

import json
import os
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import AssetError, FitError
from pipeline.geometry import Rect
from pipeline.scene import Picture, Scene, TextRun
from pipeline.sizes import presets
from tests.amounts import some_of
from tests.cards import LABEL, card, inked, runs
from tests.emptiness import largest_empty
from tests.visuals import forgotten

pytestmark = pytest.mark.usefixtures("in_repository")
EXAMPLES = int(os.environ.get("EXAMPLES", "12"))  # 1,000 before a release
EVERY_SIZE = ["og", "portrait", "square", "wide", "story", "pin", "320x320", "640x2000", "3000x400"]
EIGHT = sorted(presets())
QUOTED = ["never", "begin", "again", "tomorrow", "morning,", "better.", "redirection", "*now*", "still", "something"]
HAIR = 1.0  # px: rounding of baselines, and letters that reach over their advance
TURN = 984 - 64  # x in og: the designer's limit for the text, point 11

WORDS = st.sampled_from(
    ["a", "I", "to", "the", "word", "Every", "rejection", "redirection", "better.", "“so”", "it’s", "–", "2,000"]
    + ["Ärger", "50 %", "*word*", "*two words*", "https://example.org/a/b", "x" * 70, "WWWW", "\n", "fjord", "½"]
    + ["Donaudampfschifffahrtsgesellschaft", "Ελλάδα", "слово", "e\u0301\u0323"]
    + ["שלום", "עולם,", "(שלום)", "سلام", "عام"]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=40).map(" ".join).filter(lambda text: text.strip(' \n“”"'))
LONG_TEXTS = st.lists(WORDS, min_size=150, max_size=330).map(" ".join).map(lambda text: text[:2000])
SIZES = st.sampled_from(EVERY_SIZE)
MOTIFS = st.sampled_from(["redirection", "sun", "rule", "mark", "none"])
LABELS = st.sampled_from(
    [
        {},
        {"author": "Ada Example"},
        {"author": "עדה", "role": "Programmer", "source": "Notes"},
        {"kicker": ["So", "on"]},
        {"source": "Notes"},
    ]
)
ALIGNS = st.sampled_from(["start", "center", "end"])
LANGS = st.sampled_from(["en", "de", "fr", "he"])
PHOTO = "specs/photos/valley.jpg"
MORE = st.sampled_from(
    [
        {},
        {"series": "3/7"},
        {"second": "Jedes *Wort* zählt."},
        {"second": "שלום עולם", "series": "12/12"},
        {"photo": PHOTO},
        {"photo": PHOTO, "second": "Jedes Wort zählt.", "series": "3/7"},
    ]
)
LOOKS = st.fixed_dictionaries({"motif": MOTIFS, "align": ALIGNS, "lang": LANGS})


def laid_out(text: str, size: str, keys: dict[str, str], fonts: str) -> Scene | None:
    """The card, or None where it is refused with a reason."""
    written = {"kind": "quote_card", "text": text, **keys}
    try:
        return card(json.dumps(written, ensure_ascii=False), size, fonts=fonts)
    except (FitError, AssetError):
        return None


def check(scene: Scene) -> None:
    """What every card must hold."""
    page = Rect.of(scene.size).inset(-HAIR)
    everything = runs(scene)
    for run in everything:
        box = inked([run])
        assert box is None or _holds(page, box), f"{run.text!r} leaves the page"
    roles = [("text",), ("mark",), ("second",), ("series",), LABEL]
    groups = [inked([run for run in everything if run.role in group]) for group in roles]
    boxes = [box for box in groups if box is not None]
    for index, one in enumerate(boxes):
        for other in boxes[index + 1 :]:
            overlap = one.intersection(other)
            assert overlap is None or min(overlap.width, overlap.height) <= HAIR


@given(TEXTS, SIZES, LOOKS, LABELS)
@settings(deadline=None, derandomize=True, max_examples=some_of(150))
def test_all_ink_is_inside_the_page_and_no_text_overlaps_another(
    fonts: str, text: str, size: str, looks: dict[str, str], label: dict[str, str]
) -> None:
    scene = laid_out(text, size, {**looks, **label}, fonts)
    if scene is not None:
        check(scene)


@given(TEXTS, SIZES, LOOKS, LABELS, MORE)
@settings(deadline=None, derandomize=True, max_examples=5 * EXAMPLES)
def test_whatever_else_a_card_has_all_texts_keep_apart(
    fonts: str, text: str, size: str, looks: dict[str, str], label: dict[str, str], more: dict[str, str]
) -> None:
    if "photo" in more and looks["motif"] == "sun":
        looks = {**looks, "motif": "none"}
    scene = laid_out(text, size, {**looks, **label, **more}, fonts)
    if scene is not None:
        check(scene)
        assert (forgotten(scene), scene.left_out) == ([], ())
        beside = [item.rect for item in scene.items if isinstance(item, Picture) and item.tones]
        words = inked(runs(scene))
        assert words is None or not any(rect.intersection(words.inset(HAIR)) for rect in beside)


@given(TEXTS, LOOKS, LABELS)
@settings(deadline=None, derandomize=True, max_examples=EXAMPLES)
def test_nothing_that_a_card_says_is_forgotten(
    fonts: str, text: str, looks: dict[str, str], label: dict[str, str]
) -> None:
    for size in EVERY_SIZE:
        scene = laid_out(text, size, {**looks, **label}, fonts)
        assert scene is None or (forgotten(scene), scene.left_out) == ([], ())


@given(TEXTS, LOOKS, LABELS)
@settings(deadline=None, derandomize=True, max_examples=some_of(60))
def test_what_a_portrait_holds_a_story_holds(
    fonts: str, text: str, looks: dict[str, str], label: dict[str, str]
) -> None:
    portrait, story = (laid_out(text, size, {**looks, **label}, fonts) for size in ("portrait", "story"))
    assert portrait is None or story is not None


def test_at_most_one_card_in_a_hundred_has_an_empty_half() -> None:
    chance, empty = Random(7), 0  # one or two words without a motif in a tall page are those that have
    for _ in range(200):
        text = " ".join(
            chance.choices(QUOTED, k=chance.choice([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 18, 20, 25, 32]))
        )
        keys = {"motif": chance.choice(["redirection"] * 4 + ["sun", "rule", "mark", "none"])}
        keys |= chance.choice([{}, {"author": "Ada Example"}])
        scene = laid_out(text, chance.choice(EIGHT), keys, "")
        assert scene is not None
        check(scene)
        empty += largest_empty(scene) > 0.4
    assert empty <= 2


@given(LONG_TEXTS, st.sampled_from(["og", "portrait", "square", "wide", "story"]), MOTIFS)
@settings(deadline=None, derandomize=True, max_examples=12)
def test_a_text_of_two_thousand_characters_fits_or_is_refused(fonts: str, text: str, size: str, motif: str) -> None:
    scene = laid_out(text, size, {"motif": motif, "author": "Ada"}, fonts)
    if scene is not None:
        check(scene)


@given(TEXTS)
@settings(deadline=None, derandomize=True, max_examples=some_of(100))
def test_the_quote_ends_left_of_the_turn_in_og(fonts: str, text: str) -> None:
    scene = laid_out(text, "og", {"direction": "ltr"}, fonts)
    box = inked(runs(scene, "text")) if scene else None
    if box is not None:
        letters = [run for run in runs(scene, "text") if run.text not in "“”"]  # type: ignore[arg-type]
        assert _right(letters) <= TURN + HAIR
        assert box.right <= 984  # marks and points hang, but never into the turn


@given(TEXTS, SIZES, LOOKS)
@settings(deadline=None, derandomize=True, max_examples=some_of(60))
def test_the_same_spec_gives_an_equal_scene_twice(fonts: str, text: str, size: str, looks: dict[str, str]) -> None:
    assert laid_out(text, size, looks, fonts) == laid_out(text, size, looks, fonts)


@given(TEXTS, SIZES)
@settings(deadline=None, derandomize=True, max_examples=some_of(60))
def test_no_text_is_smaller_than_can_be_read(fonts: str, text: str, size: str) -> None:
    scene = laid_out(text, size, {"author": "Ada"}, fonts)
    if scene is not None:
        scale = min(scene.size.width / 1200, scene.size.height / 630)
        assert all(run.size >= 19 * min(scale, 1) for run in runs(scene))


def _holds(page: Rect, box: Rect) -> bool:
    return page.x <= box.x and page.y <= box.y and box.right <= page.right and box.bottom <= page.bottom


def _right(found: list[TextRun]) -> float:
    box = inked(found)
    return box.right if box else 0.0
