"""Runs of glyphs as the words that they show: which of a face's glyphs stand for a character each, and which do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from pipeline import typography
from pipeline.scene import FaceRef, Glyph, Outline, TextRun
from pipeline.typography import drawing

FINE = 4  # device px for each layout px of glyphs that can only be painted: emoji
SMALLEST = 1e-6  # px: places in font units would be no numbers below it
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
