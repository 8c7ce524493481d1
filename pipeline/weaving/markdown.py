"""A figure -> lines of Markdown: an image for each page, and the caption in italics below it."""

from __future__ import annotations

import re

from pipeline.weaving.figures import Figure
from pipeline.weaving.links import Link

BREAK = "  "  # a line break of every Markdown; site generators leave out raw HTML
_MARKUP = re.compile(r"[\\`*_\[\]]")
# What not every Markdown lets a backslash escape, and the braces that are code of Liquid, Hugo and MDX.
_ENTITIES = {"<": "&lt;", "&": "&amp;"}
_NAMED = re.compile(r"[<&~${}]")


def lines(figure: Figure, link: Link) -> list[str]:
    """The lines; there is no empty one among them, so that they stay together within a list or a quotation."""
    parts = [f"![{escaped(page.alt)}]({link(page.light.path)})" for page in figure.pages]
    if figure.caption:
        parts.append(f"*{escaped(figure.caption)}*")
    return [*(f"{part}{BREAK}" for part in parts[:-1]), parts[-1]]


def escaped(text: str) -> str:
    """The text on one line, so that Markdown shows it as it is."""
    named = _NAMED.sub(lambda found: _ENTITIES.get(found[0]) or f"&#{ord(found[0])};", " ".join(text.split()))
    return _MARKUP.sub(r"\\\g<0>", named)


def as_paragraph(text: str) -> str:
    """The text, escaped, so that nothing at its beginning makes a list, a heading or an option of it."""
    first, rest = text.lstrip()[:1], text.lstrip()[1:]
    return escaped(text) if first.isalpha() else f"&#{ord(first)};{escaped(rest)}"
