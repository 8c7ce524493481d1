"""Quote card: one sentence set large, and beside it a motif; a small label says whose it is.

    “Every rejection             /     quote   display face, light, as large as the motif leaves room
     is a redirection        ___|      motif   a road that turns into a rising sun, or a quieter one
     to something better.”
     Stay positive · After             label   author, role and source, or the kicker

Type adapts to the motif, never the other way round. Proportions: `compositions`; drawings: `motifs`.
"""

import re
from collections.abc import Iterator
from typing import Annotated, Literal

from pipeline.errors import Problem
from pipeline.geometry import Affine, Point, Rect, Size
from pipeline.kinds.kind import Kind
from pipeline.kinds.quote_card.alt import Shown, alt, description
from pipeline.kinds.quote_card.compositions import Composition, compose
from pipeline.kinds.quote_card.marks import BY_NAME, NO_MARKS, STRAIGHT, curled, split
from pipeline.kinds.quote_card.motifs import ASIDE, MARK_HEIGHT, MOTIFS
from pipeline.prose import Marks, quotation_marks
from pipeline.scene import Box, Group, Item, Picture, Scene, TextRun
from pipeline.schema import Spec, key
from pipeline.theme import Theme
from pipeline.typography import Setting, Span, TextStyle, Typesetter, ink, is_right_to_left, markup, moved

PARTS_APART = "\u2002·\u2002"  # en space, middle dot, en space
DISPLAY_WEIGHT = 300
AVATAR = 2.9  # diameter, in label sizes
CLEAR = 20  # reference px between the page's edge and a mark that hangs into the margin
HANG = 64  # reference px at a motif's side for a full stop and a closing mark of 104 px; the largest sizes step down
ABOVE_LABEL = 1.2  # label sizes from the label's baseline up to the lowest ink of the quote
ABOVE_AVATAR = 2.1  # the same, over an avatar


class QuoteCard(Spec):
    """What an author may write with `kind: quote_card`."""

    text: Annotated[
        str, key("The quote; *one word* may be emphasised, line breaks are kept.", min_length=1, max_length=20000)
    ]
    author: Annotated[str, key("Who said it.", max_length=120)] = ""
    role: Annotated[str, key("What the author is or does.", max_length=120)] = ""
    source: Annotated[str, key("Where it was said: a book, a talk, a page.", max_length=200)] = ""
    kicker: Annotated[
        tuple[str, ...], key("A label of one or two parts, in the place of an author.", max_length=2)
    ] = ()
    marks: Annotated[
        Literal["auto", "“”", "‘’", "„“", "„”", "””", "«»", "»«", "「」", "『』", "none"],
        key("The quotation marks; auto takes those of the text or of its language."),
    ] = "auto"
    motif: Annotated[Literal["redirection", "sun", "rule", "mark", "none"], key("What stands beside the words.")] = (
        "redirection"
    )
    align: Annotated[Literal["start", "center", "end"], key("Where the lines stand.")] = "start"
    avatar: Annotated[str, key("A picture of the author: a file beside the spec, cropped to a circle.")] = ""


def lay_out(spec: QuoteCard, size: Size, theme: Theme, typesetter: Typesetter) -> Scene:
    """The motif, the quote in the room it leaves, the label below."""
    frame = compose(size)
    marks, words = _quoted(spec)
    mirrored = spec.direction == "rtl" or (spec.direction == "auto" and is_right_to_left(words))
    typesetter = typesetter.towards("rtl" if mirrored else "ltr")
    motif = MOTIFS[spec.motif]
    drawn = motif.draw(frame, theme, spec.align)
    items: list[Item] = [Box(Rect.of(size), fill=theme.colors.paper)]
    items += [Group(drawn, Affine(a=-1, e=size.width))] if mirrored and drawn else drawn
    shown = _shown(spec, marks, words)
    if spec.motif == "mark":
        mark = marks if marks != NO_MARKS else BY_NAME["“”"]
        items += _large_mark(spec, mark, frame, theme, typesetter, mirrored)
        marks = NO_MARKS
    items += _quote(spec, marks, words, frame, theme, typesetter, mirrored)
    items += _label(spec, frame, theme, typesetter, mirrored)
    return Scene(
        size,
        tuple(items),
        title=spec.title or markup.plain(words),
        alt=spec.alt or alt(shown, spec.lang),
        description=description(shown, spec.lang),
    )


