"""Sentences: one that ends in a stop, whatever an author's own words end in, and one that is not too long."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

STOPS = ".!?…。！？؟۔।"
_WIDE = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff01-\uff60][”’]?$")  # what no blank stands behind
CLOSING = "\"'”’“»«›‹)]」』） \u00a0\u202f"  # what may stand behind a stop; French sets its marks apart
MOST_ALT = 250  # characters: screen readers break longer ones up, and platforms cut them
_BLANKS = re.compile(r"[^\S\u00a0\u2007\u202f]+")
LEAST_WORDS = 12  # characters that shortening leaves


def ended(text: str, sentence: str = "{text}.") -> str:
    """The text as a `sentence` of its language, unless it ends in a stop of its own: `Done` -> `Done.`, `“Done!”`.

    A text of full width has a stop of full width.
    """
    if text.rstrip(CLOSING).endswith(tuple(STOPS)):
        return text
    return f"{text}。" if _WIDE.search(text) and sentence == "{text}." else sentence.format(text=text)


def one_line(text: str) -> str:
    """The text with one space for every white space, but for spaces that break no line: those stay as they are."""
    return " ".join(text.split()) if text.isascii() else _BLANKS.sub(" ", text).strip(" ")


def capital(text: str) -> str:
    """The text with a capital at its head."""
    return text[:1].upper() + text[1:]


def shortened(text: str, most: int) -> str:
    """The text, or its first words and an ellipsis, in at most so many characters."""
    if len(text) <= most:
        return text
    cut = text[: max(most - 1, 0)]
    words = cut if text[len(cut) :][:1].isspace() else cut.rpartition(" ")[0]
    words = words if len(words) >= len(cut) / 2 else cut  # one long word, or a script without spaces
    return f"{words.rstrip(' ,;:.–—-')}…"


def fitted(write: Callable[..., str], *words: str, most: int = MOST_ALT) -> str:
    """What `write` makes of an author's words in at most `most` characters: the longest of them are cut to fit."""
    parts = list(words)
    while (surplus := len(write(*parts)) - most) > 0:
        at = max(range(len(parts)), key=lambda index: len(parts[index]), default=-1)
        if at < 0 or len(parts[at]) <= LEAST_WORDS:
            return shortened(write(*parts), most)
        second = max((len(part) for index, part in enumerate(parts) if index != at), default=0)
        target = max(len(parts[at]) - surplus, min(second, len(parts[at]) - 1), LEAST_WORDS)
        parts[at] = shortened(parts[at], target)
    return write(*parts)


def joined(sentences: Iterable[str]) -> str:
    """The sentences that say something, one after another; what has full width has no blank behind it."""
    text = ""
    for sentence in filter(None, sentences):
        text += sentence if not text or _WIDE.search(text) else f" {sentence}"
    return text
