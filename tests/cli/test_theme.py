"""`visuals theme new` and themes of one's own, end to end."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tests.conftest import QUOTE, Invoke, Spawn, pictures_in, write_spec


def test_a_theme_is_made_and_used(project: Path, spawn: Spawn) -> None:
    made = spawn("theme", "new", "mine", "--accent", "#7A3CFF")
    assert made.returncode == 0, made.stderr
    lines = made.stdout.decode().splitlines()
    assert lines[0].startswith("specs/themes/mine.yaml  made; categories at least ")
    assert lines[1].startswith("specs/themes/mine-dark.yaml  made; categories at least ")
    assert lines[2] == "write `themes: [mine, mine-dark]` in a spec, or in specs/_defaults.yaml"
    write_spec(project, "word", QUOTE + "themes: [mine, mine-dark]\n")
    assert spawn("build").returncode == 0
    assert pictures_in("output") == ["word.og.mine-dark.png", "word.og.png"]
    paper = Image.open("output/word.og.png").convert("RGB").getpixel((3, 3))
    assert isinstance(paper, tuple)
    assert paper[2] > paper[1], "the paper has a breath of violet"


def test_an_accent_that_had_to_change_is_told(project: Path, invoke: Invoke) -> None:
    result = invoke("theme", "new", "lemon", "--accent", "#FFD400")
    assert "#FFD400 became #" in result.output.splitlines()[0]
    assert "became" not in result.output.splitlines()[1], "on dark pages it can be read"


def test_a_theme_that_is_there_is_not_overwritten(project: Path, invoke: Invoke) -> None:
    invoke("theme", "new", "mine", "--accent", "#7A3CFF")
    before = Path("specs/themes/mine.yaml").read_bytes()
    result = invoke("theme", "new", "mine", "--accent", "#FF0000")
    assert result.exit_code == 2
    assert "expected a new theme, found one that is there: mine\n" in result.output
    assert Path("specs/themes/mine.yaml").read_bytes() == before


@pytest.mark.parametrize("name", ["paper", "a b", "../x", ""])
def test_a_name_that_is_taken_or_no_name_is_refused(project: Path, invoke: Invoke, name: str) -> None:
    assert invoke("theme", "new", name, "--accent", "#7A3CFF").exit_code == 2
    assert not Path("specs/themes").exists()


@pytest.mark.parametrize("accent", ["7A3CFF", "violet", "#7A3CFF/0.5", "#12345"])
def test_an_accent_that_is_no_colour_is_refused(project: Path, invoke: Invoke, accent: str) -> None:
    result = invoke("theme", "new", "mine", "--accent", accent)
    assert result.exit_code == 2
    assert f"expected a colour such as #7A3CFF, found {accent}" in result.output


def test_the_themes_beside_the_specs_are_listed(project: Path, invoke: Invoke) -> None:
    invoke("theme", "new", "mine", "--accent", "#7A3CFF")
    listed = invoke("themes").output
    assert "made from #7A3CFF, for light pages" in listed
    assert "black headlines" in listed


def test_an_edited_theme_makes_its_pictures_stale(project: Path, invoke: Invoke) -> None:
    (project / "specs" / "themes").mkdir()
    write_spec(project, "themes/base", 'handle: "@ada"\n')
    write_spec(project, "themes/mine", "extends: base\n")
    write_spec(project, "word", QUOTE + "theme: mine\n")
    write_spec(project, "plain")
    assert "2 pictures made" in invoke("build").output
    write_spec(project, "themes/base", 'handle: "@grace"\n')
    told = invoke("build").output
    assert "1 picture made" in told, told
    assert "word.og.png" in told


def test_an_edited_logo_makes_its_pictures_stale(project: Path, invoke: Invoke) -> None:
    Image.new("RGB", (40, 40), "red").save("specs/logo.png")
    write_spec(project, "word", QUOTE + "theme: {logo: {file: logo.png}}\n")
    assert "1 picture made" in invoke("build").output
    assert "made" not in invoke("build").output.replace("0 pictures made", "")
    Image.new("RGB", (40, 40), "blue").save("specs/logo.png")
    assert "1 picture made" in invoke("build").output


def test_a_theme_that_cannot_be_read_is_told_with_its_place(project: Path, invoke: Invoke) -> None:
    (project / "specs" / "themes").mkdir()
    write_spec(project, "themes/mine", 'extends: paper\nmuted: "#AAAAAA"\n')
    result = invoke("render", "specs/word.yaml", "--theme", "mine")
    assert result.exit_code == 2
    assert "specs/themes/mine.yaml:2:8: muted: expected a contrast of at least 4.5" in result.output
    assert 'write `muted: "#' in result.output


def test_a_theme_may_be_set_on_the_command_line(project: Path, invoke: Invoke) -> None:
    result = invoke("render", "specs/word.yaml", "--set", 'theme={extends: ink, handle: "@ada"}', "-o", "x.png")
    assert result.exit_code == 0, result.output
