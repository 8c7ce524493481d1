"""The theme's faces for a page: the letters that it needs of each, inside the page itself."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator

from pipeline.theme import Theme

# the role of a face, its weight, whether it is italic, and the elements one of which calls for it (none: every page)
_STYLES = (
    ("display", 600, False, ()),
    ("display", 400, False, ("<blockquote",)),
    ("display", 400, True, ("<blockquote",)),
    ("text", 400, False, ()),
    ("text", 400, True, ("<em",)),
    ("text", 600, False, ("<strong", "<th")),
)
_GENERIC = {"display": 'Georgia, "Times New Roman", serif', "text": "system-ui, -apple-system, sans-serif"}


def rules(theme: Theme, body: str) -> Iterator[str]:
    """`@font-face` for each face that a page with this body uses, some 30 KB each, letters that it lacks left out."""
    from pipeline.typography.subsetting import subset

    characters = "".join(sorted(set(body) | set("“”‘’…–—")))
    for role, weight, italic, elements in _STYLES:
        found = None
        if not elements or any(element in body for element in elements):
            found = subset(getattr(theme.faces, role), weight, italic, characters)
        if found:
            family, data = found
            style = "italic" if italic else "normal"
            source = f'url("data:font/ttf;base64,{b64encode(data).decode()}") format("truetype")'
            about = f'font-family: "{family}"; font-weight: {weight}; font-style: {style}'
            yield f"@font-face {{ {about}; font-display: swap; src: {source}; }}"


def families(theme: Theme) -> Iterator[str]:
    """The families of each role as CSS variables, the system's own last."""
    for role, generic in _GENERIC.items():
        named = ", ".join([*(f'"{family}"' for family in getattr(theme.faces, role)), generic])
        yield f"--{role}: {named};"
