"""Tests of pipeline.sizes."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline import sizes, source
from pipeline.errors import SpecError
from pipeline.geometry import Rect, Size


@pytest.mark.parametrize(
    ("name", "width", "height", "budget"),
    [
        ("og", 1200, 630, 300_000),
        ("portrait", 1080, 1350, 600_000),
        ("square", 1080, 1080, 600_000),
        ("wide", 1600, 900, 600_000),
        ("story", 1080, 1920, 600_000),
        ("pin", 1000, 1500, 600_000),
        ("x", 1200, 675, 300_000),
        ("linkedin", 1200, 627, 300_000),
    ],
)
def test_a_preset_has_its_platforms_pixels_and_bytes(name: str, width: int, height: int, budget: int) -> None:
    size = sizes.parse(name)
    assert (size.name, size.width, size.height, size.budget_bytes) == (name, width, height, budget)
    assert size.size == Size(width, height)
    assert size.serves


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("og", Rect(0, 15, 1200, 600)),
        ("portrait", Rect(34, 0, 1012, 1350)),
        ("story", Rect(0, 250, 1080, 1330)),
        ("square", Rect(0, 0, 1080, 1080)),
        ("1500x500", Rect(0, 0, 1500, 500)),
    ],
)
def test_what_platforms_show_of_a_size_is_known(name: str, safe: Rect) -> None:
    assert sizes.parse(name).safe == safe


def test_the_presets_stand_in_the_order_of_their_file() -> None:
    assert sizes.names() == ("og", "portrait", "square", "wide", "story", "pin", "x", "linkedin")


def test_the_file_says_when_it_was_last_true() -> None:
    root = source.read(sizes._FILE)
    written = root.child("as_of")
    assert written is not None
    assert date.fromisoformat(written.text).year >= 2026


@pytest.mark.parametrize(
    ("name", "budget"), [("320x320", 600_000), ("1500x500", 600_000), ("2000x1000", 800_000), ("8192x8192", 26_843_546)]
)
def test_a_size_may_be_written_in_px(name: str, budget: int) -> None:
    assert str(sizes.parse(name).name) == name
    assert sizes.parse(name).budget_bytes == budget


@pytest.mark.parametrize(
    ("written", "size_bytes"), [("300 KB", 300_000), ("300KB", 300_000), ("1.5 MB", 1_500_000), ("0.25 KB", 250)]
)
def test_a_budget_is_written_as_a_weight(written: str, size_bytes: int) -> None:
    assert sizes.budget(written) == size_bytes


def test_leading_zeros_do_not_make_another_size() -> None:
    assert sizes.parse("0500x0500") == sizes.parse("500x500")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("319x630", "size 319x630: expected a width of 320 to 8192 px, found 319"),
        ("1200x8193", "size 1200x8193: expected a height of 320 to 8192 px, found 8193"),
        ("portrat", "unknown size `portrat`"),
        ("OG", "unknown size `OG`"),
        ("1200 x 630", "unknown size `1200 x 630`"),
        ("1200X630", "unknown size `1200X630`"),
        ("-400x400", "unknown size `-400x400`"),
        ("٤٠٠x٤٠٠", "unknown size `٤٠٠x٤٠٠`"),
        ("", "unknown size ``"),
    ],
)
def test_anything_else_is_refused(name: str, message: str) -> None:
    with pytest.raises(SpecError) as caught:
        sizes.parse(name)
    assert str(caught.value).splitlines()[0] == message


def test_the_nearest_size_is_named() -> None:
    with pytest.raises(SpecError, match="hint: the nearest is `portrait`; sizes are og, portrait, "):
        sizes.parse("portrat")
