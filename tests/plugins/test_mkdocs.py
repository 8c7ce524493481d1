"""Tests of the plugin `visuals` in real builds of MkDocs."""

from __future__ import annotations

from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.plugins import sites
from tests.plugins.sites import SITE, tags_of

pytestmark = sites.NEEDS_MKDOCS
PAGES = {
    "index.md": "# Welcome 🚀\n\nHello\n\n![Word](visuals/word.og.png)\n",
    "guide/write.md": '---\ndescription: How to "write" & send\nauthor: Ada Example\n---\n# Write <b>it</b> & send\n',
    "guide/quiet.md": "---\nsocial: {cards: false}\n---\n# Quiet\n",
}
URL = "https://example.org/letters/"


def config(folder: Path, options: str = "", url: str = URL, theme: str = "mkdocs") -> None:
    lines = [f"site_name: {SITE}", "site_description: Letters, and what comes of them.", f"theme: {theme}"]
    lines += [f"site_url: {url}"] if url else []
    text = "\n".join([*lines, "plugins:", "  - search", f"  - visuals{': ' + options if options else ''}"])
    (folder / "mkdocs.yml").write_text(f"{text}\n", encoding="utf-8")


def build(folder: Path, *arguments: str) -> CompletedProcess[str]:
    return sites.run(folder, "mkdocs", "build", *arguments, path=folder / "installed")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    sites.installed(tmp_path / "installed")
    sites.project(tmp_path, PAGES)
    config(tmp_path)
    return tmp_path


def tags(site: Path, page: str) -> dict[str, str]:
    return tags_of((site / "site" / page).read_text(encoding="utf-8"))


def test_pictures_are_made_before_the_site_and_each_page_has_a_card(site: Path) -> None:
    done = build(site)
    assert done.returncode == 0, done.stderr
    assert (site / "site" / "visuals" / "word.og.png").is_file()
    found = tags(site, "guide/write/index.html")
    assert found == {
        "og:type": "website",
        "og:site_name": SITE,
        "og:title": "Write it & send",
        "og:description": 'How to "write" & send',
        "og:url": f"{URL}guide/write/",
        "og:image": f"{URL}assets/images/social/guide/write.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Write it & send. How to “write” & send.",
        "twitter:card": "summary_large_image",
    }
    assert (site / "site" / found["og:image"].removeprefix(URL)).read_bytes().startswith(b"\x89PNG")
    assert tags(site, "index.html")["og:description"] == "Letters, and what comes of them."


def test_what_a_card_leaves_out_is_said(site: Path) -> None:
    assert "index.md: the card's title goes without `🚀`, which no face has" in build(site).stderr


def test_a_page_may_refuse_its_card(site: Path) -> None:
    build(site)
    assert "og:image" not in tags(site, "guide/quiet/index.html")
    assert tags(site, "guide/quiet/index.html")["og:title"] == "Quiet"
    assert not (site / "site/assets/images/social/guide/quiet.png").exists()


def test_a_second_build_draws_nothing_and_a_changed_page_one_card(site: Path) -> None:
    assert "2 social cards, 2 of them new" in build(site).stderr
    times = {path: path.stat().st_mtime_ns for path in (site / "docs" / "visuals").iterdir()}
    assert "2 social cards, 0 of them new" in build(site).stderr
    assert {path: path.stat().st_mtime_ns for path in (site / "docs" / "visuals").iterdir()} == times
    (site / "docs" / "index.md").write_text("# Welcome back\n", encoding="utf-8")
    assert "2 social cards, 1 of them new" in build(site).stderr


def test_pages_are_picked_by_patterns(site: Path) -> None:
    config(site, "{cards_include: ['guide/*'], cards_exclude: ['*/write.md']}")
    assert "0 social cards" in build(site).stderr
    config(site, "{cards_exclude: ['guide/*'], cards_dir: previews}")
    build(site)
    assert tags(site, "index.html")["og:image"] == f"{URL}previews/index.png"
    assert "og:image" not in tags(site, "guide/write/index.html")


def test_options_of_the_social_plugin_look_and_speak_as_ours(site: Path) -> None:
    config(site, "{cards_layout_options: {background_color: '#4051B5', title: All of it}}")
    assert build(site).returncode == 0
    assert tags(site, "index.html")["og:title"] == "All of it"
    assert tags(site, "index.html")["og:image:alt"].startswith("All of it. ")


def test_options_that_have_no_meaning_are_warned_of(site: Path) -> None:
    config(site, "{cards_layout: default, cache: true}")
    done = build(site)
    assert done.returncode == 0
    for name in ("cards_layout", "cache"):
        assert f"`{name}` of the social plugin has no meaning for visuals: remove it" in done.stderr


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        ("{cards_theme: inkk}", "visuals:\nmkdocs.yml: themes[0]: unknown theme `inkk`\n  hint: the nearest is `ink`;"),
        (
            "{cards_layout_options: {font_family: Nowhere}}",
            "visuals:\nmkdocs.yml: theme.faces: no face of the family `Nowhere` is here",
        ),
        ("{cards_layout_options: {logo: no.png}}", "visuals:\nmkdocs.yml: logo.file: cannot read no.png"),
        (
            "{cards_layout_options: {logos: no.png}}",
            "visuals:\nmkdocs.yml: cards_layout_options: unknown option `logos`",
        ),
    ],
)
def test_an_option_that_no_card_can_have_ends_the_build(site: Path, options: str, complaint: str) -> None:
    config(site, options)
    done = build(site)
    assert done.returncode == 1
    assert complaint in done.stderr
    assert "Traceback" not in done.stderr


def test_a_spec_with_a_mistake_ends_the_build_at_its_line(site: Path) -> None:
    (site / "specs" / "bad.yaml").write_text("kind: quote_card\ntexxt: a\n", encoding="utf-8")
    done = build(site)
    assert done.returncode == 1
    assert "specs/bad.yaml:2:1: unknown key `texxt` in quote_card" in done.stderr
    assert "Traceback" not in done.stderr
    config(site, "{build: false}")
    assert build(site).returncode == 0


def test_a_card_that_cannot_be_made_is_a_warning_which_strict_builds_heed(site: Path) -> None:
    (site / "docs" / "he.md").write_text("# שלום\n", encoding="utf-8")
    done = build(site)
    assert done.returncode == 0
    assert "no social card: he.md: title: no face has ש" in done.stderr
    assert "og:image" not in tags(site, "he/index.html")
    assert build(site, "--strict").returncode == 1


def test_without_an_address_there_are_no_cards_and_that_is_said(site: Path) -> None:
    config(site, url="")
    assert "no social cards without `site_url`" in build(site).stderr
    assert tags(site, "index.html") == {}


def test_switched_off_it_does_nothing(site: Path) -> None:
    config(site, "{enabled: false}")
    assert "social cards" not in build(site).stderr
    assert not (site / "docs" / "visuals").exists()


def test_the_site_may_be_built_from_another_folder(site: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    config_file = str(site / "mkdocs.yml")
    done = sites.run(elsewhere, "mkdocs", "build", "-f", config_file, path=site / "installed")
    assert done.returncode == 0, done.stderr
    assert (site / "site" / "visuals" / "word.og.png").is_file()
    assert list(elsewhere.iterdir()) == []


@sites.NEEDS_MATERIAL
def test_material_s_pages_have_each_tag_once(site: Path) -> None:
    config(site, theme="{name: material, language: de}")
    assert build(site).returncode == 0
    assert tags(site, "guide/write/index.html")["og:image:alt"] == "Write it & send. How to „write“ & send."
