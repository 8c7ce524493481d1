"""Itemising: a styled text cut into stretches that are shaped together, each in a face that has its characters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, groupby, pairwise
from typing import NamedTuple
from unicodedata import category

from pipeline.errors import AssetError, FitError, Problem
from pipeline.patterns import Pattern
from pipeline.scene import FaceRef
from pipeline.typography.breaking import SOFT_HYPHEN
from pipeline.typography.directions import levels
from pipeline.typography.faces import FaceLibrary, covers, has_color, is_tall, one_line_scale
from pipeline.typography.presentation import wants_color
from pipeline.typography.shaping import ShapedGlyph, advances_of, reach_of, scripts, shape
from pipeline.typography.styles import Span, TextStyle

MOST_MARKS = 30  # on one letter: the Stream-Safe Text Format of UAX 15, 13
INVISIBLE = frozenset(
    "\n\t\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
MADE_OF_SPACE = frozenset("\u00a0\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))))  # by HarfBuzz
VARIATION_SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))
NEEDS_NO_GLYPH = INVISIBLE | MADE_OF_SPACE | VARIATION_SELECTORS
CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e" + "".join(map(chr, range(0x2066, 0x2070))))
STANDS_ALONE = Pattern(
    "[\u0000-\u02ff\u2000-\u200a\u2010-\u2027\u202f-\u205f\u20a0-\u20bf]*"
)  # nothing in it joins a neighbour

_UNSEEN = "\u061c\u200e\u200f\u2060\u2066-\u2069"
_UNIT = "%°\u00a2-\u00a5\u066a\u2030\u20a0-\u20cf"  # per cent, per mille, degrees, currencies
_SIGN = rf"{_UNSEEN}{_UNIT}+.,:/#'\-\u00b1\u00d7\u060c\u066b\u066c\u2010-\u2015\u2019\u2116\u2212"
_DIGIT = r"\d(?![\ufe0e\ufe0f\u20e3])"  # a digit in a box is an emoji
_BLANK = rf"[ \u00a0\u2009\u202f](?=[{_SIGN}]*+(?:{_DIGIT}|(?<=[{_UNIT}])))"  # within a number, or before its unit
NUMBER = Pattern(rf"(?<![{_SIGN}])[{_SIGN}]*+{_DIGIT}(?:{_DIGIT}|[{_SIGN}]|{_BLANK})*")


class Stretch(NamedTuple):
    """Characters [start, stop) that are shaped together: one style but for the fill, face, script and direction."""

    start: int
    stop: int
    style: TextStyle
    face: FaceRef
    script: str
    level: int

    def within(self, start: int, stop: int) -> Stretch:
        """What of the stretch lies in [start, stop)."""
        first, last, style, face, script, level = self
        return Stretch(max(first, start), min(last, stop), style, face, script, level)

    def shaped(self, text: str, lang: str) -> tuple[ShapedGlyph, ...]:
        """The glyphs of a text in this stretch's style; soft hyphens leave no trace."""
        return shape(*self._asked(text, lang))

    def advances(self, text: str, lang: str) -> list[float]:
        """How far each character of a text in this stretch's style moves the pen, in px, soft hyphens left out."""
        return advances_of(self.style.size, *self._asked(text, lang))

    def reach(self, text: str, lang: str) -> tuple[float, float]:
        """How far the ink of a text in this stretch's style reaches above and below the baseline, in px."""
        above, below = reach_of(*self._asked(text, lang))
        return above * self.style.size, below * self.style.size

    def _asked(self, text: str, lang: str) -> tuple[str, FaceRef, str, bool, str, float, tuple[str, ...]]:
        visible = text.replace(SOFT_HYPHEN, "").replace("\t", " ")
        style = self.style
        return visible, self.face, self.script, self.level % 2 == 1, lang, style.tracking_em, style.features

    def snug(self) -> Stretch:
        """It, the letters of a tall face as small as they must be in lines made for other faces."""
        if not is_tall(self.face):
            return self
        return self._replace(style=self.style._replace(size=self.style.size * one_line_scale(self.face)))


def stretches(
    faces: FaceLibrary, spans: tuple[Span, ...], text: str, lang: str, direction: str, role: str
) -> tuple[Stretch, ...]:
    """The text cut wherever style, face, script or direction changes.

    Raises AssetError naming every character that no face has, and the files among which it might have been; `role` is
    the field the text comes from.
    """
    stops = tuple(accumulate(len(span.text) for span in spans))
    joints = tuple(
        stop
        for stop, (before, after) in zip(stops, pairwise(spans), strict=False)
        if not before.style.shapes_with(after.style)
    )
    looks = tuple(_Look(span.style.families, span.style.weight, span.style.italic) for span in spans)
    pieces = _pieces(faces, looks, stops, joints, text, lang, direction, role)
    return tuple(
        Stretch(first, last, spans[index].style, face, script, level)
        for first, last, index, face, script, level in pieces
    )


