"""Sentences: one that ends in a stop, whatever an author's own words end in, and one that is not too long."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pipeline.patterns import Pattern

FULL_STOPS = ".。｡।॥۔։።។៕။"
STOPS = FULL_STOPS + "!?…！？؟፧‼⁇⁈⁉"
_FULL_ENDS, _ENDS = tuple(FULL_STOPS), tuple(STOPS)
WIDE_STOPS = "。｡！？"  # they have their blank in them
_WIDE_ENDS = tuple(WIDE_STOPS)
_BRACKETS = "([（〈《", ")]）〉》"
CLOSING = f"\"'”’“»«›‹」』{_BRACKETS[1]} \u00a0\u202f"  # what may stand behind a stop; French sets its marks apart
_WIDE = ("\u3000", "\u30ff"), ("\u3400", "\u9fff"), ("\uff01", "\uff60")  # what has its stop in full width
MOST_ALT = 250  # characters: screen readers break longer ones up, and platforms cut them
_BLANKS = Pattern(r"[^\S\u00a0\u2007\u202f]+")
LEAST_WORDS = 12  # characters that shortening leaves


def ended(text: str, sentence: str) -> str:
    """The text as a `sentence` such as `{text}.`, unless it ends in a stop of its own: `Done` -> `Done.`, `“Done!”`.

    A stop in brackets ends the text where a sentence of its own is in them: `Done (at last!)` -> `Done (at last!).`
    Words of full width have a stop of full width, whatever the language around them.
    """
    if text.rstrip(CLOSING).endswith(_ENDS) and not _ends_in_aside(text):
        return text
    if sentence != "{text}.":
        return sentence.format(text=text)
    last = text.rstrip("”’")[-1:]
    return f"{text}。" if any(first <= last <= end for first, end in _WIDE) else f"{text}."


def _ends_in_aside(text: str) -> bool:
    """Whether the brackets at the end of a text stand within its last sentence."""
    before = text[: max(map(text.rfind, _BRACKETS[0]))].rstrip(CLOSING)
    return text.endswith(tuple(_BRACKETS[1])) and bool(before) and not before.endswith(_ENDS)


def unended(text: str) -> str:
    """The text without its full stop, to stand within a sentence; dots that leave something out and others stay."""
    return text[:-1] if text.endswith(_FULL_ENDS) and not text[:-1].endswith(_ENDS) else text


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
    """The sentences that say something, one after another; behind a full-width stop is no blank."""
    text = ""
    for sentence in filter(None, sentences):
        is_wide = text.rstrip(CLOSING).endswith(_WIDE_ENDS)
        text += sentence if is_wide or not text else f" {sentence}"
    return text
