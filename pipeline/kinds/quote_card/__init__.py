"""Quote card: one sentence set large, and beside it a motif; a small label says whose it is.

    “Every rejection             /     quote   display face, light, as large as the motif leaves room
     is a redirection        ___|      motif   a road that turns into a rising sun, or a quieter one
     to something better.”
     Stay positive · After             label   author, role and source, or the kicker

Type adapts to the motif, never the other way round. Proportions: `compositions`; drawings: `motifs`.
"""

from pipeline.geometry import Affine, Point, Rect, Size
from pipeline.kinds.kind import Kind
from pipeline.kinds.quote_card.alt import alt, description
from pipeline.kinds.quote_card.compositions import Composition, compose
from pipeline.kinds.quote_card.content import Content, content
from pipeline.kinds.quote_card.marks import BY_NAME, NO_MARKS
from pipeline.kinds.quote_card.motifs import ASIDE, MARK_HEIGHT, MOTIFS
from pipeline.kinds.quote_card.spec import QuoteCard, check
from pipeline.layout.page import titled
from pipeline.scene import Box, Group, Item, Picture, Scene, TextRun
from pipeline.theme import Theme
from pipeline.typography import BETWEEN_PARTS, Setting, Span, TextStyle, Typesetter, ink, moved

PARTS_APART = BETWEEN_PARTS, ", "  # between the first two, and before the third
DISPLAY_WEIGHT = 300
AVATAR = 2.9  # diameter, in label sizes
CLEAR = 20  # reference px between the page's edge and a mark that hangs into the margin
HANG = 64  # reference px at a motif's side for a full stop and a closing mark of 104 px; the largest sizes step down
ABOVE_LABEL = 1.2  # label sizes from the label's baseline up to the lowest ink of the quote
ABOVE_AVATAR = 2.1  # the same, over an avatar


def lay_out(content: Content, size: Size, theme: Theme, typesetter: Typesetter) -> Scene:
    """The motif, the quote in the room it leaves, the label below."""
    frame = compose(size)
    drawn = MOTIFS[content.motif].draw(frame, theme, content.align)
    items: list[Item] = [Box(Rect.of(size), fill=theme.colors.paper)]
    items += [Group(drawn, Affine(a=-1, e=size.width))] if content.is_mirrored and drawn else drawn
    if content.motif == "mark":
        items += _large_mark(content, frame, theme, typesetter)
    items += _quote(content, frame, theme, typesetter)
    items += _label(content, frame, theme, typesetter)
    return Scene(size, tuple(items))


def _quote(content: Content, frame: Composition, theme: Theme, typesetter: Typesetter) -> tuple[TextRun, ...]:
    """The words between their marks, but for a motif that is a mark itself."""
    room, column = MOTIFS[content.motif].room(frame), _column(content, frame)
    box = column.mirrored(frame.size.width) if content.is_mirrored else column
    marks = NO_MARKS if content.motif == "mark" else content.marks
    plain = TextStyle(theme.faces.display, frame.settings[0].size, theme.colors.ink, DISPLAY_WEIGHT)
    mark = plain._replace(fill=theme.colors.accent)
    text = titled(content.text.text, plain, theme)
    text = [Span(marks.opening, mark), *text, Span(marks.closing, mark)] if marks != NO_MARKS else text
    text += [Span(content.stop, plain)] if content.stop else []
    settings = frame.settings
    while True:
        quote = typesetter.fit(text, settings, box.width, box.height, align=content.align, role=content.text.field)
        top = box.y + ((box.height - quote.height) / 2 if room.centered else 0)
        runs = quote.placed(box.x, top + quote.cap_height)
        settings = tuple(setting for setting in settings if setting.size < quote.size - 0.01)
        if not settings or _keeps_clear(runs, _clear(content, frame)):
            return runs


def _column(content: Content, frame: Composition) -> Rect:
    """What the words fill: the room their motif leaves, less what marks that hang at the motif's side need."""
    room = MOTIFS[content.motif].room(frame)
    return room.box._replace(width=room.box.width - HANG * frame.unit) if _ends_at_motif(content, frame) else room.box


def _ends_at_motif(content: Content, frame: Composition) -> bool:
    return content.align == "end" and MOTIFS[content.motif].room(frame).box.right < frame.alone.right


