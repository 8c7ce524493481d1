"""How the figures of an article are written for the site that it belongs to: the form, and the pictures' addresses."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from pipeline import project, settings
from pipeline.weaving import forms, links
from pipeline.weaving.forms import Form, Style
from pipeline.weaving.links import Link
from pipeline.weaving.shelf import Shelf
from pipeline.weaving.weaver import Wanted


def form(article: str, name: str | None = None) -> Form:
    """The form of that name for an article, by default the one of its project's site."""
    home = project.with_settings(article)
    chosen = name or forms.of_site(settings.of(home).site if home else "")
    return forms.of(chosen, article, home or os.path.dirname(article) or os.curdir)


def link(figures: Iterable[Wanted], shelf: Shelf, base: str, url: str | None = None) -> Link:
    """The addresses of the pictures: below `url`, by default the project's, else as they were woven before.

    Without any they are relative to the folder `base`.
    """
    home = project.with_settings(shelf.article)
    address = url or (settings.of(home).url if home else "") or _as_woven(figures, shelf.root)
    return links.site(address, shelf.root) if address else links.relative(base)


def link_of(spec_path: str, url: str | None = None, beside: str | None = None) -> Link:
    """The addresses of a spec's pictures for a page that is written elsewhere.

    They are relative to the folder `beside`, else below `url`, by default the project's; without any, relative to the
    current folder.
    """
    if beside is not None:
        return links.relative(beside)
    home = project.with_settings(spec_path)
    address = url or (settings.of(home).url if home else "")
    return links.site(address, Shelf(os.path.dirname(spec_path)).root) if address else links.relative("")


def styles(figures: Iterable[Wanted], shelf: Shelf) -> Iterator[Style]:
    """Every style that the article of a shelf may have been woven in, the likeliest first."""
    address = link(figures, shelf, os.path.dirname(shelf.article))
    own = form(shelf.article)
    yield own.with_addresses(address)
    for name in forms.NAMES:
        yield form(shelf.article, name).with_addresses(address)


def _as_woven(figures: Iterable[Wanted], root: str) -> str:
    """The address of the pictures' folder on the site, by the figures that were woven before; "" where it is none."""
    for each in figures:
        path = each.figure.pages[0].light.path if each.figure else ""
        if each.woven and (found := links.site_of(each.woven.body.decode(), path, root)):
            return found
    return ""
