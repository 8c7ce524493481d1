"""Shaping: characters become glyphs, one run for each stretch of the same style, face, script and direction.

All measures are in em of the run's own face, so that a text is shaped once and set at any size.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import uharfbuzz as hb

from pipeline.scene import FaceRef
from pipeline.typography.faces import font

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff]")
OLD_SCRIPTS_FROM = "\U00010800"  # above it, letters are looked at one by one: a pattern for them takes 5 ms to compile
ONE_SCRIPT = re.compile("[\u0000-\u024f\u2000-\u206f\u20a0-\u20bf]*")  # Latin, punctuation and currency signs
JOINED = frozenset(("Arab", "Syrc", "Mong", "Nkoo", "Deva", "Beng", "Guru", "Gujr"))  # tracking would tear these


class ShapedGlyph(NamedTuple):
    """A glyph, the index of the character it comes from, its advance and its offset, in em, y downwards."""

    id: int
    cluster: int
    advance: float
    dx: float
    dy: float


@lru_cache(maxsize=4096)
def shape(
    text: str, face: FaceRef, script: str, rtl: bool, lang: str, tracking_em: float, features: tuple[str, ...]
) -> tuple[ShapedGlyph, ...]:
    """The glyphs of a text in one face, script and direction, from left to right as they are seen.

    Tracking follows every cluster; where it is not zero, optional ligatures are off, as their letters would not
    spread. Scripts whose letters join keep their own spacing.
    """
    if not text:
        return ()
    made = font(face)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction = "rtl" if rtl else "ltr"
    buffer.script = script
    buffer.language = lang
    spread = 0.0 if script in JOINED else tracking_em
    switches: dict[str, bool | int] = {"liga": False, "clig": False} if spread else {}
    switches.update({name.removeprefix("-"): not name.startswith("-") for name in features})
    hb.shape(made, buffer, switches)
    em = made.face.upem
    glyphs = []
    infos = buffer.glyph_infos
    last = len(infos) - 1
    for index, (info, position) in enumerate(zip(infos, buffer.glyph_positions, strict=True)):
        ends_cluster = index == last or infos[index + 1].cluster != info.cluster
        advance = position.x_advance / em + (spread if ends_cluster else 0)
        glyphs.append(
            ShapedGlyph(info.codepoint, info.cluster, advance, position.x_offset / em, -position.y_offset / em)
        )
    return tuple(glyphs)


def levels(text: str, direction: str) -> list[int] | None:
    """The embedding level of each character (Unicode bidi algorithm), or None where all read left to right.

    `direction` is "ltr", "rtl" or "auto": then the first letter with a direction decides.
    """
    if direction != "rtl" and not _may_turn(text):
        return None
    from bidi import algorithm

    base = int(direction == "rtl") if direction != "auto" else algorithm.get_base_level(text)
    storage = algorithm.get_empty_storage()
    storage.update(base_level=base, base_dir="LR"[base])
    algorithm.get_embedding_levels(text, storage)
    for index, character in enumerate(storage["chars"]):
        character["index"] = index
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage, False)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    found = [base] * len(text)
    for character in storage["chars"]:
        found[character["index"]] = character["level"]
    return found


def _may_turn(text: str) -> bool:
    """Whether something in the text may read right to left."""
    return bool(RIGHT_TO_LEFT.search(text)) or max(text, default="") >= OLD_SCRIPTS_FROM


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction reads right to left (Unicode bidi algorithm, P2 and P3)."""
    for character in text if _may_turn(text) else "":
        kind = unicodedata.bidirectional(character)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False


def scripts(text: str) -> list[tuple[int, str]]:
    """Where each stretch of one script begins, and the script's ISO 15924 code.

    Spaces, digits and punctuation go with the letters before them.
    """
    if ONE_SCRIPT.fullmatch(text):
        return [(0, "Latn")]
    found: list[tuple[int, str]] = []
    for index, character in enumerate(text):
        script = _script(character)
        if script and (not found or found[-1][1] != script):
            found.append((index if found else 0, script))
    return found or [(0, "Latn")]


@lru_cache(maxsize=4096)
def _script(character: str) -> str | None:
    buffer = hb.Buffer()
    buffer.add_str(character)
    buffer.guess_segment_properties()
    script: str | None = buffer.script
    return script


def visual_order(run_levels: list[int]) -> Iterator[int]:
    """The indices of a line's runs from left to right (Unicode bidi algorithm, L2)."""
    order = list(range(len(run_levels)))
    for level in range(max(run_levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            stop = start
            while stop < len(order) and run_levels[order[stop]] >= level:
                stop += 1
            order[start:stop] = reversed(order[start:stop])
            start = stop + 1
    return iter(order)
