"""The typesetter: styled text and a measure become a paragraph, or a clear reason why not."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, groupby
from math import inf
from operator import itemgetter
from typing import Literal, NamedTuple, TypeAlias

from pipeline.errors import AssetError, FitError, Problem
from pipeline.geometry import Point
from pipeline.scene import FaceRef, Glyph, Paint, TextRun
from pipeline.typography.breaking import SOFT_HYPHEN, Segment, greedy, is_clean, segments, total_fit
from pipeline.typography.faces import FaceLibrary, FaceMetrics, covers, has_color, metrics
from pipeline.typography.missing import missing_glyphs
from pipeline.typography.shaping import ShapedGlyph, is_right_to_left, levels, scripts, shape, visual_order

Align: TypeAlias = Literal["start", "center", "end"]

HANGING_START = "“”‘’„‚«»‹›\"'「『"  # marks that stand outside the edge of a column
HANGING_END = "“”‘’‹›«»\"'」』.,;:-\u2010\u2013，。、．"
INVISIBLE = frozenset(
    "\n\t\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
MADE_OF_SPACE = frozenset("\u00a0\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))))  # by HarfBuzz
NEEDS_NO_GLYPH = INVISIBLE | MADE_OF_SPACE
VARIATION_SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))
NEEDED_LEADING = {  # by script; by eye, in the Noto faces
    **dict.fromkeys(("Hani", "Hira", "Kana", "Hang", "Hebr"), 1.25),
    **dict.fromkeys(("Deva", "Beng", "Guru", "Gujr", "Taml", "Telu", "Arab", "Syrc"), 1.42),
    **dict.fromkeys(("Thai", "Laoo", "Khmr", "Mymr", "Tibt"), 1.5),
}
BISECTIONS = 7  # finding how much of a text would fit: to a hundredth
SMALLER_FOR_CLEAN_BREAKS = 2  # settings
WHOLE_WORDS_FROM = 0.6  # of the size at which hyphenated words would fit: below, hyphens look better


class TextStyle(NamedTuple):
    """How text looks. `families` are tried in order; `leading` is a multiple of the size; features are OpenType tags."""

    families: tuple[str, ...]
    size: float
    fill: Paint
    weight: int = 400
    italic: bool = False
    leading: float = 1.33
    tracking_em: float = 0.0
    features: tuple[str, ...] = ()


class Span(NamedTuple):
    """Text in one style."""

    text: str
    style: TextStyle


StyledText: TypeAlias = Sequence[Span]


class Line(NamedTuple):
    """One line: its runs relative to the line's left edge and baseline, its width without what hangs outside."""

    runs: tuple[TextRun, ...]
    width: float
    text: str


class Paragraph(NamedTuple):
    """Set lines; baselines are `leading` px apart."""

    lines: tuple[Line, ...]
    size: float
    leading: float
    measure: float
    align: Align
    metrics: FaceMetrics

    @property
    def width(self) -> float:
        """The widest line."""
        return max((line.width for line in self.lines), default=0.0)

    @property
    def depth(self) -> float:
        """From the first baseline to the last."""
        return self.leading * (len(self.lines) - 1)

    @property
    def cap_height(self) -> float:
        return self.metrics.cap_height * self.size

    @property
    def height(self) -> float:
        """From the first line's cap height to the last baseline: what the eye takes for the block."""
        return self.cap_height + self.depth

    def placed(self, x: float, baseline: float) -> tuple[TextRun, ...]:
        """The runs with the column's left edge at x and the first baseline at `baseline`.

        Baselines stand on whole px, so that feet and stems of small text are crisp.
        """
        runs: list[TextRun] = []
        for index, line in enumerate(self.lines):
            left = x + self._slack(line) * {"start": 0.0, "center": 0.5, "end": 1.0}[self.align]
            runs += [moved(run, left, round(baseline + index * self.leading)) for run in line.runs]
        return tuple(runs)

    def _slack(self, line: Line) -> float:
        return (self.measure if self.measure < inf else self.width) - line.width


