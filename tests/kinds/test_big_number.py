"""Tests of the big number: the designer's numbers, counts, changes, and what is refused."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from pipeline import sizes
from pipeline.errors import FitError, SpecError
from pipeline.geometry import Point, Rect, Size
from pipeline.layout.shape import shape
from pipeline.paint import paint
from pipeline.scene import Box, Path, RadialGradient, Scene
from pipeline.typography import ink
from tests import golden
from tests.conftest import REPOSITORY
from tests.emptiness import largest_empty
from tests.visuals import forgotten, page, runs, texts, visual

COUNT = (REPOSITORY / "specs" / "big_number.yaml").read_text(encoding="utf-8")
CHANGE = (REPOSITORY / "specs" / "big_number_change.yaml").read_text(encoding="utf-8")
SIZES = list(sizes.names())
HORIZON = {"og": 478, "portrait": 1098, "square": 864}
ZERO = {"og": (520, 106), "portrait": (1150, 190), "square": (910, 130)}  # and the height of the larger value
KEYS = {"kind": "big_number", "figure": "30%", "caption": "of my letters had an answer within a week."}


def counted(count: int, total: int, size: str = "og", **of: str) -> Scene:
    return page({**KEYS, "of": {"count": count, "total": total, **of}}, size)


def changed(old: str, new: str, size: str = "og", **more: str) -> Scene:
    return page({**KEYS, "change": {"from": old, "to": new, **more}}, size)


def box(scene: Scene, *roles: str) -> Rect:
    """The ink of the texts with one of these roles."""
    boxes = [found for run in runs(scene, *roles) if (found := ink(run))]
    whole = boxes[0]
    for other in boxes[1:]:
        whole = whole.union(other)
    return whole


def paths(scene: Scene) -> list[Path]:
    return [item for item in scene.items if isinstance(item, Path)]


def tip(head: Path) -> Point:
    """Where an arrow's head points."""
    _, (_, *values), _ = head.outline
    return Point(*values)


def around(path: Path) -> Rect:
    xs = [value for _, *values in path.outline for value in values[::2]]
    ys = [value for _, *values in path.outline for value in values[1::2]]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def suns(scene: Scene) -> list[Path]:
    return [path for path in paths(scene) if path.fill is not None]


def rings(scene: Scene) -> list[Path]:
    return [path for path in paths(scene) if path.fill is None and path.outline[-1] == ("Z",)]


def pieces(found: list[Path]) -> int:
    """How many shapes the paths hold."""
    return sum(segment[0] == "M" for path in found for segment in path.outline)


def lines(scene: Scene) -> list[Path]:
    return [path for path in paths(scene) if path.stroke and path.outline[-1] != ("Z",)]


def width(path: Path) -> float:
    assert path.stroke is not None
    return path.stroke.width


def nodes(scene: Scene) -> list[Box]:
    return [item for item in scene.items if isinstance(item, Box) and item.stroke]


