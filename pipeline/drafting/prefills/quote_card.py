"""A quote card's words: the quote that the wish names, else one of the section, else its tersest sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from pipeline.drafting.material import Material
from pipeline.drafting.phrases import quoted
from pipeline.drafting.spec_text import Hint, Keys, Noted
from pipeline.drafting.text import LONGEST_WORD, clean, clipped
from pipeline.reading.sentences import sentences

MAX_TEXT, MAX_LABEL = 280, 40
_TERSE = range(20, 140)  # characters of a sentence that can stand alone
_BY = re.compile(
    r"[”“\"»’]\s*(?:[—–-]+|,?\s+(?:by|von)|,?\s+(?:de|par|por)(?=\s+[A-ZÀ-Þ]))\s+((?:[^\W\d_][\w’.-]*\s?){1,4})"
)
_PARTICLES = ("van", "von", "de", "der", "den", "di", "da", "la", "le", "du", "del", "bin", "al")
_CLOSING = re.compile(r"\s+[—–-]{1,2}\s+((?:[^\W\d_][\w’.-]*\s?){1,4})(?:,\s+([^“”„«»\"]{2,60}))?$")


def fill(material: Material) -> Keys:
    """`text`, and `author` or `kicker`."""
    keys: Keys = {}
    own = [words for words in quoted(material.wish) if _fits(words)]
    blocks = [_CLOSING.sub("", text).strip('“”„"«» ') for text in _with_authors(material.quotes)]
    found = [words for words in [*quoted(material.prose), *blocks] if _fits(words) and len(words.split()) > 2]
    if own:
        keys["text"] = _escaped(max(own, key=len))
    elif len(found) == 1:
        keys["text"] = _escaped(found[0])
    elif found:
        keys["text"] = Noted(_escaped(found[0]), "is this the quote that was meant? It is the section's first")
    elif tersest := [each for each in map(str.strip, sentences(material.prose)) if len(each) in _TERSE and _fits(each)]:
        todo = "choose the words; this is the section's shortest sentence"
        keys["text"] = Noted(_escaped(min(tersest, key=len)), todo)
    else:
        keys["text"] = Noted(_escaped(clipped(material.wish, 140) or "…"), "write the quote; the section has none")
    return keys | _label(material)


def _label(material: Material) -> Keys:
    named = _BY.search(material.wish) or next(filter(None, map(_CLOSING.search, _with_authors(material.quotes))), None)
    if named and _fits(author := _name(named[1])):
        role = named[2].strip(" .") if named.re is _CLOSING and named[2] else ""
        by: Keys = {"author": author}
        return by | ({"role": role} if role else {})
    if material.heading and len(material.heading) <= MAX_LABEL and _fits(material.heading):
        return {"author": Hint("`author: ...` in the place of the kicker, if it is somebody's")} | {
            "kicker": [material.heading]
        }
    return {"author": Hint("who said it, if it is not your own: `author: ...`")}


def _with_authors(quotes: Sequence[str]) -> list[str]:
    """The quotations, each with the line below it that names its author: `— Ada Example`."""
    joined: list[str] = []
    for text in quotes:
        if joined and _CLOSING.fullmatch(f" {text}"):
            joined[-1] += f" {text}"
        else:
            joined.append(text)
    return joined


def _name(written: str) -> str:
    """A name without the stop of its sentence; `Jr.` and an initial keep theirs."""
    words = written.split()
    if not words[0][:1].islower():  # a name in capitals ends where the sentence goes on: `Ada Example on a dark ground`
        words = [*takewhile(lambda word: not word[:1].islower() or word in _PARTICLES, words)]
        while words[-1] in _PARTICLES:
            words.pop()
    written, last = " ".join(words), words[-1]
    return written.strip() if re.fullmatch(r"[^\W\d_]\.|[JS]r\.", last) else written.strip(" .")


def _fits(words: str) -> bool:
    """Whether the words can be set as they are: a quote is kept to the letter or not taken."""
    return clean(words) == words and len(words) <= MAX_TEXT and max(map(len, words.split()), default=99) <= LONGEST_WORD


def _escaped(words: str) -> str:
    return words.replace("*", r"\*")
