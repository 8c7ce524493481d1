"""Scenes by chance: any items, in any order, with numbers from nothing to far beyond the page."""

from __future__ import annotations

from hypothesis import strategies as st

from pipeline.color import Color
from pipeline.geometry import Affine, Point, Rect, Size
from pipeline.scene import (
    Box,
    Glyph,
    Group,
    Item,
    LinearGradient,
    Paint,
    Path,
    RadialGradient,
    Scene,
    Segment,
    Shadow,
    Stop,
    Stroke,
    TextRun,
)
from tests import faces

PX = st.floats(-3000, 3000) | st.sampled_from([0.0, -0.0, 0.004, 1e-9])
LENGTH = st.floats(0, 3000) | st.sampled_from([0.0, 1e-9, 0.01])
POINT = st.builds(Point, PX, PX)
COLOR = st.builds(Color, *[st.integers(0, 255)] * 3, st.floats(0, 1))
STOPS = st.lists(st.builds(Stop, st.floats(0, 1), COLOR), min_size=1, max_size=3).map(tuple)
PAINT: st.SearchStrategy[Paint] = (
    COLOR | st.builds(LinearGradient, POINT, POINT, STOPS) | st.builds(RadialGradient, POINT, LENGTH, STOPS)
)
STROKE = st.builds(
    Stroke,
    PAINT,
    LENGTH,
    st.sampled_from(["butt", "round"]),
    st.sampled_from(["miter", "round", "bevel"]),
    st.lists(LENGTH, max_size=3).map(tuple),
)
RECT = st.builds(Rect, PX, PX, LENGTH, LENGTH)
SEGMENT: st.SearchStrategy[Segment] = (
    st.tuples(st.sampled_from("ML"), PX, PX) | st.tuples(st.just("C"), *[PX] * 6) | st.just(("Z",))
)
OUTLINE = st.lists(SEGMENT, max_size=5).map(lambda rest: (("M", 0.0, 0.0), *rest))
SHADOWS = st.lists(st.builds(Shadow, PX, LENGTH, COLOR), max_size=2).map(tuple)
GLYPHS = st.lists(st.builds(Glyph, st.integers(0, 2000), PX, PX), max_size=6).map(tuple)
RUN = st.builds(
    TextRun, POINT, GLYPHS, st.just(faces.face()), LENGTH, PAINT, LENGTH, st.text(max_size=6), st.just("quote")
)
LEAF: st.SearchStrategy[Item] = (
    st.builds(Box, RECT, st.none() | PAINT, LENGTH, st.none() | STROKE, SHADOWS)
    | st.builds(Path, OUTLINE, st.none() | PAINT, st.none() | STROKE)
    | RUN
)
ITEM: st.SearchStrategy[Item] = st.recursive(
    LEAF,
    lambda inner: st.builds(
        Group,
        st.lists(inner, max_size=3).map(tuple),
        st.builds(Affine, *[st.floats(-5, 5)] * 4, PX, PX),
        st.none() | RECT | OUTLINE,
        st.floats(0, 1),
    ),
    max_leaves=6,
)
SCENE = st.lists(ITEM, max_size=4).map(lambda items: Scene(Size(300, 200), tuple(items)))
