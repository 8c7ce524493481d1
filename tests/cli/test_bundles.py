"""Specs of an article's own: those of page bundles by themselves, of another article once it has a folder for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Invoke, write_spec

SETTINGS = 'site = "hugo"\noutput = "static/visuals"\nurl = "/visuals"\narticles = ["content"]\n'
ARTICLE = "---\ntitle: T\n---\n\n## The {0}\n\n- Water the {0}\n- Cut the hedge\n\nSuggested Visual: a checklist\n"


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two page bundles and two articles, all with the same wish."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "visuals.toml").write_text(SETTINGS)
    for name in ("posts/garden/index", "posts/kitchen/index", "posts/cellar", "posts/roof"):
        path = tmp_path / "content" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(ARTICLE.format(name.split("/")[1]))
    return tmp_path


def test_bundles_have_specs_and_pictures_of_their_own(blog: Path, invoke: Invoke) -> None:
    for name in ("garden", "kitchen"):
        post = f"content/posts/{name}/index.md"
        assert invoke("draft", post).exit_code == 0
        assert (blog / "specs" / "posts" / name / "checklist.yaml").is_file()
        assert invoke("build").exit_code == 0
        assert invoke("weave", post, "--preview").exit_code == 0
        assert f'src="/visuals/posts/{name}/checklist.og.png"' in (blog / post).read_text()
        assert f'images: ["/visuals/posts/{name}/checklist.og.png"]' in (blog / post).read_text()
        assert invoke("weave", post, "--unweave").exit_code == 0
        assert (blog / post).read_text() == ARTICLE.format(name)
    checked = invoke("check", "specs", "--strict")
    assert (checked.exit_code, checked.stdout) == (0, "4 of 4 pictures fine\n")


def test_a_picture_s_folder_on_the_way_to_others_is_nobody_s_to_remove(blog: Path, invoke: Invoke) -> None:
    write_spec(blog, "word")
    assert invoke("draft", "content/posts/garden/index.md").exit_code == 0
    assert invoke("build").exit_code == 0
    assert sorted(each.name for each in (blog / "static" / "visuals" / "posts").iterdir()) == ["garden"]
    assert (checked := invoke("check", "specs", "--strict")).exit_code == 0, checked.output
    (blog / "static" / "visuals" / "own.jpg").touch()
    assert "remove" not in invoke("check", "specs").output


def test_the_way_out_for_two_articles_with_one_wish_is_one(blog: Path, invoke: Invoke) -> None:
    assert invoke("draft", "content/posts/cellar.md").exit_code == 0
    refused = invoke("draft", "content/posts/roof.md")
    assert refused.exit_code == 1
    assert "`mkdir -p specs/posts/roof`" in refused.stderr
    (blog / "specs" / "posts" / "roof").mkdir(parents=True)
    assert invoke("draft", "content/posts/roof.md").exit_code == 0
    assert invoke("build").exit_code == 0
    assert invoke("weave", "content/posts/roof.md").exit_code == 0
    assert '"/visuals/posts/roof/checklist.og.png"' in (blog / "content" / "posts" / "roof.md").read_text()
    assert invoke("check", "content/posts/roof.md").exit_code == 0


def test_a_spec_among_all_others_serves_an_article_that_has_none_of_that_name(blog: Path, invoke: Invoke) -> None:
    (blog / "specs").mkdir()
    (blog / "specs" / "checklist.yaml").write_text("kind: feedback_checklist\nitems: [One]\n")
    assert invoke("build").exit_code == 0
    for name in ("garden", "kitchen"):
        assert invoke("draft", f"content/posts/{name}/index.md").stdout.endswith("0 specs written, 1 kept\n")
        assert invoke("weave", f"content/posts/{name}/index.md").exit_code == 0
        woven = (blog / "content" / "posts" / name / "index.md").read_text()
        assert '"/visuals/checklist.og.png"' in woven


def test_a_draft_leaves_to_the_settings_what_they_decide(blog: Path, invoke: Invoke) -> None:
    (blog / "visuals.toml").write_text(SETTINGS + 'themes = ["press"]\n')
    assert invoke("draft", "content/posts/cellar.md").exit_code == 0
    assert "themes" not in (blog / "specs" / "checklist.yaml").read_text()
    assert invoke("build").exit_code == 0
    assert [each.name for each in (blog / "static" / "visuals").glob("*.png")] == ["checklist.og.png"]
