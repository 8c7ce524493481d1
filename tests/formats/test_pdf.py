"""PDF: whole, its texts found in the order in which they are read, tagged, its bytes the same each time."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from pipeline import formats, kinds
from pipeline.authoring import starters
from pipeline.color import Color
from pipeline.errors import FitError
from pipeline.formats import Label, Sheet, Wish
from pipeline.geometry import Affine, Point, Rect, Size
from pipeline.rendering import load, render
from pipeline.scene import (
    Box,
    FaceRef,
    Glyph,
    Group,
    Item,
    LinearGradient,
    Picture,
    Scene,
    Shadow,
    Stop,
    Stroke,
    TextRun,
    runs,
)
from pipeline.scene import (
    Path as Line,
)
from pipeline.typography import Typesetter, library
from tests import documents, faces
from tests.conftest import QUOTE, REPOSITORY, python, write_spec
from tests.documents import Document

LABEL = Label(
    "A title: “ä”", "What is <seen> & “said”\nin two lines.", "article-visuals", (("Spec", "kind: x\n"),), "All.", "de"
)
SPECS = sorted(path for path in (REPOSITORY / "specs").glob("*.yaml") if path.name[0] != "_")
INK, CLEAR, PAPER = Color(16, 38, 44), Color(16, 38, 44, 0.25), Color(240, 240, 230)
FADING = LinearGradient(Point(10, 0), Point(90, 0), (Stop(0, INK), Stop(0.5, CLEAR), Stop(1, PAPER)))
PAGE = Size(200, 100)


def drawn(*items: Item, wish: Wish = formats.NOTHING, label: Label = LABEL) -> bytes:
    """The file of a page with these items."""
    return formats.made("pdf", Scene(PAGE, items), label, 1, wish).data


def run(text: str, family: str = faces.SANS, size: float = 20) -> TextRun:
    """A text of one run, its baseline at (10, 60)."""
    (found,) = Typesetter(library(None)).set(faces.spans(text, size, family)).placed(10, 60)
    return found


def painted(face: Path, text: str) -> TextRun:
    """The first glyph of a face, once."""
    return TextRun(Point(10, 60), (Glyph(1, 0, 0),), FaceRef("Own", str(face)), 40, INK, 40, text)


def kept(data: bytes, folder: Path) -> Path:
    (folder / "own.pdf").write_bytes(data)
    return folder / "own.pdf"


def fonts(document: Document) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Each embedded face: how it is drawn, and what describes it."""
    found = [
        document.at(font["DescendantFonts"][0]) for font in document.resources("Font") if "DescendantFonts" in font
    ]
    return [(font, document.at(font["FontDescriptor"])) for font in found]


def typed(texts: Iterable[str]) -> str:
    return "".join("".join(text.split()) for text in texts)


@pytest.mark.parametrize("kind", kinds.names())
def test_each_kind_is_a_whole_file(kind: str, tmp_path: Path) -> None:
    made = render(load(text=starters.starter(kind)), format_name="pdf")
    document = Document(made.data)
    (page,) = document.pages
    assert page["MediaBox"] == [0, 0, made.width * 0.75, made.height * 0.75]
    assert {tuple(page[box]) for box in ("CropBox", "BleedBox", "TrimBox", "ArtBox")} == {tuple(page["MediaBox"])}
    documents.accepted(kept(made.data, tmp_path))


@pytest.mark.parametrize("spec", SPECS, ids=lambda path: path.stem)
def test_every_word_is_found(spec: Path, tmp_path: Path) -> None:
    made = render(load(spec), format_name="pdf")
    found = documents.words(kept(made.data, tmp_path), "-raw")
    assert sorted(typed(found)) == sorted(typed(each.text for each in runs(made.scene.items)))
    for each in sorted(runs(made.scene.items), key=lambda run: -len(run.text))[:9]:
        assert typed([each.text]) in typed(found)