class TestComp:
    """The numbers of the designer."""

    @pytest.mark.parametrize(
        ("size", "figure", "base"), [("og", 360, 372), ("portrait", 690, 640), ("square", 570, 520)]
    )
    def test_the_figure_stands_where_the_designer_put_it(self, size: str, figure: float, base: float) -> None:
        (run,) = runs(page(COUNT, size), "figure")
        assert run.size == pytest.approx(figure, rel=0.01)
        assert run.origin.y == pytest.approx(base, abs=4)
        assert run.face.name == "Source Serif Pro Light"

    @pytest.mark.parametrize("size", HORIZON)
    def test_figure_eyebrow_caption_and_first_sun_start_on_one_vertical(self, size: str) -> None:
        scene, margin = page(COUNT, size), shape(sizes.parse(size).size).margin
        starts = [box(scene, role).x for role in ("eyebrow", "figure", "of.label", "source")]
        starts += [around(suns(scene)[0]).x] + ([] if size == "og" else [box(scene, "caption").x])
        assert starts == pytest.approx([margin] * len(starts), abs=3)

    @pytest.mark.parametrize("size", HORIZON)
    def test_a_sign_hangs_from_the_figures_top_and_a_word_stands_on_its_base(self, size: str) -> None:
        scene = page(COUNT, size)
        (figure,) = runs(scene, "figure")
        assert box(scene, "figure.unit").y == pytest.approx(box(scene, "figure").y, abs=0.02 * figure.size)
        (figure, unit) = runs(page(CHANGE, size), "figure", "unit")
        assert unit.origin.y == figure.origin.y
        assert unit.size == pytest.approx(figure.size / 4)

    @pytest.mark.parametrize("size", HORIZON)
    def test_the_figure_is_four_times_the_caption(self, size: str) -> None:
        scene = page(COUNT, size)
        assert runs(scene, "figure")[0].size >= 4 * runs(scene, "caption")[0].size

    def test_the_caption_ends_on_the_figures_base_on_a_wide_page(self) -> None:
        scene = page(COUNT)
        (figure,) = runs(scene, "figure")
        assert max(run.origin.y for run in runs(scene, "caption")) == figure.origin.y
        assert {run.size for run in runs(scene, "caption")} == {54}

    @pytest.mark.parametrize("size", HORIZON)
    def test_suns_stand_just_above_the_line_and_rings_hang_just_below_it(self, size: str) -> None:
        scene = page(COUNT, size)
        assert (pieces(suns(scene)), pieces(rings(scene))) == (3, 7)
        above = HORIZON[size] - around(suns(scene)[0]).bottom
        below = around(rings(scene)[0]).y - HORIZON[size]
        assert 0 < above < below < above + 2  # rings are a hair smaller

    @pytest.mark.parametrize("size", HORIZON)
    def test_the_line_turns_to_dots_under_the_node(self, size: str) -> None:
        scene = page(COUNT, size)
        (solid, dots), (node,) = lines(scene), nodes(scene)
        assert solid.stroke is not None
        assert dots.stroke is not None
        assert (solid.stroke.dash, bool(dots.stroke.dash)) == ((), True)
        assert node.rect.center == pytest.approx((around(solid).right, HORIZON[size]))
        assert around(dots).x == pytest.approx(node.rect.center.x + 4 * solid.stroke.width)
        last, first = around(suns(scene)[0]).right, around(rings(scene)[0]).x
        assert node.rect.center.x == pytest.approx((last + first) / 2, abs=1)

    @pytest.mark.parametrize("size", ZERO)
    def test_both_levels_are_to_scale_from_zero_and_the_tip_is_on_the_new_one(self, size: str) -> None:
        scene, (zero, larger) = page(CHANGE, size), ZERO[size]
        dots, old, _, head = lines(scene)
        assert around(dots).y == zero
        assert around(old).y == pytest.approx(zero - larger)
        assert tip(head).y == pytest.approx(zero - larger * 9 / 31)
        assert nodes(scene)[0].rect.center.x == pytest.approx(around(old).right)

    @pytest.mark.parametrize("size", HORIZON)
    @pytest.mark.parametrize("spec", [COUNT, CHANGE])
    def test_light_stays_above_the_line_and_fades_to_nothing(self, spec: str, size: str) -> None:
        scene = page(spec, size)
        _, light = (item for item in scene.items if isinstance(item, Box) and not item.stroke)
        assert light.rect.bottom == (HORIZON[size] if spec == COUNT else ZERO[size][0])
        assert isinstance(light.fill, RadialGradient)
        assert light.fill.stops[-1].color.alpha == 0


