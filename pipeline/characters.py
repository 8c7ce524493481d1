"""What characters are before they are text: those that nobody sees, and those that steer a terminal."""

from __future__ import annotations

from bisect import bisect_right

# Default_Ignorable_Code_Point (Unicode 16, DerivedCoreProperties): the first of each range and the one after its last.
_IGNORABLE = (
    0xAD, 0xAE, 0x34F, 0x350, 0x61C, 0x61D, 0x115F, 0x1161, 0x17B4, 0x17B6, 0x180B, 0x1810, 0x200B, 0x2010, 0x202A,
    0x202F, 0x2060, 0x2070, 0x3164, 0x3165, 0xFE00, 0xFE10, 0xFEFF, 0xFF00, 0xFFA0, 0xFFA1, 0xFFF0, 0xFFF9, 0x1BCA0,
    0x1BCA4, 0x1D173, 0x1D17B, 0xE0000, 0xE1000,
)  # fmt: skip
_BIDI = frozenset(map(chr, (0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))))
_BREAKS = frozenset("\u2028\u2029")


def is_blank(text: str) -> bool:
    """Whether a text shows nothing: white space and characters without a sign of their own alone."""
    if not text or "!" <= text[0] <= "~":  # as nearly every text that shows something begins
        return not text
    return all(character.isspace() or _is_ignorable(character) for character in text)


def printable(text: str, keeps: str = "") -> str:
    r"""The text as a terminal, a log or a workflow may show it: what would steer them is written out, as `\x1b`.

    Control characters (C0 and C1), the controls of bidirectional text, line ends of Unicode and half surrogate pairs
    are; a line feed and a tab are too unless they are among those that it `keeps`.
    """
    if text.isprintable():  # as nearly every text is; none of these characters is printable
        return text
    return "".join(map(_escaped, text)) if not keeps else "".join(c if c in keeps else _escaped(c) for c in text)


def _is_ignorable(character: str) -> bool:
    return bisect_right(_IGNORABLE, ord(character)) % 2 == 1


def _escaped(character: str) -> str:
    code = ord(character)
    if code < 0x20 or 0x7F <= code < 0xA0:
        return {"\n": "\\n", "\r": "\\r", "\t": "\\t"}.get(character, f"\\x{code:02x}")
    is_unsafe = character in _BIDI or character in _BREAKS or 0xD800 <= code < 0xE000
    return f"\\u{code:04x}" if is_unsafe else character
