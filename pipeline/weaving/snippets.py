"""A figure -> text to paste into a page that is written elsewhere: Markdown, HTML, MDX or reStructuredText."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from pipeline.weaving import html, markdown, mdx
from pipeline.weaving.figures import Figure
from pipeline.weaving.links import Link


def rst(figure: Figure, link: Link) -> list[str]:
    """A `figure` directive for each page, the caption below the last."""
    lines: list[str] = []
    for page in figure.pages:
        lines += [
            f".. figure:: {link(page.light.path)}",
            f"   :alt: {' '.join(page.alt.split())}",
            "   :width: 100%",
            "",
        ]
    if figure.caption:
        words = re.sub(r"[\\*`|_]", r"\\\g<0>", " ".join(figure.caption.split()))
        lines.append(f"   {words if words[0].isalpha() else chr(92) + words}")  # what might begin a list is text
    return lines


FORMS: Mapping[str, Callable[[Figure, Link], list[str]]] = MappingProxyType(
    {"markdown": markdown.lines, "html": html.lines, "mdx": mdx.lines, "rst": rst}
)
