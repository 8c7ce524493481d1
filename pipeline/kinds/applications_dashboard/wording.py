"""Cells and words as people write them."""

from __future__ import annotations


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is nothing in it: empty, dashes, "n/a"."""
    return not text.strip(" -–—") or text.casefold() == "n/a"


def short(text: str, most: int = 40) -> str:
    """The text for a message, cut where it is long."""
    return text if len(text) <= most else text[: most - 1] + "…"
