"""What a kind's spec may be filled with: the words of a wish and of its section, plain and by sort."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from pipeline.article import Section, Wish, plain
from pipeline.drafting.text import clean

ENOUGH = 10_000  # characters: some 1,600 words; a section of a book must not slow a draft down
MOST_ITEMS = 500  # as many as the longest list that a kind takes
_TASK = re.compile(r"\[[ xX]\]\s+")
_NUMBERED = re.compile(r"^(?:\d{1,2}|[IVX]{1,4})[.):]\s+")


class Material(NamedTuple):
    """The words of a wish, and those of its section, each without Markdown's marks and in one line.

    `items` are the entries of its lists, `done` those that are ticked off, `quotes` its quoted blocks, `tables` its
    tables with their headings. `lang` is the article's language.
    """

    wish: str
    heading: str
    prose: str
    items: tuple[str, ...]
    done: frozenset[str]
    quotes: tuple[str, ...]
    tables: tuple[tuple[tuple[str, ...], ...], ...]
    lang: str

    @property
    def is_german(self) -> bool:
        """Whether a spec's own words should be German; else they are English."""
        return self.lang.partition("-")[0] == "de"

    @property
    def told(self) -> str:
        """All the section says outside tables, as one text."""
        return " ".join([self.prose, *self.quotes, *self.items])


def of_wish(wish: Wish, lang: str) -> Material:
    """What a wish and its section give."""
    section = wish.section
    items = _items(section)
    return Material(
        clean(wish.text[:ENOUGH]),
        _NUMBERED.sub("", clean(section.heading)),
        " ".join(_texts(section, "paragraph")),
        tuple(_TASK.sub("", item) for item in items),
        frozenset(_TASK.sub("", item) for item in items if item[:3].lower() == "[x]"),
        tuple(_texts(section, "quote")),
        tuple(block.rows for block in section.blocks if block.sort == "table"),
        lang,
    )


def _items(section: Section) -> list[str]:
    texts = (clean(plain(block.text[:ENOUGH])) for block in section.blocks if block.sort == "item")
    return list(islice(filter(None, texts), MOST_ITEMS))


def _texts(section: Section, sort: str) -> list[str]:
    """The plain texts of the blocks of one sort, as many as a picture could draw on."""
    texts: list[str] = []
    length = 0
    for block in section.blocks[:ENOUGH]:
        if length > ENOUGH:
            break
        if block.sort == sort and (text := clean(plain(block.text[:ENOUGH]))):
            texts.append(text)
            length += len(text)
    return texts
