"""The spec inside a picture: carried as the spec says, read back as it was, and never more than it should be."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import embedding, kinds, source
from pipeline.authoring import starters
from pipeline.errors import SpecError
from pipeline.rendering import load, render, save
from tests.conftest import QUOTE, Invoke, Spawn, pictures_in, write_spec

ROWS = """\
kind: applications_dashboard
title: A quiet autumn
applications:
  - {company: Brightwell Foods, stage: Rejected, applied: 2026-09-14}
  - {company: Kestrel Mutual, stage: Applied, applied: 2026-09-17}
"""


def carried(project: Path, text: str, **picked: str) -> embedding.Embedded:
    """What the picture of a spec carries."""
    save(render(load(write_spec(project, "own", text)), **picked), "own.png")  # type: ignore[arg-type]
    return embedding.read("own.png")


@pytest.mark.parametrize("kind", kinds.names())
def test_each_kind_is_read_back_as_it_was(project: Path, kind: str) -> None:
    text = starters.starter(kind) + "\nembed: all\n"
    before = load(write_spec(project, "own", text))
    picture = render(before)
    save(picture, "own.png")
    assert embedding.read("own.png").without == ()
    after = load("own.png")
    assert after.spec == before.spec
    assert render(after).data == picture.data


def test_only_what_is_no_default_is_carried_with_this_picture_s_size_and_theme(project: Path) -> None:
    text = QUOTE + "align: start  # the default\nsizes: [og, story]\nthemes: [paper, ink]\n"
    assert carried(project, text, size="story", theme="ink").text == (
        "kind: quote_card\ntext: Every *word* counts.\nauthor: Ada Example\nmotif: none\n"
        "sizes: [story]\nthemes: [ink]\n"
    )


def test_defaults_of_the_folder_and_themes_of_the_spec_s_own_are_carried(project: Path) -> None:
    write_spec(project, "_defaults", "author: Grace\n")
    text = "kind: quote_card\ntext: No\ntheme: {name: mine, extends: ink, accent: '#7ABFFF'}\n"
    save(render(load(write_spec(project, "own", text))), "elsewhere.png")
    visual = load("elsewhere.png")
    assert visual.spec.themes == ("mine",)
    assert str(visual.shelf.load("mine").colors.accent) == "#7ABFFF"
    assert source.parse(embedding.read("elsewhere.png").text, "s.yaml").plain()["author"] == "Grace"


def test_rows_of_applications_stay_private_unless_they_are_asked_for(project: Path) -> None:
    found = carried(project, ROWS)
    assert found.without == ("applications",)
    assert b"Brightwell" not in Path("own.png").read_bytes()
    assert "title: A quiet autumn" in found.text
    with pytest.raises(SpecError, match="does not carry the private key `applications`"):
        load("own.png")
    assert "Brightwell Foods" in carried(project, ROWS + "embed: all\n").text


def test_what_a_data_file_holds_is_never_carried(project: Path) -> None:
    (project / "specs" / "list.csv").write_text("company,stage,applied\nBrightwell,Applied,2026-09-14\n")
    rows = "kind: applications_dashboard\ntitle: All\ndata: list.csv\nembed: all\nanonymize: companies\n"
    found = carried(project, rows)
    assert "data: list.csv" in found.text
    assert b"Brightwell" not in Path("own.png").read_bytes()
    assert load("own.png").spec == load("specs/own.yaml").spec  # the file is found beside the project's specs


@pytest.mark.parametrize(
    ("name", "data", "keys"),
    [
        ("numbers.csv", "Source,Rate\nReferral,78\n", "kind: chart\n"),
        ("lessons.md", "- [ ] Ask for Referral letters\n", "kind: feedback_checklist\n"),
    ],
)
def test_a_spec_is_carried_without_what_its_data_file_holds(project: Path, name: str, data: str, keys: str) -> None:
    (project / "specs" / name).write_text(data, encoding="utf-8")
    found = carried(project, f"{keys}title: All\ndata: {name}\nalt: A picture.\nembed: all\n")
    assert "Referral" not in found.text
    picture = render(load("specs/own.yaml"))
    assert render(load("own.png")).data == picture.data


def test_a_spec_that_says_so_is_not_carried(project: Path) -> None:
    with pytest.raises(
        SpecError, match=r"own\.png: expected a picture with its spec, found a PNG that carries no spec"
    ):
        carried(project, QUOTE + "embed: none\n")
    assert b"Spec" not in Path("own.png").read_bytes()


@pytest.mark.parametrize(
    ("name", "data", "complaint"),
    [
        ("a.png", b"", "found no PNG"),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\xffiTXtSpec\0\0\0\0\0kind: x", "found no PNG|cannot|kind"),
        ("a.png", b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffiTXt", "carries no spec"),
        ("a.svg", b"", "found no SVG"),
        ("a.webp", b"RIFF", "expected a PNG, SVG or PDF: pictures of other formats carry no spec"),
        ("a.yaml", b"kind: x", "expected a picture, a PNG, SVG or PDF that carries its spec"),
        ("a.pdf", b"", "found no PDF"),
        ("a.pdf", b"%PDF-1.7\n%%EOF", "a PDF that carries no spec"),
        ("gone.png", None, "there is no such file"),
    ],
)
def test_what_carries_none_is_refused(project: Path, name: str, data: bytes | None, complaint: str) -> None:
    if data is not None:
        Path(name).write_bytes(data)
    with pytest.raises(SpecError, match=complaint):
        kinds.build(source.parse(embedding.read(name).text, name))


def test_a_picture_that_says_something_else_than_a_spec_is_told_with_its_place(project: Path) -> None:
    save(render(load("specs/word.yaml")), "own.png")
    data = Path("own.png").read_bytes()
    Path("own.png").write_bytes(data.replace(b"kind: quote_card", b"kind: quote_crad"))
    with pytest.raises(SpecError, match=r"own\.png:1:7: kind: unknown kind `quote_crad`"):
        load("own.png")


def test_extract_prints_the_spec_and_says_what_is_missing(project: Path, spawn: Spawn) -> None:
    write_spec(project, "own", ROWS)
    assert spawn("build").returncode == 0
    result = spawn("extract", "output/word.og.png")
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith(b"kind: quote_card\ntext: Every *word* counts.\n")
    result = spawn("extract", "output/own.og.png")
    assert (
        result.stderr == b"`applications` is private and not in the picture; `embed: all` in its spec would keep it\n"
    )
    assert spawn("extract", "specs/word.yaml").returncode == 2


def test_a_picture_is_rendered_again_beside_itself(project: Path, invoke: Invoke) -> None:
    write_spec(project, "word", QUOTE + "sizes: [og, square]\nthemes: [paper, ink]\n")
    assert invoke("build").exit_code == 0
    folder = project / "sent"
    folder.mkdir()
    for name in ("word.og.png", "word.og.ink.png"):
        (folder / name).write_bytes((project / "output" / name).read_bytes())
        before = (folder / name).read_bytes()
        assert invoke("render", f"sent/{name}").exit_code == 0
        assert pictures_in(folder) == sorted({"word.og.png", name})  # its own place, and no other
        assert (folder / name).read_bytes() == before
    assert invoke("render", "sent/word.og.png", "--theme", "press", "--size", "story").exit_code == 0
    assert invoke("render", "sent/word.og.ink.png", "--size", "square").exit_code == 0
    assert invoke("render", "sent/word.og.png", "--format", "webp").exit_code == 0
    made = ["word.og.ink.png", "word.og.png", "word.og.webp", "word.square.ink.png", "word.story.press.png"]
    assert pictures_in(folder) == made


def test_a_picture_takes_other_words(project: Path, invoke: Invoke) -> None:
    assert invoke("build").exit_code == 0
    result = invoke("render", "output/word.og.png", "--set", "text=Another", "-o", "other.png")
    assert result.exit_code == 0, result.output
    assert "text: Another\n" in embedding.read("other.png").text


def test_a_picture_that_a_manifest_keeps_is_rendered_again_elsewhere(project: Path, invoke: Invoke) -> None:
    write_spec(project, "word", QUOTE)
    assert invoke("build").exit_code == 0
    assert invoke("render", "output/word.og.png", "--theme", "ink").exit_code == 0
    assert (project / "word.og.ink.png").is_file()
    assert invoke("check").exit_code == 0
