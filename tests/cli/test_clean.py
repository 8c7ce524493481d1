"""`visuals clean`: what it removes, and what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Invoke, pictures_in, write_spec


@pytest.fixture
def orphaned(project: Path, invoke: Invoke) -> Path:
    """A project with a picture whose spec is gone."""
    write_spec(project, "old")
    assert invoke("build").exit_code == 0
    (project / "specs" / "old.yaml").unlink()
    return project


def test_only_what_no_spec_makes_is_removed(orphaned: Path, invoke: Invoke) -> None:
    result = invoke("clean")
    assert (result.exit_code, result.output) == (0, "output/old.og.png\n1 picture removed\n")
    assert pictures_in("output") == ["word.og.png"]
    assert invoke("clean").output == "0 pictures removed\n"


def test_a_dry_run_removes_nothing(orphaned: Path, invoke: Invoke) -> None:
    result = invoke("clean", "--dry-run")
    assert (result.exit_code, result.output) == (0, "output/old.og.png\n1 picture would be removed\n")
    assert pictures_in("output") == ["old.og.png", "word.og.png"]


def test_an_altered_picture_is_removed_only_by_force(orphaned: Path, invoke: Invoke) -> None:
    Path("output/old.og.png").write_bytes(b"retouched")
    result = invoke("clean")
    assert result.output == (
        "output/old.og.png  stays: it is not the file that was made; --force removes it\n0 pictures removed\n"
    )
    assert invoke("clean", "--force").output == "output/old.og.png\n1 picture removed\n"
    assert pictures_in("output") == ["word.og.png"]


def test_another_folder_is_cleaned(orphaned: Path, invoke: Invoke) -> None:
    (orphaned / "output").rename(orphaned / "pictures")
    assert invoke("clean", "-o", "pictures").output == "pictures/old.og.png\n1 picture removed\n"


def test_a_folder_that_is_not_there_is_clean(project: Path, invoke: Invoke) -> None:
    assert invoke("clean").output == "0 pictures removed\n"


def test_pictures_stay_while_the_whole_folder_of_their_specs_is_missing(project: Path, invoke: Invoke) -> None:
    assert invoke("build").exit_code == 0
    (project / "specs").rename(project / "away")
    stays = "output/word.og.png  stays: specs/, the folder of its spec, is not there; --force removes it\n"
    assert invoke("clean", "--dry-run").output == f"{stays}0 pictures would be removed\n"
    assert invoke("clean").output == f"{stays}0 pictures removed\n"
    (project / "away").rename(project / "specs")
    assert invoke("build").output == "1 unchanged\n"


def test_force_removes_the_pictures_of_a_folder_that_is_missing(project: Path, invoke: Invoke) -> None:
    assert invoke("build").exit_code == 0
    (project / "specs").rename(project / "away")
    assert invoke("clean", "--force").output == "output/word.og.png\n1 picture removed\n"
    assert pictures_in("output") == []


def test_a_picture_that_is_not_there_is_not_said_to_stay(project: Path, invoke: Invoke) -> None:
    assert invoke("build").exit_code == 0
    (project / "specs").rename(project / "away")
    Path("output/word.og.png").unlink()
    assert invoke("clean").output == "0 pictures removed\n"
