"""MkDocs: images in Markdown, whose addresses it follows, with what the extensions of the site allow beside.

attr_list                width, height and lazy loading
md_in_html               a figure with a caption; without it the caption is in italics below
the theme material       a picture for dark pages
"""

from __future__ import annotations

import re
from functools import partial

from pipeline.weaving import html, markdown
from pipeline.weaving.figures import Figure, Picture
from pipeline.weaving.forms.model import Form, looks, text_of
from pipeline.weaving.links import Link

_MATERIAL = re.compile(
    r"^theme:[ \t]*['\"]?material\b|^theme:[ \t]*\n(?:(?:[ \t].*)?\n)*?[ \t]+name:[ \t]*['\"]?material\b", re.MULTILINE
)
_EXTENSION = re.compile(r"^\s*-\s*['\"]?(?:markdown\.extensions\.)?(attr_list|md_in_html|extra)\b", re.MULTILINE)
_UNLIT = "only the theme material knows pictures for dark pages"

_GAINS = {
    ("attr_list",): "width, height and lazy loading",
    ("md_in_html",): "captions of figures",
    ("attr_list", "md_in_html"): "width, height, lazy loading and captions of figures",
}


def form(home: str) -> Form:
    """What the `mkdocs.yml` of the site allows."""
    text = text_of(home, "mkdocs.yml", "mkdocs.yaml")
    extensions = set(_EXTENSION.findall(text))
    has_sizes, has_figures = ({name, "extra"} & extensions for name in ("attr_list", "md_in_html"))
    is_lit = _MATERIAL.search(text) is not None
    plain = partial(_plain, has_sizes=bool(has_sizes), is_lit=is_lit)
    framed = partial(_framed, has_sizes=bool(has_sizes), is_lit=is_lit)
    lacking = [name for name, found in (("attr_list", has_sizes), ("md_in_html", has_figures)) if not found]
    told = f"enable {' and '.join(lacking)} in mkdocs.yml for {_GAINS[tuple(lacking)]}" if lacking else ""
    return Form(framed if has_figures else plain, plain, unlit="" if is_lit else _UNLIT, lacking=told)


def _plain(figure: Figure, link: Link, *, has_sizes: bool, is_lit: bool) -> list[str]:
    """Images, and the caption in italics below them."""
    parts = _images(figure, link, has_sizes, is_lit)
    if figure.caption:
        parts.append(f"*{markdown.escaped(figure.caption)}*")
    return [*(f"{part}{markdown.BREAK}" for part in parts[:-1]), parts[-1]]


def _framed(figure: Figure, link: Link, *, has_sizes: bool, is_lit: bool) -> list[str]:
    """A figure of HTML whose images are Markdown: MkDocs follows no address within HTML."""
    caption = [f'<figcaption dir="auto">{html.text(figure.caption)}</figcaption>'] if figure.caption else []
    return ['<figure markdown="span">', *_images(figure, link, has_sizes, is_lit), *caption, "</figure>"]


def _images(figure: Figure, link: Link, has_sizes: bool, is_lit: bool) -> list[str]:
    return [
        _image(picture, link(picture.path) + (f"#only-{when}" if when else ""), page.alt, has_sizes)
        for page in figure.pages
        for picture, when in looks(page, is_lit)
    ]


def _image(picture: Picture, address: str, alt: str, has_sizes: bool) -> str:
    sizes = f'{{ width="{picture.width}" height="{picture.height}" loading="lazy" }}' if has_sizes else ""
    return f"![{markdown.escaped(alt)}]({address}){sizes}"
