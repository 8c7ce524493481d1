"""What a quote card says: the words between their marks, and whose they are."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.beside import Reader
from pipeline.content import FilePath, Leaf
from pipeline.kinds.quote_card.marks import quoted
from pipeline.kinds.quote_card.spec import QuoteCard
from pipeline.kinds.quote_card.words import Said, spoken
from pipeline.layout.page import is_mirrored
from pipeline.notes import Note
from pipeline.prose import Marks
from pipeline.typography import Align, markup
from pipeline.words import NoWords, Words


class Content(NamedTuple):
    """A whole quote card. `text` has the words without marks, with `*emphasis*`; `stop` stands behind the closing one.

    `avatar` is a picture's file.
    """

    name: str
    text: Leaf
    marks: Marks
    stop: str
    author: Leaf
    role: Leaf
    source: Leaf
    kicker: tuple[Leaf, ...]
    avatar: str
    motif: str
    align: Align
    is_mirrored: bool
    words: Words[NoWords, Said]
    notes: tuple[Note, ...] = ()

    @property
    def label(self) -> tuple[Leaf, ...]:
        """What stands below the quote: the author and what is known of them, or the kicker, or the source."""
        return tuple(leaf for leaf in (self.author, self.role, *self.kicker, self.source) if leaf)


def content(spec: QuoteCard, read: Reader) -> Content:
    """What the spec says."""
    words = spoken(spec.lang)
    quote = quoted(spec.text, spec.lang, spec.marks)
    return Content(
        name=spec.title or markup.plain(quote.words) + quote.stop,
        text=Leaf(quote.words, "text"),
        marks=quote.marks,
        stop=quote.stop,
        author=Leaf(spec.author.strip(), "author"),
        role=Leaf(spec.role.strip(), "role"),
        source=Leaf(spec.source.strip(), "source"),
        kicker=tuple(Leaf(part, f"kicker[{index}]") for index, part in enumerate(spec.kicker) if part.strip()),
        avatar=FilePath(spec.avatar),
        motif=spec.motif,
        align=spec.align,
        is_mirrored=is_mirrored(spec, (quote.words, spec.author, *spec.kicker)),
        words=words,
        notes=words.notes,
    )
