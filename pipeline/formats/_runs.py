"""Runs of glyphs as the words that they show: which of a face's glyphs stand for a character each, and which do not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice, pairwise
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from pipeline import typography
from pipeline.curves import bounds
from pipeline.geometry import Rect
from pipeline.scene import Box, FaceRef, Glyph, Item, Outline, Path, TextRun, words_last
from pipeline.typography import drawing, shaping

FINE = 4  # device px for each layout px of glyphs that can only be painted: emoji
SMALLEST = 1e-6  # px: places in font units would be no numbers below it
Unit: TypeAlias = tuple[str, tuple[Glyph, ...]]
_FIRST = ("eyebrow", "title")  # whatever else there is
_BLANK = "\u00a0 "


class Piece(NamedTuple):
    """Part of a run: characters, their glyphs, and whether each character shows the glyph it has in the face."""

    text: str
    glyphs: tuple[Glyph, ...]
    is_plain: bool


def pieces(run: TextRun) -> list[Piece] | None:
    """The run in words, or in one piece, by whether its face alone shows them; None where they cannot be told."""
    if _is_plain(run.face, run.text, run.glyphs):
        return [Piece(run.text, run.glyphs, True)]
    blank = drawing.nominal(run.face, " ")
    words = [list(part) for _, part in groupby(run.text, lambda character: character in _BLANK)]
    shown = [tuple(part) for _, part in groupby(run.glyphs, lambda glyph: glyph.id == blank)]
    if len(words) != len(shown) or typography.is_right_to_left(run.text):
        return None
    return _joined(
        Piece("".join(word), glyphs, _is_plain(run.face, word, glyphs))
        for word, glyphs in zip(words, shown, strict=True)
    )


def units(run: TextRun) -> list[Unit]:
    """The run in the smallest parts of which it is known which characters their glyphs stand for, left to right."""
    if _is_plain(run.face, run.text, run.glyphs):
        return [(character, (glyph,)) for character, glyph in zip(run.text, run.glyphs, strict=True)]
    found = shaping.clustered(run.text, run.face, tuple(glyph.id for glyph in run.glyphs))
    if not found:
        return [(piece.text, piece.glyphs) for piece in pieces(run) or [Piece(run.text, run.glyphs, False)]]
    left = iter(run.glyphs)
    return [(text, tuple(islice(left, count))) for text, count in found]


def reading_order(fields: Iterable[str]) -> dict[str, int]:
    """The places of fields, and of the parts that they belong to: `steps[0]` of `steps[0].title`; titles come first."""
    order: dict[str, int] = {name: place for place, name in enumerate(_FIRST)}
    for field in fields:
        order.setdefault(_part(field), len(order))
        order.setdefault(field, len(order))
    return order


def _part(field: str) -> str:
    return field.rpartition(".")[0] or field


def in_order(items: Sequence[Item], order: Mapping[str, int]) -> list[Item]:
    """The items, runs in the order of the fields that they show, as far as that changes nothing that is seen.

    One of no field, such as a label, is read before the rest of its part, or else with the next.
    """
    if not order:
        return list(items)
    found: list[Item] = []
    for is_text, group in groupby(_texts_last(items), lambda item: isinstance(item, TextRun)):
        same = list(group)
        found += _sorted(same, order) if is_text else same
    return found


def _sorted(texts: list[Item], order: Mapping[str, int]) -> list[Item]:
    place, places = len(order), list[int]()
    for item in reversed(texts):
        if isinstance(item, TextRun):
            place = order.get(item.role, order.get(_part(item.role), place))
        places.append(place)
    return [item for _, item in sorted(zip(reversed(places), texts, strict=True), key=itemgetter(0))]


def _texts_last(items: Sequence[Item]) -> Sequence[Item]:
    """The items, those that are no text first, where none of these covers a text that was drawn before it."""
    texts: list[Rect] = []
    for item in items:
        if isinstance(item, TextRun):
            texts.append(Rect(item.origin.x, item.origin.y - item.size, item.advance, 1.5 * item.size))
        elif texts and _may_cover(item, texts):
            return items
    return words_last(items)


def _may_cover(item: Item, texts: Iterable[Rect]) -> bool:
    """Whether an item touches one of the boxes, or nobody knows."""
    if not isinstance(item, Box | Path):
        return True
    if isinstance(item, Box):
        reach = max((3 * shadow.sigma + abs(shadow.dy) for shadow in item.shadows), default=0.0)
        boxes = [item.rect.inset(-reach)]
    else:
        boxes = [bounds(item.outline)] if item.fill is not None else list(_segments(item.outline))
    wide = -2 * item.stroke.width if item.stroke else 0  # a mitred corner reaches twice as far as the line
    return any(box.inset(wide).intersection(text) for box in boxes for text in texts)


def _segments(outline: Outline) -> Iterator[Rect]:
    """The boxes of the pieces of a line."""
    for (_, *before), segment in pairwise(outline):
        if len(before) >= 2 and len(segment) > 1:
            yield bounds((("M", *before[-2:]), segment))
        else:
            yield bounds(outline)


def as_read(items: Iterable[Item], is_mirrored: bool) -> Iterator[Item]:
    """The items, runs that stand beside each other on one line in the order in which they are read.

    They come from left to right. Where lines run from right to left (`is_mirrored`, or all of their letters do), the
    rightmost is the first, but runs that read left to right keep the order that they have among themselves.
    """
    for line, group in groupby(items, _line):
        found = list(group)
        is_turned = line is not None and len(found) > 1 and _turns(found, is_mirrored)
        yield from _turned(found) if is_turned else found


def _turned(line: list[Item]) -> Iterator[Item]:
    for is_turned, group in groupby(reversed(line), _is_turned):
        same = list(group)
        yield from same if is_turned else reversed(same)


def _line(item: Item) -> tuple[float, str] | None:
    return (item.origin.y, item.role) if isinstance(item, TextRun) else None


def _turns(line: Iterable[Item], is_mirrored: bool) -> bool:
    lettered = [run for run in line if isinstance(run, TextRun) and typography.has_direction(run.text)]
    return is_mirrored or (len(lettered) > 0 and all(map(_is_turned, lettered)))


def _is_turned(item: Item) -> bool:
    return isinstance(item, TextRun) and typography.is_right_to_left(item.text)


def _joined(words: Iterator[Piece]) -> list[Piece]:
    """Neighbours of one sort as one piece."""
    found = []
    for is_plain, part in groupby(words, lambda piece: piece.is_plain):
        same = list(part)
        glyphs = tuple(glyph for piece in same for glyph in piece.glyphs)
        found.append(Piece("".join(piece.text for piece in same), glyphs, is_plain))
    return found


def _is_plain(face: FaceRef, characters: Sequence[str], glyphs: Sequence[Glyph]) -> bool:
    return len(characters) == len(glyphs) and all(
        character <= "\uffff" and not glyph.y and drawing.nominal(face, character) == glyph.id
        for character, glyph in zip(characters, glyphs, strict=True)
    )


def moved(shape: Outline, run: TextRun, glyph: Glyph, em: float) -> Outline:
    """A glyph's outline on the page."""
    x, y = run.origin.x + glyph.x, run.origin.y + glyph.y
    return tuple(
        (command, *(x + value * em if at % 2 == 0 else y - value * em for at, value in enumerate(values)))
        for command, *values in shape
    )