def _clear(content: Content, frame: Composition) -> Rect:
    """Where the words may lie with their hanging marks and descenders: off the page's edge, the motif, the label."""
    page = Rect.of(frame.size).inset(CLEAR * frame.unit)
    room = MOTIFS[content.motif].room(frame).box
    right = room.right if room.right < frame.alone.right else page.right
    above = ABOVE_AVATAR if content.avatar else ABOVE_LABEL
    clear = Rect(page.x, page.y, right - page.x, frame.label_baseline - above * frame.label_size - page.y)
    return clear.mirrored(frame.size.width) if content.is_mirrored else clear


def _keeps_clear(runs: tuple[TextRun, ...], clear: Rect) -> bool:
    """Whether the runs keep to the sides of `clear`, and their ink to its foot."""
    if any(run.origin.x < clear.x - 0.01 or run.origin.x + run.advance > clear.right + 0.01 for run in runs):
        return False
    low = (run for run in runs if run.origin.y + run.size > clear.bottom)  # no letter reaches an em below its baseline
    boxes = map(ink, low)
    return all(box is None or box.bottom <= clear.bottom for box in boxes)


def _large_mark(content: Content, frame: Composition, theme: Theme, typesetter: Typesetter) -> tuple[TextRun, ...]:
    """The opening mark as a picture: its ink stands at the top of the room, where the lines of the words do."""
    marks = content.marks if content.marks != NO_MARKS else BY_NAME["“”"]
    size, tallest = frame.mark_size, MARK_HEIGHT * frame.mark_size
    style = TextStyle(theme.faces.display, size, theme.colors.accent, DISPLAY_WEIGHT)
    for _ in range(2):  # a bracket is taller than commas: it is set again, smaller
        (run,) = typesetter.set([Span(marks.opening.strip(), style._replace(size=size))], role="mark").placed(0, 0)
        box = ink(run)
        if box is None or box.height <= tallest:
            break
        size *= tallest / box.height
    box = box or Rect(0, 0, 0, 0)
    place = Rect(frame.left + ASIDE[content.align] * (frame.alone.width - box.width), 0, box.width, 0)
    left = (place.mirrored(frame.size.width) if content.is_mirrored else place).x
    return (moved(run, left - box.x, frame.alone.y - box.y),)


def _label(content: Content, frame: Composition, theme: Theme, typesetter: Typesetter) -> tuple[Item, ...]:
    """One line, at need two: its first part in the stronger tone, unless that is a source alone."""
    if not content.label:
        return ()
    mirrored = content.is_mirrored
    first, *others = content.label
    size = frame.label_size
    regular = TextStyle(theme.faces.text, size, theme.colors.muted, tracking_em=0.02)
    strong = regular._replace(weight=600, fill=theme.colors.ink_2)
    text = [Span(first.text, regular if first == content.source else strong, first.field)]
    text += [Span(f"{apart}{part}", regular, part.field) for apart, part in zip(PARTS_APART, others, strict=False)]
    diameter = AVATAR * size if content.avatar else 0
    indent = diameter + size if content.avatar else 0
    column = frame.alone
    if content.align != "start":  # on one axis, or one edge, with the quote
        column = column._replace(width=_column(content, frame).width)
    box = column.mirrored(frame.size.width) if mirrored else column
    measure = column.width - indent
    paragraph = typesetter.fit(
        text,
        [Setting(size, 1.25, 1), Setting(size, 1.25, 2)],
        measure,
        3 * size,
        align="start" if content.avatar else content.align,
        role=first.field,
    )
    if not content.avatar:
        return paragraph.placed(box.x, frame.label_baseline)
    spare = measure - max(line.width for line in paragraph.lines)
    aside = ASIDE[content.align] * spare * (-1 if mirrored else 1)
    runs = paragraph.placed(box.x + aside + (0 if mirrored else indent), frame.label_baseline)
    center_y = frame.label_baseline - 0.33 * size + paragraph.depth / 2
    center_x = box.right - diameter / 2 if mirrored else box.x + diameter / 2
    circle = Rect.around(Point(center_x + aside, center_y), diameter / 2)
    return (Picture(circle, content.avatar, diameter / 2, role="avatar"), *runs)


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
