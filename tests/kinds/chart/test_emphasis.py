"""Tests of what a chart points out: notes at marks, a target, several highlights, totals; and what it refuses."""

from __future__ import annotations

import pytest

from pipeline import sizes, theme
from pipeline.errors import FitError, SpecError
from pipeline.geometry import Rect
from pipeline.scene import Box, Path, Scene, Stroke, walk
from pipeline.typography import ink
from tests.charted import Keys, chart, content, overlapping, pieces, runs, scene, texts

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun"]
ROWS: dict[str, list[float | None]] = {"Sent": [3, 5, 2, 8, 6, 9], "Replies": [1, 1, 4, 3, None, 2]}
PLACES = ["Referral", "Recruiter", "Career fair", "Company site", "Job board"]
RATES: dict[str, list[float | None]] = {"": [78, 50, 44, 36, 19]}
ALL = list(sizes.names())
COLORS = theme.load("paper").colors


def line(**keys: object) -> Keys:
    return chart("line", MONTHS, {"": [70, 71, 69, 66, 63, 62]}, **keys)


def note(at: str, text: str, series: str = "") -> dict[str, str]:
    return {"at": at, "text": text, **({"series": series} if series else {})}


def strokes(found: Scene, color: object) -> list[tuple[Path, Stroke]]:
    """The lines in one colour."""
    paths = [item for item, _ in walk(found.items) if isinstance(item, Path)]
    return [(path, path.stroke) for path in paths if path.stroke and path.stroke.paint == color]


def points(path: Path) -> list[tuple[float, float]]:
    """The ends of its segments."""
    return [(values[-2], values[-1]) for _, *values in path.outline if values]


def dashes(found: Scene) -> list[list[tuple[float, float]]]:
    """The pieces of the line of a target."""
    return [points(path) for path, stroke in strokes(found, COLORS.ink) if stroke.dash]


def warm(found: Scene) -> set[str]:
    """The texts in the warm colour."""
    return {run.text for run in runs(found) if run.fill == COLORS.accent_2_text}


def stems(found: Scene) -> list[Rect]:
    return [item.rect for item, _ in walk(found.items) if isinstance(item, Box) and item.fill == COLORS.accent_2]


