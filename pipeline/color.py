"""Colours: sRGB with alpha; parsing, printing, mixing and contrast."""

from __future__ import annotations

from typing import NamedTuple


class Color(NamedTuple):
    """sRGB: red, green and blue 0 to 255, alpha 0 to 1 (straight, not premultiplied)."""

    red: int
    green: int
    blue: int
    alpha: float = 1.0

    @staticmethod
    def parse(text: str) -> Color:
        """Read `#RGB`, `#RRGGBB`, `#RRGGBBAA` or `#RRGGBB/0.5` (alpha); raises ValueError for anything else."""
        digits, slash, opacity = text[1:].partition("/")
        if text[:1] != "#" or not digits.isalnum() or len(digits) not in ((6,) if slash else (3, 6, 8)):
            raise ValueError(f"{text!r} is not a colour")
        if len(digits) == 3:
            digits = "".join(digit * 2 for digit in digits)
        red, green, blue, *rest = bytes.fromhex(digits)
        alpha = float(opacity) if slash else rest[0] / 255 if rest else 1.0
        if not 0 <= alpha <= 1:
            raise ValueError(f"{opacity!r} is not an alpha from 0 to 1")
        return Color(red, green, blue, alpha)

    def __str__(self) -> str:
        name = f"#{self.red:02X}{self.green:02X}{self.blue:02X}"
        return name if self.alpha == 1 else f"{name}/{self.alpha:.3g}"

    def with_alpha(self, alpha: float) -> Color:
        return Color(self.red, self.green, self.blue, alpha)

    def over(self, backdrop: Color) -> Color:
        """What is seen when this colour lies on an opaque one."""
        return Color(
            round(self.red * self.alpha + backdrop.red * (1 - self.alpha)),
            round(self.green * self.alpha + backdrop.green * (1 - self.alpha)),
            round(self.blue * self.alpha + backdrop.blue * (1 - self.alpha)),
        )

    @property
    def luminance(self) -> float:
        """Relative luminance, 0 to 1 (WCAG 2.2, definition of relative luminance)."""
        red, green, blue = (_linear(channel / 255) for channel in self[:3])
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def contrast(self, other: Color) -> float:
        """Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, 1.4.3)."""
        lighter, darker = sorted((self.luminance, other.luminance), reverse=True)
        return (lighter + 0.05) / (darker + 0.05)


def _linear(channel: float) -> float:
    """One gamma-coded sRGB channel as linear light (IEC 61966-2-1)."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
