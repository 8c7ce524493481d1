"""A figure -> lines of HTML: `<figure>` with a `<picture>` for each page that knows light, dark and narrow screens."""

from __future__ import annotations

import os
from collections.abc import Iterator
from html import escape
from typing import Annotated

from pipeline.schema import Part, key
from pipeline.weaving.figures import Figure, Page, Picture
from pipeline.weaving.links import TYPES, Link, inline
from pipeline.words import ENGLISH, find, section

NARROW_PX = 600
FIGURE_PX = 860
SIZES = f"(min-width: {FIGURE_PX + 40}px) {FIGURE_PX}px, 100vw"
_DARK = "(prefers-color-scheme: dark)"
_NARROW = f"(max-width: {NARROW_PX}px)"


class Said(Part):
    """The words of a figure in a page."""

    description: Annotated[str, key("What unfolds the description of its picture.")]


def lines(figure: Figure, link: Link) -> list[str]:
    """The lines of the element; no line is empty, so that Markdown takes it for one block."""
    name = text("-".join(figure.visual.name.split()))  # an id holds no blanks: HTML, 3.2.6
    lang = figure.visual.spec.lang
    named = [(page, f"{name}-{number}" if _is_longer(page) else "") for number, page in enumerate(figure.pages, 1)]
    folded = [line for page, own in named if own for line in _details(page, own, lang)]
    parts = [line for page, own in named for line in _picture(page, link, f' aria-details="{own}"' if own else "")]
    if figure.caption and folded:
        parts += [f'<figcaption dir="auto">{text(figure.caption)}', *(f"  {line}" for line in folded), "</figcaption>"]
    else:
        parts += [f'<figcaption dir="auto">{text(figure.caption)}</figcaption>'] if figure.caption else folded
    return [f'<figure id="{name}">', *(f"  {line}" for line in parts), "</figure>"]


def text(words: str) -> str:
    """The words on one line, safe between tags and in an attribute; braces would be code of Liquid, Hugo and MDX."""
    return escape(" ".join(words.split())).replace("{", "&#123;").replace("}", "&#125;")


def _is_longer(page: Page) -> bool:
    """Whether the description says more than the alt text."""
    return page.description not in ("", page.alt)


def _details(page: Page, name: str, lang: str) -> list[str]:
    """The description, folded below the picture; an element of that name."""
    return [
        f'<details id="{name}" lang="{text(lang)}" dir="auto">',
        f"  <summary>{section((find(lang) or ENGLISH).tag, 'figure_said', Said).description}</summary>",
        f"  <p>{text(page.description)}</p>",
        "</details>",
    ]


def _picture(page: Page, link: Link, details: str) -> Iterator[str]:
    yield "<picture>"
    # the first that fits is taken: the narrow ones stand before the others, the dark ones before the light ones
    for picture, media in (
        (page.narrow_dark, f"{_NARROW} and {_DARK}"),
        (page.narrow, _NARROW),
        (page.dark, _DARK),
    ):
        if picture:
            yield from _lighter(picture, link, f'media="{media}" ')
            yield f'  <source media="{media}" {_sources(picture, link)} {_dimensions(picture)}>'
    light = page.light
    yield from _lighter(light, link)
    fine = f" {_sources(light, link)}" if light.fine else ""
    about = f'{_dimensions(light)} alt="{text(page.alt)}" loading="lazy" decoding="async"{details}'
    yield f'  <img src="{link(light.path)}"{fine} {about}>'
    yield "</picture>"


def _lighter(picture: Picture, link: Link, media: str = "") -> Iterator[str]:
    """The picture in the formats that a browser may know; a page that holds its pictures holds each once."""
    for path, fine in picture.lighter if link is not inline else ():
        file = picture._replace(path=path, fine=fine)
        kind = TYPES[os.path.splitext(path)[1].lower()]
        yield f'  <source {media}type="{kind}" {_sources(file, link)} {_dimensions(picture)}>'


def _sources(picture: Picture, link: Link) -> str:
    """The files by their width: a browser takes the one for its screen."""
    if not picture.fine:
        return f'srcset="{link(picture.path)}"'
    coarse, fine = f"{link(picture.path)} {picture.width}w", f"{link(picture.fine)} {2 * picture.width}w"
    return f'srcset="{coarse}, {fine}" sizes="{SIZES}"'


def _dimensions(picture: Picture) -> str:
    return f'width="{picture.width}" height="{picture.height}"'
