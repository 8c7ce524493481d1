"""Tests of the shelf: themes beside a spec, what they take from others, and what a broken one is told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import Image

from pipeline import theme
from pipeline.color import Color
from pipeline.errors import ThemeError
from pipeline.source import Node
from pipeline.theme import Shelf, contrast
from pipeline.theme.companions import COMPANIONS, ON
from pipeline.theme.tokens import Colors


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a project's own themes."""
    (tmp_path / "pyproject.toml").touch()
    found = tmp_path / "specs" / "themes"
    found.mkdir(parents=True)
    return found


def written(folder: Path, text: str, name: str = "mine") -> Shelf:
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return Shelf(str(folder))


def complaint(shelf: Shelf, name: str = "mine") -> str:
    with pytest.raises(ThemeError) as caught:
        shelf.load(name)
    return str(caught.value)


class TestReading:
    def test_a_theme_takes_what_it_leaves_out_from_the_one_it_extends(self, folder: Path) -> None:
        mine, ink = written(folder, "extends: ink\nmuted: '#FFF'\n").load("mine"), theme.load("ink")
        assert mine.colors.muted == Color(255, 255, 255)
        assert (mine.colors.paper, mine.gradients, mine.shadows) == (ink.colors.paper, ink.gradients, ink.shadows)

    def test_a_theme_that_does_not_say_extends_paper(self, folder: Path) -> None:
        mine = written(folder, "card_radius: 0\n").load("mine")
        assert (mine.colors, mine.card_radius) == (theme.load("paper").colors, 0)

    def test_a_mapping_is_extended_key_by_key(self, folder: Path) -> None:
        faces = written(folder, "faces: {display: Manrope}\n").load("mine").faces
        assert (faces.display, faces.text) == (("Manrope",), ("Source Sans Pro",))

    def test_a_theme_may_extend_one_beside_it(self, folder: Path) -> None:
        written(folder, "extends: ink\nhandle: '@ada'\n", "base")
        mine = written(folder, "extends: base\ncard_radius: 3\n").load("mine")
        assert (mine.handle, mine.card_radius, mine.colors.ink) == ("@ada", 3, theme.load("ink").colors.ink)

    def test_a_description_is_not_inherited(self, folder: Path) -> None:
        assert written(folder, "handle: '@ada'\n").load("mine").description == "extends paper"

    def test_its_own_themes_are_listed_beside_those_built_in(self, folder: Path) -> None:
        (folder / "_draft.yaml").touch()
        (folder / "notes.txt").touch()
        assert set(written(folder, "handle: a\n").names()) == {*theme.names(), "mine"}

    def test_a_theme_that_is_edited_is_read_again(self, folder: Path) -> None:
        assert written(folder, "handle: '@ada'\n").load("mine").handle == "@ada"
        assert written(folder, "handle: '@grace'\n").load("mine").handle == "@grace"

    def test_a_base_that_is_edited_is_read_again(self, folder: Path) -> None:
        written(folder, "extends: base\n")
        assert written(folder, "handle: '@ada'\n", "base").load("mine").handle == "@ada"
        assert written(folder, "handle: '@grace'\n", "base").load("mine").handle == "@grace"

    def test_without_a_folder_there_are_the_themes_built_in(self, tmp_path: Path) -> None:
        assert Shelf(str(tmp_path / "none")).names() == theme.names()


class TestCompanions:
    def test_the_tones_beside_an_accent_go_along(self, folder: Path) -> None:
        mine, paper = written(folder, 'accent: "#6A2BD9"\n').load("mine").colors, theme.load("paper").colors
        for token in COMPANIONS["accent"]:
            assert getattr(mine, token) != getattr(paper, token), token
        assert mine.flow_node == mine.cat[0] == mine.accent
        assert mine.accent_tint.blue > mine.accent_tint.green
        assert mine.cat[2:] == paper.cat[2:], "colours of other hues stay"

    def test_what_the_theme_says_stays_as_it_says(self, folder: Path) -> None:
        mine = written(folder, 'accent: "#6A2BD9"\naccent_tint: "#EEE"\n').load("mine").colors
        assert str(mine.accent_tint) == "#EEEEEE"

    @pytest.mark.parametrize("accent", ["accent", "accent_2"])
    def test_text_on_an_accent_changes_when_it_could_not_be_read(self, folder: Path, accent: str) -> None:
        color = {"accent": "#9DE0C0", "accent_2": "#5B2A86"}[accent]
        mine = written(folder, f'extends: {"ink" if accent == "accent" else "paper"}\n{accent}: "{color}"\n').load(
            "mine"
        )
        ground, text = getattr(mine.colors, accent), getattr(mine.colors, ON[accent])
        assert text.contrast(ground) >= 4.5

    def test_a_grey_accent_has_grey_companions(self, folder: Path) -> None:
        tint = written(folder, 'accent: "#333333"\n').load("mine").colors.accent_tint
        assert max(tint[:3]) - min(tint[:3]) <= 4


