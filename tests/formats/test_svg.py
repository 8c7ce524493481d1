"""SVG: whole, self-contained, its texts readable, its bytes the same each time, and nothing lost that could travel."""

from __future__ import annotations

import io
import re
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from pipeline import formats, kinds
from pipeline.authoring import starters
from pipeline.color import Color
from pipeline.errors import FitError
from pipeline.formats import Label, Wish
from pipeline.formats._svg import faces as embedded
from pipeline.geometry import Affine, Point, Rect, Size
from pipeline.rendering import load, render
from pipeline.scene import Box, FaceRef, Glyph, Group, Item, LinearGradient, Picture, Scene, Shadow, Stop, TextRun
from pipeline.typography import Typesetter, library, subsetting
from tests import faces
from tests.conftest import QUOTE, REPOSITORY, python, write_spec

SVG = "{http://www.w3.org/2000/svg}"
LABEL = Label(
    "A title", "What is <seen> & “said”\nin two lines.", "article-visuals", (("Spec", "kind: x\n"),), "All of it."
)
SPECS = sorted(path for path in (REPOSITORY / "specs").glob("*.yaml") if path.name[0] != "_")
INK, NIGHT = Color(16, 38, 44), Color(240, 240, 230)


def drawn(*items: Item, wish: Wish = formats.NOTHING, dark: Scene | None = None, label: Label = LABEL) -> str:
    """The file of a page with these items."""
    return formats.made("svg", Scene(Size(200, 100), items), label, 1, wish, dark).data.decode()


def run(text: str, family: str = faces.SANS) -> TextRun:
    """A text of one run, its baseline at (10, 60)."""
    (found,) = Typesetter(library(None)).set(faces.spans(text, 20, family)).placed(10, 60)
    return found


def parsed(data: str | bytes) -> ElementTree.Element:
    return ElementTree.fromstring(data)


def readable(root: ElementTree.Element) -> str:
    """The characters of the texts in a file, a line each: what a search finds."""
    return "\n".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))


def references(root: ElementTree.Element, data: str) -> Iterator[str]:
    """All that a file refers to."""
    yield from (value for each in root.iter() for name, value in each.items() if name.endswith("href"))
    yield from re.findall(r"url\(([^)]*)\)", data)


@pytest.mark.parametrize("how", ["text", "outlines"])
@pytest.mark.parametrize("kind", kinds.names())
def test_each_kind_is_a_whole_file_that_refers_to_nothing_outside(kind: str, how: str) -> None:
    data = render(load(text=f"{starters.starter(kind)}\nsvg_text: {how}\n"), format_name="svg").data.decode()
    root = parsed(data)
    assert root.tag == f"{SVG}svg"
    assert all(each.startswith(("#", "data:image/", "data:font/woff;")) for each in references(root, data))
    assert not re.search(r"<script|<foreignObject|@import|\son\w+=|\sstyle=", data)
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    used = {each[1:] for each in references(root, data) if each[0] == "#"}
    assert len(ids) == len(set(ids))
    assert used <= set(ids)
    assert (root.find(f"{SVG}style") is None) == (how == "outlines")


@pytest.mark.parametrize("spec", SPECS, ids=lambda path: path.stem)
def test_every_word_of_a_picture_is_found_by_a_search(spec: Path) -> None:
    made = render(load(spec), format_name="svg")
    assert sorted(readable(parsed(made.data)).split("\n")) == sorted(
        each.text for each in _runs(made.scene.items) if each.text.strip()
    )


def _runs(items: tuple[Item, ...]) -> Iterator[TextRun]:
    for item in items:
        if isinstance(item, Group):
            yield from _runs(item.items)
        elif isinstance(item, TextRun):
            yield item


