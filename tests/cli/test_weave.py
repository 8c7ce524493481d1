"""`visuals weave` and `visuals snippet` in processes of their own: where results go, and what is told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import QUOTE, REPOSITORY, Invoke, Spawn, write_spec

ARTICLE = b"\xef\xbb\xbf# T\r\n\r\nVisual: a word card\r\n\nImage: a map\r"


@pytest.fixture
def article(project: Path, invoke: Invoke) -> Path:
    """An article with two wishes, one of which has a figure."""
    write_spec(project, "word-card", QUOTE)
    assert invoke("build").exit_code == 0
    path = project / "posts" / "a.md"
    path.parent.mkdir()
    path.write_bytes(ARTICLE)
    return path


def test_an_article_is_woven_beside_itself_and_again_in_place(article: Path, spawn: Spawn) -> None:
    result = spawn("weave", "posts/a.md")
    assert (result.returncode, result.stdout.decode().strip()) == (1, "posts/a.woven.md  1 figure, 1 wish without one")
    assert result.stderr.decode().startswith("posts/a.md:5:1: there is no spec specs/map.yaml for this wish\n  hint: ")
    assert "`visuals draft` drafts it where the wish names its kind" in result.stderr.decode()
    woven = article.with_name("a.woven.md")
    before = woven.read_bytes()
    assert b"](../output/word-card.og.png)  \r\n" in before
    assert b"posts/a.woven.md:8:1: " in spawn("weave", "posts/a.woven.md").stderr
    assert woven.read_bytes() == before
    assert article.read_bytes() == ARTICLE
    result = spawn("weave", "posts/a.woven.md", "--unweave")
    assert (result.returncode, result.stdout.decode().strip()) == (0, "posts/a.woven.md  1 figure taken out")
    assert woven.read_bytes() == ARTICLE


def test_standard_input_goes_to_standard_output(article: Path) -> None:
    command = [sys.executable, "-m", "pipeline", "weave", "-"]
    environment = {"PYTHONPATH": str(REPOSITORY), "PATH": ""}
    woven = subprocess.run(command, input=ARTICLE, capture_output=True, env=environment, timeout=60, check=False)
    assert b"](output/word-card.og.png)  \r\n" in woven.stdout
    assert b"1 figure, 1 wish without one" in woven.stderr
    back = subprocess.run(
        [*command, "--unweave"], input=woven.stdout, capture_output=True, env=environment, timeout=60, check=True
    )
    assert (back.stdout, back.stderr) == (ARTICLE, b"")


def test_a_page_is_written_beside_the_article_or_where_it_is_asked_for(article: Path, invoke: Invoke) -> None:
    assert "posts/a.html  1 figure" in invoke("weave", "posts/a.md", "--to", "html").output
    assert 'src="../output/word-card.og.png"' in (article.parent / "a.html").read_text()
    assert "output/a.html  1 figure" in invoke("weave", "posts/a.md", "--to", "html", "-o", "output").output
    assert 'src="word-card.og.png"' in Path("output/a.html").read_text()
    invoke("weave", "posts/a.md", "--to", "html", "--inline")
    page = (article.parent / "a.html").read_text()
    assert 'src="data:image/png;base64,iVBOR' in page
    assert 'content="../output/word-card.og.png"' in page


def test_pictures_size_and_specs_may_lie_elsewhere(article: Path, invoke: Invoke) -> None:
    Path("specs").rename("drafts")
    Path("output").rename("images")
    Path("visuals.toml").write_text('specs = "drafts"\noutput = "images"\n')
    invoke("weave", "posts/a.md", "--specs", "drafts", "-o", "a.md")
    assert "](images/word-card.og.png)" in Path("a.md").read_text()
    result = invoke("weave", "posts/a.md", "--specs", "drafts", "--size", "square")
    assert "drafts/word-card.yaml: expected square among its sizes, found og" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "told", "code"),
    [
        (["nowhere.md"], "nowhere.md: there is no such file", 2),
        (["output"], "output: there is no article in this folder", 2),
        (["output/word-card.og.png"], "output/word-card.og.png:1", 2),
        (["posts/a.md", "--unweave"], "posts/a.md: no figure is woven into it", 2),
        (["posts/a.md", "--inline"], "--inline embeds pictures in a page: add --to html", 2),
        (["none.md"], "", 0),
        (["open.md"], "open.md:1:1: the figure that begins here has no end mark", 2),
    ],
)
def test_what_cannot_be_done_is_told(arguments: list[str], told: str, code: int, article: Path, spawn: Spawn) -> None:
    Path("none.md").write_text("No wish.\n")
    Path("open.md").write_text("<!-- visuals a: Visual: a -->\n")
    result = spawn("weave", *arguments)
    assert (result.returncode, told in result.stderr.decode()) == (code, True), result.stderr.decode()
    assert b"Traceback" not in result.stderr


def test_a_woven_article_is_drafted_as_it_was(article: Path, invoke: Invoke) -> None:
    path = article.with_name("b.md")
    write_spec(article.parent.parent, "quote-card", QUOTE)
    invoke("build")
    path.write_text("[visual: a quote card]\n\n# T\n\nVisual: a checklist\n")
    invoke("weave", "posts/b.md")
    result = invoke("draft", "posts/b.woven.md")
    assert [line.split()[0] for line in result.output.splitlines()] == [
        "specs/quote-card.yaml",
        "specs/checklist.yaml",
        "1",
    ]
    assert "posts/b.woven.md:8\n" in result.output


def test_an_article_without_wishes_is_woven_as_it_is(project: Path, invoke: Invoke) -> None:
    Path("a.md").write_bytes(b"No wish.\r\n")
    assert invoke("weave", "a.md").output == "a.woven.md  0 figures\n"
    assert Path("a.woven.md").read_bytes() == b"No wish.\r\n"


@pytest.mark.parametrize(
    ("form", "first"),
    [
        ("markdown", "![Quote card: "),
        ("html", '<figure id="word'),
        ("mdx", '<figure id="word'),
        ("rst", ".. figure:: "),
    ],
)
def test_a_snippet_is_printed_ready_to_paste(form: str, first: str, article: Path, invoke: Invoke) -> None:
    result = invoke("snippet", "specs/word-card.yaml", "--to", form, "--beside", "posts")
    assert result.exit_code == 0
    assert result.output.startswith(first)
    assert "../output/word-card.og.png" in result.output
