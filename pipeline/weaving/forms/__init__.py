"""The forms that figures take in articles: what each site generator shows of a picture, a caption and two themes.

A module tells what one generator makes of a figure, after a look into the settings of the site; those that take HTML
within Markdown share one form.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from pipeline.weaving import html, markdown, marks, mdx
from pipeline.weaving.forms import hugo, mkdocs, sphinx
from pipeline.weaving.forms.model import Form, Style

__all__ = ["NAMES", "Form", "Style", "of", "of_site"]

PLAIN = Form(markdown.lines)
WHOLE = Form(html.lines)
JSX = Form(mdx.lines, comment=marks.MDX)
MDX = ".mdx"

_OF_SITE: Mapping[str, Callable[[str], Form]] = MappingProxyType(
    {
        "markdown": lambda home: PLAIN,
        "hugo": hugo.form,
        "jekyll": lambda home: WHOLE,
        "eleventy": lambda home: WHOLE,
        "astro": lambda home: WHOLE,
        "docusaurus": lambda home: JSX,
        "mkdocs": mkdocs.form,
        "sphinx": sphinx.form,
    }
)
NAMES = tuple(_OF_SITE)


def of(name: str, article: str, home: str) -> Form:
    """The form of that name, one of NAMES, for an article of the site in `home`; MDX has marks of its own."""
    form = _OF_SITE[name](home)
    if not article.lower().endswith(MDX):
        return form
    return JSX._replace(preview=form.preview) if form.lines == html.lines else form._replace(comment=marks.MDX)


def of_site(site: str) -> str:
    """The name of the form for a site that the settings name; Markdown where they name none."""
    return site if site in _OF_SITE else "markdown"
