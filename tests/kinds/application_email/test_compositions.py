"""Tests of where things stand: the rules for sizes, nothing touches by accident, sizes change without jumps."""

from __future__ import annotations

from itertools import pairwise
from math import inf

import pytest

from pipeline import sizes
from pipeline.curves import flatten
from pipeline.geometry import Affine, Point, Rect, Size
from pipeline.kinds.application_email.compositions import OG, PORTRAIT, Measures, compose
from pipeline.kinds.application_email.drawing import Drawing, Mark, drawn
from pipeline.kinds.application_email.moods import MOODS, Mood
from pipeline.kinds.application_email.parts import body, calendar, chair, hand, head, lamp, laptop, mug, note, plant
from pipeline.kinds.application_email.parts.hair import BUN, HAIR_STYLES
from pipeline.scene import Box, Group, Item, Path
from tests.kinds.application_email.scenes import on_stage

SIZES = ("og", "portrait", "square", "wide", "story", "pin", "x", "linkedin", "1500x500", "1200x900", "1200x1000")
EXTREMES = (*SIZES, "320x320", "320x1600", "1600x320", "320x640", "640x320", "8192x4096", "1000x1249", "1000x1251")
PALETTE = on_stage().palette
CROWN, CHIN = 92.0, 326.0  # of a figure, in its own frame


def box_of(drawing: Drawing, matrix: Affine) -> Rect:
    """The box about a drawing on the page."""
    return _box(drawn(drawing, PALETTE), matrix)


def _box(items: tuple[Item, ...], matrix: Affine) -> Rect:
    left, top, right, bottom = inf, inf, -inf, -inf
    for item in items:
        for x, y in _points(item, matrix):
            left, top, right, bottom = min(left, x), min(top, y), max(right, x), max(bottom, y)
    return Rect(left, top, right - left, bottom - top)


def _points(item: Item, matrix: Affine) -> list[tuple[float, float]]:
    if isinstance(item, Group):
        return [point for inner in item.items for point in _points(inner, matrix @ item.transform)]
    if isinstance(item, Box):
        return [matrix.apply(x, y) for x in (item.rect.x, item.rect.right) for y in (item.rect.y, item.rect.bottom)]
    assert isinstance(item, Path)
    half = item.stroke.width / 2 if item.stroke else 0
    edges = [
        (x + dx, y + dy)
        for run in flatten(item.outline, 0.5)
        for x, y in run.points
        for dx in (-half, half)
        for dy in (-half, half)
    ]
    return [matrix.apply(x, y) for x, y in edges]


def at(measures: Measures, name: str) -> Affine:
    """From a thing's own coordinates to the page."""
    place = getattr(measures.places, name)
    return measures.to_page @ (place if isinstance(place, Affine) else place.matrix)


def measures_of(name: str) -> Measures:
    return on_stage(size=name).measures


def signs(measures: Measures) -> dict[str, Rect]:
    return {
        "calendar": box_of(calendar.SHEET, at(measures, "calendar")),
        "note": box_of(note.PAPER, at(measures, "note")),
    }


def glass(measures: Measures) -> Rect:
    """The window with its frame and sill."""
    place = measures.places.window
    sill = place.sill
    left, right = place.x - 1.75 * sill, place.x + place.width + 1.75 * sill
    top = place.y - place.frame
    return measures.to_page.bounds(Rect(left, top, right - left, place.sill_y + 1.4 * sill - top))


def person(measures: Measures, style: str, mood: Mood) -> Rect:
    hair = HAIR_STYLES[style]
    return _box(
        drawn((*hair.under, *head.FACE, *hair.over, *hair.covering), PALETTE), at(measures, "figure") @ mood.turned
    )


@pytest.mark.parametrize("size", SIZES)
def test_the_desk_line_lies_at_82_percent_of_the_height_in_a_story_higher(size: str) -> None:
    measures = measures_of(size)
    share = {"story": 0.775, "pin": 0.795}.get(size, 0.82)
    assert measures.wall.bottom / measures.size.height == pytest.approx(share, abs=0.004)


def test_a_story_shows_calendar_note_and_screen_between_the_buttons() -> None:
    measures, safe = measures_of("story"), sizes.parse("story").safe
    written = Rect(0, 0, laptop.SCREEN_WIDTH, laptop.SCREEN_HEIGHT).inset(16)
    for box in (*signs(measures).values(), at(measures, "screen").bounds(written)):
        assert safe.inset(-1).intersection(box) == box


