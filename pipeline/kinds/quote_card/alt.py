"""What a quote card says to those who cannot see it: a sentence, and all of it."""

from __future__ import annotations

from pipeline.kinds.quote_card.content import Content, Translation
from pipeline.prose import fitted, joined, one_line, unended
from pipeline.typography import markup


def alt(content: Content) -> str:
    """One sentence: the words, and whose they are; long ones are cut."""
    said, language = content.words.said, content.words.language

    def write(words: str, author: str, about: str, source: str) -> str:
        name = language.with_commas(author, about) or source
        if not name:
            return language.ended(_card(content, words, content.stop))
        pattern = said.by if author else said.source
        card = _card(content, unended(words), unended(content.stop))  # the sentence goes on
        return language.ended(pattern.format(card=card, name=name))

    parts = (markup.plain(content.text.text), content.author.text, content.role.text, content.source.text)
    return fitted(write, *map(one_line, parts))


def description(content: Content) -> str:
    """The whole card: the words, what stands out among them, what is beneath, the label, the photograph or motif."""
    said, language = content.words.said, content.words.language
    words = one_line(markup.plain(content.text.text))
    told = [language.ended(_card(content, words, content.stop))]
    warm = [one_line(part.text) for part in markup.parse(content.text.text) if part.emphasised and part.text.strip()]
    if warm and warm != [words]:
        parts = language.listed([language.quoted(part) for part in warm])
        told.append(language.counted(said.stands_out, len(warm), parts=parts))
    told += [_beneath(content, content.second)] if content.second else []
    if content.label:
        label = language.with_commas(*(one_line(part.text) for part in content.label))
        told.append(said.label.format(label=language.ended(label)))
    told += [said.avatar] if content.avatar else []
    if content.photo and content.photo.alt:
        told.append(language.ended(said.photo.format(words=one_line(content.photo.alt))))
    if content.series:
        number, _, total = content.series.text.partition("/")
        told.append(said.series.format(number=number, total=total))
    is_shown = not (content.photo and content.motif == "redirection")
    return joined([*told, getattr(said, content.motif, "") if is_shown else ""])


def _beneath(content: Content, second: Translation) -> str:
    """The second text in its marks, and whose it is where that is said."""
    said, language = content.words.said, content.words.language
    words = one_line(markup.plain(second.text.text))
    quote = f"{second.marks.opening}{words}{second.marks.closing}{second.stop}"
    pattern = said.second_by if second.author else said.second
    return language.ended(pattern.format(quote=quote, name=one_line(second.author.text)))


def _card(content: Content, words: str, stop: str) -> str:
    return content.words.said.card.format(quote=f"{content.marks.opening}{words}{content.marks.closing}{stop}")