def _quoted(spec: QuoteCard) -> tuple[Marks, str]:
    """The marks to set and the words between them; a text that has marks gets no second pair.

    Straight marks and apostrophes become curved ones.
    """
    text = re.sub(r"(?<=\w)'(?=\w)", "’", spec.text.strip())
    found, words = split(text)
    own = quotation_marks(spec.lang)
    marks = own if found is None or STRAIGHT in found.opening else found
    marks = marks if spec.marks == "auto" else BY_NAME[spec.marks]
    return marks, curled(words, marks, own)


def _quote(
    spec: QuoteCard, marks: Marks, words: str, frame: Composition, theme: Theme, typesetter: Typesetter, mirrored: bool
) -> tuple[TextRun, ...]:
    room, column = MOTIFS[spec.motif].room(frame), _column(spec, frame)
    box = column.mirrored(frame.size.width) if mirrored else column
    plain = TextStyle(theme.faces.display, frame.settings[0].size, theme.colors.ink, DISPLAY_WEIGHT)
    mark = plain._replace(fill=theme.colors.accent)
    warm = plain._replace(fill=theme.colors.accent_2_text, italic=True)
    spans = [Span(part.text, warm if part.emphasised else plain) for part in markup.parse(words)]
    spans = [Span(marks.opening, mark), *spans, Span(marks.closing, mark)] if marks != NO_MARKS else spans
    settings = frame.settings
    while True:
        quote = typesetter.fit(spans, settings, box.width, box.height, align=spec.align, role="text")
        top = box.y + ((box.height - quote.height) / 2 if room.centered else 0)
        runs = quote.placed(box.x, top + quote.cap_height)
        settings = tuple(setting for setting in settings if setting.size < quote.size - 0.01)
        if not settings or _keeps_clear(runs, _clear(spec, frame, mirrored)):
            return runs


def _column(spec: QuoteCard, frame: Composition) -> Rect:
    """What the words fill: the room their motif leaves, less what marks that hang at the motif's side need."""
    room = MOTIFS[spec.motif].room(frame)
    return room.box._replace(width=room.box.width - HANG * frame.unit) if _ends_at_motif(spec, frame) else room.box


def _ends_at_motif(spec: QuoteCard, frame: Composition) -> bool:
    return spec.align == "end" and MOTIFS[spec.motif].room(frame).box.right < frame.alone.right


def _clear(spec: QuoteCard, frame: Composition, mirrored: bool) -> Rect:
    """Where the words may lie with their hanging marks and descenders: off the page's edge, the motif, the label."""
    page = Rect.of(frame.size).inset(CLEAR * frame.unit)
    room = MOTIFS[spec.motif].room(frame).box
    right = room.right if room.right < frame.alone.right else page.right
    above = ABOVE_AVATAR if spec.avatar else ABOVE_LABEL
    clear = Rect(page.x, page.y, right - page.x, frame.label_baseline - above * frame.label_size - page.y)
    return clear.mirrored(frame.size.width) if mirrored else clear


def _keeps_clear(runs: tuple[TextRun, ...], clear: Rect) -> bool:
    """Whether the runs keep to the sides of `clear`, and their ink to its foot."""
    if any(run.origin.x < clear.x - 0.01 or run.origin.x + run.advance > clear.right + 0.01 for run in runs):
        return False
    low = (run for run in runs if run.origin.y + run.size > clear.bottom)  # no letter reaches an em below its baseline
    boxes = map(ink, low)
    return all(box is None or box.bottom <= clear.bottom for box in boxes)


