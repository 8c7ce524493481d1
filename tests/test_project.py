"""Tests of pipeline.project: where a spec's project, its faces and its pictures are, and which files are specs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline import theme
from pipeline.project import folder, fonts, held_still, is_spec, output


def test_the_nearest_folder_with_a_mark_is_the_project(tmp_path: Path) -> None:
    inside = tmp_path / "article" / "specs" / "series"
    inside.mkdir(parents=True)
    for mark in ("pyproject.toml", ".git"):
        (tmp_path / mark).touch()
        assert folder(str(inside / "x.yaml")) == os.path.realpath(tmp_path)
        (tmp_path / mark).unlink()
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "article" / ".git").mkdir()
    assert folder(str(inside / "x.yaml")) == os.path.realpath(tmp_path / "article")


def test_what_is_held_still_is_looked_for_once(tmp_path: Path) -> None:
    shelf = theme.Shelf(str(tmp_path / "themes"))
    with held_still():
        before, names = folder(str(tmp_path / "specs" / "x.yaml")), shelf.names()
        (tmp_path / "specs").mkdir()
        (tmp_path / "specs" / "pyproject.toml").touch()
        (tmp_path / "themes").mkdir()
        (tmp_path / "themes" / "mine.yaml").touch()
        assert (folder(str(tmp_path / "specs" / "x.yaml")), shelf.names()) == (before, names)
    assert folder(str(tmp_path / "specs" / "x.yaml")) != before
    assert set(shelf.names()) - set(names) == {"mine"}


def test_without_a_mark_a_folder_called_specs_belongs_to_the_folder_around_it(tmp_path: Path) -> None:
    if folder(str(tmp_path / "x.yaml")) != os.path.realpath(tmp_path):
        pytest.skip("the folder of temporary files lies inside a project")
    assert folder(str(tmp_path / "specs" / "x.yaml")) == os.path.realpath(tmp_path)
    assert folder(str(tmp_path / "article" / "x.yaml")) == os.path.realpath(tmp_path / "article")


def test_without_a_mark_a_spec_below_the_current_folder_belongs_to_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if folder(str(tmp_path / "x.yaml")) != os.path.realpath(tmp_path):
        pytest.skip("the folder of temporary files lies inside a project")
    monkeypatch.chdir(tmp_path)
    assert folder(str(tmp_path / "drafts" / "new" / "x.yaml")) == os.path.realpath(tmp_path)


def test_the_fonts_folder_is_the_nearest_one_within_the_project(tmp_path: Path) -> None:
    inside = tmp_path / "project"
    (inside / "specs" / "series").mkdir(parents=True)
    (inside / "pyproject.toml").touch()
    (tmp_path / "fonts").mkdir()
    spec = str(inside / "specs" / "series" / "word.yaml")
    assert fonts(spec) is None  # the one above the project is not the project's
    (inside / "fonts").mkdir()
    assert fonts(spec) == str(inside / "fonts")
    (inside / "specs" / "fonts").mkdir()
    assert fonts(spec) == str(inside / "specs" / "fonts")


def test_pictures_go_beside_the_specs_folder(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert output("specs/word.yaml") == "output"
    assert output("specs/series/word.yaml") == "output/series"
    assert output("other/specs/word.yaml") == "other/output"
    assert output("word.yaml") == "output"
    monkeypatch.chdir(project / "specs")
    assert output("word.yaml") == "../output"
    monkeypatch.chdir("/")
    assert output(str(project / "specs" / "word.yaml")) == os.path.relpath(project / "output")


def test_hidden_files_and_those_that_begin_with_an_underscore_are_no_specs() -> None:
    names = ["a.yaml", "b.yml", "_defaults.yaml", ".hidden.yaml", "notes.md", "yaml"]
    assert list(filter(is_spec, names)) == ["a.yaml", "b.yml"]
