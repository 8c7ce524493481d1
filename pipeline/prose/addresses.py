"""Addresses of pages and of mail in a text: nothing in them is punctuation, and no hyphen is put into them."""

from __future__ import annotations

from functools import lru_cache

from pipeline.patterns import Pattern

_AT_ITS_START = r"(?<![\w-])(?<![\w-]\.)"  # a search from each part of a long name would take its length squared
_IN = r"[^\s“”„«»\"]"
ADDRESS = (
    rf"(?:https?://|www\.){_IN}+"
    r"|(?<![\w.+'-])[\w.+'-]+@[\w-]+(?:\.[\w-]+)+"
    rf"|{_AT_ITS_START}[\w-]+(?:\.[\w-]+)+/{_IN}*"
    r"|(?<![\w@])@\w[\w.-]*\w"
    rf"|{_AT_ITS_START}[\w-]+(?:\.[\w-]+)*\.[a-z]{{2,}}(?![\w-])"
)
_ADDRESS = Pattern(ADDRESS)
_AFTER_MARKS = Pattern(r"(?<=[/.\-_?&=@#~+])(?=[^/.\-_?&=@#~+])")


@lru_cache(maxsize=64)
def addresses(text: str) -> tuple[tuple[int, int], ...]:
    """Where the addresses in a text begin and end."""
    return tuple(found.span() for found in _ADDRESS.finditer(text)) if "." in text or "@" in text else ()


def places_in_address(address: str) -> tuple[int, ...]:
    """Where a piece of an address may go on in the next line: behind its marks."""
    return tuple(found.start() for found in _AFTER_MARKS.finditer(address) if found.start())
