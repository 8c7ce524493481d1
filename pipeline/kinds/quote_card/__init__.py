"""Quote card: one sentence set large, and beside it a motif; a small label says whose it is.

    “Every rejection             /     quote   display face, light, as large as the motif leaves room
     is a redirection        ___|      motif   a road that turns into a rising sun, or a quieter one
     to something better.”
     Stay positive · After             label   author, role and source, or the kicker; which card of a series

Type adapts to the motif, never the other way round. A second text stands beneath the quote, a photograph in place of
the motif. Proportions: `compositions`; drawings: `motifs`, `photographs`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from pipeline.geometry import Point, Rect, Size
from pipeline.kinds.kind import Kind
from pipeline.kinds.quote_card import few_words, series
from pipeline.kinds.quote_card.alt import alt, description
from pipeline.kinds.quote_card.compositions import Composition, compose
from pipeline.kinds.quote_card.content import Content, content
from pipeline.kinds.quote_card.marks import BY_NAME, NO_MARKS
from pipeline.kinds.quote_card.motifs import ASIDE, Room, draw_behind, draw_mark, draw_rule, room
from pipeline.kinds.quote_card.second import Second, second
from pipeline.kinds.quote_card.spec import QuoteCard, check
from pipeline.layout.attempts import first_fit
from pipeline.layout.canvas import Canvas
from pipeline.layout.page import Page, titled
from pipeline.prose import Marks
from pipeline.scene import Picture, Scene, TextRun
from pipeline.theme import Theme
from pipeline.typography import BETWEEN_PARTS, Paragraph, Setting, Span, Typesetter, ink

PARTS_APART = BETWEEN_PARTS, ", "  # between the first two, and before the third
AVATAR = 2.9  # diameter, in label sizes
CLEAR = 20  # reference px between the page's edge and a mark that hangs into the margin
HANG = 64  # reference px at a motif's side for a full stop and a closing mark of 104 px; the largest sizes step down
ABOVE_LABEL = 1.2  # label sizes from the label's baseline up to the lowest ink of the quote
ABOVE_AVATAR = 2.1  # the same, over an avatar
TRIED = 3  # settings at once, above a second text whose size follows the quote's
SINK = 1 / 3  # how far words below a motif go down, of what they leave empty beyond half of their room


def lay_out(content: Content, size: Size, theme: Theme, typesetter: Typesetter) -> Scene:
    """The motif or the photograph, the quote in the room it leaves, the label below."""
    page, frame = Page(size, theme, typesetter, content.is_mirrored), compose(size, has_label=content.has_foot)
    if content.photo is None:
        canvas = _on_paper(page)
        draw_behind(canvas, content.motif, frame)
        return Scene(size, tuple(_written(canvas, content, frame).items))
    from pipeline.kinds.quote_card import photographs

    def write(placing: photographs.Placing) -> Canvas:
        canvas = _on_paper(page)
        placing.draw(canvas, content.motif)
        return _written(canvas, content, placing.frame)

    return photographs.drawn(content, content.photo, page, frame, write)


def _on_paper(page: Page) -> Canvas:
    canvas = Canvas(page)
    canvas.box(Rect.of(page.size), page.theme.colors.paper)
    return canvas


def _written(canvas: Canvas, content: Content, frame: Composition) -> Canvas:
    """The canvas with all texts on it."""
    has_more = content.stop or content.photo or content.second
    if has_more or not _few_words(canvas, content, frame):
        _quote(canvas, content, frame)
    _label(canvas, content, frame)
    series.draw(canvas, content, frame)
    return canvas


def _room(content: Content, frame: Composition) -> Room:
    """What motif or photograph leave to the words."""
    if content.photo is None:
        return room(content.motif, frame)
    place = room("none" if content.motif == "redirection" else content.motif, frame)
    return place if frame.wide else place._replace(centered=False)


def _marks(content: Content) -> Marks:
    """Those around the words, but for a motif that is a mark itself."""
    return NO_MARKS if content.motif == "mark" else content.marks


def _few_words(canvas: Canvas, content: Content, frame: Composition) -> bool:
    """Write up to three words, set large; whether there is room for them."""
    place, column, marks = _room(content, frame), _column(content, frame), _marks(content)
    few = few_words.fitted(canvas, content.text, frame, place, column, has_marks=marks != NO_MARKS)
    if few is None:
        return False
    _head(canvas, content, frame, few.top)
    few_words.write(canvas, few, marks, frame.unit, column, content.align)
    return True


def _head(canvas: Canvas, content: Content, frame: Composition, top: float) -> None:
    """A motif that stands above the words, at the y of their block's top."""
    if content.motif == "rule":
        draw_rule(canvas, frame, top, content.align)
    elif content.motif == "mark":
        marks = content.marks if content.marks != NO_MARKS else BY_NAME["“”"]
        draw_mark(canvas, frame, top, content.align, marks.opening.strip())


def _quote(canvas: Canvas, content: Content, frame: Composition) -> None:
    """Write the words between their marks, in one block with a motif above and a second text beneath them."""
    place = _room(content, frame)
    box = canvas.placed(_column(content, frame))
    settings, height = frame.settings, box.height - place.above
    while True:
        quote, below = _block(canvas, content, frame, settings, box.width, height)
        spare = height - quote.height - (below.height if below else 0.0)
        top = box.y + (spare / 2 if place.centered else SINK * max(0.0, spare - height / 2))
        first = top + place.above + quote.cap_height
        runs = quote.placed(box.x, first)
        if content.photo or content.second:
            is_rtl = canvas.page.typesetter.runs_right_to_left(content.text.text)
            runs = few_words.with_small_marks(runs, quote.size, frame.unit, is_rtl=is_rtl)
        runs += below.placed(box.x, first + quote.depth) if below else ()
        settings = tuple(setting for setting in settings if setting.size < quote.size - 0.01)
        if not settings or _keeps_clear(runs, _clear(content, frame)):
            break
    _head(canvas, content, frame, top)
    canvas.items += runs


