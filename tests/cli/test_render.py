"""`visuals render`: which pictures it makes, and its words when it cannot."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.check.png import read_header
from pipeline.typography import library
from tests.conftest import QUOTE, Invoke, pictures_in, write_spec
from tests.faces import SERIF, squares


def pixels(path: str) -> tuple[int, int]:
    return read_header(Path(path).read_bytes())[:2]


def test_a_spec_becomes_all_its_pictures(project: Path, invoke: Invoke) -> None:
    write_spec(project, "word", QUOTE + "sizes: [og, square]\nthemes: [paper, ink]\n")
    result = invoke("render", "specs/word.yaml")
    assert result.exit_code == 0, result.output
    assert pictures_in("output") == [
        "word.og.ink.png",
        "word.og.png",
        "word.square.ink.png",
        "word.square.png",
    ]
    assert pixels("output/word.square.png") == (1080, 1080)
    assert result.stderr == ""
    lines = result.stdout.splitlines()
    assert lines[0].startswith("output/word.og.png  1200 x 630  ")
    assert lines[-1].startswith("4 pictures made, ")


def test_a_size_and_a_theme_can_be_picked(project: Path, invoke: Invoke) -> None:
    assert invoke("render", "specs/word.yaml", "--size", "story", "--theme", "ink").exit_code == 0
    assert pictures_in("output") == ["word.story.ink.png"]
    assert pixels("output/word.story.ink.png") == (1080, 1920)


def test_options_repeat(project: Path, invoke: Invoke) -> None:
    invoke("render", "specs/word.yaml", "--size", "og", "--size", "640x480", "--theme", "paper", "--theme", "ink")
    assert pictures_in("output") == [
        "word.640x480.ink.png",
        "word.640x480.png",
        "word.og.ink.png",
        "word.og.png",
    ]


@pytest.mark.parametrize("scale", [1, 2, 3, 4])
def test_a_scale_multiplies_the_pixels(project: Path, invoke: Invoke, scale: int) -> None:
    assert invoke("render", "specs/word.yaml", "--scale", scale, "-o", "card.png").exit_code == 0
    assert pixels("card.png") == (1200 * scale, 630 * scale)


def test_a_scaled_picture_says_so_in_its_name(project: Path, invoke: Invoke) -> None:
    invoke("render", "specs/word.yaml", "--scale", 2)
    assert pictures_in("output") == ["word.og@2x.png"]


def test_a_file_takes_the_first_size_and_theme(project: Path, invoke: Invoke) -> None:
    write_spec(project, "word", QUOTE + "sizes: [square, og]\nthemes: [ink, paper]\n")
    result = invoke("render", "specs/word.yaml", "-o", "new/card.png")
    assert result.exit_code == 0
    assert pixels("new/card.png") == (1080, 1080)
    assert not os.path.exists("output")


def test_a_folder_takes_them_all(project: Path, invoke: Invoke) -> None:
    assert invoke("render", "specs/word.yaml", "-o", "pictures").exit_code == 0
    assert pictures_in("pictures") == ["word.og.png"]


def test_a_file_takes_no_two_pictures(project: Path, invoke: Invoke) -> None:
    result = invoke("render", "specs/word.yaml", "--size", "og", "--size", "wide", "-o", "card.png")
    assert result.exit_code == 2
    assert "a file takes one picture: pick one size, theme and format" in result.stderr


def test_a_format_there_is_none_of_is_refused(project: Path, invoke: Invoke) -> None:
    result = invoke("render", "specs/word.yaml", "-o", "card.gif")
    assert result.exit_code == 2
    known = ".avif, .jpg, .pdf, .png, .svg, .webp"
    assert f"card.gif: no format has the suffix .gif; there is {known}. A folder's name may end in /" in result.stderr
    assert not os.path.exists("card.gif")


def test_a_key_can_be_replaced(project: Path, invoke: Invoke) -> None:
    plain = invoke("render", "specs/word.yaml", "-o", "a.png")
    other = invoke("render", "specs/word.yaml", "--set", "text=Another *word*.", "--set", "author=Bo", "-o", "b.png")
    assert plain.exit_code == other.exit_code == 0
    assert "Another word." in Path("b.png").read_bytes().decode("utf-8", "replace")


def test_a_mistake_in_a_spec_is_told_with_its_place(project: Path, invoke: Invoke) -> None:
    write_spec(project, "word", "kind: quote_card\ntext: [a]\ncolour: red\n")
    result = invoke("render", "specs/word.yaml")
    assert result.exit_code == 2
    assert result.stdout == ""
    first, second = result.stderr.split("\n\n")
    assert first.startswith("specs/word.yaml:2:7: text: expected text, found a list")
    assert second.startswith("specs/word.yaml:3:1: unknown key `colour` in quote_card")
    assert not os.path.exists("output")


def test_a_text_that_does_not_fit_is_told_and_the_exit_code_is_one(project: Path, invoke: Invoke) -> None:
    write_spec(project, "word", QUOTE.replace("Every *word* counts.", "word " * 3000))
    result = invoke("render", "specs/word.yaml")
    assert result.exit_code == 1
    assert result.stderr.startswith("specs/word.yaml:2:7: text: ")
    assert "output/word.og.png  failed" in result.stdout
    assert "0 pictures made, " in result.stdout
    assert not os.path.exists("output")


def test_a_disk_that_refuses_is_told_and_the_exit_code_is_one(project: Path, invoke: Invoke) -> None:
    Path("output").write_bytes(b"in the way")
    result = invoke("render", "specs/word.yaml")
    assert result.exit_code == 1
    assert result.stderr == "output/word.og.png: cannot write: a part of the path is a file, not a folder\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "Missing argument 'SPEC'"),
        (("specs/wrod.yaml",), "specs/wrod.yaml: there is no such file\n  hint: the nearest name is specs/word.yaml"),
        (("specs/word.yaml", "--size", "ogg"), "unknown size `ogg`\n  hint: the nearest is `og`"),
        (("specs/word.yaml", "--size", "10x10"), "expected a width of 320 to 8192 px, found 10"),
        (("specs/word.yaml", "--theme", "inc"), "unknown theme `inc`\n  hint: the nearest is `ink`"),
        (("specs/word.yaml", "--scale", "5"), "5 is not in the range 1<=x<=4"),
        (("specs/word.yaml", "--size", "8192x8192", "--scale", "2"), "is more than 67 million pixels"),
        (("specs/word.yaml", "--set", "text"), "--set text"),
        (("specs/word.yaml", "--nope"), "No such option '--nope'"),
    ],
)
def test_wrong_usage_ends_with_two(project: Path, invoke: Invoke, arguments: tuple[str, ...], words: str) -> None:
    result = invoke("render", *arguments)
    assert result.exit_code == 2
    assert words in result.stderr
    assert not os.path.exists("output")


def test_faces_come_from_the_projects_own_folder_first(project: Path, invoke: Invoke) -> None:
    before = invoke("render", "specs/word.yaml", "-o", "before.png")
    for face in {(face.weight, face.italic): face for face in library(None).faces if face.family == SERIF}.values():
        path = project / "fonts" / f"{face.style}.ttf"
        squares(path, SERIF, "Wordscunt. ", style=face.style, weight=face.weight, italic=face.italic)
    after = invoke("render", "specs/word.yaml", "-o", "after.png")
    assert (before.exit_code, after.exit_code) == (0, 0)
    assert (project / "before.png").read_bytes() != (project / "after.png").read_bytes()


def test_a_broken_face_stops_no_picture_that_does_without_it_and_is_told_once(project: Path, invoke: Invoke) -> None:
    (project / "fonts").mkdir()
    (project / "fonts" / "broken.ttf").write_bytes(b"no face")
    write_spec(project, "other", QUOTE + "sizes: [og, square]\n")
    result = invoke("build", "specs")
    assert result.exit_code == 0
    broken = os.path.join("fonts", "broken.ttf")
    assert result.stdout.count(f"note: {broken}") == 1
    assert f"not used: {broken}" in invoke("fonts").stdout
