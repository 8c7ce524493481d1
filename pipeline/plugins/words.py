"""What the card of a page says: the words that a generator has of it, as keys of a spec.

What no face has, such as emoji, and what is longer than a card can say is left out, and said.
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.drafting.text import clean
from pipeline.prose import one_line, shortened

MOST = {"title": 200, "description": 300, "site": 80, "section": 80, "author": 120}  # characters


class PageWords(NamedTuple):
    """What a generator knows of a page; `path` is its source, for messages."""

    path: str
    title: str
    description: str = ""
    site: str = ""
    section: str = ""
    author: str = ""


class CardKeys(NamedTuple):
    """The keys of a card's spec, and what of the words is not in them."""

    keys: dict[str, str]
    notes: tuple[str, ...]


def card_keys(words: PageWords) -> CardKeys:
    """The keys that the words give; a page without a title is called as its site."""
    words = words._replace(title=words.title.strip() or words.site)
    if words.site.strip() == words.title.strip():
        words = words._replace(site="")
    keys, notes = {"kind": "page_card"}, []
    for field, most in MOST.items():
        written = one_line(getattr(words, field))
        shown = clean(written)
        if gone := "".join(mark for mark in written if not mark.isspace() and mark not in shown):
            notes.append(f"{words.path}: the card's {field} goes without `{gone}`, which no face has")
        if len(shown) > most:
            notes.append(f"{words.path}: the card's {field} is cut after {most} of {len(shown)} characters")
            shown = shortened(shown, most)
        if shown:
            keys[field] = shown.replace("*", r"\*")
    return CardKeys(keys, tuple(notes))
