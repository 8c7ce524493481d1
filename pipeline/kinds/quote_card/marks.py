"""Quotation marks: which pair an author may name, which a text already has, and which its own quotes take."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.patterns import Pattern
from pipeline.prose import APOSTROPHE, INSIDE, NARROW_SPACE, STOPS, Marks, apostrophes, curved, quotation_marks

NO_MARKS = Marks("", "")

_NAMED = ("“”", "‘’", "„“", "„”", "””", "«»", "»«", "「」", "『』")
BY_NAME = {"none": NO_MARKS, **{pair: Marks(*pair) for pair in _NAMED}}

STRAIGHT, STRAIGHT_SINGLE = '"', "'"
PAIRS = {
    "“": "”", "‘": "’", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", "”": "”",
    STRAIGHT: STRAIGHT, STRAIGHT_SINGLE: STRAIGHT_SINGLE,
}  # fmt: skip
_LETTER = "[0-9A-Za-zÀ-ӿ]"  # of scripts that set words apart
_OPENING = frozenset("„“”«»「『")
_CURVED = Pattern(rf"(?<!{_LETTER})([„“”«»「『])([^„“”«»「」『』]+)([“”«»」』])(?!{_LETTER})")


class Quoted(NamedTuple):
    """A quote: its words, the marks around them, and the stop that stands behind the closing one."""

    words: str
    marks: Marks
    stop: str


def quoted(text: str, lang: str, name: str) -> Quoted:
    """A text as it is to be set, with the marks of that `name`, by `auto` its own or its language's.

    A text that stands in marks gets no second pair. Quotes within it take the marks that belong there; straight marks
    and apostrophes become curved ones.
    """
    text = apostrophes(text.strip())
    body = text.rstrip(STOPS)
    found, words = _split(body)
    words, stop = (words, text[len(body) :]) if found else (text, "")
    stop = "" if words.endswith(tuple(STOPS)) else stop  # one of the two is enough
    own = quotation_marks(lang)
    marks = own if found is None or found.opening[0] in (STRAIGHT, STRAIGHT_SINGLE) else found
    marks = marks if name == "auto" else BY_NAME[name]
    return Quoted(_curved(words, marks, own), marks, stop)


def _curved(words: str, outer: Marks, own: Marks) -> str:
    """The words with those marks within that suit the outer ones, or the language's own where there are none."""
    within = INSIDE[(outer.opening or own.opening)[0]]
    if outer != NO_MARKS and not _OPENING.isdisjoint(words):
        words = _CURVED.sub(lambda found: _inner(found, outer, within), words)
    return curved(words, own if outer == NO_MARKS else within, within)


def _inner(found: re.Match[str], outer: Marks, within: Marks) -> str:
    """A quote within the words; its marks change where they are like the outer ones."""
    opening, words, closing = found.groups()
    is_like = bool({opening, closing} & {outer.opening[0], outer.closing[-1]})
    if closing in PAIRS[opening] and is_like and words.strip():
        return f"{within.opening}{words.strip()}{within.closing}"
    return found[0]


def _split(text: str) -> tuple[Marks | None, str]:
    """The marks that stand around the whole text, if any, and the words between them."""
    closers = PAIRS.get(text[:1], "")
    if len(text) < 3 or not closers or text[-1] not in closers or not _is_one_quote(text):
        return None, text
    inner = text[1:-1]
    words = inner.strip(" \u00a0" + NARROW_SPACE)
    if not words:
        return None, text
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
        elif character == closing and not (closing == APOSTROPHE and text[index + 1 : index + 2].isalpha()):
            depth -= 1
            if depth == 0:
                return index == len(text) - 1
    return False
