"""Contact sheets and the gallery: everything there is, small, whole and named."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from PIL import Image

from pipeline import kinds, theme
from pipeline.authoring import sheets
from pipeline.geometry import Rect
from pipeline.scene import Group, Scene, TextRun
from tests.conftest import QUOTE, REPOSITORY, Invoke, write_spec


def texts(scene: Scene) -> list[str]:
    return [item.text.strip() for item in scene.items if isinstance(item, TextRun)]


def pictures(scene: Scene) -> list[Rect]:
    """Where the small pictures lie."""
    groups = [item for item in scene.items if isinstance(item, Group)]
    return [group.transform.bounds(group.clip) for group in groups if isinstance(group.clip, Rect)]


def size_of(path: Path) -> tuple[int, int]:
    with Image.open(path) as image:
        return image.size


def check(scene: Scene) -> None:
    page = Rect.of(scene.size).inset(sheets.MARGIN - 1)
    boxes = pictures(scene)
    assert all(page.union(box) == page for box in boxes)
    assert [(a, b) for a in boxes for b in boxes if a is not b and a.intersection(b)] == []


def test_the_sheet_of_kinds_shows_each_in_three_sizes() -> None:
    scene = sheets.of_kinds()
    assert set(kinds.names()) <= set(texts(scene))
    assert len(pictures(scene)) == 3 * len(kinds.names())
    check(scene)


def test_the_sheet_of_themes_shows_every_kind_in_each(project: Path) -> None:
    own = project / "specs" / "themes" / "my_own.yaml"
    own.parent.mkdir()
    own.write_text('extends: ink\naccent: "#7ABFFF"\ndescription: my own\n', encoding="utf-8")
    scene = sheets.of_themes()
    names = {*theme.names(), "my_own"}
    assert names <= set(texts(scene))
    assert len(pictures(scene)) == len(names) * len(kinds.names())
    check(scene)


def test_a_preview_is_a_picture_of_the_sheet(project: Path, invoke: Invoke) -> None:
    result = invoke("kinds", "--preview", "-o", "all.png")
    assert result.exit_code == 0, result.output
    width, height = size_of(Path("all.png"))
    assert result.stdout.startswith(f"all.png  {width} x {height}  ")


def test_a_preview_without_a_name_has_a_plain_one(project: Path, invoke: Invoke) -> None:
    assert invoke("themes", "--preview").exit_code == 0
    assert Path("themes.png").is_file()


def test_a_preview_in_no_format_of_ours_is_wrong_usage(invoke: Invoke) -> None:
    result = invoke("kinds", "--preview", "-o", "all.gif")
    assert result.exit_code == 2
    assert "expected a name that ends in one of " in result.stderr


def test_the_gallery_shows_each_spec_in_all_themes_and_sizes(project: Path, invoke: Invoke) -> None:
    write_spec(project, "other", QUOTE.replace("Every *word*", "<Every> & *word*") + "sizes: [og, square]\n")
    result = invoke("gallery", "-o", "page")
    assert result.exit_code == 0, result.output
    html = (project / "page" / "gallery.html").read_text(encoding="utf-8")
    sources = re.findall(r'src="([^"]+)"', html)
    assert sorted(sources) == sorted(
        [f"pictures/{spec}.{look}.webp" for spec in ("word", "other") for look in theme.names()]
        + ["pictures/other.square.webp"]
    )
    for source, width, height in re.findall(r'src="([^"]+)" width="(\d+)" height="(\d+)"', html):
        assert size_of(project / "page" / source) == (int(width), int(height))
    assert "“<Every> & word counts”" in unescape(html)
    assert "<Every>" not in html
    assert "http" not in html


def test_a_spec_that_fails_is_told_and_the_others_are_shown(project: Path, invoke: Invoke) -> None:
    write_spec(project, "bad", QUOTE + "colour: red\n")
    write_spec(project, "zoo")
    result = invoke("gallery", "-o", "page")
    assert result.exit_code == 2
    assert result.stderr.startswith("specs/bad.yaml:5:1: unknown key `colour`")
    assert result.stdout == "page/gallery.html  8 pictures\n"
    assert "<h2>zoo</h2>" in (project / "page" / "gallery.html").read_text(encoding="utf-8")


def test_the_addresses_of_the_gallery_hold_no_signs_of_their_own(project: Path, invoke: Invoke) -> None:
    write_spec(project, "100% #1?")
    assert invoke("gallery", "-o", "page").exit_code == 0
    html = (project / "page" / "gallery.html").read_text(encoding="utf-8")
    sources = re.findall(r'src="([^"]+)"', html)
    assert "pictures/100%25%20%231%3F.ink.webp" in sources
    assert [source for source in sources if not (project / "page" / unquote(source)).is_file()] == []


def test_the_gallery_of_this_project_shows_its_specs_in_all_themes() -> None:
    html = (REPOSITORY / "docs" / "gallery.html").read_text(encoding="utf-8")
    sources = re.findall(r'src="([^"]+)"', html)
    specs = [path.stem for path in sorted((REPOSITORY / "specs").glob("[!_]*.yaml"))]
    missing = [f"{spec}.{look}" for spec in specs for look in theme.names() if f"{spec}.{look}." not in html]
    assert missing == [], "`make gallery` makes it anew"
    assert [source for source in sources if not (REPOSITORY / "docs" / source).is_file()] == []
