"""What a big number says to those who cannot see it: a sentence, and all of it."""

from __future__ import annotations

from pipeline.kinds.big_number.content import Content
from pipeline.prose import capital, fitted, joined, unended


def alt(content: Content) -> str:
    """One sentence: the figure, what it counts, and the count or the change behind it; a long one is cut."""
    return fitted(lambda *parts: _sentence(content, *parts), content.sentence, *_labels(content))


def description(content: Content) -> str:
    """The whole picture."""
    language = content.words.language
    told = (content.eyebrow.text, _sentence(content, content.sentence, *_labels(content)), *_drawn(content))
    return joined(language.ended(text) if text else "" for text in told)


def _labels(content: Content) -> tuple[str, ...]:
    """What stands beside the drawing, in the order of `_sentence`."""
    if change := content.change:
        leaves = change.before, change.before_note, change.after, change.after_note
        return tuple(str(leaf) for leaf in leaves)
    return (str(content.of.label),) if content.of else ()


def _sentence(content: Content, what: str, *labels: str) -> str:
    said, language = content.words.said, content.words.language
    if content.change:
        before, before_note, after, after_note = labels
        values = {"before": language.aside(before, before_note), "after": language.aside(after, after_note)}
        what = said.change.format(what=unended(what), **values)
    elif content.of:
        what = said.says.format(what=unended(what), label=labels[0])
    return language.ended(capital(what))


def _drawn(content: Content) -> tuple[str, ...]:
    """How the drawing shows it, and what the rest is called."""
    said, language, of, change = content.words.said, content.words.language, content.of, content.change
    if change:
        way = said.level if change.is_level else said.up if change.new > change.old else said.down
        return (f"{way} {change.difference}".strip(),)
    if not of:
        return ()
    risen, waiting = (language.counted(said.risen, of.counted), language.counted(said.waiting, of.total - of.counted))
    counted = said.both.format(risen=risen, waiting=waiting) if of.counted < of.total else risen
    told = capital(counted if of.is_counted else said.share.format(label=of.label))
    return (said.says.format(what=told, label=of.rest) if of.rest else told,)
