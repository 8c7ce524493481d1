"""What a page card says: the page's title, what it is about, and where it belongs."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.beside import Reader
from pipeline.content import Leaf
from pipeline.kinds.page_card.spec import PageCard
from pipeline.layout.page import is_mirrored
from pipeline.notes import Note
from pipeline.prose import one_line
from pipeline.typography import markup
from pipeline.words import ENGLISH, Language, find


class Content(NamedTuple):
    """A whole page card. It has no words but its author's; `language` ends them as sentences."""

    name: str
    site: Leaf
    section: Leaf
    title: Leaf
    description: Leaf
    author: Leaf
    date: Leaf
    is_mirrored: bool
    language: Language
    notes: tuple[Note, ...] = ()

    @property
    def eyebrow(self) -> tuple[Leaf, ...]:
        """What stands above the title."""
        return tuple(filter(None, (self.site, self.section)))

    @property
    def byline(self) -> tuple[Leaf, ...]:
        """What stands below the line."""
        return tuple(filter(None, (self.author, self.date)))


def content(spec: PageCard, read: Reader) -> Content:
    """What the spec says."""
    title = one_line(spec.title)
    return Content(
        name=markup.plain(title),
        site=Leaf(one_line(spec.site), "site"),
        section=Leaf(one_line(spec.section), "section"),
        title=Leaf(title, "title"),
        description=Leaf(one_line(spec.description), "description"),
        author=Leaf(one_line(spec.author), "author"),
        date=Leaf(one_line(spec.date), "date"),
        is_mirrored=is_mirrored(spec, (spec.title, spec.description)),
        language=find(spec.lang) or ENGLISH,
    )