class Setting(NamedTuple):
    """One way to set a text: its size, leading and most lines; weight and tracking where it changes the style's."""

    size: float
    leading: float
    max_lines: int = 1000
    weight: int | None = None
    tracking_em: float | None = None


def moved(run: TextRun, dx: float, dy: float) -> TextRun:
    """The run shifted by dx and dy."""
    return run._replace(origin=Point(run.origin.x + dx, run.origin.y + dy))


class Typesetter:
    """Sets text in the faces of a library, in one language and base direction."""

    def __init__(self, faces: FaceLibrary, lang: str = "en", direction: Literal["auto", "ltr", "rtl"] = "auto") -> None:
        self.faces = faces
        self.lang = lang
        self.direction = direction

    def towards(self, direction: Literal["ltr", "rtl"]) -> Typesetter:
        """A typesetter like this one for a layout that runs in `direction`."""
        return Typesetter(self.faces, self.lang, direction)

    def set(
        self,
        text: StyledText,
        measure: float = inf,
        *,
        align: Align = "start",
        balanced: bool = False,
        hanging: bool = False,
        role: str = "",
    ) -> Paragraph:
        """The text in lines no wider than the measure.

        Words that are wider are hyphenated, at last broken between letters. `align` means the reading direction's
        start; `hanging` lets quotation marks and end punctuation stand outside the edges. Raises AssetError for a
        character that no face has.
        """
        prepared = self._prepare(text, hanging, role)
        return prepared.paragraph(prepared.broken(measure, balanced, self.lang), measure, align, hanging)

    def fit(
        self,
        text: StyledText,
        settings: Sequence[Setting],
        measure: float,
        height: float,
        *,
        align: Align = "start",
        balanced: bool = True,
        hanging: bool = True,
        role: str = "text",
    ) -> Paragraph:
        """The text in the first of the settings in which it keeps to measure, height and maximum of lines.

        Where the breaks would strand a short word, another line and up to two smaller settings are tried. `height`
        runs from the first cap height to the last baseline. A word too wide for the measure is hyphenated where keeping
        it whole would cost much of the size, and cut between letters only when nothing else holds it. Raises FitError with the number of characters that would fit, AssetError as `set` does.
        """
        whole = cut = None
        tried = 0
        for setting in settings:
            prepared = self._prepare(_in_setting(text, setting), hanging, role)
            fewest = prepared.fewest_lines(measure)
            if fewest is None:
                cut = cut or prepared.cut_to_fit(setting, measure, height, self.lang)
                continue
            for spare_lines in (0, 1):
                if not prepared.holds(fewest + spare_lines, setting, height):
                    break
                broken = prepared.broken(measure, balanced, self.lang, spare_lines)
                whole = whole or (prepared, broken)
                if broken.is_clean(prepared.x, measure):
                    whole, tried = (prepared, broken), SMALLER_FOR_CLEAN_BREAKS
                    break
            tried += whole is not None
            if tried > SMALLER_FOR_CLEAN_BREAKS:
                break
        if cut and (whole is None or whole[0].size < WHOLE_WORDS_FROM * cut[0].size):
            whole = cut
        if whole is None:
            broken = prepared.broken(measure, balanced, self.lang)
            if not prepared.holds(len(broken.ends), setting, height):
                raise FitError(self._too_long(prepared, setting, measure, height, role))
            whole = prepared, broken
        prepared, broken = whole
        return prepared.paragraph(broken, measure, align, hanging)

    def _too_long(self, prepared: _Prepared, setting: Setting, measure: float, height: float, role: str) -> Problem:
        fits, length = 0, len(prepared.text)
        low, high = 0, length
        for _ in range(BISECTIONS):
            middle = (low + high) // 2
            broken = prepared.until(middle).broken(measure, False, self.lang)
            if prepared.holds(len(broken.ends), setting, height):
                fits = low = middle
            else:
                high = middle
        return Problem(
            f"{length} characters do not fit {measure:.0f} x {height:.0f} px at {setting.size:g} px, the smallest size",
            hint=f"shorten it to about {fits} characters, or choose a larger picture",
            field=role,
        )

    def _prepare(self, text: StyledText, hanging: bool, role: str) -> _Prepared:
        return _prepare(self.faces, tuple(text), self.lang, self.direction, hanging, role)


