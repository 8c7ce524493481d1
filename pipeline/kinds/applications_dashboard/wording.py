"""Words as people write them -> words that can be compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NO_LETTER = re.compile(r"[^\w#]|_")


@lru_cache(maxsize=4_000)
def plain(text: str) -> str:
    """Small letters without accents; whatever is neither letter nor digit is one space."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(_NO_LETTER.sub(" ", "".join(c for c in letters if not unicodedata.combining(c))).split())


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is nothing in it: empty, dashes, "n/a"."""
    return not text.strip(" -–—") or text.casefold() == "n/a"


def short(text: str, most: int = 40) -> str:
    """The text for a message, cut where it is long."""
    return text if len(text) <= most else text[: most - 1] + "…"
