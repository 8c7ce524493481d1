"""Shaping: characters become glyphs, one run for each stretch of the same style, face, script and direction.

All measures are in em of the run's own face, so that a text is shaped once and set at any size.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial
from itertools import groupby, pairwise
from typing import NamedTuple

import uharfbuzz as hb

from pipeline.patterns import Pattern
from pipeline.scene import FaceRef
from pipeline.typography.directions import is_right_to_left
from pipeline.typography.faces import font, reach

ONE_SCRIPT = Pattern("[\u0000-\u024f\u2000-\u206f\u20a0-\u20bf]*")  # Latin, punctuation and currency signs
# Full-width marks whose ink is in one half of an em: of two beside each other one half is too much: JLREQ, 3.1.2.
_OPENING, _CLOSING = "「『【〔（［｛〈《〘〖", "、。，．」』】〕）］｝〉》〙〗"
_WIDE = "\u3001"  # the first of them: other texts do not wait for the pattern
_ADJACENT = Pattern(f"[{_CLOSING}](?=[{_CLOSING}{_OPENING}])|[{_OPENING}](?=[{_OPENING}])")
HALF, FULL = 0.5, 0.9  # em
JOINED = frozenset(("Arab", "Syrc", "Mong", "Nkoo", "Deva", "Beng", "Guru", "Gujr"))  # tracking would tear these


class ShapedGlyph(NamedTuple):
    """A glyph, the index of the character it comes from, its advance and its offset, in em, y downwards."""

    id: int
    cluster: int
    advance: float
    dx: float
    dy: float


_GLYPH = partial(tuple.__new__, ShapedGlyph)  # a third of the time of its own call, which is made for each glyph


def shape(
    text: str, face: FaceRef, script: str, rtl: bool, lang: str, tracking_em: float, features: tuple[str, ...]
) -> tuple[ShapedGlyph, ...]:
    """The glyphs of a text in one face, script and direction, from left to right as they are seen.

    Tracking follows every cluster; where it is not zero, optional ligatures are off, as their letters would not
    spread. Scripts whose letters join keep their own spacing.
    """
    is_tracked = _is_tracked(script, tracking_em)
    glyphs = _shape(text, face, script, rtl, lang, is_tracked, features)
    if not is_tracked:
        return glyphs
    tracked = zip(glyphs, _tracked(glyphs, tracking_em), strict=True)
    return tuple(
        map(_GLYPH, ((number, cluster, advance, dx, dy) for (number, _, _, dx, dy), (cluster, advance) in tracked))
    )


def advances_of(
    size: float,
    text: str,
    face: FaceRef,
    script: str,
    rtl: bool,
    lang: str,
    tracking_em: float,
    features: tuple[str, ...],
) -> list[float]:
    """How far each character of the text moves the pen at a size, in px: the advances of its glyphs, as `shape` has it.

    A text that is fitted asks for them at every size that is tried, and for nothing else of its glyphs.
    """
    is_tracked = _is_tracked(script, tracking_em)
    tracking = tracking_em if is_tracked else 0.0
    if (single := _single(text, face, script, rtl, lang, is_tracked, features)) is not None:
        return [(advance + tracking) * size for advance in single]
    found = [0.0] * len(text)
    for cluster, advance in _tracked(_shape(text, face, script, rtl, lang, is_tracked, features), tracking):
        found[cluster] += advance * size
    return found


@lru_cache(maxsize=256)
def _single(
    text: str, face: FaceRef, script: str, rtl: bool, lang: str, is_tracked: bool, features: tuple[str, ...]
) -> tuple[float, ...] | None:
    """The advances of glyphs of which each character has its own, as most texts have; None for any other."""
    glyphs = _shape(text, face, script, rtl, lang, is_tracked, features)
    is_single = len(glyphs) == len(text) and all(glyph.cluster == index for index, glyph in enumerate(glyphs))
    return tuple(glyph.advance for glyph in glyphs) if is_single else None


def reach_of(
    text: str, face: FaceRef, script: str, rtl: bool, lang: str, tracking_em: float, features: tuple[str, ...]
) -> tuple[float, float]:
    """How far the ink of these glyphs reaches above and below the baseline, in em."""
    return _reach(text, face, script, rtl, lang, _is_tracked(script, tracking_em), features)


@lru_cache(maxsize=4096)
def _reach(
    text: str, face: FaceRef, script: str, rtl: bool, lang: str, is_tracked: bool, features: tuple[str, ...]
) -> tuple[float, float]:
    """The same for every amount of tracking and every size, so that a line is looked at once."""
    glyphs = _shape(text, face, script, rtl, lang, is_tracked, features)
    reached = [(dy, *reach(face, number)) for number, dy in {(glyph.id, glyph.dy) for glyph in glyphs}]
    above = max((above - dy for dy, above, _ in reached), default=0.0)
    below = max((below + dy for dy, _, below in reached), default=0.0)
    return above, below


def _is_tracked(script: str, tracking_em: float) -> bool:
    return tracking_em != 0 and script not in JOINED


@lru_cache(maxsize=4096)
def _shape(
    text: str, face: FaceRef, script: str, rtl: bool, lang: str, is_tracked: bool, features: tuple[str, ...]
) -> tuple[ShapedGlyph, ...]:
    """The same for every amount of tracking, so that a text is shaped once for all sizes that are tried."""
    if not text:
        return ()
    made = font(face)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction = "rtl" if rtl else "ltr"
    buffer.script = script
    buffer.language = lang
    switches: dict[str, bool | int] = {"chws": True}
    switches |= {"liga": False, "clig": False} if is_tracked else {}
    switches.update({name.removeprefix("-"): not name.startswith("-") for name in features})
    hb.shape(made, buffer, switches)
    em = made.face.upem
    numbers = (
        (info.codepoint, info.cluster, place.x_advance / em, place.x_offset / em, -place.y_offset / em)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    )
    found = tuple(map(_GLYPH, numbers))
    return _closed_up(text, found) if max(text) >= _WIDE and _ADJACENT.search(text) else found


def clustered(text: str, face: FaceRef, glyphs: tuple[int, ...]) -> list[tuple[str, int]]:
    """The characters of each cluster and how many glyphs it has, left to right as they are seen.

    Nothing where the text by itself is not shaped into these glyphs: features or letters around it had a part in them.
    """
    script = scripts(text)[0][1]
    for is_tracked in (False, True):
        found = _shape(text, face, script, is_right_to_left(text), "", is_tracked, ())
        if tuple(glyph.id for glyph in found) == glyphs:
            return list(_parted(text, [glyph.cluster for glyph in found]))
    return []


def _parted(text: str, clusters: list[int]) -> Iterator[tuple[str, int]]:
    starts = sorted({*clusters, len(text)})
    ends = dict(pairwise(starts))
    for start, group in groupby(clusters):
        yield text[start : ends[start]], len(list(group))


def _closed_up(text: str, glyphs: tuple[ShapedGlyph, ...]) -> tuple[ShapedGlyph, ...]:
    """The glyphs, the blank half of a full-width mark before another one left out, unless the face has done so."""
    halved = {found.start() for found in _ADJACENT.finditer(text)}
    return tuple(
        glyph._replace(advance=glyph.advance - HALF) if glyph.cluster in halved and glyph.advance > FULL else glyph
        for glyph in glyphs
    )


def _tracked(glyphs: tuple[ShapedGlyph, ...], tracking_em: float) -> list[tuple[int, float]]:
    """The cluster of each glyph and its advance, tracking put behind each cluster."""
    found: list[tuple[int, float]] = []
    after = -1
    for _, cluster, advance, _, _ in reversed(glyphs):
        found.append((cluster, advance if cluster == after else advance + tracking_em))
        after = cluster
    found.reverse()
    return found


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
