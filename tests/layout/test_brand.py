"""Tests of the sign: a logo and a handle that lie on nothing, whatever the kind, the size and the corner."""

from __future__ import annotations

import os
import shutil
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from pipeline import legibility, sizes, theme
from pipeline.build.planning import specs_in
from pipeline.color import Color, apart
from pipeline.errors import FitError
from pipeline.geometry import IDENTITY, Affine, Rect
from pipeline.layout import brand
from pipeline.paint import paint
from pipeline.rendering import load, render, render_pages
from pipeline.scene import Box, Picture, RadialGradient, Scene, TextRun, walk
from pipeline.scene import Path as Drawn
from tests.conftest import QUOTE, REPOSITORY, write_spec

KINDS = [os.path.basename(path).removesuffix(".yaml") for path in specs_in(str(REPOSITORY / "specs"))]
FAINT = 16  # CIELAB: a line of squared paper in the light of a sun
SIZES = ["og", "portrait", "900x500"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the specs of our own and a theme that signs them."""
    found = tmp_path_factory.mktemp("brand")
    (found / "pyproject.toml").touch()
    shutil.copytree(REPOSITORY / "specs", found / "specs")
    (found / "specs" / "themes").mkdir()
    Image.new("RGBA", (160, 40), "#0D5A66").save(found / "specs" / "themes" / "logo.png")
    for corner in brand.CORNERS:
        text = f'extends: grid\nhandle: "@ada"\nlogo: {{file: logo.png, corner: {corner}}}\n'
        (found / "specs" / "themes" / f"{corner}.yaml").write_text(text, encoding="utf-8")
    return found


loaded = cache(load)


def signed(folder: Path, kind: str, size: str, corner: str) -> tuple[Scene, Rect]:
    """The scene and where its sign is."""
    scene = render(loaded(folder / "specs" / f"{kind}.yaml"), size, corner).scene
    return scene, sign(scene)


def sign(scene: Scene) -> Rect:
    parts = [_box(item, transform) for item, transform in walk(scene.items) if _is_sign(item)]
    assert len(parts) == 2, "a logo and a handle"
    return parts[0].union(parts[1])


def _is_sign(item: object) -> bool:
    return isinstance(item, (Picture, TextRun)) and item.role in ("theme.logo.file", "theme.handle")


def _box(item: object, transform: Affine = IDENTITY) -> Rect:
    if isinstance(item, TextRun):
        return transform.bounds(Rect(item.origin.x, item.origin.y - 0.75 * item.size, item.advance, item.size))
    assert isinstance(item, (Box, Picture))
    return transform.bounds(item.rect)


@pytest.mark.parametrize("corner", brand.CORNERS)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", KINDS)
def test_it_stands_in_its_corner_on_nothing_but_paper(folder: Path, kind: str, size: str, corner: str) -> None:
    scene, where = signed(folder, kind, size, corner)
    page = Rect.of(scene.size)
    assert page.intersection(where) == where, "it is on the page"
    is_left, is_above = where.center.x < page.center.x, where.center.y < page.center.y
    assert (is_left, is_above) == (corner.endswith("left"), corner.startswith("top"))
    kept = scene._replace(items=tuple(item for item in scene.items if not _is_sign(item)))
    left, top, right, bottom = (round(edge) for edge in (where.x, where.y, where.right, where.bottom))
    behind = paint(kept).image().crop((left, top, right, bottom))
    paper = theme.load("grid").colors.paper  # which the signed themes extend
    seen = behind.getcolors(behind.width * behind.height) or ()
    assert max(apart(Color(*color), paper) for _, color in seen) < FAINT  # type: ignore[misc]


def test_a_free_corner_costs_the_kind_no_room(folder: Path) -> None:
    scene, _ = signed(folder, "quote_card", "og", "bottom_right")
    plain = render(load(folder / "specs" / "quote_card.yaml"), "og", "grid").scene
    assert scene.items[: len(plain.items)] == plain.items


def test_without_a_corner_the_first_free_one_is_taken(project: Path) -> None:
    found = load(write_spec(project, "word", QUOTE + 'theme: {handle: "@ada"}\n'))
    (run,) = [each for each in render(found).scene.items if isinstance(each, TextRun) and each.role == "theme.handle"]
    assert run.origin.x + run.advance == pytest.approx(1200 - brand.MARGIN)


def test_from_right_to_left_the_corners_are_mirrored(project: Path) -> None:
    found = load(write_spec(project, "word", QUOTE + 'direction: rtl\ntheme: {handle: "@ada"}\n'))
    (run,) = [each for each in render(found).scene.items if isinstance(each, TextRun) and each.role == "theme.handle"]
    assert run.origin.x == pytest.approx(brand.MARGIN)


def test_each_page_is_signed(folder: Path) -> None:
    path = folder / "specs" / "long.yaml"
    items = "".join(f"  - Thing number {number} to do\n" for number in range(150))
    text = f"kind: feedback_checklist\ntitle: Much\noverflow: paginate\nthemes: [bottom_right]\nitems:\n{items}"
    path.write_text(text, encoding="utf-8")
    pages = list(render_pages(load(path), "og"))
    assert len(pages) > 1
    assert all(sign(page.scene) for page in pages)


def test_a_larger_page_has_a_larger_sign(folder: Path) -> None:
    heights = [signed(folder, "quote_card", size, "bottom_right")[1].height for size in ("og", "1800x945")]
    assert heights[1] == pytest.approx(1.5 * heights[0])


def test_a_theme_without_a_sign_is_laid_out_as_before(folder: Path) -> None:
    scene = render(load(folder / "specs" / "chart.yaml"), "og", "paper").scene
    assert not [item for item in scene.items if _is_sign(item)]


def test_squared_paper_lies_on_the_paper_and_below_all_else(folder: Path) -> None:
    scene = render(load(folder / "specs" / "chart.yaml"), "og", "grid").scene
    paper, lines, *_ = scene.items
    grid = theme.load("grid").grid
    assert isinstance(paper, Box)
    assert isinstance(lines, Drawn)
    assert lines.stroke is not None
    assert grid is not None
    assert lines.stroke.paint == grid.color
    assert all(value % 1 in (0, 0.5) for segment in lines.outline for value in segment[1:]), "lines are sharp"


@pytest.mark.parametrize("corner", brand.CORNERS)
@pytest.mark.parametrize("kind", KINDS)
def test_in_a_story_neither_the_sign_nor_any_text_lies_where_buttons_are(folder: Path, kind: str, corner: str) -> None:
    scene, where = signed(folder, kind, "story", corner)
    safe = sizes.parse("story").safe
    assert safe.intersection(where) == where
    assert legibility.measure(scene, safe).hidden == ()


def test_the_light_of_a_sun_goes_on_behind_the_strip_of_the_sign(folder: Path) -> None:
    scene, _ = signed(folder, "quote_card", "og", "top_right")
    (light,) = [each for each in scene.items if isinstance(each, Box) and isinstance(each.fill, RadialGradient)]
    assert light.rect == Rect.of(scene.size)


def test_a_sign_that_is_wider_than_the_page_is_refused(project: Path) -> None:
    found = load(write_spec(project, "word", QUOTE + f"theme: {{handle: {40 * 'w'}}}\n"))
    render(found, "og")
    with pytest.raises(FitError, match=r"logo and handle are \d+ px wide, too wide for a page of 320 px"):
        render(found, "320x700")


def test_a_handle_reads_the_same_on_a_page_from_right_to_left(project: Path) -> None:
    found = load(write_spec(project, "word", QUOTE + 'direction: rtl\ntheme: {handle: "@ada"}\n'))
    runs = [each for each in render(found).scene.items if isinstance(each, TextRun) and each.role == "theme.handle"]
    assert [run.text for run in runs] == ["@ada"]