def _block(
    canvas: Canvas, content: Content, frame: Composition, settings: Sequence[Setting], measure: float, height: float
) -> tuple[Paragraph, Second | None]:
    """The quote in the first of the settings that leaves room for what is beneath it; raises FitError if none does."""
    if content.second is None:
        return _set(canvas, content, frame, settings, measure, height), None
    beneath = partial(second, canvas, content.second, frame, measure=measure, height=height, align=content.align)

    def attempt(at: int) -> tuple[Paragraph, Second]:
        room = height - beneath(settings[at].size).height
        quote = _set(canvas, content, frame, settings[at : at + TRIED], measure, room)
        return quote, beneath(quote.size)

    return first_fit(partial(attempt, at) for at in range(len(settings)))


def _set(
    canvas: Canvas, content: Content, frame: Composition, settings: Sequence[Setting], measure: float, height: float
) -> Paragraph:
    """The quote between its marks, in the first of the settings that holds it."""
    plain = few_words.style(canvas, frame.settings[0].size)
    mark, apart = plain._replace(fill=canvas.colors.accent), few_words.MARKS if content.photo or content.second else ""
    opening, closing = (Span(each, mark, apart) for each in _marks(content))
    spans = [opening, *titled(content.text.text, plain, canvas.theme), closing, Span(content.stop, plain)]
    words = [each for each in spans if each.text]
    return canvas.page.typesetter.fit(words, settings, measure, height, align=content.align, role=content.text.field)


def _column(content: Content, frame: Composition) -> Rect:
    """What the words fill: the room their motif leaves, less what marks that hang at the motif's side need."""
    box = _room(content, frame).box
    ends_at_motif = content.align == "end" and box.right < frame.alone.right
    return box._replace(width=box.width - HANG * frame.unit) if ends_at_motif else box


def _clear(content: Content, frame: Composition) -> Rect:
    """Where the words may lie with their hanging marks and descenders: off the page's edge, the motif, the label."""
    page = frame.free.inset(CLEAR * frame.unit)
    box = _room(content, frame).box
    right = box.right if box.right < frame.alone.right else page.right
    above = ABOVE_AVATAR if content.avatar else ABOVE_LABEL
    foot = frame.label_baseline - above * frame.label_size if content.has_foot else page.bottom
    clear = Rect(page.x, page.y, right - page.x, foot - page.y)
    return clear.mirrored(frame.size.width) if content.is_mirrored else clear


def _keeps_clear(runs: tuple[TextRun, ...], clear: Rect) -> bool:
    """Whether the runs keep to the sides of `clear`, and their ink to its foot."""
    if any(run.origin.x < clear.x - 0.01 or run.origin.x + run.advance > clear.right + 0.01 for run in runs):
        return False
    low = (run for run in runs if run.origin.y + run.size > clear.bottom)  # no letter reaches an em below its baseline
    boxes = map(ink, low)
    return all(box is None or box.bottom <= clear.bottom for box in boxes)


def _label(canvas: Canvas, content: Content, frame: Composition) -> None:
    """One line, at need two: its first part in the stronger tone, unless that is a source alone."""
    if not content.label:
        return
    first, *others = content.label
    size, colors = frame.label_size, canvas.colors
    regular = canvas.style(size, colors.muted, tracking_em=0.02)
    strong = regular._replace(weight=600, fill=colors.ink_2)
    spans = [Span(first.text, regular if first == content.source else strong, first.field)]
    spans += [Span(f"{apart}{part}", regular, part.field) for apart, part in zip(PARTS_APART, others, strict=False)]
    column, taken = frame.alone, series.width(canvas, content, frame)
    if content.align != "start":  # on one axis, or one edge, with the quote
        column = column._replace(width=_column(content, frame).width)
    before = 0.0 if content.align == "start" else taken
    after = 0.0 if content.align == "end" else taken
    column = column._replace(x=column.x + before, width=column.width - before - after)
    settings = [Setting(size, 1.25, 1), Setting(size, 1.25, 2)]
    diameter = AVATAR * size if content.avatar else 0.0
    indent = diameter + size if content.avatar else 0.0
    align = "start" if content.avatar else content.align
    measure = column.width - indent
    set_ = canvas.page.typesetter.fit(spans, settings, measure, 3 * size, align=align, role=first.field)
    x = column.x
    if content.avatar:
        x += ASIDE[content.align] * (measure - set_.width)
        middle = Point(x + diameter / 2, frame.label_baseline - 0.33 * size + set_.depth / 2)
        circle = canvas.placed(Rect.around(middle, diameter / 2))
        canvas.items.append(Picture(circle, content.avatar, diameter / 2, role="avatar"))
    canvas.paragraph(set_, x + indent, frame.label_baseline)


KIND = Kind(
    "quote_card",
    "A quote, set large, beside a quiet motif.",
    QuoteCard,
    content,
    lay_out,
    alt,
    description,
    check,
)
