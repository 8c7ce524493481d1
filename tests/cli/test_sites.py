"""Articles of a project: woven in place and in the form of its site, many at once, from wherever the command is run."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import QUOTE, Invoke, Spawn, write_spec

ARTICLE = b"---\r\ntitle: T\r\n---\r\n\r\nEvery word counts.\r\n\nVisual: a quote card\r\n\nThe end."
SETTINGS = 'site = "{site}"\nspecs = "specs"\noutput = "static/img"\nurl = "/img"\narticles = ["posts", "pages"]\n'


@pytest.fixture
def blog(tmp_path: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with two folders of articles, one of which is woven into; its pictures are made."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "visuals.toml").write_text(SETTINGS.format(site="jekyll"))
    for name, data in {
        "posts/2026/a.md": ARTICLE,
        "posts/none.md": b"No wish.\n",
        "posts/b.rst": b"Visual: a quote card\n",
        "posts/photo.jpg": b"",
        "posts/_site/a.md": ARTICLE,
        "posts/.hidden/a.md": ARTICLE,
        "pages/about.md": b"About.\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    write_spec(tmp_path, "quote-card", QUOTE + "themes: [paper, ink]\n")
    assert invoke("build").exit_code == 0
    return tmp_path


def texts(folder: Path) -> dict[str, bytes]:
    """The bytes of each article below a folder."""
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*.md"))}


def test_articles_are_woven_in_place_and_come_back_byte_for_byte(blog: Path, spawn: Spawn) -> None:
    before = texts(blog)
    result = spawn("weave")
    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout.decode().splitlines() == [
        "posts/2026/a.md  1 figure",
        "2 articles without a wish",
        "passed over: 2 files that are no articles (.jpg, .rst)",
    ]
    woven = (blog / "posts" / "2026" / "a.md").read_bytes()
    assert b'<img src="/img/quote-card.og.png" width="1200" height="630"' in woven
    assert b'media="(prefers-color-scheme: dark)" srcset="/img/quote-card.og.ink.png"' in woven
    assert set(texts(blog)) == set(before)
    assert spawn("check").returncode == 0
    assert spawn("weave").returncode == 0
    assert (blog / "posts" / "2026" / "a.md").read_bytes() == woven
    result = spawn("weave", "--unweave")
    assert result.stdout.decode().splitlines()[:2] == [
        "posts/2026/a.md  1 figure taken out",
        "2 articles without a figure",
    ]
    assert texts(blog) == before


def test_an_article_finds_its_project_from_elsewhere(blog: Path, spawn: Spawn) -> None:
    path = blog / "posts" / "2026" / "a.md"
    elsewhere = blog.parent / "elsewhere"
    elsewhere.mkdir(exist_ok=True)
    os.chdir(elsewhere)
    for command in ("draft", "weave", "check"):
        result = spawn(command, path)
        assert result.returncode == 0, result.stdout + result.stderr
    assert b'"/img/quote-card.og.png"' in path.read_bytes()
    os.chdir(path.parent)
    assert spawn("weave", "a.md", "--unweave").returncode == 0
    assert path.read_bytes() == ARTICLE


def test_an_unchanged_article_is_not_written(blog: Path, invoke: Invoke) -> None:
    path = blog / "posts" / "2026" / "a.md"
    invoke("weave")
    os.utime(path, (1, 1))
    assert invoke("weave").exit_code == 0
    assert path.stat().st_mtime == 1


def test_form_and_address_may_be_named(blog: Path, invoke: Invoke) -> None:
    path = blog / "posts" / "2026" / "a.md"
    result = invoke("weave", path, "--to", "hugo", "--url", "https://cdn.example.org/v")
    assert result.stderr.startswith("pictures for dark pages are left out: Hugo leaves raw HTML out")
    assert b'{{< figure src="https://cdn.example.org/v/quote-card.og.png"' in path.read_bytes()
    invoke("weave", path)
    assert b'<img src="/img/quote-card.og.png"' in path.read_bytes()
    invoke("weave", path, "--to", "markdown")
    assert b"](/img/quote-card.og.png)" in path.read_bytes()


def test_a_figure_edited_by_hand_stays_whatever_the_form(blog: Path, invoke: Invoke) -> None:
    path = blog / "posts" / "2026" / "a.md"
    invoke("weave", path)
    edited = path.read_bytes().replace(b"<figure ", b'<figure class="own" ')
    path.write_bytes(edited)
    assert "1 kept as edited by hand" in invoke("weave", path, "--to", "hugo").output
    assert path.read_bytes() == edited
    invoke("weave", path, "--to", "docusaurus")
    assert path.read_bytes().count(b"{/* ") == 2
    assert b"<!--" not in path.read_bytes()
    assert invoke("weave", path, "--unweave").exit_code == 0
    assert path.read_bytes() == ARTICLE


def test_pictures_in_sub_folders_keep_them_in_their_addresses(blog: Path, invoke: Invoke) -> None:
    (blog / "specs" / "spring").mkdir()
    (blog / "specs" / "quote-card.yaml").rename(blog / "specs" / "spring" / "quote-card.yaml")
    invoke("build")
    path = blog / "posts" / "2026" / "a.md"
    for _ in range(2):
        assert invoke("weave", path, "--specs", "specs/spring").exit_code == 0
        assert b'"/img/spring/quote-card.og.png"' in path.read_bytes()
    (blog / "visuals.toml").write_text(SETTINGS.format(site="jekyll").replace('url = "/img"\n', ""))
    invoke("weave", path, "--specs", "specs/spring")
    assert b'"/img/spring/quote-card.og.png"' in path.read_bytes()


def test_several_places_may_be_named_and_each_is_heard_of(blog: Path, invoke: Invoke) -> None:
    result = invoke("weave", "posts", "pages/about.md", "posts/2026/a.md", "posts/b.rst", "nowhere.md")
    assert result.exit_code == 2
    assert "posts/2026/a.md  1 figure\n2 articles without a wish\n" in result.output
    assert result.output.count("posts/2026/a.md") == 1
    assert "nowhere.md: there is no such file" in result.stderr
    assert invoke("draft", "posts", "pages").stdout.splitlines()[-3:] == [
        "0 specs written, 1 kept",
        "2 articles without a wish",
        "passed over: 2 files that are no articles (.jpg, .rst)",
    ]
    assert invoke("check", "posts", "pages").stdout.splitlines() == [
        "posts/2026/a.md: 1 figure, 0 problems",
        "2 articles without a figure, 0 problems",
    ]


def test_a_folder_of_the_settings_that_is_not_there_is_told_at_its_line(blog: Path, invoke: Invoke) -> None:
    (blog / "pages" / "about.md").unlink()
    (blog / "pages").rmdir()
    result = invoke("weave")
    assert result.exit_code == 2
    assert result.stderr.startswith("visuals.toml:5:1: there is no folder pages\n  hint: ")
    assert "posts/2026/a.md  1 figure" in result.stdout
    result = invoke("check")
    assert "there is no folder pages" in result.stderr
    assert result.exit_code == 0


@pytest.mark.parametrize("command", ["build", "check", "clean", "report", "gallery"])
def test_a_folder_of_specs_that_is_not_there_is_told_at_its_line(project: Path, invoke: Invoke, command: str) -> None:
    (project / "visuals.toml").write_text('site = "hugo"\nspecs = "cards"\n')
    result = invoke(command)
    assert result.exit_code == 2
    assert "visuals.toml:2:1: there is no folder cards\n  hint: make it, or name another one" in result.stderr


def test_settings_that_are_no_utf_8_are_told_at_the_byte(project: Path, invoke: Invoke) -> None:
    (project / "visuals.toml").write_bytes(b'site = "hugo"\nlang = "\xe9"\n')
    assert "visuals.toml:2:9: expected UTF-8 text, found the byte 0xE9\n" in invoke("build").stderr


def test_a_folder_of_the_settings_may_be_empty_but_not_all_of_them(blog: Path, invoke: Invoke) -> None:
    (blog / "pages" / "about.md").unlink()
    assert invoke("weave").exit_code == 0
    (blog / "visuals.toml").write_text('articles = ["pages"]\n')
    result = invoke("weave")
    assert result.exit_code == 2
    assert result.stderr.startswith("there is no article in pages\n  hint: write one, ")


@pytest.mark.parametrize("command", ["draft", "weave"])
def test_without_a_place_or_folders_of_articles_there_is_a_way_out(project: Path, invoke: Invoke, command: str) -> None:
    result = invoke(command)
    assert result.exit_code == 2
    assert "name an article, or set `articles` in visuals.toml" in result.output


def test_many_articles_go_to_a_folder_and_keep_their_own(blog: Path, invoke: Invoke) -> None:
    (blog / "posts" / "2027").mkdir()
    (blog / "posts" / "2027" / "a.md").write_bytes(ARTICLE)
    assert "several articles do not go to one file: make a folder out" in invoke("weave", "posts", "-o", "out").output
    (blog / "out").mkdir()
    assert invoke("weave", "posts", "-o", "out").exit_code == 0
    assert [str(path) for path in sorted(Path("out").rglob("*.*"))] == ["out/2026/a.md", "out/2027/a.md", "out/none.md"]
    assert (blog / "posts" / "2026" / "a.md").read_bytes() == ARTICLE


class TestPreviews:
    HEADS = (
        ("---\r\ntitle: T\r\n---\r\n", '{key}: "{address}"', "{key}: {address}"),
        ("+++\r\ntitle = 'T'\r\n+++\r\n", '{key} = "{address}"', '{key} = "{address}"'),
    )

    @pytest.mark.parametrize(("head", "_", "line"), HEADS)
    def test_keys_are_set_on_request_and_taken_out_again(
        self, blog: Path, invoke: Invoke, head: str, _: str, line: str
    ) -> None:
        path = blog / "posts" / "2026" / "a.md"
        before = ARTICLE.replace(ARTICLE[: ARTICLE.index(b"\r\n\r\n") + 2], head.encode())
        path.write_bytes(before)
        result = invoke("weave", path, "--preview", "cover", "--preview", "images,og_image")
        assert result.exit_code == 0, result.output
        address = "/img/quote-card.og.png"
        mark = "=" if "=" in head else ":"
        listed = f'images = ["{address}"]' if mark == "=" else f'images: ["{address}"]'
        wanted = [line.format(key="cover", address=address), listed, line.format(key="og_image", address=address)]
        woven = path.read_bytes()
        assert "".join(f"{each} # visuals\r\n" for each in wanted).encode() in woven
        assert invoke("weave", path).exit_code == 0
        assert path.read_bytes() == woven
        assert invoke("check", path).exit_code == 0
        invoke("weave", path, "--preview", "cover")
        assert path.read_bytes().count(b"# visuals") == 1
        assert invoke("weave", path, "--unweave").exit_code == 0
        assert path.read_bytes() == before

    @pytest.mark.parametrize(("site", "line"), [("hugo", b"\r\nimages: ["), ("jekyll", b"\r\nimage: /")])
    def test_a_site_has_a_key_of_its_own(self, blog: Path, invoke: Invoke, site: str, line: bytes) -> None:
        (blog / "visuals.toml").write_text(SETTINGS.format(site=site))
        assert invoke("weave", "--preview").exit_code == 0
        assert line in (blog / "posts" / "2026" / "a.md").read_bytes()

    def test_each_key_that_the_author_has_is_told_and_nothing_is_written(self, blog: Path, invoke: Invoke) -> None:
        path = blog / "posts" / "2026" / "a.md"
        before = ARTICLE.replace(b"title: T\r\n", b"image: own.png\r\n'cover': own.png\r\n")
        path.write_bytes(before)
        result = invoke("weave", path, "--preview", "image,cover")
        assert result.exit_code == 2
        assert "a.md:2:1: the front matter has `image` already" in result.stderr
        assert "a.md:3:1: the front matter has `cover` already" in result.stderr
        assert path.read_bytes() == before

    @pytest.mark.parametrize("key", ["posts/2026/a.md", "cover.image", "a b"])
    def test_what_is_no_key_is_not_taken_for_one(self, blog: Path, invoke: Invoke, key: str) -> None:
        result = invoke("weave", "--preview", key)
        assert result.exit_code == 2
        assert f"expected a key of the front matter such as cover, found `{key}`" in result.output.replace("\n", " ")

    def test_lines_are_counted_below_all_of_them(self, blog: Path, invoke: Invoke) -> None:
        path = blog / "posts" / "2026" / "a.md"
        path.write_bytes(ARTICLE + b"\r\n\r\nVisual: a word of wisdom\r\n")
        invoke("weave", path, "--preview", "image,cover")
        result = invoke("weave", path)
        (line,) = [number for number, text in enumerate(path.read_bytes().splitlines(), 1) if b"wisdom" in text]
        assert f"a.md:{line}:1: " in result.stderr


def test_mistakes_in_the_settings_are_told_and_nothing_is_written(blog: Path, spawn: Spawn) -> None:
    (blog / "visuals.toml").write_text(SETTINGS.format(site="hugoo"))
    result = spawn("weave", "posts/2026/a.md")
    assert result.returncode == 2
    assert result.stderr.startswith(b"visuals.toml:1:1: site: ")
    assert b"hugo" in result.stderr
    assert (blog / "posts" / "2026" / "a.md").read_bytes() == ARTICLE


def test_comments_of_mdx_may_wish(blog: Path, invoke: Invoke) -> None:
    path = blog / "posts" / "a.mdx"
    before = b"Every word counts.\n\n{/* visual: a quote card */}\n"
    path.write_bytes(before)
    assert invoke("weave", path).exit_code == 0
    woven = path.read_text()
    assert "<!--" not in woven
    assert 'srcSet="/img/quote-card.og.ink.png"' in woven
    assert invoke("check", path).exit_code == 0
    assert invoke("weave", path, "--unweave").exit_code == 0
    assert path.read_bytes() == before
