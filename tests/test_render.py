"""The Python API: load, render and save, and what they refuse."""

from __future__ import annotations

from pathlib import Path
from struct import pack

import pytest
from PIL import Image

from pipeline import AssetError, FitError, OutputError, SpecError, ThemeError, __version__, load, render, save
from pipeline.rendering import Job, make
from tests.conftest import QUOTE, write_spec


def test_a_visual_has_the_name_of_its_file_and_the_kind_it_asks_for(project: Path) -> None:
    visual = load(Path("specs/word.yaml"))
    assert (visual.path, visual.name, visual.kind.name) == ("specs/word.yaml", "word", "quote_card")


def test_a_picture_is_in_the_first_size_and_theme_of_its_spec(project: Path) -> None:
    write_spec(project, "word", QUOTE + "sizes: [square, og]\nthemes: [ink, paper]\n")
    picture = render(load("specs/word.yaml"))
    assert (picture.size.name, picture.theme) == ("square", "ink")
    assert (picture.width, picture.height) == picture.scene.size == (1080, 1080)


def test_any_size_and_theme_can_be_asked_for(project: Path) -> None:
    picture = render(load("specs/word.yaml"), size="400x320", theme="ink", scale=3)
    assert (picture.size.name, picture.theme, picture.width, picture.height) == ("400x320", "ink", 1200, 960)
    assert picture.scene.size == (400, 320)


def test_what_is_saved_opens_elsewhere_with_its_words_and_density(project: Path) -> None:
    picture = render(load("specs/word.yaml", ["alt=A card with three words."]), scale=2)
    save(picture, Path("card.png"))
    with Image.open("card.png") as opened:
        opened.load()
        assert opened.size == (2400, 1260)
        assert opened.info["Title"] == picture.title == "Every word counts."
        assert opened.info["Description"] == picture.alt == "A card with three words."
        assert opened.info["Software"] == f"article-visuals {__version__}"
        assert opened.info["dpi"] == pytest.approx((192, 192), abs=0.1)


def test_an_override_wins_over_the_spec_and_the_spec_over_the_defaults(project: Path) -> None:
    write_spec(project, "_defaults", "motif: sun\nauthor: Nobody\nlang: de\n")
    spec = load("specs/word.yaml", ["author=Bo"]).spec
    assert (spec.lang, getattr(spec, "motif", ""), getattr(spec, "author", "")) == ("de", "none", "Bo")


def test_a_mistake_in_the_defaults_is_told_with_its_place_there(project: Path) -> None:
    write_spec(project, "_defaults", "lang: en\nmotto: sun\n")
    with pytest.raises(SpecError, match=r"^specs/_defaults\.yaml:2:1: unknown key `motto` in quote_card"):
        load("specs/word.yaml")


def test_a_text_that_does_not_fit_is_told_with_its_place(project: Path) -> None:
    visual = load("specs/word.yaml", ["text=" + "word " * 3000])
    with pytest.raises(FitError, match="text: "):
        render(visual)


def test_an_ellipsis_at_a_lines_end_that_its_author_wrote_is_no_cut(project: Path) -> None:
    (project / "specs/rows.csv").write_text("Row,Now\nOne and…,1\nTwo,2\n", encoding="utf-8")
    write_spec(project, "dots", "kind: quote_card\ntext: |\n  Wait, then...\n  go on.\n")
    write_spec(project, "bars", "kind: chart\nchart: bar\ndata: rows.csv\n")
    for name in ("dots", "bars"):
        made = make(Job(load(f"specs/{name}.yaml"), "og", "paper", 1, str(project / f"output/{name}.og.png")))
        assert [page.fit.shortened for page in made.pages if page.fit] == [()]


def test_a_picture_is_found_beside_its_spec_from_every_folder(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Image.new("RGB", (40, 40), "red").save(project / "specs" / "ada.png")
    write_spec(project, "word", QUOTE + "avatar: ada.png\n")
    here = render(load("specs/word.yaml")).data
    monkeypatch.chdir(project / "specs")
    assert render(load("word.yaml")).data == here


@pytest.mark.parametrize("path", ["/etc/hostname", "../../outside.png"])
def test_a_picture_outside_the_project_is_refused(project: Path, path: str) -> None:
    write_spec(project, "word", QUOTE + f"avatar: {path}\n")
    with pytest.raises(SpecError, match=r"specs/word\.yaml:\d+:\d+: avatar: "):
        render(load("specs/word.yaml"))


def test_a_picture_that_is_not_there_is_named(project: Path) -> None:
    write_spec(project, "word", QUOTE + "avatar: ada.png\n")
    with pytest.raises(AssetError, match=r"^specs/word\.yaml:\d+:9: avatar: there is no picture specs/ada\.png"):
        render(load("specs/word.yaml"))


@pytest.mark.parametrize(
    ("wanted", "error", "words"),
    [
        ({"size": "ogg"}, SpecError, "unknown size `ogg`"),
        ({"format_name": "gif"}, SpecError, "unknown format `gif`"),
        ({"theme": "inc"}, ThemeError, "unknown theme `inc`"),
        ({"scale": 0}, SpecError, "scale: expected 1 to 4, found 0"),
        ({"scale": 5}, SpecError, "scale: expected 1 to 4, found 5"),
        ({"size": "8192x8192", "scale": 2}, SpecError, "8192 x 8192 px at scale 2 is more than 67 million pixels"),
    ],
)
def test_what_there_is_none_of_is_refused(
    project: Path, wanted: dict[str, object], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        render(load("specs/word.yaml"), **wanted)  # type: ignore[arg-type]


def test_saving_where_nothing_can_be_saved_is_an_output_error(project: Path) -> None:
    with pytest.raises(OutputError, match="specs: cannot write: it is a folder"):
        save(render(load("specs/word.yaml")), "specs")


def test_a_picture_is_in_the_format_that_is_asked_for_and_saved_under_no_other(project: Path) -> None:
    picture = render(load("specs/word.yaml"), format_name="webp")
    assert render(load("specs/word.yaml"), format_name="jpg").format_name == "jpeg"
    save(picture, "card.webp")
    with Image.open("card.webp") as opened:
        assert (picture.format_name, opened.format, opened.size) == ("webp", "WEBP", (1200, 630))
    with pytest.raises(OutputError, match=r"card\.jpg: the picture is webp, not jpeg"):
        save(picture, "card.jpg")


def test_the_header_says_eight_bits_and_the_pixels_of_the_size(project: Path) -> None:
    assert render(load("specs/word.yaml")).data[16:25] == pack(">IIB", 1200, 630, 8)


def test_a_mistake_in_a_data_file_is_told_from_where_the_spec_is(project: Path) -> None:
    write_spec(project, "list", "kind: feedback_checklist\ntitle: Lessons\ndata: notes.csv\n")
    (project / "specs" / "notes.csv").write_text("group,text,state\nTalk,Listen first,dnoe\n", encoding="utf-8")
    with pytest.raises(SpecError, match=r"^specs/notes\.csv:2:3: unknown state `dnoe`"):
        load("specs/list.yaml")
