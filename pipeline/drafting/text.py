"""Words of an article -> text that a spec may hold: one line, without what cannot be shown, not too long."""

from __future__ import annotations

import unicodedata

LONGEST_WORD = 28  # letters: the longest that every kind can set in its narrowest column
_UNSEEN = ("Cc", "Cf", "Cn", "Co", "Cs", "So", "Sk")
_KEPT = frozenset("°©®™№\u200c\u200d\u200e\u200f\u00ad^`´¨")


def clean(text: str) -> str:
    """The text in one line, without control characters and pictures such as emoji; joiners of letters stay."""
    shown = [" " if mark.isspace() else mark for mark in text if _can_be_shown(mark)]
    return " ".join("".join(shown).split())


def clipped(text: str, limit: int, word_limit: int = LONGEST_WORD) -> str:
    """The text, cleaned, of at most `limit` characters; a longer one ends at a word. What is cut has an ellipsis.

    No bracket or quotation mark stays open.
    """
    text = clean(text)
    if len(text) > limit:
        text = text[: limit - 1].rsplit(" ", 1)[0]
        for opening, closing in ("()", "[]", "“”"):
            if text.count(opening) > text.count(closing) and text.rfind(opening) > 0:
                text = text[: text.rfind(opening)]
        text = text.rstrip(" ,;:–—-(“„") + "…"
    return " ".join(word if len(word) <= word_limit else word[: word_limit - 1] + "…" for word in text.split(" "))


def sentence_case(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def without_stop(text: str) -> str:
    """The text without the full stop at its end."""
    return text.strip().rstrip(".").rstrip() if not text.rstrip().endswith("...") else text.strip()


def _can_be_shown(mark: str) -> bool:
    if mark < "\x7f":
        return mark >= " " or mark.isspace()
    return mark in _KEPT or mark.isspace() or not unicodedata.category(mark).startswith(_UNSEEN)