@pytest.mark.parametrize(
    ("spec", "read"),
    [
        ("career_roadmap", ["Go deeper", "SQL and statistics", "Senior data", "Step sideways", "UX researcher"]),
        ("steps", ["Turn a no", "Wait a day", "1 day", "Say thank you", "10 min", "Result", "One lesson"]),
        ("applications_dashboard", ["Twelve said no", "Active applications", "Pipeline", "Halden & Rowe"]),
        ("feedback_checklist", ["What my interview", "Technical knowledge", "Name the trade-off", "Communication"]),
    ],
)
def test_texts_are_found_in_the_order_in_which_they_are_read(spec: str, read: list[str], tmp_path: Path) -> None:
    made = render(load(REPOSITORY / "specs" / f"{spec}.yaml"), "portrait", format_name="pdf")
    found = typed(documents.words(kept(made.data, tmp_path), "-raw"))
    places = [found.find(typed([text])) for text in read]
    assert min(places) >= 0
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("ar", "كل رفض هو إعادة توجيه (لا) نحو الأفضل 2024"),
        ("he", "כל דחייה היא הכוונה מחדש (לא) 2024 לטובה"),
        ("fa", "هر «نه» یک تغییر مسیر است"),
    ],
)
def test_lines_from_right_to_left_are_found_as_they_are_written(lang: str, words: str, tmp_path: Path) -> None:
    typesetter = Typesetter(faces.with_dejavu(tmp_path), lang=lang, direction="rtl")
    found = typesetter.set(faces.spans(words, 8, "DejaVu Sans")).placed(10, 60)
    path = kept(drawn(*found, label=LABEL._replace(lang=lang)), tmp_path)
    assert typed(documents.words(path)) == typed([words])
    letters = [each for each in documents.words(path, "-raw") if each.isalpha()]
    assert letters == [each for each in words.split() if each.isalpha()]  # the order of the content, too


def test_ligatures_and_marks_are_found_as_characters(tmp_path: Path) -> None:
    library_ = faces.with_dejavu(tmp_path)
    text = "an office of e\u0301te\u0301"
    own = Typesetter(library_).set(faces.spans(text, 20, "DejaVu Sans")).placed(10, 60)
    serif = run("an office here", faces.SERIF)
    assert len(serif.glyphs) < len(serif.text)
    for items in (own, (serif,)):
        data = drawn(*items)
        assert b"ActualText" not in Document(data).content()
        assert typed(documents.words(kept(data, tmp_path))) == typed(documents.plain(each.text) for each in items)


def test_what_shaping_alone_does_not_give_is_told_beside_the_glyphs(tmp_path: Path) -> None:
    shown = run("Sum")
    other = shown._replace(glyphs=tuple(glyph._replace(id=glyph.id + 1) for glyph in shown.glyphs))
    data = drawn(other)
    assert b"/ActualText (Sum)" in Document(data).content()
    assert documents.words(kept(data, tmp_path)) == ["Sum"]


def test_a_page_is_a_figure_with_alt_text_box_and_language() -> None:
    other = LABEL._replace(title="Another", alt="Alt", lang="ar", extra=(("Spec", "kind: y\n"),))
    sheets = [Sheet(Scene(PAGE, ()), LABEL, 1, "One"), Sheet(Scene(Size(80, 60), ()), other, 2, "Two")]
    document = Document(formats.bound("pdf", sheets, LABEL).data)
    assert document.catalog["MarkInfo"] == {"Marked": "true"}
    assert document.catalog["Lang"] == "de"
    assert [(each["S"], each["Alt"], each["Lang"], each["A"]["BBox"]) for each in document.figures()] == [
        ("/Figure", LABEL.alt, "de", [0, 0, 150, 75]),
        ("/Figure", "Alt", "ar", [0, 0, 120, 90]),
    ]
    root = document.at(document.catalog["StructTreeRoot"])
    entries = root["ParentTree"]["Nums"]
    parents = {order: document.at(found[0]) for order, found in zip(entries[::2], entries[1::2], strict=True)}
    for order, page in enumerate(document.pages):
        assert parents[page["StructParents"]]["Alt"] == sheets[order].label.alt
        assert document.at(parents[order]["Pg"]) == page
        assert document.content(order).startswith(b"/Figure <</MCID 0>> BDC\n")
        assert document.content(order).endswith(b"EMC\n")
    first = document.at(document.at(document.catalog["Outlines"])["First"])
    assert (first["Title"], document.at(first["Next"])["Title"]) == ("One", "Two")
    assert document.at(document.at(first["Next"])["Dest"][0]) == document.pages[1]


