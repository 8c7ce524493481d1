"""The sentences of a text, as its script ends them.

Thank you. We shall write on 7. May, or Dr. Wu will.    a stop and a blank; not behind a number, an initial, `Dr.`
お会いできて嬉しく思います。今回は別の方を           a full-width stop, without a blank
ขอบคุณที่มาเยี่ยม เราประทับใจ                             Thai and Lao have no stops: a blank between two clauses
"""

from __future__ import annotations

import re

from pipeline.patterns import Pattern
from pipeline.prose import CLOSING, STOPS, WIDE_STOPS, plain

_UNSPACED = WIDE_STOPS + "።፧។៕။॥"  # they need no blank behind them
_SPACED = "".join(stop for stop in STOPS if stop not in _UNSPACED)
_CLOSED = f"[{re.escape(CLOSING)}]"
_END = Pattern(
    rf"(?<![{_SPACED}])(?P<stop>[{_SPACED}]++)(?:(?! ){_CLOSED})*+(?=[ \n]|$)|[{_UNSPACED}]++[」』”’）〉》]*+"
    "|(?<=[\u0e01-\u0e2e\u0e30-\u0e45\u0e47-\u0e4e\u0e81-\u0edf])(?= [\u0e01-\u0e4e\u0e81-\u0edf])"
    "|(?P<clause>(?<=[\u1000-\u1049\u1780-\u17d3])(?= [\u1000-\u1049\u1780-\u17d3]))"
)
_HAS_STOPS = Pattern("[។៕။]")
_BLANKS = Pattern(r"[^\S\u00a0\u202f]+")  # those that may break a line
_BEHIND_WIDE = Pattern(r"(?<=[。！？、，：；」』）｡]) (?=\S)")
_WORD = Pattern(r"[^\s(\[“„”«»‘‚’\"'–—/]+$")
_ORDINAL = Pattern(r"(?:\d{1,2}\.)?\d{1,3}")  # `7. May`, `25.5. ist`; a year ends its sentence
_OPENING = " “„”«»‘‚\"'(¿¡[\u00a0\u202f"
_LONGEST = 40  # characters of a word before a stop


def sentences(text: str) -> list[str]:
    """The sentences, each with its stop and the blank behind it: together they are the text in one line.

    White space is one blank each; spaces that break no line stay as they are, and full-width stops have none behind
    them. A stop behind a number, an initial or an abbreviation (section `reading` of the catalogues), or before a small
    letter, ends no sentence, unless the text ends there.
    """
    text = _BEHIND_WIDE.sub("", _BLANKS.sub(" ", text).strip(" "))
    has_stops = _HAS_STOPS.search(text) is not None
    found, start = [], 0
    for match in _END.finditer(text):
        stop = match.end() + (text[match.end() : match.end() + 1] == " ")
        if stop > start and _ends(text, match) and not (has_stops and match["clause"] is not None):
            found.append(text[start:stop])
            start = stop
    return [*found, text[start:]] if start < len(text) else found


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether a stop ends its sentence."""
    if match["stop"] is None or match.end() == len(text):
        return True
    following = text[match.end() : match.end() + _LONGEST].lstrip(_OPENING)[:1]
    if following.islower():
        return False
    if match["stop"] != "." or match.end() > match.end("stop"):
        return True
    word = _WORD.search(text, max(0, match.start() - _LONGEST), match.start())
    if word is None:
        return True
    last = word[0].rpartition(".")[2]
    if _ORDINAL.fullmatch(word[0]) or (len(last) == 1 and last.isalpha()):
        return False
    from pipeline.words import vocabulary  # msgspec is behind it, which a check of pictures does without

    known = vocabulary("reading")
    return plain(word[0]) not in known["abbreviations"] | (known["numbered"] if following.isdigit() else frozenset())