def _in_setting(text: StyledText, setting: Setting) -> tuple[Span, ...]:
    """The text at a setting's size; spans keep their proportions to the first one."""
    factor = setting.size / text[0].style.size
    return tuple(Span(span.text, _style_in_setting(span.style, setting, factor)) for span in text)


def _style_in_setting(style: TextStyle, setting: Setting, factor: float) -> TextStyle:
    return style._replace(
        size=style.size * factor,
        leading=setting.leading,
        weight=setting.weight or style.weight,
        tracking_em=style.tracking_em if setting.tracking_em is None else setting.tracking_em,
    )


class _Stretch(NamedTuple):
    """Characters [start, stop) that are shaped together: one style, face, script and direction."""

    start: int
    stop: int
    style: TextStyle
    face: FaceRef
    script: str
    level: int


class _Broken(NamedTuple):
    """A text's pieces and which of them end a line."""

    pieces: Sequence[Segment]
    ends: list[int]

    def is_clean(self, x: Sequence[float], measure: float) -> bool:
        return is_clean(self.pieces, x, measure, self.ends)


class _Prepared(NamedTuple):
    """A text that is ready to be broken: its stretches and where each character begins on one endless line."""

    text: str
    stretches: tuple[_Stretch, ...]
    x: tuple[float, ...]
    pieces: tuple[Segment, ...]
    spans: tuple[Span, ...]
    span_stops: tuple[int, ...]
    lang: str
    rtl: bool
    role: str

    def fewest_lines(self, measure: float) -> int | None:
        ends = greedy(self.pieces, self.x, measure)
        return None if ends is None else len(ends)

    @property
    def leading(self) -> float:
        """Baseline to baseline in px; letters that stack marks above and below need more than the style asks."""
        style = self.spans[0].style
        needed = max((NEEDED_LEADING.get(stretch.script, 1.0) for stretch in self.stretches), default=1.0)
        return style.size * max(style.leading, needed)

    def holds(self, lines: int, setting: Setting, height: float) -> bool:
        depth = (lines - 1) * self.leading
        cap = metrics(self.stretches[0].face).cap_height * setting.size if self.stretches else 0
        return lines <= setting.max_lines and cap + depth <= height + 0.01

    def until(self, stop: int) -> _Prepared:
        """The same text cut off before a character."""
        pieces = tuple(
            piece._replace(ink=min(piece.ink, stop), stop=min(piece.stop, stop), forced=piece.forced or piece.stop >= stop)
            for piece in self.pieces
            if piece.start < stop
        )
        return self._replace(text=self.text[:stop], pieces=pieces)

    @property
    def size(self) -> float:
        return self.spans[0].style.size

    def broken(self, measure: float, balanced: bool, lang: str, spare_lines: int = 0) -> _Broken:
        """The best breaks; words wider than the measure are cut."""
        ends = total_fit(self.pieces, self.x, measure, balanced=balanced, spare_lines=spare_lines)
        if ends is not None:
            return _Broken(self.pieces, ends)
        pieces = [part for piece in self.pieces for part in self._cut(piece, measure, lang)]
        ends = total_fit(pieces, self.x, measure, balanced=False)
        return _Broken(pieces, list(range(len(pieces))) if ends is None else ends)  # None: one letter is too wide

    def cut_to_fit(self, setting: Setting, measure: float, height: float, lang: str) -> tuple[_Prepared, _Broken] | None:
        """The text with its too wide words hyphenated, if a dictionary can do that and the result fits."""
        wide = [piece for piece in self.pieces if self.x[piece.ink] - self.x[piece.start] > measure]
        if not all(_hyphenation_points(self.text[piece.start : piece.ink], lang) for piece in wide):
            return None
        broken = self.broken(measure, False, lang)
        return (self, broken) if self.holds(len(broken.ends), setting, height) else None

    def _cut(self, piece: Segment, measure: float, lang: str) -> Iterator[Segment]:
        """The piece in parts that fit the measure, at hyphenation points where a dictionary knows some."""
        start = piece.start
        while self.x[piece.ink] - self.x[start] > measure:
            room = bisect_right(self.x, self.x[start] + measure, start + 1, piece.ink) - 1
            points = _hyphenation_points(self.text[piece.start : piece.ink], lang)
            hyphen = self._hyphen_width(start)
            fitting = [
                piece.start + point
                for point in points
                if start < piece.start + point <= room
                and self.x[piece.start + point] - self.x[start] + hyphen <= measure
            ]
            stop = fitting[-1] if fitting else max(self._cluster_start(room), start + 1)
            yield Segment(start, stop, stop, 0.0, False)
            start = stop
        yield piece._replace(start=start)

    def _hyphen_width(self, index: int) -> float:
        stretch = self._stretch_at(index)
        glyphs = shape("-", stretch.face, stretch.script, False, self.lang, stretch.style.tracking_em, ())
        return sum(glyph.advance for glyph in glyphs) * stretch.style.size

    def _cluster_start(self, index: int) -> int:
        """The last place at or before `index` that does not fall into a cluster."""
        while 0 < index and self.x[index] == self.x[index - 1]:
            index -= 1
        return index

    def _stretch_at(self, index: int) -> _Stretch:
        return self.stretches[bisect_right(self.stretches, index, key=lambda stretch: stretch.start) - 1]

    def paragraph(self, broken: _Broken, measure: float, align: Align, hanging: bool) -> Paragraph:
        """The chosen lines as positioned runs."""
        pieces, ends = broken
        lines = []
        first = 0
        for end in ends:
            cut = pieces[end].ink == pieces[end].stop and not pieces[end].forced and self._hyphenates(pieces[end].stop)
            lines.append(self._line(pieces[first].start, pieces[end].ink, "-" if cut else "", align, hanging))
            first = end + 1
        face = metrics(self.stretches[0].face) if self.stretches else FaceMetrics(1, 0, 0.7, 0.5)
        seen = _physical(align, self.rtl)
        return Paragraph(tuple(lines), self.spans[0].style.size, self.leading, measure, seen, face)

    def _hyphenates(self, index: int) -> bool:
        before, after = self.text[index - 1 : index], self.text[index : index + 1]
        return before == SOFT_HYPHEN or (before.isalpha() and after.isalpha() and _is_alphabetic(before + after))

    def _line(self, start: int, stop: int, tail: str, align: Align, hanging: bool) -> Line:
        """Characters [start, stop) on one line, shaped anew so that letters at its ends take their right form."""
        inside = [
            stretch._replace(start=max(stretch.start, start), stop=min(stretch.stop, stop))
            for stretch in self.stretches[
                max(bisect_right(self.stretches, start, key=lambda stretch: stretch.start) - 1, 0) :
                bisect_left(self.stretches, stop, key=lambda stretch: stretch.start)
            ]
        ]  # fmt: skip
        runs: list[TextRun] = []
        advances: dict[int, float] = {}  # by character
        x = 0.0
        for index in visual_order([stretch.level for stretch in inside]):
            stretch = inside[index]
            text = self.text[stretch.start : stretch.stop] + (tail if stretch is inside[-1] else "")
            for run in self._runs(stretch, text, x, advances):
                runs.append(run)
                x += run.advance
        text = self.text[start:stop] + tail
        left, right = self._hangs(text, start, advances, align) if hanging else (0.0, 0.0)
        return Line(tuple(moved(run, -left, 0) for run in runs), x - left - right, text)

    def _runs(self, stretch: _Stretch, text: str, x: float, advances: dict[int, float]) -> Iterator[TextRun]:
        """A stretch as runs of one fill each: letters of two colours still kern."""
        size = stretch.style.size
        origins = _origins(text)
        drawn = [(self._fill_at(stretch.start + origins[glyph.cluster]), glyph) for glyph in _shaped(stretch, text, self.lang)]
        for fill, group in groupby(drawn, key=itemgetter(0)):
            glyphs, written = [], set()
            pen = 0.0
            for _, glyph in group:
                glyphs.append(Glyph(glyph.id, (pen + glyph.dx) * size, glyph.dy * size))
                pen += glyph.advance
                written.add(stretch.start + origins[glyph.cluster])
                advances[max(written)] = advances.get(max(written), 0.0) + glyph.advance * size
            characters = text[min(written) - stretch.start : self._fill_stop(min(written)) - stretch.start]
            yield TextRun(Point(x, 0), tuple(glyphs), stretch.face, size, fill, pen * size, characters, self.role)
            x += pen * size

    def _fill_at(self, index: int) -> Paint:
        return self.spans[self._span_at(index)].style.fill

    def _span_at(self, index: int) -> int:
        return min(bisect_right(self.span_stops, index), len(self.spans) - 1)

    def _fill_stop(self, index: int) -> int:
        """Where the characters in the fill of character `index` end."""
        number = self._span_at(index)
        fill = self.spans[number].style.fill
        while number + 1 < len(self.spans) and self.spans[number + 1].style.fill == fill:
            number += 1
        return self.span_stops[number] + (1 if number + 1 == len(self.spans) else 0)  # room for a hyphen at the end

    def _hangs(self, text: str, start: int, advances: dict[int, float], align: Align) -> tuple[float, float]:
        """How far marks stand out on the left and on the right of a line that begins at character `start`."""
        before = len(text) - len(text.lstrip(HANGING_START))
        after = len(text) - len(text.rstrip(HANGING_END)) if align != "start" else 0
        if before == len(text):
            return 0.0, 0.0
        lead = sum(advances.get(index, 0.0) for index in range(start, start + before))
        trail = sum(advances.get(index, 0.0) for index in range(start + len(text) - after, start + len(text)))
        return (trail, lead) if self.rtl else (lead, trail)


