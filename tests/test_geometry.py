"""Tests of pipeline.geometry."""

from __future__ import annotations

from math import pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.geometry import IDENTITY, Affine, Point, Rect, Size

NUMBERS = st.floats(-1e3, 1e3)
RECTS = st.builds(Rect, NUMBERS, NUMBERS, st.floats(0.1, 1e3), st.floats(0.1, 1e3))
TRANSFORMS = st.builds(Affine, *[NUMBERS] * 6)
BOX = Rect(10, 20, 30, 40)


class TestRect:
    def test_its_edges_and_centre(self) -> None:
        assert (BOX.right, BOX.bottom, BOX.center) == (40, 60, Point(25, 40))

    def test_a_page_begins_at_the_origin(self) -> None:
        assert Rect.of(Size(1200, 630)) == Rect(0, 0, 1200, 630)

    def test_a_circle_touches_its_square(self) -> None:
        assert Rect.around(Point(5, 5), 2) == Rect(3, 3, 4, 4)

    def test_an_inset_moves_every_edge(self) -> None:
        assert BOX.inset(5) == Rect(15, 25, 20, 30)
        assert BOX.inset(5).inset(-5) == BOX

    @given(RECTS, RECTS)
    def test_a_union_holds_both(self, one: Rect, other: Rect) -> None:
        both = one.union(other)
        assert both == other.union(one)
        for rect in (one, other):
            assert both.x <= rect.x
            assert both.y <= rect.y
            assert both.right >= rect.right - 1e-6
            assert both.bottom >= rect.bottom - 1e-6

    def test_an_intersection_is_what_both_cover(self) -> None:
        assert BOX.intersection(Rect(0, 0, 20, 30)) == Rect(10, 20, 10, 10)

    @pytest.mark.parametrize("other", [Rect(40, 20, 5, 5), Rect(0, 0, 10, 20), Rect(100, 100, 1, 1)])
    def test_boxes_that_only_touch_do_not_overlap(self, other: Rect) -> None:
        assert BOX.intersection(other) is None

    def test_a_mirrored_box_is_as_far_from_the_other_edge(self) -> None:
        assert BOX.mirrored(100) == Rect(60, 20, 30, 40)
        assert BOX.mirrored(100).mirrored(100) == BOX


class TestAffine:
    def test_a_translation_moves(self) -> None:
        assert Affine.translate(3, 4).apply(1, 1) == Point(4, 5)

    def test_a_scale_grows_alike_or_each_way_by_its_own(self) -> None:
        assert Affine.scale(2).apply(3, 4) == Point(6, 8)
        assert Affine.scale(2, 3).apply(3, 4) == Point(6, 12)

    def test_a_rotation_goes_clockwise_on_the_page(self) -> None:
        x, y = Affine.rotate(pi / 2).apply(1, 0)
        assert (x, y) == pytest.approx((0, 1))

    def test_a_rotation_leaves_its_centre(self) -> None:
        assert Affine.rotate(1, Point(7, 9)).apply(7, 9) == pytest.approx((7, 9))

    def test_a_product_applies_the_right_one_first(self) -> None:
        assert (Affine.translate(10, 0) @ Affine.scale(2)).apply(1, 1) == Point(12, 2)
        assert (Affine.scale(2) @ Affine.translate(10, 0)).apply(1, 1) == Point(22, 2)

    @given(TRANSFORMS, TRANSFORMS, NUMBERS, NUMBERS)
    def test_a_product_is_one_after_the_other(self, outer: Affine, inner: Affine, x: float, y: float) -> None:
        assert (outer @ inner).apply(x, y) == pytest.approx(outer.apply(*inner.apply(x, y)), rel=1e-6, abs=1e-2)

    @given(TRANSFORMS)
    def test_the_identity_changes_nothing(self, transform: Affine) -> None:
        assert IDENTITY @ transform == transform @ IDENTITY == transform

    def test_the_determinant_is_how_areas_grow(self) -> None:
        assert Affine.scale(2, 3).determinant == 6
        assert Affine.scale(-1, 1).determinant == -1

    def test_bounds_are_the_upright_box_around_the_corners(self) -> None:
        assert Affine.scale(-2, 1).bounds(BOX) == Rect(-80, 20, 60, 40)
        assert tuple(Affine.rotate(pi / 2).bounds(BOX)) == pytest.approx((-60, 10, 40, 30))