def _large_mark(
    spec: QuoteCard, marks: Marks, frame: Composition, theme: Theme, typesetter: Typesetter, mirrored: bool
) -> tuple[TextRun, ...]:
    """The opening mark as a picture: its ink stands at the top of the room, where the lines of the words do."""
    size, tallest = frame.mark_size, MARK_HEIGHT * frame.mark_size
    style = TextStyle(theme.faces.display, size, theme.colors.accent, DISPLAY_WEIGHT)
    for _ in range(2):  # a bracket is taller than commas: it is set again, smaller
        (run,) = typesetter.set([Span(marks.opening.strip(), style._replace(size=size))], role="mark").placed(0, 0)
        box = ink(run)
        if box is None or box.height <= tallest:
            break
        size *= tallest / box.height
    box = box or Rect(0, 0, 0, 0)
    place = Rect(frame.left + ASIDE[spec.align] * (frame.alone.width - box.width), 0, box.width, 0)
    left = (place.mirrored(frame.size.width) if mirrored else place).x
    return (moved(run, left - box.x, frame.alone.y - box.y),)


def _label(
    spec: QuoteCard, frame: Composition, theme: Theme, typesetter: Typesetter, mirrored: bool
) -> tuple[Item, ...]:
    """One line, at need two: its first part in the stronger tone."""
    parts = _label_parts(spec)
    if not parts:
        return ()
    size = frame.label_size
    regular = TextStyle(theme.faces.text, size, theme.colors.muted, tracking_em=0.02)
    strong = regular._replace(weight=600, fill=theme.colors.ink_2)
    spans = [Span(parts[0], strong if spec.author or not spec.source else regular)]
    spans += [Span(PARTS_APART, regular), Span(parts[1], regular)] if len(parts) > 1 else []
    diameter = AVATAR * size if spec.avatar else 0
    indent = diameter + size if spec.avatar else 0
    column = frame.alone
    if spec.align != "start":  # on one axis, or one edge, with the quote
        column = column._replace(width=_column(spec, frame).width)
    box = column.mirrored(frame.size.width) if mirrored else column
    measure = column.width - indent
    paragraph = typesetter.fit(
        spans,
        [Setting(size, 1.25, 1), Setting(size, 1.25, 2)],
        measure,
        3 * size,
        align="start" if spec.avatar else spec.align,
        role="author" if spec.author else "kicker",
    )
    if not spec.avatar:
        return paragraph.placed(box.x, frame.label_baseline)
    spare = measure - max(line.width for line in paragraph.lines)
    aside = ASIDE[spec.align] * spare * (-1 if mirrored else 1)
    runs = paragraph.placed(box.x + aside + (0 if mirrored else indent), frame.label_baseline)
    center_y = frame.label_baseline - 0.33 * size + paragraph.depth / 2
    center_x = box.right - diameter / 2 if mirrored else box.x + diameter / 2
    circle = Rect.around(Point(center_x + aside, center_y), diameter / 2)
    return (Picture(circle, spec.avatar, diameter / 2, role="avatar"), *runs)


def _label_parts(spec: QuoteCard) -> list[str]:
    if not spec.author:
        return [part for part in spec.kicker if part.strip()] or ([spec.source] if spec.source else [])
    about = ", ".join(filter(None, (spec.role, spec.source)))
    return [spec.author, about] if about else [spec.author]


def _shown(spec: QuoteCard, marks: Marks, words: str) -> Shown:
    label = tuple(_label_parts(spec))
    picture = bool(spec.avatar)
    return Shown(marks.opening, words, marks.closing, spec.author, spec.role, spec.source, label, spec.motif, picture)


def _check(spec: QuoteCard) -> Iterator[Problem]:
    if not markup.plain(spec.text).strip('"“”„«»「」 '):
        yield Problem("expected a quote, found only quotation marks", hint="write the quote between them", field="text")
    if spec.author and spec.kicker:
        yield Problem("a card has an author or a kicker, not both", hint="remove one of them", field="kicker")
    if spec.role and not spec.author:
        yield Problem("a role needs an author", hint="add `author`, or write the role as `kicker`", field="role")
    if spec.avatar and not spec.author:
        yield Problem("an avatar needs an author", hint="add `author`", field="avatar")
    if spec.kicker and spec.source:
        yield Problem(
            "a card with a kicker shows no source", hint="make it the second part of `kicker`", field="source"
        )


KIND = Kind("quote_card", "A quote, set large, beside a quiet motif.", QuoteCard, lay_out, _check)
