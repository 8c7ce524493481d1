"""An article beside its figures: each kind of difference is told, on its line, in the order of the article."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import QUOTE, Invoke, write_spec

ARTICLE = "# T\n\nEvery word counts.\n\nVisual: a word card\n\nAnd so on.\n"


@pytest.fixture
def article(project: Path, invoke: Invoke) -> Path:
    """An article with one figure that is true."""
    (project / "specs" / "word.yaml").unlink()
    write_spec(project, "word-card", QUOTE)
    assert invoke("build").exit_code == 0
    path = project / "a.md"
    path.write_text(ARTICLE)
    return path


def told(invoke: Invoke, article: str = "a.md") -> list[str]:
    result = invoke("check", article)
    lines = result.stderr.split("\n\n") if result.stderr else []
    assert (result.exit_code, result.stdout) == (bool(lines), result.stdout)
    return [line.split("\n")[0] for line in lines]


def test_what_is_true_is_said_to_be(article: Path, invoke: Invoke) -> None:
    assert invoke("check", "a.md").output == "a.md: 1 figure, 0 problems\n"
    invoke("weave", "a.md")
    assert invoke("check", "a.woven.md", "a.md").output.count(": 1 figure, 0 problems\n") == 2
    assert invoke("check", "a.md", "specs").output == "a.md: 1 figure, 0 problems\n1 of 1 picture fine\n"


def test_a_wish_without_a_figure(article: Path, invoke: Invoke) -> None:
    article.write_text(ARTICLE + "\nImage: a map\n\nSee [visual: x].\n")
    assert told(invoke) == [
        "a.md:9:1: a wish without a figure: there is no spec specs/map.yaml for this wish",
        "a.md:11:1: `[visual: x]` stands among other words",
    ]
    (article.parent / "output" / "word-card.og.png").unlink()
    missing = "output/word-card.og.png: missing; specs/word-card.yaml calls for it"
    assert told(invoke)[0] == f"a.md:5:1: a wish without a figure: {missing}"


def test_a_figure_whose_spec_is_gone(article: Path, invoke: Invoke) -> None:
    invoke("weave", "a.md")
    (article.parent / "specs" / "word-card.yaml").unlink()
    assert told(invoke, "a.woven.md") == [
        "a.woven.md:5:1: the figure word-card: there is no spec specs/word-card.yaml for this wish"
    ]


def test_a_broken_spec_is_told_where_it_is_broken(article: Path, invoke: Invoke) -> None:
    write_spec(article.parent, "word-card", QUOTE + "colour: red\n")
    assert [line.split(" ")[0] for line in told(invoke)] == ["specs/word-card.yaml:5:1:"]


def test_a_figure_that_was_not_woven_anew(article: Path, invoke: Invoke) -> None:
    invoke("weave", "a.md")
    write_spec(article.parent, "word-card", QUOTE + "alt: Other words.\n")
    invoke("build")
    assert told(invoke, "a.woven.md") == ["a.woven.md:5:1: the figure word-card differs from what its picture says now"]
    invoke("weave", "a.woven.md")
    assert told(invoke, "a.woven.md") == []


def test_a_figure_whose_wish_lost_its_label(article: Path, invoke: Invoke) -> None:
    invoke("weave", "a.md")
    woven = article.with_name("a.woven.md")
    woven.write_text(woven.read_text().replace(": Visual: a word", ": a word"))
    assert told(invoke, "a.woven.md") == ["a.woven.md:5:1: the figure word-card stands for no wish"]


def test_images_put_in_by_hand(article: Path, invoke: Invoke) -> None:
    invoke("weave", "a.md")
    more = "\n![](a.png) and\n![B](output/word-card.og.png) ![C](output/old.og.png)\n\n`![](code)`\n\n    ![](code)\n"
    woven = article.with_name("a.woven.md")
    woven.write_text(woven.read_text() + more)
    assert told(invoke, "a.woven.md") == [
        "a.woven.md:12:1: the image a.png has no alt text",
        "a.woven.md:13:31: the spec of the picture output/old.og.png is gone",
    ]


def test_a_picture_without_alt_text(article: Path, invoke: Invoke) -> None:
    path = article.parent / "output" / "word-card.og.png"
    from pipeline.rendering import load, render

    rendered = render(load("specs/word-card.yaml"))
    at = rendered.data.index(b"iTXtDescription") - 4
    end = at + 12 + int.from_bytes(rendered.data[at : at + 4], "big")
    path.write_bytes(rendered.data[:at] + rendered.data[end:])
    assert told(invoke) == ["a.md:5:1: output/word-card.og.png has no alt text"]


def test_a_quote_that_was_changed_in_the_text(article: Path, invoke: Invoke) -> None:
    article.write_text(ARTICLE.replace("Every word", "Each word"))
    assert told(invoke) == ["specs/word-card.yaml:2:7: the quote “Every word counts.” is not in the article"]


def test_a_program_and_a_workflow_read_it_too(article: Path, invoke: Invoke) -> None:
    article.write_text(ARTICLE + "\nImage: a map\n")
    result = invoke("check", "a.md", "specs", "--json")
    told = json.loads(result.stdout)
    assert (result.exit_code, told["articles"], told["pictures"]) == (1, [{"article": "a.md", "figures": 1}], 1)
    (error,) = told["errors"]
    assert (error["article"], error["path"], error["line"]) == ("a.md", "a.md", 9)
    result = invoke("check", "a.md", "--format", "github")
    first, last = result.stdout.splitlines()
    assert first.startswith("::error file=a.md,line=9,col=1::a wish without a figure: ")
    assert (result.exit_code, last) == (1, "a.md: 1 figure, 1 problem")


def test_an_article_that_cannot_be_read_stops_none_of_the_others(article: Path, invoke: Invoke) -> None:
    article.with_name("b.md").write_bytes(b"\x89PNG\0")
    result = invoke("check", "b.md", "a.md", "c.md", "--strict")
    assert (result.exit_code, result.stdout) == (2, "a.md: 1 figure, 0 problems\n")
    assert "b.md" in result.stderr
    assert "c.md" in result.stderr
