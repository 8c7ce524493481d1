"""An article with its figures -> one page of HTML in the theme's colours and faces, for light and dark screens."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from pipeline import files
from pipeline.article import Article
from pipeline.article.html import to_html
from pipeline.theme import Theme
from pipeline.weaving import faces, html
from pipeline.weaving.figures import Figure
from pipeline.weaving.html import text
from pipeline.weaving.links import Link
from pipeline.weaving.weaver import Wanted

THEMES = ("paper", "ink")  # of an article without figures
DESCRIPTION = 200  # characters that a link's preview shows at most
VECTOR = ".svg"  # which no preview of a link shows
_STYLE = os.path.join(os.path.dirname(__file__), "page.css")


def page(article: Article, wanted: Sequence[Wanted], link: Link, picture_link: Link, *, keep_wishes: bool) -> str:
    """The page; `picture_link` makes the addresses of the figures, `link` that of the preview's picture."""
    figures = [each.figure for each in wanted if each.figure]
    insets = ["\n".join(html.lines(each.figure, picture_link)) if each.figure else None for each in wanted]
    body = to_html(article, insets, keep_wishes=keep_wishes)
    lang, direction = _language(article)
    heading = "" if any(section.level == 1 for section in article.sections) else article.title
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{text(lang)}" dir="{direction}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        *_told(article, figures, link, lang),
        f"<style>\n{_style(figures, heading + body)}</style>",
        "</head>",
        "<body>",
        "<main>",
        *([f"<h1>{text(heading)}</h1>"] if heading else []),
        body.rstrip("\n"),
        "</main>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _told(article: Article, figures: Sequence[Figure], link: Link, lang: str) -> Iterator[str]:
    """The title, and what a link's preview shows: Open Graph (ogp.me), and the word for a large picture on X."""
    title, description = article.title or os.path.basename(article.path), _description(article)
    address = article.front_matter.get("url") or article.front_matter.get("canonical") or ""
    yield f"<title>{text(title)}</title>"
    properties = {"og:type": "article", "og:title": title, "og:description": description, "og:url": address}
    properties["og:locale"] = lang.replace("-", "_") if "-" in lang else ""
    pictured = [page for figure in figures for page in figure.pages if not page.light.path.endswith(VECTOR)]
    if pictured:
        first = pictured[0]
        properties["og:image"] = _joined(address, link(first.light.path))
        properties["og:image:width"], properties["og:image:height"] = str(first.light.width), str(first.light.height)
        properties["og:image:alt"] = first.alt
    if description:
        yield f'<meta name="description" content="{text(description)}">'
    if address:
        yield f'<link rel="canonical" href="{text(address)}">'
    yield from (f'<meta property="{name}" content="{text(said)}">' for name, said in properties.items() if said)
    if pictured:
        yield '<meta name="twitter:card" content="summary_large_image">'


def _joined(address: str, way: str) -> str:
    """The picture's whole address where the page's own is known: previews take no other."""
    if not address:
        return way
    from urllib.parse import urljoin

    return urljoin(address, way)


def _description(article: Article) -> str:
    """What the front matter says, or how the first paragraph begins."""
    from pipeline.article import plain

    said = article.front_matter.get("description") or article.front_matter.get("summary")
    blocks = (block for section in article.sections for block in section.blocks if block.sort == "paragraph")
    words = said or next((plain(block.text) for block in blocks), "")
    if len(words) <= DESCRIPTION:
        return words
    return words[: DESCRIPTION - 1].rsplit(" ", 1)[0].rstrip(",;:.– ") + "…"


def _language(article: Article) -> tuple[str, str]:
    from pipeline import prose
    from pipeline.drafting import language
    from pipeline.typography import is_right_to_left

    sample = " ".join(block.text for section in article.sections[:2] for block in section.blocks)[:2000]
    lang = language.of_article(article)
    return lang, prose.direction(lang) or ("rtl" if is_right_to_left(article.title or sample) else "ltr")


def _style(figures: Sequence[Figure], body: str) -> str:
    from pipeline.theme import load

    light, dark = figures[0].themes if figures else (load(name) for name in THEMES)
    rules = files.read(_STYLE, files.MOST_BYTES).decode()
    root = "\n".join(f"  {line}" for line in (*faces.families(light), *_colors(light)))
    night = "\n".join(f"    {line}" for line in _colors(dark))
    sizes = f"  --figure: {html.FIGURE_PX}px;"
    letters = "\n".join(faces.rules(light, body))
    return (
        f"{letters}\n:root {{\n  color-scheme: light dark;\n{sizes}\n{root}\n}}\n"
        f"@media (prefers-color-scheme: dark) {{\n  :root {{\n{night}\n  }}\n}}\n{rules}"
    )


def _colors(theme: Theme) -> Iterator[str]:
    for role in ("paper", "surface", "surface_2", "ink", "ink_2", "muted", "rule", "accent", "accent_2"):
        yield f"--{role.replace('_', '-')}: {getattr(theme.colors, role)};"
