"""Tests of pipeline.typography.faces: found by their tables, the user's first, broken ones named."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from pipeline.errors import AssetError
from pipeline.geometry import Affine
from pipeline.typography import FaceLibrary, Typesetter, ink_masks, library
from pipeline.typography import faces as rooms
from pipeline.typography.faces import covers, font, has_color, metrics
from tests import faces
from tests.conftest import REPOSITORY
from tests.faces import NUMERALS, SANS, SERIF


def variable_file() -> str:
    """Manrope's variable face, which its package holds beside the static ones."""
    files = sorted(Path(faces.face(NUMERALS).path).parent.rglob("*.ttf"))
    return next(str(path) for path in files if "fvar" in TTFont(path))


class TestPackaged:
    def test_the_three_families_are_here(self) -> None:
        assert [family.name for family in library(None).families()] == [NUMERALS, SANS, SERIF]

    @pytest.mark.parametrize("weight", [300, 400, 700])
    def test_a_family_named_with_a_style_has_that_weight_alone(self, weight: int) -> None:
        assert library(None).find(f"{SERIF} Black", weight, False).name == "Source Serif Pro Black"
        assert library(None).find(f"{SERIF} black", weight, True).name == "Source Serif Pro Black Italic"

    @pytest.mark.parametrize(
        ("weight", "italic", "name"),
        [
            (300, False, "Source Serif Pro Light"),
            (300, True, "Source Serif Pro Light Italic"),
            (400, False, "Source Serif Pro Regular"),
            (600, True, "Source Serif Pro Semibold Italic"),
            (900, False, "Source Serif Pro Black"),
        ],
    )
    def test_a_face_is_found_by_weight_and_slant(self, weight: int, italic: bool, name: str) -> None:
        assert library(None).find(SERIF, weight, italic).name == name

    @pytest.mark.parametrize(("asked", "given"), [(100, "ExtraLight"), (340, "Light"), (1000, "Black")])
    def test_a_weight_that_is_not_here_is_the_nearest(self, asked: int, given: str) -> None:
        assert library(None).find(SERIF, asked, False).name == f"{SERIF} {given}"

    def test_letters_stay_upright_where_a_family_has_no_italic(self) -> None:
        assert library(None).find(NUMERALS, 600, True) == library(None).find(NUMERALS, 600, False)

    def test_a_familys_name_may_be_written_small(self) -> None:
        assert library(None).find("source serif pro", 400, False) == faces.face()

    def test_a_family_tells_its_styles_from_light_to_heavy_and_its_scripts(self) -> None:
        family = library(None).families()[0]
        assert family.styles == ("ExtraLight", "Light", "Regular", "Medium", "SemiBold", "Bold", "ExtraBold")
        assert (family.scripts, family.origin) == (("Latin", "Greek", "Cyrillic"), "package")

    def test_the_comps_numbers_are_the_faces_own(self) -> None:
        found = metrics(faces.face(SERIF, 300))
        assert (found.ascender, found.descender) == pytest.approx((1.036, -0.335), abs=0.001)
        assert (found.cap_height, found.x_height) == pytest.approx((0.67, 0.475), abs=0.006)

    def test_packages_are_found_as_importlib_metadata_finds_them(self) -> None:
        from importlib.metadata import entry_points

        expected = {path for entry in entry_points(group="fonts_ttf") for path in entry.load().values()}
        assert {face.path for face in library(None).faces} == expected