class TestCount:
    """So many of so many."""

    @pytest.mark.parametrize("size", SIZES)
    @pytest.mark.parametrize(("count", "total"), [(0, 2), (1, 2), (2, 2), (7, 13), (19, 20), (1, 20), (20, 20)])
    def test_there_are_as_many_suns_and_rings_as_the_label_says(self, count: int, total: int, size: str) -> None:
        scene = counted(count, total, size)
        assert (pieces(suns(scene)), pieces(rings(scene))) == (count, total - count)
        assert texts(scene, "of.label") == [f"{count} of {total}"]
        assert len(nodes(scene)) == (count < total)

    @pytest.mark.parametrize("size", SIZES)
    @pytest.mark.parametrize("total", [2, 3, 9, 20])
    def test_the_gaps_in_a_row_are_equal(self, total: int, size: str) -> None:
        row = suns(counted(total, total, size))[0].outline
        lefts = [values[0] for name, *values in row if name == "M"]
        steps = [later - earlier for earlier, later in pairwise(lefts)]
        assert steps == pytest.approx([steps[0]] * len(steps))
        frame = shape(sizes.parse(size).size)
        assert lefts[0] == pytest.approx(frame.margin * frame.unit)

    @pytest.mark.parametrize("size", SIZES)
    @pytest.mark.parametrize(
        ("count", "total"), [(0, 21), (1, 100), (30, 100), (50, 100), (99, 100), (100, 100), (7, 9000)]
    )
    def test_of_very_many_the_line_shows_the_share(self, count: int, total: int, size: str) -> None:
        scene = counted(count, total, size)
        frame, solid = shape(sizes.parse(size).size), lines(scene)[0]
        share = (around(solid).right / frame.unit - frame.margin) / frame.measure
        assert share == pytest.approx(count / total, abs=1e-6)
        assert (pieces(suns(scene)), pieces(rings(scene))) == (count > 0, count < total)
        assert all(Rect.of(scene.size).contains(around(path)) for path in [*suns(scene), *rings(scene)])

    @pytest.mark.parametrize("size", SIZES)
    @pytest.mark.parametrize(("count", "total"), [(0, 10), (1, 20), (3, 10), (9, 10), (19, 20), (1, 2), (30, 100)])
    def test_no_label_touches_a_sun_or_a_ring(self, count: int, total: int, size: str) -> None:
        scene = counted(count, total, size, rest="later, or never at all")
        for path in [*suns(scene), *rings(scene)]:
            box_of_path = around(path)
            for run in runs(scene, "of.label", "of.rest"):
                written = ink(run)
                assert written is None or box_of_path.intersection(written) is None

    def test_all_are_counted_on_a_line_without_a_node(self) -> None:
        scene = counted(5, 5)
        assert around(lines(scene)[0]).right == 1136
        assert len(lines(scene)) == 1

    def test_long_labels_stand_side_by_side_above_the_line(self) -> None:
        label = "a label that is as long as an author may ever write one here"
        for count, total in ((1, 20), (3, 10), (0, 10), (9, 10)):
            scene = counted(count, total, label=label, rest=label)
            assert " ".join(texts(scene, "of.label")) == " ".join(texts(scene, "of.rest")) == label
            assert box(scene, "of.label").intersection(box(scene, "of.rest")) is None
            assert box(scene, "caption").bottom < box(scene, "of.rest").y

    @pytest.mark.parametrize(
        ("figure", "count", "noted"), [("30%", 3, 0), ("33 %", 3, 1), ("31%", 3, 0), ("30", 4, 0), ("€30", 4, 0)]
    )
    def test_a_share_that_is_not_that_of_its_count_is_noted(self, figure: str, count: int, noted: int) -> None:
        made = visual({**KEYS, "figure": figure, "of": {"count": count, "total": 10}})
        assert [note.message for note in made.notes] == ["the figure says 33%, but 3 of 10 is another share"] * noted


class TestChange:
    """A value before and after."""

    @pytest.mark.parametrize("size", SIZES)
    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("31 days", "9 days"),
            ("9 days", "31 days"),
            ("0 days", "31 days"),
            ("31 days", "0 days"),
            ("1 day", "9 days"),
        ]
        + [("€1,234,567", "€9"), ("CHF 12.50", "CHF 20"), ("10%", "90 %"), ("1.2M users", "900K users"), ("11", "10")],
    )
    def test_the_arrow_points_from_the_old_level_to_the_new_one(self, old: str, new: str, size: str) -> None:
        scene = changed(old, new, size)
        found = visual({**KEYS, "change": {"from": old, "to": new}}).content.change
        dots, solid, shaft, head = lines(scene)
        zero, point = around(dots).y, tip(head).y
        largest = zero - min(point, around(solid).y)
        assert (zero - point) / largest == pytest.approx(float(found.new / max(found.old, found.new)), abs=1e-6)
        assert (zero - around(solid).y) / largest == pytest.approx(
            float(found.old / max(found.old, found.new)), abs=1e-6
        )
        assert (point > around(head).y) == (found.new < found.old)
        assert texts(scene, "change.from") == [old]
        assert width(shaft) == width(solid) == width(head)

    def test_a_turn_is_a_quarter_circle_tangent_to_both_sides(self) -> None:
        _, _, shaft, _ = lines(page(CHANGE))
        (_, straight), (_, curve), (_, down) = ((name, values) for name, *values in shaft.outline[1:])
        assert straight[1] == curve[1]  # it leaves along the row
        assert curve[2] == curve[4] == down[0]  # and arrives along the shaft
        assert curve[4] - straight[0] == pytest.approx(curve[5] - straight[1]) == 40

    @pytest.mark.parametrize(("new", "said"), [("95 days", "(−5)"), ("100 days", "(±0)"), ("107.5 days", "(+7.5)")])
    def test_a_change_too_small_to_see_is_level_and_said(self, new: str, said: str) -> None:
        scene = changed("100 days", new)
        assert len(lines(scene)) == 2
        assert texts(scene, "change.difference")[0].strip() == said

    @pytest.mark.parametrize(
        ("old", "new", "lang", "said"),
        [
            ("102,4 Mio. €", "98,8 Mio. €", "de", "(−3,6 Mio. €)"),
            ("$40k a year", "$41.5k a year", "en", "(+$1.5k)"),
            ("12.5 %", "12.2 %", "en", "(−0.3 %)"),
            ("€58,000", "€58,000", "en", "(±€0)"),
        ],
    )
    def test_the_difference_has_the_form_of_the_values(self, old: str, new: str, lang: str, said: str) -> None:
        scene = page({**KEYS, "lang": lang, "change": {"from": old, "to": new}})
        assert texts(scene, "change.difference")[0].strip() == said

    @pytest.mark.parametrize("size", SIZES)
    def test_the_zero_is_marked_whatever_the_values_are(self, size: str) -> None:
        for old, new in (("9 days", "0 days"), ("0 days", "9 days"), ("9 days", "9 days")):
            scene = changed(old, new, size, to_note="a note of as many letters as fit in it")
            assert texts(scene, "change.zero") == ["0"]
            assert not box(scene, "change.zero").intersection(box(scene, "change.to", "change.to_note"))

    def test_a_number_that_may_be_read_in_two_ways_is_noted(self) -> None:
        made = visual({**KEYS, "lang": "de", "change": {"from": "1,234 Tage", "to": "9 Tage"}})
        assert [note.message.partition(" is")[0] for note in made.notes] == ["`1,234`"]


