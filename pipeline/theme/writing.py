"""A derived palette as the text of a theme's file, in the order and with the remarks of one written by hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.theme.deriving import Palette

_GROUPS = (
    ("the page, cards, wells, pressed wells", ("paper", "surface", "surface_2", "surface_3")),
    ("text, then lines and outlines", ("ink", "ink_2", "muted", "rule", "rule_strong", "control")),
    ("structure: text and fills", ("accent", "accent_soft", "accent_tint", "on_accent")),
    ("what catches the eye: graphics, text, ground", ("accent_2", "accent_2_text", "accent_2_tint", "on_accent_2")),
    ("a green: text, shape", ("positive", "positive_fill")),
    (
        "charts and maps: series, categories and paths with their texts, the rest, a ramp, a flow",
        (
            *("cat", "cat_text", "series_rest", "seq"),
            *("flow_band", "flow_node", "flow_open", "flow_closed", "flow_closed_2"),
        ),
    ),
)


def written(palette: Palette, extends: str, description: str) -> str:
    """The file of a theme that takes all but its colours from the one that it extends."""
    return "\n".join(_lines(palette, extends, description)) + "\n"


def _lines(palette: Palette, extends: str, description: str) -> Iterator[str]:
    yield f'description: "{description}"'
    yield f"extends: {extends}"
    for remark, tokens in _GROUPS:
        yield f"\n# {remark}"
        for token in tokens:
            yield f"{token}: {_value(getattr(palette.colors, token))}"
    yield "\ngradients:"
    yield f"  sun: {_value(palette.sun)}"
    yield f"  glow: {_value(palette.glow)}"
    yield f"edge: {_value(palette.edge)}"
    yield "\n# To sign every picture:"
    yield '# handle: "@yourname"'
    yield "# logo: {file: logo.png, corner: bottom_right, size: 44}"


def _value(value: Any) -> str:
    """One colour in quotes, or a list of them; a colour is a tuple itself."""
    return f'"{value}"' if hasattr(value, "red") else f"[{', '.join(map(_value, value))}]"
