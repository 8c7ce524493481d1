"""A project of its author: settings, sub-folders, found from any folder in it; what lasts, in real processes."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.conftest import QUOTE, Invoke, Spawn, pictures_in, write_spec


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_commands_find_the_project_from_a_folder_in_it(project: Path, spawn: Spawn) -> None:
    os.chdir("specs")
    assert spawn("build").stdout.decode().startswith("../output/word.og.png")
    assert spawn("check").returncode == 0
    assert spawn("new", "quote_card").returncode == 0
    assert pictures_in(project / "output") == ["word.og.png"]
    assert not (project / "specs" / "specs").exists()
    (project / "posts").mkdir()
    os.chdir(project / "posts")
    assert spawn("build").returncode == 0
    assert pictures_in(project / "output") == ["quote_card.og.png", "word.og.png"]


def test_settings_say_where_specs_and_pictures_lie_and_what_specs_need_not_say(home: Path, spawn: Spawn) -> None:
    (home / "visuals.toml").write_text(
        'specs = "visuals"\noutput = "static/img"\nsizes = ["square"]\nthemes = ["ink"]\nformats = ["webp"]\n'
    )
    (home / "visuals").mkdir()
    (home / "visuals" / "a.yaml").write_text("kind: quote_card\ntext: One.\n")
    (home / "visuals" / "b.yaml").write_text("kind: quote_card\ntext: One.\ntheme: paper\nsizes: [og]\n")
    assert spawn("build").returncode == 0
    assert pictures_in(home / "static" / "img") == ["a.square.webp", "b.og.webp"]
    assert spawn("check").returncode == 0
    (home / "visuals.toml").write_text('specs = "visuals"\noutput = "static/img"\nsizes = ["og"]\n')
    assert b"b.og.png" in spawn("build").stdout


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('sizes = ["ogg"]', "visuals.toml:1:1: sizes[0]: unknown size `ogg`"),
        ('\nthemes = ["papr"]', "visuals.toml:2:1: themes[0]: unknown theme `papr`"),
        ("sizes = 3", "visuals.toml:1:1: sizes: unknown size `3`"),
        ('size = ["og"]', "visuals.toml:1:1: unknown key `size` in settings"),
    ],
)
def test_mistakes_in_the_settings_have_a_place(project: Path, invoke: Invoke, written: str, said: str) -> None:
    (project / "visuals.toml").write_text(written)
    (project / "specs" / "word.yaml").write_text("kind: quote_card\ntext: One.\n")
    refused = invoke("build")
    assert refused.exit_code == 2
    assert refused.stderr.startswith(said)


def test_a_new_spec_leaves_to_the_project_what_it_has_decided(home: Path, spawn: Spawn) -> None:
    (home / "visuals.toml").write_text('sizes = ["wide"]\n')
    (home / "specs").mkdir()
    (home / "specs" / "_defaults.yaml").write_text("themes: [ink]\n")
    assert spawn("new", "quote_card").returncode == 0
    lines = (home / "specs" / "quote_card.yaml").read_text().splitlines()
    assert "#sizes: [og]" in lines
    assert "#themes: [paper]" in lines
    spawn("build")
    assert pictures_in(home / "output") == ["quote_card.wide.png"]


def test_sub_folders_of_specs_are_built_into_such_of_the_output(project: Path, spawn: Spawn) -> None:
    for season in ("spring", "autumn"):
        folder = project / "specs" / season
        folder.mkdir()
        (folder / "cover.yaml").write_text(QUOTE)
    (project / "specs" / "spring" / "data.yaml").write_text("- {a: 1}\n")  # no kind: a spec's data
    (project / "specs" / "_old").mkdir()
    (project / "specs" / "_old" / "x.yaml").write_text("kind: none\n")
    assert spawn("build").returncode == 0
    assert pictures_in(project / "output" / "spring") == pictures_in(project / "output" / "autumn") == ["cover.og.png"]
    assert spawn("check").returncode == 0
    assert b"3 unchanged" in spawn("build").stdout
    assert spawn("build", "-o", "elsewhere").returncode == 0
    assert (project / "elsewhere" / "autumn" / "cover.og.png").is_file()


def test_pictures_of_a_sub_folder_that_is_gone_are_left_over(project: Path, spawn: Spawn) -> None:
    (project / "specs" / "spring").mkdir()
    spec = project / "specs" / "spring" / "cover.yaml"
    spec.write_text(QUOTE)
    spawn("build")
    spec.rename(project / "specs" / "spring" / "_cover.yaml")
    assert b"output/spring/cover.og.png: no spec calls for it" in spawn("check").stderr
    assert b"output/spring/cover.og.png\n1 picture removed" in spawn("clean").stdout
    assert spawn("check", "--strict").returncode == 0


def test_defaults_and_themes_around_a_spec_count_up_to_specs(project: Path, spawn: Spawn) -> None:
    inner = project / "specs" / "spring"
    inner.mkdir()
    (project / "specs" / "themes").mkdir()
    (project / "specs" / "themes" / "mine.yaml").write_text("extends: ink\n")
    (project / "specs" / "_defaults.yaml").write_text("themes: [mine]\nsizes: [wide]\n")
    (inner / "_defaults.yaml").write_text("sizes: [square]\n")
    (inner / "cover.yaml").write_text("kind: quote_card\ntext: One.\n")
    assert spawn("build").returncode == 0
    assert pictures_in(project / "output" / "spring") == ["cover.square.png"]
    (project / "specs" / "themes" / "mine.yaml").write_text("extends: press\n")
    assert b"spring/cover.square.png" in spawn("build").stdout


def test_a_spec_elsewhere_does_not_take_the_picture_of_another(project: Path, spawn: Spawn) -> None:
    spawn("build")
    before = (project / "output" / "word.og.png").read_bytes()
    (project / "drafts").mkdir()
    (project / "drafts" / "word.yaml").write_text(QUOTE.replace("counts", "weighs"))
    for further in ((), ("--set", "text=Two")):
        refused = spawn("render", "drafts/word.yaml", *further)
        assert refused.returncode == 2
        assert b"would write output/word.og.png, as specs/word.yaml does" in refused.stderr
    assert (project / "output" / "word.og.png").read_bytes() == before
    assert spawn("render", "drafts/word.yaml", "-o", "own.png").returncode == 0


# Setting up


@pytest.mark.parametrize(
    ("mark", "site", "output"),
    [
        ("hugo.toml", "hugo", "static/visuals"),
        ("_config.yml", "jekyll", "assets/visuals"),
        ("mkdocs.yml", "mkdocs", "docs/visuals"),
        ("docs/conf.py", "sphinx", "docs/visuals"),
        ("astro.config.mjs", "astro", "public/visuals"),
        ("eleventy.config.js", "eleventy", "visuals"),
        ("docusaurus.config.ts", "docusaurus", "static/visuals"),
        ("README.md", "plain", "output"),
    ],
)
def test_a_site_is_recognised_and_gets_its_pictures_where_it_wants_them(
    home: Path, invoke: Invoke, mark: str, site: str, output: str
) -> None:
    (home / mark).parent.mkdir(exist_ok=True)
    (home / mark).touch()
    made = invoke("init")
    assert (made.exit_code, made.stderr) == (0, "")
    assert f"site: {site}." in made.stdout
    assert invoke("build").exit_code == 0
    assert pictures_in(home / output) == ["quote_card.og.png"]
    assert invoke("check").exit_code == 0


@pytest.mark.parametrize(
    ("mark", "text", "wanted"),
    [
        ("hugo.toml", "title = 'T'\nbaseURL = 'https://example.org/blog/'\n", 'url = "/blog/visuals"'),
        ("hugo.yaml", "baseurl: https://example.org/blog # ours\n", 'url = "/blog/visuals"'),
        ("hugo.json", '{\n "baseURL": "https://example.org/"\n}', 'url = "/visuals"'),
        ("_config.yml", 'url: https://example.org\nbaseurl: "/blog"\n', 'url = "/blog/assets/visuals"'),
        ("docusaurus.config.js", "export default {\n  baseUrl: '/docs/',\n};\n", 'url = "/docs/visuals"'),
        ("astro.config.mjs", 'export default defineConfig({ base: "/blog" });\n', 'url = "/blog/visuals"'),
        ("astro.config.mjs", "// base: '/blog'\n", 'url = "/visuals"'),
        ("conf.py", "", 'output = "visuals"\narticles = ["."]'),
        ("source/conf.py", "", 'output = "source/visuals"\narticles = ["source"]'),
        ("eleventy.config.js", "", 'articles = ["posts"]'),
    ],
)
def test_settings_follow_those_of_the_site(home: Path, invoke: Invoke, mark: str, text: str, wanted: str) -> None:
    (home / mark).parent.mkdir(exist_ok=True)
    (home / mark).write_text(text)
    (home / "posts").mkdir()
    assert invoke("init").exit_code == 0
    assert wanted in (home / "visuals.toml").read_text()


def test_nothing_that_is_there_is_overwritten(home: Path, spawn: Spawn) -> None:
    write_spec(home, "word")
    (home / "visuals.toml").write_text('output = "mine"\n')
    told = spawn("init", "--hooks", "--workflow").stdout.decode()
    assert "visuals.toml  kept: it is there already" in told
    assert (home / "visuals.toml").read_text() == 'output = "mine"\n'
    assert os.listdir(home / "specs") == ["word.yaml"]
    assert (home / ".pre-commit-config.yaml").is_file()
    assert (home / ".github" / "workflows" / "visuals.yml").is_file()


def test_a_named_site_in_another_folder(home: Path, spawn: Spawn) -> None:
    told = spawn("init", "blog", "--site", "hugo").stdout.decode()
    assert told.endswith("site: hugo. Next: cd blog && visuals build\n")
    assert 'output = "static/visuals"' in (home / "blog" / "visuals.toml").read_text()


EXTENDED = 'extensions = [*extensions, "pipeline.plugins.sphinx"]\n'


@pytest.mark.parametrize(
    ("mark", "before", "after", "to_do"),
    [
        ("mkdocs.yml", "site_name: T", "site_name: T\nplugins:\n  - search\n  - visuals\n", "`site_url: https://...`"),
        ("mkdocs.yml", "plugins: [search]\nsite_url: https://a.example\n", None, "add `visuals` to `plugins`"),
        (
            "mkdocs.yml",
            "site_url: https://a.example\nplugins:\n  - visuals:\n      cards: true\n",
            None,
            "",
        ),
        ("mkdocs.yml", "site_url: https://a.example\nplugins: [search, visuals]\n", None, ""),
        (
            "conf.py",
            "extensions = []\n",
            'extensions = []\nextensions = [*extensions, "pipeline.plugins.sphinx"]\n',
            "html",
        ),
        ("conf.py", 'html_baseurl = "https://a.example"\n', None, None),
    ],
)
def test_our_plugin_is_added_where_that_is_safe(
    home: Path, invoke: Invoke, mark: str, before: str, after: str | None, to_do: str | None
) -> None:
    (home / mark).write_text(before)
    if to_do is None:  # it is only asked for
        assert "to do: `visuals init --plugin` adds our plugin" in invoke("init").stdout
        return
    for _ in range(2):
        told = invoke("init", "--plugin").stdout
        assert (home / mark).read_text() == (after or before)
        assert to_do in told if to_do else "to do" not in told


def test_a_plugin_is_for_those_that_have_one(home: Path, spawn: Spawn) -> None:
    (home / "hugo.toml").touch()
    refused = spawn("init", "--plugin")
    assert refused.returncode == 1
    assert refused.stderr.startswith(b"hugo: expected mkdocs or sphinx")
    assert sorted(each.name for each in home.iterdir()) == ["hugo.toml"]


def test_a_theme_that_shows_no_card_is_said_and_mended(home: Path, spawn: Spawn) -> None:
    (home / "hugo.toml").touch()
    head = home / "themes" / "own" / "layouts" / "head.html"
    head.parent.mkdir(parents=True)
    head.write_text("<title>{{ .Title }}</title>")
    assert b"to do: no layout here writes og:image" in spawn("init").stdout
    head.write_text('{{ partial "opengraph.html" . }}')
    assert b"to do" not in spawn("init").stdout


# Commits


def git(*arguments: str) -> None:
    subprocess.run(["git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org", *arguments], check=True)


def test_a_picture_that_git_does_not_track_is_reported(project: Path, spawn: Spawn) -> None:
    git("init", "-q", ".")
    spawn("build")
    git("add", "specs")
    refused = spawn("check")
    assert refused.returncode == 1
    assert b"output/word.og.png: git does not track it" in refused.stderr
    assert b"hint: git add output/word.og.png" in refused.stderr
    git("add", "output")
    assert spawn("check").returncode == 0
    git("rm", "-q", "-r", "--cached", "output")
    (project / ".gitignore").write_text("output/\n")
    assert spawn("check").returncode == 0


def test_the_hook_of_a_build_fails_when_it_made_a_picture(project: Path, spawn: Spawn) -> None:
    assert spawn("build", "--fail-on-change").returncode == 1
    assert spawn("build", "--fail-on-change").returncode == 0
    write_spec(project, "word", QUOTE.replace("counts", "weighs"))
    assert spawn("build", "--fail-on-change").returncode == 1
    assert spawn("build", "--fail-on-change").returncode == 0
