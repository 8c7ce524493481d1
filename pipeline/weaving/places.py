"""Where a wish stands: what its figure's lines begin with, so that a quotation or a list goes on around it."""

from __future__ import annotations

import re

FOLLOWING = 10_000  # bytes in which a line that says something is looked for
_LINE_END = re.compile(rb"\r\n|\r|\n")
_BEFORE = re.compile(r"(?P<quote>[ \t]*(?:>[ \t]?)*[ \t]*)(?P<bullet>(?:[-+*]|\d{1,9}[.)])[ \t]+)?")


def body_end(raw: bytes, start: int, end: int) -> int:
    """Where the lines from byte `start` up to `end` end without their last line end."""
    ends = [found for found in _LINE_END.finditer(raw, start, end) if found.end() == end]
    return ends[-1].start() if ends else end


def count_lines(lines: bytes) -> int:
    """How many lines these bytes are; the last one has no end."""
    return len(_LINE_END.findall(lines)) + 1


def prefixes(raw: bytes, start: int, end: int, is_flat: bool = False) -> tuple[str, str]:
    """What the first line of a figure begins with, and the others.

    The quote marks and the indentation of the wish. Its bullet too, if more of its item follows; else the figure
    stands alone, and the list goes on below it. Where `is_flat`, nothing.
    """
    if is_flat:
        return "", ""
    first = _LINE_END.split(raw[start:end], maxsplit=1)[0].decode()
    before = _BEFORE.match(first)
    assert before is not None
    quote, bullet = before["quote"], before["bullet"] or ""
    if bullet and _goes_on(raw[end : end + FOLLOWING], quote, len(bullet)):
        return quote + bullet, quote + " " * len(bullet)
    return quote, quote


def _goes_on(following: bytes, quote: str, indent: int) -> bool:
    """Whether the next line that says something belongs to the item whose text is indented by so many characters."""
    for line in _LINE_END.split(following):
        said = line.decode(errors="replace")
        if said.strip(" \t>"):
            return said.startswith(quote + " " * indent)
    return False