@pytest.mark.parametrize("size", ["portrait", "square", "story"])
def test_a_caption_keeps_away_from_the_drawing_by_its_own_measure(size: str) -> None:
    for spec in (COUNT, CHANGE):
        for theme in ("paper", "grid", "press"):
            found = page(spec, size, theme)
            *_, last = runs(found, "caption")
            below = min(node.rect.y for node in nodes(found)) - last.origin.y
            assert below >= 0.75 * last.size


class TestFigure:
    """From one digit to many."""

    @pytest.mark.parametrize("size", SIZES)
    @pytest.mark.parametrize(
        "figure", ["7", "42", "€1,234,567", "CHF 1’234’567.80", "two in three", "12,345,678,901,234"]
    )
    def test_a_figure_stays_as_it_is_written_and_is_the_largest_thing(self, figure: str, size: str) -> None:
        scene = page({**KEYS, "figure": figure}, size)
        assert texts(scene, "figure") == [figure]
        frame = shape(sizes.parse(size).size)
        assert box(scene, "figure").right <= frame.right * frame.unit + 1
        assert runs(scene, "figure")[0].size >= 1.8 * runs(scene, "caption")[0].size

    def test_a_long_figure_has_its_caption_below_it_on_a_wide_page(self) -> None:
        scene = page({**KEYS, "figure": "€1,234,567"})
        assert box(scene, "caption").y > box(scene, "figure").bottom
        assert runs(scene, "figure")[0].size > 170

    @pytest.mark.parametrize(
        ("figure", "shown", "sign"),
        [
            ("30%", "30", "%"),
            ("30 %", "30", "%"),
            ("21 °C", "21", "°C"),
            ("%30", "%30", ""),
            ("%", "%", ""),
            ("1/2", "1/2", ""),
        ],
    )
    def test_a_sign_at_its_end_is_parted_from_it(self, figure: str, shown: str, sign: str) -> None:
        scene = page({**KEYS, "figure": figure})
        assert texts(scene, "figure") == [shown]
        assert texts(scene, "figure.unit") == ([sign] if sign else [])

    def test_a_caption_too_long_for_its_room_makes_the_figure_smaller(self) -> None:
        caption = "WWWWW " * 40
        large, small = (
            page({**KEYS, "caption": text, "of": {"count": 2, "total": 3}}, "square") for text in ("few", caption)
        )
        assert runs(small, "figure")[0].size < runs(large, "figure")[0].size
        assert box(small, "caption").bottom < around(suns(small)[0]).y

    @pytest.mark.parametrize("size", SIZES)
    def test_the_longest_words_are_shown_or_refused(self, size: str) -> None:
        keys = {**KEYS, "figure": 30, "caption": "word " * 47, "unit": "letters in every week", "eyebrow": "word " * 16}
        scene = page({**keys, "of": {"count": 3, "total": 4}, "source": "word " * 39}, size)
        assert forgotten(scene) == []
        assert scene.left_out == ()

    def test_a_single_sun_gives_way_to_the_words(self) -> None:
        short, long = (page({**KEYS, "caption": text}, "square") for text in ("offers.", "word " * 40))
        assert around(suns(short)[0]).width == pytest.approx(320)
        assert around(suns(long)[0]).width < 320
        assert box(long, "caption").bottom < around(suns(long)[0]).y

    def test_a_figure_too_long_for_its_line_is_refused_with_what_would_fit(self) -> None:
        with pytest.raises(FitError, match="figure: 20 characters do not fit") as refused:
            page({**KEYS, "figure": "W" * 20})
        assert "shorten it to about 15 characters" in str(refused.value)

    @pytest.mark.parametrize("size", SIZES)
    def test_short_words_are_large(self, size: str) -> None:
        scene = page({"kind": "big_number", "figure": 1, "caption": "offer is enough."}, size)
        assert runs(scene, "figure")[0].size / 7 < runs(scene, "caption")[0].size <= runs(scene, "figure")[0].size / 4
        assert largest_empty(scene) < 0.45


