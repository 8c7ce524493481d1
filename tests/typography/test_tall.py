"""Tests of faces whose letters are taller than lines: no line's ink lies on that of another."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from pipeline.errors import FitError
from pipeline.scene import TextRun
from pipeline.typography import FaceLibrary, Paragraph, Typesetter, ink, is_tall, library
from tests import faces

WORDS = "ع ب پ ت ج ح خ د"


@pytest.fixture
def own(tmp_path: Path) -> FaceLibrary:
    return faces.tall(tmp_path, WORDS)


def reach(runs: tuple[TextRun, ...]) -> list[tuple[float, float]]:
    """The top and the bottom of the ink of each line."""
    boxes: dict[float, list[float]] = {}
    for run in runs:
        box = ink(run)
        if box is not None:
            boxes.setdefault(run.origin.y, []).extend((box.y, box.bottom))
    return [(min(found), max(found)) for _, found in sorted(boxes.items())]


def sizes(found: Paragraph) -> set[float]:
    return {run.size for line in found.lines for run in line.runs if run.face.name.startswith("Tall")}


@pytest.mark.parametrize("leading", [1.0, 1.2, 1.5])
def test_a_title_keeps_its_size_and_its_lines_stand_apart(own: FaceLibrary, leading: float) -> None:
    found = Typesetter(own).fit(faces.spans(WORDS), faces.settings(40, leading=leading), 100, 1000)
    lines = reach(found.placed(0, 100))
    assert sizes(found) == {40}
    assert len(lines) > 2
    assert all(above[1] < below[0] for above, below in pairwise(lines))


def test_its_ink_stands_where_its_height_says(own: FaceLibrary) -> None:
    found = Typesetter(own).fit(faces.spans(WORDS), faces.settings(40), 100, 1000)
    lines = reach(found.placed(0, found.cap_height))
    assert lines[0][0] >= -0.1 * found.size
    assert lines[-1][1] <= found.height + 0.3 * found.size


def test_a_title_is_set_smaller_where_its_ink_needs_the_room(own: FaceLibrary) -> None:
    found = Typesetter(own).fit(faces.spans(WORDS), faces.settings(40, 30, 20), 1000, 70)
    assert found.size < 40
    assert found.height <= 70


def test_where_its_size_cannot_be_kept_at_all_a_title_is_as_small_as_a_label(own: FaceLibrary) -> None:
    found = Typesetter(own).fit(faces.spans(WORDS), faces.settings(40), 1000, 40)
    assert max(sizes(found)) < 20
    with pytest.raises(FitError):
        Typesetter(own).fit(faces.spans(WORDS), faces.settings(40), 1000, 20)


def test_a_label_keeps_to_the_line_that_its_layout_has_for_it(own: FaceLibrary) -> None:
    found = Typesetter(own).set(faces.spans(WORDS[0], size=20))
    top, bottom = reach(found.placed(0, 0))[0]
    assert bottom - top <= 1.1 * 20
    assert (found.over, found.depth) == (0, 0)


def test_all_labels_in_a_face_have_one_size(own: FaceLibrary) -> None:
    assert len({max(sizes(Typesetter(own).set(faces.spans(word, size=20)))) for word in WORDS.split()}) == 1


def test_a_layout_that_asks_how_deep_a_text_is_gets_it_in_its_size(own: FaceLibrary) -> None:
    found = Typesetter(own, keeps_size=True).set(faces.spans(WORDS[0], size=20))
    top, bottom = reach(found.placed(0, 0))[0]
    assert sizes(found) == {20}
    assert top >= -0.8 * 20
    assert bottom <= found.depth + 0.3 * 20


@pytest.mark.parametrize("text", ["Ångström (j)", "Ếch Ổ Ự", "ÀÉÎÕÜ gjpqy", "Ёлка Щ"])
def test_latin_with_marks_stands_where_it_stood(text: str) -> None:
    for family in (faces.SERIF, faces.SANS, faces.NUMERALS):
        found = Typesetter(library(None), keeps_size=True).set(faces.spans(text, family=family))
        assert found.extents.beyond(found.size) == (0, 0)


def test_a_face_that_asks_for_room_which_its_letters_do_not_take_is_not_tall(tmp_path: Path) -> None:
    path = faces.squares(tmp_path / "a" / "low.ttf", "Low", WORDS)
    font = TTFont(path)
    font["hhea"].ascent, font["hhea"].descent = 1900, -1100
    font.save(path)
    assert not is_tall(FaceLibrary(str(path.parent)).find("Low", 400, False))
    assert is_tall(faces.tall(tmp_path / "b", WORDS).find("Tall", 400, False))
    assert not any(is_tall(faces.face(family)) for family in (faces.SERIF, faces.SANS, faces.NUMERALS))
