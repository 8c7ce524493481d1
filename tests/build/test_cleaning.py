"""What no spec makes any more, and what is never removed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.build import build, manifest
from pipeline.build.cleaning import leftovers, remove
from pipeline.build.staleness import survey
from pipeline.errors import OutputError, SpecError
from tests.conftest import QUOTE, pictures_in, write_spec


@pytest.fixture
def built(project: Path) -> Path:
    """A project with the pictures of two specs."""
    write_spec(project, "word", QUOTE + "sizes: [og, square]\n")
    write_spec(project, "other")
    make("specs/other.yaml", "specs/word.yaml")
    return project


def make(*paths: str) -> None:
    surveyed = survey(paths)
    assert [outcome.error for outcome in build(surveyed, surveyed.jobs)] == [None] * len(surveyed.jobs)


def names() -> list[str]:
    return [each.name for each in leftovers("output")]


def test_nothing_is_left_over_after_a_build(built: Path) -> None:
    assert names() == []


def test_the_pictures_of_a_spec_that_is_gone_are_left_over(built: Path) -> None:
    Path("specs/word.yaml").unlink()
    assert names() == ["word.og.png", "word.square.png"]
    remove("output", leftovers("output"))
    assert pictures_in("output") == ["other.og.png"]
    assert list(manifest.read("output").pictures) == ["other.og.png"]
    assert os.listdir("output/manifest") == ["other.json"]
    assert names() == []


def test_the_pictures_of_a_spec_stay_when_a_link_leads_to_it(built: Path) -> None:
    Path("specs/zz_link.yaml").symlink_to("word.yaml")
    assert names() == []
    make("specs/zz_link.yaml")
    assert names() == []


def test_a_size_that_the_spec_no_longer_lists_is_left_over(built: Path) -> None:
    write_spec(built, "word", QUOTE + "sizes: [og]\n")
    assert names() == ["word.square.png"]
    make("specs/word.yaml")
    assert names() == ["word.square.png"]


def test_a_stale_picture_is_none(built: Path) -> None:
    write_spec(built, "word", QUOTE.replace("counts", "weighs") + "sizes: [og, square]\n")
    assert names() == []


def test_a_page_too_many_is_left_over_once_the_others_are_made(built: Path) -> None:
    def write(count: int) -> None:
        items = "".join(f"- Lesson number {number}, in a few more words\n" for number in range(count))
        write_spec(built, "list", f"kind: feedback_checklist\ntitle: Notes\noverflow: paginate\nitems:\n{items}")

    write(60)
    make("specs/list.yaml")
    before = [name for name in pictures_in("output") if name.startswith("list")]
    write(20)
    assert names() == []
    make("specs/list.yaml")
    assert len(names()) > 0
    remove("output", leftovers("output"))
    assert len([name for name in pictures_in("output") if name.startswith("list")]) < len(before)
    assert survey(["specs/list.yaml"]).jobs == ()


def test_the_pictures_of_a_spec_with_a_mistake_stay(built: Path) -> None:
    write_spec(built, "word", QUOTE + "colour: red\n")
    assert names() == []


def test_the_pictures_of_a_spec_that_moved_stay(built: Path) -> None:
    Path("specs/word.yaml").rename("specs/word.yml")
    assert names() == []


def test_what_the_manifest_does_not_name_stays(built: Path) -> None:
    Path("output/mine.png").write_bytes(b"mine")
    Path("specs/word.yaml").unlink()
    remove("output", leftovers("output"))
    assert pictures_in("output") == ["mine.png", "other.og.png"]


def test_an_altered_picture_is_told(built: Path) -> None:
    Path("output/word.og.png").write_bytes(b"retouched")
    Path("output/word.square.png").unlink()
    Path("specs/word.yaml").unlink()
    assert [(each.is_there, each.is_altered) for each in leftovers("output")] == [(True, True), (False, False)]


def test_a_name_that_leads_out_of_the_folder_is_not_believed(built: Path) -> None:
    path = Path("output/manifest/word.json")
    victim = Path("victim.png")
    victim.write_bytes(b"precious")
    path.write_text(path.read_text().replace('"word.og.png": {', '"../victim.png": {'))
    Path("specs/word.yaml").unlink()
    remove("output", leftovers("output"))
    assert victim.exists()


def test_a_folder_without_a_manifest_has_no_leftovers(project: Path) -> None:
    assert leftovers("output") == []
    remove("output", [])
    assert not os.path.exists("output")


def test_what_the_disk_refuses_is_named_and_stays_noted(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("specs/word.yaml").unlink()
    found = leftovers("output")
    monkeypatch.setattr(os, "unlink", refuse)
    with pytest.raises(OutputError, match=r"output/word\.og\.png: cannot remove: no permission"):
        remove("output", found)
    monkeypatch.undo()
    os.chdir(built)
    assert names() == ["word.og.png", "word.square.png"]


def test_nothing_is_removed_while_the_specs_cannot_be_listed(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listdir = os.listdir
    monkeypatch.setattr(os, "listdir", lambda path: refuse(path) if path == "specs" else listdir(path))
    with pytest.raises(SpecError, match="specs: cannot read: permission denied"):
        leftovers("output")


def refuse(path: str) -> None:
    raise PermissionError(13, "Permission denied", path)