class _Look(NamedTuple):
    """What of a style decides on the face of a character."""

    families: tuple[str, ...]
    weight: int
    italic: bool


@lru_cache(maxsize=64)  # a text that is fitted is cut the same at every size
def _pieces(
    faces: FaceLibrary,
    looks: tuple[_Look, ...],
    stops: tuple[int, ...],
    joints: tuple[int, ...],
    text: str,
    lang: str,
    direction: str,
    role: str,
) -> tuple[tuple[int, int, int, FaceRef, str, int], ...]:
    """Where each stretch begins and ends, the number of its span, its face, script and level."""
    numbers = _Numbers(faces, text)
    level_of = levels(text, direction)
    script_starts = scripts(text)
    found, missing = [], list[str]()
    for start, stop in pairwise(_cuts(text, joints, level_of, script_starts)):
        index = bisect_right(stops, start)
        script = script_starts[bisect_right(script_starts, start, key=lambda entry: entry[0]) - 1][1]
        for first, last, face in _by_face(faces, looks[index], text, start, stop, numbers):
            if face is None:
                missing += _lacking(faces, looks[index], text[first:last])
            else:
                found.append((first, last, index, face, script, level_of[first] if level_of else 0))
    if missing:
        from pipeline.typography.missing import missing_glyphs

        raise AssetError(missing_glyphs("".join(missing), role, lang), *faces.refused)
    return tuple(found)


def _lacking(faces: FaceLibrary, style: _Look, text: str) -> Iterator[str]:
    """The characters of a text that no face has; of a cluster whose characters no face has together, all of them."""
    chain = _chain(faces, style.families, style.weight, style.italic)
    for start, stop in _clusters(text, 0, len(text)):
        needed = [character for character in text[start:stop] if character not in NEEDS_NO_GLYPH]
        nowhere = [character for character in needed if not any(covers(face, character) for face in chain)]
        yield from nowhere or needed


def origins(text: str) -> Sequence[int]:
    """For each character that is shaped, where it stands in the text."""
    if SOFT_HYPHEN not in text:
        return range(len(text))
    return [index for index, character in enumerate(text) if character != SOFT_HYPHEN]


def advances(text: str, found: tuple[Stretch, ...], lang: str) -> list[float]:
    """How far each character moves the pen, in px, were the text set on one endless line."""
    widths = [0.0] * len(text)
    for stretch in found:
        written = text[stretch.start : stretch.stop]
        for place, advance in zip(origins(written), stretch.advances(written, lang), strict=True):
            widths[stretch.start + place] = advance
    return widths


def _cuts(
    text: str, joints: tuple[int, ...], level_of: list[int] | None, script_starts: list[tuple[int, str]]
) -> list[int]:
    cuts = {0, len(text), *joints, *(start for start, _ in script_starts)}
    if level_of:
        cuts.update(index for index in range(1, len(text)) if level_of[index] != level_of[index - 1])
    return sorted(cuts)


def _by_face(
    faces: FaceLibrary, style: _Look, text: str, start: int, stop: int, numbers: _Numbers
) -> Iterator[tuple[int, int, FaceRef | None]]:
    """[start, stop) cut by the face of each cluster; None where there is no face.

    What stands before the first letter goes with it, as an opening mark must match its closing one; where there is no
    letter, it goes with the last one before. A number is in one face with its signs.
    """
    style = _upright_if_needed(faces, style, text[start:stop])
    plain = _chain(faces, style.families, style.weight, style.italic)[0]
    if STANDS_ALONE.fullmatch(text, start, stop) and _covers_all(plain, text[start:stop]):
        yield start, stop, plain
        return
    letter = next(filter(str.isalpha, text[start:stop]), None) or _letter_before(text, start)
    first, current = start, _face_for(faces, style, letter, None) if letter else None
    for begin, end in _clusters(text, start, stop):
        face = numbers.face_at(begin, end, style) or _face_for(faces, style, text[begin:end], current)
        if begin > start and face != current:
            yield first, begin, current
            first = begin
        current = face
    yield first, stop, current