def _physical(align: Align, rtl: bool) -> Align:
    """Start and end as left and right: the start of right-to-left text is at the right."""
    if not rtl or align == "center":
        return align
    return "end" if align == "start" else "start"


def _shaped(stretch: _Stretch, text: str, lang: str) -> tuple[ShapedGlyph, ...]:
    style = stretch.style
    visible = text.replace(SOFT_HYPHEN, "").replace("\t", " ")
    return shape(
        visible, stretch.face, stretch.script, bool(stretch.level % 2), lang, style.tracking_em, style.features
    )


@lru_cache(maxsize=64)
def _prepare(
    faces: FaceLibrary, spans: tuple[Span, ...], lang: str, direction: str, hanging: bool, role: str
) -> _Prepared:
    text = "".join(span.text for span in spans)
    stretches = tuple(_stretches(faces, spans, text, direction, role))
    advances = _advances(text, stretches, lang)
    if hanging:  # what stands outside the edge takes nothing from the measure
        advances[: len(text) - len(text.lstrip(HANGING_START))] = [0.0] * (len(text) - len(text.lstrip(HANGING_START)))
    x = tuple(accumulate(advances, initial=0.0))
    rtl = direction == "rtl" or (direction == "auto" and is_right_to_left(text))
    stops = tuple(accumulate(len(span.text) for span in spans))
    return _Prepared(text, stretches, x, tuple(segments(text, lang)), spans, stops, lang, rtl, role)