@pytest.mark.parametrize(
    ("size", "share"), [("og", 0.32), ("wide", 0.32), ("portrait", 0.42), ("square", 0.42), ("story", 0.42)]
)
def test_the_screen_has_its_share_of_the_width(size: str, share: float) -> None:
    measures = measures_of(size)
    width = at(measures, "screen").a * laptop.SCREEN_WIDTH
    assert width / measures.size.width == pytest.approx(share, abs=0.01)


@pytest.mark.parametrize(
    ("size", "share"), [("og", 0.33), ("wide", 0.33), ("portrait", 0.23), ("square", 0.25), ("story", 0.19)]
)
def test_the_head_has_its_share_of_the_height(size: str, share: float) -> None:
    measures = measures_of(size)
    crown, chin = (at(measures, "figure").apply(0, y).y for y in (CROWN, CHIN))
    assert (chin - crown) / measures.size.height == pytest.approx(share, abs=0.02)


@pytest.mark.parametrize("size", EXTREMES)
def test_signs_and_screen_lie_within_the_page(size: str) -> None:
    measures = measures_of(size)
    page = Rect.of(measures.size)
    boxes = {**signs(measures), "lid": box_of(laptop.LID, at(measures, "screen"))}
    for name, box in boxes.items():
        assert page.union(box) == page, name


@pytest.mark.parametrize("size", EXTREMES)
@pytest.mark.parametrize("style", list(HAIR_STYLES))
@pytest.mark.parametrize("mood", MOODS)
def test_head_window_signs_and_lid_do_not_touch(size: str, style: str, mood: str) -> None:
    measures = measures_of(size)
    air = 8 * measures.to_page.a
    boxes = {**signs(measures), "window": glass(measures), "head": person(measures, style, MOODS[mood])}
    if not measures.wide:
        boxes["lid"] = box_of(laptop.LID, at(measures, "screen"))
    names = list(boxes)
    for index, one in enumerate(names):
        for other in names[:index]:
            assert boxes[one].inset(-air / 2).intersection(boxes[other].inset(-air / 2)) is None, (one, other)


@pytest.mark.parametrize("size", [size for size in EXTREMES if measures_of(size).wide])
def test_the_lamp_stands_clear_of_the_lid_and_in_the_picture(size: str) -> None:
    measures = measures_of(size)
    shade = _box((Group(drawn(lamp.SHADE, PALETTE), lamp.SHADE_AT),), at(measures, "lamp"))
    lid = box_of(laptop.LID, at(measures, "screen"))
    assert shade.x > lid.right + 4 * measures.to_page.a
    assert box_of(lamp.STAND, at(measures, "lamp")).right <= measures.size.width


@pytest.mark.parametrize("size", EXTREMES)
@pytest.mark.parametrize("place", ["mug", "mug_beside_notebook"])
def test_the_mug_stands_on_the_desk_and_in_the_picture(size: str, place: str) -> None:
    measures = measures_of(size)
    box = box_of(mug.MUG, at(measures, place))
    assert box.bottom > measures.wall.bottom
    assert Rect.of(measures.size).union(box) == Rect.of(measures.size)
    desk_line = box.y - measures.wall.bottom  # the rim is on the desk or clearly above its edge
    assert abs(desk_line) > 4 * measures.to_page.a


@pytest.mark.parametrize("size", EXTREMES)
def test_the_figure_sits_behind_the_desk_with_its_elbow_on_it(size: str) -> None:
    measures = measures_of(size)
    elbow = at(measures, "figure").apply(350, 630)
    assert measures.wall.bottom < elbow.y < measures.size.height
    assert box_of(body.TORSO, at(measures, "figure")).bottom > measures.wall.bottom
    x, y, radius_x, _ = measures.places.elbow_shadow
    shadow = measures.to_page.apply(x, y)
    assert abs(shadow.y - elbow.y) < 0.2 * radius_x * measures.to_page.a
    assert abs(shadow.x - elbow.x) < radius_x * measures.to_page.a


@pytest.mark.parametrize("size", EXTREMES)
def test_the_far_hand_rests_on_the_keyboard_and_meets_its_sleeve(size: str) -> None:
    measures = measures_of(size)
    fingers = at(measures, "hand").apply(84, 24)
    on_deck = at(measures, "deck").inverse.apply(*fingers)
    assert -110 < on_deck.x < 60
    assert 0 < on_deck.y < 60
    wrist = at(measures, "hand").apply(0, 18)
    cuff = [measures.to_page.apply(*measures.places.sleeve[i : i + 2]) for i in (6, 8)]
    assert abs((cuff[0].x + cuff[1].x) / 2 - wrist.x) < 12 * measures.to_page.a
    assert abs((cuff[0].y + cuff[1].y) / 2 - wrist.y) < 12 * measures.to_page.a


