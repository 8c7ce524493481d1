"""What to say when no face has a character: which one, and what would cover it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from pipeline.errors import Problem, enumerated
from pipeline.typography.presentation import is_emoji

SCRIPTS = {  # the first word of the names that Unicode gives to a script's letters, and a free family that has them
    **dict.fromkeys(("LATIN", "GREEK", "CYRILLIC"), "Noto Sans"),
    "ADLAM": "Noto Sans Adlam",
    "ARABIC": "Noto Naskh Arabic",
    "ARMENIAN": "Noto Serif Armenian",
    "BALINESE": "Noto Sans Balinese",
    "BENGALI": "Noto Serif Bengali",
    "CANADIAN": "Noto Sans Canadian Aboriginal",
    "CHEROKEE": "Noto Sans Cherokee",
    "COPTIC": "Noto Sans Coptic",
    "DEVANAGARI": "Noto Serif Devanagari",
    "ETHIOPIC": "Noto Serif Ethiopic",
    "GEORGIAN": "Noto Serif Georgian",
    "GUJARATI": "Noto Sans Gujarati",
    "GURMUKHI": "Noto Sans Gurmukhi",
    "HEBREW": "Noto Serif Hebrew",
    "JAVANESE": "Noto Sans Javanese",
    "KANNADA": "Noto Sans Kannada",
    "KHMER": "Noto Sans Khmer",
    "LAO": "Noto Sans Lao",
    "MALAYALAM": "Noto Sans Malayalam",
    "MONGOLIAN": "Noto Sans Mongolian",
    "MYANMAR": "Noto Sans Myanmar",
    "NKO": "Noto Sans NKo",
    "ORIYA": "Noto Sans Oriya",
    "RUNIC": "Noto Sans Runic",
    "SINHALA": "Noto Sans Sinhala",
    "SYRIAC": "Noto Sans Syriac",
    "TAMIL": "Noto Serif Tamil",
    "TELUGU": "Noto Sans Telugu",
    "THAANA": "Noto Sans Thaana",
    "THAI": "Noto Serif Thai",
    "TIBETAN": "Noto Serif Tibetan",
    "TIFINAGH": "Noto Sans Tifinagh",
    "YI": "Noto Sans Yi",
}
KANA = ("HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HENTAIGANA", "HALFWIDTH")
IDEOGRAPHIC = ("CJK", "BOPOMOFO", "IDEOGRAPHIC", "FULLWIDTH", *KANA, "HANGUL")
CJK = {"ja": "JP", "ko": "KR", "zh-hant": "TC", "zh-tw": "TC", "zh-hk": "HK", "zh-mo": "HK"}
SYMBOLS, SYMBOLS_2, MATH = "Noto Sans Symbols", "Noto Sans Symbols 2", "Noto Sans Math"
SIGNS = (  # what is no letter: the last of the blocks, and the families among which its signs are shared
    (0x036F, ("Noto Sans",)),
    (0x1FFF, ()),
    (0x20CF, ("Noto Sans",)),
    (0x20FF, (MATH, SYMBOLS)),
    (0x215F, ("Noto Sans",)),
    (0x218F, (SYMBOLS,)),
    (0x21FF, (MATH, SYMBOLS_2)),
    (0x22FF, (MATH,)),
    (0x23FF, (SYMBOLS, SYMBOLS_2, MATH)),
    (0x245F, (SYMBOLS_2,)),
    (0x24FF, (SYMBOLS,)),
    (0x259F, ("Noto Sans Mono",)),
    (0x25FF, (SYMBOLS_2,)),
    (0x27BF, (SYMBOLS, SYMBOLS_2)),
    (0x27FF, (MATH,)),
    (0x28FF, (SYMBOLS_2,)),
    (0x2AFF, (MATH,)),
    (0x2BFF, (SYMBOLS_2, MATH)),
    (0x2FFF, ()),
    (0x303F, ("Noto Serif CJK",)),
    (0xFEFF, ()),
    (0xFFEF, ("Noto Serif CJK",)),
    (0x1CFFF, ()),
    (0x1D24F, ("Noto Music",)),
    (0x1D2DF, ()),
    (0x1D37F, (SYMBOLS_2,)),
    (0x1D7FF, (MATH,)),
    (0x1EFFF, ()),
    (0x1F0FF, (SYMBOLS_2,)),
    (0x1F1FF, (SYMBOLS,)),
    (0x1F2FF, ("Noto Serif CJK",)),
    (0x1F6FF, (SYMBOLS_2, SYMBOLS)),
    (0x1F77F, (SYMBOLS,)),
    (0x1F8FF, (SYMBOLS_2,)),
    (0x1F9FF, ()),
    (0x1FA6F, (SYMBOLS_2,)),
    (0x1FAFF, ()),
    (0x1FBFF, (SYMBOLS_2,)),
)
NAMED_AT_MOST = 5
FAMILIES_AT_MOST = 3


def missing_glyphs(characters: str, field: str, lang: str) -> Problem:
    """The problem for characters that no face covers, in the order they stand in the text."""
    distinct = list(dict.fromkeys(characters))
    names = [f"{_shown(character)} (U+{ord(character):04X} {_name(character)})" for character in distinct]
    region = _region(distinct, lang)
    families = dict.fromkeys(family for character in distinct for family in _families(character))
    named = [f"{family} {region}" if family.endswith("CJK") else family for family in families]
    such_as = f", such as {' or '.join(named[:FAMILIES_AT_MOST])}" if named else ""
    hint = f"put a face that has it into fonts/{such_as}; `visuals fonts` lists what is here"
    return Problem(f"no face has {enumerated(names, NAMED_AT_MOST)}", hint=hint, field=field)


def _name(character: str) -> str:
    return unicodedata.name(character, "unnamed")


def _first_word(character: str) -> str:
    return _name(character).partition(" ")[0]


def _shown(character: str) -> str:
    return character if character.isprintable() else repr(character)


def _region(characters: list[str], lang: str) -> str:
    """Whose forms of the ideographs are wanted: as the language has it, or else the letters beside them."""
    tag = lang.casefold().replace("_", "-")
    for known in (tag, tag[:7], tag[:5], tag[:2]):
        if known in CJK:
            return CJK[known]
    scripts = set(map(_first_word, characters))
    return "JP" if scripts & set(KANA) else "KR" if "HANGUL" in scripts else "SC"


def _families(character: str) -> Iterator[str]:
    """The free families one of which has the character; none where we know of none."""
    script = _first_word(character)
    if is_emoji(character):
        yield "Noto Color Emoji"
    elif script in SCRIPTS:
        yield SCRIPTS[script]
    elif script in IDEOGRAPHIC:
        yield "Noto Serif CJK"
    elif not character.isalpha() or script in ("MATHEMATICAL", "DOUBLE-STRUCK", "SCRIPT", "BLACK-LETTER"):
        yield from next((families for last, families in SIGNS if ord(character) <= last), ())