def _stretches(
    faces: FaceLibrary, spans: tuple[Span, ...], text: str, direction: str, role: str
) -> Iterator[_Stretch]:
    """The text cut wherever style, face, script or direction changes; raises AssetError for missing glyphs."""
    level_of = levels(text, direction)
    script_starts = scripts(text)
    styles = list(accumulate(len(span.text) for span in spans))
    cuts = {0, len(text)} | {start for start, _ in script_starts}
    cuts |= {stop for stop, span, after in zip(styles, spans, spans[1:], strict=False) if _differ(span.style, after.style)}
    if level_of:
        cuts |= {index for index in range(1, len(text)) if level_of[index] != level_of[index - 1]}
    chosen, missing = [], []
    for start, stop in zip(ordered := sorted(cuts), ordered[1:], strict=False):
        style = spans[bisect_right(styles, start)].style
        script = script_starts[bisect_right(script_starts, start, key=lambda entry: entry[0]) - 1][1]
        for first, last, face in _by_face(faces, style, text, start, stop):
            if face is None:
                missing.append(text[first:last])
            else:
                chosen.append(_Stretch(first, last, style, face, script, level_of[first] if level_of else 0))
    if missing:
        raise AssetError(missing_glyphs("".join(missing), role))
    yield from chosen


def _differ(one: TextStyle, other: TextStyle) -> bool:
    """Whether two styles cannot be shaped together; a colour alone does not part letters."""
    return one._replace(fill=other.fill) != other


