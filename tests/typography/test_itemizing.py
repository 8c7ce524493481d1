"""Tests of pipeline.typography.itemizing: which face each cluster gets, and where stretches part."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest

from pipeline.errors import AssetError
from pipeline.typography import FaceLibrary, Span, Typesetter, library
from pipeline.typography.itemizing import NUMBER, Stretch, stretches
from tests import faces
from tests.faces import RED, SERIF

CODER = "\U0001f469\u200d\U0001f4bb"  # woman, zero-width joiner, laptop
ITALIC = faces.spans("a")[0].style._replace(italic=True)
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


def cut(text: str, own: FaceLibrary | None = None, direction: str = "auto") -> tuple[Stretch, ...]:
    return stretches(own or library(None), tuple(faces.spans(text)), text, "en", direction, "text")


def pieces(text: str, own: FaceLibrary | None = None) -> list[tuple[str, str]]:
    """The text of each stretch and the face it is set in."""
    return [(text[each.start : each.stop], each.face.name) for each in cut(text, own)]


class TestFallback:
    def test_a_text_that_one_face_covers_is_one_stretch(self) -> None:
        assert pieces("Every word – “is” 12 € here\u00a0…") == [
            ("Every word – “is” 12 € here\u00a0…", "Source Serif Pro Regular")
        ]

    def test_each_cluster_takes_the_first_face_that_has_it(self, tmp_path: Path) -> None:
        own = faces.with_squares(tmp_path, "☂")
        assert pieces("ab ☂ cd", own) == [
            ("ab ", "Source Serif Pro Regular"),
            ("☂", "Squares Regular"),
            (" cd", "Source Serif Pro Regular"),
        ]

    def test_a_letter_and_its_accent_come_from_one_face(self, tmp_path: Path) -> None:
        own = faces.with_squares(tmp_path, "a\u20d7")  # a vector arrow above, which no packaged face has
        assert pieces("ba\u20d7b", own) == [
            ("b", "Source Serif Pro Regular"),
            ("a\u20d7", "Squares Regular"),
            ("b", "Source Serif Pro Regular"),
        ]

    def test_families_are_tried_in_the_order_of_the_style(self, tmp_path: Path) -> None:
        faces.squares(tmp_path / "one.ttf", "One", "☂☃")
        faces.squares(tmp_path / "two.ttf", "Two", "☂")
        style = faces.style()._replace(families=(SERIF, "Two", "One"))
        found = stretches(FaceLibrary(str(tmp_path)), (Span("☂☃", style),), "☂☃", "en", "auto", "text")
        assert [each.face.name for each in found] == ["Two Regular", "One Regular"]

    def test_digits_and_points_stay_with_the_letters_before_them(self, tmp_path: Path) -> None:
        own = faces.with_dejavu(tmp_path)
        assert {name for _, name in pieces("שלום, 12!", own)} == {"DejaVu Sans Book"}

    @pytest.mark.parametrize("text", ["“שלום”", "(שלום)", "“שלום”, abc"])
    def test_a_mark_and_its_partner_come_from_one_face(self, tmp_path: Path, text: str) -> None:
        own = faces.with_dejavu(tmp_path)
        face_of = {character: name for written, name in pieces(text, own) for character in written}
        marks = {face_of[character] for character in text if character in "“”()"}
        assert marks == {"DejaVu Sans Book"}

    def test_points_after_an_emphasised_word_go_with_its_letters(self, tmp_path: Path) -> None:
        own = faces.with_dejavu(tmp_path)
        spans = (Span("שלום", faces.style()._replace(italic=True)), Span(" (12).”", faces.style()))
        found = stretches(own, spans, "שלום (12).”", "en", "auto", "text")
        assert {each.face.name for each in found} == {"DejaVu Sans Book"}

    def test_points_do_not_stay_in_a_face_of_colours(self, tmp_path: Path) -> None:
        faces.color_layers(tmp_path / "emoji.ttf", "Emoji", "😀!1")
        assert pieces("😀!", FaceLibrary(str(tmp_path))) == [
            ("😀", "Emoji Regular"),
            ("!", "Source Serif Pro Regular"),
        ]

    def test_a_fallback_is_as_heavy_as_the_text(self, tmp_path: Path) -> None:
        faces.squares(tmp_path / "regular.ttf", "Squares", "☂")
        faces.squares(tmp_path / "bold.ttf", "Squares", "☂", style="Bold", weight=700)
        own = FaceLibrary(str(tmp_path))
        style = faces.style(weight=700)
        assert stretches(own, (Span("☂", style),), "☂", "en", "auto", "text")[0].face.name == "Squares Bold"

    @pytest.mark.parametrize(
        "text", ["a\u00adb", "a\u200bb", "a\u2060b", "a\nb", "a\tb", "a\u2003b", "a\u202fb", "a\ufe0fb"]
    )
    def test_what_nobody_sees_needs_no_glyph(self, text: str) -> None:
        assert [name for _, name in pieces(text)] == ["Source Serif Pro Regular"]


class TestNumbers:
    """A number is in one face with its sign, separators and unit."""

    @pytest.mark.parametrize(
        "number",
        ["+966 55 987 6543", "2026-11-20", "50%", "50 %", "10:00", "−3.5", "1/2", "1.234,50", "€20", "\u200e+7"],
    )
    @pytest.mark.parametrize("around", ["نص {} نص", "{} نص", "نص {}.", "שלום {} abc", "abc {} שלום"])
    def test_it_is_in_the_face_of_the_letters_before_it(self, tmp_path: Path, number: str, around: str) -> None:
        own = faces.with_dejavu(tmp_path)
        text = around.format(number)
        at = around.index("{")
        face_of = [name for written, name in pieces(text, own) for _ in written][at : at + len(number)]
        beside = text[:at].strip() or text[at + len(number) :].strip()
        expected = "Source Serif Pro Regular" if beside.isascii() else "DejaVu Sans Book"
        assert set(face_of) == {expected}

    @pytest.mark.parametrize("number", ["+966 55 987 6543", "2026-11-20", "50%", "10:00"])
    def test_a_face_that_lacks_one_of_its_signs_gives_none(self, tmp_path: Path, number: str) -> None:
        faces.squares(tmp_path / "a.ttf", "Letters", "نص 0123456789")
        own = FaceLibrary(str(tmp_path))
        face_of = [name for written, name in pieces(f"نص {number} نص", own) for _ in written]
        assert set(face_of[3 : 3 + len(number)]) == {"Source Serif Pro Regular"}

    def test_a_digit_in_a_box_is_an_emoji(self, tmp_path: Path) -> None:
        faces.color_layers(tmp_path / "emoji.ttf", "Emoji", "5\u20e3\ufe0f")
        assert pieces("1 5\ufe0f\u20e3", FaceLibrary(str(tmp_path)))[-1] == ("5\ufe0f\u20e3", "Emoji Regular")

    def test_a_long_row_of_signs_takes_no_time(self) -> None:
        text = "-" * 50_000 + " " + "+ " * 50_000
        begin = perf_counter()
        assert NUMBER.search(text) is None
        assert perf_counter() - begin < 2


class TestPresentation:
    """Signs that may be emoji: as their selector says, or as Unicode has them."""

    @pytest.fixture
    def own(self, tmp_path: Path) -> FaceLibrary:
        faces.color_layers(tmp_path / "a.ttf", "Emoji", "☎✔❤😀⌚")
        faces.squares(tmp_path / "b.ttf", "Signs", "☎✔❤😀⌚")
        return FaceLibrary(str(tmp_path))

    @pytest.mark.parametrize("sign", "☎✔❤😀⌚")
    def test_the_selector_is_obeyed(self, own: FaceLibrary, sign: str) -> None:
        assert pieces(f"{sign}\ufe0e", own) == [(f"{sign}\ufe0e", "Signs Regular")]
        assert pieces(f"{sign}\ufe0f", own) == [(f"{sign}\ufe0f", "Emoji Regular")]

    @pytest.mark.parametrize(
        ("sign", "face"), [*zip("☎✔❤", ["Signs"] * 3, strict=True), ("😀", "Emoji"), ("⌚", "Emoji")]
    )
    def test_a_bare_sign_is_as_unicode_has_it(self, own: FaceLibrary, sign: str, face: str) -> None:
        assert pieces(sign, own) == [(sign, f"{face} Regular")]

    def test_a_tone_of_skin_makes_an_emoji(self, tmp_path: Path) -> None:
        faces.color_layers(tmp_path / "a.ttf", "Emoji", "☝🏽")
        faces.squares(tmp_path / "b.ttf", "Signs", "☝🏽")
        assert pieces("☝🏽", FaceLibrary(str(tmp_path)))[0][1] == "Emoji Regular"

    def test_the_only_face_that_has_a_sign_is_taken_all_the_same(self, tmp_path: Path) -> None:
        faces.color_layers(tmp_path / "emoji.ttf", "Emoji", "☎")
        assert pieces("☎\ufe0e", FaceLibrary(str(tmp_path)))[0][1] == "Emoji Regular"
        own = faces.with_squares(tmp_path / "signs", "😀")
        assert pieces("😀\ufe0f", own)[0][1] == "Squares Regular"


class TestItalic:
    @pytest.mark.parametrize("word", ["bước", "ngoặt", "поворот", "στροφή"])
    def test_a_word_that_the_italic_lacks_is_upright_as_a_whole(self, word: str) -> None:
        found = stretches(library(None), (Span(word, ITALIC),), word, "en", "auto", "text")
        assert {each.face.name for each in found} == {"Source Serif Pro Regular"}

    def test_a_character_that_the_upright_lacks_too_leaves_the_others_italic(self, tmp_path: Path) -> None:
        own = faces.with_squares(tmp_path, "あ")
        found = stretches(own, (Span("word あ", ITALIC),), "word あ", "en", "auto", "text")
        assert [each.face.name for each in found] == ["Source Serif Pro Italic", "Squares Regular"]


class TestClusters:
    @pytest.mark.parametrize("sequence", [CODER, FAMILY, "🏳\ufe0f\u200d🌈"])
    def test_a_joined_emoji_is_one_stretch_in_one_face(self, tmp_path: Path, sequence: str) -> None:
        own = faces.with_squares(tmp_path, sequence, ligatures=[sequence])
        assert pieces(f"a {sequence} b", own)[1] == (sequence, "Squares Regular")

    def test_a_joined_emoji_is_drawn_as_its_one_glyph(self, tmp_path: Path) -> None:
        own = faces.with_squares(tmp_path, CODER, ligatures=[CODER])
        run = Typesetter(own).set(faces.spans(CODER)).lines[0].runs[0]
        assert (len(run.glyphs), run.advance, run.text) == (1, 40, CODER)

    def test_no_line_ends_inside_a_joined_emoji(self, tmp_path: Path) -> None:
        own = faces.with_squares(tmp_path, CODER, ligatures=[CODER])
        lines = Typesetter(own).set(faces.spans(CODER * 5), measure=80).lines
        assert [line.text for line in lines] == [CODER * 2, CODER * 2, CODER]

    def test_a_face_with_half_of_a_joined_emoji_does_not_get_it(self, tmp_path: Path) -> None:
        faces.squares(tmp_path / "half.ttf", "Half", "\U0001f469")
        faces.squares(tmp_path / "whole.ttf", "Whole", CODER, ligatures=[CODER])
        style = faces.style()._replace(families=("Half", "Whole"))
        found = stretches(FaceLibrary(str(tmp_path)), (Span(CODER, style),), CODER, "en", "auto", "text")
        assert [each.face.name for each in found] == ["Whole Regular"]


class TestCuts:
    def test_a_colour_alone_parts_nothing(self) -> None:
        spans = (Span("ab", faces.style()), Span("cd", faces.style()._replace(fill=RED)))
        assert len(stretches(library(None), spans, "abcd", "en", "auto", "text")) == 1

    @pytest.mark.parametrize(
        "change", [{"italic": True}, {"weight": 700}, {"size": 41.0}, {"tracking_em": 0.1}, {"features": ("onum",)}]
    )
    def test_any_other_change_of_style_does(self, change: dict[str, object]) -> None:
        other = faces.style()._replace(**change)  # type: ignore[arg-type]
        found = stretches(library(None), (Span("ab", faces.style()), Span("cd", other)), "abcd", "en", "auto", "text")
        assert [(each.start, each.stop) for each in found] == [(0, 2), (2, 4)]

    def test_scripts_and_directions_part_a_text(self, tmp_path: Path) -> None:
        own = faces.with_dejavu(tmp_path)
        text = "ab γδ שלום 12"
        found = cut(text, own)
        assert [(text[each.start : each.stop], each.script, each.level) for each in found] == [
            ("ab ", "Latn", 0),
            ("γδ ", "Grek", 0),
            ("שלום ", "Hebr", 1),
            ("12", "Hebr", 2),
        ]

    def test_together_they_hold_the_whole_text(self, tmp_path: Path) -> None:
        own = faces.with_dejavu(tmp_path)
        text = "ab שלום (12) γ\u0301 \n سلام"
        found = cut(text, own)
        assert "".join(text[each.start : each.stop] for each in found) == text

    def test_an_empty_text_has_none(self) -> None:
        assert stretches(library(None), (Span("", faces.style()),), "", "en", "auto", "text") == ()


class TestMissing:
    def test_all_missing_characters_are_one_problem_with_the_field(self) -> None:
        with pytest.raises(AssetError) as caught:
            cut("日 ok 本 さ 日")
        (problem,) = caught.value.problems
        assert problem.field == "text"
        assert problem.message == (
            "no face has 日 (U+65E5 CJK UNIFIED IDEOGRAPH-65E5), 本 (U+672C CJK UNIFIED IDEOGRAPH-672C), "
            "さ (U+3055 HIRAGANA LETTER SA)"
        )

    def test_what_joins_an_emoji_is_not_named(self) -> None:
        with pytest.raises(AssetError) as caught:
            cut(CODER)
        assert "ZERO WIDTH JOINER" not in str(caught.value)
        assert "U+1F469 WOMAN" in str(caught.value)

    @pytest.mark.parametrize(
        ("text", "named"),
        [
            ("1\ufe0f\u20e3", "⃣ (U+20E3 COMBINING ENCLOSING KEYCAP)"),
            ("a \U000e0041", "'\\U000e0041' (U+E0041 TAG LATIN CAPITAL LETTER A)"),
            ("x\u0338", "x (U+0078 LATIN SMALL LETTER X), ̸ (U+0338 COMBINING LONG SOLIDUS OVERLAY)"),
        ],
    )
    def test_what_some_face_has_is_named_only_where_no_face_has_it_with_its_marks(
        self, tmp_path: Path, text: str, named: str
    ) -> None:
        faces.squares(tmp_path / "marks.ttf", "Marks", "\u0338")
        with pytest.raises(AssetError) as caught:
            cut(text, FaceLibrary(str(tmp_path)))
        assert caught.value.problems[0].message == f"no face has {named}"

    def test_a_face_that_lost_a_letter_says_so(self, tmp_path: Path) -> None:
        faces.without(tmp_path / "less.ttf", faces.face().path, "ő")
        own = FaceLibrary(str(tmp_path))
        assert [name for _, name in pieces("ő", own)] != []  # a packaged face still has it
        with pytest.raises(AssetError, match=r"no face has 한 \(U\+D55C HANGUL SYLLABLE HAN\)"):
            cut("한", own)
