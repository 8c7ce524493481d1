"""Tests of the typesetter: what a paragraph looks like, and which size it is set in."""

from __future__ import annotations

import re
from math import inf
from pathlib import Path

import pytest

from pipeline.errors import AssetError, FitError
from pipeline.typography import FaceLibrary, Paragraph, Setting, Span, Typesetter, library
from tests import faces
from tests.faces import RED, SANS, SERIF

QUOTE = "Every rejection is a redirection to something better."
LOREM = "The quick brown fox jumps over the lazy dog while eleven zebras watch from behind a fence. " * 8
KERNING = 1.5  # px that a line may be wider or narrower than its part of the endless line


def texts(paragraph: Paragraph) -> list[str]:
    return [line.text for line in paragraph.lines]


def written(text: str, measure: float, lang: str = "en", balanced: bool = False) -> list[str]:
    """The lines of a text at 40 px."""
    return texts(Typesetter(library(None), lang).set(faces.spans(text), measure, balanced=balanced))


def left_edges(paragraph: Paragraph) -> list[float]:
    """Where each line's first run begins."""
    return [line.runs[0].origin.x for line in paragraph.lines]


class TestLines:
    def test_without_a_measure_a_text_is_one_line(self) -> None:
        assert written(LOREM.strip(), inf) == [LOREM.strip()]

    def test_no_line_is_wider_than_the_measure(self) -> None:
        paragraph = Typesetter(library(None)).set(faces.spans(LOREM), 400)
        assert len(paragraph.lines) > 10
        assert paragraph.width <= 400 + KERNING

    def test_a_text_keeps_its_line_breaks(self) -> None:
        assert written("one two\nthree\n\nfour", 400) == ["one two", "three", "", "four"]

    def test_a_line_break_at_the_end_makes_no_line(self) -> None:
        assert written("one\n", 400) == ["one"]

    def test_an_empty_text_has_no_lines_and_no_depth(self) -> None:
        paragraph = Typesetter(library(None)).set(faces.spans(""), 400)
        assert (paragraph.lines, paragraph.width, paragraph.depth) == ((), 0, 0)

    def test_spaces_at_a_lines_end_are_not_part_of_it(self) -> None:
        assert written("Every    rejection   ", 200) == ["Every", "rejection"]

    def test_a_no_break_space_keeps_words_together(self) -> None:
        assert written("about 10 km", 160) == ["about 10", "km"]
        assert written("about 10\u00a0km", 160) == ["about", "10\u00a0km"]

    def test_no_line_ends_in_a_sticky_word_when_that_can_be_helped(self) -> None:
        assert written(QUOTE, 420, balanced=True) == ["Every rejection", "is a redirection", "to something better."]

    def test_a_url_breaks_at_its_slashes(self) -> None:
        lines = written("see https://example.org/a/very/long/path now", 260)
        assert [line[-1] for line in lines[:-1]] == ["/"] * (len(lines) - 1)
        assert len(lines) > 2


