"""A text that is ready to be broken: shaped once, measured at every character, cut at every opportunity."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from pipeline.prose import addresses, places_in_address
from pipeline.scene import Paint
from pipeline.typography import breaking, itemizing
from pipeline.typography.breaking import SOFT_HYPHEN, Segment
from pipeline.typography.faces import FaceLibrary, FaceMetrics, metrics
from pipeline.typography.itemizing import Stretch
from pipeline.typography.styles import AIR, Extents, Setting, Span

if TYPE_CHECKING:
    from pipeline.typography.hyphenation import Point

HANGING_START = "“”‘’„‚«»‹›\"'「『\u00a0\u202f"  # they stand outside the edge of a column
NEEDED_LEADING = {  # by script, of the size; by eye, in the Noto faces
    **dict.fromkeys(("Hani", "Hira", "Kana", "Hang", "Hebr"), 1.25),
    **dict.fromkeys(("Deva", "Beng", "Guru", "Gujr", "Taml", "Telu", "Arab", "Syrc"), 1.42),
    **dict.fromkeys(("Thai", "Laoo", "Khmr", "Mymr", "Tibt"), 1.5),
}
HYPHEN = "-"
KEPT_WORDS = 3  # of an emphasised phrase that stays in one line
LAST_HYPHENATED = "\u052f"  # Latin, Greek and Cyrillic hyphenate; the scripts behind them do not
NO_FACE = FaceMetrics(ascender=1.0, descender=0.0, cap_height=0.7, x_height=0.5)  # of an empty text


class Broken(NamedTuple):
    """A text's pieces and which of them end a line."""

    pieces: Sequence[Segment]
    ends: Sequence[int]

    def lines(self) -> Iterator[tuple[Segment, Segment]]:
        """The first and the last piece of each line."""
        starts = (0, *(end + 1 for end in self.ends))  # one more than there are lines
        return ((self.pieces[start], self.pieces[end]) for start, end in zip(starts, self.ends, strict=False))


class Room(NamedTuple):
    """What a paragraph may fill: its width, and its height from the first cap height to the last baseline."""

    measure: float
    height: float


