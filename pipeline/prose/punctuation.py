"""Punctuation as it is set, whatever keys its author has: ’ “ ” – … for ' " - and three full stops.

It's "as seen" - maybe ...     It’s “as seen” – maybe …     in the quotation marks of the language

What cannot be told stays: a mark behind a digit may be an inch, one between two letters is Hebrew. What stands in
`backticks` and in addresses is nobody's punctuation. A text that is set already stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.patterns import Pattern
from pipeline.prose.addresses import ADDRESS
from pipeline.prose.quotation import INSIDE, Marks, quotation_marks

APOSTROPHE = "’"
_NOT_WORDS = Pattern(rf"`[^`\n]+`|{ADDRESS}")
_KEPT = "\ue000"  # stands in for what is not words: for private use, so that no author writes it
_OPEN, _SHUT = r"(?<![^\s(\[{*—–/¿¡“„«‘‚-])", r"(?![^\W_])"
_OPENING = Pattern(rf'{_OPEN}"(?=[^\s"])')
_CLOSING = Pattern(rf'(?<=[^\s"])"{_SHUT}')
_STRAIGHT_SINGLE = Pattern(rf"{_OPEN}'(?=[^\s'])([^']*[^\s'\d])'{_SHUT}")
_ELISION = Pattern(  # letters or a century left out at a word's head, in English, German and Dutch
    rf"{_OPEN}'(?=\d\ds?\b(?!')|n'(?=\s)|(?:tis|twas|twere|twill|twould|em|til|n|s|ne|nen|nem|ner|t|k)\b(?!'))",
    re.IGNORECASE,
)
_LATER = r"[^\W\d_\u0590-\u05ff]"  # a letter; Hebrew has a sign of its own
_IN_WORD = Pattern(rf"(?<={_LATER})'(?=\w)|(?<=\w)'(?={_LATER})|(?<=\d)'(?=\d{{3}}(?!\d))")
_AT_WORD = Pattern(rf"(?<={_LATER})'|'(?={_LATER})")
_DASH = Pattern(r"(?<=\S)(?P<before>[ \u00a0])--?(?P<behind>[ \u00a0])(?=\S)")
_ELLIPSIS = Pattern(r"(?<!\.)\.{3}(?=\.?(?!\.))")


def punctuated(text: str, lang: str) -> str:
    """The text with the marks of its language in place of those of a keyboard; itself where it has none of these."""
    return _set(text, lang) if _may_change(text) else text


@lru_cache(maxsize=1024)  # the pictures of a series share most of their words
def _set(text: str, lang: str) -> str:
    own = quotation_marks(lang)
    return curved(text, own, INSIDE[own.opening[0]])


def _may_change(text: str) -> bool:
    """Whether a text has straight marks, full stops in a row, or a hyphen that stands alone."""
    return "'" in text or '"' in text or "..." in text or " - " in text or " -- " in text


def curved(text: str, double: Marks, single: Marks) -> str:
    """The text with these marks in place of straight ones, with apostrophes, dashes and ellipses."""
    if not _may_change(text):
        return text
    kept = _NOT_WORDS.findall(text)
    words = apostrophes(_NOT_WORDS.sub(_KEPT, text) if kept else text)
    words = "".join(_with_marks(words, double))
    words = _STRAIGHT_SINGLE.sub(rf"{single.opening}\1{single.closing}", words)
    words = _ELLIPSIS.sub("…", _DASH.sub(r"\g<before>–\g<behind>", _AT_WORD.sub(APOSTROPHE, words)))
    pieces = words.split(_KEPT) if kept else [words]
    return "".join(piece + word for piece, word in zip(pieces, [*kept, ""], strict=True))


def apostrophes(text: str) -> str:
    """The text with an apostrophe where a straight mark can be nothing else: within words and before their elisions."""
    return _IN_WORD.sub(APOSTROPHE, _ELISION.sub(APOSTROPHE, text)) if "'" in text else text


def _with_marks(text: str, marks: Marks) -> Iterator[str]:
    """The pieces of a text, straight double marks in it opened and closed by where they stand."""
    opening = {found.start() for found in _OPENING.finditer(text)}
    closing = {found.start() for found in _CLOSING.finditer(text)} - opening
    start, is_open = 0, False
    for at in sorted(opening | closing):
        if at in closing and text[at - 1].isdigit():  # inches, unless a quotation can only end here
            following = next((each for each in sorted(opening | closing) if each > at), None)
            if not is_open or following in closing:
                continue
        is_open = at in opening
        yield text[start:at] + (marks.opening if is_open else marks.closing)
        start = at + 1
    yield text[start:]
