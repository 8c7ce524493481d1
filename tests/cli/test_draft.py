"""`visuals draft`: specs for an article's wishes, told a line each; nothing of the author's is written over."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli import visuals
from tests.conftest import Invoke, Spawn

ARTICLE = "# Ask\n\nAsk for more. It helps.\n\nSuggested Visual: a checklist\n\nVisual: a quote “Go on.”\n"


@pytest.fixture
def article(project: Path) -> Path:
    path = project / "article.md"
    path.write_text(ARTICLE)
    return path


def test_each_wish_gets_a_spec_that_can_be_rendered(article: Path, invoke: Invoke) -> None:
    result = invoke("draft", "article.md")
    assert result.exit_code == 0
    assert result.output == (
        "specs/checklist.yaml  feedback_checklist  5 points, no other kind any  1 TODO in it   article.md:5\n"
        "specs/quote-go.yaml   quote_card          7 points, no other kind any  0 TODOs in it  article.md:7\n"
        "2 specs written\n"
    )
    assert invoke("build").exit_code == 0
    assert (article.parent / "output" / "quote-go.og.png").is_file()


def test_a_second_run_changes_nothing(article: Path, invoke: Invoke) -> None:
    invoke("draft", "article.md")
    spec = article.parent / "specs" / "checklist.yaml"
    spec.write_text("kind: feedback_checklist\ntitle: Mine\n")
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in spec.parent.iterdir()}
    result = invoke("draft", "article.md")
    assert result.exit_code == 0
    assert result.output.endswith("0 specs written, 2 kept\n")
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in spec.parent.iterdir()} == before


def test_force_writes_over_what_differs_only(article: Path, invoke: Invoke) -> None:
    invoke("draft", "article.md")
    spec = article.parent / "specs" / "checklist.yaml"
    spec.write_text("kind: feedback_checklist\n")
    assert invoke("draft", "article.md", "--force").output.endswith("1 spec written, 1 kept\n")
    assert "title: Ask" in spec.read_text()


def test_a_spec_of_the_other_suffix_is_kept(article: Path, invoke: Invoke) -> None:
    (article.parent / "specs" / "checklist.yml").write_text("kind: feedback_checklist\n")
    assert "specs/checklist.yml " in invoke("draft", "article.md").output
    assert not (article.parent / "specs" / "checklist.yaml").exists()


def test_an_unknown_wish_is_told_with_the_nearest_kind_and_gets_no_spec(article: Path, invoke: Invoke) -> None:
    article.write_text("Words.\n\nVisual: a photo of steps\n\nVisual: a dog\n\nSee [visual: x].\n\nVisual: a quote\n")
    result = invoke("draft", "article.md", "--specs", "drafts")
    assert result.exit_code == 1
    assert [path.name for path in (article.parent / "drafts").iterdir()] == ["quote.yaml"]
    assert result.stderr == (
        "article.md:3:1: unknown wish “a photo of steps”: feedback_checklist (1 point) and steps are as near\n"
        "  hint: name the kind in the wish, as in `Visual: feedback checklist: ...`; `visuals kinds` lists them\n\n"
        "article.md:5:1: unknown wish “a dog”: none of its words speaks for a kind\n"
        "  hint: name the kind in the wish, as in `Visual: quote card: ...`; `visuals kinds` lists them\n\n"
        "article.md:7:1: `[visual: x]` stands among other words\n"
        "  hint: give it a line of its own\n"
    )
    assert result.stdout.endswith("1 spec written, 3 wishes unknown\n")


def test_an_article_without_wishes_says_how_to_write_one(article: Path, invoke: Invoke) -> None:
    article.write_text("Words.\n")
    result = invoke("draft", "article.md")
    assert result.exit_code == 2
    assert result.stderr.startswith("article.md: there is no wish for a picture\n  hint: write a line such as")


def test_an_article_may_come_from_standard_input(project: Path) -> None:
    result = CliRunner().invoke(visuals, ["draft", "-"], input=ARTICLE)
    assert result.exit_code == 0
    assert result.output.splitlines()[0].endswith("  -:5")
    assert (project / "specs" / "checklist.yaml").read_text().startswith("# wish: a checklist\n")


def test_a_file_that_is_no_article_is_refused_in_a_process(article: Path, spawn: Spawn) -> None:
    result = spawn("draft", "missing.md")
    assert result.returncode == 2
    assert b"missing.md: there is no such file" in result.stderr
    (article.parent / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0")
    result = spawn("draft", "picture.png")
    assert (result.returncode, b"Traceback" in result.stderr) == (2, False)


def test_the_article_is_never_written(article: Path, invoke: Invoke) -> None:
    before = article.stat().st_mtime_ns
    invoke("draft", "article.md", "--force")
    assert (article.stat().st_mtime_ns, article.read_text()) == (before, ARTICLE)
