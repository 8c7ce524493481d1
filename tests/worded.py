"""The words of pictures for tests: what a spec says in a language to those who cannot see it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from tests.visuals import page


class Said(NamedTuple):
    """The one sentence, and all of it."""

    alt: str
    description: str


def said(keys: Mapping[str, Any], size: str = "story") -> Said:
    """What the first picture of these keys says."""
    scene = page(keys, size)
    return Said(scene.alt, scene.description)
