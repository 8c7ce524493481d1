"""Tests of the drawn parts: their path data can be read, their colours exist, and none of them is left out."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from pipeline import sizes
from pipeline.errors import SpecError
from pipeline.kinds.application_email import parts
from pipeline.kinds.application_email.compositions import compose
from pipeline.kinds.application_email.drawing import Area, Block, Drawing, Line, Mark, Oval, drawn
from pipeline.kinds.application_email.month import named
from pipeline.kinds.application_email.parts import calendar, window
from pipeline.kinds.application_email.parts.hair import HAIR_STYLES, HairStyle
from pipeline.kinds.application_email.people import person_colors
from pipeline.kinds.application_email.spec import Person
from pipeline.scene import Box, Group, Item, Stroke
from pipeline.scene import Path as Drawn
from tests.kinds.application_email.scenes import on_stage, shown

PALETTE = on_stage().palette
FOLDER = Path(str(parts.__file__)).parent
MODULES = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__")
MARKS = (Area, Line, Oval, Block)


def _is_drawing(value: object) -> bool:
    return isinstance(value, tuple) and bool(value) and all(isinstance(mark, MARKS) for mark in value)


def drawings(module: str) -> dict[str, Drawing]:
    """The drawings of a part by name."""
    found = vars(import_module(f"{parts.__name__}.{module}"))
    styles = {
        f"{name}.{field}": getattr(style, field)
        for name, style in found.items()
        if isinstance(style, HairStyle)
        for field in HairStyle._fields[1:]
        if getattr(style, field)
    }
    return {**{name: value for name, value in found.items() if _is_drawing(value)}, **styles}


@pytest.mark.parametrize("module", MODULES)
def test_each_part_can_be_drawn_in_the_colours_of_the_scene(module: str) -> None:
    found = drawings(module)
    assert found or module == "window"
    for name, drawing in found.items():
        assert len(drawn(drawing, PALETTE)) == len(drawing), name


def test_a_mark_becomes_the_item_it_describes() -> None:
    marks: tuple[Mark, ...] = (
        Area("M0 0 H4 V4 Z", "skin", 0.5),
        Line("M0 0 L9 9", "hair", 3),
        Line("M0 0 L9 9", "hair", 3, flat=True),
        Block(1, 2, 3, 4, "desk", 1),
    )
    area, round_line, flat_line, block = drawn(marks, PALETTE)
    assert isinstance(area, Drawn)
    assert area.fill == PALETTE["skin"].with_alpha(0.5)
    assert isinstance(round_line, Drawn)
    assert isinstance(flat_line, Drawn)
    assert round_line.stroke == Stroke(PALETTE["hair"], 3, "round", "round")
    assert flat_line.stroke == Stroke(PALETTE["hair"], 3)
    assert isinstance(block, Box)
    assert block.radius == 1


def test_an_author_can_choose_every_person_that_is_drawn() -> None:
    choices = {field: _choices(Person, field) for field in ("skin", "hair", "hair_style")}
    assert choices["hair_style"] == set(HAIR_STYLES)
    for skin in choices["skin"]:
        for hair in choices["hair"]:
            assert person_colors(skin, hair, None, None, False, (PALETTE["wall_1"],))["skin"]


@pytest.mark.parametrize("time", ["morning", "day", "evening", "night"])
@pytest.mark.parametrize("size", ["og", "portrait", "square", "wide", "story", "1000x790", "320x320"])
def test_sun_moon_and_stars_stand_within_the_glass(size: str, time: str) -> None:
    place = compose(sizes.parse(size).size).places.window
    sky = next(item for item in window.draw(place, time, PALETTE) if isinstance(item, Group))
    tops = [_top(item) for item in sky.items]
    assert min(sky.transform.apply(0, top).y for top in tops) >= place.y


def _top(item: Item) -> float:
    """The highest point of a shape, or of the handles of its curves."""
    assert isinstance(item, Box | Drawn)
    if isinstance(item, Box):
        return item.rect.y
    numbers = [[number for number in step if not isinstance(number, str)] for step in item.outline]
    return min(y for step in numbers for y in step[1::2])


class TestCalendar:
    def test_each_day_has_a_dot_and_one_has_a_ring(self) -> None:
        *dots, ring = calendar.days(6, 31, 19, rtl=False)
        assert len(dots) == 31
        assert [dot.color for dot in dots].count("sheet_ink") == 1
        assert isinstance(ring, Line)

    def test_the_first_stands_under_its_weekday(self) -> None:
        monday, sunday = (calendar.days(first, 30, 1, rtl=False)[0] for first in (0, 6))
        assert isinstance(monday, Block)
        assert isinstance(sunday, Block)
        assert (monday.x, sunday.x, monday.y) == (16.5, 112.5, 52.5)
        [mirrored] = calendar.days(0, 30, 1, rtl=True)[:1]
        assert isinstance(mirrored, Block)
        assert mirrored.x == sunday.x

    @pytest.mark.parametrize(("first", "count"), [(0, 28), (6, 31), (3, 30)])
    def test_all_days_lie_on_the_sheet(self, first: int, count: int) -> None:
        for dot in calendar.days(first, count, 1, rtl=False)[:-1]:
            assert isinstance(dot, Block)
            assert 10 <= dot.x <= 120
            assert 45 <= dot.y <= 146


class TestMonth:
    def test_months_begin_where_the_gregorian_calendar_has_it(self) -> None:
        for year in (1900, 1999, 2000, 2024, 2026, 2100):
            for number, name in ((1, "January"), (2, "february"), (3, "MARCH"), (12, "Dec"), (9, "Sep.")):
                assert named(name, year).first_weekday == date(year, number, 1).weekday()

    @pytest.mark.parametrize(
        ("name", "year", "month"),
        [
            ("February", 2026, (6, 28, True)),
            ("Februar", 2028, (1, 29, True)),
            ("février", 2028, (1, 29, True)),
            ("FEBRERO", 2028, (1, 29, True)),
            ("Лютий", 2028, (1, 29, True)),
            ("März", 2026, (6, 31, True)),
            ("April 2027", 2026, (3, 30, True)),
            ("4月", 2026, (2, 30, True)),
            ("Frimaire", 2026, (0, 31, False)),
            ("Septiembre 26", 2026, (0, 31, False)),
        ],
    )
    def test_a_name_in_any_language_is_known(self, name: str, year: int, month: tuple[int, int, bool]) -> None:
        assert named(name, year) == month

    def test_the_spec_may_say_so_itself(self) -> None:
        found = shown("calendar.month=Frimaire", "calendar.first=sunday", "calendar.days=30")
        assert found.calendar is not None
        assert (found.calendar.first_weekday, found.calendar.days, found.notes) == (6, 30, ())

    def test_one_that_is_not_known_is_told(self) -> None:
        [note] = shown("calendar.month=Frimaire").notes
        assert (note.about, note.field) == ("values", "calendar.month")
        assert note.message == (
            "the month `Frimaire` is not known: 31 days are drawn, the first on a Monday; write `first` and `days`"
        )

    def test_a_day_that_there_is_none_of_is_refused(self) -> None:
        with pytest.raises(SpecError, match=r"calendar\.day: Februar 2027 has 28 days, found 29"):
            shown("calendar.month=Februar", "calendar.year=2027", "calendar.day=29")

    def test_the_sample_is_right(self) -> None:
        sample = shown().calendar
        assert sample is not None
        assert (sample.first_weekday + sample.day - 1) % 7 == 3  # the note says Thursday


def _choices(model: type, field: str) -> set[str]:
    return set(get_args(get_type_hints(model)[field]))