class TestErrors:
    @pytest.mark.parametrize("name", ["papr", "Paper", "../themes/paper", "paper.yaml", ""])
    def test_an_unknown_theme_is_refused_with_the_list(self, name: str) -> None:
        assert complaint(Shelf(), name).startswith(f"unknown theme `{name}`\n  hint: ")
        assert complaint(Shelf(), name).endswith("themes are grid, ink, paper, press")

    def test_the_nearest_theme_is_named(self) -> None:
        assert "the nearest is `paper`" in complaint(Shelf(), "papr")

    def test_mistakes_in_a_theme_are_told_with_their_places(self, folder: Path) -> None:
        shelf = written(folder, "description: mine\nink: black\ninkk: '#000'\n")
        first, hint, second, nearest = complaint(shelf).split("\n")
        path = folder / "mine.yaml"
        assert first == f"{path}:2:6: ink: expected a colour such as #0D5A66, found `black`"
        assert hint == "  hint: Headings and other first text."
        assert second == f"{path}:3:1: unknown key `inkk` in theme"
        assert nearest.startswith("  hint: the nearest key is `ink`; allowed keys are accent, accent_2, ")

    def test_a_theme_cannot_extend_an_unknown_one(self, folder: Path) -> None:
        shelf = written(folder, "extends: papr\n")
        assert complaint(shelf).startswith(f"{folder / 'mine.yaml'}:1:10: unknown theme `papr`")

    def test_themes_cannot_extend_one_another_in_a_ring(self, folder: Path) -> None:
        written(folder, "extends: b\n", "a")
        shelf = written(folder, "extends: a\n", "b")
        assert complaint(shelf, "a").startswith(
            f"{folder / 'b.yaml'}:1:10: extends: the themes a, b extend one another"
        )

    def test_a_theme_cannot_have_the_name_of_one_built_in(self, folder: Path) -> None:
        fact = "expected a name of its own, found that of the theme `paper`, which is built in"
        assert fact in complaint(written(folder, "extends: ink\n", "paper"), "paper")

    def test_a_broken_file_is_a_theme_error(self, folder: Path) -> None:
        assert complaint(written(folder, "ink: [")).startswith(f"{folder / 'mine.yaml'}:1:6: ")

    def test_what_is_wrong_with_a_theme_is_worked_out_once_for_all_specs(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        checked, check = [], contrast.check

        def counting(colors: Colors, keys: Node, own: Node) -> None:
            checked.append(colors)
            check(colors, keys, own)

        monkeypatch.setattr(contrast, "check", counting)
        told = complaint(written(folder, "muted: '#9A9A9A'\n"))
        assert complaint(Shelf(str(folder))) == told
        assert len(checked) == 1
        assert complaint(written(folder, "muted: '#9B9B9B'\nink: '#999'\n")) != told
        assert len(checked) == 2

    def test_a_theme_that_is_no_mapping_is_refused(self, folder: Path) -> None:
        assert "expected keys with values, found a list" in complaint(written(folder, "- a\n"))

    def test_a_theme_that_is_built_in_must_be_whole(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        written(folder, "description: mine\n")
        monkeypatch.setattr("pipeline.theme.shelf.FOLDER", str(folder))
        assert complaint(Shelf()).count("missing key") > 30


class TestLogo:
    def test_a_logo_is_found_from_the_file_that_names_it(self, folder: Path) -> None:
        Image.new("RGBA", (120, 40)).save(folder.parent / "logo.png")
        mark = written(folder, "logo: {file: ../logo.png, corner: top_left, size: 30}\n").load("mine").mark
        assert mark is not None
        assert os.path.samefile(mark.path, folder.parent / "logo.png")
        assert (mark.ratio, mark.corner, mark.size) == (3, "top_left", 30)

    def test_an_inherited_logo_is_still_found_from_its_own_file(self, folder: Path) -> None:
        Image.new("RGBA", (40, 40)).save(folder / "logo.png")
        written(folder, "logo: {file: logo.png}\n", "base")
        assert written(folder, "extends: base\n").load("mine").mark is not None

    def test_a_missing_logo_is_told_with_its_place_and_the_nearest_name(self, folder: Path) -> None:
        Image.new("RGBA", (40, 40)).save(folder / "logo.png")
        message = complaint(written(folder, "handle: a\nlogo:\n  file: lgo.png\n"))
        assert message.startswith(f"{folder / 'mine.yaml'}:3:9: logo.file: cannot read lgo.png: no such file")
        assert message.endswith("hint: the nearest name is logo.png")

    def test_of_a_missing_logo_without_a_near_name_it_says_whose_folder_counts(self, folder: Path) -> None:
        message = complaint(written(folder, "logo: {file: nowhere.svg}\n"))
        assert message.endswith(f"hint: paths are counted from the folder of {folder / 'mine.yaml'}")

    def test_a_logo_that_is_no_png_is_refused(self, folder: Path) -> None:
        (folder / "logo.png").write_bytes(b"GIF89a")
        assert "expected a PNG, found another file in logo.png" in complaint(
            written(folder, "logo: {file: logo.png}\n")
        )

    def test_a_logo_outside_the_project_is_refused(self, folder: Path) -> None:
        assert "leads out of the spec's project" in complaint(written(folder, "logo: {file: ../../../x.png}\n"))
