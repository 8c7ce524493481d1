"""Sentences of alt text: one that ends in a stop, whatever an author's own words end in."""

from __future__ import annotations

STOPS = ".!?…。！？؟۔।"
CLOSING = "\"'”’“»«›‹)]」』 \u00a0\u202f"  # what may stand behind a stop; French sets its marks apart


def ended(text: str) -> str:
    """The text with a full stop, unless it ends in a stop of its own: `Done` -> `Done.`, `“Done!”` as it is."""
    return text if text.rstrip(CLOSING).endswith(tuple(STOPS)) else f"{text}."
