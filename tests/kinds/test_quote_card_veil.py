"""A photograph under its veil: how that fades, and what can be read on it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from pipeline.color import Color
from pipeline.geometry import Point, Rect, Size
from pipeline.kinds.quote_card.content import Photo
from pipeline.kinds.quote_card.crop import shown
from pipeline.kinds.quote_card.veil import contrast, veil
from pipeline.scene import Shades

PAPER, INK = Color(245, 243, 236), Color(16, 38, 44)


class TestVeil:
    STOPS = ((0.0, 1.0), (0.3, 0.985), (0.5, 0.86), (0.6, 0.4), (1.0, 0.0))

    def test_it_passes_through_its_stops_and_never_rises(self) -> None:
        found = veil(PAPER, self.STOPS, Point(0, 0), Point(100, 0))
        points = [(stop.offset, stop.color.alpha) for stop in found.stops]
        for stop in self.STOPS:
            assert any(point == pytest.approx(stop) for point in points)
        assert all(one[0] < other[0] and one[1] >= other[1] - 1e-9 for one, other in pairwise(points))

    def test_its_slope_changes_gently(self) -> None:
        found = veil(PAPER, self.STOPS, Point(0, 0), Point(100, 0))
        points = [(stop.offset, stop.color.alpha) for stop in found.stops]
        slopes = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in pairwise(points)]
        straight = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in pairwise(self.STOPS)]
        assert max(abs(b - a) for a, b in pairwise(slopes)) < 0.6 * max(abs(b - a) for a, b in pairwise(straight))


class TestContrast:
    """On a photograph of 10 x 10 cells that is bright but for one cell."""

    CELLS = bytearray((230, 220, 210) * 100)

    def picture(self, dark: tuple[int, int], light: tuple[int, int, int] = (230, 220, 210), **keys: bool) -> Photo:
        darkest = bytearray(light * 100)
        start = 3 * (dark[1] * 10 + dark[0])
        darkest[start : start + 3] = bytes((0, 0, 0))
        shades = Shades(10, 10, bytes(darkest), bytes(light * 100), **keys)
        return Photo("a.jpg", "photo", Size(100, 100), shades, Point(0.5, 0.5))

    def measured(self, made: Photo, around: Rect, alpha: float, ink: Color = INK) -> float:
        box = Rect(0, 0, 1000, 1000)
        cover = veil(PAPER, ((0.0, alpha), (1.0, alpha)), Point(0, 0), Point(1000, 0))
        return contrast(ink, around, shown(made, box, box), cover, PAPER)

    def test_the_worst_cell_behind_a_box_counts(self) -> None:
        made = self.picture((4, 5))
        bright = self.measured(made, Rect(0, 0, 300, 300), 0.0)
        assert bright == pytest.approx(INK.contrast(Color(230, 220, 210)))
        assert self.measured(made, Rect(0, 0, 450, 550), 0.0) == 1.0  # the ink lies between the darkest and lightest
        assert self.measured(made, Rect(510, 510, 100, 100), 0.0) == pytest.approx(bright)

    def test_a_veil_helps_by_its_alpha(self) -> None:
        made, around = self.picture((4, 5)), Rect(400, 500, 50, 50)
        found = [self.measured(made, around, alpha) for alpha in (0.0, 0.5, 0.9, 1.0)]
        assert found == sorted(found)
        assert found[-1] == pytest.approx(INK.contrast(PAPER))
        assert found[2] == pytest.approx(INK.contrast(PAPER.with_alpha(0.9).over(Color(0, 0, 0))))

    def test_of_a_cell_under_an_uneven_veil_the_thinnest_part_counts(self) -> None:
        made = Photo("a.jpg", "photo", Size(100, 100), Shades(1, 1, bytes(3), bytes(3)), Point(0.5, 0.5))
        box = Rect(0, 0, 1000, 1000)
        for end in (Point(1000, 0), Point(0, 1000)):
            cover = veil(PAPER, ((0.0, 1.0), (1.0, 0.5)), Point(0, 0), end)
            found = contrast(INK, Rect(0, 0, 10, 10), shown(made, box, box), cover, PAPER)
            assert found == pytest.approx(INK.contrast(PAPER.with_alpha(0.5).over(Color(0, 0, 0))))

    def test_beyond_the_photograph_there_is_paper(self) -> None:
        made = self.picture((0, 0))
        assert self.measured(made, Rect(2000, 0, 100, 100), 0.0) == INK.contrast(PAPER)

    def test_what_shows_through_lets_paper_be_seen(self) -> None:
        white, near = Color(255, 255, 255), Color(120, 120, 120)
        made = self.picture((0, 0), (20, 20, 20), shows_through=True)
        assert self.measured(made, Rect(500, 500, 50, 50), 0.0, white) == pytest.approx(white.contrast(PAPER))
        assert self.measured(made, Rect(500, 500, 50, 50), 0.0, near) == 1.0

    def test_the_part_that_is_cropped_away_does_not_count(self) -> None:
        made = self.picture((0, 5))._replace(subject=Point(0.8, 0.5))
        box = Rect(0, 0, 500, 1000)  # half of the width is cut
        cover = veil(PAPER, ((0.0, 0.0), (1.0, 0.0)), Point(0, 0), Point(500, 0))
        picture = shown(made, box, box)
        assert picture.crop is not None
        assert picture.crop.x > 0.1
        assert contrast(INK, box, picture, cover, PAPER) > 4.5
