"""Quotation marks: which pair an author may name, and which a text already has."""

from __future__ import annotations

import re

from pipeline.prose import INSIDE, NARROW_SPACE, Marks

NO_MARKS = Marks("", "")

BY_NAME = {
    "“”": Marks("“", "”"),
    "‘’": Marks("‘", "’"),
    "„“": Marks("„", "“"),
    "„”": Marks("„", "”"),
    "””": Marks("”", "”"),
    "«»": Marks("«", "»"),
    "»«": Marks("»", "«"),
    "「」": Marks("「", "」"),
    "『』": Marks("『", "』"),
    "none": NO_MARKS,
}

STRAIGHT = '"'
PAIRS = {"“": "”", "‘": "’", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", STRAIGHT: STRAIGHT, "”": "”"}
QUOTED = re.compile(r'(?<![^\s(\[*—–/-])"(?=[^\s"])([^"]*[^\s"\d])"(?![^\W_])')


def curled(words: str, outer: Marks, own: Marks) -> str:
    """The words with curved marks for straight ones: those of a quote within `outer`, or `own` where there is none.

    A straight mark behind a digit may be an inch, and one without a partner cannot be told: then all stay.
    """
    pairs = list(QUOTED.finditer(words))
    if 2 * len(pairs) != words.count(STRAIGHT):
        return words
    inside = INSIDE[outer.opening[0]] if outer != NO_MARKS else own
    return QUOTED.sub(rf"{inside.opening}\1{inside.closing}", words)


def split(text: str) -> tuple[Marks | None, str]:
    """The marks that stand around the whole text, if any, and the words between them."""
    closers = PAIRS.get(text[:1], "")
    if len(text) < 3 or not closers or text[-1] not in closers or not _is_one_quote(text):
        return None, text
    inner = text[1:-1]
    words = inner.strip(" \u00a0" + NARROW_SPACE)
    return Marks(text[0] + inner[: inner.index(words)], inner[inner.index(words) + len(words) :] + text[-1]), words


def _is_one_quote(text: str) -> bool:
    """Whether the first mark is closed by the last character and not before, as in “Yes” and “no”."""
    opening, closing = text[0], text[-1]
    if opening == closing:
        return text.count(opening) == 2
    depth = 0
    for index, character in enumerate(text):
        if character == opening:
            depth += 1
        elif character == closing and not (closing == "’" and text[index + 1 : index + 2].isalpha()):
            depth -= 1
            if depth == 0:
                return index == len(text) - 1
    return False