class TestNotes:
    @pytest.mark.parametrize("size", ALL)
    @pytest.mark.parametrize("drawing", ["bar", "line", "area", "donut", "stacked", "heatmap"])
    def test_every_drawing_has_them_in_every_size(self, drawing: str, size: str) -> None:
        keys = chart(
            drawing, PLACES, {"Reply rate": [78, 50, 44, 36, 19]}, annotate=[note("Recruiter", "Two new ones")]
        )
        found = scene(keys, size)
        assert "Two new ones" in " ".join(texts(found, "annotate.text"))
        assert overlapping(found) == []
        assert strokes(found, COLORS.accent_2)  # the ring

    def test_the_words_stand_right_of_the_stem_at_its_top(self) -> None:
        found = scene(line(annotate=[note("Mar", "New letter")]))
        (words,), (stem,) = runs(found, "annotate.text"), stems(found)
        assert words.fill == COLORS.accent_2_text
        assert 5 < words.origin.x - stem.right < 20
        assert stem.y == pytest.approx(words.origin.y - 0.68 * words.size, abs=1)

    def test_the_words_stand_left_of_the_stem_where_the_right_has_no_room(self) -> None:
        found = scene(line(annotate=[note("Jun", "A new letter to everybody")]))
        (words,), (stem,) = runs(found, "annotate.text"), stems(found)
        assert words.origin.x + words.advance < stem.x

    def test_a_long_note_takes_two_lines(self) -> None:
        found = scene(line(annotate=[note("Mar", "A new letter to everybody who had ever written")]), "portrait")
        assert len(texts(found, "annotate.text")) == 2

    def test_two_notes_keep_clear_of_each_other(self) -> None:
        notes = [note("Mar", "A new letter to everybody"), note("Apr", "The first course began")]
        found = scene(line(annotate=notes))
        boxes = [box for run in runs(found, "annotate.text") if (box := ink(run))]
        marks = [*boxes, *stems(found)]
        pairs = [(one, other) for at, one in enumerate(marks) for other in marks[at + 1 :] if one.intersection(other)]
        assert len(boxes) >= 2
        assert pairs == []

    @pytest.mark.parametrize("text", ["New", "A new letter to everybody who had ever written"])
    @pytest.mark.parametrize("at", MONTHS)
    @pytest.mark.parametrize("drawing", ["bar", "line", "area", "stacked"])
    def test_the_words_cover_nothing(self, drawing: str, at: str, text: str) -> None:
        rows: dict[str, list[float | None]] = {"Calls": [2, 6, 1, 7, 8, 3], "Sent": [8, 3, 9, 2, 6, 9]}
        found = scene(chart(drawing, MONTHS, rows, annotate=[note(at, text, "Calls")], target=7))
        boxes = [box for run in runs(found, "annotate.text") if (box := ink(run))]
        marks = list(pieces(found))
        assert boxes
        assert overlapping(found) == []
        assert not [mark for mark in marks for box in boxes if mark.intersection(box)]

    @pytest.mark.parametrize("size", ALL)
    def test_a_note_at_the_peak_begins_above_its_number(self, size: str) -> None:
        found = scene(line(annotate=[note("Feb", "The peak")]), size)
        (number,) = [run for run in runs(found, "series.values") if run.text == "71" and run.size < 40]
        assert stems(found)[0].bottom < number.origin.y - 0.6 * number.size

    def test_a_note_stays_with_its_label_when_labels_are_sorted(self) -> None:
        keys = chart("bar", MONTHS, {"": [3, 5, 2, 8, 6, 9]}, sort="down", annotate=[note("Mar", "Ill")])
        found = scene(keys)
        (name,) = [run for run in runs(found, "labels") if run.text == "Mar"]
        (stem,) = stems(found)
        assert name.origin.x <= stem.x <= name.origin.x + name.advance

    def test_a_day_is_found_however_it_is_written(self) -> None:
        days = [f"2026-03-{day:02}" for day in range(1, 21)]
        keys = chart("line", days, {"": [n / 1 for n in range(20)]}, annotate=[note("8 Mar", "Rain")])
        assert content(keys).annotations[0].label == 7
        assert "8 Mar" in texts(scene(keys, "portrait"))  # the axis leaves it out, so the note says it

    def test_all_of_a_stack_may_have_one(self) -> None:
        keys = chart("stacked", MONTHS, ROWS, annotate=[note("Mar", "All of it"), note("May", "Only these", "Sent")])
        assert set(texts(scene(keys), "annotate.text")) == {"All of it", "Only these"}

    def test_a_mark_that_is_put_together_with_others_is_refused(self) -> None:
        labels = [f"Place {n}" for n in range(30)]
        values: dict[str, list[float | None]] = {"": [90.0 - n for n in range(30)]}
        keys = chart("bar", labels, values, limit=5, adds=True, annotate=[note("Place 29", "The last")])
        with pytest.raises(FitError, match="`Place 29` has no mark of its own"):
            scene(keys)

    @pytest.mark.parametrize("lang", ["en", "ar"])
    def test_right_to_left_everything_stands_on_the_other_side(self, lang: str) -> None:
        keys = chart("line", MONTHS, ROWS, annotate=[note("Mar", "New letter", "Sent")], target=6, direction="rtl")
        found = scene(keys)
        (words,), (stem,) = runs(found, "annotate.text"), stems(found)
        assert words.origin.x + words.advance < stem.x
        assert overlapping(found) == []


class TestTarget:
    @pytest.mark.parametrize("look", ["paper", "ink"])
    @pytest.mark.parametrize("drawing", ["bar", "line", "area", "stacked"])
    def test_it_is_dashed_and_never_warm(self, drawing: str, look: str) -> None:
        found = scene(chart(drawing, MONTHS, ROWS, target={"value": 7, "label": "Goal"}), "og", look)
        ink_color = theme.load(look).colors.ink
        assert [stroke for _, stroke in strokes(found, ink_color) if stroke.dash]
        assert {run.fill for run in runs(found, "target")} == {ink_color}
        assert "Goal" in " ".join(texts(found, "target"))

    def test_its_word_is_that_of_the_language_and_its_tick_bold(self) -> None:
        found = scene(line(target=60, lang="de"))
        assert sorted(texts(found, "target")) == ["60", "Ziel 60"]
        assert "60" not in texts(found, "axis")

    def test_it_is_on_the_scale(self) -> None:
        found = scene(chart("bar", MONTHS, {"": [3, 5, 2, 8, 6, 9]}, target=20))
        paths = [item for item, _ in walk(found.items) if isinstance(item, Path) and item.fill == COLORS.cat[0]]
        highest = min(y for path in paths for _, y in points(path))
        assert all(y < highest - 100 for _, y in dashes(found)[0])

    def test_bars_that_lie_have_a_line_from_top_to_bottom(self) -> None:
        found = scene(chart("bar", PLACES, RATES, target=60), "portrait")
        assert all(start[0] == end[0] for start, end in dashes(found))

    def test_it_keeps_the_digits_that_its_author_gave(self) -> None:
        found = scene(chart("bar", MONTHS, {"": [3, 5, 2, 8, 6, 9]}, target=6.25))
        assert "6.25" in texts(found, "target")

    def test_no_number_stands_on_it(self) -> None:
        found = scene(chart("bar", MONTHS, {"": [30, 50, 59, 80, 60, 90]}, target=62))
        spans = [(left, right, y) for (left, y), (right, _) in dashes(found)]
        for box in (box for run in runs(found, "series.values") if (box := ink(run))):
            assert not [y for left, right, y in spans if box.y < y < box.bottom and left < box.right and right > box.x]


