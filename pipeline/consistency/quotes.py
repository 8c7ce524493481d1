"""A quote card beside its article: are its words there, verbatim?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from pipeline.article import Article, Block, plain
from pipeline.errors import Problem
from pipeline.prose import FULL_STOPS
from pipeline.reading.sentences import sentences
from pipeline.rendering import Visual
from pipeline.weaving import Text

LIKE = 0.6  # of the quote's words, those in a sentence: below, another sentence is meant
_GLYPHS = (
    {ord(mark): '"' for mark in "“”„‟«»"} | {ord(mark): "'" for mark in "‘’‚‛‹›"} | {ord(mark): "-" for mark in "‐‑–—"}
)
_GLYPHS |= {0xAD: "", 0x200B: ""}  # soft hyphens and break marks are no letters
_LEFT_OUT = re.compile(r"\s*(?:\[\s*(?:…|\.\.\.)\s*\]|…|\.\.\.)\s*")


def problems(text: Text, visual: Visual) -> Iterator[Problem]:
    """That the card's words are not in the article, with the sentence that is most like them.

    Line ends, the shape of quotation marks and dashes, capitals, and a stop at the end make no difference; `…` stands
    for what was left out.
    """
    from pipeline.typography import markup

    words = markup.plain(str(getattr(visual.spec, "text", "")))
    if is_in(words, _words(text.article)):
        return
    node = visual.node.child("text")
    place = node.place if node else visual.node.place
    near = _nearest(words, text.article)
    if near is None:
        hint = f"quote a sentence of {text.article.path}, or name this one in the wish"
    else:
        sentence, line = near
        hint = f"{text.article.path}:{text.line(line)} says “{sentence}”"
    yield Problem(f"the quote “{' '.join(words.split())}” is not in the article", place, hint)


def is_in(quote: str, words: str) -> bool:
    """Whether a quote is in the words, verbatim."""
    at = 0
    whole = _folded(words)
    for piece in filter(None, _LEFT_OUT.split(_folded(quote).strip(" \"'").rstrip(" ,;:" + FULL_STOPS))):
        found = whole.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return True


def _words(article: Article) -> str:
    """All that the article says, its wishes too."""
    blocks = (block for section in article.sections for block in section.blocks)
    said = [*map(_of_block, blocks), *(section.heading for section in article.sections)]
    return "\n".join([*said, *(wish.text for wish in article.wishes)])


def _of_block(block: Block) -> str:
    return " ".join(" ".join(row) for row in block.rows) if block.rows else plain(block.text)


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).translate(_GLYPHS).casefold().split())


def _nearest(quote: str, article: Article) -> tuple[str, int] | None:
    """The sentence of the article that shares most words with the quote, and its line; None if none is like it."""
    own = set(re.findall(r"\w+", _folded(quote)))
    best, found = LIKE, None
    for section in article.sections:
        for block in section.blocks:
            for sentence in sentences(_of_block(block)):
                theirs = set(re.findall(r"\w+", _folded(sentence)))
                like = len(own & theirs) / max(len(own), 1) - 0.001 * len(theirs - own)  # the shorter of two alike
                if like > best:
                    best, found = like, (sentence.strip(), block.line)
    return found