class TestHyphens:
    def test_a_german_compound_breaks_where_a_dictionary_says(self) -> None:
        lines = written("Donaudampfschifffahrtsgesellschaftskapitän", 300, "de")
        assert lines == ["Donaudampf-", "schifffahrts-", "gesellschafts-", "kapitän"]

    @pytest.mark.parametrize("lang", ["de", "de-AT", "de-CH", "de-LU"])
    def test_every_kind_of_german_has_a_dictionary(self, lang: str) -> None:
        assert written("Rechtsschutzversicherung", 300, lang)[0] == "Rechtsschutz-"

    def test_words_that_fit_are_not_hyphenated(self) -> None:
        assert not any(line.endswith("-") for line in written(LOREM, 300))

    def test_a_soft_hyphen_shows_only_where_a_line_ends(self) -> None:
        lines = Typesetter(library(None)).set(faces.spans("re\u00addirection"), 170).lines
        assert [run.text for line in lines for run in line.runs] == ["re-", "direction"]
        whole = Typesetter(library(None)).set(faces.spans("re\u00addirection"), 400).lines
        assert [run.text for line in whole for run in line.runs] == ["redirection"]

    def test_an_unseen_soft_hyphen_takes_no_room(self) -> None:
        with_hyphen, without = (
            Typesetter(library(None)).set(faces.spans(text)).lines[0].runs[0] for text in ("di\u00adrect", "direct")
        )
        assert with_hyphen.glyphs == without.glyphs

    @pytest.mark.parametrize("text", ["x" * 40, "a\u00adb" * 30, "Rechts\u00adschutz\u00adversicherung " * 3])
    @pytest.mark.parametrize("measure", [80, 110, 128, 200])
    def test_a_line_has_room_for_its_hyphen(self, text: str, measure: float) -> None:
        assert Typesetter(library(None), "de").set(faces.spans(text), measure).width <= measure + KERNING

    def test_a_word_of_no_language_breaks_between_letters(self) -> None:
        lines = written("xkcdqwrt" * 4, 200, "en")
        assert "".join(line.rstrip("-") for line in lines) == "xkcdqwrt" * 4
        assert all(line.endswith("-") for line in lines[:-1])

    def test_digits_and_other_scripts_break_without_a_hyphen(self, tmp_path: Path) -> None:
        assert "-" not in "".join(written("12345678901234567890", 100))
        own = faces.with_squares(tmp_path, "ไทยก")
        lines = texts(Typesetter(own).set(faces.spans("กกกกกกกกกก"), 120))
        assert "".join(lines) == "กกกกกกกกกก"

    def test_no_letter_loses_its_accents_where_a_word_is_cut(self) -> None:
        letter = "e\u0323\u0301"
        assert all(line.rstrip("-").endswith("\u0301") for line in written(letter * 12, 100))

    def test_one_letter_wider_than_the_measure_has_a_line_of_its_own(self) -> None:
        assert written("W W", 3) == ["W", "W"]


class TestHanging:
    """Marks stand outside the edge, so that letters stand on it."""

    def test_the_letters_of_all_lines_begin_on_one_edge(self) -> None:
        spans = faces.spans("“Every rejection is a redirection to something better.”", 92)
        paragraph = Typesetter(library(None)).set(spans, 820, hanging=True)
        first, *others = paragraph.placed(108, 166)
        edge = first.origin.x + first.glyphs[1].x
        assert len(others) >= 1
        assert [round(edge, 3), *(round(run.origin.x, 3) for run in others)] == [108.0] * (len(others) + 1)

    def test_the_mark_takes_nothing_from_the_measure(self) -> None:
        typesetter = Typesetter(library(None))
        width = typesetter.set(faces.spans("Every rejection")).width
        assert len(typesetter.set(faces.spans("“Every rejection"), width + 0.5, hanging=True).lines) == 1
        assert len(typesetter.set(faces.spans("“Every rejection"), width + 0.5).lines) == 2

    @pytest.mark.parametrize("mark", ["“", "„", "«", "»", "‘", "「", "“‘", "«\u202f", "«\u00a0"])
    def test_every_opening_mark_hangs(self, tmp_path: Path, mark: str) -> None:
        own = faces.with_squares(tmp_path, "「")
        line = Typesetter(own).set(faces.spans(f"{mark}Every"), hanging=True).lines[0]
        widths = Typesetter(library(None)).set(faces.spans("Every")).width
        assert line.runs[0].origin.x < -5
        assert line.width == pytest.approx(widths, abs=KERNING)

    def test_a_mark_that_begins_a_later_line_hangs_too(self) -> None:
        paragraph = Typesetter(library(None)).set(faces.spans("She said:\n“Yes, indeed.”"), 400, hanging=True)
        assert left_edges(paragraph)[1] < -10

    def test_centred_lines_are_centred_without_their_marks_and_points(self) -> None:
        typesetter = Typesetter(library(None))
        with_marks = typesetter.set(faces.spans("“Every word.”"), 600, align="center", hanging=True).lines[0]
        without = typesetter.set(faces.spans("Every word")).lines[0]
        assert with_marks.width == pytest.approx(without.width, abs=KERNING)

    def test_a_line_of_marks_only_does_not_hang(self) -> None:
        line = Typesetter(library(None)).set(faces.spans("“”"), hanging=True).lines[0]
        assert line.runs[0].origin.x == 0

    def test_in_a_right_to_left_text_the_mark_hangs_on_the_right(self, tmp_path: Path) -> None:
        own = faces.with_dejavu(tmp_path)
        paragraph = Typesetter(own, "he", "rtl").set(faces.spans("”שלום", family="DejaVu Sans"), 400, hanging=True)
        runs = paragraph.placed(0, 0)
        right = max(run.origin.x + run.advance for run in runs)
        assert paragraph.align == "right"
        assert right > 405
        assert 400 - paragraph.lines[0].width == pytest.approx(min(run.origin.x for run in runs), abs=0.01)


