"""What a quote card says: the words between their marks, and whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pipeline.beside import Reader
from pipeline.content import FilePath, Leaf
from pipeline.geometry import Point
from pipeline.kinds.quote_card.marks import quoted
from pipeline.kinds.quote_card.spec import QuoteCard, Second
from pipeline.kinds.quote_card.words import Said
from pipeline.layout.page import is_mirrored
from pipeline.notes import Note
from pipeline.prose import Marks
from pipeline.schema.photo import Photo
from pipeline.typography import Align, markup
from pipeline.words import NoWords, Words, words

if TYPE_CHECKING:
    from pipeline.kinds.quote_card.crop import Photo as Looked  # a card without a photograph does without

UNDESCRIBED = Note("photo", "nobody says what the photograph shows; write it as `photo.alt`", field="photo")


class Photograph(NamedTuple):
    """A photograph, where it is to stand, in which colours, and what it shows in its author's words."""

    looked: Looked
    place: str
    look: str
    alt: str


class Translation(NamedTuple):
    """What stands beneath the quote: a translation, or somebody's reply."""

    text: Leaf
    marks: Marks
    stop: str
    author: Leaf
    lang: str


class Content(NamedTuple):
    """A whole quote card. `text` has the words without marks, with `*emphasis*`; `stop` stands behind the closing one.

    `avatar` is a picture's file, `series` says which card of how many it is.
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
    photo: Photograph | None
    second: Translation | None
    series: Leaf
    motif: str
    align: Align
    is_mirrored: bool
    words: Words[NoWords, Said]
    notes: tuple[Note, ...] = ()

    @property
    def has_foot(self) -> bool:
        """Whether anything stands at the foot of the card."""
        return bool(self.label or self.series)

    @property
    def label(self) -> tuple[Leaf, ...]:
        """What stands below the quote: the author and what is known of them, or the kicker, or the source."""
        return tuple(leaf for leaf in (self.author, self.role, *self.kicker, self.source) if leaf)


def content(spec: QuoteCard, read: Reader) -> Content:
    """What the spec says."""
    known = words("quote_card", spec.lang, NoWords, Said, NoWords())
    quote = quoted(spec.text, spec.lang, spec.marks)
    photo = _photo(spec.photo, read) if spec.photo else None
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
        photo=photo,
        second=_second(spec.second, spec.lang) if spec.second else None,
        series=Leaf(spec.series, "series"),
        motif=spec.motif,
        align=spec.align,
        is_mirrored=is_mirrored(spec, (quote.words, spec.author, *spec.kicker)),
        words=known,
        notes=(*known.notes, *([UNDESCRIBED] if photo and not (photo.alt or spec.alt) else [])),
    )


def _photo(written: Photo | str, read: Reader) -> Photograph:
    """A photograph, with what a layout has to know of its pixels; raises what reading it does."""
    from pipeline.kinds.quote_card.crop import Photo as Looked
    from pipeline.paint.pictures import MOST_BYTES
    from pipeline.paint.shades import looked_at

    field = "photo" if isinstance(written, str) else "photo.file"
    photo = Photo(file=written) if isinstance(written, str) else written
    data = read.data(photo.file, field, MOST_BYTES)
    size, shades = looked_at(data, photo.file, field)
    looked = Looked(FilePath(photo.file), field, size, shades, Point(*photo.focus))
    return Photograph(looked, photo.place, photo.look, photo.alt.strip())


def _second(written: Second | str, lang: str) -> Translation:
    field = "second" if isinstance(written, str) else "second.text"
    second = Second(text=written) if isinstance(written, str) else written
    lang = second.lang or lang
    quote = quoted(second.text, lang, "auto")
    text, author = Leaf(quote.words, field, lang=lang), Leaf(second.author.strip(), "second.author")
    return Translation(text, quote.marks, quote.stop, author, lang)
