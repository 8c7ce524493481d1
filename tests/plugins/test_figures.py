"""Tests of one picture for one place in an article."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import PipelineError, SpecError
from pipeline.plugins import figures
from pipeline.rendering import load
from tests.plugins import sites


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    sites.project(tmp_path, {"index.rst": ""})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def of_spec(home: Path, named: str, size: str = "", theme: str = "") -> figures.Figure:
    return figures.of_spec(named, str(home / "docs" / named), str(home / "docs"), size, theme)


@pytest.mark.parametrize("named", ["specs/word.yaml", "../specs/word.yaml", "/specs/word.yaml"])
def test_a_spec_is_found_from_the_page_and_from_the_project(home: Path, named: str) -> None:
    found = of_spec(home, named)
    assert (found.path, found.alt) == ("docs/visuals/word.og.png", load("specs/word.yaml").alt)
    assert Path(found.path).is_file()
    assert found.depends_on == ("specs/word.yaml",)


def test_a_picture_is_made_only_when_it_is_stale(home: Path) -> None:
    path = Path(of_spec(home, "specs/word.yaml").path)
    before = path.stat().st_mtime_ns
    of_spec(home, "specs/word.yaml")
    assert path.stat().st_mtime_ns == before
    spec = home / "specs" / "word.yaml"
    spec.write_text(spec.read_text(encoding="utf-8").replace("word*", "line*"), encoding="utf-8")
    of_spec(home, "specs/word.yaml")
    assert path.stat().st_mtime_ns > before


@pytest.mark.parametrize(
    ("named", "size", "theme", "complaint"),
    [
        ("specs/no.yaml", "", "", "specs/no.yaml: no such spec, neither in docs/specs nor specs"),
        ("specs/word.yaml", "story", "", "size: expected one of og, found story"),
        ("specs/word.yaml", "", "ink", "theme: expected one of paper, found ink"),
    ],
)
def test_what_is_not_there_is_refused(home: Path, named: str, size: str, theme: str, complaint: str) -> None:
    with pytest.raises(SpecError) as caught:
        of_spec(home, named, size, theme)
    assert str(caught.value).startswith(complaint)


def test_a_spec_with_a_mistake_is_told_at_its_line(home: Path) -> None:
    (home / "specs" / "bad.yaml").write_text("kind: quote_card\ntexxt: a\n", encoding="utf-8")
    with pytest.raises(PipelineError, match=r"^specs/bad.yaml:2:1: unknown key `texxt` in quote_card"):
        of_spec(home, "specs/bad.yaml")


def test_keys_in_an_article_make_a_picture_that_is_kept(home: Path) -> None:
    text = "kind: quote_card\ntext: Every *word* counts.\n"
    first = figures.of_text(text, "docs/index.rst", "kept")
    before = Path(first.path).stat().st_mtime_ns
    assert figures.of_text(text, "docs/index.rst", "kept").path == first.path
    assert Path(first.path).stat().st_mtime_ns == before
    assert figures.of_text(text.replace("word", "line"), "docs/index.rst", "kept").path != first.path


def test_a_picture_file_that_changes_makes_it_another_picture(home: Path) -> None:
    from PIL import Image

    text = "kind: quote_card\ntext: So.\nauthor: Ada\navatar: ada.png\n"
    Image.new("RGB", (40, 40), "red").save(home / "docs" / "ada.png")
    first = figures.of_text(text, "docs/index.rst", "kept").path
    Image.new("RGB", (40, 40), "blue").save(home / "docs" / "ada.png")
    assert figures.of_text(text, "docs/index.rst", "kept").path != first


def test_several_pages_are_no_figure(home: Path) -> None:
    items = "".join(f"\n  - {{text: Item {at} of very many, state: done}}" for at in range(120))
    text = f"kind: feedback_checklist\ntitle: Many\noverflow: paginate\nitems:{items}\n"
    with pytest.raises(SpecError, match="expected one picture, found several pages"):
        figures.of_text(text, "docs/index.rst", "kept")