class TestAlignment:
    @pytest.mark.parametrize(
        ("align", "direction", "side"),
        [
            ("start", "ltr", "left"),
            ("end", "ltr", "right"),
            ("center", "ltr", "center"),
            ("start", "rtl", "right"),
            ("end", "rtl", "left"),
            ("center", "rtl", "center"),
        ],
    )
    def test_start_and_end_follow_the_direction(self, align: str, direction: str, side: str) -> None:
        typesetter = Typesetter(library(None), direction=direction)  # type: ignore[arg-type]
        assert typesetter.set(faces.spans("a"), 100, align=align).align == side  # type: ignore[arg-type]

    def test_a_right_to_left_text_is_aligned_right_by_itself(self, tmp_path: Path) -> None:
        own = faces.with_dejavu(tmp_path)
        assert Typesetter(own).set(faces.spans("שלום עולם"), 600).align == "right"
        assert Typesetter(own).set(faces.spans("hello שלום"), 600).align == "left"

    @pytest.mark.parametrize(("align", "share"), [("start", 0.0), ("center", 0.5), ("end", 1.0)])
    def test_lines_stand_in_the_column(self, align: str, share: float) -> None:
        paragraph = Typesetter(library(None)).set(faces.spans("ab\nabcdef"), 500, align=align)  # type: ignore[arg-type]
        for run, line in zip(paragraph.placed(50, 0), paragraph.lines, strict=True):
            assert run.origin.x == pytest.approx(50 + (500 - line.width) * share)

    def test_baselines_are_whole_px_and_a_leading_apart(self) -> None:
        spans = [Span("a\nb\nc\nd", faces.style(37.3)._replace(leading=1.37))]
        runs = Typesetter(library(None)).set(spans).placed(0, 100.4)
        assert [run.origin.y for run in runs] == [round(100.4 + 37.3 * 1.37 * line) for line in range(4)]

    def test_the_height_is_from_cap_height_to_last_baseline(self) -> None:
        paragraph = Typesetter(library(None)).set([Span("a\nb", faces.style(100)._replace(leading=1.5))])
        assert paragraph.height == pytest.approx(150 + 67, abs=0.5)

    @pytest.mark.parametrize(("text", "script_leading"), [("ก", 1.5), ("あ", 1.25), ("क", 1.42)])
    def test_tall_scripts_get_the_leading_they_need(self, tmp_path: Path, text: str, script_leading: float) -> None:
        own = faces.with_squares(tmp_path, text)
        spans = [Span(f"{text}\n{text}", faces.style(100)._replace(leading=1.0))]
        assert Typesetter(own).set(spans).leading == pytest.approx(100 * script_leading)


class TestRuns:
    def test_a_run_knows_its_role_its_text_and_its_size(self) -> None:
        run = Typesetter(library(None)).set(faces.spans("Every", 33), role="quote").lines[0].runs[0]
        assert (run.role, run.text, run.size) == ("quote", "Every", 33)

    def test_emphasis_survives_a_line_break(self) -> None:
        style = faces.style()
        spans = [
            Span("Every ", style),
            Span("rejection is", style._replace(italic=True, fill=RED)),
            Span(" fine", style),
        ]
        paragraph = Typesetter(library(None)).set(spans, 190)
        shown = [(run.text.strip(), run.face.name.endswith("Italic")) for line in paragraph.lines for run in line.runs]
        assert shown == [("Every", False), ("rejection", True), ("is", True), ("fine", False)]

    def test_spans_of_several_sizes_stand_on_one_baseline(self) -> None:
        line = Typesetter(library(None)).set([Span("a", faces.style(40)), Span("b", faces.style(20, SANS))]).lines[0]
        assert [run.size for run in line.runs] == [40, 20]
        assert [run.origin.y for run in line.runs] == [0, 0]

    def test_a_line_is_seen_from_left_to_right(self, tmp_path: Path) -> None:
        own = faces.with_dejavu(tmp_path)
        line = Typesetter(own).set(faces.spans("abc שלום 12 def", family="DejaVu Sans")).lines[0]
        assert [run.text.strip() for run in line.runs if run.text.strip()] == ["abc", "12", "שלום", "def"]

    def test_each_right_to_left_line_begins_at_the_right(self, tmp_path: Path) -> None:
        own = faces.with_dejavu(tmp_path)
        lines = Typesetter(own).set(faces.spans("אבגד הוזח טיכל", family="DejaVu Sans"), 220).lines
        assert [line.text for line in lines] == ["אבגד הוזח", "טיכל"]

    def test_arabic_letters_join(self, tmp_path: Path) -> None:
        own = faces.with_dejavu(tmp_path)
        word, *alone = (
            {glyph.id for glyph in Typesetter(own).set(faces.spans(each)).lines[0].runs[0].glyphs}
            for each in ("سلام", *"سلام")
        )
        assert not word & alone[0]
        assert not word & alone[1]

    def test_no_joined_letter_is_torn_by_a_change_of_colour(self, tmp_path: Path) -> None:
        own = faces.with_dejavu(tmp_path)
        style = faces.style(family="DejaVu Sans")
        one = Typesetter(own).set([Span("سلام", style)]).lines[0]
        two = Typesetter(own).set([Span("سل", style), Span("ام", style._replace(fill=RED))]).lines[0]
        assert [glyph.id for run in two.runs for glyph in run.glyphs] == [g.id for g in one.runs[0].glyphs]
        assert two.width == pytest.approx(one.width)