def test_a_file_is_read_back_with_its_texts_and_its_specs() -> None:
    data = drawn()
    assert formats.read(data, "pdf") == (200, 100, LABEL.alt, LABEL.description, True)
    assert formats.texts(data, "pdf") == (LABEL.title, LABEL.alt, LABEL.description)
    assert formats.carried(data, "pdf") == [{"Spec": "kind: x\n", "Spec-Without": ""}]
    assert formats.carried(drawn(label=LABEL._replace(extra=())), "pdf") == []
    assert b"Date" not in data


def test_what_is_no_pdf_or_is_cut_short_is_refused() -> None:
    data = drawn(run("one"))
    for broken in (b"", b"<svg/>", data[:-9], data[: len(data) // 2], data.replace(b"1 0 obj", b"9 0 obj"), data[:9]):
        with pytest.raises(ValueError, match=r"not a PDF|damaged"):
            formats.read(broken, "pdf")


def test_the_same_scene_gives_the_same_bytes_in_any_process() -> None:
    code = (
        "from pipeline import load, render; import hashlib; "
        f"made = render(load({str(SPECS[1])!r}), format_name='pdf'); print(hashlib.sha256(made.data).hexdigest())"
    )
    outputs = {python("-c", code, PYTHONHASHSEED=str(seed)).stdout for seed in (1, 2)}
    assert len(outputs) == 1
    assert len(outputs.pop()) == 65


def test_pages_share_faces_and_pictures() -> None:
    scene = Scene(PAGE, (run("one"), Box(Rect(9, 9, 50, 50), fill=PAPER, shadows=(Shadow(2, 4, INK),))))
    single, double = (formats.bound("pdf", [Sheet(scene, LABEL)] * count, LABEL).data for count in (1, 2))
    assert len(double) - len(single) < 2000
    assert len(fonts(Document(double))) == 1


def test_an_embedded_face_has_the_glyphs_of_its_texts_alone() -> None:
    document = Document(drawn(run("Sharp")))
    ((font, described),) = fonts(document)
    assert font["Subtype"] == "/CIDFontType2"
    assert len(font["W"]) == 2 * len("Sharp")
    whole = TTFont(io.BytesIO(document.stream(described["FontFile2"])))
    assert len(whole.getGlyphOrder()) == len("Sharp") + 1
    assert not {"GSUB", "GPOS", "cmap"} & set(whole.keys())


@pytest.mark.parametrize("is_keyed", [False, True], ids=["by name", "by number"])
def test_postscript_outlines_are_embedded_as_they_are(is_keyed: bool, tmp_path: Path) -> None:
    path = faces.postscript(tmp_path / "own.otf", "Own", "abcdef")
    path = faces.keyed(tmp_path / "keyed.otf", path) if is_keyed else path
    shown = painted(path, "df")._replace(glyphs=(Glyph(4, 0, 0), Glyph(6, 50, 0)), advance=100)
    document = Document(drawn(shown))
    ((font, described),) = fonts(document)
    assert font["Subtype"] == "/CIDFontType0"
    assert document.stream(described["FontFile3"])[:1] == b"\x01"  # a bare CFF table
    assert documents.words(kept(drawn(shown), tmp_path)) == ["df"]
    dark = documents.shown(tmp_path / "own.pdf").convert("L").point(lambda level: 255 * (level < 128)).getbbox()
    assert dark == (10, 28, 92, 60)  # two squares of 32 px


def test_a_variable_face_is_embedded_as_it_is_set(tmp_path: Path) -> None:
    from tests.typography.test_faces import variable_file

    faces.copied(variable_file(), tmp_path, "some.ttf")
    own = library(str(tmp_path))
    widths = []
    for weight in (300, 700):
        found = own.find("Manrope", weight, False)._replace(path=variable_file(), axes=(("wght", float(weight)),))
        document = Document(drawn(run("mm")._replace(face=found)))
        ((font, described),) = fonts(document)
        assert "fvar" not in TTFont(io.BytesIO(document.stream(described["FontFile2"])))
        widths.append(font["W"][1][0])
    assert widths[0] != widths[1]


@pytest.mark.parametrize(("bits", "reason"), faces.FORBIDDEN)
def test_a_face_that_may_not_travel_is_drawn_reported_and_found(project: Path, bits: int, reason: str) -> None:
    faces.licensed(project / "fonts", "Own", "Every word counts. Ada Example“”", bits)
    spec = write_spec(project, "own", QUOTE + "theme: {extends: paper, faces: {display: [Own], text: [Own]}}\n")
    made = render(load(spec), format_name="pdf")
    assert fonts(Document(made.data)) == []
    assert any(reason in note.message and note.about == "faces" for note in made.notes)
    assert "word" in " ".join(documents.words(kept(made.data, project)))


def test_emoji_are_pictures_that_are_found(tmp_path: Path) -> None:
    dot = io.BytesIO()
    Image.new("RGBA", (16, 16), (200, 0, 0, 255)).save(dot, "PNG")
    for face in (
        faces.color_layers(tmp_path / "layers.ttf", "Painted", "☀"),
        faces.strikes(tmp_path / "strikes.ttf", "Struck", "☀", dot.getvalue()),
    ):
        data = drawn(painted(face, "☀"))
        assert documents.words(kept(data, tmp_path)) == ["☀"]
        image = next(each for each in Document(data).resources("XObject") if each["Subtype"] == "/Image")
        assert "SMask" in image


def test_photos_are_jpegs_and_logos_keep_their_transparency(tmp_path: Path) -> None:
    photo = Image.effect_noise((400, 300), 60).convert("RGB")
    exif = Image.Exif()
    exif[0x010E] = "at home, 12 Invented Street"
    photo.save(tmp_path / "me.jpg", exif=exif, quality=95)
    Image.new("RGBA", (10, 10), (200, 0, 0, 128)).save(tmp_path / "logo.png")
    data = drawn(*(Picture(Rect(10, 10, 40, 80), str(tmp_path / name), radius=5) for name in ("me.jpg", "logo.png")))
    assert b"Invented" not in data
    shown, logo = (each for each in Document(data).resources("XObject"))
    assert (shown["Filter"], shown["Width"], shown["Height"]) == ("/DCTDecode", 80, 160)
    assert Document(data).at(logo["SMask"])["ColorSpace"] == "/DeviceGray"


def test_gradients_fade_by_masks_and_groups_by_states() -> None:
    box = Box(Rect(0, 0, 90, 40), fill=FADING, stroke=Stroke(FADING, 3, dash=(4, 2)))
    text = run("sun")._replace(fill=FADING)
    document = Document(drawn(box, text, Group((box,), Affine.rotate(0.2), Rect(0, 0, 50, 20), 0.5)))
    states = document.resources("ExtGState")
    assert any("SMask" in state for state in states)
    assert any(state.get("ca") == 0.5 for state in states)
    assert {each["ColorSpace"] for each in document.resources("Shading")} == {"/DeviceRGB", "/DeviceGray"}


def test_lines_keep_their_ends_corners_and_dashes() -> None:
    line = Line((("M", 10, 10), ("L", 90, 10), ("L", 90, 50)), stroke=Stroke(INK, 3, "round", "round", (6.0, 2.0, 1.0)))
    content = Document(drawn(line)).content()
    assert b"3 w\n1 J\n1 j\n[6 2 1 6 2 1] 0 d\n" in content


def test_a_budget_is_kept() -> None:
    with pytest.raises(FitError, match="as pdf"):
        drawn(run("one"), wish=Wish(100, "og"))


def test_a_png_pays_nothing_for_pdfs(project: Path) -> None:
    code = (
        "import sys; from pipeline import load, render; render(load('specs/word.yaml')); "
        "print([name for name in sys.modules if 'pdf' in name or name == 'pydyf'])"
    )
    assert python("-c", code).stdout == b"[]\n"


@pytest.mark.parametrize("spec", SPECS, ids=lambda path: path.stem)
def test_a_pdf_is_no_heavier_than_its_png(spec: Path) -> None:
    visual = load(spec, ["budget=5 MB"])
    weights = [len(render(visual, format_name=name).data) for name in ("pdf", "png")]
    assert weights[0] <= weights[1]
