"""Sphinx with MyST: a `figure` directive for each picture, and for each theme where the site's theme tells them apart.

```{figure} visuals/card.og.png
:alt: "..."
:width: 1200
:loading: lazy
The caption
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.weaving import markdown
from pipeline.weaving.figures import Figure, Picture
from pipeline.weaving.forms.model import Form, looks, text_of
from pipeline.weaving.links import Link

_LIT = re.compile(r"^html_theme\s*=\s*['\"](?:furo|pydata_sphinx_theme|sphinx_book_theme)['\"]", re.MULTILINE)
_UNLIT = "only the themes furo, pydata_sphinx_theme and sphinx_book_theme know pictures for dark pages"


def form(home: str) -> Form:
    """What the theme in the site's `conf.py` shows."""
    is_lit = _LIT.search(text_of(home, "conf.py", "docs/conf.py", "source/conf.py")) is not None
    return Form(_lit) if is_lit else Form(_unlit, unlit=_UNLIT)


def _lit(figure: Figure, link: Link) -> list[str]:
    return _lines(figure, link, is_lit=True)


def _unlit(figure: Figure, link: Link) -> list[str]:
    return _lines(figure, link, is_lit=False)


def _lines(figure: Figure, link: Link, *, is_lit: bool) -> list[str]:
    return [
        line
        for page in figure.pages
        for picture, when in looks(page, is_lit)
        for line in _directive(
            picture, link(picture.path), page.alt, figure.caption if page is figure.pages[-1] else "", when, is_lit
        )
    ]


def _directive(picture: Picture, address: str, alt: str, caption: str, when: str, is_lit: bool) -> Iterator[str]:
    quoted = " ".join(alt.split()).replace("\\", "\\\\").replace('"', '\\"')
    yield f"```{{figure}} {address}"
    yield f':alt: "{quoted}"'
    yield f":width: {picture.width}"
    if is_lit:  # other themes would keep the height while they narrow the width
        yield f":height: {picture.height}"
    yield ":loading: lazy"
    if when:
        yield f":figclass: only-{when}"
    if caption:
        yield markdown.as_paragraph(caption)
    yield "```"
