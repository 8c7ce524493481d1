"""XML by hand: numbers, texts, attributes and path data in as few characters as they need."""

from __future__ import annotations

from pipeline.formats._numbers import DECIMALS, number
from pipeline.geometry import Affine
from pipeline.patterns import Pattern
from pipeline.scene import Outline

OWN = "\x01"  # stands before each id until the file's own prefix is known; no text of a file can hold it
_NOTHING = 1e-12  # of a transform: less moves nothing that can be seen

_REFUSED = dict.fromkeys([*(code for code in range(32) if code not in (9, 10, 13)), 0xFFFE, 0xFFFF])  # XML 1.0, 2.2
_REFUSED |= dict.fromkeys(range(0xD800, 0xE000))
_IN_TEXT = _REFUSED | {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", 13: "&#13;"}
_CLASS = Pattern(' class="([^"]*)"')
_IN_ATTRIBUTE = _IN_TEXT | {ord('"'): "&quot;", 9: "&#9;", 10: "&#10;"}


def text(value: str) -> str:
    """Characters between tags; those that XML does not know are left out."""
    return value.translate(_IN_TEXT)


def quoted(value: str) -> str:
    """Characters between quotation marks."""
    return value.translate(_IN_ATTRIBUTE)


def attributes(**values: str) -> str:
    """Attributes in the order given; `_` stands for `-`, and those that are empty are left out."""
    return "".join(f' {name.replace("_", "-")}="{value}"' for name, value in values.items() if value)


def one_class(written: str) -> str:
    """Attributes in which each of several classes has one of its own, with all of them in one."""
    if written.count(' class="') < 2:
        return written
    found = " ".join(each[1] for each in _CLASS.finditer(written))
    return f'{_CLASS.sub("", written)} class="{found}"'


def matrix(transform: Affine) -> str:
    """A transform as its attribute has it."""
    if transform[:4] == (1, 0, 0, 1):
        return f"translate({number(transform.e, 4)} {number(transform.f, 4)})"
    return f"matrix({' '.join(f'{value:.7g}' if abs(value) > _NOTHING else '0' for value in transform)})"


def path(outline: Outline, places: int = DECIMALS) -> str:
    """An outline as path data."""
    parts: list[str] = []
    before = ""
    for command, *values in outline:
        written = _joined([number(value, places) for value in values])
        parts.append(written if command == before == "C" and written[:1] == "-" else _part(command, before, written))
        before = command
    return "".join(parts)


def _part(command: str, before: str, written: str) -> str:
    """A segment; a command that is repeated need not be written."""
    return f" {written}" if command == before and command != "M" and command != "Z" else f"{command}{written}"


def _joined(numbers: list[str]) -> str:
    """Numbers one after the other; a minus parts as a blank does."""
    return "".join(each if not index or each[0] == "-" else f" {each}" for index, each in enumerate(numbers))
