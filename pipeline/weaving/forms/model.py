"""What a form is: how a figure is written, and what the site cannot show of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from pipeline import files, project
from pipeline.weaving import marks
from pipeline.weaving.figures import Figure, Page, Picture
from pipeline.weaving.links import Link

Lines = Callable[[Figure, Link], list[str]]


class Style(NamedTuple):
    """How a figure is written into one article: its lines, and what its marks stand between.

    `nested` are its lines within lists and quotations; without them it is written alike everywhere.
    """

    lines: Callable[[Figure], list[str]]
    nested: Callable[[Figure], list[str]] | None = None
    delimiters: marks.Delimiters = marks.HTML

    def of(self, figure: Figure, is_nested: bool) -> list[str]:
        """The lines of a figure."""
        return (self.nested or self.lines)(figure) if is_nested else self.lines(figure)


class Form(NamedTuple):
    """How a figure is written for a site.

    `nested` writes it within lists and quotations, where that is another way. `preview` is the key of the front matter
    that the site's templates read. `unlit` says why dark pages have no picture of their own, "" where they have;
    `lacking` what else is left out.
    """

    lines: Lines
    nested: Lines | None = None
    comment: marks.Delimiters = marks.HTML
    preview: str = "image"
    unlit: str = ""
    lacking: str = ""

    def limits(self, figures: Iterable[Figure]) -> Iterator[str]:
        """What is left out of these figures, and why."""
        shown = list(figures)
        if self.unlit and any(page.dark for figure in shown for page in figure.pages):
            yield f"pictures for dark pages are left out: {self.unlit}"
        if self.lacking and shown:
            yield self.lacking

    def with_addresses(self, link: Link) -> Style:
        """The style of an article whose addresses this link makes."""
        nested = self.nested
        return Style(
            lambda figure: self.lines(figure, link),
            (lambda figure: nested(figure, link)) if nested else None,
            self.comment,
        )


def looks(page: Page, is_lit: bool) -> Iterator[tuple[Picture, str]]:
    """The picture of a page, or those for light and dark pages with these words where the site tells them apart."""
    yield page.light, "light" if is_lit and page.dark else ""
    if is_lit and page.dark:
        yield page.dark, "dark"


def text_of(home: str, *names: str) -> str:
    """The text of the first of these files in a folder, or "" where there is none that can be read."""
    for name in names:
        path = os.path.join(home, name)
        if os.path.isfile(path):
            try:
                return files.read(path, files.MOST_BYTES, project.folder(path)).decode("utf-8", "replace")
            except OSError:
                return ""
    return ""
