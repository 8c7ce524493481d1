"""`visuals check`: every picture that the specs call for is there, whole and of its size."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import QUOTE, Invoke, write_spec


@pytest.fixture
def built(project: Path, invoke: Invoke) -> Path:
    """A project with two pictures made."""
    write_spec(project, "word", QUOTE + "sizes: [og, square]\n")
    assert invoke("build").exit_code == 0
    return project


def test_what_was_built_is_fine(built: Path, invoke: Invoke) -> None:
    result = invoke("check")
    assert (result.exit_code, result.output) == (0, "2 of 2 pictures fine\n")


def test_another_output_folder_is_looked_at(built: Path, invoke: Invoke) -> None:
    (built / "output").rename(built / "pictures")
    assert invoke("check", "specs", "-o", "pictures").exit_code == 0
    assert invoke("check").exit_code == 1


def test_every_problem_is_listed(built: Path, invoke: Invoke) -> None:
    square = built / "output" / "word.square.png"
    (built / "output" / "word.og.png").unlink()
    square.write_bytes(square.read_bytes()[:-100])
    result = invoke("check")
    assert result.exit_code == 1
    assert result.stderr == (
        "output/word.og.png: missing; specs/word.yaml calls for it\n  hint: `visuals build` makes it\n"
        "\n"
        "output/word.square.png: the PNG is cut short\n  hint: `visuals build` makes it anew\n"
    )
    assert result.stdout == "0 of 2 pictures fine\n"


def test_a_picture_of_another_size_is_wrong(built: Path, invoke: Invoke) -> None:
    (built / "output" / "word.og.png").write_bytes((built / "output" / "word.square.png").read_bytes())
    result = invoke("check")
    assert result.exit_code == 1
    assert "output/word.og.png: expected 1200 x 630 px, found 1080 x 1080 px" in result.stderr


def test_a_folder_in_a_pictures_place_is_wrong(built: Path, invoke: Invoke) -> None:
    (built / "output" / "word.og.png").unlink()
    (built / "output" / "word.og.png").mkdir()
    result = invoke("check")
    assert result.exit_code == 1
    assert "output/word.og.png: cannot read: is a directory" in result.stderr


def test_a_bad_spec_ends_with_two_and_the_others_are_checked(built: Path, invoke: Invoke) -> None:
    write_spec(built, "bad", "text: a\n")
    result = invoke("check")
    assert result.exit_code == 2
    assert "specs/bad.yaml:1:1: the key `kind` is missing" in result.stderr
    assert result.stdout == "2 of 2 pictures fine\n"
