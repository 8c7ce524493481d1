"""Whatever the text, setting it loses nothing, overlaps nothing and stays within its measure."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from bidi import get_display
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pipeline.errors import FitError
from pipeline.typography import FaceLibrary, Paragraph, Setting, Span, Typesetter, library, markup
from pipeline.typography.breaking import opportunities, segments
from pipeline.typography.directions import levels, visual_order
from tests import faces
from tests.amounts import some_of
from tests.faces import RED

KERNING = 3.0  # px at 40 px: a line's ends may be shaped otherwise than inside the endless line
JOINING = 40.0  # px at 40 px: an Arabic word that is cut ends in a wider letter

PLAIN = st.lists(
    st.builds(
        lambda opening, word, closing: opening + word + closing,
        st.sampled_from(["", "", "", "“", "‘", '"', "«", "("]),
        st.from_regex(r"[A-Za-zéüßñ]{1,9}(?:['’.:-][a-z]{1,3})?", fullmatch=True)
        | st.integers(0, 9999).map(str)
        | st.sampled_from(["4/8", "10:30", "take-home", "9-to-5", "50"]),
        st.sampled_from(
            ["", "", "", ",", ".", "!", "…", "”", "?”", ".»", ";", ")", "%", ").", " –", " &", "\u2002·\u2002a"]
        ),
    ),
    min_size=1,
    max_size=12,
).map(" ".join)
LATIN = st.text("abcdefgijlmnoprstuvwyzAEGTVWÄéñß0123456789 .,;:!?-–—…“”’'/()&%\n\u00ad\u00a0\u200b", max_size=120)
BIDI = st.text("abאבגعس 123٣.,()[]-+%!/:", min_size=1, max_size=20)
MIXED = st.text("ab אבגש سلام 123 ()“”.,\u0301\u200f\u2066\u2067\u2068\u2069\u202b\u202c\n", min_size=1, max_size=60)
UNSEEN = "\u00ad\u200b\u200f\u2066\u2067\u2068\u2069\u202b\u202c"
MEASURES = st.floats(60, 900)


def seen(text: str) -> str:
    """What a reader can see of a text: no white space, no invisible characters."""
    return "".join(
        c for c in text if not c.isspace() and c not in "\u00ad\u200b\u200f\u2066\u2067\u2068\u2069\u202b\u202c"
    )


def written(paragraph: Paragraph) -> str:
    """What the lines hold, in reading order, without hyphens that were added."""
    return "".join(line.text for line in paragraph.lines)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> FaceLibrary:
    return faces.with_dejavu(Path(tmp_path_factory.mktemp("fonts")))


@given(PLAIN)
@settings(deadline=None, derandomize=True)
def test_plain_words_break_as_unicode_would_have_them(text: str) -> None:
    from uniseg.linebreak import line_break_boundaries

    assert [each.before for each in opportunities(text, "en")] == list(line_break_boundaries(text))


@given(LATIN | MIXED)
@settings(deadline=None, derandomize=True)
def test_segments_hold_every_character(text: str) -> None:
    pieces = segments(text, "en")
    assert "".join(text[piece.start : piece.stop] for piece in pieces) == text
    assert all(piece.start <= piece.ink <= piece.stop for piece in pieces)


@given(BIDI, st.sampled_from(["ltr", "rtl"]))
@settings(deadline=None, derandomize=True, max_examples=some_of(300))
def test_directions_are_those_of_an_implementation_by_others(text: str, direction: str) -> None:
    assume(not text.endswith(" "))
    assert _in_visual_order(text, direction) == get_display(text, base_dir="LR"[direction == "rtl"])


@given(LATIN, MEASURES, st.booleans(), st.booleans())
@settings(deadline=None, derandomize=True, max_examples=some_of(150))
def test_breaking_loses_no_character(text: str, measure: float, balanced: bool, hanging: bool) -> None:
    paragraph = Typesetter(library(None)).set(faces.spans(text), measure, balanced=balanced, hanging=hanging)
    found, expected = seen(written(paragraph)), seen(text)
    assert found.replace("-", "") == expected.replace("-", "")
    assert found.count("-") >= expected.count("-")


@given(LATIN, MEASURES, st.booleans())
@settings(deadline=None, derandomize=True, max_examples=some_of(150))
def test_no_line_is_wider_than_the_measure(text: str, measure: float, balanced: bool) -> None:
    paragraph = Typesetter(library(None)).set(faces.spans(text), measure, balanced=balanced)
    assert all(line.width <= measure + KERNING for line in paragraph.lines)


@given(MIXED, st.floats(100, 900), st.sampled_from(["auto", "ltr", "rtl"]))
@settings(deadline=None, derandomize=True, max_examples=some_of(100))
def test_mixed_directions_lose_no_character_and_keep_to_the_measure(
    own: FaceLibrary, text: str, measure: float, direction: str
) -> None:
    paragraph = Typesetter(own, direction=direction).set(faces.spans(text), measure)  # type: ignore[arg-type]
    assert seen(written(paragraph)).replace("-", "") == seen(text)
    spare = JOINING if set(text) & set("سلامع") else KERNING
    assert all(line.width <= measure + spare for line in paragraph.lines)
    for line in paragraph.lines:
        assert sorted(seen("".join(run.text for run in line.runs))) == sorted(seen(line.text))


@given(MIXED)
@settings(deadline=None, derandomize=True, max_examples=some_of(100))
def test_runs_of_a_line_stand_side_by_side(own: FaceLibrary, text: str) -> None:
    for line in Typesetter(own).set(faces.spans(text), 400).lines:
        pen = line.runs[0].origin.x if line.runs else 0.0
        for run in line.runs:
            assert abs(run.origin.x - pen) < 0.01
            pen += run.advance


@given(st.lists(st.tuples(LATIN, st.booleans(), st.booleans()), min_size=1, max_size=6), MEASURES)
@settings(deadline=None, derandomize=True, max_examples=some_of(100))
def test_spans_keep_their_text_and_their_style(parts: list[tuple[str, bool, bool]], measure: float) -> None:
    plain = faces.style()._replace(features=("-liga", "-clig"))  # a ligature has one colour
    spans = [Span(text, plain._replace(italic=italic, fill=RED if red else plain.fill)) for text, italic, red in parts]
    paragraph = Typesetter(library(None)).set(spans, measure)
    found: dict[tuple[bool, bool], str] = {}
    for line in paragraph.lines:
        for run in line.runs:
            style = ("Italic" in run.face.name, run.fill == RED)
            found[style] = found.get(style, "") + seen(run.text).replace("-", "")
    for italic in (False, True):
        for red in (False, True):
            expected = "".join(seen(text) for text, *style in parts if style == [italic, red]).replace("-", "")
            assert found.get((italic, red), "") == expected


@given(LATIN.filter(seen), st.floats(200, 900), st.floats(60, 700))
@settings(deadline=None, derandomize=True, max_examples=some_of(100))
def test_a_fitted_text_keeps_to_its_box_or_is_refused(text: str, width: float, height: float) -> None:
    sizes = [Setting(size, 1.2, 12) for size in (120, 80, 50, 30, 20)]
    try:
        paragraph = Typesetter(library(None)).fit(faces.spans(text), sizes, width, height)
    except FitError:
        return
    assert paragraph.height <= height + 0.02
    assert paragraph.width <= width + KERNING * paragraph.size / 40
    assert len(paragraph.lines) <= 12
    assert seen(written(paragraph)).replace("-", "") == seen(text).replace("-", "")


@given(st.text("ab *\\\n.", max_size=40))
@settings(deadline=None, derandomize=True)
def test_markup_loses_nothing_but_its_marks(text: str) -> None:
    assert markup.plain(text).replace("*", "").replace("\\", "") == text.replace("*", "").replace("\\", "")


def _in_visual_order(text: str, direction: str) -> str:
    found = levels(text, direction) or [0] * len(text)
    return "".join(_reordered(text, found))


def _reordered(text: str, found: list[int]) -> Iterator[str]:
    return (text[index] for index in visual_order(found))
