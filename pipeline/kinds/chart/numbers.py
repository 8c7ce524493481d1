"""Numbers as a chart writes them: compact, in the language's marks; and shares that add up."""

from __future__ import annotations

from collections.abc import Sequence

BEFORE, BESIDE = ("$", "£", "€"), ("%",)
DECIMAL_COMMA = ("de", "fr", "es", "it", "pt", "nl")
MINUS = "\u2212"
STEPS = ((1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k"))
WHOLE_UNTIL = 10_000  # larger numbers are shortened


def written(value: float | None, unit: str = "", lang: str = "en") -> str:
    """The number for a label: `1,234`, `12.3k`, `46%`; a dash where there is none."""
    if value is None:
        return "–"
    sign = MINUS if value < 0 and _digits(abs(value)).strip("0.") else ""
    digits = _marked(_digits(abs(value)), lang)
    before, after = (unit, "") if unit in BEFORE else ("", unit if unit in BESIDE else "")
    return f"{sign}{before}{digits}{after}"


def shares(values: Sequence[float]) -> tuple[int, ...]:
    """Whole per cents that add up to 100 (largest remainders); all 0 where there is nothing to share."""
    total = sum(values)
    if total <= 0:
        return (0,) * len(values)
    exact = [value / total * 100 for value in values]
    floors = [int(value) for value in exact]
    by_rest = sorted(range(len(exact)), key=lambda index: (floors[index] - exact[index], index))
    for index in by_rest[: 100 - sum(floors)]:
        floors[index] += 1
    return tuple(floors)


def _digits(value: float) -> str:
    """Three figures or so, with a comma between thousands."""
    if value < WHOLE_UNTIL:
        return _trimmed(value, 2 if value < 1 else 1)
    for step, letter in STEPS:
        if value >= step * 0.9995:
            return _trimmed(value / step, 1) + letter
    return _trimmed(value, 0)


def _trimmed(value: float, places: int) -> str:
    text = f"{value:,.{places}f}"
    return text.rstrip("0").rstrip(".") if places else text


def _marked(digits: str, lang: str) -> str:
    if lang.partition("-")[0] not in DECIMAL_COMMA:
        return digits
    return digits.translate({ord(","): "\u202f", ord("."): ","})