def test_a_file_says_what_it_shows_and_in_which_language() -> None:
    root = parsed(drawn(label=LABEL._replace(lang="de")))
    assert (root.get("role"), root.get("lang"), root.get("aria-label")) == ("img", "de", LABEL.alt)
    assert (root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")) == (LABEL.title, LABEL.description)


def test_a_file_is_read_back_with_its_texts_and_its_spec() -> None:
    data = drawn().encode()
    assert formats.read(data, "svg") == (200, 100, LABEL.alt, LABEL.description, True)
    assert formats.texts(data, "svg") == (LABEL.title, LABEL.alt, LABEL.description)
    assert formats.carried(data, "svg")[0]["Spec"] == "kind: x\n"


@pytest.mark.parametrize(
    "broken", [b"", b"<svg", b"<p/>", b"\x89PNG", b"<!DOCTYPE x [<!ENTITY a 'b'>]><svg/>", b"<svg/>", b"\xff\xfe<"]
)
def test_what_is_no_svg_is_refused(broken: bytes) -> None:
    with pytest.raises(ValueError, match="SVG"):
        formats.read(broken, "svg")


def test_characters_that_xml_does_not_know_are_left_out() -> None:
    label = Label("a\x00b\x0bc\ufffe\ud800", 'd\x1be"\t<', "s", (), "f\x01]]>")
    data = drawn(run("one")._replace(text="o\x01e"), label=label)
    assert formats.texts(data.encode(), "svg") == ("abc", 'de"\t<', "f]]>")


def test_the_same_scene_gives_the_same_bytes_in_any_process() -> None:
    code = (
        "from pipeline import load, render; import hashlib; "
        f"made = render(load({str(SPECS[0])!r}), format_name='svg'); print(hashlib.sha256(made.data).hexdigest())"
    )
    outputs = {python("-c", code, PYTHONHASHSEED=str(seed)).stdout for seed in (1, 2)}
    assert len(outputs) == 1
    assert len(outputs.pop()) == 65


def test_two_files_in_one_page_share_no_id() -> None:
    box = Box(Rect(0, 0, 9, 9), shadows=(Shadow(1, 2, INK),))
    one, other = (parsed(drawn(box, run(text))) for text in ("one", "two"))
    ids = [{each.get("id") for each in root.iter() if each.get("id")} for root in (one, other)]
    assert ids[0]
    assert not ids[0] & ids[1]


def test_each_character_has_a_place_of_its_own() -> None:
    shown = run("AVa")
    (text,) = parsed(drawn(shown)).iter(f"{SVG}text")
    places = [float(place) for place in text.get("x", "").split()]
    assert places == pytest.approx([10 + glyph.x for glyph in shown.glyphs], abs=0.01)


def test_a_word_with_a_ligature_is_drawn_and_stays_text() -> None:
    shown = run("an office here", faces.SERIF)
    assert len(shown.glyphs) < len(shown.text)
    root = parsed(drawn(shown))
    assert readable(root) == "an office here"
    hidden = [each.text for each in root.iter(f"{SVG}tspan") if each.get("fill-opacity") == "0"]
    assert hidden == ["office"]
    assert len(list(root.iter(f"{SVG}use"))) == len(shown.glyphs) - len("an here") - 1


def test_arabic_is_drawn_as_it_was_shaped_and_found_as_it_is_written(tmp_path: Path) -> None:
    words = "كل رفض"
    typesetter = Typesetter(faces.with_dejavu(tmp_path), lang="ar", direction="rtl")
    found = typesetter.set(faces.spans(words, 20, "DejaVu Sans")).placed(10, 60)
    root = parsed(drawn(*found))
    assert "".join("".join(text.itertext()) for text in root.iter(f"{SVG}text")) == words
    assert {text.get("direction") for text in root.iter(f"{SVG}text")} == {"rtl"}
    inked = [glyph for each in found for glyph in each.glyphs]
    assert len(list(root.iter(f"{SVG}use"))) == len(inked) - words.count(" ")


def test_an_embedded_face_has_the_letters_of_its_texts_alone_and_no_reserved_name() -> None:
    fonts = _fonts(drawn(run("Sharp at any size")))
    (font,) = fonts
    assert {chr(code) for code in font.getBestCmap()} == set("Sharp at any size")
    assert {each.nameID for each in font["name"].names} <= {0, 13, 14}
    assert not {"GSUB", "GPOS", "kern"} & set(font.keys())


def _fonts(data: str) -> list[TTFont]:
    found = re.findall(r"data:font/woff;base64,([^)]*)\)", data)
    return [TTFont(io.BytesIO(b64decode(each))) for each in found]


@pytest.mark.parametrize("spec", SPECS, ids=lambda path: path.stem)
def test_embedded_faces_measure_what_their_sources_do(spec: Path) -> None:
    """A table that gains nothing by compression is kept as it is: one of the same length would be read as such."""
    made = render(load(spec), format_name="svg")
    for font in _fonts(made.data.decode()):
        widths = [font["hmtx"][name][0] for name in font.getGlyphOrder()]
        assert max(widths) < 4 * font["head"].unitsPerEm


def test_woff_keeps_a_table_that_does_not_become_shorter() -> None:
    font = subsetting.letters(faces.face(), "a")
    packed = embedded.packed(font)
    unpacked = TTFont(io.BytesIO(packed))
    assert unpacked.flavor == "woff"
    plain = TTFont(io.BytesIO(font))
    assert {tag: unpacked.reader[tag] for tag in unpacked.reader.tables} == {
        tag: plain.reader[tag] for tag in plain.reader.tables
    }


@pytest.mark.parametrize(("bits", "reason"), faces.FORBIDDEN)
def test_a_face_that_may_not_travel_is_drawn_and_reported(project: Path, bits: int, reason: str) -> None:
    faces.licensed(project / "fonts", "Own", "Every word counts. Ada Example“”", bits)
    spec = write_spec(project, "own", QUOTE + "theme: {extends: paper, faces: {display: [Own], text: [Own]}}\n")
    made = render(load(spec), format_name="svg")
    assert b"@font-face" not in made.data
    assert any(reason in note.message and note.about == "faces" for note in made.notes)
    assert "word" in readable(parsed(made.data))
    outlined = render(load(spec, ["svg_text=outlines"]), format_name="svg")
    assert not [note for note in outlined.notes if reason in note.message]


def test_a_picture_travels_cropped_upright_and_without_what_its_camera_wrote(tmp_path: Path) -> None:
    photo = Image.effect_noise((400, 300), 60).convert("RGB")
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "at home, 12 Invented Street"
    photo.save(tmp_path / "me.jpg", exif=exif, quality=95)
    data = drawn(Picture(Rect(10, 10, 40, 80), str(tmp_path / "me.jpg"), radius=5))
    (image,) = parsed(data).iter(f"{SVG}image")
    kind, _, content = image.get("href", "").partition(";base64,")
    assert kind == "data:image/jpeg"
    shown = Image.open(io.BytesIO(b64decode(content)))
    assert shown.size == (80, 160)  # twice the box
    assert b"Invented" not in b64decode(content)


def test_a_picture_with_transparency_keeps_it(tmp_path: Path) -> None:
    Image.new("RGBA", (10, 10), (200, 0, 0, 128)).save(tmp_path / "logo.png")
    (image,) = parsed(drawn(Picture(Rect(0, 0, 50, 50), str(tmp_path / "logo.png")))).iter(f"{SVG}image")
    shown = Image.open(io.BytesIO(b64decode(image.get("href", "").partition(";base64,")[2])))
    assert (shown.mode, shown.getpixel((5, 5))) == ("RGBA", (200, 0, 0, 128))


def test_emoji_travel_in_their_own_colours(tmp_path: Path) -> None:
    path = faces.color_layers(tmp_path / "c.ttf", "Painted", "☀")
    root = parsed(drawn(TextRun(Point(10, 60), (Glyph(1, 0, 0),), FaceRef("Painted", str(path)), 40, INK, 40, "☀")))
    assert readable(root) == "☀"
    (image,) = root.iter(f"{SVG}image")
    assert float(image.get("width", "")) == pytest.approx(faces.SIDE / faces.EM * 40, abs=1)


def test_text_in_a_gradient_is_drawn_in_the_page_s_own_coordinates() -> None:
    gradient = LinearGradient(Point(10, 0), Point(90, 0), (Stop(0, INK), Stop(1, NIGHT)))
    text = run("sun")._replace(fill=gradient)
    (path,) = parsed(drawn(text, wish=Wish(is_outlined=True))).iter(f"{SVG}path")
    assert path.get("fill", "").startswith("url(#")
    assert path.get("transform") is None


def test_light_and_dark_are_one_scene_whose_colours_are_custom_properties() -> None:
    light, dark = (Box(Rect(0, 0, 9, 9), fill=color) for color in (INK, NIGHT))
    data = drawn(light, run("one"), dark=Scene(Size(200, 100), (dark, run("one"))))
    root = parsed(data)
    (box,) = root.iter(f"{SVG}rect")
    name = re.search(r"--[\w-]+", data)
    assert name is not None
    assert box.get("fill") == "#10262c"
    assert f"@media (prefers-color-scheme:dark){{:root{{{name[0]}:#f0f0e6;}}}}" in data
    assert f".{box.get('class')}{{fill:var({name[0]})}}" in data
    assert len(list(root.iter(f"{SVG}text"))) == 1


def test_what_differs_in_more_than_colours_is_there_twice() -> None:
    shadow = Box(Rect(0, 0, 9, 9), fill=INK, shadows=(Shadow(1, 2, INK),))
    data = drawn(shadow, dark=Scene(Size(200, 100), (shadow._replace(shadows=()),)))
    light, dark = parsed(data).iter(f"{SVG}g")
    assert [len(light), len(dark)] == [2, 1]
    assert f".{dark.get('class')}{{display:none}}" in data


def test_a_spec_names_the_theme_of_dark_pages(project: Path) -> None:
    made = render(load(write_spec(project, "own", QUOTE + "svg_dark: ink\n")), format_name="svg")
    assert b"prefers-color-scheme:dark" in made.data
    assert b"prefers" not in render(load("specs/word.yaml"), format_name="svg").data
    with pytest.raises(Exception, match="svg_dark: unknown theme `inc`"):
        load(write_spec(project, "own", QUOTE + "svg_dark: inc\n"))


def test_numbers_keep_their_precision_where_they_are_magnified() -> None:
    tiny = Group((Box(Rect(0.0001, 0, 0.001, 0.001), fill=INK),), Affine.scale(1000))
    (box,) = parsed(drawn(tiny)).iter(f"{SVG}rect")
    assert float(box.get("x", "")) == pytest.approx(0.0001)


def test_a_budget_is_kept() -> None:
    with pytest.raises(FitError, match="as svg"):
        drawn(run("one"), wish=Wish(100, "og"))


def test_a_box_rounder_than_half_of_it_is_a_pill() -> None:
    (box,) = parsed(drawn(Box(Rect(0, 0, 100, 20), fill=INK, radius=50))).iter(f"{SVG}rect")
    assert box.get("rx") == "10"


@pytest.mark.parametrize("spec", SPECS, ids=lambda path: path.stem)
def test_an_svg_is_no_heavier_than_its_png(spec: Path) -> None:
    visual = load(spec, ["budget=5 MB"])
    weights = [len(render(visual, format_name=name).data) for name in ("svg", "png")]
    assert weights[0] <= weights[1]
    if visual.kind.name in ("career_roadmap", "feedback_checklist"):
        assert weights[0] < 60_000


def test_nothing_is_painted_for_an_svg(project: Path) -> None:
    code = (
        "import sys; from pipeline import load, render; render(load('specs/word.yaml'), format_name='svg'); "
        "print([name for name in ('PIL', 'aggdraw', 'fontTools', 'matplotlib') if name in sys.modules])"
    )
    assert python("-c", code).stdout == b"[]\n"
