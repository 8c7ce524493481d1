"""`visuals doctor`: what is broken has a fix and exit code 1, the rest is told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline import __version__, packages
from pipeline.authoring import examining
from tests.conftest import Invoke, Spawn, write_spec


def findings(**where: str) -> dict[str, examining.Finding]:
    """The worst finding of each subject."""
    found: dict[str, examining.Finding] = {}
    for each in examining.examine(**where):
        if each.subject not in found or each.state != "ok":
            found[each.subject] = each
    return found


def test_a_sound_project_is_told_so_in_a_real_process(project: Path, spawn: Spawn) -> None:
    result = spawn("doctor")
    assert result.returncode == 0, result.stdout
    lines = result.stdout.decode().splitlines()
    assert lines[0].startswith("ok      Python: 3.")
    assert lines[0].endswith(f"article-visuals {__version__}")
    assert lines[-1] == "nothing is broken"
    assert "uharfbuzz " in lines[1]
    assert list(project.rglob("*.png")) == []


def test_every_finding_that_is_not_fine_has_a_fix(project: Path) -> None:
    assert [each for each in examining.examine() if each.state != "ok" and not each.fix] == []


def test_a_missing_library_is_broken(project: Path, monkeypatch: pytest.MonkeyPatch, invoke: Invoke) -> None:
    there = [package for package in packages.installed() if package.name != "aggdraw"]
    monkeypatch.setattr(packages, "installed", lambda: iter(there))
    result = invoke("doctor")
    assert result.exit_code == 1
    assert "broken  libraries: aggdraw is missing\n          fix: python -m pip install aggdraw\n" in (result.stdout)
    assert result.stdout.endswith("1 thing broken\n")


def test_a_broken_face_and_a_broken_theme_are_named(project: Path) -> None:
    (project / "fonts").mkdir()
    (project / "fonts" / "bad.ttf").write_bytes(b"no face")
    themes = project / "specs" / "themes"
    themes.mkdir()
    (themes / "mine.yaml").write_text("acccent: '#123456'\n", encoding="utf-8")
    found = findings()
    (broken,) = (each for each in examining.examine() if each.subject == "faces" and each.state == "broken")
    assert os.path.join("fonts", "bad.ttf") in broken.fact
    assert broken.fix == "fonts/ takes TTF, OTF, TTC, WOFF and WOFF2 files"
    assert found["theme mine"].fact.startswith(os.path.join("specs", "themes", "mine.yaml") + ":1:1: unknown key")
    assert found["theme mine"].fix


def test_what_was_left_behind_is_a_note(project: Path, invoke: Invoke) -> None:
    write_spec(project, "other")
    assert invoke("build").exit_code == 0
    (project / "specs" / "other.yaml").unlink()
    (project / "output" / ".0123456789ab.part").touch()
    notes = [each for each in examining.examine() if each.subject == "leftovers"]
    assert [(each.state, each.fix) for each in notes] == [
        ("note", "the next visuals build removes them"),
        ("note", "visuals clean"),
    ]
    assert "other.og.png" in notes[1].fact


def test_a_folder_that_takes_no_pictures_is_broken(project: Path) -> None:
    (project / "output").write_text("a file", encoding="utf-8")
    assert findings()["output"].state == "broken"
    assert findings(output="elsewhere/deep")["output"].state == "ok"


def test_an_empty_folder_is_no_project_yet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = findings()
    assert (found["specs"].state, found["specs"].fix) == ("note", "visuals new writes a first spec")


@pytest.mark.parametrize("folder", ["specs", "output"])
def test_a_folder_that_cannot_be_listed_is_broken(
    project: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    assert invoke("build").exit_code == 0
    listdir = os.listdir

    def refuse(path: str = ".") -> list[str]:
        if os.path.basename(path) == folder:
            raise PermissionError(13, "Permission denied", path)
        return listdir(path)

    monkeypatch.setattr(os, "listdir", refuse)
    result = invoke("doctor")
    assert result.exit_code == 1
    assert f"broken  {folder}: {folder}/ cannot be listed: permission denied\n          fix: " in result.stdout
