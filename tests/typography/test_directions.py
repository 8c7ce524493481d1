"""Tests of pipeline.typography.directions: embedding levels on known examples, and what they look like when set."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.scene import Glyph
from pipeline.typography import FaceLibrary, Typesetter, is_right_to_left
from pipeline.typography.directions import levels, visual_order
from pipeline.typography.shaping import shape
from tests import faces


class TestLevels:
    def test_left_to_right_text_needs_none(self) -> None:
        assert levels("Every word, 1 2 3", "auto") is None

    @pytest.mark.parametrize(
        ("text", "direction", "expected"),
        [
            ("אבג", "auto", "111"),
            ("ab אב", "auto", "00011"),
            ("אב ab", "auto", "11122"),
            ("אב 12", "auto", "11122"),
            ("abc", "rtl", "222"),
            ("a.", "rtl", "21"),
            ("אב ab", "ltr", "11000"),
            ("ab (אב) c", "auto", "000011000"),
            ("سلام 12 سلام", "auto", "111112211111"),
            ("אב (12) ab", "auto", "1111221122"),
            ("12 אב", "auto", "22111"),
            ("אב\u200e!", "auto", "1121"),
            ("ab א(ב) c", "auto", "000111100"),
            ("אב (ab) cd", "rtl", "1111221122"),
            ("ab [א(ב]) c", "auto", "00001110000"),
            ("ab א\u200dב c", "auto", "00011100"),
            ("ab א\u00adב", "auto", "000111"),
            ("אב a\u200db", "auto", "111222"),
        ],
    )
    def test_each_character_has_its_level(self, text: str, direction: str, expected: str) -> None:
        found = levels(text, direction)
        assert found is not None
        assert "".join(map(str, found)) == expected

    def test_the_text_has_a_level_for_each_character(self) -> None:
        text = "אב\u202dcd\u202cef\n\t 12"
        found = levels(text, "auto")
        assert found is not None
        assert len(found) == len(text)

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("", False),
            ("abc", False),
            ("12 אב", True),
            ("“שלום” abc", True),
            ("abc שלום", False),
            ("سلام", True),
            ("12", False),
        ],
    )
    def test_the_first_letter_decides_the_direction(self, text: str, expected: bool) -> None:
        assert is_right_to_left(text) is expected


class TestVisualOrder:
    @pytest.mark.parametrize(
        ("run_levels", "order"),
        [
            ([], []),
            ([0], [0]),
            ([0, 0], [0, 1]),
            ([1, 1, 1], [2, 1, 0]),
            ([0, 1, 0], [0, 1, 2]),
            ([0, 1, 2, 1, 0], [0, 3, 2, 1, 4]),
            ([1, 2, 1], [2, 1, 0]),
            ([1, 2, 2, 1], [3, 1, 2, 0]),
            ([2, 1, 2], [2, 1, 0]),
        ],
    )
    def test_runs_stand_as_they_are_seen(self, run_levels: list[int], order: list[int]) -> None:
        assert list(visual_order(run_levels)) == order


class TestBrackets:
    def test_brackets_in_a_right_to_left_text_are_mirrored(self, tmp_path: Path) -> None:
        library_ = faces.with_dejavu(tmp_path)
        face = library_.find("DejaVu Sans", 400, False)
        opening, closing = (shape(each, face, "Latn", False, "en", 0, ())[0].id for each in "()")
        line = _hebrew(library_, "(אב)")
        assert (line[0][0].id, line[-1][-1].id) == (opening, closing)

    def test_a_number_in_arabic_reads_left_to_right(self, tmp_path: Path) -> None:
        library_ = faces.with_dejavu(tmp_path)
        face = library_.find("DejaVu Sans", 400, False)
        digits = [shape(each, face, "Latn", False, "en", 0, ())[0].id for each in "123"]
        line = _hebrew(library_, "عام 123 جيد")
        ids = [glyph.id for run in line for glyph in run]
        start = ids.index(digits[0])
        assert ids[start : start + 3] == digits


def _hebrew(library_: FaceLibrary, text: str) -> list[tuple[Glyph, ...]]:
    """The glyphs of each run of a right-to-left text, from left to right."""
    line = Typesetter(library_, direction="rtl").set(faces.spans(text, family="DejaVu Sans")).lines[0]
    assert [run.origin.x for run in line.runs] == sorted(run.origin.x for run in line.runs)
    return [run.glyphs for run in line.runs]
