"""A label as a block: the title's lines, kind and date, then details, at one level of size and detail.

Lead the             title, balanced
pricing rebuild
Project  May 2027    kind and date share a line if they can
With two others ·    details, where all labels have room for theirs
SQL · dbt
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from pipeline.color import Color
from pipeline.geometry import Rect
from pipeline.kinds.career_roadmap.labels.measuring import Measured, Scale
from pipeline.kinds.career_roadmap.labels.wanted import Lettering, Side, Station
from pipeline.scene import TextRun
from pipeline.typography import Paragraph, TextStyle

ASCENT = 0.8  # of the size: from a block's top to its first baseline
META_ASCENT = 0.84  # of the size: the same for kind and date
DESCENT = 0.25  # of the size: what letters may hang below the last baseline
MIDDLE = 0.33  # of the size: how far a baseline is below the middle of its line
GOAL_MIDDLE = 0.3  # the same for a destination's serif letters
OVERHANG = 6  # px, which a date may stand out of its column rather than go to a line of its own
MOST_LINES = 5  # of one title
MOST_DETAIL_LINES = 2
BELOW_DETAILS = 0.3  # of their size: kept free, so that it is plain whose they are
LEAST_EMS = 5  # of a title's size: a narrower measure would hyphenate every word
TALL = 16  # lines of one title where it may be as tall as its room


class Level(NamedTuple):
    """How large titles are, in how many lines; whether long words may be hyphenated.

    `has_meta` says whether kind and date are shown, and `has_details` whether details are too.
    """

    scale: float
    has_meta: bool
    hyphenates: bool
    most_lines: int = MOST_LINES
    has_details: bool = False


class Laid(NamedTuple):
    """Texts that have their places, and what they cover."""

    texts: tuple[Text, ...]
    rects: tuple[Rect, ...]


class Text(NamedTuple):
    """A set text, the left edge of its column and its first baseline, on a map that reads from left to right."""

    paragraph: Paragraph
    x: float
    baseline: float

    def runs(self, mirrored: float | None = None) -> tuple[TextRun, ...]:
        """The text's runs; `mirrored` is the width of a page that reads from right to left."""
        if mirrored is None:
            return self.paragraph.placed(self.x, self.baseline)
        side: Literal["left", "right"] = "right" if self.paragraph.align == "left" else "left"
        left = mirrored - self.x - self.paragraph.measure
        return self.paragraph._replace(align=side).placed(left, self.baseline)


class Words(NamedTuple):
    """A station's texts, measured; a kind, date or detail that it does not have is None."""

    title: Measured
    kind: Measured | None
    when: Measured | None
    space: float
    details: Measured | None = None

    @property
    def has_meta(self) -> bool:
        """Whether there is a kind or a date."""
        return bool(self.kind or self.when)


class Block(NamedTuple):
    """A label's measures: its widest line, how many lines its title, its kind and date, its details take, its height.

    `free` is how much of the height is kept free below the last line.
    """

    width: float
    title_lines: int
    meta_lines: int
    detail_lines: int
    height: float
    measure: float
    free: float = 0.0


class Look(NamedTuple):
    """The styles of one label: a station's or a destination's."""

    title: TextStyle
    kind: TextStyle
    meta: TextStyle
    meta_gap: float
    middle: float

    @staticmethod
    def of(lettering: Lettering, color: Color, *, is_goal: bool) -> Look:
        """The styles for a lane of this colour."""
        kind = lettering.kind._replace(fill=color)
        if is_goal:
            return Look(lettering.goal, kind, lettering.meta, lettering.goal_meta_gap, GOAL_MIDDLE)
        return Look(lettering.title, kind, lettering.meta, 0.0, MIDDLE)


def words(station: Station, look: Look, scale: Scale) -> Words:
    """The station's texts, measured."""
    kind = scale(station.kind.text, look.kind, station.kind.field) if station.kind else None
    when = scale(station.when.text, look.meta, station.when.field) if station.when else None
    space = _two_spaces(look, scale) if kind and when else 0.0
    details = scale(station.details.text, look.meta, station.details.field) if station.details else None
    return Words(scale(station.title.text, look.title, station.field), kind, when, space, details)


def _two_spaces(look: Look, scale: Scale) -> float:
    return scale("x  x", look.meta, "").width - scale("xx", look.meta, "").width


