"""A page card's words: the title that the wish names, else the heading, and what the section says first."""

from __future__ import annotations

from pipeline.drafting.material import Material
from pipeline.drafting.phrases import quoted
from pipeline.drafting.spec_text import Hint, Keys, Noted
from pipeline.drafting.text import clipped
from pipeline.reading.sentences import sentences

MOST_TITLE, MOST_DESCRIPTION = 200, 200


def fill(material: Material) -> Keys:
    """`title` and `description`; the name of the site is the author's to add."""
    keys: Keys = {"title": _title(material)}
    first = next(iter(sentences(material.prose)), "").strip()
    if first and len(first) <= MOST_DESCRIPTION:
        keys["description"] = _escaped(first)
    return keys | {"site": Hint("the name of your site: `site: ...`")}


def _title(material: Material) -> str | Noted:
    named = [words for words in quoted(material.wish) if len(words) <= MOST_TITLE]
    if named:
        return _escaped(max(named, key=len))
    if material.heading and len(material.heading) <= MOST_TITLE:
        return _escaped(material.heading)
    return Noted(_escaped(clipped(material.wish, 140) or "…"), "write the title; the section has none")


def _escaped(words: str) -> str:
    return words.replace("*", r"\*")
