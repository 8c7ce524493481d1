"""Runs of glyphs as the words that they show: which of a face's glyphs stand for a character each, and which do not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from typing import NamedTuple, TypeAlias

from pipeline import typography
from pipeline.scene import FaceRef, Glyph, Item, Outline, TextRun
from pipeline.typography import drawing, shaping

FINE = 4  # device px for each layout px of glyphs that can only be painted: emoji
SMALLEST = 1e-6  # px: places in font units would be no numbers below it
Unit: TypeAlias = tuple[str, tuple[Glyph, ...]]
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