def block(texts: Words, look: Look, level: Level, measure: float) -> Block | None:
    """The label in lines no wider than the measure, or None where a word is too wide for it."""
    within = measure / level.scale
    if texts.title.longest > within and not (level.hyphenates and within >= LEAST_EMS * look.title.size):
        return None
    lines = texts.title.lines(within, hyphenated=level.hyphenates)
    if lines is None or len(lines) > level.most_lines:
        return None
    width = max(lines) * level.scale
    height = texts.title.leading * level.scale * (len(lines) - 1) + look.title.size * level.scale * (ASCENT + DESCENT)
    meta = _meta(texts, measure) if level.has_meta and texts.has_meta else (0.0, 0)
    details = _details(texts.details, measure) if level.has_details and texts.details else ()
    if meta is None or details is None:
        return None
    meta_width, meta_lines = meta
    free = BELOW_DETAILS * look.meta.size if details else 0.0
    if meta_lines or details:
        height = _meta_baseline(texts, look, level, len(lines)) - _leading(look.meta) + look.meta.size * DESCENT
        height += meta_lines * _leading(look.meta) + len(details) * _detail_leading(texts) + free
    return Block(max(width, meta_width, *details), len(lines), meta_lines, len(details), height, measure, free)


def _details(details: Measured, measure: float) -> tuple[float, ...] | None:
    """The widths of the details' lines, or None where they are too many or a word is wider than the measure."""
    lines = details.lines(measure, hyphenated=False)
    return None if lines is None or len(lines) > MOST_DETAIL_LINES else lines


def _detail_leading(texts: Words) -> float:
    return texts.details.leading if texts.details else 0.0


def _meta(texts: Words, measure: float) -> tuple[float, int] | None:
    """How wide and how many lines kind and date are, or None where one of them is wider than the measure."""
    kind = texts.kind.width if texts.kind else 0.0
    when = texts.when.width if texts.when else 0.0
    if kind + texts.space + when <= measure + OVERHANG:
        return kind + texts.space + when, 1
    return (max(kind, when), 2) if max(kind, when) <= measure and kind and when else None


def _leading(style: TextStyle) -> float:
    return style.size * style.leading


def _meta_baseline(texts: Words, look: Look, level: Level, title_lines: int) -> float:
    """From a block's top to the baseline of kind and date."""
    return texts.title.leading * level.scale * title_lines + look.meta_gap + look.meta.size * META_ASCENT


def placed(block: Block, station: Station, side: Side, away: float, look: Look, level: Level) -> Rect:
    """The block's rectangle on a side of its station."""
    at, size = station.at, look.title.size * level.scale
    x = at.x - station.radius
    if side in ("right", "beside"):
        x = at.x + away
    elif side == "left":
        x = at.x - away - block.width
    top = {
        "below": at.y + away,
        "above": at.y - away - block.height,
        "beside": at.y - (block.height - block.free) / 2 + size * 0.06,
    }.get(side, at.y + size * (look.middle - ASCENT))
    return Rect(x, top, block.width, block.height)


def texts(block: Block, rect: Rect, words: Words, look: Look, level: Level, *, flush_right: bool) -> tuple[Text, ...]:
    """The block's texts, set and put in their places; those left of their station stand on its right edge."""
    size = look.title.size * level.scale
    title = words.title.paragraph(block.measure, level.scale)
    found = [_text(title, rect, rect.y + size * ASCENT, flush_right=flush_right)]
    baseline = rect.y + _meta_baseline(words, look, level, block.title_lines)
    if block.meta_lines:
        found += _meta_texts(block, rect, words, look, baseline, flush_right)
    if block.detail_lines and words.details:
        below = baseline + (block.meta_lines - 1) * _leading(look.meta) + words.details.leading
        found.append(_text(words.details.paragraph(block.measure, 1), rect, below, flush_right=flush_right))
    return tuple(found)


def _meta_texts(block: Block, rect: Rect, words: Words, look: Look, baseline: float, flush_right: bool) -> list[Text]:
    kind = words.kind.paragraph(block.measure, 1) if words.kind else None
    when = words.when.paragraph(block.measure + OVERHANG, 1) if words.when else None
    if kind is None or when is None:
        return [_text(each, rect, baseline, flush_right=flush_right) for each in (kind, when) if each]
    if block.meta_lines == 2:
        second = baseline + _leading(look.meta)
        return [
            _text(kind, rect, baseline, flush_right=flush_right),
            _text(when, rect, second, flush_right=flush_right),
        ]
    x = rect.right - kind.width - words.space - when.width if flush_right else rect.x
    return [Text(column(kind), x, baseline), Text(column(when), x + kind.width + words.space, baseline)]


def _text(paragraph: Paragraph, rect: Rect, baseline: float, *, flush_right: bool) -> Text:
    block = column(paragraph)
    if flush_right:
        return Text(block._replace(align="right"), rect.right - block.measure, baseline)
    return Text(block, rect.x, baseline)


def column(paragraph: Paragraph) -> Paragraph:
    """The paragraph flush left in a column of its own width."""
    return paragraph._replace(align="left", measure=paragraph.width)
