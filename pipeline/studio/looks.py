"""The files of the page itself: its HTML with the token in it, its colours and faces from our themes, its code."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from pipeline import files

if TYPE_CHECKING:
    from pipeline.theme import Theme

FOLDER = os.path.join(os.path.dirname(__file__), "page")
PAGE, TOKEN = "studio.html", "{token}"
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
LIGHT, DARK = "paper", "ink"
ROLES = (
    *("paper", "surface", "surface_2", "surface_3", "ink", "ink_2", "muted", "rule", "rule_strong", "control"),
    *("accent", "accent_tint", "on_accent", "accent_2", "accent_2_text", "accent_2_tint", "on_accent_2", "positive"),
)


class File(NamedTuple):
    """A file of the page and what browsers take it for."""

    data: bytes
    media_type: str


def page(token: str) -> str:
    """The HTML of the page, with the token that its writes carry."""
    return _read(PAGE).decode().replace(TOKEN, escape(token))


def file(name: str) -> File | None:
    """A file of the page by its name, None where there is none."""
    suffix = os.path.splitext(name)[1]
    return File(_read(name), TYPES[suffix]) if suffix in TYPES and name in os.listdir(FOLDER) else None


@lru_cache(maxsize=1)
def theme() -> str:
    """The colours of our themes as a style sheet, for light and for dark screens."""
    from pipeline.theme import load

    light, dark = (" ".join(_colors(load(name))) for name in (LIGHT, DARK))
    night = f":root:not([data-look=light]) {{ {dark} }}"
    return (
        f":root {{ color-scheme: light dark; {light} }}\n"
        f"@media (prefers-color-scheme: dark) {{ {night} }}\n"
        f":root[data-look=dark] {{ color-scheme: dark; {dark} }}\n:root[data-look=light] {{ color-scheme: light; }}\n"
    )


def _colors(look: Theme) -> Iterator[str]:
    for role in ROLES:
        yield f"--{role.replace('_', '-')}: {getattr(look.colors, role)};"


def _read(name: str) -> bytes:
    return files.read(os.path.join(FOLDER, name), files.MOST_BYTES)