class TestHighlights:
    def test_several_labels_stand_out(self) -> None:
        keys = chart("bar", PLACES, RATES, highlight=["Referral", "Job board"])
        assert warm(scene(keys)) == {"Referral", "Job board", "78", "19"}

    def test_several_lines_stand_out(self) -> None:
        found = scene(chart("line", MONTHS, {**ROWS, "Calls": [0, 1, 1, 2, 2, 1]}, highlight=["Sent", "Calls"]))
        assert {"Sent", "Calls"} <= warm(found)
        assert "Replies" not in warm(found)

    @pytest.mark.parametrize("size", ["og", "portrait"])
    def test_a_note_elsewhere_is_the_one_warm_thing(self, size: str) -> None:
        keys = chart("bar", PLACES, RATES, highlight="Referral", annotate=[note("Job board", "Shut")])
        found = scene(keys, size)
        assert warm(found) == {"Shut"}
        (name,) = [run for run in runs(found, "labels") if run.text == "Referral"]
        assert name.fill == COLORS.ink
        assert name.face.name.endswith("Semibold")

    def test_a_note_at_the_highlight_leaves_it_warm(self) -> None:
        keys = chart("bar", PLACES, RATES, highlight="Referral", annotate=[note("Referral", "Asked")])
        assert warm(scene(keys)) == {"Asked", "Referral", "78"}


class TestTotals:
    @pytest.mark.parametrize("size", ["og", "portrait"])
    def test_stacked_areas_have_the_sum_at_their_end(self, size: str) -> None:
        found = scene(chart("area", MONTHS, ROWS, totals=True), size)
        assert texts(found, "total") == ["total", "11"]
        assert texts(scene(chart("area", MONTHS, ROWS), size), "total") == []

    def test_every_stacked_bar_has_its_sum(self) -> None:
        def months(count: int) -> Keys:
            rows: dict[str, list[float | None]] = {"a": [1000.5] * count, "b": [2000.25] * count}
            return chart("stacked", [f"{2025 + at // 12}-{at % 12 + 1:02}" for at in range(count)], rows)

        assert len(texts(scene({**months(18), "totals": True}), "total")) == 18
        assert len(texts(scene(months(18)), "total")) < 18
        with pytest.raises(FitError, match="the sums of 30 bars have no room"):
            scene({**months(30), "totals": True})

    def test_rates_have_none_unless_they_are_said_to_add_up(self) -> None:
        with pytest.raises(SpecError, match="have no total"):
            content(chart("area", MONTHS, ROWS, unit="%", totals=True))
        assert texts(scene(chart("area", MONTHS, ROWS, unit="%", totals=True, adds=True)), "total")


@pytest.mark.parametrize("size", ["og", "portrait"])
def test_a_missing_number_beside_bars_below_0_covers_no_name(size: str) -> None:
    rows: dict[str, list[float | None]] = {f"{at} 0": [None, None] for at in range(5)}
    rows["5 0"] = [-1, -2]
    caption = "Source: a list of mine. " * 8
    assert overlapping(scene(chart("bar", ["0", "b"], rows, title="A title", caption=caption), size)) == []


@pytest.mark.parametrize("size", ALL)
def test_names_of_bars_on_both_sides_of_0_cover_no_bar(size: str) -> None:
    found = scene(chart("bar", MONTHS, {"a": [3, -2, 5, 6, -1, 2], "b": [-1, -4, 2, -3, 4, -6]}), size)
    names = [box for run in runs(found, "labels") if (box := ink(run))]
    assert not [mark for mark in pieces(found) for box in names if mark.intersection(box)]
    assert overlapping(found) == []
