"""The second text of a card, beneath its quote: smaller, in the marks and the direction of its own language.

“Every no makes room.”
„Jedes Nein schafft Platz.“     one block at the quote's edge; its lines begin where its language does
Erika Beispiel                  whose it is, where it is somebody else's
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.kinds.quote_card.compositions import Composition
from pipeline.kinds.quote_card.content import Translation
from pipeline.layout.canvas import Canvas
from pipeline.layout.page import spans
from pipeline.scene import TextRun
from pipeline.typography import Align, Paragraph, Setting, Span, TextStyle

SHARE, LARGEST, SMALLEST = 0.42, 46, 1.06  # of the quote's size; reference px; label sizes
LEADING, ABOVE, LEAST_ABOVE = 1.32, 0.64, 34  # from the quote: of its size, reference px
ABOVE_NAME = 1.1  # of the label's size, from the text's last baseline to the height of a name's capitals
MOST_LINES, MOST_ROOM = 12, 0.6  # of what the quote and it have in common


class Second(NamedTuple):
    """The text and the name below it, set; `gap` is what lies between the quote's last baseline and the text."""

    text: Paragraph
    name: Paragraph | None
    gap: float
    above_name: float
    shift: float  # of the lines, so that their block stands at the page's edge

    @property
    def height(self) -> float:
        """What it takes below the quote's last baseline."""
        return self.gap + self.text.height + (self.above_name + self.name.height if self.name else 0.0)

    def placed(self, x: float, baseline: float) -> tuple[TextRun, ...]:
        """The runs, in a column at x, below a quote whose last baseline that is."""
        first = baseline + self.gap + self.text.cap_height
        runs = self.text.placed(x + self.shift, first)
        if self.name:
            below = first + self.text.depth + self.above_name + self.name.cap_height
            runs += self.name.placed(x, below)
        return runs


def second(
    canvas: Canvas, written: Translation, frame: Composition, quote: float, measure: float, height: float, align: Align
) -> Second:
    """The text below a quote of that size; raises FitError for one that is higher than there is room."""
    page, colors = canvas.page, canvas.colors
    size = min(LARGEST * frame.unit, max(SMALLEST * frame.label_size, SHARE * quote))
    style = TextStyle(canvas.theme.faces.display, size, colors.ink_2, 400)
    marks = written.marks
    around = (Span(marks.opening, style), *spans(written.text.text, style), Span(marks.closing + written.stop, style))
    words = [each for each in around if each.text]
    setter = page.typesetter._replace(lang=written.lang, direction="auto")
    is_rtl = setter.runs_right_to_left(written.text.text)
    setter = setter.towards("rtl" if is_rtl else "ltr")
    is_turned = is_rtl != page.mirrored
    own = "start" if align == "end" and is_turned else align
    settings = [Setting(size, LEADING, MOST_LINES)]
    text = setter.fit(words, settings, measure, MOST_ROOM * height, align=own, role=written.text.field)
    spare = measure - text.width if is_turned and align == "start" else 0.0
    name = _name(canvas, written, frame, measure, align)
    gap = max(LEAST_ABOVE * frame.unit, ABOVE * quote)
    return Second(text, name, gap, ABOVE_NAME * frame.label_size, spare if page.mirrored else -spare)


def _name(canvas: Canvas, written: Translation, frame: Composition, measure: float, align: Align) -> Paragraph | None:
    if not written.author:
        return None
    style = canvas.style(frame.label_size, canvas.colors.muted, 400, tracking_em=0.02)
    settings = [Setting(frame.label_size, 1.25, 2)]
    name = [Span(written.author.text, style)]
    return canvas.page.typesetter.fit(
        name, settings, measure, 3 * frame.label_size, align=align, hanging=False, role=written.author.field
    )
