"""Hyphenation: where a dictionary of the language would part a word, and which of those places are joints.

    Be-wer-bungs=ge-sprächs=rück-mel-dun-gen     = a joint, between two words of a compound; - a syllable's end

The German dictionaries have a level of compounds before that of syllables, which is applied to the parts that the first
one leaves. Patterns know no words: a place that leaves a part without a vowel is wrong.
"""

from __future__ import annotations

import itertools
import re
from functools import lru_cache
from io import BytesIO
from typing import Any, NamedTuple
from unicodedata import normalize

from pipeline.patterns import Pattern

LEAST_BEFORE, LEAST_AFTER = 3, 3  # letters of a word that stay on a line, and that go on in the next
LEAST_PART = 2  # letters of a part of a compound before and behind a place within it
LEAST_WORD = 4  # letters of what stands before a joint
PREFIXES = Pattern(  # they belong to what follows, and the level of compounds parts them from it
    "(?:ge|be|ver|zer|ent|emp|miss|ein|an|ab|auf|aus|bei|vor|zu|um|nach|mit|über|unter|hinter|wieder|wider|gegen)$"
)
LINKED = Pattern("(?:ung|heit|keit|schaft|ion|tät|ling|tum)s$")  # German; a word goes on in another behind these
VOWELS = Pattern("[aeiouyæøœıəαεηιουωаеёиоуыэюяіїєў]")
_NEXT_LEVEL = "\nNEXTLEVEL"
_CODECS = {"microsoft-cp1251": "cp1251"}  # as the dictionaries name them, and as Python does


class Point(NamedTuple):
    """A place where a word may be parted: the index of the letter after the hyphen."""

    place: int
    is_joint: bool


@lru_cache(maxsize=256)
def hyphenation_points(word: str, lang: str) -> tuple[Point, ...]:
    """Where a dictionary of the language would hyphenate a word, marks around its letters aside."""
    levels = _levels(lang)
    letters = "".join(letter if letter.isalpha() else " " for letter in word.lower()).rstrip()
    if not levels or not letters:
        return ()
    *compounds, syllables = levels
    joints = [place for level in compounds for place in _sound(level.positions(letters), letters)]
    bounds = [0, *joints, len(letters)]
    within = [
        start + place
        for start, stop in itertools.pairwise(bounds)
        for place in syllables.positions(letters[start:stop])
        if LEAST_PART <= place <= stop - start - LEAST_PART
    ]
    places = _sound([*within, *joints], letters)
    is_german = lang.partition("-")[0] == "de"
    return tuple(
        Point(place, _is_joint(letters[:place], bounds) if is_german else place in joints)
        for place in places
        if not (is_german and letters[place - 1 : place + 1] == "ck")
        if place - _first_letter(letters) >= LEAST_BEFORE and len(letters) - place >= LEAST_AFTER
    )


def _sound(places: list[int], letters: str) -> list[int]:
    """The places that leave a vowel in each part; of two without one between them the later is right."""
    found: list[int] = []
    after = len(letters)
    for place in sorted(set(places), reverse=True):
        if VOWELS.search(_plain(letters[place:after])) and letters[place - 1 : place + 1].isalpha():
            found.append(place)
            after = place
    while found and not VOWELS.search(_plain(letters[: found[-1]])):
        found.pop()
    return found[::-1]


def _is_joint(before: str, bounds: list[int]) -> bool:
    """Whether a word of a compound ends with these letters, which no prefix of the next one does."""
    start = max((each for each in bounds if each < len(before)), default=0)
    ends_part = len(before) in bounds and len(before) - start >= LEAST_WORD and not PREFIXES.search(before)
    return ends_part or bool(LINKED.search(before))


def _plain(letters: str) -> str:
    return normalize("NFD", letters)


def _first_letter(letters: str) -> int:
    return len(letters) - len(letters.lstrip())


@lru_cache(maxsize=4)
def _levels(lang: str) -> tuple[Any, ...]:  # Pyphen has no types
    """The levels of the language's dictionary, compounds before syllables; empty where there is none."""
    from pyphen import LANGUAGES, HyphDict

    name = lang.replace("-", "_")
    path = LANGUAGES.get(name) or LANGUAGES.get(name.partition("_")[0])
    if path is None:
        return ()
    encoding, _, patterns = path.read_bytes().partition(b"\n")
    name = encoding.decode().strip()
    levels = [_Level(name, f"\n{text}") for text in patterns.decode(_CODECS.get(name.lower(), name)).split(_NEXT_LEVEL)]
    return tuple(HyphDict(level) for level in levels if level.has_patterns)


class _Level(NamedTuple):
    """One level of a dictionary, which Pyphen reads as if it were a file."""

    encoding: str
    text: str

    @property
    def has_patterns(self) -> bool:
        return any(re.match(r"[^#%A-Z].*\d|\d", line) for line in self.text.splitlines()[1:])

    def open(self, mode: str) -> BytesIO:
        return BytesIO(f"{self.encoding}\n".encode())

    def read_text(self, encoding: str) -> str:
        return self.text