class TestFit:
    SIZES = (100, 80, 60, 40, 30, 20)

    def fit(self, text: str, width: float = 500, height: float = 300, sizes: tuple[float, ...] = SIZES) -> Paragraph:
        return Typesetter(library(None)).fit(faces.spans(text), faces.settings(*sizes), width, height)

    def test_it_takes_the_largest_size_that_fits(self) -> None:
        assert self.fit("Every word").size == 100
        assert self.fit(QUOTE).size == 60
        assert self.fit(LOREM[:500]).size == 20

    def test_it_keeps_to_the_height(self) -> None:
        for height in (60, 100, 200, 300, 500):
            assert self.fit(QUOTE, height=height).height <= height + 0.01

    def test_it_keeps_to_the_most_lines(self) -> None:
        one_line = [Setting(size, 1.2, 1) for size in self.SIZES]
        paragraph = Typesetter(library(None)).fit(faces.spans(QUOTE), one_line, 500, 300)
        assert (len(paragraph.lines), paragraph.size) == (1, 20)

    def test_its_lines_are_balanced(self) -> None:
        widths = [line.width for line in self.fit("one two three four five six seven eight", 400, 200, (40,)).lines]
        assert max(widths) - min(widths) < 100

    def test_a_setting_may_change_weight_and_tracking(self) -> None:
        heavier = [Setting(40, 1.2, 10, 700, 0.1)]
        run = Typesetter(library(None)).fit(faces.spans("Every"), heavier, 500, 300).lines[0].runs[0]
        assert run.face.name == "Source Serif Pro Bold"

    def test_spans_keep_their_proportions(self) -> None:
        spans = [Span("a", faces.style(40)), Span("b", faces.style(20))]
        line = Typesetter(library(None)).fit(spans, [Setting(100, 1.2)], 500, 300).lines[0]
        assert [run.size for run in line.runs] == [100, 50]

    def test_a_smaller_size_is_taken_to_strand_no_word(self) -> None:
        typesetter = Typesetter(library(None))
        measure = typesetter.set(faces.spans("a redirection", 60)).width - 5
        text = faces.spans("life was a redirection")
        sizes = faces.settings(60, 55, max_lines=2)
        assert texts(typesetter.fit(text, sizes[:1], measure, 300)) == ["life was a", "redirection"]
        assert texts(typesetter.fit(text, sizes, measure, 300)) == ["life was", "a redirection"]

    def test_three_sizes_smaller_would_be_too_dear(self) -> None:
        typesetter = Typesetter(library(None))
        measure = typesetter.set(faces.spans("a redirection", 57)).width + 1
        text = faces.spans("life was a redirection")
        assert typesetter.fit(text, faces.settings(60, 59, 58, 57, max_lines=2), measure, 300).size == 60

    @pytest.mark.parametrize("text", [QUOTE, "Every word counts.", LOREM[:200], "a " * 60])
    def test_a_larger_box_costs_at_most_the_two_sizes_of_a_clean_break(self, text: str) -> None:
        steps = [self.SIZES.index(round(self.fit(text, *box).size)) for box in _growing()]
        for index, step in enumerate(steps):
            assert all(later <= step + 2 for later in steps[index:])

    @pytest.mark.parametrize("text", [QUOTE, "Every word counts.", LOREM[:200]])
    def test_more_height_never_needs_a_smaller_size_where_no_word_is_sticky(self, text: str) -> None:
        """Where every break is clean, the largest size that fits is taken."""
        typesetter = Typesetter(library(None), "xx")
        settings = faces.settings(*self.SIZES)
        sizes = [typesetter.fit(faces.spans(text), settings, 500, 200 + 50 * step).size for step in range(12)]
        assert sizes == sorted(sizes)

    def test_a_longer_text_is_never_larger_than_the_two_sizes_of_a_clean_break(self) -> None:
        steps = [self.SIZES.index(round(self.fit(LOREM[:length].strip()).size)) for length in range(5, 500, 7)]
        for index, step in enumerate(steps):
            assert all(later >= step - 2 for later in steps[index:])

    def test_a_word_too_wide_for_the_largest_size_is_set_smaller_rather_than_cut(self) -> None:
        assert texts(self.fit("redirection", 300)) == ["redirection"]
        assert self.fit("redirection", 300).size == 60

    def test_a_very_long_word_is_hyphenated_rather_than_made_tiny(self) -> None:
        typesetter = Typesetter(library(None), "de")
        spans = faces.spans("Donaudampfschifffahrtsgesellschaftskapitän")
        paragraph = typesetter.fit(spans, faces.settings(*self.SIZES), 500, 300)
        assert len(paragraph.lines) > 1
        assert paragraph.size >= 60


