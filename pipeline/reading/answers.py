"""Yes and no as people tick them: words of all our languages, signs, and what programs write."""

from __future__ import annotations

from functools import lru_cache

from pipeline.prose import plain
from pipeline.words import vocabulary

_YES = frozenset("✓✔✅☑🗸xX1")
_NO = frozenset("✗✘❌☐0")
_VARIATION = "\ufe0f"  # that a sign is shown as an emoji: UTS 51, 1.4.3


@lru_cache(maxsize=4_000)
def is_yes(written: str) -> bool | None:
    """Whether a cell says yes or no, or None for one that says neither."""
    sign = written.strip().rstrip(_VARIATION)
    if sign in _YES or sign in _NO:
        return sign in _YES
    word = plain(written)
    known = vocabulary("reading")
    if word in known["yes"]:
        return True
    return False if word in known["no"] else None
