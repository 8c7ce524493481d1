"""The forms of figures for sites: what the settings of a site let in, and texts that are no code of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.weaving import Figure, forms, links, marks
from pipeline.weaving.figures import Page
from tests.weaving.shown import figure

ADDRESS = links.site("/img")
EVIL = '{{< x >}} {{ y }} {% z %} <b> & "q" *s* `c` \\ {#id} $1 ~a~ [l](m)\nnext'
UNSAFE = {
    "hugo.toml": "[markup.goldmark.renderer]\nunsafe = true\n",
    "config.yaml": "markup:\n  goldmark:\n    renderer: {unsafe: true}\n",
    "hugo.json": '{"markup": {"goldmark": {"renderer": {"unsafe": true}}}}',
    "config/_default/markup.toml": "[goldmark.renderer]\nunsafe = true\n",
}


def written(name: str, home: Path | str = "", article: str = "a.md", shown: Figure | None = None) -> str:
    return "\n".join(forms.of(name, article, str(home)).lines(shown or figure(), ADDRESS))


def settle(home: Path, name: str, text: str) -> None:
    path = home / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def of_two_pages() -> Figure:
    (page,) = figure().pages
    return figure()._replace(pages=(page, page._replace(alt="Second.")))


@pytest.mark.parametrize("name", forms.NAMES)
@pytest.mark.parametrize("article", ["a.md", "a.mdx"])
def test_no_line_of_a_figure_is_empty_and_no_text_is_code_of_the_site(name: str, article: str) -> None:
    lines = forms.of(name, article, "").lines(figure(alt=EVIL, caption=EVIL), ADDRESS)
    assert all(line.strip() and "\n" not in line for line in lines)
    text = "\n".join(lines)
    assert "<b>" not in text.replace('alt="{{< x >}}', "") or name in ("hugo", "sphinx")
    if name not in ("hugo", "sphinx"):  # whose alt texts are quoted
        assert "{{" not in text
        assert "{%" not in text


class TestHugo:
    def test_a_figure_is_a_shortcode(self) -> None:
        assert written("hugo", shown=figure(alt="Alt.", caption="- A *b*")) == (
            '{{< figure src="/img/card.og.png" alt="Alt." caption="&#45; A &#42;b&#42;" '
            'width="1200" height="630" loading="lazy" >}}'
        )

    @pytest.mark.parametrize(
        ("alt", "quoted"), [('a "b" `c`', '"a \\"b\\" `c`"'), ("a \\ b `c`", "`a \\ b ’c’`"), ("a {b}", '"a {b}"')]
    )
    def test_alt_texts_are_quoted_as_hugo_reads_them(self, alt: str, quoted: str) -> None:
        assert f" alt={quoted} caption=" in written("hugo", shown=figure(alt=alt))

    def test_pages_do_not_share_a_paragraph(self) -> None:
        lines = written("hugo", shown=of_two_pages()).splitlines()
        assert [line[:12] for line in lines] == ["{{< figure s", "<!-- next --", "{{< figure s"]
        assert ["caption=" in line for line in lines] == [False, False, True]

    @pytest.mark.parametrize("name", UNSAFE)
    def test_where_the_site_lets_html_in_there_is_a_picture_for_dark_pages(self, tmp_path: Path, name: str) -> None:
        settle(tmp_path, name, UNSAFE[name])
        assert "prefers-color-scheme: dark" in written("hugo", tmp_path)
        settle(tmp_path, name, UNSAFE[name].replace("true", "false"))
        assert written("hugo", tmp_path).startswith("{{< figure")

    def test_settings_that_cannot_be_read_let_nothing_in(self, tmp_path: Path) -> None:
        settle(tmp_path, "hugo.toml", "[markup")
        form = forms.of("hugo", "a.md", str(tmp_path))
        (told,) = form.limits([figure()])
        assert told.startswith("pictures for dark pages are left out: Hugo leaves raw HTML out; ")


class TestMkdocs:
    @pytest.mark.parametrize(
        ("settings", "first", "lacking"),
        [
            ("site_name: T\n", "![Alt.](/img/card.og.png)  ", "enable attr_list and md_in_html in mkdocs.yml for "),
            ("theme: material\n", "![Alt.](/img/card.og.png#only-light)  ", "enable attr_list and md_in_html in "),
            (
                "theme:\n  logo: a\n\n  # more\n  name: 'material'\nmarkdown_extensions:\n  - attr_list\n",
                '![Alt.](/img/card.og.png#only-light){ width="1200" height="630" loading="lazy" }  ',
                "enable md_in_html in mkdocs.yml for captions of figures",
            ),
            (
                "theme:\n  name: readthedocs\nplugins:\n  - material\nmarkdown_extensions: \n - extra\n",
                '<figure markdown="span">',
                "",
            ),
            (
                "markdown_extensions:\n  # - attr_list\n  - md_in_html:\n",
                '<figure markdown="span">',
                "enable attr_list in",
            ),
        ],
    )
    def test_a_figure_has_what_the_extensions_of_the_site_allow(
        self, tmp_path: Path, settings: str, first: str, lacking: str
    ) -> None:
        settle(tmp_path, "mkdocs.yml", settings)
        form = forms.of("mkdocs", "a.md", str(tmp_path))
        assert form.lines(figure(alt="Alt."), ADDRESS)[0] == first
        assert form.lacking.startswith(lacking)
        assert bool(form.lacking) == bool(lacking)

    def test_within_a_list_a_figure_is_no_html(self, tmp_path: Path) -> None:
        settle(tmp_path, "mkdocs.yml", "markdown_extensions: \n - extra\n")
        style = forms.of("mkdocs", "a.md", str(tmp_path)).with_addresses(ADDRESS)
        assert style.of(figure(), is_nested=False)[0].startswith("<figure")
        assert style.of(figure(), is_nested=True)[0].startswith("![")


class TestSphinx:
    def test_a_figure_is_a_directive_for_each_theme_that_the_site_tells_apart(self, tmp_path: Path) -> None:
        shown = figure(alt='A "b" \\ c', caption="2. Words")
        assert written("sphinx", tmp_path, shown=shown) == (
            '```{figure} /img/card.og.png\n:alt: "A \\"b\\" \\\\ c"\n:width: 1200\n:loading: lazy\n&#50;. Words\n```'
        )
        settle(tmp_path, "docs/conf.py", "html_theme = 'furo'\n")
        lines = written("sphinx", tmp_path, shown=shown).splitlines()
        assert [line for line in lines if "only" in line] == [":figclass: only-light", ":figclass: only-dark"]
        assert lines.count(":height: 630") == 2


class TestMdx:
    def test_html_of_a_site_is_jsx_in_mdx_and_its_comments_are_too(self) -> None:
        assert forms.of("astro", "a.md", "").comment == marks.HTML
        for form in (forms.of("astro", "a.MDX", ""), forms.of("docusaurus", "a.md", "")):
            assert form.comment == marks.MDX
            assert any(line.endswith(" />") for line in form.lines(figure(), ADDRESS))

    def test_a_caption_with_a_description_below_it_has_a_line_of_its_own(self) -> None:
        (page,) = figure().pages
        shown = figure(caption="1. A *b*")._replace(pages=(page._replace(description="More."),))
        lines = [line.strip() for line in written("docusaurus", shown=shown).splitlines()]
        at = lines.index('<figcaption dir="auto">')
        assert lines[at + 1] == "<span>&#49;&#46; A &#42;b&#42;</span>"

    def test_no_wish_ends_a_comment(self) -> None:
        mark = marks.begin("card", b"Visual: */} x {/* y", marks.MDX)
        assert mark.startswith("{/* visuals card: ")
        assert mark.count("*/") == mark.count("{") == 1
        text = f"{mark}\n![a](b)\n{marks.end(['![a](b)'], marks.MDX)}\n"
        assert marks.restore(text.encode(), "a.mdx").raw == b"Visual: */} x {/* y\n"

    def test_a_mark_may_change_its_signs(self) -> None:
        assert marks.between(b"> <!-- /visuals 12 -->", marks.MDX) == b"> {/* /visuals 12 */}"
        assert marks.between(b"  {/* /visuals 12 */}", marks.HTML) == b"  <!-- /visuals 12 -->"


class TestAddresses:
    @pytest.mark.parametrize(
        ("path", "address"),
        [
            ("static/img/a b.png", "/img/a%20b.png"),
            ("static/img/spring/a.png", "/img/spring/a.png"),
            ("elsewhere/a.png", "/img/a.png"),
        ],
    )
    def test_a_picture_keeps_its_folder_on_the_site(self, path: str, address: str) -> None:
        assert links.site("/img/", "static/img")(path) == address

    @pytest.mark.parametrize("name", [*forms.NAMES])
    def test_the_address_of_the_pictures_is_found_in_each_form(self, name: str) -> None:
        body = written(name)
        assert links.site_of(body, "output/card.og.png", "output") == "/img"
        assert links.site_of(body.replace("/img/", "/img/spring/"), "output/spring/card.og.png", "output") == "/img"
        assert links.site_of(body.replace("/img/", "../output/"), "output/card.og.png", "output") == ""

    def test_every_site_of_the_settings_has_a_form_and_every_form_is_offered(self) -> None:
        from typing import get_args

        from pipeline.authoring import sites
        from pipeline.cli import init, weave
        from pipeline.settings import Site

        assert set(get_args(Site)) == {site.name for site in sites.SITES} == set(init.SITES)
        assert {forms.of_site(site) for site in get_args(Site)} == set(forms.NAMES)
        assert (*forms.NAMES, "html") == weave.FORMS


def test_a_figure_without_a_picture_for_dark_pages_lacks_nothing() -> None:
    (page,) = figure().pages
    form = forms.of("hugo", "a.md", os.curdir)
    assert list(form.limits([figure()._replace(pages=(Page(page.alt, page.light),))])) == []
