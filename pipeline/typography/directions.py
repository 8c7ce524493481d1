"""Directions: how deep each character is embedded, and the order in which runs are seen (Unicode bidi algorithm).

python-bidi resolves explicit, weak, neutral and implicit types; isolates and pairs of brackets, which it does not
know, are done here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from pipeline.patterns import Pattern

RIGHT_TO_LEFT = Pattern("[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff]")
OLD_SCRIPTS_FROM = "\U00010800"  # above it, letters are looked at one by one: a pattern for them takes 5 ms to compile
LEFT_ISOLATE, RIGHT_ISOLATE, FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2066\u2067\u2068\u2069"
ISOLATES = frozenset((LEFT_ISOLATE, RIGHT_ISOLATE, FIRST_STRONG_ISOLATE))
NEUTRAL = "\ufffc"  # stands in for what is isolated
DEEPEST = 60  # beyond it python-bidi embeds no more
MOST_OPEN = 63  # brackets open at once, beyond which the rest have no partners: BD16
STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}  # numbers count as R: N0


def is_right_to_left(text: str, around: str = "") -> bool:
    """Whether a text reads right to left: its first letter with a direction tells (P2 and P3).

    Where the texts `around` it run "rtl" or "ltr", it does so too, if only a letter of it does.
    """
    if not _may_turn(text):
        return False
    found = _strong(text)
    if around:
        letters = set(found)
        return "rtl" in letters and (around == "rtl" or "ltr" not in letters)
    return next(found, "") == "rtl"


def has_direction(text: str) -> bool:
    """Whether some letter of a text has a direction."""
    return any(_strong(text))


def _strong(text: str) -> Iterator[str]:
    """The directions of its letters, but of those that are isolated."""
    depth = 0
    for character in text:
        depth = max(depth + (character in ISOLATES) - (character == POP_ISOLATE), 0)
        kind = unicodedata.bidirectional(character)
        if depth == 0 and kind in ("L", "R", "AL"):
            yield "ltr" if kind == "L" else "rtl"


def levels(text: str, direction: str) -> list[int] | None:
    """The embedding level of each character, or None where all read left to right.

    `direction` is "ltr", "rtl" or "auto": then the first letter with a direction decides.
    """
    if direction != "rtl" and not _may_turn(text):
        return None
    return _levels(text, int(direction == "rtl" or (direction == "auto" and is_right_to_left(text))))


def visual_order(run_levels: Sequence[int]) -> Iterator[int]:
    """The indices of a line's runs from left to right (L2)."""
    order = list(range(len(run_levels)))
    if not any(run_levels):  # as in nearly every line
        return iter(order)
    for level in range(max(run_levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            stop = start
            while stop < len(order) and run_levels[order[stop]] >= level:
                stop += 1
            order[start:stop] = reversed(order[start:stop])
            start = stop + 1
    return iter(order)


def _may_turn(text: str) -> bool:
    """Whether something in the text may read right to left."""
    return not text.isascii() and (bool(RIGHT_TO_LEFT.search(text)) or max(text) >= OLD_SCRIPTS_FROM)


def _levels(text: str, base: int) -> list[int]:
    """The levels of a text whose own level is `base`; what is isolated counts as neutral for what surrounds it."""
    isolated = list(_isolated(text)) if base < DEEPEST else []
    around = list(text.translate(dict.fromkeys(map(ord, ISOLATES | {POP_ISOLATE}), NEUTRAL)))
    for start, stop in isolated:
        around[start:stop] = NEUTRAL * (stop - start)
    found = _resolved("".join(around), base)
    for start, stop in isolated:
        inner, opened = text[start:stop], text[start - 1]
        is_rtl = is_right_to_left(inner) if opened == FIRST_STRONG_ISOLATE else opened == RIGHT_ISOLATE
        found[start:stop] = _levels(inner, base + 1 if base % 2 != is_rtl else base + 2)
    return found


def _isolated(text: str) -> Iterator[tuple[int, int]]:
    """Where the outermost isolates begin and end, without the characters that open and close them."""
    depth = start = 0
    for index, character in enumerate(text):
        if character in ISOLATES:
            start = index + 1 if depth == 0 else start
            depth += 1
        elif depth and character in (POP_ISOLATE, "\n"):
            depth = depth - 1 if character == POP_ISOLATE else 0
            if depth == 0:
                yield start, index
    if depth:
        yield start, len(text)


def _resolved(text: str, base: int) -> list[int]:
    """The levels of a text without isolates."""
    from bidi import algorithm

    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage.update(base_level=base, base_dir="LR"[base % 2])
    algorithm.get_embedding_levels(_known(text), storage)
    for index, character in enumerate(storage["chars"]):
        character["index"] = index
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage, False)
    for run in storage["runs"]:
        _resolve_brackets(storage["chars"][run["start"] : run["start"] + run["length"]], run["sor"])
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    level_of = {character["index"]: character["level"] for character in storage["chars"]}
    found, level = [], base
    for index in range(len(text)):  # invisible characters have no level of their own: 5.2, retaining BNs
        level = level_of.get(index, level)
        found.append(level)
    return found


def _known(text: str) -> str:
    """The text with characters that are newer than Python's Unicode tables as neutral ones."""
    return "".join(character if unicodedata.bidirectional(character) else NEUTRAL for character in text)


def _resolve_brackets(characters: list[dict[str, Any]], before: str) -> None:
    """Give both brackets of a pair one direction (N0); `before` is that of what stands before the run."""
    embedding = "LR"[characters[0]["level"] % 2]
    for opening, closing in sorted(_pairs(characters)):
        inside = {STRONG.get(character["type"]) for character in characters[opening + 1 : closing]}
        if embedding in inside:
            direction = embedding
        elif inside - {None}:
            context = (STRONG.get(characters[at]["type"]) for at in range(opening - 1, -1, -1))
            direction = next(filter(None, context), before)
        else:
            continue
        characters[opening]["type"] = characters[closing]["type"] = direction


def _pairs(characters: list[dict[str, Any]]) -> Iterator[tuple[int, int]]:
    """The places of brackets that belong together (BD16)."""
    from bidi.mirror import MIRRORED

    opened: list[tuple[str, int]] = []
    for index, character in enumerate(characters):
        if len(opened) > MOST_OPEN:
            return
        written = character["ch"]
        kind = unicodedata.category(written) if character["type"] == "ON" else ""
        if kind == "Ps" and written in MIRRORED:
            opened.append((MIRRORED[written], index))
        elif kind == "Pe" and any(partner == written for partner, _ in opened):
            while opened[-1][0] != written:
                opened.pop()
            yield opened.pop()[1], index
