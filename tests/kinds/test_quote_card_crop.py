"""A photograph on a page: its crop and its two colours."""

from __future__ import annotations

from random import Random

import pytest

from pipeline import theme
from pipeline.color import Color
from pipeline.geometry import Point, Rect, Size
from pipeline.kinds.quote_card.content import Photo
from pipeline.kinds.quote_card.crop import FROM_CUT, MOST_ZOOM, cropped, duotone, enlarged, is_seen, shown
from pipeline.scene import Shades

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


class TestTones:
    @pytest.mark.parametrize("name", theme.names())
    def test_every_theme_has_a_dark_and_a_light_one(self, name: str) -> None:
        dark, light = duotone(theme.load(name))
        assert dark.contrast(light) > 7

    def test_paper_and_ink_have_the_designers(self) -> None:
        for name, wanted in (("paper", ("#0A3A42", "#F4ECDD")), ("ink", ("#0A171B", "#8FD0D2"))):
            for tone, other in zip(duotone(theme.load(name)), map(Color.parse, wanted), strict=True):
                assert max(abs(one - two) for one, two in zip(tone[:3], other[:3], strict=True)) <= 20
