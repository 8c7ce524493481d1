"""What only the eye can judge, kept as pictures: strokes, gradients, shadows, clips."""

from __future__ import annotations

from math import pi

import pytest

from pipeline import curves
from pipeline.color import Color
from pipeline.geometry import Affine, Point, Rect
from pipeline.scene import Box, Group, Item, LinearGradient, Path, RadialGradient, Shadow, Stop, Stroke
from tests import golden
from tests.paint.conftest import painted, scene

INK, PAPER, PETROL, PERSIMMON = (Color.parse(text) for text in ("#10262C", "#F5F3EC", "#0D5A66", "#DC692E"))
NIGHT = Color.parse("#0D1B20")

ZIGZAG = (("M", 20, 80), ("L", 60, 20), ("L", 100, 80), ("L", 112, 20), ("L", 124, 80))
WAVE = (("M", 150, 50), ("C", 180, -30, 200, 130, 230, 50), ("C", 240, 20, 250, 20, 260, 50))
TURN = (("M", 20, 100), *curves.arc(Point(20, 60), 40, pi / 2, -pi / 2), *curves.arc(Point(110, 60), 50, pi, pi))
FADE = (Stop(0, PERSIMMON), Stop(0.5, PERSIMMON.with_alpha(0.6)), Stop(1, PERSIMMON.with_alpha(0)))
GLOW = (Stop(0, Color(176, 88, 122, 0.4)), Stop(0.5, Color(176, 88, 122, 0.15)), Stop(1, Color(176, 88, 122, 0)))

CASES: dict[str, tuple[Color, tuple[Item, ...]]] = {
    "strokes": (
        PAPER,
        (
            Path(ZIGZAG, stroke=Stroke(INK, 9)),
            Path(WAVE, stroke=Stroke(PETROL, 9, "round", "round")),
            Path(WAVE, stroke=Stroke(PAPER, 1.5, dash=(6, 4))),
            Path((("M", 20, 105), ("L", 260, 105)), stroke=Stroke(INK, 2.8, "round", dash=(0, 10))),
        ),
    ),
    "turn_and_sun": (
        PAPER,
        (
            Box(Rect(60, 10, 100, 100), LinearGradient(Point(0, 10), Point(0, 110), FADE), radius=50),
            Path(TURN, stroke=Stroke(PERSIMMON, 5)),
            Path(curves.circle(Point(20, 100), 9), PAPER, Stroke(INK, 4)),
        ),
    ),
    "glow": (
        NIGHT,
        (
            Box(Rect(0, 0, 280, 120), RadialGradient(Point(200, 30), 150, GLOW)),
            Path((("M", 40, 104.5), ("L", 240, 64.5)), stroke=Stroke(PAPER, 1)),
        ),
    ),
    "sheets": (
        PAPER,
        (
            Box(Rect(20, 16, 110, 80), Color(255, 254, 250), 14, shadows=(Shadow(6, 9, INK.with_alpha(0.3)),)),
            Group(
                (
                    Box(Rect(0, 0, 70, 50), PETROL, 8, shadows=(Shadow(4, 5, INK.with_alpha(0.4)),)),
                    Group((Box(Rect(10, 10, 80, 80), PERSIMMON),), clip=curves.circle(Point(35, 25), 18), opacity=0.8),
                ),
                Affine.translate(170, 30) @ Affine.rotate(0.2),
            ),
        ),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_painted_looks_as_it_did(name: str, request: pytest.FixtureRequest) -> None:
    page, items = CASES[name]
    golden.check(painted(scene(280, 120, *items, page=page)), f"paint/{name}", request)
