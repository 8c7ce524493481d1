"""What there is for a language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

T = TypeVar("T")


def chosen(by_language: Mapping[str, T], lang: str) -> T:
    """What there is in the language of a tag, `de` of `de-AT`, else in English."""
    return by_language.get(lang.partition("-")[0], by_language["en"])