class TestOwn:
    """Files in the user's folder."""

    def test_a_file_is_known_by_its_tables_not_by_its_name(self, tmp_path: Path) -> None:
        path = faces.copied(faces.face(SERIF, 700, italic=True).path, tmp_path, "Arial-Regular.ttf")
        found = FaceLibrary(str(tmp_path)).find(SERIF, 700, True)
        assert (found.path, found.name) == (str(path), "Source Serif Pro Bold Italic")

    def test_a_files_name_finds_nothing(self, tmp_path: Path) -> None:
        faces.copied(faces.face().path, tmp_path, "Misleading-Regular.ttf")
        with pytest.raises(AssetError, match="no face of the family `Misleading`"):
            FaceLibrary(str(tmp_path)).find("Misleading", 400, False)

    def test_they_come_before_the_packages(self, tmp_path: Path) -> None:
        own = faces.squares(tmp_path / "z.ttf", SERIF, "ab")
        assert FaceLibrary(str(tmp_path)).find(SERIF, 400, False).path == str(own)

    def test_they_come_first_wherever_their_folder_lies(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        own = faces.squares(tmp_path / "z.ttf", SERIF, "ab")
        packaged = library(None).faces
        moved = tuple(face._replace(path=str(tmp_path / "a" / Path(face.path).name)) for face in packaged)
        monkeypatch.setattr(rooms, "_packaged", lambda: moved)
        assert FaceLibrary(str(tmp_path)).find(SERIF, 400, False).path == str(own)

    def test_a_weight_that_only_the_package_has_comes_from_there(self, tmp_path: Path) -> None:
        faces.squares(tmp_path / "z.ttf", SERIF, "ab", style="Bold", weight=700)
        assert FaceLibrary(str(tmp_path)).find(SERIF, 300, False) == faces.face(SERIF, 300)

    def test_folders_in_the_folder_are_read(self, tmp_path: Path) -> None:
        path = faces.squares(tmp_path / "deep" / "er" / "a.TTF", "Squares", "a")
        assert FaceLibrary(str(tmp_path)).find("Squares", 400, False).path == str(path)

    def test_other_files_are_left_alone(self, tmp_path: Path) -> None:
        (tmp_path / "README.md").write_text("no face", encoding="utf-8")
        (tmp_path / "OFL.txt").write_text("no face", encoding="utf-8")
        assert FaceLibrary(str(tmp_path)).faces == library(None).faces

    def test_an_empty_folder_leaves_the_packages(self, tmp_path: Path) -> None:
        assert FaceLibrary(str(tmp_path)).find(SERIF, 400, False) == faces.face()

    def test_a_collection_holds_several_faces(self, tmp_path: Path) -> None:
        one = faces.squares(tmp_path / "parts" / "one.ttf", "One", "a")
        two = faces.squares(tmp_path / "parts" / "two.ttf", "Two", "b", style="Bold", weight=700)
        faces.collection(tmp_path / "fonts" / "both.ttc", one, two)
        own = FaceLibrary(str(tmp_path / "fonts"))
        found = [own.find(family, 400, False) for family in ("One", "Two")]
        assert [(ref.name, ref.number) for ref in found] == [("One Regular", 0), ("Two Bold", 1)]
        assert [covers(ref, letter) for ref in found for letter in "ab"] == [True, False, False, True]

    def test_the_search_does_not_depend_on_the_order_of_the_disk(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in ("b.ttf", "a.ttf", "c/a.ttf", "B/x.ttf"):
            faces.squares(tmp_path / name, "Same", "a")
        expected = FaceLibrary(str(tmp_path)).faces
        walk = os.walk

        def backwards(folder: str) -> object:
            for parent, folders, names in walk(folder):
                folders.reverse()
                yield parent, folders, names[::-1]

        monkeypatch.setattr(os, "walk", backwards)
        assert FaceLibrary(str(tmp_path)).faces == expected


class TestVariable:
    @pytest.fixture
    def own(self, tmp_path: Path) -> FaceLibrary:
        faces.copied(variable_file(), tmp_path, "some.ttf")
        return FaceLibrary(str(tmp_path))

    def test_a_variable_face_takes_any_weight_of_its_range(self, own: FaceLibrary) -> None:
        family = own.faces[0].family
        assert own.faces[0].weight < own.faces[0].heaviest
        assert own.find(family, 437, False).axes == (("wght", 437.0),)

    def test_beyond_its_range_it_goes_as_far_as_it_can(self, own: FaceLibrary) -> None:
        first = own.faces[0]
        assert own.find(first.family, 1000, False).axes == (("wght", float(first.heaviest)),)

    @pytest.mark.parametrize(("style", "weight"), [("Light", 300), ("Bold", 700), ("ExtraBold", 800)])
    def test_a_style_that_it_names_is_found_by_name(self, own: FaceLibrary, style: str, weight: int) -> None:
        family = own.faces[0].family
        for asked in (300, 900):
            assert own.find(f"{family} {style.lower()}", asked, False).axes == (("wght", float(weight)),)

    def test_its_styles_are_listed_from_light_to_heavy(self, own: FaceLibrary) -> None:
        styles = own.families()[0].styles
        assert styles == ("ExtraLight", "Light", "Regular", "Medium", "SemiBold", "Bold", "ExtraBold")

    def test_its_letters_change_with_the_weight(self, own: FaceLibrary) -> None:
        family = own.faces[0].family
        light, heavy = (font(own.find(family, weight, False)) for weight in (200, 800))
        glyph = light.get_nominal_glyph(ord("m"))
        assert heavy.get_glyph_h_advance(glyph) > light.get_glyph_h_advance(glyph)


class TestMistakes:
    def test_an_unknown_family_is_told_the_nearest(self) -> None:
        with pytest.raises(AssetError) as caught:
            library(None).find("Sorce Serif Pro", 400, False)
        assert str(caught.value) == (
            "no face of the family `Sorce Serif Pro` is here\n"
            "  hint: the nearest family is `Source Serif Pro`; put its files into fonts/; "
            "families at hand are Manrope, Source Sans Pro, Source Serif Pro"
        )

    def test_a_family_that_is_like_no_other_is_told_what_is_here(self) -> None:
        with pytest.raises(AssetError) as caught:
            library(None).find("Xyzzy", 400, False)
        assert caught.value.problems[0].hint.startswith("put its files into fonts/; families at hand are Manrope")

    @pytest.mark.parametrize("content", [b"", b"this is no face", b"\x00\x01\x00\x00" + b"\xff" * 60])
    @pytest.mark.parametrize("name", ["broken.ttf", "broken.woff", "broken.woff2"])
    def test_a_broken_file_is_named_and_does_not_stop_the_others(
        self, tmp_path: Path, name: str, content: bytes
    ) -> None:
        (tmp_path / name).write_bytes(content)
        faces.squares(tmp_path / "whole.ttf", "Squares", "a")
        own = FaceLibrary(str(tmp_path))
        assert own.find("Squares", 400, False).path == str(tmp_path / "whole.ttf")
        (problem,) = own.refused
        assert problem.place is not None
        assert problem.place.path.endswith(name)
        assert problem.hint == "fonts/ takes TTF, OTF, TTC, WOFF and WOFF2 files"

    def test_where_no_face_has_a_character_the_files_among_which_it_may_be_are_named(self, tmp_path: Path) -> None:
        (tmp_path / "broken.ttf").write_bytes(b"no face")
        own = FaceLibrary(str(tmp_path))
        for use in (lambda: own.find("Broken Sans", 400, False), lambda: Typesetter(own).set(faces.spans("ქ"))):
            with pytest.raises(AssetError) as caught:
                use()
            assert caught.value.problems[1:] == own.refused

    @pytest.mark.parametrize("share", [0.05, 0.5, 0.99])
    def test_a_face_that_was_cut_short_is_named(self, tmp_path: Path, share: float) -> None:
        data = Path(faces.face().path).read_bytes()
        (tmp_path / "half.ttf").write_bytes(data[: int(len(data) * share)])
        own = FaceLibrary(str(tmp_path))
        assert own.find(SERIF, 400, False) == faces.face()
        assert ["half.ttf" in str(problem) for problem in own.refused] == [True]

    def test_a_collection_that_was_cut_short_is_named(self, tmp_path: Path) -> None:
        parts = [Path(faces.face(NUMERALS, weight).path) for weight in (400, 800)]
        whole = faces.collection(tmp_path / "fonts" / "both.ttc", *parts)
        assert FaceLibrary(str(tmp_path / "fonts")).find(NUMERALS, 800, False).path == str(whole)
        whole.write_bytes(whole.read_bytes()[:-2000])
        (problem,) = FaceLibrary(str(tmp_path / "fonts")).refused
        assert problem.message == "the end of the face is missing"


class TestInk:
    """A face has a character only if what it has of it can be drawn."""

    def test_a_face_of_svg_drawings_alone_is_refused_by_name(self, tmp_path: Path) -> None:
        faces.svg_drawings(tmp_path / "svg.ttf", "Drawn", "🀄🃏")
        own = FaceLibrary(str(tmp_path))
        with pytest.raises(AssetError, match="🀄"):
            Typesetter(own).set(faces.spans("Go 🀄"))
        (problem,) = own.refused
        assert "svg.ttf" in str(problem)
        assert "SVG drawings alone" in problem.message
        assert "COLR layers or bitmaps" in problem.hint

    def test_a_character_whose_glyph_is_empty_comes_from_another_face(self, tmp_path: Path) -> None:
        faces.squares(tmp_path / "empty.ttf", "A", "☂☃", blank="☂")
        faces.squares(tmp_path / "full.ttf", "B", "☂☃")
        runs = Typesetter(FaceLibrary(str(tmp_path))).set(faces.spans("☃☂")).lines[0].runs
        assert [(run.text, run.face.name) for run in runs] == [("☃", "A Regular"), ("☂", "B Regular")]

    @pytest.mark.parametrize("blank", ["\u2800", "\u3164", "\u3000", "\u034f"])
    def test_what_is_to_be_blank_may_be_blank(self, tmp_path: Path, blank: str) -> None:
        own = faces.with_squares(tmp_path, f"☂{blank}", blank=blank)
        assert covers(own.find("Squares", 400, False), blank)

    def test_layers_and_bitmaps_are_ink(self, tmp_path: Path) -> None:
        faces.color_layers(tmp_path / "layers.ttf", "Layers", "😀")
        assert covers(FaceLibrary(str(tmp_path)).find("Layers", 400, False), "😀")


class TestPacked:
    """WOFF and WOFF2 files, unpacked in memory."""

    @pytest.mark.parametrize("flavor", ["woff", "woff2"])
    def test_a_packed_face_draws_as_the_plain_one(self, tmp_path: Path, flavor: str) -> None:
        faces.packed(tmp_path / f"own.{flavor}", faces.face(SERIF, 700).path, flavor)
        own = FaceLibrary(str(tmp_path))
        found = own.find(SERIF, 700, False)
        assert found.path == str(tmp_path / f"own.{flavor}")
        text = faces.spans("Quick", family=SERIF)
        bold = [text[0]._replace(style=faces.style(weight=700))]
        plain = Typesetter(library(None)).set(bold).lines[0].runs[0]
        packed = Typesetter(own).set(bold).lines[0].runs[0]
        assert packed.face == found
        assert packed.glyphs == plain.glyphs
        assert list(ink_masks(packed, Affine())) == list(ink_masks(plain, Affine())) != []

    def test_it_is_told_what_is_missing_for_woff2(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        faces.packed(tmp_path / "own.woff2", faces.face().path, "woff2")
        monkeypatch.setattr("fontTools.ttLib.woff2.haveBrotli", False)
        (problem,) = FaceLibrary(str(tmp_path)).refused
        assert "Brotli, which is missing" in problem.message
        assert "pip install 'article-visuals[woff2]'" in problem.hint
        assert "TTF or OTF" in problem.hint

    def test_a_packed_face_that_was_cut_short_is_named(self, tmp_path: Path) -> None:
        whole = faces.packed(tmp_path / "own.woff", faces.face().path, "woff")
        whole.write_bytes(whole.read_bytes()[:-4000])
        (problem,) = FaceLibrary(str(tmp_path)).refused
        assert "own.woff" in str(problem)

    def test_only_a_packed_face_pays_for_its_unpacking(self) -> None:
        code = "import sys; from pipeline.typography import library; library(None).families(); " + (
            "sys.exit('fontTools' in sys.modules)"
        )
        assert subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, check=False).returncode == 0


class TestSystem:
    """The machine's own faces: only for who names one of their families."""

    @pytest.fixture
    def machine(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
        folder = tmp_path / "machine"
        faces.squares(folder / "a.ttf", "House Face", "ab")
        (folder / "broken.ttf").write_bytes(b"no face")
        monkeypatch.setattr(rooms, "SYSTEM_FOLDERS", (str(folder),))
        rooms._system.cache_clear()
        yield folder
        rooms._system.cache_clear()

    def test_a_family_of_the_machine_is_found_by_name(self, machine: Path) -> None:
        assert FaceLibrary(None).find("House Face", 400, False).path == str(machine / "a.ttf")

    def test_no_picture_takes_one_by_accident(self, machine: Path) -> None:
        assert not any("House" in ref.name for ref in FaceLibrary(None).fallbacks(400, False))
        assert "House Face" not in [family.name for family in FaceLibrary(None).families()]


class TestColour:
    def test_layers_and_pictures_are_colours(self, tmp_path: Path) -> None:
        faces.color_layers(tmp_path / "layers.ttf", "Layers", "😀")
        faces.strikes(tmp_path / "strikes.ttf", "Strikes", "😀", b"png")
        own = FaceLibrary(str(tmp_path))
        assert [has_color(own.find(name, 400, False)) for name in ("Layers", "Strikes", SERIF)] == [True, True, False]

    def test_a_family_of_emoji_says_so(self, tmp_path: Path) -> None:
        faces.color_layers(tmp_path / "layers.ttf", "Layers", "😀")
        assert FaceLibrary(str(tmp_path)).families()[0].scripts == ("Emoji",)
