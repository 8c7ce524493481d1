"""Tests of themes that a spec holds itself: their names, their pictures' names, and what goes wrong."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.build import jobs_of
from pipeline.errors import PipelineError, SpecError
from pipeline.rendering import Visual, load, render
from tests.conftest import QUOTE, write_spec


def visual(project: Path, keys: str, defaults: str = "") -> Visual:
    if defaults:
        write_spec(project, "_defaults", defaults)
    return load(write_spec(project, "word", QUOTE + keys))


def pictures(found: Visual) -> list[str]:
    return [os.path.basename(job.output_path) for job in jobs_of(found, "")]


def complaint(project: Path, keys: str, defaults: str = "") -> str:
    with pytest.raises(SpecError) as caught:
        visual(project, keys, defaults)
    return str(caught.value).replace(f"{project}/", "")


def test_a_theme_in_a_spec_is_called_own(project: Path) -> None:
    found = visual(project, 'theme: {extends: paper, accent: "#6A2BD9"}\n')
    assert found.spec.themes == ("own",)
    assert str(found.shelf.load("own").colors.accent) == "#6A2BD9"
    assert pictures(found) == ["word.og.png"]


def test_a_list_may_hold_names_and_mappings(project: Path) -> None:
    found = visual(project, "themes: [paper, {extends: ink, name: late, handle: '@ada'}]\n")
    assert pictures(found) == ["word.og.png", "word.og.late.png"]


def test_it_is_drawn(project: Path) -> None:
    found = visual(project, 'theme: {paper: "#FFFFFF"}\n')
    assert "fill #FFFFFF" in str(render(found).scene)


def test_theme_may_be_a_name(project: Path) -> None:
    assert visual(project, "theme: ink\n").spec.themes == ("ink",)


def test_defaults_may_hold_a_theme(project: Path) -> None:
    found = visual(project, "", 'theme: {extends: ink, name: house, handle: "@ada"}\n')
    assert found.spec.themes == ("house",)
    assert found.shelf.load("house").handle == "@ada"


def test_what_the_spec_says_comes_before_the_defaults(project: Path) -> None:
    assert visual(project, "themes: [ink]\n", "theme: {handle: a}\n").spec.themes == ("ink",)
    assert visual(project, "theme: ink\n", "themes: [paper]\n").spec.themes == ("ink",)


def test_a_theme_beside_the_spec_is_known_by_its_name(project: Path) -> None:
    (project / "specs" / "themes").mkdir()
    write_spec(project, "themes/house", "extends: ink\n")
    assert visual(project, "themes: [house, {extends: house, name: loud, card_radius: 2}]\n").spec.themes == (
        "house",
        "loud",
    )


def test_both_keys_in_one_file_are_refused(project: Path) -> None:
    message = complaint(project, "theme: ink\nthemes: [paper]\n")
    assert message.startswith("specs/word.yaml:5:1: expected `theme` or `themes`, found both")


def test_two_themes_of_one_name_are_refused(project: Path) -> None:
    message = complaint(project, "themes: [{handle: a}, {handle: b}]\n")
    assert message.startswith("specs/word.yaml:5:23: theme: two themes are called `own`")


@pytest.mark.parametrize("name", ["a b", "../x", "a.b", "''"])
def test_a_name_must_do_as_part_of_a_files_name(project: Path, name: str) -> None:
    assert "expected a name of letters, digits, `-` and `_`" in complaint(project, f"theme: {{name: {name}}}\n")


def test_mistakes_in_it_are_told_beside_those_of_the_spec(project: Path) -> None:
    message = complaint(project, "theme:\n  accnt: '#000'\nsizes: [ogg]\n")
    assert "specs/word.yaml:6:3: unknown key `accnt` in theme" in message
    assert "specs/word.yaml:7:9: " in message


def test_contrast_that_fails_is_told_at_the_colour(project: Path) -> None:
    message = complaint(project, 'theme: {extends: paper, accent: "#FFD400"}\n')
    assert message.startswith("specs/word.yaml:5:33: accent: expected a contrast of at least 4.5, found 1.")
    assert 'write `accent: "#' in message


def test_a_theme_that_is_no_name_and_no_mapping_is_refused(project: Path) -> None:
    assert complaint(project, "theme: [ink]\n").startswith(
        "specs/word.yaml:5:8: theme: expected a name or a mapping, found a list\n  hint: `themes` takes a list"
    )
    assert complaint(project, "theme:\n").startswith("specs/word.yaml:5:7: ")


@pytest.mark.parametrize(
    "keys",
    [
        'accent: "#6A2BD9"',
        "extends: ink\nfaces: {display: Manrope}\nhandle: '@ada'",
        "extends: press\ncard_radius: 4\ngradients: {sun: ['#C8102E', '#FFFFFF']}",
        'muted: "#CCCCCC"',
        'series: ["#AA0000", "#00AA00"]',
    ],
)
def test_one_rule_holds_for_a_theme_wherever_it_is_written(project: Path, keys: str) -> None:
    def read(text: str, name: str) -> object:
        try:
            return visual(project, text).shelf.load(name)._replace(name="")
        except PipelineError as error:
            return [(problem.message, problem.hint) for problem in error.problems]

    indented = "\n".join(f"  {line}" for line in keys.splitlines())
    inline = read(f"theme:\n{indented}\n", "own")
    folder = project / "specs" / "themes"
    folder.mkdir()
    (folder / "mine.yaml").write_text(keys + "\n", encoding="utf-8")
    assert read("theme: mine\n", "mine") == inline
