"""What a quote card says to those who cannot see it: a sentence, and all of it."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.prose import Forms, chosen, ended, fitted, joined, listed, one_line, quoted
from pipeline.typography import markup


class Shown(NamedTuple):
    """What stands on a card: the words with `*emphasis*`, their marks, the label's parts, and what is beside them."""

    opening: str
    words: str
    closing: str
    author: str
    about: str  # the author's role
    source: str
    label: tuple[str, ...]
    motif: str
    has_avatar: bool


class Sentences(NamedTuple):
    """The sentences of one language."""

    lang: str
    card: str
    by: str  # whose words they are
    source: str
    stands_out: Forms
    label: str
    avatar: str
    motifs: dict[str, str]


_SENTENCES = {
    "en": Sentences(
        lang="en",
        card="Quote card: {quote}",
        by=", by {name}",
        source=", from {name}",
        stands_out=("{parts} stands out.", "{parts} stand out."),
        label="The label reads: {label}",
        avatar="A small round picture stands beside the label.",
        motifs={
            "redirection": "Beside it a line comes to a stop, turns upwards and becomes the edge of a rising sun.",
            "sun": "Beside it stands a rising sun.",
            "mark": "A large quotation mark opens it.",
        },
    ),
    "de": Sentences(
        lang="de",
        card="Zitatkarte: {quote}",
        by=", von {name}",
        source=", aus {name}",
        stands_out=("Hervorgehoben ist {parts}.", "Hervorgehoben sind {parts}."),
        label="Darunter steht: {label}",
        avatar="Neben dem Namen steht ein kleines rundes Bild.",
        motifs={
            "redirection": "Daneben hält eine Linie an, biegt nach oben und wird zum Rand einer aufgehenden Sonne.",
            "sun": "Daneben steht eine aufgehende Sonne.",
            "mark": "Ein großes Anführungszeichen eröffnet die Karte.",
        },
    ),
}


def alt(shown: Shown, lang: str) -> str:
    """One sentence: the words, and whose they are; long ones are cut."""
    said = chosen(_SENTENCES, lang)

    def write(words: str, author: str, about: str, source: str) -> str:
        name = ", ".join(filter(None, (author, about))) or source
        whose = (said.by if author else said.source).format(name=name) if name else ""
        words = words.removesuffix(".") if whose and not words.endswith("..") else words  # the sentence goes on
        return ended(said.card.format(quote=f"{shown.opening}{words}{shown.closing}") + whose)

    return fitted(write, one_line(markup.plain(shown.words)), *map(one_line, (shown.author, shown.about, shown.source)))


def description(shown: Shown, lang: str) -> str:
    """The whole card: the words, what stands out among them, the label and the motif."""
    said = chosen(_SENTENCES, lang)
    words = one_line(markup.plain(shown.words))
    told = [ended(said.card.format(quote=f"{shown.opening}{words}{shown.closing}"))]
    warm = [one_line(part.text) for part in markup.parse(shown.words) if part.emphasised and part.text.strip()]
    if warm and warm != [words]:
        parts = listed([quoted(part, said.lang) for part in warm], said.lang)
        told.append(said.stands_out[len(warm) > 1].format(parts=parts))
    if shown.label:
        told.append(said.label.format(label=ended(", ".join(map(one_line, shown.label)))))
    told += [said.avatar] if shown.has_avatar else []
    return joined([*told, said.motifs.get(shown.motif, "")])
