"""Quote cards with a second text, and those of a series."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pipeline.errors import FitError
from pipeline.geometry import Rect
from pipeline.scene import Path, Scene
from pipeline.sizes import names
from tests.cards import LABEL, card, inked, runs
from tests.visuals import forgotten

EIGHT = sorted(names())
TALL = ("portrait", "story", "pin")
SECOND = ("second", "second.text")
HEBREW = "כל סירוב מפנה מקום לדבר אחר, טוב יותר ממנו, בסופו של דבר"
HANGING = 32  # px at most of a mark beside the block
LONG = "One more sentence of eight plain words here. " * 11


def quote(size: str = "og", fonts: str = "", **keys: Any) -> Scene:
    written = {"kind": "quote_card", "text": "Every no makes *room*.", "author": "Ada Example", "motif": "none", **keys}
    return card(json.dumps(written, ensure_ascii=False), size, fonts=fonts)


def said(scene: Scene, *roles: str) -> str:
    return "".join(run.text for run in runs(scene, *roles))


class TestSecond:
    @pytest.mark.parametrize("size", EIGHT)
    @pytest.mark.parametrize("motif", ["redirection", "sun", "rule", "mark", "none"])
    @pytest.mark.parametrize("text", ["So.", "Every no makes *room*.", LONG])
    def test_it_stands_beneath_the_quote_smaller_and_above_the_label(self, size: str, motif: str, text: str) -> None:
        second = {"text": "Jedes Nein schafft Platz.", "lang": "de", "author": "Erika Beispiel"}
        try:
            scene = quote(size, text=text, motif=motif, second=second)
        except FitError:
            assert text == LONG
            return
        words = [run for run in runs(scene, "text") if run.role != "mark"]
        above, below, label = inked(words), inked(runs(scene, *SECOND, "second.author")), inked(runs(scene, *LABEL))
        assert above is not None
        assert below is not None
        assert label is not None
        assert above.bottom < below.y < below.bottom < label.y
        assert max(run.size for run in runs(scene, *SECOND)) < max(run.size for run in words)
        assert min(run.size for run in runs(scene)) * 1200 / max(scene.size.width, 1200) >= 19
        assert Rect.of(scene.size).contains(below)
        assert forgotten(scene) == []

    @pytest.mark.parametrize(
        ("lang", "text", "expected"),
        [
            ("de", "Jedes Nein schafft Platz.", "„Jedes Nein schafft Platz.“"),
            ("fr", "Chaque refus fait place !", "«\u202fChaque refus fait place !\u202f»"),
            ("sv", "Varje nej ger plats.", "”Varje nej ger plats.”"),
            ("ru", "«Каждый отказ освобождает место».", "«Каждый отказ освобождает место»."),
        ],
    )
    def test_it_has_the_marks_and_the_punctuation_of_its_language(self, lang: str, text: str, expected: str) -> None:
        assert said(quote("wide", second={"text": text, "lang": lang}), *SECOND) == expected

    def test_a_plain_text_is_in_the_language_of_the_card(self) -> None:
        scene = quote(second="And then?", lang="de")
        assert said(scene, *SECOND) == "„And then?“"
        assert {run.role for run in runs(scene)} >= {"second"}

    def test_its_emphasis_is_italic_and_not_warm(self) -> None:
        found = runs(quote(second="It makes *way*."), *SECOND)
        assert [run.text for run in found if "Italic" in run.face.name] == ["way"]
        assert len({run.fill for run in found}) == 1

    def test_it_is_said_after_the_quote(self) -> None:
        scene = quote(second={"text": "And then?", "author": "Bo"})
        assert scene.alt == "Quote card: “Every no makes room”, by Ada Example."
        assert (
            "“room” stands out. Beneath the quote, by Bo: “And then?” The label reads: Ada Example."
            in scene.description
        )
        assert "Beneath the quote: “And then.”" in quote(second="And then.").description

    @pytest.mark.parametrize("align", ["start", "center", "end"])
    @pytest.mark.parametrize(("lang", "second"), [("en", HEBREW), ("he", "So.")])
    def test_its_lines_begin_where_its_language_does_and_its_block_at_the_edge(
        self, align: str, lang: str, second: str, fonts: str
    ) -> None:
        text = "שלום עולם וגם לך" if lang == "he" else "Every no makes room."
        other = "en" if lang == "he" else "he"
        scene = quote("square", fonts, text=text, lang=lang, align=align, second={"text": second, "lang": other})
        found = runs(scene, *SECOND)
        lines = sorted({run.origin.y for run in found})
        edges = [inked([run for run in found if run.origin.y == y]) for y in lines]
        block = inked(found)
        assert block is not None
        if align != "center":
            is_left = (align == "start") == (lang == "en")
            assert (block.x if is_left else block.right) == pytest.approx(112 if is_left else 1080 - 104, abs=HANGING)
        if align == "start" and lang == "en":
            assert len(edges) > 1
            assert all(edge and edge.right == pytest.approx(block.right, abs=HANGING) for edge in edges)

    def test_one_that_takes_all_room_is_refused_by_name(self) -> None:
        with pytest.raises(FitError) as caught:
            quote(second=("word " * 199).strip())
        assert caught.value.problems[0].field == "second"

    def test_a_translation_as_long_as_the_quote_shares_the_room(self) -> None:
        text = LONG[:220].strip()
        for size in EIGHT:
            scene = quote(size, text=text, second=text)
            assert forgotten(scene) == []


class TestSeries:
    @pytest.mark.parametrize("size", EIGHT)
    def test_its_number_stands_at_the_end_of_the_foot_beside_the_label(self, size: str) -> None:
        for keys in ({}, {"author": ""}, {"align": "center"}, {"align": "end"}):
            scene = quote(size, series="3/7", **keys)
            (number,) = runs(scene, "series")
            label, words = inked(runs(scene, *LABEL)), inked(runs(scene, "text"))
            box = inked([number])
            assert box is not None
            assert words is not None
            assert number.text == "3/7"
            assert words.bottom < box.y
            assert label is None or label.intersection(box) is None
            assert label is None or number.origin.y == runs(scene, *LABEL)[0].origin.y
            assert (box.center.x > scene.size.width / 2) == (keys.get("align") != "end")

    @pytest.mark.parametrize("size", EIGHT)
    def test_tall_pages_point_to_the_next_card_and_the_last_has_none(self, size: str) -> None:
        assert len(_chevrons(quote(size, series="3/7"))) == (size in TALL)
        assert _chevrons(quote(size, series="7/7")) == []

    def test_it_points_to_where_reading_goes_on(self, fonts: str) -> None:
        for lang, text in (("en", "So."), ("he", "שלום")):
            scene = quote("portrait", fonts, text=text, lang=lang, author="", series="1/3")
            (chevron,) = _chevrons(scene)
            start, tip, _ = ([*segment][1] for segment in chevron.outline)
            (number,) = runs(scene, "series")
            assert isinstance(start, float)
            assert isinstance(tip, float)
            assert (tip > start) == (lang == "en")
            assert (start > number.origin.x) == (lang == "en")

    def test_a_long_label_leaves_it_room(self) -> None:
        scene = quote(series="12/24", author="Ada " * 20, source="Notes on the analytical engine, and what it may do")
        label, number = inked(runs(scene, *LABEL)), inked(runs(scene, "series"))
        assert label is not None
        assert number is not None
        assert label.right < number.x

    def test_it_is_said_last(self) -> None:
        assert quote(series="3/7").description.endswith("Card 3 of 7.")


def _chevrons(scene: Scene) -> list[Path]:
    return [item for item in scene.items if isinstance(item, Path) and len(item.outline) == 3]