class Prepared(NamedTuple):
    """`x[i]` is where character i begins on one endless line, in reading order, in px."""

    text: str
    stretches: tuple[Stretch, ...]
    x: tuple[float, ...]
    pieces: tuple[Segment, ...]
    spans: tuple[Span, ...]
    span_stops: tuple[int, ...]
    lang: str
    is_rtl: bool
    role: str
    snug: bool

    @property
    def size(self) -> float:
        """Of the first span, in px."""
        return self.spans[0].style.size

    @property
    def leading(self) -> float:
        """Baseline to baseline in px; letters that stack marks above and below need more than the style asks."""
        needed = max((NEEDED_LEADING.get(stretch.script, 1.0) for stretch in self.stretches), default=1.0)
        return self.size * max(self.spans[0].style.leading, needed)

    @property
    def metrics(self) -> FaceMetrics:
        """Of the first face."""
        return metrics(self.stretches[0].face) if self.stretches else NO_FACE

    def extents(self, broken: Broken) -> Extents:
        """How far apart its lines must be, and how far their ink reaches where that moves them."""
        lines = [self._reach(first.start, last.ink) for first, last in broken.lines()]
        if not lines:
            return Extents(self.leading, 0.0, 0.0)
        needed = max((below + above for (_, below), (above, _) in pairwise(lines)), default=0.0)
        leading = self.leading if needed <= self.leading else needed + max(1.0, AIR * self.size)
        return Extents(leading, lines[0][0], lines[-1][1], not self.snug)

    def _reach(self, start: int, stop: int) -> tuple[float, float]:
        """How far the ink of a line reaches above and below its baseline."""
        inside = self.inside(start, stop)
        found = [each.reach(self.text[each.start : each.stop], self.lang) for each in inside]
        return max((above for above, _ in found), default=0.0), max((below for _, below in found), default=0.0)

    def fewest_lines(self, measure: float) -> int | None:
        """How many lines the text takes at the least; None where a word is wider than the measure."""
        ends = breaking.greedy(self.pieces, self.x, measure)
        return None if ends is None else len(ends)

    def holds(self, lines: int, setting: Setting, room: Room) -> bool:
        """Whether so many lines keep to the setting and to the room."""
        height = self.metrics.cap_height * self.size + (lines - 1) * self.leading
        return lines <= setting.max_lines and height <= room.height + 0.01

    def fits(self, broken: Broken, setting: Setting, room: Room) -> bool:
        """Whether these lines keep to the setting and, with all of their ink, to the room."""
        lines, needed = len(broken.ends), self.extents(broken)
        height = self.metrics.cap_height * self.size + (lines - 1) * needed.leading + sum(needed.beyond(self.size))
        return lines <= setting.max_lines and height <= room.height + 0.01

    def until(self, stop: int) -> Prepared:
        """The same text cut off before a character."""
        pieces = tuple(
            piece._replace(
                ink=min(piece.ink, stop), stop=min(piece.stop, stop), forced=piece.forced or piece.stop >= stop
            )
            for piece in self.pieces
            if piece.start < stop
        )
        return self._replace(text=self.text[:stop], pieces=pieces)

    def running(self) -> Prepared:
        """The same text, of which no line need end where a sentence or a clause does."""
        if not any(piece.ends for piece in self.pieces):
            return self
        return self._replace(pieces=tuple(piece._replace(ends="") if piece.ends else piece for piece in self.pieces))

    def broken(self, measure: float, *, balanced: bool, spare_lines: int = 0) -> Broken:
        """The best breaks; words wider than the measure are cut."""
        ends = breaking.total_fit(self.pieces, self.x, measure, balanced=balanced, spare_lines=spare_lines)
        if ends is not None:
            return Broken(self.pieces, ends)
        pieces = [part for piece in self.pieces for part in self._cut(piece, measure)]
        ends = breaking.total_fit(pieces, self.x, measure, balanced=False)
        return Broken(pieces, range(len(pieces)) if ends is None else ends)  # None: one letter is too wide

    def flaws(self, broken: Broken, measure: float) -> float:
        """How much is wrong with the breaks."""
        return breaking.flaws(broken.pieces, self.x, measure, broken.ends)

    def split_words(self, broken: Broken) -> int:
        """How many lines end within a word where no two words of a compound meet."""
        return sum(broken.pieces[end].demerits == breaking.SPLIT_WORD for end in broken.ends)

    def can_hyphenate(self, measure: float) -> bool:
        """Whether some words are wider than the measure and a dictionary has hyphenation points for each."""
        wide = [piece for piece in self.pieces if self.x[piece.ink] + piece.hyphen - self.x[piece.start] > measure]
        return bool(wide) and all(self._points(piece) for piece in wide)

    def inside(self, start: int, stop: int) -> list[Stretch]:
        """The stretches of characters [start, stop), cut to them."""
        if len(self.stretches) == 1:
            return [self.stretches[0].within(start, stop)] if self.stretches[0].start < stop else []
        first = max(self._index_at(start), 0)
        last = bisect_left(self.stretches, stop, key=lambda stretch: stretch.start)
        return [stretch.within(start, stop) for stretch in self.stretches[first:last]]

    def look_at(self, index: int) -> tuple[Paint, str]:
        """The fill and the role of a character, or of a hyphen added behind the last one."""
        span = self.spans[min(bisect_right(self.span_stops, index), len(self.spans) - 1)]
        return span.style.fill, span.role or self.role

    def is_of_one_span(self, start: int, stop: int) -> bool:
        """Whether characters [start, stop) are, a hyphen added behind the last one too."""
        behind = self.span_stops[:-1]
        return bisect_right(behind, start) == bisect_right(behind, stop - 1)

    def _with_hyphens(self) -> Prepared:
        """The same text, its pieces as wide as they are with the hyphen that they show at a line's end."""
        pieces = (
            piece._replace(hyphen=self._hyphen_width(piece.start)) if self.takes_hyphen(piece.stop) else piece
            for piece in self.pieces
        )
        return self._replace(pieces=tuple(pieces))

    def _cut(self, piece: Segment, measure: float) -> Iterator[Segment]:
        """The piece in parts that fit the measure, at hyphenation points where a dictionary knows some."""
        points: list[Point] | None = None
        lines: dict[int, int] = {}
        start = piece.start
        while self.x[piece.ink] + piece.hyphen - self.x[start] > measure:
            hyphen = 0.0 if self._is_in_address(start) else self._hyphen_width(start)
            if points is None:
                points = self._points(piece)
                lines = self._lines_behind(points, piece, measure, hyphen)
            edge = self.x[start] + measure
            first = bisect_right(points, start, key=lambda each: each.place)
            behind = bisect_right(points, edge, first, key=lambda each: self.x[each.place] + hyphen)
            fitting = points[first:behind]
            best = _best(fitting, lines, start, piece.ink)
            stop = best.place if best else self._last_place(start, piece.ink, edge, hyphen)
            if stop >= piece.ink:
                break
            demerits = 0.0 if best and best.is_joint else breaking.SPLIT_WORD
            yield Segment(start, stop, stop, demerits, False, hyphen if self.takes_hyphen(stop) else 0.0)
            start = stop
        yield piece._replace(start=start)

    def _lines_behind(self, points: Sequence[Point], piece: Segment, measure: float, hyphen: float) -> dict[int, int]:
        """How many lines the rest of a piece behind each of the points takes at the least."""
        places = [each.place for each in points]
        lines: dict[int, int] = {}
        for at in range(len(places) - 1, -1, -1):
            edge = self.x[places[at]] + measure
            if self.x[piece.ink] + piece.hyphen <= edge:
                lines[places[at]] = 1
            else:  # behind the last point that fits, or the next one, in front of which letters are cut
                last = bisect_right(places, edge - hyphen, at + 1, key=self.x.__getitem__) - 1
                lines[places[at]] = 1 + lines.get(places[min(max(last, at + 1), len(places) - 1)], 1)
        return lines

    def _points(self, piece: Segment) -> list[Point]:
        """Where a piece that is too wide may be cut: behind the marks of an address, else where a dictionary says."""
        from pipeline.typography.hyphenation import Point, hyphenation_points

        spans = [span for span in addresses(self.text) if span[0] < piece.ink and piece.start < span[1]]
        if spans:
            marks = [start + place for start, stop in spans for place in places_in_address(self.text[start:stop])]
            return [Point(place, True) for place in marks if piece.start < place < piece.ink]
        found = hyphenation_points(self.text[piece.start : piece.ink], self.lang)
        return [point._replace(place=piece.start + point.place) for point in found]

    def _is_in_address(self, place: int) -> bool:
        return any(start <= place < stop for start, stop in addresses(self.text))

    def _last_place(self, start: int, ink: int, edge: float, hyphen: float) -> int:
        """The last place between two clusters that lies before the edge, but behind the first cluster."""
        place = bisect_right(self.x, edge, start + 1, ink) - 1
        if self.takes_hyphen(place):
            place = bisect_right(self.x, edge - hyphen, start + 1, ink) - 1
        return place if place > start else bisect_right(self.x, self.x[start + 1], start + 1, ink + 1) - 1

    def takes_hyphen(self, place: int) -> bool:
        """Whether a line that ends before that character shows a hyphen."""
        before, after = self.text[place - 1 : place], self.text[place : place + 1]
        inside_word = before.isalpha() and after.isalpha() and max(before, after) <= LAST_HYPHENATED
        return before == SOFT_HYPHEN or (inside_word and not self._is_in_address(place))

    def _hyphen_width(self, index: int) -> float:
        stretch = self.stretches[self._index_at(index)]
        return sum(stretch.advances(HYPHEN, self.lang))

    def _index_at(self, index: int) -> int:
        return bisect_right(self.stretches, index, key=lambda stretch: stretch.start) - 1


