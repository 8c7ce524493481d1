"""Numbers as articles write them: `64`, `1,200`, `78 %`, and in words up to twelve, or below a hundred."""

from __future__ import annotations

import re

_IN_WORDS = (
    "two three four five six seven eight nine ten eleven twelve",
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "deux trois quatre cinq six sept huit neuf dix onze douze",
    "dos tres cuatro cinco seis siete ocho nueve diez - doce",  # `once` is English more often
)
_TENS = (  # how they are put together with `one` to `nine`, and these where they begin otherwise
    ("twenty thirty forty fifty sixty seventy eighty ninety", "{ten}-{one}", "one"),
    ("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig", "{one}und{ten}", "ein"),
    ("vingt trente quarante cinquante soixante", "{ten}-{one}", "un"),
    ("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa", "{ten} y {one}", "uno"),
)


def _words() -> dict[str, int]:
    known = {word: number for words in _IN_WORDS for number, word in enumerate(words.split(), 2)}
    for units, (tens, together, one) in zip(_IN_WORDS, _TENS, strict=True):
        for ten, name in enumerate(tens.split(), 2):
            known[name] = 10 * ten
            for unit, word in enumerate([one, *units.split()[:8]], 1):
                known[together.format(ten=name, one=word)] = 10 * ten + unit
    return known


_WORDS = _words()
_LONGEST_FIRST = sorted(_WORDS, key=len, reverse=True)
COUNT = rf"(\d{{1,3}}(?:[,.\u202f]\d{{3}}){{1,4}}|\d{{1,6}}|(?<!\w-)\b(?:{'|'.join(_LONGEST_FIRST)}))"
"""A pattern with one group: a whole number, in figures or in words; `one` and `eine` are articles more often."""

_CELL = re.compile(r"([€$£])?\s*([-−]?)(\d[\d.,\u202f\u00a0 ]*)\s*(%|€|\$|£|per cent|percent|Prozent)?", re.IGNORECASE)
_UNITS = {"per cent": "%", "percent": "%", "prozent": "%"}


def as_digits(written: str) -> str:
    """A count in figures: `twelve` is `12`; figures stay as they are written."""
    return str(_WORDS[written.lower()]) if written.lower() in _WORDS else written


def count(written: str) -> int | None:
    """A number in words up to twelve, or one or two figures, else None."""
    return int(written) if re.fullmatch(r"[0-9]{1,2}", written) else _WORDS.get(written.lower())


def measured(cell: str) -> tuple[float, str] | None:
    """The number of a cell and its unit (`%`, a currency or nothing), or None for what is no number alone."""
    found = _CELL.fullmatch(cell.strip())
    if found is None:
        return None
    digits = re.sub(r"[\u202f\u00a0 ]", "", found[3]).rstrip(".,")
    digits = _with_point(digits)
    if not re.fullmatch(r"\d{1,12}(\.\d{1,6})?", digits):
        return None
    unit = found[1] or found[4] or ""
    return float(("-" if found[2] else "") + digits), _UNITS.get(unit.lower(), unit)


def _with_point(digits: str) -> str:
    """Figures with a decimal point: the last of two signs is one, and a lone sign unless three figures follow it."""
    last = max(digits.rfind("."), digits.rfind(","))
    if last < 0:
        return digits
    whole, rest = re.sub("[.,]", "", digits[:last]), digits[last + 1 :]
    has_both = "." in digits and "," in digits
    is_thousands = (len(rest) == 3 and not has_both) or digits.count(digits[last]) > 1
    return whole + rest if is_thousands else f"{whole}.{rest}"