@pytest.mark.parametrize("size", EXTREMES)
def test_screen_and_deck_share_the_hinge(size: str) -> None:
    measures = measures_of(size)
    scale = at(measures, "deck").a
    hinge = at(measures, "deck").apply(0, 0)
    foot = at(measures, "screen").apply(0, 277)
    assert abs(foot.x - hinge.x) < 4 * scale
    assert abs(foot.y - hinge.y) < 4 * scale


@pytest.mark.parametrize("size", EXTREMES)
def test_the_empty_chair_stands_behind_the_desk_and_beside_the_window(size: str) -> None:
    measures = measures_of(size)
    box = box_of(chair.EMPTY, at(measures, "empty_chair"))
    assert box.y < measures.wall.bottom < box.bottom
    assert box.intersection(box_of(laptop.LID, at(measures, "screen"))) is None


def test_the_comps_sizes_are_the_designers_compositions() -> None:
    assert compose(Size(1200, 630)).places == OG
    assert compose(Size(1080, 1350)).places == PORTRAIT
    assert compose(Size(2160, 2700)).places == PORTRAIT


@pytest.mark.parametrize("ratios", [(1.26, 3.2), (0.3, 1.24)])
def test_a_picture_that_is_a_little_wider_is_composed_a_little_differently(ratios: tuple[float, float]) -> None:
    steps = 200
    low, high = ratios
    frames = [compose(Size(1000 * (low + (high - low) * i / steps), 1000)) for i in range(steps + 1)]
    for one, other in pairwise(frames):
        for name in ("figure", "screen", "calendar", "note", "plant", "mug"):
            a, b = at(one, name), at(other, name)
            assert abs(a.e - b.e) < 30, name
            assert abs(a.f - b.f) < 30, name


def test_the_plant_stands_behind_the_desk_or_on_the_sill() -> None:
    for size in SIZES:
        measures = measures_of(size)
        foot = at(measures, "plant").apply(0, 0).y
        if measures.wide:
            assert foot > measures.wall.bottom
        else:
            assert foot == pytest.approx(measures.to_page.apply(0, measures.places.window.sill_y).y)
            stand = box_of(lamp.STAND, at(measures, "lamp"))
            assert box_of(plant.POT, at(measures, "plant")).intersection(stand) is not None
            beside = box_of(plant.POT, at(measures, "plant_beside_lamp"))
            assert beside.intersection(stand) is None


def test_the_fingers_hold_the_chin() -> None:
    chin = head.TURNED.apply(140, 206)
    assert box_of(hand.PALM + hand.FINGERS, Affine()).intersection(Rect.around(chin, 8)) is not None
    assert BUN.shows_ear


@pytest.mark.parametrize("size", EXTREMES)
@pytest.mark.parametrize("mood", MOODS)
def test_no_hand_touches_window_or_lid(size: str, mood: str) -> None:
    measures = measures_of(size)
    box = box_of(MOODS[mood].hand_before, at(measures, "figure"))
    others = [glass(measures)] if measures.wide else [glass(measures), box_of(laptop.LID, at(measures, "screen"))]
    assert [other for other in others if other.inset(-3 * measures.to_page.a).intersection(box)] == []


@pytest.mark.parametrize("mood", MOODS.values(), ids=list(MOODS))
def test_every_hand_comes_out_of_its_sleeve(mood: Mood) -> None:
    cuff = box_of(mood.arm[1:2], Affine())
    hand_ = box_of(mood.hand_behind + mood.hand_before, Affine())
    wrist = [point.x for mark in mood.hand_behind + mood.hand_before for point in _points_below(mark, cuff.y + 8)]
    assert cuff.y + 8 < hand_.bottom < cuff.bottom
    assert cuff.x + 2 < min(wrist) < max(wrist) < cuff.right - 2


def _points_below(mark: Mark, y: float) -> list[Point]:
    [item] = drawn((mark,), PALETTE)
    return [point for point in (Point(*each) for each in _points(item, Affine())) if point.y > y]


def test_a_tired_cheek_lies_in_the_hand_and_a_raised_fist_is_clear_of_the_chin() -> None:
    tired, glad, relieved = (MOODS[name] for name in ("tired", "glad", "relieved"))
    assert box_of(tired.hand_before, Affine()).intersection(Rect.around(tired.turned.apply(112, 160), 4)) is not None
    for mood in (glad, relieved):
        face = _box(drawn(head.FACE, PALETTE), mood.turned)
        assert face.intersection(box_of(mood.hand_before, Affine())) is None