class _Numbers:
    """The numbers of a text, each with its sign, separators and unit, and the face that has all of one.

    It is that of the letters before it, or of those behind a number that has none before it.
    """

    def __init__(self, faces: FaceLibrary, text: str) -> None:
        self.faces, self.text = faces, text
        self._found: list[tuple[int, int]] | None = None  # looked for once somebody asks
        self._faces: dict[tuple[int, _Look], FaceRef | None] = {}

    def face_at(self, start: int, stop: int, style: _Look) -> FaceRef | None:
        """The face of the number in which a cluster lies; None where it lies in none, or no face has the whole."""
        if self._found is None:
            self._found = [found.span() for found in NUMBER.finditer(self.text)]
        at = bisect_right(self._found, start, key=lambda span: span[0]) - 1
        if at < 0 or stop > self._found[at][1]:
            return None
        if (at, style) not in self._faces:
            self._faces[at, style] = self._face(*self._found[at], style)
        return self._faces[at, style]

    def _face(self, start: int, stop: int, style: _Look) -> FaceRef | None:
        letter = _letter_before(self.text, start - 1) or next(filter(str.isalpha, self.text[stop:]), None)
        beside = _face_for(self.faces, style, letter, None) if letter else None
        return _face_for(self.faces, style, self.text[start:stop], beside)


def _letter_before(text: str, index: int) -> str | None:
    return next((text[at] for at in range(index, -1, -1) if text[at].isalpha()), None)


def check_clusters(text: str, role: str) -> None:
    """Raise FitError for a letter with more marks than any writing puts on one: the time for it grows as their square.

    Controls of direction count as marks, since lines break as if they were. `role` is the field the text comes from.
    """
    if len(text) <= MOST_MARKS or STANDS_ALONE.fullmatch(text):
        return
    most = max((sum(1 for _ in run) for are_marks, run in groupby(text, _is_mark) if are_marks), default=0)
    if most > MOST_MARKS:
        fact = f"expected at most {MOST_MARKS} marks on one letter, found {most:,}"
        raise FitError(Problem(fact, hint="remove those that nobody can read", field=role))


def _is_mark(character: str) -> bool:
    """Whether a character goes on the one before it.

    UAX 29, the classes Extend, ZWJ and SpacingMark; UAX 14, what is CM beside these.
    """
    return (
        category(character)[0] == "M"
        or character in CONTROLS
        or character in "\u200c\u200d"
        or "\U0001f3fb" <= character <= "\U0001f3ff"
        or "\U000e0020" <= character <= "\U000e007f"
    )


def _upright_if_needed(faces: FaceLibrary, style: _Look, text: str) -> _Look:
    """The style, upright where only that face of the family has every letter: a word in two faces looks broken."""
    if not style.italic:
        return style
    upright = style._replace(italic=False)
    letters = set(filter(str.isalpha, text))
    italic_has, upright_has = (
        all(covers(_chain(faces, one.families, one.weight, one.italic)[0], letter) for letter in letters)
        for one in (style, upright)
    )
    return upright if upright_has and not italic_has else style


def grapheme_borders(text: str) -> list[int]:
    """Where the text may be parted so that every letter keeps its marks: 0, after each letter, the end."""
    return [0, *(end for _, end in _clusters(text, 0, len(text)))]


def _clusters(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Each user-perceived character of [start, stop)."""
    stretch = text[start:stop]
    if STANDS_ALONE.fullmatch(stretch):
        yield from ((index, index + 1) for index in range(start, stop))
        return
    from uniseg.graphemecluster import grapheme_cluster_boundaries

    bounds = grapheme_cluster_boundaries(stretch)
    yield from ((start + begin, start + end) for begin, end in pairwise(bounds))


def _face_for(faces: FaceLibrary, style: _Look, cluster: str, current: FaceRef | None) -> FaceRef | None:
    """The first face that covers the cluster; what needs no glyph stays with the face before it."""
    needed = [character for character in cluster if character not in NEEDS_NO_GLYPH]
    chain = _chain(faces, style.families, style.weight, style.italic)
    if not needed:
        return current or chain[0]
    if current and not has_color(current) and not any(map(str.isalpha, needed)):
        chain = (current, *chain)  # spaces, digits and points stay with the letters before them
    in_color = wants_color(cluster)
    if in_color is not None:
        chain = tuple(sorted(chain, key=lambda face: has_color(face) != in_color))
    return next((face for face in chain if all(covers(face, character) for character in needed)), None)


def _covers_all(face: FaceRef, text: str) -> bool:
    """Whether the face inks some of the text, and has a glyph for all that needs one."""
    inked = set(text) - NEEDS_NO_GLYPH
    return any(map(str.isalpha, inked)) and all(covers(face, character) for character in inked)


@lru_cache(maxsize=64)
def _chain(faces: FaceLibrary, families: tuple[str, ...], weight: int, italic: bool) -> tuple[FaceRef, ...]:
    """The faces to try, in order."""
    named = [faces.find(family, weight, italic) for family in families]
    return tuple(dict.fromkeys([*named, *faces.fallbacks(weight, italic)]))
