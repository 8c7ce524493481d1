"""A photograph on a page: its crop, its veil, its two colours, and what can be read on it."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest

from pipeline import theme
from pipeline.color import Color
from pipeline.geometry import Point, Rect, Size
from pipeline.layout.photo import FROM_CUT, MOST_ZOOM, Photo, contrast, cropped, duotone, enlarged, is_seen, shown, veil
from pipeline.scene import Shades

PAPER, INK = Color(245, 243, 236), Color(16, 38, 44)
PAGE = Rect(0, 0, 1200, 630)


def photo(width: float = 1500, height: float = 1000, subject: tuple[float, float] = (0.5, 0.25)) -> Photo:
    return Photo("a.jpg", "photo", Size(width, height), Shades(1, 1, bytes(3), bytes(3)), Point(*subject))


def place(made: Photo, box: Rect, crop: Rect) -> Point:
    """Where on the page the subject stands."""
    x = box.x + (made.subject.x - crop.x) / crop.width * box.width
    return Point(x, box.y + (made.subject.y - crop.y) / crop.height * box.height)


class TestCrop:
    @pytest.mark.parametrize("size", [(1500, 1000), (1000, 1500), (4000, 300), (10, 10)])
    @pytest.mark.parametrize("box", [PAGE, Rect(712, 0, 488, 630), Rect(0, 0, 1080, 660)])
    def test_it_is_within_the_photograph_and_as_wide_to_high_as_the_box(self, size: tuple[int, int], box: Rect) -> None:
        chance = Random(5)
        for _ in range(50):
            made = photo(*size, (chance.random(), chance.random()))
            region = Rect(box.x + chance.random() * box.width / 2, box.y, box.width / 2, box.height)
            crop = cropped(made, box, region, box)
            assert Rect(0, 0, 1, 1).inset(-1e-9).contains(crop)
            ratio = crop.width * made.size.width / (crop.height * made.size.height)
            assert ratio == pytest.approx(box.width / box.height)

    def test_where_the_subject_may_stand_anywhere_as_much_is_shown_as_covers_the_box(self) -> None:
        crop = cropped(photo(), PAGE, PAGE, PAGE)
        assert crop.width == 1
        assert crop.height == pytest.approx(1.5 / (1200 / 630))

    @pytest.mark.parametrize(
        "subject", [(0.0, 0.0), (1.0, 1.0), (0.04, 0.5), (0.5, 0.05), (0.5, 0.25), (0.97, 0.5), (0.2, 0.95)]
    )
    def test_a_subject_is_never_nearer_to_a_cut_than_8_percent(self, subject: tuple[float, float]) -> None:
        for box in (PAGE, Rect(0, 0, 488, 630), Rect(0, 0, 300, 900)):
            made = photo(subject=subject)
            crop = cropped(made, box, box, box)
            at = place(made, box, crop)
            shares = at.x / box.width, at.y / box.height
            cuts = (crop.x, crop.y), (1 - crop.right, 1 - crop.bottom)
            for share, before, after in zip(shares, *cuts, strict=True):
                assert before < 1e-9 or share > FROM_CUT - 1e-9
                assert after < 1e-9 or share < 1 - FROM_CUT + 1e-9

    def test_a_photograph_is_enlarged_until_its_subject_stands_in_its_region(self) -> None:
        region = Rect(930, 0, 270, 630)
        made = photo(subject=(0.6, 0.5))
        picture = shown(made, PAGE, region)
        assert picture.crop is not None
        assert place(made, PAGE, picture.crop).x == pytest.approx(930)
        assert is_seen(made, picture, region)
        assert enlarged(made, picture) > enlarged(made, shown(made, PAGE, PAGE))

    def test_a_narrower_box_shows_a_photograph_where_the_whole_would(self) -> None:
        made, whole = photo(1200, 630, (0.8, 0.7)), PAGE
        picture = shown(made, Rect(360, 0, 840, 630), PAGE, whole=whole)
        assert picture.crop == pytest.approx((0.3, 0, 0.7, 1))
        lower = shown(photo(1080, 1350, (0.5, 0.3)), Rect(0, 0, 1080, 945), PAGE, whole=Rect(0, 0, 1080, 1350))
        assert lower.crop == pytest.approx((0, 0, 1, 0.7))

    def test_it_is_enlarged_twofold_at_most(self) -> None:
        region = Rect(930, 0, 270, 630)
        made = photo(subject=(0.1, 0.5))
        picture = shown(made, PAGE, region)
        assert enlarged(made, picture) == pytest.approx(MOST_ZOOM * enlarged(made, shown(made, PAGE, PAGE)))
        assert not is_seen(made, picture, region)


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


class TestTones:
    @pytest.mark.parametrize("name", theme.names())
    def test_every_theme_has_a_dark_and_a_light_one(self, name: str) -> None:
        dark, light = duotone(theme.load(name))
        assert dark.contrast(light) > 7

    def test_paper_and_ink_have_the_designers(self) -> None:
        for name, wanted in (("paper", ("#0A3A42", "#F4ECDD")), ("ink", ("#0A171B", "#8FD0D2"))):
            for tone, other in zip(duotone(theme.load(name)), map(Color.parse, wanted), strict=True):
                assert max(abs(one - two) for one, two in zip(tone[:3], other[:3], strict=True)) <= 20


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
