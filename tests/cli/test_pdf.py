"""`visuals pdf`, and PDFs as the other commands meet them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline import formats, kinds
from pipeline.authoring import starters
from pipeline.binding import bind, part
from pipeline.build import manifest
from pipeline.rendering import load
from tests.conftest import QUOTE, Invoke, Spawn, pictures_in, write_spec
from tests.documents import Document

ITEMS = "".join(f"- {{text: Lesson number {number}, state: todo}}\n" for number in range(90))
LONG = f"kind: feedback_checklist\ntitle: Notes\noverflow: paginate\nitems:\n{ITEMS}"
A4, LETTER = (595.276, 841.89), (612, 792)  # pt: ISO 216, ANSI/ASME Y14.1


def boxes(data: bytes) -> set[tuple[float, float]]:
    """The sizes of the pages in pt."""
    return {(page["MediaBox"][2], page["MediaBox"][3]) for page in Document(data).pages}


def test_several_specs_and_a_folder_become_one_document(project: Path, spawn: Spawn) -> None:
    write_spec(project, "zebra", LONG)
    result = spawn("pdf", "specs/zebra.yaml", "specs/word.yaml", "-o", "all.pdf", "--json")
    assert result.returncode == 0, result.stderr
    told = json.loads(result.stdout)
    data = Path("all.pdf").read_bytes()
    assert (told["pages"], told["bytes"]) == (len(Document(data).pages), len(data))
    assert told["titles"] == ["Notes", load("specs/word.yaml").content.name]
    assert len(formats.carried(data, "pdf")) == 2
    assert spawn("pdf", "specs", "-o", "-").stdout.startswith(b"%PDF-")
    assert pictures_in(".") == ["all.pdf", "pyproject.toml", "specs"]


def test_the_specs_of_a_document_are_printed_but_no_one_is_rendered(project: Path, invoke: Invoke) -> None:
    write_spec(project, "other", QUOTE.replace("Ada", "Grace"))
    assert invoke("pdf", "-o", "all.pdf").exit_code == 0
    first, second = invoke("extract", "all.pdf").stdout.split("---\n")
    assert "Grace" in first
    assert "Ada" in second
    result = invoke("render", "all.pdf")
    assert result.exit_code == 2
    assert "all.pdf: expected a picture of one spec, found 2 in it\n  hint: `visuals extract all.pdf`" in result.stderr


@pytest.mark.parametrize("kind", kinds.names())
def test_each_kind_is_laid_out_for_paper(kind: str, in_repository: None) -> None:
    visual = load(text=f"{starters.starter(kind)}\nembed: none\n")
    for name, size in (("a4", A4), ("letter", LETTER)):
        made = bind([part(visual, paper=name)])
        ((width, height),) = boxes(made.data)
        assert (width, height) == pytest.approx(size, abs=0.01)
        laid_out = made.parts[0].sheets[0].scene.size
        assert laid_out.width / laid_out.height == pytest.approx(size[0] / size[1], abs=1e-6)


def test_a_long_checklist_takes_several_sheets(project: Path, invoke: Invoke) -> None:
    write_spec(project, "list", LONG)
    assert invoke("pdf", "specs/list.yaml", "--paper", "a4", "-o", "list.pdf").exit_code == 0
    data = Path("list.pdf").read_bytes()
    assert len(Document(data).pages) > 1
    assert len(formats.carried(data, "pdf")) == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--paper", "a5", "-o", "x.pdf"), "unknown paper `a5`\n  hint: there is a4 and letter"),
        (("--paper", "a4", "--size", "og", "-o", "x.pdf"), "a sheet of paper has a size"),
        (("-o", "x.png"), "x.png: expected a name that ends in .pdf"),
        (("--size", "huge", "-o", "x.pdf"), "unknown size `huge`"),
        (("specs/none.yaml", "-o", "x.pdf"), "specs/none.yaml"),
    ],
)
def test_what_cannot_be_bound_is_said_and_nothing_is_written(
    project: Path, invoke: Invoke, arguments: tuple[str, ...], message: str
) -> None:
    result = invoke("pdf", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert not Path("x.pdf").exists()


def test_every_mistake_is_told_with_its_place(project: Path, invoke: Invoke) -> None:
    write_spec(project, "bad", QUOTE + "colour: red\n")
    write_spec(project, "lost", QUOTE + "avatar: nowhere.png\n")
    result = invoke("pdf", "-o", "x.pdf")
    assert result.exit_code == 2
    assert "specs/bad.yaml:5:1: unknown key `colour`" in result.stderr
    (project / "specs" / "bad.yaml").unlink()
    result = invoke("pdf", "-o", "x.pdf")
    assert result.exit_code in (1, 2)
    assert "specs/lost.yaml:5:9: avatar: there is no picture specs/nowhere.png" in result.stderr
    assert not Path("x.pdf").exists()


def test_a_spec_of_several_pages_is_built_and_checked_as_one_file(project: Path, invoke: Invoke) -> None:
    write_spec(project, "word", LONG + "formats: [pdf]\n")
    assert invoke("build").exit_code == 0
    assert pictures_in("output") == ["word.og.pdf"]
    made = manifest.read("output").pictures["word.og.pdf"]
    assert made.fit is not None
    assert "90 items" in made.alt
    assert invoke("build").stdout == "1 unchanged\n"
    assert invoke("check", "--strict").exit_code == 0
    path = Path("output/word.og.pdf")
    path.write_bytes(path.read_bytes()[:-100])
    assert "word.og.pdf: damaged" in invoke("check").output


def test_articles_never_show_a_pdf(project: Path, invoke: Invoke) -> None:
    write_spec(project, "word", QUOTE + "formats: [pdf]\n")
    assert invoke("build").exit_code == 0
    result = invoke("snippet", "specs/word.yaml")
    assert result.exit_code == 2
    assert "specs/word.yaml: expected a picture that a page can show, found `formats: [pdf]` alone" in result.stderr
    write_spec(project, "word", QUOTE + "formats: [pdf, png]\n")
    assert invoke("build").exit_code == 0
    said = invoke("snippet", "specs/word.yaml")
    assert "word.og.png" in said.output
    assert ".pdf" not in said.output