class TestRefusal:
    def refusal(self, text: str, lang: str = "en", width: float = 500, height: float = 300) -> str:
        with pytest.raises(FitError) as caught:
            Typesetter(library(None), lang).fit(
                faces.spans(text), faces.settings(40, 30, 20), width, height, role="text"
            )
        assert caught.value.problems[0].field == "text"
        return str(caught.value)

    def test_it_says_how_much_would_fit(self) -> None:
        found = re.fullmatch(
            r"720 characters do not fit 500 x 300 px at 20 px, the smallest size\n"
            r"  hint: shorten it to about (\d+) characters, or choose a larger picture",
            self.refusal(LOREM[:720]),
        )
        assert found is not None
        assert 400 < int(found[1]) < 720

    @pytest.mark.parametrize("text", [LOREM, "word " * 400, "x" * 2000, "a\n" * 90, "Rechtsschutz " * 90, QUOTE * 20])
    @pytest.mark.parametrize("box", [(500, 300), (300, 120), (900, 100)])
    def test_a_text_of_that_length_does_fit(self, text: str, box: tuple[float, float]) -> None:
        message = self.refusal(text, "en", *box)
        length = int(message.rpartition("about ")[2].partition(" ")[0])
        typesetter = Typesetter(library(None))
        fitting = typesetter.fit(faces.spans(text[:length]), faces.settings(40, 30, 20), *box)
        assert fitting.height <= box[1] + 0.01
        with pytest.raises(FitError):
            typesetter.fit(faces.spans(text[: length + max(20, len(text) // 20)]), faces.settings(20), *box)

    def test_a_missing_glyph_is_told_before_any_length(self) -> None:
        with pytest.raises(AssetError):
            Typesetter(library(None)).fit(faces.spans("日" + LOREM * 9), faces.settings(20), 100, 100)


def _growing() -> list[tuple[float, float]]:
    return [(320 + 40 * step, 260 + 30 * step) for step in range(20)]


def test_a_typesetter_for_another_direction_keeps_faces_and_language(tmp_path: Path) -> None:
    own = FaceLibrary(str(tmp_path))
    turned = Typesetter(own, "ar", "auto").towards("rtl")
    assert (turned.faces, turned.lang, turned.direction) == (own, "ar", "rtl")


def test_a_style_names_families_in_order(tmp_path: Path) -> None:
    own = faces.with_squares(tmp_path, "ab")
    spans = [Span("ax", faces.style()._replace(families=("Squares", SERIF)))]
    assert [run.face.name for run in Typesetter(own).set(spans).lines[0].runs] == [
        "Squares Regular",
        "Source Serif Pro Regular",
    ]