def _by_face(
    faces: FaceLibrary, style: TextStyle, text: str, start: int, stop: int
) -> Iterator[tuple[int, int, FaceRef | None]]:
    """[start, stop) cut by the first face of the chain that has each cluster's characters."""
    first, current = start, None
    begun = False
    for begin, end in _clusters(text, start, stop):
        face = _face_for(faces, style, text[begin:end], current)
        if begun and face != current:
            yield first, begin, current
            first = begin
        current, begun = face, True
    if begun:
        yield first, stop, current


def _clusters(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Each user-perceived character of [start, stop)."""
    stretch = text[start:stop]
    if max(stretch, default="") < "\u0300":  # nothing combines below the combining marks
        yield from ((index, index + 1) for index in range(start, stop))
        return
    from uniseg.graphemecluster import grapheme_cluster_boundaries

    bounds = list(grapheme_cluster_boundaries(stretch))
    yield from ((start + begin, start + end) for begin, end in zip(bounds, bounds[1:], strict=False))


def _face_for(faces: FaceLibrary, style: TextStyle, cluster: str, current: FaceRef | None) -> FaceRef | None:
    """The first face that covers the cluster; what needs no glyph stays with the face before it."""
    needed = [
        character for character in cluster if character not in NEEDS_NO_GLYPH and character not in VARIATION_SELECTORS
    ]
    chain = _chain(faces, style.families, style.weight, style.italic)
    if not needed:
        return current or chain[0]
    if current and not has_color(current) and not any(map(str.isalpha, needed)):
        chain = (current, *chain)  # spaces, digits and points stay with the letters before them
    return next((face for face in chain if all(covers(face, character) for character in needed)), None)


@lru_cache(maxsize=64)
def _chain(faces: FaceLibrary, families: tuple[str, ...], weight: int, italic: bool) -> tuple[FaceRef, ...]:
    named = [faces.find(family, weight, italic) for family in families]
    return tuple(dict.fromkeys([*named, *faces.fallbacks(weight, italic)]))


def _advances(text: str, stretches: tuple[_Stretch, ...], lang: str) -> list[float]:
    """How far each character moves the pen, in px."""
    advances = [0.0] * len(text)
    for stretch in stretches:
        written = text[stretch.start : stretch.stop]
        origins = _origins(written)
        for glyph in _shaped(stretch, written, lang):
            advances[stretch.start + origins[glyph.cluster]] += glyph.advance * stretch.style.size
    return advances


def _origins(text: str) -> list[int]:
    """For each character that is shaped, where it stands in the text."""
    return [index for index, character in enumerate(text) if character != SOFT_HYPHEN]


def _is_alphabetic(pair: str) -> bool:
    return all(ord(letter) < 0x0530 for letter in pair)  # Latin, Greek, Cyrillic: scripts that hyphenate


def _hyphenation_points(word: str, lang: str) -> tuple[int, ...]:
    from pyphen import LANGUAGES, Pyphen

    name = lang.replace("-", "_")
    known = name if name in LANGUAGES else name.partition("_")[0]
    letters = "".join(letter if letter.isalpha() else " " for letter in word).rstrip()
    return tuple(Pyphen(lang=known, left=3, right=3).positions(letters)) if known in LANGUAGES else ()
