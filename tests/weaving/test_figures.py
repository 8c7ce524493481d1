"""Figures: which pictures of a spec stand for it, and what they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import OutputError, SpecError
from pipeline.weaving import figure
from tests.conftest import QUOTE, Invoke, write_spec

LIST = "kind: feedback_checklist\ntitle: Long\noverflow: paginate\ngroups:\n  - title: All\n    items: [{}]\n"


def made(project: Path, invoke: Invoke, keys: str = "", *options: str) -> None:
    write_spec(project, "word", QUOTE + keys)
    assert invoke("render", "specs/word.yaml", *options).exit_code == 0


def test_a_figure_is_the_first_size_in_the_first_light_theme(project: Path, invoke: Invoke) -> None:
    made(project, invoke, "sizes: [x, og]\nthemes: [ink, paper]\n")
    shown = figure("specs/word.yaml")
    (page,) = shown.pages
    assert (page.light.path, page.light.width, page.light.height) == ("output/word.x.paper.png", 1200, 675)
    assert page.dark is not None
    assert page.dark.path == "output/word.x.png"
    assert [theme.name for theme in shown.themes] == ["paper", "ink"]
    assert page.narrow is page.narrow_dark is None
    assert (shown.caption, page.alt[:12]) == ("Every word counts.", "Quote card: ")


def test_narrow_screens_get_a_taller_size_but_no_story(project: Path, invoke: Invoke) -> None:
    made(project, invoke, "sizes: [og, story, square, portrait]\nthemes: [paper, ink]\n")
    (page,) = figure("specs/word.yaml").pages
    assert page.narrow is not None
    assert page.narrow_dark is not None
    assert (page.narrow.path, page.narrow_dark.path) == ("output/word.square.png", "output/word.square.ink.png")
    (page,) = figure("specs/word.yaml", size="square").pages
    assert (page.light.path, page.narrow) == ("output/word.square.png", None)


def test_dense_screens_get_the_finer_file_where_it_is_made(project: Path, invoke: Invoke) -> None:
    made(project, invoke)
    assert figure("specs/word.yaml").pages[0].light.fine == ""
    made(project, invoke, "", "--scale", "2")
    light = figure("specs/word.yaml").pages[0].light
    assert (light.fine, light.width) == ("output/word.og@2x.png", 1200)


def test_one_dark_theme_serves_every_page(project: Path, invoke: Invoke) -> None:
    made(project, invoke, "themes: [ink]\n")
    shown = figure("specs/word.yaml")
    assert [theme.name for theme in shown.themes] == ["ink", "ink"]
    assert shown.pages[0].dark is None


def test_every_page_of_a_long_list_is_shown(project: Path, invoke: Invoke) -> None:
    write_spec(project, "long", LIST.format(", ".join(f"Item {number}" for number in range(90))))
    assert invoke("render", "specs/long.yaml").exit_code == 0
    pages = figure("specs/long.yaml").pages
    assert [page.light.path for page in pages] == [f"output/long.og.{n}.png" for n in range(1, len(pages) + 1)]
    assert len(pages) > 1
    assert len({page.alt for page in pages}) == len(pages)


def test_what_is_missing_or_damaged_is_told_with_a_way_out(project: Path, invoke: Invoke) -> None:
    with pytest.raises(OutputError, match=r"output/word\.og\.png: missing; specs/word\.yaml calls for it"):
        figure("specs/word.yaml")
    made(project, invoke)
    with pytest.raises(SpecError, match=r"expected pin among its sizes, found og"):
        figure("specs/word.yaml", size="pin")
    with pytest.raises(OutputError, match=r"elsewhere/word\.og\.png: missing"):
        figure("specs/word.yaml", "elsewhere")
    (project / "output" / "word.og.png").write_bytes(b"no PNG")
    with pytest.raises(OutputError, match=r"output/word\.og\.png: cannot read: not a PNG file"):
        figure("specs/word.yaml")


def test_every_format_that_is_made_is_offered(project: Path, invoke: Invoke) -> None:
    made(project, invoke, "formats: [avif, webp, jpeg, png]\n")
    light = figure("specs/word.yaml").pages[0].light
    assert light.path == "output/word.og.png"
    assert [file.path for file in light.lighter] == ["output/word.og.avif", "output/word.og.webp"]
    (project / "output" / "word.og.png").unlink()
    assert figure("specs/word.yaml").pages[0].light.path == "output/word.og.jpg"


@pytest.mark.parametrize("name", ["avif", "jpeg", "png", "webp"])
def test_what_a_picture_says_is_the_same_with_its_manifest_and_without(
    name: str, project: Path, invoke: Invoke
) -> None:
    made(project, invoke, f"alt: Some & <any>.\nformats: [{name}]\n")
    noted = figure("specs/word.yaml")
    (project / "output" / "manifest" / "word.json").unlink()
    assert figure("specs/word.yaml").pages == noted.pages
    assert (noted.pages[0].alt, noted.pages[0].description[:12]) == ("Some & <any>.", "Quote card: ")


def test_a_manifest_that_tells_of_another_file_is_not_believed(project: Path, invoke: Invoke) -> None:
    made(project, invoke, "alt: New.\n")
    path = project / "output" / "word.og.png"
    data = path.read_bytes()
    made(project, invoke, "alt: Old.\n")
    path.write_bytes(data)
    assert figure("specs/word.yaml").pages[0].alt == "New."