class TestMirrored:
    """A page that runs from right to left."""

    ARABIC = "من طلباتي تلقت ردًا خلال أسبوع واحد."

    @pytest.mark.parametrize("size", SIZES)
    def test_the_line_comes_from_the_right_and_suns_count_from_there(self, size: str, fonts: str) -> None:
        keys = {**KEYS, "lang": "ar", "caption": self.ARABIC, "of": {"count": 3, "total": 10}}
        scene = page(keys, size, fonts=fonts)
        frame = shape(Size(*scene.size))
        assert around(suns(scene)[0]).right == pytest.approx(scene.size.width - frame.margin * frame.unit)
        assert box(scene, "figure").right == pytest.approx(scene.size.width - frame.margin * frame.unit, abs=1)
        assert box(scene, "figure.unit").right < box(scene, "figure").x  # a sign stays at the reading end
        assert around(lines(scene)[0]).right > scene.size.width

    def test_the_turn_goes_on_to_the_left(self, fonts: str) -> None:
        change = {"from": "31 يومًا", "to": "9 أيام"}
        scene = page({**KEYS, "lang": "ar", "caption": self.ARABIC, "change": change}, fonts=fonts)
        head = lines(scene)[-1]
        assert tip(head).x < nodes(scene)[0].rect.x
        assert box(scene, "change.to").right < tip(head).x


@pytest.mark.parametrize(
    ("change", "fact"),
    [
        ({"from": "31 days", "to": "9 weeks"}, "change.to: expected the unit of `31 days`, found `9 weeks`"),
        ({"from": "€31", "to": "$9"}, "change.to: expected the unit of `€31`, found `$9`"),
        ({"from": "a month", "to": "9 days"}, "change.from: expected a number with its unit, found `a month`"),
        ({"from": "31-40 days", "to": "9 days"}, "change.from: expected a number with its unit, found `31-40 days`"),
        ({"from": "-3 %", "to": "9 %"}, "change.from: expected a value from 0 up, found `-3 %`"),
        ({"from": "0 days", "to": "0 days"}, "change.to: expected a value above 0 in `from` or `to`, found 0 in both"),
    ],
)
def test_values_without_one_scale_are_refused_at_their_field(change: dict[str, Any], fact: str) -> None:
    with pytest.raises(SpecError) as refused:
        visual({**KEYS, "change": change})
    assert fact in str(refused.value)
    assert "hint: " in str(refused.value)


@pytest.mark.parametrize(
    ("lang", "old", "new"),
    [("de", "1 Tag", "9 Tage"), ("ru", "1 день", "5 дней"), ("pl", "1 dzień", "5 dni"), ("ar", "31 يومًا", "9 أيام")],
)
def test_forms_of_one_word_are_one_unit(lang: str, old: str, new: str) -> None:
    found = visual({**KEYS, "lang": lang, "change": {"from": old, "to": new}}).content.change
    assert (str(found.before), str(found.after)) == (old, new)


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("count", {"of": {"count": 3, "total": 10, "rest": "later, or never"}}),
        ("change", {"change": {"from": "31 days", "to": "9 days", "from_note": "without", "to_note": "with"}}),
        ("alone", {}),
    ],
)
def test_the_drawing_looks_as_it_was_accepted(name: str, keys: dict[str, Any], request: pytest.FixtureRequest) -> None:
    picture = paint(page({**KEYS, **keys}), 1 / 3).image().crop((0, 110, 400, 185))
    golden.check(picture, f"big_number/{name}", request)
