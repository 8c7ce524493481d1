"""Numbers as tables have them -> exact decimals, with the places they were written to, their unit, and what they leave.

1,234.5   1.234,5   1 234,5   1'234.50   12,34,567   (1,200) €   −4   12.5K   1.2 Mio   35 %   CHF 20.–   3½   ١٢٣

    forms = [form for cell in column if (form := split(cell))]
    mark, doubtful = decimal_mark(forms, "de")     one for a whole table: `1,234` alone may be either
    number(forms[0], mark)

A mark in a number is a decimal mark or parts thousands. Most tables have a cell that tells; where none does, the mark
of the table's language decides, and the caller says so in a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias
from unicodedata import decimal, normalize

from pipeline.patterns import Pattern
from pipeline.reading.currencies import DOLLARS, SIGNS, WORDS

Mark: TypeAlias = Literal[".", ","]

MISSING = frozenset(
    ("", "-", "--", "–", "—", "−", "n/a", "na", "n.a.", "null", "none", "nil", "?", "…", "...", "..", ".", "k.a.",
     "n.d.", "s.o.", "b.d.", "tbd", "#n/a", "#nv", "#n/d")
)  # fmt: skip
MOST_LENGTH = 60  # characters of a cell that may be a number
LARGEST = Decimal("1e15")

PERCENT = r"%|per\ ?cent|pct\.?|[Pp]rozent|pour\ ?cents?|por\ ?ciento|por\ cento|per\ cento|procent|процент(?:а|ов)?"
_UNIT = "|".join(
    [rf"(?:{'|'.join(DOLLARS)})?\$", f"[{SIGNS}¢]", "[A-Z]{3}", *map(re.escape, sorted(WORDS, key=len)[::-1])]
)
_MAGNITUDES = {
    **dict.fromkeys(("k", "K", "тыс", "тыс.", "Tsd", "Tsd.", "tis.", "tys.", "mila", "mil"), 3),
    **dict.fromkeys(
        ("M", "m", "mn", "Mn", "mio", "Mio", "Mio.", "mio.", "million", "millions", "mln", "mln.", "млн", "млн."), 6
    ),
    **dict.fromkeys(("B", "bn", "Bn", "Mrd", "Mrd.", "mrd", "Md", "Mds", "billion", "mld", "mld.", "млрд", "млрд."), 9),
    **dict.fromkeys(("T", "tn", "trillion"), 12),
    **dict.fromkeys(("万", "萬"), 4),
    **dict.fromkeys(("億", "亿", "억"), 8),
    **dict.fromkeys(("lakh", "lakhs", "लाख"), 5),
    **dict.fromkeys(("crore", "crores", "cr", "करोड़"), 7),
}
DOUBTFUL_SCALES = ("m", "mil", "T")  # they may be metres, millions in English, tonnes
_FRACTIONS = {"½": "5", "¼": "25", "¾": "75", "⅛": "125", "⅜": "375", "⅝": "625", "⅞": "875", "⅕": "2", "⅖": "4",
              "⅗": "6", "⅘": "8"}  # fmt: skip
_NO_CENTS = Pattern(r"(?<=\d)([.,])(?:--?|[–—])(?!\d)")  # CHF 20.–, 12,- €
_RUPEES = Pattern(r"(?<=\d)/-$")
_UNSEEN = Pattern("[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_SPACES = Pattern(r"[\s\u00a0\u2007\u2009\u202f]+")
_FOOTNOTE = Pattern(r"(?:\s?(?:[*†‡§]+|\[[0-9a-z]{1,2}\]|[¹²³⁰⁴-⁹]+))+$")
_FORM = Pattern(
    rf"""(?:(?P<first>{_UNIT})\s?(?=\())?(?P<opened>\()?\s?(?P<minus>[-+−–])?\s?(?P<before>{_UNIT})?\s?(?P<late>[-+−–])?
    (?P<digits>[0-9](?:[0-9.,'’\s]*[0-9])?|[.,][0-9]+|(?=[{"".join(_FRACTIONS)}]))(?P<exponent>[eE][-+]?[0-9]{{1,3}})?
    (?:\s?(?P<fraction>[{"".join(_FRACTIONS)}]))?
    (?:\s?(?P<magnitude>{"|".join(sorted(map(re.escape, _MAGNITUDES), key=len, reverse=True))})(?![^\W\d_]))?
    \s?(?P<after>(?P<percent>{PERCENT})|‰|{_UNIT})?\s?(?P<last>-)?(?P<closed>\))?
    (?:(?<=\))\s?(?P<behind>%|‰|{_UNIT}))?""",
    re.VERBOSE,
)
_DECIMAL_COMMA = frozenset(
    [
        "bg",
        "cs",
        "da",
        "de",
        "el",
        "es",
        "fi",
        "fr",
        "hr",
        "hu",
        "id",
        "it",
        "nb",
        "nl",
        "nn",
        "no",
        "pl",
        "pt",
        "ro",
        "ru",
        "sk",
        "sl",
        "sr",
        "sv",
        "tr",
        "uk",
        "vi",
    ]
)


class Form(NamedTuple):
    """A number that is not understood yet: its digits with the marks between them, and what stands around them.

    `scale` is the power of ten of a word such as `Mio`, which is `magnitude`; `unit` a currency, `%` or `‰`, or
    nothing; `footnote` a mark such as `*` or `[1]` behind it; `fraction` the digits of a sign, `5` of `½`.
    """

    written: str
    digits: str
    is_negative: bool
    exponent: str
    scale: int
    unit: str
    footnote: str
    magnitude: str = ""
    fraction: str = ""


class Number(NamedTuple):
    """A number: its exact value, how many places behind the decimal mark it was written to, its unit, its footnote."""

    value: Decimal
    places: int
    unit: str = ""
    footnote: str = ""


def is_missing(cell: str) -> bool:
    """Whether a cell says that there is no number: nothing, a dash, `n/a`, `k. A.`."""
    return "".join(cell.split()).casefold() in MISSING


def split(cell: str) -> Form | None:
    """The parts of the number in a cell, or None for a cell that holds anything else."""
    if len(cell) > MOST_LENGTH:
        return None
    text = _UNSEEN.sub("", cell)
    text = _RUPEES.sub("", _NO_CENTS.sub(r"\g<1>00", _SPACES.sub(" ", _western(text.strip()))))
    footnote = _FOOTNOTE.search(text)
    if footnote and footnote.start() and text[footnote.start() - 1].isalpha() and footnote[0] in "²³":
        return None  # 120 m² is no 120 million with a note
    bare = text[: footnote.start()] if footnote else text
    found = _FORM.fullmatch(bare)
    if found is None or bool(found["opened"]) != bool(found["closed"]) or not _is_grouped_well(found["digits"]):
        return None
    signs = [sign for sign in (found["minus"], found["late"], found["last"]) if sign]
    beside = (found["first"], found["before"], "%" if found["percent"] else found["after"], found["behind"])
    units = [unit for unit in beside if unit]
    fraction = _FRACTIONS.get(found["fraction"] or "", "")
    if len(signs) > 1 or len(units) > 1 or (fraction and not found["digits"].isdigit() and found["digits"]):
        return None
    is_negative = bool(found["opened"]) or bool(signs and signs[0] != "+")
    magnitude = found["magnitude"] or ""
    digits, exponent, mark = found["digits"], found["exponent"] or "", footnote[0].strip() if footnote else ""
    scale, unit = _MAGNITUDES.get(magnitude, 0), (units or [""])[0]
    scale = 3 if magnitude == "T" and found["after"] in ("€", "EUR", "CHF") else scale  # Tausend, in German accounts
    return Form(cell, digits, is_negative, exponent, scale, unit, mark, magnitude, fraction)


def way_out(cell: str) -> str:
    """What an author can write in place of a cell that is no number."""
    text = cell.strip()
    if text.startswith("#"):
        return "the spreadsheet could not work it out: put the formula right, or leave the cell empty"
    if text.startswith("="):
        return "save the table with its values in place of its formulas"
    if _CLOCK.fullmatch(text):
        return "write how long it took as a number of one unit, such as 90, and `unit: min` in the spec"
    if _ABOUT.match(text) and split(_ABOUT.sub("", text)):
        return "write the number alone; the caption can say that it is not exact"
    if (found := _LIMITS.fullmatch(text)) and split(found[1]) and split(found[2]):
        return "write one number, or the lower and the upper one in columns of their own"
    if (found := _COUNTED.fullmatch(text)) and split(found[1]):
        return f"write the number alone, and `unit: {found[2]}` in the spec"
    return "write digits, or leave it empty"


_CLOCK = Pattern(r"\d{1,3}:\d{2}(?::\d{2})?|(?:\d+\s?[^\W\d_]{1,7}\.?\s?){2,3}")
_ABOUT = Pattern(r"(?:[≈~<>≤≥±]|(?:ca|circa|approx|about|around|rund|etwa|env|over|under|c)\b\.?)\s*", re.IGNORECASE)
_LIMITS = Pattern(r"(.+?)\s*(?:[-–—]|\bto\b|\bbis\b|\bà\b)\s*(.+)")
_COUNTED = Pattern(r"(.*\d)\s*((?!(?:st|nd|rd|th)$)[^\W\d_][^\d]{0,20})")


def decimal_mark(forms: Iterable[Form], lang: str = "en") -> tuple[Mark, Form | None]:
    """The decimal mark of a table, and the first number that could be read otherwise where only its language tells."""
    doubtful: Form | None = None
    for form in forms:
        told = _told(form.digits)
        if told in (".", ","):
            return told, None  # type: ignore[return-value]  # one of the two
        if told == "?":
            doubtful = doubtful or form
    return ("," if lang.partition("-")[0] in _DECIMAL_COMMA else "."), doubtful


def number(form: Form, mark: Mark) -> Number | None:
    """The number of a form in a table with that decimal mark, or None where it is none, such as `1,2` beside `1.2`."""
    digits = re.sub(r"[\s'’]", "", form.digits)
    whole, _, fraction = digits.partition(mark)
    other = "," if mark == "." else "."
    if mark in fraction or other in fraction or not _are_groups(whole, other):
        return None
    whole, fraction = whole.replace(other, ""), fraction or form.fraction
    value = Decimal(f"{whole or '0'}{'.' if fraction else ''}{fraction}{form.exponent}").scaleb(form.scale)
    if value > LARGEST:
        return None
    places = max(0, len(fraction) - form.scale - int(form.exponent[1:] or 0))
    return Number(-value if form.is_negative else value, places, form.unit, form.footnote)


def _western(text: str) -> str:
    """The text with digits and marks of other scripts as Europe writes them: `١٢٫٥` is `12.5`, full width is narrow."""
    if text.isascii():
        return text
    text = text.translate(_ARABIC)
    if not _FOOTNOTE.search(text):
        text = "".join(part if part in _FRACTIONS else normalize("NFKC", part) for part in _HALVES.split(text))
    return "".join(str(decimal(letter)) if letter.isdecimal() else letter for letter in text)


_HALVES = Pattern(f"([{''.join(_FRACTIONS)}])")
_ARABIC = str.maketrans({"٫": ".", "٬": "'", "٪": "%", "−": "-"})


def _is_grouped_well(digits: str) -> bool:
    """Whether spaces and apostrophes part thousands and nothing else: `1 234 567`, not `12 2`."""
    parts = re.split(r"[\s'’]", digits)
    return len(parts) == 1 or (
        1 <= len(parts[0]) <= 3 and all(re.match(r"\d{3}(?:[.,]|$)", part) for part in parts[1:])
    )


def _told(digits: str) -> str:
    """Which mark of these digits is the decimal one; `?` where it may be either, nothing where there is none."""
    marks = [letter for letter in digits if letter in ".,"]
    if not marks:
        return ""
    last, before = marks[-1], digits[: digits.rindex(marks[-1])]
    tail = digits[len(before) + 1 :]
    other = "," if last == "." else "."
    if len(set(marks)) == 2:
        return last  # 1.234,5
    if len(marks) > 1:
        return other  # 1.234.567 parts thousands
    is_group = len(tail) == 3 and tail.isdigit() and 1 <= len(before) <= 3 and before != "0"
    return "?" if is_group and not re.search(r"[\s'’]", digits) else last


def _are_groups(whole: str, mark: str) -> bool:
    """Whether a mark parts a whole number as people do: in threes, or as in India in twos before the last three."""
    if mark not in whole:
        return whole.isdigit() or whole == ""
    first, *middle, last = whole.split(mark)
    if not (1 <= len(first) <= 3 and first.isdigit() and len(last) == 3 and last.isdigit()):
        return False
    return all(len(part) == 3 for part in middle) or (len(first) <= 2 and all(len(part) == 2 for part in middle))
