"""Which units are money: signs, codes and words that stand beside a number."""

from __future__ import annotations

SIGNS = "$€£¥₹₽₩₺₴₪฿₫₱₦₿₡₲₵₸₼₾₣"
DOLLARS = ("US", "CA", "AU", "NZ", "HK", "R", "A", "C", "S")  # before a sign: US$, R$
WORDS = ("kr", "kr.", "Kč", "zł", "Ft", "Fr", "Fr.", "lei", "лв", "лв.", "руб", "руб.", "Rs", "Rs.")
# ISO 4217, those of countries with a million people and more.
CODES = frozenset((
    "AED", "AMD", "ARS", "AUD", "AZN", "BAM", "BDT", "BGN", "BHD", "BOB", "BRL", "BYN", "CAD", "CHF", "CLP", "CNY",
    "COP", "CRC", "CZK", "DKK", "DOP", "DZD", "EGP", "ETB", "EUR", "GBP", "GEL", "GHS", "GTQ", "HKD", "HUF", "IDR",
    "ILS", "INR", "IQD", "IRR", "ISK", "JOD", "JPY", "KES", "KHR", "KRW", "KWD", "KZT", "LBP", "LKR", "MAD", "MDL",
    "MKD", "MMK", "MNT", "MXN", "MYR", "NGN", "NOK", "NPR", "NZD", "OMR", "PEN", "PHP", "PKR", "PLN", "PYG", "QAR",
    "RON", "RSD", "RUB", "SAR", "SEK", "SGD", "THB", "TND", "TRY", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS",
    "VND", "ZAR",
))  # fmt: skip
_CODE_OF = {
    "€": "EUR", "£": "GBP", "₹": "INR", "₩": "KRW", "₺": "TRY", "₴": "UAH", "₪": "ILS", "₽": "RUB", "₫": "VND",
    "฿": "THB", "Rs": "INR", "zł": "PLN", "Kč": "CZK", "Ft": "HUF", "US$": "USD",
}  # fmt: skip


def is_money(unit: str) -> bool:
    """Whether a unit is the sign, the code or the word of a currency."""
    return unit in CODES or unit in WORDS or (unit[-1:] in tuple(SIGNS) and unit[:-1] in ("", *DOLLARS))


def are_alike(unit: str, other: str) -> bool:
    """Whether two units are one, as `€` and `EUR` are, and `kr` and `kr.`."""
    unit, other = unit.rstrip("."), other.rstrip(".")
    return _CODE_OF.get(unit, unit) == _CODE_OF.get(other, other)