def _best(fitting: Sequence[Point], lines: Mapping[int, int], start: int, ink: int) -> Point | None:
    """Where to part what is left of a word, of the points that fit; `lines` are those that it takes behind each.

    At a joint, else where that costs no further line, leaves no few letters alone, and makes the lines even. No further
    line is spent on a joint behind or before few letters.
    """
    fewest = min((lines[each.place] for each in fitting), default=1)
    even = start + (ink - start) / (fewest + 1)

    def merit(each: Point) -> tuple[bool, bool, bool, float, bool, int]:
        is_short, has_room = lines[each.place] == fewest, not (each.is_near_start or each.is_near_end)
        is_good_joint = each.is_joint and (is_short or has_room)
        return is_good_joint, is_short, has_room, -abs(each.place - even), each.is_near_start, each.place

    return max(fitting, key=merit, default=None)


@lru_cache(maxsize=64)
def prepare(
    faces: FaceLibrary, spans: tuple[Span, ...], lang: str, direction: str, hanging: bool, role: str, snug: bool
) -> Prepared:
    """The text shaped and measured in its direction; with `hanging`, marks at its head take nothing from the measure.

    Letters of a tall face are as small as one line needs where it is `snug`; else its lines will be farther apart.
    Raises AssetError for a character that no face has, FitError for a letter with too many marks.
    """
    text = "".join(span.text for span in spans)
    itemizing.check_clusters(text, role)
    found = itemizing.stretches(faces, spans, text, lang, direction, role)
    if snug:
        found = tuple(stretch.snug() for stretch in found)
    widths = itemizing.advances(text, found, lang)
    marks = len(text) - len(text.lstrip(HANGING_START)) if hanging else 0
    widths[:marks] = [0.0] * marks
    stops = tuple(accumulate(len(span.text) for span in spans))
    prepared = Prepared(
        text,
        found,
        tuple(accumulate(widths, initial=0.0)),
        breaking.segments(text, lang, _kept(spans, stops, lang)),
        spans,
        stops,
        lang,
        direction == "rtl",
        role,
        snug,
    )
    return prepared._with_hyphens() if SOFT_HYPHEN in text else prepared


def _kept(spans: tuple[Span, ...], stops: tuple[int, ...], lang: str) -> tuple[tuple[int, int], ...]:
    """Where the phrases begin and end that are emphasised and short enough to stay in one line."""
    return tuple(
        (stop - len(span.text), stop)
        for span, stop in zip(spans, stops, strict=True)
        if span.is_emphasised and breaking.words(span.text, lang) <= KEPT_WORDS
    )
