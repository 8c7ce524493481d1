"""Hyphenation: where a dictionary of the language would part a word, and which of those places are joints.

    Be-wer-bungs=ge-sprächs=rück-mel-dun-gen     = a joint, between two words of a compound; - a syllable's end

The German dictionaries have a level of compounds before that of syllables, which is applied to the parts that the first
one leaves. Patterns know no words: a place that leaves a part without a vowel is wrong. Finnish has no dictionary, but
a rule: a syllable begins with the consonant before its vowel.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from functools import lru_cache
from io import BytesIO
from typing import Any, NamedTuple
from unicodedata import normalize

from pipeline.patterns import Pattern

LEAST_BEFORE, LEAST_AFTER = 3, 3  # letters of a word that stay on a line, and that go on in the next
FEW = 4  # letters of a word that do better not to stand alone on a line
LEAST_PART = 2  # letters of a part of a compound before and behind a place within it
LEAST_WORD = 4  # letters of what stands before a joint
MOST_BEFORE = 32  # letters before a place that are looked at for whether it is a joint
_PREFIXES = {  # by language, of those that write compounds as one word: syllables that belong to what follows
    "de": "ge be ver zer ent emp miss ein in an ab auf aus bei vor zu um nach mit über unter hinter wieder wider gegen",
    "nl": "ge be ver ont her aan af op uit in bij voor na mee om over onder",
    "sv": "be för an av in ut upp på över under",
    "da": "be for an af ind ud op på over under",
    "nb": "be for an av inn ut opp på over under",
    "hu": "be el fel ki le meg át",
}
_LINKED = {  # a word goes on in another behind these
    "de": Pattern("(?:ung|heit|keit|schaft|ion|tät|ling|tum)s$"),
    "nl": Pattern("(?:ing|heid|teit|schap)s$"),
    "sv": Pattern("(?:ing|het|skap|ion|itet)s$"),
    "da": Pattern("(?:ing|hed|skab|ion|itet|else)s$"),
    "nb": Pattern("(?:ing|het|skap|sjon|itet|else)s$"),
}
VOWELS = Pattern("[aeiouyæøœıəαεηιουωаеёиоуыэюяіїєў]")
_FINNISH = Pattern("[b-df-hj-np-tv-xzšž](?=[aeiouyåäö])")
_NEXT_LEVEL = "\nNEXTLEVEL"
_CODECS = {"microsoft-cp1251": "cp1251"}  # as the dictionaries name them, and as Python does


class Point(NamedTuple):
    """A place where a word may be parted: the index of the letter after the hyphen.

    `is_joint` where two words of a compound meet; few letters of the whole may stand before it, or behind it.
    """

    place: int
    is_joint: bool
    is_near_start: bool = False
    is_near_end: bool = False


@lru_cache(maxsize=256)
def hyphenation_points(word: str, lang: str) -> tuple[Point, ...]:
    """Where a dictionary of the language would hyphenate a word, marks around its letters aside."""
    letters = "".join(letter if letter.isalpha() else " " for letter in word.lower()).rstrip()
    if not letters:
        return ()
    first, last = len(letters) - len(letters.lstrip()), len(letters)
    language = lang.partition("-")[0]
    places, bounds = _places(letters, lang)
    return tuple(
        Point(place, _is_joint(letters, place, bounds, language), place - first <= FEW, last - place <= FEW)
        for place in places
        if not (language == "de" and letters[place - 1 : place + 1] == "ck")
        if place - first >= LEAST_BEFORE and last - place >= LEAST_AFTER
    )


def _places(letters: str, lang: str) -> tuple[list[int], list[int]]:
    """Where a word may be parted, and where the dictionary has joints in it, with its start and its end."""
    if lang.partition("-")[0] == "fi":
        return _sound([each.start() for each in _FINNISH.finditer(letters)], letters), []
    levels = _levels(lang)
    if not levels:
        return [], []
    *compounds, syllables = levels
    joints = [place for level in compounds for place in _sound(level.positions(letters), letters)]
    bounds = [0, *joints, len(letters)]
    within = [
        start + place
        for start, stop in itertools.pairwise(bounds)
        for place in syllables.positions(letters[start:stop])
        if LEAST_PART <= place <= stop - start - LEAST_PART
    ]
    return _sound([*within, *joints], letters), bounds


def _sound(places: list[int], letters: str) -> list[int]:
    """The places that leave a vowel in each part; of two without one between them the later is right."""
    found: list[int] = []
    after = len(letters)
    for place in sorted(set(places), reverse=True):
        if _has_vowel(letters[place:after]) and letters[place - 1 : place + 1].isalpha():
            found.append(place)
            after = place
    while found and not _has_vowel(letters[: found[-1]]):
        found.pop()
    return found[::-1]


def _is_joint(letters: str, place: int, bounds: list[int], language: str) -> bool:
    """Whether a word of a compound begins with that letter, going by the dictionary and by what stands about it.

    A syllable takes the consonant before its vowel along; one that does not, `Fach-arbeiter`, begins a word. What
    follows a prefix does not.
    """
    before = letters[max(0, place - MOST_BEFORE) : place]
    at = bisect_left(bounds, place)
    is_bound = at < len(bounds) and bounds[at] == place
    if language not in _PREFIXES:
        return is_bound
    if language in _LINKED and _LINKED[language].search(before):
        return True
    if any(_ends_with_prefix(before, each) for each in _PREFIXES[language].split()):
        return False
    is_known = is_bound and place - (bounds[at - 1] if at else 0) >= LEAST_WORD
    return is_known or (place >= LEAST_WORD and _begins_anew(letters, place))


def _ends_with_prefix(before: str, prefix: str) -> bool:
    """Whether the letters end with a prefix, and not with a syllable that does: `strom-aus`, but `baum` and `plan`."""
    if not before.endswith(prefix):
        return False
    stem = before.removesuffix(prefix)
    is_whole = not _has_vowel(prefix[0]) or _begins_anew(before, len(stem))
    return not stem.strip() or (_has_vowel(stem) and is_whole)


def _begins_anew(letters: str, place: int) -> bool:
    """Whether a vowel stands at that place, and a consonant before it."""
    return _has_vowel(letters[place]) and not _has_vowel(letters[place - 1])


def _has_vowel(letters: str) -> bool:
    return bool(VOWELS.search(normalize("NFD", letters)))


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
