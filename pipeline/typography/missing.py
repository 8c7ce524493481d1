"""What to say when no face has a character: which one, and what would cover it."""

from __future__ import annotations

import unicodedata

from pipeline.errors import Problem, enumerated

COVERED_BY = {  # a script, as its letters' Unicode names begin, and a free family that has it
    "ARABIC": "Noto Naskh Arabic",
    "HEBREW": "Noto Serif Hebrew",
    "CJK": "Noto Serif CJK",
    "HIRAGANA": "Noto Serif CJK JP",
    "KATAKANA": "Noto Serif CJK JP",
    "HANGUL": "Noto Serif CJK KR",
    "THAI": "Noto Serif Thai",
    "DEVANAGARI": "Noto Serif Devanagari",
    "BENGALI": "Noto Serif Bengali",
    "TAMIL": "Noto Serif Tamil",
    "GEORGIAN": "Noto Serif Georgian",
    "ARMENIAN": "Noto Serif Armenian",
    "ETHIOPIC": "Noto Serif Ethiopic",
}
NAMED_AT_MOST = 5


def missing_glyphs(characters: str, field: str) -> Problem:
    """The problem for characters that no face covers, in the order they stand in the text."""
    distinct = list(dict.fromkeys(characters))
    names = [f"{_shown(character)} (U+{ord(character):04X} {_name(character)})" for character in distinct]
    families = list(dict.fromkeys(_family(character) for character in distinct))
    hint = (
        f"put a face that has it into fonts/, such as {' or '.join(families[:3])}; `visuals fonts` lists what is here"
    )
    return Problem(f"no face has {enumerated(names, NAMED_AT_MOST)}", hint=hint, field=field)


def _name(character: str) -> str:
    return unicodedata.name(character, "unnamed")


def _shown(character: str) -> str:
    return character if character.isprintable() else repr(character)


def _family(character: str) -> str:
    name = _name(character)
    for beginning, family in COVERED_BY.items():
        if name.startswith(beginning):
            return family
    return "Noto Color Emoji" if unicodedata.category(character) == "So" else "Noto Sans"
