"""Pictures: upright, cropped about the middle, resampled, and refused with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from pipeline.color import Color, duotone
from pipeline.errors import AssetError
from pipeline.geometry import Affine, Rect
from pipeline.paint.opening import opened
from pipeline.scene import Box, Group, Picture
from tests.paint.conftest import GREEN, RED, letters, painted, rgb, scene

_PURE = ((255, 0, 0), (0, 255, 0), (0, 0, 255))
TALL = ((255, 0, 0), (0, 128, 0), (0, 0, 255))


def save(path: Path, size: tuple[int, int], *bands: tuple[int, int, int], **options: object) -> str:
    """A picture of horizontal bands."""
    image = Image.new("RGB", size)
    height = size[1] // len(bands)
    for i, band in enumerate(bands):
        image.paste(band, (0, i * height, size[0], (i + 1) * height))
    image.save(path, **options)  # type: ignore[arg-type]
    return str(path)


def test_a_picture_covers_its_box_and_is_cropped_about_its_middle(tmp_path: Path) -> None:
    path = save(tmp_path / "a.png", (3, 9), *TALL)
    assert letters(painted(scene(4, 4, Picture(Rect(1, 1, 3, 3), path)))) == ["____", "_GGG", "_GGG", "_GGG"]


def test_a_picture_is_turned_as_its_camera_says(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera's top is at the right
    path = save(tmp_path / "a.jpg", (30, 60), (255, 0, 0), (0, 0, 255), exif=exif, quality=100)
    picture = painted(scene(60, 30, Picture(Rect(0, 0, 60, 30), path)))
    assert rgb(picture, 55, 15) == pytest.approx((255, 0, 0), abs=6)
    assert rgb(picture, 5, 15) == pytest.approx((0, 0, 255), abs=6)


def test_a_picture_can_be_a_circle(tmp_path: Path) -> None:
    path = save(tmp_path / "a.png", (20, 20), (255, 0, 0))
    picture = painted(scene(20, 20, Picture(Rect(0, 0, 20, 20), path, radius=10)))
    assert (rgb(picture, 10, 10), rgb(picture, 0, 0), rgb(picture, 0, 10)[0]) == ((255, 0, 0), (255, 255, 255), 255)


def test_a_picture_between_pixels_has_edges_of_its_own_colour(tmp_path: Path) -> None:
    path = save(tmp_path / "a.png", (20, 20), (255, 0, 0))
    picture = painted(scene(12, 12, Picture(Rect(1.5, 1.5, 8, 8), path)))
    assert rgb(picture, 1, 5) == pytest.approx((255, 128, 128), abs=3)
    assert rgb(picture, 9, 5) == pytest.approx((255, 128, 128), abs=3)
    assert rgb(picture, 5, 5) == (255, 0, 0)


def test_a_picture_turns_with_its_group(tmp_path: Path) -> None:
    path = save(tmp_path / "a.png", (30, 30), *TALL)
    quarter = Affine.translate(30, 0) @ Affine.rotate(3.14159265 / 2)
    picture = painted(scene(30, 30, Group((Picture(Rect(0, 0, 30, 30), path),), quarter)))
    assert [rgb(picture, x, 15) for x in (25, 15, 5)] == list(TALL)


def test_what_is_clear_in_a_picture_shows_what_lies_below(tmp_path: Path) -> None:
    image = Image.new("RGBA", (4, 4), (0, 0, 0, 0))
    image.paste((0, 128, 0, 255), (0, 0, 2, 4))
    image.save(tmp_path / "a.png")
    items = (Box(Rect(0, 0, 4, 2), fill=RED), Picture(Rect(0, 0, 4, 4), str(tmp_path / "a.png")))
    assert letters(painted(scene(4, 4, *items))) == ["GGRR", "GGRR", "GG__", "GG__"]
    assert GREEN[:3] == (0, 128, 0)


@pytest.mark.parametrize("mode", ["L", "LA", "P", "1", "I;16", "CMYK"])
def test_every_sort_of_pixel_is_understood(tmp_path: Path, mode: str) -> None:
    path = tmp_path / ("a.jpg" if mode == "CMYK" else "a.png")
    if mode == "I;16":
        Image.new("I;16", (8, 8), 65535).save(path)
    else:
        Image.new("RGB", (8, 8), (255, 255, 255)).convert(mode).save(path)
    picture = painted(scene(8, 8, Picture(Rect(0, 0, 8, 8), str(path)), page=RED))
    assert rgb(picture, 4, 4) == pytest.approx((255, 255, 255), abs=2)


def test_a_missing_picture_is_named() -> None:
    with pytest.raises(AssetError, match=r"there is no picture photos/none\.png"):
        painted(scene(8, 8, Picture(Rect(0, 0, 8, 8), "photos/none.png")))


@pytest.mark.parametrize("keep", [0, 20, 300])
def test_a_broken_picture_is_named(tmp_path: Path, keep: int) -> None:
    path = tmp_path / "broken.png"
    Image.effect_noise((64, 64), 80).save(path)
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(AssetError, match=r"cannot read the picture .*broken\.png"):
        painted(scene(8, 8, Picture(Rect(0, 0, 8, 8), str(path))))


def test_a_text_named_like_a_picture_and_a_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "text.png").write_text("not a picture", encoding="utf-8")
    for path in (tmp_path / "text.png", tmp_path):
        with pytest.raises(AssetError, match=r"cannot read the picture|is a folder"):
            painted(scene(8, 8, Picture(Rect(0, 0, 8, 8), str(path))))


def test_a_crop_is_the_part_that_is_shown(tmp_path: Path) -> None:
    path = save(tmp_path / "a.png", (30, 90), *TALL)
    for third, color in enumerate(TALL):
        crop = Rect(0, third / 3, 1, 1 / 3)
        picture = painted(scene(30, 30, Picture(Rect(0, 0, 30, 30), path, crop=crop)))
        assert {rgb(picture, x, y) for x in (1, 15, 28) for y in (1, 15, 28)} == {color}


def test_two_tones_take_the_place_of_all_colours(tmp_path: Path) -> None:
    dark, light = Color(10, 58, 66), Color(244, 236, 221)
    path = save(tmp_path / "a.png", (10, 50), (0, 0, 0), (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255))
    picture = painted(scene(10, 50, Picture(Rect(0, 0, 10, 50), path, tones=(dark, light))))
    found = [rgb(picture, 5, y) for y in (5, 15, 25, 35, 45)]
    assert found[0] == dark[:3]
    assert found[-1] == light[:3]
    assert found == [duotone(Color(*color), dark, light)[:3] for color in ((0, 0, 0), *_PURE, (255, 255, 255))]
    for share, color in zip((0.32, 0.55, 0.13), found[1:4], strict=True):
        expected = [low + share * (high - low) for low, high in zip(dark[:3], light[:3], strict=True)]
        assert color == pytest.approx(expected, abs=1.5)


def test_what_is_clear_stays_clear_in_two_tones(tmp_path: Path) -> None:
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(tmp_path / "a.png")
    tones = Color(0, 0, 0), Color(255, 255, 255)
    picture = painted(scene(8, 8, Picture(Rect(0, 0, 8, 8), str(tmp_path / "a.png"), tones=tones), page=RED))
    assert rgb(picture, 4, 4) == (255, 0, 0)


@pytest.mark.parametrize("orientation", [1, 6])
def test_a_large_photo_that_is_read_reduced_shows_the_same(tmp_path: Path, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    image = Image.effect_noise((75, 50), 80).resize((3000, 2000)).convert("RGB")
    image.save(tmp_path / "a.jpg", quality=95, exif=exif)
    upright = image if orientation == 1 else image.transpose(Image.Transpose.ROTATE_270)
    upright.save(tmp_path / "a.png")
    crop = Rect(0.25, 0.25, 0.5, 0.5)
    size = (60, 40) if orientation == 1 else (40, 60)
    large, whole = (
        painted(scene(*size, Picture(Rect(0, 0, *size), str(tmp_path / name), crop=crop)))
        for name in ("a.jpg", "a.png")
    )
    for x in range(2, size[0], 7):
        for y in range(2, size[1], 7):
            assert rgb(large, x, y) == pytest.approx(rgb(whole, x, y), abs=12)


@pytest.mark.parametrize("length", [8, 11, 33, 36])
def test_a_picture_that_ends_early_is_told_in_words(tmp_path: Path, length: int) -> None:
    Image.new("RGB", (8, 8), (255, 0, 0)).save(tmp_path / "whole.png")
    with pytest.raises(ValueError, match=r"^damaged: it ends too early$"):
        opened((tmp_path / "whole.png").read_bytes()[:length], ("PNG",))
